/**
 * Which task moves to which kind of node when a cluster is evened out, and when none does.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { READY_FOR_MS, rebalance } from '../../../control-plane/orchestrator/rules/rebalance.js';
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import type {
  ClusterSpecInput,
  Network,
  NodeInput,
  Service,
  ServiceInput,
  ServiceRevision,
  ServiceSpecInput,
  Task,
  TaskInput,
} from '../../../proto/gen/objects.js';
import { aCluster, aNetwork, aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { movedIn, NOW_MS, viewOf } from './decided.js';

interface Parts {
  /** How many tasks each node has. */
  readonly counts: readonly number[];
  /** Node number (from 0) → what is special about it. */
  readonly nodes?: Readonly<Record<number, NodeInput>>;
  /** Slot → what is special about its task. */
  readonly tasks?: Readonly<Record<number, TaskInput>>;
  readonly more?: readonly Task[];
  readonly revisions?: readonly ServiceRevision[];
  readonly services?: readonly Service[];
  readonly spec?: ServiceSpecInput;
  readonly service?: ServiceInput;
  readonly cluster?: ClusterSpecInput;
  readonly networks?: readonly Network[];
}

async function clusterOf({
  counts,
  nodes = {},
  tasks = {},
  more = [],
  ...parts
}: Parts): Promise<ClusterView> {
  const nodeIds = counts.flatMap((count, at) => Array.from({ length: count }, () => `n${at}`));
  const spec: ServiceSpecInput = {
    mode: { kind: 'replicated', replicated: { replicas: nodeIds.length } },
    ...parts.spec,
  };
  return await viewOf({
    cluster: [aCluster({ spec: { ...parts.cluster, rebalance: true } })],
    node: counts.map((_count, at) => aNode({ id: `n${at}`, ...nodes[at] })),
    service: [aService({ spec, ...parts.service }), ...(parts.services ?? [])],
    revision: [aRevision({ spec }), ...(parts.revisions ?? [])],
    network: parts.networks ?? [],
    task: [
      ...nodeIds.map((nodeId, at) =>
        aTask({ id: `t${at + 1}`, slot: at + 1, placement: { nodeId }, ...tasks[at + 1] }),
      ),
      ...more,
    ],
  });
}

function decide(view: ClusterView, nowMs = NOW_MS): { readonly moves: string; readonly wakeAtMs?: number } {
  const service = view.service('service-1');
  assert.ok(service);
  const { group, wakeAtMs } = rebalance(view, service, nowMs, () => 'new');
  return {
    moves: group === undefined ? '' : movedIn(group),
    ...(wakeAtMs === undefined ? {} : { wakeAtMs }),
  };
}

const moved = async (parts: Parts): Promise<string> => decide(await clusterOf(parts)).moves;
const since = (agoMs: number): NodeInput => ({ status: { state: 'ready', sinceMs: NOW_MS - agoMs } });

const GPU = { kind: 'gpu', count: 1, values: [] };

