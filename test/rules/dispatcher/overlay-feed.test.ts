/**
 * What agents are told of overlay networks: everything at first, then what differs; and how far each has come.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { OverlayState } from '../../../control-plane/dispatcher/overlay-state.js';
import { create, group, remove, update } from '../../../control-plane/store/rules/change.js';
import { TASK_STATES } from '../../../proto/gen/objects.js';
import { aService, aServiceSpec, aTask } from '../../kit/builders.js';
import { commitAll } from '../../kit/memory-store.js';
import { whole } from './overlay-model.js';
import { aWebTask, OverlayWorld } from './overlay-world.js';

const keysOf = (held: Readonly<Record<string, unknown>>): readonly string[] => Object.keys(held);

describe('an agent', () => {
  it('is told everything of the networks of its node, and nothing of others', async () => {
    const world = await OverlayWorld.begin();
    await world.put(
      aWebTask('t1'),
      aWebTask('t2', { placement: { nodeId: 'node-2' } }),
      aWebTask('t3', { allocation: { attachments: [{ networkId: 'b', address: '10.0.2.9' }] } }),
    );
    const spec = aServiceSpec({ task: { networks: [{ networkId: 'a' }, { networkId: 'b' }] } });
    await world.commit(create('service', aService({ id: 's', spec })));
    await world.follow();
    world.agent('node-1').catchUp();
    assert.deepEqual(keysOf(world.agent('node-1').inForce), [
      'endpoint a/node-2',
      'endpoint a/t1',
      'endpoint a/t2',
      'network a',
      'peer node-2',
      'service a/s',
    ]);
    const other = world.agent('node-3');
    const first = other.feed.next();
    assert.deepEqual(
      [first?.complete, first?.unfinished, first?.networks],
      [true, false, []],
      'that there is nothing is said, too',
    );
  });

  it('is told of what changed only, and only when it differs', async () => {
    const world = await OverlayWorld.begin();
    await world.put(aWebTask('t1', { status: { state: 'starting' } }), aWebTask('t2'));
    await world.follow();
    const agent = world.agent('node-2');
    agent.catchUp();
    const status = { ...aTask().status, state: 'starting' as const, message: 'checking', ports: [] };
    await world.commit(update('task', 't1', 'status', { status: { ...status, atMs: 1, error: '' } }));
    await world.follow();
    assert.equal(agent.feed.next(), undefined, 'how it gets on is nothing to the network');
    await world.leave('t2');
    await world.follow();
    const difference = agent.feed.next();
    assert.deepEqual(
      difference?.endpoints.map(({ taskId, serving }) => [taskId, serving]),
      [['t2', false]],
    );
    assert.equal(difference?.complete, false);
  });

  it('gets a large state in messages of bounded size, of which nothing is in force before the last', async () => {
    const world = await OverlayWorld.begin();
    await world.put(...Array.from({ length: 2_500 }, (_unused, at) => aWebTask(`t${at}`)));
    await world.follow();
    const agent = world.agent('node-1');
    const messages = Array.from({ length: 3 }, () => agent.feed.next());
    assert.deepEqual(
      messages.map((message) => [message?.complete, message?.unfinished]),
      [
        [true, true],
        [false, true],
        [false, false],
      ],
    );
    assert.ok(messages.every((message) => (message?.endpoints.length ?? 0) <= 1_000));
    assert.equal(agent.feed.next(), undefined);
    assert.equal(agent.feed.knows('a'), true);
  });

  it('is told of all that is on a network when its node comes to it, and of its end when it leaves', async () => {
    const world = await OverlayWorld.begin();
    await world.put(aWebTask('t1'));
    await world.follow();
    const agent = world.agent('node-3');
    agent.catchUp();
    assert.equal(agent.feed.knows('a'), false);
    await world.attach('node-3', 'a');
    await world.follow();
    agent.catchUp();
    assert.deepEqual(agent.inForce, whole(world.state, 'node-3'));
    assert.ok(keysOf(agent.inForce).includes('endpoint a/t1'));
    await world.attach('node-3');
    await world.commit(remove('task', 't1'));
    await world.follow();
    agent.catchUp();
    assert.deepEqual(agent.inForce, {});
  });

  it('is told of users’ own containers on other nodes, and of their end with them or with their node', async () => {
    const world = await OverlayWorld.begin();
    const told = async (): Promise<readonly string[]> => {
      await world.follow();
      world.agent('node-1').catchUp();
      const { inForce } = world.agent('node-1');
      return keysOf(inForce).filter((key) => key.endsWith('/c-node-2'));
    };
    await world.run('node-2', 'ready', 'a', 'b');
    assert.deepEqual(await told(), ['endpoint a/c-node-2']);
    await world.run('node-2', 'down', 'a');
    assert.deepEqual(await told(), []);
    await world.run('node-2', 'ready', 'a');
    assert.deepEqual(await told(), ['endpoint a/c-node-2']);
    await world.run('node-2', 'ready');
    assert.deepEqual(await told(), []);
  });

  it('does not know a network of which something else is to be told: that its node left it, or came back', async () => {
    const world = await OverlayWorld.begin();
    const agent = world.agent('node-1');
    agent.catchUp();
    await world.attach('node-1');
    await world.follow();
    assert.equal(agent.feed.knows('a'), false);
    await world.attach('node-1', 'a');
    await world.follow();
    assert.equal(agent.feed.knows('a'), false, 'it may have another address there');
    agent.catchUp();
    assert.equal(agent.feed.knows('a'), true);
  });

  it('that puts nothing in force is told no more after some rounds, and everything once it goes on', async () => {
    const world = await OverlayWorld.begin();
    await world.follow();
    const agent = world.agent('node-1');
    let roundCount = 0;
    for (let at = 0; at < 20; at++) {
      await world.put(aWebTask(`t${at}`));
      await world.follow();
      while (agent.take()) roundCount += 1;
    }
    assert.equal(roundCount, 8);
    agent.catchUp();
    assert.deepEqual(agent.inForce, whole(world.state, 'node-1'));
  });
});

describe('what agents are told, at the start of a term,', () => {
  it('is found by one look at each task, however many nodes there are', async () => {
    const { store } = await OverlayWorld.begin();
    await commitAll(store, [group([1, 2, 3, 4].map((at) => create('task', aWebTask(`t${at}`))))]);
    let looks = 0;
    const view = new Proxy(store.view(), {
      get(target, name): unknown {
        const value: unknown = Reflect.get(target, name);
        if (name === 'task') looks += 1;
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const state = new OverlayState(view);
    const watcher = store.watch({});
    const { value } = await watcher[Symbol.asyncIterator]().next();
    watcher.close();
    assert.ok(value?.first);
    state.follow({ ...value, view }, () => assert.fail('nobody was told anything yet'));
    assert.equal(looks, 4);
    assert.equal([...state.itemsOf('node-1')].filter(({ kind }) => kind === 'endpoints').length, 5);
  });
});

describe('how far an agent has come', () => {
  it('is nowhere before it has put everything in force once', async () => {
    const world = await OverlayWorld.begin();
    const agent = world.agent('node-1');
    assert.equal(agent.feed.appliedIndex, -1);
    agent.take();
    assert.equal(agent.feed.appliedIndex, -1);
    agent.apply();
    assert.equal(agent.feed.appliedIndex, world.state.asOf);
  });

  it('is up to what was known when the round began that it has put in force', async () => {
    const world = await OverlayWorld.begin();
    const agent = world.agent('node-1');
    await world.put(aWebTask('t1'), aWebTask('t2'));
    await world.follow();
    agent.catchUp();
    const before = world.state.asOf;
    const left = await world.leave('t1');
    assert.equal(agent.feed.appliedIndex, before, 'of what is committed it has not heard');
    await world.follow();
    agent.take();
    const leftLater = await world.leave('t2');
    await world.follow();
    agent.apply();
    assert.equal(agent.feed.appliedIndex, left);
    agent.catchUp();
    assert.equal(agent.feed.appliedIndex, leftLater);
  });

  it('goes on by itself with changes that mean nothing to its node', async () => {
    const world = await OverlayWorld.begin();
    const agent = world.agent('node-3');
    agent.catchUp();
    const index = await world.put(aWebTask('t1'));
    await world.follow();
    assert.equal(agent.feed.appliedIndex, index);
  });
});

const NODE_IDS = ['node-1', 'node-2', 'node-3'] as const;
const TASK_IDS = ['t1', 't2', 't3', 't4'] as const;
const SERVICE_IDS = ['s1', 's2'] as const;

type Step = (world: OverlayWorld, leftAt: Map<string, number>) => Promise<unknown>;

const networkIds = fc.subarray(['a', 'b'] as const);
const task = fc.record({
  id: fc.constantFrom(...TASK_IDS),
  nodeId: fc.constantFrom(...NODE_IDS),
  state: fc.oneof({ weight: 3, arbitrary: fc.constant('running' as const) }, fc.constantFrom(...TASK_STATES)),
  networkIds,
});
const changes: fc.Arbitrary<Step> = fc.oneof(
  task.map(
    ({ id, nodeId, state, networkIds: ids }): Step =>
      async (world, leftAt) => {
        if (world.store.view().task(id) !== undefined) return await world.commit(remove('task', id));
        leftAt.delete(id);
        const attachments = ids.map((networkId) => ({ networkId, address: `10.0.1.${id.slice(1)}` }));
        return await world.put(
          aTask({ id, placement: { nodeId }, status: { state }, allocation: { attachments } }),
        );
      },
  ),
  fc.tuple(fc.constantFrom(...NODE_IDS), networkIds).map(
    ([nodeId, ids]): Step =>
      async (world) =>
        await world.attach(nodeId, ...ids),
  ),
  fc.tuple(fc.constantFrom(...NODE_IDS), fc.constantFrom('ready', 'ready', 'down'), networkIds).map(
    ([nodeId, state, ids]): Step =>
      async (world) =>
        await world.run(nodeId, state, ...ids),
  ),
  fc.tuple(fc.constantFrom(...SERVICE_IDS), networkIds).map(
    ([id, ids]): Step =>
      async (world) => {
        if (world.store.view().service(id) !== undefined) return await world.commit(remove('service', id));
        const spec = aServiceSpec({ name: id, task: { networks: ids.map((networkId) => ({ networkId })) } });
        return await world.commit(create('service', aService({ id, spec })));
      },
  ),
);

const leaves: fc.Arbitrary<Step> = fc.constantFrom(...TASK_IDS).map(
  (id): Step =>
    async (world, leftAt) => {
      if (world.store.view().task(id) !== undefined) leftAt.set(id, await world.leave(id));
    },
);

const hears: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>(async (world) => await world.follow()),
  fc.constantFrom(...NODE_IDS).map(
    (id): Step =>
      (world) =>
        Promise.resolve(world.agent(id).take()),
  ),
  fc.constantFrom(...NODE_IDS).map(
    (id): Step =>
      (world) =>
        Promise.resolve(world.agent(id).apply()),
  ),
);

const steps = fc.oneof(
  { weight: 1, arbitrary: changes },
  { weight: 2, arbitrary: leaves },
  { weight: 6, arbitrary: hears },
);

/** No node sends traffic to a task that left before the state that the node is said to have come to. */
function checkTraffic(world: OverlayWorld, leftAt: ReadonlyMap<string, number>): void {
  for (const { inForce, feed } of world.agentByNodeId.values())
    for (const [key, item] of Object.entries(inForce)) {
      if (!key.startsWith('endpoint') || (item as { serving?: boolean }).serving !== true) continue;
      const leftIndex = leftAt.get(key.slice(key.indexOf('/') + 1)) ?? Number.POSITIVE_INFINITY;
      assert.ok(leftIndex > feed.appliedIndex, `${key} left at ${leftIndex}, seen by ${feed.appliedIndex}`);
    }
}

describe('agents, whatever changes and however slow they are,', () => {
  it('hold in the end what they would be told anew, and never claim to have heard what they have not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 60 }), async (history) => {
        const world = await OverlayWorld.begin();
        await world.put(...TASK_IDS.map((id) => aWebTask(id)));
        await world.follow();
        const leftAt = new Map<string, number>();
        for (const step of history) {
          await step(world, leftAt);
          checkTraffic(world, leftAt);
        }
        await world.follow();
        const anew = new OverlayState(world.store.view());
        for (const [nodeId, agent] of world.agentByNodeId) {
          agent.catchUp();
          assert.deepEqual(agent.inForce, whole(anew, nodeId));
          assert.equal(agent.feed.appliedIndex, world.state.asOf);
        }
      }),
      { numRuns: 300 },
    );
  });
});
