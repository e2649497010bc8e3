/**
 * What is forgotten, and what never is.
 */
import assert from 'node:assert/strict';
import { forgettable, LONGEST_DOWN_MS } from '../../../control-plane/orchestrator/rules/clean-up.js';
import type { Slot } from '../../../control-plane/orchestrator/rules/slots.js';
import type { ServiceInput, Task, TaskInput } from '../../../proto/gen/objects.js';
import { TASK_STATES } from '../../../proto/gen/objects.js';
import { isWanted } from '../../../proto/model/task.js';
import { aCluster, aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { decide, NOW_MS, viewOf } from './decided.js';

const slotOf = (...tasks: readonly Task[]): Slot => ({
  key: '1',
  number: 1,
  tasks,
  wanted: tasks.filter((task) => isWanted(task)),
  finished: undefined,
  isSteady: false,
});

describe('the record of a task', () => {
  const ENDED = ['complete', 'shutdown', 'failed', 'rejected', 'orphaned'];

  for (const state of TASK_STATES) {
    const mayGo = ENDED.includes(state) || state === 'new' || state === 'pending';
    it(`that should be shut down and is ${state} ${mayGo ? 'may be forgotten' : 'is kept'}`, () => {
      const old = aTask({ id: 'old', status: { state }, desired: { state: 'shutdown' } });
      assert.equal(forgettable(slotOf(old, aTask())).length, mayGo ? 1 : 0);
    });

    // Where Swarm may forget one that has ended, here the restart rule judges it first, and shuts it down.
    it(`that should run and is ${state} is kept`, () => {
      const old = aTask({ id: 'old', status: { state }, desired: { state: 'running' } });
      assert.deepEqual(forgettable(slotOf(old, aTask())), []);
    });

    const isRemoved = mayGo;
    it(`that should be removed and is ${state} ${isRemoved ? 'goes' : 'waits'}`, async () => {
      const view = await viewOf({
        node: [aNode()],
        service: [aService({ spec: { mode: { kind: 'replicated', replicated: { replicas: 0 } } } })],
        revision: [aRevision()],
        task: [aTask({ status: { state }, desired: { state: 'remove' } })],
      });
      assert.deepEqual(decide(view).lines, isRemoved ? ['forget task-1'] : []);
    });
  }

  it('is kept while it is the newest of its slot, or what the newest replaces', () => {
    const ended = { status: { state: 'failed' }, desired: { state: 'shutdown' } } as const;
    const [first, second] = [aTask({ id: 'a', ...ended }), aTask({ id: 'b', ...ended })];
    assert.deepEqual(forgettable(slotOf(first, second)), [first]);
    assert.deepEqual(forgettable(slotOf(first, second, aTask())), [first, second]);
    assert.deepEqual(forgettable(slotOf(first, second, aTask({ status: { state: 'starting' } }))), [first]);
  });
});

describe('the history of a slot', () => {
  const ended = (id: string, atMs: number): Task =>
    aTask({ id, status: { state: 'failed', atMs }, desired: { state: 'shutdown' } });
  const history = [ended('c', 1), ended('b', 2), ended('a', 3), ended('d', 4), ended('e', 5), ended('f', 6)];

  const forgotten = async (
    taskHistoryLimit: number | undefined,
    maxAttempts = 0,
  ): Promise<readonly string[]> => {
    const spec = {
      task: { restart: { condition: 'any', delayMs: 5000, maxAttempts, windowMs: 0 } },
    } as const;
    const view = await viewOf(
      {
        cluster: taskHistoryLimit === undefined ? [] : [aCluster({ spec: { taskHistoryLimit } })],
        node: [aNode()],
        service: [aService({ spec })],
        revision: [aRevision({ spec })],
        task: history,
      },
      { task: [aTask({ id: 'now' })] },
    );
    return decide(view).lines;
  };

  it('has five tasks unless the cluster says otherwise, the oldest gone', async () => {
    assert.deepEqual(await forgotten(undefined), ['forget b', 'forget c']);
    assert.deepEqual(await forgotten(5), ['forget b', 'forget c']);
    assert.deepEqual(await forgotten(2), ['forget a', 'forget b', 'forget c', 'forget d', 'forget e']);
  });

  it('is kept whole with a negative limit', async () => {
    assert.deepEqual(await forgotten(-1), []);
  });

  it('follows the restart limit where there is one', async () => {
    assert.deepEqual(await forgotten(5, 5), ['forget c']);
  });

  it('never loses the task that holds the slot', async () => {
    assert.deepEqual((await forgotten(0)).includes('forget now'), false);
  });
});

describe('a node that is down', () => {
  const lost = (task: TaskInput, downForMs: number): Promise<readonly string[]> =>
    viewOf({
      node: [aNode({ status: { state: 'down', sinceMs: NOW_MS - downForMs } })],
      service: [aService({ spec: { mode: { kind: 'replicated', replicated: { replicas: 0 } } } })],
      revision: [aRevision()],
      task: [aTask({ desired: { state: 'remove' }, ...task })],
    }).then((view) => decide(view).lines);

  it('gives its tasks up after a day', async () => {
    assert.deepEqual(await lost({}, LONGEST_DOWN_MS - 1), []);
    assert.deepEqual(await lost({}, LONGEST_DOWN_MS), ['task-1 is orphaned']);
  });

  it('keeps what its ended tasks were', async () => {
    assert.deepEqual(await lost({ status: { state: 'failed' } }, LONGEST_DOWN_MS), ['forget task-1']);
  });

  it('is looked at again when the day is over', async () => {
    const view = await viewOf({
      node: [aNode({ status: { state: 'down', sinceMs: NOW_MS - 1000 } })],
      service: [aService()],
      revision: [aRevision()],
      task: [aTask({ desired: { state: 'shutdown' }, id: 'old' })],
    });
    assert.equal(decide(view).wakeInMs, LONGEST_DOWN_MS - 1000);
  });
});

describe('revisions', () => {
  const decidedWith = async (count: number, service: ServiceInput = {}): Promise<readonly string[]> => {
    const view = await viewOf({
      node: [aNode()],
      service: [aService({ ...service, revision: count })],
      revision: Array.from({ length: count }, (_unused, at) => aRevision({ revision: at + 1 })),
      task: [aTask({ revision: 2 })],
    });
    return decide(view).lines.filter((line) => line.includes('forget service'));
  };
  const all = (first: number, last: number, ...except: readonly number[]): readonly string[] =>
    Array.from({ length: last - first + 1 }, (_unused, at) => first + at)
      .filter((revision) => !except.includes(revision))
      .map((revision) => `forget service-1.${revision}`)
      .toSorted();

  it('beyond the last ten go, unless a task was made from them', async () => {
    assert.deepEqual(await decidedWith(21), all(1, 11, 2));
  });

  it('go ten at a time: an update is one entry of the log, not two', async () => {
    assert.deepEqual(await decidedWith(20), []);
  });

  it('stay while a rollback, by hand or by itself, leads there, or a rollout began for them', async () => {
    const rollout = { number: 1, stableRevision: 4 };
    const desired = { state: 'completed', number: 1, revision: 5 } as const;
    assert.deepEqual(
      await decidedWith(30, { previousRevision: 3, rollout, desired }),
      all(1, 20, 2, 3, 4, 5),
    );
  });
});
