/**
 * How a node gets its identity and keeps it: hands out the root, signs a certificate for whoever knows a join
 * token, and a new one for a member in time. Owns these calls and their limits; the key work is root-key.ts.
 */
import type { Clock } from '../../proto/base/clock.js';
import { SwarmError } from '../../proto/base/errors.js';
import { invariant } from '../../proto/base/invariant.js';
import type { Log } from '../../proto/base/log.js';
import { newId, type Random } from '../../proto/base/random.js';
import type { CallContext, Handlers } from '../../proto/base/rpc.js';
import { denied } from '../../proto/base/rpc-server.js';
import { rootDigest } from '../../proto/base/x509.js';
import {
  CertificateAuthorityService,
  type IssueCertificateReply,
  type IssueCertificateRequest,
  type RenewCertificateReply,
  type RenewCertificateRequest,
} from '../../proto/gen/ca.js';
import {
  type Cluster,
  type ClusterIdentity,
  type Node,
  NodeCodec,
  type NodeRole,
  NodeSpecCodec,
} from '../../proto/gen/objects.js';
import { validateNodeSpec } from '../../proto/model/node-spec.js';
import { type Marking, once } from '../store/once.js';
import { create, group, unchanged, update } from '../store/rules/change.js';
import type { Store } from '../store/store.js';
import { DEFAULT_VALIDITY_MS, signNodeCertificate, type SignedCertificate } from './root-key.js';
import { roleOfToken } from './rules/join-token.js';
import { type Bucket, isFull, type RateLimit, takeToken } from './rules/rate-limit.js';

export interface CaServerModules {
  readonly store: Pick<Store, 'view' | 'commit'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** host:port of every manager known. */
  readonly managerAddresses: () => readonly string[];
}

// A rack that joins from behind one address gets through; a flood does not cost the leader its processor.
const LIMIT_PER_ADDRESS: RateLimit = { burst: 40, perSecond: 10 };
const MOST_BUCKETS = 10_000;
const MOST_ATTEMPTS = 5;

export class CaServer {
  readonly #modules: CaServerModules;
  readonly #bucketByAddress = new Map<string, Bucket>();

  constructor(modules: CaServerModules) {
    this.#modules = modules;
  }

  handlers(): Handlers<typeof CertificateAuthorityService> {
    return {
      getRootCertificate: async (_request, context) => {
        this.limit(context);
        return { rootCertificatePem: this.#identity().identity.rootCertificatePem };
      },
      issueCertificate: async (request, context) => {
        this.limit(context);
        return await this.#issue(request, context);
      },
      renewCertificate: async (request, context) => {
        this.limit(context);
        return await this.#renew(request, context);
      },
    };
  }

  /**
   * Once, however often it is asked for: whoever did not hear of it asks again with the same key, and gets a
   * certificate for the node that was made.
   */
  async #issue(request: IssueCertificateRequest, context: CallContext): Promise<IssueCertificateReply> {
    const { store } = this.#modules;
    return await once(
      { store, context, method: CertificateAuthorityService.methods.issueCertificate, request },
      async (marked) => await this.#newNode(request, context, marked),
      async ({ objectId }) => await this.#sameNode(request, objectId),
    );
  }

