/**
 * A member's sign of life, and its proof that etcd answers: it keeps the lease that presence and leadership hang on,
 * and reads what all share, linearizably, several times per lease. Ends when the lease is gone, or may be.
 */
import type { Clock } from '../../proto/base/clock.js';
import { type EtcdClient, EtcdError, type Operation } from './etcd-client.js';
import type { Keys } from './rules/keys.js';
import { encodeRecord } from './rules/shared-state.js';
import type { StateWatch } from './state-watch.js';

export interface PulseOptions {
  readonly memberId: number;
  /** Where the others reach this member now; left out, it is where it was. */
  readonly address: string | undefined;
  readonly leaseSeconds: number;
}

export interface PulseModules {
  readonly client: EtcdClient;
  readonly clock: Clock;
  readonly watch: StateWatch;
  /** The end of the log, and since when it is known to be no further. */
  readonly onEnd: (endIndex: number, asOfMs: number) => void;
}

const BEATS_PER_LEASE = 5;
/** Of a lease, before it is held to be over here: clocks do not run alike. */
const TRUSTED_SHARE = 0.9;
const TIMEOUT_MS = 1_500;

export class Pulse {
  readonly #keys: Keys;
  readonly #options: PulseOptions;
  readonly #modules: PulseModules;
  /** When the last request was sent that etcd answered with the whole lease. */
  #aliveMs = Number.NEGATIVE_INFINITY;

  constructor(keys: Keys, options: PulseOptions, modules: PulseModules) {
    this.#keys = keys;
    this.#options = options;
    this.#modules = modules;
  }

  /**
   * Whether the lease holds for sure, by this member's clock: asked at each use, because whoever wakes from a freeze must know
   * before it does anything else. etcd counts from when it got the request, so it gives the lease away no earlier.
   */
  get holdsLease(): boolean {
    const leaseMs = this.#options.leaseSeconds * 1000;
    return this.#modules.clock.monotonicMs() - this.#aliveMs < leaseMs * TRUSTED_SHARE;
  }

  /** Reads the state and, where this member is one, says that it is there, and where. */
  async begin(): Promise<string | undefined> {
    const { client, clock, watch } = this.#modules;
    await this.readState();
    const { memberId, leaseSeconds, address } = this.#options;
    const member = watch.state.memberById.get(memberId);
    if (member === undefined) return undefined;
    const key = this.#keys.member(memberId);
    const hasMoved = address !== undefined && address !== member.address;
    const moving: Operation[] = hasMoved
      ? [{ kind: 'put', key, value: encodeRecord({ name: member.name, address }) }]
      : [];
    const sentMs = clock.monotonicMs();
    const leaseId = await client.grantLease(leaseSeconds, TIMEOUT_MS);
    this.#aliveMs = sentMs;
    const answer = await client.transact(
      {
        compares: [{ from: key, modRevision: member.modRevision }],
        success: [
          { kind: 'put', key: this.#keys.presence(memberId), value: Buffer.from('{}'), leaseId },
          ...moving,
        ],
      },
      TIMEOUT_MS,
    );
    if (answer.succeeded) return leaseId;
    throw new EtcdError('no-answer', 'the record of this member was changed meanwhile');
  }

  /** Keeps the lease until the signal aborts; rejects as soon as it may be gone. */
  async run(leaseId: string, signal: AbortSignal): Promise<never> {
    const { client, clock } = this.#modules;
    const leaseMs = this.#options.leaseSeconds * 1000;
    for (;;) {
      await clock.sleep(leaseMs / BEATS_PER_LEASE, signal);
      if (!this.holdsLease) throw new EtcdError('lease-gone', 'the lease may be over');
      const sentMs = clock.monotonicMs();
      try {
        await Promise.all([client.keepLeaseAlive(leaseId, TIMEOUT_MS), this.readState()]);
        this.#aliveMs = sentMs;
      } catch (error) {
        if (error instanceof EtcdError && error.code === 'lease-gone') throw error;
      }
    }
  }

  async readState(): Promise<void> {
    const { client, clock, watch, onEnd } = this.#modules;
    const asOfMs = clock.monotonicMs();
    const { reads, revision } = await client.transact(
      {
        success: [
          { kind: 'read', range: this.#keys.state },
          { kind: 'read', range: { from: this.#keys.end } },
        ],
      },
      TIMEOUT_MS,
    );
    const [state = [], [end] = []] = reads;
    watch.take(state, revision);
    onEnd(end === undefined ? 0 : Number(Buffer.from(end.value).toString()), asOfMs);
  }
}
