/**
 * How the model turns a user's input down: the field, the rule it broke, the value where that helps.
 */
import { SwarmError } from '../base/errors.js';

/** Throws input.invalid. */
export function refuse(field: string, rule: string, value?: string): never {
  throw new SwarmError('input.invalid', value === undefined ? { field, rule } : { field, rule, value });
}

/** Throws input.invalid unless the condition holds. */
export function demand(condition: boolean, field: string, rule: string, value?: string | number): void {
  if (!condition) refuse(field, rule, value === undefined ? undefined : String(value));
}

/** Throws not-supported: the request is right, its feature is not built yet. */
export function refuseUnbuilt(what: string): never {
  throw new SwarmError('not-supported', { what });
}
