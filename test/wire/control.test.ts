/**
 * The control API as its callers meet it, over a unix socket and over TLS: who is let in, the cluster, its
 * nodes and tasks.
 */
import assert from 'node:assert/strict';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import type { Client } from '../../proto/base/rpc.js';
import { ControlService, type ServiceProgress } from '../../proto/gen/control.js';
import { parseJoinToken } from '../../proto/model/join-token.js';
import type { Node, NodeRole } from '../../proto/gen/objects.js';
import { aNode, aTask } from '../kit/builders.js';
import { collect, ControlDoor, rejectsWith, specVersion } from '../kit/control-door.js';

describe('the control API', () => {
  let door: ControlDoor;

  beforeEach(async () => {
    door = await ControlDoor.open();
  });

  afterEach(() => door.close());

  describe('its door', () => {
    it('refuses every method to a worker', async () => {
      const worker = RpcChannel.tls(door.manager.address, await door.manager.member('worker-1'));
      for (const [name, call] of calls(worker.client(ControlService)))
        await assert.rejects(call(), rejectsWith('auth.denied'), name);
      worker.close();
    });

    it('refuses every method to whoever shows no certificate', async () => {
      const stranger = RpcChannel.tls(door.manager.address, { rootPem: door.manager.first.identity.rootPem });
      for (const [name, call] of calls(stranger.client(ControlService)))
        await assert.rejects(call(), rejectsWith('certificate.refused'), name);
      stranger.close();
    });

    it('opens for a manager over TLS', async () => {
      const peer = RpcChannel.tls(door.manager.address, door.manager.first.identity);
      const { id } = await peer.client(ControlService).getCluster({});
      assert.equal(id, door.manager.first.clusterId);
      peer.close();
    });

    it('refuses a node that was removed, whatever its certificate says', async () => {
      const removed = RpcChannel.tls(door.manager.address, await door.manager.identity('gone', 'manager'));
      await assert.rejects(
        removed.client(ControlService).getCluster({}),
        rejectsWith('node.removed', { nodeId: 'gone' }),
      );
      removed.close();
    });
  });

  describe('the cluster', () => {
    it('is described without its secrets', async () => {
      const reply = await door.control.getCluster({});
      assert.equal(reply.version, '1.2.3');
      assert.equal(reply.nodeId, door.manager.first.nodeId);
      assert.deepEqual(reply.managerAddresses, [door.manager.address]);
      assert.equal(reply.spec?.name, 'default');
      assert.ok(!JSON.stringify(reply).includes('PRIVATE KEY'));
    });

    it('takes another spec, from the present version only, and refuses values that make no sense', async () => {
      const { spec, ...before } = await door.control.getCluster({});
      assert.ok(spec !== undefined);
      const version = specVersion(before);
      const changed = { ...spec, taskHistoryLimit: 2, heartbeatPeriodMs: 1000, rebalance: true };
      const reply = await door.control.updateCluster({ version, spec: changed });
      assert.deepEqual(reply.spec, changed);
      assert.deepEqual((await door.control.getCluster({})).spec, changed);
      await assert.rejects(
        door.control.updateCluster({ version, spec }),
        rejectsWith('object.conflict', { kind: 'cluster', yours: version, current: specVersion(reply) }),
      );
      const refused = { version: specVersion(reply), spec: { ...changed, heartbeatPeriodMs: 0 } };
      await assert.rejects(
        door.control.updateCluster(refused),
        rejectsWith('input.invalid', { field: 'dispatcher-heartbeat' }),
      );
      const same = await door.control.updateCluster({ version: specVersion(reply), spec: changed });
      assert.equal(specVersion(same), specVersion(reply));
    });

    it('gives the token that workers join with', async () => {
      const { token, managerAddresses } = await door.control.getJoinToken({ role: 'worker', rotate: false });
      assert.equal(token, door.manager.token('worker'));
      assert.deepEqual(managerAddresses, [door.manager.address]);
    });

    it('rotates the secret of the token and keeps the rest', async () => {
      const before = parseJoinToken(door.manager.token('worker'));
      const managerToken = door.manager.token('manager');
      const { token } = await door.control.getJoinToken({ role: 'worker', rotate: true });
      const after = parseJoinToken(token);
      assert.equal(after.rootDigest, before.rootDigest);
      assert.notEqual(after.secret, before.secret);
      assert.equal(door.manager.token('worker'), token);
      assert.equal(door.manager.token('manager'), managerToken);
      assert.ok(door.manager.memory.store.view().cluster()?.identity?.rootKeyPem.includes('PRIVATE KEY'));
    });

    it('has one for managers, which is rotated apart from the other', async () => {
      const workerToken = door.manager.token('worker');
      const { token: before } = await door.control.getJoinToken({ role: 'manager', rotate: false });
      assert.equal(before, door.manager.token('manager'));
      const { token: after } = await door.control.getJoinToken({ role: 'manager', rotate: true });
      assert.notEqual(after, before);
      assert.equal(door.manager.token('manager'), after);
      assert.equal(door.manager.token('worker'), workerToken);
    });
  });

  describe('nodes', () => {
    it('are listed with what this manager sees of the managers', async () => {
      await door.store({ node: [aNode({ id: 'worker-1' })] });
      const { nodes, selfNodeId } = await door.control.listNodes({
        ids: [],
        names: [],
        roles: [],
        labels: [],
        engineLabels: [],
        memberships: [],
      });
      assert.equal(selfNodeId, door.manager.first.nodeId);
      const statuses = new Map(nodes.map(({ node, manager: status }) => [node?.id, status]));
      assert.deepEqual(statuses.get(selfNodeId), {
        leader: true,
        reachable: true,
        address: door.manager.address,
        voter: true,
        reachabilityUnknown: false,
      });
      assert.equal(statuses.get('worker-1'), undefined);
    });

    it('take labels and an availability, from the present version only', async () => {
      await door.store({ node: [aNode({ id: 'worker-1' })] });
      const { entry } = await door.control.getNode({ ref: 'worker-1' });
      const node = entry?.node;
      assert.ok(node !== undefined);
      const change = { nodeId: node.id, version: specVersion(node) };
      const spec = {
        labels: { disk: 'ssd' },
        autoRemoveAfterMs: 0,
        role: 'worker',
        availability: 'drain',
      } as const;
      const { node: updated } = await door.control.updateNode({ ...change, spec });
      assert.deepEqual(updated?.spec, spec);
      await assert.rejects(
        door.control.updateNode({ ...change, spec: { ...spec, availability: 'active' } }),
        rejectsWith('object.conflict', {
          kind: 'node',
          yours: change.version,
          current: specVersion(updated),
        }),
      );
    });

    it('are promoted and demoted, but for the last manager', async () => {
      await door.store({ node: [aNode({ id: 'worker-1' })] });
      const become = async (ref: string, role: NodeRole): Promise<Node | undefined> => {
        const { entry } = await door.control.getNode({ ref });
        const spec = { labels: {}, autoRemoveAfterMs: 0, role, availability: 'active' } as const;
        const request = { nodeId: ref, version: specVersion(entry?.node), spec };
        return (await door.control.updateNode(request)).node;
      };
      const { nodeId } = door.manager.first;
      await assert.rejects(become(nodeId, 'worker'), rejectsWith('manager.last', { node: nodeId }));
      assert.equal((await become('worker-1', 'manager'))?.spec?.role, 'manager');
      // It has no vote yet: the first one cannot be done without.
      await assert.rejects(become(nodeId, 'worker'), rejectsWith('manager.quorum-at-risk', { needed: 1 }));
      assert.equal((await become('worker-1', 'worker'))?.spec?.role, 'worker');
    });

    it('are removed with the tasks they still had', async () => {
      const placement = { nodeId: 'lost' };
      await door.store({
        node: [aNode({ id: 'lost', status: { state: 'down' } })],
        task: [
          aTask({ id: 'runs', placement }),
          aTask({ id: 'ended', placement, status: { state: 'complete' } }),
        ],
      });
      assert.deepEqual(await door.control.removeNode({ ref: 'lost', force: false }), { nodeId: 'lost' });
      const view = door.manager.memory.store.view();
      assert.equal(view.node('lost'), undefined);
      assert.equal(view.task('runs')?.status?.state, 'orphaned');
      assert.equal(view.task('ended')?.status?.state, 'complete');
    });

    it('are removed although their tasks report meanwhile', async () => {
      const task = aTask({ placement: { nodeId: 'lost' } });
      await door.store({ node: [aNode({ id: 'lost', status: { state: 'down' } })], task: [task] });
      door.manager.memory.log.hold();
      const report = door.setStatus(task, {
        state: 'failed',
        atMs: 1,
        message: '',
        error: 'exit 1',
        ports: [],
      });
      const removal = door.control.removeNode({ ref: 'lost', force: false });
      await door.control.getNode({ ref: 'lost' });
      door.manager.memory.log.release();
      await report;
      assert.deepEqual(await removal, { nodeId: 'lost' });
      assert.equal(door.manager.memory.store.view().task('task-1')?.status?.state, 'failed');
    });

    it('that are ready go only by force, and a manager not at all', async () => {
      await door.store({ node: [aNode({ id: 'worker-1' })] });
      await assert.rejects(
        door.control.removeNode({ ref: 'worker-1', force: false }),
        rejectsWith('node.not-removable', { node: 'worker-1', state: 'ready' }),
      );
      await door.control.removeNode({ ref: 'worker-1', force: true });
      await assert.rejects(
        door.control.removeNode({ ref: door.manager.first.nodeId, force: true }),
        rejectsWith('node.not-removable', { state: 'a manager that is up' }),
      );
    });
  });

  describe('tasks', () => {
    it('are shown with the names of service and node and the spec they were made from', async () => {
      const service = await door.createService();
      await door.store({
        node: [aNode({ description: { hostname: 'alpha' } })],
        task: [aTask({ serviceId: service.id })],
      });
      for (const ref of ['task-1', 'web.1', 'web.1.task-1', 'task']) {
        const { entry } = await door.control.getTask({ ref });
        assert.equal(entry?.name, 'web.1.task-1', ref);
        assert.equal(entry?.nodeHostname, 'alpha');
        assert.equal(entry?.spec?.container?.image, 'web:1');
      }
      const { tasks } = await door.control.listTasks({ ...NO_TASK_FILTER, nodeRefs: ['alpha'] });
      assert.deepEqual(
        tasks.map(({ name }) => name),
        ['web.1.task-1'],
      );
    });
  });
});

const NO_TASK_FILTER = { serviceRefs: [], nodeRefs: [], ids: [], names: [], desiredStates: [] };

/** Every method of the service, to be called with an empty request. */
function calls(control: Client<typeof ControlService>): [string, () => Promise<unknown>][] {
  return Object.entries(ControlService.methods).map(([name, { kind, request }]) => {
    const call = Reflect.get(control, name) as (message: unknown) => unknown;
    const empty = request.create();
    const isStream = kind === 'server-stream';
    return [
      name,
      async () =>
        isStream ? await collect(call(empty) as AsyncIterable<ServiceProgress>) : await call(empty),
    ];
  });
}
