/**
 * A container runtime without containers, for agents in tests: containers live in memory, outlive the agent as
 * an engine's do, and end, fail, hang or go away when the test says so. Counts what was asked of it.
 */
import type { TaskNetwork } from '../../agent/network/rules/task-network.js';
import type { Runtime } from '../../agent/runtime/runtime.js';
import type {
  ContainerReport,
  LogEntry,
  OwnedContainer,
  StartResult,
  TaskExit,
} from '../../agent/runtime/runtime.js';
import { SwarmError } from '../../proto/base/errors.js';
import { aborted } from '../../proto/base/service.js';
import type { AssignedTask, LogOptions } from '../../proto/gen/dispatcher.js';
import { type NodeDescription, NodeDescriptionCodec } from '../../proto/gen/objects.js';

export type Verb = 'describe' | 'prepare' | 'start' | 'stop' | 'remove' | 'list';

export interface SimContainer {
  readonly containerId: string;
  readonly taskId: string;
  readonly taskName: string;
  state: 'created' | 'running' | 'ended';
  exitCode: number;
  problem: string;
  readonly lines: LogEntry[];
}

export class SimRuntime implements Runtime {
  readonly name = 'sim runtime';
  readonly containerByTaskId = new Map<string, SimContainer>();
  /** Every verb asked for, as "verb task". */
  readonly calls: string[] = [];
  readonly missingImages = new Set<string>();
  readonly #failures: { readonly verb: Verb; readonly taskId: string; readonly error: Error }[] = [];
  readonly #gateByCall = new Map<string, AbortController>();
  readonly #reachabilityListeners = new Set<() => void>();
  #changed = new AbortController();
  #isAway = false;
  #count = 0;
  #description = NodeDescriptionCodec.create({
    hostname: 'sim',
    platform: { architecture: 'x86_64', os: 'linux' },
    resources: { nanoCpus: 4e9, memoryBytes: 8 * 2 ** 30 },
    engineVersion: '1',
    networking: { dataAddress: '192.0.2.1', dataMtu: 1500 },
  });

  async run(signal: AbortSignal): Promise<void> {
    await aborted(signal);
  }

  onReachability(listener: () => void): () => void {
    this.#reachabilityListeners.add(listener);
    return () => this.#reachabilityListeners.delete(listener);
  }

  /** Every verb fails as unreachable until comeBack; containers go on. */
  goAway(): void {
    this.#setAway(true);
  }

  comeBack(): void {
    this.#setAway(false);
  }

  /** The next such call for that task fails with the error. */
  failOnce(verb: Verb, taskId: string, error: Error): void {
    this.#failures.push({ verb, taskId, error });
  }

  /** Holds such calls back until the returned function is called. */
  hold(verb: Verb, taskId: string): () => void {
    const gate = new AbortController();
    this.#gateByCall.set(`${verb} ${taskId}`, gate);
    return () => {
      this.#gateByCall.delete(`${verb} ${taskId}`);
      gate.abort();
    };
  }

  /** The task's process ends by itself. */
  exit(taskId: string, exitCode = 0): void {
    const container = this.containerByTaskId.get(taskId);
    if (container === undefined) throw new Error(`no container of task ${taskId}`);
    end(container, exitCode, exitCode === 0 ? '' : `task: non-zero exit (${exitCode})`);
    this.#notify();
  }

  /** A container with our labels that no agent asked for now. */
  addContainer(taskId: string, state: SimContainer['state'] = 'running'): SimContainer {
    this.#count += 1;
    const container: SimContainer = {
      containerId: `container${this.#count}`,
      taskId,
      taskName: `web.1.${taskId}`,
      state,
      exitCode: 0,
      problem: '',
      lines: [],
    };
    this.containerByTaskId.set(taskId, container);
    return container;
  }

  setDescription(change: Partial<NodeDescription>): void {
    this.#description = { ...this.#description, ...change };
    for (const listener of this.#reachabilityListeners) listener();
  }

  async describe(): Promise<NodeDescription> {
    await this.#enter('describe', '');
    return this.#description;
  }

  async prepare(
    task: AssignedTask,
    _networks: readonly TaskNetwork[],
    signal: AbortSignal,
  ): Promise<ContainerReport> {
    await this.#enter('prepare', task.taskId, signal);
    const image = task.spec?.container?.image ?? '';
    const found = this.containerByTaskId.get(task.taskId);
    if (found === undefined && this.missingImages.has(image)) {
      throw new SwarmError('runtime.failed', { what: `No such image ${image}`, reason: 'pull failed: sim' });
    }
    return report(found ?? this.addContainer(task.taskId, 'created'));
  }

  async start(task: AssignedTask, signal: AbortSignal): Promise<StartResult> {
    await this.#enter('start', task.taskId, signal);
    const container = this.containerByTaskId.get(task.taskId);
    if (container === undefined) throw new SwarmError('runtime.failed', { what: 'start', reason: 'gone' });
    if (container.state === 'created') container.state = 'running';
    return container.state === 'running'
      ? { kind: 'started', ...report(container) }
      : { kind: 'ended', problem: container.problem, ...report(container) };
  }

  async wait(task: AssignedTask, signal: AbortSignal): Promise<TaskExit> {
    this.calls.push(`wait ${task.taskId}`);
    for (;;) {
      signal.throwIfAborted();
      const container = this.containerByTaskId.get(task.taskId);
      if (container === undefined) return { problem: 'the container was removed from outside', ports: [] };
      if (container.state === 'ended') return { problem: container.problem, ...report(container) };
      await aborted(AbortSignal.any([signal, this.#changed.signal]));
    }
  }

  async stop(task: AssignedTask): Promise<ContainerReport> {
    await this.#enter('stop', task.taskId);
    const container = this.containerByTaskId.get(task.taskId);
    if (container === undefined) return { ports: [] };
    if (container.state === 'running') end(container, 0, '');
    this.#notify();
    return report(container);
  }

  async remove(taskId: string): Promise<void> {
    await this.#enter('remove', taskId);
    this.containerByTaskId.delete(taskId);
    this.#notify();
  }

  async list(): Promise<readonly OwnedContainer[]> {
    await this.#enter('list', '');
    return [...this.containerByTaskId.values()].map(({ containerId, taskId, taskName, state }) => ({
      containerId,
      taskId,
      taskName,
      isRunning: state === 'running',
    }));
  }

  async *logs(taskId: string, options: LogOptions, signal: AbortSignal): AsyncGenerator<readonly LogEntry[]> {
    const container = this.containerByTaskId.get(taskId);
    if (container === undefined) {
      throw new SwarmError('logs.unavailable', { source: `task ${taskId}`, reason: 'no container here' });
    }
    for (let at = 0; ; ) {
      signal.throwIfAborted();
      const fresh = container.lines.slice(at);
      at += fresh.length;
      if (fresh.length > 0) yield fresh;
      else if (!options.follow || container.state === 'ended') return;
      else await aborted(AbortSignal.any([signal, this.#changed.signal]));
    }
  }

  /** The task's process writes a line. */
  say(taskId: string, text: string): void {
    const data = new TextEncoder().encode(text);
    this.containerByTaskId.get(taskId)?.lines.push({ stream: 'stdout', atMs: 0, data });
    this.#notify();
  }

  async #enter(verb: Verb, taskId: string, signal?: AbortSignal): Promise<void> {
    this.calls.push(`${verb} ${taskId}`.trim());
    const gate = this.#gateByCall.get(`${verb} ${taskId}`)?.signal;
    if (gate !== undefined) await aborted(signal === undefined ? gate : AbortSignal.any([gate, signal]));
    signal?.throwIfAborted();
    if (this.#isAway) throw new SwarmError('runtime.unreachable', { endpoint: 'sim', reason: 'it is away' });
    const at = this.#failures.findIndex((failure) => failure.verb === verb && failure.taskId === taskId);
    const [failure] = at < 0 ? [] : this.#failures.splice(at, 1);
    if (failure !== undefined) throw failure.error;
  }

  #setAway(isAway: boolean): void {
    this.#isAway = isAway;
    for (const listener of this.#reachabilityListeners) listener();
  }

  #notify(): void {
    this.#changed.abort();
    this.#changed = new AbortController();
  }
}

function end(container: SimContainer, exitCode: number, problem: string): void {
  container.state = 'ended';
  container.exitCode = exitCode;
  container.problem = problem;
}

function report({ containerId, state, exitCode }: SimContainer): ContainerReport {
  const pid = state === 'running' ? 42 : 0;
  return { container: { containerId, pid, exitCode: state === 'ended' ? exitCode : undefined }, ports: [] };
}
