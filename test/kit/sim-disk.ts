/**
 * A disk in memory that forgets and tears what was not synced. It implements the log's Disk; a test takes
 * an image of it at any operation and makes from it every disk that a power cut could have left.
 *
 * What was synced survives. Of each unsynced write any set of byte ranges may survive, of the unsynced
 * names in a directory any subset, all independent of one another. After a failed sync the writes are lost
 * though reads still show them and the next sync succeeds: what Linux does when it can not write a page.
 */
import path from 'node:path';
import type { Disk, DiskFile, OpenMode } from 'raft-ts/disk.js';

export type SimOperation =
  | 'open'
  | 'read'
  | 'write'
  | 'preallocate'
  | 'sync'
  | 'list'
  | 'rename'
  | 'unlink'
  | 'syncDirectory';

/** Called before each operation takes effect; what it throws, the operation fails with. */
export type OperationHook = (operation: SimOperation, file: string) => void;

export interface UnsyncedWrite {
  readonly offset: number;
  readonly bytes: Buffer;
  /** Zeros that only extend the file: where they are cut makes no difference worth trying. */
  readonly isPreallocation: boolean;
}

type NameChange =
  | { readonly kind: 'link'; readonly file: string; readonly inode: number }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string; readonly inode: number }
  | { readonly kind: 'unlink'; readonly file: string };

interface Inode {
  current: Buffer;
  durable: Buffer;
  unsynced: UnsyncedWrite[];
}

/** What becomes of everything unsynced. Both are asked in the order in which the things were done. */
export interface Fate {
  keepsName(position: number): boolean;
  /** The ranges [from, to) of this write that reached the disk. */
  keptRanges(position: number, write: UnsyncedWrite): readonly (readonly [number, number])[];
}

export function diskError(code: string): Error {
  return Object.assign(new Error(`${code}: injected by the simulated disk`), { code });
}

const SYNC_TURNS = 20;

function overwrite(target: Buffer, offset: number, bytes: Uint8Array): Buffer {
  const grown = Buffer.alloc(Math.max(target.length, offset + bytes.length));
  target.copy(grown);
  grown.set(bytes, offset);
  return grown;
}

function changeName(names: Map<string, number>, change: NameChange): void {
  if (change.kind === 'link') names.set(change.file, change.inode);
  if (change.kind === 'unlink') names.delete(change.file);
  if (change.kind !== 'rename') return;
  // The inode is known even where the link to the old name was lost.
  if (names.get(change.from) === change.inode) names.delete(change.from);
  names.set(change.to, change.inode);
}

const directoryOf = (change: NameChange): string =>
  path.dirname(change.kind === 'rename' ? change.to : change.file);

class SimFile implements DiskFile {
  readonly path: string;
  readonly #disk: SimDisk;
  readonly #inode: Inode;

  constructor(file: string, disk: SimDisk, inode: Inode) {
    this.path = file;
    this.#disk = disk;
    this.#inode = inode;
  }

  async sizeBytes(): Promise<number> {
    return this.#inode.current.length;
  }

  async read(offset: number, lengthBytes: number): Promise<Uint8Array> {
    await this.#perform('read');
    return Buffer.from(this.#inode.current.subarray(offset, offset + lengthBytes));
  }

  async write(offset: number, bytes: Uint8Array): Promise<void> {
    await this.#perform('write');
    this.#put({ offset, bytes: Buffer.from(bytes), isPreallocation: false });
  }

  async preallocate(lengthBytes: number): Promise<void> {
    await this.#perform('preallocate');
    const offset = this.#inode.current.length;
    if (offset >= lengthBytes) return;
    this.#put({ offset, bytes: Buffer.alloc(lengthBytes - offset), isPreallocation: true });
  }

  async sync(): Promise<void> {
    try {
      await this.#perform('sync');
    } catch (error) {
      this.#inode.unsynced = [];
      throw error;
    }
    for (const { offset, bytes } of this.#inode.unsynced) {
      this.#inode.durable = overwrite(this.#inode.durable, offset, bytes);
    }
    this.#inode.unsynced = [];
  }

  async close(): Promise<void> {}

  /** Under the name that the file has now: it may have been renamed since it was opened. */
  #perform(operation: SimOperation): Promise<void> {
    return this.#disk.perform(operation, this.#disk.nameOf(this.#inode) ?? this.path);
  }

  #put(write: UnsyncedWrite): void {
    this.#inode.current = overwrite(this.#inode.current, write.offset, write.bytes);
    this.#inode.unsynced.push(write);
  }
}

export class SimDisk implements Disk {
  onOperation: OperationHook | undefined;
  /** How long a sync takes; no time unless told. */
  syncDelay: (() => Promise<void>) | undefined;
  #inodes: Inode[] = [];
  #names = new Map<string, number>();
  #durableNames = new Map<string, number>();
  #unsyncedNames: NameChange[] = [];

