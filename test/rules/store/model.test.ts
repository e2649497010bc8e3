/**
 * Random groups of changes against a naive model: plain maps that are copied before each group. Whatever the
 * order of creates, updates, removals and checks, objects, indexes, replays and snapshots agree with it.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { TASK_STATES } from '../../../proto/gen/objects.js';
import type { FieldGroup } from '../../../proto/gen/objects.js';
import { TABLES, type Change, type ChangeGroup, type Check, type Table } from '../../../proto/gen/log.js';
import {
  absent,
  atVersion,
  create,
  exists,
  GROUP_FIELDS,
  group,
  remove,
  update,
} from '../../../control-plane/store/rules/change.js';
import { unwrap, wrap, type AnyObject } from '../../../control-plane/store/rules/apply.js';
import type { Store } from '../../../control-plane/store/store.js';
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import { aCluster, aNode, aPastRequest, aRevision, aService, aTask } from '../../kit/builders.js';
import { aMemoryStore, aReplica, type MemoryStore } from '../../kit/memory-store.js';

/** Few ids and names, so that the same objects are met again and again. */
const IDS = ['a', 'b', 'c', 'd'];
const idOf = fc.constantFrom(...IDS);
const serviceIdOf = fc.constantFrom('s', 's1', 's11');
const nameOf = fc.constantFrom('web', 'WEB', 'db', 'queue');
const nodeIdOf = fc.constantFrom('', 'n1', 'n2');
const stateOf = fc.constantFrom(...TASK_STATES);
const tableOf = fc.constantFrom(...TABLES);
const groupOf: fc.Arbitrary<FieldGroup> = fc.constantFrom('spec', 'desired', 'placement', 'status');
const numberOf = fc.integer({ min: 1, max: 12 });

const createOf: fc.Arbitrary<Change> = fc.oneof(
  idOf.map((id) => create('cluster', aCluster({ id }))),
  idOf.map((id) => create('node', aNode({ id, status: undefined }))),
  fc.tuple(idOf, nameOf).map(([id, name]) => create('service', aService({ id, spec: { name } }))),
  fc
    .tuple(serviceIdOf, numberOf)
    .map(([serviceId, revision]) => create('revision', aRevision({ serviceId, revision }))),
  fc
    .tuple(idOf, serviceIdOf, numberOf, nodeIdOf, stateOf)
    .map(([id, serviceId, slot, nodeId, state]) =>
      create('task', aTask({ id, serviceId, slot, placement: { nodeId }, status: { state } })),
    ),
  idOf.map((id) => create('request', aPastRequest(id))),
);

const updateOf: fc.Arbitrary<Change> = fc.oneof(
  idOf.map((id) => update('node', id, 'spec', { spec: aNode({ spec: { availability: 'drain' } }).spec })),
  fc.tuple(idOf, nameOf, numberOf).map(([id, name, revision]) =>
    update('service', id, 'spec', {
      spec: aService({ spec: { name } }).spec,
      revision,
      previousRevision: 0,
    }),
  ),
  fc
    .tuple(idOf, nodeIdOf)
    .map(([id, nodeId]) => update('task', id, 'placement', { placement: { nodeId, generic: [] } })),
  fc
    .tuple(idOf, stateOf)
    .map(([id, state]) => update('task', id, 'status', { status: aTask({ status: { state } }).status })),
  idOf.map((id) => update('task', id, 'desired', { desired: undefined })),
);

const removeOf: fc.Arbitrary<Change> = fc.tuple(tableOf, idOf).map(([table, id]) => remove(table, id));

const checkOf: fc.Arbitrary<Check> = fc.oneof(
  fc.tuple(tableOf, idOf).map(([table, id]) => exists(table, id)),
  fc.tuple(tableOf, idOf).map(([table, id]) => absent(table, id)),
  fc
    .tuple(tableOf, idOf, groupOf, fc.integer({ min: 0, max: 4 }))
    .map(([table, id, fieldGroup, version]) => atVersion(table, id, fieldGroup, version)),
);

const changeOf = fc.oneof(
  { weight: 4, arbitrary: createOf },
  { weight: 4, arbitrary: updateOf },
  { weight: 2, arbitrary: removeOf },
);

