/**
 * Jobs: when a run begins, what is done in it, how it ends, what is remembered.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { withEnds, withRun, writtenRuns } from '../../../control-plane/orchestrator/rules/job-runs.js';
import { shouldRestart, restartPolicyOf } from '../../../control-plane/orchestrator/rules/restart-policy.js';
import { decideService } from '../../../control-plane/orchestrator/rules/service.js';
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import type {
  JobRun,
  NodeInput,
  RestartPolicyInput,
  Service,
  ServiceInput,
  ServiceRuns,
  ServiceSpecInput,
  Task,
  TaskInput,
  TaskState,
} from '../../../proto/gen/objects.js';
import { aCluster, aNode, aRevision, aService, aServiceSpec, aTask } from '../../kit/builders.js';
import { decide, NOW_MS, viewOf } from './decided.js';

const batch = (maxConcurrent: number, totalCompletions: number): ServiceSpecInput['mode'] => ({
  kind: 'replicatedJob',
  replicatedJob: { maxConcurrent, totalCompletions },
});
const SWEEP: ServiceSpecInput['mode'] = { kind: 'globalJob', globalJob: {} };

const aRun = (number: number, parts: Partial<JobRun> = {}): JobRun => ({
  number,
  revision: 1,
  scheduledAtMs: 0,
  startedAtMs: NOW_MS - 60_000,
  endedAtMs: 0,
  state: 'active',
  message: '',
  ...parts,
});
const runs = (...list: readonly JobRun[]): ServiceRuns => ({
  runs: list,
  lastNumber: list.at(-1)?.number ?? 0,
  scheduledUntilMs: 0,
});

/** A task of run 1; those that have completed were told to stop already. */
const inSlot = (slot: number, state: TaskState, parts: TaskInput = {}): Task =>
  aTask({
    id: `t${slot}`,
    slot,
    run: 1,
    ...parts,
    desired: { state: state === 'complete' ? 'shutdown' : 'running', ...parts.desired },
    status: { state, atMs: NOW_MS - 1000, ...parts.status },
  });
const onNode = (nodeId: string, state: TaskState, parts: TaskInput = {}): Task =>
  inSlot(0, state, { id: `t-${nodeId}`, placement: { nodeId }, ...parts });

interface World {
  readonly mode: ServiceSpecInput['mode'];
  readonly tasks?: readonly Task[];
  readonly restart?: RestartPolicyInput;
  readonly nodes?: readonly NodeInput[];
  readonly service?: ServiceInput;
  readonly placement?: readonly string[];
}

async function world({
  mode,
  tasks = [],
  restart,
  nodes = [{}],
  service,
  placement = [],
}: World): Promise<ClusterView> {
  const spec: ServiceSpecInput = {
    mode,
    task: { placement: { constraints: placement }, ...(restart === undefined ? {} : { restart }) },
  };
  return await viewOf({
    cluster: [aCluster()],
    node: nodes.map((node) => aNode(node)),
    service: [aService({ runs: runs(aRun(1)), ...service, spec })],
    revision: [aRevision({ spec }), aRevision({ revision: 2, spec })],
    task: tasks,
  });
}

/** What becomes of the runs: "1 complete: 3 of 3 completed". */
function endings(view: ClusterView): readonly string[] {
  const { groups } = decideService(view, 'service-1', NOW_MS, () => 'new');
  return groups.flatMap(({ changes }) =>
    changes.flatMap(({ change }) => {
      const object = change?.kind === 'update' ? change.update.object?.object : undefined;
      if (object?.kind !== 'service' || change?.kind !== 'update' || change.update.group !== 'runs')
        return [];
      return (object.service.runs?.runs ?? []).map(
        ({ number, state, message }) => `${number} ${state}${message === '' ? '' : `: ${message}`}`,
      );
    }),
  );
}

