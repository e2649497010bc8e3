/**
 * Refusals of what somebody wrote on the command line: each names the flag and the rule, in one line.
 */
import { SwarmError } from '../../../proto/base/errors.js';

/** The field is a flag as written ("--publish") or an argument's name ("SERVICE"). */
export function complaint(field: string, rule: string, value?: string): SwarmError {
  return new SwarmError('input.invalid', value === undefined ? { field, rule } : { field, rule, value });
}

export function notSupported(what: string): SwarmError {
  return new SwarmError('not-supported', { what });
}
