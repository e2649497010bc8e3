/**
 * swarmd itself: waits on its local socket, makes or joins a cluster when told, starts again in the cluster
 * it was in, leaves. Owns the state directory; the work in the cluster is membership.ts.
 */
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readIdentity, removeIdentity } from '../../agent/certificate.js';
import { HostKernel } from '../../agent/network/host-kernel.js';
import { DockerNetworks } from '../../agent/runtime/docker/docker-networks.js';
import { DockerRuntime } from '../../agent/runtime/docker/docker-runtime.js';
import type { Clock } from '../../proto/base/clock.js';
import { SwarmError, toSwarmError } from '../../proto/base/errors.js';
import { invariant } from '../../proto/base/invariant.js';
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
import { certificateDirectory, controlSocketPath, raftDirectory, workerDirectory } from './directories.js';
import {
  beginAgain,
  beginCluster,
  type Begun,
  enterCluster,
  type Entered,
  type EnteringModules,
  findAddresses,
  managersAt,
} from './entering.js';
import { giveUpVote, refuseWithoutEngine, removeContainers, stopBeingManager } from './leaving.js';
import type { MetricsEndpoint } from './metrics-endpoint.js';
import { Membership, type MembershipModules, withRoleOf } from './membership.js';
import { type NodeState, NodeStateFile } from './node-state.js';
import { StateLock } from './state-lock.js';

