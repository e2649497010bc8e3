/**
 * Rollbacks, halts and restarts over the control API: what is stored, and what is refused with which words.
 */
import assert from 'node:assert/strict';
import { group, update } from '../../control-plane/store/rules/change.js';
import type { RolloutAction } from '../../proto/gen/control.js';
import type { RolloutState, Service, ServiceSpec, ServiceSpecInput } from '../../proto/gen/objects.js';
import { aServiceSpec } from '../kit/builders.js';
import { ControlDoor, rejectsWith, specVersion } from '../kit/control-door.js';
import { commitAll } from '../kit/memory-store.js';

describe('the control API: rollouts', () => {
  let door: ControlDoor;

  beforeEach(async () => {
    door = await ControlDoor.open();
  });

  afterEach(() => door.close());

  const steer = async (action: RolloutAction, toRevision = 0): Promise<Service> => {
    const { service } = await door.control.changeRollout({ ref: 'web', action, toRevision });
    assert.ok(service);
    return service;
  };

  async function setSpec(
    service: Service,
    parts: ServiceSpecInput,
  ): Promise<{ service: Service; warnings: readonly string[] }> {
    const spec = aServiceSpec({ name: 'web', ...parts });
    const request = { serviceId: service.id, version: specVersion(service), spec };
    const { service: changed, warnings } = await door.control.updateService(request);
    assert.ok(changed);
    return { service: changed, warnings };
  }

  const setImage = async (service: Service, image: string): Promise<Service> =>
    (await setSpec(service, { task: { container: { image } } })).service;

  /** What the orchestrator would write. */
  async function say({ id, revision, rollout }: Service, state: RolloutState): Promise<void> {
    const desired = { revision, startedAtMs: 1, completedAtMs: 0, message: '', slotCount: 1 };
    const progress = { ...desired, state, number: rollout?.number ?? 0 };
    await commitAll(door.manager.memory.store, [
      group([update('service', id, 'desired', { desired: progress })]),
    ]);
  }

  const imageOf = ({ spec }: Service): string | undefined => spec?.task?.container?.image;

  it('go back to the revision before, and forth again', async () => {
    const updated = await setImage(await door.createService(), 'web:2');
    await say(updated, 'completed');
    const back = await steer('rollback');
    assert.equal(imageOf(back), 'web:1');
    assert.deepEqual([back.revision, back.rollout?.isRollback], [3, true]);
    const kept = door.manager.memory.store.view().revision(back.id, 3);
    assert.deepEqual(kept?.spec, back.spec);
    assert.equal(imageOf(await steer('rollback')), 'web:2');
  });

  it('are refused where there is nothing to do, with what is missing', async () => {
    await door.createService();
    for (const [action, reason] of [
      ['rollback', /^has no earlier revision to roll back to/],
      ['pause', /^has no rollout under way/],
      ['resume', /^has no paused rollout/],
    ] as const)
      await assert.rejects(steer(action), (error: unknown) => {
        const { facts } = error as { facts: { service: string; reason: string } };
        assert.match(facts.reason, reason);
        return rejectsWith('rollout.refused', { service: 'web', reason: facts.reason })(error);
      });
  });

  it('go back to any revision that is kept, and say which are when it is none of them', async () => {
    const created = await door.createService();
    const second = await setImage(created, 'web:2');
    const third = await setImage(second, 'web:3');
    await say(third, 'completed');
    const back = await steer('rollback', 1);
    assert.deepEqual([imageOf(back), back.revision, back.previousRevision], ['web:1', 4, 3]);
    assert.equal(imageOf(await steer('rollback')), 'web:3');
    for (const [toRevision, reason] of [
      [9, 'cannot be rolled back to revision 9, which is not kept; these are: 1, 2, 3, 4, 5.'],
      [5, 'is at revision 5 already.'],
      [3, 'is what revision 3 was already, at revision 5.'],
    ] as const)
      await assert.rejects(
        steer('rollback', toRevision),
        rejectsWith('rollout.refused', { service: 'web', reason }),
      );
    const pause = { field: 'to', rule: 'does not go with pause' };
    await assert.rejects(steer('pause', 2), rejectsWith('input.invalid', pause));
    const { service, revisions } = await door.control.listRevisions({ ref: 'web' });
    assert.equal(service?.revision, 5);
    assert.deepEqual(
      revisions.map(({ revision, spec }) => [revision, spec?.task?.container?.image]),
      [
        [1, 'web:1'],
        [2, 'web:2'],
        [3, 'web:3'],
        [4, 'web:1'],
        [5, 'web:3'],
      ],
    );
  });

  it('halt and go on', async () => {
    await setImage(await door.createService(), 'web:2');
    const held = await steer('pause');
    assert.equal(held.rollout?.isPaused, true);
    await assert.rejects(
      steer('pause'),
      rejectsWith('rollout.refused', { service: 'web', reason: 'is paused already.' }),
    );
    assert.deepEqual((await steer('resume')).rollout, { ...held.rollout, isPaused: false, number: 2 });
  });

  it('replace every task of a service that is restarted', async () => {
    const service = await door.createService();
    const restarted = await steer('restart');
    assert.equal(restarted.spec?.task?.forceUpdate, (service.spec?.task?.forceUpdate ?? 0) + 1);
    assert.equal(restarted.rollout?.number, 1);
  });

  it('do not begin for a change that no task is made of (scenario 26)', async () => {
    const service = await door.createService();
    const { service: labelled } = await setSpec(service, { labels: { tier: 'front' } });
    assert.equal(labelled.revision, 2);
    assert.equal(labelled.rollout?.number, 0);
    const { service: same } = await setSpec(labelled, { labels: { tier: 'front' } });
    assert.equal(same.revision, 2, 'the same again is no revision');
  });

  it('that are paused stay so when nothing is changed, with a word about it', async () => {
    const failed = await setImage(await door.createService(), 'broken');
    await say(failed, 'paused');
    const { warnings } = await setSpec(failed, { task: { container: { image: 'broken' } } });
    assert.match(warnings.join(), /stays paused; go on with: service resume web/);
  });

  it('are changed once by one of two at the same time, the other hears of it (scenario 24)', async () => {
    const service = await door.createService();
    const outcomes = await Promise.allSettled([setImage(service, 'web:2'), setImage(service, 'web:3')]);
    assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected')
        assert.equal((outcome.reason as { code: string }).code, 'object.conflict');
  });

  it('are no conflict for a change that is made while they take their steps', async () => {
    const service = await setImage(await door.createService(), 'web:2');
    door.manager.memory.log.hold();
    const step = say(service, 'updating');
    const change = setImage(service, 'web:3');
    await door.control.getService({ ref: 'web' });
    door.manager.memory.log.release();
    await step;
    assert.equal(imageOf(await change), 'web:3');
  });

  it('say when starting first is not possible', async () => {
    const limited = { placement: { maxReplicasPerNode: 1 } };
    const update = { parallelism: 1, monitorMs: 5000, order: 'start-first' } as const;
    const { warnings } = await door.control.createService({
      spec: aServiceSpec({ name: 'web', task: limited, update }),
    });
    assert.match(warnings.join(), /^start-first: replicas-max-per-node leaves no room .* stop-first$/);
    const { warnings: again } = await door.control.changeRollout({
      ref: 'web',
      action: 'restart',
      toRevision: 0,
    });
    assert.deepEqual(again, warnings);
  });

  it('say the same of a service that has a port on every node', async () => {
    const spec = aServiceSpec({
      name: 'web',
      mode: { kind: 'global', global: {} },
      endpoint: { ports: [{ targetPort: 80, publishedPort: 80, publishMode: 'host' }] },
      update: { parallelism: 1, monitorMs: 5000, order: 'start-first' },
    });
    const { warnings } = await door.control.createService({ spec });
    assert.deepEqual(warnings, [
      'start-first: a published port of the host leaves no room for a second task on a node; until that changes, tasks are replaced stop-first',
    ]);
  });

  it('say when there is no room for all replicas, and take them nevertheless', async () => {
    const limited = { placement: { maxReplicasPerNode: 1 } };
    const spec = (replicas: number): ServiceSpec =>
      aServiceSpec({ name: 'web', task: limited, mode: { kind: 'replicated', replicated: { replicas } } });
    const { service, warnings } = await door.control.createService({ spec: spec(1) });
    assert.deepEqual(warnings, []);
    const { warnings: scaled } = await door.control.updateService({
      serviceId: service?.id ?? '',
      version: specVersion(service),
      spec: spec(4),
    });
    assert.deepEqual(scaled, [
      'replicas: replicas-max-per-node leaves room for 1 of 4 tasks; until that changes, the others wait',
    ]);
  });
});