describe('rebalancing', () => {
  const rows: readonly (readonly [string, Parts, string])[] = [
    ['takes the highest slot of the fullest node', { counts: [3, 2, 0] }, 't3'],
    ['stops when the difference is one', { counts: [2, 1, 1] }, ''],
    ['does not even out what is not there', { counts: [0, 0] }, ''],
    ['takes the lower id of two that are alike', { counts: [2, 2, 0] }, 't2'],
    [
      'draws no task to a paused node',
      { counts: [3, 0], nodes: { 1: { spec: { availability: 'pause' } } } },
      '',
    ],
    [
      'takes none from a paused node',
      { counts: [3, 0], nodes: { 0: { spec: { availability: 'pause' } } } },
      '',
    ],
    [
      'draws none to a node that is suspected',
      { counts: [3, 0], nodes: { 1: { status: { state: 'disconnected' } } } },
      '',
    ],
    [
      'draws none to a node whose engine is away',
      { counts: [3, 0], nodes: { 1: { description: { runtimeError: 'x' } } } },
      '',
    ],
    [
      'draws none to a node that the service does not want',
      { counts: [3, 0], spec: { task: { placement: { constraints: ['node.id==n0'] } } } },
      '',
    ],
    [
      'draws none to a node of another platform',
      { counts: [3, 0], spec: { task: { placement: { platforms: [{ os: 'windows', architecture: '' }] } } } },
      '',
    ],
    [
      'draws none to a node without the log driver',
      {
        counts: [3, 2, 0],
        nodes: { 2: { description: { plugins: [{ type: 'Log', name: 'json-file' }] } } },
        spec: { task: { logDriver: { name: 'journald' } } },
      },
      '',
    ],
    [
      'draws none to a node that cannot encrypt what must be',
      {
        counts: [3, 0],
        networks: [aNetwork({ id: 'secret', spec: { encrypted: true } })],
        spec: { task: { networks: [{ networkId: 'secret' }] } },
      },
      '',
    ],
    [
      'draws none to a node without the driver of a volume',
      {
        counts: [3, 0],
        nodes: { 1: { description: { plugins: [{ type: 'Volume', name: 'local' }] } } },
        spec: {
          task: { container: { mounts: [{ type: 'volume', target: '/data', volumeDriver: 'nfs' }] } },
        },
      },
      '',
    ],
    [
      'draws one to a node with the plugins, whether or not their tag is named',
      {
        counts: [3, 0],
        nodes: { 1: { description: { plugins: [{ type: 'Log', name: 'loki:latest' }] } } },
        spec: { task: { logDriver: { name: 'loki' } } },
      },
      't3',
    ],
    [
      'draws none to a node without room, and the next best instead',
      {
        counts: [3, 0, 1],
        nodes: { 1: { description: { resources: { nanoCpus: 1e9, memoryBytes: 1e8 } } } },
        spec: { task: { resources: { reservations: { memoryBytes: 2e8 } } } },
      },
      't3',
    ],
    [
      'draws none to a node with a task that is to be apart from it',
      {
        counts: [3, 0],
        more: [aTask({ id: 'x', serviceId: 'shy', placement: { nodeId: 'n1' } })],
        revisions: [
          aRevision({ serviceId: 'shy', spec: { task: { placement: { apartFrom: ['SERVICE-1'] } } } }),
        ],
        spec: { name: 'service-1' },
      },
      '',
    ],
    [
      'draws none to a node with a task of an older revision that is to be apart from it by now',
      {
        counts: [3, 0],
        more: [aTask({ id: 'x', serviceId: 'shy', placement: { nodeId: 'n1' } })],
        revisions: [aRevision({ serviceId: 'shy' })],
        services: [
          aService({
            id: 'shy',
            revision: 2,
            spec: { task: { placement: { apartFrom: ['service-1'] } } },
          }),
        ],
        spec: { name: 'service-1' },
      },
      '',
    ],
    [
      'draws none to a node whose units are given away',
      {
        counts: [3, 0],
        nodes: { 1: { description: { resources: { nanoCpus: 4e9, memoryBytes: 1e9, generic: [GPU] } } } },
        more: [aTask({ id: 'x', serviceId: 'other', placement: { nodeId: 'n1', generic: [GPU] } })],
        spec: { task: { resources: { reservations: { generic: [GPU] } } } },
      },
      '',
    ],
    [
      'draws none to a node with a task that it is to be apart from',
      {
        counts: [3, 0],
        more: [aTask({ id: 'x', serviceId: 'loud', placement: { nodeId: 'n1' } })],
        revisions: [aRevision({ serviceId: 'loud' })],
        spec: { task: { placement: { apartFrom: ['loud'] } } },
      },
      '',
    ],
    [
      'leaves a service alone whose tasks do not all run',
      { counts: [3, 0], tasks: { 1: { status: { state: 'starting' } } } },
      '',
    ],
    [
      'leaves a service alone that is short of a task',
      { counts: [3, 0], spec: { mode: { kind: 'replicated', replicated: { replicas: 4 } } } },
      '',
    ],
    [
      'waits for what still stops',
      {
        counts: [3, 0],
        more: [aTask({ id: 'x', slot: 9, placement: { nodeId: 'n0' }, desired: { state: 'shutdown' } })],
      },
      '',
    ],
    [
      'leaves a service alone that has a task on a suspected node',
      { counts: [3, 1, 0], nodes: { 1: { status: { state: 'disconnected' } } } },
      '',
    ],
    [
      'leaves a service alone that is rolled out',
      { counts: [3, 0], service: { rollout: { number: 1, stableRevision: 1 } } },
      '',
    ],
    [
      'leaves a service alone of which nothing may run twice',
      { counts: [3, 0], spec: { onNodeDown: 'wait' } },
      '',
    ],
    [
      'leaves a service alone whose ports only one task of a node can have',
      {
        counts: [3, 0],
        spec: { endpoint: { ports: [{ publishMode: 'host', publishedPort: 80, targetPort: 80 }] } },
      },
      '',
    ],
    [
      'leaves a service alone that is to be packed',
      { counts: [3, 0], spec: { task: { placement: { strategy: 'binpack' } } } },
      '',
    ],
    [
      'leaves services alone where all are to be packed',
      { counts: [3, 0], cluster: { placementStrategy: 'binpack' } },
      '',
    ],
    [
      'moves one that is to be spread where others are packed',
      {
        counts: [3, 0],
        cluster: { placementStrategy: 'binpack' },
        spec: { task: { placement: { strategy: 'spread' } } },
      },
      't3',
    ],
  ];
  for (const [what, parts, expected] of rows)
    it(what, async () => {
      assert.equal(await moved(parts), expected);
    });

  it('waits until the node has been ready for a while', async () => {
    const view = await clusterOf({ counts: [3, 0], nodes: { 1: since(10_000) } });
    assert.deepEqual(decide(view), { moves: '', wakeAtMs: NOW_MS + READY_FOR_MS - 10_000 });
    assert.equal(decide(view, NOW_MS + READY_FOR_MS - 10_000).moves, 't3');
  });

  it('waits for the emptiest node rather than fill the one after it', async () => {
    assert.equal(await moved({ counts: [4, 0, 1], nodes: { 1: since(10_000) } }), '');
  });

  it('ends even, in as few moves as that takes', async () => {
    // What the scheduler does with such a task: the fewest of the service, then the lower id.
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(6), { minLength: 1, maxLength: 5 }), async (counts) => {
        const now = [...counts];
        const total = now.reduce((sum, count) => sum + count, 0);
        const [floor, ceiling] = [Math.floor(total / now.length), Math.ceil(total / now.length)];
        const excess = now.reduce((sum, count) => sum + Math.max(0, count - ceiling), 0);
        const shortage = now.reduce((sum, count) => sum + Math.max(0, floor - count), 0);
        let moves = 0;
        for (; moves <= total; moves++) {
          const view = await clusterOf({ counts: now });
          const id = decide(view).moves;
          if (id === '') break;
          const from = Number(view.task(id)?.placement?.nodeId.slice(1));
          const to = now.indexOf(Math.min(...now));
          assert.equal(now[from], Math.max(...now));
          now[from] = (now[from] ?? 0) - 1;
          now[to] = (now[to] ?? 0) + 1;
        }
        assert.ok(Math.max(...now) - Math.min(...now) <= 1, `${counts.join()} became ${now.join()}`);
        assert.equal(moves, Math.max(excess, shortage));
      }),
      { numRuns: 30 },
    );
  });
});