export interface NodeProgramModules {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

// A predecessor that was killed lets go at once; one that is stopping may need a moment.
const LOCK_WAIT_MS = 5_000;
const RESUME_RETRY_MS = 5_000;

export class NodeProgram implements Service {
  readonly name = 'swarmd';
  readonly #config: SwarmdConfig;
  readonly #modules: NodeProgramModules;
  readonly #stateFile: NodeStateFile;
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
      await this.#reenter(state);
      this.#startFailure = undefined;
    } catch (error) {
      const isNews = this.#startFailure === undefined;
      this.#startFailure = toSwarmError(error);
      if (isNews) this.#modules.log.error('cannot enter the cluster again; trying on', { error });
    }
  }

  async #reenter(before: NodeState): Promise<void> {
    const identity = await readIdentity(certificateDirectory(this.#config), this.#modules);
    const state = withRoleOf(identity, before);
    // A worker has no log: this one's end was cut off.
    if (state.role === 'worker') await rm(raftDirectory(this.#config), { recursive: true, force: true });
    const { advertiseAddress = state.advertiseAddress, dataPathAddress = state.dataPathAddress } =
      this.#config;
    const said = { ...state, advertiseAddress, dataPathAddress };
    await this.#enter({ state: state.role === 'manager' ? await findAddresses(said) : said, identity });
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
    const entered =
      request.forceNewCluster || this.#membership !== undefined
        ? await this.#initAgain(request)
        : await this.#initNew(request);
    const { state, ready } = entered;
    const { nodeId, clusterId, advertiseAddress } = state;
    this.#modules.log.info('a cluster begins here', { nodeId, clusterId, advertiseAddress, requestId });
    return InitReplyCodec.create({ nodeId, clusterId, workerToken: ready.workerToken, advertiseAddress });
  }

  async #initNew(request: InitRequest): Promise<Begun> {
    await this.#refuseMember();
    await this.#wipe();
    const entered = await beginCluster(request, this.#entering());
    await this.#enter(entered);
    return entered;
  }

  /** With what this node has, or with a backup of the cluster it is in. */
  async #initAgain(request: InitRequest): Promise<Begun> {
    const membership = this.#membership;
    if (membership === undefined) throw this.#startFailure ?? new SwarmError('swarm.not-member', {});
    const { state, identity } = membership;
    if (request.restoreFile === '' && !request.forceNewCluster)
      throw new SwarmError('swarm.already-member', { nodeId: state.nodeId });
    if (request.restoreFile === '' && state.role === 'worker')
      throw new SwarmError('swarm.leave-refused', {
        reason:
          'This node was no manager: it has no state that a cluster could go on with. Do it on a node that was one, or restore a backup here with "swarmctl cluster restore FILE".',
      });
    let entered: Begun | undefined;
    await membership.withoutControlPlane(async () => {
      entered = await beginAgain(request, { state, identity }, this.#entering());
      return entered;
    });
    invariant(entered, 'the control plane began again');
    return entered;
  }

  async #join(request: JoinRequest, context: CallContext): Promise<JoinReply> {
    const membership = this.#membership;
    if (membership !== undefined && request.token === '') {
      const { state, identity } = membership;
      await membership.useManagers(await managersAt(request, identity, context));
      return JoinReplyCodec.create({ nodeId: state.nodeId, role: state.role });
    }
    await this.#refuseMember();
    if (request.token === '') throw new SwarmError('swarm.not-member', {});
    await this.#wipe();
    const entered = await enterCluster(request, context, this.#entering());
    await this.#enter(entered);
    const { nodeId, clusterId, role } = entered.state;
    this.#modules.log.info('this node is in a cluster', {
      nodeId,
      clusterId,
      role,
      requestId: context.requestId,
    });
    return JoinReplyCodec.create({ nodeId, role });
  }

  async #enter({ state, identity, child }: Entered): Promise<void> {
    this.#membership = new Membership(this.#config, state, identity, this.#membershipModules(state), child);
  }

  async #leave(force: boolean, context: CallContext): Promise<Record<string, never>> {
    const membership = this.#membership;
    const state = membership?.state ?? (await this.#stateFile.read().catch(() => undefined));
    if (state === undefined && this.#startFailure === undefined) throw new SwarmError('swarm.not-member', {});
    const { log } = this.#modules;
    const modules = state === undefined ? undefined : this.#membershipModules(state);
    if (modules !== undefined && !force) await refuseWithoutEngine(modules.runtime);
    if (membership?.state.role === 'manager')
      await (force
        ? giveUpVote(membership, this.#config, context, log)
        : stopBeingManager(membership, this.#config, context));
    await membership?.stop();
    this.#membership = undefined;
    this.#startFailure = undefined;
    // Before the membership: cut off here, this node is still a member, and its next leave removes them.
    if (modules !== undefined) await removeContainers(this.#config, modules);
    // From here on this node is in no cluster, whatever stops the rest: the next init or join wipes what is left.
    await this.#stateFile.remove();
    await this.#wipe();
    log.info('this node has left its cluster', { nodeId: state?.nodeId, requestId: context.requestId });
    return {};
  }

  async #refuseMember(): Promise<void> {
    const state = this.#membership?.state ?? (await this.#stateFile.read());
    if (state !== undefined) throw new SwarmError('swarm.already-member', { nodeId: state.nodeId });
  }

  /** Removes what an earlier cluster, or a start that was cut off, left behind. */
  async #wipe(): Promise<void> {
    await removeIdentity(certificateDirectory(this.#config));
    for (const folder of [raftDirectory(this.#config), workerDirectory(this.#config)])
      await rm(folder, { recursive: true, force: true });
  }

  #membershipModules(state: NodeState): MembershipModules {
    const { clock, random, log } = this.#modules;
    const engine = {
      endpoint: this.#config.dockerHost,
      owner: { nodeId: state.nodeId, clusterId: state.clusterId },
    };
    const runtime = new DockerRuntime(engine, { clock, log: log.child({ part: 'runtime' }) });
    const networks = { kernel: new HostKernel(), engine: new DockerNetworks(engine, { clock }) };
    const [stateFile, meter] = [this.#stateFile, this.#meter];
    return { runtime, networks, stateFile, clock, random, log, meter, findAddresses };
  }

  #entering(): EnteringModules {
    const { clock, log } = this.#modules;
    return { config: this.#config, stateFile: this.#stateFile, clock, log };
  }
}
