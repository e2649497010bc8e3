/**
 * Pending tasks in, nodes out. Follows the store's nodes and tasks, tries the tasks that wait whenever one
 * of them or their chances may have changed, and writes either the node or, when it is news, the reason
 * why there is none. Which node is for rules/place.ts.
 */
import type { ChangeGroup, Table } from '../../proto/gen/log.js';
import type { PlacementStrategy, ServiceSpec, Task } from '../../proto/gen/objects.js';
import { PENDING_MESSAGE } from '../../proto/model/new-task.js';
import { serviceOfRevision } from '../../proto/model/rollout.js';
import { isPreassigned } from '../../proto/model/service-mode.js';
import { isWanted, stateOf } from '../../proto/model/task.js';
import type { Decision, Reconciler } from '../loop/reconcile.js';
import { group, unchanged, update } from '../store/rules/change.js';
import type { ClusterView } from '../store/rules/view.js';
import type { ChangedIds, Wakeup } from '../store/watch.js';
import { batchesOf } from './rules/batch.js';
import { confirmTasks } from './rules/confirm.js';
import { explainNodes, type Verdict } from './rules/explain.js';
import { FAILURE_WINDOW_MS } from './rules/node-load.js';
import { NodeLoads } from './rules/node-loads.js';
import { placeBatches } from './rules/place.js';
import type { Placement } from './rules/place.js';
import type { PlacementDefaults } from './rules/request.js';
import { WaitingTasks } from './rules/waiting.js';

/** How much one pass does at most; the rest follows in the next one. */
export interface SchedulerOptions {
  /** Tasks tried. */
  readonly tasksPerPass?: number | undefined;
  /** Nodes looked at, after which no further service revision is tried. */
  readonly nodeLooksPerPass?: number | undefined;
  /** Nodes and tasks taken in when everything is new, as on a new leader. */
  readonly learnedPerPass?: number | undefined;
}

// Sized so that a turn stays below 50 ms with a thousand nodes, committing included.
const LIMITS = { tasksPerPass: 300, nodeLooksPerPass: 50_000, learnedPerPass: 3000 };

const NOTHING_TO_LEARN: Iterator<undefined, undefined> = new Map<string, never>().values();

/** What a step of taking in is given. */
interface Instant {
  readonly view: ClusterView;
  readonly nowMs: number;
}

/** Which tasks to try, and what is known of the nodes meanwhile. */
export class Scheduler implements Reconciler {
  readonly name = 'scheduler';
  readonly tables: readonly Table[] = ['cluster', 'node', 'revision', 'task', 'network'];
  readonly #limits: typeof LIMITS;
  #loads = new NodeLoads();
  #strategy: PlacementStrategy = 'default';
  /** Tasks that may go anywhere. */
  #free = new WaitingTasks();
  /** Tasks whose node is chosen already: they are tried first. */
  #preassigned = new WaitingTasks();
  /** Tasks that the last decision gave a node: they count as placed, until the store has said so or not. */
  #decided = new Set<string>();
  /** Takes in what was there at the start, one thing a step: nothing is placed before all of it is. */
  #learning = NOTHING_TO_LEARN;
  #hasLearned = false;

