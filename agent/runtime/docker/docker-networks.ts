/**
 * The engine's bridge networks, one per overlay network of the node. Touches only networks with the ownership labels of
 * this cluster and node. Filling them with life is agent/network's work.
 */
import type { NetworkCreateOptions, NetworkInspectInfo } from 'dockerode';
import type {
  EngineNetwork,
  EngineNetworks,
  NewEngineNetwork,
  PluggedContainer,
} from '../../network/engine-networks.js';
import { NETWORK_ID_LABEL } from '../../network/rules/network-names.js';
import type { Clock } from '../../../proto/base/clock.js';
import { Engine, isRefusal } from './engine.js';
import { type Owner, ownerFilter, ownerLabels } from './rules/container-config.js';

export interface DockerNetworksOptions {
  /** unix:///path or tcp://host:port */
  readonly endpoint: string;
  readonly owner: Owner;
}

export class DockerNetworks implements EngineNetworks {
  readonly #owner: Owner;
  readonly #engine: Engine;
  readonly #clock: Clock;

  constructor({ endpoint, owner }: DockerNetworksOptions, { clock }: { readonly clock: Clock }) {
    this.#owner = owner;
    this.#clock = clock;
    this.#engine = new Engine({ endpoint }, { clock });
  }

  async list(): Promise<readonly EngineNetwork[]> {
    const filters = JSON.stringify({ label: [...ownerFilter(this.#owner), NETWORK_ID_LABEL] });
    const networks = await this.#engine.call((docker) => docker.listNetworks({ filters }));
    return networks.map(readNetwork);
  }

  async create(network: NewEngineNetwork): Promise<string> {
    try {
      return await this.#create(network);
    } catch (error) {
      // Newer engines give a name once only, and a user, or a Docker Swarm, has this one.
      if (!isRefusal(error, 409)) throw error;
      return await this.#create({ ...network, name: `${network.name}-${network.networkId.slice(0, 12)}` });
    }
  }

  async remove(engineId: string): Promise<boolean> {
    try {
      await this.#engine.call((docker) => docker.getNetwork(engineId).remove());
      return true;
    } catch (error) {
      if (isRefusal(error, 404)) return true;
      // It has active endpoints, in the words of some engines of one status, of others of another.
      if (isRefusal(error, 403, 409)) return false;
      throw error;
    }
  }

  async containersOn(engineId: string): Promise<readonly PluggedContainer[]> {
    try {
      const { Containers } = await this.#engine.call<NetworkInspectInfo>((docker) =>
        docker.getNetwork(engineId).inspect(),
      );
      return Object.entries(Containers ?? {}).map(([containerId, each]) => ({
        containerId,
        name: each.Name,
        address: withoutPrefix(each.IPv4Address),
        address6: withoutPrefix(each.IPv6Address),
        hardwareAddress: each.MacAddress.toLowerCase(),
      }));
    } catch (error) {
      if (isRefusal(error, 404)) return [];
      throw error;
    }
  }

  async watchContainers(listener: () => void, signal: AbortSignal): Promise<void> {
    const filters = JSON.stringify({ type: ['network'], event: ['connect', 'disconnect', 'destroy'] });
    // The engine answers before it listens to itself; `since` closes that gap.
    const since = ((this.#clock.nowMs() - 1_000) / 1000).toFixed(3);
    try {
      const stream = await this.#engine.stream('GET', '/events', { since, filters }, signal);
      for await (const chunk of this.#engine.chunks(stream, signal)) if (chunk.length > 0) listener();
    } catch (error) {
      if (signal.aborted) return;
      throw error;
    }
    if (!signal.aborted) throw new Error('the engine ended its stream of events');
  }

  async #create(network: NewEngineNetwork): Promise<string> {
    const request = networkRequest(network, this.#owner);
    const { id } = await this.#engine.call((docker, abortSignal) =>
      docker.createNetwork({ ...request, abortSignal }),
    );
    return id;
  }
}

function networkRequest(network: NewEngineNetwork, owner: Owner): NetworkCreateOptions {
  const { name, bridge, subnet, gateway, subnet6, gateway6, range, range6, mtu, labels } = network;
  return {
    Name: name,
    // A network of the user may have this name: ours is known by its id.
    CheckDuplicate: false,
    Driver: 'bridge',
    EnableIPv6: subnet6 !== '',
    IPAM: {
      Driver: 'default',
      Config: [
        addressesOf(subnet, gateway, range),
        ...(subnet6 === '' ? [] : [addressesOf(subnet6, gateway6, range6)]),
      ],
    },
    Options: {
      'com.docker.network.bridge.name': bridge,
      'com.docker.network.driver.mtu': String(mtu),
    },
    Labels: { ...labels, ...ownerLabels(owner) },
  };
}

function addressesOf(subnet: string, gateway: string, range: string): Record<string, string> {
  return { Subnet: subnet, Gateway: gateway, ...(range === '' ? {} : { IPRange: range }) };
}

/** "10.0.0.5/24" → "10.0.0.5" */
function withoutPrefix(address: string): string {
  return address.replace(/\/\d+$/, '');
}

function readNetwork({ Id, Labels, IPAM }: NetworkInspectInfo): EngineNetwork {
  const [config, config6] = IPAM?.Config ?? [];
  return {
    engineId: Id,
    networkId: Labels?.[NETWORK_ID_LABEL] ?? '',
    subnet: config?.Subnet ?? '',
    gateway: config?.Gateway ?? '',
    range: config?.['IPRange'] ?? '',
    range6: config6?.['IPRange'] ?? '',
  };
}
