/**
 * Linearizable reads: where the log ends, by etcd's word, and then until that is applied here. Works on every member.
 * Callers that come while etcd is asked share the next question, so many readers cost as much as a few.
 */
import { ReplicatorError } from 'raft-ts/replicator.js';
import { type Clock, withTimeout } from '../../proto/base/clock.js';
import type { Applier } from './applier.js';
import type { EtcdClient } from './etcd-client.js';
import type { Keys } from './rules/keys.js';

const TRY_TIMEOUT_MS = 1_500;
const PAUSE_MS = 100;
const WITHIN_MS = 4_500;

export interface BarrierModules {
  readonly client: EtcdClient;
  readonly clock: Clock;
  readonly applier: Applier;
}

export class Barrier {
  readonly #keys: Keys;
  readonly #modules: BarrierModules;
  #asking: Promise<unknown> = Promise.resolve();
  #nextQuestion: Promise<number> | undefined;

  constructor(keys: Keys, modules: BarrierModules) {
    this.#keys = keys;
    this.#modules = modules;
  }

  /** Resolves with the applied index once it covers all that was acknowledged before the call. */
  async pass(signal: AbortSignal): Promise<number> {
    const { clock, applier } = this.#modules;
    const late = (): Error =>
      new ReplicatorError(
        'not-leader',
        'etcd does not answer, or this member lags too far behind: reads wait until it does',
      );
    const passing = async (within: AbortSignal): Promise<number> => {
      await applier.reached(await this.#endIndex(within));
      return applier.appliedIndex;
    };
    return await withTimeout(clock, WITHIN_MS, late, passing, signal);
  }

  async #endIndex(signal: AbortSignal): Promise<number> {
    for (;;) {
      signal.throwIfAborted();
      try {
        return await this.#shared();
      } catch {
        await this.#modules.clock.sleep(PAUSE_MS, signal);
      }
    }
  }

  #shared(): Promise<number> {
    if (this.#nextQuestion !== undefined) return this.#nextQuestion;
    const question = this.#asking.then(async () => {
      // From here on it is too old for new callers.
      this.#nextQuestion = undefined;
      const { entries } = await this.#modules.client.read({ from: this.#keys.end }, 1, TRY_TIMEOUT_MS);
      return entries[0] === undefined ? 0 : Number(Buffer.from(entries[0].value).toString());
    });
    this.#asking = question.catch(() => undefined);
    this.#nextQuestion = question;
    return question;
  }
}
