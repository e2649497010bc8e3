/**
 * The ground everything stands on: life cycles, bounded streams, time limits, ids, errors.
 */
import { status } from '@grpc/grpc-js';
import assert from 'node:assert/strict';
import { SystemClock, withTimeout } from '../../../proto/base/clock.js';
import { type ErrorCode, hasCode, SwarmError, toSwarmError } from '../../../proto/base/errors.js';
import { base36, newId } from '../../../proto/base/random.js';
import { fromServiceError, toStatus } from '../../../proto/base/rpc-errors.js';
import { aborted, runAll, type Service } from '../../../proto/base/service.js';
import { Stream } from '../../../proto/base/stream.js';
import { SimClock, SimRandom, settle } from '../../kit/sim-clock.js';

function aService(name: string, said: string[], fail?: Promise<never>): Service {
  return {
    name,
    async run(signal) {
      said.push(`${name} starts`);
      await Promise.race([aborted(signal), ...(fail === undefined ? [] : [fail])]);
      await settle(1);
      said.push(`${name} ended`);
    },
  };
}

describe('services that run together', () => {
  it('start in order and stop last first, each only when the one before has ended', async () => {
    const said: string[] = [];
    const stop = new AbortController();
    const done = runAll([aService('a', said), aService('b', said)], stop.signal);
    stop.abort();
    await done;
    assert.deepEqual(said, ['a starts', 'b starts', 'b ended', 'a ended']);
  });

  it('are all stopped when one fails, and the failure is thrown', async () => {
    const said: string[] = [];
    const failure = new Error('b broke');
    const failing = aService('b', said, Promise.reject(failure));
    await assert.rejects(
      runAll([aService('a', said), failing, aService('c', said)], new AbortController().signal),
      failure,
    );
    assert.deepEqual(said.slice(3), ['c ended', 'a ended']);
  });
});

describe('a bounded stream', () => {
  it('gives its reader every item in order, then the end', async () => {
    const stream = new Stream<number>({ capacity: 3 });
    for (const item of [1, 2, 3]) assert.equal(stream.push(item), true);
    stream.end();
    assert.deepEqual(await all(stream), [1, 2, 3]);
  });

  it('tells the writer when it is full, and when the reader has gone', async () => {
    const stream = new Stream<number>({ capacity: 1 });
    assert.equal(stream.push(1), true);
    assert.equal(stream.push(2), false);
    for await (const _ of stream) break;
    assert.equal(stream.push(3), false);
  });

  it('coalesces into what still waits, however full it is', async () => {
    const stream = new Stream<number>({ capacity: 1, coalesce: (last, next) => last + next });
    for (const item of [1, 2, 3]) assert.equal(stream.push(item), true);
    stream.end();
    assert.deepEqual(await all(stream), [6]);
  });

  it('gives what waits before it throws why it ended', async () => {
    const stream = new Stream<number>({ capacity: 2 });
    stream.push(1);
    stream.end(new Error('cut'));
    const seen: number[] = [];
    await assert.rejects(async () => {
      for await (const item of stream) seen.push(item);
    }, /cut/);
    assert.deepEqual(seen, [1]);
  });
});

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const seen: T[] = [];
  for await (const item of items) seen.push(item);
  return seen;
}

describe('a time limit', () => {
  const late = (): Error => new SwarmError('call.timed-out', { what: 'the attempt', afterMs: 100 });

  it('lets through what ends in time, and stops its timer', async () => {
    const clock = new SimClock();
    assert.equal(await withTimeout(clock, 100, late, async () => 'done'), 'done');
    await settle();
    assert.equal(clock.sleeperCount, 0);
  });

  it('aborts the attempt and throws when the time is over', async () => {
    const clock = new SimClock();
    let reason: unknown;
    const attempt = withTimeout(clock, 100, late, async (signal) => {
      await aborted(signal);
      reason = signal.reason;
    });
    const outcome = assert.rejects(attempt, (error) => hasCode(error, 'call.timed-out'));
    await settle();
    await clock.advance(100);
    await outcome;
    assert.ok(hasCode(reason, 'call.timed-out'));
  });

  it('passes on the abort from outside with its reason', async () => {
    const outer = new AbortController();
    const attempt = withTimeout(
      new SimClock(),
      100,
      late,
      async (signal) => {
        await aborted(signal);
        throw signal.reason;
      },
      outer.signal,
    );
    outer.abort(new Error('enough'));
    await assert.rejects(attempt, /enough/);
  });

  it('does not wait for an attempt that does not mind the abort', async () => {
    const clock = new SimClock();
    const outer = new AbortController();
    const attempt = withTimeout(clock, 100, late, () => new Promise(() => undefined), outer.signal);
    outer.abort(new Error('enough'));
    await assert.rejects(attempt, /enough/);
    await settle();
    assert.equal(clock.sleeperCount, 0);
    await assert.rejects(
      withTimeout(clock, 100, late, () => new Promise(() => undefined), outer.signal),
      /enough/,
    );
  });

  it("of the system's clock can be cut short", async () => {
    const stop = new AbortController();
    const sleeping = new SystemClock().sleep(60_000, stop.signal);
    stop.abort(new Error('woken'));
    await assert.rejects(sleeping, /woken/);
  });
});

