/**
 * Networks over the control API: created, found, named by services, and removed when nobody needs them.
 */
import assert from 'node:assert/strict';
import { hasCode } from '../../proto/base/errors.js';
import { type Network, NetworkSpecCodec, type NetworkSpecInput } from '../../proto/gen/objects.js';
import { ListNetworksRequestCodec, type ListNetworksRequestInput } from '../../proto/gen/control.js';
import { NetworkReportCodec } from '../../proto/gen/dispatcher.js';
import { aNode, aServiceSpec } from '../kit/builders.js';
import { ControlDoor, rejectsWith, specVersion } from '../kit/control-door.js';

describe('the control API: networks', () => {
  let door: ControlDoor;

  beforeEach(async () => {
    door = await ControlDoor.open();
  });

  afterEach(() => door.close());

  const createNetwork = async (name: string, parts: NetworkSpecInput = {}): Promise<Network> => {
    const spec = NetworkSpecCodec.create({ name, ...parts });
    const { network } = await door.control.createNetwork({ spec });
    assert.ok(network !== undefined);
    return network;
  };
  const attachedTo = (...refs: readonly string[]) =>
    aServiceSpec({ task: { networks: refs.map((networkId) => ({ networkId })) } });
  const publishing = (name: string, publishedPort: number) =>
    aServiceSpec({
      name,
      endpoint: { ports: [{ targetPort: 80, publishedPort, publishMode: 'ingress' }] },
    });

  it('are kept as asked for, and found by id, name and label', async () => {
    const backend = await createNetwork('backend', { labels: { tier: 'db' } });
    await createNetwork('frontend', { driverOptions: { 'com.docker.network.driver.mtu': '1400' } });
    assert.match(backend.id, /^[0-9a-z]{25}$/);
    const names = async (request: ListNetworksRequestInput): Promise<readonly string[]> => {
      const { networks } = await door.control.listNetworks(ListNetworksRequestCodec.create(request));
      return networks.map(({ spec }) => spec?.name ?? '').toSorted();
    };
    assert.deepEqual(await names({}), ['backend', 'frontend']);
    assert.deepEqual(await names({ names: ['Back'] }), ['backend']);
    assert.deepEqual(await names({ labels: ['tier=db'] }), ['backend']);
    assert.deepEqual(await names({ ids: [backend.id.slice(0, 20)] }), ['backend']);
    const { network } = await door.control.getNetwork({ ref: 'FRONTEND' });
    assert.equal(network?.spec?.mtu, 1400);
  });

  it('have names and addresses of their own', async () => {
    await createNetwork('backend', { subnets: [{ subnet: '10.1.0.0/24' }] });
    const taken = { kind: 'network', name: 'Backend' };
    await assert.rejects(createNetwork('Backend'), rejectsWith('object.name-taken', taken));
    await assert.rejects(
      createNetwork('other', { subnets: [{ subnet: '10.1.0.0/16' }] }),
      rejectsWith('input.invalid', { field: 'subnet' }),
    );
    await assert.rejects(door.control.createNetwork({}), rejectsWith('input.invalid', { field: 'spec' }));
  });

  it('that are asked for at once do not overlap: the second is refused', async () => {
    door.manager.memory.log.hold();
    const both = Promise.allSettled([
      createNetwork('a', { subnets: [{ subnet: '10.1.0.0/24' }] }),
      createNetwork('b', { subnets: [{ subnet: '10.1.0.0/24' }] }),
    ]);
    await door.control.listNetworks(ListNetworksRequestCodec.create());
    door.manager.memory.log.release();
    const refused = (await both).flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    assert.equal(refused.length, 1);
    assert.ok(hasCode(refused[0], 'input.invalid'));
  });

  it('are named by services, which keep their ids', async () => {
    const backend = await createNetwork('backend');
    const { service } = await door.control.createService({ spec: attachedTo('Backend') });
    assert.deepEqual(service?.spec?.task?.networks, [{ networkId: backend.id, aliases: [] }]);
    const change = { serviceId: service.id, version: specVersion(service) };
    const { service: same } = await door.control.updateService({ ...change, spec: attachedTo('backend') });
    assert.deepEqual(same, service);
    await assert.rejects(
      door.control.updateService({ ...change, spec: attachedTo('frontend') }),
      rejectsWith('object.not-found', { kind: 'network', ref: 'frontend', candidates: ['backend'] }),
    );
  });

  it('stay while a service needs them, however close the two are asked for', async () => {
    await createNetwork('backend');
    door.manager.memory.log.hold();
    const created = door.control.createService({ spec: attachedTo('backend') });
    const removed = Promise.allSettled([door.control.removeNetwork({ ref: 'backend' })]);
    await door.control.listNetworks(ListNetworksRequestCodec.create());
    door.manager.memory.log.release();
    await created;
    const [outcome] = await removed;
    assert.ok(outcome.status === 'rejected');
    rejectsWith('network.in-use', { network: 'backend', users: ['service web'] })(outcome.reason);
    await door.control.removeService({ ref: 'web' });
    await door.control.removeNetwork({ ref: 'backend' });
    await assert.rejects(door.control.getNetwork({ ref: 'backend' }), rejectsWith('object.not-found'));
  });

  it('that are gone are not what a service rolls back to', async () => {
    await createNetwork('backend');
    const { service } = await door.control.createService({ spec: attachedTo('backend') });
    assert.ok(service !== undefined);
    const change = { serviceId: service.id, version: specVersion(service) };
    await door.control.updateService({ ...change, spec: aServiceSpec({ labels: { no: 'tasks' } }) });
    await assert.rejects(door.control.removeNetwork({ ref: 'backend' }), rejectsWith('network.in-use'));
    await door.settleRollout(service.id);
    await door.control.removeNetwork({ ref: 'backend' });
    await assert.rejects(
      door.control.changeRollout({ ref: 'web', action: 'rollback', toRevision: 0 }),
      rejectsWith('object.not-found', { kind: 'network' }),
    );
  });

  it('carry each published port for one service', async () => {
    await door.control.createService({ spec: publishing('web', 8080) });
    await assert.rejects(
      door.control.createService({ spec: publishing('other', 8080) }),
      rejectsWith('input.invalid', { field: 'publish', value: '8080:80/tcp' }),
    );
    await door.control.createService({ spec: publishing('other', 8081) });
  });

  it('are made and removed once, however often it is asked', async () => {
    const spec = NetworkSpecCodec.create({ name: 'backend' });
    const options = { requestId: 'r1' };
    const first = await door.control.createNetwork({ spec }, options);
    assert.deepEqual(await door.control.createNetwork({ spec }, options), first);
    const removal = { requestId: 'r2' };
    const removed = await door.control.removeNetwork({ ref: 'backend' }, removal);
    assert.deepEqual(removed, { networkId: first.network?.id });
    assert.deepEqual(await door.control.removeNetwork({ ref: 'backend' }, removal), removed);
  });

  it('do not wait for a caller that is gone, and go on with the next', async () => {
    door.manager.memory.log.hold();
    const gone = new AbortController();
    const first = Promise.allSettled([createNetwork('a')]);
    const second = Promise.allSettled([
      door.control.createNetwork({ spec: NetworkSpecCodec.create({ name: 'b' }) }, { signal: gone.signal }),
    ]);
    await door.control.listNetworks(ListNetworksRequestCodec.create());
    gone.abort();
    assert.equal((await second)[0].status, 'rejected');
    door.manager.memory.log.release();
    assert.equal((await first)[0].status, 'fulfilled');
    await createNetwork('c');
  });

  it('are looked at on every node, or on those that are named, which are called by their hostnames', async () => {
    const nodes = ['host2', 'host1'].map((hostname) =>
      aNode({ id: `id-of-${hostname}`, description: { hostname } }),
    );
    await door.store({ node: nodes });
    const fault = {
      check: 'reach',
      fault: 'nothing comes back from node id-of-host2',
      mend: 'look at id-of-host2',
    };
    const report = NetworkReportCodec.create({ faults: [fault], networkCount: 1 });
    door.examinations.reportByNodeId.set('id-of-host1', report);
    const silent = NetworkReportCodec.create({ error: 'no word of id-of-host1' });
    door.examinations.reportByNodeId.set('id-of-host2', silent);
    const { nodes: found } = await door.control.examineNetworks({
      nodeRefs: ['host2', 'host1', 'id-of-host1'],
    });
    assert.deepEqual(
      found.map((node) => [node.hostname, node.report?.error, node.report?.faults]),
      [
        [
          'host1',
          '',
          [{ check: 'reach', fault: 'nothing comes back from node host2', mend: 'look at host2' }],
        ],
        ['host2', 'no word of host1', []],
      ],
    );
    const all = await door.control.examineNetworks({ nodeRefs: [] });
    assert.ok(all.nodes.length >= 2);
    await assert.rejects(
      door.control.examineNetworks({ nodeRefs: ['nobody'] }),
      rejectsWith('object.not-found', { ref: 'nobody' }),
    );
  });
});
