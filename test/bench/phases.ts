/**
 * Where the time of a step went, for whoever wants to make it shorter: with BENCH_VERBOSE=1 each step says when its
 * tasks were made, when the engines had made, started and ended their containers, when the control plane knew, and
 * who used the processors. Looks only before and after a step, so what is timed is the same.
 */
import { readFile } from 'node:fs/promises';
import type { LabHost } from '../lab/host.js';
import { childrenOf } from '../lab/proc.js';
import { cpuMsOf } from './process-usage.js';
import { median } from './result.js';
import { SERVICE, SERVICE_NAME_LABEL, type Side } from './side.js';

const TICK_MS = 10;
const EVENTS = ['create', 'start', 'die', 'destroy'];

interface Usage {
  readonly controlMs: number;
  readonly engineMs: number;
  readonly machineMs: number;
}

export class Phases {
  readonly #isWanted = process.env['BENCH_VERBOSE'] === '1';
  readonly #hosts: readonly LabHost[];
  readonly #side: Side;
  #startedAtMs = 0;
  #returnedAtMs = 0;
  #usage: Usage | undefined;

  constructor(hosts: readonly LabHost[], side: Side) {
    this.#hosts = hosts;
    this.#side = side;
  }

  async begin(): Promise<void> {
    if (!this.#isWanted) return;
    this.#usage = await this.#usageNow();
    this.#startedAtMs = Date.now();
  }

  commandReturned(): void {
    this.#returnedAtMs = Date.now();
  }

  async end(caseName: string, tookMs: number): Promise<void> {
    const before = this.#usage;
    if (before === undefined) return;
    const after = await this.#usageNow();
    const say = (line: string): void => console.log(`  ${this.#side.name} ${caseName} ${line}`);
    say(
      `took ${Math.round(tookMs)} ms; the command returned after ${this.#returnedAtMs - this.#startedAtMs}`,
    );
    const tasks = await this.#side.tasks();
    say(spread('tasks made', this.#since(tasks.map((task) => task.createdAtMs))));
    for (const [action, atMs] of await this.#engineEvents())
      say(spread(`container ${action}`, this.#since(atMs)));
    const running = tasks.filter(({ isRunning }) => isRunning);
    say(spread('tasks running', this.#since(running.map((task) => task.stateAtMs))));
    const used = (part: keyof Usage): number => Math.round(after[part] - before[part]);
    say(
      `processors: control plane ${used('controlMs')} ms, engines ${used('engineMs')}, all ${used('machineMs')}`,
    );
  }

  #since(atMs: readonly number[]): readonly number[] {
    return atMs.map((at) => at - this.#startedAtMs).filter((at) => at >= 0);
  }

  async #engineEvents(): Promise<readonly (readonly [string, readonly number[]])[]> {
    const lists = await Promise.all(this.#hosts.map((host) => this.#eventsOf(host)));
    const all = lists.flat();
    return EVENTS.map(
      (action) => [action, all.filter((e) => e.action === action).map((e) => e.atMs)] as const,
    );
  }

  /** The engine keeps the last 256 only: enough for its share of one step. */
  async #eventsOf(host: LabHost): Promise<readonly { readonly action: string; readonly atMs: number }[]> {
    const engine = await host.docker();
    const filters = { type: ['container'], label: [`${SERVICE_NAME_LABEL}=${SERVICE}`], event: EVENTS };
    const range = { since: this.#startedAtMs / 1000, until: Date.now() / 1000 };
    const stream = await engine.getEvents({ ...range, filters: JSON.stringify(filters) });
    let text = '';
    for await (const chunk of stream) text += chunk.toString();
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { readonly Action: string; readonly timeNano: number })
      .map(({ Action, timeNano }) => ({ action: Action, atMs: timeNano / 1e6 }));
  }

  async #usageNow(): Promise<Usage> {
    const engines = this.#hosts.map(({ engine }) => engine.pid).filter((pid) => pid !== undefined);
    const helpers = (await Promise.all(engines.map((pid) => childrenOf(pid)))).flat();
    return {
      controlMs: await cpuMsOf(await this.#side.pids()),
      engineMs: await cpuMsOf([...engines, ...helpers]),
      machineMs: await busyMsOfMachine(),
    };
  }
}

async function busyMsOfMachine(): Promise<number> {
  const [line = ''] = (await readFile('/proc/stat', 'utf8')).split('\n');
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0] = line
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + softIrq) * TICK_MS;
}

function spread(what: string, atMs: readonly number[]): string {
  if (atMs.length === 0) return `${what}: none`;
  const [first, middle, last] = [Math.min(...atMs), median(atMs), Math.max(...atMs)].map(Math.round);
  return `${what}: ${atMs.length}, first after ${first} ms, half of them ${middle}, last ${last}`;
}
