/**
 * Placement preferences and strategies, as a user meets them: which of the nodes that fit is taken.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { batchesOf } from '../../../control-plane/scheduler/rules/batch.js';
import { NodeLoads } from '../../../control-plane/scheduler/rules/node-loads.js';
import { type Placement, placeBatches } from '../../../control-plane/scheduler/rules/place.js';
import type { Node, PlacementStrategy, ServiceSpec, TaskSpecInput } from '../../../proto/gen/objects.js';
import { parsePreference } from '../../../proto/model/placement.js';
import { aNode, aServiceSpec, aTask } from '../../kit/builders.js';
import { aWaitingTask, loadsById } from './kit.js';

interface Setting {
  readonly nodes: readonly Node[];
  /** Node id → tasks of service web that run there already. */
  readonly running?: Readonly<Record<string, number>>;
  /** Node id → tasks of service other. */
  readonly others?: Readonly<Record<string, number>>;
  readonly preferences?: readonly string[];
  readonly task?: TaskSpecInput;
  readonly strategy?: PlacementStrategy;
}

interface Outcome {
  readonly loads: NodeLoads;
  readonly placements: readonly Placement[];
}

function webSpec({ preferences = [], task = {} }: Setting): ServiceSpec {
  const placement = { ...task.placement, preferences: preferences.map((text) => parsePreference(text)) };
  return aServiceSpec({ task: { ...task, placement } });
}

function placed(setting: Setting, count: number): Outcome {
  const { nodes, running = {}, others = {}, strategy = 'default' } = setting;
  const loads = new NodeLoads();
  for (const node of nodes) loads.setNode(node);
  const spec = webSpec(setting);
  for (const [serviceId, counts, itsSpec] of [
    ['web', running, spec],
    ['other', others, aServiceSpec({ name: 'other' })],
  ] as const) {
    loads.setService(serviceId, itsSpec);
    for (const [nodeId, many] of Object.entries(counts))
      for (let i = 0; i < many; i++)
        loads.setTask(
          aTask({ id: `${serviceId}-${nodeId}-${i}`, serviceId, placement: { nodeId } }),
          itsSpec,
        );
  }
  const waiting = Array.from({ length: count }, (_, i) =>
    aWaitingTask({ id: `new-${String(i).padStart(3, '0')}`, serviceId: 'web', slot: i + 1 }),
  );
  const batches = batchesOf(waiting, () => spec);
  const { placements } = placeBatches(loads, batches, { nowMs: 0, defaults: { strategy } });
  return { loads, placements };
}

/** Node id → how many tasks were placed there. */
function countsOf({ placements }: Outcome): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { choice } of placements)
    if ('nodeId' in choice) counts[choice.nodeId] = (counts[choice.nodeId] ?? 0) + 1;
  return counts;
}

const choicesOf = ({ placements }: Outcome): readonly string[] =>
  placements.map(({ choice }) => ('nodeId' in choice ? choice.nodeId : choice.refusal));

const GB = 1e9;

const labelled = (id: string, labels: Readonly<Record<string, string>>, memoryBytes = GB): Node =>
  aNode({ id, spec: { labels }, description: { resources: { nanoCpus: 4e9, memoryBytes } } });

const inZone = (zone: string, ...ids: readonly string[]): readonly Node[] =>
  ids.map((id) => labelled(id, { az: zone }));

