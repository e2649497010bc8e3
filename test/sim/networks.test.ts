/**
 * Networks, addresses and ports on a leader, with everything around them: what is in use is what is alive, whatever
 * comes and goes and whoever leads; what does not fit says why, and goes on by itself.
 */
import assert from 'node:assert/strict';
import type { PortSpecInput, ServiceSpec } from '../../proto/gen/objects.js';
import { hasEnded, stateOf } from '../../proto/model/task.js';
import { checkAddresses, heldAddresses } from '../kit/address-checks.js';
import { aNode, aServiceSpec } from '../kit/builders.js';
import { LeaderLoops } from './leader-loops.js';

interface Asked {
  readonly replicas?: number;
  readonly networks?: readonly string[];
  readonly ports?: readonly PortSpecInput[];
}

function spec(name: string, { replicas = 1, networks = ['back'], ports = [] }: Asked): ServiceSpec {
  return aServiceSpec({
    name,
    mode: { kind: 'replicated', replicated: { replicas } },
    task: { networks: networks.map((networkId) => ({ networkId })) },
    endpoint: { ports },
  });
}

async function withLoops(
  nodeCount: number,
  seed: number,
  test: (loops: LeaderLoops) => Promise<void>,
): Promise<void> {
  const loops = new LeaderLoops(seed);
  await loops.begin(nodeCount);
  try {
    await test(loops);
  } finally {
    await loops.end();
  }
}

const run =
  (loops: LeaderLoops, count: number, name = 'web') =>
  (): boolean =>
    loops.running(name).length === count;

