/**
 * Networks as people call them, where objects name them by id: in flags, and in what is shown.
 */
import type { Network, NetworkAttachment, ServiceSpec } from '../../../proto/gen/objects.js';

/** Networks by id; those that are not known go by their ids. */
export type Networks = ReadonlyMap<string, Network>;

export const NO_NETWORKS: Networks = new Map();

export function networksById(networks: readonly Network[]): Networks {
  return new Map(networks.map((network) => [network.id, network]));
}

export function networkName(networks: Networks, id: string): string {
  return networks.get(id)?.spec?.name ?? id;
}

/** The spec as people would write it. */
export function withNetworkNames(spec: ServiceSpec, networks: Networks): ServiceSpec {
  const { task } = spec;
  if (task === undefined || task.networks.length === 0) return spec;
  const named = task.networks.map((one) => ({ ...one, networkId: networkName(networks, one.networkId) }));
  return { ...spec, task: { ...task, networks: named } };
}

/** The id of the network that is meant; what leads nowhere is left for the manager to refuse. */
export function networkIdOf(networks: Networks, ref: string): string {
  if (networks.has(ref)) return ref;
  const all = [...networks.values()];
  const named = all.find(({ spec }) => spec?.name.toLowerCase() === ref.toLowerCase());
  if (named !== undefined) return named.id;
  const [only, ...others] = all.filter(({ id }) => ref !== '' && id.startsWith(ref));
  return only !== undefined && others.length === 0 ? only.id : ref;
}

/** "10.0.1.5/24", one for each family; without the length where the network is not known. */
export function addressesOf(networks: Networks, attachment: NetworkAttachment): readonly string[] {
  const { networkId, address, address6 } = attachment;
  const subnets = networks.get(networkId)?.allocation?.subnets ?? [];
  return [address, address6]
    .filter((text) => text !== '')
    .map((text) => {
      const isIpv6 = text.includes(':');
      const subnet = subnets.find((each) => each.subnet.includes(':') === isIpv6)?.subnet;
      return subnet === undefined ? text : `${text}${subnet.slice(subnet.indexOf('/'))}`;
    });
}

/** "backend 10.0.1.5/24": one line of a text for each network. */
export function attachmentLines(
  networks: Networks,
  attachments: readonly NetworkAttachment[],
): readonly string[] {
  return attachments.map((each) =>
    [networkName(networks, each.networkId), ...addressesOf(networks, each)].join(' '),
  );
}