describe('a run of a job', () => {
  it('begins with the first revision, and with each later one, in place of those before', async () => {
    const fresh = await world({ mode: batch(1, 1), service: { runs: undefined } });
    assert.deepEqual(decide(fresh).lines, ['runs 1 active']);
    const changed = await world({
      mode: batch(1, 1),
      service: { revision: 2 },
      tasks: [inSlot(1, 'running')],
    });
    assert.deepEqual(endings(changed), ['1 replaced: replaced by run 2', '2 active']);
  });

  it('begins by itself only where there is no schedule', async () => {
    const spec = aServiceSpec({ mode: batch(1, 1), schedule: { cron: '@daily' } });
    const due = await viewOf({ service: [aService({ spec })], revision: [aRevision({ spec })] });
    assert.deepEqual(decide(due).lines, []);
  });

  it('may go on beside another one, each with its own count', async () => {
    const both = await world({
      mode: batch(2, 3),
      service: { runs: runs(aRun(1), aRun(2)) },
      tasks: [inSlot(1, 'running'), inSlot(2, 'complete'), inSlot(3, 'running', { run: 2 })],
    });
    assert.deepEqual(decide(both).lines, [
      'new slot 1 of run 2 r1 running',
      'new slot 3 of run 1 r1 running',
    ]);
  });

  it('keeps the revision that it was begun with', async () => {
    const older = await world({
      mode: batch(1, 2),
      service: { revision: 2, runs: runs(aRun(1), aRun(2, { revision: 2 })) },
    });
    assert.deepEqual(decide(older).lines, [
      'new slot 1 of run 1 r1 running',
      'new slot 1 of run 2 r2 running',
    ]);
  });

  it('lets go of the tasks of runs that were replaced', async () => {
    const replaced = await world({
      mode: batch(1, 1),
      service: { revision: 2, runs: runs(aRun(1, { state: 'replaced' }), aRun(2, { revision: 2 })) },
      tasks: [inSlot(1, 'running'), inSlot(2, 'complete')],
    });
    assert.deepEqual(decide(replaced).lines, [
      'new slot 1 of run 2 r2 running',
      't1 -> remove',
      't2 -> remove',
    ]);
  });

  it('is remembered with the nine before it, and its tasks as long as the history goes', async () => {
    const many = Array.from({ length: 14 }, (_unused, at) => aRun(at + 1, { state: 'complete' }));
    const next = withRun(
      { service: aService({ runs: runs(...many) }), nowMs: NOW_MS },
      { scheduledAtMs: 5, isReplacing: false },
    );
    assert.deepEqual(
      next.runs.map(({ number }) => number),
      [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    );
    assert.deepEqual([next.lastNumber, next.runs.at(-1)?.scheduledAtMs], [15, 5]);
    const tasks = many.map(({ number }) => inSlot(1, 'complete', { id: `r${number}`, run: number }));
    const over = await world({ mode: batch(1, 1), service: { runs: runs(...many.slice(-10)) }, tasks });
    const gone = decide(over).lines;
    assert.deepEqual(
      gone,
      ['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8', 'r9'].map((id) => `${id} -> remove`).toSorted(),
    );
  });

  it('is written only on top of what it was decided on', () => {
    const parts = { service: aService(), nowMs: NOW_MS };
    const { checks } = writtenRuns(parts, withRun(parts, { scheduledAtMs: 0, isReplacing: true }));
    const groups = checks.map(({ condition }) =>
      condition?.kind === 'version' ? condition.version.group : '',
    );
    assert.deepEqual(groups, ['spec', 'runs']);
  });

  it('never comes back from its end, and numbers only rise', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('start' as const), isReplacing: fc.boolean() }),
      fc.record({
        kind: fc.constant('end' as const),
        at: fc.nat(20),
        state: fc.constantFrom('complete' as const, 'failed' as const),
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let service: Service = aService();
        const overAs = new Map<number, string>();
        for (const each of steps) {
          const parts = { service, nowMs: NOW_MS };
          const active = (service.runs?.runs ?? []).filter(({ state }) => state === 'active');
          const chosen = each.kind === 'end' ? active[each.at % Math.max(1, active.length)] : undefined;
          const next =
            each.kind === 'start'
              ? withRun(parts, { scheduledAtMs: 0, isReplacing: each.isReplacing })
              : withEnds(
                  parts,
                  chosen === undefined ? [] : [{ number: chosen.number, state: each.state, message: '' }],
                );
          const numbers = next.runs.map(({ number }) => number);
          assert.deepEqual(
            numbers,
            [...new Set(numbers)].toSorted((a, b) => a - b),
          );
          assert.ok(next.lastNumber >= (service.runs?.lastNumber ?? 0));
          assert.ok(next.runs.filter(({ state }) => state !== 'active').length <= 10);
          for (const { number, state } of next.runs) {
            const before = overAs.get(number);
            if (before !== undefined) assert.equal(state, before);
            if (state !== 'active') overAs.set(number, state);
          }
          service = { ...service, runs: next };
        }
      }),
    );
  });
});

