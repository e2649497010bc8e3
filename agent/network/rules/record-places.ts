/**
 * Where in a message its records are, as bytes (RFC 1035, 4.1.3): found without reading what they say, so that whatever
 * is in them costs nothing.
 */

export const RECORD_TYPE = { soa: 6, opt: 41 } as const;

export interface RecordPlace {
  readonly type: number;
  readonly ttl: number;
  readonly ttlOffset: number;
  /** Of the byte after it. */
  readonly end: number;
}

/** The record that begins there; undefined when the message ends before it does. */
export function recordAt(message: Buffer, start: number): RecordPlace | undefined {
  const at = endOfName(message, start);
  if (at === undefined || at + 10 > message.length) return undefined;
  const end = at + 10 + message.readUInt16BE(at + 8);
  // A zone's record ends in five numbers, of which the last is read.
  const type = message.readUInt16BE(at);
  if (end > message.length || (type === RECORD_TYPE.soa && end - at < 30)) return undefined;
  return { type, ttl: ttlOf(message.readUInt32BE(at + 4)), ttlOffset: at + 4, end };
}

/** With the highest bit set it counts as nothing (RFC 2181, 8). */
function ttlOf(value: number): number {
  return value > 0x7fffffff ? 0 : value;
}

/** A name is labels up to an empty one, or up to a pointer to the rest. */
function endOfName(message: Buffer, start: number): number | undefined {
  let at = start;
  for (let length = message[at]; length !== undefined; length = message[at]) {
    if (length >= 0xc0) return at + 2;
    if (length > 63) return undefined;
    at += 1 + length;
    if (length === 0) return at;
  }
  return undefined;
}
