/**
 * Joins what a node needs to take part in overlay networks: its networks and its name server. Owns no decision.
 */
import type { Clock } from '../proto/base/clock.js';
import { SwarmError } from '../proto/base/errors.js';
import type { Log } from '../proto/base/log.js';
import type { Meter } from '../proto/base/meter.js';
import type { Random } from '../proto/base/random.js';
import type { Service } from '../proto/base/service.js';
import { AttachedContainers } from './network/attached-containers.js';
import { Examiner } from './network/examination.js';
import type { EngineNetworks } from './network/engine-networks.js';
import type { HostReader } from './network/host-reader.js';
import { hostResolvers } from './network/host-resolvers.js';
import type { Kernel } from './network/kernel.js';
import { NameServer } from './network/name-server.js';
import { NetworkFile } from './network/network-file.js';
import { NodeNetworks } from './network/networks.js';
import { PortHolder } from './network/port-holder.js';
import { attachedProblems, knownContainers } from './network/rules/attached.js';
import type { TaskNetworks } from './network/task-networks.js';
import { Tunnels } from './network/tunnels.js';
import { newKeyPair } from './network/wireguard-keys.js';
import { exchange } from './network/upstream.js';
import type { AttachedContainer, NodeNetworking, TunnelKey } from '../proto/gen/objects.js';
import { NO_NETWORKS, type NetworkSink } from './network-sink.js';

const RESOLVER_FILE = '/etc/resolv.conf';

export interface NetworkModules {
  readonly kernel: Kernel;
  readonly engine: EngineNetworks;
}

export interface NetworkRoomsOptions {
  readonly nodeId: string;
  /** Where the networks are remembered. */
  readonly filePath: string;
}

export interface NetworkRoomsModules extends NetworkModules {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly meter: Meter;
  /** Where the other nodes send the packets of overlay networks to; empty while that is not known. */
  readonly dataPathAddress: () => Promise<string>;
  /** What this node says of itself to the managers. */
  readonly networking: () => NodeNetworking | undefined;
  readonly reader?: HostReader | undefined;
  /** This node's keys for encrypted networks are others now. */
  readonly onTunnelKeys: () => void;
  /** The name servers a task was given instead of the host's; none for most. */
  readonly dnsServersOf: (taskId: string) => readonly string[];
}

export interface NetworkRooms {
  readonly sink: NetworkSink;
  readonly taskNetworks: TaskNetworks;
  /** This node's keys for encrypted networks, newest last. */
  readonly tunnelKeys: () => Promise<readonly TunnelKey[]>;
  /** Users' own containers on attachable networks; undefined where there are no networks. */
  readonly containers: Pick<AttachedContainers, 'read' | 'onChange'> | undefined;
  /** Looks what is wrong with the networks; undefined where there are none. */
  readonly examiner: Pick<Examiner, 'examine'> | undefined;
  /** In the order of their start. */
  readonly services: readonly Service[];
}

export function networkRooms(
  { nodeId, filePath }: NetworkRoomsOptions,
  modules: NetworkRoomsModules,
): NetworkRooms {
  const { clock, engine, log, onTunnelKeys: onKeysChange, networking } = modules;
  const resolvers = hostResolvers(RESOLVER_FILE, clock);
  const nameServer = new NameServer({}, { ...modules, exchange, hostResolvers: resolvers });
  const file = new NetworkFile(filePath);
  const portHolder = new PortHolder({ usedPorts: () => networking()?.usedPorts ?? [] });
  const tunnels = new Tunnels({ nodeId }, { ...modules, newKeyPair, onKeysChange });
  const tunnelProblem = (): string => networking()?.tunnelProblem ?? '';
  const networks = new NodeNetworks(
    { nodeId },
    { ...modules, file, portHolder, nameServer, tunnels, tunnelProblem },
  );
  const known = async (): Promise<readonly AttachedContainer[]> =>
    knownContainers(await networks.told(), nodeId);
  const containers = new AttachedContainers({ engine, known, clock, log });
  const problem = (): string => {
    const ofContainers = attachedProblems(networks.held.state, nodeId, containers.others);
    return [networks.problem, ...ofContainers].filter((each) => each !== '').join('; ');
  };
  const examiner = new Examiner(
    { nodeId },
    {
      ...modules,
      exchange,
      held: () => ({ ...networks.held, problem: problem() }),
      nameFailures: () => nameServer.failures,
    },
  );
  return {
    sink: networks,
    taskNetworks: networks,
    tunnelKeys: async () => await tunnels.publicKeys(),
    containers,
    examiner,
    services: [nameServer, networks, containers],
  };
}

/** Of a node that takes part in none: a task that needs one waits. */
export const NO_NETWORK_ROOMS: NetworkRooms = {
  sink: NO_NETWORKS,
  taskNetworks: {
    ready: async ({ attachments }) => {
      const [first] = attachments;
      if (first === undefined) return [];
      const reason = 'this node takes part in no overlay networks';
      throw new SwarmError('network.not-ready', { network: first.networkId, reason });
    },
  },
  tunnelKeys: () => Promise.resolve([]),
  containers: undefined,
  examiner: undefined,
  services: [],
};
