/**
 * What each node carries: reservations, host ports, active tasks, recent failures. Owns the counting;
 * follows the store's tasks one by one, so that a pass over thousands of tasks need not start from nothing.
 */
import type { Node, PortSpec, ServiceSpec, Task } from '../../../proto/gen/objects.js';
import { invariant } from '../../../proto/base/invariant.js';
import type { Amounts } from '../../../proto/model/resources.js';
import { add, capacityOf, NOTHING, reservationOf, subtract } from '../../../proto/model/resources.js';
import { hasEnded, isUnplaced, isWanted } from '../../../proto/model/task.js';

/** Failures older than this no longer speak against a node. */
export const FAILURE_WINDOW_MS = 5 * 60_000;

/** What one task takes from its node. */
export interface Claim {
  readonly serviceId: string;
  readonly reserved: Amounts;
  readonly hostPorts: readonly PortSpec[];
  /** Meant to go on: it counts when tasks are spread. */
  readonly isActive: boolean;
}

export interface NodeLoad {
  readonly node: Node;
  readonly free: Amounts;
  readonly hostPorts: readonly PortSpec[];
  readonly activeCount: number;
  activeOf(serviceId: string): number;
  /** Recent failures on this node of what the key stands for (see failureKey). */
  failuresOf(key: string, nowMs: number): number;
}

/** Failures are counted for one revision of a service: a new one deserves a new chance. */
export function failureKey(task: Pick<Task, 'serviceId' | 'revision'>): string {
  return `${task.serviceId}.${task.revision}`;
}

/** The host ports that a task of this spec binds; a port that may be any is no conflict. */
export function hostPortsOf(spec: ServiceSpec | undefined): readonly PortSpec[] {
  return (spec?.endpoint?.ports ?? []).filter(
    (port) => port.publishMode === 'host' && port.publishedPort !== 0,
  );
}

/** What the task takes; undefined when it takes nothing, because no node has taken it or it has ended. */
export function claimOf(task: Task, spec: ServiceSpec | undefined): Claim | undefined {
  if (hasEnded(task) || isUnplaced(task) || (task.placement?.nodeId ?? '') === '') return undefined;
  return {
    serviceId: task.serviceId,
    reserved: reservationOf(spec?.task),
    hostPorts: hostPortsOf(spec),
    isActive: isWanted(task),
  };
}

class CountedLoad implements NodeLoad {
  node: Node;
  hostPorts: readonly PortSpec[] = [];
  activeCount = 0;
  #reserved: Amounts = NOTHING;
  readonly #activeByService = new Map<string, number>();
  /** Key → task → when it failed: a task that is noted twice counts once. */
  readonly #failuresByKey = new Map<string, Map<string, number>>();

  constructor(node: Node) {
    this.node = node;
  }

  get free(): Amounts {
    return subtract(capacityOf(this.node), this.#reserved);
  }

  activeOf(serviceId: string): number {
    return this.#activeByService.get(serviceId) ?? 0;
  }

  failuresOf(key: string, nowMs: number): number {
    const atMsByTaskId = this.#failuresByKey.get(key);
    if (atMsByTaskId === undefined) return 0;
    let count = 0;
    for (const atMs of atMsByTaskId.values()) if (atMs > nowMs - FAILURE_WINDOW_MS) count += 1;
    return count;
  }

  failed(key: string, taskId: string, atMs: number): void {
    const atMsByTaskId = this.#failuresByKey.get(key) ?? new Map<string, number>();
    this.#failuresByKey.set(key, atMsByTaskId);
    if (!atMsByTaskId.has(taskId)) atMsByTaskId.set(taskId, atMs);
  }

  forgetFailures(nowMs: number): void {
    for (const [key, atMsByTaskId] of this.#failuresByKey) {
      for (const [taskId, atMs] of atMsByTaskId)
        if (atMs <= nowMs - FAILURE_WINDOW_MS) atMsByTaskId.delete(taskId);
      if (atMsByTaskId.size === 0) this.#failuresByKey.delete(key);
    }
  }

  take(claim: Claim): void {
    this.#reserved = add(this.#reserved, claim.reserved);
    if (claim.hostPorts.length > 0) this.hostPorts = [...this.hostPorts, ...claim.hostPorts];
    if (claim.isActive) this.#countActive(claim.serviceId, 1);
  }

  giveBack(claim: Claim): void {
    this.#reserved = subtract(this.#reserved, claim.reserved);
    for (const port of claim.hostPorts) this.hostPorts = withoutOne(this.hostPorts, port);
    if (claim.isActive) this.#countActive(claim.serviceId, -1);
  }

  #countActive(serviceId: string, difference: number): void {
    const count = this.activeOf(serviceId) + difference;
    invariant(count >= 0, `node ${this.node.id} has ${count} active tasks of service ${serviceId}`);
    this.activeCount += difference;
    if (count === 0) this.#activeByService.delete(serviceId);
    else this.#activeByService.set(serviceId, count);
  }
}