  constructor(options: SchedulerOptions = {}) {
    this.#limits = {
      tasksPerPass: options.tasksPerPass ?? LIMITS.tasksPerPass,
      nodeLooksPerPass: options.nodeLooksPerPass ?? LIMITS.nodeLooksPerPass,
      learnedPerPass: options.learnedPerPass ?? LIMITS.learnedPerPass,
    };
  }

  decide({ view, first, changed }: Wakeup, nowMs: number): Decision {
    if (first) this.#startOver(view);
    else this.#note(view, changed, nowMs);
    if (!this.#learn(view, nowMs)) return { groups: [], isCutShort: true };
    this.#strategy = view.cluster()?.spec?.placementStrategy ?? 'default';
    const specOf = (task: Task): ServiceSpec | undefined => specIn(view, task);
    const preassigned = this.#take(view, this.#preassigned);
    const confirmed = confirmTasks(this.#loads, preassigned, specOf, this.#defaults);
    const batches = batchesOf(this.#take(view, this.#free), specOf);
    const { placements: placed, untried } = placeBatches(this.#loads, batches, {
      nowMs,
      defaults: this.#defaults,
      mostLooks: this.#limits.nodeLooksPerPass,
    });
    for (const { tasks } of untried) for (const { id } of tasks) this.#free.putBack(id);
    const placements = [...confirmed, ...placed];
    for (const { task, choice } of placements) if ('nodeId' in choice) this.#decided.add(task.id);
    const groups = placements.flatMap((placement) => changeFor(view, placement, nowMs));
    return { groups, isCutShort: this.#preassigned.isAnyToTry || this.#free.isAnyToTry };
  }

  /** Undefined before everything that was stored is taken in. */
  explain(task: Task, spec: ServiceSpec, nodeId?: string): readonly Verdict[] | undefined {
    return this.#hasLearned ? explainNodes(this.#loads, task, spec, this.#defaults, nodeId) : undefined;
  }

  get #defaults(): PlacementDefaults {
    return { strategy: this.#strategy };
  }

  #startOver(view: ClusterView): void {
    this.#loads = new NodeLoads();
    this.#free = new WaitingTasks();
    this.#preassigned = new WaitingTasks();
    this.#decided.clear();
    this.#hasLearned = false;
    this.#learning = this.#takeIn(view);
  }

  /**
   * Networks and nodes before tasks, so that a task finds what it is judged by. What there is to take in is read from the view
   * of the start while it is taken in; each step is given the view and the instant of its own time.
   */
  *#takeIn(start: ClusterView): Generator<undefined, undefined, Instant> {
    for (const { id } of start.networks()) {
      const { view } = yield;
      this.#loads.setNetwork(id, view.network(id));
    }
    for (const { serviceId } of start.revisions()) {
      const { view } = yield;
      this.#noteService(view, serviceId);
    }
    for (const { id } of start.nodes()) {
      const { view } = yield;
      this.#noteNode(view, id);
    }
    for (const { id } of start.tasks()) {
      const { view, nowMs } = yield;
      const task = view.task(id);
      if (task === undefined) continue;
      this.#noteTask(view, task);
      const atMs = task.status?.atMs ?? 0;
      if (hasFailed(task) && atMs > nowMs - FAILURE_WINDOW_MS) this.#loads.noteFailure(task, atMs);
    }
  }

  /** Takes in the next of what was there at the start; true when nothing is left. */
  #learn(view: ClusterView, nowMs: number): boolean {
    const now = { view, nowMs };
    for (let step = 0; step < this.#limits.learnedPerPass; step++) {
      if (this.#learning.next(now).done !== true) continue;
      this.#hasLearned = true;
      return true;
    }
    return false;
  }

  #note(view: ClusterView, changed: ChangedIds, nowMs: number): void {
    // A task may have been stored before its revision: then it could not be tried.
    let mayFit = changed.node.size + changed.revision.size > 0 || this.#strategyHasChanged(view);
    for (const id of changed.network) this.#loads.setNetwork(id, view.network(id));
    for (const id of changed.node) this.#noteNode(view, id);
    for (const id of changed.revision) this.#noteService(view, serviceOfRevision(id));
    for (const id of changed.task) {
      const task = view.task(id);
      const freesRoom = task === undefined ? this.#forgetTask(id) : this.#noteTask(view, task);
      mayFit ||= freesRoom;
      // Only the first news of a failure frees room: what is heard of the task later is not another failure.
      if (freesRoom && task !== undefined && hasFailed(task)) this.#loads.noteFailure(task, nowMs);
    }
    if (this.#takeBack()) mayFit = true;
    if (mayFit) this.#tryAllAgain();
    this.#loads.forgetFailures(nowMs);
  }

  #strategyHasChanged(view: ClusterView): boolean {
    return (view.cluster()?.spec?.placementStrategy ?? 'default') !== this.#strategy;
  }

  /** What was decided and is not in the store by now came too late; true when there was such a thing. */
  #takeBack(): boolean {
    const isAnyLate = this.#decided.size > 0;
    for (const id of this.#decided) this.#loads.removeTask(id);
    this.#decided.clear();
    return isAnyLate;
  }

  #tryAllAgain(): void {
    this.#preassigned.tryAllAgain();
    this.#free.tryAllAgain();
  }

  #noteNode(view: ClusterView, id: string): void {
    const node = view.node(id);
    if (node === undefined) this.#loads.removeNode(id);
    else this.#loads.setNode(node);
  }

  #noteService(view: ClusterView, serviceId: string): void {
    this.#loads.setService(serviceId, view.revisionsOfService(serviceId).at(-1)?.spec);
  }

  /** True when a node has more room now. */
  #noteTask(view: ClusterView, task: Task): boolean {
    if (stateOf(task) === 'pending' && isWanted(task)) {
      (isPreassigned(task) ? this.#preassigned : this.#free).add(task.id);
      return false;
    }
    this.#waitsNoMore(task.id);
    this.#decided.delete(task.id);
    return !this.#loads.isCounted(task) && this.#loads.setTask(task, specIn(view, task));
  }

  #forgetTask(id: string): boolean {
    this.#waitsNoMore(id);
    this.#decided.delete(id);
    return this.#loads.removeTask(id);
  }

  #waitsNoMore(id: string): void {
    this.#free.remove(id);
    this.#preassigned.remove(id);
  }

  /** As many of them as one pass tries. */
  #take(view: ClusterView, waiting: WaitingTasks): readonly Task[] {
    return waiting.take(this.#limits.tasksPerPass).flatMap((id) => view.task(id) ?? []);
  }
}

function specIn(view: ClusterView, task: Task): ServiceSpec | undefined {
  return view.revision(task.serviceId, task.revision)?.spec;
}

function changeFor(view: ClusterView, { task, choice }: Placement, nowMs: number): readonly ChangeGroup[] {
  const isStillPending = [unchanged('task', task, 'status'), unchanged('task', task, 'desired')];
  if ('refusal' in choice) {
    if (task.status?.error === choice.refusal) return [];
    const refused = {
      ...task.status,
      ports: task.status?.ports ?? [],
      atMs: nowMs,
      state: 'pending',
      message: PENDING_MESSAGE,
      error: choice.refusal,
    } as const;
    return [group([update('task', task.id, 'status', { status: refused })], isStillPending)];
  }
  const { nodeId, generic } = choice;
  const node = view.node(nodeId);
  if (node === undefined) return [];
  const assigned = {
    ...task.status,
    ports: task.status?.ports ?? [],
    atMs: nowMs,
    state: 'assigned',
    message: isPreassigned(task)
      ? 'scheduler confirmed task can run on preassigned node'
      : 'scheduler assigned task to node',
    error: '',
  } as const;
  return [
    group(
      [
        update('task', task.id, 'placement', { placement: { nodeId, generic } }),
        update('task', task.id, 'status', { status: assigned }),
      ],
      [...isStillPending, unchanged('node', node, 'spec')],
    ),
  ];
}

function hasFailed(task: Task): boolean {
  return stateOf(task) === 'failed' || stateOf(task) === 'rejected';
}
