/**
 * What all agents together are told of overlay networks, kept up with the store: each item once, whoever is told
 * of it, and which nodes are on which network. Promises to find what a change means for whom without looking at
 * more than the objects that changed, and to name only what really differs. A message made from it says what the
 * store said at `asOf`: nothing older, nothing newer.
 */
import type { OverlayEndpoint, OverlayPeer, OverlayService } from '../../proto/gen/dispatcher.js';
import type { NetworkAttachment, Node } from '../../proto/gen/objects.js';
import { isSame } from '../../proto/model/sameness.js';
import type { ClusterView } from '../store/rules/view.js';
import type { Wakeup } from '../store/watch.js';
import {
  attachmentTo,
  type ChangedItem,
  containerItems,
  endpointItems,
  gatewayItem,
  networkItem,
  type OverlayItems,
  overlayKey,
  peerItem,
  serviceItems,
} from './rules/overlay.js';

/** Says that an item may have to be told to that node. */
export type Mark = (nodeId: string, changed: ChangedItem) => void;

interface Members {
  readonly nodeIds: Set<string>;
  readonly endpointKeys: Set<string>;
  readonly serviceKeys: Set<string>;
}

interface KnownNode {
  readonly peer: OverlayPeer;
  readonly attachments: readonly NetworkAttachment[];
}

const NOBODY: ReadonlySet<string> = new Set();

export class OverlayState {
  #view: ClusterView;
  readonly #membersByNetworkId = new Map<string, Members>();
  readonly #nodeById = new Map<string, KnownNode>();
  readonly #endpointByKey = new Map<string, OverlayEndpoint>();
  readonly #serviceByKey = new Map<string, OverlayService>();
  /** What each task, each node's other containers, and each service are on: of what was removed the view knows nothing. */
  readonly #endpointKeysByTaskId = new Map<string, readonly string[]>();
  readonly #containerKeysByNodeId = new Map<string, readonly string[]>();
  readonly #serviceKeysByServiceId = new Map<string, readonly string[]>();
  #ingressIds: readonly string[] = [];
  /** Undefined while everything is taken in anew: then nobody has to be told what. */
  #mark: Mark | undefined;

  constructor(view: ClusterView) {
    this.#view = view;
    this.#startOver(view);
  }

  /** The log index of the state that this is. */
  get asOf(): number {
    return this.#view.index;
  }

  /** Nodes that take part in the network. */
  nodesOn(networkId: string): ReadonlySet<string> {
    return this.#membersByNetworkId.get(networkId)?.nodeIds ?? NOBODY;
  }

