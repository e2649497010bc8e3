/**
 * The control plane of one node: the one place that builds its rooms and joins them. Opens the log, brings
 * the store up to it and serves, on every manager; what decides runs only while this one leads. Ends when
 * told, or when the log can no longer be trusted.
 */
import type { MemberLog } from 'raft-ts/member-log.js';
import type { StateMachine } from 'raft-ts/replicator.js';
import { type Clock, withTimeout } from '../../proto/base/clock.js';
import { SwarmError } from '../../proto/base/errors.js';
import { invariant } from '../../proto/base/invariant.js';
import type { Log } from '../../proto/base/log.js';
import type { Meter } from '../../proto/base/meter.js';
import type { Random } from '../../proto/base/random.js';
import type { Handlers, TlsIdentity } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { RpcServer } from '../../proto/base/rpc-server.js';
import { aborted, runAll, type Service, unlessAborted } from '../../proto/base/service.js';
import { VERSION } from '../../proto/base/version.js';
import { rootDigest } from '../../proto/base/x509.js';
import { CertificateAuthorityService } from '../../proto/gen/ca.js';
import { ControlService } from '../../proto/gen/control.js';
import { DispatcherService } from '../../proto/gen/dispatcher.js';
import type { ClusterSpec, NodeAvailability } from '../../proto/gen/objects.js';
import type { ServiceDefinition } from '../../proto/gen/runtime.js';
import { formatJoinToken } from '../../proto/model/join-token.js';
import { makeAuthorizer } from '../api/authorizer.js';
import { ControlServer } from '../api/control-server.js';
import { LeaderDoor } from '../api/leader-door.js';
import { LeaderLine } from '../api/leader-line.js';
import { nodeName } from '../api/rules/entries.js';
import type { JudgeNodes } from '../api/rules/pending-tasks.js';
import { CaServer } from '../ca/ca-server.js';
import type { FirstIdentity } from '../ca/root-key.js';
import { DispatcherServer } from '../dispatcher/dispatcher-server.js';
import { AllocatorLoop } from '../allocator/allocator-loop.js';
import { OrchestratorLoop } from '../orchestrator/orchestrator-loop.js';
import { SchedulerLoop } from '../scheduler/scheduler-loop.js';
import type { Store } from '../store/store.js';
import { measureCluster } from './cluster-metrics.js';
import { commitFirstCluster, commitRecovered, prepareFirstCluster } from './first-cluster.js';
import { LeaderRooms } from './leader-rooms.js';
import { LogManagers } from './managers.js';
import { openReplicatedStore, type ReplicatedStore } from './replicated-log.js';

/** How this control plane begins: with a brand-new cluster, or in the one its node is in. */
export type Beginning =
  | {
      readonly kind: 'new-cluster';
      readonly spec: ClusterSpec | undefined;
      readonly availability: NodeAvailability;
    }
  | ({
      readonly kind: 'resume';
      /** It goes on as the only manager: the others are none any more. */
      readonly isRecovered?: boolean;
    } & Self);

/** Who this manager is, whether it was just made or is known from before. */
export interface Self {
  readonly nodeId: string;
  readonly clusterId: string;
  readonly identity: TlsIdentity;
}

/** A service of the door beside the manager's own. */
export interface ServedService {
  readonly definition: ServiceDefinition;
  readonly handlers: Handlers<ServiceDefinition>;
}

/** The same, where the two are known to fit. */
export function served<S extends ServiceDefinition>(definition: S, handlers: Handlers<S>): ServedService {
  return { definition, handlers };
}

export interface OpenedLog {
  readonly memberLog: MemberLog;
  /** What its members say to one another; served as long as the log is open. */
  readonly services: readonly ServedService[];
  /** What the leader does for the log and its members. */
  readonly leaderRooms: (store: Store) => readonly Service[];
  /** This manager has another certificate now. */
  readonly setIdentity: (identity: TlsIdentity) => void;
  /** Members that are not found may be at these addresses. */
  readonly tryAddresses: (addresses: readonly string[]) => void;
}

/** Opens this manager's copy of the log over the state machine; resolves once what it holds was applied. */
export type OpenLog = (self: Self, stateMachine: StateMachine) => Promise<OpenedLog>;

export interface ManagerOptions {
  readonly beginning: Beginning;
  readonly controlSocketPath: string;
  readonly listen: { readonly host: string; readonly port: number };
}

export interface ManagerModules {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly meter: Meter;
  readonly openLog: OpenLog;
}

/** What the node must know of the control plane once it serves. */
export interface Serving {
  readonly nodeId: string;
  readonly clusterId: string;
  readonly identity: TlsIdentity;
  readonly workerToken: string;
}

const CLOSE_GRACE_MS = 500;
/** A manager that stops hands over first, so that nobody has to find out; but it does not wait for long. */
const HAND_OVER_WITHIN_MS = 1_000;

