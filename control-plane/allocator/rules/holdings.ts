/**
 * Who has which address: tasks, nodes and services, on every network. What somebody has is always what the store
 * says of them, and is told anew as a whole; so telling it twice changes nothing, nothing is given back twice, and
 * it makes no difference whether it was followed change by change or read at once.
 */
import type { Check } from '../../../proto/gen/log.js';
import type { Network, NetworkAttachment, Task } from '../../../proto/gen/objects.js';
import { hasEnded, isUnplaced } from '../../../proto/model/task.js';
import { exists } from '../../store/rules/change.js';
import type { ClusterView } from '../../store/rules/view.js';
import { AddressPool } from './addresses.js';
import { isAllocated } from './networks.js';

export type HolderKind = 'task' | 'node' | 'service';

/** What is known of a network that addresses can be given of. */
interface NetworkUse {
  readonly name: string;
  readonly isAttachable: boolean;
  readonly pool: AddressPool;
  /** Tasks with an address. */
  taskCount: number;
  /** Those of them without a node yet: each may turn out to need one for its node, too. */
  unplacedCount: number;
  /** Nodes with an address. */
  nodeCount: number;
}

/** What a task has, and the node that it has it on; empty while it has none. */
interface TaskHolding {
  readonly attachments: readonly NetworkAttachment[];
  readonly nodeId: string;
}

const NOTHING: readonly NetworkAttachment[] = [];

export class Holdings {
  readonly #useByNetwork = new Map<string, NetworkUse>();
  readonly #attachmentsByHolder = new Map<string, readonly NetworkAttachment[]>();
  readonly #holdingByTask = new Map<string, TaskHolding>();
  /** Node → network → how many tasks there have an address on it. */
  readonly #taskCountsByNode = new Map<string, Map<string, number>>();
  readonly #nodeIds = new Set<string>();
  #releases = 0;

  /** Rises whenever an address is given back: what found none may find one now. */
  get releaseCount(): number {
    return this.#releases;
  }

