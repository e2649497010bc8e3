/**
 * Feeds the orchestrator's rules into the loop: keeps services, slots and tasks as users asked for. Looks
 * again only at services that something has changed about, and at those whose time has come. What it
 * remembers follows from the store, so a new leader starts with nothing and decides alike.
 */
import type { Clock } from '../../proto/base/clock.js';
import type { Log } from '../../proto/base/log.js';
import { newId } from '../../proto/base/random.js';
import type { Random } from '../../proto/base/random.js';
import { runAll, type Service } from '../../proto/base/service.js';
import type { ChangeGroup, Table } from '../../proto/gen/log.js';
import type { Task } from '../../proto/gen/objects.js';
import { isPerNode } from '../../proto/model/service-mode.js';
import { ReconcileLoop } from '../loop/reconcile.js';
import type { Decision, Reconciler } from '../loop/reconcile.js';
import type { ClusterView } from '../store/rules/view.js';
import type { Store } from '../store/store.js';
import type { ChangedIds, Wakeup } from '../store/watch.js';
import { Alarms } from './alarms.js';
import { type Drains, NO_DRAINS } from './drains.js';
import { Rebalancer } from './rebalancer.js';
import { enforce } from './rules/enforce.js';
import { decideService } from './rules/service.js';
import { noNewsIn } from './rules/slots.js';

export interface OrchestratorModules {
  readonly store: Pick<Store, 'watch' | 'commit'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Left out where no task has networks. */
  readonly drains?: Drains | undefined;
}

export class OrchestratorLoop implements Service {
  readonly name = 'orchestrator';
  readonly #modules: OrchestratorModules;

  constructor(_options: Readonly<Record<never, never>>, modules: OrchestratorModules) {
    this.#modules = modules;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { store, clock, random, log, drains } = this.#modules;
    const createId = (): string => newId(random);
    const loops = [new Orchestrator(createId, drains), new Rebalancer(createId)].map(
      (reconciler) => new ReconcileLoop({ reconciler }, { store, clock, log }),
    );
    await runAll(loops, signal);
  }
}

// More would make the turn too long; the rest follows in the next one.
const MOST_GROUPS = 1000;
const MOST_TASKS = 10_000;
// A look at a service costs as much as so many of its tasks, and more than that where a schedule is read.
const TASKS_PER_LOOK = 100;
const MOST_NODES = 100;
/**
 * Of a service with very many tasks each look is long, and each report of one of them is a reason for another. So it
 * is left alone after a look for a time that grows with its tasks: of 100 tasks 3 ms, of 30,000 a second.
 */
const PAUSE_MS_PER_TASK = 0.03;
const LONGEST_PAUSE_MS = 1_000;

/** Which services to look at, and when. */
export class Orchestrator implements Reconciler {
  readonly name = 'orchestrator';
  readonly tables: readonly Table[] = ['cluster', 'node', 'service', 'revision', 'task'];
  readonly #newId: () => string;
  readonly #drains: Drains;
  /** Tasks that have become clear of traffic since the last look. */
  readonly #clearedTaskIds = new Set<string>();
  /** Services that something has changed about. */
  readonly #touched = new Set<string>();
  /** Nodes that may no longer be what their tasks were placed for. */
  readonly #changedNodes = new Set<string>();
  readonly #alarms = new Alarms();
  /** Services that were looked at a moment ago: when they may be looked at again. */
  readonly #restsUntilMsByService = new Map<string, number>();
  // A task that is gone no longer says whose it was.
  readonly #serviceIdByTask = new Map<string, string>();

  constructor(createId: () => string, drains: Drains = NO_DRAINS) {
    this.#newId = createId;
    this.#drains = drains;
  }

