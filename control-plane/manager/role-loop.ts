/**
 * Makes managers of nodes and nodes of managers, on the leader: writes the roles that are due, and changes the
 * members of the log. What cannot be done now is tried again, for as long as it is wanted.
 */
import { type MemberLog, MembershipError } from 'raft-ts/member-log.js';
import type { Clock } from '../../proto/base/clock.js';
import type { Log } from '../../proto/base/log.js';
import { type Service, unlessAborted } from '../../proto/base/service.js';
import type { Store } from '../store/store.js';
import { decideRoles, type RoleDecision, type RoleStep } from './rules/roles.js';

export interface RoleLoopModules {
  readonly store: Pick<Store, 'view' | 'watch' | 'commit'>;
  readonly memberLog: Pick<
    MemberLog,
    'selfId' | 'members' | 'watchMembers' | 'promote' | 'remove' | 'changeAddress'
  >;
  readonly clock: Clock;
  readonly log: Log;
  /** Where members said they are now, this one among them. */
  readonly addresses: () => ReadonlyMap<number, string>;
  /** Calls the listener when that changes; the result ends it. */
  readonly watchAddresses: (listener: () => void) => () => void;
}

const RETRY_MS = 5_000;
/** A member that catches up is waited for by somebody. */
const CATCHING_UP_RETRY_MS = 250;

export class RoleLoop implements Service {
  readonly name = 'roles';
  readonly #modules: RoleLoopModules;
  /** Steps that were not possible, so that each is written down once. */
  #refused = new Set<string>();

  constructor(modules: RoleLoopModules) {
    this.#modules = modules;
  }

  async run(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const { store, memberLog, watchAddresses } = this.#modules;
    const watcher = store.watch({ tables: ['cluster', 'node'] });
    const unwatch = [memberLog.watchMembers(() => watcher.wake()), watchAddresses(() => watcher.wake())];
    signal.addEventListener('abort', () => watcher.close(), { once: true });
    let alarm = new AbortController();
    try {
      for await (const _ of watcher) {
        alarm.abort();
        alarm = new AbortController();
        const retryMs = await this.#pass(signal);
        if (retryMs !== undefined)
          this.#modules.clock.sleep(retryMs, AbortSignal.any([signal, alarm.signal])).then(
            () => watcher.wake(),
            () => undefined,
          );
      }
    } finally {
      alarm.abort();
      watcher.close();
      for (const end of unwatch) end();
    }
  }

  /** How long to wait before the next pass; undefined when all is as it should be. */
  async #pass(signal: AbortSignal): Promise<number | undefined> {
    const { store, memberLog, addresses } = this.#modules;
    const decision = decideRoles(store.view(), memberLog.members(), addresses());
    if (!(await this.#writeRoles(decision, signal))) return RETRY_MS;
    let retryMs: number | undefined;
    const refused = new Set<string>();
    for (const step of decision.steps) {
      if (signal.aborted) return undefined;
      const failure = await unlessAborted(this.#take(step), signal);
      if (failure === undefined) continue;
      this.#write(step, failure, refused);
      const isCatchingUp = failure instanceof MembershipError && failure.code === 'not-yet';
      retryMs = Math.min(retryMs ?? RETRY_MS, isCatchingUp ? CATCHING_UP_RETRY_MS : RETRY_MS);
    }
    this.#refused = refused;
    return retryMs;
  }

  /** False when nothing is known of the outcome. */
  async #writeRoles({ groups }: RoleDecision, signal: AbortSignal): Promise<boolean> {
    try {
      // A refused group is decided anew: what refused it wakes the loop.
      await this.#modules.store.commit(groups, signal);
      return true;
    } catch (error) {
      if (!signal.aborted) this.#modules.log.warn('roles could not be written; trying again', { error });
      return signal.aborted;
    }
  }

  /** Why it could not be done; undefined when it was. */
  async #take(step: RoleStep): Promise<unknown> {
    const { memberLog, log } = this.#modules;
    const { memberId, nodeId } = step;
    try {
      switch (step.kind) {
        case 'remove':
          await memberLog.remove(memberId);
          log.info('a manager was taken out', { memberId, nodeId });
          return undefined;
        case 'give-vote':
          await memberLog.promote(memberId);
          log.info('a manager has caught up and votes', { memberId, nodeId });
          return undefined;
        case 'move':
          await memberLog.changeAddress(memberId, step.address);
          log.info('a manager has another address', { memberId, nodeId, address: step.address });
          return undefined;
      }
    } catch (error) {
      return error;
    }
  }

  #write(step: RoleStep, error: unknown, refused: Set<string>): void {
    const code = error instanceof MembershipError ? error.code : undefined;
    // Somebody else leads, and does it; or it takes its time.
    if (code === 'not-leader' || code === 'not-yet' || code === 'unknown-member') return;
    const key = `${step.kind} ${step.memberId} ${code ?? ''}`;
    refused.add(key);
    if (this.#refused.has(key)) return;
    this.#modules.log.warn('the managers cannot be changed now; trying again', { ...step, error });
  }
}
