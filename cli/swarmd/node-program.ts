/**
 * swarmd itself: waits on its local socket, makes or joins a cluster when told, starts again in the cluster
 * it was in, leaves. Owns the state directory; the work in the cluster is membership.ts.
 */
import { mkdir, rm } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { dirname, join } from 'node:path';
import { removeEverything } from '../../agent/agent.js';
import { joinCluster, readIdentity, removeIdentity, writeIdentity } from '../../agent/certificate.js';
import { DockerRuntime } from '../../agent/runtime/docker/docker-runtime.js';
import type { Clock } from '../../proto/base/clock.js';
import { SwarmError, toSwarmError } from '../../proto/base/errors.js';
import type { Log } from '../../proto/base/log.js';
import { type Meter, noMeter } from '../../proto/base/meter.js';
import type { Random } from '../../proto/base/random.js';
import type { CallContext } from '../../proto/base/rpc.js';
import { RpcServer } from '../../proto/base/rpc-server.js';
import { aborted, type Service } from '../../proto/base/service.js';
import { VERSION } from '../../proto/base/version.js';
import {
  type InitReply,
  InitReplyCodec,
  type InitRequest,
  type JoinReply,
  JoinReplyCodec,
  type JoinRequest,
  LocalNodeService,
  type LocalStatusReply,
  LocalStatusReplyCodec,
} from '../../proto/gen/node.js';
import type { SwarmdConfig } from './config.js';
import { endChild, startReadyChild } from './control-plane-process.js';
import type { MetricsEndpoint } from './metrics-endpoint.js';
import { controlSocketPath, Membership, raftDirectory, workerDirectory } from './membership.js';
import { type NodeState, NodeStateFile } from './node-state.js';
import {
  chooseAdvertised,
  DEFAULT_PORT,
  formatHostPort,
  type InterfaceAddress,
  parseHostPort,
} from './rules/addresses.js';
import { StateLock } from './state-lock.js';

export interface NodeProgramModules {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

// A predecessor that was killed lets go at once; one that is stopping may need a moment.
const LOCK_WAIT_MS = 5_000;
const RESUME_RETRY_MS = 5_000;
const DEFAULT_LISTEN = `0.0.0.0:${DEFAULT_PORT}`;

export class NodeProgram implements Service {
  readonly name = 'swarmd';
  readonly #config: SwarmdConfig;
  readonly #modules: NodeProgramModules;
  readonly #stateFile: NodeStateFile;
  readonly #certificateDirectory: string;
  #membership: Membership | undefined;
  #meter: Meter = noMeter;
  /** Why the cluster this node was in could not be entered again. */
  #startFailure: SwarmError | undefined;
  /** Init, join and leave, one at a time. */
  #lastChange: Promise<unknown> = Promise.resolve();

  constructor(config: SwarmdConfig, modules: NodeProgramModules) {
    this.#config = config;
    this.#modules = modules;
    this.#stateFile = new NodeStateFile(config.stateDirectory);
    this.#certificateDirectory = join(config.stateDirectory, 'certificates');
  }

  async run(signal: AbortSignal): Promise<void> {
    const { stateDirectory, socketPath } = this.#config;
    await mkdir(stateDirectory, { recursive: true, mode: 0o700 });
    await mkdir(dirname(socketPath), { recursive: true });
    const lock = await StateLock.acquire(stateDirectory, LOCK_WAIT_MS, this.#modules);
    let resuming = Promise.resolve();
    let server: RpcServer | undefined;
    let metrics: MetricsEndpoint | undefined;
    try {
      metrics = await this.#serveMetrics();
      server = this.#server();
      await this.#resume();
      await server.listenUnix(socketPath);
      this.#modules.log.info('swarmd waits for calls', { socketPath, stateDirectory, version: VERSION });
      resuming = this.#resumeUntilDone(signal);
      await aborted(signal);
    } finally {
      await server?.close(1_000);
      await resuming;
      await this.#lastChange;
      await this.#membership?.stop();
      await metrics?.close();
      await lock.release();
    }
  }

  /** Loads what measures and shows it, if anybody wants to look. */
  async #serveMetrics(): Promise<MetricsEndpoint | undefined> {
    const { metricsAddress } = this.#config;
    if (metricsAddress === undefined) return undefined;
    const { MetricsEndpoint } = await import('./metrics-endpoint.js');
    const endpoint = new MetricsEndpoint({
      log: this.#modules.log,
      controlPlane: async () => (await this.#membership?.controlPlaneMetrics()) ?? 'none',
    });
    await endpoint.listen(metricsAddress);
    this.#meter = endpoint.meter;
    return endpoint;
  }

  #server(): RpcServer {
    // Whoever may open the socket is root on this machine.
    const server = new RpcServer({
      log: this.#modules.log,
      clock: this.#modules.clock,
      meter: this.#meter,
      authorize: () => undefined,
    });
    server.add(LocalNodeService, {
      status: async () => this.#status(),
      init: async (request, context) => await this.#change(() => this.#init(request, context)),
      join: async (request, context) => await this.#change(() => this.#join(request, context)),
      leave: async ({ force }, context) => await this.#change(() => this.#leave(force, context)),
    });
    return server;
  }

