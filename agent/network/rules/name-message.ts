/**
 * Questions and answers of the name server as bytes (RFC 1035, EDNS: RFC 6891). Whatever comes in, reading it ends
 * in a question, a refusal to be sent back, or nothing at all; never in an exception.
 */
import { type Answer, encode, type OptAnswer } from 'dns-packet';
import { recordAt, RECORD_TYPE } from './record-places.js';
import type { NameRecord, Question } from './records.js';

/** Where name servers listen, UDP and TCP. */
export const NAME_PORT = 53;

export const RCODE = { ok: 0, format: 1, failure: 2, noName: 3, notImplemented: 4, refused: 5 } as const;

export const HEADER_BYTES = 12;
/** What fits into UDP without EDNS. */
export const PLAIN_UDP_BYTES = 512;
/** What we send over UDP at most: more may be lost on the way in pieces. */
const MOST_UDP_BYTES = 1_232;
export const MOST_TCP_BYTES = 65_535;
/** In answers: the version of EDNS that was asked for is not spoken here; its low bits are those of the header. */
const BAD_VERSION_EXTENDED = 1;

const FLAG = {
  response: 0x8000,
  authoritative: 0x0400,
  truncated: 0x0200,
  recursionDesired: 0x0100,
  recursionAvailable: 0x0080,
} as const;
const OPCODE_BITS = 0x7800;
const TYPE_AND_CLASS_BYTES = 4;
const LONGEST_NAME_BYTES = 255;
/** EDNS, and a signature. */
const MOST_ADDITIONALS = 2;
/** What records.ts knows. */
const TYPE_NAMES: ReadonlyMap<number, string> = new Map([
  [1, 'A'],
  [12, 'PTR'],
  [28, 'AAAA'],
  [255, 'ANY'],
]);
/** IN, and any. */
const OUR_CLASSES: readonly number[] = [1, 255];
const DNSSEC_OK = 0x8000;

export interface NameRequest {
  readonly message: Buffer;
  readonly question: Question;
  /** Where the bytes of the question end. */
  readonly questionEnd: number;
  /** Undefined: it does not speak EDNS. */
  readonly edns: Edns | undefined;
}

export interface Edns {
  readonly mostBytes: number;
  readonly version: number;
  readonly flags: number;
}

export type ReadRequest =
  | { readonly kind: 'request'; readonly request: NameRequest }
  /** Not understood, or not allowed: this is to be sent back. */
  | { readonly kind: 'refused'; readonly reply: Buffer }
  /** Not even that: an answer, or too short for anything. */
  | { readonly kind: 'ignored' };

export function readRequest(message: Buffer): ReadRequest {
  if (message.length < HEADER_BYTES || (flagsOf(message) & FLAG.response) !== 0) return { kind: 'ignored' };
  if ((flagsOf(message) & OPCODE_BITS) !== 0) return refused(message, RCODE.notImplemented);
  const questionEnd = endOfQuestion(message);
  if (questionEnd === undefined || countOf(message, 'answers') + countOf(message, 'authorities') > 0)
    return refused(message, RCODE.format);
  // What else it carries is passed over unread: anybody may send anything, and reading some of it takes long.
  const opt = countOf(message, 'additionals') > MOST_ADDITIONALS ? 'broken' : optOf(message, questionEnd);
  if (opt === 'broken') return refused(message, RCODE.format);
  const typeAt = questionEnd - TYPE_AND_CLASS_BYTES;
  const type = message.readUInt16BE(typeAt);
  const question = { name: nameOf(message, typeAt), type: TYPE_NAMES.get(type) ?? `TYPE${type}` };
  const request = { message, question, questionEnd, edns: opt };
  if (opt !== undefined && opt.version > 0) return { kind: 'refused', reply: badVersion(request) };
  const isOurClass = OUR_CLASSES.includes(message.readUInt16BE(typeAt + 2));
  return isOurClass ? { kind: 'request', request } : refused(message, RCODE.refused, questionEnd);
}

/** As text: its labels with dots between. */
function nameOf(message: Buffer, end: number): string {
  const labels: string[] = [];
  for (let at = HEADER_BYTES; at < end - 1; at += 1 + (message[at] ?? 0))
    labels.push(message.toString('utf8', at + 1, at + 1 + (message[at] ?? 0)));
  return labels.length === 0 ? '.' : labels.join('.');
}

/** What it says of itself, if it speaks EDNS (RFC 6891, 6.1); broken: it ends before its records do. */
function optOf(message: Buffer, questionEnd: number): Edns | 'broken' | undefined {
  let found: Edns | undefined;
  let start = questionEnd;
  for (let count = countOf(message, 'additionals'); count > 0; count -= 1) {
    const record = recordAt(message, start);
    if (record === undefined) return 'broken';
    const { type, ttlOffset: at, end } = record;
    if (type === RECORD_TYPE.opt)
      found ??= {
        mostBytes: message.readUInt16BE(at - 2),
        version: message.readUInt8(at + 1),
        flags: message.readUInt16BE(at + 2),
      };
    start = end;
  }
  return found;
}

/** Most bytes that whoever asks takes over UDP. */
export function udpLimitOf({ edns }: NameRequest): number {
  return Math.max(edns?.mostBytes ?? 0, PLAIN_UDP_BYTES);
}

