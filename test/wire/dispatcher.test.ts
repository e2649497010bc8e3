/**
 * The dispatcher over real TLS, with agents that are scripts: sessions, assignments, reports, silence.
 */
import assert from 'node:assert/strict';
import { remove, update } from '../../control-plane/store/rules/change.js';
import { type ErrorCode, hasCode } from '../../proto/base/errors.js';
import { aNode } from '../kit/builders.js';
import { eventually } from '../kit/eventually.js';
import { commitAll } from '../kit/memory-store.js';
import { TestDispatcher } from '../kit/test-dispatcher.js';

const codeIs = (error: unknown, code: ErrorCode): void =>
  assert.ok(hasCode(error, code), `${code} expected, not ${String(error)}`);

describe('the dispatcher', () => {
  let setup: TestDispatcher;

  beforeEach(async () => {
    setup = await TestDispatcher.open();
  });
  afterEach(() => setup.close());

  describe('registering', () => {
    it('makes the node ready, keeps what it is made of, and answers with everything it must know', async () => {
      const agent = setup.agent();
      agent.register();
      const { registered: answer } = await agent.hears('registered');
      assert.equal(answer.heartbeatPeriodMs, 5000);
      const { node: change } = await agent.hears('node');
      assert.deepEqual(change.managerAddresses, ['192.0.2.7:2377']);
      assert.equal(change.node?.id, 'w1');
      assert.deepEqual(
        agent.heard.map(({ kind }) => kind),
        ['registered', 'node', 'networkChanges', 'assignments'].slice(0, agent.heard.length),
      );
      assert.equal(setup.status()?.state, 'ready');
      assert.equal(setup.status()?.address, '127.0.0.1');
      assert.equal(setup.manager.memory.store.view().node('w1')?.description?.hostname, 'worker-host');
    });

    it('turns away a node that follows a later recovery, and says so loudly', async () => {
      setup.managers.recoveryEpoch = 1;
      const agent = setup.agent();
      agent.register({ recoveryEpoch: 2 });
      codeIs(await agent.ended, 'manager.superseded');
      assert.deepEqual(agent.heard, []);
      const said = setup.log.lines.find(({ level }) => level === 'error');
      assert.equal(said?.message, 'this manager was superseded');
      const follower = setup.agent();
      follower.register({ recoveryEpoch: 1 });
      assert.equal((await follower.hears('registered')).registered.recoveryEpoch, 1);
    });

    it('tells agents where the managers are as soon as that changes', async () => {
      const agent = await setup.registered();
      setup.managers.addresses.push('192.0.2.8:2377');
      setup.managers.changed();
      const { node } = await agent.hears('node', 2);
      assert.deepEqual(node.managerAddresses, ['192.0.2.7:2377', '192.0.2.8:2377']);
    });

    it('names the leader where it is not', async () => {
      await setup.endTerm();
      setup.managers.leaderAddress = '192.0.2.9:2377';
      const agent = setup.agent();
      agent.register();
      const error = await agent.ended;
      assert.ok(hasCode(error, 'manager.not-leader'), String(error));
      assert.equal(error.facts.leader, '192.0.2.9:2377');
      setup.beginTerm();
    });

    it('refuses a session that begins with something else, or speaks a newer format', async () => {
      const rude = setup.agent();
      rude.say({ kind: 'heartbeat', heartbeat: {} });
      codeIs(await rude.ended, 'input.invalid');
      const newer = setup.agent();
      newer.register({ format: 2 });
      codeIs(await newer.ended, 'format.unknown');
    });

    it('ends the older session of the same node, and limits how often that may happen', async () => {
      const older = await setup.registered();
      const newer = await setup.registered();
      codeIs(await older.ended, 'session.replaced');
      await setup.put({ id: 't1' });
      assert.equal((await newer.assignments(2)).update[0]?.taskId, 't1');
      await setup.registered();
      const fourth = setup.agent();
      fourth.register();
      codeIs(await fourth.ended, 'rate.limited');
      await setup.manager.memory.clock.advance(8_000);
      await setup.registered();
    });

    it('writes nothing when a node comes back as it was before anybody was told', async () => {
      const first = await setup.registered();
      const { index } = setup.manager.memory.store.view();
      first.leave();
      assert.equal(await first.ended, undefined);
      await setup.registered();
      assert.equal(setup.manager.memory.store.view().index, index);
    });
  });

  describe('assignments', () => {
    it('are complete at first, then differences in sequence, and no echo of the own reports', async () => {
      await setup.put(
        { id: 't1', status: { state: 'assigned' } },
        { id: 'other', placement: { nodeId: 'w2' } },
      );
      const agent = await setup.registered();
      const first = await agent.assignments();
      assert.deepEqual(
        [first.complete, first.sequence, first.update.map(({ taskName }) => taskName)],
        [true, 1, ['web.1.t1']],
      );
      agent.say({
        kind: 'statuses',
        statuses: { sequence: 1, reports: [{ taskId: 't1', status: { state: 'running' } }] },
      });
      await agent.hears('ack');
      await setup.put({ id: 't2' });
      const second = await agent.assignments(2);
      assert.deepEqual(
        [second.complete, second.sequence, second.update.map(({ taskId }) => taskId)],
        [false, 2, ['t2']],
      );
      await commitAll(setup.manager.memory.store, [{ checks: [], changes: [remove('task', 't1')] }]);
      const third = await agent.assignments(3);
      assert.deepEqual([third.sequence, third.update, third.removeTaskIds], [3, [], ['t1']]);
    });

    it('of one commit come in one message', async () => {
      const agent = await setup.registered();
      await setup.put(...Array.from({ length: 50 }, (_, at) => ({ id: `t${at}` })));
      assert.equal((await agent.assignments(2)).update.length, 50);
    });
  });

  describe('reports', () => {
    it('are acknowledged once stored, the last batch for all before it', async () => {
      await setup.put({ id: 't1', status: { state: 'assigned' } });
      const agent = await setup.registered();
      setup.manager.memory.log.hold();
      const states = ['accepted', 'preparing', 'running'] as const;
      for (const [at, state] of states.entries())
        agent.say({
          kind: 'statuses',
          statuses: { sequence: at + 1, reports: [{ taskId: 't1', status: { state } }] },
        });
      agent.say({
        kind: 'statuses',
        statuses: { sequence: 4, reports: [{ taskId: 'unknown', status: {} }] },
      });
      assert.ok(!agent.heard.some(({ kind }) => kind === 'ack'));
      setup.manager.memory.log.release();
      const acked = (): number =>
        Math.max(0, ...agent.heard.map((said) => (said.kind === 'ack' ? said.ack.sequence : 0)));
      await eventually('the last batch acknowledged', acked, (sequence) => sequence === 4);
      assert.equal(setup.manager.memory.store.view().task('t1')?.status?.state, 'running');
    });

    it("on another node's task end the session and change nothing", async () => {
      await setup.put({ id: 'other', placement: { nodeId: 'w2' } });
      const agent = await setup.registered();
      agent.say({
        kind: 'statuses',
        statuses: { sequence: 1, reports: [{ taskId: 'other', status: { state: 'failed' } }] },
      });
      codeIs(await agent.ended, 'auth.denied');
      assert.equal(setup.manager.memory.store.view().task('other')?.status?.state, 'running');
    });

    it('of a new description reach the store', async () => {
      const agent = await setup.registered();
      agent.say({ kind: 'description', description: { hostname: 'renamed', runtimeError: 'engine down' } });
      await eventually(
        'the new description',
        () => setup.manager.memory.store.view().node('w1')?.description,
        (description) => description?.hostname === 'renamed' && description.runtimeError === 'engine down',
      );
    });
  });

  describe('silence', () => {
    it('for three periods makes a node suspect, and for six down and ends its session; it may come back', async () => {
      const agent = await setup.registered();
      await setup.manager.memory.clock.advance(14_000);
      assert.equal(setup.status()?.state, 'ready');
      await setup.manager.memory.clock.advance(1_000);
      assert.match((await setup.w1Becomes('disconnected'))?.message ?? '', /^no heartbeat for 15 s/);
      await setup.manager.memory.clock.advance(15_000);
      assert.equal((await setup.w1Becomes('down'))?.message, 'heartbeat failure');
      codeIs(await agent.ended, 'call.timed-out');
      await setup.registered();
      assert.equal(setup.status()?.state, 'ready');
    });

    it('is broken by every message, which needs no commit', async () => {
      const agent = await setup.registered();
      const versions = (): unknown => setup.manager.memory.store.view().node('w1')?.meta?.versions;
      const before = versions();
      for (let period = 1; period <= 5; period++) {
        agent.say({ kind: 'statuses', statuses: { sequence: period, reports: [] } });
        await agent.hears('ack', period);
        await setup.manager.memory.clock.advance(10_000);
      }
      assert.equal(setup.status()?.state, 'ready');
      assert.deepEqual(versions(), before);
    });

    it('of an agent that died makes its node disconnected, then down', async () => {
      const agent = await setup.registered();
      agent.leave();
      await agent.ended;
      await setup.manager.memory.clock.advance(5_000);
      await setup.w1Becomes('disconnected');
      await setup.manager.memory.clock.advance(25_000);
      await setup.w1Becomes('down');
    });

    it('under a new leader is unknown first, then down', async () => {
      await setup.w1Becomes('unknown');
      await setup.manager.memory.clock.advance(29_000);
      assert.equal(setup.status()?.state, 'unknown');
      await setup.manager.memory.clock.advance(1_000);
      assert.match((await setup.w1Becomes('down'))?.message ?? '', /"unknown" state/);
    });
  });

  it('ends the session of a node that was removed, and lets it in no more', async () => {
    const agent = await setup.registered();
    await commitAll(setup.manager.memory.store, [{ checks: [], changes: [remove('node', 'w1')] }]);
    codeIs(await agent.ended, 'node.removed');
    codeIs(await setup.agent().ended, 'node.removed');
  });

  it('tells agents of a changed node and of another heartbeat period', async () => {
    const agent = await setup.registered();
    const { store } = setup.manager.memory;
    const { spec } = aNode({ spec: { availability: 'drain' } });
    await commitAll(store, [{ checks: [], changes: [update('node', 'w1', 'spec', { spec })] }]);
    assert.equal((await agent.hears('node', 2)).node.node?.spec?.availability, 'drain');
    const cluster = store.view().cluster();
    assert.ok(cluster?.spec);
    const changed = { ...cluster.spec, heartbeatPeriodMs: 1000 };
    await commitAll(store, [
      { checks: [], changes: [update('cluster', cluster.id, 'spec', { spec: changed })] },
    ]);
    assert.equal((await agent.hears('node', 3)).node.heartbeatPeriodMs, 1000);
    // It beat last by the old period, and has until then what that allowed it.
    await setup.manager.memory.clock.advance(30_000);
    await setup.w1Becomes('down');
  });

  it('keeps another heartbeat period through a change of leader (scenario 43)', async () => {
    await setup.registered();
    const { store } = setup.manager.memory;
    const cluster = store.view().cluster();
    assert.ok(cluster?.spec);
    const spec = { ...cluster.spec, heartbeatPeriodMs: 1000 };
    await commitAll(store, [{ checks: [], changes: [update('cluster', cluster.id, 'spec', { spec })] }]);
    await setup.endTerm();
    setup.beginTerm();
    const agent = await setup.registered();
    assert.equal((await agent.hears('registered')).registered.heartbeatPeriodMs, 1000);
  });

  it('ends all sessions with its term, and serves none until the next', async () => {
    const agent = await setup.registered();
    await setup.endTerm();
    codeIs(await agent.ended, 'manager.not-leader');
    codeIs(await setup.agent().ended, 'manager.not-leader');
    setup.beginTerm();
    await setup.registered();
  });
});
