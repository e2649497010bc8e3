/**
 * A snapshot is whole or refused, keeps what this build does not know, and shares the event loop.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { hasCode } from '../../../proto/base/errors.js';
import { LogEntryCodec, SnapshotHeaderCodec, StoredObjectCodec } from '../../../proto/gen/log.js';
import { NodeCodec } from '../../../proto/gen/objects.js';
import { create, group, remove, update } from '../../../control-plane/store/rules/change.js';
import type { Store } from '../../../control-plane/store/store.js';
import { aNode, aNetwork, aPastRequest, aService, aTask } from '../../kit/builders.js';
import { aMemoryStore, aReplica, commitAll, storeObjects } from '../../kit/memory-store.js';

async function* inPieces(...pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

async function bytesOf(store: Store): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of store.snapshot().pieces) pieces.push(piece);
  return Buffer.concat(pieces);
}

function record(bytes: Uint8Array): Uint8Array {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.length);
  return Buffer.concat([length, bytes]);
}

const header = (format: number, objectCount: number): Uint8Array =>
  record(SnapshotHeaderCodec.encode({ format, index: 1, objectCount }));

const storedNode = record(StoredObjectCodec.encode({ object: { kind: 'node', node: aNode() } }));

async function aStoredCluster(): Promise<Store> {
  const { store } = aMemoryStore();
  await storeObjects(store, { node: [aNode()], service: [aService()], task: [aTask()] });
  return store;
}

const DRAINED = { spec: { availability: 'drain' } } as const;

const isDamage = (error: unknown): boolean =>
  hasCode(error, 'internal') && error.message.includes('the snapshot of the store is damaged');

describe('a snapshot', () => {
  it('is read back however it was cut into pieces', async () => {
    const store = await aStoredCluster();
    const bytes = await bytesOf(store);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (cuts) => {
        const ends = [...cuts, bytes.length].toSorted((left, right) => left - right);
        const pieces = ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
        const replica = aReplica();
        await replica.restore(1, inPieces(...pieces));
        assert.deepEqual([...replica.view().tasks()], [...store.view().tasks()]);
        assert.deepEqual(await bytesOf(replica), bytes);
      }),
      { numRuns: 50 },
    );
  });

  it('of an empty store is one', async () => {
    const replica = aReplica();
    const { index, pieces } = aReplica().snapshot();
    await replica.restore(index, pieces);
    assert.equal(replica.view().index, 0);
  });

  it('that is cut short anywhere is refused, and changes nothing', async () => {
    const bytes = await bytesOf(await aStoredCluster());
    const { store } = aMemoryStore();
    await storeObjects(store, { node: [aNode({ id: 'kept' })] });
    for (let length = 0; length < bytes.length; length++) {
      await assert.rejects(
        store.restore(9, inPieces(bytes.subarray(0, length))),
        isDamage,
        `${length} bytes`,
      );
    }
    assert.deepEqual(
      [...store.view().nodes()].map(({ id }) => id),
      ['kept'],
    );
    assert.equal(store.view().index, 1);
  });

  const damages: { title: string; bytes: Uint8Array }[] = [
    { title: 'that holds more than it says', bytes: Buffer.concat([header(1, 0), storedNode]) },
    { title: 'that holds an object twice', bytes: Buffer.concat([header(1, 2), storedNode, storedNode]) },
    { title: 'that does not begin with a header', bytes: Buffer.concat([storedNode]) },
    {
      title: 'of a record without an object',
      bytes: Buffer.concat([header(1, 1), record(new Uint8Array())]),
    },
    { title: 'of garbage', bytes: Uint8Array.from({ length: 500 }, (_, i) => (i * 7919) % 251) },
    { title: 'of zeros', bytes: new Uint8Array(500) },
  ];
  for (const { title, bytes } of damages) {
    it(`${title} is refused`, async () => {
      await assert.rejects(aReplica().restore(9, inPieces(bytes)), isDamage);
    });
  }

  it('of a newer format is refused with both formats named', async () => {
    await assert.rejects(aReplica().restore(9, inPieces(header(4, 0))), (error) => {
      return hasCode(error, 'format.unknown') && error.facts.format === 4 && error.facts.readerFormat === 3;
    });
  });

  it('of the first format, which knew no requests, is read', async () => {
    const replica = aReplica();
    await replica.restore(9, inPieces(header(1, 1), storedNode));
    assert.equal(replica.view().nodeCount(), 1);
  });

  it('has the first format as long as it holds nothing that older builds do not know', async () => {
    const store = await aStoredCluster();
    const isOf = async (format: number): Promise<void> => {
      const bytes = await bytesOf(store);
      const length = Buffer.from(bytes).readUInt32BE(0);
      assert.equal(SnapshotHeaderCodec.decode(bytes.subarray(4, 4 + length)).format, format);
    };
    await isOf(1);
    await commitAll(store, [group([create('request', aPastRequest('r1'))])]);
    await isOf(2);
    await commitAll(store, [group([create('network', aNetwork())])]);
    await isOf(3);
    const replica = aReplica();
    await replica.restore(9, inPieces(await bytesOf(store)));
    assert.deepEqual(replica.view().request('r1'), store.view().request('r1'));
    assert.deepEqual(replica.view().networkByName('NETWORK-1'), store.view().network('network-1'));
  });

  it('shows the state as of the call, though the store goes on before it is read', async () => {
    const { store } = aMemoryStore();
    await storeObjects(store, { node: [aNode()], task: [aTask()] });
    const { index, pieces } = store.snapshot();
    await commitAll(store, [
      group([remove('task', 'task-1'), update('node', 'node-1', 'spec', { spec: undefined })]),
      group([create('node', aNode({ id: 'later' }))]),
    ]);
    const replica = aReplica();
    await replica.restore(index, pieces);
    assert.equal(replica.view().index, 1);
    assert.equal(replica.view().task('task-1')?.id, 'task-1');
    assert.equal(replica.view().node('node-1')?.spec?.availability, 'active');
    assert.equal(replica.view().node('later'), undefined);
  });

  it('keeps the fields of a newer build, through a change of the object too', async () => {
    // Field 100, a text: no field of this build.
    const unknown = Uint8Array.of(0xa2, 0x06, 3, 0x6e, 0x65, 0x77);
    const grown = Buffer.concat([NodeCodec.encode(aNode()), unknown]);
    // A StoredObject whose second field is the node.
    const stored = Buffer.concat([Uint8Array.of(0x12), varint(grown.length), grown]);
    const { store } = aMemoryStore();
    await store.restore(1, inPieces(Buffer.concat([header(1, 1), record(stored)])));
    const groups = [group([update('node', 'node-1', 'spec', { spec: aNode(DRAINED).spec })])];
    store.apply(2, LogEntryCodec.encode({ format: 1, atMs: 0, groups }));
    assert.equal(store.view().node('node-1')?.spec?.availability, 'drain');
    assert.ok(Buffer.from(await bytesOf(store)).includes(Buffer.from(unknown)));
  });

  it('of many objects leaves the event loop to others between its pieces', async () => {
    const { store } = aMemoryStore();
    const groups = Array.from({ length: 20 }, (_, batch) =>
      group(Array.from({ length: 500 }, (_each, i) => create('task', aTask({ id: `${batch}-${i}` })))),
    );
    await commitAll(store, groups);
    const pieces: Uint8Array[] = [];
    // The promise is kept when a neighbour gets its turn between any two pieces.
    let turns = 0;
    const neighbour = (): void => {
      turns += 1;
      pending = setImmediate(neighbour);
    };
    let pending = setImmediate(neighbour);
    for await (const piece of store.snapshot().pieces) pieces.push(piece);
    clearImmediate(pending);
    assert.ok(pieces.length > 3 && turns >= pieces.length - 1, `${pieces.length} pieces in ${turns} turns`);
    assert.ok(pieces.every((piece) => piece.length <= 256 * 1024));
  });
});

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return Uint8Array.from([...bytes, rest]);
    bytes.push((rest & 0x7f) | 0x80);
  }
}
