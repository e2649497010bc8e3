/**
 * The loads of all nodes, and what else must be known to choose among them. Follows nodes and tasks one by one, so that
 * a pass over thousands of tasks need not start from nothing, and knows where the tasks of a service are without looking
 * at every node.
 */
import { needsEncryption } from '../../../proto/model/encryption.js';
import type { Network, Node, ServiceSpec, Task } from '../../../proto/gen/objects.js';
import { hasEnded, isUnplaced, isWanted } from '../../../proto/model/task.js';
import { type Apart, Apartness } from './apartness.js';
import type { Claim } from './claim.js';
import { claimOf, failureKey } from './claim.js';
import type { NodeLoad } from './node-load.js';
import { CountedLoad } from './node-load.js';
import type { OrderKey } from './node-order.js';
import { NodeOrder } from './node-order.js';

interface Tracked {
  readonly nodeId: string;
  /** Of the task's service; with it the spec is known. */
  readonly revision: number;
  readonly claim: Claim;
}

export class NodeLoads {
  readonly #loadById = new Map<string, CountedLoad>();
  readonly #order = new NodeOrder<CountedLoad>();
  readonly #trackedByTask = new Map<string, Tracked>();
  /** The same by node, which may not be there yet, or no longer. */
  readonly #trackedByNode = new Map<string, Set<Tracked>>();
  /** Service → the nodes with active tasks of it. */
  readonly #loadsByService = new Map<string, Set<CountedLoad>>();
  readonly #failing = new Set<CountedLoad>();
  readonly #apartness = new Apartness();
  readonly #encryptedById = new Map<string, Network>();

  get nodeCount(): number {
    return this.#loadById.size;
  }

  /** Every node, from the least to the most loaded; loads may not change meanwhile. */
  inOrder(): Iterable<NodeLoad> {
    return this.#order.values();
  }

  /** The least loaded node after this key; the very least without one. */
  next(after: OrderKey | undefined): NodeLoad | undefined {
    return this.#order.next(after);
  }

  /** The nodes with active tasks of the service, in no order. */
  ofService(serviceId: string): Iterable<NodeLoad> {
    return this.#loadsByService.get(serviceId) ?? NO_LOADS;
  }

  /** The nodes with recent failures of whatever, in no order. */
  failing(): Iterable<NodeLoad> {
    return this.#failing;
  }

  /** The load of this node; undefined when there is no such node. */
  of(nodeId: string): NodeLoad | undefined {
    return this.#loadById.get(nodeId);
  }

  /** The services of this name (not minding case); more than one while an old one goes. */
  servicesNamed(name: string): readonly string[] {
    return this.#apartness.named(name);
  }

  /** The services beside whose tasks those of this one may not be. */
  apartOf(serviceId: string): readonly Apart[] {
    return this.#apartness.of(serviceId);
  }

  /** The service as its newest spec has it; undefined when there is none any more. */
  setService(id: string, spec: ServiceSpec | undefined): void {
    this.#apartness.setService(id, spec);
  }

  /** As it is now; undefined when it is gone. */
  setNetwork(id: string, network: Network | undefined): void {
    if (network?.spec?.encrypted === true) this.#encryptedById.set(id, network);
    else this.#encryptedById.delete(id);
  }

  /** Whether tasks of the spec may be on nodes only that can encrypt. */
  needsEncryption(spec: ServiceSpec): boolean {
    return this.#encryptedById.size > 0 && needsEncryption(spec, this.#encryptedById.values());
  }

