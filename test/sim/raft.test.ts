/**
 * Raft in simulation: the production node loop on simulated time, network and disks, each seed with faults of its
 * own (test/sim/raft). That nothing goes wrong, that what would go wrong is found, and that one seed is one history.
 */
import assert from 'node:assert/strict';
import { HONEST } from './raft/log-disk.js';
import { huntMutant } from './raft/mutants.js';
import { runSeed } from './raft/run.js';
import { runSeeds, summaryOf } from './raft/seeds.js';
import { shrink } from './raft/shrink.js';

const SEEDS = 300;
const EVENTS = 20_000;
const MINUTE_MS = 60_000;
/** Half a minute on a machine of two cores that does nothing else. */
const LONGEST_MS = 10 * MINUTE_MS;

/** The first seed that fails with a disk that lies. */
function firstFailure(disk: typeof HONEST, seedCount: number): string | undefined {
  for (let seed = 1; seed <= seedCount; seed++) {
    const { failure } = runSeed(seed, 10_000, { sabotage: { disk } });
    if (failure !== undefined) return failure;
  }
  return undefined;
}

describe('Raft in simulation', function () {
  this.timeout(LONGEST_MS);

  it(`keeps all its promises in ${SEEDS} seeds of ${EVENTS} events, and comes to rest once all is mended`, async () => {
    const orders = Array.from({ length: SEEDS }, (_, nth) => ({
      seed: nth + 1,
      eventCount: EVENTS,
      faults: undefined,
    }));
    const all = await runSeeds(orders);
    console.log(`      ${summaryOf(all)}`);
    const failures = all.failed.map(
      ({ seed, failure }) =>
        `${failure?.split('\n')[0]}: make sim SEEDS=1 FIRST_SEED=${seed} EVENTS=${EVENTS}`,
    );
    assert.deepEqual(failures, []);
    const answered = all.results.reduce((sum, { answeredCount }) => sum + answeredCount, 0);
    assert.ok(answered > 100 * SEEDS, `only ${answered} operations were answered`);
    const undecided = all.results.reduce((sum, { undecidedCount }) => sum + undecidedCount, 0);
    assert.equal(undecided, 0, 'histories were not judged to the end');
  });

  it('has the same history again with the same seed, and another with another', () => {
    for (const seed of [1, 5, 17, 39]) {
      const [first, second] = [runSeed(seed, 5_000), runSeed(seed, 5_000)];
      assert.deepEqual(second, first);
      assert.notEqual(runSeed(seed + 1, 5_000).digest, first.digest);
    }
  });
});

describe('the simulation of Raft', function () {
  this.timeout(LONGEST_MS);

  it('finds a disk that says a write is durable before it is', () => {
    assert.match(
      firstFailure({ ...HONEST, saysDurableEarly: true }, 5) ?? '',
      /before that is durable|not durable/,
    );
  });

  it('finds a disk that forgets whom its member voted for', () => {
    assert.match(firstFailure({ ...HONEST, forgetsVotes: true }, 5) ?? '', /vote/);
  });

  it('makes a failing run smaller that still fails in the same way', () => {
    const sabotage = { disk: { ...HONEST, forgetsVotes: true } };
    const failed = runSeed(1, 10_000, { sabotage });
    const { result, eventBudget } = shrink(failed, { sabotage });
    assert.equal(result.failure?.replace(/\d+/g, '#'), failed.failure?.replace(/\d+/g, '#'));
    assert.ok(eventBudget <= failed.eventCount, `${eventBudget} events`);
  });

  const bugs: readonly (readonly [bug: string, seeds: number, faults?: readonly string[]])[] = [
    ['acknowledgements and votes do not wait for the disk', 10],
    ['an entry of an earlier term is committed by being on a majority', 50],
    ['a joint configuration commits with one of its halves', 50, ['membership', 'partition']],
    ['the longer log wins, whatever its terms', 100, ['partition', 'crash']],
    ['a leader answers reads by itself, without a quorum', 100, ['partition', 'drift', 'transfer']],
    ['entries that others replace are not cut off', 50, ['partition', 'crash']],
  ];
  for (const [bug, seedCount, faults = []] of bugs)
    it(`finds it when ${bug}`, async () => {
      const { seed, failure } = await huntMutant(bug, { seedCount, eventCount: EVENTS, faults });
      assert.ok(seed !== undefined, `not in ${seedCount} seeds`);
      assert.ok(failure !== undefined && failure !== '');
    });
});
