/**
 * The file `member` of a log's directory: who this is. Written last when a directory is prepared and durable from
 * then on, so that a log without it is no member's, and a member without its log is noticed.
 *
 *   line 1 = JSON, line 2 = CRC-32 of line 1 in hex
 */
import path from 'node:path';
import { crc32 } from 'node:zlib';
import type { Disk } from './disk.js';
import { LogDamagedError, LogFormatError } from './log-errors.js';
import type { Peer } from './membership.js';
import { withFile } from './wal-recovery.js';

export interface MemberFile {
  readonly id: number;
  readonly name: string;
  readonly clusterId: string;
  /** At its beginning; the log may know of a later one. */
  readonly recoveryEpoch: number;
  /** Whom to speak to before the log says who the members are. */
  readonly peers: readonly Peer[];
}

const NAME = 'member';
const FORMAT = 1;

const checksumOf = (text: string): string => crc32(text).toString(16).padStart(8, '0');

export async function writeMemberFile(disk: Disk, directory: string, member: MemberFile): Promise<void> {
  const file = path.join(directory, NAME);
  const text = JSON.stringify({ format: FORMAT, minimumReader: FORMAT, ...member });
  await withFile(disk, `${file}.tmp`, 'create', async (opened) => {
    await opened.write(0, Buffer.from(`${text}\n${checksumOf(text)}\n`));
    await opened.sync();
  });
  await disk.rename(`${file}.tmp`, file);
  await disk.syncDirectory(directory);
}

/** Undefined if there is none. */
export async function readMemberFile(disk: Disk, directory: string): Promise<MemberFile | undefined> {
  if (!(await disk.list(directory)).includes(NAME)) return undefined;
  const file = path.join(directory, NAME);
  const bytes = await withFile(disk, file, 'read', async (opened) =>
    opened.read(0, await opened.sizeBytes()),
  );
  const [text = '', checksum] = Buffer.from(bytes).toString().split('\n');
  if (checksum !== checksumOf(text)) throw new LogDamagedError(file, 0, 'wrong checksum');
  const parsed = JSON.parse(text) as MemberFile & { readonly format: number; readonly minimumReader: number };
  if (parsed.minimumReader > FORMAT) {
    throw new LogFormatError(file, `format ${parsed.format}`, `format ${FORMAT}`);
  }
  const { id, name, clusterId, recoveryEpoch, peers } = parsed;
  return { id, name, clusterId, recoveryEpoch, peers };
}
