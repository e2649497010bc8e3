/**
 * The disk under an agent's task database: outlives the agent. A write takes a moment; one that is under way
 * when the agent dies is there in part, wholly or not at all.
 */
import type { TaskFile } from '../../agent/task-file.js';
import type { Clock } from '../../proto/base/clock.js';
import type { Random } from '../../proto/base/random.js';
import type { SimProcess } from './sim-process.js';

const LONGEST_WRITE_MS = 8;
/** One write in ten waits for others of the machine. */
const LONGEST_SLOW_WRITE_MS = 400;

export class SimTaskDisk {
  readonly #world: Clock;
  readonly #random: Random;
  #bytes: Uint8Array = new Uint8Array();

  constructor(modules: { readonly clock: Clock; readonly random: Random }) {
    this.#world = modules.clock;
    this.#random = modules.random;
  }

  /** Somebody has cleared the agent's directory. */
  lose(): void {
    this.#bytes = new Uint8Array();
  }

  /** The file as one run of the agent has it open. */
  fileFor(process: SimProcess): TaskFile {
    return {
      path: 'tasks.db',
      read: async () => this.#bytes,
      replace: async (bytes) =>
        await this.#write(process, (isWhole) => {
          if (isWhole || this.#random.fraction() < 0.5) this.#bytes = Uint8Array.from(bytes);
        }),
      append: async (bytes) =>
        await this.#write(process, (isWhole) => {
          const length = isWhole ? bytes.length : Math.floor(this.#random.fraction() * (bytes.length + 1));
          this.#bytes = Buffer.concat([this.#bytes, bytes.subarray(0, length)]);
        }),
      setAside: async (suffix) => {
        this.#bytes = new Uint8Array();
        return `tasks.db.${suffix}`;
      },
      close: async () => undefined,
    };
  }

  async #write(process: SimProcess, put: (isWhole: boolean) => void): Promise<void> {
    if (!process.isAlive) return await new Promise(() => undefined);
    const release = process.onDeath(() => put(false));
    const longestMs = this.#random.fraction() < 0.1 ? LONGEST_SLOW_WRITE_MS : LONGEST_WRITE_MS;
    const delayMs = Math.ceil(this.#random.fraction() * longestMs);
    await process.answer(this.#world.sleep(delayMs));
    release();
    put(true);
  }
}
