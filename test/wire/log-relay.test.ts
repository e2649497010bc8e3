/**
 * Logs over real TLS: one reader joined to scripted agents that answer, fail, die, lie or say nothing.
 */
import assert from 'node:assert/strict';
import {
  type LogChunk,
  LogChunkCodec,
  type LogChunkInput,
  type LogOptions,
} from '../../proto/gen/dispatcher.js';
import { eventually } from '../kit/eventually.js';
import { TestDispatcher } from '../kit/test-dispatcher.js';

describe('logs through the dispatcher', () => {
  let setup: TestDispatcher;

  beforeEach(async () => {
    setup = await TestDispatcher.open();
  });
  afterEach(() => setup.close());

  const options: LogOptions = { follow: false, tail: -1, sinceMs: 0, stdout: true, stderr: true };
  const reader = (tasks: readonly [taskId: string, nodeId: string][], follow = false) => {
    const signal = new AbortController();
    const lines: string[] = [];
    const missing: string[] = [];
    const done = (async () => {
      const wanted = tasks.map(([taskId, nodeId]) => ({ taskId, nodeId }));
      for await (const piece of setup.server.logs.read(
        wanted,
        { ...options, follow },
        {
          signal: signal.signal,
          requestId: 'user-1',
        },
      )) {
        lines.push(...piece.lines.map(({ taskId, nodeId, data }) => `${nodeId}/${taskId} ${text(data)}`));
        if (piece.missing !== undefined) missing.push(piece.missing);
      }
    })();
    return { lines, missing, done, stop: () => signal.abort() };
  };
  const text = (data: Uint8Array): string => Buffer.from(data).toString();
  const chunk = (requestId: string, ...lines: readonly [taskId: string, data: string][]): LogChunk =>
    LogChunkCodec.create({
      requestId,
      lines: lines.map(([taskId, data]) => ({ taskId, nodeId: 'a lie', data: Buffer.from(data) })),
    });
  const failed = (parts: LogChunkInput): LogChunk => LogChunkCodec.create(parts);

  it('of several nodes come together, and sources that cannot be read are named', async () => {
    const other = await setup.manager.member('w2');
    const [one, two] = [await setup.registered(), await setup.registered(other)];
    const reading = reader([
      ['t1', 'w1'],
      ['t2', 'w2'],
      ['t3', 'gone'],
      ['t4', ''],
    ]);
    const { logRequest } = await one.hears('logRequest');
    assert.deepEqual(logRequest.taskIds, ['t1']);
    assert.deepEqual((await two.hears('logRequest')).logRequest.taskIds, ['t2']);
    const { requestId } = logRequest;
    await one.client.publishLogs(
      list(chunk(requestId), chunk(requestId, ['t1', 'hello'], ['t9', 'not asked'])),
    );
    await two.client.publishLogs(list(failed({ requestId, taskId: 't2', error: 'no such container' })));
    await reading.done;
    assert.deepEqual(reading.lines, ['w1/t1 hello']);
    assert.deepEqual(reading.missing.toSorted(), [
      'node gone is not connected',
      'task t2 on node worker-host: no such container',
      'task t4 has not been placed on a node',
    ]);
  });

  it('end with the agent that sent them, and with one that does not answer', async () => {
    const other = await setup.manager.member('w2');
    const [one, two] = [await setup.registered(), await setup.registered(other)];
    const reading = reader(
      [
        ['t1', 'w1'],
        ['t2', 'w2'],
      ],
      true,
    );
    const { requestId } = (await one.hears('logRequest')).logRequest;
    await two.hears('logRequest');
    const sending = one.client.publishLogs(endless(chunk(requestId, ['t1', 'last words'])));
    await eventually(
      'the line',
      () => reading.lines,
      (lines) => lines.length === 1,
    );
    one.kill();
    await eventually(
      'w1 missing',
      () => reading.missing,
      (missing) => missing.length === 1,
    );
    await setup.manager.memory.clock.advance(10_000);
    await reading.done;
    assert.deepEqual(reading.lines, ['w1/t1 last words']);
    assert.equal(reading.missing.length, 2);
    assert.match(reading.missing[1] ?? '', /did not answer within 10 s/);
    await sending;
  });

  it('are cancelled at the agents when the reader goes, and nobody else may answer', async () => {
    const other = await setup.manager.member('w2');
    const [one, two] = [await setup.registered(), await setup.registered(other)];
    const reading = reader([['t1', 'w1']], true);
    const { requestId } = (await one.hears('logRequest')).logRequest;
    await two.client.publishLogs(list(chunk(requestId, ['t1', 'forged'])));
    const sending = one.client.publishLogs(endless(chunk(requestId, ['t1', 'true'])));
    await eventually(
      'the line',
      () => reading.lines,
      (lines) => lines.length > 0,
    );
    reading.stop();
    await reading.done;
    assert.deepEqual(reading.lines, ['w1/t1 true']);
    assert.equal((await one.hears('logCancel')).logCancel.requestId, requestId);
    await one.client.publishLogs(list(chunk(requestId, ['t1', 'too late'])));
    await sending;
  });

  it('wait at the agent when the reader is slow, and are all read in the end', async () => {
    const agent = await setup.registered();
    const signal = new AbortController();
    const reading = setup.server.logs.read([{ taskId: 't1', nodeId: 'w1' }], options, {
      signal: signal.signal,
      requestId: 'user-1',
    });
    const first = reading.next();
    const { requestId } = (await agent.hears('logRequest')).logRequest;
    let produced = 0;
    const total = 300;
    const chunks = (async function* () {
      for (; produced < total; produced++) yield chunk(requestId, ['t1', 'x'.repeat(100_000)]);
    })();
    const sending = agent.client.publishLogs(chunks);
    await first;
    let last = -1;
    await eventually(
      'the agent waits',
      () => {
        const isStill = produced === last;
        last = produced;
        return isStill;
      },
      (isStill) => isStill,
      { pollMs: 200 },
    );
    assert.ok(produced < total, `${produced} chunks left the agent`);
    let read = 1;
    for await (const { lines } of reading) read += lines.length;
    assert.equal(read, total);
    await sending;
  });
});

async function* list<T>(...items: readonly T[]): AsyncGenerator<T, void> {
  yield* items;
}

/** The item, then nothing more and no end. */
async function* endless<T>(item: T): AsyncGenerator<T, void> {
  yield item;
  await new Promise(() => undefined);
}
