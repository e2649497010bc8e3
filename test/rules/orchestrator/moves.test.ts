/**
 * Tasks that move to another node: made beside the old one, which stops when the new one runs, and not before.
 */
import assert from 'node:assert/strict';
import { DRAINED, REBALANCED } from '../../../control-plane/orchestrator/rules/moves.js';
import type {
  NodeInput,
  RestartPolicyInput,
  ServiceSpecInput,
  Task,
  TaskInput,
  UpdateConfigInput,
} from '../../../proto/gen/objects.js';
import { DEFAULT_UPDATE_CONFIG } from '../../../proto/model/update-config.js';
import { aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { decide, NOW_MS, viewOf } from './decided.js';

const DEADLINE_MS = 60_000;

interface Parts {
  readonly tasks: readonly Task[];
  /** Of node-1; drained unless said otherwise. */
  readonly node?: NodeInput;
  readonly update?: UpdateConfigInput;
  readonly spec?: ServiceSpecInput;
  readonly restart?: RestartPolicyInput;
  readonly nodeCount?: number;
}

const DRAINED_NODE: NodeInput = { spec: { availability: 'drain' } };

async function decided(parts: Parts, atMs = NOW_MS): Promise<ReturnType<typeof decide>> {
  const spec: ServiceSpecInput = {
    mode: { kind: 'replicated', replicated: { replicas: new Set(parts.tasks.map(({ slot }) => slot)).size } },
    update: {
      ...DEFAULT_UPDATE_CONFIG,
      order: 'start-first',
      progressDeadlineMs: DEADLINE_MS,
      ...parts.update,
    },
    ...parts.spec,
    task: { ...parts.spec?.task, ...(parts.restart === undefined ? {} : { restart: parts.restart }) },
  };
  const others = Array.from({ length: parts.nodeCount ?? 2 }, (_unused, at) =>
    aNode({ id: `node-${at + 2}` }),
  );
  const view = await viewOf({
    node: [aNode({ id: 'node-1', ...(parts.node ?? DRAINED_NODE) }), ...others],
    service: [aService({ spec })],
    revision: [aRevision({ spec })],
    task: parts.tasks,
  });
  return decide(view, atMs);
}

/** Runs on node-1. */
const old = (parts: TaskInput = {}): Task => aTask({ id: 'old', ...parts });

/** Made a second ago for the old one, on node-2 once it has a node. */
const young = (state: NonNullable<Task['status']>['state'], parts: TaskInput = {}, reason = DRAINED): Task =>
  aTask({
    id: 'young',
    ...parts,
    meta: { createdAtMs: NOW_MS - 1000 },
    placement: { nodeId: state === 'pending' ? '' : 'node-2', ...parts.placement },
    desired: {
      state: 'running',
      move: { replacesTaskId: 'old', reason, sinceMs: NOW_MS - 1000 },
      ...parts.desired,
    },
    status: { state, atMs: NOW_MS - 1000, storedAtMs: NOW_MS - 1000, ...parts.status },
  });

describe('a task on a node that is drained', () => {
  it('goes on until another runs elsewhere, where the service starts new tasks first', async () => {
    const begun = await decided({ tasks: [old()] });
    assert.deepEqual(begun.lines, ['new slot 1 r1 running for old that moves']);
    for (const state of ['pending', 'assigned', 'preparing', 'starting'] as const) {
      const { lines, wakeInMs } = await decided({ tasks: [old(), young(state)] });
      assert.deepEqual(lines, [], state);
      assert.equal(wakeInMs, DEADLINE_MS - 1000);
    }
    const done = await decided({ tasks: [old(), young('running')] });
    assert.deepEqual(done.lines, ['old -> shutdown']);
  });

  const stopsFirst = ['new slot 1 r1 ready in 0 ms after old', 'old -> shutdown'];
  const rows: readonly (readonly [string, Parts])[] = [
    ['the service stops old tasks first', { tasks: [old()], update: { order: 'stop-first' } }],
    [
      'no other node has the port free',
      {
        tasks: [old()],
        nodeCount: 0,
        spec: { endpoint: { ports: [{ publishMode: 'host', publishedPort: 80, targetPort: 80 }] } },
      },
    ],
  ];
  for (const [why, parts] of rows)
    it(`stops first where ${why}`, async () => {
      assert.deepEqual((await decided(parts)).lines, stopsFirst);
    });

  it('is moved though each node takes only one, when there is one for each without this node', async () => {
    const ports = [{ publishMode: 'host', publishedPort: 80, targetPort: 80 }] as const;
    const { lines } = await decided({ tasks: [old()], nodeCount: 1, spec: { endpoint: { ports } } });
    assert.deepEqual(lines, ['new slot 1 r1 running for old that moves']);
  });

  it('that never ran, or that nothing may follow, is not waited for', async () => {
    const starting = await decided({ tasks: [old({ status: { state: 'starting' } })] });
    assert.deepEqual(starting.lines, stopsFirst);
    const last = await decided({ tasks: [old()], restart: { condition: 'none' } });
    assert.deepEqual(last.lines, ['old -> shutdown']);
  });

  it('stops when the drain has had its time, and the new task is what is left of the slot', async () => {
    const { lines } = await decided({ tasks: [old(), young('pending')] }, NOW_MS + DEADLINE_MS - 1000);
    assert.deepEqual(lines, ['old -> shutdown']);
    // A rollout without a deadline does not make a drain without end.
    const endless = { tasks: [old(), young('pending')], update: { progressDeadlineMs: 0 } };
    const waits = await decided(endless);
    assert.deepEqual(waits, { lines: [], wakeInMs: DEFAULT_UPDATE_CONFIG.progressDeadlineMs - 1000 });
    const over = await decided(endless, NOW_MS + DEFAULT_UPDATE_CONFIG.progressDeadlineMs - 1000);
    assert.deepEqual(over.lines, ['old -> shutdown']);
  });

  it('stays when the new one fails, which is tried again after its delay, by the same deadline', async () => {
    const failed = young('failed', { status: { state: 'failed', storedAtMs: NOW_MS } });
    assert.deepEqual((await decided({ tasks: [old(), failed] })).lines, ['young -> shutdown']);
    const over = { ...failed, desired: { ...failed.desired, state: 'shutdown' as const } };
    const waits = await decided({ tasks: [old(), over] });
    assert.deepEqual(waits, { lines: [], wakeInMs: 5_000 });
    const again = await decided({ tasks: [old(), over] }, NOW_MS + 5_000);
    assert.deepEqual(again.lines, ['new slot 1 r1 running for old that moves']);
    const late = await decided({ tasks: [old(), over] }, NOW_MS + DEADLINE_MS);
    assert.deepEqual(late.lines, ['new slot 1 r1 ready in 0 ms after old', 'old -> shutdown']);
  });

  it('stays as long as it may when its restart policy has no more attempts for the new one', async () => {
    const restart = { condition: 'any', delayMs: 0, maxAttempts: 1, windowMs: 0 } as const;
    const over = young('failed', { desired: { state: 'shutdown', restarts: { total: 1 } } });
    const moved = {
      ...over,
      desired: { ...over.desired, state: 'shutdown' as const, move: young('failed').desired?.move },
    };
    const { lines, wakeInMs } = await decided({ tasks: [old(), moved], restart }, NOW_MS + 10_000);
    assert.deepEqual([lines, wakeInMs], [[], DEADLINE_MS - 11_000]);
  });

  it('stays for good when the node is active again before the new one runs', async () => {
    const { lines } = await decided({ tasks: [old(), young('preparing')], node: {} });
    assert.deepEqual(lines, ['young -> remove']);
    const ran = await decided({ tasks: [old(), young('running')], node: {} });
    assert.deepEqual(ran.lines, ['old -> shutdown']);
  });

  it('leaves the slot to the new one when it ends by itself, or its node is lost', async () => {
    const ended = await decided({ tasks: [old({ status: { state: 'failed' } }), young('preparing')] });
    assert.deepEqual(ended.lines, ['old -> shutdown']);
    const node = { ...DRAINED_NODE, status: { state: 'down' } } as const;
    const lost = await decided({ tasks: [old(), young('preparing')], node });
    assert.deepEqual(lost.lines, ['old -> shutdown']);
  });

  it('goes with its slot when the service is scaled down meanwhile, or removed', async () => {
    const mode = { kind: 'replicated', replicated: { replicas: 0 } } as const;
    const { lines } = await decided({ tasks: [old(), young('preparing')], spec: { mode } });
    assert.deepEqual(lines, ['old -> remove', 'young -> remove']);
  });
});

describe('a task that is rebalanced', () => {
  // Beside it on its node is another one of the service.
  const moving = async (
    incoming: Task,
    atMs?: number,
    ...more: readonly Task[]
  ): Promise<readonly string[]> => {
    const tasks = [old(), incoming, aTask({ id: 'beside', slot: 2 }), ...more];
    return (await decided({ tasks, node: {}, update: { order: 'stop-first' } }, atMs)).lines;
  };
  const incoming = (state: NonNullable<Task['status']>['state'], parts: TaskInput = {}): Task =>
    young(state, parts, REBALANCED);

  it('starts first though the service would stop first', async () => {
    assert.deepEqual(await moving(incoming('starting')), []);
    assert.deepEqual(await moving(incoming('running')), ['old -> shutdown']);
  });

  it('stays where it is when the new one fails, has no node, comes to the same one, or is late', async () => {
    assert.deepEqual(await moving(incoming('failed')), ['young -> shutdown']);
    const refused = incoming('pending', { status: { state: 'pending', error: 'no suitable node' } });
    assert.deepEqual(await moving(refused), ['young -> remove']);
    const same = incoming('assigned', { placement: { nodeId: 'node-1' } });
    assert.deepEqual(await moving(same), ['young -> remove']);
    assert.deepEqual(await moving(incoming('preparing'), NOW_MS + DEADLINE_MS), ['young -> remove']);
  });

  it('stays where it is when the new one does not get on, also where rollouts have no deadline', async () => {
    const lateMs = NOW_MS + DEFAULT_UPDATE_CONFIG.progressDeadlineMs;
    const tasks = [old(), incoming('preparing'), aTask({ id: 'beside', slot: 2 })];
    const { lines } = await decided({ tasks, node: {}, update: { progressDeadlineMs: 0 } }, lateMs);
    assert.deepEqual(lines, ['young -> remove']);
  });

  it('stays where it is when the new one comes to a node that has no less: it would move back', async () => {
    const there = aTask({ id: 'there', slot: 3, placement: { nodeId: 'node-2' } });
    for (const state of ['assigned', 'running'] as const)
      assert.deepEqual(await moving(incoming(state), NOW_MS, there), ['young -> remove'], state);
    const leaving = { ...there, slot: 2, desired: { ...there.desired, state: 'shutdown' as const } };
    const other = { ...there, slot: 2, serviceId: 'other' };
    for (const noneOfThem of [leaving, other])
      assert.deepEqual(await moving(incoming('running'), NOW_MS, noneOfThem), ['old -> shutdown']);
  });
});
