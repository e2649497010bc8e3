/**
 * Questions and answers as bytes: what is read, what is refused, what fits, and that nothing ends in an exception.
 */
import assert from 'node:assert/strict';
import { decode, encode, type Packet } from 'dns-packet';
import * as fc from 'fast-check';
import { agedAnswer, keptAnswer, questionKey } from '../../../../agent/network/rules/kept-answer.js';
import {
  answers,
  MOST_TCP_BYTES,
  type NameRequest,
  ownUdpLimit,
  readRequest,
  replyWith,
  truncatedReply,
  udpLimitOf,
} from '../../../../agent/network/rules/name-message.js';
import type { NameRecord } from '../../../../agent/network/rules/records.js';
import { resolversOf, withoutOwn } from '../../../../agent/network/rules/resolver-config.js';

const RECURSION_DESIRED = 0x100;
const TRUNCATED = 0x200;

function asking(name: string, parts: Packet = {}): Buffer {
  const questions = [{ type: 'A' as const, name }];
  return encode({ type: 'query', id: 7, flags: RECURSION_DESIRED, questions, ...parts });
}

function edns(udpPayloadSize: number, ednsVersion = 0): Packet {
  const opt = { udpPayloadSize, ednsVersion, extendedRcode: 0, flags: 0x8000, flag_do: true, options: [] };
  return { additionals: [{ type: 'OPT', name: '.', ...opt }] };
}

function request(message: Buffer): NameRequest {
  const read = readRequest(message);
  assert.ok(read.kind === 'request', `was ${read.kind}`);
  return read.request;
}

function rcode(message: Buffer): number | 'ignored' | 'request' {
  const read = readRequest(message);
  if (read.kind !== 'refused') return read.kind;
  assert.deepEqual(read.reply.subarray(0, 2), message.subarray(0, 2));
  assert.doesNotThrow(() => decode(read.reply));
  return read.reply.readUInt16BE(2) & 0xf;
}

/** With the two bytes there replaced. */
function changed(message: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(message);
  copy.writeUInt16BE(value, at);
  return copy;
}

const records = (count: number): NameRecord[] =>
  Array.from({ length: count }, (_, at) => ({ type: 'A', name: 'tasks.web', ttl: 2, data: `10.0.1.${at}` }));

