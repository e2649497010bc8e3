/**
 * A task that waits is tried again whenever something happens that may help it; one row per cause.
 */
import assert from 'node:assert/strict';
import { group, remove, update } from '../../../control-plane/store/rules/change.js';
import type { Node, NodeInput, ServiceSpecInput } from '../../../proto/gen/objects.js';
import { aCluster, aNode, aTask } from '../../kit/builders.js';
import { commitAll, storeObjects } from '../../kit/memory-store.js';
import { aWaitingTask, Scheduled } from './kit.js';

const GPU = { kind: 'gpu', count: 1 };

interface Cause {
  readonly name: string;
  /** What the task that waits asks for. */
  readonly spec?: ServiceSpecInput;
  /** What the task that runs on n1 was made from. */
  readonly runningSpec?: ServiceSpecInput;
  readonly node?: NodeInput;
  readonly happens: (cluster: Scheduled) => Promise<void>;
}

const changed = (...[group_, fields]: NodeUpdate): ((cluster: Scheduled) => Promise<void>) => {
  const change = update('node', 'n1', group_, fields);
  return (cluster) => commitAll(cluster.store, [group([change])]);
};
type NodeUpdate =
  | ['spec', Pick<Node, 'spec'>]
  | ['status', Pick<Node, 'status'>]
  | ['description', Pick<Node, 'description'>];

const ending = async (cluster: Scheduled): Promise<void> => {
  await cluster.move('running', { desired: 'shutdown' });
  await cluster.move('running', { state: 'shutdown' });
};

const all = { resources: { reservations: { nanoCpus: 4e9 } } };
const port = { ports: [{ targetPort: 80, publishedPort: 80, publishMode: 'host' }] } as const;

const CAUSES: readonly Cause[] = [
  {
    name: 'a node joins',
    node: { status: { state: 'down' } },
    happens: (cluster) => cluster.nodes(aNode({ id: 'n2' })),
  },
  {
    name: 'its node is ready again',
    node: { status: { state: 'disconnected' } },
    happens: changed('status', { status: aNode().status }),
  },
  {
    name: 'its node is active again',
    node: { spec: { availability: 'pause' } },
    happens: changed('spec', { spec: aNode().spec }),
  },
  {
    name: 'its engine works again',
    node: { description: { runtimeError: 'away' } },
    happens: changed('description', { description: aNode().description }),
  },
  {
    name: 'a label is set',
    spec: { task: { placement: { constraints: ['node.labels.disk==ssd'] } } },
    happens: changed('spec', { spec: aNode({ spec: { labels: { disk: 'ssd' } } }).spec }),
  },
  {
    name: 'a node has more processors',
    spec: { task: { resources: { reservations: { nanoCpus: 8e9 } } } },
    happens: changed('description', {
      description: aNode({ description: { resources: { nanoCpus: 16e9 } } }).description,
    }),
  },
  {
    name: 'a node has another unit',
    spec: { task: { resources: { reservations: { generic: [GPU] } } } },
    happens: changed('description', {
      description: aNode({ description: { resources: { generic: [GPU] } } }).description,
    }),
  },
  {
    name: 'a plugin is there',
    spec: { task: { logDriver: { name: 'splunk' } } },
    node: { description: { plugins: [{ type: 'Log', name: 'syslog' }] } },
    happens: changed('description', {
      description: aNode({ description: { plugins: [{ type: 'Log', name: 'splunk' }] } }).description,
    }),
  },
  {
    name: 'a task ends whose room it needs',
    spec: { task: all },
    runningSpec: { task: all },
    happens: ending,
  },
  {
    name: 'a task is removed whose room it needs',
    spec: { task: all },
    runningSpec: { task: all },
    happens: (cluster) => commitAll(cluster.store, [group([remove('task', 'running')])]),
  },
  {
    name: 'a port is free',
    spec: { endpoint: port },
    runningSpec: { endpoint: port },
    happens: ending,
  },
  {
    name: 'a service that it stays apart from has left',
    spec: { task: { placement: { apartFrom: ['running'] } } },
    happens: ending,
  },
  {
    name: 'a service that stays apart from it has left',
    runningSpec: { task: { placement: { apartFrom: ['waiting'] } } },
    happens: ending,
  },
];

describe('a task that waits', () => {
  for (const { name, spec = {}, runningSpec = {}, node = {}, happens } of CAUSES)
    it(`is placed when ${name}`, async () => {
      const cluster = new Scheduled();
      try {
        await cluster.revision('waiting', 1, spec);
        await cluster.revision('running', 1, runningSpec);
        await cluster.nodes(aNode({ id: 'n1', ...node }));
        await cluster.tasks(aTask({ id: 'running', serviceId: 'running', placement: { nodeId: 'n1' } }));
        await cluster.tasks(aWaitingTask({ id: 'waiting', serviceId: 'waiting' }));
        assert.match(cluster.where('waiting'), /^no suitable node/);
        await happens(cluster);
        await cluster.rest();
        assert.match(cluster.where('waiting'), /^n[12]$/);
      } finally {
        await cluster.stop();
      }
    });

  it("is placed by the cluster's strategy, as it is then", async () => {
    const cluster = new Scheduled();
    try {
      await storeObjects(cluster.store, { cluster: [aCluster({ id: 'c1' })] });
      await cluster.revision('waiting', 1);
      await cluster.nodes(aNode({ id: 'n1' }), aNode({ id: 'n2' }));
      const place = async (id: string): Promise<string> => {
        await cluster.tasks(aWaitingTask({ id, serviceId: 'waiting' }));
        return cluster.where(id);
      };
      assert.deepEqual([await place('a'), await place('b')], ['n1', 'n2']);
      const { spec } = aCluster({ spec: { placementStrategy: 'binpack' } });
      await commitAll(cluster.store, [group([update('cluster', 'c1', 'spec', { spec })])]);
      await cluster.rest();
      assert.deepEqual([await place('c'), await place('d')], ['n1', 'n1']);
    } finally {
      await cluster.stop();
    }
  });
});
