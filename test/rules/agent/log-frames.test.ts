/**
 * The engine's log bytes, cut anywhere, give the same lines.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { justAfter, LogParser, LONGEST_LINE_BYTES } from '../../../agent/runtime/docker/rules/log-frames.js';

const INSTANT = '2026-11-23T21:04:04.600030182Z';

function frame(stream: 1 | 2, text: string): Buffer {
  const body = Buffer.from(`${INSTANT} ${text}`);
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(body.length, 4);
  return Buffer.concat([header, body]);
}

function parse(bytes: Buffer, cuts: readonly number[], isTerminal = false): string[] {
  const parser = new LogParser(isTerminal);
  const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  const texts = edges.slice(1).flatMap((end, at) => [...parser.feed(bytes.subarray(edges[at], end))]);
  return [...texts, ...parser.end()].map(({ stream, data }) => `${stream} ${Buffer.from(data).toString()}`);
}

const cuts = fc.array(fc.nat(1000), { maxLength: 20 });

describe('log frames', () => {
  it('give whole lines wherever the bytes are cut', () => {
    const bytes = Buffer.concat([frame(1, 'one\n'), frame(2, 'two\n'), frame(1, '\n'), frame(1, 'tail')]);
    const lines = ['stdout one', 'stderr two', 'stdout ', 'stdout tail'];
    fc.assert(fc.property(cuts, (at) => assert.deepEqual(parse(bytes, at), lines)));
  });

  it('of a terminal give whole lines wherever the bytes are cut', () => {
    const bytes = Buffer.from(`${INSTANT} one\r\n${INSTANT} two`);
    fc.assert(
      fc.property(cuts, (at) => assert.deepEqual(parse(bytes, at, true), ['stdout one\r', 'stdout two'])),
    );
  });

  it('join the pieces of a long line, up to a bound', () => {
    const piece = 'x'.repeat(16 * 1024);
    const joined = parse(Buffer.concat([frame(1, piece), frame(1, piece), frame(1, 'end\n')]), []);
    assert.deepEqual(
      joined.map((line) => line.length),
      ['stdout '.length + 2 * piece.length + 'end'.length],
    );
    const endless = Buffer.concat(Array.from({ length: 9 }, () => frame(1, piece)));
    const pieces = parse(endless, []);
    assert.equal(pieces.length, 3);
    assert.ok(pieces.every((line) => line.length <= LONGEST_LINE_BYTES + 'stdout '.length));
  });

  it('keep the instant, also of what goes on in a second piece', () => {
    const parser = new LogParser(false);
    const [text = assert.fail()] = parser.feed(Buffer.concat([frame(1, 'a'), frame(1, 'b\n')]));
    assert.equal(text.instant, INSTANT);
    assert.equal(text.atMs, Date.parse(INSTANT));
    assert.equal(Buffer.from(text.data).toString(), 'ab');
  });

  it('go on one nanosecond later', () => {
    const seconds = Date.parse('2026-11-23T21:04:04Z') / 1000;
    assert.equal(justAfter(INSTANT), `${seconds}.600030183`);
    assert.equal(justAfter('2026-11-23T21:04:04.5Z'), `${seconds}.500000001`);
    assert.equal(justAfter('2026-11-23T21:04:04.999999999Z'), `${seconds + 1}.000000000`);
    assert.equal(justAfter('2026-11-23T21:04:04Z'), `${seconds}.000000001`);
  });
});