  setNetwork(id: string, network: Network | undefined): void {
    if (network === undefined || !isAllocated(network)) {
      this.#useByNetwork.delete(id);
      return;
    }
    if (this.#useByNetwork.has(id)) return;
    const isAttachable = network.spec?.attachable === true;
    const pool = new AddressPool(network.allocation?.subnets ?? [], isAttachable);
    this.#useByNetwork.set(id, {
      name: network.spec?.name ?? id,
      isAttachable,
      pool,
      taskCount: 0,
      unplacedCount: 0,
      nodeCount: 0,
    });
  }

  /** The node is there, or is no longer, with what it has. */
  setNode(id: string, attachments: readonly NetworkAttachment[] | undefined): void {
    if (attachments === undefined) this.#nodeIds.delete(id);
    else this.#nodeIds.add(id);
    for (const { networkId } of this.#attachmentsOf('node', id)) this.#count(networkId, 'nodeCount', -1);
    this.#set('node', id, attachments ?? NOTHING);
    for (const { networkId } of this.#attachmentsOf('node', id)) this.#count(networkId, 'nodeCount', 1);
  }

  setService(id: string, attachments: readonly NetworkAttachment[]): void {
    this.#set('service', id, attachments);
  }

  /**
   * As it is now; undefined when it is gone. Says on which nodes other networks may be needed by that.
   *
   * @param isCooling Whether it has ended and its addresses are nobody else's yet.
   */
  setTask(id: string, task: Task | undefined, isCooling = false): readonly string[] {
    const before = this.#holdingByTask.get(id);
    const after = task && holdingOf(task);
    const cooling = isCooling ? task?.allocation?.attachments : undefined;
    this.#set('task', id, after?.attachments ?? cooling ?? NOTHING);
    // Mostly it has only got on: thousands of reports change nothing here.
    if (before?.attachments === after?.attachments && before?.nodeId === after?.nodeId) return [];
    if (before !== undefined) this.#countTask(before, -1);
    if (after === undefined) this.#holdingByTask.delete(id);
    else {
      this.#holdingByTask.set(id, after);
      this.#countTask(after, 1);
    }
    const nodeIds = new Set([before?.nodeId ?? '', after?.nodeId ?? '']);
    return [...nodeIds].filter((nodeId) => nodeId !== '');
  }

  /** What anybody was given by the change of that version, be it that they have it no more: says which were the last. */
  recall(attachments: readonly NetworkAttachment[], version: number): void {
    for (const { networkId, address } of attachments)
      this.#useByNetwork.get(networkId)?.pool.recall(address, version);
  }

  /** Whether addresses can be given of the network at all. */
  isKnown(networkId: string): boolean {
    return this.#useByNetwork.has(networkId);
  }

  /** Those that every node takes part in, so that users may attach containers of theirs. */
  *attachableNetworks(): Iterable<string> {
    for (const [id, { isAttachable }] of this.#useByNetwork) if (isAttachable) yield id;
  }

  /** Whether any task has an address on the network. */
  hasTasks(networkId: string): boolean {
    return (this.#useByNetwork.get(networkId)?.taskCount ?? 0) > 0;
  }

  /** The networks that tasks on the node have addresses on. */
  networksOnNode(nodeId: string): Iterable<string> {
    return this.#taskCountsByNode.get(nodeId)?.keys() ?? [];
  }

  /**
   * Whether one more may be given. Those that nodes will need are left to them: else the tasks of a full network
   * would be placed where they could never be sent.
   */
  hasRoom(networkId: string, kind: HolderKind): boolean {
    const use = this.#useByNetwork.get(networkId);
    if (use === undefined) return false;
    return use.pool.freeCount > (kind === 'node' ? 0 : this.#keptForNodes(use, kind === 'task' ? 1 : 0));
  }

  /** The next free address, from now on that of whom it is for; ask for room before. */
  give(networkId: string): NetworkAttachment | undefined {
    const pair = this.#useByNetwork.get(networkId)?.pool.next();
    return pair && { networkId, ...pair, block: '', block6: '' };
  }

  /** Whether the node should have a block there and has none. */
  lacksBlock({ networkId, block }: NetworkAttachment): boolean {
    return block === '' && this.#useByNetwork.get(networkId)?.isAttachable === true;
  }

  /** The same with the first free block of its network, if there is one. */
  withBlock(attachment: NetworkAttachment): NetworkAttachment {
    return { ...attachment, ...this.#useByNetwork.get(attachment.networkId)?.pool.nextBlock() };
  }

  /** Why there is none, in words; empty while the network is about to get its subnet. */
  whyNoAddress(view: Pick<ClusterView, 'network'>, networkId: string): string {
    const network = view.network(networkId);
    if (network === undefined) return `network ${networkId} does not exist`;
    const use = this.#useByNetwork.get(networkId);
    if (use === undefined) {
      const problem = network.allocation?.problem ?? '';
      return problem === '' ? '' : `network ${network.spec?.name} has no subnet: ${problem}`;
    }
    const { name, pool } = use;
    // Those that are kept for nodes count as used: they will be in a moment, and what is said need not change then.
    return `no free address on network ${name} (${pool.subnet}, ${pool.size} of ${pool.size} in use)`;
  }

  /** So many free addresses may be needed by nodes that are not on the network yet. */
  #keptForNodes({ unplacedCount, nodeCount }: NetworkUse, more: number): number {
    return Math.min(Math.max(0, this.#nodeIds.size - nodeCount), unplacedCount + more);
  }

  #attachmentsOf(kind: HolderKind, id: string): readonly NetworkAttachment[] {
    return this.#attachmentsByHolder.get(`${kind} ${id}`) ?? NOTHING;
  }

  #set(kind: HolderKind, id: string, after: readonly NetworkAttachment[]): void {
    const before = this.#attachmentsOf(kind, id);
    if (before === after) return;
    for (const { networkId, address, block } of after) {
      const pool = this.#useByNetwork.get(networkId)?.pool;
      pool?.hold(address);
      pool?.holdBlock(block);
    }
    for (const { networkId, address, block } of before) {
      const pool = this.#useByNetwork.get(networkId)?.pool;
      if (pool?.release(address) === true) this.#releases += 1;
      if (pool?.releaseBlock(block) === true) this.#releases += 1;
    }
    if (after.length === 0) this.#attachmentsByHolder.delete(`${kind} ${id}`);
    else this.#attachmentsByHolder.set(`${kind} ${id}`, after);
  }

  #countTask({ attachments, nodeId }: TaskHolding, by: 1 | -1): void {
    for (const { networkId } of attachments) {
      this.#count(networkId, 'taskCount', by);
      if (nodeId === '') this.#count(networkId, 'unplacedCount', by);
      else this.#countOnNode(nodeId, networkId, by);
    }
  }

  #count(networkId: string, what: 'taskCount' | 'unplacedCount' | 'nodeCount', by: number): void {
    const use = this.#useByNetwork.get(networkId);
    if (use !== undefined) use[what] += by;
  }

  #countOnNode(nodeId: string, networkId: string, by: number): void {
    const counts = this.#taskCountsByNode.get(nodeId) ?? new Map<string, number>();
    const count = (counts.get(networkId) ?? 0) + by;
    if (count > 0) counts.set(networkId, count);
    else counts.delete(networkId);
    if (counts.size > 0) this.#taskCountsByNode.set(nodeId, counts);
    else this.#taskCountsByNode.delete(nodeId);
  }
}

/** What giving these addresses rests on: the networks are still there. */
export function networkChecks(attachments: readonly NetworkAttachment[]): readonly Check[] {
  return attachments.map(({ networkId }) => exists('network', networkId));
}

/** Undefined when it has no addresses, or none any more. */
function holdingOf(task: Task): TaskHolding | undefined {
  const attachments = task.allocation?.attachments ?? NOTHING;
  if (attachments.length === 0 || hasEnded(task)) return undefined;
  // Where the scheduler has yet to agree, a node is no more than a wish.
  return { attachments, nodeId: isUnplaced(task) ? '' : (task.placement?.nodeId ?? '') };
}
