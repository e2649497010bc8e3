/**
 * The eyes of the simulation: that they see what must never happen, and look away where it may.
 */
import assert from 'node:assert/strict';
import { group, update } from '../../../control-plane/store/rules/change.js';
import type { NodeInput, TaskInput, UpdateConfigInput } from '../../../proto/gen/objects.js';
import { aNode, aService, aServiceSpec, aTask } from '../../kit/builders.js';
import { aMemoryStore, commitAll, type MemoryStore, storeObjects } from '../../kit/memory-store.js';
import type { EngineContainer } from '../../kit/sim-engine.js';
import { SlotChecks } from '../../kit/slot-checks.js';

describe('slot checks', () => {
  let memory: MemoryStore;
  let containers: EngineContainer[];
  let accusations: string[];
  let checks: SlotChecks;

  /** Two replicas of a service at revision 2, with a task of revision 1 running in each slot. */
  async function world(config: UpdateConfigInput = {}, node: NodeInput = {}): Promise<void> {
    memory = aMemoryStore();
    containers = [];
    accusations = [];
    checks = new SlotChecks({
      view: () => memory.store.view(),
      nowMs: () => memory.clock.nowMs(),
      containers: () => containers,
      isSound: () => true,
      accuse: (violation) => accusations.push(violation),
    });
    const mode = { kind: 'replicated', replicated: { replicas: 2 } } as const;
    const spec = aServiceSpec({ name: 'web', mode, update: { parallelism: 1, ...config } });
    await storeObjects(memory.store, {
      node: [aNode({ id: 'node-1', ...node })],
      service: [aService({ id: 'web', spec, revision: 2 })],
    });
    for (const slot of [1, 2]) {
      await task({ id: `old-${slot}`, slot });
      run(`old-${slot}`, slot);
      checks.applied();
    }
  }

  async function task(parts: TaskInput): Promise<void> {
    await storeObjects(memory.store, { task: [aTask({ serviceId: 'web', ...parts })] });
    checks.applied();
  }

  function run(taskId: string, slot: number, nodeId = 'node-1'): void {
    const container: EngineContainer = {
      containerId: taskId,
      nodeId,
      taskId,
      taskName: taskId,
      serviceId: 'web',
      slot,
      image: 'web:1',
      state: 'running',
      health: 'healthy',
      exitCode: 0,
      problem: '',
      isStopAsked: false,
    };
    containers.push(container);
    checks.happened('running', container);
  }

  async function stop(slot: number, reason = 'replaced by a newer revision'): Promise<void> {
    const sinceMs = memory.clock.nowMs();
    const desired = { state: 'shutdown', leaving: { sinceMs, reason, end: 'shutdown' } } as const;
    await commitAll(memory.store, [group([update('task', `old-${slot}`, 'desired', { desired })])]);
    checks.applied();
  }

  async function end(slot: number, reason?: string): Promise<void> {
    await stop(slot, reason);
    const container = containers.find(({ taskId }) => taskId === `old-${slot}`);
    assert.ok(container);
    Object.assign(container, { state: 'ended', isStopAsked: true });
    checks.happened('ended', container);
  }

  it('see two containers of one slot, when the old one is to stop first', async () => {
    await world();
    await stop(1);
    await task({ id: 'new-1', slot: 1, revision: 2 });
    run('new-1', 1);
    assert.match(accusations.join(), /2 containers running/);
  });

  it('let the new one start beside the old one when that is asked for, but no third', async () => {
    await world({ order: 'start-first' });
    await task({ id: 'new-1', slot: 1, revision: 2 });
    run('new-1', 1);
    assert.deepEqual(accusations, []);
    await task({ id: 'newer-1', slot: 1, revision: 2 });
    run('newer-1', 1);
    assert.match(accusations.join(), /3 containers running/);
  });

  it('let a task of a lost node run beside its successor', async () => {
    await world({}, { status: { state: 'down' } });
    await storeObjects(memory.store, { node: [aNode({ id: 'node-2' })] });
    await stop(1, 'node down');
    await task({ id: 'new-1', slot: 1, revision: 2, placement: { nodeId: 'node-2' } });
    run('new-1', 1, 'node-2');
    assert.deepEqual(accusations, []);
  });

  it('let a successor start when the old one has not stopped for a minute', async () => {
    await world();
    await stop(1);
    await memory.clock.advance(60_000);
    await task({ id: 'new-1', slot: 1, revision: 2 });
    run('new-1', 1);
    assert.deepEqual(accusations, []);
  });

  it('see a rollout that takes more slots down than its parallelism', async () => {
    await world();
    await end(1);
    assert.deepEqual(accusations, []);
    await end(2);
    assert.match(accusations.join(), /has taken 2 slots down/);
  });

  it('see a rollout that stops first where it should start first', async () => {
    await world({ order: 'start-first' });
    await end(1);
    assert.match(accusations.join(), /has taken 1 slots down/);
  });

  it('do not blame a rollout for what a drained node lost', async () => {
    await world();
    await end(1);
    await end(2, 'node drained');
    assert.deepEqual(accusations, []);
  });

  it('see a container stopped whose task should run', async () => {
    await world();
    const [container] = containers;
    assert.ok(container);
    Object.assign(container, { state: 'ended', isStopAsked: true });
    checks.happened('ended', container);
    assert.match(accusations.join(), /should run, and its container was stopped/);
  });

  it('see more tasks that are to run than there may be', async () => {
    await world();
    await task({ id: 'third', slot: 3, revision: 2 });
    assert.match(accusations.join(), /3 tasks are to run for 2 replicas/);
  });
});
