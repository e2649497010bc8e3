/**
 * When the loop decides: at once, after changes, at the instants asked for, and again after a failure.
 */
import assert from 'node:assert/strict';
import { silentLog } from '../../../proto/base/log.js';
import { SwarmError } from '../../../proto/base/errors.js';
import type { Table } from '../../../proto/gen/log.js';
import { ReconcileLoop, type Decision } from '../../../control-plane/loop/reconcile.js';
import { create, exists, group, unchanged, update } from '../../../control-plane/store/rules/change.js';
import type { Wakeup } from '../../../control-plane/store/watch.js';
import { aNode, aTask } from '../../kit/builders.js';
import { aMemoryStore, commitAll, storeObjects, type MemoryStore } from '../../kit/memory-store.js';
import { settle } from '../../kit/sim-clock.js';

interface Running extends MemoryStore {
  /** What the loop was woken with, in order. */
  readonly wakeups: Wakeup[];
  stop(): Promise<void>;
  readonly ended: Promise<void>;
}

function running(
  decide: (wakeup: Wakeup, nowMs: number, round: number) => Decision,
  tables: readonly Table[] = ['node', 'task'],
): Running {
  const memory = aMemoryStore();
  const wakeups: Wakeup[] = [];
  const reconciler = {
    name: 'test',
    tables,
    decide: (wakeup: Wakeup, nowMs: number) => decide(wakeup, nowMs, wakeups.push(wakeup)),
  };
  const { store, clock } = memory;
  const loop = new ReconcileLoop({ reconciler }, { store, clock, log: silentLog });
  const stop = new AbortController();
  const ended = loop.run(stop.signal);
  ended.catch(() => undefined);
  return {
    ...memory,
    wakeups,
    ended,
    stop: () => {
      stop.abort();
      return ended;
    },
  };
}

const NOTHING: Decision = { groups: [] };

