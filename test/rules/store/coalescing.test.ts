/**
 * For any interleaving of commits and a slow reader: what the reader pieced together from its wakeups is
 * what the store holds, no wakeup names what it need not, and nothing that changed goes unnamed.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { create, group, remove, update } from '../../../control-plane/store/rules/change.js';
import type { Wakeup, Watcher } from '../../../control-plane/store/watch.js';
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type { Task } from '../../../proto/gen/objects.js';
import { aNode, aTask } from '../../kit/builders.js';
import { aMemoryStore } from '../../kit/memory-store.js';
import { settle } from '../../kit/sim-clock.js';

/** What a reader does that trusts the named ids alone. */
class Follower {
  readonly tasks = new Map<string, Task>();
  index = 0;

  follow({ view, first, changed }: Wakeup): void {
    assert.ok(view.index >= this.index, 'a wakeup shows an older state than the one before');
    this.index = view.index;
    if (first) this.tasks.clear();
    for (const id of changed.task) {
      const task = view.task(id);
      if (task === undefined) this.tasks.delete(id);
      else this.tasks.set(id, task);
    }
  }
}

type Step =
  | { readonly kind: 'commit'; readonly groups: readonly ChangeGroup[] }
  | { readonly kind: 'read' | 'turn' | 'startOver' | 'wake' };

const idOf = fc.constantFrom('a', 'b', 'c');
const groupOf: fc.Arbitrary<ChangeGroup> = fc.oneof(
  idOf.map((id) => group([create('task', aTask({ id }))])),
  idOf.map((id) => group([update('task', id, 'status', { status: undefined })])),
  idOf.map((id) => group([remove('task', id)])),
  idOf.map((id) => group([create('node', aNode({ id }))])),
  // Refused whenever the first half was applied: it must not be named.
  idOf.map((id) => group([remove('task', id), update('task', id, 'status', { status: undefined })])),
);
const stepOf: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .array(groupOf, { minLength: 1, maxLength: 3 })
      .map((groups) => ({ kind: 'commit' as const, groups })),
  },
  { weight: 3, arbitrary: fc.constant({ kind: 'read' }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'turn' }) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'startOver' }, { kind: 'wake' }) },
);

async function play(
  steps: readonly Step[],
  watcher: Watcher,
  commit: (groups: readonly ChangeGroup[]) => Promise<unknown>,
  onWakeup: (wakeup: Wakeup) => void,
): Promise<void> {
  const iterator = watcher[Symbol.asyncIterator]();
  let reading: Promise<void> | undefined;
  const read = (): void => {
    reading ??= iterator.next().then((result) => {
      reading = undefined;
      if (result.done !== true) onWakeup(result.value);
    });
  };
  for (const step of steps) {
    if (step.kind === 'commit') await commit(step.groups);
    else if (step.kind === 'read') read();
    else if (step.kind === 'turn') await settle(1);
    else watcher[step.kind]();
  }
  // The reader catches up: it reads until nothing more comes.
  for (let round = 0; round < 3; round++) {
    read();
    await settle(2);
  }
  watcher.close();
}

describe('a watcher, for any interleaving of commits and reads', () => {
  it('lets a reader that follows the named ids know all there is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepOf, { maxLength: 40 }), async (steps) => {
        const { store } = aMemoryStore();
        const follower = new Follower();
        const watcher = store.watch({ tables: ['task'] });
        await play(
          steps,
          watcher,
          (groups) => store.commit(groups),
          (wakeup) => follower.follow(wakeup),
        );
        const held = [...store.view().tasks()];
        assert.deepEqual(
          [...follower.tasks.values()].toSorted((left, right) => (left.id < right.id ? -1 : 1)),
          held,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('names nothing that was not changed since the wakeup before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepOf, { maxLength: 40 }), async (steps) => {
        const { store } = aMemoryStore();
        const touched = new Set<string>();
        const watcher = store.watch({ tables: ['task'] });
        await play(
          steps,
          watcher,
          async (groups) => {
            const before = store.view();
            const results = await store.commit(groups);
            for (const [i, { changes }] of groups.entries()) {
              if (results[i]?.applied !== true) continue;
              for (const { change } of changes) if (change !== undefined) touched.add(idIn(change));
            }
            assert.ok(store.view().index > before.index);
          },
          ({ first, changed }) => {
            if (!first) for (const id of changed.task) assert.ok(touched.has(id), `${id} was not changed`);
            assert.equal(changed.node.size, 0);
            touched.clear();
          },
        );
      }),
      { numRuns: 300 },
    );
  });
});

function idIn(change: NonNullable<ChangeGroup['changes'][number]['change']>): string {
  if (change.kind === 'remove') return change.remove.id;
  const stored = change.kind === 'create' ? change.create : change.update.object;
  return stored?.object?.kind === 'task' ? stored.object.task.id : '';
}