/** The answer with as many of the records as there is room for; one that lacks some says so. */
export function replyWith(request: NameRequest, records: readonly NameRecord[], mostBytes: number): Buffer {
  const additionals = request.edns === undefined ? [] : [optRecord(request.edns.flags)];
  const optBytes = additionals.length * 11;
  const room = mostBytes - request.questionEnd - optBytes;
  const fitting = fit(records, room);
  const truncated = fitting.length < records.length ? FLAG.truncated : 0;
  return encoded(request, fitting, additionals, FLAG.authoritative | truncated);
}

/** Most bytes of an answer of ours over UDP. */
export function ownUdpLimit(request: NameRequest): number {
  return Math.min(udpLimitOf(request), MOST_UDP_BYTES);
}

/** An answer that says only that there is none. The question is repeated as far as it was understood. */
export function replyWithout(message: Buffer, rcode: number, questionEnd = HEADER_BYTES): Buffer {
  const reply = Buffer.from(message.subarray(0, questionEnd));
  reply.writeUInt16BE(repliedFlags(message) | rcode, 2);
  reply.writeUInt16BE(questionEnd > HEADER_BYTES ? 1 : 0, 4);
  reply.fill(0, 6, HEADER_BYTES);
  return reply;
}

/** In place of an answer that is too large for UDP: it is to be asked for over TCP. */
export function truncatedReply({ message, questionEnd }: NameRequest): Buffer {
  const reply = replyWithout(message, RCODE.ok, questionEnd);
  reply.writeUInt16BE(flagsOf(reply) | FLAG.truncated, 2);
  return reply;
}

export function isTruncated(message: Buffer): boolean {
  return (flagsOf(message) & FLAG.truncated) !== 0;
}

export function rcodeOf(message: Buffer): number {
  return flagsOf(message) & 0xf;
}

/** Whether the message answers this question: the number alone could be guessed. */
export function answers(reply: Buffer, asked: Buffer): boolean {
  if (reply.length < HEADER_BYTES || (flagsOf(reply) & FLAG.response) === 0) return false;
  if (reply.readUInt16BE(0) !== asked.readUInt16BE(0)) return false;
  const [end, askedEnd] = [endOfQuestion(reply), endOfQuestion(asked)];
  if (end === undefined || end !== askedEnd) return false;
  const lowered = (message: Buffer): string => message.toString('latin1', HEADER_BYTES, end).toLowerCase();
  return lowered(reply) === lowered(asked);
}

/** Where the only question of the message ends; undefined when there is not exactly one, whole and plain. */
export function endOfQuestion(message: Buffer): number | undefined {
  if (message.length < HEADER_BYTES || countOf(message, 'questions') !== 1) return undefined;
  let at = HEADER_BYTES;
  for (let length = message[at]; length !== 0; length = message[at]) {
    if (length === undefined || length > 63) return undefined;
    at += 1 + length;
  }
  const end = at + 1 + TYPE_AND_CLASS_BYTES;
  return end <= message.length && at + 1 - HEADER_BYTES <= LONGEST_NAME_BYTES ? end : undefined;
}

const COUNT_AT = { questions: 4, answers: 6, authorities: 8, additionals: 10 } as const;

export function countOf(message: Buffer, section: keyof typeof COUNT_AT): number {
  return message.readUInt16BE(COUNT_AT[section]);
}

function flagsOf(message: Buffer): number {
  return message.readUInt16BE(2);
}

function repliedFlags(message: Buffer): number {
  const kept = flagsOf(message) & (OPCODE_BITS | FLAG.recursionDesired);
  return kept | FLAG.response | FLAG.recursionAvailable;
}

function refused(message: Buffer, rcode: number, questionEnd?: number): ReadRequest {
  return { kind: 'refused', reply: replyWithout(message, rcode, questionEnd) };
}

function badVersion(request: NameRequest): Buffer {
  return encoded(request, [], [{ ...optRecord(0), extendedRcode: BAD_VERSION_EXTENDED }], 0);
}

function optRecord(flags: number): OptAnswer {
  return {
    type: 'OPT',
    name: '.',
    udpPayloadSize: MOST_UDP_BYTES,
    extendedRcode: 0,
    ednsVersion: 0,
    flags: flags & DNSSEC_OK,
    flag_do: (flags & DNSSEC_OK) !== 0,
    options: [],
  };
}

/** Name, type, class, time to live, length; then what the record says. */
function bytesOf({ type, name, data }: NameRecord): number {
  const dataBytes = { A: 4, AAAA: 16, PTR: data.length + 2 }[type];
  return Buffer.byteLength(name) + 2 + 10 + dataBytes;
}

function fit(records: readonly NameRecord[], room: number): readonly NameRecord[] {
  let left = room;
  const end = records.findIndex((record) => {
    left -= bytesOf(record);
    return left < 0;
  });
  return end < 0 ? records : records.slice(0, end);
}

/** The question is repeated byte by byte, in the letters it was asked in; records don't refer to it. */
function encoded(
  { message, questionEnd }: NameRequest,
  answered: readonly NameRecord[],
  additionals: readonly Answer[],
  flags: number,
): Buffer {
  const rest = encode({
    type: 'response',
    id: message.readUInt16BE(0),
    flags: repliedFlags(message) | flags,
    answers: [...answered],
    additionals: [...additionals],
  });
  rest.writeUInt16BE(1, COUNT_AT.questions);
  return Buffer.concat([
    rest.subarray(0, HEADER_BYTES),
    message.subarray(HEADER_BYTES, questionEnd),
    rest.subarray(HEADER_BYTES),
  ]);
}
