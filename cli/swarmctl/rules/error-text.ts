/**
 * Any failure as the one line a person reads, and as the code the program ends with. Where only a log can
 * say more, the line names the request to look for.
 */
import { hasCode, SwarmError } from '../../../proto/base/errors.js';
import { EXIT, exitCodeOf, type ExitCode } from './exit-codes.js';

export function errorText(error: unknown, requestId?: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const text = message.trim().replaceAll(/\s*\n\s*/g, ' ');
  const isInLogs = hasCode(error, 'internal') || hasCode(error, 'store.outcome-unknown');
  return isInLogs && requestId !== undefined ? `${text} Request id: ${requestId}` : text;
}

export function exitCodeForError(error: unknown): ExitCode {
  return error instanceof SwarmError ? exitCodeOf(error.code) : EXIT.failed;
}
