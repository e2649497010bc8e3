/**
 * The control plane of one node: the one place that builds its rooms and joins them. Opens the log, brings
 * the store up to it, leads, and serves; ends when told, or when the log can no longer be trusted.
 */
import { directoryState, foundCluster } from 'raft-ts/beginnings.js';
import { NodeDisk } from 'raft-ts/node-disk.js';
import { openMember } from 'raft-ts/open-member.js';
import type { Replicator, StateMachine } from 'raft-ts/replicator.js';
import type { Clock } from '../../proto/base/clock.js';
import { SwarmError } from '../../proto/base/errors.js';
import type { Log } from '../../proto/base/log.js';
import type { Meter } from '../../proto/base/meter.js';
import type { Random } from '../../proto/base/random.js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { RpcServer } from '../../proto/base/rpc-server.js';
import { aborted, runAll, type Service } from '../../proto/base/service.js';
import { VERSION } from '../../proto/base/version.js';
import { rootDigest } from '../../proto/base/x509.js';
import { CertificateAuthorityService } from '../../proto/gen/ca.js';
import { ControlService } from '../../proto/gen/control.js';
import { DispatcherService } from '../../proto/gen/dispatcher.js';
import type { ClusterSpec, NodeAvailability } from '../../proto/gen/objects.js';
import { formatJoinToken } from '../../proto/model/join-token.js';
import { makeAuthorizer } from '../api/authorizer.js';
import { ControlServer } from '../api/control-server.js';
import { CaServer } from '../ca/ca-server.js';
import type { FirstIdentity } from '../ca/root-key.js';
import { DispatcherServer } from '../dispatcher/dispatcher-server.js';
import { OrchestratorLoop } from '../orchestrator/orchestrator-loop.js';
import { SchedulerLoop } from '../scheduler/scheduler-loop.js';
import { measureCluster } from './cluster-metrics.js';
import { commitFirstCluster, prepareFirstCluster } from './first-cluster.js';
import { openReplicatedStore, type ReplicatedStore } from './replicated-log.js';
import { timedDisk } from './timed-disk.js';

/** How this control plane begins: with a brand-new cluster, or in the one its node is in. */
export type Beginning =
  | {
      readonly kind: 'new-cluster';
      readonly spec: ClusterSpec | undefined;
      readonly availability: NodeAvailability;
    }
  | {
      readonly kind: 'resume';
      readonly nodeId: string;
      readonly clusterId: string;
      readonly identity: TlsIdentity;
    };

export interface ManagerOptions {
  readonly beginning: Beginning;
  /** Folder of the log and the snapshots. */
  readonly directory: string;
  readonly controlSocketPath: string;
  readonly listen: { readonly host: string; readonly port: number };
  /** host:port others reach this manager at. */
  readonly advertiseAddress: string;
}

export interface ManagerModules {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly meter: Meter;
}

/** What the node must know of the control plane once it serves. */
export interface Serving {
  readonly nodeId: string;
  readonly clusterId: string;
  readonly identity: TlsIdentity;
  readonly workerToken: string;
}

const CLOSE_GRACE_MS = 500;

/** Who this manager is, whether it was just made or is known from before. */
interface Self {
  readonly nodeId: string;
  readonly clusterId: string;
  readonly identity: TlsIdentity;
}

export class Manager {
  readonly #options: ManagerOptions;
  readonly #modules: ManagerModules;
  readonly #self: Self;
  readonly #replicated: ReplicatedStore;

  private constructor(
    options: ManagerOptions,
    modules: ManagerModules,
    self: Self,
    replicated: ReplicatedStore,
  ) {
    this.#options = options;
    this.#modules = modules;
    this.#self = self;
    this.#replicated = replicated;
  }

  /** Opens the log and brings the store up to it; of a new cluster, makes and stores the beginning. */
  static async open(options: ManagerOptions, modules: ManagerModules): Promise<Manager> {
    const { beginning } = options;
    const first =
      beginning.kind === 'new-cluster' ? await prepareFirstCluster(beginning, modules) : undefined;
    const self = first ?? (beginning as Extract<Beginning, { kind: 'resume' }>);
    const replicated = await openReplicatedStore(
      {},
      {
        clock: modules.clock,
        meter: modules.meter,
        openReplicator: replicatorOf(self, options, modules),
      },
    );
    try {
      await begin(beginning, first, replicated);
      return new Manager(options, modules, self, replicated);
    } catch (error) {
      await replicated.replicator.close();
      throw error;
    }
  }

