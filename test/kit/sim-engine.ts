/**
 * The container engine of a simulated node: containers that outlive the agent, take their time, and end, fail or
 * hang as their image says (sim-images). What was asked of it is done even if the agent that asked is dead by
 * then. Tells an observer whenever a container begins to run, becomes healthy or no longer runs.
 */
import type {
  ContainerReport,
  LogEntry,
  OwnedContainer,
  Runtime,
  StartResult,
  TaskExit,
} from '../../agent/runtime/runtime.js';
import { DEFAULT_STOP_GRACE_MS } from '../../agent/runtime/runtime.js';
import type { Clock } from '../../proto/base/clock.js';
import { SwarmError } from '../../proto/base/errors.js';
import type { Random } from '../../proto/base/random.js';
import { aborted } from '../../proto/base/service.js';
import type { AssignedTask } from '../../proto/gen/dispatcher.js';
import { type NodeDescription, NodeDescriptionCodec } from '../../proto/gen/objects.js';
import { scriptOf } from './sim-images.js';
import type { SimProcess } from './sim-process.js';

/** As it really is, whatever the cluster believes. */
export interface EngineContainer {
  readonly containerId: string;
  readonly nodeId: string;
  readonly taskId: string;
  readonly taskName: string;
  readonly serviceId: string;
  readonly slot: number;
  readonly image: string;
  state: 'created' | 'running' | 'ended';
  health: 'starting' | 'healthy' | 'unhealthy';
  exitCode: number;
  problem: string;
  /** The agent asked for its end. */
  isStopAsked: boolean;
}

export type EngineEvent = 'running' | 'healthy' | 'unhealthy' | 'ended' | 'removed';

export interface SimEngineModules {
  readonly clock: Clock;
  readonly random: Random;
  readonly onEvent: (event: EngineEvent, container: EngineContainer) => void;
}

const LONGEST_VERB_MS = 30;
const MACHINE_DIED = 137;

export class SimEngine {
  readonly nodeId: string;
  readonly #modules: SimEngineModules;
  readonly #containerByTaskId = new Map<string, EngineContainer>();
  readonly #fetchedImages = new Set<string>();
  readonly #reachabilityListeners = new Set<() => void>();
  /** Who waits for something to change about a task's container. */
  readonly #wakersByTaskId = new Map<string, Set<() => void>>();
  #isAway = false;
  #count = 0;

  constructor(nodeId: string, modules: SimEngineModules) {
    this.nodeId = nodeId;
    this.#modules = modules;
  }

