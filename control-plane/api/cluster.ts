/**
 * The cluster itself and its join tokens. Never hands out the root's key, and of a token's secret only the
 * token. A rotated token keeps its first half: it is the digest of the root certificate.
 */
import { invariant } from '../../proto/base/invariant.js';
import type { Log } from '../../proto/base/log.js';
import { newId, type Random } from '../../proto/base/random.js';
import type { CallContext } from '../../proto/base/rpc.js';
import { rootDigest } from '../../proto/base/x509.js';
import type { GetClusterReply, GetJoinTokenReply, GetJoinTokenRequest } from '../../proto/gen/control.js';
import type { Cluster, ClusterIdentity } from '../../proto/gen/objects.js';
import { formatJoinToken } from '../../proto/model/join-token.js';
import { group, unchanged, update } from '../store/rules/change.js';
import type { Store } from '../store/store.js';
import { commitGroup } from './commit.js';
import type { ControlHandlers } from './handlers.js';

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
): ControlHandlers<'getCluster' | 'getJoinToken'> {
  return {
    getCluster: async (_request, context) => describeCluster(context, options, modules),
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

async function joinToken(
  request: GetJoinTokenRequest,
  context: CallContext,
  modules: ClusterModules,
): Promise<GetJoinTokenReply> {
  if (request.rotate) await rotateWorkerToken(context, modules);
  const { rootCertificatePem, workerTokenSecret, managerTokenSecret } = identityOf(
    presentCluster(modules.store),
  );
  const token = formatJoinToken({
    rootDigest: rootDigest(rootCertificatePem),
    secret: request.role === 'manager' ? managerTokenSecret : workerTokenSecret,
  });
  return { token, managerAddresses: modules.managerAddresses() };
}

async function rotateWorkerToken(context: CallContext, modules: ClusterModules): Promise<void> {
  const cluster = presentCluster(modules.store);
  const identity = { ...identityOf(cluster), workerTokenSecret: newId(modules.random) };
  const changes = [update('cluster', cluster.id, 'identity', { identity })];
  const rotation = group(changes, [unchanged('cluster', cluster, 'identity')]);
  await commitGroup(modules.store, rotation, context.signal);
  modules.log.info('worker join token rotated', { requestId: context.requestId });
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
