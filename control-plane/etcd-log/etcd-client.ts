/**
 * The little of etcd that a log needs: transactions, reads, leases, watches. Owns the words; etcd3-client.ts
 * speaks them to a real cluster.
 *
 * Every call ends within its time-out, and none is tried again in here: whoever called knows whether it may be.
 */
import type { KeyRange, KeyValue } from './rules/keys.js';

/** Holds of every key of the range that is there; zero is a key that is not. */
export type Compare = KeyRange & ({ readonly createRevision: number } | { readonly modRevision: number });

export type Operation =
  | { readonly kind: 'put'; readonly key: string; readonly value: Uint8Array; readonly leaseId?: string }
  | { readonly kind: 'delete'; readonly range: KeyRange }
  | { readonly kind: 'read'; readonly range: KeyRange; readonly limit?: number };

export interface Transaction {
  readonly compares?: readonly Compare[];
  readonly success: readonly Operation[];
  readonly failure?: readonly Operation[];
}

export interface TransactionAnswer {
  readonly succeeded: boolean;
  /** The cluster's revision after it. */
  readonly revision: number;
  /** What each `read` of the branch that was taken has found, in their order. */
  readonly reads: readonly (readonly KeyValue[])[];
}

export interface KeyEvent {
  readonly kind: 'put' | 'delete';
  readonly entry: KeyValue;
}

export interface WatchRequest {
  readonly range: KeyRange;
  readonly fromRevision: number;
  readonly isOfPutsOnly: boolean;
}

export interface WatchListener {
  /** Events of one or several revisions, in order; never half a revision. */
  onEvents(events: readonly KeyEvent[]): void;
  /** The watch is over, for whatever reason; called at most once, and not after `stop`. */
  onEnd(reason: EtcdError): void;
}

export type EtcdErrorCode =
  /** No answer, or one of a cluster that has no leader: whether it was done is not known. */
  | 'no-answer'
  /** etcd has no room left: nothing was done. */
  | 'no-space'
  /** The lease is gone: nothing was done. */
  | 'lease-gone'
  /** The revision asked for was compacted. */
  | 'compacted'
  /** etcd will not do it, now or later: nothing was done. */
  | 'refused';

export class EtcdError extends Error {
  override readonly name = 'EtcdError';
  readonly code: EtcdErrorCode;

  constructor(code: EtcdErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** All calls reject with an EtcdError. */
export interface EtcdClient {
  /** Linearizable, also when it only reads. */
  transact(transaction: Transaction, timeoutMs: number): Promise<TransactionAnswer>;
  /** A linearizable read, in the order of the keys. */
  read(
    range: KeyRange,
    limit: number,
    timeoutMs: number,
  ): Promise<{ readonly entries: readonly KeyValue[]; readonly revision: number }>;
  /** History before the revision goes. */
  compact(revision: number, timeoutMs: number): Promise<void>;
  grantLease(ttlSeconds: number, timeoutMs: number): Promise<string>;
  /** Rejects with `lease-gone` once it expired. */
  keepLeaseAlive(leaseId: string, timeoutMs: number): Promise<void>;
  revokeLease(leaseId: string, timeoutMs: number): Promise<void>;
  /** The result stops it. */
  watch(request: WatchRequest, listener: WatchListener): () => void;
  close(): void;
}
