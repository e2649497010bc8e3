/**
 * The wait for a service's tasks, on a clock that moves when told: what is drawn, how long it watches, and
 * how each end is told.
 */
import assert from 'node:assert/strict';
import type { ControlClient } from '../../../cli/swarmctl/connection.js';
import { Output } from '../../../cli/swarmctl/output.js';
import { waitForService } from '../../../cli/swarmctl/progress.js';
import { Interrupted, type Session } from '../../../cli/swarmctl/session.js';
import { SwarmError } from '../../../proto/base/errors.js';
import type { ServiceProgress } from '../../../proto/gen/control.js';
import { settle, SimClock } from '../../kit/sim-clock.js';
import { WEB, webProgress, webTask } from '../../kit/swarmctl-process.js';

const RUNNING = webProgress(webTask(1, 'running'), webTask(2, 'running'));
const STARTING = webProgress(webTask(1, 'running'), webTask(2, 'starting'));

/** A watch that tells what the test hands it; several watches follow each other. */
class Watched {
  #wake: () => void = () => undefined;
  readonly #queue: (ServiceProgress | Error)[] = [];
  watches = 0;

  tell(...states: (ServiceProgress | Error)[]): void {
    this.#queue.push(...states);
    this.#wake();
  }

  async *watchService(
    _request: unknown,
    { signal }: { signal: AbortSignal },
  ): AsyncGenerator<ServiceProgress> {
    this.watches += 1;
    const onAbort = (): void => this.#wake();
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      for (;;) {
        signal.throwIfAborted();
        const next = this.#queue.shift();
        if (next instanceof Error) throw next;
        if (next !== undefined) yield next;
        else
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
      }
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }
}

describe('waiting for a service', () => {
  let clock: SimClock;
  let watched: Watched;
  let interrupt: AbortController;
  let texts: { out: string; err: string };

  beforeEach(() => {
    clock = new SimClock();
    watched = new Watched();
    interrupt = new AbortController();
    texts = { out: '', err: '' };
  });

  function wait(
    options: { isTTY?: boolean; columns?: number; isQuiet?: boolean; timeoutMs?: number } = {},
  ): Promise<number> {
    const sink = (name: 'out' | 'err') => ({
      isTTY: options.isTTY === true,
      columns: options.columns ?? 40,
      write: (text: string) => {
        texts[name] += text;
      },
    });
    const output = new Output(sink('out'), sink('err'));
    const session = { clock, output, signal: interrupt.signal, connection: { streamOptions: {} } };
    return waitForService(
      watched as unknown as ControlClient,
      { serviceId: WEB.id, name: 'web', isQuiet: options.isQuiet === true, timeoutMs: options.timeoutMs },
      session as unknown as Session,
    );
  }

  it('ends once it has been as wanted for five seconds', async () => {
    const ended = wait();
    watched.tell(STARTING, RUNNING);
    await clock.advance(4999);
    assert.doesNotMatch(texts.out, /converged/);
    await clock.advance(1);
    assert.equal(await ended, 0);
    assert.equal(
      texts.out,
      'overall progress: 1 out of 2 tasks\n1/2: running\n2/2: starting\n' +
        'overall progress: 2 out of 2 tasks\n2/2: running\n' +
        'verify: Waiting 5 seconds to verify that tasks are stable...\n' +
        'verify: Service abcdefghijkl converged\n',
    );
  });

  it('begins the five seconds anew when a task fails within them', async () => {
    const ended = wait();
    watched.tell(RUNNING);
    await clock.advance(4000);
    watched.tell(STARTING, RUNNING);
    await clock.advance(4999);
    assert.match(texts.out, /verify: Detected task failure\n/);
    assert.doesNotMatch(texts.out, /converged/);
    await clock.advance(1);
    assert.equal(await ended, 0);
  });

  it('draws in place on a terminal, cut to its width', async () => {
    const ended = wait({ isTTY: true });
    watched.tell(STARTING);
    await settle();
    const first = texts.out;
    assert.equal(
      first,
      '\roverall progress: 1 out of 2 tasks\u001b[K\n1/2: running   [=======================\u001b[K\n2/2: starting  [=======================\u001b[K\n\u001b[K\n\u001b[J',
    );
    watched.tell(RUNNING);
    await clock.advance(5000);
    assert.equal(await ended, 0);
    assert.ok(texts.out.slice(first.length).startsWith('\u001b[4A\roverall progress: 2 out of 2 tasks'));
    assert.ok(texts.out.endsWith('verify: Service abcdefghijkl converged\u001b[K\n\u001b[J'));
  });

  it('cuts nothing on a terminal that does not know its width', async () => {
    const ended = wait({ isTTY: true, columns: 0 });
    watched.tell(RUNNING);
    await clock.advance(5000);
    assert.equal(await ended, 0);
    assert.ok(
      texts.out.includes('1/2: running   [==================================================>]\u001b[K'),
    );
  });

  it('keeps quiet when told so', async () => {
    const ended = wait({ isQuiet: true });
    watched.tell(RUNNING);
    await clock.advance(5000);
    assert.deepEqual([await ended, texts], [0, { out: '', err: '' }]);
  });

  it('ends with the time that was given, also while it verifies', async () => {
    const ended = wait({ timeoutMs: 3000 });
    watched.tell(RUNNING);
    await clock.advance(3000);
    assert.equal(await ended, 3);
    assert.match(texts.err, /^Service web did not converge within 3s: 2 of 2 tasks run\. The work goes on/);
  });

  it('asks again while managers are choosing a leader, though not for ever', async () => {
    const ended = wait();
    watched.tell(STARTING, new SwarmError('manager.not-leader', { leader: '' }), RUNNING);
    await clock.advance(5500);
    assert.equal(await ended, 0);
    assert.equal(watched.watches, 2);

    const gone = wait();
    gone.catch(() => undefined);
    const silent = new SwarmError('manager.unreachable', { addresses: ['x'], reason: 'gone' });
    watched.tell(...Array.from({ length: 40 }, () => silent));
    await clock.advance(16_000);
    await assert.rejects(gone, (error) => error === silent);
  });

  it('says that the work goes on when interrupted', async () => {
    const ended = wait();
    watched.tell(STARTING);
    await settle();
    interrupt.abort(new Interrupted());
    assert.equal(await ended, 130);
    assert.match(texts.err, /^Operation continuing in background\. Use `swarmctl service ps abcdefghijkl`/);
  });

  it('leaves no timer behind', async () => {
    const ended = wait({ timeoutMs: 60_000 });
    watched.tell(RUNNING);
    await clock.advance(5000);
    await ended;
    await settle();
    assert.equal(clock.sleeperCount, 0);
  });
});
