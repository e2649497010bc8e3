/**
 * What running processes use, read from /proc. A process that is gone is an error: its numbers would be missing
 * from the sum.
 */
import { readdir, readFile } from 'node:fs/promises';

const KIB = 1024;
const NS_PER_MS = 1e6;

/**
 * Together, in user and kernel, by threads that live: those of Node.js do as long as their process. Not from
 * /proc/<pid>/stat, whose ticks of 10 ms are longer than what an idle process uses in seconds.
 */
export async function cpuMsOf(pids: readonly number[]): Promise<number> {
  const each = pids.map(async (pid) => {
    const threads = await readdir(`/proc/${pid}/task`);
    const stats = threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8'));
    return sumOf((await Promise.all(stats)).map((stat) => Number(stat.split(' ')[0]) / NS_PER_MS));
  });
  return sumOf(await Promise.all(each));
}

/** Together; what two processes share counts twice. */
export async function residentBytesOf(pids: readonly number[]): Promise<number> {
  return sumOf(await Promise.all(pids.map((pid) => statusBytes(pid, /^VmRSS:\s+(\d+) kB$/m))));
}

/** The most that the process has held at one time. */
export async function peakBytesOf(pid: number): Promise<number> {
  return await statusBytes(pid, /^VmHWM:\s+(\d+) kB$/m);
}

async function statusBytes(pid: number, line: RegExp): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(line.exec(status)?.[1]) * KIB;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