describe('a message', () => {
  it('with one question is read', () => {
    const { question, questionEnd, edns: asked } = request(asking('WeB.example', edns(4096)));
    assert.deepEqual([question.name, question.type, questionEnd], ['WeB.example', 'A', 29]);
    assert.deepEqual(asked, { mostBytes: 4096, version: 0, flags: 0x8000 });
    assert.equal(request(asking('web')).edns, undefined);
  });

  for (const [what, message, expected] of [
    ['that is an answer', encode({ type: 'response', id: 7 }), 'ignored'],
    ['that is too short', Buffer.from([0, 7, 1, 0]), 'ignored'],
    ['without a question', encode({ type: 'query', id: 7 }), 1],
    ['with two questions', changed(asking('web'), 4, 2), 1],
    ['with 65,535 of everything', Buffer.from('0007010000 01ffffffffffff'.replace(' ', ''), 'hex'), 1],
    ['that brings answers', changed(asking('web'), 6, 1), 1],
    ['that is cut off', asking('web').subarray(0, -2), 1],
    ['with a pointer in its name', changed(asking('web'), 12, 0xc00c), 1],
    ['with a broken addition', changed(asking('web'), 10, 1), 1],
    ['with a name of more than 255 bytes', asking('longer.'.repeat(37).slice(0, -1)), 1],
    ['that notifies', changed(asking('web'), 2, 0x2000), 4],
    [
      'of another class',
      asking('web', { questions: [{ type: 'TXT', name: 'version.bind', class: 'CH' }] }),
      5,
    ],
  ] as const)
    it(`${what} is ${expected === 'ignored' ? expected : `answered with code ${expected}`}`, () => {
      assert.equal(rcode(message), expected);
    });

  it('is not read beyond its question and EDNS, however much else there is', () => {
    // Of one type (NSEC) that says by bits which types there are: some would be read for half a second.
    const [name, type, rest] = [
      Buffer.from([0]),
      Buffer.from([0, 47, 0, 1, 0, 0, 0, 0]),
      Buffer.alloc(40_002, 0xff),
    ];
    rest.writeUInt16BE(40_000);
    const loaded = Buffer.concat([changed(asking('web'), 10, 1), name, type, rest]);
    assert.equal(rcode(loaded), 'request');
    assert.equal(rcode(loaded.subarray(0, -1)), 1);
  });

  it('of a later EDNS is told that it is not spoken here', () => {
    const read = readRequest(asking('web', edns(1232, 1)));
    assert.ok(read.kind === 'refused');
    const [opt] = decode(read.reply).additionals ?? [];
    assert.ok(opt?.type === 'OPT');
    assert.deepEqual([opt.extendedRcode, opt.ednsVersion], [1, 0]);
  });

  it('of any bytes is read, refused or ignored', () => {
    const bytes = fc.uint8Array({ maxLength: 600 }).map((each) => Buffer.from(each));
    const almost = fc
      .tuple(fc.constantFrom(asking('web', edns(1232)), asking('tasks.web')), fc.nat(50), fc.nat(0xffff))
      .map(([message, at, value]) => changed(message, Math.min(at, message.length - 2), value));
    fc.assert(
      fc.property(fc.oneof(bytes, almost), (message) => {
        const read = readRequest(message);
        if (read.kind === 'request') decode(replyWith(read.request, records(3), MOST_TCP_BYTES));
        if (read.kind === 'refused') decode(read.reply);
        questionKey(message);
        keptAnswer(message);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('an answer', () => {
  it('repeats the question in its letters and carries the records', () => {
    const message = asking('TASKS.web');
    const reply = replyWith(request(message), records(2), 512);
    const { id, questions, answers: answered = [], additionals } = decode(reply);
    assert.deepEqual([id, questions?.[0]?.name, additionals], [7, 'TASKS.web', []]);
    assert.deepEqual(
      answered.map((each) => 'data' in each && each.data),
      ['10.0.1.0', '10.0.1.1'],
    );
    assert.equal(reply.readUInt16BE(2), 0x8580, 'answer, authoritative, recursion desired and available');
    assert.ok(answers(reply, message));
  });

  it('holds over UDP as many records as there is room for, and says when some are missing', () => {
    for (const [parts, fitting] of [
      [{}, 19],
      [edns(100), 18],
      [edns(1_000), 38],
      [edns(65_000), 47],
    ] as const) {
      const asked = request(asking('tasks.web', parts));
      const limit = ownUdpLimit(asked);
      const cut = replyWith(asked, records(200), limit);
      assert.ok(cut.length <= limit, `${cut.length} bytes`);
      assert.deepEqual([decode(cut).answers?.length, cut.readUInt16BE(2) & TRUNCATED], [fitting, TRUNCATED]);
      const whole = replyWith(asked, records(fitting), limit);
      assert.deepEqual([decode(whole).answers?.length, whole.readUInt16BE(2) & TRUNCATED], [fitting, 0]);
    }
  });

  it('of any number of records is never longer than allowed', () => {
    fc.assert(
      fc.property(fc.nat(3_000), fc.integer({ min: 512, max: 65_535 }), (count, limit) => {
        const reply = replyWith(request(asking('tasks.web', edns(limit))), records(count), limit);
        const isWhole = decode(reply).answers?.length === count;
        assert.ok(reply.length <= limit);
        assert.equal((reply.readUInt16BE(2) & TRUNCATED) === 0, isWhole);
      }),
      { numRuns: 50 },
    );
  });

  it('of another server that is too large asks to come by TCP', () => {
    const asked = request(asking('big.example'));
    assert.equal(udpLimitOf(asked), 512);
    const reply = truncatedReply(asked);
    assert.equal(reply.readUInt16BE(2) & TRUNCATED, TRUNCATED);
    assert.ok(answers(reply, asked.message));
  });

  it('is only one with the number and the question that were asked', () => {
    const asked = asking('web.example');
    const reply = (name: string, id: number): Buffer =>
      encode({ type: 'response', id, questions: [{ type: 'A', name }] });
    assert.ok(answers(reply('WEB.example', 7), asked));
    assert.ok(!answers(reply('web.example', 8), asked));
    assert.ok(!answers(reply('wec.example', 7), asked));
    assert.ok(!answers(asked, asked));
  });
});

describe('an answer of another server', () => {
  const asked = asking('web.example');
  const soa = { type: 'SOA' as const, name: 'example', ttl: 900 };
  const data = { mname: 'ns.example', rname: 'root.example', minimum: 60 };
  const answer = (parts: Packet, flags = 0x80): Buffer =>
    encode({
      type: 'response',
      id: 7,
      flags,
      questions: [{ type: 'A', name: 'web.example' }],
      ...parts,
    });
  const a = (ttl: number) => ({ type: 'A' as const, name: 'web.example', ttl, data: '192.0.2.1' });

  for (const [what, message, expected] of [
    ['is kept for as long as its shortest record', answer({ answers: [a(30), a(20)] }), 20_000],
    ['is kept for five minutes at most', answer({ answers: [a(86_400)] }), 300_000],
    ['is not kept with a record that does not last', answer({ answers: [a(30), a(0)] }), undefined],
    ['is not kept when it is a part', answer({ answers: [a(30)] }, TRUNCATED), undefined],
    ['is not kept when it says that something failed', answer({ answers: [a(30)] }, 2), undefined],
    ['that there is none is kept as the zone says', answer({ authorities: [{ ...soa, data }] }, 3), 60_000],
    ['that there is none is not kept when nobody says for how long', answer({}, 3), undefined],
    ['without its end is not kept', answer({ answers: [a(30)] }).subarray(0, -1), undefined],
  ] as const)
    it(what, () => {
      assert.equal(keptAnswer(message)?.lifeMs, expected);
    });

  it('is given to the next one with their number, their letters and the time that is left', () => {
    const kept = keptAnswer(answer({ answers: [a(30)], ...edns(1232) }));
    assert.ok(kept !== undefined);
    const later = changed(asking('WEB.Example'), 0, 99);
    const { id, questions, answers: answered = [], additionals } = decode(agedAnswer(kept, later, 12_900));
    const [record] = answered;
    assert.deepEqual([id, questions?.[0]?.name], [99, 'WEB.Example']);
    assert.ok(record?.type === 'A');
    assert.deepEqual([record.ttl, record.data], [18, '192.0.2.1']);
    assert.equal(additionals?.length, 1);
    assert.equal(questionKey(later), questionKey(asked));
    assert.notEqual(questionKey(asking('web.example', edns(1232))), questionKey(asked));
    const ofType = (type: number): string => questionKey(changed(asked, asked.length - 4, type));
    assert.notEqual(ofType(65), ofType(97), 'types that look like the same letter');
  });
});

describe('the servers that the host asks', () => {
  it('are the first three of its file', () => {
    const text = [
      '# nameserver 192.0.2.9',
      'search example.org',
      'nameserver 192.0.2.1',
      'nameserver nonsense',
      '  nameserver\t2001:db8::1 # ours',
      'nameserver fe80::1%eth0',
      'nameserver 192.0.2.4',
    ].join('\n');
    assert.deepEqual(resolversOf(text), ['192.0.2.1', '2001:db8::1', 'fe80::1%eth0']);
    assert.deepEqual(resolversOf(''), []);
  });

  it('are never ourselves', () => {
    const servers = ['10.0.1.2', '192.0.2.1', 'fd00::2', 'fe80::1%eth0'];
    assert.deepEqual(withoutOwn(servers, ['10.0.1.2', '', 'fd00:0::2']), ['192.0.2.1', 'fe80::1%eth0']);
  });
});
