/**
 * Three managers, asked through each of them: the leader answers, whoever is asked; a change of leader is a
 * pause; without enough managers there is a sentence that says who is missing.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readBackup } from '../../proto/base/backup-format.js';
import { Stream } from '../../proto/base/stream.js';
import type { AsOf } from '../../proto/base/rpc.js';
import { hasCode } from '../../proto/base/errors.js';
import { makeRequest, rootDigest } from '../../proto/base/x509.js';
import { CertificateAuthorityService } from '../../proto/gen/ca.js';
import { ControlService, ListNodesRequestCodec } from '../../proto/gen/control.js';
import { type AgentMessage, DispatcherService } from '../../proto/gen/dispatcher.js';
import { formatJoinToken } from '../../proto/model/join-token.js';
import { aServiceSpec } from '../kit/builders.js';
import { next, rejectsWith } from '../kit/control-door.js';
import { aReplica } from '../kit/memory-store.js';
import { ManagerTrio } from '../kit/manager-trio.js';

const ALL_NODES = ListNodesRequestCodec.create();

describe('three managers', () => {
  let trio: ManagerTrio;

  beforeEach(async () => {
    trio = await ManagerTrio.open();
  });
  afterEach(() => trio.close());

  const create = (at: number, name: string): Promise<{ service?: { id: string } | undefined }> =>
    trio.at(at).control.createService({ spec: aServiceSpec({ name }) });

  const tokenOf = (role: 'worker' | 'manager'): string => {
    const identity = trio.store.view().cluster()?.identity;
    assert.ok(identity !== undefined);
    const secret = role === 'worker' ? identity.workerTokenSecret : identity.managerTokenSecret;
    return formatJoinToken({ rootDigest: rootDigest(identity.rootCertificatePem), secret });
  };

  it('take changes and answer questions, whichever of them is asked', async () => {
    await create(1, 'one');
    await create(0, 'two');
    for (const { control } of trio.managers) {
      const { services } = await control.listServices({ ids: [], names: [], modes: [], labels: [] });
      assert.deepEqual(new Set(services.map(({ service }) => service?.spec?.name)), new Set(['one', 'two']));
    }
  });

  it('each say that they are the one that was asked, and who leads', async () => {
    const { nodeId } = await trio.at(2).control.getCluster({});
    assert.equal(nodeId, trio.at(2).nodeId);
    const { nodes, selfNodeId } = await trio.at(1).control.listNodes(ALL_NODES);
    assert.equal(selfNodeId, trio.at(1).nodeId);
    const leaders = nodes.filter(({ manager }) => manager?.leader === true).map(({ node }) => node?.id);
    assert.deepEqual(leaders, [trio.at(0).nodeId]);
    assert.ok(nodes.every(({ manager }) => manager?.reachable === true));
  });

  it('pass errors on as they are', async () => {
    await create(1, 'web');
    await assert.rejects(create(2, 'web'), rejectsWith('object.name-taken', { name: 'web' }));
  });

  it('pass streams on', async () => {
    await create(0, 'web');
    const stop = new AbortController();
    const states = trio.at(2).control.watchService({ ref: 'web' }, { signal: stop.signal });
    const iterator = states[Symbol.asyncIterator]();
    assert.equal((await next(iterator)).service?.spec?.name, 'web');
    stop.abort();
  });

  it('pass the id of a request on, and the leader writes down who asked', async () => {
    await trio.at(1).control.createService({ spec: aServiceSpec({ name: 'web' }) }, { requestId: 'r-1' });
    const call = trio
      .at(0)
      .log.lines.find(
        ({ message, facts }) => message === 'call' && facts['method'] === 'Control/CreateService',
      );
    assert.equal(call?.facts['requestId'], 'r-1');
    assert.equal(call?.facts['caller'], 'the local socket');
    assert.equal(call?.facts['forwardedBy'], trio.at(1).nodeId);
  });

  it('wait for the next leader when the last one goes away in the middle of a call', async () => {
    trio.shared.hold();
    const created = create(1, 'web');
    await trio.said(0, 'this manager leads');
    await new Promise(setImmediate);
    trio.shared.lead(null);
    trio.shared.release();
    trio.lead(2);
    const { service } = await created;
    assert.ok(service !== undefined);
    assert.equal(trio.store.view().serviceByName('web')?.id, service.id);
  });

  it('end a stream that the leader can no longer keep up to date', async () => {
    await create(0, 'web');
    const states = trio.at(1).control.watchService({ ref: 'web' });
    const iterator = states[Symbol.asyncIterator]();
    await next(iterator);
    trio.lead(2);
    await assert.rejects(
      iterator.next(),
      (error) => hasCode(error, 'manager.not-leader') || hasCode(error, 'manager.unreachable'),
    );
  });

  it('answer old things at once when asked to, and say how old they may be', async () => {
    await create(0, 'web');
    trio.shared.lead(null);
    trio.shared.member(trio.at(1).nodeId).ageMs = 3_210;
    let asOf: AsOf | undefined;
    const { nodes } = await trio.at(1).control.listNodes(ALL_NODES, {
      takesStale: true,
      onAsOf: (told) => {
        asOf = told;
      },
    });
    assert.equal(nodes.length, 3);
    assert.deepEqual(asOf, { staleMs: 3_210, node: 'host-m2' });
    const unknown = nodes.filter(({ manager }) => manager?.reachabilityUnknown === true);
    assert.equal(unknown.length, 2);
  });

  it('change nothing for a caller that takes old answers', async () => {
    const refused = trio.at(1).control.removeService({ ref: 'web' }, { takesStale: true });
    await assert.rejects(refused, rejectsWith('input.invalid', { field: 'stale' }));
  });

  it('without a quorum say within 5 s which of them are missing, to writers and readers', async function () {
    this.timeout(10_000);
    await create(0, 'web');
    await trio.at(0).stop();
    await trio.at(2).stop();
    trio.shared.lead(null);
    const startedAtMs = performance.now();
    const missing = [0, 2].map((at) => trio.at(at).address);
    const isSaid = (error: unknown): boolean => {
      assert.ok(hasCode(error, 'manager.no-quorum'), String(error));
      assert.equal(error.facts.needed, 2);
      assert.equal(error.facts.voters, 3);
      for (const address of missing) assert.ok(error.message.includes(address), error.message);
      assert.match(error.message, /Running tasks keep running/);
      return true;
    };
    const asked = [
      assert.rejects(create(1, 'more'), isSaid),
      assert.rejects(trio.at(1).control.listNodes(ALL_NODES), isSaid),
    ];
    await Promise.all(asked);
    assert.ok(performance.now() - startedAtMs < 5_000);
    const { id } = await trio.at(1).control.getCluster({}, { takesStale: true });
    assert.equal(id, trio.clusterId);
  });

  it('let nobody but managers speak for others', async () => {
    const { identity } = await trio.aMember('w1', 'worker');
    const forwarded = { caller: { kind: 'local' } as const, peerAddress: '' };
    const control = trio.channel(trio.at(0).address, identity).client(ControlService);
    await assert.rejects(control.listNodes(ALL_NODES, { forwarded }), rejectsWith('auth.denied'));
    const refused = trio.at(0).log.lines.find(({ message }) => message === 'call refused');
    assert.equal(refused?.facts['caller'], 'worker w1');
    const anonymous = trio.channel(trio.at(0).address, { rootPem: identity.rootPem });
    await assert.rejects(
      anonymous.client(ControlService).listNodes(ALL_NODES, { forwarded }),
      rejectsWith('certificate.refused'),
    );
  });

  it('pass a call on once only', async () => {
    const { identity } = trio.at(1);
    const forwarded = { caller: { kind: 'local' } as const, peerAddress: '' };
    const control = trio.channel(trio.at(2).address, identity).client(ControlService);
    await assert.rejects(
      control.listNodes(ALL_NODES, { forwarded }),
      rejectsWith('manager.not-leader', { leader: trio.at(0).address }),
    );
  });

  it('let a node join through any of them, and the leader knows from where', async () => {
    const { csrPem } = await makeRequest();
    const anonymous = trio.channel(trio.at(2).address, { rootPem: trio.at(0).identity.rootPem });
    const authority = anonymous.client(CertificateAuthorityService);
    const issued = await authority.issueCertificate({
      csrPem,
      token: tokenOf('worker'),
      availability: 'active',
      labels: {},
      autoRemoveAfterMs: 0,
    });
    assert.equal(trio.store.view().node(issued.nodeId)?.identity?.role, 'worker');
    assert.deepEqual(
      issued.managerAddresses.toSorted(),
      trio.managers.map(({ address }) => address).toSorted(),
    );
    const joined = trio.at(0).log.lines.find(({ message }) => message === 'a node joined');
    assert.equal(joined?.facts['peerAddress'], '127.0.0.1');
  });

  it('hold a flood of strangers off where it comes in', async () => {
    const anonymous = trio.channel(trio.at(2).address, { rootPem: trio.at(0).identity.rootPem });
    const authority = anonymous.client(CertificateAuthorityService);
    const request = {
      csrPem: '',
      token: 'SWMTKN-1-no',
      availability: 'active' as const,
      labels: {},
      autoRemoveAfterMs: 0,
    };
    const attempts = Array.from({ length: 60 }, () =>
      authority.issueCertificate(request).catch((error: unknown) => error),
    );
    const limited = (await Promise.all(attempts)).filter((error) => hasCode(error, 'rate.limited'));
    assert.ok(limited.length > 0);
    const reached = trio
      .at(0)
      .log.lines.filter(({ facts }) => facts['method'] === 'CertificateAuthority/IssueCertificate');
    assert.ok(reached.length <= 45, `${reached.length} calls reached the leader`);
  });

  it('give a backup of one moment while the state goes on changing, also through a follower', async () => {
    for (let at = 0; at < 40; at++) await create(0, `before-${at}`);
    const bytes = async function* (): AsyncGenerator<Uint8Array> {
      for await (const { piece } of trio.at(1).control.getBackup({})) {
        await create(0, `during-${randomUUID()}`);
        yield piece;
      }
    };
    const { header, pieces } = await readBackup(bytes(), 'test');
    assert.equal(header.clusterId, trio.clusterId);
    assert.equal(header.recoveryEpoch, 0);
    const copy = aReplica();
    await copy.restore(header.index, pieces);
    const names = [...copy.view().services()].map(({ spec }) => spec?.name ?? '');
    assert.equal(names.filter((name) => name.startsWith('before')).length, 40);
    assert.equal(names.filter((name) => name.startsWith('during')).length, 0);
    assert.equal(copy.view().index, header.index);
    assert.deepEqual(copy.view().cluster(), trio.store.view().cluster());
  });

  it('sends nobody away whom only the leader can know yet', async () => {
    const behind = trio.shared.member(trio.at(1).nodeId);
    behind.isBehind = true;
    const manager = await trio.aMember('late', 'manager');
    const control = trio.channel(trio.at(1).address, manager.identity).client(ControlService);
    assert.equal((await control.listNodes(ALL_NODES)).nodes.length, 4);
    await assert.rejects(
      control.listNodes(ALL_NODES, { takesStale: true }),
      rejectsWith('manager.not-leader', { leader: trio.at(0).address }),
    );
    const worker = await trio.aMember('w1', 'worker');
    const dispatcher = trio.channel(trio.at(1).address, worker.identity).client(DispatcherService);
    const register = async (): Promise<unknown> => {
      const session = dispatcher.session(new Stream<AgentMessage>({ capacity: 1 }));
      return await session[Symbol.asyncIterator]().next();
    };
    await assert.rejects(register(), rejectsWith('manager.not-leader', { leader: trio.at(0).address }));
    behind.isBehind = false;
    behind.catchUp();
    await assert.rejects(register(), rejectsWith('manager.not-leader', { leader: trio.at(0).address }));
  });
});

describe('three managers that are up and have no leader', () => {
  it('say so, and not that any is missing, as there will be one', async function () {
    this.timeout(10_000);
    const trio = await ManagerTrio.open(3);
    try {
      trio.shared.lead(null);
      const created = trio.at(1).control.createService({ spec: aServiceSpec() });
      await assert.rejects(created, rejectsWith('manager.not-leader', { leader: '' }));
    } finally {
      await trio.close();
    }
  });
});
