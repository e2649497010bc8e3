/**
 * Which services the orchestrator looks at, and how much of it in one turn.
 */
import assert from 'node:assert/strict';
import { Orchestrator } from '../../../control-plane/orchestrator/orchestrator-loop.js';
import { contextOf, noNewsIn, slotsOf } from '../../../control-plane/orchestrator/rules/slots.js';
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import type { ChangedIds, Wakeup } from '../../../control-plane/store/watch.js';
import type { Table } from '../../../proto/gen/log.js';
import type { ServiceSpecInput, TaskState } from '../../../proto/gen/objects.js';
import { aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { NOW_MS, viewOf } from './decided.js';

const NONE: ReadonlySet<string> = new Set();
const NOTHING: ChangedIds = {
  cluster: NONE,
  node: NONE,
  service: NONE,
  revision: NONE,
  task: NONE,
  request: NONE,
  network: NONE,
};

const first = (view: ClusterView, revisions: readonly string[] = []): Wakeup => ({
  view,
  first: true,
  changed: {
    ...NOTHING,
    node: new Set([...view.nodes()].map(({ id }) => id)),
    revision: new Set(revisions),
  },
});
const change = (view: ClusterView, table: Table, id: string): Wakeup => ({
  view,
  first: false,
  changed: { ...NOTHING, [table]: new Set([id]) },
});
const alarm = (view: ClusterView): Wakeup => ({ view, first: false, changed: NOTHING });

const anOrchestrator = (): Orchestrator => {
  let made = 0;
  return new Orchestrator(() => `new-${++made}`);
};

describe('the orchestrator', () => {
  it('looks at ten thousand tasks in a turn and at the rest in the next', async () => {
    const steadyCount = 10_000;
    const mode = { kind: 'replicated', replicated: { replicas: steadyCount } } as const;
    const view = await viewOf({
      node: [aNode()],
      service: [aService({ id: 'a', spec: { mode } }), aService({ id: 'b' })],
      revision: [aRevision({ serviceId: 'a', spec: { mode } }), aRevision({ serviceId: 'b' })],
      task: Array.from({ length: steadyCount }, (_unused, at) =>
        aTask({ id: `t${at}`, serviceId: 'a', slot: at + 1 }),
      ),
    });
    const orchestrator = anOrchestrator();
    const { groups, wakeAtMs } = orchestrator.decide(first(view), NOW_MS);
    assert.deepEqual(groups, []);
    assert.equal(wakeAtMs, NOW_MS);
    const next = orchestrator.decide(alarm(view), NOW_MS);
    assert.equal(next.groups.length, 1);
    assert.equal(next.wakeAtMs, undefined);
  });

  it('looks at a hundred services in a turn, even if they have no tasks', async () => {
    const ids = Array.from({ length: 150 }, (_unused, at) => `s${at}`);
    const view = await viewOf({
      service: ids.map((id) => aService({ id })),
      revision: ids.map((serviceId) => aRevision({ serviceId })),
    });
    const orchestrator = anOrchestrator();
    const { groups, wakeAtMs } = orchestrator.decide(first(view), NOW_MS);
    assert.deepEqual([groups.length, wakeAtMs], [100, NOW_MS]);
    const next = orchestrator.decide(alarm(view), NOW_MS);
    assert.deepEqual([next.groups.length, next.wakeAtMs], [50, undefined]);
  });

  it('makes a thousand groups in a turn and the rest in the next', async () => {
    const mode = { kind: 'replicated', replicated: { replicas: 0 } } as const;
    const view = await viewOf({
      service: [aService({ spec: { mode } })],
      revision: [aRevision({ spec: { mode } })],
      task: Array.from({ length: 1500 }, (_unused, at) => aTask({ id: `t${at}`, slot: at + 1 })),
    });
    const { groups, wakeAtMs } = anOrchestrator().decide(first(view), NOW_MS);
    assert.equal(groups.length, 1000);
    assert.equal(wakeAtMs, NOW_MS);
  });

  it('is not woken by a task that gets on as it should, only by one that does not', async () => {
    const spec = { mode: { kind: 'replicated', replicated: { replicas: 2 } } } as const;
    const viewAfter = async (state: TaskState, count = 1): Promise<ClusterView> =>
      await viewOf({
        node: [aNode()],
        service: [aService({ spec })],
        revision: [aRevision({ spec })],
        task: Array.from({ length: count }, (_unused, at) => aTask({ id: `t${at}`, status: { state } })),
      });
    const groupsAfter = async (view: ClusterView): Promise<number> => {
      const orchestrator = anOrchestrator();
      orchestrator.decide(first(await viewAfter('assigned')), NOW_MS);
      // The second slot is empty: each look makes a task for it.
      return orchestrator.decide(change(view, 'task', 't0'), NOW_MS).groups.length;
    };
    assert.equal(await groupsAfter(await viewAfter('starting')), 0);
    assert.equal(await groupsAfter(await viewAfter('running')), 0);
    assert.equal(await groupsAfter(await viewAfter('failed')), 2);
    assert.notEqual(await groupsAfter(await viewAfter('running', 2)), 0, 'another is in its slot');
    assert.notEqual(await groupsAfter(await viewAfter('running', 0)), 0, 'it is gone');
  });

  it('is not woken by a task of an older revision either, unless that must be replaced', async () => {
    const mode = { kind: 'replicated', replicated: { replicas: 2 } } as const;
    const isSteady = async (now: ServiceSpecInput): Promise<boolean> => {
      const view = await viewOf({
        node: [aNode()],
        service: [aService({ spec: { mode, ...now }, revision: 2 })],
        revision: [aRevision({ spec: { mode } }), aRevision({ spec: { mode, ...now }, revision: 2 })],
        task: [aTask({ id: 't0' })],
      });
      const task = view.task('t0');
      const service = view.service('service-1');
      assert.ok(task !== undefined && service?.spec !== undefined);
      const { spec } = service;
      const context = contextOf({ view, nodes: view, service, spec, nowMs: NOW_MS, newId: () => 'new' });
      const [slot] = slotsOf(context, [task]);
      assert.equal(slot?.isSteady, noNewsIn(view)(task));
      return slot.isSteady;
    };
    assert.equal(await isSteady({ mode: { kind: 'replicated', replicated: { replicas: 5 } } }), true);
    assert.equal(await isSteady({ labels: { a: 'b' } }), true);
    assert.equal(await isSteady({ task: { container: { image: 'web:2' } } }), false);
    assert.equal(await isSteady({ task: { placement: { constraints: ['node.id==elsewhere'] } } }), false);
  });

  it('leaves a service of very many tasks alone for a moment after each look, and no other', async () => {
    const mode = { kind: 'replicated', replicated: { replicas: 1000 } } as const;
    const view = await viewOf({
      node: [aNode()],
      service: [aService({ id: 'large', spec: { mode } }), aService({ id: 'small' })],
      revision: [aRevision({ serviceId: 'large', spec: { mode } }), aRevision({ serviceId: 'small' })],
      task: [
        ...Array.from({ length: 1000 }, (_unused, at) =>
          aTask({ id: `l${at}`, serviceId: 'large', slot: at + 1 }),
        ),
        aTask({ id: 's', serviceId: 'small' }),
      ],
    });
    const ended = await viewOf({
      node: [aNode()],
      service: [...view.services()],
      revision: [...view.revisionsOfService('large'), ...view.revisionsOfService('small')],
      task: [...view.tasks()].map((task) => ({
        ...task,
        status: aTask({ status: { state: 'failed' } }).status,
      })),
    });
    const orchestrator = anOrchestrator();
    assert.deepEqual(orchestrator.decide(first(view), NOW_MS), { groups: [], wakeAtMs: undefined });
    assert.deepEqual(orchestrator.decide(change(ended, 'task', 'l1'), NOW_MS + 1), {
      groups: [],
      wakeAtMs: NOW_MS + 30,
    });
    const small = orchestrator.decide(change(ended, 'task', 's'), NOW_MS + 2);
    assert.equal(small.groups.length, 1);
    assert.equal(small.wakeAtMs, NOW_MS + 30);
    assert.equal(orchestrator.decide(alarm(ended), NOW_MS + 30).groups.length, 1000);
    orchestrator.decide(first(view), NOW_MS);
    const asked = orchestrator.decide(change(ended, 'service', 'large'), NOW_MS + 1);
    assert.equal(asked.groups.length, 1000, 'but what is asked for is done at once');
  });

  it('looks only at services that something has changed about', async () => {
    const before = await viewOf({
      node: [aNode()],
      service: [aService()],
      revision: [aRevision()],
      task: [aTask()],
    });
    // Both services are short of a task now, and only one is heard of.
    const after = await viewOf({
      node: [aNode()],
      service: [aService(), aService({ id: 'service-2' })],
      revision: [aRevision(), aRevision({ serviceId: 'service-2' })],
    });
    const orchestrator = anOrchestrator();
    assert.deepEqual(orchestrator.decide(first(before), NOW_MS).groups, []);
    assert.deepEqual(orchestrator.decide(change(after, 'node', 'node-1'), NOW_MS).groups, []);
    // The task is gone; that it was one of service-1 is remembered.
    assert.equal(orchestrator.decide(change(after, 'task', 'task-1'), NOW_MS).groups.length, 1);
    assert.equal(orchestrator.decide(change(after, 'service', 'service-2'), NOW_MS).groups.length, 1);
  });

  const startsIn = async (delayMs: number): Promise<ClusterView> => {
    const start = {
      notBeforeMs: NOW_MS + delayMs,
      afterTaskId: '',
      waitUntilMs: NOW_MS + delayMs + 60_000,
    };
    return await viewOf({
      node: [aNode()],
      service: [aService()],
      revision: [aRevision()],
      task: [aTask({ desired: { state: 'ready', start }, status: { state: 'ready' } })],
    });
  };

  it('remembers when to look again, whatever else happens meanwhile', async () => {
    const view = await startsIn(500);
    const orchestrator = anOrchestrator();
    assert.equal(orchestrator.decide(first(view), NOW_MS).wakeAtMs, NOW_MS + 500);
    const early = orchestrator.decide(change(view, 'node', 'node-2'), NOW_MS + 100);
    assert.deepEqual(early, { groups: [], wakeAtMs: NOW_MS + 500 });
    assert.equal(orchestrator.decide(alarm(view), NOW_MS + 500).groups.length, 1);
  });

  it('looks again at what waits when the clock was set back', async () => {
    const view = await startsIn(500);
    const orchestrator = anOrchestrator();
    orchestrator.decide(first(view), NOW_MS);
    assert.equal(orchestrator.decide(alarm(view), NOW_MS - 900).groups.length, 0, 'clocks may be nudged');
    assert.equal(orchestrator.decide(alarm(view), NOW_MS - 3_600_000).groups.length, 1);
  });

  it('notices within a minute that the clock was set back, however long a task is to wait', async () => {
    const view = await startsIn(3_600_000);
    const orchestrator = anOrchestrator();
    assert.equal(orchestrator.decide(first(view), NOW_MS).wakeAtMs, NOW_MS + 60_000);
    const soon = orchestrator.decide(alarm(view), NOW_MS + 60_000);
    assert.deepEqual(soon, { groups: [], wakeAtMs: NOW_MS + 120_000 });
  });

  it('finds the revisions that an earlier leader left of a removed service', async () => {
    const view = await viewOf({ revision: [aRevision()] });
    const { groups } = anOrchestrator().decide(first(view, ['service-1.1']), NOW_MS);
    assert.equal(groups.length, 1);
  });
});
