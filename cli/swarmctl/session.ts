/**
 * What every command is given: the call as parsed, and the world it may touch. Commands live in commands/,
 * are loaded when called, and return how the program ends.
 */
import type { Clock } from '../../proto/base/clock.js';
import type { Random } from '../../proto/base/random.js';
import type { Connection } from './connection.js';
import type { Output } from './output.js';
import type { ExitCode } from './rules/exit-codes.js';
import type { FlagValues } from './rules/flag-values.js';

export interface Invocation {
  readonly args: readonly string[];
  readonly flags: FlagValues;
}

export interface Session {
  readonly connection: Connection;
  readonly output: Output;
  readonly clock: Clock;
  readonly random: Random;
  /** The environment swarmctl runs in. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Aborts when the user interrupts. */
  readonly signal: AbortSignal;
}

export type Command = (invocation: Invocation, session: Session) => Promise<ExitCode>;

/** The reason of the signal above: nothing failed, the user wants to stop. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor() {
    super('interrupted');
  }
}
