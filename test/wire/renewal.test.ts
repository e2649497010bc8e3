/**
 * A node's certificate stays fresh, and says the role the node has, without anybody being disturbed.
 */
import assert from 'node:assert/strict';
import { CertificateKeeper } from '../../agent/certificate-keeper.js';
import { update } from '../../control-plane/store/rules/change.js';
import { SwarmError } from '../../proto/base/errors.js';
import { silentLog } from '../../proto/base/log.js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { makeRequest, readCertificate } from '../../proto/base/x509.js';
import { CertificateAuthorityService } from '../../proto/gen/ca.js';
import type { NodeRole } from '../../proto/gen/objects.js';
import { eventually } from '../kit/eventually.js';
import { commitAll } from '../kit/memory-store.js';
import { SimRandom } from '../kit/sim-clock.js';
import { TestManager } from '../kit/test-manager.js';

const DAY_MS = 86_400_000;

describe('the certificate of a node', () => {
  let manager: TestManager;
  let stop: AbortController;
  let running: Promise<void> | undefined;
  let renewed: { readonly identity: TlsIdentity; readonly role: NodeRole }[];

  beforeEach(async () => {
    manager = await TestManager.open();
    await manager.listen();
    stop = new AbortController();
    renewed = [];
  });
  afterEach(async () => {
    stop.abort();
    await running;
    await manager.close();
  });

  const start = (identity: TlsIdentity, addresses = [manager.address]): CertificateKeeper => {
    const keeper = new CertificateKeeper(
      { identity },
      {
        clock: manager.memory.clock,
        random: new SimRandom(3),
        log: silentLog,
        managerAddresses: () => addresses,
        onRenewed: async (fresh, role) => {
          renewed.push({ identity: fresh, role });
        },
      },
    );
    running = keeper.run(stop.signal);
    return keeper;
  };
  const setRole = async (nodeId: string, role: NodeRole): Promise<void> => {
    const identity = { role, certificateExpiresAtMs: 0 };
    await commitAll(manager.memory.store, [
      { changes: [update('node', nodeId, 'identity', { identity })], checks: [] },
    ]);
  };
  const renewals = async (count: number): Promise<void> => {
    await eventually(
      'it is renewed',
      () => renewed.length,
      (seen) => seen === count,
    );
  };

  it('is renewed between half and four fifths of its time, by any manager that answers', async () => {
    start(await manager.member('w1'), ['127.0.0.1:1', manager.address]);
    await manager.memory.clock.advance(44 * DAY_MS);
    assert.equal(renewed.length, 0);
    await manager.memory.clock.advance(29 * DAY_MS);
    await renewals(1);
    const [fresh] = renewed;
    const facts = readCertificate(fresh?.identity.certificatePem ?? '');
    assert.deepEqual([facts.nodeId, facts.role], ['w1', 'worker']);
    assert.ok(facts.notAfterMs > manager.memory.clock.nowMs() + 89 * DAY_MS);
    const node = manager.memory.store.view().node('w1');
    assert.equal(node?.identity?.certificateExpiresAtMs, facts.notAfterMs);
    assert.equal(node?.spec?.role, 'worker');
  });

  it('is renewed at once when the node has another role, and not before the managers agree on it', async () => {
    const keeper = start(await manager.member('w1'));
    keeper.expectRole('worker');
    await manager.memory.clock.advance(1_000);
    assert.equal(renewed.length, 0);
    keeper.expectRole('manager');
    await eventually(
      'it was refused',
      () => manager.memory.clock.sleeperCount,
      (count) => count > 0,
    );
    assert.equal(renewed.length, 0, 'the store says worker');
    await setRole('w1', 'manager');
    await eventually(
      'it is renewed',
      async () => {
        await manager.memory.clock.advance(2_000);
        return renewed.map(({ role }) => role);
      },
      (roles) => roles.join() === 'manager',
    );
    assert.equal(readCertificate(keeper.identity.certificatePem).role, 'manager');
    await setRole('w1', 'worker');
    keeper.expectRole('worker');
    await renewals(2);
    assert.equal(readCertificate(keeper.identity.certificatePem).role, 'worker');
  });

  it('is not given to whoever shows none, nor to a node that was removed', async () => {
    const { csrPem } = await makeRequest();
    const ask = async (identity: TlsIdentity | { rootPem: string }): Promise<void> => {
      const channel = RpcChannel.tls(manager.address, identity);
      try {
        await channel.client(CertificateAuthorityService).renewCertificate({ csrPem });
      } finally {
        channel.close();
      }
    };
    await assert.rejects(ask({ rootPem: manager.first.identity.rootPem }), /certificate was refused/);
    await assert.rejects(ask(await manager.identity('gone', 'worker')), /no longer a member/);
  });

  it('is tried for again when it could not be written down', async () => {
    const identity = await manager.member('w1');
    let failures = 1;
    const kept: string[] = [];
    const keeper = new CertificateKeeper(
      { identity },
      {
        clock: manager.memory.clock,
        random: new SimRandom(3),
        log: silentLog,
        managerAddresses: () => [manager.address],
        onRenewed: async (fresh) => {
          if (failures-- > 0) throw new SwarmError('store.full', { reason: 'ENOSPC' });
          kept.push(fresh.certificatePem);
        },
      },
    );
    running = keeper.run(stop.signal);
    await manager.memory.clock.advance(73 * DAY_MS);
    await eventually(
      'it is kept',
      async () => {
        await manager.memory.clock.advance(5_000);
        return kept.length;
      },
      (count) => count === 1,
    );
  });

  it('is swapped in the door while it stands open', async () => {
    const client = await manager.member('w1');
    const seen = async (): Promise<void> => {
      const channel = RpcChannel.tls(manager.address, client);
      await channel.client(CertificateAuthorityService).getRootCertificate({}, { timeoutMs: 2_000 });
      channel.close();
    };
    await seen();
    const elsewhere = await TestManager.open();
    manager.server.setIdentity(elsewhere.first.identity);
    await assert.rejects(seen(), /not of the cluster/);
    manager.server.setIdentity(await manager.member('m2', 'manager'));
    await seen();
    await elsewhere.close();
  });
});
