/**
 * What a reader of changes may rely on: nothing is missed, however slow it is, and nothing piles up.
 */
import assert from 'node:assert/strict';
import { create, group, remove, update } from '../../../control-plane/store/rules/change.js';
import type { Wakeup, Watcher } from '../../../control-plane/store/watch.js';
import { aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { aMemoryStore, aReplica, commitAll, storeObjects } from '../../kit/memory-store.js';
import { settle } from '../../kit/sim-clock.js';

async function nextOf(watcher: Watcher): Promise<Wakeup> {
  const result = await watcher[Symbol.asyncIterator]().next();
  assert.ok(result.done !== true, 'the stream has ended');
  return result.value;
}

function names(wakeup: Wakeup): Record<string, readonly string[]> {
  const entries = Object.entries(wakeup.changed).map(([table, ids]) => [table, [...ids]] as const);
  return Object.fromEntries(entries.filter(([, ids]) => ids.length > 0));
}

describe('a watcher', () => {
  it('is woken at once, with everything named as changed', async () => {
    const { store } = aMemoryStore();
    await storeObjects(store, { node: [aNode()], revision: [aRevision()], task: [aTask()] });
    const wakeup = await nextOf(store.watch());
    assert.equal(wakeup.first, true);
    assert.deepEqual(names(wakeup), { node: ['node-1'], revision: ['service-1.1'], task: ['task-1'] });
  });

  it('gets the changes of one turn together, with the view after them', async () => {
    const { store } = aMemoryStore();
    const watcher = store.watch();
    await nextOf(watcher);
    const woken = nextOf(watcher);
    void commitAll(store, [group([create('node', aNode({ id: 'a' })), create('task', aTask())])]);
    void commitAll(store, [group([create('node', aNode({ id: 'b' }))])]);
    const wakeup = await woken;
    assert.equal(wakeup.first, false);
    assert.equal(wakeup.view.index, 2);
    assert.deepEqual(names(wakeup), { node: ['a', 'b'], task: ['task-1'] });
  });

  it('that is busy finds all that has changed meanwhile in one wakeup', async () => {
    const { store } = aMemoryStore();
    const watcher = store.watch();
    await nextOf(watcher);
    await storeObjects(store, { node: [aNode()], task: [aTask()] });
    await settle();
    await commitAll(store, [group([update('task', 'task-1', 'status', { status: undefined })])]);
    await settle();
    await commitAll(store, [group([remove('node', 'node-1')])]);
    const wakeup = await nextOf(watcher);
    assert.deepEqual(names(wakeup), { node: ['node-1'], task: ['task-1'] });
    assert.equal(wakeup.view.node('node-1'), undefined);
  });

  it('hears of its own tables only, and of no group that was refused', async () => {
    const { store } = aMemoryStore();
    const watcher = store.watch({ tables: ['task'] });
    await nextOf(watcher);
    const woken = nextOf(watcher);
    await storeObjects(store, { service: [aService()] });
    await store.commit([group([create('task', aTask({ id: 'never' })), create('service', aService())])]);
    await settle();
    await storeObjects(store, { task: [aTask()] });
    const wakeup = await woken;
    assert.equal(wakeup.view.index, 3);
    assert.deepEqual(names(wakeup), { task: ['task-1'] });
  });

  it('can be woken without a change, and started over', async () => {
    const { store } = aMemoryStore();
    await storeObjects(store, { node: [aNode()] });
    const watcher = store.watch();
    await nextOf(watcher);
    watcher.wake();
    assert.deepEqual(names(await nextOf(watcher)), {});
    watcher.startOver();
    const wakeup = await nextOf(watcher);
    assert.equal(wakeup.first, true);
    assert.deepEqual(names(wakeup), { node: ['node-1'] });
  });

  it('starts over when a snapshot was restored', async () => {
    const { store } = aMemoryStore();
    await storeObjects(store, { node: [aNode()] });
    const replica = aReplica();
    const watcher = replica.watch();
    await nextOf(watcher);
    const woken = nextOf(watcher);
    const { index, pieces } = store.snapshot();
    await replica.restore(index, pieces);
    const wakeup = await woken;
    assert.equal(wakeup.first, true);
    assert.deepEqual(names(wakeup), { node: ['node-1'] });
  });

  it('ends when it is closed, also for a reader that waits', async () => {
    const { store } = aMemoryStore();
    const watcher = store.watch();
    const seen: boolean[] = [];
    const reading = (async () => {
      for await (const wakeup of watcher) seen.push(wakeup.first);
    })();
    await settle();
    await storeObjects(store, { node: [aNode()] });
    watcher.close();
    await reading;
    assert.deepEqual(seen, [true]);
  });

  it('is let go by a reader that leaves its loop', async () => {
    const { store } = aMemoryStore();
    const watcher = store.watch();
    for await (const wakeup of watcher) {
      assert.equal(wakeup.first, true);
      break;
    }
    assert.equal((await watcher[Symbol.asyncIterator]().next()).done, true);
  });
});
