/**
 * Workers that are removed when they have been down for too long, and who is spared.
 */
import assert from 'node:assert/strict';
import { AutoRemoval } from '../../../control-plane/dispatcher/auto-removal.js';
import { overdueNodes } from '../../../control-plane/dispatcher/rules/auto-removal.js';
import { group, update } from '../../../control-plane/store/rules/change.js';
import { silentLog } from '../../../proto/base/log.js';
import type { NodeInput } from '../../../proto/gen/objects.js';
import { aCluster, aNode, aTask } from '../../kit/builders.js';
import { aMemoryStore, commitAll, type MemoryStore, storeObjects } from '../../kit/memory-store.js';
import { SimClock } from '../../kit/sim-clock.js';

const HOUR_MS = 3_600_000;
const NOW_MS = Date.UTC(2030, 0, 1, 12);

const worker = (parts: NodeInput = {}): NodeInput => ({
  spec: { role: 'worker', autoRemoveAfterMs: HOUR_MS },
  status: { state: 'down', sinceMs: NOW_MS - HOUR_MS },
  ...parts,
});

describe('a worker that is removed after an hour down', () => {
  const rows: readonly (readonly [string, NodeInput, overdue: boolean])[] = [
    ['down for an hour', worker(), true],
    ['down for less', worker({ status: { state: 'down', sinceMs: NOW_MS - HOUR_MS + 1 } }), false],
    ['suspected', worker({ status: { state: 'disconnected', sinceMs: 0 } }), false],
    ['not heard of since this leader began', worker({ status: { state: 'unknown', sinceMs: 0 } }), false],
    ['up', worker({ status: { state: 'ready', sinceMs: 0 } }), false],
    ['never to be removed', worker({ spec: { role: 'worker', autoRemoveAfterMs: 0 } }), false],
    ['a manager', worker({ identity: { role: 'manager' } }), false],
    ['about to be a manager', worker({ spec: { role: 'manager', autoRemoveAfterMs: HOUR_MS } }), false],
  ];
  for (const [what, node, isOverdue] of rows)
    it(`${isOverdue ? 'goes' : 'stays'}: ${what}`, () => {
      const { nodes } = overdueNodes([aNode(node)], NOW_MS);
      assert.equal(nodes.length, Number(isOverdue));
    });

  it('says when the next one is due', () => {
    const since = (minutes: number): ReturnType<typeof aNode> =>
      aNode({
        ...worker(),
        id: `n${minutes}`,
        status: { state: 'down', sinceMs: NOW_MS - minutes * 60_000 },
      });
    assert.equal(overdueNodes([since(10), since(20)], NOW_MS).nextAtMs, NOW_MS + 40 * 60_000);
    assert.equal(overdueNodes([aNode()], NOW_MS).nextAtMs, Number.POSITIVE_INFINITY);
  });
});

describe('the leader', () => {
  let memory: MemoryStore;
  let clock: SimClock;
  let stop: AbortController;
  let running: Promise<void>;
  let warnings: string[];

  async function begin(node: NodeInput): Promise<void> {
    clock = new SimClock(NOW_MS);
    memory = aMemoryStore(clock);
    await storeObjects(memory.store, { cluster: [aCluster()], node: [aNode(node)], task: [aTask()] });
    stop = new AbortController();
    warnings = [];
    const log = {
      ...silentLog,
      warn: (message: string, facts: unknown) => void warnings.push(`${message} ${JSON.stringify(facts)}`),
    };
    running = new AutoRemoval({ store: memory.store, clock, log }).run(stop.signal);
  }
  afterEach(async () => {
    stop.abort();
    await running;
  });

  const isThere = (): boolean => memory.store.view().node('node-1') !== undefined;

  it('removes it only after it has listened for six heartbeats, and orphans its tasks with it', async () => {
    await begin(worker());
    await clock.advance(29_000);
    assert.ok(isThere());
    await clock.advance(3_000);
    assert.ok(!isThere());
    assert.equal(memory.store.view().task('task-1')?.status?.state, 'orphaned');
  });

  it('waits for the time to be over, and spares one that comes back meanwhile', async () => {
    await begin(worker({ status: { state: 'down', sinceMs: NOW_MS } }));
    await clock.advance(HOUR_MS + 20_000);
    assert.ok(isThere());
    const status = { state: 'ready', message: '', address: '', sinceMs: NOW_MS, managerAddress: '' } as const;
    await commitAll(memory.store, [group([update('node', 'node-1', 'status', { status })])]);
    await clock.advance(2 * HOUR_MS);
    assert.ok(isThere());
  });

  it('says why it could not remove it, and tries again', async () => {
    await begin(worker());
    memory.log.failNext('the disk is full');
    for (let seconds = 0; seconds < 32 && warnings.length === 0; seconds++) await clock.advance(1_000);
    assert.ok(isThere());
    assert.match(warnings.join(), /^nodes could not be removed.*the disk is full.*node-1/);
    await clock.advance(1_000);
    assert.ok(!isThere());
    assert.equal(warnings.length, 1);
  });
});
