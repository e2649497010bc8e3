/**
 * The wait for a service's tasks, on a clock that moves when told: what is drawn, how long it watches, and
 * how each end is told.
 */
import assert from 'node:assert/strict';
import type { ControlClient } from '../../../cli/swarmctl/control-link.js';
import { Output } from '../../../cli/swarmctl/output.js';
import { waitForService } from '../../../cli/swarmctl/progress.js';
import type { Awaited } from '../../../cli/swarmctl/rules/rollout-phase.js';
import { Interrupted, type Session } from '../../../cli/swarmctl/session.js';
import { SwarmError } from '../../../proto/base/errors.js';
import {
  type ServiceProgress,
  ServiceProgressCodec,
  type TaskEntryInput,
} from '../../../proto/gen/control.js';
import {
  type RolloutRequestInput,
  type RolloutState,
  ServiceCodec,
  type ServiceDesiredInput,
  type ServiceInput,
  TaskCodec,
} from '../../../proto/gen/objects.js';
import { settle, SimClock } from '../../kit/sim-clock.js';
import { WEB, webProgress, webTask } from '../../kit/swarmctl-process.js';

const RUNNING = webProgress(webTask(1, 'running'), webTask(2, 'running'));
const STARTING = webProgress(webTask(1, 'running'), webTask(2, 'starting'));

