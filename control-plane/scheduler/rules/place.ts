/**
 * Places one batch of pending tasks: filters the nodes, ranks them, takes resources as it goes, or says
 * who refused. Same loads and tasks in, same choice out. Changes nothing; committing is for the loop.
 */
import type { ServiceSpec, Task } from '../../../proto/gen/objects.js';
import type { Filter, Request } from './filters.js';
import { explainRefusal, filtersFor, refusedBy, requestOf } from './filters.js';
import { Heap } from './heap.js';
import type { Claim, NodeLoad, NodeLoads } from './node-load.js';
import { failureKey } from './node-load.js';
import type { Preference } from './spread.js';
import { comparePreference, preferenceOf } from './spread.js';

export interface Placement {
  readonly task: Task;
  /** The node, or why there is none. */
  readonly choice: { readonly nodeId: string } | { readonly refusal: string };
}

export interface Batch {
  readonly tasks: readonly Task[];
  readonly spec: ServiceSpec;
  /** The task that will have stopped before the one of this batch starts: what it takes is free for it. */
  readonly afterTaskId?: string;
  /** The task that will stop once the one of this batch runs: it does not count when tasks are spread. */
  readonly replacedTaskId?: string;
}

/** Tasks with the same key are placed together. One that takes the place of another has a batch to itself. */
export function batchKey(task: Task): string {
  const key = failureKey(task);
  const isAlone = afterTaskOf(task) !== '' || replacedTaskOf(task) !== '';
  return isAlone ? `${key} ${String(task.slot).padStart(16, '0')} ${task.id}` : key;
}

function afterTaskOf(task: Task | undefined): string {
  return task?.desired?.start?.afterTaskId ?? '';
}

function replacedTaskOf(task: Task | undefined): string {
  return task?.desired?.rollout?.replacesTaskId ?? '';
}

/** Tasks of one revision of one service together, services and slots in order. */
export function batchesOf(
  tasks: Iterable<Task>,
  specOf: (task: Task) => ServiceSpec | undefined,
): readonly Batch[] {
  const tasksByKey = new Map<string, Task[]>();
  for (const task of tasks) {
    const key = batchKey(task);
    const batch = tasksByKey.get(key);
    if (batch === undefined) tasksByKey.set(key, [task]);
    else batch.push(task);
  }
  const batches: Batch[] = [];
  for (const key of [...tasksByKey.keys()].toSorted()) {
    const inBatch = tasksByKey.get(key) ?? [];
    const [first] = inBatch;
    const spec = first && specOf(first);
    if (spec === undefined) continue;
    const tasksInOrder = inBatch.toSorted((a, b) => a.slot - b.slot || (a.id < b.id ? -1 : 1));
    batches.push({
      spec,
      tasks: tasksInOrder,
      afterTaskId: afterTaskOf(first),
      replacedTaskId: replacedTaskOf(first),
    });
  }
  return batches;
}

/** A choice for every task of the batches, each taking into account those before it. */
export function placeBatches(
  loads: NodeLoads,
  batches: readonly Batch[],
  nowMs: number,
): readonly Placement[] {
  const nodes = loads.all();
  return loads.suppose((take) =>
    batches.flatMap((batch) => {
      const { afterTaskId = '', replacedTaskId = '' } = batch;
      // What is taken off the node altogether need not be taken off its count as well.
      const leavingNodeId = replacedTaskId === afterTaskId ? undefined : loads.activeNodeOf(replacedTaskId);
      return loads.without(afterTaskId, () => placeBatch(nodes, batch, { nowMs, leavingNodeId, take }));
    }),
  );
}

interface PlaceOptions {
  readonly nowMs: number;
  /** A node that will have one task of the service less. */
  readonly leavingNodeId: string | undefined;
  readonly take: (nodeId: string, claim: Claim) => void;
}

function placeBatch(
  nodes: readonly NodeLoad[],
  { tasks, spec }: Batch,
  { nowMs, leavingNodeId, take }: PlaceOptions,
): readonly Placement[] {
  const serviceId = tasks[0]?.serviceId ?? '';
  const key = tasks[0] === undefined ? '' : failureKey(tasks[0]);
  const request = requestOf(serviceId, spec);
  const { reserved, hostPorts } = request;
  const claim: Claim = {
    serviceId,
    reserved,
    hostPorts,
    isActive: true,
  };
  const candidates = new Candidates(nodes, request, (load) =>
    preferenceOf(load, {
      serviceId,
      failures: load.failuresOf(key, nowMs),
      leaving: load.node.id === leavingNodeId ? 1 : 0,
    }),
  );
  const placements: Placement[] = [];
  let refusal: string | undefined;
  for (const task of tasks) {
    const nodeId = refusal === undefined ? candidates.best() : undefined;
    if (nodeId === undefined) {
      // One reason for all that are left: nothing becomes free within a batch.
      refusal ??= explainRefusal(request, nodes);
      placements.push({ task, choice: { refusal } });
      continue;
    }
    take(nodeId, claim);
    candidates.taken();
    placements.push({ task, choice: { nodeId } });
  }
  return placements;
}

/** The nodes that still fit, best first. */
class Candidates {
  readonly #request: Request;
  readonly #filters: readonly Filter[];
  readonly #preferenceFor: (load: NodeLoad) => Preference;
  readonly #heap: Heap<Preference>;

  constructor(nodes: readonly NodeLoad[], request: Request, preferenceFor: (load: NodeLoad) => Preference) {
    this.#request = request;
    this.#filters = filtersFor(request);
    this.#preferenceFor = preferenceFor;
    const fitting = nodes.filter((load) => refusedBy(this.#filters, request, load) === undefined);
    this.#heap = new Heap(fitting.map(preferenceFor), comparePreference);
  }

  best(): string | undefined {
    return this.#heap.smallest?.load.node.id;
  }

  /** The best node has taken a task: it stays if it has room for another. */
  taken(): void {
    const load = this.#heap.smallest?.load;
    if (load === undefined) return;
    if (refusedBy(this.#filters, this.#request, load) !== undefined) this.#heap.removeSmallest();
    else this.#heap.replaceSmallest(this.#preferenceFor(load));
  }
}