  /** Leads and serves until the signal; calls back once it serves. Throws when the log fails. */
  async run(signal: AbortSignal, onServing: (serving: Serving) => void): Promise<void> {
    const failed = new AbortController();
    const replicatorEnd = this.#replicated.replicator.stopped.then((reason) => {
      if (reason !== null) failed.abort(reason);
    });
    try {
      await runAll([...this.#leaderRooms(onServing)], AbortSignal.any([signal, failed.signal]));
    } finally {
      await this.#replicated.replicator.close();
      await replicatorEnd;
    }
    if (failed.signal.aborted) throw failed.signal.reason;
  }

  /** What runs on the leader, in the order of its start; it stops the other way round. */
  #leaderRooms(onServing: (serving: Serving) => void): readonly Service[] {
    const { clock, random, log, meter } = this.#modules;
    const { store } = this.#replicated;
    measureCluster(meter, store);
    const managerAddresses = (): readonly string[] => [this.#options.advertiseAddress];
    const dispatcher = new DispatcherServer({
      store,
      clock,
      random,
      meter,
      log: log.child({ room: 'dispatcher' }),
      managerAddresses,
    });
    return [
      new OrchestratorLoop({}, { store, clock, random, log }),
      new SchedulerLoop({}, { store, clock, log }),
      dispatcher,
      this.#door(dispatcher, managerAddresses, onServing),
    ];
  }

  /** Port 2377 and the control socket: opened when all behind them stands, closed first. */
  #door(
    dispatcher: DispatcherServer,
    managerAddresses: () => readonly string[],
    onServing: (serving: Serving) => void,
  ): Service {
    const { clock, random, log, meter } = this.#modules;
    const { store } = this.#replicated;
    const authorize = makeAuthorizer({ clusterId: this.#self.clusterId }, { store });
    const server = new RpcServer({ log: log.child({ room: 'door' }), clock, meter, authorize });
    const authority = new CaServer({ store, clock, random, log, managerAddresses });
    const control = new ControlServer(
      { nodeId: this.#self.nodeId, version: VERSION },
      { store, clock, random, log, logs: dispatcher.logs, managerAddresses },
    );
    server.add(ControlService, control.handlers());
    server.add(DispatcherService, dispatcher.handlers());
    server.add(CertificateAuthorityService, authority.handlers());
    return {
      name: 'door',
      run: async (signal) => {
        try {
          await server.listenTls(this.#options.listen, this.#self.identity);
          await server.listenUnix(this.#options.controlSocketPath);
          onServing({ ...this.#self, workerToken: this.#workerToken() });
          await aborted(signal);
        } finally {
          await server.close(CLOSE_GRACE_MS);
        }
      },
    };
  }

  #workerToken(): string {
    const identity = this.#replicated.store.view().cluster()?.identity;
    if (identity === undefined) throw new SwarmError('internal', { reason: 'the store holds no cluster' });
    return formatJoinToken({
      rootDigest: rootDigest(identity.rootCertificatePem),
      secret: identity.workerTokenSecret,
    });
  }
}

/** The only member of its log; its directory says where to look when the log cannot be opened. */
function replicatorOf(
  self: Pick<Self, 'nodeId' | 'clusterId'>,
  options: ManagerOptions,
  { log, clock, meter }: ManagerModules,
): (stateMachine: StateMachine) => Promise<Replicator> {
  const { directory, beginning } = options;
  const soleMember = { name: self.nodeId, address: options.advertiseAddress, clusterId: self.clusterId };
  const disk = timedDisk(new NodeDisk(), clock, meter.histogram('swarmd_log_flush_duration_seconds'));
  const onSnapshotFailed = (error: unknown): void =>
    log.error('no snapshot was taken; the log goes on growing', { error });
  return async (stateMachine) => {
    try {
      const state = await directoryState(disk, directory);
      if (beginning.kind === 'new-cluster' && (state === 'empty' || state === 'unfinished'))
        await foundCluster({ directory, ...soleMember }, { disk, stateMachine });
      return await openMember({ directory, soleMember }, { disk, stateMachine, onSnapshotFailed });
    } catch (error) {
      if (error instanceof SwarmError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new SwarmError('runtime.failed', { what: `Opening the log in ${directory}`, reason }, error);
    }
  };
}

/** A new cluster is stored; an old one must be the one that this node is in. */
async function begin(
  beginning: Beginning,
  first: FirstIdentity | undefined,
  replicated: ReplicatedStore,
): Promise<void> {
  if (beginning.kind === 'new-cluster') {
    if (first !== undefined) await commitFirstCluster(beginning, first, replicated.store);
    return;
  }
  const stored = replicated.store.view().cluster()?.id;
  if (stored === beginning.clusterId) return;
  throw new SwarmError('runtime.failed', {
    what: 'Starting the control plane',
    reason: `its log holds ${stored === undefined ? 'no cluster' : `cluster ${stored}`}, this node is in ${beginning.clusterId}. Put back the right raft folder, or leave with --force and join again.`,
  });
}