describe('a reconcile loop', () => {
  it('decides at once, then after each change of its tables', async () => {
    const loop = running(() => NOTHING, ['node']);
    await settle();
    assert.deepEqual(
      loop.wakeups.map(({ first }) => first),
      [true],
    );
    await storeObjects(loop.store, { task: [aTask()] });
    await settle();
    assert.equal(loop.wakeups.length, 1);
    await storeObjects(loop.store, { node: [aNode()] });
    await settle();
    assert.deepEqual([...(loop.wakeups[1]?.changed.node ?? [])], ['node-1']);
    await loop.stop();
  });

  it('commits what was decided, and sees it in the next view', async () => {
    const loop = running(({ view }) => ({
      groups: view.nodeCount() < 3 ? [group([create('node', aNode({ id: `n${view.nodeCount()}` }))])] : [],
    }));
    await settle(20);
    assert.equal(loop.store.view().nodeCount(), 3);
    assert.equal(loop.wakeups.length, 4);
    await loop.stop();
  });

  it('never has two commits in flight', async () => {
    const loop = running((_wakeup, _now, round) =>
      round === 1 ? { groups: [group([create('node', aNode({ id: 'mine' }))])] } : NOTHING,
    );
    loop.log.hold();
    await settle();
    const other = commitAll(loop.store, [group([create('task', aTask())])]);
    await settle();
    assert.equal(loop.wakeups.length, 1);
    loop.log.release();
    await other;
    await settle();
    assert.deepEqual([...(loop.wakeups[1]?.changed.node ?? [])], ['mine']);
    assert.deepEqual([...(loop.wakeups[1]?.changed.task ?? [])], ['task-1']);
    await loop.stop();
  });

  it('decides again at the instant it was asked to, and not before', async () => {
    const loop = running((_wakeup, nowMs, round) => ({
      groups: [],
      wakeAtMs: round === 1 ? nowMs + 1000 : undefined,
    }));
    await loop.clock.advance(999);
    assert.equal(loop.wakeups.length, 1);
    await loop.clock.advance(1);
    assert.equal(loop.wakeups.length, 2);
    assert.equal(loop.wakeups[1]?.first, false);
    await loop.clock.advance(60_000);
    assert.equal(loop.wakeups.length, 2);
    await loop.stop();
  });

  it('decides again in the next turn, and not in this one, when it was cut short', async () => {
    const loop = running((_wakeup, _now, round) => ({ groups: [], isCutShort: round < 4 }));
    const roundsByTurn: number[] = [];
    for (let turn = 0; turn < 6; turn++) {
      await new Promise(setImmediate);
      roundsByTurn.push(loop.wakeups.length);
    }
    assert.deepEqual(roundsByTurn.slice(0, 4), [1, 2, 3, 4]);
    assert.equal(roundsByTurn.at(-1), 4);
    assert.equal(loop.clock.sleeperCount, 0);
    await loop.stop();
  });

  it('forgets an instant that a later decision no longer asks for', async () => {
    const loop = running((_wakeup, nowMs, round) =>
      round === 1 ? { groups: [], wakeAtMs: nowMs + 1000 } : NOTHING,
    );
    await settle();
    await storeObjects(loop.store, { node: [aNode()] });
    await loop.clock.advance(5000);
    assert.equal(loop.wakeups.length, 2);
    assert.equal(loop.clock.sleeperCount, 0);
    await loop.stop();
  });

  it('does not spin on an instant that has passed', async () => {
    const loop = running((_wakeup, nowMs) => ({ groups: [], wakeAtMs: nowMs - 1 }));
    await settle(50);
    assert.equal(loop.wakeups.length, 1);
    await loop.clock.advance(10);
    assert.ok(loop.wakeups.length <= 11, `${loop.wakeups.length} decisions in 10 ms`);
    await loop.stop();
  });

  it('is woken by the object that refused its change, and decides on the new one', async () => {
    const loop = running(({ view }) => {
      const node = view.node('node-1');
      if (node === undefined || node.status?.message === 'seen') return NOTHING;
      const status = { ...aNode().status, message: 'seen' };
      const change = update('node', 'node-1', 'status', { status: aNode({ status }).status });
      return { groups: [group([change], [unchanged('node', node, 'spec')])] };
    });
    await settle();
    loop.log.hold();
    // Both wait in the log: the loop's change was decided on the node as the first entry leaves it.
    const created = storeObjects(loop.store, { node: [aNode()] });
    loop.log.release();
    await created;
    loop.log.hold();
    const changed = commitAll(loop.store, [
      group([update('node', 'node-1', 'spec', { spec: aNode().spec })]),
    ]);
    await settle();
    loop.log.release();
    await changed;
    await settle();
    assert.equal(loop.store.view().node('node-1')?.status?.message, 'seen');
    assert.equal(loop.log.entries.length, 4);
    await loop.stop();
  });

  it('decides everything anew, after a pause that grows, when its commit failed', async () => {
    const loop = running(({ view }) =>
      view.node('mine') === undefined
        ? { groups: [group([create('node', aNode({ id: 'mine' }))])] }
        : NOTHING,
    );
    const full = new SwarmError('store.full', { reason: 'no space left on device' });
    loop.log.failNext(full, full);
    await settle();
    assert.equal(loop.wakeups.length, 1);
    await loop.clock.advance(100);
    assert.equal(loop.wakeups.length, 2);
    assert.equal(loop.wakeups[1]?.first, true);
    await loop.clock.advance(199);
    assert.equal(loop.wakeups.length, 2);
    await loop.clock.advance(1);
    assert.equal(loop.store.view().node('mine')?.id, 'mine');
    await loop.stop();
  });

  it('ends when it is told to: while it waits, while it commits, and after a failure', async () => {
    const waiting = running((_wakeup, nowMs) => ({ groups: [], wakeAtMs: nowMs + 1000 }));
    await settle();
    await waiting.stop();
    assert.equal(waiting.clock.sleeperCount, 0);

    const once = (wakeup: Wakeup): Decision =>
      wakeup.first ? { groups: [group([create('node', aNode())])] } : NOTHING;
    const committing = running(once);
    committing.log.hold();
    await settle();
    await committing.stop();

    const failing = running(once);
    failing.log.failNext(new Error('connection lost'));
    await settle();
    await failing.stop();
    assert.equal(failing.clock.sleeperCount, 0);
  });

  it('fails when its reconciler does, so that nobody takes it for running', async () => {
    const loop = running(() => {
      throw new TypeError('a mistake');
    });
    await assert.rejects(loop.ended, /a mistake/);
  });

  it('goes on though a group was refused', async () => {
    const loop = running(({ view }) => {
      if (view.nodeCount() > 0) return NOTHING;
      const refused = group([create('node', aNode({ id: 'never' }))], [exists('task', 'none')]);
      return { groups: [refused, group([create('node', aNode({ id: 'mine' }))])] };
    });
    await settle();
    assert.deepEqual(
      [...loop.store.view().nodes()].map(({ id }) => id),
      ['mine'],
    );
    await loop.stop();
  });
});