  async #newNode(
    request: IssueCertificateRequest,
    { peerAddress, requestId }: CallContext,
    marked: Marking,
  ): Promise<IssueCertificateReply> {
    const { log, random } = this.#modules;
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const { cluster, identity } = this.#identity();
      const role = roleOfToken(request.token, identity, rootDigest(identity.rootCertificatePem));
      if (role === undefined) {
        log.warn('a join token was refused', { peerAddress, requestId });
        throw new SwarmError('token.refused', {});
      }
      const nodeId = newId(random);
      const signed = await this.#sign(request.csrPem, nodeId, role, cluster);
      if (!(await this.#createNode(aNewNode(nodeId, role, signed, request), cluster, marked))) continue;
      log.info('a node joined', { nodeId, role, peerAddress, requestId });
      return this.#issued(nodeId, role, signed);
    }
    throw new SwarmError('store.outcome-unknown', { reason: 'the join tokens kept changing' });
  }

  async #sameNode({ csrPem }: IssueCertificateRequest, nodeId: string): Promise<IssueCertificateReply> {
    const node = this.#modules.store.view().node(nodeId);
    if (node === undefined) throw new SwarmError('node.removed', { nodeId });
    const role = node.identity?.role ?? 'worker';
    return this.#issued(nodeId, role, await this.#sign(csrPem, nodeId, role, this.#identity().cluster));
  }

  #issued(nodeId: string, role: NodeRole, { certificatePem }: SignedCertificate): IssueCertificateReply {
    const { cluster, identity } = this.#identity();
    const { rootCertificatePem } = identity;
    const managerAddresses = this.#modules.managerAddresses();
    return { nodeId, clusterId: cluster.id, role, certificatePem, rootCertificatePem, managerAddresses };
  }

  /** For the role the store has now, whatever the certificate says that it is asked with. */
  async #renew(
    { csrPem }: RenewCertificateRequest,
    { caller, requestId }: CallContext,
  ): Promise<RenewCertificateReply> {
    if (caller.kind !== 'node') throw denied('renewing a certificate', caller);
    const { nodeId } = caller;
    const { log, store, managerAddresses } = this.#modules;
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const { cluster, identity } = this.#identity();
      const node = store.view().node(nodeId);
      if (node === undefined) throw new SwarmError('node.removed', { nodeId });
      const role = node.identity?.role ?? 'worker';
      const { certificatePem, expiresAtMs } = await this.#sign(csrPem, nodeId, role, cluster);
      const renewed = update('node', nodeId, 'identity', {
        identity: { ...node.identity, role, certificateExpiresAtMs: expiresAtMs },
      });
      const [result] = await store.commit([group([renewed], [unchanged('node', node, 'identity')])]);
      if (result?.applied !== true) continue;
      log.info('a certificate was renewed', { nodeId, role, requestId });
      const rootCertificatePem = identity.rootCertificatePem;
      return { role, certificatePem, rootCertificatePem, managerAddresses: managerAddresses() };
    }
    throw new SwarmError('store.outcome-unknown', { reason: 'the role of the node kept changing' });
  }

  async #sign(csrPem: string, nodeId: string, role: NodeRole, cluster: Cluster): Promise<SignedCertificate> {
    const { identity } = this.#identity();
    const root = { certificatePem: identity.rootCertificatePem, keyPem: identity.rootKeyPem };
    const givenMs = cluster.spec?.nodeCertificateValidityMs ?? 0;
    const validityMs = givenMs > 0 ? givenMs : DEFAULT_VALIDITY_MS;
    return await signNodeCertificate(
      root,
      csrPem,
      { nodeId, clusterId: cluster.id, role, validityMs },
      this.#modules,
    );
  }

  /** Whether the node was created: not when the tokens changed meanwhile, or its id was taken. */
  async #createNode(node: Node, cluster: Cluster, marked: Marking): Promise<boolean> {
    const changes = group([create('node', node)], [unchanged('cluster', cluster, 'identity')]);
    const [result] = await this.#modules.store.commit([marked(changes, { objectId: node.id })]);
    return result?.applied === true;
  }

  #identity(): { cluster: Cluster; identity: ClusterIdentity } {
    const cluster = this.#modules.store.view().cluster();
    invariant(cluster?.identity, 'the cluster object exists before the authority serves');
    return { cluster, identity: cluster.identity };
  }

  /** Throws when too much was asked from the address; calls that were passed on are limited where they came in. */
  limit({ peerAddress, forwardedBy }: Pick<CallContext, 'peerAddress' | 'forwardedBy'>): void {
    if (forwardedBy !== undefined) return;
    const nowMs = this.#modules.clock.monotonicMs();
    const taken = takeToken(this.#bucketByAddress.get(peerAddress), LIMIT_PER_ADDRESS, nowMs);
    if (this.#bucketByAddress.size >= MOST_BUCKETS) this.#forgetBuckets(nowMs);
    this.#bucketByAddress.set(peerAddress, taken.bucket);
    if (!taken.allowed)
      throw new SwarmError('rate.limited', {
        what: `requests from ${peerAddress}`,
        retryAfterMs: taken.retryAfterMs,
      });
  }

  #forgetBuckets(nowMs: number): void {
    for (const [address, bucket] of this.#bucketByAddress)
      if (isFull(bucket, LIMIT_PER_ADDRESS, nowMs)) this.#bucketByAddress.delete(address);
    // Still too many, so this is a flood: the oldest go, the map stays bounded.
    for (const address of this.#bucketByAddress.keys()) {
      if (this.#bucketByAddress.size < MOST_BUCKETS) return;
      this.#bucketByAddress.delete(address);
    }
  }
}

function aNewNode(
  nodeId: string,
  role: NodeRole,
  signed: SignedCertificate,
  { availability, labels, autoRemoveAfterMs }: IssueCertificateRequest,
): Node {
  return NodeCodec.create({
    id: nodeId,
    spec: validateNodeSpec(NodeSpecCodec.create({ role, availability, labels, autoRemoveAfterMs })),
    identity: { role, certificateExpiresAtMs: signed.expiresAtMs },
  });
}
