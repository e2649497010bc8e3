/**
 * The nodes of the cluster benchmark as a cluster that joined long ago has them: written into the log of a manager
 * that does not run, each with a certificate of its own that the cluster's authority signed. Joining itself is
 * limited to ten calls per second and address, and is not what is measured.
 */
import { join } from 'node:path';
import { NodeDisk } from 'raft-ts/node-disk.js';
import { openMember } from 'raft-ts/open-member.js';
import { signNodeCertificate } from '../../control-plane/ca/root-key.js';
import { openReplicatedStore } from '../../control-plane/manager/replicated-log.js';
import { SystemClock } from '../../proto/base/clock.js';
import { SystemRandom } from '../../proto/base/random.js';
import { makeRequest } from '../../proto/base/x509.js';
import type { Cluster } from '../../proto/gen/objects.js';
import { aNode } from '../kit/builders.js';
import { commitAll } from '../kit/memory-store.js';
import { createEach } from './bench-store.js';
import type { BenchAgents } from './cluster-agents.js';

const VALIDITY_MS = 90 * 86_400_000;

type Member = BenchAgents['agents'][number];

/** Makes so many workers members of the cluster whose manager keeps its state in the folder. */
export async function addMembers(stateFolder: string, count: number): Promise<readonly Member[]> {
  const directory = join(stateFolder, 'raft/log');
  const clock = new SystemClock();
  const { store, replicator } = await openReplicatedStore(
    {},
    {
      clock,
      openReplicator: (stateMachine) => openMember({ directory }, { disk: new NodeDisk(), stateMachine }),
    },
  );
  try {
    const cluster = store.view().cluster();
    if (cluster === undefined) throw new Error(`${directory} holds no cluster`);
    const members: Member[] = [];
    for (let at = 0; at < count; at++) members.push(await memberOf(cluster, nameOf(at)));
    const nodes = members.map(({ nodeId }) =>
      aNode({ id: nodeId, spec: { role: 'worker' }, identity: { role: 'worker' }, status: undefined }),
    );
    await commitAll(store, createEach('node', nodes));
    return members;
  } finally {
    await replicator.close();
  }
}

const nameOf = (at: number): string => `node${String(at).padStart(4, '0')}`;

async function memberOf({ id: clusterId, identity }: Cluster, nodeId: string): Promise<Member> {
  if (identity === undefined) throw new Error('the cluster has no authority');
  const { rootCertificatePem, rootKeyPem } = identity;
  const { keyPem, csrPem } = await makeRequest();
  const { certificatePem } = await signNodeCertificate(
    { certificatePem: rootCertificatePem, keyPem: rootKeyPem },
    csrPem,
    { nodeId, clusterId, role: 'worker', validityMs: VALIDITY_MS },
    { clock: new SystemClock(), random: new SystemRandom() },
  );
  return { nodeId, identity: { certificatePem, keyPem, rootPem: rootCertificatePem } };
}