const changeGroupOf: fc.Arbitrary<ChangeGroup> = fc
  .tuple(fc.array(changeOf, { maxLength: 4 }), fc.array(checkOf, { maxLength: 1 }))
  .map(([changes, checks]) => group(changes, checks));

/** Commits, each of a few groups. */
const historyOf = fc.array(fc.array(changeGroupOf, { minLength: 1, maxLength: 4 }), { maxLength: 25 });

type Model = Map<string, AnyObject>;

const keyOf = (table: Table, id: string): string => `${table}/${id}`;

/** True when the group was applied to the model. */
function applyToModel(model: Model, { checks, changes }: ChangeGroup, index: number, atMs: number): boolean {
  const copy = new Map(model);
  const done =
    checks.every((check) => checkModel(copy, check)) &&
    changes.every((change) => changeModel(copy, change, index, atMs));
  if (!done) return false;
  model.clear();
  for (const [key, object] of copy) model.set(key, object);
  return true;
}

function checkModel(model: Model, { object: ref, condition }: Check): boolean {
  assert.ok(ref !== undefined && condition !== undefined);
  const object = model.get(keyOf(ref.table, ref.id));
  if (condition.kind === 'absent') return object === undefined;
  if (object === undefined || condition.kind === 'exists') return object !== undefined;
  return (object.meta?.versions[condition.version.group] ?? 0) === condition.version.version;
}

function changeModel(model: Model, { change }: Change, index: number, atMs: number): boolean {
  assert.ok(change !== undefined);
  if (change.kind === 'remove') {
    model.delete(keyOf(change.remove.table, change.remove.id));
    return true;
  }
  if (change.kind === 'create') {
    const { table, object } = unwrap(change.create);
    const fields = Object.entries(GROUP_FIELDS[table]) as [string, readonly (keyof AnyObject)[]][];
    const written = fields.filter(([, names]) => names.some((name) => object[name] !== undefined));
    const versions = Object.fromEntries(written.map(([fieldGroup]) => [fieldGroup, index]));
    const taken = model.has(keyOf(table, object.id));
    model.set(keyOf(table, object.id), {
      ...object,
      meta: { createdAtMs: atMs, updatedAtMs: atMs, versions },
    });
    return !taken && namesAreUnique(model);
  }
  assert.ok(change.update.object !== undefined);
  const { table, object: given } = unwrap(change.update.object);
  const before = model.get(keyOf(table, given.id));
  if (before?.meta === undefined) return false;
  const names = (GROUP_FIELDS[table] as Record<string, readonly (keyof AnyObject)[]>)[change.update.group];
  const fields = Object.fromEntries((names ?? []).map((name) => [name, given[name]]));
  const versions = { ...before.meta.versions, [change.update.group]: index };
  const meta = { ...before.meta, updatedAtMs: atMs, versions };
  model.set(keyOf(table, given.id), { ...before, ...fields, meta });
  return namesAreUnique(model);
}

function namesAreUnique(model: Model): boolean {
  const names = [...model]
    .filter(([key]) => key.startsWith('service/'))
    .map(([, object]) => (unwrap(wrap('service', object)).object as { spec?: { name: string } }).spec?.name);
  return new Set(names.map((name) => name?.toLowerCase())).size === names.length;
}

const byId = (left: { id: string }, right: { id: string }): number => (left.id < right.id ? -1 : 1);

/** Every object of the view, by the model's keys. */
function contents(view: ClusterView): Record<string, AnyObject> {
  const all: [string, AnyObject][] = [];
  const cluster = view.cluster();
  if (cluster !== undefined) all.push([keyOf('cluster', cluster.id), cluster]);
  for (const object of view.nodes()) all.push([keyOf('node', object.id), object]);
  for (const object of view.services()) all.push([keyOf('service', object.id), object]);
  for (const object of view.tasks()) all.push([keyOf('task', object.id), object]);
  for (const serviceId of ['s', 's1', 's11']) {
    for (const object of view.revisionsOfService(serviceId)) all.push([keyOf('revision', object.id), object]);
  }
  for (const id of IDS) {
    const request = view.request(id);
    if (request !== undefined) all.push([keyOf('request', id), request]);
  }
  return Object.fromEntries(all);
}

