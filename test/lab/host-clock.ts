/**
 * The wall clock of a lab host, as its `swarmd` sees it: the machine's own, and a jump ahead or back once a test
 * says so. Monotonic time and timers go on as they are, as they do when an operator or NTP sets a clock.
 * Only for a `swarmd` that is started after `detach`; needs Debian's package faketime.
 */
import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The loader puts the machine's library folder in the place of $LIB. */
const LIBRARY = '/usr/$LIB/faketime/libfaketimeMT.so.1';
/** A program may go on seeing the time before a jump for so long. */
const SEEN_AFTER_SECONDS = 1;

const pidsFile = (folder: string): string => join(folder, 'clock.pids');

export class HostClock {
  readonly #folder: string;
  readonly #file: string;
  #isDetached = false;

  constructor(options: { readonly folder: string }) {
    this.#folder = options.folder;
    this.#file = join(options.folder, 'clock');
  }

  /** What a program of this host must find in its environment. */
  get env(): Readonly<Record<string, string>> {
    if (!this.#isDetached) return {};
    return {
      LD_PRELOAD: LIBRARY,
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      NO_FAKE_STAT: '1',
      FAKETIME_TIMESTAMP_FILE: this.#file,
      FAKETIME_CACHE_DURATION: String(SEEN_AFTER_SECONDS),
    };
  }

  /** From the next start of `swarmd` on, its clock can be set. */
  async detach(): Promise<void> {
    this.#isDetached = true;
    await this.set(0);
  }

  /** So far ahead of the machine's clock; behind it when negative. */
  async set(aheadMs: number): Promise<void> {
    const seconds = aheadMs / 1_000;
    // Never half written: who reads it at any moment finds an instant.
    await writeFile(`${this.#file}.new`, `${seconds < 0 ? '' : '+'}${seconds}`);
    await rename(`${this.#file}.new`, this.#file);
  }

  /** Notes who uses it: a program that is killed leaves shared memory behind, named after its pid. */
  async usedBy(pid: number): Promise<void> {
    if (this.#isDetached) await appendFile(pidsFile(this.#folder), `${pid}\n`);
  }
}

/** Takes away what killed programs of the host left. */
export async function removeClockMemory(hostFolder: string): Promise<void> {
  const pids = await readFile(pidsFile(hostFolder), 'utf8').catch(() => '');
  for (const pid of pids.split('\n').filter((line) => line !== '')) {
    await rm(`/dev/shm/faketime_shm_${pid}`, { force: true });
    await rm(`/dev/shm/sem.faketime_sem_${pid}`, { force: true });
  }
}
