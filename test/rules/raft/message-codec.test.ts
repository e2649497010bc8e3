/**
 * Messages between members as bytes: what goes in comes out, an entry is encoded once, and no cut and no changed
 * bit goes unnoticed.
 */
import assert from 'node:assert/strict';
import { decodeMessages, encodeMessages, MessageDamagedError } from 'raft-ts/message-codec.js';
import { encodedEntry, entryOfRecord, readEntry } from 'raft-ts/entry-codec.js';
import { readRecord } from 'raft-ts/record.js';
import { type Entry, makeEntry, makeMessage, type Message, MESSAGE_TYPES } from 'raft-ts/rules/types.js';

const FAR = Number.MAX_SAFE_INTEGER - 5;

const ENTRIES: readonly Entry[] = [
  makeEntry({ term: 3, index: 11, data: Buffer.from('a proposal') }),
  makeEntry({ term: 3, index: 12, data: Buffer.alloc(0) }),
  makeEntry({ term: 3, index: 13 }),
  makeEntry({ term: 4, index: 14, type: 'conf-change', data: Buffer.from('joins') }),
  makeEntry({ term: 4, index: 15, type: 'conf-change-v2', data: Buffer.from('two join') }),
  makeEntry({ term: 4, index: 16, type: 'conf-change-v2' }),
  makeEntry({ term: FAR, index: FAR, type: 'normal', hasType: true }),
];

const CONF_STATE = {
  voters: [1, 2, 3],
  learners: [4],
  votersOutgoing: [1, 5],
  learnersNext: [5],
  autoLeave: true,
};

const MESSAGES: readonly Message[] = [
  makeMessage({ type: 'App', to: 2, from: 1, term: 4, logTerm: 3, index: 10, commit: 9, entries: ENTRIES }),
  makeMessage({
    type: 'AppResp',
    to: 1,
    from: 2,
    term: 4,
    index: 10,
    reject: true,
    rejectHint: 7,
    logTerm: 2,
  }),
  makeMessage({ type: 'Heartbeat', to: 3, from: 1, term: 4, commit: 9, context: Buffer.from('12345678') }),
  makeMessage({ type: 'Vote', to: 3, from: FAR, term: FAR, vote: 3, context: Buffer.alloc(0) }),
  makeMessage({
    type: 'Snap',
    to: 4,
    from: 1,
    term: 4,
    snapshot: { data: Buffer.from('members'), metadata: { index: 10, term: 3, confState: CONF_STATE } },
  }),
];

/** Without the bytes that entries keep of themselves, and with plain bytes for Buffers. */
const described = (messages: readonly Message[]): string =>
  JSON.stringify(messages, (key, value: unknown) => {
    if (key === 'encoded') return undefined;
    if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString('hex')}`;
    return value;
  }).replaceAll(
    /\{"type":"Buffer","data":\[([\d,]*)\]\}/g,
    (_, bytes: string) =>
      `"bytes ${Buffer.from(bytes === '' ? [] : bytes.split(',').map(Number)).toString('hex')}"`,
  );

describe('messages between members', () => {
  it('come out as they went in, whatever their type and contents', () => {
    assert.equal(described(decodeMessages(encodeMessages(MESSAGES))), described(MESSAGES));
    const ofEachType = MESSAGE_TYPES.map((type) => makeMessage({ type, to: 2, from: 1 }));
    assert.equal(described(decodeMessages(encodeMessages(ofEachType))), described(ofEachType));
    assert.deepEqual(decodeMessages(encodeMessages([])), []);
  });

  it('are refused when they are cut at any byte or followed by anything', () => {
    const bytes = encodeMessages(MESSAGES);
    for (let lengthBytes = 0; lengthBytes < bytes.length; lengthBytes++) {
      assert.throws(
        () => decodeMessages(bytes.subarray(0, lengthBytes)),
        MessageDamagedError,
        `${lengthBytes}`,
      );
    }
    assert.throws(() => decodeMessages(Buffer.concat([bytes, Buffer.alloc(1)])), MessageDamagedError);
  });

  it('are refused when any bit of them is changed', () => {
    const bytes = Buffer.from(encodeMessages(MESSAGES));
    for (let at = 0; at < bytes.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const changed = Buffer.from(bytes);
        changed.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
        assert.throws(() => decodeMessages(changed), MessageDamagedError, `bit ${bit} of byte ${at}`);
      }
    }
  });

  it('carry the same bytes of an entry to everybody, made once', () => {
    const entry = makeEntry({ term: 1, index: 1, data: Buffer.from('once') });
    const [one, other] = [2, 3].map((to) =>
      encodeMessages([makeMessage({ type: 'App', to, entries: [entry] })]),
    );
    const encoded = encodedEntry(entry);
    assert.equal(encodedEntry(entry), encoded);
    for (const bytes of [one, other]) {
      assert.ok(bytes !== undefined && Buffer.from(bytes).includes(Buffer.from(encoded)));
      const received = decodeMessages(bytes)[0]?.entries[0];
      assert.deepEqual(received?.encoded, Buffer.from(encoded));
      assert.equal(received?.encoded?.buffer, bytes.buffer, 'a view, not a copy');
    }
  });
});

describe('an entry in the log', () => {
  it('is the entry that was proposed, of whatever kind', () => {
    for (const entry of ENTRIES) {
      const bytes = Buffer.from(encodedEntry(entry));
      const read = readRecord(bytes, 0, bytes.length);
      assert.ok(read.kind === 'record' && read.record.kind === 'entry');
      const { data, encoded: _encoded, ...rest } = entry;
      const { data: readData, encoded: _none, ...readRest } = entryOfRecord(read.record) ?? makeEntry({});
      assert.deepEqual(readRest, rest);
      assert.equal(readData && Buffer.from(readData).toString(), data && Buffer.from(data).toString());
    }
  });

  it('is refused when it is of a kind that this build does not know', () => {
    assert.equal(entryOfRecord({ term: 1, index: 1, tag: 200, payload: Buffer.alloc(0) }), undefined);
    const read = readEntry(Buffer.alloc(64), 0);
    assert.equal(read.kind, 'broken');
  });
});