  /** Everything that the node is to be told of. */
  *itemsOf(nodeId: string): Iterable<ChangedItem> {
    const peerIds = new Set<string>();
    for (const { networkId } of this.#nodeById.get(nodeId)?.attachments ?? []) {
      yield { kind: 'networks', key: networkId };
      for (const changed of this.#itemsOn(networkId, nodeId))
        if (changed.kind !== 'peers' || !peerIds.has(changed.key)) {
          if (changed.kind === 'peers') peerIds.add(changed.key);
          yield changed;
        }
    }
  }

  /** What there is of each item for the node. */
  itemsFor(nodeId: string): OverlayItems {
    const isOn = (networkId: string): boolean => this.nodesOn(networkId).has(nodeId);
    return {
      networks: (key) => networkItem(this.#view, nodeId, key),
      peers: (key) => {
        const peer = key === nodeId ? undefined : this.#nodeById.get(key);
        return peer?.attachments.some(({ networkId }) => isOn(networkId)) === true ? peer.peer : undefined;
      },
      endpoints: (key) => {
        const endpoint = this.#endpointByKey.get(key);
        if (endpoint === undefined || !isOn(endpoint.networkId)) return undefined;
        return key === overlayKey(endpoint.networkId, nodeId) ? undefined : endpoint;
      },
      services: (key) => {
        const service = this.#serviceByKey.get(key);
        return service !== undefined && isOn(service.networkId) ? service : undefined;
      },
    };
  }

  /** Takes in what has changed; nobody is told what after a first wakeup, as everybody is told everything. */
  follow({ view, first, changed }: Wakeup, mark: Mark): void {
    if (first) {
      // It may be the very state that this was made from.
      if (view.index !== this.asOf) this.#startOver(view);
      return;
    }
    this.#view = view;
    this.#mark = mark;
    for (const id of changed.network) this.#networkChanged(id);
    if (changed.cluster.size > 0) for (const id of this.#membersByNetworkId.keys()) this.#networkChanged(id);
    const ingressIds = changed.network.size > 0 ? ingressIdsIn(view) : this.#ingressIds;
    const isIngressMoved = !isSame(ingressIds, this.#ingressIds);
    this.#ingressIds = ingressIds;
    for (const id of changed.node) this.#nodeChanged(id);
    for (const id of changed.task) this.#taskChanged(id);
    for (const id of changed.service) this.#serviceChanged(id);
    if (isIngressMoved) for (const { id } of view.services()) this.#serviceChanged(id);
  }

  #startOver(view: ClusterView): void {
    this.#view = view;
    this.#mark = undefined;
    this.#membersByNetworkId.clear();
    this.#nodeById.clear();
    this.#endpointByKey.clear();
    this.#serviceByKey.clear();
    this.#endpointKeysByTaskId.clear();
    this.#containerKeysByNodeId.clear();
    this.#serviceKeysByServiceId.clear();
    this.#ingressIds = ingressIdsIn(view);
    for (const { id } of view.nodes()) this.#nodeChanged(id);
    for (const { id } of view.tasks()) this.#taskChanged(id);
    for (const { id } of view.services()) this.#serviceChanged(id);
  }

  #networkChanged(networkId: string): void {
    this.#tellAllOn(networkId, { kind: 'networks', key: networkId });
  }

  #nodeChanged(nodeId: string): void {
    const before = this.#nodeById.get(nodeId);
    const node = this.#view.node(nodeId);
    const attachments = node?.allocation?.attachments ?? [];
    const peer = node === undefined ? undefined : peerItem(node);
    if (peer === undefined || attachments.length === 0) this.#nodeById.delete(nodeId);
    else this.#nodeById.set(nodeId, { peer, attachments });
    if (before !== undefined && !isSame(before.peer, peer)) this.#peerChanged(nodeId, before.attachments);
    const networkIds = new Set(
      [...(before?.attachments ?? []), ...attachments].map((each) => each.networkId),
    );
    for (const networkId of networkIds)
      this.#attachmentChanged(
        nodeId,
        networkId,
        before?.attachments.find((each) => each.networkId === networkId),
        node,
      );
    const containers = node === undefined ? [] : containerItems(node);
    this.#setEndpointsOf(
      this.#containerKeysByNodeId,
      nodeId,
      new Map(containers.map((item) => [overlayKey(item.networkId, item.containerId), item])),
    );
  }

  #peerChanged(nodeId: string, attachments: readonly NetworkAttachment[]): void {
    for (const { networkId } of attachments) this.#tellAllOn(networkId, { kind: 'peers', key: nodeId });
  }

  #attachmentChanged(
    nodeId: string,
    networkId: string,
    before: NetworkAttachment | undefined,
    node: Node | undefined,
  ): void {
    const now = attachmentTo(node, networkId);
    if (isSame(before, now)) return;
    const members = this.#membersOf(networkId);
    const isOtherwise = (before === undefined) !== (now === undefined);
    // It is told what is there, or gone, before it counts as one that has left, and after it counts as one that came.
    if (isOtherwise && now === undefined) this.#tellEverything(nodeId, networkId);
    if (now === undefined) members.nodeIds.delete(nodeId);
    else members.nodeIds.add(nodeId);
    this.#mark?.(nodeId, { kind: 'networks', key: networkId });
    const gateway = node && now && gatewayItem(node, now);
    this.#setEndpoint(overlayKey(networkId, nodeId), networkId, gateway);
    // When all is taken in anew, tasks come after their nodes.
    if (!isOtherwise || this.#mark === undefined) return;
    this.#tellAllOn(networkId, { kind: 'peers', key: nodeId });
    for (const { id } of this.#view.tasksOnNode(nodeId)) this.#taskChanged(id);
    if (now !== undefined) this.#tellEverything(nodeId, networkId);
    this.#forgetIfEmpty(networkId);
  }

  #taskChanged(taskId: string): void {
    const task = this.#view.task(taskId);
    const items = task === undefined ? [] : endpointItems(this.#view, task);
    const itemByKey = new Map(items.map((item) => [overlayKey(item.networkId, taskId), item]));
    this.#setEndpointsOf(this.#endpointKeysByTaskId, taskId, itemByKey);
  }

  /** All that whoever has this id has on networks; what it had besides is gone. */
  #setEndpointsOf(
    keysById: Map<string, readonly string[]>,
    id: string,
    itemByKey: ReadonlyMap<string, OverlayEndpoint>,
  ): void {
    const before = keysById.get(id) ?? [];
    if (itemByKey.size === 0) keysById.delete(id);
    else keysById.set(id, [...itemByKey.keys()]);
    for (const key of new Set([...before, ...itemByKey.keys()])) {
      const item = itemByKey.get(key);
      const networkId = item?.networkId ?? this.#endpointByKey.get(key)?.networkId;
      if (networkId !== undefined) this.#setEndpoint(key, networkId, item);
    }
  }

  #setEndpoint(key: string, networkId: string, item: OverlayEndpoint | undefined): void {
    if (isSame(this.#endpointByKey.get(key), item)) return;
    const { endpointKeys } = this.#membersOf(networkId);
    if (item === undefined) {
      this.#endpointByKey.delete(key);
      endpointKeys.delete(key);
    } else {
      this.#endpointByKey.set(key, item);
      endpointKeys.add(key);
    }
    this.#tellAllOn(networkId, { kind: 'endpoints', key });
    this.#forgetIfEmpty(networkId);
  }

  #serviceChanged(serviceId: string): void {
    const service = this.#view.service(serviceId);
    const items = service === undefined ? [] : serviceItems(service, this.#ingressIds);
    const itemByKey = new Map(items.map((item) => [overlayKey(item.networkId, serviceId), item]));
    const before = this.#serviceKeysByServiceId.get(serviceId) ?? [];
    if (itemByKey.size === 0) this.#serviceKeysByServiceId.delete(serviceId);
    else this.#serviceKeysByServiceId.set(serviceId, [...itemByKey.keys()]);
    for (const key of new Set([...before, ...itemByKey.keys()])) {
      const item = itemByKey.get(key);
      const networkId = item?.networkId ?? this.#serviceByKey.get(key)?.networkId;
      if (networkId !== undefined) this.#setService(key, networkId, item);
    }
  }

  #setService(key: string, networkId: string, item: OverlayService | undefined): void {
    if (isSame(this.#serviceByKey.get(key), item)) return;
    const { serviceKeys } = this.#membersOf(networkId);
    if (item === undefined) {
      this.#serviceByKey.delete(key);
      serviceKeys.delete(key);
    } else {
      this.#serviceByKey.set(key, item);
      serviceKeys.add(key);
    }
    this.#tellAllOn(networkId, { kind: 'services', key });
    this.#forgetIfEmpty(networkId);
  }

  #tellAllOn(networkId: string, changed: ChangedItem): void {
    const mark = this.#mark;
    if (mark !== undefined) for (const nodeId of this.nodesOn(networkId)) mark(nodeId, changed);
  }

  #tellEverything(nodeId: string, networkId: string): void {
    const mark = this.#mark;
    if (mark !== undefined) for (const changed of this.#itemsOn(networkId, nodeId)) mark(nodeId, changed);
  }

  /** But for what is the node's own. */
  *#itemsOn(networkId: string, nodeId: string): Iterable<ChangedItem> {
    const members = this.#membersByNetworkId.get(networkId);
    if (members === undefined) return;
    for (const key of members.nodeIds) if (key !== nodeId) yield { kind: 'peers', key };
    const own = overlayKey(networkId, nodeId);
    for (const key of members.endpointKeys) if (key !== own) yield { kind: 'endpoints', key };
    for (const key of members.serviceKeys) yield { kind: 'services', key };
  }

  #membersOf(networkId: string): Members {
    let members = this.#membersByNetworkId.get(networkId);
    if (members === undefined) {
      members = { nodeIds: new Set(), endpointKeys: new Set(), serviceKeys: new Set() };
      this.#membersByNetworkId.set(networkId, members);
    }
    return members;
  }

  #forgetIfEmpty(networkId: string): void {
    const { nodeIds, endpointKeys, serviceKeys } = this.#membersOf(networkId);
    if (nodeIds.size + endpointKeys.size + serviceKeys.size === 0) this.#membersByNetworkId.delete(networkId);
  }
}

function ingressIdsIn(view: ClusterView): readonly string[] {
  return [...view.networks()].filter(({ spec }) => spec?.ingress === true).map(({ id }) => id);
}
