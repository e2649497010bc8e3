/**
 * Networks, addresses and ports for whoever needs them. Follows who has what in the store, and gives what is
 * missing: subnets to networks, ports and virtual addresses to services, an address on each network to tasks before
 * they are placed and to nodes that have such tasks. Who gets what is for the rules. What is given in one pass counts
 * as given until the store has said so or not.
 */
import type { ChangeGroup, Table } from '../../proto/gen/log.js';
import { usesIngress } from '../../proto/model/network.js';
import { isWanted, stateOf } from '../../proto/model/task.js';
import type { Decision, Reconciler } from '../loop/reconcile.js';
import { versionOf } from '../store/rules/change.js';
import type { ClusterView } from '../store/rules/view.js';
import type { ChangedIds, Wakeup } from '../store/watch.js';
import { coolsUntilMs } from './rules/cooling.js';
import { Holdings } from './rules/holdings.js';
import { allocateNetworks, ingressNetwork, makeIngressNetwork } from './rules/networks.js';
import { chooseNodeAddresses, nodeChange } from './rules/nodes.js';
import { PortTable } from './rules/ports.js';
import { RevisionsInUse } from './rules/revisions-in-use.js';
import { allocateService, serviceChange } from './rules/services.js';
import { chooseAddresses, taskChange } from './rules/tasks.js';
import { takeSome, WaitingTasks } from './rules/waiting-tasks.js';

/** How much one pass does at most; the rest follows in the next one. */
export interface AllocatorLimits {
  readonly tasks: number;
  readonly services: number;
  readonly nodes: number;
  /** Objects taken in when everything is new, as on a new leader. */
  readonly learned: number;
}

const LIMITS: AllocatorLimits = { tasks: 300, services: 200, nodes: 100, learned: 2000 };

const NOTHING_TO_LEARN: Iterator<undefined, undefined> = new Map<string, never>().values();

/** Tables of which something is given. */
type HolderTable = 'task' | 'node' | 'service';

export class Allocator implements Reconciler {
  readonly name = 'allocator';
  readonly tables: readonly Table[] = ['cluster', 'node', 'service', 'revision', 'task', 'network'];
  readonly #newId: () => string;
  readonly #limits: AllocatorLimits;
  #holdings = new Holdings();
  #ports = new PortTable();
  #revisions = new RevisionsInUse();
  /** Networks without a subnet, and why they have none, as far as that is known. */
  readonly #bareNetworks = new Map<string, string>();
  #hasNetworkNews = false;
  #ingressId: string | undefined;
  /** The network that every node was last given an address on. */
  #nodesIngressId: string | undefined;
  /** Services that are published on every node. */
  readonly #published = new Set<string>();
  readonly #changedServices = new Set<string>();
  /** Services that could not be given all. They are few, and tried whenever something has changed. */
  readonly #shortServices = new Set<string>();
  readonly #changedNodes = new Set<string>();
  /** Nodes for which no address was free. */
  readonly #shortNodes = new Set<string>();
  #tasks = new WaitingTasks();
  /** Tasks that have ended, and until when their addresses are nobody's. */
  readonly #coolsUntilMs = new Map<string, number>();
  /** Of the decision that is made. */
  #nowMs = 0;
  #seenReleases = 0;
  /** What the last decision gave something to. */
  #decided: (readonly [HolderTable, string])[] = [];
  /** Takes in what was there at the start, one thing a step: nothing is given before all of it is known. */
  #learning = NOTHING_TO_LEARN;

  constructor(createId: () => string, limits: Partial<AllocatorLimits> = {}) {
    this.#newId = createId;
    this.#limits = { ...LIMITS, ...limits };
  }

