/**
 * What each node has against a task: every filter it fails, with figures.
 */
import assert from 'node:assert/strict';
import { explainNodes, type Verdict } from '../../../control-plane/scheduler/rules/explain.js';
import { NodeLoads } from '../../../control-plane/scheduler/rules/node-loads.js';
import type { NodeInput, ServiceSpecInput } from '../../../proto/gen/objects.js';
import { aNetwork, aNode, aServiceSpec, aTask } from '../../kit/builders.js';
import { aWaitingTask, SPREAD } from './kit.js';

const WAITING = aWaitingTask({ id: 'waiting', serviceId: 'web' });
const GIB = 2 ** 30;

/** The verdict on one node that carries a task of service db, which binds tcp/80 and stays apart from front. */
function verdictOn(node: NodeInput, spec: ServiceSpecInput): Verdict {
  const loads = new NodeLoads();
  loads.setNode(aNode({ id: 'n1', ...node }));
  loads.setNetwork('secret', aNetwork({ id: 'secret', spec: { encrypted: true } }));
  const db = aServiceSpec({
    name: 'db',
    task: {
      resources: { reservations: { nanoCpus: 35e8, generic: [{ kind: 'gpu', count: 1 }] } },
      placement: { apartFrom: ['Front'] },
    },
    endpoint: { ports: [{ targetPort: 80, publishedPort: 80, publishMode: 'host' }] },
  });
  loads.setService('db', db);
  loads.setService('web', aServiceSpec(spec));
  const generic = [{ kind: 'gpu', count: 1, values: ['a'] }];
  loads.setTask(aTask({ id: 'db-1', serviceId: 'db', placement: { nodeId: 'n1', generic } }), db);
  loads.setTask(aTask({ id: 'web-1', serviceId: 'web', placement: { nodeId: 'n1' } }), aServiceSpec());
  const [verdict] = explainNodes(loads, WAITING, aServiceSpec(spec), SPREAD);
  if (verdict === undefined) throw new Error('no verdict');
  return verdict;
}

const needing = (reservations: object): ServiceSpecInput => ({ task: { resources: { reservations } } });
const placed = (placement: object): ServiceSpecInput => ({ task: { placement } });

const ROWS: readonly (readonly [
  string,
  NodeInput,
  ServiceSpecInput,
  readonly string[],
  readonly string[],
])[] = [
  ['nothing', {}, {}, [], []],
  ['a node that is down', { status: { state: 'down' } }, {}, ['ready'], ['the node is down']],
  [
    'a node that is drained and without its engine',
    { spec: { availability: 'drain' }, description: { runtimeError: 'no answer' } },
    {},
    ['ready'],
    ["the node's availability is drain", "the node's container runtime cannot be used: no answer"],
  ],
  [
    'too few processors',
    {},
    needing({ nanoCpus: 2e9 }),
    ['resource'],
    ['insufficient resources: needs 2 CPUs, 0.5 free'],
  ],
  [
    'too little memory',
    {},
    needing({ memoryBytes: 9 * GIB }),
    ['resource'],
    ['insufficient resources: needs 9 GiB of memory, 8 GiB free'],
  ],
  [
    'too few units',
    {
      description: { resources: { nanoCpus: 4e9, generic: [{ kind: 'gpu', count: 2, values: ['a', 'b'] }] } },
    },
    needing({ generic: [{ kind: 'gpu', count: 2 }] }),
    ['resource'],
    ['insufficient resources: needs 2 of gpu, 1 free'],
  ],
  [
    'a plugin it has not',
    { description: { plugins: [{ type: 'Log', name: 'json-file' }] } },
    { task: { logDriver: { name: 'splunk' } } },
    ['plugin'],
    ['missing plugin: log driver splunk'],
  ],
  [
    'no overlay networks, and why',
    { description: { networking: { problem: 'nft not found: install nftables' } } },
    { task: { networks: [{ networkId: 'front' }] } },
    ['plugin'],
    ['missing plugin: network driver overlay (nft not found: install nftables)'],
  ],
  [
    'no address that other nodes reach',
    { description: { networking: { routes: ['192.0.2.0/24'] } } },
    { task: { networks: [{ networkId: 'front' }] } },
    ['plugin'],
    [
      'missing plugin: network driver overlay (it has not said where other nodes reach it; it looks again every 20 s)',
    ],
  ],
  [
    'a swarmd of before overlay networks',
    { description: { plugins: [{ type: 'Network', name: 'overlay' }], networking: undefined } },
    { task: { networks: [{ networkId: 'front' }] } },
    ['plugin'],
    ['missing plugin: network driver overlay (its swarmd knows no overlay networks: update it)'],
  ],
  [
    'what it lacks to encrypt',
    {
      description: {
        networking: { dataAddress: '192.0.2.1', tunnelProblem: 'wg not found: install wireguard-tools' },
      },
    },
    { task: { networks: [{ networkId: 'secret' }] } },
    ['encryption'],
    ['cannot encrypt: wg not found: install wireguard-tools'],
  ],
  [
    'no overlay networks rather than that they would not be encrypted',
    { description: { networking: { problem: 'nft not found: install nftables' } } },
    { task: { networks: [{ networkId: 'secret' }] } },
    ['plugin'],
    ['missing plugin: network driver overlay (nft not found: install nftables)'],
  ],
  [
    'another label',
    { spec: { labels: { zone: 'west' } } },
    placed({ constraints: ['node.labels.zone==east'] }),
    ['constraint'],
    ['constraint node.labels.zone==east not satisfied: label is west'],
  ],
  [
    'no label, and another role',
    {},
    placed({ constraints: ['node.labels.zone==east', 'node.role==manager'] }),
    ['constraint'],
    [
      'constraint node.labels.zone==east not satisfied: the label is missing',
      'constraint node.role==manager not satisfied: it is worker',
    ],
  ],
  [
    'constraints that cannot be read',
    {},
    placed({ constraints: ['node.role~manager'] }),
    ['constraint'],
    ['the constraints cannot be read by this version of the manager'],
  ],
  [
    'another platform',
    {},
    placed({ platforms: [{ architecture: 'arm64', os: 'linux' }] }),
    ['platform'],
    ['unsupported platform: runs on linux/arm64, this is linux/x86_64'],
  ],
  [
    'a port in use',
    {},
    { endpoint: { ports: [{ targetPort: 8080, publishedPort: 80, publishMode: 'host' }] } },
    ['host-port'],
    ['host port 80/tcp in use'],
  ],
  [
    'as many tasks as may be',
    {},
    placed({ maxReplicasPerNode: 1 }),
    ['max-replicas'],
    ['has 1 tasks of the service, at most 1 may be on one node'],
  ],
  [
    'a volume of the cluster',
    {},
    {
      task: { container: { image: 'web:1', mounts: [{ type: 'cluster', source: 'data', target: '/data' }] } },
    },
    ['volumes'],
    ['no cluster volume data can be had'],
  ],
  [
    'a service it stays apart from',
    {},
    placed({ apartFrom: ['DB'] }),
    ['apart'],
    ['has tasks of db, which this service stays apart from'],
  ],
  [
    'a service that stays apart from it',
    {},
    { name: 'front' },
    ['apart'],
    ['has tasks of db, which stays apart from this service'],
  ],
  [
    'everything at once, in the order of the filters',
    { status: { state: 'down' } },
    { ...placed({ constraints: ['node.id==x'], apartFrom: ['db'] }), name: 'other' },
    ['ready', 'constraint', 'apart'],
    [
      'the node is down',
      'constraint node.id==x not satisfied: it is n1',
      'has tasks of db, which this service stays apart from',
    ],
  ],
];

