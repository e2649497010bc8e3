/**
 * Which containers on a network of the engine are users' own, and what keeps such containers from working. Pure.
 */
import type { AttachedContainer } from '../../../proto/gen/objects.js';
import { contains, parseAddress, parseSubnet } from '../../../proto/model/address.js';
import type { NetworkState } from './network-state.js';

export interface FoundContainers {
  /** With addresses that this node has to give. */
  readonly attached: readonly AttachedContainer[];
  /** The others: tasks, and those whose address a user chose. */
  readonly others: readonly AttachedContainer[];
}

export const NO_CONTAINERS: FoundContainers = { attached: [], others: [] };

/** Where the engine takes addresses from that it chooses itself (CIDR), of each family that the network has. */
export interface GivenRange {
  readonly networkId: string;
  readonly range: string;
  readonly range6: string;
}

/** In an order that depends on nothing but who is there. */
export function sortOut(
  { networkId, range, range6 }: GivenRange,
  plugged: readonly Omit<AttachedContainer, 'networkId'>[],
): FoundContainers {
  const containers = plugged
    .map((each): AttachedContainer => ({ networkId, ...each }))
    .toSorted((a, b) => (a.containerId < b.containerId ? -1 : 1));
  const isAttached = ({ address, address6 }: AttachedContainer): boolean =>
    lies(address, range) && (range6 === '' || lies(address6, range6));
  return {
    attached: containers.filter(isAttached),
    others: containers.filter((each) => !isAttached(each)),
  };
}

/** Those on this node that the managers know of. */
export function knownContainers(state: NetworkState, nodeId: string): readonly AttachedContainer[] {
  return [...state.endpoints.values()]
    .filter((each) => each.nodeId === nodeId && each.containerId !== '')
    .map(({ networkId, containerId, containerName: name, address, address6, hardwareAddress }) => ({
      networkId,
      containerId,
      name,
      address,
      address6,
      hardwareAddress,
    }));
}

/** What users' containers on this node lack, in words. */
export function attachedProblems(
  state: NetworkState,
  nodeId: string,
  others: readonly AttachedContainer[],
): readonly string[] {
  const taskAddresses = new Set(
    [...state.endpoints.values()]
      .filter((each) => each.nodeId === nodeId && each.taskId !== '')
      .map(({ networkId, address }) => `${networkId} ${address}`),
  );
  const strays = others.filter(({ networkId, address }) => {
    const isTold = state.networks.get(networkId)?.attachable === true;
    return isTold && !taskAddresses.has(`${networkId} ${address}`);
  });
  return [
    ...[...state.networks.values()]
      .filter(({ attachable, block }) => attachable && block === '')
      .map(
        ({ name, subnet }) =>
          `network ${name}: no block of addresses of ${subnet} is left for this node, so "docker run --network ${name}" is refused here`,
      ),
    ...strays.map(({ networkId, name, address }) => {
      const { name: network = networkId, block = '' } = state.networks.get(networkId) ?? {};
      const where = block === '' ? 'which no container of this node may have' : `which is not in ${block}`;
      return `network ${network}: container ${name} has ${address}, ${where}: other nodes do not reach it, and a task may be given the same; start it without --ip`;
    }),
  ];
}

function lies(text: string, range: string): boolean {
  const [address, subnet] = [parseAddress(text), parseSubnet(range)];
  return address !== undefined && subnet !== undefined && contains(subnet, address);
}
