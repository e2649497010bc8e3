/**
 * Overlay networks over real TLS: what a dispatcher tells of them and when, what an agent does with it, and that
 * neither holds up anything else.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent } from '../../agent/agent.js';
import { NO_NETWORK_ROOMS } from '../../agent/network-rooms.js';
import { update } from '../../control-plane/store/rules/change.js';
import type { Store } from '../../control-plane/store/store.js';
import { SystemClock } from '../../proto/base/clock.js';
import { silentLog } from '../../proto/base/log.js';
import { SystemRandom } from '../../proto/base/random.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import type { NetworkChanges } from '../../proto/gen/dispatcher.js';
import { type Task, TaskCodec } from '../../proto/gen/objects.js';
import { aNetwork } from '../kit/builders.js';
import { eventually } from '../kit/eventually.js';
import { commitAll, storeObjects } from '../kit/memory-store.js';
import { ScriptedDispatcher } from '../kit/scripted-dispatcher.js';
import { SimRuntime } from '../kit/sim-runtime.js';
import { TestAuthority } from '../kit/test-certificates.js';
import { type ScriptedAgent, TestDispatcher } from '../kit/test-dispatcher.js';

const AT = (address: string): { attachments: { networkId: string; address: string }[] } => ({
  attachments: [{ networkId: 'net', address }],
});

describe('a dispatcher', () => {
  let setup: TestDispatcher;

  beforeEach(async () => {
    setup = await TestDispatcher.open();
    await storeObjects(setup.manager.memory.store, { network: [aNetwork({ id: 'net' })] });
  });
  afterEach(() => setup.close());

  const store = (): Store => setup.manager.memory.store;

  async function w1IsOn(address: string): Promise<void> {
    const { allocation } = TaskCodec.create({ allocation: AT(address) });
    const attachments = allocation?.attachments ?? [];
    await commitAll(store(), [
      { changes: [update('node', 'w1', 'allocation', { allocation: { attachments } })], checks: [] },
    ]);
  }

  const kinds = (agent: ScriptedAgent): readonly string[] => agent.heard.map(({ kind }) => kind);

  async function changes(agent: ScriptedAgent, count: number): Promise<NetworkChanges> {
    return (await agent.hears('networkChanges', count)).networkChanges;
  }

  it('tells everything of networks before any assignment', async () => {
    await w1IsOn('10.0.1.2');
    await setup.put({ id: 't1', allocation: AT('10.0.1.7') });
    const agent = setup.agent();
    agent.register();
    const assignments = await agent.assignments();
    assert.deepEqual(kinds(agent), ['registered', 'node', 'networkChanges', 'assignments']);
    const { complete, networks, endpoints } = await changes(agent, 1);
    assert.deepEqual(
      [complete, networks.map(({ gateway }) => gateway), endpoints.map(({ address }) => address)],
      [true, ['10.0.1.2'], ['10.0.1.7']],
    );
    assert.deepEqual(
      assignments.update.map(({ attachments }) => attachments.map(({ address }) => address)),
      [['10.0.1.7']],
    );
  });

  it('assigns a task only after the agent was told of its networks', async () => {
    const agent = await setup.registered();
    await setup.put({ id: 't1', status: { state: 'assigned' }, allocation: AT('10.0.1.7') }, { id: 't2' });
    const others = await agent.assignments(2);
    assert.deepEqual(
      others.update.map(({ taskId }) => taskId),
      ['t2'],
    );
    await w1IsOn('10.0.1.2');
    const { update: assigned } = await agent.assignments(3);
    assert.deepEqual(
      assigned.map(({ taskId }) => taskId),
      ['t1'],
    );
    assert.deepEqual(kinds(agent).slice(-2), ['networkChanges', 'assignments']);
  });

  it('lets a task that waits for its networks be stopped', async () => {
    const agent = await setup.registered();
    await setup.put({
      id: 't1',
      status: { state: 'assigned' },
      desired: { state: 'shutdown' },
      allocation: AT('10.0.1.7'),
    });
    const { update: told } = await agent.assignments(2);
    assert.deepEqual(
      told.map(({ taskId, desired }) => [taskId, desired]),
      [['t1', 'shutdown']],
    );
  });

  it('knows a task to be clear of traffic once its agents have said so', async () => {
    await w1IsOn('10.0.1.2');
    await setup.put({ id: 't1', allocation: AT('10.0.1.7') });
    const agent = await setup.registered();
    const told = await changes(agent, 1);
    agent.say({ kind: 'networkApplied', networkApplied: { sequence: told.sequence } });
    const leaving = { sinceMs: 1, reason: 'scaled down', end: 'remove' as const };
    const desired = { state: 'running' as const, leaving };
    await commitAll(store(), [{ changes: [update('task', 't1', 'desired', { desired })], checks: [] }]);
    const task = (): Task => store().view().task('t1') ?? assert.fail('no task');
    const isClear = (): boolean => setup.server.drains.clearedSinceMs(task(), store().view()) !== undefined;
    const cleared: string[] = [];
    setup.server.drains.watch((taskIds) => cleared.push(...taskIds));
    assert.equal(isClear(), false);
    const { sequence, endpoints } = await changes(agent, 2);
    assert.deepEqual(
      endpoints.map(({ taskId, serving }) => [taskId, serving]),
      [['t1', false]],
    );
    assert.equal(isClear(), false);
    agent.say({ kind: 'networkApplied', networkApplied: { sequence } });
    await eventually(
      't1 is clear',
      () => cleared,
      (all) => all.includes('t1'),
    );
    assert.equal(isClear(), true);
  });

  it('does not count a new session before that has put everything in force', async () => {
    await w1IsOn('10.0.1.2');
    const leaving = { sinceMs: 1, reason: 'scaled down', end: 'remove' as const };
    await setup.put({ id: 't1', allocation: AT('10.0.1.7'), desired: { state: 'running', leaving } });
    const agent = await setup.registered();
    const cleared: string[] = [];
    setup.server.drains.watch((taskIds) => cleared.push(...taskIds));
    const task = store().view().task('t1') ?? assert.fail('no task');
    assert.equal(setup.server.drains.clearedSinceMs(task, store().view()), undefined);
    const { sequence } = await changes(agent, 1);
    agent.say({ kind: 'networkApplied', networkApplied: { sequence } });
    await eventually(
      't1 is clear',
      () => cleared,
      (all) => all.includes('t1'),
    );
  });
});

describe('an agent', () => {
  let authority: TestAuthority;
  let stateDirectory: string;
  let dispatcher: ScriptedDispatcher;
  let stop: AbortController;
  let running: Promise<void>;
  let taken: NetworkChanges[];
  let putInForce: (() => void)[];

  before(async () => {
    authority = await TestAuthority.make();
  });

  beforeEach(async () => {
    stateDirectory = await mkdtemp(join(tmpdir(), 'agent-'));
    dispatcher = await ScriptedDispatcher.start(authority);
    const identity = await authority.identity('n1', 'swarm-worker');
    taken = [];
    putInForce = [];
    stop = new AbortController();
    const { address } = dispatcher;
    const agent = new Agent(
      { stateDirectory, nodeId: 'n1', hostname: 'h1', managerAddresses: [address], localManagerAddress: '' },
      {
        runtime: new SimRuntime(),
        clock: new SystemClock(),
        random: new SystemRandom(),
        log: silentLog,
        openChannel: (to) => RpcChannel.tls(to, identity),
        networkRooms: {
          ...NO_NETWORK_ROOMS,
          sink: {
            apply: (networkChanges) => {
              taken.push(networkChanges);
              return new Promise((resolve) => putInForce.push(resolve));
            },
          },
        },
        onNodeChange: () => undefined,
        onRemoved: () => undefined,
      },
    );
    running = agent.run(stop.signal);
  });
  afterEach(async () => {
    stop.abort();
    await running;
    await dispatcher.close();
    await rm(stateDirectory, { recursive: true, force: true });
  });

  it('goes on with everything else while networks are being put in force, and says when they are', async () => {
    const session = await dispatcher.session();
    session.send({ kind: 'networkChanges', networkChanges: { complete: true, sequence: 1 } });
    session.assign({
      complete: true,
      sequence: 1,
      update: [
        { taskId: 't1', taskName: 'web.1.t1', desired: 'running', spec: { container: { image: 'web:1' } } },
      ],
    });
    await eventually(
      't1 runs',
      () => session.statusOf('t1')?.state,
      (state) => state === 'running',
    );
    assert.equal(taken.length, 1);
    assert.equal(session.count('networkApplied'), 0);
    putInForce[0]?.();
    const applied = await eventually(
      'the answer',
      () =>
        session.received.flatMap((message) =>
          message.kind === 'networkApplied' ? [message.networkApplied] : [],
        ),
      (all) => all.length > 0,
    );
    assert.deepEqual(
      applied.map(({ sequence }) => sequence),
      [1],
    );
  });

  it('begins a new session when something of what it was told is missing', async () => {
    const session = await dispatcher.session();
    session.send({ kind: 'networkChanges', networkChanges: { complete: true, sequence: 1 } });
    session.send({ kind: 'networkChanges', networkChanges: { sequence: 3 } });
    await dispatcher.session(2);
    assert.equal(session.hasEnded, true);
  });
});
