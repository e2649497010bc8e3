/**
 * The store with 100,000 tasks over a log in memory: how many updates of one field group it takes per second,
 * each a group of its own, and what a view costs. Every update moves a task to another state, so that the
 * index by state is part of it.
 */
import type { Store } from '../../control-plane/store/store.js';
import { group, update } from '../../control-plane/store/rules/change.js';
import type { ChangeGroup } from '../../proto/gen/log.js';
import type { Task } from '../../proto/gen/objects.js';
import { aTask } from '../kit/builders.js';
import { commitAll } from '../kit/memory-store.js';
import { aBenchStore, createEach } from './bench-store.js';
import { type Benchmark, type CaseResult, median } from './result.js';

const TASK_COUNT = 100_000;
const ROUNDS = 5;
const UPDATES_PER_ROUND = 20_000;
const NODE_COUNT = 1000;
// Prime to the number of tasks: a walk in such steps visits all of them, none next to the one before.
const STRIDE = 7919;

const ONE_EACH = '1-update-per-commit';
const ONE_EACH_AND_VIEW = '1-update-per-commit-and-view';
const MANY_EACH = '1000-updates-per-commit';
const VIEW = 'view-after-update';

export const storeBenchmark: Benchmark = {
  name: 'store',
  caseNames: [ONE_EACH, ONE_EACH_AND_VIEW, MANY_EACH, VIEW],
  run: measureAll,
};

async function* measureAll(): AsyncGenerator<CaseResult> {
  const store = aBenchStore({ appliesIn: 'same-turn' });
  const walk = new UpdateWalk();
  await commitAll(store, createEach('task', walk.tasks));
  const unit = 'updates/s';
  yield { caseName: ONE_EACH, ours: await medianRate(store, walk, 1), unit };
  const viewMs: number[] = [];
  const look = (): void => {
    const startedMs = performance.now();
    store.view();
    viewMs.push(performance.now() - startedMs);
  };
  yield { caseName: ONE_EACH_AND_VIEW, ours: await medianRate(store, walk, 1, look), unit };
  yield { caseName: MANY_EACH, ours: await medianRate(store, walk, 1000), unit };
  yield { caseName: VIEW, ours: median(viewMs) * 1000, unit: 'us' };
}

/** Updates without end, each of a task far from the one before: to running when it starts, and back. */
class UpdateWalk {
  readonly tasks: readonly Task[];
  #steps = 0;

  constructor() {
    this.tasks = Array.from({ length: TASK_COUNT }, (_, i) =>
      aTask({
        id: `task-${i}`,
        slot: i + 1,
        placement: { nodeId: `node-${i % NODE_COUNT}` },
        status: { state: 'starting' },
      }),
    );
  }

  next(count: number): readonly ChangeGroup[] {
    return Array.from({ length: count }, () => {
      const id = `task-${(this.#steps * STRIDE) % TASK_COUNT}`;
      const isFirstVisit = Math.floor(this.#steps / TASK_COUNT) % 2 === 0;
      this.#steps += 1;
      const { status } = aTask({
        status: { state: isFirstVisit ? 'running' : 'starting', atMs: this.#steps },
      });
      return group([update('task', id, 'status', { status })]);
    });
  }
}

async function medianRate(
  store: Store,
  walk: UpdateWalk,
  perCommit: number,
  afterEach: () => void = () => undefined,
): Promise<number> {
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const updates = walk.next(UPDATES_PER_ROUND);
    const startedMs = performance.now();
    for (let done = 0; done < updates.length; done += perCommit) {
      await commitAll(store, updates.slice(done, done + perCommit));
      afterEach();
    }
    rates.push((updates.length * 1000) / (performance.now() - startedMs));
  }
  return median(rates);
}