export class Manager {
  readonly #options: ManagerOptions;
  readonly #modules: ManagerModules;
  readonly #replicated: ReplicatedStore<MemberLog>;
  readonly #managers: LogManagers;
  readonly #opened: OpenedLog;
  #self: Self;
  /** Shows the identity of now to whoever connects. */
  #server: RpcServer | undefined;
  /** Of the newest term in which this manager led. */
  #scheduler: SchedulerLoop | undefined;

  private constructor(
    options: ManagerOptions,
    modules: ManagerModules,
    self: Self,
    { replicated, opened }: { readonly replicated: ReplicatedStore<MemberLog>; readonly opened: OpenedLog },
  ) {
    this.#options = options;
    this.#modules = modules;
    this.#self = self;
    this.#replicated = replicated;
    this.#opened = opened;
    const { memberLog } = opened;
    this.#managers = new LogManagers({ selfNodeId: self.nodeId }, { memberLog });
  }

  /** Opens the log and brings the store up to it; of a new cluster, makes and stores the beginning. */
  static async open(options: ManagerOptions, modules: ManagerModules): Promise<Manager> {
    const { beginning } = options;
    const first =
      beginning.kind === 'new-cluster' ? await prepareFirstCluster(beginning, modules) : undefined;
    const self = first ?? (beginning as Extract<Beginning, { kind: 'resume' }>);
    let opened: OpenedLog | undefined;
    const replicated = await openReplicatedStore(
      {},
      {
        clock: modules.clock,
        meter: modules.meter,
        openReplicator: async (stateMachine) => {
          opened = await modules.openLog(self, stateMachine);
          return opened.memberLog;
        },
        leaderAddress: leaderAddressOf,
      },
    );
    try {
      await begin(beginning, first, replicated);
      invariant(opened, 'the store is open, and so is the log');
      return new Manager(options, modules, self, { replicated, opened });
    } catch (error) {
      await replicated.replicator.close();
      throw error;
    }
  }

  /** The node has another certificate now: it is shown and used from here on, and what stands is left alone. */
  setIdentity(identity: TlsIdentity): void {
    this.#self = { ...this.#self, identity };
    this.#opened.setIdentity(identity);
    this.#server?.setIdentity(identity);
  }

  /** Managers that are not found where they were may be at these addresses, somebody says. */
  tryManagers(addresses: readonly string[]): void {
    this.#opened.tryAddresses(addresses);
  }

