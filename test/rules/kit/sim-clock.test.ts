/**
 * Tests stand on this clock and these dice: time moves only when told, in order, and a seed says it all.
 */
import assert from 'node:assert/strict';
import { SimClock, SimRandom } from '../../kit/sim-clock.js';

describe('the clock of tests', () => {
  it('stands still until it is told, then wakes sleepers in order, each at its instant', async () => {
    const clock = new SimClock(1000);
    const woken: string[] = [];
    const sleep = (name: string, delayMs: number): void => {
      void clock.sleep(delayMs).then(() => woken.push(`${name} at ${clock.nowMs()}`));
    };
    sleep('late', 30);
    sleep('early', 10);
    sleep('second early', 10);
    assert.equal(clock.nowMs(), 1000);
    assert.equal(clock.nextDueInMs, 10);
    await clock.advance(29);
    assert.deepEqual(woken, ['early at 1010', 'second early at 1010']);
    await clock.advance(1);
    assert.deepEqual(woken.slice(2), ['late at 1030']);
    assert.equal(clock.monotonicMs(), 30);
    assert.equal(clock.sleeperCount, 0);
  });

  it('wakes within one advance those too who fell asleep during it', async () => {
    const clock = new SimClock();
    let rounds = 0;
    void (async () => {
      for (;;) {
        await clock.sleep(10);
        rounds += 1;
      }
    })();
    await clock.advance(100);
    assert.equal(rounds, 10);
  });

  it('lets a sleeper be woken by its signal', async () => {
    const clock = new SimClock();
    const stop = new AbortController();
    const slept = clock.sleep(10, stop.signal);
    stop.abort(new Error('enough'));
    await assert.rejects(slept, /enough/);
    assert.equal(clock.sleeperCount, 0);
    await assert.rejects(clock.sleep(10, stop.signal), /enough/);
  });

  it('can have its wall clock set without moving on', () => {
    const clock = new SimClock(1000);
    clock.setWallClock(50);
    assert.equal(clock.nowMs(), 50);
    assert.equal(clock.monotonicMs(), 0);
  });
});

describe('the dice of tests', () => {
  it('fall alike for the same seed, differently for another, and evenly', () => {
    const throws = (seed: number): number[] => {
      const random = new SimRandom(seed);
      return Array.from({ length: 1000 }, () => random.fraction());
    };
    assert.deepEqual(throws(1), throws(1));
    assert.notDeepEqual(throws(1), throws(2));
    const mean = throws(3).reduce((sum, each) => sum + each, 0) / 1000;
    assert.ok(mean > 0.45 && mean < 0.55, `mean ${mean}`);
    assert.equal(new SimRandom(1).bytes(16).length, 16);
  });
});
