/**
 * The bytes of the task database: a header, then records, each with its length and checksum. Pure.
 * A record that was being written when the machine died is at the end and is cut off; anything else that
 * does not read is damage, and then nothing of the file is believed.
 */
import { invariant } from '../../proto/base/invariant.js';
import { type AssignedTask, AssignedTaskCodec, TaskReportCodec } from '../../proto/gen/dispatcher.js';
import type { TaskStatus } from '../../proto/gen/objects.js';

/** What is known of one task. */
export interface TaskRecord {
  readonly task: AssignedTask;
  readonly status: TaskStatus | undefined;
  /** No more assigned: its container is being removed. */
  readonly isLetGo: boolean;
}

export type TaskEntry =
  | { readonly kind: 'assigned'; readonly task: AssignedTask }
  | { readonly kind: 'status'; readonly taskId: string; readonly status: TaskStatus }
  | { readonly kind: 'let-go'; readonly taskId: string }
  | { readonly kind: 'forgotten'; readonly taskId: string };

export type ReadTasks =
  | { readonly kind: 'read'; readonly recordById: Map<string, TaskRecord>; readonly goodBytes: number }
  | { readonly kind: 'newer-format'; readonly format: number }
  | { readonly kind: 'damaged'; readonly atByte: number };

/** Written as "SWTASKS", the format of this build, and the oldest format whose reader can read it. */
export const TASKS_FORMAT = 1;
const MAGIC = 'SWTASKS';
export const HEADER_BYTES = MAGIC.length + 2;
/** Length and checksum before each record. */
const PREFIX_BYTES = 8;
const KINDS = ['assigned', 'status', 'let-go', 'forgotten'] as const;
const LARGEST_RECORD_BYTES = 16 * 1024 * 1024;

export function tasksHeader(): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES);
  header.set(new TextEncoder().encode(MAGIC));
  header.set([TASKS_FORMAT, TASKS_FORMAT], MAGIC.length);
  return header;
}

export function encodeEntry(entry: TaskEntry): Uint8Array {
  const body = encodeBody(entry);
  const record = new Uint8Array(PREFIX_BYTES + 1 + body.length);
  record[PREFIX_BYTES] = KINDS.indexOf(entry.kind);
  record.set(body, PREFIX_BYTES + 1);
  const view = new DataView(record.buffer);
  view.setUint32(0, body.length + 1);
  view.setUint32(4, crc32(record.subarray(PREFIX_BYTES)));
  return record;
}

/** The entries from which readTasks makes exactly these records again. */
export function entriesOf(records: Iterable<TaskRecord>): TaskEntry[] {
  return [...records].flatMap(({ task, status, isLetGo }): TaskEntry[] => [
    { kind: 'assigned', task },
    ...(status === undefined ? [] : [{ kind: 'status' as const, taskId: task.taskId, status }]),
    ...(isLetGo ? [{ kind: 'let-go' as const, taskId: task.taskId }] : []),
  ]);
}

export function readTasks(bytes: Uint8Array): ReadTasks {
  const header = tasksHeader();
  if (bytes.length < HEADER_BYTES) {
    const isTorn = bytes.every((byte, index) => byte === header[index]);
    return isTorn ? { kind: 'read', recordById: new Map(), goodBytes: 0 } : { kind: 'damaged', atByte: 0 };
  }
  if (header.subarray(0, MAGIC.length).some((byte, index) => byte !== bytes[index])) {
    return { kind: 'damaged', atByte: 0 };
  }
  const neededReader = bytes[MAGIC.length + 1] ?? 0;
  if (neededReader > TASKS_FORMAT) return { kind: 'newer-format', format: neededReader };
  const recordById = new Map<string, TaskRecord>();
  let at = HEADER_BYTES;
  for (;;) {
    const read = entryAt(bytes, at);
    if (read === undefined) break;
    applyEntry(recordById, read.entry);
    at = read.end;
  }
  const isDamaged = at < bytes.length && hasEntryAfter(bytes, at);
  return isDamaged ? { kind: 'damaged', atByte: at } : { kind: 'read', recordById, goodBytes: at };
}

export function applyEntry(recordById: Map<string, TaskRecord>, entry: TaskEntry): void {
  if (entry.kind === 'assigned') {
    const status = recordById.get(entry.task.taskId)?.status;
    recordById.set(entry.task.taskId, { task: entry.task, status, isLetGo: false });
    return;
  }
  const held = recordById.get(entry.taskId);
  if (held === undefined) return;
  if (entry.kind === 'forgotten') recordById.delete(entry.taskId);
  else if (entry.kind === 'let-go') recordById.set(entry.taskId, { ...held, isLetGo: true });
  else recordById.set(entry.taskId, { ...held, status: entry.status });
}

function encodeBody(entry: TaskEntry): Uint8Array {
  switch (entry.kind) {
    case 'assigned':
      return AssignedTaskCodec.encode(entry.task);
    case 'status':
      return TaskReportCodec.encode({ taskId: entry.taskId, status: entry.status });
    case 'let-go':
    case 'forgotten':
      return TaskReportCodec.encode({ taskId: entry.taskId });
  }
}

function entryAt(bytes: Uint8Array, at: number): { entry: TaskEntry; end: number } | undefined {
  if (at + PREFIX_BYTES >= bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(at);
  const start = at + PREFIX_BYTES;
  if (length === 0 || length > LARGEST_RECORD_BYTES || start + length > bytes.length) return undefined;
  const record = bytes.subarray(start, start + length);
  if (crc32(record) !== view.getUint32(at + 4)) return undefined;
  const entry = decodeEntry(record);
  return entry === undefined ? undefined : { entry, end: start + length };
}

function decodeEntry(record: Uint8Array): TaskEntry | undefined {
  const kind = KINDS[record[0] ?? KINDS.length];
  if (kind === undefined) return undefined;
  try {
    return decodeBody(kind, record.subarray(1));
  } catch {
    return undefined; // Its checksum holds, but it is not what this format says: damage all the same.
  }
}

function decodeBody(kind: TaskEntry['kind'], body: Uint8Array): TaskEntry {
  if (kind === 'assigned') return { kind, task: AssignedTaskCodec.decode(body) };
  const { taskId, status } = TaskReportCodec.decode(body);
  if (kind !== 'status') return { kind, taskId };
  invariant(status !== undefined, `a status record of task ${taskId} holds no status`);
  return { kind, taskId, status };
}

/** A good record after a bad one: this was not merely the end of an interrupted write. */
function hasEntryAfter(bytes: Uint8Array, at: number): boolean {
  for (let next = at + 1; next < bytes.length; next += 1) {
    if (entryAt(bytes, next) !== undefined) return true;
  }
  return false;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_value, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
