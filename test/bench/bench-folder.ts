/**
 * Where a benchmark writes: a folder on a real disk, beside the compiled programs, as a machine's folder for
 * temporary files is often in memory. Removed at the end. Says what a flush costs there, and whether the disk
 * was asked for it: figures of a disk that only claims to flush are worth nothing.
 */
import { fdatasync, open as openFile, write } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { percentile } from './result.js';

const PARENT_FOLDER = fileURLToPath(new URL('../..', import.meta.url));
const IN_MEMORY_TYPES: ReadonlySet<number> = new Set([0x01021994, 0x858458f6]); // tmpfs, ramfs

const PROBE_FLUSHES = 400;
const PROBE_BYTES = 256;
const PROBE_FILE_BYTES = 1024 * 1024;
/** In /sys/block/…/stat: flushes that the device has completed. */
const FLUSHES_FIELD = 15;

export async function inFolderOnDisk<T>(name: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await makeFolderOnDisk(name);
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removing it is the caller's work. */
export async function makeFolderOnDisk(name: string): Promise<string> {
  const { type } = await statfs(PARENT_FOLDER);
  if (IN_MEMORY_TYPES.has(type))
    throw new Error(`${PARENT_FOLDER} is in memory: there is no disk to measure`);
  return await mkdtemp(join(PARENT_FOLDER, `bench-${name}-`));
}

export interface FlushAccount {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly flushes: number;
  /** What the device counted meanwhile, of others as well; undefined where it does not count. */
  readonly deviceFlushes: number | undefined;
}

/** Small writes into a file that has its length, each flushed before the next. */
export async function probeFlushes(folder: string): Promise<FlushAccount> {
  const fd = await promisify(openFile)(join(folder, 'flush-probe'), 'w+');
  const flush = promisify(fdatasync);
  const put = promisify(write);
  await put(fd, Buffer.alloc(PROBE_FILE_BYTES), 0, PROBE_FILE_BYTES, 0);
  await flush(fd);
  const before = await deviceFlushesOf(folder);
  const tookMs: number[] = [];
  for (let at = 0; at < PROBE_FLUSHES; at++) {
    const startedMs = performance.now();
    await put(fd, Buffer.alloc(PROBE_BYTES, at), 0, PROBE_BYTES, at * PROBE_BYTES);
    await flush(fd);
    tookMs.push(performance.now() - startedMs);
  }
  const after = await deviceFlushesOf(folder);
  return {
    p50Ms: percentile(tookMs, 50),
    p99Ms: percentile(tookMs, 99),
    flushes: PROBE_FLUSHES,
    deviceFlushes: before === undefined || after === undefined ? undefined : after - before,
  };
}

export function flushSentence({ p50Ms, p99Ms, flushes, deviceFlushes }: FlushAccount): string {
  const latency = `fdatasync p50 ${p50Ms.toFixed(3)} ms, p99 ${p99Ms.toFixed(3)} ms`;
  if (deviceFlushes === undefined)
    return `flushes: unproven, the device of the folder does not count them; ${latency}`;
  const verdict = deviceFlushes >= flushes ? 'real' : 'NOT real';
  return `flushes were ${verdict}: of ${flushes} the device was asked for ${deviceFlushes}; ${latency}`;
}

/** How often the device under the folder was flushed; undefined where that cannot be found out. */
async function deviceFlushesOf(folder: string): Promise<number | undefined> {
  const { dev } = await stat(folder);
  // As Linux packs them for numbers of this size.
  const wanted = `${(dev >> 8) & 0xfff}:${(dev & 0xff) | ((dev >> 12) & 0xfff00)}`;
  for (const device of await readdir('/sys/block').catch(() => [])) {
    const folders = [device, ...(await partitionsOf(device))];
    for (const each of folders) {
      const number = await readFile(join('/sys/class/block', each, 'dev'), 'utf8').catch(() => '');
      if (number.trim() !== wanted) continue;
      const fields = (await readFile(join('/sys/block', device, 'stat'), 'utf8')).trim().split(/\s+/);
      return fields[FLUSHES_FIELD] === undefined ? undefined : Number(fields[FLUSHES_FIELD]);
    }
  }
  return undefined;
}

async function partitionsOf(device: string): Promise<readonly string[]> {
  const names = await readdir(join('/sys/block', device)).catch(() => []);
  return names.filter((name) => name.startsWith(device));
}
