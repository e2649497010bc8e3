/**
 * A manager's door for tests of the wire: a store in memory, identities made by our own authority, and the
 * authority served over real TLS on loopback. Other services are added by the test.
 */
import { makeAuthorizer } from '../../control-plane/api/authorizer.js';
import { CaServer } from '../../control-plane/ca/ca-server.js';
import {
  type FirstIdentity,
  makeFirstIdentity,
  signNodeCertificate,
} from '../../control-plane/ca/root-key.js';
import { type Log, silentLog } from '../../proto/base/log.js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { RpcServer } from '../../proto/base/rpc-server.js';
import { makeRequest, rootDigest } from '../../proto/base/x509.js';
import { CertificateAuthorityService } from '../../proto/gen/ca.js';
import type { NodeRole } from '../../proto/gen/objects.js';
import { formatJoinToken } from '../../proto/model/join-token.js';
import { aCluster, aNode } from './builders.js';
import { aMemoryStore, type MemoryStore, storeObjects } from './memory-store.js';
import { soleManager } from './sole-manager.js';
import { SimClock, SimRandom } from './sim-clock.js';

const VALIDITY_MS = 90 * 86_400_000;

export class TestManager {
  readonly first: FirstIdentity;
  readonly memory: MemoryStore;
  readonly random = new SimRandom(1);
  readonly server: RpcServer;
  #address = '';

  /** The cluster exists and holds the manager; nothing listens yet. */
  static async open(log: Log = silentLog): Promise<TestManager> {
    // TLS looks at the real clock, so this one starts there.
    const memory = aMemoryStore(new SimClock(Date.now()));
    const first = await makeFirstIdentity(
      { validityMs: VALIDITY_MS },
      { clock: memory.clock, random: new SimRandom(Math.floor(Math.random() * 2 ** 32)) },
    );
    await storeObjects(memory.store, {
      cluster: [aCluster({ id: first.clusterId, identity: first.cluster })],
      node: [
        aNode({
          id: first.nodeId,
          spec: { role: 'manager' },
          identity: first.node,
          status: { state: 'ready', managerAddress: '127.0.0.1:2377' },
        }),
      ],
    });
    return new TestManager(first, memory, log);
  }

  private constructor(first: FirstIdentity, memory: MemoryStore, log: Log) {
    this.first = first;
    this.memory = memory;
    const { store, clock } = memory;
    this.server = new RpcServer({
      log,
      authorize: makeAuthorizer(
        { clusterId: first.clusterId },
        { store, managers: soleManager(first.nodeId, () => this.#address) },
      ),
    });
    const authority = new CaServer({
      store,
      clock,
      random: this.random,
      log,
      managerAddresses: () => [this.#address],
    });
    this.server.add(CertificateAuthorityService, authority.handlers());
  }

  /** host:port of the door, once it listens. */
  get address(): string {
    return this.#address;
  }

  async listen(): Promise<void> {
    const port = await this.server.listenTls({ host: '127.0.0.1', port: 0 }, this.first.identity);
    this.#address = `127.0.0.1:${port}`;
  }

  token(role: NodeRole): string {
    const identity = this.memory.store.view().cluster()?.identity;
    const secret = role === 'manager' ? identity?.managerTokenSecret : identity?.workerTokenSecret;
    return formatJoinToken({ rootDigest: rootDigest(this.first.identity.rootPem), secret: secret ?? '' });
  }

  /** A certificate of this cluster for the node, which need not be a member. */
  async identity(nodeId: string, role: NodeRole): Promise<TlsIdentity> {
    const { keyPem, csrPem } = await makeRequest();
    const root = {
      certificatePem: this.first.cluster.rootCertificatePem,
      keyPem: this.first.cluster.rootKeyPem,
    };
    const subject = { nodeId, clusterId: this.first.clusterId, role, validityMs: VALIDITY_MS };
    const modules = { clock: this.memory.clock, random: this.random };
    const { certificatePem } = await signNodeCertificate(root, csrPem, subject, modules);
    return { certificatePem, keyPem, rootPem: root.certificatePem };
  }

  /** A member of the cluster with its certificate. */
  async member(nodeId: string, role: NodeRole = 'worker'): Promise<TlsIdentity> {
    await storeObjects(this.memory.store, {
      node: [aNode({ id: nodeId, spec: { role }, identity: { role }, status: undefined })],
    });
    return await this.identity(nodeId, role);
  }

  async close(): Promise<void> {
    await this.server.close(0);
  }
}
