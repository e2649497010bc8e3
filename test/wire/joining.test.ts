/**
 * Joining over real TLS: what a token gets, what is refused and in which words, and whom the door lets in.
 */
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import tls from 'node:tls';
import { joinCluster } from '../../agent/certificate.js';
import { update } from '../../control-plane/store/rules/change.js';
import { type ErrorCode, hasCode } from '../../proto/base/errors.js';
import { silentLog } from '../../proto/base/log.js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { makeRequest, readCertificate } from '../../proto/base/x509.js';
import { CertificateAuthorityService } from '../../proto/gen/ca.js';
import { DispatcherService } from '../../proto/gen/dispatcher.js';
import { commitAll } from '../kit/memory-store.js';
import { selfSigned, TestAuthority } from '../kit/test-certificates.js';
import { TestManager } from '../kit/test-manager.js';

describe('joining a cluster', () => {
  let manager: TestManager;
  let elsewhere: TestManager;

  beforeEach(async () => {
    manager = await TestManager.open();
    elsewhere = await TestManager.open();
    await manager.listen();
    await elsewhere.listen();
  });
  afterEach(async () => {
    await manager.close();
    await elsewhere.close();
  });

  const modules = () => ({ clock: manager.memory.clock, log: silentLog });
  const joinWith = async (token: string, addresses: readonly string[] = [manager.address]) =>
    await joinCluster({ addresses, token, availability: 'active' }, modules());
  const code = (expected: ErrorCode) => (error: unknown) => hasCode(error, expected);

  it('makes a worker or a manager, as the token says, and stores the node', async () => {
    for (const role of ['worker', 'manager'] as const) {
      const joined = await joinWith(manager.token(role));
      assert.equal(joined.role, role);
      assert.equal(joined.clusterId, manager.first.clusterId);
      assert.deepEqual(joined.managerAddresses, [manager.address]);
      const facts = readCertificate(joined.identity.certificatePem);
      assert.deepEqual([facts.nodeId, facts.clusterId, facts.role], [joined.nodeId, joined.clusterId, role]);
      const node = manager.memory.store.view().node(joined.nodeId);
      assert.deepEqual([node?.spec?.role, node?.identity?.role], [role, role]);
      assert.equal(node?.identity?.certificateExpiresAtMs, facts.notAfterMs);
    }
  });

  it('begins the node with the labels and the end that it asked for', async () => {
    const wish = { labels: { zone: 'a', disk: 'ssd' }, autoRemoveAfterMs: 3_600_000 };
    const asked = {
      addresses: [manager.address],
      token: manager.token('worker'),
      availability: 'active',
    } as const;
    const { nodeId } = await joinCluster({ ...asked, ...wish }, modules());
    const { labels, autoRemoveAfterMs } = manager.memory.store.view().node(nodeId)?.spec ?? {};
    assert.deepEqual({ labels, autoRemoveAfterMs }, wish);
    const nodeCount = manager.memory.store.view().nodeCount();
    for (const bad of [{ labels: { 'a b': '' } }, { autoRemoveAfterMs: 5 }])
      await assert.rejects(joinCluster({ ...asked, ...bad }, modules()), code('input.invalid'));
    assert.equal(manager.memory.store.view().nodeCount(), nodeCount);
  });

  it('issues certificates that its root signed, with the names clients check', async () => {
    const { identity, nodeId } = await joinWith(manager.token('manager'));
    const [root, node] = [
      new X509Certificate(identity.rootPem),
      new X509Certificate(identity.certificatePem),
    ];
    assert.ok(root.ca && !node.ca);
    assert.ok(node.checkIssued(root) && node.verify(root.publicKey) && root.verify(root.publicKey));
    for (const name of ['swarm-manager', nodeId, 'swarm-ca'])
      assert.ok(node.subjectAltName?.includes(`DNS:${name}`), node.subjectAltName);
  });

  it('takes only the public key from a request, and only with its proof of possession', async () => {
    const authority = RpcChannel.tls(manager.address, { rootPem: manager.first.identity.rootPem });
    const { csrPem } = await makeRequest();
    const der = Buffer.from(csrPem.replaceAll(/-----.*-----|\n/g, ''), 'base64');
    der[der.length - 1] = (der.at(-1) ?? 0) ^ 1;
    const forged = `-----BEGIN CERTIFICATE REQUEST-----\n${der.toString('base64')}\n-----END CERTIFICATE REQUEST-----\n`;
    for (const bad of [forged, 'nonsense', '']) {
      const issuing = authority.client(CertificateAuthorityService).issueCertificate({
        csrPem: bad,
        token: manager.token('worker'),
        availability: 'active',
        labels: {},
        autoRemoveAfterMs: 0,
      });
      await assert.rejects(issuing, code('certificate.refused'));
    }
    authority.close();
  });

  it('refuses a wrong token, a rotated one, and one of another cluster', async () => {
    const old = manager.token('worker');
    await assert.rejects(joinWith(old.replace(/.{25}$/, 'x'.repeat(25))), code('token.refused'));
    await assert.rejects(joinWith('SWMTKN-1-short-short'), code('token.malformed'));
    await assert.rejects(
      joinWith(elsewhere.token('worker')),
      (error) => hasCode(error, 'token.wrong-cluster') && error.facts.address === manager.address,
    );
    const identity = { ...manager.first.cluster, workerTokenSecret: 'y'.repeat(25) };
    await commitAll(manager.memory.store, [
      { changes: [update('cluster', manager.first.clusterId, 'identity', { identity })], checks: [] },
    ]);
    await assert.rejects(joinWith(old), code('token.refused'));
    await joinWith(manager.token('worker'));
  });

  it('tries every address, and names them all when none answers', async () => {
    const joined = await joinWith(manager.token('worker'), [
      '127.0.0.1:1',
      elsewhere.address,
      manager.address,
    ]);
    assert.equal(joined.clusterId, manager.first.clusterId);
    await assert.rejects(
      joinWith(manager.token('worker'), ['127.0.0.1:1', '127.0.0.1:2']),
      (error) =>
        hasCode(error, 'manager.unreachable') &&
        error.facts.addresses.join() === '127.0.0.1:1,127.0.0.1:2' &&
        error.facts.reason.includes('ECONNREFUSED'),
    );
  });

  it('makes one node of a caller who asks again because it did not hear the answer', async () => {
    const channel = RpcChannel.tls(manager.address, { rootPem: manager.first.identity.rootPem });
    const authority = channel.client(CertificateAuthorityService);
    const { csrPem } = await makeRequest();
    const request = {
      csrPem,
      token: manager.token('worker'),
      availability: 'active',
      labels: {},
      autoRemoveAfterMs: 0,
    } as const;
    const nodeCount = (): number => [...manager.memory.store.view().nodes()].length;
    const before = nodeCount();
    const first = await authority.issueCertificate(request, { requestId: 'join-1' });
    const again = await authority.issueCertificate(request, { requestId: 'join-1' });
    assert.equal(nodeCount(), before + 1);
    assert.equal(again.nodeId, first.nodeId);
    assert.equal(readCertificate(again.certificatePem).nodeId, first.nodeId);
    const otherKey = { ...request, csrPem: (await makeRequest()).csrPem };
    await assert.rejects(
      authority.issueCertificate(otherKey, { requestId: 'join-1' }),
      code('input.invalid'),
      'the id says nothing of who may have the node',
    );
    channel.close();
  });

  it('limits how often one address may ask, and says when to come back', async () => {
    const channel = RpcChannel.tls(manager.address, { rootPem: manager.first.identity.rootPem });
    const ask = async (): Promise<unknown> =>
      await channel.client(CertificateAuthorityService).getRootCertificate({});
    const asked = await Promise.allSettled(Array.from({ length: 60 }, ask));
    const refused = asked.flatMap((each): unknown[] => (each.status === 'rejected' ? [each.reason] : []));
    assert.equal(refused.length, 20);
    assert.ok(refused.every((error) => hasCode(error, 'rate.limited') && error.facts.retryAfterMs > 0));
    await manager.memory.clock.advance(1000);
    await ask();
    channel.close();
  });
});

