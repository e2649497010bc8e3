/**
 * The log that managers keep in an external etcd instead of in folders of their own: founded, joined or opened. Its members
 * have nothing to say to one another but who joins. Owns the connection's files, and the errors' last words.
 */
import { readFile } from 'node:fs/promises';
import { SwarmError } from '../../proto/base/errors.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { RaftMembershipService } from '../../proto/gen/raft.js';
import {
  type BeginningModules,
  type ClusterPlace,
  foundEtcdCluster,
  readShared,
  recoverEtcdCluster,
  restoreEtcdCluster,
} from '../etcd-log/beginnings.js';
import { Etcd3Client, type EtcdConnection } from '../etcd-log/etcd3-client.js';
import { openEtcdLog } from '../etcd-log/open-etcd-log.js';
import type { EmbeddedLogModules, EmbeddedLogOptions } from './embedded-log.js';
import { joinLog } from './join-log.js';
import type { BackedUp, LogFoundation, LoneMember } from './log-foundation.js';
import { type OpenLog, type Self, served } from './manager.js';
import { MembershipServer } from './membership-server.js';
import { RoleLoop } from './role-loop.js';

/** An etcd cluster, and how to get in. */
export interface ExternalStore {
  /** host:port of its members, or of some. */
  readonly endpoints: readonly string[];
  /** Every key of ours begins so. */
  readonly prefix: string;
  /** The authority of etcd's certificates; without it there is no TLS. */
  readonly caPath: string | undefined;
  /** This manager's own certificate and key, where etcd asks for them. */
  readonly certificatePath: string | undefined;
  readonly keyPath: string | undefined;
  readonly userName: string | undefined;
  readonly passwordPath: string | undefined;
}

type Options = Pick<EmbeddedLogOptions, 'address' | 'managerAddresses' | 'isNewCluster'>;

export function externalLog(store: ExternalStore, options: Options, modules: EmbeddedLogModules): OpenLog {
  const { clock, log } = modules;
  const { address } = options;
  return async (self, stateMachine) => {
    const memberLog = await inWords(store, async () => {
      const connection = await connectionOf(store);
      const selfId = await selfIdOf(connection, store, self, options, modules);
      const place = placeOf(store, self.clusterId);
      const client = new Etcd3Client(connection, { clock });
      const etcdLog = log.child({ room: 'etcd' });
      return await openEtcdLog({ ...place, selfId, address }, { client, clock, stateMachine, log: etcdLog });
    });
    const { selfId: memberId, recoveryEpoch } = memberLog;
    log.info('member of the log in etcd', { memberId, recoveryEpoch, endpoints: store.endpoints });
    const membership = new MembershipServer({ isExternal: true }, { memberLog, log });
    return {
      memberLog,
      services: [served(RaftMembershipService, membership.handlers())],
      leaderRooms: (ofCluster) => [
        new RoleLoop({
          store: ofCluster,
          memberLog,
          clock,
          log,
          // Each writes down its own when it starts.
          addresses: () => new Map(),
          watchAddresses: () => () => undefined,
        }),
      ],
      // Members talk to etcd, not to one another.
      setIdentity: () => undefined,
      tryAddresses: () => undefined,
    };
  };
}

/** Makes the log, or asks for a place in it, where this manager has none; resolves with its id there. */
async function selfIdOf(
  connection: EtcdConnection,
  store: ExternalStore,
  self: Self,
  options: Options,
  modules: EmbeddedLogModules,
): Promise<number> {
  const { nodeId: name, clusterId, identity } = self;
  const { address, isNewCluster, managerAddresses } = options;
  const place = placeOf(store, clusterId);
  const known = await withClient(connection, modules, async (etcd) => {
    if (isNewCluster) return await foundEtcdCluster(place, { name, address }, etcd);
    const { memberById } = await readShared(place, etcd);
    return [...memberById].find(([, member]) => member.name === name)?.[0];
  });
  if (known !== undefined) return known;
  const openChannel = (to: string): RpcChannel => RpcChannel.tls(to, identity);
  const { memberId } = await joinLog(
    { address, managerAddresses, isExternal: true },
    { ...modules, openChannel },
  );
  return memberId;
}

/** Where a cluster that begins again with one manager is put on, in etcd. */
export class EtcdFoundation implements LogFoundation {
  readonly #store: ExternalStore;
  readonly #modules: EmbeddedLogModules;

  constructor(store: ExternalStore, modules: EmbeddedLogModules) {
    this.#store = store;
    this.#modules = modules;
  }

  async recover({ clusterId, ...self }: LoneMember, nowMs: number): Promise<object> {
    const place = placeOf(this.#store, clusterId);
    return await this.#inEtcd((etcd) => recoverEtcdCluster(place, { self, nowMs }, etcd));
  }

  async restore({ clusterId, ...self }: LoneMember, nowMs: number, backup: BackedUp): Promise<object> {
    const place = placeOf(this.#store, clusterId);
    const { header, pieces } = backup;
    return await this.#inEtcd((etcd) =>
      restoreEtcdCluster(place, { self, backup: header, pieces, nowMs }, etcd),
    );
  }

  #inEtcd<T>(work: (etcd: BeginningModules) => Promise<T>): Promise<T> {
    return inWords(
      this.#store,
      async () => await withClient(await connectionOf(this.#store), this.#modules, work),
    );
  }
}

const placeOf = ({ prefix }: ExternalStore, clusterId: string): ClusterPlace => ({ prefix, clusterId });

async function withClient<T>(
  connection: EtcdConnection,
  { clock }: EmbeddedLogModules,
  work: (etcd: BeginningModules) => Promise<T>,
): Promise<T> {
  const client = new Etcd3Client(connection, { clock });
  try {
    return await work({ client, clock });
  } finally {
    client.close();
  }
}

/** Reads the files anew each time: they may have been renewed. */
async function connectionOf(store: ExternalStore): Promise<EtcdConnection> {
  const { endpoints, caPath, certificatePath, keyPath, userName, passwordPath } = store;
  const text = async (path: string | undefined): Promise<string | undefined> =>
    path === undefined ? undefined : await readFile(path, 'utf8');
  const [caPem, certificatePem, keyPem, password] = await Promise.all(
    [caPath, certificatePath, keyPath, passwordPath].map(text),
  );
  const own = certificatePem === undefined || keyPem === undefined ? {} : { certificatePem, keyPem };
  return {
    endpoints,
    ...(caPem !== undefined && { tls: { caPem, ...own } }),
    ...(userName !== undefined &&
      password !== undefined && { user: { name: userName, password: password.replace(/\r?\n$/, '') } }),
  };
}

async function inWords<T>({ endpoints }: ExternalStore, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SwarmError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new SwarmError(
      'runtime.failed',
      { what: `Opening the log in etcd at ${endpoints.join(', ')}`, reason },
      error,
    );
  }
}
