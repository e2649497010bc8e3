/**
 * Services with one task on each node: which nodes have one, and what becomes of it.
 */
import assert from 'node:assert/strict';
import { Orchestrator } from '../../../control-plane/orchestrator/orchestrator-loop.js';
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import type { Node, NodeInput, Service, ServiceInput, Task, TaskInput } from '../../../proto/gen/objects.js';
import { TASK_STATES } from '../../../proto/gen/objects.js';
import { aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { decide, NOW_MS, viewOf } from './decided.js';

const MODE = { kind: 'global', global: {} } as const;
const service = (parts: ServiceInput = {}): Service =>
  aService({ ...parts, spec: { ...parts.spec, mode: MODE } });
const onNode = (nodeId: string, parts: TaskInput = {}): Task =>
  aTask({ id: `t-${nodeId}`, slot: 0, placement: { nodeId }, ...parts });
const nodes = (...parts: readonly (NodeInput & { id: string })[]): readonly Node[] =>
  parts.map((each) => aNode(each));

const drained = { spec: { availability: 'drain' } } as const;
const paused = { spec: { availability: 'pause' } } as const;
const down = { status: { state: 'down' } } as const;
const ONCE = { task: { restart: { condition: 'none' } } } as const;
const ON_SSD = { task: { placement: { constraints: ['node.labels.disk==ssd'] } } } as const;
const ON_ARM = { task: { placement: { platforms: [{ architecture: 'arm64', os: 'linux' }] } } } as const;

interface Row {
  readonly what: string;
  readonly node?: NodeInput;
  readonly spec?: ServiceInput['spec'];
  readonly tasks?: readonly Task[];
  readonly lines: readonly string[];
}

const NEW_ONE = ['new node n1 r1 running'];
const RUNNING = [onNode('n1')];
const ended = { status: { state: 'failed', atMs: NOW_MS } } as const;

const ROWS: readonly Row[] = [
  { what: 'a node that is there gets a task', lines: NEW_ONE },
  { what: 'a node that has one gets no second', tasks: RUNNING, lines: [] },
  { what: 'a drained node gets none', node: drained, lines: [] },
  { what: 'a paused node gets none', node: paused, lines: [] },
  { what: 'a node that is down gets none', node: down, lines: [] },
  { what: 'a node that is not heard of gets none yet', node: { status: { state: 'unknown' } }, lines: [] },
  {
    what: 'a node whose engine is away gets none yet',
    node: { description: { runtimeError: 'away' } },
    lines: [],
  },
  { what: 'a node that the constraints rule out gets none', spec: ON_SSD, lines: [] },
  { what: 'a node of another platform gets none', spec: ON_ARM, lines: [] },
  {
    what: 'a node that the constraints ask for gets one',
    spec: ON_SSD,
    node: { spec: { labels: { disk: 'ssd' } } },
    lines: NEW_ONE,
  },
  { what: 'a drained node gives its task up', node: drained, tasks: RUNNING, lines: ['t-n1 -> shutdown'] },
  { what: 'a node that is down gives its task up', node: down, tasks: RUNNING, lines: ['t-n1 -> shutdown'] },
  {
    what: 'a node that no longer suits gives its task up',
    spec: ON_SSD,
    tasks: RUNNING,
    lines: ['t-n1 -> shutdown'],
  },
  { what: 'a paused node keeps its task', node: paused, tasks: RUNNING, lines: [] },
  {
    what: 'a disconnected node keeps its task',
    node: { status: { state: 'disconnected' } },
    tasks: RUNNING,
    lines: [],
  },
  {
    what: 'a drained node gives up also a task that the scheduler has yet to confirm, with no trace',
    node: drained,
    tasks: [onNode('n1', { status: { state: 'pending' } })],
    lines: ['t-n1 -> remove'],
  },
  {
    what: 'what ended is restarted on its node after the delay',
    tasks: [onNode('n1', ended)],
    lines: ['new node n1 r1 ready in 5000 ms', 't-n1 -> shutdown'],
  },
  {
    what: 'what ended on a paused node is not restarted',
    node: paused,
    tasks: [onNode('n1', ended)],
    lines: ['t-n1 -> shutdown'],
  },
  {
    what: 'what must not be restarted is left, and goes on holding its node',
    spec: ONCE,
    tasks: [onNode('n1', { desired: { state: 'shutdown' }, status: { state: 'complete' } })],
    lines: [],
  },
  {
    what: 'a node whose task was given up gets another one when it may have one again',
    tasks: [onNode('n1', { desired: { state: 'shutdown' }, status: { state: 'shutdown' } })],
    lines: NEW_ONE,
  },
  ...(['shutdown', 'orphaned'] as const).map((state) => ({
    what: `so does one whose task must not be restarted, as it was only given up (${state})`,
    spec: ONCE,
    tasks: [onNode('n1', { desired: { state: 'shutdown' }, status: { state } })],
    lines: NEW_ONE,
  })),
  ...(['failed', 'rejected'] as const).map((state) => ({
    what: `one whose task ended by itself and must not be restarted gets none (${state})`,
    spec: ONCE,
    tasks: [onNode('n1', { desired: { state: 'shutdown' }, status: { state } })],
    lines: [],
  })),
  {
    what: 'a task that must not be restarted and still stops on the node is waited for',
    spec: ONCE,
    tasks: [onNode('n1', { desired: { state: 'shutdown' } })],
    lines: ['new node n1 r1 ready in 0 ms after t-n1'],
  },
  {
    what: 'a task that is still stopping on the node is waited for',
    tasks: [onNode('n1', { desired: { state: 'shutdown' } })],
    lines: ['new node n1 r1 ready in 0 ms after t-n1'],
  },
  {
    what: 'of two that are told to stop there, the one that runs is waited for, not the one that waited for it',
    tasks: [
      onNode('n1', { desired: { state: 'shutdown' } }),
      onNode('n1', {
        id: 'u',
        meta: { createdAtMs: NOW_MS },
        desired: { state: 'shutdown' },
        status: { state: 'ready' },
      }),
    ],
    lines: ['new node n1 r1 ready in 0 ms after t-n1'],
  },
];

const NONE = new Set<string>();
const NOTHING = {
  cluster: NONE,
  node: NONE,
  service: NONE,
  revision: NONE,
  task: NONE,
  request: NONE,
  network: NONE,
};

async function view(row: Row): Promise<ClusterView> {
  return await viewOf({
    node: nodes({ ...row.node, id: 'n1' }),
    service: [service({ spec: row.spec })],
    revision: [aRevision({ spec: { ...row.spec, mode: MODE } })],
    task: row.tasks ?? [],
  });
}

describe('a global service', () => {
  for (const row of ROWS)
    it(row.what, async () => {
      assert.deepEqual(decide(await view(row)).lines, row.lines);
    });

  it('has a task on every node, those first that come first by id', async () => {
    const all = await viewOf({
      node: nodes({ id: 'n2' }, { id: 'n1' }, { id: 'n3', ...drained }),
      service: [service()],
      revision: [aRevision({ spec: { mode: MODE } })],
    });
    assert.deepEqual(decide(all).lines, ['new node n1 r1 running', 'new node n2 r1 running']);
  });

  it('forgets what it had on a node that was removed', async () => {
    const orphaned = onNode('gone', { status: { state: 'orphaned' } });
    const old = onNode('gone', { id: 'older', desired: { state: 'shutdown' }, status: { state: 'failed' } });
    const left = await viewOf({ service: [service()], revision: [aRevision()], task: [orphaned, old] });
    assert.deepEqual(decide(left).lines, ['older -> remove', 't-gone -> remove']);
  });

  it('is judged by its own constraints, whatever others there are', async () => {
    const spec = { ...ON_SSD, mode: MODE } as const;
    const both = await viewOf({
      node: nodes({ id: 'n1' }),
      service: [service(), aService({ id: 'service-0', spec })],
      revision: [aRevision({ spec: { mode: MODE } }), aRevision({ serviceId: 'service-0', spec })],
      task: [...RUNNING, onNode('n1', { id: 'other', serviceId: 'service-0' })],
    });
    assert.deepEqual(decide(both).lines, []);
    const { groups } = new Orchestrator(() => 'new').decide(
      { view: both, first: true, changed: NOTHING },
      NOW_MS,
    );
    const changed = groups.flatMap(({ changes }) => changes.map(({ change }) => change));
    const ids = changed.map((change) => {
      const object = change?.kind === 'update' ? change.update.object?.object : undefined;
      return object?.kind === 'task' ? object.task.id : '';
    });
    assert.deepEqual(ids, ['other']);
  });

  it('keeps the history of a node short, also while that is drained', async () => {
    const past = Array.from({ length: 8 }, (_unused, at) =>
      onNode('n1', {
        id: `p${at}`,
        desired: { state: 'shutdown' },
        status: { state: 'failed', atMs: NOW_MS - 100 + at },
      }),
    );
    const kept = await view({ what: '', node: drained, tasks: past, lines: [] });
    assert.deepEqual(decide(kept).lines, ['forget p0', 'forget p1', 'forget p2']);
  });

  it('goes on counting restarts where it stopped', async () => {
    const restart = { condition: 'any', delayMs: 0, maxAttempts: 2, windowMs: 0 } as const;
    const failedOnce = onNode('n1', {
      desired: { state: 'shutdown', restarts: { total: 1, atMs: [] } },
      status: { state: 'failed' },
    });
    const spec = { task: { restart } };
    const again = await view({ what: '', spec, tasks: [failedOnce], lines: [] });
    assert.deepEqual(decide(again).lines, NEW_ONE);
    const often = onNode('n1', {
      desired: { state: 'running', restarts: { total: 2, atMs: [] } },
      status: { state: 'failed' },
    });
    const over = await view({ what: '', spec, tasks: [often], lines: [] });
    assert.deepEqual(decide(over).lines, ['t-n1 -> shutdown']);
  });

  for (const state of TASK_STATES)
    it(`never has two wanted tasks on a node, whatever the one there is (${state})`, async () => {
      for (const node of [{}, drained, paused, down, { status: { state: 'disconnected' } } as const])
        for (const desired of ['ready', 'running', 'shutdown'] as const) {
          const one = onNode('n1', { desired: { state: desired }, status: { state } });
          const { lines } = decide(await view({ what: '', node, tasks: [one], lines: [] }));
          const isStopped =
            desired === 'shutdown' || lines.some((line) => /^t-n1 -> (shutdown|remove)/.test(line));
          const madeCount = lines.filter((line) => line.startsWith('new ')).length;
          assert.ok(madeCount + (isStopped ? 0 : 1) <= 1, `${desired}: ${lines.join()}`);
        }
    });
});

describe('the nodes of a global service', () => {
  const changed = (
    at: ClusterView,
    table: 'node' | 'task',
    id: string,
  ): Parameters<Orchestrator['decide']>[0] => {
    return { view: at, first: false, changed: { ...NOTHING, [table]: new Set([id]) } };
  };
  const anOrchestrator = (at: ClusterView): Orchestrator => {
    const orchestrator = new Orchestrator(() => 'new');
    const { changed: nothing } = changed(at, 'node', '');
    const taskIds = new Set([...at.tasks()].map(({ id }) => id));
    assert.deepEqual(
      orchestrator.decide({ view: at, first: true, changed: { ...nothing, task: taskIds } }, NOW_MS).groups,
      [],
    );
    return orchestrator;
  };
  const stored = { service: [service()], revision: [aRevision({ spec: { mode: MODE } })] };

  it('are noticed when they join, though no task of it is on them', async () => {
    const before = await viewOf({ ...stored, node: nodes({ id: 'n1' }), task: RUNNING });
    const after = await viewOf({ ...stored, node: nodes({ id: 'n1' }, { id: 'n2' }), task: RUNNING });
    assert.equal(anOrchestrator(before).decide(changed(after, 'node', 'n2'), NOW_MS).groups.length, 1);
  });

  it('get their task back when somebody removed it by hand', async () => {
    const before = await viewOf({ ...stored, node: nodes({ id: 'n1' }), task: RUNNING });
    const after = await viewOf({ ...stored, node: nodes({ id: 'n1' }) });
    assert.equal(anOrchestrator(before).decide(changed(after, 'task', 't-n1'), NOW_MS).groups.length, 1);
  });
});
