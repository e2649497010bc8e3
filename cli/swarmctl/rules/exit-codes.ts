/**
 * How swarmctl ends: one table for every failure, so that scripts can tell a timeout from a refusal. The
 * numbers are part of the command line's promise; docs and `--help` print them from here.
 */
import type { ErrorCode } from '../../../proto/base/errors.js';

export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  timedOut: 3,
  notConverged: 4,
  conflict: 5,
  unreachable: 6,
  rolledBack: 7,
  paused: 8,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What each exit code says, for `swarmctl --help`. */
export const EXIT_MEANINGS: Readonly<Record<keyof typeof EXIT, string>> = {
  ok: 'done',
  failed: 'refused, or failed',
  usage: 'the command line, or a value in it, is wrong or not supported yet',
  timedOut: 'not finished within the time limit; the work goes on',
  notConverged: 'the service cannot reach what was asked for, or is to be something else by now',
  conflict: 'somebody else changed the object meanwhile; nothing was changed',
  unreachable: 'no manager could be reached, or too few of them are up',
  rolledBack: 'the update failed and the service was rolled back',
  paused: 'the update or rollback is paused; some tasks are replaced, others not',
  interrupted: 'interrupted; the work goes on',
};

const EXIT_BY_CODE: Readonly<Partial<Record<ErrorCode, ExitCode>>> = {
  'input.invalid': EXIT.usage,
  'not-supported': EXIT.usage,
  'token.malformed': EXIT.usage,
  'object.conflict': EXIT.conflict,
  'call.timed-out': EXIT.timedOut,
  'manager.unreachable': EXIT.unreachable,
  'manager.not-leader': EXIT.unreachable,
  'manager.no-quorum': EXIT.unreachable,
};

/** The exit code for a failure of that kind; whatever is not listed is a plain failure. */
export function exitCodeOf(code: ErrorCode): ExitCode {
  return EXIT_BY_CODE[code] ?? EXIT.failed;
}
