/**
 * A node's life in a cluster: its agent and, on a manager, its control plane; started and stopped together.
 */
import type { ChildProcess } from 'node:child_process';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Agent } from '../../agent/agent.js';
import type { Runtime } from '../../agent/runtime/runtime.js';
import type { Clock } from '../../proto/base/clock.js';
import { SwarmError, toSwarmError } from '../../proto/base/errors.js';
import type { Log } from '../../proto/base/log.js';
import type { Meter } from '../../proto/base/meter.js';
import type { Random } from '../../proto/base/random.js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { runAll } from '../../proto/base/service.js';
import type { SwarmdConfig } from './config.js';
import { ControlPlaneProcess } from './control-plane-process.js';
import type { StartMessage } from './manager-messages.js';
import type { NodeState, NodeStateFile } from './node-state.js';
import type { MetricValues } from './prometheus-meter.js';

const AGENT_RETRY_MS = 5_000;

export interface MembershipModules {
  readonly runtime: Runtime;
  readonly stateFile: NodeStateFile;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly meter: Meter;
}

export class Membership {
  readonly identity: TlsIdentity;
  readonly #config: SwarmdConfig;
  readonly #modules: MembershipModules;
  readonly #stop = new AbortController();
  readonly #controlPlane: ControlPlaneProcess | undefined;
  readonly #agent: Agent;
  readonly #done: Promise<void>;
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
    this.identity = identity;
    if (state.role === 'manager') {
      this.#controlPlane = new ControlPlaneProcess(startMessage(config, state, identity), modules, child);
    }
    this.#agent = this.#makeAgent();
    this.#done = this.#run().catch((error: unknown) =>
      modules.log.error('this node stopped working in the cluster', { error }),
    );
  }

  get state(): NodeState {
    return this.#state;
  }

  /** Why this node does not work as it should; undefined while it does. */
  get failure(): SwarmError | undefined {
    return this.#controlPlane?.lastFailure ?? this.#agentFailure;
  }

  /** Version of the container engine, as the agent last saw it; empty until then. */
  get engineVersion(): string {
    return this.#agent.description?.engineVersion ?? '';
  }

  /** What the control plane measured; 'none' on a worker, 'silent' when it does not answer. */
  async controlPlaneMetrics(): Promise<readonly MetricValues[] | 'none' | 'silent'> {
    if (this.#controlPlane === undefined) return 'none';
    return (await this.#controlPlane.metrics()) ?? 'silent';
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#done;
    await this.#keeping;
  }

  async #run(): Promise<void> {
    const controlPlane = this.#controlPlane === undefined ? [] : [this.#controlPlane];
    const agent = { name: 'agent', run: async (signal: AbortSignal) => await this.#runAgent(signal) };
    await runAll([...controlPlane, agent], this.#stop.signal);
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
    const { runtime, clock, random, log, meter } = this.#modules;
    return new Agent(
      {
        stateDirectory: workerDirectory(this.#config),
        nodeId: this.#state.nodeId,
        hostname: hostname(),
        managerAddresses: this.#state.managerAddresses,
        localManagerAddress: this.#state.advertiseAddress,
      },
      {
        runtime,
        clock,
        random,
        meter,
        log: log.child({ part: 'agent' }),
        openChannel: (address: string) => RpcChannel.tls(address, this.identity),
        onNodeChange: ({ managerAddresses }) => {
          this.#agentFailure = undefined;
          this.#keepManagers(managerAddresses);
        },
        onRemoved: () => {
          this.#agentFailure = new SwarmError('node.removed', { nodeId: this.#state.nodeId });
        },
      },
    );
  }

  /** The managers of now are where this node looks after a restart. */
  #keepManagers(managerAddresses: readonly string[]): void {
    if (managerAddresses.length === 0 || managerAddresses.join() === this.#state.managerAddresses.join())
      return;
    const { stateFile, log } = this.#modules;
    const state = { ...this.#state, managerAddresses };
    this.#state = state;
    this.#keeping = this.#keeping
      .then(() => stateFile.write(state))
      .catch((error: unknown) => log.warn('the managers of now could not be written down', { error }));
  }
}

/** How the control plane of this node is started again. */
function startMessage(config: SwarmdConfig, state: NodeState, identity: TlsIdentity): StartMessage {
  const { nodeId, clusterId, listenAddress, advertiseAddress } = state;
  return {
    kind: 'start',
    beginning: { kind: 'resume', nodeId, clusterId, identity },
    directory: raftDirectory(config),
    controlSocketPath: controlSocketPath(config),
    listenAddress,
    advertiseAddress,
    logLevel: config.logLevel,
    isMeasured: config.metricsAddress !== undefined,
  };
}

export function raftDirectory(config: SwarmdConfig): string {
  return join(config.stateDirectory, 'raft');
}

export function controlSocketPath(config: SwarmdConfig): string {
  return join(config.stateDirectory, 'control.sock');
}

export function workerDirectory(config: SwarmdConfig): string {
  return join(config.stateDirectory, 'worker');
}