describe('a replicated job', () => {
  it('starts as many as it may at once, in the lowest free slots', async () => {
    const tasks = [
      ...[1, 2, 4, 6].map((slot) => inSlot(slot, 'complete')),
      inSlot(3, 'running'),
      inSlot(8, 'preparing'),
    ];
    // Of ten, four are complete and two under way, three at once: one more.
    assert.deepEqual(decide(await world({ mode: batch(3, 10), tasks })).lines, [
      'new slot 5 of run 1 r1 running',
    ]);
    assert.deepEqual(decide(await world({ mode: batch(9, 10), tasks })).lines, [
      'new slot 10 of run 1 r1 running',
      'new slot 5 of run 1 r1 running',
      'new slot 7 of run 1 r1 running',
      'new slot 9 of run 1 r1 running',
    ]);
  });

  it('starts none when more are there than it may have', async () => {
    const tasks = [1, 2, 3].map((slot) => inSlot(slot, 'running'));
    assert.deepEqual(decide(await world({ mode: batch(1, 10), tasks })).lines, []);
    assert.deepEqual(decide(await world({ mode: batch(9, 2), tasks })).lines, []);
  });

  it('tries again what failed, in its slot and run, after the delay', async () => {
    const tasks = [inSlot(1, 'failed')];
    assert.deepEqual(decide(await world({ mode: batch(1, 2), tasks })).lines, [
      'new slot 1 of run 1 r1 ready in 5000 ms',
      't1 -> shutdown',
    ]);
  });

  it('counts a task that waits to be tried again as one that is under way', async () => {
    const start = { notBeforeMs: NOW_MS + 5000, afterTaskId: '', waitUntilMs: NOW_MS + 75_000 };
    const again = inSlot(1, 'ready', { desired: { state: 'ready', start } });
    assert.deepEqual(decide(await world({ mode: batch(1, 2), tasks: [again] })), {
      lines: [],
      wakeInMs: 5000,
    });
  });

  it('does not start again what has completed, whatever its restart policy says', async () => {
    for (const condition of ['any', 'on-failure', 'none'] as const) {
      const tasks = [inSlot(1, 'complete', { desired: { state: 'running' } })];
      const view = await world({ mode: batch(1, 1), restart: { condition }, tasks });
      assert.ok(decide(view).lines.includes('t1 -> shutdown'));
      assert.deepEqual(
        decide(view).lines.filter((line) => line.startsWith('new')),
        [],
      );
    }
  });

  it('finds another place for what its node can no longer run', async () => {
    for (const [node, delay] of [
      [{ spec: { availability: 'drain' } }, ' in 0 ms after t1'],
      [{ status: { state: 'down' } }, ' in 5000 ms'],
    ] as const) {
      const view = await world({ mode: batch(1, 1), nodes: [node], tasks: [inSlot(1, 'running')] });
      assert.deepEqual(decide(view).lines, [`new slot 1 of run 1 r1 ready${delay}`, 't1 -> shutdown']);
    }
  });

  it('is complete when all are, and not before', async () => {
    const done = [1, 2].map((slot) => inSlot(slot, 'complete'));
    assert.deepEqual(endings(await world({ mode: batch(1, 2), tasks: done })), [
      '1 complete: 2 of 2 completed',
    ]);
    assert.deepEqual(endings(await world({ mode: batch(1, 3), tasks: [...done, inSlot(3, 'running')] })), []);
    assert.deepEqual(endings(await world({ mode: batch(1, 3), tasks: done })), []);
    assert.deepEqual(endings(await world({ mode: batch(0, 0) })), ['1 complete: 0 of 0 completed']);
  });

  it('counts a slot once, also when a task that was given up completed after all', async () => {
    const late = inSlot(1, 'complete', { id: 'late' });
    const second = inSlot(1, 'running', { id: 'second', meta: { createdAtMs: NOW_MS } });
    const view = await world({ mode: batch(2, 2), tasks: [late, second] });
    assert.deepEqual(decide(view).lines, ['new slot 2 of run 1 r1 running', 'second -> shutdown']);
    assert.deepEqual(endings(view), []);
  });

  it('gives up a slot without attempts left, goes on with the others, and has failed in the end', async () => {
    const restart = { condition: 'any', delayMs: 0, maxAttempts: 1, windowMs: 0 } as const;
    const restarts = { total: 1, atMs: [] };
    const spent = inSlot(1, 'failed', {
      desired: { state: 'running', restarts },
      status: { error: 'exit 1' },
    });
    assert.deepEqual(decide(await world({ mode: batch(1, 2), restart, tasks: [spent] })).lines, [
      't1 -> shutdown',
    ]);
    const over = inSlot(1, 'failed', {
      desired: { state: 'shutdown', restarts },
      status: { error: 'exit 1' },
    });
    const going = await world({ mode: batch(1, 2), restart, tasks: [over] });
    assert.deepEqual(decide(going).lines, ['new slot 2 of run 1 r1 running']);
    const end = await world({ mode: batch(1, 2), restart, tasks: [over, inSlot(2, 'complete')] });
    assert.deepEqual(endings(end), ['1 failed: 1 of 2 completed; task 1: exit 1']);
  });

  it('keeps what completed in a run that goes on, however long the history', async () => {
    const past = Array.from({ length: 8 }, (_unused, at) =>
      inSlot(1, at === 3 ? 'complete' : 'failed', {
        id: `p${at}`,
        desired: { state: 'shutdown' },
        status: { atMs: NOW_MS - 100 + at },
      }),
    );
    const view = await world({ mode: batch(1, 2), tasks: past });
    assert.deepEqual(
      decide(view).lines.filter((line) => line.startsWith('forget')),
      ['forget p0', 'forget p1', 'forget p2'],
    );
  });

  const slotState = fc.constantFrom('none', 'running', 'complete', 'failed', 'spent');

  it('never has more at once, nor more slots, than asked for, whatever is there', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(slotState, { maxLength: 12 }),
        fc.integer({ min: 1, max: 6 }),
        fc.nat(12),
        async (states, most, total) => {
          const restart = { condition: 'any', delayMs: 0, maxAttempts: 1, windowMs: 0 } as const;
          const tasks = states.slice(0, total).flatMap((state, at) => {
            if (state === 'none') return [];
            if (state !== 'spent') return [inSlot(at + 1, state as TaskState)];
            const desired = { state: 'shutdown', restarts: { total: 1, atMs: [] } } as const;
            return [inSlot(at + 1, 'failed', { desired })];
          });
          const view = await world({ mode: batch(most, total), restart, tasks });
          const { lines } = decide(view);
          const slots = lines.flatMap((line) => /^new slot (\d+)/.exec(line)?.[1] ?? []).map(Number);
          assert.ok(slots.every((slot) => slot >= 1 && slot <= total));
          const going = tasks.filter(({ status }) => status?.state === 'running').map(({ slot }) => slot);
          const failed = tasks
            .filter(({ id }) => lines.includes(`${id} -> shutdown`))
            .map(({ slot }) => slot);
          const active = new Set([...going, ...failed]);
          const begun = slots.filter((slot) => !active.has(slot));
          assert.ok(begun.length === 0 || active.size + begun.length <= most, lines.join());
          assert.equal(new Set(slots).size, slots.length);
          const settled =
            tasks.filter(({ id }) => !lines.includes(`${id} -> shutdown`)).length - going.length;
          const isOver = endings(view).length > 0;
          assert.equal(isOver, settled === total && active.size === 0);
        },
      ),
    );
  });
});

