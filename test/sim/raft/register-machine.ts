/**
 * The application behind the simulated log: a few registers that hold whole numbers, and what each client was
 * answered last, so that a command that comes twice is done once. Owns the commands' bytes.
 */

export const REGISTERS = 4;

export type CommandKind = 'put' | 'cas';

export interface Command {
  readonly client: number;
  /** Rises with each command of a client; a repeated one has the number of the first. */
  readonly number: number;
  readonly kind: CommandKind;
  readonly register: number;
  readonly value: number;
  /** Of a cas. */
  readonly expected: number;
}

const COMMAND_BYTES = 20;
const KINDS: readonly CommandKind[] = ['put', 'cas'];

export function encodeCommand(command: Command): Uint8Array {
  const bytes = new Uint8Array(COMMAND_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, command.client);
  view.setUint32(4, command.number);
  view.setUint8(8, KINDS.indexOf(command.kind));
  view.setUint8(9, command.register);
  view.setUint32(12, command.value);
  view.setUint32(16, command.expected);
  return bytes;
}

export function decodeCommand(bytes: Uint8Array): Command {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    client: view.getUint32(0),
    number: view.getUint32(4),
    kind: KINDS[view.getUint8(8)] ?? 'put',
    register: view.getUint8(9),
    value: view.getUint32(12),
    expected: view.getUint32(16),
  };
}

/** What a client was answered last. Never changed once made. */
interface Answered {
  readonly number: number;
  readonly isDone: boolean;
  readonly index: number;
}

export interface RegisterState {
  readonly registers: readonly number[];
  readonly answers: ReadonlyMap<number, Answered>;
  readonly hash: number;
}

export class RegisterMachine {
  #registers: number[] = Array.from({ length: REGISTERS }, () => 0);
  #answers = new Map<number, Answered>();
  /** Of all commands that changed something, in their order. */
  #hash = 0x811c9dc5;

  get hash(): number {
    return this.#hash;
  }

  register(which: number): number {
    return this.#registers[which] ?? 0;
  }

  /** What this command of this client came to; undefined if it is not done, or not the last one any more. */
  answer(client: number, number: number): Answered | undefined {
    const last = this.#answers.get(client);
    return last?.number === number ? last : undefined;
  }

  apply(index: number, command: Command): void {
    const { client, number, kind, register, value, expected } = command;
    const last = this.#answers.get(client);
    if (last !== undefined && last.number >= number) return;
    const isDone = kind === 'put' || this.register(register) === expected;
    if (isDone) this.#registers[register] = value;
    this.#answers.set(client, { number, isDone, index });
    this.#hash = Math.imul(this.#hash ^ index, 0x01000193);
    this.#hash = Math.imul(this.#hash ^ (client * 31 + number), 0x01000193);
  }

  capture(): RegisterState {
    return { registers: this.#registers.slice(), answers: new Map(this.#answers), hash: this.#hash };
  }

  restore(state: RegisterState): void {
    this.#registers = state.registers.slice();
    this.#answers = new Map(state.answers);
    this.#hash = state.hash;
  }
}