  /** Lets others run first, as a real disk does, then asks the hook. */
  async perform(operation: SimOperation, file: string): Promise<void> {
    // A sync is slow: whoever does not wait for it is found out.
    for (let turn = operation.startsWith('sync') ? SYNC_TURNS : 1; turn > 0; turn--) await Promise.resolve();
    if (operation.startsWith('sync')) await this.syncDelay?.();
    this.onOperation?.(operation, file);
  }

  async open(file: string, mode: OpenMode): Promise<DiskFile> {
    await this.perform('open', file);
    const inode = this.#inodes[this.#names.get(file) ?? -1];
    if (inode !== undefined) {
      // Emptying is durable at once: only unfinished files are ever opened so.
      if (mode === 'create')
        Object.assign(inode, { current: Buffer.alloc(0), durable: Buffer.alloc(0), unsynced: [] });
      return new SimFile(file, this, inode);
    }
    if (mode !== 'create') throw diskError('ENOENT');
    const made: Inode = { current: Buffer.alloc(0), durable: Buffer.alloc(0), unsynced: [] };
    this.#change({ kind: 'link', file, inode: this.#inodes.push(made) - 1 });
    return new SimFile(file, this, made);
  }

  async list(directory: string): Promise<string[]> {
    await this.perform('list', directory);
    return this.files(directory).map((file) => path.basename(file));
  }

  async rename(from: string, to: string): Promise<void> {
    await this.perform('rename', to);
    const inode = this.#names.get(from);
    if (inode === undefined) throw diskError('ENOENT');
    this.#change({ kind: 'rename', from, to, inode });
  }

  async unlink(file: string): Promise<void> {
    await this.perform('unlink', file);
    if (!this.#names.has(file)) throw diskError('ENOENT');
    this.#change({ kind: 'unlink', file });
  }

  async syncDirectory(directory: string): Promise<void> {
    await this.perform('syncDirectory', directory);
    const isHere = (change: NameChange): boolean => directoryOf(change) === directory;
    for (const change of this.#unsyncedNames.filter(isHere)) changeName(this.#durableNames, change);
    this.#unsyncedNames = this.#unsyncedNames.filter((change) => !isHere(change));
  }

  /** Directories are there from the start. */
  async makeDirectory(_directory: string): Promise<void> {}

  /** Paths of the files in a directory, sorted. */
  files(directory: string): string[] {
    return [...this.#names.keys()].filter((file) => path.dirname(file) === directory).toSorted();
  }

  nameOf(inode: Inode): string | undefined {
    const number = this.#inodes.indexOf(inode);
    return [...this.#names].find(([, named]) => named === number)?.[0];
  }

  bytesOf(file: string): Buffer {
    const inode = this.#inodes[this.#names.get(file) ?? -1];
    if (inode === undefined) throw diskError('ENOENT');
    return Buffer.from(inode.current);
  }

  /** Puts a file there, durably: for tests that change bytes behind the log's back. */
  place(file: string, bytes: Buffer): void {
    const inode =
      this.#inodes.push({ current: Buffer.from(bytes), durable: Buffer.from(bytes), unsynced: [] }) - 1;
    this.#names.set(file, inode);
    this.#durableNames.set(file, inode);
  }

  remove(file: string): void {
    this.#names.delete(file);
    this.#durableNames.delete(file);
  }

  /** A copy of this moment, unaffected by what comes. */
  image(): SimDisk {
    const copy = new SimDisk();
    // Buffers are replaced, never changed, so they may be shared.
    copy.#inodes = this.#inodes.map((inode) => ({ ...inode, unsynced: [...inode.unsynced] }));
    copy.#names = new Map(this.#names);
    copy.#durableNames = new Map(this.#durableNames);
    copy.#unsyncedNames = [...this.#unsyncedNames];
    return copy;
  }

  unsyncedWrites(): UnsyncedWrite[] {
    return this.#inodes.flatMap((inode) => inode.unsynced);
  }

  unsyncedNameCount(): number {
    return this.#unsyncedNames.length;
  }

  /** The disk that a power cut now leaves behind. */
  afterPowerCut(fate: Fate): SimDisk {
    const left = new SimDisk();
    left.#durableNames = new Map(this.#durableNames);
    this.#unsyncedNames.forEach((change, position) => {
      if (fate.keepsName(position)) changeName(left.#durableNames, change);
    });
    left.#names = new Map(left.#durableNames);
    let position = 0;
    left.#inodes = this.#inodes.map((inode) => {
      let durable = inode.durable;
      for (const write of inode.unsynced) {
        for (const [from, to] of fate.keptRanges(position, write)) {
          if (from < to) durable = overwrite(durable, write.offset + from, write.bytes.subarray(from, to));
        }
        position++;
      }
      return { current: durable, durable, unsynced: [] };
    });
    return left;
  }

  #change(change: NameChange): void {
    changeName(this.#names, change);
    this.#unsyncedNames.push(change);
  }
}
