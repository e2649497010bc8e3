/**
 * What is kept of a node's account of itself. An agent that began before its engine did knows neither platform
 * nor labels yet; what it was made of before still holds, and its tasks must not lose their place over that.
 */
import type { NodeDescription } from '../../../proto/gen/objects.js';

/** The description to store; the present one stands where the new one only says that the runtime is away. */
export function keptDescription(
  present: NodeDescription | undefined,
  said: NodeDescription,
): NodeDescription {
  const { hostname, runtimeError, platform } = said;
  const knowsNothing = runtimeError !== '' && platform === undefined;
  return knowsNothing && present !== undefined ? { ...present, hostname, runtimeError } : said;
}
