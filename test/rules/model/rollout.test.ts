/**
 * What becomes of a service's revisions and of what is asked of its rollout, change by change.
 */
import assert from 'node:assert/strict';
import { EndpointSpecCodec } from '../../../proto/gen/objects.js';
import type { RolloutState, Service, ServiceSpec } from '../../../proto/gen/objects.js';
import {
  isHalted,
  isSettled,
  paused,
  resumed,
  rolledBackTo,
  type SpecFields,
  withSpec,
} from '../../../proto/model/rollout.js';
import { obstacleToReplicas, obstacleToStartFirst } from '../../../proto/model/start-first.js';
import { aNode, aService, aServiceSpec } from '../../kit/builders.js';

const ofImage = (image: string, replicas = 3): ServiceSpec =>
  aServiceSpec({ mode: { kind: 'replicated', replicated: { replicas } }, task: { container: { image } } });

const started = aService({ spec: ofImage('web:1') });

const changed = (service: Service, fields: SpecFields): Service => ({ ...service, ...fields });

/** What the orchestrator says of the rollout that is asked for. */
const gone = (service: Service, state: RolloutState): Service => ({
  ...service,
  desired: {
    state,
    revision: service.revision,
    startedAtMs: 1,
    completedAtMs: 0,
    message: '',
    number: service.rollout?.number ?? 0,
    slotCount: 3,
  },
});

describe('a service that changes', () => {
  it('gets a rollout when its tasks must be replaced, and the way back is the revision before', () => {
    const { revision, previousRevision, rollout } = withSpec(started, ofImage('web:2'));
    assert.deepEqual([revision, previousRevision], [2, 1]);
    assert.deepEqual(rollout, {
      number: 1,
      isRollback: false,
      isPaused: false,
      stableRevision: 1,
      isAutomatic: false,
    });
  });

  it('gets none when it is only scaled, but a revision all the same', () => {
    const scaled = changed(started, withSpec(started, ofImage('web:1', 5)));
    assert.equal(scaled.revision, 2);
    assert.equal(scaled.rollout?.number, 0);
    const updated = withSpec(scaled, ofImage('web:2', 5));
    assert.equal(updated.rollout?.stableRevision, 2, 'a rollback keeps the scale');
  });

  it('turns back to what was in place before the first of two rollouts that follow at once', () => {
    const first = changed(started, withSpec(started, ofImage('broken')));
    for (const service of [first, gone(first, 'updating'), gone(first, 'paused')]) {
      const { rollout, previousRevision } = withSpec(service, ofImage('broken:2'));
      assert.equal(rollout?.stableRevision, 1);
      assert.equal(previousRevision, 2);
    }
    assert.equal(withSpec(gone(first, 'completed'), ofImage('web:3')).rollout?.stableRevision, 2);
  });

  it('that is paused stays paused when it is scaled, and goes on with a new image', () => {
    const failed = gone(changed(started, withSpec(started, ofImage('broken'))), 'paused');
    assert.ok(isHalted(failed));
    assert.ok(isHalted(changed(failed, withSpec(failed, ofImage('broken', 9)))));
    assert.ok(!isHalted(changed(failed, withSpec(failed, ofImage('web:2')))));
  });

  it('can be rolled back by hand, and again, to where it was (scenario 22)', () => {
    const updated = gone(changed(started, withSpec(started, ofImage('web:2'))), 'completed');
    const back = changed(updated, rolledBackTo(updated, ofImage('web:1'), 'hand'));
    assert.deepEqual([back.revision, back.previousRevision], [3, 2]);
    assert.deepEqual(back.rollout, {
      number: 2,
      isRollback: true,
      isPaused: false,
      stableRevision: 2,
      isAutomatic: false,
    });
  });

  it('that was rolled back by a failure has no way back to what failed', () => {
    const failed = gone(changed(started, withSpec(started, ofImage('broken'))), 'updating');
    const back = rolledBackTo(failed, ofImage('web:1'), 'failure');
    assert.equal(back.previousRevision, 0);
    assert.equal(back.rollout?.stableRevision, 1);
    assert.ok(back.rollout.isAutomatic);
    const scaled = withSpec(changed(failed, back), ofImage('web:1', 9));
    assert.ok(scaled.rollout?.isAutomatic, 'a change of scale makes it no other');
  });

  it('is halted and goes on with the same revision, and then under another number', () => {
    const updating = gone(changed(started, withSpec(started, ofImage('web:2'))), 'updating');
    const held = changed(updating, paused(updating));
    assert.ok(isHalted(held) && !isSettled(held));
    const again = changed(held, resumed(held));
    assert.ok(!isHalted(again) && !isSettled(again));
    assert.deepEqual([again.revision, again.rollout?.number], [2, 2]);
  });

  it('has a rollout under way from the change on, not only when it has begun', () => {
    assert.ok(isSettled(started));
    const updated = changed(gone(started, 'completed'), withSpec(started, ofImage('web:2')));
    assert.ok(!isSettled(updated));
  });
});

