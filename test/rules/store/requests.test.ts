/**
 * Past requests: kept with what they led to, as many as there is room for, and the same on every member.
 */
import assert from 'node:assert/strict';
import { LogEntryCodec } from '../../../proto/gen/log.js';
import { absent, create, group } from '../../../control-plane/store/rules/change.js';
import { aNode, aPastRequest } from '../../kit/builders.js';
import { aMemoryStore, aReplica, commitAll } from '../../kit/memory-store.js';

const MOST = 4096;

describe('past requests', () => {
  it('are kept with the change they asked for, or neither is', async () => {
    const { store } = aMemoryStore();
    const marked = (nodeId: string): ReturnType<typeof group> =>
      group(
        [create('node', aNode({ id: nodeId })), create('request', aPastRequest('r1'))],
        [absent('request', 'r1')],
      );
    const [first, again] = await store.commit([marked('n1'), marked('n2')]);
    assert.equal(first?.applied, true);
    assert.equal(again?.applied, false);
    assert.equal(store.view().node('n2'), undefined);
    assert.equal(store.view().request('r1')?.objectId, 'service-1');
  });

  it('are forgotten in the order they came in, on every member alike', async () => {
    const { store, log } = aMemoryStore();
    // Names that do not sort as they come in.
    const id = (at: number): string => `${(at * 7919) % 10_007}-${at}`;
    for (let at = 0; at < MOST + 5; at++)
      await commitAll(store, [group([create('request', aPastRequest(id(at)))])]);
    const isKept = (at: number): boolean => store.view().request(id(at)) !== undefined;
    assert.deepEqual([0, 4, 5, MOST + 4].map(isKept), [false, false, true, true]);
    const replica = aReplica();
    for (const { index, bytes } of log.entries.slice(0, MOST)) replica.apply(index, bytes);
    const { index, pieces } = replica.snapshot();
    const restored = aReplica();
    await restored.restore(index, pieces);
    for (const entry of log.entries.slice(MOST)) restored.apply(entry.index, entry.bytes);
    for (const at of [0, 4, 5, MOST + 4])
      assert.deepEqual(restored.view().request(id(at)), store.view().request(id(at)), String(at));
  });

  it('raise the format of the entry they are in, and of no other', async () => {
    const { store, log } = aMemoryStore();
    await commitAll(store, [group([create('node', aNode())])]);
    await commitAll(store, [group([create('request', aPastRequest('r1'))])]);
    const formats = log.entries.map(({ bytes }) => LogEntryCodec.decode(bytes).format);
    assert.deepEqual(formats, [1, 2]);
  });
});