const NO_ROLLOUT: Awaited = { number: 0, revision: 1, isRollback: false, isOwn: false };

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
    options: {
      isTTY?: boolean;
      columns?: number;
      isQuiet?: boolean;
      timeoutMs?: number;
      awaited?: Partial<Awaited>;
    } = {},
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
      {
        serviceId: WEB.id,
        name: 'web',
        awaited: { ...NO_ROLLOUT, ...options.awaited },
        isQuiet: options.isQuiet === true,
        timeoutMs: options.timeoutMs,
      },
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

  describe('with a rollout', () => {
    const OWN: Awaited = { number: 3, revision: 4, isRollback: false, isOwn: true };
    const TASKS = [webTask(1, 'running'), webTask(2, 'running')];

    const at = (service: ServiceInput, ...tasks: TaskEntryInput[]): ServiceProgress => {
      const seen = webProgress(...(tasks.length === 0 ? TASKS : tasks));
      const revision = service.revision ?? 4;
      return ServiceProgressCodec.create({
        ...seen,
        service: { ...seen.service, revision, previousRevision: 3, ...service },
        tasks: seen.tasks.map((entry) => ({ ...entry, task: { ...entry.task, revision } })),
      });
    };
    const rolling = (desired: ServiceDesiredInput, rollout: RolloutRequestInput = {}): ServiceInput => ({
      rollout: { number: 3, ...rollout },
      desired: { number: 3, ...desired },
    });

    it('ends when the control plane says that it is over, without watching the tasks once more', async () => {
      const ended = wait({ awaited: OWN });
      watched.tell(at(rolling({ number: 2, state: 'completed' })), at(rolling({ state: 'updating' })));
      await clock.advance(60_000);
      assert.match(texts.out, /verify: Waiting 5 seconds to verify that tasks are stable\.\.\.\n$/);
      watched.tell(at(rolling({ state: 'completed' })));
      assert.equal(await ended, 0);
    });

    it('watches them itself when the rollout put up with failures: what was started again may fail again', async () => {
      const ended = wait({ awaited: OWN });
      const over = rolling({ state: 'completed' });
      watched.tell(at(rolling({ state: 'updating' }), webTask(1, 'failed', 'exit 1'), webTask(2, 'running')));
      watched.tell(at(over));
      await clock.advance(4900);
      watched.tell(at(over, webTask(1, 'failed', 'exit 1'), webTask(2, 'running')), at(over));
      await clock.advance(4900);
      assert.ok(!texts.out.includes('converged'), texts.out);
      await clock.advance(100);
      assert.equal(await ended, 0);
    });

    it('does so for five seconds when the service asks for no time at all', async () => {
      const ended = wait({ awaited: OWN });
      const spec = (state: ServiceProgress): ServiceProgress => ({
        ...state,
        service: ServiceCodec.create({
          ...state.service,
          spec: { ...state.service?.spec, update: { monitorMs: 0 } },
        }),
      });
      watched.tell(
        spec(at(rolling({ state: 'updating' }), webTask(1, 'failed', 'exit 1'), webTask(2, 'running'))),
      );
      watched.tell(spec(at(rolling({ state: 'completed' }))));
      await clock.advance(5000);
      assert.equal(await ended, 0);
    });

    it('names the time that the service asks tasks to hold', async () => {
      const ended = wait({ awaited: OWN });
      const state = at(rolling({ state: 'updating' }));
      const spec = { ...state.service?.spec, update: { monitorMs: 90_000 } };
      watched.tell({ ...state, service: ServiceCodec.create({ ...state.service, spec }) });
      await settle();
      assert.match(texts.out, /verify: Waiting 90 seconds /);
      watched.tell(at(rolling({ state: 'completed' })));
      assert.equal(await ended, 0);
    });

    it('has an exit code of its own for an update that rolled itself back, once the service is back', async () => {
      const ended = wait({ awaited: OWN });
      const undone = (desired: ServiceDesiredInput, ...tasks: TaskEntryInput[]): ServiceProgress =>
        at(
          {
            ...rolling({ number: 4, ...desired }, { number: 4, isRollback: true, isAutomatic: true }),
            revision: 5,
          },
          ...tasks,
        );
      const [one, two] = [webTask(1, 'failed', 'exit 7'), webTask(2, 'running')];
      watched.tell(at(rolling({ state: 'updating' }), one, two));
      await settle();
      watched.tell(
        undone({ state: 'rollback-started', message: 'a task failed' }, webTask(1, 'starting'), two),
      );
      await clock.advance(60_000);
      watched.tell(undone({ state: 'rollback-completed', message: 'rollback completed' }));
      assert.equal(await ended, 7);
      assert.match(texts.out, /\noverall progress: rolling back update: 1 out of 2 tasks\n/);
      assert.match(texts.out, /\nrollback: a task failed\n/);
      assert.equal(texts.err, 'service rolled back: a task failed; web.1: exit 7\n');
    });

    it('ends well with a rollback that was asked for', async () => {
      const ended = wait({ awaited: { ...OWN, isRollback: true } });
      const asked = (state: RolloutState): ServiceProgress =>
        at(rolling({ state }, { isRollback: true }), ...TASKS);
      watched.tell(asked('rollback-started'), asked('rollback-completed'));
      assert.equal(await ended, 0);
      assert.match(texts.out, /^overall progress: rolling back update: 2 out of 2 tasks\n/);
    });

    it('has an exit code of its own for a rollout that stands still, with the reason', async () => {
      for (const [service, said] of [
        [
          rolling({ state: 'paused', message: 'too many failures' }),
          'service update paused: too many failures',
        ],
        [
          rolling({ state: 'rollback-paused', message: 'again' }, { isRollback: true }),
          'service rollback paused: again',
        ],
        [rolling({ state: 'updating' }, { isPaused: true }), 'service update paused: asked for by hand'],
      ] as const) {
        const ended = wait({ awaited: { ...OWN, isRollback: service.rollout?.isRollback ?? false } });
        texts.err = '';
        watched.tell(at(service, webTask(1, 'failed', 'exit 1'), webTask(2, 'running')));
        assert.deepEqual([await ended, texts.err], [8, `${said}; web.1: exit 1\n`]);
      }
    });

    it('ends when somebody else has changed the service to be something else', async () => {
      const ended = wait({ awaited: OWN });
      watched.tell(
        at({ ...rolling({ state: 'updating' }, { number: 4 }), revision: 5, previousRevision: 4 }),
      );
      assert.equal(await ended, 4);
      assert.match(
        texts.err,
        /changed by somebody else meanwhile: it goes to revision 5, .* revision 4\.\n$/,
      );
    });

    it('goes on when somebody scales the service, or resumes the rollout', async () => {
      const ended = wait({ awaited: OWN });
      watched.tell(at({ ...rolling({ state: 'updating' }), revision: 5 }));
      watched.tell(at({ ...rolling({ number: 4, state: 'updating' }, { number: 4 }), revision: 5 }));
      watched.tell(at({ ...rolling({ number: 4, state: 'completed' }, { number: 4 }), revision: 5 }));
      assert.equal(await ended, 0);
    });

    it('does not give up on tasks that are not restarted while the rollout may still be undone', async () => {
      const ended = wait({ awaited: OWN });
      const over = { ...webTask(1, 'failed', 'exit 1') };
      const task = TaskCodec.create({ ...over.task, desired: { state: 'shutdown' }, revision: 4 });
      const state = at(rolling({ state: 'updating' }), { ...over, task });
      const spec = { ...state.service?.spec, task: { restart: { condition: 'none' as const } } };
      const once = (more: ServiceInput): ServiceProgress => ({
        ...state,
        service: ServiceCodec.create({ ...state.service, spec, ...more }),
      });
      watched.tell(once({}));
      await clock.advance(60_000);
      assert.equal(texts.err, '');
      watched.tell(once(rolling({ state: 'completed' })));
      assert.equal(await ended, 4);
      assert.match(texts.err, /^Service web will not converge: web\.1 is failed \(exit 1\)/);
    });

    it('watches the tasks for five seconds when the change began no rollout', async () => {
      const ended = wait({ awaited: { ...OWN, isOwn: false } });
      watched.tell(at(rolling({ state: 'completed' })));
      await clock.advance(4999);
      assert.doesNotMatch(texts.out, /converged/);
      await clock.advance(1);
      assert.equal(await ended, 0);
    });
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