describe('tasks that prefer to be spread', () => {
  it('are spread over the values of a label, not over the nodes', () => {
    const nodes = [...inZone('az1', 'id1'), ...inZone('az2', 'id2', 'id3', 'id4', 'id5')];
    assert.deepEqual(countsOf(placed({ nodes, preferences: ['spread=node.labels.az'] }, 8)), {
      id1: 4,
      id2: 1,
      id3: 1,
      id4: 1,
      id5: 1,
    });
  });

  it('are spread over several levels, and where one part is full over the others', () => {
    const nodes = [
      labelled('id0', { az: 'az1', rack: 'rack1' }, 1e8),
      labelled('id1', { az: 'az1', rack: 'rack1' }),
      ...['id2', 'id3', 'id4'].map((id) => labelled(id, { az: 'az2', rack: 'rack1' })),
      ...['id5', 'id6'].map((id) => labelled(id, { az: 'az2', rack: 'rack2' })),
    ];
    const preferences = ['spread=node.labels.az', 'spread=node.labels.rack'];
    const task = { resources: { reservations: { memoryBytes: 2e8 } } };
    const counts = countsOf(placed({ nodes, preferences, task }, 12));
    const of = (...ids: readonly string[]): readonly number[] => ids.map((id) => counts[id] ?? 0);
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
    const even = (numbers: readonly number[]): boolean => Math.max(...numbers) - Math.min(...numbers) <= 1;
    assert.deepEqual(of('id0', 'id1'), [0, 5]);
    // Seven are left for two racks.
    assert.ok(even([sum(of('id2', 'id3', 'id4')), sum(of('id5', 'id6'))]));
    assert.equal(sum(of('id2', 'id3', 'id4', 'id5', 'id6')), 7);
    assert.ok(even(of('id2', 'id3', 'id4')) && even(of('id5', 'id6')));
  });

  it('go, when the service grows, where it has the fewest', () => {
    const nodes = [
      labelled('id11', { az: 'az1', rack: 'rack1' }),
      labelled('id12', { az: 'az1', rack: 'rack2' }),
      labelled('id21', { az: 'az2', rack: 'rack1' }),
    ];
    const running = { id11: 3, id12: 1, id21: 3 };
    const preferences = ['spread=node.labels.az', 'spread=node.labels.rack'];
    const chosen = choicesOf(placed({ nodes, running, preferences }, 2));
    assert.deepEqual(
      chosen.filter((id) => id !== 'id12' && id !== 'id21'),
      [],
    );
  });

  it('count nodes without the label as one part more', () => {
    const nodes = [...inZone('a', 'n1'), aNode({ id: 'n2' }), aNode({ id: 'n3' })];
    assert.deepEqual(countsOf(placed({ nodes, preferences: ['spread=node.labels.az'] }, 4)), {
      n1: 2,
      n2: 1,
      n3: 1,
    });
  });

  it("are spread over labels of the nodes' engines as well", () => {
    const nodes = ['n1', 'n2', 'n3'].map((id) =>
      aNode({ id, description: { engineLabels: { disk: id === 'n1' ? 'ssd' : 'hdd' } } }),
    );
    const counts = countsOf(placed({ nodes, preferences: ['spread=engine.labels.disk'] }, 4));
    assert.equal(counts['n1'], 2);
  });

  it('never differ by more than one between parts that have room', () => {
    const zones = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(zones, fc.nat(40), (sizes, count) => {
        const nodes = sizes.flatMap((size, zone) =>
          inZone(`z${zone}`, ...Array.from({ length: size }, (_, i) => `z${zone}-${i}`)),
        );
        const outcome = placed({ nodes, preferences: ['spread=node.labels.az'] }, count);
        const perZone = sizes.map((_, zone) =>
          loadsById(outcome.loads)
            .filter(({ id }) => id.startsWith(`z${zone}-`))
            .map((load) => load.activeOf('web')),
        );
        const totals = perZone.map((counts) => counts.reduce((total, one) => total + one, 0));
        assert.ok(Math.max(...totals) - Math.min(...totals) <= 1, totals.join(' '));
        for (const counts of perZone) assert.ok(Math.max(...counts) - Math.min(...counts) <= 1);
      }),
    );
  });
});