describe('room for all replicas', () => {
  const nodes = ['a', 'b', 'c'].map((id) => aNode({ id }));
  const port = {
    protocol: 'tcp',
    targetPort: 80,
    publishedPort: 80,
    publishMode: 'host',
    hostIp: '',
  } as const;
  const limited = (replicas: number, most: number, constraints: string[] = []): ServiceSpec =>
    aServiceSpec({
      mode: { kind: 'replicated', replicated: { replicas } },
      task: { placement: { maxReplicasPerNode: most, constraints } },
    });
  for (const [what, spec, expected] of [
    ['is there without limits', limited(100, 0), undefined],
    ['is there when the nodes have a place for each', limited(6, 2), undefined],
    ['is missing when they have not', limited(7, 2), 'replicas-max-per-node leaves room for 6 of 7 tasks'],
    [
      'is missing when too few nodes will do',
      limited(3, 1, ['node.id!=a']),
      'replicas-max-per-node leaves room for 2 of 3 tasks',
    ],
    [
      'is missing when each node has the port once',
      { ...limited(4, 0), endpoint: EndpointSpecCodec.create({ ports: [port] }) },
      'a published port of the host leaves room for 3 of 4 tasks',
    ],
    [
      'is there for whatever port is free',
      { ...limited(4, 0), endpoint: EndpointSpecCodec.create({ ports: [{ ...port, publishedPort: 0 }] }) },
      undefined,
    ],
    [
      'is no question of a global service',
      {
        ...limited(0, 0),
        mode: { kind: 'global', global: {} },
        endpoint: EndpointSpecCodec.create({ ports: [port] }),
      },
      undefined,
    ],
  ] as const)
    it(what, () => {
      assert.equal(obstacleToReplicas(spec, nodes), expected);
    });
});

describe('starting first', () => {
  const nodes = ['a', 'b', 'c'].map((id) => aNode({ id }));
  const port = { protocol: 'tcp', targetPort: 80, publishedPort: 80, publishMode: 'host' } as const;
  const limited = (maxReplicasPerNode: number, constraints: string[] = []): ServiceSpec =>
    aServiceSpec({
      mode: { kind: 'replicated', replicated: { replicas: 3 } },
      task: { placement: { maxReplicasPerNode, constraints } },
    });

  for (const [what, spec, expected] of [
    ['is possible without limits', ofImage('web:1'), undefined],
    ['is possible when some node may take one more', limited(2), undefined],
    [
      'is not when every node has its share',
      limited(1),
      'replicas-max-per-node leaves no room for one task more than 3',
    ],
    [
      'is not when only other nodes have room',
      limited(1, ['node.id!=a']),
      'replicas-max-per-node leaves no room for one task more than 3',
    ],
    [
      'is not when every node has the port bound',
      { ...ofImage('web:1'), endpoint: EndpointSpecCodec.create({ ports: [{ ...port, hostIp: '' }] }) },
      'a published port of the host leaves no room for one task more than 3',
    ],
    [
      'is not when a global service has a port of its host',
      {
        ...ofImage('web:1'),
        mode: { kind: 'global', global: {} },
        endpoint: EndpointSpecCodec.create({ ports: [{ ...port, hostIp: '' }] }),
      },
      'a published port of the host leaves no room for a second task on a node',
    ],
  ] as const)
    it(what, () => {
      assert.equal(obstacleToStartFirst(spec, nodes), expected);
    });
});
