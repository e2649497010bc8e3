/**
 * A leader that was stalled itself: it must not take the silence it slept through for the nodes' silence.
 * Only the time in which it listened counts, whatever it finds first when it wakes.
 */
import assert from 'node:assert/strict';
import { Presences } from '../../../control-plane/dispatcher/presences.js';
import { OverlayFeed } from '../../../control-plane/dispatcher/overlay-feed.js';
import { OverlayState } from '../../../control-plane/dispatcher/overlay-state.js';
import { Session } from '../../../control-plane/dispatcher/session.js';
import { StatusWriter } from '../../../control-plane/dispatcher/status-writer.js';
import type { Clock } from '../../../proto/base/clock.js';
import { silentLog } from '../../../proto/base/log.js';
import { runAll } from '../../../proto/base/service.js';
import { aCluster, aNode } from '../../kit/builders.js';
import { aMemoryStore, type MemoryStore, storeObjects } from '../../kit/memory-store.js';
import { settle } from '../../kit/sim-clock.js';

/** Stands still until moved; a sleeper may be woken long after it was due, as after a stall. */
class StallingClock implements Clock {
  /** How often somebody fell asleep. */
  sleepCount = 0;
  #atMs = 0;
  #sleepers: { readonly dueMs: number; readonly wake: () => void }[] = [];

  nowMs(): number {
    return this.#atMs;
  }

  monotonicMs(): number {
    return this.#atMs;
  }

  sleep(delayMs: number, signal?: AbortSignal): Promise<void> {
    this.sleepCount += 1;
    return new Promise((resolve, reject) => {
      this.#sleepers.push({ dueMs: this.#atMs + delayMs, wake: resolve });
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  }

  /** It is that late, and nobody was woken yet. */
  sleepTo(atMs: number): void {
    this.#atMs = atMs;
  }

  /** Jumps there; whoever was due on the way wakes only now. */
  async jumpTo(atMs: number): Promise<void> {
    this.sleepTo(atMs);
    const due = this.#sleepers.filter(({ dueMs }) => dueMs <= atMs);
    this.#sleepers = this.#sleepers.filter(({ dueMs }) => dueMs > atMs);
    for (const { wake } of due) wake();
    await settle();
  }
}

describe('a leader that was stalled', () => {
  let memory: MemoryStore;
  let clock: StallingClock;
  let session: Session;
  let presences: Presences;
  let stop: AbortController;
  let running: Promise<void>;

  beforeEach(async () => {
    memory = aMemoryStore();
    await storeObjects(memory.store, { cluster: [aCluster()], node: [aNode({ id: 'n1' })] });
    clock = new StallingClock();
    const view = () => memory.store.view();
    const writer = new StatusWriter({ store: memory.store, clock, log: silentLog });
    presences = new Presences({ clock, view, writer });
    session = new Session(
      { nodeId: 'n1', sessionId: 's', peerAddress: '' },
      {
        view,
        describeNode: () => ({ node: undefined, managerAddresses: [], heartbeatPeriodMs: 5000 }),
        overlay: new OverlayFeed('n1', new OverlayState(view()), () => 0),
        turnToSpeak: () => Promise.resolve(),
        onTold: () => undefined,
      },
    );
    stop = new AbortController();
    running = runAll([writer, presences], stop.signal);
    presences.present(session);
    await settle();
  });
  afterEach(async () => {
    stop.abort();
    await running;
  });

  const state = (): string | undefined => memory.store.view().node('n1')?.status?.state;

  /** Time goes by as it should: nobody wakes late. */
  async function listenFor(durationMs: number): Promise<void> {
    const untilMs = clock.monotonicMs() + durationMs;
    while (clock.monotonicMs() < untilMs) await clock.jumpTo(clock.monotonicMs() + 100);
  }

  async function stallFor(durationMs: number): Promise<void> {
    await clock.jumpTo(clock.monotonicMs() + durationMs);
  }

  it('calls no node down for what it slept through, nor for a moment of listening after it', async () => {
    await listenFor(4_000);
    await stallFor(600_000);
    assert.equal(state(), 'ready');
    await listenFor(9_900);
    assert.equal(state(), 'ready');
    assert.equal(session.ended.aborted, false);
  });

  it('calls a node down that is silent after the stall, too', async () => {
    await listenFor(4_000);
    await stallFor(20_000);
    await listenFor(11_000);
    assert.equal(state(), 'disconnected');
    assert.equal(session.ended.aborted, false);
    await listenFor(15_000);
    assert.equal(state(), 'down');
    assert.equal(session.ended.aborted, true);
  });

  it('trusts a suspected node again at its first word, and gives it the whole time anew', async () => {
    await listenFor(29_000);
    assert.equal(state(), 'disconnected');
    presences.heard(session);
    await settle();
    assert.equal(state(), 'ready');
    await listenFor(14_900);
    assert.equal(state(), 'ready');
    await listenFor(15_000);
    assert.equal(state(), 'disconnected');
    await listenFor(100);
    assert.equal(state(), 'down');
  });

  it('counts from the beats that it finds when it wakes', async () => {
    await listenFor(4_000);
    clock.sleepTo(clock.monotonicMs() + 20_000);
    presences.heard(session);
    await clock.jumpTo(clock.monotonicMs());
    await listenFor(14_900);
    assert.equal(state(), 'ready');
    await listenFor(15_100);
    assert.equal(state(), 'down');
  });

  it('waits for a node whose session broke during the stall as long as for any other', async () => {
    await listenFor(4_000);
    clock.sleepTo(clock.monotonicMs() + 60_000);
    presences.gone(session);
    await clock.jumpTo(clock.monotonicMs());
    await listenFor(24_900);
    assert.equal(state(), 'disconnected');
    await listenFor(1_100);
    assert.equal(state(), 'down');
  });

  it('is not deceived by a stall that ends just when a node would be down', async () => {
    await listenFor(16_000);
    await stallFor(14_100);
    assert.equal(state(), 'disconnected');
  });

  it('that stalls again and again still finds out who is silent', async () => {
    for (let stall = 0; stall < 40; stall++) {
      if (stall <= 10) assert.equal(state(), 'ready');
      if (stall <= 20) assert.notEqual(state(), 'down');
      await stallFor(5_000);
      await listenFor(500);
    }
    assert.equal(state(), 'down');
  });

  it('does not look at all nodes again because of a task', async () => {
    const before = clock.sleepCount;
    const none: ReadonlySet<string> = new Set();
    const rest = { cluster: none, node: none, service: none, revision: none, request: none, network: none };
    const changed = { ...rest, task: new Set(['t1']) };
    presences.follow({ view: memory.store.view(), first: false, changed });
    await settle();
    assert.equal(clock.sleepCount, before);
    presences.follow({
      view: memory.store.view(),
      first: false,
      changed: { ...changed, node: new Set(['n1']) },
    });
    await settle();
    assert.equal(clock.sleepCount, before + 1);
  });
});
