/**
 * Which networks may be made beside those there are, and which may go.
 */
import assert from 'node:assert/strict';
import { checkNetworkRemoval, checkNewNetwork } from '../../../control-plane/api/rules/network-check.js';
import { networkReply } from '../../../control-plane/api/rules/network-users.js';
import { hasCode, SwarmError } from '../../../proto/base/errors.js';
import {
  type NetworkSpecInput,
  NetworkSpecCodec,
  type ServiceInput,
  type TaskInput,
} from '../../../proto/gen/objects.js';
import { aNetwork, aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import type { storeObjects } from '../../kit/memory-store.js';
import { aView } from './a-view.js';

type Objects = Parameters<typeof storeObjects>[1];

const BACKEND = aNetwork({ id: 'n1', spec: { name: 'backend' } });
const INGRESS = aNetwork({ id: 'n0', spec: { name: 'ingress', ingress: true } });

async function creation(spec: NetworkSpecInput, objects: Objects): Promise<string> {
  const view = await aView(objects);
  try {
    checkNewNetwork(view, NetworkSpecCodec.create({ name: 'new', ...spec }));
    return 'taken';
  } catch (error) {
    assert.ok(hasCode(error, 'input.invalid'), String(error));
    return error.message;
  }
}

describe('a new network', () => {
  const withSubnet = (subnet: string): NetworkSpecInput => ({ subnets: [{ subnet }] });

  it('may have addresses that nobody else has', async () => {
    const node = aNode({ description: { networking: { routes: ['0.0.0.0/0', '192.168.0.0/16', '::/0'] } } });
    assert.equal(await creation(withSubnet('10.0.2.0/24'), { network: [BACKEND], node: [node] }), 'taken');
    assert.equal(await creation({}, { network: [BACKEND], node: [node] }), 'taken');
  });

  it('is refused where it overlaps what another was given, or asks for and waits to be given', async () => {
    assert.equal(
      await creation(withSubnet('10.0.0.0/16'), { network: [BACKEND] }),
      'subnet "10.0.0.0/16": overlaps 10.0.1.0/24 of network backend; choose another',
    );
    const waiting = aNetwork({
      spec: { name: 'waiting', subnets: [{ subnet: '10.7.0.0/16' }] },
      allocation: undefined,
    });
    assert.equal(
      await creation(withSubnet('10.7.3.0/24'), { network: [waiting] }),
      'subnet "10.7.3.0/24": overlaps 10.7.0.0/16 of network waiting; choose another',
    );
  });

  it('is refused where a node reaches something else there', async () => {
    const node = aNode({ description: { hostname: 'host1', networking: { routes: ['192.168.4.0/22'] } } });
    assert.equal(
      await creation(withSubnet('192.168.7.0/24'), { node: [node] }),
      'subnet "192.168.7.0/24": overlaps 192.168.4.0/22, which node host1 has a route to; choose another, or remove that route',
    );
  });

  it('is the ingress network only where there is none', async () => {
    assert.equal(await creation({ ingress: true }, { network: [BACKEND] }), 'taken');
    assert.match(
      await creation({ ingress: true }, { network: [INGRESS] }),
      /^ingress: there is an ingress network already, ingress; remove it first/,
    );
  });
});

describe('a network that is to go', () => {
  const attached = { task: { networks: [{ networkId: 'n1' }] } };
  const web = (parts: ServiceInput = {}) => aService({ id: 's1', ...parts });
  const task = (parts: TaskInput = {}) => aTask({ id: 't1', serviceId: 's1', ...parts });

  async function users(objects: Objects, network = BACKEND): Promise<readonly string[]> {
    const view = await aView({ network: [BACKEND, INGRESS], ...objects });
    try {
      checkNetworkRemoval(view, network);
      return [];
    } catch (error) {
      const code = network === INGRESS ? 'network.ingress-in-use' : 'network.in-use';
      assert.ok(hasCode(error, code), String(error));
      return error.facts.users;
    }
  }

  it('may go when nobody needs it, whatever ended tasks had', async () => {
    const ended = task({
      status: { state: 'failed' },
      allocation: { attachments: [{ networkId: 'n1', address: '10.0.1.5' }] },
    });
    const revision = aRevision({ serviceId: 's1', spec: attached });
    assert.deepEqual(await users({ service: [web()], revision: [revision], task: [ended] }), []);
  });

  it('stays while a service is to be attached to it', async () => {
    assert.deepEqual(await users({ service: [web({ spec: { name: 'web', ...attached } })] }), [
      'service web',
    ]);
  });

  it('stays while a rollout may turn back to a spec that needs it', async () => {
    const service = web({
      revision: 2,
      rollout: { number: 1, stableRevision: 1 },
      spec: { name: 'web' },
    });
    const revision = aRevision({ serviceId: 's1', revision: 1, spec: attached });
    assert.deepEqual(await users({ service: [service], revision: [revision] }), ['service web']);
    const settled = { ...service, desired: { ...UPDATED, number: 1 } };
    assert.deepEqual(await users({ service: [settled], revision: [revision] }), []);
  });

  it('stays while a task that has not ended has an address on it, or waits for one', async () => {
    const node = aNode({ id: 'h1', description: { hostname: 'host1' } });
    const holding = task({
      placement: { nodeId: 'h1' },
      allocation: { attachments: [{ networkId: 'n1', address: '10.0.1.5' }] },
      desired: { state: 'remove' },
    });
    assert.deepEqual(await users({ node: [node], task: [holding] }), ['task s1.1.t1 on host1']);
    const revision = aRevision({ serviceId: 's1', spec: attached });
    const waiting = task({ status: { state: 'new' }, placement: undefined });
    assert.deepEqual(await users({ revision: [revision], task: [waiting] }), ['task s1.1.t1']);
  });

  it('stays while a container of a user is on it, on a node that is there', async () => {
    const containers = ['n1', 'n1', 'n2'].map((networkId, at) => ({ networkId, name: `shell${at}` }));
    const node = (state: 'ready' | 'down') =>
      aNode({ id: 'h1', description: { hostname: 'host1', networking: { containers } }, status: { state } });
    assert.deepEqual(await users({ node: [node('ready')] }), [
      'container shell0 on host1',
      'container shell1 on host1',
    ]);
    assert.deepEqual(await users({ node: [node('down')] }), []);
  });

  it('names the first of many users', async () => {
    const service = [1, 2, 3, 4, 5, 6, 7].map((n) =>
      aService({ id: `s${n}`, spec: { name: `web${n}`, ...attached } }),
    );
    assert.deepEqual(await users({ service }), [...[1, 2, 3, 4, 5].map((n) => `service web${n}`), '…']);
  });

  it('is the ingress network only when no port is published on every node', async () => {
    const publishing = (publishMode: 'ingress' | 'host') =>
      web({
        spec: { name: 'web', endpoint: { ports: [{ targetPort: 80, publishedPort: 8080, publishMode }] } },
      });
    assert.deepEqual(await users({ service: [publishing('host')] }, INGRESS), []);
    assert.deepEqual(await users({ service: [publishing('ingress')] }, INGRESS), ['service web']);
    assert.deepEqual(await users({ service: [publishing('ingress')] }), []);
  });

  it('is refused in words that say what to do', () => {
    const { message } = new SwarmError('network.in-use', { network: 'backend', users: ['service web'] });
    assert.match(message, /^Network backend is in use .*: by service web\. .*--network-rm backend/);
    const ingress = new SwarmError('network.ingress-in-use', { network: 'ingress', users: ['service web'] });
    assert.match(
      ingress.message,
      /^Network ingress carries published ports .* by service web\. .*--publish-rm/,
    );
  });
});

const UPDATED = {
  state: 'completed',
  revision: 1,
  startedAtMs: 1,
  completedAtMs: 2,
  message: '',
  slotCount: 1,
} as const;

describe('who is on a network', () => {
  it('are also users’ own containers, and nodes with or without a block for such', async () => {
    const shared = aNetwork({
      id: 'n9',
      spec: { name: 'shared', attachable: true },
      allocation: { subnets: [{ subnet: '10.0.9.0/26', range: '10.0.9.0/26', gateway: '10.0.9.1' }] },
    });
    const containers = ['b', 'a'].map((name) => ({
      networkId: 'n9',
      containerId: name,
      name,
      address: '10.0.9.33',
    }));
    const on = (block: string) => ({ attachments: [{ networkId: 'n9', address: '10.0.9.2', block }] });
    const view = await aView({
      network: [shared],
      node: [
        aNode({
          id: 'h1',
          description: { hostname: 'host1', networking: { containers } },
          allocation: on('10.0.9.32/29'),
        }),
        aNode({ id: 'h2', description: { hostname: 'host2' }, allocation: on('') }),
      ],
    });
    const reply = networkReply(view, shared);
    assert.deepEqual(
      [
        ...reply.containers.map(({ name, nodeHostname }) => `${name} on ${nodeHostname}`),
        reply.containerCount,
      ],
      ['a on host1', 'b on host1', 2],
    );
    assert.deepEqual(
      reply.nodes.map(({ block, problem }) => block || problem),
      [
        '10.0.9.32/29',
        'no block of addresses for containers is left: 10.0.9.0/26 has 4 of 8, one for each node',
      ],
    );
  });

  it('is told by kind and name, with addresses, without ended tasks', async () => {
    const on = (address: string) => ({ attachments: [{ networkId: 'n1', address }] });
    const view = await aView({
      network: [BACKEND],
      service: [
        aService({
          id: 's2',
          spec: { name: 'web', task: { networks: [{ networkId: 'n1' }] } },
          allocation: { virtualAddresses: [{ networkId: 'n1', address: '10.0.1.2' }] },
        }),
        aService({ id: 's1', spec: { name: 'api', task: { networks: [{ networkId: 'n1' }] } } }),
        aService({ id: 's3', spec: { name: 'other' } }),
      ],
      node: [aNode({ id: 'h1', description: { hostname: 'host1' }, allocation: on('10.0.1.3') })],
      task: [
        aTask({ id: 't2', serviceId: 's2', placement: { nodeId: 'h1' }, allocation: on('10.0.1.5') }),
        aTask({ id: 't1', serviceId: 's2', status: { state: 'failed' }, allocation: on('10.0.1.4') }),
      ],
    });
    const { services, tasks, taskCount, nodes } = networkReply(view, BACKEND);
    const brief = ({ name, address }: { name: string; address: string }): string => `${name} ${address}`;
    assert.deepEqual(services.map(brief), ['api ', 'web 10.0.1.2']);
    assert.deepEqual(tasks.map(brief), ['web.1.t2 10.0.1.5']);
    assert.deepEqual(
      tasks.map(({ serviceId, nodeHostname }) => [serviceId, nodeHostname]),
      [['s2', 'host1']],
    );
    assert.equal(taskCount, 1);
    assert.deepEqual(nodes.map(brief), ['host1 10.0.1.3']);
  });

  it('are services that are only published, too, and those whose tasks are there still', async () => {
    const ingress = aNetwork({ id: 'n2', spec: { name: 'ingress', ingress: true } });
    const ports = [{ targetPort: 80, publishedPort: 8080 }];
    const view = await aView({
      network: [BACKEND, ingress],
      service: [
        aService({ id: 's1', spec: { name: 'web', endpoint: { ports } } }),
        aService({ id: 's2', spec: { name: 'api' }, revision: 2 }),
        aService({ id: 's3', spec: { name: 'other' } }),
      ],
      task: [
        aTask({
          id: 't1',
          serviceId: 's2',
          allocation: { attachments: [{ networkId: 'n2', address: '10.2.0.5' }] },
        }),
      ],
    });
    const names = (network: typeof ingress): readonly string[] =>
      networkReply(view, network).services.map(({ name }) => name);
    assert.deepEqual(names(ingress), ['api', 'web']);
    assert.deepEqual(names(BACKEND), []);
  });
});
