/**
 * A long call keeps nothing of what it has sent.
 */
import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { writeMessages } from '../../proto/base/rpc-messages.js';
import { unlessAborted } from '../../proto/base/service.js';

// Garbage is collected only when asked for, so the test asks.
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

describe('messages on their way out', () => {
  it('are let go once they are sent, though the call goes on', async () => {
    const sent: WeakRef<object>[] = [];
    async function* messages(): AsyncGenerator<object> {
      for (let count = 0; count < 100; count += 1) {
        const message = { count };
        sent.push(new WeakRef(message));
        yield message;
      }
      await new Promise(() => undefined);
    }
    const call = new Writable({ objectMode: true, write: (_message, _encoding, done) => setImmediate(done) });
    const stop = new AbortController();
    const writing = writeMessages(call, messages(), stop.signal);
    while (sent.length < 100 || call.writableLength > 0) await turn();
    for (let count = 0; count < 10; count += 1) {
      collectGarbage();
      await turn();
    }
    const kept = sent.filter((reference) => reference.deref() !== undefined);
    assert.ok(kept.length <= 2, `${kept.length} of ${sent.length} messages are kept`);
    stop.abort();
    await writing;
  });
});

describe('waiting unless aborted', () => {
  it('gives the result, the failure, or nothing once aborted', async () => {
    const { signal } = new AbortController();
    assert.equal(await unlessAborted(Promise.resolve(1), signal), 1);
    await assert.rejects(unlessAborted(Promise.reject(new Error('no')), signal), /no/);
    const stop = new AbortController();
    const waiting = unlessAborted(new Promise(() => undefined), stop.signal);
    stop.abort();
    assert.equal(await waiting, undefined);
    assert.equal(await unlessAborted(new Promise(() => undefined), stop.signal), undefined);
  });
});