  async #change<T>(change: () => Promise<T>): Promise<T> {
    const result = this.#lastChange.then(change);
    this.#lastChange = result.catch(() => undefined);
    return await result;
  }

  /** Enters the cluster of node.json again; what hinders it is kept for the status and logged. */
  async #resume(): Promise<void> {
    try {
      const state = await this.#stateFile.read();
      if (state === undefined) {
        this.#startFailure = undefined;
        return;
      }
      const identity = await readIdentity(this.#certificateDirectory, this.#modules);
      this.#membership = new Membership(this.#config, state, identity, this.#membershipModules(state));
      this.#startFailure = undefined;
    } catch (error) {
      const isNews = this.#startFailure === undefined;
      this.#startFailure = toSwarmError(error);
      if (isNews) this.#modules.log.error('cannot enter the cluster again; trying on', { error });
    }
  }

  /** What hindered may pass: a clock that was not set yet, a disk that could not be read. */
  async #resumeUntilDone(signal: AbortSignal): Promise<void> {
    while (this.#startFailure !== undefined) {
      await this.#modules.clock.sleep(RESUME_RETRY_MS, signal).catch(() => undefined);
      if (signal.aborted) return;
      // Leaving forgets the failure, and then there is nothing to enter.
      await this.#change(async () => {
        if (this.#startFailure !== undefined) await this.#resume();
      });
    }
  }

  #status(): LocalStatusReply {
    const membership = this.#membership;
    if (membership === undefined) {
      const error = this.#startFailure?.message ?? '';
      return LocalStatusReplyCodec.create({
        state: error === '' ? 'inactive' : 'error',
        error,
        version: VERSION,
      });
    }
    const { nodeId, clusterId, role, managerAddresses } = membership.state;
    return LocalStatusReplyCodec.create({
      state: membership.failure === undefined ? 'active' : 'error',
      nodeId,
      clusterId,
      role,
      controlSocket: role === 'manager' ? controlSocketPath(this.#config) : '',
      managerAddresses,
      error: membership.failure?.message ?? '',
      version: VERSION,
      engineVersion: membership.engineVersion,
    });
  }

  async #init(request: InitRequest, { requestId }: CallContext): Promise<InitReply> {
    await this.#refuseMember();
    const listen = parseHostPort(
      request.listenAddress === '' ? DEFAULT_LISTEN : request.listenAddress,
      '--listen-addr',
    );
    const listenAddress = formatHostPort(listen);
    const advertiseAddress = formatHostPort(
      chooseAdvertised(request.advertiseAddress, listen, interfaceAddresses()),
    );
    await this.#wipe();
    await mkdir(raftDirectory(this.#config), { recursive: true, mode: 0o700 });
    const { child, ready } = await startReadyChild({
      kind: 'start',
      beginning: {
        kind: 'new-cluster',
        spec: request.spec,
        availability: request.availability,
      },
      directory: raftDirectory(this.#config),
      controlSocketPath: controlSocketPath(this.#config),
      listenAddress,
      advertiseAddress,
      logLevel: this.#config.logLevel,
      isMeasured: this.#config.metricsAddress !== undefined,
    });
    const { nodeId, clusterId, identity, workerToken } = ready;
    const state: NodeState = {
      nodeId,
      clusterId,
      role: 'manager',
      managerAddresses: [advertiseAddress],
      listenAddress,
      advertiseAddress,
    };
    try {
      await writeIdentity(this.#certificateDirectory, identity);
      await this.#stateFile.write(state);
    } catch (error) {
      await endChild(child);
      throw error;
    }
    this.#membership = new Membership(this.#config, state, identity, this.#membershipModules(state), child);
    this.#modules.log.info('a cluster began here', { nodeId, clusterId, requestId });
    return InitReplyCodec.create({ nodeId, clusterId, workerToken, advertiseAddress });
  }

  async #join(request: JoinRequest, { signal, requestId }: CallContext): Promise<JoinReply> {
    await this.#refuseMember();
    const addresses = request.remoteAddresses.map((address) =>
      formatHostPort(parseHostPort(address, 'HOST:PORT')),
    );
    await this.#wipe();
    const joined = await joinCluster(
      { addresses, token: request.token, availability: request.availability },
      this.#modules,
      { signal, requestId },
    );
    const { nodeId, clusterId, role, identity } = joined;
    // Managers give out no such token today; a node that got one would have no log to serve.
    if (role === 'manager') throw new SwarmError('not-supported', { what: 'joining as a manager' });
    const managerAddresses = [...new Set([...joined.managerAddresses, ...addresses])];
    const state: NodeState = {
      nodeId,
      clusterId,
      role,
      managerAddresses,
      listenAddress: '',
      advertiseAddress: '',
    };
    await writeIdentity(this.#certificateDirectory, identity);
    await this.#stateFile.write(state);
    this.#membership = new Membership(this.#config, state, identity, this.#membershipModules(state));
    this.#modules.log.info('this node is in a cluster', { nodeId, clusterId, role, requestId });
    return JoinReplyCodec.create({ nodeId, role });
  }

  async #leave(force: boolean, { requestId }: CallContext): Promise<Record<string, never>> {
    const membership = this.#membership;
    const state = membership?.state ?? (await this.#stateFile.read().catch(() => undefined));
    if (state === undefined && this.#startFailure === undefined) throw new SwarmError('swarm.not-member', {});
    if (state?.role === 'manager' && !force) {
      throw new SwarmError('swarm.leave-refused', {
        reason:
          'This node is the only manager: leaving ends the cluster and loses its services. To do that, repeat with --force.',
      });
    }
    if (state !== undefined && !force) await this.#refuseWithoutEngine(state);
    await membership?.stop();
    this.#membership = undefined;
    this.#startFailure = undefined;
    // Before the membership: cut off here, this node is still a member, and its next leave removes them.
    if (state !== undefined) await this.#removeContainers(state);
    // From here on this node is in no cluster, whatever stops the rest: the next init or join wipes what is left.
    await this.#stateFile.remove();
    await this.#wipe();
    this.#modules.log.info('this node has left its cluster', { nodeId: state?.nodeId, requestId });
    return {};
  }

  async #refuseWithoutEngine(state: NodeState): Promise<void> {
    try {
      await this.#membershipModules(state).runtime.list();
    } catch (error) {
      throw new SwarmError(
        'swarm.leave-refused',
        {
          reason: `The containers of this node cannot be removed now, and would run on for ever: ${toSwarmError(error).message}. Start the engine and leave again, or leave them behind: repeat with --force.`,
        },
        error,
      );
    }
  }

  /** Nobody will stop the containers of a cluster this node is no longer in. */
  async #removeContainers(state: NodeState): Promise<void> {
    const { runtime } = this.#membershipModules(state);
    try {
      await removeEverything(workerDirectory(this.#config), runtime);
    } catch (error) {
      this.#modules.log.warn('containers of the cluster just left could not be removed', { error });
    }
  }

  async #refuseMember(): Promise<void> {
    const state = this.#membership?.state ?? (await this.#stateFile.read());
    if (state !== undefined) throw new SwarmError('swarm.already-member', { nodeId: state.nodeId });
  }

  /** Removes what an earlier cluster, or a start that was cut off, left behind. */
  async #wipe(): Promise<void> {
    await removeIdentity(this.#certificateDirectory);
    for (const folder of [raftDirectory(this.#config), workerDirectory(this.#config)])
      await rm(folder, { recursive: true, force: true });
  }

  #membershipModules(state: NodeState): ConstructorParameters<typeof Membership>[3] {
    const { clock, random, log } = this.#modules;
    const runtime = new DockerRuntime(
      { endpoint: this.#config.dockerHost, owner: { nodeId: state.nodeId, clusterId: state.clusterId } },
      { clock, log: log.child({ part: 'runtime' }) },
    );
    return { runtime, stateFile: this.#stateFile, clock, random, log, meter: this.#meter };
  }
}

function interfaceAddresses(): readonly InterfaceAddress[] {
  return Object.entries(networkInterfaces()).flatMap(([interfaceName, addresses = []]) =>
    addresses.map(({ address, family, internal }) => ({ interfaceName, address, family, internal })),
  );
}