// An old and a new task of one service may hold the same port for a while: one of them gives it back.
function withoutOne(ports: readonly PortSpec[], port: PortSpec): readonly PortSpec[] {
  const at = ports.indexOf(port);
  return at < 0 ? ports : ports.toSpliced(at, 1);
}

interface Tracked {
  readonly nodeId: string;
  readonly claim: Claim;
}

/** The loads of all nodes. */
export class NodeLoads {
  readonly #loadById = new Map<string, CountedLoad>();
  readonly #trackedByTask = new Map<string, Tracked>();

  /** Every node, by id. */
  all(): readonly NodeLoad[] {
    return [...this.#loadById.values()].toSorted((a, b) => (a.node.id < b.node.id ? -1 : 1));
  }

  /** The load of this node; undefined when there is no such node. */
  of(nodeId: string): NodeLoad | undefined {
    return this.#loadById.get(nodeId);
  }

  setNode(node: Node): void {
    const load = this.#loadById.get(node.id);
    if (load !== undefined) {
      load.node = node;
      return;
    }
    const fresh = new CountedLoad(node);
    // Its tasks may have been heard of before it was.
    for (const tracked of this.#trackedByTask.values())
      if (tracked.nodeId === node.id) fresh.take(tracked.claim);
    this.#loadById.set(node.id, fresh);
  }

  removeNode(id: string): void {
    this.#loadById.delete(id);
  }

  /** Follows the task to what it is now; true when its node has more room than before. */
  setTask(task: Task, spec: ServiceSpec | undefined): boolean {
    const claim = claimOf(task, spec);
    const before = this.#trackedByTask.get(task.id);
    if (claim === undefined) return this.removeTask(task.id);
    const nodeId = task.placement?.nodeId ?? '';
    this.removeTask(task.id);
    this.#trackedByTask.set(task.id, { nodeId, claim });
    this.#loadById.get(nodeId)?.take(claim);
    return before?.claim.isActive === true && !claim.isActive;
  }

  /** Forgets the task; true when it had been on a node. */
  removeTask(id: string): boolean {
    const tracked = this.#trackedByTask.get(id);
    if (tracked === undefined) return false;
    this.#trackedByTask.delete(id);
    this.#loadById.get(tracked.nodeId)?.giveBack(tracked.claim);
    return true;
  }

  /** Notes that a task failed or was rejected on its node. */
  noteFailure(task: Task, atMs: number): void {
    this.#loadById.get(task.placement?.nodeId ?? '')?.failed(failureKey(task), task.id, atMs);
  }

  forgetFailures(nowMs: number): void {
    for (const load of this.#loadById.values()) load.forgetFailures(nowMs);
  }

  /** The node that carries the task, as long as it is meant to go on there. */
  activeNodeOf(taskId: string): string | undefined {
    const tracked = this.#trackedByTask.get(taskId);
    return tracked?.claim.isActive === true ? tracked.nodeId : undefined;
  }

  /** Looks at the loads as if the task had left its node; afterwards it is there again, beside what was taken meanwhile. */
  without<T>(taskId: string, look: () => T): T {
    const tracked = this.#trackedByTask.get(taskId);
    const load = tracked && this.#loadById.get(tracked.nodeId);
    if (tracked === undefined || load === undefined) return look();
    load.giveBack(tracked.claim);
    try {
      return look();
    } finally {
      load.take(tracked.claim);
    }
  }

  /** Counts claims as if they had been taken, while `look` looks; afterwards everything is as before. */
  suppose<T>(look: (take: (nodeId: string, claim: Claim) => void) => T): T {
    const taken: Tracked[] = [];
    const take = (nodeId: string, claim: Claim): void => {
      this.#loadById.get(nodeId)?.take(claim);
      taken.push({ nodeId, claim });
    };
    try {
      return look(take);
    } finally {
      for (const { nodeId, claim } of taken.toReversed()) this.#loadById.get(nodeId)?.giveBack(claim);
    }
  }
}