function assertEqualToModel(store: Store, model: Model): void {
  const view = store.view();
  const expected = new Map(model);
  // A view shows one cluster object, as there is never more than one; the random history makes more.
  const clusters = [...model.keys()].filter((key) => key.startsWith('cluster/')).toSorted();
  for (const key of clusters.slice(1)) expected.delete(key);
  assert.deepEqual(contents(view), Object.fromEntries(expected));
  assertIndexes(view, model);
}

function assertIndexes(view: ClusterView, model: Model): void {
  const tasks = [...model]
    .filter(([key]) => key.startsWith('task/'))
    .map(([, object]) => object as ReturnType<typeof aTask>)
    .toSorted(byId);
  for (const serviceId of ['s', 's1', 's11']) {
    const ofService = tasks.filter((task) => task.serviceId === serviceId);
    assert.deepEqual(
      view.tasksOfService(serviceId),
      ofService.toSorted((left, right) => left.slot - right.slot),
    );
    for (let slot = 1; slot <= 12; slot++) {
      assert.deepEqual(
        view.tasksOfSlot(serviceId, slot),
        ofService.filter((task) => task.slot === slot),
      );
    }
    const revisions = view.revisionsOfService(serviceId).map(({ revision }) => revision);
    assert.deepEqual(
      revisions,
      revisions.toSorted((left, right) => left - right),
    );
  }
  for (const nodeId of ['n1', 'n2']) {
    assert.deepEqual(
      view.tasksOnNode(nodeId),
      tasks.filter((task) => task.placement?.nodeId === nodeId),
    );
  }
  for (const state of TASK_STATES) {
    const inState = tasks.filter((task) => (task.status?.state ?? 'new') === state);
    assert.equal(view.countInState(state), inState.length);
  }
  for (const service of view.services()) {
    assert.equal(view.serviceByName(service.spec?.name.toUpperCase() ?? ''), service);
    const running = view
      .tasksOfService(service.id)
      .filter(({ desired, status }) => desired?.state === 'running' && status?.state === 'running');
    assert.equal(view.runningCount(service.id), running.length);
  }
}

async function playInto(memory: MemoryStore, model: Model, history: readonly ChangeGroup[][]): Promise<void> {
  for (const groups of history) {
    const index = memory.log.entries.length + 1;
    const atMs = memory.clock.nowMs();
    const expected = groups.map((each) => applyToModel(model, each, index, atMs));
    const results = await memory.store.commit(groups);
    assert.deepEqual(
      results.map(({ applied }) => applied),
      expected,
    );
  }
}

describe('the store, for any history of changes', () => {
  it('holds what a naive model holds, and finds it by every index', async () => {
    await fc.assert(
      fc.asyncProperty(historyOf, async (history) => {
        const memory = aMemoryStore();
        const model: Model = new Map();
        for (const groups of history) {
          await playInto(memory, model, [groups]);
          assertEqualToModel(memory.store, model);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never changes a view that is held', async () => {
    await fc.assert(
      fc.asyncProperty(historyOf, historyOf, async (before, after) => {
        const memory = aMemoryStore();
        const model: Model = new Map();
        await playInto(memory, model, before);
        const held = memory.store.view();
        const asSeen = contents(held);
        const modelThen = new Map(model);
        await playInto(memory, model, after);
        assert.deepEqual(contents(held), asSeen);
        assertIndexes(held, modelThen);
      }),
      { numRuns: 60 },
    );
  });

  it('comes out the same when the log is replayed, from the beginning or from a snapshot', async () => {
    await fc.assert(
      fc.asyncProperty(historyOf, fc.nat(25), async (history, cut) => {
        const memory = aMemoryStore();
        const model: Model = new Map();
        const replica = aReplica();
        await playInto(memory, model, history.slice(0, cut));
        const { index, pieces } = memory.store.snapshot();
        // The store goes on before the first piece is read.
        await playInto(memory, model, history.slice(cut));
        await replica.restore(index, pieces);
        for (const entry of memory.log.entries.slice(index)) replica.apply(entry.index, entry.bytes);
        assertEqualToModel(replica, model);

        const fresh = aReplica();
        for (const entry of memory.log.entries) fresh.apply(entry.index, entry.bytes);
        assertEqualToModel(fresh, model);
        assert.deepEqual(await bytesOf(fresh), await bytesOf(replica));
      }),
      { numRuns: 60 },
    );
  });
});

async function bytesOf(store: Store): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of store.snapshot().pieces) pieces.push(piece);
  return Buffer.concat(pieces);
}