  get containers(): readonly EngineContainer[] {
    return [...this.#containerByTaskId.values()];
  }

  get isAway(): boolean {
    return this.#isAway;
  }

  /** Away, it answers nothing; containers go on. */
  setAway(isAway: boolean): void {
    if (this.#isAway === isAway) return;
    this.#isAway = isAway;
    for (const listener of this.#reachabilityListeners) listener();
    for (const taskId of this.#wakersByTaskId.keys()) this.#notify(taskId);
  }

  /** Its containers that run now. */
  get running(): readonly EngineContainer[] {
    return this.containers.filter(({ state }) => state === 'running');
  }

  /** A container's process ends by itself. */
  crash(container: EngineContainer): void {
    if (container.state === 'running') this.#end(container, 1);
  }

  /** The machine dies: so do all processes on it. */
  powerCut(): void {
    this.#reachabilityListeners.clear();
    for (const container of this.containers)
      if (container.state === 'running') this.#end(container, MACHINE_DIED);
  }

  /** The runtime of one run of the agent. */
  runtimeFor(process: SimProcess): Runtime {
    const ask = <T>(work: () => Promise<T>): Promise<T> =>
      process.isAlive ? process.answer(work()) : new Promise(() => undefined);
    return {
      name: 'simulated engine',
      run: async (signal) => await aborted(signal),
      onReachability: (listener) => {
        this.#reachabilityListeners.add(listener);
        return () => this.#reachabilityListeners.delete(listener);
      },
      describe: () => ask(async () => await this.#describe()),
      prepare: (task, _networks, signal) => ask(async () => await this.#prepare(task, signal)),
      start: (task, signal) => ask(async () => await this.#start(task, signal)),
      wait: (task, signal) => ask(async () => await this.#wait(task, signal)),
      stop: (task) => ask(async () => await this.#stop(task)),
      remove: (taskId) => ask(async () => await this.#remove(taskId)),
      list: () => ask(async () => await this.#list()),
      logs: noLogs,
    };
  }

  async #describe(): Promise<NodeDescription> {
    await this.#travel();
    return NodeDescriptionCodec.create({
      hostname: this.nodeId,
      platform: { architecture: 'x86_64', os: 'linux' },
      resources: { nanoCpus: 4e9, memoryBytes: 8 * 2 ** 30 },
      engineVersion: '1',
      networking: { dataAddress: '192.0.2.1', dataMtu: 1500 },
    });
  }

  async #prepare(task: AssignedTask, signal: AbortSignal): Promise<ContainerReport> {
    await this.#travel();
    const image = task.spec?.container?.image ?? '';
    const found = this.#containerByTaskId.get(task.taskId);
    if (found !== undefined) return report(found);
    const script = scriptOf(image);
    if (!this.#fetchedImages.has(image)) await this.#modules.clock.sleep(this.#upTo(script.pullMs), signal);
    if (script.isMissing)
      throw new SwarmError('runtime.failed', { what: `No such image ${image}`, reason: 'pull failed' });
    this.#fetchedImages.add(image);
    await this.#travel();
    return report(this.#containerByTaskId.get(task.taskId) ?? this.#create(task, image));
  }

  async #start(task: AssignedTask, signal: AbortSignal): Promise<StartResult> {
    await this.#travel();
    const container = this.#containerByTaskId.get(task.taskId);
    if (container === undefined)
      throw new SwarmError('runtime.failed', { what: task.taskName, reason: GONE.problem });
    if (container.state === 'created') this.#begin(container);
    for (;;) {
      const isHere = this.#containerByTaskId.has(task.taskId);
      if (!isHere) return { kind: 'ended', ...GONE };
      if (container.state === 'ended') return { kind: 'ended', ...exitOf(container) };
      if (!this.#isAway && container.health === 'unhealthy')
        return { kind: 'ended', ...(await this.#stopUnhealthy(task, container)) };
      if (!this.#isAway && container.health === 'healthy') return { kind: 'started', ...report(container) };
      await this.#untilChanged(task.taskId, signal);
    }
  }

  async #wait(task: AssignedTask, signal: AbortSignal): Promise<TaskExit> {
    await this.#travel().catch(() => undefined);
    for (;;) {
      signal.throwIfAborted();
      const container = this.#containerByTaskId.get(task.taskId);
      if (!this.#isAway && container === undefined) return GONE;
      if (!this.#isAway && container?.state === 'ended') return exitOf(container);
      if (!this.#isAway && container?.health === 'unhealthy')
        return await this.#stopUnhealthy(task, container);
      await this.#untilChanged(task.taskId, signal);
    }
  }

  async #stop(task: AssignedTask): Promise<ContainerReport> {
    await this.#travel();
    const container = this.#containerByTaskId.get(task.taskId);
    if (container === undefined) return { ports: [] };
    if (container.state === 'running') {
      container.isStopAsked = true;
      const graceMs = task.spec?.container?.stopGracePeriodMs ?? DEFAULT_STOP_GRACE_MS;
      const { stopMs } = scriptOf(container.image);
      await this.#modules.clock.sleep(Math.min(stopMs, graceMs));
      this.#end(container, stopMs > graceMs ? MACHINE_DIED : 0);
    }
    await this.#travel();
    return report(container);
  }

  async #stopUnhealthy(task: AssignedTask, container: EngineContainer): Promise<TaskExit> {
    const stopped = await this.#stop(task);
    return { ...stopped, problem: `the container ${container.containerId} is unhealthy` };
  }

  async #remove(taskId: string): Promise<void> {
    await this.#travel();
    const container = this.#containerByTaskId.get(taskId);
    if (container === undefined) return;
    if (container.state === 'running') {
      container.isStopAsked = true;
      this.#end(container, MACHINE_DIED);
    }
    this.#containerByTaskId.delete(taskId);
    this.#modules.onEvent('removed', container);
    this.#notify(taskId);
  }

  async #list(): Promise<readonly OwnedContainer[]> {
    await this.#travel();
    return this.containers.map(({ containerId, taskId, taskName, state }) => ({
      containerId,
      taskId,
      taskName,
      isRunning: state === 'running',
    }));
  }

  #create(task: AssignedTask, image: string): EngineContainer {
    const { taskId, taskName, serviceId, slot } = task;
    this.#count += 1;
    const container: EngineContainer = {
      containerId: `${this.nodeId}/${this.#count}`,
      nodeId: this.nodeId,
      taskId,
      taskName,
      serviceId,
      slot,
      image,
      state: 'created',
      health: 'starting',
      exitCode: 0,
      problem: '',
      isStopAsked: false,
    };
    this.#containerByTaskId.set(taskId, container);
    return container;
  }

  #begin(container: EngineContainer): void {
    const { clock } = this.#modules;
    const script = scriptOf(container.image);
    container.state = 'running';
    this.#modules.onEvent('running', container);
    if (script.healthyAfterMs !== undefined)
      void clock.sleep(this.#upTo(script.healthyAfterMs)).then(() => {
        if (container.state !== 'running') return;
        container.health = script.isSick ? 'unhealthy' : 'healthy';
        this.#modules.onEvent(container.health, container);
        this.#notify(container.taskId);
      });
    if (script.endsAfterMs !== undefined)
      void clock.sleep(script.endsAfterMs).then(() => this.#end(container, script.exitCode));
  }

  #end(container: EngineContainer, exitCode: number): void {
    if (container.state !== 'running') return;
    container.state = 'ended';
    container.exitCode = exitCode;
    const isFailure = exitCode !== 0 && !container.isStopAsked;
    container.problem = isFailure ? `task: non-zero exit (${exitCode})` : '';
    this.#modules.onEvent('ended', container);
    this.#notify(container.taskId);
  }

  /** The way to the engine and back; nobody answers while it is away. */
  async #travel(): Promise<void> {
    await this.#modules.clock.sleep(this.#upTo(LONGEST_VERB_MS));
    if (this.#isAway) throw new SwarmError('runtime.unreachable', { endpoint: 'sim', reason: 'it is away' });
  }

  async #untilChanged(taskId: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const wakers = this.#wakersByTaskId.get(taskId) ?? new Set();
    this.#wakersByTaskId.set(taskId, wakers);
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        wakers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      wakers.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
    if (wakers.size === 0 && this.#wakersByTaskId.get(taskId) === wakers) this.#wakersByTaskId.delete(taskId);
    signal.throwIfAborted();
  }

  #notify(taskId: string): void {
    for (const wake of this.#wakersByTaskId.get(taskId) ?? []) wake();
  }

  #upTo(longestMs: number): number {
    return Math.ceil(this.#modules.random.fraction() * longestMs);
  }
}

const GONE: TaskExit = { ports: [], problem: 'the container was removed from outside' };

function report({ containerId, state, exitCode }: EngineContainer): ContainerReport {
  const pid = state === 'running' ? 42 : 0;
  return { container: { containerId, pid, exitCode: state === 'ended' ? exitCode : undefined }, ports: [] };
}

function exitOf(container: EngineContainer): TaskExit {
  return { problem: container.problem, ...report(container) };
}

// oxlint-disable-next-line require-yield -- nobody reads logs in a simulation
async function* noLogs(taskId: string): AsyncGenerator<readonly LogEntry[]> {
  throw new SwarmError('logs.unavailable', { source: `task ${taskId}`, reason: 'nothing is said here' });
}
