/**
 * Services that stay apart: what the newest spec of either says holds for all their tasks, old ones too.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Apartness } from '../../../control-plane/scheduler/rules/apartness.js';
import type { ServiceSpec, Task } from '../../../proto/gen/objects.js';
import { aNode, aServiceSpec, aTask } from '../../kit/builders.js';
import { aWaitingTask, Scheduled } from './kit.js';

const apartFrom = (
  ...names: readonly string[]
): { task: { placement: { apartFrom: readonly string[] } } } => ({
  task: { placement: { apartFrom: names } },
});

const REFUSED = 'no suitable node (tasks to stay apart from on 1 node)';

async function onCluster(run: (cluster: Scheduled) => Promise<void>): Promise<void> {
  const cluster = new Scheduled();
  try {
    await cluster.nodes(aNode({ id: 'n1' }));
    await run(cluster);
  } finally {
    await cluster.stop();
  }
}

const onN1 = (serviceId: string): Task => aTask({ id: serviceId, serviceId, placement: { nodeId: 'n1' } });
const waiting = (serviceId: string): Task => aWaitingTask({ id: serviceId, serviceId });

describe('services that stay apart', () => {
  it('do so from the moment one of them says so, though its tasks are older', () =>
    onCluster(async (cluster) => {
      await cluster.revision('web', 1);
      await cluster.tasks(onN1('web'));
      await cluster.revision('web', 2, apartFrom('db'));
      await cluster.revision('db', 1);
      await cluster.tasks(waiting('db'));
      assert.equal(cluster.where('db'), REFUSED);
    }));

  it('no longer do once neither says so, though its tasks are older', () =>
    onCluster(async (cluster) => {
      await cluster.revision('web', 1, apartFrom('db'));
      await cluster.revision('db', 1);
      await cluster.tasks(onN1('web'), waiting('db'));
      assert.equal(cluster.where('db'), REFUSED);
      await cluster.revision('web', 2);
      await cluster.rest();
      assert.equal(cluster.where('db'), 'n1');
    }));

  it('do so for a task of an older revision that waits', () =>
    onCluster(async (cluster) => {
      await cluster.revision('web', 1);
      await cluster.revision('web', 2, apartFrom('db'));
      await cluster.revision('db', 1);
      await cluster.tasks(onN1('db'), waiting('web'));
      assert.equal(cluster.where('web'), REFUSED);
    }));

  it('do so under a leader that has just begun', async () => {
    const first = new Scheduled();
    await first.stop();
    for (const revision of [9, 10, 11])
      await first.revision('web', revision, revision === 11 ? apartFrom('db') : {});
    await first.revision('db', 1);
    await first.nodes(aNode({ id: 'n1' }));
    await first.tasks(onN1('web'), waiting('db'));
    const second = first.successor({ learnedPerPass: 1 });
    await second.rest();
    assert.equal(second.where('db'), REFUSED);
    await second.stop();
  });
});

describe('which services stay apart', () => {
  const NAMES = ['a', 'B', 'c'];
  const names = fc.constantFrom(...NAMES);
  const spec: fc.Arbitrary<ServiceSpec | undefined> = fc.option(
    fc
      .tuple(names, fc.uniqueArray(names, { maxLength: 2 }))
      .map(([name, others]) => aServiceSpec({ name, ...apartFrom(...others) })),
    { nil: undefined },
  );
  const steps = fc.array(fc.tuple(fc.constantFrom('s1', 's2', 's3', 's4'), spec), { maxLength: 20 });

  it('is what their newest specs say, and the same seen from either', () => {
    const property = fc.property(steps, (told) => {
      const followed = new Apartness();
      const newest = new Map<string, ServiceSpec>();
      for (const [id, each] of told) {
        followed.setService(id, each);
        if (each === undefined) newest.delete(id);
        else newest.set(id, each);
      }
      const says = (id: string, other: string): boolean =>
        newest
          .get(id)
          ?.task?.placement?.apartFrom.some(
            (name) => name.toLowerCase() === newest.get(other)?.name.toLowerCase(),
          ) === true;
      const ids = [...newest.keys()];
      for (const id of ids) {
        const expected = ids.flatMap((other) => [
          ...(says(id, other) ? [`${other} itself`] : []),
          ...(says(other, id) ? [`${other} the other`] : []),
        ]);
        const actual = followed.of(id).map(({ serviceId, saidBy }) => `${serviceId} ${saidBy}`);
        assert.deepEqual(actual.toSorted(), expected.toSorted());
      }
      for (const name of NAMES)
        assert.deepEqual(
          followed.named(name.toUpperCase()),
          ids.filter((id) => newest.get(id)?.name === name).toSorted(),
        );
    });
    fc.assert(property);
  });
});
