/**
 * What should stand on this node for each overlay network that it holds: which bridge and which tunnel, and where
 * in the cluster each hardware address is. Pure: the same state gives the same answer.
 */
import type { OverlayNetwork } from '../../../proto/gen/dispatcher.js';
import { hardwareAddressOf } from '../../../proto/model/network.js';
import { bridgeOf, vxlanOf } from './network-names.js';
import type { NetworkState } from './network-state.js';
import type { TunnelPlace } from './wireguard.js';

/** This node among the others. */
export interface OwnPlace {
  readonly nodeId: string;
  /** Where the other nodes send its packets. */
  readonly dataAddress: string;
  /** Of the interface that has that address, bytes. */
  readonly dataMtu: number;
  /** What encrypted networks travel in; undefined while there is none, and then none of them is wanted. */
  readonly tunnel?: TunnelPlace | undefined;
}

export interface WantedNetwork {
  readonly network: OverlayNetwork;
  readonly bridge: string;
  readonly vxlan: string;
  /** Of encrypted networks: the route to the other nodes decides. */
  readonly localAddress: string;
  /** Of packets inside the network, bytes. */
  readonly mtu: number;
  /** Of the bridge; the other nodes reckon with it. */
  readonly hardwareAddress: string;
  /** Hardware address → address of the node where it is: its data address, or the one in the tunnel. */
  readonly remotes: ReadonlyMap<string, string>;
  /** Address → hardware address, for every address that nobody on this node's part of the network answers for. */
  readonly neighbours: ReadonlyMap<string, string>;
}

/** What a VXLAN header and those around it take, in bytes, by what the nodes speak to each other. */
const OVERHEAD_IPV4 = 50;
const OVERHEAD_IPV6 = 70;
/** No node of any cluster has less; a peer that says less, or nothing, is not believed. */
const SMALLEST_MTU = 576;

export function wantedNetworks(state: NetworkState, own: OwnPlace): readonly WantedNetwork[] {
  const networks = [...state.networks.values()].filter(
    ({ encrypted }) => !encrypted || own.tunnel !== undefined,
  );
  const mtu = dataMtu(state, own) - vxlanOverhead(own.dataAddress);
  const tunnelMtu = (own.tunnel?.mtu ?? 0) - OVERHEAD_IPV6;
  const remotes = new Map<string, Map<string, string>>();
  const neighbours = new Map<string, Map<string, string>>();
  for (const { networkId } of networks) {
    remotes.set(networkId, new Map());
    neighbours.set(networkId, new Map());
  }
  for (const { networkId, nodeId, address, address6, hardwareAddress: told } of state.endpoints.values()) {
    const isEncrypted = state.networks.get(networkId)?.encrypted === true;
    const place = isEncrypted ? own.tunnel?.addressByNode.get(nodeId) : state.peers.get(nodeId)?.dataAddress;
    if (nodeId === own.nodeId || (place ?? '') === '' || address === '') continue;
    const hardwareAddress = told || hardwareAddressOf(address);
    remotes.get(networkId)?.set(hardwareAddress, place ?? '');
    neighbours.get(networkId)?.set(address, hardwareAddress);
    if (address6 !== '') neighbours.get(networkId)?.set(address6, hardwareAddress);
  }
  for (const { networkId, address, address6 } of state.services.values()) {
    const gateway = state.networks.get(networkId)?.gateway;
    if (gateway === undefined) continue;
    // The node itself answers for it, so that packets to it come to where they are passed on.
    const hardwareAddress = hardwareAddressOf(gateway);
    for (const each of [address, address6])
      if (each !== '') neighbours.get(networkId)?.set(each, hardwareAddress);
  }
  return networks.map((network) => ({
    network,
    bridge: bridgeOf(network.networkId),
    vxlan: vxlanOf(network.networkId),
    localAddress: network.encrypted ? '' : own.dataAddress,
    mtu: network.mtu === 0 ? (network.encrypted ? tunnelMtu : mtu) : network.mtu,
    hardwareAddress: hardwareAddressOf(network.gateway),
    remotes: remotes.get(network.networkId) ?? new Map(),
    neighbours: neighbours.get(network.networkId) ?? new Map(),
  }));
}

/** The largest packet that the narrowest way between the nodes carries, bytes. */
export function dataMtu(state: NetworkState, own: OwnPlace): number {
  const known = [...state.peers.values()].map((peer) => peer.dataMtu).filter((mtu) => mtu >= SMALLEST_MTU);
  return Math.min(own.dataMtu, ...known);
}

/** What VXLAN takes of each packet, bytes, where the nodes speak from addresses like this one. */
export function vxlanOverhead(address: string): number {
  return address.includes(':') ? OVERHEAD_IPV6 : OVERHEAD_IPV4;
}