describe('a global job', () => {
  const two = [{ id: 'n1' }, { id: 'n2' }];

  it('has a task on each node that will do', async () => {
    const nodes = [
      ...two,
      { id: 'n3', spec: { availability: 'drain' } } as const,
      { id: 'n4', status: { state: 'down' } } as const,
    ];
    assert.deepEqual(decide(await world({ mode: SWEEP, nodes })).lines, [
      'new node n1 of run 1 r1 running',
      'new node n2 of run 1 r1 running',
    ]);
  });

  it('takes in nodes that join while it goes on, and none afterwards', async () => {
    const tasks = [onNode('n1', 'complete')];
    assert.deepEqual(decide(await world({ mode: SWEEP, nodes: two, tasks })).lines, [
      'new node n2 of run 1 r1 running',
    ]);
    const over = await world({
      mode: SWEEP,
      nodes: two,
      tasks,
      service: { runs: runs(aRun(1, { state: 'complete' })) },
    });
    assert.deepEqual(decide(over).lines, []);
  });

  it('is complete when every node is', async () => {
    const done = two.map(({ id }) => onNode(id, 'complete'));
    assert.deepEqual(endings(await world({ mode: SWEEP, nodes: two, tasks: done })), [
      '1 complete: 2 of 2 completed',
    ]);
    const half = [onNode('n1', 'complete'), onNode('n2', 'running')];
    assert.deepEqual(endings(await world({ mode: SWEEP, nodes: two, tasks: half })), []);
  });

  it('waits for a node that is not heard of now, and not for one that is down, drained or paused', async () => {
    const done = [onNode('n1', 'complete')];
    const with2 = (node: NodeInput): Promise<ClusterView> =>
      world({ mode: SWEEP, nodes: [{ id: 'n1' }, { ...node, id: 'n2' }], tasks: done });
    for (const state of ['unknown', 'disconnected'] as const)
      assert.deepEqual(endings(await with2({ status: { state } })), []);
    for (const node of [
      { status: { state: 'down' } },
      { spec: { availability: 'drain' } },
      { spec: { availability: 'pause' } },
    ] as const)
      assert.deepEqual(endings(await with2(node)), ['1 complete: 1 of 1 completed']);
  });

  it('waits for a node where none will do: it was not carried out yet', async () => {
    const view = await world({ mode: SWEEP, nodes: two, placement: ['node.labels.disk==ssd'] });
    assert.deepEqual([decide(view).lines, endings(view)], [[], []]);
  });

  it('gives up what a node has not finished when that is drained, down or removed', async () => {
    const tasks = [onNode('n1', 'running')];
    const drained = await world({
      mode: SWEEP,
      nodes: [{ id: 'n1', spec: { availability: 'drain' } }],
      tasks,
    });
    assert.deepEqual(decide(drained).lines, ['t-n1 -> shutdown']);
    const removed = await world({ mode: SWEEP, nodes: [], tasks: [onNode('n1', 'orphaned')] });
    assert.deepEqual(decide(removed).lines, ['t-n1 -> remove']);
  });

  it('counts the attempts of each node, and fails when one has none left', async () => {
    const restart = { condition: 'any', delayMs: 0, maxAttempts: 2, windowMs: 0 } as const;
    const failed = (total: number): Task =>
      onNode('n1', 'failed', { desired: { state: 'running', restarts: { total, atMs: [] } } });
    const nodes = [{ id: 'n1' }];
    const again = await world({ mode: SWEEP, nodes, restart, tasks: [failed(1)] });
    assert.deepEqual(decide(again).lines, ['new node n1 of run 1 r1 running', 't-n1 -> shutdown']);
    assert.deepEqual(decide(await world({ mode: SWEEP, nodes, restart, tasks: [failed(2)] })).lines, [
      't-n1 -> shutdown',
    ]);
    const over = onNode('n1', 'failed', { desired: { state: 'shutdown', restarts: { total: 2, atMs: [] } } });
    assert.deepEqual(endings(await world({ mode: SWEEP, nodes, restart, tasks: [over] })), [
      '1 failed: 0 of 1 completed; node n1: failed',
    ]);
  });

  it('does nothing new on a paused node, and finishes what is there', async () => {
    const nodes = [{ id: 'n1', spec: { availability: 'pause' } } as const];
    assert.deepEqual(decide(await world({ mode: SWEEP, nodes })).lines, []);
    assert.deepEqual(decide(await world({ mode: SWEEP, nodes, tasks: [onNode('n1', 'running')] })).lines, []);
    assert.deepEqual(decide(await world({ mode: SWEEP, nodes, tasks: [onNode('n1', 'failed')] })).lines, [
      't-n1 -> shutdown',
    ]);
  });
});

describe('the restart policy of a job', () => {
  it('takes any to mean: after a failure', () => {
    const policyOf = (mode: ServiceSpecInput['mode']): ReturnType<typeof restartPolicyOf> =>
      restartPolicyOf(aServiceSpec({ mode }));
    for (const mode of [batch(1, 1), SWEEP]) {
      assert.equal(shouldRestart(inSlot(1, 'complete'), policyOf(mode)), false);
      assert.equal(shouldRestart(inSlot(1, 'failed'), policyOf(mode)), true);
    }
    assert.equal(shouldRestart(inSlot(1, 'complete'), policyOf({ kind: 'global', global: {} })), true);
  });
});
