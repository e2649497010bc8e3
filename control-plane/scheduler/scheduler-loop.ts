/**
 * The scheduler as the leader runs it: decides whenever the store has changed, and answers meanwhile why a
 * task would not do on this node or that. What is decided is for scheduler.ts.
 */
import type { Clock } from '../../proto/base/clock.js';
import type { Log } from '../../proto/base/log.js';
import type { Service } from '../../proto/base/service.js';
import type { ServiceSpec, Task } from '../../proto/gen/objects.js';
import { ReconcileLoop } from '../loop/reconcile.js';
import type { Store } from '../store/store.js';
import type { Verdict } from './rules/explain.js';
import { Scheduler, type SchedulerOptions } from './scheduler.js';

export interface SchedulerModules {
  readonly store: Pick<Store, 'watch' | 'commit'>;
  readonly clock: Clock;
  readonly log: Log;
}

export class SchedulerLoop implements Service {
  readonly name = 'scheduler';
  readonly #scheduler: Scheduler;
  readonly #modules: SchedulerModules;

  constructor(options: SchedulerOptions, modules: SchedulerModules) {
    this.#scheduler = new Scheduler(options);
    this.#modules = modules;
  }

  run(signal: AbortSignal): Promise<void> {
    return new ReconcileLoop({ reconciler: this.#scheduler }, this.#modules).run(signal);
  }

  /**
   * What every node has against the task, made from this spec, as the scheduler sees the nodes now; by
   * node id; only of this node where one is named. Undefined while it still takes in what was stored before it
   * began.
   */
  explain(task: Task, spec: ServiceSpec, nodeId?: string): readonly Verdict[] | undefined {
    return this.#scheduler.explain(task, spec, nodeId);
  }
}
