/**
 * A decision that came too late changes nothing: what it rested on is checked when it is applied.
 */
import assert from 'node:assert/strict';
import { decideService } from '../../../control-plane/orchestrator/rules/service.js';
import type { Groups } from '../../../control-plane/store/rules/change.js';
import { group, remove, update } from '../../../control-plane/store/rules/change.js';
import type { Change, ChangeGroup } from '../../../proto/gen/log.js';
import type { Service, Task } from '../../../proto/gen/objects.js';
import { aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { aMemoryStore, commitAll, storeObjects } from '../../kit/memory-store.js';

const mode = (replicas: number): { kind: 'replicated'; replicated: { replicas: number } } => ({
  kind: 'replicated',
  replicated: { replicas },
});

/** Decides, lets something happen, then commits the decision; says for each group whether it was applied. */
async function appliedAfter(
  service: Service,
  tasks: readonly Task[],
  meanwhile: Change,
): Promise<readonly boolean[]> {
  const { store, clock } = aMemoryStore();
  await storeObjects(store, {
    node: [aNode()],
    service: [service],
    revision: [aRevision(), aRevision({ revision: 2 })],
    task: tasks,
  });
  let made = 0;
  const decided: readonly ChangeGroup[] = decideService(
    store.view(),
    service.id,
    clock.nowMs(),
    () => `new-${++made}`,
  ).groups;
  assert.ok(decided.length > 0);
  await commitAll(store, [group([meanwhile])]);
  return (await store.commit(decided)).map(({ applied }) => applied);
}

const newSpec = (service: Service): Change =>
  update('service', service.id, 'spec', { spec: service.spec, revision: 2, previousRevision: 1 });
const desired = (state: 'shutdown' | 'remove'): Groups['task']['desired'] => ({ desired: { state } });

describe('a decision that came too late', () => {
  it('creates no task for a spec that has changed', async () => {
    const service = aService({ spec: { mode: mode(2) } });
    assert.deepEqual(await appliedAfter(service, [], newSpec(service)), [false, false]);
    assert.deepEqual(await appliedAfter(service, [], remove('service', service.id)), [false, false]);
  });

  it('restarts nothing in a slot whose task was told to go', async () => {
    const failed = aTask({ status: { state: 'failed' } });
    const meanwhile = update('task', failed.id, 'desired', desired('remove'));
    assert.deepEqual(await appliedAfter(aService(), [failed], meanwhile), [false]);
  });

  it('restarts nothing from a spec that has changed', async () => {
    const service = aService();
    assert.deepEqual(
      await appliedAfter(service, [aTask({ status: { state: 'failed' } })], newSpec(service)),
      [false],
    );
  });

  it('gives up no slot that the user wants again', async () => {
    const service = aService({ spec: { mode: mode(0) } });
    assert.deepEqual(await appliedAfter(service, [aTask()], newSpec(service)), [false]);
  });

  it('starts no replacement that was told to stop', async () => {
    const waiting = aTask({ desired: { state: 'ready' } });
    const meanwhile = update('task', waiting.id, 'desired', desired('shutdown'));
    assert.deepEqual(await appliedAfter(aService(), [waiting], meanwhile), [false]);
  });

  it('starts no second task beside one that has got a node meanwhile', async () => {
    const spec = { task: { container: { image: 'web:2' } } };
    const service = aService({ revision: 2, spec, desired: { state: 'updating', revision: 2 } });
    const pending = aTask({ placement: undefined, status: { state: 'pending' } });
    const assigned = aTask({ status: { state: 'assigned' } }).status;
    const meanwhile = update('task', pending.id, 'status', { status: assigned });
    assert.deepEqual(await appliedAfter(service, [pending], meanwhile), [false]);
  });

  it('forgets no task that something has happened to', async () => {
    const removed = aTask({ status: { state: 'pending' }, desired: { state: 'remove' } });
    const service = aService({ spec: { mode: mode(0) } });
    const meanwhile = update('task', removed.id, 'status', {
      status: aTask({ status: { state: 'assigned' } }).status,
    });
    assert.deepEqual(await appliedAfter(service, [removed], meanwhile), [false]);
  });
});
