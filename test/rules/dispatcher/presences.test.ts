/**
 * A leader that was stalled itself: it must not take the silence it slept through for the nodes' silence.
 */
import assert from 'node:assert/strict';
import { Presences } from '../../../control-plane/dispatcher/presences.js';
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
  #atMs = 0;
  #sleepers: { readonly dueMs: number; readonly wake: () => void }[] = [];

  nowMs(): number {
    return this.#atMs;
  }

  monotonicMs(): number {
    return this.#atMs;
  }

  sleep(delayMs: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#sleepers.push({ dueMs: this.#atMs + delayMs, wake: resolve });
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  }

  /** Jumps there; whoever was due on the way wakes only now. */
  async jumpTo(atMs: number): Promise<void> {
    this.#atMs = atMs;
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
  let stop: AbortController;
  let running: Promise<void>;

  beforeEach(async () => {
    memory = aMemoryStore();
    await storeObjects(memory.store, { cluster: [aCluster()], node: [aNode({ id: 'n1' })] });
    clock = new StallingClock();
    const view = () => memory.store.view();
    const writer = new StatusWriter({ store: memory.store, clock, log: silentLog });
    const presences = new Presences({ clock, view, writer });
    session = new Session({ nodeId: 'n1', sessionId: 's', peerAddress: '' }, 0, {
      view,
      describeNode: () => ({ node: undefined, managerAddresses: [], heartbeatPeriodMs: 5000 }),
      onTold: () => undefined,
    });
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

  it('first reads what a node has said meanwhile, and calls it down only when that is nothing', async () => {
    await clock.jumpTo(20_000);
    assert.equal(state(), 'ready');
    session.lastBeatMs = 20_000;
    await clock.jumpTo(27_500);
    assert.equal(state(), 'ready');
    assert.equal(session.ended.aborted, false);
    await clock.jumpTo(35_000);
    assert.equal(state(), 'down');
    assert.equal(session.ended.aborted, true);
  });

  it('calls a node down that is silent after the stall, too', async () => {
    await clock.jumpTo(20_000);
    await clock.jumpTo(27_500);
    assert.equal(state(), 'down');
  });
});
