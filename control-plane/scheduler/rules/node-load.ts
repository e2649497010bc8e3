/**
 * What one node carries: reservations, host ports, tasks, recent failures. Owns the counting for one node;
 * which tasks are counted is for node-loads.ts.
 */
import type { GenericResource, Node, PortSpec } from '../../../proto/gen/objects.js';
import { freeGeneric } from '../../../proto/model/generic-resources.js';
import type { Amounts } from '../../../proto/model/resources.js';
import { add, capacityOf, isNothing, NOTHING, subtract } from '../../../proto/model/resources.js';
import type { Claim } from './claim.js';
import { Counts } from './counts.js';

/** Failures older than this no longer speak against a node. */
export const FAILURE_WINDOW_MS = 5 * 60_000;

export interface NodeLoad {
  readonly id: string;
  readonly node: Node;
  readonly free: Amounts;
  readonly freeGeneric: readonly GenericResource[];
  readonly hostPorts: readonly PortSpec[];
  readonly activeCount: number;
  /** Tasks of the service there that are meant to go on. */
  activeOf(serviceId: string): number;
  /** All tasks of the service there, those included that are about to stop. */
  allOf(serviceId: string): number;
  /** Recent failures on this node of what the key stands for (see failureKey). */
  failuresOf(key: string, nowMs: number): number;
}

/** The load as its owner counts it. */
export class CountedLoad implements NodeLoad {
  readonly id: string;
  free: Amounts;
  freeGeneric: readonly GenericResource[];
  hostPorts: readonly PortSpec[] = [];
  activeCount = 0;
  #node: Node;
  #reserved: Amounts = NOTHING;
  #givenGeneric: readonly GenericResource[] = [];
  readonly #activeByService = new Counts();
  readonly #stoppingByService = new Counts();
  /** Key → task → when it failed: a task that is noted twice counts once. Most nodes have none. */
  #failuresByKey: Map<string, Map<string, number>> | undefined;

  constructor(node: Node) {
    this.id = node.id;
    this.#node = node;
    this.free = subtract(capacityOf(node), NOTHING);
    this.freeGeneric = genericCapacityOf(node);
  }

  get node(): Node {
    return this.#node;
  }

  /** The node as it is now. */
  become(node: Node): void {
    this.#node = node;
    this.free = subtract(capacityOf(node), this.#reserved);
    this.#countGeneric(this.#givenGeneric);
  }

  activeOf(serviceId: string): number {
    return this.#activeByService.of(serviceId);
  }

  allOf(serviceId: string): number {
    return this.activeOf(serviceId) + this.#stoppingByService.of(serviceId);
  }

  get hasFailures(): boolean {
    return (this.#failuresByKey?.size ?? 0) > 0;
  }

  failuresOf(key: string, nowMs: number): number {
    const atMsByTaskId = this.#failuresByKey?.get(key);
    if (atMsByTaskId === undefined) return 0;
    let count = 0;
    for (const atMs of atMsByTaskId.values()) if (atMs > nowMs - FAILURE_WINDOW_MS) count += 1;
    return count;
  }

  failed(key: string, taskId: string, atMs: number): void {
    this.#failuresByKey ??= new Map();
    const atMsByTaskId = this.#failuresByKey.get(key) ?? new Map<string, number>();
    this.#failuresByKey.set(key, atMsByTaskId);
    if (!atMsByTaskId.has(taskId)) atMsByTaskId.set(taskId, atMs);
  }

  forgetFailures(nowMs: number): void {
    for (const [key, atMsByTaskId] of this.#failuresByKey ?? []) {
      for (const [taskId, atMs] of atMsByTaskId)
        if (atMs <= nowMs - FAILURE_WINDOW_MS) atMsByTaskId.delete(taskId);
      if (atMsByTaskId.size === 0) this.#failuresByKey?.delete(key);
    }
  }

  take(claim: Claim): void {
    this.#reserve(claim.reserved, 1);
    if (claim.hostPorts.length > 0) this.hostPorts = [...this.hostPorts, ...claim.hostPorts];
    if (claim.generic.length > 0) this.#countGeneric([...this.#givenGeneric, ...claim.generic]);
    this.#count(claim, 1);
  }

  giveBack(claim: Claim): void {
    this.#reserve(claim.reserved, -1);
    for (const port of claim.hostPorts) this.hostPorts = withoutOne(this.hostPorts, port);
    if (claim.generic.length > 0)
      this.#countGeneric(claim.generic.reduce((given, unit) => withoutOne(given, unit), this.#givenGeneric));
    this.#count(claim, -1);
  }

  #reserve(amounts: Amounts, times: 1 | -1): void {
    if (isNothing(amounts)) return;
    this.#reserved = (times === 1 ? add : subtract)(this.#reserved, amounts);
    this.free = subtract(capacityOf(this.#node), this.#reserved);
  }

  #countGeneric(given: readonly GenericResource[]): void {
    this.#givenGeneric = given;
    this.freeGeneric = freeGeneric(genericCapacityOf(this.#node), given);
  }

  #count({ serviceId, isActive }: Claim, difference: 1 | -1): void {
    (isActive ? this.#activeByService : this.#stoppingByService).add(serviceId, difference);
    if (isActive) this.activeCount += difference;
  }
}

function genericCapacityOf(node: Node): readonly GenericResource[] {
  return node.description?.resources?.generic ?? [];
}

// An old and a new task of one service may hold the same port for a while: one of them gives it back.
function withoutOne<T>(entries: readonly T[], entry: T): readonly T[] {
  const at = entries.indexOf(entry);
  return at < 0 ? entries : entries.toSpliced(at, 1);
}
