/**
 * What every replicator promises, as tests. A replicator's own test file calls `itKeepsTheReplicatorContract`
 * with a way to start one that leads; what is special about it is tested there.
 */
import assert from 'node:assert/strict';
import { type Leadership, type Replicator, ReplicatorError } from 'raft-ts/replicator.js';
import type { ListMachine } from './list-machine.js';

export interface StartedReplicator {
  readonly replicator: Replicator;
  readonly machine: ListMachine;
}

const PROPOSALS = 200;

const propose = (replicator: Replicator, text: string): Promise<number> =>
  replicator.propose(Buffer.from(text));

/** The code that the promise was rejected with, or 'done'. */
export const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof ReplicatorError ? error.code : 'another error'),
  );

export function itKeepsTheReplicatorContract(
  start: () => Promise<StartedReplicator>,
  limits: { readonly maxEntryBytes: number },
): void {
  const texts = Array.from({ length: PROPOSALS }, (_, at) => `entry ${at}`);

  it('applies proposals in the order of the calls, each once, before it acknowledges it with its index', async () => {
    const { replicator, machine } = await start();
    const indexes = await Promise.all(
      texts.map(async (text, at) => {
        const index = await propose(replicator, text);
        assert.equal(machine.entries[at], text);
        assert.equal(machine.indexes[at], index);
        assert.ok(replicator.appliedIndex >= index);
        return index;
      }),
    );
    assert.deepEqual(machine.entries, texts);
    assert.deepEqual(
      indexes,
      indexes.toSorted((a, b) => a - b),
    );
    assert.equal(new Set(indexes).size, PROPOSALS);
    await replicator.close();
  });

  it('has applied at a barrier whatever was acknowledged before it', async () => {
    const { replicator, machine } = await start();
    const index = await propose(replicator, 'before');
    assert.ok((await replicator.barrier()) >= index);
    assert.deepEqual(machine.entries, ['before']);
    await replicator.close();
  });

  it('tells a new listener who leads, and all of them when that ends, but not those that left', async () => {
    const { replicator } = await start();
    const [seen, seenByOther]: [Leadership[], Leadership[]] = [[], []];
    replicator.watchLeadership((leadership) => seen.push(leadership));
    const leave = replicator.watchLeadership((leadership) => seenByOther.push(leadership));
    leave();
    const { leader, epoch } = replicator.leadership;
    assert.ok(leader !== null && epoch > 0);
    assert.deepEqual(seen, [{ leader, epoch, isSelf: true }]);
    await replicator.close();
    assert.equal(seen.at(-1)?.isSelf, false);
    assert.equal(seenByOther.length, 1);
  });

  it('takes an entry of the longest length and an empty one, and refuses a longer one without a trace', async () => {
    const { replicator, machine } = await start();
    const lengths = [limits.maxEntryBytes, limits.maxEntryBytes + 1, 0];
    const codes = lengths.map((lengthBytes) => codeOf(replicator.propose(Buffer.alloc(lengthBytes, 65))));
    assert.deepEqual(await Promise.all(codes), ['done', 'too-large', 'done']);
    assert.deepEqual(
      machine.entries.map((text) => text.length),
      [limits.maxEntryBytes, 0],
    );
    await replicator.close();
  });

  it('finishes what is in flight when it is closed, refuses the rest, and may be closed twice', async () => {
    const { replicator, machine } = await start();
    const inFlight = texts.map((text) => codeOf(propose(replicator, text)));
    const closings = [replicator.close(), replicator.close()];
    const late = [codeOf(propose(replicator, 'late')), codeOf(replicator.barrier())];
    assert.deepEqual(new Set(await Promise.all(inFlight)), new Set(['done']));
    assert.deepEqual(await Promise.all(late), ['stopped', 'stopped']);
    await Promise.all(closings);
    assert.equal(await replicator.stopped, null);
    assert.deepEqual(machine.entries, texts);
  });
}
