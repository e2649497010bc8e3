/**
 * The rules of the log in etcd: how entries become values, which proposals go together, where keys stand.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { batchLength } from '../../control-plane/etcd-log/rules/batch.js';
import {
  decodeEntry,
  encodeEntry,
  EntryFormatError,
  LONGEST_PART_BYTES,
  partsOf,
} from '../../control-plane/etcd-log/rules/entry-value.js';
import { type KeyRange, Keys, type KeyValue } from '../../control-plane/etcd-log/rules/keys.js';
import { encodeRecord, StateFormatError, stateOf } from '../../control-plane/etcd-log/rules/shared-state.js';

const keys = new Keys('/swarm/c1/');

describe('an entry in etcd', () => {
  it('comes back as it was, whatever its length, and no part of it is longer than a key may be', () => {
    const lengths = [
      0,
      1,
      LONGEST_PART_BYTES - 1,
      LONGEST_PART_BYTES,
      LONGEST_PART_BYTES + 1,
      3 * LONGEST_PART_BYTES,
    ];
    for (const lengthBytes of lengths) {
      const bytes = Buffer.alloc(lengthBytes, 'swarm');
      const { apart, last } = partsOf(bytes);
      assert.ok([...apart, last].every((part) => part.length <= LONGEST_PART_BYTES));
      const value = encodeEntry({ kind: 'proposal', epoch: 2 ** 40, partsApart: apart.length, bytes: last });
      const head = decodeEntry(value);
      assert.deepEqual([head.kind, head.epoch, head.partsApart], ['proposal', 2 ** 40, apart.length]);
      assert.ok(Buffer.concat([...apart, head.bytes]).equals(bytes), `${lengthBytes} bytes`);
    }
  });

  it('of a newer version, or of nobody we know, is refused with a sentence', () => {
    const value = encodeEntry({ kind: 'epoch-begins', epoch: 7, partsApart: 0, bytes: new Uint8Array(0) });
    const newer = Buffer.from(value);
    newer[0] = 2;
    assert.throws(() => decodeEntry(newer), /format 2; this version reads 1/);
    for (let lengthBytes = 0; lengthBytes < value.length; lengthBytes++)
      assert.throws(() => decodeEntry(value.subarray(0, lengthBytes)), EntryFormatError);
  });
});

describe('proposals that go together', () => {
  it('are as many as fit one transaction of etcd, in order, and always at least one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(LONGEST_PART_BYTES * 1.5), { minLength: 1, maxLength: 300 }), (lengths) => {
        const count = batchLength(lengths);
        const sum = lengths.slice(0, count).reduce((total, each) => total + each, 0);
        assert.ok(count >= 1 && count <= 120);
        assert.ok(count === 1 || sum <= LONGEST_PART_BYTES);
        const hasRoom =
          count < lengths.length && count < 120 && sum + (lengths[count] ?? 0) <= LONGEST_PART_BYTES;
        assert.ok(!hasRoom, 'one more would have fitted');
      }),
    );
  });
});

describe('keys', () => {
  const isIn = ({ from, to }: KeyRange, key: string): boolean =>
    to === undefined ? key === from : key >= from && key < to;

  it('of entries are in the order of their indexes', () => {
    const indexes = fc.nat(Number.MAX_SAFE_INTEGER);
    fc.assert(
      fc.property(indexes, indexes, (a, b) => {
        assert.equal(keys.entry(a) < keys.entry(b), a < b);
        assert.equal(isIn(keys.entries(a), keys.entry(b)), b >= a);
        assert.equal(isIn(keys.entries(0, a), keys.entry(b)), b < a);
        assert.equal(isIn(keys.parts(0, a), keys.part(b, 5, 0)), b < a);
        assert.equal(isIn(keys.snapshotsBefore(a), keys.snapshotPart(keys.snapshotFolder(b, 5), 0)), b < a);
        assert.equal(isIn(keys.restoredUntil(a), keys.snapshotPart(keys.restoredFolder(b), 0)), b <= a);
        assert.equal(keys.indexOf(keys.entry(a)), a);
      }),
    );
  });

  it('of one kind are in no range of another', () => {
    const ofState = [
      keys.cluster,
      keys.leader,
      keys.successor,
      keys.snapshot,
      keys.nextId,
      keys.member(1),
      keys.presence(1),
    ];
    const all = [
      keys.entry(1),
      keys.part(1, 1, 0),
      keys.end,
      keys.snapshotPart(keys.snapshotFolder(1, 1), 0),
      ...ofState,
    ];
    const state = all.filter((key) => isIn(keys.state, key));
    assert.deepEqual(state, ofState);
    assert.deepEqual(
      all.filter((key) => isIn(keys.entries(0), key)),
      [keys.entry(1)],
    );
  });
});

describe('the state that members share', () => {
  const entry = (key: string, record: object): KeyValue => ({
    key,
    value: encodeRecord(record),
    createRevision: 5,
    modRevision: 9,
  });

  it('is read from its keys, and keys that this version does not know are left alone', () => {
    const state = stateOf(
      [
        entry(keys.cluster, { clusterId: 'c1', recoveryEpoch: 1 }),
        entry(keys.leader, { id: 2 }),
        entry(keys.nextId, { id: 4 }),
        entry(keys.member(2), { name: 'm2', address: 'a:1' }),
        entry(keys.presence(2), {}),
        entry('/swarm/c1/state/later', {}),
      ],
      keys,
    );
    assert.deepEqual(state, {
      cluster: { clusterId: 'c1', recoveryEpoch: 1, modRevision: 9 },
      leader: { memberId: 2, epoch: 5 },
      successorId: undefined,
      snapshot: undefined,
      nextId: { id: 4, modRevision: 9 },
      memberById: new Map([[2, { name: 'm2', address: 'a:1', modRevision: 9 }]]),
      presentIds: new Set([2]),
    });
  });

  it('of a newer version, or spoiled by somebody, is refused with a sentence that names the key', () => {
    const wrong: readonly (readonly [KeyValue, RegExp])[] = [
      [entry(keys.leader, { format: 2, id: 1 }), /state\/leader in etcd has format 2; this version reads 1/],
      [entry(keys.leader, { id: 'one' }), /state\/leader in etcd lacks its id/],
      [{ ...entry(keys.cluster, {}), value: Buffer.from('{') }, /not ours under .*state\/cluster/],
    ];
    for (const [spoiled, sentence] of wrong) {
      assert.throws(() => stateOf([spoiled], keys), StateFormatError);
      assert.throws(() => stateOf([spoiled], keys), sentence);
    }
  });
});
