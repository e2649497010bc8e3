/**
 * The judge of client histories, on histories whose verdict is known, and against a judge that tries every order.
 */
import assert from 'node:assert/strict';
import { checkRegister, type Operation } from './linearizability.js';
import { Dice } from './prng.js';

const NEVER = Infinity;
const get = (calledAt: number, returnedAt: number, value: number): Operation => ({
  kind: 'get',
  calledAt,
  returnedAt,
  value,
});
const put = (calledAt: number, returnedAt: number, value: number): Operation => ({
  kind: 'put',
  calledAt,
  returnedAt,
  value,
});
const cas = (
  calledAt: number,
  returnedAt: number,
  [expected, value]: readonly [number, number],
  done: boolean,
): Operation => ({ kind: 'cas', calledAt, returnedAt, expected, value, done });

const HISTORIES: readonly (readonly [name: string, isFine: boolean, operations: readonly Operation[]])[] = [
  ['nothing at all', true, []],
  ['reads of what was written, one after the other', true, [put(0, 1, 7), get(2, 3, 7)]],
  ['a read of what was never written', false, [put(0, 1, 7), get(2, 3, 8)]],
  ['a read that misses a write that was over', false, [put(0, 1, 7), get(2, 3, 0)]],
  ['a read during a write, of the old value', true, [put(0, 10, 7), get(2, 3, 0)]],
  ['a read during a write, of the new value', true, [put(0, 10, 7), get(2, 3, 7)]],
  ['new, then old, both during one write', false, [put(0, 10, 7), get(1, 2, 7), get(3, 4, 0)]],
  ['overlapping reads that see the write in either order', true, [put(0, 10, 7), get(1, 5, 7), get(2, 4, 0)]],
  [
    'two readers that disagree on the order of two writes',
    false,
    [put(0, 10, 1), put(0, 10, 2), get(11, 12, 1), get(13, 14, 2)],
  ],
  ['a lost write that shows late', true, [put(0, NEVER, 7), get(1, 2, 0), get(3, 4, 7)]],
  ['a lost write that shows and is gone again', false, [put(0, NEVER, 7), get(1, 2, 7), get(3, 4, 0)]],
  ['a lost write seen before it was asked for', false, [get(0, 1, 7), put(2, NEVER, 7)]],
  ['a lost exchange that happened', true, [cas(0, NEVER, [0, 5], false), get(1, 2, 5)]],
  [
    'a lost exchange that found another value',
    true,
    [put(0, 1, 3), cas(2, NEVER, [0, 5], false), get(3, 4, 3)],
  ],
  ['two exchanges that both won', false, [cas(0, 9, [0, 1], true), cas(0, 9, [0, 2], true)]],
  ['of two exchanges one won', true, [cas(0, 9, [0, 1], true), cas(0, 9, [0, 2], false)]],
  ['an exchange refused though its value stood there', false, [put(0, 1, 4), cas(2, 3, [4, 5], false)]],
  ['operations that touch in time may go either way', true, [put(0, 5, 1), get(5, 6, 0)]],
];

/** Tries every order of the operations that returned, and of every choice of those that did not. */
function bruteForce(operations: readonly Operation[], value: number): boolean {
  const open = operations.filter(({ returnedAt }) => returnedAt !== NEVER);
  if (open.length === 0) return true;
  const firstReturn = Math.min(...open.map(({ returnedAt }) => returnedAt));
  return operations.some((operation, nth) => {
    if (operation.calledAt > firstReturn) return false;
    const rest = operations.toSpliced(nth, 1);
    const isKnown = operation.returnedAt !== NEVER;
    if (operation.kind === 'put') return bruteForce(rest, operation.value);
    if (operation.kind === 'get') return (!isKnown || operation.value === value) && bruteForce(rest, value);
    const matches = operation.expected === value;
    if (isKnown && matches !== operation.done) return false;
    return bruteForce(rest, matches ? operation.value : value);
  });
}

function anyHistory(dice: Dice): Operation[] {
  return Array.from({ length: dice.between(1, 6) }, () => {
    const calledAt = dice.below(12);
    const returnedAt = dice.chance(0.2) ? NEVER : calledAt + dice.between(1, 6);
    const value = dice.below(3);
    const which = dice.below(3);
    if (which === 0) return put(calledAt, returnedAt, value);
    if (which === 1) return get(calledAt, returnedAt, value);
    return cas(calledAt, returnedAt, [dice.below(3), value], dice.chance(0.5));
  });
}

describe('the judge of client histories', () => {
  for (const [name, isFine, operations] of HISTORIES)
    it(`${isFine ? 'accepts' : 'refuses'} ${name}`, () => {
      assert.equal(checkRegister(operations, 0).kind, isFine ? 'linearizable' : 'not-linearizable');
    });

  it('agrees with one that tries every order, on 20,000 small histories', () => {
    const dice = new Dice(1, 'workload');
    const counts = { fine: 0, wrong: 0 };
    for (let nth = 0; nth < 20_000; nth++) {
      const operations = anyHistory(dice);
      const isFine = bruteForce(operations, 0);
      counts[isFine ? 'fine' : 'wrong']++;
      const { kind } = checkRegister(operations, 0);
      assert.equal(kind, isFine ? 'linearizable' : 'not-linearizable', JSON.stringify(operations));
    }
    assert.ok(counts.fine > 1000 && counts.wrong > 1000, JSON.stringify(counts));
  });

  it('says when it gave up', () => {
    const writes = Array.from({ length: 20 }, (_, nth) => put(0, 100, nth));
    assert.equal(checkRegister([...writes, get(101, 102, 99)], 0, 1000).kind, 'undecided');
  });

  it('names the operation that no order could place', () => {
    const wrong = get(4, 5, 1);
    const verdict = checkRegister([put(0, 1, 1), put(2, 3, 2), wrong], 0);
    assert.deepEqual(verdict, { kind: 'not-linearizable', stuckAt: wrong });
  });
});
