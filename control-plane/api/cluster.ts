/**
 * The cluster itself and its join tokens. Never hands out the root's key, and of a token's secret only the
 * token. A rotated token keeps its first half: it is the digest of the root certificate.
 */
import { SwarmError } from '../../proto/base/errors.js';
import { invariant } from '../../proto/base/invariant.js';
import type { Log } from '../../proto/base/log.js';
import { newId, type Random } from '../../proto/base/random.js';
import type { CallContext } from '../../proto/base/rpc.js';
import { rootDigest } from '../../proto/base/x509.js';
import {
  ControlService,
  type GetClusterReply,
  type GetJoinTokenReply,
  type GetJoinTokenRequest,
  type UpdateClusterReply,
  type UpdateClusterRequest,
} from '../../proto/gen/control.js';
import type { Cluster, ClusterIdentity, NodeRole } from '../../proto/gen/objects.js';
import { validateClusterSpec } from '../../proto/model/cluster-spec.js';
import { formatJoinToken } from '../../proto/model/join-token.js';
import { isSame } from '../../proto/model/sameness.js';
import { atVersion, group, unchanged, update } from '../store/rules/change.js';
import type { Store } from '../store/store.js';
import { commitGroup } from './commit.js';
import type { ControlHandlers } from './handlers.js';
import { checkClusterUpdate } from './rules/update-check.js';
import { type Marking, once } from '../store/once.js';

export interface ClusterOptions {
  readonly nodeId: string;
  readonly version: string;
}

export interface ClusterModules {
  readonly store: Store;
  readonly random: Random;
  readonly log: Log;
  readonly managerAddresses: () => readonly string[];
}

export function clusterHandlers(
  options: ClusterOptions,
  modules: ClusterModules,
): ControlHandlers<'getCluster' | 'updateCluster' | 'getJoinToken'> {
  return {
    getCluster: async (_request, context) => describeCluster(context, options, modules),
    updateCluster: (request, context) => updateCluster(request, context, modules),
    getJoinToken: (request, context) => joinToken(request, context, modules),
  };
}

/** The node that answers is the one that was asked, also when it passed the question on. */
function describeCluster(
  { forwardedBy }: CallContext,
  { nodeId, version }: ClusterOptions,
  modules: ClusterModules,
): GetClusterReply {
  const { id, meta, spec } = presentCluster(modules.store);
  const managerAddresses = modules.managerAddresses();
  return { id, meta, spec, nodeId: forwardedBy ?? nodeId, version, managerAddresses };
}

/** What each loop does with another heartbeat or history limit is its own business: all watch the cluster object. */
async function updateCluster(
  request: UpdateClusterRequest,
  context: CallContext,
  { store, log }: ClusterModules,
): Promise<UpdateClusterReply> {
  const given = request.spec;
  if (given === undefined) throw new SwarmError('input.invalid', { field: 'spec', rule: 'must be given' });
  const stored = (): UpdateClusterReply => {
    const { meta, spec } = presentCluster(store);
    return { meta, spec };
  };
  const method = ControlService.methods.updateCluster;
  return await once(
    { store, context, method, request },
    async (marked) => {
      const cluster = presentCluster(store);
      checkClusterUpdate(cluster, given, request.version);
      const spec = validateClusterSpec({ ...given, name: cluster.spec?.name ?? given.name });
      if (isSame(spec, cluster.spec)) return stored();
      const changes = [update('cluster', cluster.id, 'spec', { spec })];
      const checks = [atVersion('cluster', cluster.id, 'spec', request.version)];
      await commitGroup(store, marked(group(changes, checks), { objectId: cluster.id }), context.signal);
      log.info('cluster updated', { requestId: context.requestId });
      return stored();
    },
    stored,
  );
}

async function joinToken(
  request: GetJoinTokenRequest,
  context: CallContext,
  modules: ClusterModules,
): Promise<GetJoinTokenReply> {
  const { store } = modules;
  const { role } = request;
  const token = (): GetJoinTokenReply => {
    const { rootCertificatePem, workerTokenSecret, managerTokenSecret } = identityOf(presentCluster(store));
    const secret = role === 'manager' ? managerTokenSecret : workerTokenSecret;
    return {
      token: formatJoinToken({ rootDigest: rootDigest(rootCertificatePem), secret }),
      managerAddresses: modules.managerAddresses(),
    };
  };
  if (!request.rotate) return token();
  const method = ControlService.methods.getJoinToken;
  return await once(
    { store, context, method, request },
    async (marked) => {
      await rotateToken(role, marked, context, modules);
      return token();
    },
    token,
  );
}

async function rotateToken(
  role: NodeRole,
  marked: Marking,
  { signal, requestId }: CallContext,
  { store, random, log }: ClusterModules,
): Promise<void> {
  const cluster = presentCluster(store);
  const secret = newId(random);
  const renewed = role === 'manager' ? { managerTokenSecret: secret } : { workerTokenSecret: secret };
  const identity = { ...identityOf(cluster), ...renewed };
  const changes = [update('cluster', cluster.id, 'identity', { identity })];
  const rotation = group(changes, [unchanged('cluster', cluster, 'identity')]);
  await commitGroup(store, marked(rotation, { objectId: cluster.id }), signal);
  log.info('join token rotated', { role, requestId });
}

function presentCluster(store: Store): Cluster {
  const cluster = store.view().cluster();
  invariant(cluster !== undefined, 'the control API opens after the cluster was created');
  return cluster;
}

function identityOf(cluster: Cluster): ClusterIdentity {
  invariant(cluster.identity !== undefined, 'a cluster has an identity from its first entry on');
  return cluster.identity;
}
