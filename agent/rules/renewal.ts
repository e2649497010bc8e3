/**
 * When a node renews its certificate: early enough for many failures before it expires, and not all nodes at
 * the same moment.
 */
const EARLIEST = 0.5;
const LATEST = 0.8;

/** An instant between half and four fifths of the validity; `fraction` is the node's own die. */
export function renewAtMs(
  { issuedAtMs, expiresAtMs }: { readonly issuedAtMs: number; readonly expiresAtMs: number },
  fraction: number,
): number {
  return issuedAtMs + (expiresAtMs - issuedAtMs) * (EARLIEST + (LATEST - EARLIEST) * fraction);
}