  watch(wake: () => void): () => void {
    return this.#drains.watch((taskIds) => {
      for (const id of taskIds) this.#clearedTaskIds.add(id);
      wake();
    });
  }

  decide({ view, first, changed }: Wakeup, nowMs: number): Decision {
    if (first) this.#startOver(view, changed);
    else this.#note(view, changed);
    this.#noteCleared(view);
    this.#endRests(nowMs);
    for (const serviceId of this.#alarms.take(nowMs)) this.#touched.add(serviceId);
    const groups = this.#enforce(view, nowMs);
    const unfinished: string[] = [];
    const clearedSinceMs = (task: Task): number | undefined => this.#drains.clearedSinceMs(task, view);
    let taskCount = 0;
    for (const serviceId of this.#touched) {
      if (groups.length >= MOST_GROUPS || taskCount >= MOST_TASKS) break;
      if (this.#restsUntilMsByService.has(serviceId)) continue;
      this.#touched.delete(serviceId);
      const decided = decideService(view, serviceId, nowMs, this.#newId, clearedSinceMs);
      taskCount += TASKS_PER_LOOK + decided.taskCount;
      // Groups don't build on one another: what is left out now is decided again next time.
      for (const group of decided.groups.slice(0, MOST_GROUPS - groups.length)) groups.push(group);
      if (decided.isCutShort === true || groups.length >= MOST_GROUPS) unfinished.push(serviceId);
      else this.#rest(serviceId, nowMs, decided.taskCount);
      this.#alarms.set(serviceId, decided.wakeAtMs);
    }
    // Not before: the loop above would come to them again.
    for (const serviceId of unfinished) this.#touched.add(serviceId);
    return { groups, wakeAtMs: this.#changedNodes.size > 0 ? nowMs : this.#nextWakeAtMs(nowMs) };
  }

  #endRests(nowMs: number): void {
    for (const [serviceId, untilMs] of this.#restsUntilMsByService) {
      // A clock that was set back must not make a moment long.
      if (untilMs <= nowMs || untilMs > nowMs + LONGEST_PAUSE_MS)
        this.#restsUntilMsByService.delete(serviceId);
    }
  }

  #rest(serviceId: string, nowMs: number, taskCount: number): void {
    const pauseMs = Math.min(Math.floor(taskCount * PAUSE_MS_PER_TASK), LONGEST_PAUSE_MS);
    if (pauseMs > 0) this.#restsUntilMsByService.set(serviceId, nowMs + pauseMs);
  }

  #enforce(view: ClusterView, nowMs: number): ChangeGroup[] {
    const groups: ChangeGroup[] = [];
    let nodeCount = 0;
    for (const nodeId of this.#changedNodes) {
      if (++nodeCount > MOST_NODES || groups.length >= MOST_GROUPS) break;
      const node = view.node(nodeId);
      const rejecting = node === undefined ? [] : enforce(view, node, { nowMs, newId: this.#newId });
      for (const group of rejecting) groups.push(group);
      // One that was refused is tried again, as its node need not change for that.
      if (rejecting.length === 0) this.#changedNodes.delete(nodeId);
    }
    return groups;
  }

  #startOver(view: ClusterView, changed: ChangedIds): void {
    this.#changedNodes.clear();
    for (const id of changed.node) this.#changedNodes.add(id);
    this.#touched.clear();
    this.#alarms.clear();
    this.#restsUntilMsByService.clear();
    this.#serviceIdByTask.clear();
    for (const { id } of view.services()) this.#touched.add(id);
    for (const task of view.tasks()) {
      this.#serviceIdByTask.set(task.id, task.serviceId);
      this.#touched.add(task.serviceId);
    }
    // Of a removed service nothing but revisions may be left.
    for (const id of changed.revision) this.#touched.add(id.slice(0, id.lastIndexOf('.')));
    this.#touched.delete('');
  }

  #note(view: ClusterView, changed: ChangedIds): void {
    for (const id of changed.service) {
      this.#touched.add(id);
      // What a user asks for is done at once.
      this.#restsUntilMsByService.delete(id);
    }
    const isNoNews = noNewsIn(view);
    for (const id of changed.task) this.#noteTask(view, id, isNoNews);
    for (const id of changed.node) {
      this.#changedNodes.add(id);
      for (const task of view.tasksOnNode(id)) this.#touched.add(task.serviceId);
    }
    // It may be one more, or one less, for those that have a task on each.
    if (changed.node.size > 0)
      for (const { id, spec } of view.services()) if (isPerNode(spec)) this.#touched.add(id);
    // The history limit may have changed.
    if (changed.cluster.size > 0) for (const { id } of view.services()) this.#touched.add(id);
    this.#touched.delete('');
  }

  #noteCleared(view: ClusterView): void {
    for (const id of this.#clearedTaskIds) {
      const serviceId = view.task(id)?.serviceId;
      if (serviceId !== undefined) this.#touched.add(serviceId);
    }
    this.#clearedTaskIds.clear();
  }

  #noteTask(view: ClusterView, id: string, isNoNews: (task: Task) => boolean): void {
    const task = view.task(id);
    const knownServiceId = this.#serviceIdByTask.get(id);
    const serviceId = task?.serviceId ?? knownServiceId;
    // Thousands of tasks that start are thousands of reports; a look at their service for each would find nothing.
    const isNews = task === undefined || knownServiceId === undefined || !isNoNews(task);
    if (serviceId !== undefined && isNews) this.#touched.add(serviceId);
    if (task === undefined) this.#serviceIdByTask.delete(id);
    else this.#serviceIdByTask.set(id, task.serviceId);
  }

  #nextWakeAtMs(nowMs: number): number | undefined {
    let next = this.#alarms.nextMs(nowMs);
    for (const serviceId of this.#touched) {
      const atMs = this.#restsUntilMsByService.get(serviceId) ?? nowMs;
      if (next === undefined || atMs < next) next = atMs;
    }
    return next;
  }
}
