/**
 * Each task that waits has its turn, however many others wait that fit nowhere and however often something
 * happens that may help them.
 */
import assert from 'node:assert/strict';
import { Scheduler } from '../../../control-plane/scheduler/scheduler.js';
import type { ChangedIds } from '../../../control-plane/store/watch.js';
import type { ChangeGroup } from '../../../proto/gen/log.js';
import { aNode, aRevision } from '../../kit/builders.js';
import { aMemoryStore, storeObjects } from '../../kit/memory-store.js';
import { aWaitingTask } from './kit.js';

interface Crowd {
  /** Services with one task each that fits nowhere. */
  readonly misfits: number;
  readonly tasksPerPass: number;
  /** A service that fits nowhere costs two looks at each of the two nodes. */
  readonly nodeLooksPerPass: number;
  /** Passes in which everything that waits must have been tried. */
  readonly atMost: number;
}

const CROWDS: readonly Crowd[] = [
  { misfits: 0, tasksPerPass: 300, nodeLooksPerPass: 4, atMost: 1 },
  { misfits: 2, tasksPerPass: 300, nodeLooksPerPass: 4, atMost: 3 },
  { misfits: 27, tasksPerPass: 300, nodeLooksPerPass: 100, atMost: 2 },
  { misfits: 60, tasksPerPass: 300, nodeLooksPerPass: 4, atMost: 61 },
  { misfits: 60, tasksPerPass: 10, nodeLooksPerPass: 12, atMost: 28 },
  { misfits: 400, tasksPerPass: 300, nodeLooksPerPass: 100, atMost: 24 },
];

const NOTHING: ReadonlySet<string> = new Set();
const NODE_CHANGED: ChangedIds = {
  cluster: NOTHING,
  node: new Set(['n1']),
  revision: NOTHING,
  service: NOTHING,
  task: NOTHING,
  request: NOTHING,
  network: NOTHING,
};

/** Ids of the tasks that are given a node. */
function placedIn(groups: readonly ChangeGroup[]): readonly (string | undefined)[] {
  return groups
    .flatMap(({ changes }) => changes)
    .map(({ change }) =>
      change?.kind === 'update' &&
      change.update.group === 'placement' &&
      change.update.object?.object?.kind === 'task'
        ? change.update.object.object.task.id
        : undefined,
    );
}

/** The pass in which the task of service zz is placed while a node changes before each; that of no pass is -1. */
async function passOfTheFit({ misfits, tasksPerPass, nodeLooksPerPass }: Crowd): Promise<number> {
  const { store } = aMemoryStore();
  const names = Array.from({ length: misfits }, (_, i) => `misfit-${1000 + i}`);
  const placement = { constraints: ['node.labels.none==there'] };
  await storeObjects(store, {
    node: [aNode({ id: 'n1' }), aNode({ id: 'n2' })],
    revision: [
      ...names.map((serviceId) => aRevision({ serviceId, revision: 1, spec: { task: { placement } } })),
      aRevision({ serviceId: 'zz', revision: 1 }),
    ],
    task: [...names, 'zz'].map((serviceId) => aWaitingTask({ id: serviceId, serviceId })),
  });
  const scheduler = new Scheduler({ tasksPerPass, nodeLooksPerPass });
  for (let pass = 1; pass <= 2000; pass++) {
    const wakeup = { view: store.view(), first: pass === 1, changed: NODE_CHANGED };
    if (placedIn(scheduler.decide(wakeup, 0).groups).includes('zz')) return pass;
  }
  return -1;
}

describe('tasks that wait', () => {
  it('are not looked up but for those that a pass tries', async () => {
    const { store } = aMemoryStore();
    await storeObjects(store, {
      revision: [aRevision({ serviceId: 'web', revision: 1 })],
      task: Array.from({ length: 200 }, (_, i) => aWaitingTask({ id: `${1000 + i}`, serviceId: 'web' })),
    });
    let lookups = 0;
    const counting = new Proxy(store.view(), {
      get: (view, name) => {
        if (name === 'task') lookups += 1;
        const member: unknown = Reflect.get(view, name, view);
        return typeof member === 'function' ? member.bind(view) : member;
      },
    });
    const scheduler = new Scheduler({ tasksPerPass: 5 });
    scheduler.decide({ view: counting, first: true, changed: NODE_CHANGED }, 0);
    lookups = 0;
    scheduler.decide({ view: counting, first: false, changed: NODE_CHANGED }, 0);
    assert.equal(lookups, 5);
  });
});

describe('a task that fits', () => {
  for (const crowd of CROWDS)
    it(`is placed in time among ${crowd.misfits} that do not, ${crowd.tasksPerPass} tasks and ${crowd.nodeLooksPerPass} looks a pass`, async () => {
      const pass = await passOfTheFit(crowd);
      assert.ok(pass >= 1 && pass <= crowd.atMost, `placed in pass ${pass}, at most ${crowd.atMost}`);
    });
});
