/**
 * The objects a brand-new cluster begins with: the cluster itself and its first manager's node. And what changes
 * in those of a cluster that begins again with one manager.
 */
import type { Clock } from '../../proto/base/clock.js';
import { invariant } from '../../proto/base/invariant.js';
import type { Random } from '../../proto/base/random.js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { readCertificate } from '../../proto/base/x509.js';
import type { ClusterSpec, NodeAvailability } from '../../proto/gen/objects.js';
import { ClusterCodec, ClusterSpecCodec, NodeCodec } from '../../proto/gen/objects.js';
import {
  DEFAULT_ADDRESS_POOLS,
  DEFAULT_DATA_PATH_PORT,
  DEFAULT_SUBNET_PREFIX_BITS,
} from '../../proto/model/network.js';
import { DEFAULT_VALIDITY_MS, type FirstIdentity, makeFirstIdentity } from '../ca/root-key.js';
import { absent, create, group } from '../store/rules/change.js';
import type { Store } from '../store/store.js';
import { recoveredRoles } from './rules/recovered-roles.js';

/** Docker Swarm's defaults, where its users know them. */
const DEFAULT_HEARTBEAT_PERIOD_MS = 5_000;
const DEFAULT_TASK_HISTORY_LIMIT = 5;
const CLUSTER_NAME = 'default';

export interface FirstClusterOptions {
  /** What the user set of it; what is zero or empty is filled with defaults, and so is all of it when it is left out. */
  readonly spec: ClusterSpec | undefined;
  readonly availability: NodeAvailability;
}

/** An identity for the cluster and its first manager; nothing is stored yet. */
export async function prepareFirstCluster(
  options: FirstClusterOptions,
  modules: { readonly random: Random; readonly clock: Clock },
): Promise<FirstIdentity> {
  return await makeFirstIdentity(
    { validityMs: completeSpec(options.spec).nodeCertificateValidityMs },
    modules,
  );
}

/** Stores cluster and node; the log must be empty. */
export async function commitFirstCluster(
  options: FirstClusterOptions,
  first: FirstIdentity,
  store: Pick<Store, 'commit'>,
): Promise<void> {
  const cluster = ClusterCodec.create({
    id: first.clusterId,
    spec: completeSpec(options.spec),
    identity: first.cluster,
  });
  const node = NodeCodec.create({
    id: first.nodeId,
    spec: { labels: {}, role: 'manager', availability: options.availability },
    identity: first.node,
    status: { state: 'unknown', message: '' },
  });
  const checks = [absent('cluster', cluster.id), absent('node', node.id)];
  const [result] = await store.commit([group([create('cluster', cluster), create('node', node)], checks)]);
  invariant(result?.applied === true, 'the log of a new cluster is not empty');
}

/** This node is the only manager of now: the others become workers, and may be promoted anew. */
export async function commitRecovered(
  { nodeId, identity }: { readonly nodeId: string; readonly identity: TlsIdentity },
  store: Pick<Store, 'commit' | 'view'>,
): Promise<void> {
  const { notAfterMs } = readCertificate(identity.certificatePem);
  await store.commit(recoveredRoles(store.view(), { nodeId, certificateExpiresAtMs: notAfterMs }));
}

function completeSpec(given: ClusterSpec | undefined): ClusterSpec {
  const spec = given ?? ClusterSpecCodec.create({ taskHistoryLimit: DEFAULT_TASK_HISTORY_LIMIT });
  return {
    ...spec,
    name: CLUSTER_NAME,
    heartbeatPeriodMs: spec.heartbeatPeriodMs || DEFAULT_HEARTBEAT_PERIOD_MS,
    nodeCertificateValidityMs: spec.nodeCertificateValidityMs || DEFAULT_VALIDITY_MS,
    addressPools: spec.addressPools.length > 0 ? spec.addressPools : DEFAULT_ADDRESS_POOLS,
    subnetPrefixBits: spec.subnetPrefixBits || DEFAULT_SUBNET_PREFIX_BITS,
    dataPathPort: spec.dataPathPort || DEFAULT_DATA_PATH_PORT,
  };
}
