/**
 * The scheduler's loop over a store in memory: pending tasks go in, and what became of them comes out.
 */
import { SchedulerLoop } from '../../../control-plane/scheduler/scheduler-loop.js';
import { group, remove, update } from '../../../control-plane/store/rules/change.js';
import { silentLog } from '../../../proto/base/log.js';
import type { Node, ServiceSpecInput, TaskInput, TaskState } from '../../../proto/gen/objects.js';
import { stateOf } from '../../../proto/model/task.js';
import { aRevision, aService, aTask } from '../../kit/builders.js';
import { aMemoryStore, commitAll, storeObjects } from '../../kit/memory-store.js';
import { settle } from '../../kit/sim-clock.js';

export class Scheduling {
  readonly #memory = aMemoryStore();
  readonly #stop = new AbortController();
  readonly #ended = new SchedulerLoop({}, { ...this.#memory, log: silentLog }).run(this.#stop.signal);
  #taskCount = 0;

  get entryCount(): number {
    return this.#memory.log.entries.length;
  }

  async end(): Promise<void> {
    this.#stop.abort();
    await this.#ended;
  }

  advance(durationMs: number): Promise<void> {
    return this.#memory.clock.advance(durationMs);
  }

  async addNodes(...nodes: readonly Node[]): Promise<void> {
    await storeObjects(this.#memory.store, { node: nodes });
    await this.#quiet();
  }

  async setNode(id: string, edit: (node: Node) => Node): Promise<void> {
    const node = this.#memory.store.view().node(id);
    if (node === undefined) throw new Error(`no node ${id}`);
    const { spec, status } = edit(node);
    await commitAll(this.#memory.store, [
      group([update('node', id, 'spec', { spec }), update('node', id, 'status', { status })]),
    ]);
    await this.#quiet();
  }

  async addService(id: string, spec: ServiceSpecInput = {}, revision = 1): Promise<void> {
    const exists = this.#memory.store.view().service(id) !== undefined;
    await storeObjects(this.#memory.store, {
      service: exists ? [] : [aService({ id, spec, revision })],
      revision: [aRevision({ serviceId: id, revision, spec: { name: id, ...spec } })],
    });
  }

  /** Stores so many pending tasks of a service and returns their ids once the scheduler has seen them. */
  async addTasks(serviceId: string, count: number, parts: TaskInput = {}): Promise<readonly string[]> {
    const tasks = Array.from({ length: count }, () => {
      const slot = ++this.#taskCount;
      const pending = { placement: { nodeId: '' }, status: { state: 'pending' as const } };
      return aTask({ ...pending, id: `t-${String(slot).padStart(5, '0')}`, serviceId, slot, ...parts });
    });
    await storeObjects(this.#memory.store, { task: tasks });
    await this.#quiet();
    return tasks.map(({ id }) => id);
  }

  /** Says that a task is in this state now. */
  async report(taskId: string, state: TaskState): Promise<void> {
    const status = { ports: [], error: '', message: '', ...this.#memory.store.view().task(taskId)?.status };
    const atMs = this.#memory.clock.nowMs();
    await commitAll(this.#memory.store, [
      group([update('task', taskId, 'status', { status: { ...status, state, atMs } })]),
    ]);
    await this.#quiet();
  }

  async removeTask(taskId: string): Promise<void> {
    await commitAll(this.#memory.store, [group([remove('task', taskId)])]);
    await this.#quiet();
  }

  /** The node the task was given, or why it has none. */
  fate(taskId: string | undefined): string {
    const task = this.#memory.store.view().task(taskId ?? '');
    if (task === undefined) return 'gone';
    return stateOf(task) === 'pending' ? (task.status?.error ?? '') : (task.placement?.nodeId ?? '');
  }

  fates(taskIds: readonly string[]): readonly string[] {
    return taskIds.map((id) => this.fate(id));
  }

  /** Active tasks of the service on each node that has any, by node id. */
  countByNode(serviceId: string): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const task of this.#memory.store.view().tasksOfService(serviceId)) {
      const nodeId = task.placement?.nodeId ?? '';
      if (nodeId !== '') counts[nodeId] = (counts[nodeId] ?? 0) + 1;
    }
    return counts;
  }

  async #quiet(): Promise<void> {
    for (let entries = -1; entries !== this.entryCount; ) {
      entries = this.entryCount;
      await settle();
      // The rest of a batch that was cut short follows a moment later.
      await this.#memory.clock.advance(1);
    }
  }
}
