/**
 * Services kept as asked for, by orchestrator and scheduler together, whatever happens to tasks and nodes.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Node, Task } from '../../proto/gen/objects.js';
import { stateOf } from '../../proto/model/task.js';
import { aNode, aServiceSpec } from '../kit/builders.js';
import { LeaderLoops } from './leader-loops.js';

const web = (replicas: number): ReturnType<typeof aServiceSpec> =>
  aServiceSpec({ name: 'web', mode: { kind: 'replicated', replicated: { replicas } } });

async function withLoops(
  nodeCount: number,
  seed: number,
  test: (loops: LeaderLoops) => Promise<void>,
): Promise<void> {
  const loops = new LeaderLoops(seed);
  await loops.begin(nodeCount);
  try {
    await test(loops);
  } finally {
    await loops.end();
  }
}

const allRun = (loops: LeaderLoops, count: number) => (): boolean => loops.running('web').length === count;

const countByNode = (tasks: readonly Task[]): readonly number[] => {
  const counts = new Map<string, number>();
  for (const { placement } of tasks)
    counts.set(placement?.nodeId ?? '', (counts.get(placement?.nodeId ?? '') ?? 0) + 1);
  return [...counts.values()].toSorted((a, b) => a - b);
};

describe('the leader loops', () => {
  it('bring a new service to its replicas, spread over the nodes', () =>
    withLoops(3, 1, async (loops) => {
      await loops.createService('web', web(6));
      await loops.until('6 run', allRun(loops, 6));
      assert.deepEqual(countByNode(loops.running('web')), [2, 2, 2]);
      assert.deepEqual(
        loops
          .running('web')
          .map(({ slot }) => slot)

          .toSorted((a, b) => a - b),
        [1, 2, 3, 4, 5, 6],
      );
    }));

  it('add slots and give them up, and forget what was given up', () =>
    withLoops(3, 2, async (loops) => {
      await loops.createService('web', web(2));
      await loops.until('2 run', allRun(loops, 2));
      await loops.scale('web', 7);
      await loops.until('7 run', allRun(loops, 7));
      await loops.scale('web', 3);
      await loops.until('only 3 are left', () => loops.tasksOf('web').length === 3);
      assert.deepEqual(countByNode(loops.running('web')), [1, 1, 1]);
    }));

  it('restart a task that failed, in its slot, after the delay', () =>
    withLoops(1, 3, async (loops) => {
      await loops.createService('web', web(1));
      await loops.until('it runs', allRun(loops, 1));
      const failedAtMs = loops.nowMs;
      await loops.agentsStep(() => 'failed');
      assert.equal(loops.running('web').length, 0);
      await loops.until('it runs again', allRun(loops, 1));
      assert.ok(loops.nowMs - failedAtMs >= 5000, 'the delay of the policy was waited out');
      const [task] = loops.running('web');
      assert.equal(task?.slot, 1);
      assert.equal(task?.desired?.restarts?.total, 1);
    }));

  it('replace the tasks of a lost node, and none too many when it comes back', () =>
    withLoops(3, 4, async (loops) => {
      await loops.createService('web', web(6));
      await loops.until('6 run', allRun(loops, 6));
      await loops.loseNode('node-2');
      await loops.until('6 run elsewhere', allRun(loops, 6));
      assert.ok(loops.running('web').every(({ placement }) => placement?.nodeId !== 'node-2'));
      await loops.returnNode('node-2');
      await loops.until('the old ones have stopped', () =>
        loops.view.tasksOnNode('node-2').every((task) => stateOf(task) === 'shutdown'),
      );
      assert.equal(loops.running('web').length, 6);
    }));

  it('move tasks off a drained node', () =>
    withLoops(2, 5, async (loops) => {
      await loops.createService('web', web(4));
      await loops.until('4 run', allRun(loops, 4));
      await loops.editNode('node-1', (spec) => ({ ...spec, availability: 'drain' }));
      await loops.until('4 run on the other', allRun(loops, 4));
      assert.ok(loops.running('web').every(({ placement }) => placement?.nodeId === 'node-2'));
    }));

  it('give up the tasks of a removed node', () =>
    withLoops(2, 6, async (loops) => {
      await loops.createService('web', web(2));
      await loops.until('2 run', allRun(loops, 2));
      await loops.removeNode('node-1');
      await loops.until('2 run', allRun(loops, 2));
      assert.deepEqual(
        loops.view.tasksOnNode('node-1').map((task) => stateOf(task)),
        ['orphaned'],
      );
    }));

  it('change the image one slot at a time', () =>
    withLoops(3, 7, async (loops) => {
      await loops.createService('web', web(4));
      await loops.until('4 run', allRun(loops, 4));
      await loops.setImage('web', 'web:2');
      let fewest = 4;
      await loops.until('all are new', () => {
        fewest = Math.min(fewest, loops.running('web').length);
        return loops.running('web').filter(({ revision }) => revision === 2).length === 4;
      });
      assert.equal(fewest, 3);
      const state = (): string | undefined => loops.view.service('web')?.desired?.state;
      assert.equal(state(), 'updating', 'the last of them is still being watched');
      await loops.until('it is over', () => state() === 'completed');
    }));

  it('pause a rollout that cannot be prepared before it costs a replica, until a better revision comes', () =>
    withLoops(2, 8, async (loops) => {
      await loops.createService('web', web(3));
      await loops.until('3 run', allRun(loops, 3));
      await loops.setImage('web', 'broken');
      const script = ({ revision }: Task): 'rejected' | 'on' => (revision === 2 ? 'rejected' : 'on');
      for (let step = 0; step < 60; step++) {
        await loops.agentsStep(script);
        await loops.advance(500);
        assert.equal(loops.running('web').length, 3, loops.describe());
      }
      assert.equal(loops.view.service('web')?.desired?.state, 'paused');
      await loops.setImage('web', 'web:3');
      await loops.until(
        'all are new',
        () => loops.running('web').filter(({ revision }) => revision === 3).length === 3,
        script,
      );
    }));

  it('go on with a rollout and its restarts under another leader', () =>
    withLoops(3, 12, async (loops) => {
      const spec = web(4);
      await loops.createService('web', spec);
      await loops.until('4 run', allRun(loops, 4));
      await loops.setImage('web', 'web:2');
      let fewest = 4;
      for (let step = 0; loops.view.service('web')?.desired?.state !== 'completed'; step++) {
        assert.ok(step < 100, loops.describe());
        await loops.changeLeader();
        await loops.agentsStep();
        await loops.advance(200);
        fewest = Math.min(fewest, loops.running('web').length);
      }
      assert.equal(fewest, 3);
      assert.equal(loops.running('web').filter(({ revision }) => revision === 2).length, 4);
    }));

  it('restart as often as the policy says, whoever leads, and begin anew with a new revision', () =>
    withLoops(2, 13, async (loops) => {
      const restart = { condition: 'any', delayMs: 100, maxAttempts: 1, windowMs: 0 } as const;
      await loops.createService('web', {
        ...web(2),
        task: aServiceSpec({ task: { restart } }).task,
      });
      const crash = (task: Task): 'failed' | 'on' => (stateOf(task) === 'running' ? 'failed' : 'on');
      for (let step = 0; step < 40; step++) {
        await loops.agentsStep(crash);
        await loops.advance(500);
        if (step % 7 === 0) await loops.changeLeader();
      }
      const ended = (revision: number): readonly number[] =>
        loops
          .tasksOf('web')
          .filter((task) => task.revision === revision && stateOf(task) === 'failed')
          .map(({ slot }) => slot)
          .toSorted((a, b) => a - b);
      assert.deepEqual(ended(1), [1, 1, 2, 2]);
      assert.equal(loops.tasksOf('web').length, 4);
      await loops.setImage('web', 'web:2');
      await loops.until('both slots run again', allRun(loops, 2));
    }));

  it('move tasks off a node whose label no longer fits', () =>
    withLoops(2, 14, async (loops) => {
      const disk = (value: string) => (spec: NonNullable<Node['spec']>) => ({
        ...spec,
        labels: { disk: value },
      });
      await loops.editNode('node-1', disk('ssd'));
      const placement = { constraints: ['node.labels.disk==ssd'] };
      await loops.createService('web', { ...web(2), task: aServiceSpec({ task: { placement } }).task });
      await loops.until('2 run', allRun(loops, 2));
      assert.deepEqual(countByNode(loops.running('web')), [2]);
      await loops.editNode('node-2', disk('ssd'));
      await loops.editNode('node-1', disk('tape'));
      await loops.until('2 run on the other', allRun(loops, 2));
      assert.ok(loops.running('web').every((task) => task.placement?.nodeId === 'node-2'));
    }));

  it('restart nothing for a new label', () =>
    withLoops(2, 9, async (loops) => {
      await loops.createService('web', web(3));
      await loops.until('3 run', allRun(loops, 3));
      const before = loops.running('web').map(({ id }) => id);
      await loops.updateService('web', (spec) => ({ ...spec, labels: { tier: 'front' } }));
      await loops.advance(10_000);
      assert.deepEqual(
        loops.running('web').map(({ id }) => id),
        before,
      );
    }));

  it('leave nothing of a removed service', () =>
    withLoops(2, 10, async (loops) => {
      await loops.createService('web', web(3));
      await loops.until('3 run', allRun(loops, 3));
      await loops.removeService('web');
      await loops.until('nothing is left', () => loops.tasksOf('web').length === 0);
      assert.deepEqual(loops.view.revisionsOfService('web'), []);
    }));

  it('wake a task that found no node when there is one', () =>
    withLoops(0, 11, async (loops) => {
      await loops.createService('web', web(1));
      assert.equal(loops.tasksOf('web')[0]?.status?.error, 'no suitable node');
      const entries = loops.entryCount;
      await loops.advance(60_000);
      assert.equal(loops.entryCount, entries, 'the same reason is not written again');
      await loops.addNode(aNode({ id: 'late' }));
      await loops.until('it runs', allRun(loops, 1));
    }));

  it('keep services through random failures, lost nodes, scaling and new images', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 2 ** 31 }),
        fc.integer({ min: 1, max: 5 }),
        (seed, nodeCount) => withLoops(nodeCount, seed, (loops) => storm(loops, nodeCount)),
      ),
      { numRuns: 25 },
    );
  });
});

async function storm(loops: LeaderLoops, nodeCount: number): Promise<void> {
  await loops.createService('web', web(3));
  let image = 1;
  for (let step = 0; step < 60; step++) {
    const nodeId = `node-${1 + Math.floor(loops.fraction() * nodeCount)}`;
    const dice = loops.fraction();
    if (dice < 0.06) await loops.scale('web', Math.floor(loops.fraction() * 8));
    else if (dice < 0.12) await loops.setImage('web', `web:${++image}`);
    else if (dice < 0.2) await loops.loseNode(nodeId);
    else if (dice < 0.32) await loops.returnNode(nodeId);
    else if (dice < 0.36) await loops.editNode(nodeId, (spec) => ({ ...spec, availability: 'drain' }));
    else if (dice < 0.42) await loops.editNode(nodeId, (spec) => ({ ...spec, availability: 'active' }));
    if (loops.fraction() < 0.05) await loops.changeLeader();
    await loops.agentsStep(() => {
      const fate = loops.fraction();
      if (fate < 0.05) return 'failed';
      if (fate < 0.08) return 'complete';
      return fate < 0.3 ? 'stay' : 'on';
    });
    await loops.advance(Math.floor(loops.fraction() * 4000));
  }
  for (let at = 1; at <= nodeCount; at++) {
    await loops.returnNode(`node-${at}`);
    await loops.editNode(`node-${at}`, (spec) => ({ ...spec, availability: 'active' }));
  }
  await loops.scale('web', 5);
  const isDone = (): boolean =>
    loops.running('web').length === 5 &&
    loops.tasksOf('web').filter((task) => stateOf(task) === 'running').length === 5 &&
    loops.view.service('web')?.desired?.state !== 'updating';
  await loops.until('5 run and nothing else does', isDone);
}
