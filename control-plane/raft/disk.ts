/**
 * The disk as the log and the snapshots need it. Owns the interface and what its calls promise;
 * node-disk.ts is the real one, tests bring one that loses and tears what was not synced.
 *
 * What survives a crash: bytes that a finished `sync` of their file covered, and names that a finished
 * `syncDirectory` covered. Everything else may survive, vanish or be torn, in any order.
 *
 * Errors carry a `code` as Node's file errors do (ENOSPC, ENOENT, EIO ...).
 */

export interface DiskFile {
  readonly path: string;
  sizeBytes(): Promise<number>;
  /** Shorter than asked for only at the end of the file. */
  read(offset: number, lengthBytes: number): Promise<Uint8Array>;
  /** Writes all of the bytes or rejects; a rejected write may have written some of them. */
  write(offset: number, bytes: Uint8Array): Promise<void>;
  /** Extends the file with written zeros up to this length, so that later writes need no new room. */
  preallocate(lengthBytes: number): Promise<void>;
  /**
   * Makes the bytes written so far durable. After a rejection nothing is known about them, and a
   * second `sync` that succeeds proves nothing: the kernel may have dropped the pages.
   */
  sync(): Promise<void>;
  close(): Promise<void>;
}

export type OpenMode =
  /** The file exists; only reads. */
  | 'read'
  /** The file exists; reads and writes. */
  | 'update'
  /** The file is made, or emptied if it exists. */
  | 'create';

export interface Disk {
  open(path: string, mode: OpenMode): Promise<DiskFile>;
  /** Names in the directory, in no particular order. */
  list(directory: string): Promise<string[]>;
  /** Replaces the target if it exists. */
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  /** Makes creations, renames and unlinks in the directory durable. */
  syncDirectory(directory: string): Promise<void>;
  /** Makes the directory and its missing parents, durably; no complaint if it is there. */
  makeDirectory(directory: string): Promise<void>;
}

/** The code of a disk error, or '' for anything else that was thrown. */
export function diskErrorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** Quotas count as a full disk: both pass once something is deleted. */
export const isDiskFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(diskErrorCode(error));
