/**
 * Where store and replicator meet: the store's entries become bytes of the replicated log, and what the log
 * commits is applied to the store. Neither knows the other. Owns the translation of the replicator's
 * failures; which replicator it is, and what to do when it stops, is for whoever opens it.
 */
import { ReplicatorError, type Replicator, type StateMachine } from 'raft-ts/replicator.js';
import type { Clock } from '../../proto/base/clock.js';
import { SwarmError } from '../../proto/base/errors.js';
import type { Meter } from '../../proto/base/meter.js';
import { LONGEST_ENTRY_BYTES } from '../store/entry.js';
import { checkSnapshotHeader } from '../store/snapshot.js';
import { Store, type LogWriter, type StoreOptions } from '../store/store.js';

export interface ReplicatedStoreModules<R extends Replicator> {
  readonly clock: Clock;
  readonly meter?: Meter | undefined;
  /** Opens the replicator over the state machine; resolves once all that is in its log was applied. */
  readonly openReplicator: (stateMachine: StateMachine) => Promise<R>;
  /** host:port of who leads instead; the log itself only knows its members' names. */
  readonly leaderAddress?: ((replicator: R) => string) | undefined;
}

export interface ReplicatedStore<R extends Replicator> {
  readonly store: Store;
  readonly replicator: R;
}

/** A store whose state is that of the log and its snapshots. Closing the replicator ends it. */
export async function openReplicatedStore<R extends Replicator>(
  options: StoreOptions,
  modules: ReplicatedStoreModules<R>,
): Promise<ReplicatedStore<R>> {
  const log = new ReplicatedLog();
  const store = new Store(options, { log, clock: modules.clock, meter: modules.meter });
  const replicator = await modules.openReplicator(stateMachineOf(store));
  log.open(replicator, () => modules.leaderAddress?.(replicator) ?? '');
  return { store, replicator };
}

/** The store as what the log drives. */
export function stateMachineOf(store: Store): StateMachine {
  return {
    apply: (index, bytes) => store.apply(index, bytes),
    snapshot: () => store.snapshot().pieces,
    restore: (index, pieces) => store.restore(index, pieces),
    checkSnapshot: checkSnapshotHeader,
  };
}

/** The store comes before the replicator that fills it: until then there is nothing to propose to. */
class ReplicatedLog implements LogWriter {
  #replicator: Replicator | undefined;
  #leaderAddress: () => string = () => '';

  open(replicator: Replicator, leaderAddress: () => string): void {
    this.#replicator = replicator;
    this.#leaderAddress = leaderAddress;
  }

  async propose(entry: Uint8Array): Promise<number> {
    if (this.#replicator === undefined) throw new SwarmError('manager.not-leader', { leader: '' });
    try {
      return await this.#replicator.propose(entry);
    } catch (error) {
      throw inStoreWords(error, entry.length, this.#leaderAddress());
    }
  }
}

// How long a client should wait while the disk works off what is queued: any time will do, this is a second.
const OVERLOAD_RETRY_MS = 1000;

function inStoreWords(error: unknown, sizeBytes: number, leader: string): SwarmError {
  if (!(error instanceof ReplicatorError)) {
    return new SwarmError('store.outcome-unknown', { reason: String(error) }, error);
  }
  switch (error.code) {
    case 'not-leader':
      return new SwarmError('manager.not-leader', { leader }, error);
    case 'stopped':
      // Nothing was proposed, and this member will not lead again before it is started anew.
      return new SwarmError('manager.not-leader', { leader: '' }, error);
    case 'too-large':
      return new SwarmError('store.too-large', { sizeBytes, limitBytes: LONGEST_ENTRY_BYTES }, error);
    case 'overloaded':
      return new SwarmError('rate.limited', { what: 'changes', retryAfterMs: OVERLOAD_RETRY_MS }, error);
    case 'disk-full':
      return new SwarmError('store.full', { reason: error.message }, error);
    case 'outcome-unknown':
      return new SwarmError('store.outcome-unknown', { reason: error.message }, error);
  }
}
