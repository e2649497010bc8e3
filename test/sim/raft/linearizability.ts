/**
 * Whether what clients saw of one register can be explained by doing each operation at one instant between its
 * call and its return. The search of Wing and Gong (1993) with the memory of Lowe (2017): what is done so far and
 * the value it left is tried once. An operation whose outcome nobody saw returns at the end of time, or never
 * happened. Histories of several registers are checked one register at a time, which linearizability allows.
 */

/** One operation on one register; the values are whole numbers. */
export type Operation = {
  readonly calledAt: number;
  /** Infinity when the outcome is unknown. */
  readonly returnedAt: number;
  /** Where in the order it probably stands: the search tries that first, and all else if it does not fit. */
  readonly guess?: number;
} & (
  | { readonly kind: 'get'; readonly value: number }
  | { readonly kind: 'put'; readonly value: number }
  /** `done` says whether the register held `expected`; it means nothing when the outcome is unknown. */
  | { readonly kind: 'cas'; readonly expected: number; readonly value: number; readonly done: boolean }
);

export type Verdict =
  | { readonly kind: 'linearizable' }
  /** `stuckAt` is the operation that returns first of those that no order could place. */
  | { readonly kind: 'not-linearizable'; readonly stuckAt: Operation }
  /** The search was given up: neither proven nor refuted. */
  | { readonly kind: 'undecided' };

/** A call, or the return of the same operation; a doubly linked list in the order of time. */
interface Node {
  readonly nth: number;
  readonly operation: Operation;
  /** Undefined for a return. */
  matching: Node | undefined;
  previous: Node | undefined;
  next: Node | undefined;
}

const IMPOSSIBLE = Symbol('impossible');

/** The value after the operation; `IMPOSSIBLE` if it can not have given the result that it gave. */
function after(operation: Operation, value: number): number | typeof IMPOSSIBLE {
  switch (operation.kind) {
    case 'get':
      return operation.value === value ? value : IMPOSSIBLE;
    case 'put':
      return operation.value;
    case 'cas': {
      const matches = operation.expected === value;
      const isKnown = operation.returnedAt !== Infinity;
      if (isKnown && matches !== operation.done) return IMPOSSIBLE;
      return matches ? operation.value : value;
    }
  }
}

/** The history as a list that begins after the returned head. */
function listOf(operations: readonly Operation[]): Node {
  const nodes: { atTime: number; isCall: boolean; node: Node }[] = [];
  for (const [nth, operation] of operations.entries()) {
    const back: Node = { nth, operation, matching: undefined, previous: undefined, next: undefined };
    const call: Node = { nth, operation, matching: back, previous: undefined, next: undefined };
    nodes.push({ atTime: operation.calledAt, isCall: true, node: call });
    nodes.push({ atTime: operation.returnedAt, isCall: false, node: back });
  }
  // At one time calls come first: two operations that touch overlap, which forbids less.
  nodes.sort((a, b) => (a.atTime === b.atTime ? Number(b.isCall) - Number(a.isCall) : a.atTime - b.atTime));
  const head: Node = {
    nth: -1,
    operation: { kind: 'put', value: 0, calledAt: 0, returnedAt: 0 },
    matching: undefined,
    previous: undefined,
    next: undefined,
  };
  let last = head;
  for (const { node } of nodes) {
    last.next = node;
    node.previous = last;
    last = node;
  }
  return head;
}

function unlink(node: Node): void {
  if (node.previous !== undefined) node.previous.next = node.next;
  if (node.next !== undefined) node.next.previous = node.previous;
}

function relink(node: Node): void {
  if (node.previous !== undefined) node.previous.next = node;
  if (node.next !== undefined) node.next.previous = node;
}

/** Takes an operation out of the list. */
function lift(call: Node): void {
  unlink(call);
  if (call.matching !== undefined) unlink(call.matching);
}

function unlift(call: Node): void {
  if (call.matching !== undefined) relink(call.matching);
  relink(call);
}

/** Which operations are done, as a set that is cheap to compare: two numbers per set of bits. */
class DoneSet {
  readonly #words: Int32Array;

  constructor(size: number) {
    this.#words = new Int32Array((size + 31) >> 5);
  }

  flip(nth: number): void {
    const word = nth >> 5;
    this.#words[word] = (this.#words[word] ?? 0) ^ (1 << (nth & 31));
  }

  /** The whole set as a key: exact, so that no two sets are ever taken for one another. */
  key(value: number): string {
    let key = `${value}`;
    for (const word of this.#words) key += `,${word}`;
    return key;
  }
}

/** What can be done next: everything called before the first return that is not done yet. */
function candidatesOf(head: Node): Node[] {
  const candidates: Node[] = [];
  for (let at = head.next; at?.matching !== undefined; at = at.next) candidates.push(at);
  return candidates.toSorted((a, b) => guessOf(a.operation) - guessOf(b.operation) || a.nth - b.nth);
}

/** Who returned first was probably done first; what nobody saw the end of is tried when nothing else explains it. */
const guessOf = ({ guess, returnedAt }: Operation): number => Math.min(guess ?? returnedAt, LAST);
const LAST = Number.MAX_SAFE_INTEGER;

/** One place in the order that is being tried. */
interface Step {
  readonly candidates: readonly Node[];
  /** Which of them is tried now; those before it led nowhere. */
  at: number;
  readonly valueBefore: number;
}

/**
 * Checks the operations on one register that begins with this value. Gives up after so many steps of the search.
 */
export function checkRegister(
  operations: readonly Operation[],
  initialValue: number,
  maxSteps = 200_000,
): Verdict {
  const known = operations.filter(({ kind, returnedAt }) => kind !== 'get' || returnedAt !== Infinity);
  const head = listOf(known);
  const done = new DoneSet(known.length);
  const seen = new Set<string>();
  let unreturned = known.reduce((count, { returnedAt }) => count + Number(returnedAt !== Infinity), 0);
  let value = initialValue;
  let farthest: { readonly depth: number; readonly stuckAt: Operation } | undefined;
  const path: Step[] = [{ candidates: candidatesOf(head), at: 0, valueBefore: value }];
  for (let steps = 0; unreturned > 0; steps++) {
    if (steps > maxSteps) return { kind: 'undecided' };
    const step = path.at(-1);
    if (step === undefined) return { kind: 'not-linearizable', stuckAt: farthest?.stuckAt ?? head.operation };
    const call = step.candidates[step.at];
    if (call === undefined) {
      const stuckAt = firstReturn(head);
      if (stuckAt !== undefined && (farthest === undefined || path.length > farthest.depth))
        farthest = { depth: path.length, stuckAt };
      path.pop();
      const last = path.at(-1);
      const undone = last?.candidates[last.at];
      if (last === undefined || undone === undefined) continue;
      done.flip(undone.nth);
      unlift(undone);
      if (undone.operation.returnedAt !== Infinity) unreturned++;
      value = last.valueBefore;
      last.at++;
      continue;
    }
    const next = after(call.operation, step.valueBefore);
    if (next === IMPOSSIBLE) {
      step.at++;
      continue;
    }
    done.flip(call.nth);
    const key = done.key(next);
    if (seen.has(key)) {
      done.flip(call.nth);
      step.at++;
      continue;
    }
    seen.add(key);
    lift(call);
    if (call.operation.returnedAt !== Infinity) unreturned--;
    value = next;
    path.push({ candidates: candidatesOf(head), at: 0, valueBefore: value });
  }
  return { kind: 'linearizable' };
}

function firstReturn(head: Node): Operation | undefined {
  let at = head.next;
  while (at?.matching !== undefined) at = at.next;
  return at?.operation;
}
