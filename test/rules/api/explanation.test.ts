/**
 * Why tasks do not run: what is grouped, what is left out, and what changed last.
 */
import assert from 'node:assert/strict';
import { explainHandlers } from '../../../control-plane/api/explain.js';
import { type Asked, explanation, tasksAsked } from '../../../control-plane/api/rules/explanation.js';
import {
  excludedNodes,
  type JudgeNodes,
  pendingGroups,
  pendingTasks,
  type Verdict,
} from '../../../control-plane/api/rules/pending-tasks.js';
import { recentChanges } from '../../../control-plane/api/rules/recent-changes.js';
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import type { ExplainPlacementReply } from '../../../proto/gen/control.js';
import type { Task, TaskInput } from '../../../proto/gen/objects.js';
import { aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { aView } from './a-view.js';

const service = aService({ spec: { name: 'web' } });
const FULL: readonly Verdict[] = [
  { nodeId: 'node-1', filters: ['resource'], reasons: ['insufficient resources: needs 2 CPUs, 1 free'] },
  { nodeId: 'node-2', filters: ['ready'], reasons: ['the node is down'] },
];

const aPending = (id: string, slot: number, parts: TaskInput = {}): Task =>
  aTask({
    id,
    slot,
    placement: undefined,
    status: { state: 'pending', error: 'no suitable node' },
    ...parts,
  });

/** As the handler does. */
function explain(view: ClusterView, asked: Asked, judge: JudgeNodes): ExplainPlacementReply {
  return explanation(view, asked, {
    pending: pendingGroups(tasksAsked(view, asked)).map((group) => pendingTasks(view, group, judge)),
    excluded: excludedNodes(view, asked.service, judge),
  });
}

async function explained(
  tasks: readonly Task[],
  judged: readonly Verdict[] | undefined = FULL,
): Promise<ExplainPlacementReply> {
  const view = await aView({
    service: [service],
    revision: [aRevision()],
    node: [aNode({ id: 'node-1', description: { hostname: 'alpha' } }), aNode({ id: 'node-2' })],
    task: tasks,
  });
  return explain(view, { service, task: undefined }, () => judged);
}

describe('why tasks do not run', () => {
  it('says nothing when all of them run', async () => {
    const reply = await explained([aTask({ id: 'a', slot: 1 }), aTask({ id: 'b', slot: 2 })]);
    assert.deepEqual([reply.pending, reply.troubled, reply.runningCount], [[], [], 2]);
  });

  it('names each node with its reasons, once for tasks that wait for the same', async () => {
    const { pending, pendingCount } = await explained([aPending('a', 1), aPending('b', 2)]);
    assert.equal(pendingCount, 2);
    assert.equal(pending.length, 1);
    assert.equal(pending[0]?.error, 'no suitable node');
    assert.deepEqual(
      pending[0]?.nodes.map(({ hostname, filters, reasons }) => ({ hostname, filters, reasons })),
      [
        { hostname: 'alpha', filters: FULL[0]?.filters, reasons: FULL[0]?.reasons },
        { hostname: 'node-2', filters: FULL[1]?.filters, reasons: FULL[1]?.reasons },
      ],
    );
  });

  it('keeps apart what waits for something else, the larger group first', async () => {
    const other = { status: { state: 'pending', error: 'another reason' } } as const;
    const { pending } = await explained([aPending('a', 1, other), aPending('b', 2), aPending('c', 3)]);
    assert.deepEqual(
      pending.map(({ error, taskCount }) => [error, taskCount]),
      [
        ['no suitable node', 2],
        ['another reason', 1],
      ],
    );
  });

  it('asks no node about a task that waits for addresses', async () => {
    const full = 'no free address on network back';
    const { pending } = await explained([aPending('a', 1, { status: { state: 'new', error: full } })]);
    assert.deepEqual(
      pending.map(({ error, nodes, isUnknown }) => [error, nodes, isUnknown]),
      [[full, [], false]],
    );
  });

  it('asks each task with a node of its own about that node alone, and tells them together', async () => {
    const waiting = [3, 2, 1].map((number) =>
      aPending(`t${number}`, 0, { placement: { nodeId: `node-${number}` } }),
    );
    const view = await aView({ service: [service], revision: [aRevision()], task: waiting });
    const asked: unknown[] = [];
    const judge: JudgeNodes = ({ id }, _spec, nodeId) => {
      asked.push([id, nodeId]);
      return nodeId === undefined || nodeId === 'node-2' ? [] : [{ nodeId, filters: [], reasons: [] }];
    };
    const { pending } = explain(view, { service, task: undefined }, judge);
    assert.deepEqual(asked, [
      ['t1', 'node-1'],
      ['t2', 'node-2'],
      ['t3', 'node-3'],
    ]);
    assert.deepEqual(
      pending.map(({ taskCount, nodes, nodeCount }) => [
        taskCount,
        nodes.map(({ nodeId }) => nodeId),
        nodeCount,
      ]),
      [[3, ['node-1', 'node-3'], 2]],
    );
  });

  it('judges so many tasks with nodes of their own, and counts the others', async () => {
    const waiting = Array.from({ length: 300 }, (_unused, at) =>
      aPending(`t${at}`, 0, { placement: { nodeId: `n${at}` } }),
    );
    const view = await aView({ service: [service], revision: [aRevision()], task: waiting });
    let judged = 0;
    const judge: JudgeNodes = (_task, _spec, nodeId = '') => {
      judged += 1;
      return [{ nodeId, filters: [], reasons: [] }];
    };
    const [group] = explain(view, { service, task: undefined }, judge).pending;
    assert.deepEqual([judged, group?.nodes.length, group?.nodeCount], [200, 200, 300]);
  });

  it('gives others a turn between two groups', async () => {
    const waiting = ['one', 'two'].map((error) =>
      aPending(error, 1, { status: { state: 'pending', error } }),
    );
    const view = await aView({ service: [service], revision: [aRevision()], task: waiting });
    const order: string[] = [];
    const judgeNodes: JudgeNodes = ({ id }) => {
      order.push(id);
      setImmediate(() => order.push('others'));
      return [];
    };
    const handlers = explainHandlers({ store: { view: () => view }, judgeNodes });
    const signal = new AbortController().signal;
    const context = { caller: { kind: 'local' }, peerAddress: '', signal, requestId: '' } as const;
    await handlers.explainPlacement({ ref: service.id }, context);
    assert.deepEqual(order.slice(0, 3), ['one', 'others', 'two']);
  });

  it('names no node while the scheduler cannot say', async () => {
    const view = await aView({ service: [service], revision: [aRevision()], task: [aPending('a', 1)] });
    const [group] = explain(view, { service, task: undefined }, () => undefined).pending;
    assert.deepEqual([group?.nodes, group?.nodeCount, group?.isUnknown], [[], 0, true]);
  });

  it('does not take for a new leader that no node is there', async () => {
    const [group] = (await explained([aPending('a', 1)], [])).pending;
    assert.deepEqual([group?.nodes, group?.nodeCount, group?.isUnknown], [[], 0, false]);
  });

  it('says how many should run, whether or not there are tasks for them', async () => {
    const ended = { desired: { state: 'shutdown' }, status: { state: 'complete' } } as const;
    const { desiredCount, runningCount } = await explained([aTask({ id: 'a', slot: 1, ...ended })]);
    assert.deepEqual([desiredCount, runningCount], [1, 0]);
  });

  it('names the nodes that a service with one task per node leaves out', async () => {
    const placement = { constraints: ['node.id==node-9'] };
    const perNode = aService({ spec: { mode: { kind: 'global', global: {} }, task: { placement } } });
    const view = await aView({
      service: [perNode],
      node: [aNode({ id: 'node-1' }), aNode({ id: 'node-2' }), aNode({ id: 'node-9' })],
      task: [aTask({ slot: 0, placement: { nodeId: 'node-2' } })],
    });
    const judge: JudgeNodes = ({ serviceId }) =>
      [...view.nodes()].map(({ id }) => ({ nodeId: id, filters: ['constraint'], reasons: [serviceId] }));
    const { excluded, desiredCount } = explain(view, { service: perNode, task: undefined }, judge);
    assert.deepEqual(
      excluded.map(({ nodeId, reasons }) => [nodeId, reasons]),
      [['node-1', [perNode.id]]],
    );
    assert.equal(desiredCount, 2);
    assert.deepEqual((await explained([])).excluded, []);
  });

  it('is bounded, and counts what it leaves out', async () => {
    const nodes = Array.from(
      { length: 5000 },
      (_unused, at) => ({ ...FULL[0], nodeId: `n${at}` }) as Verdict,
    );
    const waiting = Array.from({ length: 100 }, (_unused, at) => aPending(`p${at}`, at + 1));
    const failing = Array.from({ length: 100 }, (_unused, at) =>
      aTask({ id: `f${at}`, slot: at + 200, status: { state: 'failed' } }),
    );
    const reply = await explained([...waiting, ...failing], nodes);
    const [group] = reply.pending;
    assert.deepEqual([group?.taskCount, group?.tasks.length, reply.pendingCount], [100, 20, 100]);
    assert.deepEqual([group?.nodeCount, group?.nodes.length], [5000, 1000]);
    assert.deepEqual([reply.troubledCount, reply.troubled.length], [100, 20]);
    assert.ok(reply.changes.length <= 10);
  });

  it('shows the newest task of a slot that does not run, and what failed before it', async () => {
    const failed = aTask({
      id: '1-old',
      desired: { state: 'shutdown' },
      status: { state: 'failed' },
    });
    const next = aTask({
      id: '2-new',
      desired: { state: 'ready' },
      status: { state: 'ready' },
    });
    const { troubled, troubledCount } = await explained([failed, next]);
    assert.deepEqual([troubled.map(({ task }) => task?.id), troubledCount], [['2-new', '1-old'], 1]);
  });

  it('lists what is in trouble by slot', async () => {
    const failed = [10, 2, 1].map((slot) =>
      aTask({ id: `t${slot}`, slot, status: { state: 'failed', atMs: slot } }),
    );
    const { troubled } = await explained(failed);
    assert.deepEqual(
      troubled.map(({ task }) => task?.slot),
      [1, 2, 10],
    );
  });

  it('of a job counts the newest run and those still active, unless one task is asked for', async () => {
    const job = aService({
      spec: { mode: { kind: 'replicatedJob', replicatedJob: { maxConcurrent: 1, totalCompletions: 1 } } },
      runs: {
        lastNumber: 4,
        runs: [
          { number: 1, state: 'failed' },
          { number: 2, state: 'active' },
          { number: 3, state: 'failed' },
          { number: 4, state: 'missed' },
        ],
      },
    });
    const failed = [1, 2, 3].map((run) => aTask({ id: `r${run}`, run, status: { state: 'failed' } }));
    const view = await aView({ service: [job], node: [aNode()], task: failed });
    const troubledOf = (task: Task | undefined): readonly (number | undefined)[] =>
      explain(view, { service: job, task }, () => []).troubled.map((entry) => entry.task?.run);
    assert.deepEqual(troubledOf(undefined), [3, 2]);
    assert.deepEqual(troubledOf(failed[0]), [1]);
  });

  it('does not call a task troubled that runs again, was told to stop, or has completed', async () => {
    const over = { desired: { state: 'shutdown' } } as const;
    const { troubled } = await explained([
      aTask({ id: 'failed', slot: 1, ...over, status: { state: 'failed' } }),
      aTask({ id: 'runs', slot: 1 }),
      aTask({ id: 'stops', slot: 2, ...over, status: { state: 'running' } }),
      aTask({ id: 'done', slot: 3, status: { state: 'complete' } }),
    ]);
    assert.deepEqual(troubled, []);
  });
});

describe('what changed last', () => {
  const textsOf = (view: ClusterView): readonly string[] =>
    recentChanges(view, service, view.tasksOfService(service.id)).map(({ text }) => text);

  it('is told newest first: the request, the nodes, the ends of tasks', async () => {
    const view = await aView({
      service: [service],
      revision: [aRevision({ requestId: 'r-1', meta: { createdAtMs: 5 } })],
      node: [
        aNode({
          id: 'node-1',
          description: { hostname: 'alpha' },
          meta: { createdAtMs: 1 },
          status: { state: 'down', sinceMs: 2_000_000_000_000, message: 'heartbeat failure' },
        }),
      ],
      task: [aTask({ status: { state: 'failed', atMs: 2_000_000_000_001, error: 'non-zero exit (3)' } })],
    });
    const texts = textsOf(view);
    assert.deepEqual(texts.slice(0, 2), [
      'task web.1.task-1 failed on alpha: non-zero exit (3)',
      'node alpha is down: heartbeat failure',
    ]);
    assert.ok(texts.includes('the service was created, by request r-1'), texts.join('\n'));
    assert.ok(texts.includes('node alpha joined'));
  });

  it('is not only the ends of a service that crashes', async () => {
    const tasks = Array.from({ length: 30 }, (_unused, at) =>
      aTask({ id: `t${at}`, slot: at + 1, status: { state: 'failed', atMs: 2_000_000_000_000 + at } }),
    );
    const view = await aView({ service: [service], revision: [aRevision()], node: [aNode()], task: tasks });
    const texts = textsOf(view);
    assert.equal(texts.filter((text) => text.startsWith('task ')).length, 5);
    assert.ok(texts.includes('the service was created'));
  });

  it('takes the newest of many nodes', async () => {
    const node = Array.from({ length: 50 }, (_unused, at) =>
      aNode({
        id: `n${at}`,
        description: { hostname: `h${at}` },
        status: { state: 'ready', sinceMs: 2_000_000_000_000 + ((at * 7) % 50) },
      }),
    );
    const view = await aView({ service: [service], revision: [aRevision()], node });
    assert.deepEqual(
      textsOf(view).filter((text) => text.startsWith('node ')),
      [7, 14, 21, 28, 35].map((at) => `node h${at} is ready`),
    );
  });
});
