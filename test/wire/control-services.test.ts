/**
 * Services over the control API: created, changed by several at once, found, watched and removed.
 */
import assert from 'node:assert/strict';
import { watchService } from '../../control-plane/api/service-watch.js';
import { group, remove, update } from '../../control-plane/store/rules/change.js';
import { SwarmError } from '../../proto/base/errors.js';
import type { Task, TaskState } from '../../proto/gen/objects.js';
import { aNode, aServiceSpec, aTask } from '../kit/builders.js';
import { ControlDoor, next, rejectsWith, specVersion } from '../kit/control-door.js';
import { commitAll } from '../kit/memory-store.js';
import { settle } from '../kit/sim-clock.js';
import { replicasOf } from '../../proto/model/service-mode.js';

describe('the control API: services', () => {
  let door: ControlDoor;

  beforeEach(async () => {
    door = await ControlDoor.open();
  });

  afterEach(() => door.close());

  describe('each', () => {
    it('are stored with the revision that their tasks refer to', async () => {
      const service = await door.createService();
      const view = door.manager.memory.store.view();
      assert.equal(service.revision, 1);
      assert.deepEqual(view.service(service.id), service);
      assert.deepEqual(view.revision(service.id, 1)?.spec, service.spec);
      assert.match(service.id, /^[0-9a-z]{25}$/);
    });

    it('have names of their own, whatever the case', async () => {
      await door.createService('web');
      await assert.rejects(
        door.control.createService({ spec: aServiceSpec({ name: 'Web' }) }),
        rejectsWith('object.name-taken', { kind: 'service', name: 'Web' }),
      );
      assert.equal((await door.control.listServices(NO_SERVICE_FILTER)).services.length, 1);
    });

    it('get a new revision with each change, and none when nothing has changed', async () => {
      const service = await door.createService();
      const spec = aServiceSpec({ mode: { kind: 'replicated', replicated: { replicas: 3 } } });
      const version = specVersion(service);
      const { service: updated } = await door.control.updateService({ serviceId: service.id, version, spec });
      assert.equal(updated?.revision, 2);
      const again = { serviceId: service.id, version: specVersion(updated), spec };
      const { service: unchanged } = await door.control.updateService(again);
      assert.deepEqual(unchanged, updated);
      const revisions = door.manager.memory.store.view().revisionsOfService(service.id);
      assert.deepEqual(
        revisions.map(({ spec: kept }) => replicasOf(kept)),
        [1, 3],
      );
    });

    it('are as they were after a change that changes nothing', async () => {
      const service = await door.createService();
      const { entry } = await door.control.getService({ ref: 'web' });
      const { service: same } = await door.control.updateService({
        serviceId: service.id,
        version: specVersion(service),
        spec: entry?.service?.spec,
      });
      assert.deepEqual(same, service);
      assert.equal(door.manager.memory.store.view().revisionsOfService(service.id).length, 1);
    });

    it('are refused when their spec breaks a rule, and nothing is stored', async () => {
      const before = door.manager.memory.store.view().index;
      const wrong = [
        [aServiceSpec({ name: 'not a name' }), 'name'],
        [aServiceSpec({ task: { container: { image: '' } } }), 'image'],
        [undefined, 'spec'],
      ] as const;
      for (const [spec, field] of wrong)
        await assert.rejects(door.control.createService({ spec }), rejectsWith('input.invalid', { field }));
      assert.equal(door.manager.memory.store.view().index, before);
      const { id, meta } = await door.createService();
      const change = { serviceId: id, version: specVersion({ meta }) };
      const labels = { '': 'no key' };
      await assert.rejects(
        door.control.updateService({ ...change, spec: aServiceSpec({ labels }) }),
        rejectsWith('input.invalid', { field: 'label' }),
      );
      assert.equal(door.manager.memory.store.view().service(id)?.revision, 1);
    });

    it('that are removed while they are changed count as not found', async () => {
      const service = await door.createService();
      door.manager.memory.log.hold();
      const removal = door.control.removeService({ ref: 'web' });
      const change = { serviceId: service.id, version: specVersion(service) };
      const updated = Promise.allSettled([
        door.control.updateService({ ...change, spec: aServiceSpec({ labels: { late: '1' } }) }),
        door.control.removeService({ ref: 'web' }),
      ]);
      await door.control.getService({ ref: 'web' });
      door.manager.memory.log.release();
      await removal;
      for (const result of await updated) {
        assert.ok(result.status === 'rejected');
        rejectsWith('object.not-found', { kind: 'service', ref: service.id })(result.reason);
      }
    });

    it('refuse a change made from an older version, and name both', async () => {
      const service = await door.createService();
      const version = specVersion(service);
      const spec = aServiceSpec({ labels: { mine: '1' } });
      const { service: first } = await door.control.updateService({ serviceId: service.id, version, spec });
      assert.ok(first !== undefined);
      await assert.rejects(
        door.control.updateService({
          serviceId: service.id,
          version,
          spec: aServiceSpec({ labels: { mine: '2' } }),
        }),
        rejectsWith('object.conflict', { id: service.id, yours: version, current: specVersion(first) }),
      );
    });

    it('let only the first of two changes through that were under way together', async () => {
      const service = await door.createService();
      const version = specVersion(service);
      door.manager.memory.log.hold();
      const both = [1, 2].map((label) =>
        door.control.updateService({
          serviceId: service.id,
          version,
          spec: aServiceSpec({ labels: { label: `${label}` } }),
        }),
      );
      const settled = Promise.allSettled(both);
      // The calls come over one connection, in order; a third is answered after both have been proposed.
      await door.control.getService({ ref: service.id });
      door.manager.memory.log.release();
      const [first, second] = await settled;
      assert.equal(first?.status, 'fulfilled');
      assert.ok(second?.status === 'rejected');
      const current = specVersion(door.manager.memory.store.view().service(service.id));
      rejectsWith('object.conflict', { yours: version, current })(second.reason);
    });

    it('keep their name', async () => {
      const service = await door.createService();
      await assert.rejects(
        door.control.updateService({
          serviceId: service.id,
          version: specVersion(service),
          spec: aServiceSpec({ name: 'other' }),
        }),
        rejectsWith('input.invalid', { field: 'name', value: 'other' }),
      );
    });

    it('are found by name, id, or the beginning of the id', async () => {
      const service = await door.createService();
      for (const ref of ['web', 'WEB', service.id, service.id.slice(0, 6)]) {
        const { entry } = await door.control.getService({ ref });
        assert.equal(entry?.service?.id, service.id, ref);
      }
      await assert.rejects(
        door.control.getService({ ref: 'wep' }),
        rejectsWith('object.not-found', { kind: 'service', ref: 'wep', candidates: ['web'] }),
      );
    });

    it('are gone at once when removed, and their name is free', async () => {
      const { id } = await door.createService();
      assert.deepEqual(await door.control.removeService({ ref: 'web' }), { serviceId: id });
      await assert.rejects(door.control.removeService({ ref: id }), rejectsWith('object.not-found'));
      await door.createService();
    });

    it('count the tasks that run on nodes that are up', async () => {
      const service = await door.createService();
      const onNode = (id: string, nodeId: string, state: TaskState = 'running'): Task =>
        aTask({ id, serviceId: service.id, placement: { nodeId }, status: { state } });
      await door.store({
        node: [aNode({ id: 'up' }), aNode({ id: 'lost', status: { state: 'down' } })],
        task: [onNode('a', 'up'), onNode('b', 'lost'), onNode('c', 'removed', 'orphaned')],
      });
      const { entry } = await door.control.getService({ ref: 'web' });
      assert.deepEqual([entry?.runningTasks, entry?.desiredTasks], [1, 1]);
    });

    it('say why when the disk is full, and can be created once it is not', async () => {
      door.manager.memory.log.failNext(new SwarmError('store.full', { reason: 'ENOSPC' }));
      await assert.rejects(door.createService(), rejectsWith('store.full', { reason: 'ENOSPC' }));
      await door.createService();
    });
  });

  describe('watching a service', () => {
    it('gives its state now and after each change, and ends when the caller ends it', async () => {
      const service = await door.createService();
      const stop = new AbortController();
      const watched = door.control.watchService({ ref: 'web' }, { signal: stop.signal });
      const progress = watched[Symbol.asyncIterator]();
      assert.deepEqual((await next(progress)).tasks, []);

      await door.store({ node: [aNode({ description: { hostname: 'alpha' } })] });
      const task = aTask({ serviceId: service.id, status: { state: 'assigned' } });
      await door.store({ task: [task] });
      const [entry] = (await next(progress)).tasks;
      assert.equal(entry?.name, 'web.1.task-1');
      assert.equal(entry?.nodeHostname, 'alpha');
      assert.equal(entry?.spec, undefined);

      await door.setStatus(task, { state: 'running', atMs: 1, message: '', error: '', ports: [] });
      assert.equal((await next(progress)).tasks[0]?.task?.status?.state, 'running');

      stop.abort(new Error('seen enough'));
      await assert.rejects(next(progress), /seen enough/);
    });

    it('tells the specs of tasks only where the service does not tell them, however large they are', async () => {
      const LARGE = `LARGE=${'x'.repeat(100_000)}`;
      const spec = aServiceSpec({ name: 'web', task: { container: { image: 'web:1', env: [LARGE] } } });
      const { service } = await door.control.createService({ spec });
      assert.ok(service !== undefined);
      const tasks = Array.from({ length: 300 }, (_, at) =>
        aTask({ id: `task-${at}`, serviceId: service.id }),
      );
      await door.store({ task: tasks });
      const progress = door.control.watchService({ ref: 'web' })[Symbol.asyncIterator]();
      assert.equal((await next(progress)).tasks.length, 300);
      await commitAll(door.manager.memory.store, [group(tasks.slice(1).map(({ id }) => remove('task', id)))]);
      await next(progress);
      const version = specVersion(service);
      const newer = aServiceSpec({ name: 'web', task: { container: { image: 'web:2' } } });
      await door.control.updateService({ serviceId: service.id, version, spec: newer });
      const [entry] = (await next(progress)).tasks;
      assert.equal(entry?.spec?.container?.image, 'web:1');
      await progress.return?.();
    });

    it('leaves out what a slow caller has missed, and what concerns other services', async () => {
      const service = await door.createService();
      const other = await door.createService('other');
      const task = aTask({ serviceId: service.id, status: { state: 'preparing' } });
      await door.store({ node: [aNode()], task: [task, aTask({ id: 'task-2', serviceId: other.id })] });
      const progress = watchService('web', new AbortController().signal, door.manager.memory.store);
      await next(progress);
      const status = { atMs: 1, message: '', error: '', ports: [] };
      for (const state of ['ready', 'starting', 'running'] as const)
        await door.setStatus(task, { ...status, state });
      assert.equal((await next(progress)).tasks[0]?.task?.status?.state, 'running');
      const pending = progress.next();
      await door.setStatus(aTask({ id: 'task-2' }), { ...status, state: 'failed' });
      await settle();
      await door.setStatus(task, { ...status, state: 'complete' });
      const { value } = await pending;
      assert.equal(value?.tasks[0]?.task?.status?.state, 'complete');
      await progress.return();
    });

    it('tells of nodes that went down under its tasks', async () => {
      const service = await door.createService();
      await door.store({ node: [aNode()], task: [aTask({ serviceId: service.id })] });
      const progress = door.control.watchService({ ref: 'web' })[Symbol.asyncIterator]();
      assert.deepEqual((await next(progress)).downNodeIds, []);
      const status = aNode({ status: { state: 'down' } }).status;
      await commitAll(door.manager.memory.store, [group([update('node', 'node-1', 'status', { status })])]);
      assert.deepEqual((await next(progress)).downNodeIds, ['node-1']);
      await progress.return?.();
    });

    it('of a service on every node tells of the nodes that are to have a task, and of no other', async () => {
      const mode = { kind: 'global', global: {} } as const;
      const task = { placement: { constraints: ['node.labels.disk==ssd'] } };
      const { service } = await door.control.createService({
        spec: aServiceSpec({ name: 'each', mode, task }),
      });
      assert.ok(service);
      const onNode = (nodeId: string): Task =>
        aTask({ id: nodeId, serviceId: service.id, slot: 0, placement: { nodeId } });
      const labels = { disk: 'ssd' };
      const paused = aNode({ id: 'n2', spec: { labels, availability: 'pause' } });
      await door.store({
        node: [aNode({ id: 'n1', spec: { labels } }), paused],
        task: [onNode('n1'), onNode('n2')],
      });
      const progress = door.control.watchService({ ref: 'each' })[Symbol.asyncIterator]();
      const seen = await next(progress);
      assert.deepEqual([seen.desiredTasks, seen.tasks.map(({ name }) => name)], [1, ['each.n1.n1']]);
      await door.store({ node: [aNode({ id: 'n3', spec: { labels } })] });
      assert.equal(
        (await next(progress)).desiredTasks,
        2,
        'a node without a task of it is news all the same',
      );
      await progress.return?.();
    });

    it('ends with the service', async () => {
      const service = await door.createService();
      const progress = door.control.watchService({ ref: 'web' })[Symbol.asyncIterator]();
      await next(progress);
      await commitAll(door.manager.memory.store, [group([remove('service', service.id)])]);
      await assert.rejects(next(progress), rejectsWith('object.not-found', { kind: 'service', ref: 'web' }));
    });
  });
});

const NO_SERVICE_FILTER = { ids: [], names: [], modes: [], labels: [] };