describe('the door of a manager', () => {
  let manager: TestManager;

  before(async () => {
    manager = await TestManager.open();
    manager.server.add(DispatcherService, {
      // oxlint-disable-next-line eslint/require-yield
      async *session() {
        throw new Error('let in');
      },
      publishLogs: async () => ({}),
    });
    await manager.listen();
  });
  after(() => manager.close());

  async function publish(identity: TlsIdentity | { rootPem: string }): Promise<unknown> {
    const channel = RpcChannel.tls(manager.address, identity);
    try {
      return await channel.client(DispatcherService).publishLogs(nothing(), { timeoutMs: 5000 });
    } finally {
      channel.close();
    }
  }

  it('lets a member in, and no node that is not, or no longer, in the store', async () => {
    await publish(await manager.member('w1'));
    await assert.rejects(
      publish(await manager.identity('gone', 'worker')),
      (error) => hasCode(error, 'node.removed') && error.facts.nodeId === 'gone',
    );
  });

  it("refuses a self-signed manager's certificate, another cluster's, and none", async () => {
    const { rootPem } = manager.first.identity;
    const other = await TestAuthority.make(manager.first.clusterId);
    const elsewhere = await TestManager.open();
    const strangers = [
      { rootPem },
      { ...(await other.identity(manager.first.nodeId, 'swarm-manager')), rootPem },
      { ...elsewhere.first.identity, rootPem },
      { ...(await selfSigned(manager.first.clusterId, manager.first.nodeId, 'swarm-manager')), rootPem },
    ];
    for (const stranger of strangers)
      await assert.rejects(publish(stranger), (error) => hasCode(error, 'certificate.refused'));
  });

  it('speaks TLS 1.3 and nothing older', async () => {
    const [host = '', port] = manager.address.split(':');
    const options = { host, port: Number(port), rejectUnauthorized: false } as const;
    const versionOf = async (version: 'TLSv1.2' | 'TLSv1.3'): Promise<unknown> =>
      await new Promise((resolve) => {
        const socket = tls.connect({ ...options, minVersion: version, maxVersion: version });
        socket.once('secureConnect', () => {
          resolve(socket.getProtocol());
          socket.destroy();
        });
        socket.once('error', resolve);
      });
    assert.equal(await versionOf('TLSv1.3'), 'TLSv1.3');
    assert.match(String(await versionOf('TLSv1.2')), /protocol version/i);
  });
});

async function* nothing(): AsyncGenerator<never> {
  // A log stream that ends at once.
}
