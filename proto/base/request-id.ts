/**
 * The id of a request: made by swarmctl, passed on with every call, written into the log of every program that
 * the request passes, and stored with what it led to.
 */

/** Ids are written into logs and kept for long: a word, and no more. */
export function isRequestId(text: string): boolean {
  return /^[\w.:-]{1,128}$/.test(text);
}
