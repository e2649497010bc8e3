/**
 * A lab host whose networks are run by network-program.ts: started, told, killed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { AssignedTaskInput, NetworkChangesInput } from '../../proto/gen/dispatcher.js';
import type { LabHost } from '../lab/host.js';
import { namespaceName } from '../lab/manifest.js';
import type { NetworkAnswer, NetworkProgramOptions, NetworkRequest } from './network-program.js';

const PROGRAM = fileURLToPath(new URL('./network-program.js', import.meta.url));

export class NetworkNode {
  readonly host: LabHost;
  readonly nodeId: string;
  readonly #labId: string;
  #child: ChildProcess | undefined;
  #log = '';
  readonly #waiting: ((answer: NetworkAnswer) => void)[] = [];

  constructor(labId: string, host: LabHost) {
    this.#labId = labId;
    this.host = host;
    this.nodeId = host.name;
  }

  /** What it wrote to its log so far. */
  get log(): string {
    return this.#log;
  }

  start(): void {
    const options: NetworkProgramOptions = {
      nodeId: this.nodeId,
      endpoint: `unix://${this.host.engine.socketPath}`,
      filePath: join(this.host.folder, 'networks/state'),
      dataAddress: this.host.address,
    };
    const enter = [`--net=/run/netns/${namespaceName(this.#labId, this.host.name)}`];
    const command = [...enter, process.execPath, PROGRAM, JSON.stringify(options)];
    const child = spawn('nsenter', command, { stdio: 'pipe' });
    this.#child = child;
    child.stderr.on('data', (chunk: Buffer) => {
      this.#log += chunk.toString();
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      this.#waiting.shift()?.(JSON.parse(line) as NetworkAnswer);
    });
    child.once('close', () => {
      for (const settle of this.#waiting.splice(0))
        settle({ error: `it ended; its log:\n${this.#log}`, tookMs: 0 });
    });
  }

  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'close');
    child.kill(signal);
    await ended;
  }

  /** Returns how long it took until the changes were in force, ms. */
  async apply(changes: NetworkChangesInput): Promise<number> {
    return (await this.#ask({ verb: 'apply', changes })).tookMs;
  }

  async startTask(task: AssignedTaskInput): Promise<void> {
    await this.#ask({ verb: 'start', task });
  }

  async removeTask(taskId: string): Promise<void> {
    await this.#ask({ verb: 'remove', taskId });
  }

  async problem(): Promise<string> {
    return String((await this.#ask({ verb: 'problem' })).result);
  }

  /** One after the other: answers come in the order of the requests. */
  async #ask(request: NetworkRequest): Promise<NetworkAnswer> {
    const child = this.#child;
    if (child?.stdin === null || child === undefined) throw new Error(`${this.nodeId}: it does not run`);
    const answered = new Promise<NetworkAnswer>((resolve) => {
      this.#waiting.push(resolve);
    });
    child.stdin.write(`${JSON.stringify(request)}\n`);
    const answer = await answered;
    if (answer.error !== undefined) throw new Error(`${this.nodeId}: ${request.verb}: ${answer.error}`);
    return answer;
  }
}