describe('tasks that prefer some nodes', () => {
  const nodes = [labelled('n1', { disk: 'hdd' }), labelled('n2', { disk: 'ssd' }), labelled('n3', {})];

  it('go to those that satisfy a constraint as long as they have room, then to others', () => {
    const task = { placement: { maxReplicasPerNode: 2 } };
    const setting = { nodes, preferences: ['prefer=node.labels.disk==ssd'], task };
    assert.deepEqual(choicesOf(placed(setting, 4)), ['n2', 'n2', 'n1', 'n3']);
  });

  it('go near the tasks of another service, or away from them', () => {
    const others = { n2: 1 };
    assert.deepEqual(choicesOf(placed({ nodes, others, preferences: ['near=Other'] }, 2)), ['n2', 'n2']);
    assert.deepEqual(choicesOf(placed({ nodes, others, preferences: ['apart=other'] }, 3)), [
      'n1',
      'n3',
      'n1',
    ]);
    const nowhere = placed({ nodes, preferences: ['near=nobody'] }, 3);
    assert.deepEqual(choicesOf(nowhere), ['n1', 'n2', 'n3']);
  });

  it('go away from a service only as far as there is room elsewhere', () => {
    const task = { placement: { maxReplicasPerNode: 1 } };
    const setting = { nodes, others: { n1: 1, n2: 1 }, preferences: ['apart=other'], task };
    assert.deepEqual(choicesOf(placed(setting, 3)), ['n3', 'n1', 'n2']);
  });

  it('follow the first preference before the second', () => {
    const many = [
      labelled('a1', { az: 'a', disk: 'hdd' }),
      labelled('a2', { az: 'a', disk: 'ssd' }),
      labelled('b1', { az: 'b', disk: 'hdd' }),
    ];
    const [spread, prefer] = ['spread=node.labels.az', 'prefer=node.labels.disk==ssd'];
    assert.deepEqual(countsOf(placed({ nodes: many, preferences: [spread, prefer] }, 4)), { a2: 2, b1: 2 });
    assert.deepEqual(countsOf(placed({ nodes: many, preferences: [prefer, spread] }, 4)), { a2: 4 });
  });
});

describe('the strategy binpack', () => {
  const sized = (id: string, nanoCpus: number): Node =>
    aNode({ id, description: { resources: { nanoCpus, memoryBytes: GB } } });
  const task = { resources: { reservations: { nanoCpus: 1e9 } } };
  const nodes = [sized('n1', 4e9), sized('n2', 2e9), sized('n3', 4e9)];

  it('fills a node before it begins another, and takes the lower id of equals', () => {
    assert.deepEqual(choicesOf(placed({ nodes, task, strategy: 'binpack' }, 7)), [
      'n1',
      'n1',
      'n1',
      'n1',
      'n2',
      'n2',
      'n3',
    ]);
  });

  it('begins with the node that is fullest by what the service reserves', () => {
    const setting = { nodes, running: { n2: 1, n3: 1 }, task, strategy: 'binpack' } as const;
    assert.deepEqual(choicesOf(placed(setting, 3)), ['n2', 'n3', 'n3']);
  });

  it('goes by the number of tasks where nothing is reserved', () => {
    assert.deepEqual(choicesOf(placed({ nodes, others: { n3: 1 }, strategy: 'binpack' }, 2)), ['n3', 'n3']);
  });

  it('holds for a service that asks for it, whatever the cluster says, and the other way round', () => {
    const ofService = (strategy: PlacementStrategy): TaskSpecInput => ({ ...task, placement: { strategy } });
    const two = (setting: Omit<Setting, 'nodes'>): readonly string[] =>
      choicesOf(placed({ nodes, ...setting }, 2));
    assert.deepEqual(two({ task: ofService('binpack'), strategy: 'spread' }), ['n1', 'n1']);
    assert.deepEqual(two({ task: ofService('spread'), strategy: 'binpack' }), ['n1', 'n2']);
    assert.deepEqual(two({ task: ofService('default') }), ['n1', 'n2']);
  });
});

describe('tasks with generic resources', () => {
  const gpus = (id: string, ...values: readonly string[]): Node =>
    aNode({
      id,
      description: { resources: { nanoCpus: 1, generic: [{ kind: 'gpu', count: values.length, values }] } },
    });
  const task = { resources: { reservations: { generic: [{ kind: 'gpu', count: 1 }] } } };

  it('are given units by name, each once, and wait when none is left', () => {
    const nodes = [gpus('n1', 'b', 'a'), gpus('n2', 'c'), aNode({ id: 'n3' })];
    const { placements } = placed({ nodes, task }, 4);
    assert.deepEqual(
      placements.map(({ choice }) =>
        'nodeId' in choice ? `${choice.nodeId} ${choice.generic[0]?.values.join()}` : choice.refusal,
      ),
      ['n1 a', 'n2 c', 'n1 b', 'no suitable node (insufficient resources on 3 nodes)'],
    );
  });
});

