/**
 * The agent of a node: builds and joins its rooms. Promises that its own end, however it comes, stops no
 * container; what ran is found again at the next start. Certificates and the cluster's whereabouts
 * are kept by whoever runs it.
 */
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import type { Clock } from '../proto/base/clock.js';
import type { Log } from '../proto/base/log.js';
import { type Meter, noMeter, single } from '../proto/base/meter.js';
import type { Random } from '../proto/base/random.js';
import { runAll, type Service } from '../proto/base/service.js';
import type { NodeChange } from '../proto/gen/dispatcher.js';
import type { GenericResource, NodeDescription } from '../proto/gen/objects.js';
import type { HostReader } from './network/host-reader.js';
import { NodeFacts, type OwnPort, type Whereabouts } from './network/node-facts.js';
import { DEFAULT_DATA_PATH_PORT, TUNNEL_PORTS } from '../proto/model/network.js';
import { LogSender } from './log-sender.js';
import { NO_NETWORK_ROOMS, type NetworkModules, networkRooms, type NetworkRooms } from './network-rooms.js';
import { NodeDescriber } from './node-description.js';
import { removeNetworks } from './network/networks.js';
import { measuredNetworkSink } from './measured-network-sink.js';
import { measuredRuntime } from './runtime/measured-runtime.js';
import type { Runtime } from './runtime/runtime.js';
import { openRecoveryEpochs, type RecoveryEpochs } from './recovery-epochs.js';
import { type OpenChannel, Session } from './session.js';
import { StatusReporter } from './status-reporter.js';
import { TaskDatabase } from './task-database.js';
import { NodeTaskFile, type TaskFile } from './task-file.js';
import { Worker } from './worker.js';

const TASKS_DIRECTORY = 'agent';
const NETWORKS_FILE = 'networks';
/** Held for overlay networks, by the kernel or by what makes their tunnels. */
const TUNNEL_PORTS_OF_NODE = [DEFAULT_DATA_PATH_PORT, ...TUNNEL_PORTS].map(
  (port): OwnPort => ({ protocol: 'udp', port }),
);
const RECOVERY_FILE = 'recovery-epoch';

export interface AgentOptions {
  /** The task database lives in a directory of its own below it. */
  readonly stateDirectory: string;
  readonly nodeId: string;
  /** Name of this host, until the runtime says it. */
  readonly hostname: string;
  /** What the node has beside what the runtime says. */
  readonly genericResources?: readonly GenericResource[] | undefined;
  /** host:port of every manager known so far. */
  readonly managerAddresses: readonly string[];
  /** host:port where this node's manager listens; empty on a worker. */
  readonly localManagerAddress: string;
  /** Where other nodes send the traffic of overlay networks to, if somebody said: an address or an interface. */
  readonly dataPathAddress?: string | undefined;
}

export interface AgentModules {
  readonly runtime: Runtime;
  /** Without them the node takes part in no overlay network. */
  readonly networks?: NetworkModules | undefined;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly meter?: Meter | undefined;
  /** A new channel to that manager, with the node's present certificate; closed by the agent. */
  readonly openChannel: OpenChannel;
  /** Where its tasks are remembered, if not in a file in the state directory. */
  readonly taskFile?: TaskFile | undefined;
  /** Which recovery of the cluster it follows, if that is not kept in a file in the state directory. */
  readonly recoveryEpochs?: RecoveryEpochs | undefined;
  /** How it takes part in overlay networks, if not with the kernel and the engine of this node. */
  readonly networkRooms?: NetworkRooms | undefined;
  /** From where it learns what networks depend on; left out where the runtime says it. */
  readonly hostReader?: HostReader | undefined;
  /** The node object, the managers' addresses (to be kept for the next start) or the period changed. */
  readonly onNodeChange: (change: NodeChange) => void;
  /** The managers no longer know this node. May be called again, about once a minute. */
  readonly onRemoved: () => void;
}

export class Agent implements Service {
  readonly name = 'agent';
  readonly #options: AgentOptions;
  readonly #modules: AgentModules;
  #session: Session | undefined;
  #describer: NodeDescriber | undefined;
  #worker: Worker | undefined;
  #reporter: StatusReporter | undefined;
  #localManagerAddress: string;
  #managerAddresses: readonly string[];

  constructor(options: AgentOptions, modules: AgentModules) {
    this.#options = options;
    const { clock, meter = noMeter } = modules;
    this.#modules = { ...modules, runtime: measuredRuntime(modules.runtime, { clock, meter }) };
    this.#measure(meter);
    this.#localManagerAddress = options.localManagerAddress;
    this.#managerAddresses = options.managerAddresses;
  }

  /** Whether a manager has registered this node and the line stands. */
  get isConnected(): boolean {
    return this.#session?.isConnected === true;
  }

  /** What this node is made of; undefined before the agent runs. */
  get description(): NodeDescription | undefined {
    return this.#describer?.current;
  }

  /** This node became a manager (host:port) or is none any more (empty). */
  setLocalManagerAddress(address: string): void {
    this.#localManagerAddress = address;
    this.#session?.setLocalManagerAddress(address);
  }

  /** Managers are at these addresses now, whatever was known before. */
  useManagers(addresses: readonly string[]): void {
    this.#managerAddresses = addresses;
    this.#session?.useManagers(addresses);
  }

