/**
 * What the scheduler's tests share: nodes, revisions and waiting tasks in few words, and a scheduler that
 * runs over a store in memory.
 */
import { silentLog } from '../../../proto/base/log.js';
import type { Node, NodeInput, ServiceSpecInput, Task, TaskInput } from '../../../proto/gen/objects.js';
import type { SchedulerOptions } from '../../../control-plane/scheduler/scheduler.js';
import type { Batch } from '../../../control-plane/scheduler/rules/batch.js';
import type { NodeLoad } from '../../../control-plane/scheduler/rules/node-load.js';
import type { NodeLoads } from '../../../control-plane/scheduler/rules/node-loads.js';
import { placeBatches, type Placement } from '../../../control-plane/scheduler/rules/place.js';
import type { PlacementDefaults } from '../../../control-plane/scheduler/rules/request.js';
import { SchedulerLoop } from '../../../control-plane/scheduler/scheduler-loop.js';
import { group, remove, update } from '../../../control-plane/store/rules/change.js';
import { aNode, aRevision, aTask } from '../../kit/builders.js';
import { aMemoryStore, commitAll, storeObjects, type MemoryStore } from '../../kit/memory-store.js';

export const SPREAD: PlacementDefaults = { strategy: 'spread' };

export interface Ended {
  readonly desired?: NonNullable<Task['desired']>['state'];
  readonly state?: NonNullable<Task['status']>['state'];
}

/** A node of this size; ready unless the parts say otherwise. */
export function aNodeOf(nanoCpus: number, memoryBytes: number, parts: NodeInput & { id: string }): Node {
  return aNode({ ...parts, description: { resources: { nanoCpus, memoryBytes }, ...parts.description } });
}

export function aWaitingTask(parts: TaskInput & { id: string }): Task {
  return aTask({
    ...parts,
    placement: undefined,
    status: { state: 'pending', message: 'pending task scheduling', ...parts.status },
  });
}

/** A store with a scheduler over it, and short ways to change what the store holds. */
export class Scheduled {
  readonly #memory: MemoryStore;
  readonly #stop = new AbortController();
  readonly #ended: Promise<void>;

  constructor(options: SchedulerOptions = {}, memory: MemoryStore = aMemoryStore()) {
    this.#memory = memory;
    const { store, clock } = memory;
    const loop = new SchedulerLoop(options, { store, clock, log: silentLog });
    this.#ended = loop.run(this.#stop.signal);
    this.#ended.catch(() => undefined);
  }

  /** Another scheduler over the same store, as a new leader has one. */
  successor(options: SchedulerOptions): Scheduled {
    return new Scheduled(options, this.#memory);
  }

  get store(): MemoryStore['store'] {
    return this.#memory.store;
  }

  get log(): MemoryStore['log'] {
    return this.#memory.log;
  }

  /** Time for all that the scheduler has to do now. */
  async rest(): Promise<void> {
    await this.#memory.clock.advance(50);
  }

  async pass(durationMs: number): Promise<void> {
    await this.#memory.clock.advance(durationMs);
  }

  async revision(serviceId: string, revision: number, spec: ServiceSpecInput = {}): Promise<void> {
    await storeObjects(this.store, { revision: [aRevision({ serviceId, revision, spec })] });
  }

  async nodes(...nodes: readonly Node[]): Promise<void> {
    await storeObjects(this.store, { node: nodes });
    await this.rest();
  }

  async tasks(...tasks: readonly Task[]): Promise<void> {
    await storeObjects(this.store, { task: tasks });
    await this.rest();
  }

  /** Stores tasks without giving the scheduler time. */
  createLater(...tasks: readonly Task[]): Promise<void> {
    return storeObjects(this.store, { task: tasks });
  }

  async move(taskId: string, { desired, state }: Ended): Promise<void> {
    const task = this.task(taskId);
    const changes = [];
    if (desired)
      changes.push(update('task', taskId, 'desired', { desired: { ...task.desired, state: desired } }));
    if (state && task.status)
      changes.push(update('task', taskId, 'status', { status: { ...task.status, state } }));
    await commitAll(this.store, [group(changes)]);
    await this.rest();
  }

  async removeNode(nodeId: string): Promise<void> {
    await commitAll(this.store, [group([remove('node', nodeId)])]);
    await this.rest();
  }

  task(taskId: string): Task {
    const task = this.store.view().task(taskId);
    if (task === undefined) throw new Error(`no task ${taskId}`);
    return task;
  }

  /** Where the task is; the reason in its place while it has no node. */
  where(taskId: string): string {
    const { placement, status } = this.task(taskId);
    return placement?.nodeId ?? status?.error ?? '';
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#ended;
  }
}

/** The choices for the batches, on a cluster whose strategy is spread. */
export function place(loads: NodeLoads, batches: readonly Batch[], nowMs = 0): readonly Placement[] {
  return placeBatches(loads, batches, { nowMs, defaults: SPREAD }).placements;
}

/** The loads of all nodes, by id. */
export function loadsById(loads: NodeLoads): readonly NodeLoad[] {
  return [...loads.inOrder()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