describe('tasks with volumes, log drivers and networks', () => {
  const withPlugins = (id: string, ...names: readonly string[]): Node =>
    aNode({
      id,
      description: {
        plugins: names.map((name) => {
          const [type = '', plugin = ''] = name.split('/');
          return { type, name: plugin };
        }),
        networking: undefined,
      },
    });
  const volume = (volumeDriver: string): TaskSpecInput => ({
    container: { image: 'web:1', mounts: [{ type: 'volume', target: '/v', volumeDriver }] },
  });
  const ON_FRONT: TaskSpecInput = { networks: [{ networkId: 'front' }] };
  const MISSING = 'no suitable node (missing plugin on 1 node)';
  const ROWS: readonly (readonly [string, Node, TaskSpecInput, string])[] = [
    ['a driver that is there', withPlugins('n1', 'Volume/rexray'), volume('rexray'), 'n1'],
    ['a driver with its tag', withPlugins('n1', 'Volume/rexray:latest'), volume('rexray'), 'n1'],
    ['a driver asked for with its tag', withPlugins('n1', 'Volume/rexray'), volume('rexray:latest'), 'n1'],
    ['a driver of another tag', withPlugins('n1', 'Volume/rexray:1'), volume('rexray'), MISSING],
    ['a driver that is not there', withPlugins('n1', 'Volume/other'), volume('rexray'), MISSING],
    ['a driver of another type', withPlugins('n1', 'Log/rexray'), volume('rexray'), MISSING],
    ['the driver every engine has', withPlugins('n1', 'Volume/other'), volume('local'), 'n1'],
    ['no driver', withPlugins('n1', 'Volume/other'), volume(''), 'n1'],
    ['an engine that lists nothing', aNode({ id: 'n1' }), volume('rexray'), 'n1'],
    ['a node that has not described itself', aNode({ id: 'n1', description: undefined }), volume('x'), 'n1'],
    [
      'overlay networks where the node says it has them',
      aNode({ id: 'n1', description: { plugins: [], networking: { dataAddress: '192.0.2.1' } } }),
      ON_FRONT,
      'n1',
    ],
    [
      'overlay networks where the node cannot take part in them',
      aNode({ id: 'n1', description: { networking: { problem: 'no vxlan' } } }),
      ON_FRONT,
      MISSING,
    ],
    ['overlay networks where nothing is said of them', withPlugins('n1'), ON_FRONT, MISSING],
    [
      'overlay networks where other nodes do not reach it',
      aNode({ id: 'n1', description: { networking: { routes: ['192.0.2.0/24'] } } }),
      ON_FRONT,
      MISSING,
    ],
    [
      'overlay networks where only the engine lists them',
      withPlugins('n1', 'Network/overlay'),
      ON_FRONT,
      MISSING,
    ],
    [
      'a log driver that is not there',
      withPlugins('n1', 'Log/syslog'),
      { logDriver: { name: 'x' } },
      MISSING,
    ],
    ['a log driver that is there', withPlugins('n1', 'Log/syslog'), { logDriver: { name: 'syslog' } }, 'n1'],
    ['no logs', withPlugins('n1', 'Log/syslog'), { logDriver: { name: 'none' } }, 'n1'],
    [
      'a log driver of an engine that lists none',
      withPlugins('n1', 'Volume/local'),
      { logDriver: { name: 'x' } },
      'n1',
    ],
    [
      'a volume of the cluster',
      aNode({ id: 'n1' }),
      { container: { image: 'web:1', mounts: [{ type: 'cluster', source: 'v', target: '/v' }] } },
      'no suitable node (cannot fulfill requested CSI volume mounts on 1 node)',
    ],
  ];
  for (const [name, node, task, expected] of ROWS)
    it(`find a node, or not: ${name}`, () => {
      assert.deepEqual(choicesOf(placed({ nodes: [node], task }, 1)), [expected]);
    });
});