describe('the explanation of a node', () => {
  for (const [name, node, spec, filters, reasons] of ROWS)
    it(`names ${name}`, () => {
      assert.deepEqual(verdictOn(node, spec), { nodeId: 'n1', filters, reasons });
    });

  it('does not hold against a task what it takes itself', () => {
    const loads = new NodeLoads();
    for (const id of ['n2', 'n1']) loads.setNode(aNode({ id }));
    const spec = aServiceSpec(needing({ nanoCpus: 4e9 }));
    loads.setTask(aTask({ id: 'own', placement: { nodeId: 'n1' } }), spec);
    const verdicts = (id: string): unknown =>
      explainNodes(loads, aTask({ id }), spec, SPREAD).map(({ nodeId, filters }) => [nodeId, filters]);
    assert.deepEqual(verdicts('own'), [
      ['n1', []],
      ['n2', []],
    ]);
    assert.deepEqual(verdicts('other'), [
      ['n1', ['resource']],
      ['n2', []],
    ]);
  });

  it('does not hold against a task what stops before it starts', () => {
    const loads = new NodeLoads();
    loads.setNode(aNode({ id: 'n1' }));
    const spec = aServiceSpec(needing({ nanoCpus: 4e9 }));
    loads.setTask(aTask({ id: 'old', placement: { nodeId: 'n1' } }), spec);
    const start = { notBeforeMs: 0, afterTaskId: 'old', waitUntilMs: 0 };
    const young = aWaitingTask({ id: 'young', desired: { state: 'ready', start } });
    assert.deepEqual(explainNodes(loads, young, spec, SPREAD), [{ nodeId: 'n1', filters: [], reasons: [] }]);
    assert.deepEqual(
      explainNodes(loads, aWaitingTask({ id: 'other' }), spec, SPREAD).map(({ filters }) => filters),
      [['resource']],
    );
  });

  it('is of the named node alone where one is named, and of none that is not there', () => {
    const loads = new NodeLoads();
    for (const id of ['n2', 'n1']) loads.setNode(aNode({ id, status: { state: 'down' } }));
    const verdicts = (nodeId: string): unknown =>
      explainNodes(loads, WAITING, aServiceSpec(), SPREAD, nodeId).map((verdict) => [
        verdict.nodeId,
        verdict.filters,
      ]);
    assert.deepEqual(verdicts('n2'), [['n2', ['ready']]]);
    assert.deepEqual(verdicts('n3'), []);
  });
});
