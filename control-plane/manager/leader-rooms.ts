/**
 * What runs only on the leader, term by term: started in order once this member leads, stopped last-started
 * first as soon as it does not, made anew for each term. Promises that no two terms overlap. A room that
 * fails costs this member its leadership; where nobody else can lead, the failure is the caller's.
 */
import type { MemberLog } from 'raft-ts/member-log.js';
import type { Leadership } from 'raft-ts/replicator.js';
import { type Clock, withTimeout } from '../../proto/base/clock.js';
import type { Log } from '../../proto/base/log.js';
import { runAll, type Service, unlessAborted } from '../../proto/base/service.js';

export interface LeaderRoomsModules {
  readonly memberLog: Pick<MemberLog, 'leadership' | 'watchLeadership' | 'transferLeadership'>;
  readonly clock: Clock;
  readonly log: Log;
  /** New rooms for a new term. */
  readonly makeRooms: () => readonly Service[];
}

/** Handing over takes about one election; whoever cannot within this time will not. */
const HAND_OVER_WITHIN_MS = 5_000;

/** Why a term ended: this member no longer leads (or was told to stop), or a room ended by itself. */
type TermEnd = { readonly kind: 'over' } | { readonly kind: 'failed'; readonly failure: unknown };

export class LeaderRooms implements Service {
  readonly name = 'leader rooms';
  readonly #modules: LeaderRoomsModules;
  #leadership: Leadership;
  #onChange: () => void = () => undefined;

  constructor(modules: LeaderRoomsModules) {
    this.#modules = modules;
    this.#leadership = modules.memberLog.leadership;
  }

  /** Term after term until the signal; throws the failure of a room when nobody took over. */
  async run(signal: AbortSignal): Promise<void> {
    const unwatch = this.#modules.memberLog.watchLeadership((leadership) => {
      this.#leadership = leadership;
      this.#onChange();
    });
    try {
      for (;;) {
        await this.#until(({ isSelf }) => isSelf, signal);
        if (signal.aborted) return;
        const end = await this.#term(this.#leadership.epoch, signal);
        if (end.kind === 'failed' && !signal.aborted) await this.#handOver(end.failure, signal);
      }
    } finally {
      unwatch();
    }
  }

  /** All of one term; when it resolves, every room of it has ended. */
  async #term(epoch: number, signal: AbortSignal): Promise<TermEnd> {
    const { log, makeRooms } = this.#modules;
    const over = new AbortController();
    this.#onChange = () => {
      const { isSelf, epoch: present } = this.#leadership;
      if (!isSelf || present !== epoch) over.abort();
    };
    log.info('this manager leads', { epoch });
    const isOver = AbortSignal.any([signal, over.signal]);
    try {
      await runAll(makeRooms(), isOver);
    } catch (failure) {
      return { kind: 'failed', failure };
    } finally {
      this.#onChange = () => undefined;
      log.info('this manager leads no longer', { epoch });
    }
    return isOver.aborted
      ? { kind: 'over' }
      : { kind: 'failed', failure: new Error('a room of the leader ended') };
  }

  /** What failed here may work elsewhere; what fails everywhere should not go on as if nothing were. */
  async #handOver(failure: unknown, signal: AbortSignal): Promise<void> {
    const { memberLog, clock, log } = this.#modules;
    log.error('a room of the leader failed; handing over', { error: failure });
    if (!this.#leadership.isSelf) return;
    const late = (): Error => new Error(`nobody took over within ${HAND_OVER_WITHIN_MS / 1000} s`);
    try {
      await withTimeout(
        clock,
        HAND_OVER_WITHIN_MS,
        late,
        async () => await memberLog.transferLeadership(),
        signal,
      );
    } catch (error) {
      if (signal.aborted || !this.#leadership.isSelf) return;
      log.error('nobody takes over', { error });
      throw failure;
    }
    await this.#until(({ isSelf }) => !isSelf, signal);
  }

  /** Resolves once the leadership is so, or the signal aborts. */
  async #until(holds: (leadership: Leadership) => boolean, signal: AbortSignal): Promise<void> {
    if (holds(this.#leadership)) return;
    const reached = new Promise<void>((resolve) => {
      this.#onChange = () => {
        if (holds(this.#leadership)) resolve();
      };
    });
    await unlessAborted(reached, signal);
    this.#onChange = () => undefined;
  }
}
