/**
 * The allocator as the leader runs it: decides whenever the store has changed. What is decided is for allocator.ts.
 */
import type { Clock } from '../../proto/base/clock.js';
import type { Log } from '../../proto/base/log.js';
import { newId, type Random } from '../../proto/base/random.js';
import type { Service } from '../../proto/base/service.js';
import { ReconcileLoop } from '../loop/reconcile.js';
import type { Store } from '../store/store.js';
import { Allocator, type AllocatorLimits } from './allocator.js';

export interface AllocatorModules {
  readonly store: Pick<Store, 'watch' | 'commit'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

export class AllocatorLoop implements Service {
  readonly name = 'allocator';
  readonly #limits: Partial<AllocatorLimits>;
  readonly #modules: AllocatorModules;

  constructor(limits: Partial<AllocatorLimits>, modules: AllocatorModules) {
    this.#limits = limits;
    this.#modules = modules;
  }

  run(signal: AbortSignal): Promise<void> {
    const { store, clock, random, log } = this.#modules;
    const reconciler = new Allocator(() => newId(random), this.#limits);
    return new ReconcileLoop({ reconciler }, { store, clock, log }).run(signal);
  }
}
