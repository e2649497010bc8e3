/**
 * Two people change one service at the same time: when the one change can be made on top of the other.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { clashes, clashText } from '../../../cli/swarmctl/rules/spec-clash.js';
import { validateServiceSpec } from '../../../proto/model/service-spec.js';
import { created, updated, words } from './command-line.js';

const BASE = validateServiceSpec(
  created(
    ...words('-e A=1 -e B=1 -l tier=front --mount source=vol,target=/v --constraint node.role==worker'),
  ),
);

/** What two updates of one service do not agree on. */
function met(theirs: string, ours: string): readonly string[] {
  const byThem = updated(BASE, ...words(theirs));
  return clashes(BASE, byThem, updated(byThem, ...words(ours))).map(clashText);
}

describe('two changes of one service', () => {
  for (const [theirs, ours] of [
    ['--image web:2', '--replicas 3'],
    ['--env-add A=2', '--env-add B=2'],
    ['--env-add C=2', '--env-rm B'],
    ['--label-add tier=back', '--label-add zone=a'],
    ['--container-label-add a=1', '--container-label-add b=1'],
    ['--limit-cpu 1', '--limit-memory 64m'],
    ['--mount-add source=wol,target=/w', '--mount-rm /v'],
    ['--publish-add published=80,target=80,mode=host', '--publish-add published=81,target=81,mode=host'],
    ['--update-delay 1s', '--update-parallelism 3'],
    ['--health-interval 2s', '--health-retries 3'],
    ['--constraint-add node.labels.a==b', '--constraint-add node.labels.c==d'],
    ['--replicas 3', '--replicas 3'],
    ['--force', '--force'],
  ] as const)
    it(`go together: ${theirs} and ${ours}`, () => {
      assert.deepEqual(met(theirs, ours), []);
    });

  for (const [theirs, ours, text] of [
    ['--image web:2', '--image web:3', 'image is web:2 by them, web:3 by you'],
    ['--replicas 2', '--replicas 3 --image web:9', 'replicas is 2 by them, 3 by you'],
    ['--env-rm A', '--env-add A=2', 'env A is not set by them, A=2 by you'],
    ['--label-add tier=back', '--label-rm tier', 'label tier is back by them, not set by you'],
    ['--limit-cpu 1', '--limit-cpu 2', 'limit-cpu is 1 by them, 2 by you'],
    ['--args a', '--args b', 'args is a by them, b by you'],
    [
      '--update-order start-first',
      '--update-order stop-first --update-delay 1s',
      'update-order is start-first by them, stop-first by you',
    ],
    ['--update-delay 2s', '--update-delay 1s', 'update-delay is 2s by them, 1s by you'],
    ['--init', '--init=false', 'init is true by them, false by you'],
  ] as const)
    it(`meet: ${theirs} and ${ours}`, () => {
      assert.deepEqual(met(theirs, ours), [text]);
    });

  it('that do not meet lead to the same, whoever comes first', () => {
    const flags = fc.constantFrom(
      '--image=web:2',
      '--replicas=3',
      '--env-add=A=2',
      '--env-rm=A',
      '--env-add=C=1',
      '--label-rm=tier',
      '--limit-cpu=1',
      '--limit-cpu=2',
      '--mount-rm=/v',
      '--update-delay=1s',
      '--rollback-delay=1s',
      '--tty',
    );
    fc.assert(
      fc.property(fc.array(flags, { maxLength: 3 }), fc.array(flags, { maxLength: 3 }), (theirs, ours) => {
        const [byThem, byUs] = [updated(BASE, ...theirs), updated(BASE, ...ours)];
        const [theirsFirst, oursFirst] = [updated(byThem, ...ours), updated(byUs, ...theirs)];
        fc.pre(
          clashes(BASE, byThem, theirsFirst).length === 0 && clashes(BASE, byUs, oursFirst).length === 0,
        );
        assert.deepEqual(sorted(theirsFirst), sorted(oursFirst));
      }),
    );
  });
});

/** The order of environment variables means nothing. */
function sorted(spec: ReturnType<typeof updated>): unknown {
  const container = spec.task?.container;
  return { ...spec, task: { ...spec.task, container: { ...container, env: container?.env.toSorted() } } };
}
