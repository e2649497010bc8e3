/**
 * The way of a commit through the log: many in flight, large ones in several entries, and what goes wrong.
 */
import assert from 'node:assert/strict';
import { hasCode, SwarmError } from '../../../proto/base/errors.js';
import { LONGEST_ENTRY_BYTES } from '../../../control-plane/store/entry.js';
import { create, group, remove } from '../../../control-plane/store/rules/change.js';
import type { ChangeGroup } from '../../../proto/gen/log.js';
import { aNode } from '../../kit/builders.js';
import { aMemoryStore, commitAll } from '../../kit/memory-store.js';
import { settle } from '../../kit/sim-clock.js';

function aNodeOfSize(id: string, sizeBytes: number): ChangeGroup {
  return group([create('node', aNode({ id, spec: { labels: { filler: 'x'.repeat(sizeBytes) } } }))]);
}

describe('a commit', () => {
  it('of nothing writes nothing', async () => {
    const { store, log } = aMemoryStore();
    assert.deepEqual(await store.commit([]), []);
    assert.equal(log.entries.length, 0);
  });

  it('gets its own results, with others in flight', async () => {
    const { store, log } = aMemoryStore();
    log.hold();
    const commits = ['a', 'b', 'a'].map((id) => store.commit([group([create('node', aNode({ id }))])]));
    log.release();
    const results = (await Promise.all(commits)).flat();
    assert.deepEqual(
      results.map((each) => (each.applied ? each.index : each.refusal.kind)),
      [1, 2, 'id-taken'],
    );
  });

  it('is told its result when the log brings entries of others first', async () => {
    const { store, log } = aMemoryStore();
    log.hold();
    const commit = store.commit([group([remove('node', 'a')])]);
    const other = aMemoryStore();
    await commitAll(other.store, [group([create('node', aNode({ id: 'a' }))])]);
    // An entry that this store never proposed takes the index before its own.
    log.appendForeign(other.log.entries[0]?.bytes ?? new Uint8Array());
    log.release();
    assert.deepEqual(await commit, [{ applied: true, index: 2 }]);
    assert.equal(store.view().nodeCount(), 0);
  });

  it('that is too long for one entry goes into several, in order and no group cut', async () => {
    const { store, log } = aMemoryStore();
    const third = Math.floor(LONGEST_ENTRY_BYTES / 3);
    const groups = ['a', 'b', 'c', 'd', 'e'].map((id) => aNodeOfSize(id, third));
    const results = await store.commit(groups);
    assert.deepEqual(
      results.map((each) => each.applied && each.index),
      [1, 1, 2, 2, 3],
    );
    assert.equal(store.view().nodeCount(), 5);
    for (const { bytes } of log.entries) assert.ok(bytes.length <= LONGEST_ENTRY_BYTES);
  });

  it('of very many changes goes into several entries, so that none holds up the event loop', async () => {
    const { store, log } = aMemoryStore();
    const groups = Array.from({ length: 2500 }, (_, i) => group([create('node', aNode({ id: `n${i}` }))]));
    const results = await store.commit(groups);
    assert.deepEqual(
      [0, 999, 1000, 1999, 2000, 2499].map((i) => results[i]),
      [1, 1, 2, 2, 3, 3].map((index) => ({ applied: true, index })),
    );
    assert.equal(results.length, 2500);
    assert.equal(log.entries.length, 3);
  });

  it('proposes nothing more once an entry failed, or once it was told to stop', async () => {
    const { store, log } = aMemoryStore();
    const half = Math.floor(LONGEST_ENTRY_BYTES / 2);
    const groups = ['a', 'b', 'c'].map((id) => aNodeOfSize(id, half));
    log.failNext(new SwarmError('store.full', { reason: 'no space left on device' }));
    await assert.rejects(store.commit(groups), (error) => hasCode(error, 'store.full'));
    assert.equal(log.entries.length, 0);

    log.hold();
    const stop = new AbortController();
    const commit = store.commit(groups, stop.signal);
    stop.abort(new Error('enough'));
    await assert.rejects(commit, /enough/);
    log.release();
    await settle();
    assert.equal(log.entries.length, 1);
  });

  it('with one group that is too long is refused, and nothing of it proposed', async () => {
    const { store, log } = aMemoryStore();
    await assert.rejects(
      store.commit([aNodeOfSize('a', 10), aNodeOfSize('b', LONGEST_ENTRY_BYTES)]),
      (error) => hasCode(error, 'store.too-large'),
    );
    assert.equal(log.entries.length, 0);
  });

  it('takes a group that just fits', async () => {
    const { store, log } = aMemoryStore();
    await commitAll(store, [aNodeOfSize('a', LONGEST_ENTRY_BYTES - 1000)]);
    assert.equal(log.entries.length, 1);
  });

  it('passes on why nothing could be written', async () => {
    const { store, log } = aMemoryStore();
    log.failNext(new SwarmError('store.full', { reason: 'no space left on device' }));
    await assert.rejects(store.commit([aNodeOfSize('a', 1)]), (error) => hasCode(error, 'store.full'));
    await commitAll(store, [aNodeOfSize('a', 1)]);
  });

  it('of unknown outcome says so: after a failure of another kind, and when only a part was written', async () => {
    const { store, log } = aMemoryStore();
    log.failNext(new Error('connection lost'));
    await assert.rejects(store.commit([aNodeOfSize('a', 1)]), (error) =>
      hasCode(error, 'store.outcome-unknown'),
    );
    const half = Math.floor(LONGEST_ENTRY_BYTES / 2);
    log.failNext(undefined, new SwarmError('manager.not-leader', { leader: '' }));
    await assert.rejects(store.commit([aNodeOfSize('a', half), aNodeOfSize('b', half)]), (error) =>
      hasCode(error, 'store.outcome-unknown'),
    );
    assert.equal(store.view().nodeCount(), 1);
  });

  it('stops waiting when it is told to, though the change still happens', async () => {
    const { store, log } = aMemoryStore();
    const stop = new AbortController();
    log.hold();
    const commit = store.commit([aNodeOfSize('a', 1)], stop.signal);
    stop.abort(new Error('enough'));
    await assert.rejects(commit, /enough/);
    log.release();
    assert.equal(store.view().nodeCount(), 1);
  });

  it('that a member of this build could not apply is refused before it reaches the log', async () => {
    const { store, log } = aMemoryStore();
    const nothing = { change: undefined };
    const wrongGroup = {
      change: {
        kind: 'update' as const,
        update: { group: 'placement' as const, object: { object: { kind: 'node' as const, node: aNode() } } },
      },
    };
    await assert.rejects(store.commit([group([nothing])]), /creates, updates or removes/);
    await assert.rejects(store.commit([group([wrongGroup])]), /a node has no field group "placement"/);
    await assert.rejects(store.commit([group([], [{}])]), /names an object and a condition/);
    assert.equal(log.entries.length, 0);
  });
});
