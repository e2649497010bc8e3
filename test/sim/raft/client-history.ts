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
  /** Where each value was first to be written: no two writes have the same. */
  readonly #appliedAt = new Map<number, number>();
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
    return index <= this.#startIndex
      ? new RegisterMachine().hash
      : (this.#hashes[index - this.#startIndex - 1] ?? 0);
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
    must(
      value === right,
      () => `register ${call.register} is read as ${value} at ${index}, and was ${right}`,
    );
    this.#note(
      call,
      { kind: 'get', value, calledAt: call.calledAt, returnedAt: ++this.#now, guess: index + 0.5 },
      index,
    );
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
    this.#note(call, { ...operation, returnedAt: ++this.#now, guess: index }, index);
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
    this.#follow(this.#book.lastCommitted);
    for (const [register, operations] of this.#operations.entries()) {
      const guessed = operations.map((operation) => this.#guessed(operation));
      const verdict = checkRegister(guessed, 0);
      if (verdict.kind === 'undecided') this.undecidedCount++;
      must(
        verdict.kind !== 'not-linearizable',
        () => `the history of register ${register} is not linearizable: ${JSON.stringify(verdict)}`,
      );
    }
  }

  /** What became of a write that nobody saw the end of, the log tells; the search only begins there. */
  #guessed(operation: Operation): Operation {
    if (operation.guess !== undefined || operation.kind === 'get') return operation;
    return { ...operation, guess: this.#appliedAt.get(operation.value) ?? Infinity };
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
        if (!this.#appliedAt.has(command.value)) this.#appliedAt.set(command.value, at);
        this.#model.apply(at, command);
        const value = this.#model.register(command.register);
        const values = this.#values[command.register] ?? [];
        if (values.at(-1)?.value !== value) values.push({ sinceIndex: at, value });
      }
      this.#hashes.push(this.#model.hash);
    }
  }
}
