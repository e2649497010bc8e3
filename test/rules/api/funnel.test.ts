/**
 * Many streams read as one: nothing is lost, nothing runs ahead of the reader, every stream is let go.
 */
import assert from 'node:assert/strict';
import { Funnel } from '../../../control-plane/api/funnel.js';
import { settle } from '../../kit/sim-clock.js';

interface Watched {
  given: number;
  isClosed: boolean;
}

async function* counting(
  count: number,
  watched: Watched = { given: 0, isClosed: false },
): AsyncGenerator<number, void> {
  try {
    for (let number = 0; number < count; number++) {
      watched.given += 1;
      yield number;
    }
  } finally {
    watched.isClosed = true;
  }
}

describe('a funnel', () => {
  it('gives every item of every stream, each stream in its order, and ends after the last', async () => {
    const funnel = new Funnel<string>(new AbortController().signal);
    async function* named(name: string, count: number): AsyncGenerator<string, void> {
      for await (const number of counting(count)) yield `${name}${number}`;
    }
    funnel.add(named('a', 3));
    funnel.add(named('b', 2));
    const items: string[] = [];
    for await (const item of funnel) items.push(item);
    assert.deepEqual(
      items.filter((item) => item.startsWith('a')),
      ['a0', 'a1', 'a2'],
    );
    assert.deepEqual(
      items.filter((item) => item.startsWith('b')),
      ['b0', 'b1'],
    );
  });

  it('asks a stream for its next item only when its last one was taken', async () => {
    const watched = { given: 0, isClosed: false };
    const funnel = new Funnel<number>(new AbortController().signal);
    funnel.add(counting(100, watched));
    const reader = funnel[Symbol.asyncIterator]();
    await settle();
    assert.equal(watched.given, 1);
    await reader.next();
    await settle();
    assert.equal(watched.given, 1);
    await reader.next();
    await settle();
    assert.equal(watched.given, 2);
    await reader.return(undefined);
  });

  it('lets every stream go when the reader leaves', async () => {
    const all = [1, 2, 3].map(() => ({ given: 0, isClosed: false }));
    const funnel = new Funnel<number>(new AbortController().signal);
    for (const watched of all) funnel.add(counting(100, watched));
    for await (const number of funnel) {
      assert.equal(number, 0);
      break;
    }
    await settle();
    assert.deepEqual(
      all.map(({ isClosed }) => isClosed),
      [true, true, true],
    );
  });

  it('ends at once when the signal aborts, though a stream is silent', async () => {
    const stop = new AbortController();
    const funnel = new Funnel<number>(stop.signal);
    funnel.stayOpenFor(new Promise(() => undefined));
    const end = funnel[Symbol.asyncIterator]().next();
    stop.abort();
    assert.equal((await end).done, true);
  });

  it('gives what came before a failure, then the failure', async () => {
    const funnel = new Funnel<number>(new AbortController().signal);
    async function* failing(): AsyncGenerator<number, void> {
      yield 1;
      throw new Error('broken');
    }
    funnel.add(failing());
    const reader = funnel[Symbol.asyncIterator]();
    assert.deepEqual(await reader.next(), { done: false, value: 1 });
    await assert.rejects(reader.next(), /broken/);
  });

  it('stays open for work that may add streams', async () => {
    const funnel = new Funnel<number>(new AbortController().signal);
    let finish: () => void = () => undefined;
    funnel.stayOpenFor(
      new Promise((resolve) => {
        finish = resolve;
      }),
    );
    const first = funnel[Symbol.asyncIterator]().next();
    await settle();
    funnel.add(counting(1));
    assert.equal((await first).value, 0);
    finish();
  });
});
