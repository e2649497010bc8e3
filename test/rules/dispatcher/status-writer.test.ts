/**
 * Reports on their way into the store: what is stored and what is not, in which batches, and through a store
 * that fails.
 */
import assert from 'node:assert/strict';
import { isForeign, reportedChange } from '../../../control-plane/dispatcher/rules/task-reports.js';
import { type Intent, StatusWriter } from '../../../control-plane/dispatcher/status-writer.js';
import { SwarmError } from '../../../proto/base/errors.js';
import { silentLog } from '../../../proto/base/log.js';
import type { TaskReport } from '../../../proto/gen/dispatcher.js';
import type { TaskState, TaskStatusInput } from '../../../proto/gen/objects.js';
import { aTask } from '../../kit/builders.js';
import { aMemoryStore, type MemoryStore, storeObjects } from '../../kit/memory-store.js';
import { settle } from '../../kit/sim-clock.js';

const NOW_MS = Date.UTC(2031, 0, 1);

const report = (taskId: string, parts: TaskStatusInput): TaskReport => {
  const { status } = aTask({ status: { message: '', ...parts } });
  return { taskId, status };
};

const intent = (taskId: string, state: TaskState): [string, Intent] => [
  taskId,
  (view) => reportedChange(view, 'node-1', report(taskId, { state }), NOW_MS),
];

describe('a report of an agent', () => {
  let memory: MemoryStore;
  beforeEach(async () => {
    memory = aMemoryStore();
    await storeObjects(memory.store, {
      task: [
        aTask({ id: 'starting', status: { state: 'starting' } }),
        aTask({ id: 'failed', status: { state: 'failed' } }),
        aTask({ id: 'elsewhere', placement: { nodeId: 'node-2' } }),
      ],
    });
  });

  const stores = (taskId: string, parts: TaskStatusInput): boolean =>
    reportedChange(memory.store.view(), 'node-1', report(taskId, parts), NOW_MS) !== undefined;

  it('moves a task on, over states it did not mention, and never back', () => {
    assert.equal(stores('starting', { state: 'running' }), true);
    assert.equal(stores('starting', { state: 'complete' }), true);
    assert.equal(stores('starting', { state: 'preparing' }), false);
    assert.equal(stores('failed', { state: 'running' }), false);
    assert.equal(stores('failed', { state: 'shutdown' }), false);
  });

  it('keeps its instant, but for one of a clock that is ahead', () => {
    const storedAtMs = (atMs: number): number | undefined => {
      const said = report('starting', { state: 'running', atMs });
      const [change] = reportedChange(memory.store.view(), 'node-1', said, NOW_MS)?.changes ?? [];
      assert.ok(change?.change?.kind === 'update' && change.change.update.object?.object?.kind === 'task');
      return change.change.update.object.object.task.status?.atMs;
    };
    assert.equal(storedAtMs(NOW_MS - 7), NOW_MS - 7);
    assert.equal(storedAtMs(NOW_MS + 7), NOW_MS);
  });

  it('is stored when it says more of the same state, and not when it repeats it', () => {
    const said = { state: 'starting', message: 'started' } as const;
    assert.equal(stores('starting', { ...said, message: 'waiting for health' }), true);
    assert.equal(stores('starting', { ...said, container: { containerId: 'c1' } }), true);
    assert.equal(stores('starting', { ...said, atMs: 5 }), false);
    assert.equal(stores('failed', { state: 'failed', message: 'again' }), false);
  });

  it('is foreign when the task is on another node, and only late when nobody knows the task', () => {
    const view = memory.store.view();
    assert.equal(isForeign(view, 'node-1', report('elsewhere', { state: 'running' })), true);
    assert.equal(isForeign(view, 'node-1', report('starting', { state: 'running' })), false);
    assert.equal(isForeign(view, 'node-1', report('unknown', { state: 'running' })), false);
    assert.equal(stores('elsewhere', { state: 'complete' }), false);
    assert.equal(stores('unknown', { state: 'running' }), false);
  });
});

describe('the status writer', () => {
  let memory: MemoryStore;
  let writer: StatusWriter;
  let stop: AbortController;
  let running: Promise<void>;
  let entriesBefore: number;

  beforeEach(async () => {
    memory = aMemoryStore();
    const tasks = Array.from({ length: 1200 }, (_, at) =>
      aTask({ id: `t${at}`, status: { state: 'assigned' } }),
    );
    await storeObjects(memory.store, { task: tasks });
    entriesBefore = memory.log.entries.length;
    writer = new StatusWriter({ store: memory.store, clock: memory.clock, log: silentLog });
    stop = new AbortController();
    running = writer.run(stop.signal);
  });
  afterEach(async () => {
    stop.abort();
    await running;
  });

  const entries = (): number => memory.log.entries.length - entriesBefore;
  const stateOf = (taskId: string): string | undefined => memory.store.view().task(taskId)?.status?.state;

  it('puts what comes in one turn into one entry, the newest per task', async () => {
    const writes = [
      writer.write([intent('t0', 'preparing'), intent('t1', 'running')]),
      writer.write([intent('t0', 'running')]),
      writer.write([]),
    ];
    await Promise.all(writes);
    assert.equal(entries(), 1);
    assert.deepEqual([stateOf('t0'), stateOf('t1')], ['running', 'running']);
  });

  it('gathers everything that comes while an entry is on its way into the next one', async () => {
    memory.log.hold();
    const first = writer.write([intent('t0', 'accepted')]);
    await settle();
    const later = ['preparing', 'ready', 'starting', 'running'] as const;
    const writes = later.map(async (state) => await writer.write([intent('t0', state)]));
    await settle();
    memory.log.release();
    await Promise.all([first, ...writes]);
    assert.equal(entries(), 2);
    assert.equal(stateOf('t0'), 'running');
  });

  it('stores a storm in several entries and resolves when the last of it is stored', async () => {
    await writer.write(Array.from({ length: 1200 }, (_, at) => intent(`t${at}`, 'running')));
    assert.equal(memory.store.view().countInState('running'), 1200);
    assert.equal(entries(), 3);
  });

  it('writes nothing for what says nothing new', async () => {
    await writer.write([intent('t0', 'pending'), intent('unknown', 'running')]);
    assert.equal(entries(), 0);
  });

  it('decides again when somebody else changed the task meanwhile', async () => {
    const accepted = reportedChange(
      memory.store.view(),
      'node-1',
      report('t0', { state: 'accepted' }),
      NOW_MS,
    );
    assert.ok(accepted);
    memory.log.hold();
    const other = memory.store.commit([accepted]);
    const write = writer.write([intent('t0', 'running')]);
    await settle();
    memory.log.release();
    await Promise.all([write, other]);
    assert.equal(stateOf('t0'), 'running');
    assert.equal(entries(), 3);
  });

  it('tries again, ever more slowly, while the store cannot write, and resolves only then', async () => {
    const full = new SwarmError('store.full', { reason: 'no space left on device' });
    memory.log.failNext(full, full, full);
    let isStored = false;
    const write = writer.write([intent('t0', 'running')]).then(() => {
      isStored = true;
    });
    await memory.clock.advance(600);
    assert.equal(isStored, false);
    await memory.clock.advance(100);
    await write;
    assert.equal(stateOf('t0'), 'running');
  });

  it('rejects what is not stored when it stops, and whatever comes after', async () => {
    memory.log.hold();
    const write = writer.write([intent('t0', 'running')]);
    await settle();
    const rejected = assert.rejects(write);
    stop.abort();
    await rejected;
    await assert.rejects(writer.write([intent('t1', 'running')]));
  });
});
