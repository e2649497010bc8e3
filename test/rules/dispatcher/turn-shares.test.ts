/**
 * Shares of turns of the event loop: as many at once as there are, the others turn by turn, in the order they came.
 */
import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { TurnShares } from '../../../control-plane/dispatcher/turn-shares.js';

/** How many had their share after each of so many turns. */
async function countsByTurn(had: readonly number[], turns: number): Promise<number[]> {
  const counts: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    await Promise.resolve();
    counts.push(had.length);
    await nextTurn();
  }
  return counts;
}

function takeEach(shares: TurnShares, ids: readonly number[], had: number[]): void {
  for (const id of ids) void shares.take().then(() => had.push(id));
}

describe('shares of turns', () => {
  it('are given to so many in a turn, and to the others in the next ones, in the order they came', async () => {
    const shares = new TurnShares(2);
    const had: number[] = [];
    takeEach(shares, [1, 2, 3, 4, 5], had);
    assert.deepEqual(await countsByTurn(had, 5), [2, 4, 5, 5, 5]);
    assert.deepEqual(had, [1, 2, 3, 4, 5]);
  });

  it('are not saved up, and all there again after a turn in which nobody took one', async () => {
    const shares = new TurnShares(2);
    const had: number[] = [];
    takeEach(shares, [1], had);
    await countsByTurn(had, 4);
    takeEach(shares, [2, 3, 4], had);
    assert.deepEqual(await countsByTurn(had, 3), [3, 4, 4]);
  });

  it('are not taken before those who wait already', async () => {
    const shares = new TurnShares(1);
    const had: number[] = [];
    takeEach(shares, [1, 2, 3], had);
    await nextTurn();
    takeEach(shares, [4], had);
    await countsByTurn(had, 4);
    assert.deepEqual(had, [1, 2, 3, 4]);
  });
});