  setNode(node: Node): void {
    const load = this.#loadById.get(node.id);
    if (load !== undefined) {
      load.become(node);
      return;
    }
    const fresh = new CountedLoad(node);
    this.#loadById.set(node.id, fresh);
    this.#order.add(fresh);
    // Its tasks may have been heard of before it was.
    for (const { claim } of this.#trackedOn(node.id)) this.#take(fresh, claim);
  }

  removeNode(id: string): void {
    const load = this.#loadById.get(id);
    if (load === undefined) return;
    this.#loadById.delete(id);
    this.#order.remove(load);
    this.#failing.delete(load);
    for (const { claim } of this.#trackedOn(id)) this.#leavesService(load, claim.serviceId);
  }

  /** Whether the task counts already as what it is now: most news of a task are none to its node. */
  isCounted(task: Task): boolean {
    const tracked = this.#trackedByTask.get(task.id);
    return (
      tracked !== undefined &&
      tracked.nodeId === task.placement?.nodeId &&
      tracked.revision === task.revision &&
      tracked.claim.serviceId === task.serviceId &&
      tracked.claim.isActive === isWanted(task) &&
      tracked.claim.generic.length === task.placement.generic.length &&
      !isUnplaced(task) &&
      !hasEnded(task)
    );
  }

  /** Follows the task to what it is now; true when its node has more room than before. */
  setTask(task: Task, spec: ServiceSpec | undefined): boolean {
    const claim = claimOf(task, spec);
    if (claim === undefined) return this.removeTask(task.id);
    const before = this.#trackedByTask.get(task.id);
    this.removeTask(task.id);
    this.assign(task, task.placement?.nodeId ?? '', claim);
    return before?.claim.isActive === true && !claim.isActive;
  }

  /** Counts a task on the node; it must not be counted yet. */
  assign({ id, revision }: Pick<Task, 'id' | 'revision'>, nodeId: string, claim: Claim): void {
    const tracked: Tracked = { nodeId, revision, claim };
    this.#trackedByTask.set(id, tracked);
    const onNode = this.#trackedByNode.get(nodeId);
    if (onNode === undefined) this.#trackedByNode.set(nodeId, new Set([tracked]));
    else onNode.add(tracked);
    const load = this.#loadById.get(nodeId);
    if (load !== undefined) this.#take(load, claim);
  }

  /** Forgets the task; true when it had been on a node. */
  removeTask(id: string): boolean {
    const tracked = this.#trackedByTask.get(id);
    if (tracked === undefined) return false;
    this.#trackedByTask.delete(id);
    const onNode = this.#trackedByNode.get(tracked.nodeId);
    onNode?.delete(tracked);
    if (onNode?.size === 0) this.#trackedByNode.delete(tracked.nodeId);
    const load = this.#loadById.get(tracked.nodeId);
    if (load !== undefined) this.#giveBack(load, tracked.claim);
    return true;
  }

  /** Notes that a task failed or was rejected on its node. */
  noteFailure(task: Task, atMs: number): void {
    const load = this.#loadById.get(task.placement?.nodeId ?? '');
    if (load === undefined) return;
    load.failed(failureKey(task), task.id, atMs);
    this.#failing.add(load);
  }

  forgetFailures(nowMs: number): void {
    for (const load of this.#failing) {
      load.forgetFailures(nowMs);
      if (!load.hasFailures) this.#failing.delete(load);
    }
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
    this.#giveBack(load, tracked.claim);
    try {
      return look();
    } finally {
      this.#take(load, tracked.claim);
    }
  }

  #take(load: CountedLoad, claim: Claim): void {
    if (!claim.isActive) return load.take(claim);
    this.#order.remove(load);
    load.take(claim);
    this.#order.add(load);
    const loads = this.#loadsByService.get(claim.serviceId);
    if (loads === undefined) this.#loadsByService.set(claim.serviceId, new Set([load]));
    else loads.add(load);
  }

  #giveBack(load: CountedLoad, claim: Claim): void {
    if (!claim.isActive) return load.giveBack(claim);
    this.#order.remove(load);
    load.giveBack(claim);
    this.#order.add(load);
    if (load.activeOf(claim.serviceId) === 0) this.#leavesService(load, claim.serviceId);
  }

  /** The node has no active tasks of the service any more. */
  #leavesService(load: CountedLoad, serviceId: string): void {
    const loads = this.#loadsByService.get(serviceId);
    loads?.delete(load);
    if (loads?.size === 0) this.#loadsByService.delete(serviceId);
  }

  #trackedOn(nodeId: string): Iterable<Tracked> {
    return this.#trackedByNode.get(nodeId) ?? NONE_TRACKED;
  }
}

const NO_LOADS: readonly NodeLoad[] = [];
const NONE_TRACKED: readonly Tracked[] = [];
