/**
 * The real disk, over node:fs. Owns file descriptors and the choice between the blocking and the
 * thread-pool form of each call; what must be synced when is the log's business.
 */
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Disk, DiskFile, OpenMode } from './disk.js';

const fdatasync = promisify(fs.fdatasync);
const fstat = promisify(fs.fstat);

const FLAGS: Record<OpenMode, string> = { read: 'r', update: 'r+', create: 'w+' };

// A small write only copies into the page cache, which is quicker than a trip through the thread pool;
// a large one would hold up the event loop.
const INLINE_WRITE_BYTES = 64 * 1024;
const ZEROS = Buffer.alloc(1024 * 1024);

function readSome(fd: number, target: Buffer, at: number, offset: number): Promise<number> {
  return new Promise((resolve, reject) => {
    fs.read(fd, target, at, target.length - at, offset, (error, count) =>
      error === null ? resolve(count) : reject(error),
    );
  });
}

function writeSome(fd: number, bytes: Uint8Array, at: number, offset: number): Promise<number> {
  if (bytes.length - at <= INLINE_WRITE_BYTES) {
    return Promise.resolve(fs.writeSync(fd, bytes, at, bytes.length - at, offset));
  }
  return new Promise((resolve, reject) => {
    fs.write(fd, bytes, at, bytes.length - at, offset, (error, count) =>
      error === null ? resolve(count) : reject(error),
    );
  });
}

class NodeDiskFile implements DiskFile {
  readonly path: string;
  readonly #fd: number;

  constructor(filePath: string, fd: number) {
    this.path = filePath;
    this.#fd = fd;
  }

  async sizeBytes(): Promise<number> {
    return (await fstat(this.#fd)).size;
  }

  async read(offset: number, lengthBytes: number): Promise<Uint8Array> {
    const target = Buffer.allocUnsafe(lengthBytes);
    let filled = 0;
    while (filled < lengthBytes) {
      const count = await readSome(this.#fd, target, filled, offset + filled);
      if (count === 0) break;
      filled += count;
    }
    return target.subarray(0, filled);
  }

  async write(offset: number, bytes: Uint8Array): Promise<void> {
    let written = 0;
    while (written < bytes.length) {
      written += await writeSome(this.#fd, bytes, written, offset + written);
    }
  }

  async preallocate(lengthBytes: number): Promise<void> {
    for (let at = await this.sizeBytes(); at < lengthBytes; at += ZEROS.length) {
      await this.write(at, ZEROS.subarray(0, Math.min(ZEROS.length, lengthBytes - at)));
    }
  }

  async sync(): Promise<void> {
    await fdatasync(this.#fd);
  }

  async close(): Promise<void> {
    await promisify(fs.close)(this.#fd);
  }
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await fs.promises.open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export class NodeDisk implements Disk {
  async open(filePath: string, mode: OpenMode): Promise<DiskFile> {
    // Others on the machine have no business in the cluster's state: owner only.
    return new NodeDiskFile(filePath, await promisify(fs.open)(filePath, FLAGS[mode], 0o600));
  }

  list(directory: string): Promise<string[]> {
    return fs.promises.readdir(directory);
  }

  rename(from: string, to: string): Promise<void> {
    return fs.promises.rename(from, to);
  }

  unlink(filePath: string): Promise<void> {
    return fs.promises.unlink(filePath);
  }

  syncDirectory(directory: string): Promise<void> {
    return syncDirectory(directory);
  }

  async makeDirectory(directory: string): Promise<void> {
    const firstMade = await fs.promises.mkdir(directory, { recursive: true, mode: 0o700 });
    if (firstMade === undefined) return;
    // Each new name stands in its parent, from the one that holds the first made down to the last.
    const topmost = path.dirname(firstMade);
    for (let parent = path.dirname(path.resolve(directory)); ; parent = path.dirname(parent)) {
      await syncDirectory(parent);
      if (parent === path.resolve(topmost)) break;
    }
  }
}