/** Who has an address on the network, by kind: task, node, service. */
function holders(loops: LeaderLoops, networkId = 'back'): Readonly<Record<string, number>> {
  const counts: Record<string, number> = { task: 0, node: 0, service: 0 };
  for (const held of heldAddresses(loops.view)) {
    if (held.networkId !== networkId) continue;
    const kind = held.holder.slice(0, held.holder.indexOf(' '));
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

const errorsOf = (loops: LeaderLoops, name: string): readonly string[] => [
  ...new Set(
    loops
      .tasksOf(name)
      .filter((task) => !hasEnded(task))
      .map(({ status }) => status?.error ?? ''),
  ),
];

describe('the leader loops with networks', () => {
  it('give a task its address before it is placed, and its node one', () =>
    withLoops(3, 1, async (loops) => {
      await loops.createNetwork('back');
      await loops.createService('web', spec('web', { replicas: 2 }));
      await loops.until('2 run', run(loops, 2));
      assert.deepEqual(holders(loops), { task: 2, node: 2, service: 1 });
      const [subnet] = loops.view.network('back')?.allocation?.subnets ?? [];
      assert.deepEqual(subnet, { subnet: '10.0.0.0/24', range: '10.0.0.0/24', gateway: '10.0.0.1' });
      assert.deepEqual(loops.view.service('web')?.allocation?.virtualAddresses, [
        { networkId: 'back', address: '10.0.0.2', address6: '', block: '', block6: '' },
      ]);
      await loops.removeService('web');
      await loops.until('nothing is left', () => loops.tasksOf('web').length === 0);
      assert.deepEqual(holders(loops), { task: 0, node: 0, service: 0 });
    }));

  it('make the ingress network for the first published port, for every node', () =>
    withLoops(3, 2, async (loops) => {
      await loops.createService('web', spec('web', { networks: [], ports: [{ targetPort: 80 }] }));
      await loops.until('it runs', run(loops, 1));
      const ingress = loops.view.networkByName('ingress');
      assert.ok(ingress?.spec?.ingress);
      assert.equal(ingress.allocation?.subnets[0]?.subnet, '10.0.0.0/20');
      assert.deepEqual(holders(loops, ingress.id), { task: 1, node: 3, service: 0 });
      assert.deepEqual(
        loops.view.service('web')?.allocation?.ports.map(({ publishedPort }) => publishedPort),
        [30_000],
      );
      await loops.addNode(aNode({ id: 'node-4' }));
      await loops.changeLeader();
      assert.deepEqual(holders(loops, ingress.id), { task: 1, node: 4, service: 0 });
      await loops.removeNode('node-4');
      await loops.removeService('web');
      // Whoever is being answered still has a way to the task.
      assert.deepEqual(holders(loops, ingress.id), { task: 1, node: 3, service: 0 });
      await loops.until('nothing is left', () => heldAddresses(loops.view).length === 0);
    }));

  it('leave tasks new on a full network, say so, and go on by themselves', () =>
    withLoops(3, 3, async (loops) => {
      await loops.createNetwork('back');
      await loops.createService('web', spec('web', { replicas: 260 }));
      // 253 addresses: one for the service, one for each node.
      await loops.until('the network is full', run(loops, 249));
      assert.deepEqual(holders(loops), { task: 249, node: 3, service: 1 });
      assert.deepEqual(errorsOf(loops, 'web').toSorted(), [
        '',
        'no free address on network back (10.0.0.0/24, 253 of 253 in use)',
      ]);
      await loops.changeLeader();
      assert.equal(loops.tasksOf('web').filter((task) => stateOf(task) === 'new').length, 11);
      await loops.scale('web', 249);
      await loops.until('nobody waits', () => loops.tasksOf('web').length === 249);
      assert.deepEqual(errorsOf(loops, 'web'), ['']);
      await loops.createService('more', spec('more', { replicas: 1 }));
      assert.match(errorsOf(loops, 'more').join(), /no free address on network back/);
      await loops.scale('web', 240);
      await loops.until('the other one runs', run(loops, 1, 'more'));
    }));

  it('give two networks that are made at once subnets of their own, and tasks an address on both', () =>
    withLoops(2, 4, async (loops) => {
      await Promise.all([loops.createNetwork('back'), loops.createNetwork('front')]);
      await loops.createService('web', spec('web', { replicas: 4, networks: ['front', 'back'] }));
      await loops.until('4 run', run(loops, 4));
      const subnets = ['back', 'front'].map((id) => loops.view.network(id)?.allocation?.subnets[0]?.subnet);
      assert.deepEqual(subnets, ['10.0.0.0/24', '10.0.1.0/24']);
      for (const { allocation } of loops.tasksOf('web'))
        assert.deepEqual(
          allocation?.attachments.map(({ networkId }) => networkId),
          ['front', 'back'],
        );
      assert.deepEqual(holders(loops), { task: 4, node: 2, service: 1 });
      assert.deepEqual(holders(loops, 'front'), { task: 4, node: 2, service: 1 });
    }));

  it('let a service wait for a port, by the name of who has it, until that is gone', () =>
    withLoops(1, 5, async (loops) => {
      const ports = [{ targetPort: 80, publishedPort: 8080 }];
      await loops.createService('web', spec('web', { networks: [], ports }));
      await loops.createService('other', spec('other', { networks: [], ports }));
      await loops.until('the first one runs', run(loops, 1));
      assert.deepEqual(errorsOf(loops, 'other'), ['port 8080/tcp is published by service web already']);
      await loops.removeService('web');
      await loops.until('the other one runs', run(loops, 1, 'other'));
      assert.equal(loops.view.service('other')?.allocation?.problem, '');
    }));

  it('let two services trade their ports', () =>
    withLoops(1, 8, async (loops) => {
      const published = (name: string, publishedPort: number): ServiceSpec =>
        spec(name, { networks: [], ports: [{ targetPort: 80, publishedPort }] });
      await loops.createService('web', published('web', 80));
      await loops.createService('other', published('other', 81));
      await loops.until('both run', () => run(loops, 1)() && run(loops, 1, 'other')());
      await loops.updateService('web', () => published('web', 81));
      assert.equal(
        loops.view.service('web')?.allocation?.problem,
        'port 81/tcp is published by service other already',
      );
      await loops.updateService('other', () => published('other', 80));
      await loops.until('both run anew', () =>
        ['web', 'other'].every((name) => loops.running(name).every(({ revision }) => revision === 2)),
      );
      const ports = ['web', 'other'].map(
        (name) => loops.view.service(name)?.allocation?.ports[0]?.publishedPort,
      );
      assert.deepEqual(ports, [81, 80]);
    }));

  it('take no port, address or name away before the last task of a revision that has it was told to stop', () =>
    withLoops(2, 9, async (loops) => {
      await loops.createNetwork('back');
      const before = { replicas: 2, ports: [{ targetPort: 80, publishedPort: 8080 }] };
      await loops.createService('web', spec('web', before));
      await loops.until('2 run', run(loops, 2));
      const has = (): string => {
        const {
          ports = [],
          virtualAddresses = [],
          networks = [],
        } = loops.view.service('web')?.allocation ?? {};
        return `${ports.length} ${virtualAddresses.length} ${networks.length}`;
      };
      assert.equal(has(), '1 1 1');
      await loops.updateService('web', () => spec('web', { replicas: 2, networks: [] }));
      const isServing = (): boolean => loops.running('web').some(({ revision }) => revision === 1);
      assert.ok(isServing());
      await loops.until('the last one has been told to stop', () => {
        if (isServing()) assert.equal(has(), '1 1 1');
        return !isServing();
      });
      await loops.until('nothing is left', () => has() === '0 0 0');
      assert.equal(loops.view.service('web')?.revision, 2);
    }));

  it('say it when the ingress network can’t be made for its name', () =>
    withLoops(1, 10, async (loops) => {
      await loops.createNetwork('ingress');
      await loops.createService('web', spec('web', { networks: [], ports: [{ targetPort: 80 }] }));
      assert.match(
        errorsOf(loops, 'web').join(),
        /the ingress network can't be made, as another one is named/,
      );
      await loops.removeNetwork('ingress');
      await loops.until('it runs', run(loops, 1));
    }));

  it('say it when a network can have no subnet, until what was in the way is gone', () =>
    withLoops(1, 11, async (loops) => {
      const subnets = [{ subnet: '10.7.0.0/24' }];
      await loops.createNetwork('back', { name: 'back', subnets });
      await loops.createNetwork('front', { name: 'front', subnets });
      await loops.createService('web', spec('web', { networks: ['front'] }));
      assert.deepEqual(errorsOf(loops, 'web'), [
        'network front has no subnet: subnet 10.7.0.0/24 overlaps 10.7.0.0/24, which is network back',
      ]);
      await loops.removeNetwork('back');
      await loops.until('it runs', run(loops, 1));
    }));

  it('say it, too, to tasks that waited before it was known, and what is in the way now', () =>
    withLoops(1, 12, async (loops) => {
      await loops.addNode(aNode({ id: 'far', description: { networking: { routes: ['10.0.0.0/8'] } } }));
      // The ingress network is made for the service, and only then there is no subnet for it.
      await loops.createService('web', spec('web', { networks: [], ports: [{ targetPort: 80 }] }));
      assert.match(errorsOf(loops, 'web').join(), /^network ingress has no subnet: no \/24 is free/);
      const subnets = [{ subnet: '10.7.0.0/24' }];
      await Promise.all([
        loops.createNetwork('front', { name: 'front', subnets }),
        loops.createService('api', spec('api', { networks: ['front'] })),
      ]);
      const overlaps = 'network front has no subnet: subnet 10.7.0.0/24 overlaps';
      assert.deepEqual(errorsOf(loops, 'api'), [`${overlaps} 10.0.0.0/8, which is a route of node far`]);
      await loops.addNode(aNode({ id: 'near', description: { networking: { routes: ['10.7.0.0/16'] } } }));
      await loops.removeNode('far');
      assert.deepEqual(errorsOf(loops, 'api'), [`${overlaps} 10.7.0.0/16, which is a route of node near`]);
      await loops.removeNode('near');
      await loops.until('both run', () => run(loops, 1)() && run(loops, 1, 'api')());
    }));

  it('place tasks of an encrypted network where it can be encrypted, whoever leads', () =>
    withLoops(0, 8, async (loops) => {
      const tunnelKeys = [{ publicKey: 'key', port: 4795 }];
      const networking = { dataAddress: '192.0.2.1', tunnelKeys };
      await loops.addNode(aNode({ id: 'able', description: { networking } }));
      const tunnelProblem = 'wg not found: install wireguard-tools';
      const bare = { dataAddress: '192.0.2.2', tunnelProblem };
      await loops.addNode(aNode({ id: 'bare', description: { networking: bare } }));
      await loops.addNode(aNode({ id: 'old' }));
      await loops.createNetwork('back', { name: 'back', encrypted: true });
      await loops.createNetwork('front');
      await loops.createService('web', spec('web', { replicas: 3 }));
      await loops.createService('api', spec('api', { replicas: 3, networks: ['front'] }));
      await loops.until('all run', () => run(loops, 3)() && run(loops, 3, 'api')());
      const places = (name: string): readonly string[] =>
        [...new Set(loops.running(name).map(({ placement }) => placement?.nodeId ?? ''))].toSorted();
      assert.deepEqual(places('web'), ['able']);
      assert.deepEqual(places('api'), ['able', 'bare', 'old'], 'plain networks go everywhere');
      await loops.changeLeader();
      await loops.loseNode('able');
      assert.deepEqual(errorsOf(loops, 'web').slice(-1), [
        'no suitable node (2 nodes cannot encrypt; 1 node not available for new tasks)',
      ]);
      await loops.describeNode('bare', { dataAddress: '192.0.2.2', tunnelKeys });
      await loops.until('they run elsewhere', () => places('web').join() === 'bare' && run(loops, 3)());
    }));

  it('keep addresses apart through a change of the networks of a service', () =>
    withLoops(3, 6, async (loops) => {
      await loops.createNetwork('back');
      await loops.createNetwork('front');
      await loops.createService('web', spec('web', { replicas: 3 }));
      await loops.until('3 run', run(loops, 3));
      const before = loops.view.service('web')?.allocation?.virtualAddresses[0]?.address;
      await loops.updateService('web', () => spec('web', { replicas: 3, networks: ['front', 'back'] }));
      await loops.until('3 run on both', () => loops.running('web').every(({ revision }) => revision === 2));
      const both = loops.view.service('web')?.allocation?.virtualAddresses ?? [];
      assert.deepEqual(
        both.map(({ networkId }) => networkId),
        ['front', 'back'],
      );
      assert.equal(both[1]?.address, before, 'it keeps the one it had');
      await loops.updateService('web', () => spec('web', { replicas: 3, networks: ['front'] }));
      await loops.until('3 run on the new one', () =>
        loops.running('web').every(({ revision }) => revision === 3),
      );
      await loops.until('the old ones have ended', () => holders(loops)['task'] === 0);
      assert.deepEqual(holders(loops), { task: 0, node: 0, service: 0 });
      assert.deepEqual(holders(loops, 'front'), { task: 3, node: 3, service: 1 });
    }));

  it('have exactly the live addresses in use after 5,000 tasks on a /24, whoever leads', () =>
    withLoops(3, 7, async (loops) => {
      await loops.createNetwork('back', { name: 'back', ipv6: true });
      let made = 0;
      for (let round = 0; made < 5000; round++) {
        const name = `round-${round}`;
        const replicas = 200;
        made += replicas;
        await loops.createService(name, spec(name, { replicas }));
        if (round % 3 === 1) await loops.changeLeader();
        await loops.until(`${name} runs`, run(loops, replicas, name));
        // Some fail, and are replaced beside what is left of them.
        await loops.agentsStep(() => (loops.fraction() < 0.1 ? 'failed' : 'on'));
        if (round % 5 === 2) await loops.changeLeader();
        await loops.removeService(name);
        await loops.until(`${name} is gone`, () => loops.tasksOf(name).length === 0);
        assert.deepEqual(heldAddresses(loops.view), [], `after ${name}`);
      }
      await loops.createService('last', spec('last', { replicas: 249 }));
      await loops.until('all of them run', run(loops, 249, 'last'));
      assert.deepEqual(holders(loops), { task: 249, node: 3, service: 1 });
      checkAddresses(loops.view);
    })).timeout(300_000);
});
