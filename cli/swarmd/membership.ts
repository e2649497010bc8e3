/**
 * A node's life in a cluster: its agent, its certificate and, while it is a manager, its control plane. The role
 * is what the certificate says: when that changes, the control plane begins or ends beside an agent that does
 * not notice.
 */
import type { ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { Agent, type AgentModules } from '../../agent/agent.js';
import { CertificateKeeper } from '../../agent/certificate-keeper.js';
import { writeIdentity } from '../../agent/certificate.js';
import { SystemHostReader } from '../../agent/network/host-reader.js';
import type { Runtime } from '../../agent/runtime/runtime.js';
import { type Clock, withTimeout } from '../../proto/base/clock.js';
import { SwarmError, toSwarmError } from '../../proto/base/errors.js';
import type { Log } from '../../proto/base/log.js';
import type { Meter } from '../../proto/base/meter.js';
import type { Random } from '../../proto/base/random.js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { runAll } from '../../proto/base/service.js';
import { readCertificate } from '../../proto/base/x509.js';
import type { NodeChange } from '../../proto/gen/dispatcher.js';
import type { NodeRole } from '../../proto/gen/objects.js';
import type { SwarmdConfig } from './config.js';
import { ControlPlaneProcess } from './control-plane-process.js';
import { certificateDirectory, controlSocketPath, raftDirectory, workerDirectory } from './directories.js';
import type { StartMessage } from './manager-messages.js';
import type { NodeState, NodeStateFile } from './node-state.js';
import type { MetricValues } from './prometheus-meter.js';

const AGENT_RETRY_MS = 5_000;

export interface MembershipModules {
  readonly runtime: Runtime;
  /** None: the node takes part in no overlay network. */
  readonly networks?: AgentModules['networks'];
  readonly stateFile: NodeStateFile;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly meter: Meter;
  /** Where this node's manager would listen and be reached, for one that was never told. */
  readonly findAddresses: (state: NodeState) => Promise<NodeState>;
}

/** A control plane that runs, and its end. */
interface RunningControlPlane {
  readonly process: ControlPlaneProcess;
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

export class Membership {
  readonly #config: SwarmdConfig;
  readonly #modules: MembershipModules;
  readonly #stop = new AbortController();
  readonly #keeper: CertificateKeeper;
  readonly #agent: Agent;
  readonly #done: Promise<void>;
  readonly #roleListeners = new Set<() => void>();
  #identity: TlsIdentity;
  #controlPlane: RunningControlPlane | undefined;
  #state: NodeState;
  #agentFailure: SwarmError | undefined;
  #keeping: Promise<void> = Promise.resolve();

  /** Starts at once. A control-plane child that already serves may be handed over. */
  constructor(
    config: SwarmdConfig,
    state: NodeState,
    identity: TlsIdentity,
    modules: MembershipModules,
    child?: ChildProcess,
  ) {
    this.#config = config;
    this.#state = state;
    this.#modules = modules;
    this.#identity = identity;
    if (state.role === 'manager') this.#startControlPlane(child);
    this.#keeper = this.#makeKeeper(identity);
    this.#agent = this.#makeAgent();
    this.#done = this.#run().catch((error: unknown) =>
      modules.log.error('this node stopped working in the cluster', { error }),
    );
  }

  get state(): NodeState {
    return this.#state;
  }

  get identity(): TlsIdentity {
    return this.#identity;
  }

  /** Why this node does not work as it should; undefined while it does. */
  get failure(): SwarmError | undefined {
    return this.#controlPlane?.process.lastFailure ?? this.#agentFailure;
  }

  /** Version of the container engine, as the agent last saw it; empty until then. */
  get engineVersion(): string {
    return this.#agent.description?.engineVersion ?? '';
  }

  /** What the control plane measured; 'none' on a worker, 'silent' when it does not answer. */
  async controlPlaneMetrics(): Promise<readonly MetricValues[] | 'none' | 'silent'> {
    if (this.#controlPlane === undefined) return 'none';
    return (await this.#controlPlane.process.metrics()) ?? 'silent';
  }

  /** Resolves when the node has that role and all that comes with it; throws what onTimeout makes. */
  async untilRole(role: NodeRole, withinMs: number, onTimeout: () => Error): Promise<void> {
    await withTimeout(this.#modules.clock, withinMs, onTimeout, async () => {
      while (this.#state.role !== role) {
        await new Promise<void>((resolve) => {
          this.#roleListeners.add(resolve);
        });
      }
    });
  }

  /** Managers are at these addresses now, whatever was known before; the agent goes there. */
  async useManagers(managerAddresses: readonly string[]): Promise<void> {
    await this.#keep({ ...this.#state, managerAddresses });
    this.#agent.useManagers(managerAddresses);
    this.#controlPlane?.process.tryManagers(managerAddresses);
  }

  /** Ends the control plane, and begins again with the state and the child that come of what is done meanwhile. */
  async withoutControlPlane(
    work: () => Promise<{ readonly state: NodeState; readonly child: ChildProcess }>,
  ): Promise<void> {
    await this.#stopControlPlane();
    try {
      const { state, child } = await work();
      await this.#keep(state);
      this.#startControlPlane(child);
      this.#agent.setLocalManagerAddress(state.advertiseAddress);
      this.#agent.useManagers(state.managerAddresses);
    } catch (error) {
      if (this.#state.role === 'manager') this.#startControlPlane();
      throw error;
    }
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#done;
    await this.#keeping;
  }

  async #run(): Promise<void> {
    const agent = { name: 'agent', run: async (signal: AbortSignal) => await this.#runAgent(signal) };
    try {
      await runAll([this.#keeper, agent], this.#stop.signal);
    } finally {
      await this.#stopControlPlane();
    }
  }

  /**
   * An agent that broke, say because its folder cannot be read now, takes nothing with it: its containers go on,
   * and so does the control plane. It is started again until it works.
   */
  async #runAgent(signal: AbortSignal): Promise<void> {
    const { clock, log } = this.#modules;
    while (!signal.aborted) {
      try {
        await this.#agent.run(signal);
      } catch (error) {
        this.#agentFailure = toSwarmError(error);
        log.error('the agent broke; starting it again', { error, retryMs: AGENT_RETRY_MS });
      }
      await clock.sleep(AGENT_RETRY_MS, signal).catch(() => undefined);
    }
  }

  #makeAgent(): Agent {
    const { runtime, networks, clock, random, log, meter } = this.#modules;
    const { nodeId, managerAddresses } = this.#state;
    return new Agent(
      {
        stateDirectory: workerDirectory(this.#config),
        nodeId,
        hostname: hostname(),
        genericResources: this.#config.genericResources,
        managerAddresses,
        localManagerAddress: localManagerAddress(this.#state),
        dataPathAddress: this.#state.dataPathAddress,
      },
      {
        runtime,
        networks,
        clock,
        random,
        meter,
        log: log.child({ part: 'agent' }),
        hostReader: new SystemHostReader(),
        openChannel: (address: string) => RpcChannel.tls(address, this.#identity),
        onNodeChange: (change) => this.#nodeChanged(change),
        onRemoved: () => {
          this.#agentFailure = new SwarmError('node.removed', { nodeId });
        },
      },
    );
  }

  #makeKeeper(identity: TlsIdentity): CertificateKeeper {
    const { clock, random, log } = this.#modules;
    return new CertificateKeeper(
      { identity },
      {
        clock,
        random,
        log,
        managerAddresses: () => this.#state.managerAddresses,
        onRenewed: async (fresh, role) => await this.#renewed(fresh, role),
      },
    );
  }

  #nodeChanged({ node, managerAddresses }: NodeChange): void {
    this.#agentFailure = undefined;
    // The managers of now are where this node looks after a restart.
    const isNews = managerAddresses.join() !== this.#state.managerAddresses.join();
    if (managerAddresses.length > 0 && isNews)
      this.#keep({ ...this.#state, managerAddresses }).catch((error: unknown) =>
        this.#modules.log.warn('the managers of now could not be written down', { error }),
      );
    if (node?.identity !== undefined) this.#keeper.expectRole(node.identity.role);
  }

  async #renewed(identity: TlsIdentity, role: NodeRole): Promise<void> {
    await writeIdentity(certificateDirectory(this.#config), identity);
    this.#identity = identity;
    this.#controlPlane?.process.setIdentity(identity);
    if (role === 'manager') await this.#becomeManager();
    else await this.#becomeWorker();
    for (const listener of this.#roleListeners) listener();
    this.#roleListeners.clear();
  }

  async #becomeManager(): Promise<void> {
    if (this.#state.role === 'manager') return;
    const { findAddresses, log } = this.#modules;
    // What an earlier time as a manager left behind belongs to another member of the log.
    await this.#removeLog();
    await this.#keep({ ...(await findAddresses(this.#state)), role: 'manager' });
    log.info('this node becomes a manager', { advertiseAddress: this.#state.advertiseAddress });
    this.#startControlPlane();
    this.#agent.setLocalManagerAddress(localManagerAddress(this.#state));
  }

  async #becomeWorker(): Promise<void> {
    if (this.#state.role === 'worker') return;
    this.#modules.log.info('this node is no manager any more');
    await this.#keep({ ...this.#state, role: 'worker' });
    this.#agent.setLocalManagerAddress('');
    await this.#stopControlPlane();
    await this.#removeLog();
  }

  #startControlPlane(child?: ChildProcess): void {
    if (this.#stop.signal.aborted) return;
    const { log } = this.#modules;
    const controlPlane = new ControlPlaneProcess(() => this.#startMessage(), this.#modules, child);
    const stop = new AbortController();
    const done = controlPlane
      .run(stop.signal)
      .catch((error: unknown) => log.error('the control plane is not looked after any more', { error }));
    this.#controlPlane = { process: controlPlane, stop, done };
  }

  async #stopControlPlane(): Promise<void> {
    const controlPlane = this.#controlPlane;
    this.#controlPlane = undefined;
    controlPlane?.stop.abort();
    await controlPlane?.done;
  }

  async #removeLog(): Promise<void> {
    await rm(raftDirectory(this.#config), { recursive: true, force: true });
  }

  /** How the control plane of this node is started now. */
  #startMessage(): StartMessage {
    const { nodeId, clusterId } = this.#state;
    return startMessage(this.#config, this.#state, {
      kind: 'resume',
      nodeId,
      clusterId,
      identity: this.#identity,
    });
  }

  /** Writes the state down, after all that was written before. */
  async #keep(state: NodeState): Promise<void> {
    this.#state = state;
    const kept = this.#keeping.then(async () => await this.#modules.stateFile.write(state));
    this.#keeping = kept.catch(() => undefined);
    await kept;
  }
}

export function startMessage(
  config: SwarmdConfig,
  {
    listenAddress,
    advertiseAddress,
    managerAddresses,
  }: Pick<NodeState, 'listenAddress' | 'advertiseAddress' | 'managerAddresses'>,
  beginning: StartMessage['beginning'],
): StartMessage {
  return {
    kind: 'start',
    beginning,
    directory: raftDirectory(config),
    store: config.store,
    controlSocketPath: controlSocketPath(config),
    listenAddress,
    advertiseAddress,
    managerAddresses,
    logLevel: config.logLevel,
    isMeasured: config.metricsAddress !== undefined,
  };
}

/** The role is what the certificate says: a start that was cut off may have left the state behind it. */
export function withRoleOf(identity: TlsIdentity, state: NodeState): NodeState {
  return { ...state, role: readCertificate(identity.certificatePem).role };
}

function localManagerAddress({ role, advertiseAddress }: NodeState): string {
  return role === 'manager' ? advertiseAddress : '';
}