describe('an id', () => {
  it('has 25 characters of base 36, whatever the dice say', () => {
    const random = new SimRandom(7);
    const ids = Array.from({ length: 200 }, () => newId(random));
    for (const id of ids) assert.match(id, /^[0-9a-z]{25}$/);
    assert.equal(new Set(ids).size, 200);
    assert.equal(base36(new Uint8Array(16), 25), '0'.repeat(25));
    assert.equal(base36(new Uint8Array(16).fill(255), 25), 'f5lxx1zz5pnorynqglhzmsp33');
  });
});

describe('an error', () => {
  it('crosses the wire with its code, its facts and its sentence', () => {
    const error = new SwarmError('object.conflict', { kind: 'service', id: 's1', yours: 3, current: 5 });
    const { code, details, metadata } = toStatus(error);
    const back = fromServiceError(
      Object.assign(new Error(details), { code, details, metadata }),
      '192.0.2.1:2377',
      'x',
    );
    assert.equal(back.code, 'object.conflict' satisfies ErrorCode);
    assert.deepEqual(back.facts, error.facts);
    assert.equal(back.message, error.message);
    assert.match(back.message, /version 3.*version 5/);
  });

  it('of a server that another root vouches for says so', () => {
    const details =
      'No connection established. Last error: Error: self-signed certificate in certificate chain. Resolution note: ';
    const { metadata } = toStatus(new Error('x'));
    metadata.remove('swarm-error-bin');
    const refused = Object.assign(new Error(details), { code: status.UNAVAILABLE, details, metadata });
    assert.match(
      fromServiceError(refused, '192.0.2.1:2377', 'x').message,
      /: what answers there is not of the cluster .* \(self-signed certificate in certificate chain\)\.$/,
    );
  });

  it('of a socket that is closed to its user says who may open it', () => {
    const details = 'No connection established. Last error: Error: connect EACCES /s.sock. Resolution note: ';
    const { metadata } = toStatus(new Error('x'));
    metadata.remove('swarm-error-bin');
    const refused = Object.assign(new Error(details), { code: status.UNAVAILABLE, details, metadata });
    assert.match(
      fromServiceError(refused, 'unix:///s.sock', 'x').message,
      /: connect EACCES \/s\.sock: only root may use that socket\.$/,
    );
  });

  it('names the only candidate as such, several as a choice', () => {
    const said = (...candidates: string[]): string =>
      new SwarmError('object.not-found', { kind: 'service', ref: 'wep', candidates }).message;
    assert.equal(said('web'), 'No service "wep". Did you mean web?');
    assert.equal(said('web', 'wet'), 'No service "wep". Did you mean one of: web, wet?');
    assert.equal(said(), 'No service "wep". There are no services.');
  });

  it('asks whether swarmd runs, unless the reason is a sentence that says what to do', () => {
    const said = (reason: string): string =>
      new SwarmError('manager.unreachable', { addresses: ['192.0.2.1:2377'], reason }).message;
    assert.match(said('connect ECONNREFUSED'), /: connect ECONNREFUSED\. Is swarmd running there\?$/);
    assert.match(said('Join it again.'), /: Join it again\.$/);
  });

  it('of unknown kind becomes internal and keeps its cause', () => {
    const cause = new TypeError('x is not a function');
    const error = toSwarmError(cause);
    assert.equal(error.code, 'internal');
    assert.equal(error.cause, cause);
  });
});
