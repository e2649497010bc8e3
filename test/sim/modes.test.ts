/**
 * Global services and jobs, by orchestrator and scheduler together, under changing leaders and nodes.
 */
import assert from 'node:assert/strict';
import type { JobRun, RestartPolicy, ServiceSpec, ServiceSpecInput, Task } from '../../proto/gen/objects.js';
import { stateOf } from '../../proto/model/task.js';
import { DEFAULT_UPDATE_CONFIG } from '../../proto/model/update-config.js';
import { aNode, aServiceSpec } from '../kit/builders.js';
import { LeaderLoops, type Script } from './leader-loops.js';

const GLOBAL: ServiceSpecInput['mode'] = { kind: 'global', global: {} };
const GLOBAL_JOB: ServiceSpecInput['mode'] = { kind: 'globalJob', globalJob: {} };
const batch = (maxConcurrent: number, totalCompletions: number): ServiceSpecInput['mode'] => ({
  kind: 'replicatedJob',
  replicatedJob: { maxConcurrent, totalCompletions },
});

const aSpec = (mode: ServiceSpecInput['mode'], restart: Partial<RestartPolicy> = {}): ServiceSpec => {
  const policy = { condition: 'any', delayMs: 100, maxAttempts: 0, windowMs: 0, ...restart } as const;
  return aServiceSpec({ name: 'web', mode, task: aServiceSpec({ task: { restart: policy } }).task });
};

async function withLoops(nodeCount: number, test: (loops: LeaderLoops) => Promise<void>): Promise<void> {
  const loops = new LeaderLoops(nodeCount);
  await loops.begin(nodeCount);
  try {
    await test(loops);
  } finally {
    await loops.end();
  }
}

const finish: Script = (task) => (stateOf(task) === 'running' ? 'complete' : 'on');
const crash: Script = (task) => (stateOf(task) === 'running' ? 'failed' : 'on');
const nodesOf = (tasks: readonly Task[]): readonly string[] =>
  tasks.map(({ placement }) => placement?.nodeId ?? '').toSorted();
const newestRun = (loops: LeaderLoops): JobRun | undefined => loops.view.service('web')?.runs?.runs.at(-1);

describe('a global service under the leader loops', () => {
  it('runs on every node, on those that join, and again on those that come back', () =>
    withLoops(3, async (loops) => {
      await loops.createService('web', aSpec(GLOBAL));
      await loops.until('3 run', () => loops.running('web').length === 3);
      assert.deepEqual(nodesOf(loops.running('web')), ['node-1', 'node-2', 'node-3']);
      await loops.addNode(aNode({ id: 'node-4' }));
      await loops.until('4 run', () => loops.running('web').length === 4);
      await loops.loseNode('node-2');
      await loops.until('3 are left', () => loops.running('web').length === 3);
      await loops.returnNode('node-2');
      await loops.until('4 run again', () => loops.running('web').length === 4);
      await loops.removeNode('node-1');
      await loops.until('nothing is left of it', () => loops.view.tasksOnNode('node-1').length === 0);
      assert.deepEqual(nodesOf(loops.running('web')), ['node-2', 'node-3', 'node-4']);
    }));

  it('is updated node by node, whoever leads, while a node joins', () =>
    withLoops(4, async (loops) => {
      const update = { ...DEFAULT_UPDATE_CONFIG, monitorMs: 500 };
      await loops.createService('web', { ...aSpec(GLOBAL), update });
      await loops.until('4 run', () => loops.running('web').length === 4);
      await loops.setImage('web', 'web:2');
      let fewest = 4;
      for (let step = 0; loops.view.service('web')?.desired?.state !== 'completed'; step++) {
        assert.ok(step < 200, loops.describe());
        if (step === 5) await loops.addNode(aNode({ id: 'node-5' }));
        await loops.changeLeader();
        await loops.agentsStep();
        await loops.advance(200);
        fewest = Math.min(
          fewest,
          loops.running('web').filter(({ placement }) => placement?.nodeId !== 'node-5').length,
        );
      }
      assert.equal(fewest, 3);
      assert.deepEqual(
        loops.running('web').map(({ revision }) => revision),
        [2, 2, 2, 2, 2],
      );
    }));

  it('goes back by itself when the new revision fails', () =>
    withLoops(3, async (loops) => {
      const update = { ...DEFAULT_UPDATE_CONFIG, failureAction: 'rollback' } as const;
      await loops.createService('web', { ...aSpec(GLOBAL), update });
      await loops.until('3 run', () => loops.running('web').length === 3);
      await loops.setImage('web', 'broken');
      const isBroken = ({ revision }: Task): boolean => revision === 2;
      await loops.until(
        'it is rolled back',
        () => loops.view.service('web')?.desired?.state === 'rollback-completed',
        (task) => (isBroken(task) ? crash(task) : 'on'),
      );
      assert.equal(loops.view.service('web')?.spec?.task?.container?.image, 'web:1');
      assert.equal(loops.running('web').filter((task) => !isBroken(task)).length, 3);
    }));

  it('is restarted on each node as often as its policy says, whoever leads', () =>
    withLoops(2, async (loops) => {
      await loops.createService('web', aSpec(GLOBAL, { maxAttempts: 2 }));
      for (let step = 0; step < 60; step++) {
        await loops.changeLeader();
        await loops.agentsStep(crash);
        await loops.advance(300);
      }
      assert.deepEqual(nodesOf(loops.tasksOf('web')), [
        'node-1',
        'node-1',
        'node-1',
        'node-2',
        'node-2',
        'node-2',
      ]);
      assert.ok(loops.tasksOf('web').every((task) => stateOf(task) === 'failed'));
    }));
});

