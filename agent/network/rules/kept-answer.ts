/**
 * Answers of other name servers, as bytes that are kept and sent again: how long they hold, and how they look to
 * the next one who asks the same a while later. They are passed on as they came, with every kind of record.
 */
import { countOf, endOfQuestion, HEADER_BYTES, isTruncated, RCODE, rcodeOf } from './name-message.js';
import { recordAt, type RecordPlace, RECORD_TYPE as TYPE } from './record-places.js';

/** No answer is kept longer, whatever it says. */
const LONGEST_MS = 300_000;
const TYPE_AND_CLASS_BYTES = 4;

export interface KeptAnswer {
  readonly message: Buffer;
  readonly lifeMs: number;
  /** Where in the message the times to live are (32 bits, seconds). */
  readonly ttlOffsets: readonly number[];
}

/**
 * Two questions with the same key have the same answer. All of the message counts but its number and the size of
 * the name's letters: what type is asked for, whether it speaks EDNS, which flags it sets.
 */
export function questionKey(message: Buffer): string {
  const nameEnd = (endOfQuestion(message) ?? HEADER_BYTES + TYPE_AND_CLASS_BYTES) - TYPE_AND_CLASS_BYTES;
  const name = message.toString('latin1', HEADER_BYTES, nameEnd).toLowerCase();
  return message.toString('latin1', 2, HEADER_BYTES) + name + message.toString('latin1', nameEnd);
}

/** Undefined when it is not to be kept: a failure, a part only, or nothing that says how long it holds. */
export function keptAnswer(message: Buffer): KeptAnswer | undefined {
  if (endOfQuestion(message) === undefined || isTruncated(message)) return undefined;
  const rcode = rcodeOf(message);
  if (rcode !== RCODE.ok && rcode !== RCODE.noName) return undefined;
  const records = recordsOf(message);
  if (records === undefined) return undefined;
  const lives = records.filter(({ type }) => type !== TYPE.opt);
  // Of an answer that says "there is none", the zone's own record says how long that holds.
  const isNegative = rcode === RCODE.noName || countOf(message, 'answers') === 0;
  if (isNegative && !lives.some(({ type }) => type === TYPE.soa)) return undefined;
  const seconds = lives.map(({ type, ttl, end }) =>
    isNegative && type === TYPE.soa ? Math.min(ttl, message.readUInt32BE(end - 4)) : ttl,
  );
  const lifeMs = Math.min(LONGEST_MS, 1000 * Math.min(...seconds));
  if (lives.length === 0 || lifeMs === 0) return undefined;
  return { message, lifeMs, ttlOffsets: lives.map(({ ttlOffset }) => ttlOffset) };
}

/** The answer for whoever asks now: with the number and the letters of the question, and aged by so much. */
export function agedAnswer({ message, ttlOffsets }: KeptAnswer, asked: Buffer, ageMs: number): Buffer {
  const copy = Buffer.from(message);
  asked.copy(copy, 0, 0, 2);
  asked.copy(copy, HEADER_BYTES, HEADER_BYTES, endOfQuestion(asked) ?? HEADER_BYTES);
  const ageSeconds = Math.floor(ageMs / 1000);
  for (const offset of ttlOffsets)
    copy.writeUInt32BE(Math.max(0, copy.readUInt32BE(offset) - ageSeconds), offset);
  return copy;
}

/** Where each record of the three sections is; undefined when the message ends before them. */
function recordsOf(message: Buffer): readonly RecordPlace[] | undefined {
  let at = endOfQuestion(message);
  const count =
    countOf(message, 'answers') + countOf(message, 'authorities') + countOf(message, 'additionals');
  const records: RecordPlace[] = [];
  for (let index = 0; index < count; index += 1) {
    const record: RecordPlace | undefined = at === undefined ? undefined : recordAt(message, at);
    if (record === undefined) return undefined;
    records.push(record);
    at = record.end;
  }
  return records;
}
