/**
 * What nodes are told of overlay networks, item by item.
 */
import assert from 'node:assert/strict';
import {
  containerItems,
  endpointItems,
  gatewayItem,
  networkItem,
  peerItem,
  serviceItems,
} from '../../../control-plane/dispatcher/rules/overlay.js';
import type { Tables } from '../../../control-plane/store/rules/change.js';
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import {
  type AttachedContainerInput,
  type Node,
  type NodeInput,
  type ServiceInput,
  TASK_STATES,
} from '../../../proto/gen/objects.js';
import { aCluster, aNetwork, aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { aMemoryStore, storeObjects } from '../../kit/memory-store.js';

type Objects = { readonly [T in keyof Tables]?: readonly Tables[T][] };

async function viewOf(objects: Objects): Promise<ClusterView> {
  const { store } = aMemoryStore();
  await storeObjects(store, objects);
  return store.view();
}

const ON_NET = { attachments: [{ networkId: 'net', address: '10.0.1.2', address6: 'fd00::2' }] };
const AT_7 = { attachments: [{ networkId: 'net', address: '10.0.1.7', address6: 'fd00::7' }] };

describe('a network', () => {
  const network = aNetwork({
    id: 'net',
    spec: { name: 'front', internal: true, encrypted: true, mtu: 1400, labels: { a: 'b' } },
    allocation: { subnets: [{ subnet: '10.0.1.0/24' }, { subnet: 'fd00::/64' }], vxlanId: 4099 },
  });

  it('is told with the address that the node has on it', async () => {
    const view = await viewOf({
      cluster: [aCluster({ spec: { dataPathPort: 7789 } })],
      network: [network],
      node: [aNode({ allocation: { attachments: [{ ...ON_NET.attachments[0], block: '10.0.1.128/29' }] } })],
    });
    assert.deepEqual(networkItem(view, 'node-1', 'net'), {
      networkId: 'net',
      name: 'front',
      vxlanId: 4099,
      dataPathPort: 7789,
      subnet: '10.0.1.0/24',
      subnet6: 'fd00::/64',
      gateway: '10.0.1.2',
      gateway6: 'fd00::2',
      mtu: 1400,
      internal: true,
      ingress: false,
      attachable: false,
      encrypted: true,
      labels: { a: 'b' },
      block: '10.0.1.128/29',
      block6: '',
    });
  });

  it('is not told to a node that does not take part in it, nor when it is gone', async () => {
    const view = await viewOf({
      network: [network],
      node: [aNode(), aNode({ id: 'node-2', allocation: { attachments: [{ networkId: 'gone' }] } })],
    });
    assert.equal(networkItem(view, 'node-1', 'net'), undefined);
    assert.equal(networkItem(view, 'node-2', 'gone'), undefined);
  });
});

describe('a node on a network', () => {
  it('is told with where it is reached, and as the gateway of its containers', () => {
    const tunnelKeys = [{ publicKey: 'key', port: 51820 }];
    const networking = { dataAddress: '192.0.2.1', dataMtu: 1500, tunnelKeys };
    const node = aNode({ description: { networking }, allocation: ON_NET });
    assert.deepEqual(peerItem(node), {
      nodeId: 'node-1',
      dataAddress: '192.0.2.1',
      dataMtu: 1500,
      tunnelKeys,
    });
    const [attachment] = node.allocation?.attachments ?? [];
    assert.ok(attachment);
    const { address, address6, nodeId, taskId, serving } = gatewayItem(node, attachment);
    assert.deepEqual(
      { address, address6, nodeId, taskId, serving },
      { address: '10.0.1.2', address6: 'fd00::2', nodeId: 'node-1', taskId: '', serving: false },
    );
  });
});

describe('a task on a network', () => {
  const world = (...tasks: Parameters<typeof aTask>): Promise<ClusterView> =>
    viewOf({
      node: [aNode({ allocation: ON_NET }), aNode({ id: 'node-2' })],
      revision: [aRevision({ spec: { name: 'web' } })],
      task: tasks.map((parts) => aTask({ allocation: AT_7, ...parts })),
    });
  const only = async (parts: Parameters<typeof aTask>[0]): ReturnType<typeof items> =>
    items(await world(parts));
  const items = async (view: ClusterView): Promise<ReturnType<typeof endpointItems>> =>
    await Promise.resolve([...view.tasks()].flatMap((task) => endpointItems(view, task)));

  it('is told with its address, its name, and that it serves', async () => {
    assert.deepEqual(await only({ slot: 3 }), [
      {
        networkId: 'net',
        taskId: 'task-1',
        nodeId: 'node-1',
        address: '10.0.1.7',
        address6: 'fd00::7',
        serviceId: 'service-1',
        taskName: 'web.3.task-1',
        slot: 3,
        serving: true,
        containerId: '',
        containerName: '',
        hardwareAddress: '',
        ports: [],
      },
    ]);
  });

  it('is told on the ingress network with the ports that it was made to serve, whatever its service says now', async () => {
    const ports = [
      { targetPort: 80, publishedPort: 8080 },
      { targetPort: 81, publishMode: 'host' as const },
    ];
    const view = await viewOf({
      network: [aNetwork({ id: 'net', spec: { name: 'ingress', ingress: true } })],
      node: [aNode({ allocation: ON_NET })],
      service: [aService({ revision: 2, spec: { endpoint: { ports: [{ ...ports[0], targetPort: 90 }] } } })],
      revision: [aRevision({ spec: { endpoint: { ports } } })],
      task: [aTask({ allocation: AT_7 })],
    });
    const [endpoint] = await items(view);
    assert.deepEqual(
      endpoint?.ports.map(({ publishedPort, targetPort }) => [publishedPort, targetPort]),
      [[8080, 80]],
    );
  });

  it('serves while it runs and is to stay', async () => {
    const serving = async (parts: Parameters<typeof aTask>[0]): Promise<readonly boolean[]> =>
      (await only(parts)).map((endpoint) => endpoint.serving);
    assert.deepEqual(await serving({ status: { state: 'starting' } }), [false]);
    assert.deepEqual(await serving({ desired: { state: 'shutdown' } }), [false]);
    const leaving = { sinceMs: 1, reason: 'scaled down', end: 'remove' as const };
    assert.deepEqual(await serving({ desired: { leaving } }), [false]);
  });

  it('is there from when a node has taken it until it has ended', async () => {
    const told: string[] = [];
    for (const state of TASK_STATES) if ((await only({ status: { state } })).length > 0) told.push(state);
    assert.deepEqual(told, ['assigned', 'accepted', 'preparing', 'ready', 'starting', 'running']);
  });

  it('is not there before its node takes part in the network', async () => {
    assert.deepEqual(await only({ placement: { nodeId: 'node-2' } }), []);
    assert.deepEqual(await only({ placement: { nodeId: 'removed' } }), []);
  });
});

describe("a user's own container on a network", () => {
  const SHELL = {
    networkId: 'net',
    containerId: 'c1',
    name: 'shell',
    address: '10.0.1.130',
    address6: 'fd00::82',
    hardwareAddress: '7e:00:00:00:00:01',
  };
  const node = (parts: NodeInput, container: AttachedContainerInput = SHELL): Node =>
    aNode({
      description: { networking: { containers: [container] } },
      allocation: {
        attachments: [{ networkId: 'net', block: '10.0.1.128/29', block6: 'fd00::80/125' }],
      },
      ...parts,
    });
  const ids = (...args: Parameters<typeof node>): readonly string[] =>
    containerItems(node(...args)).map(({ containerId }) => containerId);

  it('is told with its name, its addresses and its hardware address', () => {
    assert.deepEqual(containerItems(node({})), [
      {
        networkId: 'net',
        taskId: '',
        nodeId: 'node-1',
        address: '10.0.1.130',
        address6: 'fd00::82',
        serviceId: '',
        taskName: '',
        slot: 0,
        serving: false,
        containerId: 'c1',
        containerName: 'shell',
        hardwareAddress: '7e:00:00:00:00:01',
        ports: [],
      },
    ]);
  });

  it('is forgotten with its node', () => {
    assert.deepEqual(ids({ status: { state: 'disconnected' } }), ['c1']);
    assert.deepEqual(ids({ status: { state: 'down' } }), []);
    assert.deepEqual(ids({ allocation: undefined }), []);
  });

  for (const [what, parts] of [
    ['an address that may be another node’s or a task’s', { address: '10.0.1.136' }],
    ['an address that is none', { address: '' }],
    ['a network that its node is not on', { networkId: 'other' }],
    ['a hardware address that is none', { hardwareAddress: 'nobody' }],
    ['no id', { containerId: '' }],
  ] as const)
    it(`is not believed with ${what}`, () => assert.deepEqual(ids({}, { ...SHELL, ...parts }), []));

  it('is told without an IPv6 address that may be somebody else’s', () => {
    const [item] = containerItems(node({}, { ...SHELL, address6: 'fd00::99' }));
    assert.equal(item?.address6, '');
  });
});

describe('a service on a network', () => {
  const networks = [{ networkId: 'net', aliases: ['db'] }];
  const virtualAddresses = [{ networkId: 'net', address: '10.0.1.5' }];
  const items = (parts: ServiceInput): ReturnType<typeof serviceItems> =>
    serviceItems(aService(parts), ['ingress']);

  it('is told with its names and the address behind which its tasks are', () => {
    const spec = { name: 'web', labels: { 'com.docker.stack.namespace': 'shop' }, task: { networks } };
    assert.deepEqual(items({ spec, allocation: { virtualAddresses } }), [
      {
        networkId: 'net',
        serviceId: 'service-1',
        name: 'web',
        aliases: ['db'],
        stack: 'shop',
        mode: 'vip',
        address: '10.0.1.5',
        address6: '',
        ports: [],
      },
    ]);
  });

  it('is told with the address that it has still when names lead to its tasks already', () => {
    const spec = { task: { networks }, endpoint: { mode: 'dnsrr' } } as const;
    const [item] = items({ spec, allocation: { virtualAddresses } });
    assert.deepEqual([item?.mode, item?.address], ['dnsrr', '10.0.1.5']);
    assert.equal(items({ spec })[0]?.address, '');
  });

  it('is told where it was given to be known, whatever its spec says since', () => {
    const given = { networks: [{ networkId: 'net', aliases: ['sql', 'db'] }], virtualAddresses };
    const told = items({ spec: { name: 'web' }, allocation: given });
    assert.deepEqual(
      told.map(({ networkId, aliases, address }) => [networkId, aliases, address]),
      [['net', ['sql', 'db'], '10.0.1.5']],
    );
  });

  it('is told of the ingress network with the ports that are published on every node', () => {
    const ports = [
      { publishedPort: 8080, targetPort: 80, publishMode: 'ingress' as const },
      { publishedPort: 9090, targetPort: 90, publishMode: 'host' as const },
    ];
    const told = items({ allocation: { ports } }).map((item) => [
      item.networkId,
      item.ports.map(({ publishedPort }) => publishedPort),
    ]);
    assert.deepEqual(told, [['ingress', [8080]]]);
    assert.deepEqual(items({ allocation: { ports: ports.slice(1) } }), []);
  });
});