describe('a job under the leader loops', () => {
  it('completes as often as asked for, so many at once, whoever leads', () =>
    withLoops(3, async (loops) => {
      await loops.createService('web', aSpec(batch(2, 7)));
      let most = 0;
      for (let step = 0; newestRun(loops)?.state !== 'complete'; step++) {
        assert.ok(step < 200, loops.describe());
        await loops.changeLeader();
        await loops.agentsStep(finish);
        await loops.advance(100);
        most = Math.max(most, loops.running('web').length);
      }
      assert.equal(most, 2);
      const slots = loops
        .tasksOf('web')
        .map(({ slot }) => slot)
        .toSorted((a, b) => a - b);
      assert.deepEqual(slots, [1, 2, 3, 4, 5, 6, 7]);
    }));

  it('runs anew with each revision, and keeps as many runs as the history has', () =>
    withLoops(1, async (loops) => {
      await loops.createService('web', aSpec(batch(2, 2)));
      for (let run = 1; run <= 12; run++) {
        await loops.until(`run ${run} is complete`, () => newestRun(loops)?.state === 'complete', finish);
        assert.equal(newestRun(loops)?.number, run);
        await loops.setImage('web', `web:${run + 1}`);
      }
      await loops.until('the last is complete', () => newestRun(loops)?.state === 'complete', finish);
      assert.equal(loops.view.service('web')?.runs?.runs.length, 10);
      const kept = new Set(loops.tasksOf('web').map(({ run }) => run));
      assert.deepEqual(
        [...kept].toSorted((a, b) => a - b),
        [9, 10, 11, 12, 13],
      );
    }));

  it('stops the run before when it is changed in the middle of it', () =>
    withLoops(2, async (loops) => {
      await loops.createService('web', aSpec(batch(4, 4)));
      await loops.until('4 run', () => loops.running('web').length === 4);
      await loops.setImage('web', 'web:2');
      await loops.until('it is complete', () => newestRun(loops)?.state === 'complete', finish);
      assert.deepEqual(
        loops.view.service('web')?.runs?.runs.map(({ state }) => state),
        ['replaced', 'complete'],
      );
      await loops.until('nothing is left of the first', () =>
        loops.tasksOf('web').every(({ run }) => run === 2),
      );
    }));

  it('fails when attempts run out, whoever leads, after the rest is done', () =>
    withLoops(2, async (loops) => {
      await loops.createService('web', aSpec(batch(1, 3), { maxAttempts: 2 }));
      const script: Script = (task) => (task.slot === 2 ? crash(task) : finish(task));
      for (
        let step = 0;
        newestRun(loops)?.state === undefined || newestRun(loops)?.state === 'active';
        step++
      ) {
        assert.ok(step < 200, loops.describe());
        await loops.changeLeader();
        await loops.agentsStep(script);
        await loops.advance(200);
      }
      assert.equal(newestRun(loops)?.state, 'failed');
      assert.match(newestRun(loops)?.message ?? '', /^2 of 3 completed; task 2: /);
      assert.equal(
        loops.tasksOf('web').filter(({ slot }) => slot === 2).length,
        3,
        'once, and two attempts more',
      );
    }));

  it('goes on elsewhere when its node is lost, and counts no slot twice when that returns', () =>
    withLoops(3, async (loops) => {
      await loops.createService('web', aSpec(batch(3, 3)));
      await loops.until('3 run', () => loops.running('web').length === 3);
      await loops.loseNode('node-1');
      await loops.until('3 run elsewhere', () => loops.running('web').length === 3);
      await loops.returnNode('node-1');
      await loops.until('it is complete', () => newestRun(loops)?.state === 'complete', finish);
    }));

  it('that is global completes on each node, also on those that join meanwhile', () =>
    withLoops(2, async (loops) => {
      await loops.createService('web', aSpec(GLOBAL_JOB));
      await loops.until('2 run', () => loops.running('web').length === 2);
      await loops.addNode(aNode({ id: 'node-3' }));
      await loops.until('it is complete', () => newestRun(loops)?.state === 'complete', finish);
      assert.deepEqual(nodesOf(loops.tasksOf('web')), ['node-1', 'node-2', 'node-3']);
      await loops.addNode(aNode({ id: 'node-4' }));
      await loops.advance(10_000);
      assert.equal(loops.view.tasksOnNode('node-4').length, 0, 'the run was over by then');
    }));

  it('that is global counts attempts on each node', () =>
    withLoops(2, async (loops) => {
      await loops.createService('web', aSpec(GLOBAL_JOB, { maxAttempts: 1 }));
      const script: Script = (task) => (task.placement?.nodeId === 'node-2' ? crash(task) : finish(task));
      await loops.until('it is over', () => newestRun(loops)?.state === 'failed', script);
      assert.deepEqual(nodesOf(loops.tasksOf('web')), ['node-1', 'node-2', 'node-2']);
      assert.match(newestRun(loops)?.message ?? '', /^1 of 2 completed; node node-2: /);
    }));
});
