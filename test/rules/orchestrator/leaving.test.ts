/**
 * Stopping in two steps: a task on a network first leaves the way of traffic, and is told to stop when nothing
 * sends it any more, or when it has waited for that long enough.
 */
import assert from 'node:assert/strict';
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import type {
  NodeInput,
  ServiceInput,
  ServiceSpecInput,
  Task,
  TaskInput,
} from '../../../proto/gen/objects.js';
import { NAME_TTL_MS } from '../../../proto/model/network.js';
import { aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { decide, NOW_MS, viewOf } from './decided.js';
import { batch, aRun, runs } from './job-kit.js';
import { rollout, waiting, young } from './rollout-kit.js';

const ALLOCATION = { attachments: [{ networkId: 'net', address: '10.0.1.7' }] };
const NETWORKS = [{ networkId: 'net' }];
const DRAIN_MS = 10_000;
const notCleared = (): undefined => undefined;
const clearedAt = (atMs: number) => (): number => atMs;

/** Runs in that slot, with an address. */
const web = (slot: number, parts: TaskInput = {}): Task =>
  aTask({ id: `t${slot}`, slot, allocation: ALLOCATION, ...parts });

const leaving = (slot: number, sinceMs: number, parts: TaskInput = {}): Task =>
  web(slot, {
    ...parts,
    desired: { leaving: { sinceMs, reason: 'scaled down', end: 'remove' }, ...parts.desired },
  });

const spec = (replicas: number, parts: ServiceSpecInput = {}): ServiceSpecInput => ({
  mode: { kind: 'replicated', replicated: { replicas } },
  ...parts,
  task: { networks: NETWORKS, ...parts.task },
});

interface Parts {
  readonly spec?: ServiceSpecInput;
  readonly service?: ServiceInput | 'removed';
  readonly nodes?: readonly NodeInput[];
  readonly tasks: readonly Task[];
}

async function world({
  spec: asked = spec(1),
  service = {},
  nodes = [{}],
  tasks,
}: Parts): Promise<ClusterView> {
  return await viewOf({
    node: nodes.map((node) => aNode(node)),
    service: service === 'removed' ? [] : [aService({ spec: asked, ...service })],
    revision: [aRevision({ spec: asked })],
    task: tasks,
  });
}

describe('a task that is to stop', () => {
  const tooMany = async (parts: TaskInput, asked = spec(1)): Promise<readonly string[]> =>
    decide(await world({ spec: asked, tasks: [web(1), web(2, parts)] }), NOW_MS, notCleared).lines;

  it('only leaves at first, when it has an address that traffic may be sent to', async () => {
    assert.deepEqual(await tooMany({}), ['t2 leaves for remove']);
    assert.deepEqual(await tooMany({ status: { state: 'starting' } }), ['t2 leaves for remove']);
  });

  it('stops at once when it has no network, has not started, or its service wants no drain', async () => {
    assert.deepEqual(await tooMany({ allocation: undefined }), ['t2 -> remove']);
    assert.deepEqual(await tooMany({ status: { state: 'ready' } }), ['t2 -> remove']);
    assert.deepEqual(await tooMany({}, spec(1, { endpoint: { drainTimeoutMs: 0 } })), ['t2 -> remove']);
  });

  it('stops at once on a node that is down, as nobody is there to hear', async () => {
    const nodes: readonly NodeInput[] = [{}, { id: 'node-2', status: { state: 'down' } }];
    const tasks = [web(1), web(2, { placement: { nodeId: 'node-2' } })];
    const { lines } = decide(await world({ nodes, tasks }), NOW_MS, notCleared);
    assert.ok(lines.includes('t2 -> remove'), lines.join('\n'));
  });

  it('leaves when its service is removed, its node drained, or its run replaced', async () => {
    const removed = await world({ service: 'removed', tasks: [web(1)] });
    assert.deepEqual(decide(removed, NOW_MS, notCleared).lines, ['t1 leaves for remove']);
    const drained = await world({ nodes: [{ spec: { availability: 'drain' } }], tasks: [web(1)] });
    assert.deepEqual(decide(drained, NOW_MS, notCleared).lines, [
      'new slot 1 r1 ready in 0 ms after t1',
      't1 leaves for shutdown',
    ]);
    const job = await world({
      spec: { ...spec(1), mode: batch(1, 1) },
      service: { runs: runs(aRun(1, { state: 'replaced' }), aRun(2)) },
      tasks: [web(1, { run: 1 })],
    });
    assert.ok(decide(job, NOW_MS, notCleared).lines.includes('t1 leaves for remove'));
  });
});

describe('a task that leaves', () => {
  const SINCE_MS = NOW_MS - 3_000;
  const oneLeaves = (parts: TaskInput = {}, asked = spec(1)): Promise<ClusterView> =>
    world({ spec: asked, tasks: [web(1), leaving(2, SINCE_MS, parts)] });

  it('is left alone until nothing sends it traffic', async () => {
    assert.deepEqual(decide(await oneLeaves(), NOW_MS, notCleared), {
      lines: [],
      wakeInMs: SINCE_MS + DRAIN_MS - NOW_MS,
    });
    assert.deepEqual(decide(await oneLeaves(), NOW_MS, clearedAt(NOW_MS)).lines, ['t2 -> remove']);
  });

  it('waits no longer than its service says, also when that was changed since', async () => {
    const view = await oneLeaves();
    assert.deepEqual(decide(view, SINCE_MS + DRAIN_MS - 1, notCleared).lines, []);
    assert.deepEqual(decide(view, SINCE_MS + DRAIN_MS, notCleared).lines, ['t2 -> remove']);
    const patient = await oneLeaves({}, spec(1, { endpoint: { drainTimeoutMs: 60_000 } }));
    assert.deepEqual(decide(patient, NOW_MS, notCleared).wakeInMs, 57_000);
    const hasty = await oneLeaves({}, spec(1, { endpoint: { drainTimeoutMs: 0 } }));
    assert.deepEqual(decide(hasty, NOW_MS, notCleared).lines, ['t2 -> remove']);
  });

  it('is not waited for by a clock that was set back', async () => {
    const view = await world({ tasks: [web(1), leaving(2, NOW_MS + 3600_000)] });
    assert.deepEqual(decide(view, NOW_MS, notCleared).lines, ['t2 -> remove']);
  });

  it('is not let go for the clock of the leader before, which was some seconds ahead', async () => {
    const sinceMs = NOW_MS + 4_000;
    const view = await world({ tasks: [web(1), leaving(2, sinceMs)] });
    const timeoutAtMs = sinceMs + DRAIN_MS;
    assert.deepEqual(decide(view, NOW_MS, notCleared), { lines: [], wakeInMs: timeoutAtMs - NOW_MS });
    assert.deepEqual(decide(view, NOW_MS, clearedAt(NOW_MS)).lines, ['t2 -> remove']);
  });

  it('waits out the names that clients remember, where its name leads to its address', async () => {
    const view = await oneLeaves({}, spec(1, { endpoint: { mode: 'dnsrr' } }));
    const clearedMs = NOW_MS - 500;
    assert.deepEqual(decide(view, NOW_MS, clearedAt(clearedMs)), {
      lines: [],
      wakeInMs: clearedMs + NAME_TTL_MS - NOW_MS,
    });
    assert.deepEqual(decide(view, clearedMs + NAME_TTL_MS, clearedAt(clearedMs)).lines, ['t2 -> remove']);
  });

  it('is let go when it ends by itself, or its node is down', async () => {
    const failed = await oneLeaves({ status: { state: 'failed' } });
    assert.deepEqual(decide(failed, NOW_MS, notCleared).lines, ['t2 -> remove']);
    const nodes: readonly NodeInput[] = [{}, { id: 'node-2', status: { state: 'down', sinceMs: NOW_MS } }];
    const tasks = [web(1), leaving(2, SINCE_MS, { placement: { nodeId: 'node-2' } })];
    assert.deepEqual(decide(await world({ nodes, tasks }), NOW_MS, notCleared).lines, ['t2 -> remove']);
  });

  it('is told what becomes of it once, also when its service is removed meanwhile', async () => {
    const tasks = [
      leaving(1, SINCE_MS),
      web(2, { desired: { leaving: { sinceMs: SINCE_MS, end: 'shutdown' } } }),
    ];
    const view = await world({ service: 'removed', tasks });
    const { lines, wakeInMs } = decide(view, NOW_MS, notCleared);
    assert.deepEqual(lines, ['t2 leaves for remove']);
    assert.equal(wakeInMs, SINCE_MS + DRAIN_MS - NOW_MS);
    const done = await world({ service: 'removed', tasks: [leaving(1, SINCE_MS)] });
    assert.deepEqual(decide(done, NOW_MS, clearedAt(NOW_MS)).lines, ['t1 -> remove']);
  });

  it('fills its slot no more, and is not replaced twice', async () => {
    const left = { leaving: { sinceMs: SINCE_MS, reason: 'node drained', end: 'shutdown' } } as const;
    const next = web(1, {
      id: 'next',
      status: { state: 'ready' },
      desired: {
        state: 'ready',
        start: { afterTaskId: 't1', notBeforeMs: NOW_MS, waitUntilMs: NOW_MS + 80_000 },
      },
    });
    const view = await world({ tasks: [web(1, { desired: left }), next] });
    assert.deepEqual(decide(view, NOW_MS, notCleared).lines, []);
    const ended = await world({ tasks: [web(1, { desired: left, status: { state: 'failed' } }), next] });
    assert.deepEqual(decide(ended, NOW_MS, notCleared).lines, ['next -> running', 't1 -> shutdown']);
  });
});

describe('a rollout', () => {
  const old = (parts: TaskInput = {}): Task => web(1, { id: 'old-1', ...parts });
  const left = { leaving: { sinceMs: NOW_MS - 500, reason: 'replaced', end: 'shutdown' } } as const;
  const with2 = async (...tasks: readonly Task[]): Promise<ReturnType<typeof decide>> =>
    decide(await rollout({ tasks, spec: { task: { networks: NETWORKS } } }), NOW_MS, notCleared);

  it('has the old task leave in its turn, and starts the new one when that has stopped', async () => {
    assert.deepEqual((await with2(old(), waiting(1, 'ready'))).lines, [
      'old-1 leaves for shutdown',
      'young-1 -> ready',
    ]);
    assert.deepEqual((await with2(old({ desired: left }), waiting(1, 'ready'))).lines, []);
    const stopped = old({ desired: { ...left, state: 'shutdown' }, status: { state: 'shutdown' } });
    assert.deepEqual((await with2(stopped, waiting(1, 'ready'))).lines, ['young-1 -> running']);
  });

  it('that starts first has the old task leave when the new one runs', async () => {
    assert.deepEqual((await with2(old(), young(1, 'starting'))).lines, []);
    const { lines } = await with2(old(), young(1, 'running'));
    assert.ok(lines.includes('old-1 leaves for shutdown'), lines.join('\n'));
  });

  it('begins no other slot while one leaves', async () => {
    const tasks = [old({ desired: left }), waiting(1, 'ready'), web(2, { id: 'old-2' }), waiting(2, 'ready')];
    assert.deepEqual((await with2(...tasks)).lines, []);
    const ahead = { leaving: { ...left.leaving, sinceMs: NOW_MS + 4_000 } } as const;
    const [, ...others] = tasks;
    assert.deepEqual((await with2(old({ desired: ahead }), ...others)).lines, [], 'by the clock before');
  });

  it('gives a new task the time that the old one may take to leave', async () => {
    const longAgo = { leaving: { ...left.leaving, sinceMs: NOW_MS - 75_000 } } as const;
    const waits = await with2(old({ desired: { ...longAgo, state: 'shutdown' } }), waiting(1, 'ready'));
    assert.deepEqual(waits.lines, [], 'of 10 s to leave, 10 s to stop and a minute, 75 s are over');
  });
});
