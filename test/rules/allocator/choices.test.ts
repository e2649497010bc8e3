/**
 * Who is given what: tasks, services and nodes, each by its own rule, from what the store says and what is in use.
 */
import assert from 'node:assert/strict';
import { Holdings } from '../../../control-plane/allocator/rules/holdings.js';
import { chooseNodeAddresses } from '../../../control-plane/allocator/rules/nodes.js';
import { allocateService } from '../../../control-plane/allocator/rules/services.js';
import { chooseAddresses } from '../../../control-plane/allocator/rules/tasks.js';
import type { Tables } from '../../../control-plane/store/rules/change.js';
import type { ServiceAllocationInput, ServiceSpecInput, Task } from '../../../proto/gen/objects.js';
import { aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { givenIn, holdingsOf, ON_BACK, ON_BOTH, viewOf } from './given-view.js';

const PUBLISHED: ServiceSpecInput = {
  ...ON_BACK,
  endpoint: { ports: [{ targetPort: 80, publishedPort: 80 }] },
};

const known = (...networkIds: readonly string[]): Pick<ServiceAllocationInput, 'networks'> => ({
  networks: networkIds.map((networkId) => ({ networkId })),
});

const aNewTask = (revision = 1): Task =>
  aTask({ id: 'new', revision, placement: undefined, status: { state: 'new' } });

const having = (networkId: string, ...hosts: readonly number[]): ReturnType<typeof aTask>[] =>
  hosts.map((host) => {
    const address = `10.0.${networkId === 'back' ? 1 : 2}.${host}`;
    return aTask({ id: `t${host}`, allocation: { attachments: [{ networkId, address }] } });
  });

describe('a task that needs networks', () => {
  const chosen = async (
    spec: ServiceSpecInput,
    {
      service = {},
      tasks = [],
      nodes = [],
      revision = 1,
      ingressId = 'ingress',
    }: {
      readonly service?: { readonly revision?: number; readonly allocation?: ServiceAllocationInput };
      readonly tasks?: readonly Task[];
      readonly nodes?: readonly Tables['node'][];
      readonly revision?: number;
      readonly ingressId?: string | undefined;
    } = {},
  ): Promise<string> => {
    const view = await viewOf({
      service: [aService({ spec: { endpoint: { mode: 'dnsrr' }, ...spec }, ...service })],
      revision: [aRevision({ spec })],
      task: tasks,
      node: nodes,
    });
    const holdings = holdingsOf(view);
    const context = { view, holdings, ingressId: ingressId === '' ? undefined : ingressId };
    const choice = chooseAddresses(context, aNewTask(revision));
    return 'waitsFor' in choice
      ? `${choice.waitsFor}: ${choice.reason}`
      : choice.attachments.map(({ networkId, address }) => `${networkId} ${address}`).join(', ');
  };
  const ports = [{ targetPort: 80, publishedPort: 80 }];
  const served = { allocation: { ports, virtualAddresses: [{ networkId: 'back', address: '10.0.1.6' }] } };

  it('gets one address on each of them', async () => {
    assert.equal(await chosen(ON_BACK), 'back 10.0.1.2');
    assert.equal(await chosen(ON_BOTH), 'back 10.0.1.2, ingress 10.0.2.2');
    assert.equal(await chosen(PUBLISHED, { service: served }), 'back 10.0.1.2, ingress 10.0.2.2');
  });

  it('waits for its revision, its service, the ingress network, without a word while they are on their way', async () => {
    assert.equal(await chosen(ON_BACK, { revision: 2 }), 'revision service-1.2: ');
    assert.equal(await chosen(PUBLISHED), 'service service-1: ');
    assert.equal(await chosen(PUBLISHED, { service: served, ingressId: '' }), 'ingress: ');
  });

  it('waits with the service when that can’t have all, but not with a revision that is not its own', async () => {
    const service = { allocation: { problem: 'port 80/tcp is taken' } };
    assert.equal(await chosen(PUBLISHED, { service }), 'service service-1: port 80/tcp is taken');
    assert.match(await chosen(PUBLISHED, { service: { revision: 2, ...service } }), /^back 10\.0\.1\.2, /);
  });

  it('gets none at all when one of its networks is full', async () => {
    const full = 'no free address on network back (10.0.1.0/29, 5 of 5 in use)';
    assert.equal(await chosen(ON_BOTH, { tasks: having('back', 2, 3, 4, 5, 6) }), `network back: ${full}`);
    assert.match(
      await chosen(ON_BOTH, { tasks: having('ingress', 2, 3, 4, 5, 6) }),
      /^network ingress: no free/,
    );
  });

  it('leaves nodes the addresses that they will need', async () => {
    const nodes = [aNode({ id: 'node-1' }), aNode({ id: 'node-2' })];
    // Each task that is not placed may need one more for its node; two nodes need no more than two.
    const unplaced = having('back', 2, 3).map((task) => ({
      ...task,
      placement: undefined,
      status: aNewTask().status,
    }));
    assert.equal(await chosen(ON_BACK, { nodes, tasks: unplaced }), 'back 10.0.1.4');
    assert.match(
      await chosen(ON_BACK, { nodes, tasks: [...unplaced, ...having('back', 4)] }),
      /^network back/,
    );
    const attached = nodes.map(({ id }, at) => {
      const attachments = [{ networkId: 'back', address: `10.0.1.${5 + at}` }];
      return aNode({ id, allocation: { attachments } });
    });
    assert.equal(await chosen(ON_BACK, { nodes: attached, tasks: unplaced }), 'back 10.0.1.4');
  });

  it('gets the address of one that has ended, not of one that is stopping', async () => {
    const [a, b, c, d, e] = having('back', 2, 3, 4, 5, 6);
    assert.ok(a && b && c && d && e);
    const tasks = [a, b, c, d, { ...e, desired: { state: 'remove' } as const }];
    assert.match(await chosen(ON_BACK, { tasks }), /^network back/);
    const ended = { ...b, status: { ports: [], atMs: 0, message: '', error: '', state: 'failed' } as const };
    assert.equal(
      await chosen(ON_BACK, { tasks: [...tasks.filter((task) => task !== b), ended] }),
      'back 10.0.1.3',
    );
  });
});

describe('a service', () => {
  const given = async (
    spec: ServiceSpecInput,
    allocation?: ServiceAllocationInput,
    others: readonly Tables['service'][] = [],
  ): Promise<unknown> => {
    const service = aService({ spec, allocation });
    const view = await viewOf({ service: [service, ...others] });
    const { allocation: after, isShort } = allocateService(view, service, givenIn(view));
    if (after === undefined) return isShort ? 'waits' : 'has all';
    const addresses = after.virtualAddresses.map(({ networkId, address }) => `${networkId} ${address}`);
    return [...after.ports.map(({ publishedPort }) => publishedPort), ...addresses, after.problem].join(', ');
  };
  const virtual = (networkId: string, address: string): ServiceAllocationInput => ({
    virtualAddresses: [{ networkId, address }],
  });

  it('gets an address on each network, none on ingress for its ports', async () => {
    assert.equal(await given(ON_BOTH), 'back 10.0.1.2, ingress 10.0.2.2, ');
    assert.equal(await given(PUBLISHED), '80, back 10.0.1.2, ');
    assert.equal(await given({}), 'has all');
  });

  it('gets none where its name leads to its tasks, and loses what it had', async () => {
    const dnsrr: ServiceSpecInput = { ...ON_BACK, endpoint: { mode: 'dnsrr' } };
    assert.equal(await given(dnsrr), '');
    assert.equal(await given(dnsrr, known('back')), 'has all');
    assert.equal(await given(dnsrr, virtual('back', '10.0.1.4')), '');
  });

  it('keeps the address it has, and gives back that of a network it left', async () => {
    assert.equal(await given(ON_BACK, { ...virtual('back', '10.0.1.4'), ...known('back') }), 'has all');
    assert.equal(await given(ON_BOTH, virtual('ingress', '10.0.2.4')), 'back 10.0.1.2, ingress 10.0.2.4, ');
    assert.equal(await given(ON_BACK, virtual('ingress', '10.0.2.4')), 'back 10.0.1.2, ');
  });

  it('gets nothing new, and loses what it asks for no more, when it can’t have all', async () => {
    const other = aService({ id: 'other', allocation: { ports: [{ targetPort: 80, publishedPort: 80 }] } });
    const before = { ports: [{ targetPort: 70, publishedPort: 70 }], ...virtual('ingress', '10.0.2.4') };
    assert.equal(
      await given(PUBLISHED, before, [other]),
      'port 80/tcp is published by service other already',
    );
    const problem = 'port 80/tcp is published by service other already';
    assert.equal(await given(PUBLISHED, { problem, ...known('back') }, [other]), 'waits');
  });

  it('waits for a network that is not there', async () => {
    const spec: ServiceSpecInput = { task: { networks: [{ networkId: 'gone' }] } };
    assert.equal(await given(spec), 'network gone does not exist');
  });
});

describe('a node', () => {
  it('is looked at when a task comes to it or ends, not when one gets on', () => {
    const holdings = new Holdings();
    const [task] = having('back', 2);
    assert.ok(task?.status);
    const inState = (state: 'starting' | 'running' | 'failed'): Task => ({
      ...task,
      status: { ports: [], atMs: 0, message: '', error: '', state },
    });
    assert.deepEqual(holdings.setTask(task.id, inState('starting')), ['node-1']);
    assert.deepEqual(holdings.setTask(task.id, inState('running')), []);
    assert.deepEqual(holdings.setTask(task.id, inState('failed')), ['node-1']);
    assert.deepEqual(holdings.setTask(task.id, undefined), []);
  });

  const chosen = async (
    ingressId: string | undefined,
    held: readonly string[],
    tasks: readonly Task[],
  ): Promise<string> => {
    const attachments = held.map((networkId) => ({ networkId, address: '10.0.1.6', address6: '' }));
    const node = aNode({ allocation: { attachments } });
    const view = await viewOf({ node: [node], task: tasks });
    const choice = chooseNodeAddresses(node, ingressId, holdingsOf(view));
    const names = choice.attachments?.map(({ networkId, address }) => `${networkId} ${address}`).join(', ');
    return `${names ?? 'as it is'}${choice.isShort ? ', short' : ''}`;
  };

  it('has an address where it has a task that has not ended', async () => {
    assert.equal(await chosen(undefined, [], []), 'as it is');
    assert.equal(await chosen(undefined, [], having('back', 2)), 'back 10.0.1.3');
    assert.equal(await chosen(undefined, ['back'], having('back', 2)), 'as it is');
    const ended = having('back', 2).map((task) => ({
      ...task,
      status: aTask({ status: { state: 'complete' } }).status,
    }));
    assert.equal(await chosen(undefined, ['back'], ended), '');
  });

  it('has none for a task that the scheduler has yet to agree to', async () => {
    const wished = having('back', 2).map((task) => ({
      ...task,
      status: aTask({ status: { state: 'pending' } }).status,
    }));
    assert.equal(await chosen(undefined, [], wished), 'as it is');
  });

  it('has one on the ingress network while that is in use', async () => {
    assert.equal(await chosen('ingress', [], having('back', 2)), 'back 10.0.1.3, ingress 10.0.2.2');
  });

  it('has none of a network that is gone or full', async () => {
    assert.equal(await chosen(undefined, ['gone'], []), '');
    assert.equal(await chosen(undefined, [], having('back', 2, 3, 4, 5, 6)), 'as it is, short');
  });
});
