/**
 * A day and longer in virtual time: services that crash without end, and nodes that return long after they were
 * lost. What is kept stays bounded, what is well stays untouched, and counts are as documented.
 */
import assert from 'node:assert/strict';
import { assignmentsOf } from '../../control-plane/dispatcher/rules/assignments.js';
import { type RestartPolicy, type ServiceSpec, type Task, TaskCodec } from '../../proto/gen/objects.js';
import { stateOf } from '../../proto/model/task.js';
import { aServiceSpec } from '../kit/builders.js';
import { LeaderLoops } from './leader-loops.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const HISTORY_LIMIT = 5;
/** How often the agents of the crash loop are looked at. */
const TICK_MS = 2 * MINUTE_MS;
const DAY_TICKS = (24 * HOUR_MS) / TICK_MS;

function aService(name: string, replicas: number, restart?: Partial<RestartPolicy>): ServiceSpec {
  const policy = { condition: 'any', delayMs: 5_000, maxAttempts: 0, windowMs: 0, ...restart } as const;
  return aServiceSpec({
    name,
    mode: { kind: 'replicated', replicated: { replicas } },
    task: aServiceSpec({ task: { restart: policy } }).task,
  });
}

const ids = (tasks: readonly Task[]): readonly string[] => tasks.map(({ id }) => id).toSorted();

describe('in the long run', function () {
  this.timeout(60_000);
  let loops: LeaderLoops;

  beforeEach(async () => {
    loops = new LeaderLoops(37);
    await loops.begin(3);
  });
  afterEach(() => loops.end());

  describe('a crash loop of 24 h (scenario 30)', () => {
    const crash = (task: Task): 'failed' | 'on' =>
      task.serviceId !== 'web' && stateOf(task) === 'running' ? 'failed' : 'on';

    const endless = { ever: 10 * MINUTE_MS, slow: 4 * MINUTE_MS };
    const limited = { maxAttempts: 3, delayMs: MINUTE_MS };
    const windowMs = 10 * MINUTE_MS;

    /** Agents take every step they can, then time moves on. */
    async function tick(): Promise<void> {
      for (let entries = -1; entries !== loops.entryCount; ) {
        entries = loops.entryCount;
        await loops.agentsStep(crash);
      }
      await loops.advance(TICK_MS);
    }

    const storedBytes = (): number =>
      [...loops.view.tasks()].reduce((bytes, task) => bytes + TaskCodec.encode(task).byteLength, 0);
    const totalOf = (task: Task): number => task.desired?.restarts?.total ?? 0;
    const restarts = (serviceId: string): number => Math.max(...loops.tasksOf(serviceId).map(totalOf));

    /** One restart per delay; at most two ticks more pass until the next crash is seen. */
    function assertPaced(serviceId: keyof typeof endless): void {
      const delayMs = endless[serviceId];
      const [most, fewest] = [(24 * HOUR_MS) / delayMs, (24 * HOUR_MS) / (delayMs + 2 * TICK_MS)];
      const count = restarts(serviceId);
      assert.ok(count <= most && count >= fewest, `${serviceId}: ${count} restarts in a day`);
    }

    function assertGivenUp(serviceId: string): void {
      const tasks = loops.tasksOf(serviceId);
      assert.equal(restarts(serviceId), 3, serviceId);
      assert.deepEqual(tasks.map(stateOf), ['failed', 'failed', 'failed', 'failed'], serviceId);
    }

    it('keeps its delay and a bounded history, gives up as told, and leaves others alone', async () => {
      await loops.createService('web', aService('web', 2));
      await loops.until('web runs', () => loops.running('web').length === 2);
      const well = ids(loops.running('web'));
      await loops.createService('ever', aService('ever', 1, { delayMs: endless.ever }));
      // Never more than three within the window, so it is never given up.
      const rarely = { maxAttempts: 3, windowMs, delayMs: endless.slow };
      await loops.createService('slow', aService('slow', 1, rarely));
      await loops.createService('thrice', aService('thrice', 1, limited));
      await loops.createService('often', aService('often', 1, { ...limited, windowMs }));
      let mostTasks = 0;
      let bytesAfterAnHour = 0;
      for (let ticks = 1; ticks <= DAY_TICKS; ticks++) {
        await tick();
        const counts = ['ever', 'slow', 'thrice', 'often'].map((id) => loops.tasksOf(id).length);
        mostTasks = Math.max(mostTasks, ...counts);
        if (ticks === DAY_TICKS / 24) bytesAfterAnHour = storedBytes();
      }
      assert.deepEqual(ids(loops.tasksOf('web')), well);
      assert.equal(loops.running('web').length, 2);
      assert.ok(mostTasks <= HISTORY_LIMIT + 1, `${mostTasks} tasks of one slot`);
      assert.ok(storedBytes() < bytesAfterAnHour * 1.1, `${bytesAfterAnHour} bytes became ${storedBytes()}`);
      for (const id of ['ever', 'slow'] as const) assertPaced(id);
      for (const id of ['thrice', 'often']) assertGivenUp(id);
    });
  });

  describe('a node that is lost and returns with old containers alive (scenario 37)', () => {
    async function loseFor(awayMs: number): Promise<{ replaced: readonly string[] }> {
      await loops.createService('web', aService('web', 6));
      await loops.until('6 run', () => loops.running('web').length === 6);
      await loops.loseNode('node-2');
      await loops.until('6 run elsewhere', () => loops.running('web').length === 6);
      const replaced = ids(loops.running('web'));
      await loops.advance(awayMs);
      await loops.returnNode('node-2');
      return { replaced };
    }

    const desiresOnNode = (): readonly string[] =>
      assignmentsOf(loops.view, { nodeId: 'node-2', knowsNetwork: () => true }).map(({ desired }) => desired);

    it('after an hour is told to stop them, and keeps none', async () => {
      const { replaced } = await loseFor(HOUR_MS);
      assert.deepEqual(desiresOnNode(), ['shutdown', 'shutdown']);
      await loops.until('they have stopped', () =>
        loops.view.tasksOnNode('node-2').every((task) => stateOf(task) === 'shutdown'),
      );
      await loops.advance(HOUR_MS);
      assert.deepEqual(ids(loops.running('web')), replaced);
    });

    it('after 25 h is to hold none of them, so that it removes them, and nothing else changes', async () => {
      const { replaced } = await loseFor(25 * HOUR_MS);
      assert.deepEqual(desiresOnNode(), []);
      const states = loops.view.tasksOnNode('node-2').map((task) => stateOf(task));
      assert.ok(
        states.every((state) => state === 'orphaned'),
        states.join(),
      );
      await loops.advance(HOUR_MS);
      assert.deepEqual(ids(loops.running('web')), replaced);
    });
  });
});
