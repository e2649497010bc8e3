/**
 * What clients asked and were answered, and what of it can be wrong. Each answer is held at once against the order
 * of the log, which says exactly what every operation must have seen; at the end the history alone is judged
 * again, without the log, as a client would.
 */
import { checkRegister, type Operation } from './linearizability.js';
import { decodeCommand, RegisterMachine, REGISTERS } from './register-machine.js';
import { must } from './violation.js';
import type { LogBook } from './log-book.js';

/** An operation that was begun. */
export interface Call {
  readonly calledAt: number;
  /** The highest index that anybody had been answered from when it was begun. */
  readonly floorIndex: number;
  readonly register: number;
}

export interface Write {
  readonly kind: 'put' | 'cas';
  readonly value: number;
  readonly expected: number;
}

/** Longer histories of one register take the search too long; what is beyond is judged by the log alone. */
const MOST_OPERATIONS = 800;

export class ClientHistory {
  readonly #book: LogBook;
  /** The state machine as the committed log makes it. */
  readonly #model = new RegisterMachine();
  #modelIndex: number;
  /** Hash of the state after each index from the start on. */
  readonly #hashes: number[] = [];
  readonly #startIndex: number;
  /** Of each register, its values and since which index. */
  readonly #values: { readonly sinceIndex: number; readonly value: number }[][];
  readonly #operations: Operation[][];
  #now = 0;
  #answeredIndex = 0;
  answeredCount = 0;
  unknownCount = 0;
  undecidedCount = 0;

  constructor(book: LogBook) {
    this.#book = book;
    this.#startIndex = book.lastCommitted;
    this.#modelIndex = this.#startIndex;
    this.#values = Array.from({ length: REGISTERS }, () => [{ sinceIndex: 0, value: 0 }]);
    this.#operations = Array.from({ length: REGISTERS }, () => []);
  }

  /** Hash of the state after this index was applied. */
  hashAt(index: number): number {
    this.#follow(index);
    return index <= this.#startIndex ? new RegisterMachine().hash : (this.#hashes[index - this.#startIndex - 1] ?? 0);
  }

  begin(register: number): Call {
    return { calledAt: ++this.#now, floorIndex: this.#answeredIndex, register };
  }

  /** A read was answered with this value, from the state after this index. */
  answerGet(call: Call, value: number, index: number): void {
    must(
      index >= call.floorIndex,
      () => `a read is served at ${index}, and ${call.floorIndex} was answered before it began`,
    );
    this.#follow(index);
    const right = this.#valueAt(call.register, index);
    must(value === right, () => `register ${call.register} is read as ${value} at ${index}, and was ${right}`);
    this.#note(call, { kind: 'get', value, calledAt: call.calledAt, returnedAt: ++this.#now }, index);
  }

  /** A write was answered; it was done, or refused, at this index. */
  answerWrite(call: Call, write: Write, answer: { readonly index: number; readonly isDone: boolean }): void {
    const { index, isDone } = answer;
    must(
      index > call.floorIndex,
      () => `a write is done at ${index}, and ${call.floorIndex} was answered before it began`,
    );
    this.#follow(index);
    const before = this.#valueAt(call.register, index - 1);
    const isRight = write.kind === 'put' ? isDone : isDone === (before === write.expected);
    must(isRight, () => `a write at ${index} was answered ${isDone}, and the register held ${before}`);
    const operation = this.#operation(call, write, isDone);
    this.#note(call, { ...operation, returnedAt: ++this.#now }, index);
  }

  /** Nobody saw what became of this write. */
  giveUp(call: Call, write: Write): void {
    this.unknownCount++;
    this.#operations[call.register]?.push(this.#operation(call, write, false));
  }

  #operation(call: Call, { kind, value, expected }: Write, done: boolean): Operation {
    const times = { calledAt: call.calledAt, returnedAt: Infinity };
    return kind === 'put' ? { kind, value, ...times } : { kind, value, expected, done, ...times };
  }

  /** The history as clients saw it, judged without the log. */
  judge(): void {
    for (const [register, operations] of this.#operations.entries()) {
      const verdict = checkRegister(firstOf(operations), 0);
      if (verdict.kind === 'undecided') this.undecidedCount++;
      must(
        verdict.kind !== 'not-linearizable',
        () => `the history of register ${register} is not linearizable: ${JSON.stringify(verdict)}`,
      );
    }
  }

  #note(call: Call, operation: Operation, index: number): void {
    this.answeredCount++;
    this.#answeredIndex = Math.max(this.#answeredIndex, index);
    this.#operations[call.register]?.push(operation);
  }

  #valueAt(register: number, index: number): number {
    const values = this.#values[register] ?? [];
    for (let at = values.length - 1; at >= 0; at--) {
      const each = values[at];
      if (each !== undefined && each.sinceIndex <= index) return each.value;
    }
    return 0;
  }

  /** Brings the model up to this index. */
  #follow(index: number): void {
    must(index <= this.#book.lastCommitted, () => `an answer at ${index}, which is not committed`);
    while (this.#modelIndex < index) {
      const at = ++this.#modelIndex;
      const entry = this.#book.entryAt(at);
      if (entry?.type === 'normal' && entry.data !== undefined && entry.data.length > 0) {
        const command = decodeCommand(entry.data);
        this.#model.apply(at, command);
        const value = this.#model.register(command.register);
        const values = this.#values[command.register] ?? [];
        if (values.at(-1)?.value !== value) values.push({ sinceIndex: at, value });
      }
      this.#hashes.push(this.#model.hash);
    }
  }
}

/** The first operations of a history, as one would have seen them then: those under way have no outcome yet. */
function firstOf(operations: readonly Operation[]): readonly Operation[] {
  const last = operations[MOST_OPERATIONS];
  if (last === undefined) return operations;
  const returns = operations.map(({ returnedAt }) => returnedAt).filter((at) => at !== Infinity);
  const endsAt = returns.toSorted((a, b) => a - b)[Math.min(MOST_OPERATIONS, returns.length) - 1] ?? 0;
  return operations
    .filter(({ calledAt }) => calledAt < endsAt)
    .map((operation) => (operation.returnedAt <= endsAt ? operation : { ...operation, returnedAt: Infinity }));
}
