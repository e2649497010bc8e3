/**
 * Any failure as the one line a person reads, and as the code the program ends with.
 */
import { SwarmError } from '../../../proto/base/errors.js';
import { EXIT, exitCodeOf, type ExitCode } from './exit-codes.js';

export function errorText(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().replaceAll(/\s*\n\s*/g, ' ');
}

export function exitCodeForError(error: unknown): ExitCode {
  return error instanceof SwarmError ? exitCodeOf(error.code) : EXIT.failed;
}