  async run(signal: AbortSignal): Promise<void> {
    const {
      runtime,
      clock,
      random,
      log,
      meter = noMeter,
      openChannel,
      onNodeChange,
      onRemoved,
    } = this.#modules;
    const { nodeId } = this.#options;
    const { taskFile = new NodeTaskFile(join(this.#options.stateDirectory, TASKS_DIRECTORY)) } =
      this.#modules;
    const database = await TaskDatabase.open(taskFile, { clock, log });
    const { recoveryEpochs = await openRecoveryEpochs(this.#recoveryFile) } = this.#modules;
    const reporter = new StatusReporter();
    const rooms = this.#networkRooms(database, signal);
    const worker = new Worker({
      database,
      runtime,
      networks: rooms.taskNetworks,
      clock,
      random,
      log,
      onStatus: (taskId, status) => reporter.report(taskId, status),
    });
    this.#worker = worker;
    this.#reporter = reporter;
    const logSender = new LogSender({ nodeId }, { runtime, log, worker });
    const describer = this.#makeDescriber(database, rooms);
    this.#describer = describer;
    const localManagerAddress = this.#localManagerAddress;
    const managerAddresses = this.#managerAddresses;
    const session = new Session(
      { nodeId, managerAddresses, localManagerAddress },
      {
        clock,
        random,
        log,
        openChannel,
        describer,
        worker,
        reporter,
        logSender,
        networkSink: measuredNetworkSink(rooms.sink, { clock, meter }),
        examiner: rooms.examiner,
        recoveryEpochs,
        onNodeChange,
        onRemoved,
      },
    );
    this.#session = session;
    try {
      await runAll([runtime, describer, ...rooms.services, worker, session], signal);
    } finally {
      this.#worker = undefined;
      this.#reporter = undefined;
      await database.close();
    }
  }

  #networkRooms(database: TaskDatabase, signal: AbortSignal): NetworkRooms {
    const { networks, networkRooms: given = NO_NETWORK_ROOMS, clock, random, log } = this.#modules;
    const { meter = noMeter } = this.#modules;
    if (networks === undefined) return given;
    const filePath = join(this.#options.stateDirectory, TASKS_DIRECTORY, NETWORKS_FILE);
    const { nodeId } = this.#options;
    return networkRooms(
      { nodeId, filePath },
      {
        ...networks,
        clock,
        random,
        log,
        meter,
        // What the managers are told, too.
        networking: () => this.description?.networking,
        onTunnelKeys: () => this.#describer?.readAgain(),
        reader: this.#modules.hostReader,
        dataPathAddress: async () => {
          // At the start it is found out soon: nothing is wrong until then.
          if (this.description?.networking === undefined) await this.#describer?.whenRead(signal);
          return this.description?.networking?.dataAddress ?? '';
        },
        dnsServersOf: (taskId) => database.records.get(taskId)?.task.spec?.container?.dnsServers ?? [],
      },
    );
  }

  #makeDescriber(database: TaskDatabase, { containers, tunnelKeys }: NetworkRooms): NodeDescriber {
    const { runtime, clock, log, hostReader: reader } = this.#modules;
    const { hostname, genericResources, dataPathAddress = '' } = this.#options;
    const whereabouts = (): Whereabouts => ({
      own: this.#localManagerAddress,
      managers: this.#managerAddresses,
    });
    const ownPorts = (): readonly OwnPort[] => [...hostPortsOf(database), ...TUNNEL_PORTS_OF_NODE];
    const facts = reader && new NodeFacts({ dataPathAddress }, { reader, whereabouts, ownPorts, tunnelKeys });
    return new NodeDescriber(
      { hostname, genericResources },
      {
        runtime,
        clock,
        log,
        networking:
          facts && (async () => ({ ...(await facts.read()), containers: (await containers?.read()) ?? [] })),
        onNetworkChange: containers && ((listener) => containers.onChange(listener)),
        problem: async () => await database.problem(),
      },
    );
  }

  get #recoveryFile(): string {
    return join(this.#options.stateDirectory, TASKS_DIRECTORY, RECOVERY_FILE);
  }

  /** Shows its numbers while it runs. */
  #measure(meter: Meter): void {
    const whileRunning = <T>(read: () => T): T | undefined =>
      this.#worker === undefined ? undefined : read();
    meter.sample('swarmd_agent_connected', () => single(whileRunning(() => Number(this.isConnected))));
    meter.sample('swarmd_engine_usable', () =>
      single(whileRunning(() => Number(this.description?.runtimeError === ''))),
    );
    meter.sample('swarmd_agent_reports_waiting', () => single(this.#reporter?.waitingCount));
    meter.sample('swarmd_agent_reports_unacknowledged', () => single(this.#reporter?.unacknowledgedCount));
    meter.sample('swarmd_agent_tasks', () =>
      [...(this.#worker?.countByState() ?? [])].map(([state, value]) => ({ labels: { state }, value })),
    );
  }
}

/** Held by the engine for containers of ours. */
function hostPortsOf(database: TaskDatabase): readonly OwnPort[] {
  return [...database.records.values()].flatMap(({ task }) =>
    task.ports
      .filter(({ publishMode }) => publishMode === 'host')
      .map(({ protocol, publishedPort: port }) => ({ protocol, port })),
  );
}

/** For a node that leaves its cluster: removes every container and network of its own and forgets every task. */
export async function removeEverything(
  stateDirectory: string,
  { runtime, networks, log }: Pick<AgentModules, 'runtime' | 'networks' | 'log'>,
): Promise<void> {
  for (const { taskId } of await runtime.list()) await runtime.remove(taskId);
  if (networks !== undefined) await removeNetworks({ ...networks, log });
  await rm(join(stateDirectory, TASKS_DIRECTORY), { recursive: true, force: true });
}
