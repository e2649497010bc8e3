/**
 * Pending tasks in, nodes out. Follows the store's nodes and tasks, tries the tasks that wait whenever one
 * of them or their chances may have changed, and writes either the node or, when it is news, the reason
 * why there is none. Which node is for rules/place.ts.
 */
import type { Clock } from '../../proto/base/clock.js';
import type { Log } from '../../proto/base/log.js';
import type { Service } from '../../proto/base/service.js';
import type { ChangeGroup, Table } from '../../proto/gen/log.js';
import type { ServiceSpec, Task } from '../../proto/gen/objects.js';
import { isPreassigned } from '../../proto/model/service-mode.js';
import { isWanted, stateOf } from '../../proto/model/task.js';
import { ReconcileLoop } from '../loop/reconcile.js';
import type { Decision, Reconciler } from '../loop/reconcile.js';
import { group, unchanged, update } from '../store/rules/change.js';
import type { ClusterView } from '../store/rules/view.js';
import type { Store } from '../store/store.js';
import type { ChangedIds, Wakeup } from '../store/watch.js';
import { confirmTasks } from './rules/confirm.js';
import { FAILURE_WINDOW_MS, NodeLoads } from './rules/node-load.js';
import { batchesOf, batchKey, placeBatches } from './rules/place.js';
import type { Placement } from './rules/place.js';

export interface SchedulerModules {
  readonly store: Pick<Store, 'watch' | 'commit'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** How much one pass does at most; the rest follows in the next one. */
export interface SchedulerOptions {
  /** Tasks tried. */
  readonly tasksPerPass?: number | undefined;
  /** Nodes looked at, after which no further service revision is tried. */
  readonly nodeLooksPerPass?: number | undefined;
  /** Tasks taken in when everything is new, as on a new leader. */
  readonly tasksLearnedPerPass?: number | undefined;
}

// Sized so that a turn stays below 50 ms with a thousand nodes, committing included.
const LIMITS = { tasksPerPass: 300, nodeLooksPerPass: 50_000, tasksLearnedPerPass: 10_000 };

export class SchedulerLoop implements Service {
  readonly name = 'scheduler';
  readonly #options: SchedulerOptions;
  readonly #modules: SchedulerModules;

  constructor(options: SchedulerOptions, modules: SchedulerModules) {
    this.#options = options;
    this.#modules = modules;
  }

  run(signal: AbortSignal): Promise<void> {
    return new ReconcileLoop({ reconciler: new Scheduler(this.#options) }, this.#modules).run(signal);
  }
}

const NO_IDS: Iterator<string, undefined> = new Map<string, never>().keys();

/** Which tasks to try, and what is known of the nodes meanwhile. */
export class Scheduler implements Reconciler {
  readonly name = 'scheduler';
  readonly tables: readonly Table[] = ['node', 'revision', 'task'];
  readonly #limits: typeof LIMITS;
  #loads = new NodeLoads();
  /** All that wait for a node. */
  readonly #pending = new Set<string>();
  /** Those among them whose chances may have changed since they were tried. */
  readonly #toTry = new Set<string>();
  /** The same of those whose node is chosen already: they are tried first. */
  readonly #toConfirm = new Set<string>();
  /** Tasks that were there at the start and are not taken in yet: nothing is placed before they are. */
  #toLearn = NO_IDS;

  constructor(options: SchedulerOptions = {}) {
    this.#limits = {
      tasksPerPass: options.tasksPerPass ?? LIMITS.tasksPerPass,
      nodeLooksPerPass: options.nodeLooksPerPass ?? LIMITS.nodeLooksPerPass,
      tasksLearnedPerPass: options.tasksLearnedPerPass ?? LIMITS.tasksLearnedPerPass,
    };
  }

  decide({ view, first, changed }: Wakeup, nowMs: number): Decision {
    if (first) this.#startOver(view, changed);
    else this.#note(view, changed, nowMs);
    if (!this.#learn(view, nowMs)) return { groups: [], wakeAtMs: nowMs };
    const loads = this.#loads;
    const preassigned = this.#nextToConfirm(view);
    const tasks = this.#nextTasks(view);
    const specOf = (task: Task): ServiceSpec | undefined =>
      view.revision(task.serviceId, task.revision)?.spec;
    const placements = loads.suppose((take) => [
      ...confirmTasks(loads, preassigned, specOf, take),
      ...placeBatches(loads, batchesOf(tasks, specOf), nowMs),
    ]);
    const groups = placements.flatMap((placement) => changeFor(view, placement, nowMs));
    return { groups, wakeAtMs: this.#toTry.size + this.#toConfirm.size > 0 ? nowMs : undefined };
  }

  #startOver(view: ClusterView, changed: ChangedIds): void {
    this.#loads = new NodeLoads();
    this.#pending.clear();
    this.#toTry.clear();
    this.#toConfirm.clear();
    for (const node of view.nodes()) this.#loads.setNode(node);
    this.#toLearn = changed.task.values();
  }

  /** Takes in the next of the tasks that were there at the start; true when none are left. */
  #learn(view: ClusterView, nowMs: number): boolean {
    for (let learned = 0; learned < this.#limits.tasksLearnedPerPass; learned++) {
      const next = this.#toLearn.next();
      if (next.done === true) return true;
      const task = view.task(next.value);
      if (task === undefined) continue;
      this.#noteTask(view, task);
      const atMs = task.status?.atMs ?? 0;
      if (hasFailed(task) && atMs > nowMs - FAILURE_WINDOW_MS) this.#loads.noteFailure(task, atMs);
    }
    return false;
  }

  #note(view: ClusterView, changed: ChangedIds, nowMs: number): void {
    // A task may have been stored before its revision: then it could not be tried.
    let mayFit = changed.node.size + changed.revision.size > 0;
    for (const id of changed.node) {
      const node = view.node(id);
      if (node === undefined) this.#loads.removeNode(id);
      else this.#loads.setNode(node);
    }
    for (const id of changed.task) {
      const task = view.task(id);
      const hadRoom = task === undefined ? this.#forgetTask(id) : this.#noteTask(view, task);
      mayFit ||= hadRoom;
      if (hadRoom && task !== undefined && hasFailed(task)) this.#loads.noteFailure(task, nowMs);
    }
    if (mayFit) for (const id of this.#pending) this.#try(view.task(id));
    this.#loads.forgetFailures(nowMs);
  }

  /** True when a node has more room now. */
  #noteTask(view: ClusterView, task: Task): boolean {
    if (stateOf(task) === 'pending' && isWanted(task)) {
      this.#pending.add(task.id);
      this.#try(task);
      return false;
    }
    this.#waitsNoMore(task.id);
    return this.#loads.setTask(task, view.revision(task.serviceId, task.revision)?.spec);
  }

  #forgetTask(id: string): boolean {
    this.#waitsNoMore(id);
    return this.#loads.removeTask(id);
  }

