/**
 * What a reader of the store may rely on: groups are whole or not at all, versions follow the log, names
 * are unique, views never change.
 */
import assert from 'node:assert/strict';
import { hasCode } from '../../../proto/base/errors.js';
import { LogEntryCodec } from '../../../proto/gen/log.js';
import type { Refusal } from '../../../control-plane/store/rules/apply.js';
import type { GroupResult } from '../../../control-plane/store/store.js';
import {
  absent,
  atVersion,
  create,
  exists,
  group,
  remove,
  unchanged,
  update,
  versionOf,
} from '../../../control-plane/store/rules/change.js';
import { ENTRY_FORMAT } from '../../../control-plane/store/entry.js';
import { aCluster, aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { aMemoryStore, aReplica, commitAll, storeObjects } from '../../kit/memory-store.js';

function refusalOf(result: GroupResult | undefined): Refusal {
  assert.ok(result !== undefined && !result.applied, 'the group was applied');
  return result.refusal;
}

describe('the store', () => {
  it('shows what was committed, found by every index', async () => {
    const { store } = aMemoryStore();
    await storeObjects(store, {
      cluster: [aCluster()],
      node: [aNode({ id: 'node-1' }), aNode({ id: 'node-2' })],
      service: [aService({ id: 'web' })],
      revision: [aRevision({ serviceId: 'web', revision: 10 }), aRevision({ serviceId: 'web', revision: 9 })],
      task: [
        aTask({ id: 'b', serviceId: 'web', slot: 2, placement: { nodeId: 'node-1' } }),
        aTask({ id: 'a', serviceId: 'web', slot: 10, status: { state: 'pending' }, placement: undefined }),
        aTask({ id: 'c', serviceId: 'webber', slot: 2, placement: { nodeId: 'node-1' } }),
      ],
    });
    const view = store.view();
    const ids = (objects: Iterable<{ id: string }>): string[] => [...objects].map(({ id }) => id);
    assert.equal(view.cluster()?.id, 'cluster-1');
    assert.equal(view.nodeCount(), 2);
    assert.deepEqual(ids(view.nodes()), ['node-1', 'node-2']);
    assert.equal(view.serviceByName('WEB')?.id, 'web');
    assert.equal(view.revision('web', 9)?.revision, 9);
    assert.deepEqual(ids(view.revisionsOfService('web')), ['web.9', 'web.10']);
    assert.deepEqual(ids(view.tasks()), ['a', 'b', 'c']);
    assert.deepEqual(ids(view.tasksOfService('web')), ['b', 'a']);
    assert.deepEqual(ids(view.tasksOfSlot('web', 2)), ['b']);
    assert.deepEqual(ids(view.tasksOnNode('node-1')), ['b', 'c']);
    assert.equal(view.countInState('pending'), 1);
    assert.deepEqual(ids(view.tasksOnNode('')), []);
  });

  it('versions each field group by the log index that changed it, and dates objects by the entry', async () => {
    const { store, clock } = aMemoryStore();
    const bornMs = clock.nowMs();
    await storeObjects(store, { task: [aTask({ placement: undefined })] });
    await clock.advance(1000);
    await commitAll(store, [
      group([update('task', 'task-1', 'placement', { placement: { nodeId: 'node-2', generic: [] } })]),
    ]);
    const task = store.view().task('task-1');
    assert.ok(task !== undefined);
    assert.deepEqual(task.meta, {
      createdAtMs: bornMs,
      updatedAtMs: bornMs + 1000,
      versions: { desired: 1, status: 1, placement: 2 },
    });
    assert.equal(task.placement?.nodeId, 'node-2');
    assert.equal(task.status?.state, 'running');
  });

  it('replaces the fields of one group and nothing else', async () => {
    const { store } = aMemoryStore();
    await storeObjects(store, { service: [aService({ desired: { state: 'updating', revision: 1 } })] });
    const before = store.view().service('service-1');
    const spec = aService({ spec: { name: 'other' } }).spec;
    await commitAll(store, [
      group([update('service', 'service-1', 'spec', { spec, revision: 2, previousRevision: 1 })]),
    ]);
    const after = store.view().service('service-1');
    assert.equal(after?.revision, 2);
    assert.equal(after?.desired, before?.desired);
    assert.equal(store.view().serviceByName('other')?.id, 'service-1');
    assert.equal(store.view().serviceByName('service-1'), undefined);
  });

  const refusals: { title: string; of: Parameters<typeof group>; expected: object }[] = [
    {
      title: 'a check on a version that has passed',
      of: [[remove('node', 'node-1')], [atVersion('node', 'node-1', 'spec', 7)]],
      expected: { kind: 'check', currentVersion: 1 },
    },
    {
      title: 'a check on the version of what is gone',
      of: [[remove('node', 'node-1')], [atVersion('node', 'node-9', 'spec', 0)]],
      expected: { kind: 'check', currentVersion: undefined },
    },
    {
      title: 'a check that something exists which does not',
      of: [[remove('node', 'node-1')], [exists('task', 'task-9')]],
      expected: { kind: 'check' },
    },
    {
      title: 'a check that something is absent which is not',
      of: [[remove('node', 'node-1')], [absent('service', 'service-1')]],
      expected: { kind: 'check' },
    },
    {
      title: 'a second object with the same id',
      of: [[remove('node', 'node-1'), create('service', aService({ spec: { name: 'new' } }))]],
      expected: { kind: 'id-taken', table: 'service', id: 'service-1' },
    },
    {
      title: 'a second service with the same name, in whatever case',
      of: [
        [remove('node', 'node-1'), create('service', aService({ id: 's2', spec: { name: 'Service-1' } }))],
      ],
      expected: { kind: 'name-taken', table: 'service', name: 'Service-1' },
    },
    {
      title: 'an update of what is not there',
      of: [[remove('node', 'node-1'), update('node', 'node-9', 'status', { status: undefined })]],
      expected: { kind: 'missing', table: 'node', id: 'node-9' },
    },
  ];
  for (const { title, of, expected } of refusals) {
    it(`refuses ${title}, and leaves nothing of the group behind`, async () => {
      const { store } = aMemoryStore();
      await storeObjects(store, { node: [aNode()], service: [aService()] });
      const nodeBefore = store.view().node('node-1');
      const [result] = await store.commit([group(...of)]);
      const refusal = refusalOf(result);
      assert.deepEqual({ ...refusal, ...expected }, refusal);
      assert.equal(store.view().node('node-1'), nodeBefore);
      assert.equal(store.view().service('s2'), undefined);
    });
  }

  it('lets a name go to another service in one group', async () => {
    const { store } = aMemoryStore();
    await storeObjects(store, { service: [aService({ id: 'old', spec: { name: 'web' } })] });
    const changes = [
      remove('service', 'old'),
      create('service', aService({ id: 'new', spec: { name: 'web' } })),
    ];
    await commitAll(store, [group(changes)]);
    assert.equal(store.view().serviceByName('web')?.id, 'new');
  });

  it('accepts the removal of what is gone', async () => {
    const { store } = aMemoryStore();
    await commitAll(store, [group([remove('task', 'never was')])]);
  });

  it('lets later groups of an entry see the earlier ones, and a refused one not', async () => {
    const { store, log } = aMemoryStore();
    const results = await store.commit([
      group([create('node', aNode())]),
      group([create('node', aNode({ id: 'node-2' }))], [absent('node', 'node-1')]),
      group([remove('node', 'node-1')], [exists('node', 'node-1'), absent('node', 'node-2')]),
    ]);
    assert.deepEqual(
      results.map((each) => each.applied),
      [true, false, true],
    );
    assert.equal(log.entries.length, 1);
    assert.equal(store.view().nodeCount(), 0);
  });

  it('keeps a view as it was', async () => {
    const { store } = aMemoryStore();
    await storeObjects(store, { task: [aTask()] });
    const before = store.view();
    await commitAll(store, [group([remove('task', 'task-1')])]);
    assert.equal(before.index, 1);
    assert.equal(before.task('task-1')?.id, 'task-1');
    assert.equal(before.tasksOfService('service-1').length, 1);
    assert.equal(store.view().task('task-1'), undefined);
  });

  it('checks a group against exactly the object it was decided on', async () => {
    const { store } = aMemoryStore();
    await storeObjects(store, { task: [aTask()] });
    const seen = store.view().task('task-1');
    assert.ok(seen !== undefined);
    await commitAll(store, [group([update('task', 'task-1', 'status', { status: undefined })])]);
    const desired = update('task', 'task-1', 'desired', { desired: undefined });
    // A change of another field group is no conflict.
    await commitAll(store, [group([desired], [unchanged('task', seen, 'desired')])]);
    const [late] = await store.commit([group([desired], [unchanged('task', seen, 'desired')])]);
    const refusal = refusalOf(late);
    assert.equal(refusal.kind === 'check' ? refusal.currentVersion : undefined, 3);
    assert.equal(versionOf(store.view().task('task-1') ?? {}, 'desired'), 3);
  });

  it('stops at an entry of a format that this build does not know', () => {
    const replica = aReplica();
    const entry = LogEntryCodec.encode(LogEntryCodec.create({ format: ENTRY_FORMAT + 1, groups: [] }));
    assert.throws(
      () => replica.apply(1, entry),
      (error) => hasCode(error, 'format.unknown') && error.facts.format === ENTRY_FORMAT + 1,
    );
    assert.throws(
      () => replica.apply(1, new Uint8Array()),
      (error) => hasCode(error, 'format.unknown'),
    );
  });

  it('refuses to go back in the log', async () => {
    const { store, log } = aMemoryStore();
    await storeObjects(store, { task: [aTask()] });
    assert.throws(() => store.apply(1, log.entries[0]?.bytes ?? new Uint8Array()), /entry 1 comes after 1/);
  });
});
