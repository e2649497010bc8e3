/**
 * Logs whose reader goes away at the wrong moment: the agent must not go with it.
 */
import assert from 'node:assert/strict';
import { type DispatcherClient, LogSender } from '../../../agent/log-sender.js';
import { silentLog } from '../../../proto/base/log.js';
import { unlessAborted } from '../../../proto/base/service.js';
import { LogRequestCodec } from '../../../proto/gen/dispatcher.js';
import { TaskStatusCodec } from '../../../proto/gen/objects.js';
import { settle } from '../../kit/sim-clock.js';
import { SimRuntime } from '../../kit/sim-runtime.js';

const ENTRY = { stream: 'stdout', atMs: 0, data: new Uint8Array([1]) } as const;

/** More batches than may wait, and then a log that cannot be read on. */
class BreakingLogs extends SimRuntime {
  override async *logs(): AsyncGenerator<(typeof ENTRY)[]> {
    for (let batch = 0; batch < 9; batch += 1) yield [ENTRY];
    throw new Error('the log broke');
  }
}

describe('the log sender', () => {
  it('survives a session that ends while the reason for a broken log waits for room', async () => {
    const session = new AbortController();
    const status = TaskStatusCodec.create({ state: 'running', container: { containerId: 'c' } });
    const worker = { statusOf: () => status, whenStarted: () => Promise.resolve() };
    const sender = new LogSender({ nodeId: 'n1' }, { runtime: new BreakingLogs(), log: silentLog, worker });
    let taken = 0;
    // Takes the first chunk, which begins the reading, asks for the next, and then never again.
    const client = {
      publishLogs: async (chunks: AsyncIterable<unknown>, options?: { signal?: AbortSignal }) => {
        const incoming = chunks[Symbol.asyncIterator]();
        for (taken = 0; taken < 2; taken += 1) await incoming.next();
        await unlessAborted(new Promise(() => undefined), options?.signal ?? session.signal);
        throw session.signal.reason;
      },
    } as unknown as DispatcherClient;
    const unhandled: unknown[] = [];
    const onUnhandled = (reason: unknown): number => unhandled.push(reason);
    const others = process.rawListeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', onUnhandled);
    try {
      sender.answer(LogRequestCodec.create({ requestId: 'r', taskIds: ['t1'] }), client, session.signal);
      await settle();
      assert.equal(taken, 2);
      session.abort(new Error('the session is over'));
      await settle();
    } finally {
      process.removeAllListeners('unhandledRejection');
      for (const other of others)
        process.on('unhandledRejection', other as NodeJS.UnhandledRejectionListener);
    }
    assert.deepEqual(unhandled, []);
  });
});