  #try(task: Task | undefined): void {
    if (task !== undefined) (isPreassigned(task) ? this.#toConfirm : this.#toTry).add(task.id);
  }

  #waitsNoMore(id: string): void {
    this.#pending.delete(id);
    this.#toTry.delete(id);
    this.#toConfirm.delete(id);
  }

  #nextToConfirm(view: ClusterView): readonly Task[] {
    const tasks: Task[] = [];
    for (const id of this.#toConfirm) {
      if (tasks.length >= this.#limits.tasksPerPass) break;
      this.#toConfirm.delete(id);
      const task = view.task(id);
      if (task !== undefined) tasks.push(task);
    }
    return tasks;
  }

  #nextTasks(view: ClusterView): readonly Task[] {
    const tasks: Task[] = [];
    const keys = new Set<string>();
    for (const id of this.#toTry) {
      if (tasks.length >= this.#limits.tasksPerPass) break;
      if (keys.size * view.nodeCount() >= this.#limits.nodeLooksPerPass) break;
      this.#toTry.delete(id);
      const task = view.task(id);
      if (task === undefined) continue;
      keys.add(batchKey(task));
      tasks.push(task);
    }
    return tasks;
  }
}

function changeFor(view: ClusterView, { task, choice }: Placement, nowMs: number): readonly ChangeGroup[] {
  const isStillPending = [unchanged('task', task, 'status'), unchanged('task', task, 'desired')];
  const status = { ...task.status, ports: task.status?.ports ?? [], atMs: nowMs };
  if ('refusal' in choice) {
    if (task.status?.error === choice.refusal) return [];
    const refused = {
      ...status,
      state: 'pending',
      message: 'pending task scheduling',
      error: choice.refusal,
    } as const;
    return [group([update('task', task.id, 'status', { status: refused })], isStillPending)];
  }
  const { nodeId } = choice;
  const node = view.node(nodeId);
  if (node === undefined) return [];
  const assigned = {
    ...status,
    state: 'assigned',
    message: isPreassigned(task)
      ? 'scheduler confirmed task can run on preassigned node'
      : 'scheduler assigned task to node',
    error: '',
  } as const;
  return [
    group(
      [
        update('task', task.id, 'placement', { placement: { nodeId, generic: [] } }),
        update('task', task.id, 'status', { status: assigned }),
      ],
      [...isStillPending, unchanged('node', node, 'spec')],
    ),
  ];
}

function hasFailed(task: Task): boolean {
  return stateOf(task) === 'failed' || stateOf(task) === 'rejected';
}
