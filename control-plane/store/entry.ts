/**
 * Groups of changes as entries of the log, and back. Owns the format of an entry and how much one may hold:
 * groups that are too many for one entry go into several, in order; one group is never cut.
 */
import {
  type Change,
  type ChangeGroup,
  ChangeGroupCodec,
  type Check,
  LogEntryCodec,
  type LogEntry,
  type StoredObject,
} from '../../proto/gen/log.js';
import type { FieldGroup } from '../../proto/gen/objects.js';
import { SwarmError } from '../../proto/base/errors.js';

/** The newest format this build writes and reads; formats begin with 1. */
export const ENTRY_FORMAT = 3;
// An entry carries the lowest format that does: builds that know no newer one read it all the same.
/** Of entries that hold past requests. */
const FORMAT_WITH_REQUESTS = 2;
/** Of entries that write or check runs of a job, networks, or what the allocator gives. */
const FORMAT_WITH_NETWORKS = 3;
const NEWER_GROUPS: ReadonlySet<FieldGroup> = new Set(['runs', 'allocation']);

/** Swarm's limit for one proposal: large enough for any object, small enough not to hold up a heartbeat. */
export const LONGEST_ENTRY_BYTES = 1.5 * 1024 * 1024;

// Entries are applied in one go: this many changes take a few milliseconds of the event loop.
const MOST_CHANGES_PER_ENTRY = 1000;

// Format, instant, and for each group its tag and length.
const ENTRY_OVERHEAD_BYTES = 32;
const GROUP_OVERHEAD_BYTES = 6;

/** The groups, in order, in slices that are each quickly encoded and applied. */
export function slicesOf(groups: readonly ChangeGroup[]): (readonly ChangeGroup[])[] {
  const slices: (readonly ChangeGroup[])[] = [];
  let start = 0;
  let changeCount = 0;
  for (const [i, { changes }] of groups.entries()) {
    if (i > start && changeCount + changes.length > MOST_CHANGES_PER_ENTRY) {
      slices.push(groups.slice(start, i));
      start = i;
      changeCount = 0;
    }
    changeCount += changes.length;
  }
  slices.push(groups.slice(start));
  return slices;
}

/** Throws store.too-large when a single group is longer than an entry may be. */
export function encodeEntries(groups: readonly ChangeGroup[], atMs: number): Uint8Array[] {
  const whole = encodeEntry(groups, atMs);
  if (whole.length <= LONGEST_ENTRY_BYTES) return [whole];
  return batches(groups).map((batch) => encodeEntry(batch, atMs));
}

function encodeEntry(groups: readonly ChangeGroup[], atMs: number): Uint8Array {
  return LogEntryCodec.encode({ format: formatFor(groups), atMs, groups });
}

function formatFor(groups: readonly ChangeGroup[]): number {
  let format = 1;
  for (const { checks, changes } of groups) {
    for (const { change } of changes) format = Math.max(format, formatOfChange(change));
    if (checks.some(isNewerCheck)) format = FORMAT_WITH_NETWORKS;
  }
  return format;
}

function formatOfChange(change: Change['change']): number {
  switch (change?.kind) {
    case 'create':
      return formatOfCreate(change.create.object);
    case 'update': {
      const { group, object } = change.update;
      const isNewer = NEWER_GROUPS.has(group) || object?.object?.kind === 'network';
      return isNewer ? FORMAT_WITH_NETWORKS : 1;
    }
    case 'remove':
      return change.remove.table === 'network' ? FORMAT_WITH_NETWORKS : 1;
    case undefined:
      return 1;
  }
}

function formatOfCreate(object: StoredObject['object']): number {
  switch (object?.kind) {
    case 'request':
      return FORMAT_WITH_REQUESTS;
    case 'network':
      return FORMAT_WITH_NETWORKS;
    // A build that does not know a group gives the object no version of it.
    case 'service':
      return (object.service.runs ?? object.service.allocation) ? FORMAT_WITH_NETWORKS : 1;
    case 'node':
      return object.node.allocation ? FORMAT_WITH_NETWORKS : 1;
    case 'task':
      return object.task.allocation ? FORMAT_WITH_NETWORKS : 1;
    default:
      return 1;
  }
}

function isNewerCheck({ object, condition }: Check): boolean {
  if (object?.table === 'network') return true;
  return condition?.kind === 'version' && NEWER_GROUPS.has(condition.version.group);
}

function batches(groups: readonly ChangeGroup[]): ChangeGroup[][] {
  const result: ChangeGroup[][] = [];
  let batch: ChangeGroup[] = [];
  let batchBytes = ENTRY_OVERHEAD_BYTES;
  for (const group of groups) {
    const groupBytes = ChangeGroupCodec.encode(group).length + GROUP_OVERHEAD_BYTES;
    if (ENTRY_OVERHEAD_BYTES + groupBytes > LONGEST_ENTRY_BYTES) {
      throw new SwarmError('store.too-large', { sizeBytes: groupBytes, limitBytes: LONGEST_ENTRY_BYTES });
    }
    if (batchBytes + groupBytes > LONGEST_ENTRY_BYTES) {
      result.push(batch);
      batch = [];
      batchBytes = ENTRY_OVERHEAD_BYTES;
    }
    batch.push(group);
    batchBytes += groupBytes;
  }
  result.push(batch);
  return result;
}

/** Throws format.unknown for an entry of a newer build: it must not be applied in part, nor skipped. */
export function decodeEntry(index: number, bytes: Uint8Array): LogEntry {
  const format = formatOf(bytes);
  if (format === 0 || format > ENTRY_FORMAT) {
    const facts = { what: `entry ${index} of the log`, format, readerFormat: ENTRY_FORMAT };
    throw new SwarmError('format.unknown', facts);
  }
  return LogEntryCodec.decode(bytes);
}

// Read before the rest, which a newer format may have made unreadable: the format is the first field, and
// one byte as long as there are fewer than 128 of them.
function formatOf(bytes: Uint8Array): number {
  const FORMAT_TAG = 0x08;
  return bytes[0] === FORMAT_TAG ? (bytes[1] ?? 0) : 0;
}