  /** Serves, and leads whenever it is this one's turn, until the signal; calls back once it serves. Throws when the log fails. */
  async run(signal: AbortSignal, onServing: (serving: Serving) => void): Promise<void> {
    const failed = new AbortController();
    const logEnd = this.#replicated.replicator.stopped.then((reason) => {
      if (reason !== null) failed.abort(reason);
    });
    try {
      await runAll(this.#services(onServing), AbortSignal.any([signal, failed.signal]));
    } finally {
      await this.#replicated.replicator.close();
      await logEnd;
    }
    if (failed.signal.aborted) throw failed.signal.reason;
  }

  /** In the order of their start; they stop the other way round. */
  #services(onServing: (serving: Serving) => void): readonly Service[] {
    const { clock, random, log, meter } = this.#modules;
    const { store, replicator: memberLog } = this.#replicated;
    measureCluster(meter, store);
    const dispatcher = new DispatcherServer({
      store,
      clock,
      random,
      meter,
      log: log.child({ room: 'dispatcher' }),
      managerAddresses: this.#managerAddresses,
      watchManagers: (listener) => this.#managers.watch(listener),
      leaderAddress: () => leaderAddressOf(memberLog),
      recoveryEpoch: () => memberLog.recoveryEpoch,
    });
    const makeRooms = (): readonly Service[] => {
      this.#scheduler = new SchedulerLoop({}, { store, clock, log });
      const orchestrator = new OrchestratorLoop({}, { store, clock, random, log, drains: dispatcher.drains });
      const allocator = new AllocatorLoop({}, { store, clock, random, log });
      return [orchestrator, allocator, this.#scheduler, dispatcher, ...this.#opened.leaderRooms(store)];
    };
    return [
      this.#door(dispatcher, onServing),
      new LeaderRooms({ memberLog, clock, log, makeRooms }),
      this.#handingOver(),
    ];
  }

  /** Port 2377 and the control socket, of every manager, leader or not. */
  #door(dispatcher: DispatcherServer, onServing: (serving: Serving) => void): Service {
    const { clock, random, log, meter } = this.#modules;
    const { store } = this.#replicated;
    const managerAddresses = this.#managerAddresses;
    const managers = this.#managers;
    const authorize = makeAuthorizer({ clusterId: this.#self.clusterId }, { store, managers });
    const server = new RpcServer({ log: log.child({ room: 'door' }), clock, meter, authorize });
    this.#server = server;
    const openChannel = (address: string): RpcChannel => RpcChannel.tls(address, this.#self.identity);
    const line = new LeaderLine({ managers, clock, openChannel });
    const nameOf = (id: string): string => nodeName(store.view(), id);
    const leaderDoor = new LeaderDoor({ managers, line, clock, nameOf });
    const authority = new CaServer({ store, clock, random, log, managerAddresses });
    const { replicator } = this.#replicated;
    const judgeNodes: JudgeNodes = (task, spec, nodeId) =>
      replicator.leadership.isSelf ? this.#scheduler?.explain(task, spec, nodeId) : undefined;
    const control = new ControlServer(
      { nodeId: this.#self.nodeId, version: VERSION },
      {
        store,
        clock,
        random,
        log,
        logs: dispatcher.logs,
        examinations: dispatcher.examinations,
        managerAddresses,
        managers,
        judgeNodes,
      },
    );
    server.add(ControlService, leaderDoor.handlers(ControlService, control.handlers()));
    server.add(DispatcherService, dispatcher.handlers());
    server.add(
      CertificateAuthorityService,
      leaderDoor.handlers(CertificateAuthorityService, authority.handlers(), {
        answeredHere: ['getRootCertificate'],
        admit: (context) => authority.limit(context),
      }),
    );
    for (const { definition, handlers } of this.#opened.services) server.add(definition, handlers);
    return {
      name: 'door',
      run: async (signal) => {
        try {
          await server.listenTls(this.#options.listen, this.#self.identity);
          // A member that has just joined gets its state through this very door.
          await this.#untilThereIsACluster(signal);
          if (signal.aborted) return;
          await server.listenUnix(this.#options.controlSocketPath);
          onServing({ ...this.#self, workerToken: this.#workerToken() });
          await aborted(signal);
        } finally {
          await server.close(CLOSE_GRACE_MS);
          line.close();
        }
      },
    };
  }

  /** Hands leadership on before anything else stops. */
  #handingOver(): Service {
    const { clock, log } = this.#modules;
    const memberLog = this.#replicated.replicator;
    return {
      name: 'handing over',
      run: async (signal) => {
        await aborted(signal);
        const others = memberLog.members().filter(({ isSelf, role }) => !isSelf && role === 'voter');
        if (!memberLog.leadership.isSelf || others.length === 0) return;
        const late = (): Error => new Error('nobody took over in time');
        await withTimeout(clock, HAND_OVER_WITHIN_MS, late, async () => {
          await memberLog.transferLeadership();
        }).catch((error: unknown) => log.warn('stopping without a successor', { error }));
      },
    };
  }

  async #untilThereIsACluster(signal: AbortSignal): Promise<void> {
    const { store } = this.#replicated;
    const watcher = store.watch({ tables: ['cluster'] });
    try {
      const wakeups = watcher[Symbol.asyncIterator]();
      while (store.view().cluster() === undefined)
        if ((await unlessAborted(wakeups.next(), signal)) === undefined) return;
    } finally {
      watcher.close();
    }
  }

  /** Of all managers, this one first. */
  readonly #managerAddresses = (): readonly string[] => {
    const { nodeId } = this.#self;
    return this.#managers
      .seats()
      .toSorted((a, b) => Number(b.nodeId === nodeId) - Number(a.nodeId === nodeId))
      .map(({ address }) => address);
  };

  #workerToken(): string {
    const identity = this.#replicated.store.view().cluster()?.identity;
    if (identity === undefined) throw new SwarmError('internal', { reason: 'the store holds no cluster' });
    return formatJoinToken({
      rootDigest: rootDigest(identity.rootCertificatePem),
      secret: identity.workerTokenSecret,
    });
  }
}

/** Empty while nobody else leads. */
function leaderAddressOf(memberLog: MemberLog): string {
  return memberLog.members().find(({ isLeader, isSelf }) => isLeader && !isSelf)?.address ?? '';
}

/** A new cluster is stored; an old one must be the one that this node is in. */
async function begin(
  beginning: Beginning,
  first: FirstIdentity | undefined,
  replicated: ReplicatedStore<MemberLog>,
): Promise<void> {
  if (beginning.kind === 'new-cluster') {
    if (first === undefined) return;
    await untilLeading(replicated.replicator);
    await commitFirstCluster(beginning, first, replicated.store);
    return;
  }
  const { store, replicator: memberLog } = replicated;
  const stored = store.view().cluster()?.id;
  // One of several, or one that does not know yet, gets from the others what its own copy does not hold.
  const isAlone = memberLog.members().length === 1;
  if (stored === undefined && !isAlone) return;
  if (stored === beginning.clusterId) {
    if (beginning.isRecovered !== true) return;
    await untilLeading(memberLog);
    await commitRecovered(beginning, store);
    return;
  }
  throw new SwarmError('runtime.failed', {
    what: 'Starting the control plane',
    reason: `its log holds ${stored === undefined ? 'no cluster' : `cluster ${stored}`}, this node is in ${beginning.clusterId}. Put back the right raft folder, or leave with --force and join again.`,
  });
}

async function untilLeading(memberLog: MemberLog): Promise<void> {
  let unwatch = (): void => undefined;
  const leading = new Promise<void>((resolve) => {
    unwatch = memberLog.watchLeadership(({ isSelf }) => {
      if (isSelf) resolve();
    });
  });
  const failed = memberLog.stopped.then((reason) => {
    throw reason ?? new Error('the log was closed before it led');
  });
  try {
    await Promise.race([leading, failed]);
  } finally {
    unwatch();
  }
}