  decide({ view, first, changed }: Wakeup, nowMs: number): Decision {
    this.#nowMs = nowMs;
    if (first) this.#startOver(view);
    else {
      this.#note(view, changed);
      this.#takeBack(view, changed);
    }
    if (!this.#learn(view)) return { groups: [], wakeAtMs: nowMs };
    this.#coolDown(view);
    const groups = [...this.#giveNetworks(view), ...this.#giveServices(view), ...this.#giveNodes(view)];
    const isCut = this.#giveTasks(view, nowMs, groups);
    groups.push(...this.#makeIngress(view));
    const isAnyLeft = isCut || this.#changedServices.size + this.#changedNodes.size > 0;
    return { groups, wakeAtMs: isAnyLeft ? nowMs : this.#nextCooledMs() };
  }

  #startOver(view: ClusterView): void {
    this.#holdings = new Holdings();
    this.#ports = new PortTable();
    this.#revisions = new RevisionsInUse();
    this.#tasks = new WaitingTasks();
    this.#ingressId = undefined;
    this.#nodesIngressId = undefined;
    this.#seenReleases = 0;
    this.#decided = [];
    this.#bareNetworks.clear();
    this.#coolsUntilMs.clear();
    const known = [this.#published, this.#changedServices, this.#shortServices];
    for (const ids of [...known, this.#changedNodes, this.#shortNodes]) ids.clear();
    // Before everything else: what is held is held on one of them.
    for (const { id } of view.networks()) this.#noteNetwork(view, id);
    this.#noteIngress(view);
    this.#learning = this.#takeIn(view);
  }

  /** What there is to take in is read from the view of the start; each step is given the view of its own time. */
  *#takeIn(start: ClusterView): Generator<undefined, undefined, ClusterView> {
    for (const { id, allocation, meta } of start.services()) {
      this.#noteService(yield, id);
      this.#ports.recall(allocation?.ports ?? [], versionOf({ meta }, 'allocation'));
      this.#holdings.recall(allocation?.virtualAddresses ?? [], versionOf({ meta }, 'allocation'));
    }
    for (const { id, allocation, meta } of start.nodes()) {
      this.#noteNode(yield, id);
      this.#holdings.recall(allocation?.attachments ?? [], versionOf({ meta }, 'allocation'));
    }
    for (const { id, allocation, meta } of start.tasks()) {
      this.#noteTask(yield, id);
      // Also of those that have ended: it shall not be given again at once.
      this.#holdings.recall(allocation?.attachments ?? [], versionOf({ meta }, 'allocation'));
    }
  }

  /** Takes in the next of what was there at the start; true when nothing is left. */
  #learn(view: ClusterView): boolean {
    for (let step = 0; step < this.#limits.learned; step++)
      if (this.#learning.next(view).done === true) return true;
    return false;
  }

  #note(view: ClusterView, changed: ChangedIds): void {
    for (const id of changed.network) this.#noteNetwork(view, id);
    if (changed.network.size > 0) this.#noteIngress(view);
    for (const id of changed.service) this.#noteService(view, id);
    for (const id of changed.node) this.#noteNode(view, id);
    for (const id of changed.task) this.#noteTask(view, id);
    for (const id of changed.revision) this.#tasks.tryAgain(`revision ${id}`);
    // A pool may be larger, a route or another network out of the way.
    if (changed.cluster.size + changed.node.size + changed.network.size > 0) this.#hasNetworkNews = true;
  }

  /** What was decided and is not in the store by now came too late. */
  #takeBack(view: ClusterView, changed: ChangedIds): void {
    for (const [table, id] of this.#decided) {
      if (changed[table].has(id)) continue;
      if (table === 'task') this.#noteTask(view, id);
      else if (table === 'node') this.#noteNode(view, id);
      else this.#noteService(view, id);
    }
    this.#decided = [];
  }

  #noteNetwork(view: ClusterView, id: string): void {
    const network = view.network(id);
    const wasKnown = this.#holdings.isKnown(id);
    const problemBefore = this.#bareNetworks.get(id);
    this.#holdings.setNetwork(id, network);
    const isKnown = this.#holdings.isKnown(id);
    if (network === undefined || isKnown) this.#bareNetworks.delete(id);
    else this.#bareNetworks.set(id, network.allocation?.problem ?? '');
    this.#hasNetworkNews = true;
    if (wasKnown !== isKnown) this.#lookAtAllNodes(view);
    // Those that wait for it say why.
    const isOtherwise = wasKnown !== isKnown || problemBefore !== this.#bareNetworks.get(id);
    if (isOtherwise) this.#tasks.tryAgain(`network ${id}`);
  }

  #noteIngress(view: ClusterView): void {
    const ingressId = ingressNetwork(view)?.id;
    if (ingressId === this.#ingressId) return;
    this.#ingressId = ingressId;
    this.#tasks.tryAgain('ingress');
  }

  #noteService(view: ClusterView, id: string): void {
    const service = view.service(id);
    this.#ports.set(id, service?.allocation?.ports ?? []);
    this.#holdings.setService(id, service?.allocation?.virtualAddresses ?? []);
    this.#shortServices.delete(id);
    if (service === undefined) this.#changedServices.delete(id);
    else this.#changedServices.add(id);
    this.#tasks.tryAgain(`service ${id}`);
    if (usesIngress(service?.spec)) this.#published.add(id);
    else this.#published.delete(id);
  }

  #noteNode(view: ClusterView, id: string): void {
    const node = view.node(id);
    this.#holdings.setNode(id, node && (node.allocation?.attachments ?? []));
    this.#shortNodes.delete(id);
    if (node === undefined) this.#changedNodes.delete(id);
    else this.#changedNodes.add(id);
  }

  #noteTask(view: ClusterView, id: string): void {
    const task = view.task(id);
    const untilMs = coolsUntilMs(task, this.#nowMs);
    this.#coolsUntilMs.delete(id);
    if (untilMs !== undefined) this.#coolsUntilMs.set(id, untilMs);
    for (const nodeId of this.#holdings.setTask(id, task, untilMs !== undefined))
      this.#changedNodes.add(nodeId);
    const serviceId = this.#revisions.setTask(id, task);
    if (serviceId !== undefined) this.#changedServices.add(serviceId);
    if (task === undefined || stateOf(task) !== 'new' || !isWanted(task)) this.#tasks.remove(id);
    // One that waits and says so is not helped by that.
    else if (!this.#tasks.isWaiting(id) || task.status?.error === '') this.#tasks.add(id);
  }

  /** What has been nobody's for long enough can be given again. */
  #coolDown(view: ClusterView): void {
    for (const [id, untilMs] of this.#coolsUntilMs) if (untilMs <= this.#nowMs) this.#noteTask(view, id);
  }

  /** Undefined while nobody waits for an address. */
  #nextCooledMs(): number | undefined {
    const isAnyShort = this.#shortServices.size + this.#shortNodes.size > 0;
    const isAwaited = isAnyShort || this.#tasks.causes().some((cause) => cause.startsWith('network '));
    if (!isAwaited) return undefined;
    let earliestMs: number | undefined;
    for (const untilMs of this.#coolsUntilMs.values()) earliestMs = Math.min(untilMs, earliestMs ?? untilMs);
    return earliestMs;
  }

  #lookAtAllNodes(view: ClusterView): void {
    for (const { id } of view.nodes()) this.#changedNodes.add(id);
  }

  #makeIngress(view: ClusterView): readonly ChangeGroup[] {
    // Tasks of an earlier revision may need it though no service asks for it any more.
    const isNeeded = this.#published.size > 0 || this.#tasks.isAwaited('ingress');
    return isNeeded && this.#ingressId === undefined ? makeIngressNetwork(view, this.#newId()) : [];
  }

  #giveNetworks(view: ClusterView): readonly ChangeGroup[] {
    if (!this.#hasNetworkNews) return [];
    this.#hasNetworkNews = false;
    return allocateNetworks(
      view,
      [...this.#bareNetworks.keys()].flatMap((id) => view.network(id) ?? []),
    );
  }

  #giveServices(view: ClusterView): readonly ChangeGroup[] {
    const groups: ChangeGroup[] = [];
    const changed = takeSome(this.#changedServices, this.#limits.services);
    for (const id of new Set([...this.#shortServices, ...changed])) {
      const service = view.service(id);
      if (service === undefined) continue;
      const given = { holdings: this.#holdings, ports: this.#ports, revisions: this.#revisions };
      const { allocation, isShort } = allocateService(view, service, given);
      if (isShort) this.#shortServices.add(id);
      else this.#shortServices.delete(id);
      if (allocation === undefined) continue;
      this.#ports.set(id, allocation.ports);
      this.#holdings.setService(id, allocation.virtualAddresses);
      this.#decided.push(['service', id]);
      groups.push(serviceChange(service, allocation));
    }
    return groups;
  }

  #giveNodes(view: ClusterView): readonly ChangeGroup[] {
    const { releaseCount } = this.#holdings;
    if (releaseCount !== this.#seenReleases) for (const id of this.#shortNodes) this.#changedNodes.add(id);
    this.#seenReleases = releaseCount;
    const ingressId = this.#ingressInUse();
    if (ingressId !== this.#nodesIngressId) this.#lookAtAllNodes(view);
    this.#nodesIngressId = ingressId;
    const groups: ChangeGroup[] = [];
    for (const id of takeSome(this.#changedNodes, this.#limits.nodes)) {
      const node = view.node(id);
      if (node === undefined) continue;
      const { attachments, isShort } = chooseNodeAddresses(node, ingressId, this.#holdings);
      if (isShort) this.#shortNodes.add(id);
      else this.#shortNodes.delete(id);
      if (attachments === undefined) continue;
      this.#holdings.setNode(id, attachments);
      this.#decided.push(['node', id]);
      groups.push(nodeChange(node, attachments));
    }
    return groups;
  }

  /** As long as there are services that need it, or tasks that are sent traffic through it. */
  #ingressInUse(): string | undefined {
    const id = this.#ingressId;
    if (id === undefined) return undefined;
    return this.#published.size > 0 || this.#holdings.hasTasks(id) ? id : undefined;
  }

  /** True when some are left to be tried in the next pass. */
  #giveTasks(view: ClusterView, nowMs: number, groups: ChangeGroup[]): boolean {
    // Those that have a node and can't be sent to it come first: what that lacks must not be given away.
    if (this.#changedNodes.size > 0) return true;
    let triesLeft = this.#limits.tasks;
    // Those that waited for an address come first.
    for (const cause of this.#tasks.causes()) {
      if (!cause.startsWith('network ')) continue;
      const networkId = cause.slice('network '.length);
      for (const id of this.#tasks.waitingFor(cause)) {
        if (!this.#holdings.hasRoom(networkId, 'task')) break;
        if (triesLeft-- <= 0) return true;
        this.#giveTask(view, id, nowMs, groups);
      }
    }
    for (const id of this.#tasks.take(triesLeft)) this.#giveTask(view, id, nowMs, groups);
    return this.#tasks.isAnyToTry;
  }

  #giveTask(view: ClusterView, id: string, nowMs: number, groups: ChangeGroup[]): void {
    this.#tasks.remove(id);
    const task = view.task(id);
    if (task === undefined) return;
    const context = { view, holdings: this.#holdings, ingressId: this.#ingressId };
    const choice = chooseAddresses(context, task);
    if ('waitsFor' in choice) this.#tasks.setWaiting(id, choice.waitsFor);
    else this.#holdings.setTask(id, { ...task, allocation: { attachments: choice.attachments } });
    const change = taskChange(task, choice, nowMs);
    if (change === undefined) return;
    this.#decided.push(['task', id]);
    groups.push(change);
  }
}
