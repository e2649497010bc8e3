/**
 * Requests without a pause, from a host of the lab or from inside a container on it, and what became of them. A
 * request has failed when its connection could not be made, was cut off or fell silent, or its answer was no success.
 */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../kit/eventually.js';
import type { LabHost } from './host.js';
import type { Daemon } from './place.js';

export interface LoadOptions {
  /** Part of the name of its output file; one name, one load at a time. */
  readonly name: string;
  readonly url: string;
  /** Open at the same time; 16 unless said otherwise. */
  readonly connections?: number;
  /** A connection of its own for each request, instead of keeping them open. */
  readonly isPerRequest?: boolean;
  /** From inside the container with this process, instead of from the host. */
  readonly containerPid?: number;
}

export interface LoadResult {
  readonly requests: number;
  readonly perSecond: number;
  readonly failed: number;
  /** What failed, in the tool's words; empty when nothing did. */
  readonly failures: string;
}

/** Longer than any test: it is ended by hand. */
const DURATION = '1h';

/** Whoever sends requests without a pause is on a machine of its own where there is more than one. */
const BEHIND_OTHERS = ['nice', '-n', '10'];

export class Load {
  readonly #daemon: Daemon;
  readonly #file: string;

  private constructor(daemon: Daemon, file: string) {
    this.#daemon = daemon;
    this.#file = file;
  }

  static async start(host: LabHost, options: LoadOptions): Promise<Load> {
    const { name, url, connections = 16, isPerRequest = false, containerPid } = options;
    const file = join(host.folder, `load-${name}.log`);
    await rm(file, { force: true });
    const enter = containerPid === undefined ? [] : ['nsenter', `--net=/proc/${containerPid}/ns/net`];
    const closing = isPerRequest ? ['-H', 'Connection: close'] : [];
    const wrk = ['wrk', '-t1', `-c${connections}`, `-d${DURATION}`, '--timeout', '5s', ...closing, url];
    const [command = '', ...args] = [...enter, ...BEHIND_OTHERS, ...wrk];
    const program = { name: `load ${name}`, command, args };
    return new Load(await host.startProgram(program, file), file);
  }

  /** Ends it, and says what it saw. */
  async stop(): Promise<LoadResult> {
    await this.#daemon.signal('SIGINT');
    await this.#daemon.ended(10_000);
    const text = await eventually(
      'the load says what it saw',
      () => readFile(this.#file, 'utf8'),
      (said) => said.includes('Requests/sec'),
    );
    return readWrk(text);
  }
}

/** The account that wrk gives at its end. */
export function readWrk(text: string): LoadResult {
  const number = (pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? 0);
  const kinds = ['connect', 'read', 'write', 'timeout'] as const;
  const counts = kinds.map((kind) => number(new RegExp(`Socket errors:.*\\b${kind} (\\d+)`)));
  const refused = number(/Non-2xx or 3xx responses: (\d+)/);
  const failed = counts.reduce((sum, count) => sum + count, refused);
  const named = [...kinds.map((kind, at) => `${kind} ${counts[at]}`), `answers ${refused}`].join(', ');
  return {
    requests: number(/(\d+) requests in/),
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    failed,
    failures: failed === 0 ? '' : named,
  };
}
