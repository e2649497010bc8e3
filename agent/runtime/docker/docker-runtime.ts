/**
 * Runs tasks on a Docker Engine. Promises that every verb can be repeated and finds what was done before, and
 * that no container is touched that does not carry the ownership labels of this cluster and node.
 * Deciding what to run is the agent's work; restarting, the orchestrator's.
 */
import type { ContainerInspectInfo } from 'dockerode';
import type { Clock } from '../../../proto/base/clock.js';
import { hasCode, SwarmError } from '../../../proto/base/errors.js';
import type { Log } from '../../../proto/base/log.js';
import type { AssignedTask, LogOptions } from '../../../proto/gen/dispatcher.js';
import type { TaskNetwork } from '../../network/rules/task-network.js';
import type { NodeDescription } from '../../../proto/gen/objects.js';
import {
  type ContainerReport,
  DEFAULT_STOP_GRACE_MS,
  type LogEntry,
  type OwnedContainer,
  type Runtime,
  type StartResult,
  type TaskExit,
} from '../runtime.js';
import { canConnectAll, connectMissing } from './container-networks.js';
import { asFinal, asTemporary, Engine, isRefusal } from './engine.js';
import { EngineEvents, type Watch } from './engine-events.js';
import { HealthStandIn } from './health-stand-in.js';
import { ImagePuller } from './image-puller.js';
import { describeEngine } from './rules/engine-facts.js';
import {
  containerOf,
  containerRequest,
  graceSeconds,
  isOwned,
  type Owner,
  ownerFilter,
  TASK_ID_LABEL,
  TASK_NAME_LABEL,
} from './rules/container-config.js';
import { attachmentProblem } from './rules/container-networks.js';
import {
  boundPorts,
  conditionOf,
  containerStatus,
  type Inspection,
  unhealthyProblem,
} from './rules/container-state.js';
import { readTaskLogs } from './task-logs.js';

/** An engine that is busy may take long, one that hangs must be noticed. */
const DESCRIBE_TIMEOUT_MS = 10_000;
/** An engine that answers no question now may still hold the event stream open. */
const AWAY_RETRY_MS = 5_000;
/** The engine drops events for a reader that was frozen: nothing may be believed running for ever. */
const LOOK_AGAIN_MS = 60_000;
/** Beyond the grace period: the kill and the clearing up after it. */
const STOP_MARGIN_MS = 60_000;

export interface DockerRuntimeOptions {
  /** unix:///path or tcp://host:port */
  readonly endpoint: string;
  readonly owner: Owner;
}

export interface DockerRuntimeModules {
  readonly clock: Clock;
  readonly log: Log;
}

export class DockerRuntime implements Runtime {
  readonly name = 'docker runtime';
  readonly #owner: Owner;
  readonly #clock: Clock;
  readonly #engine: Engine;
  readonly #events: EngineEvents;
  readonly #puller: ImagePuller;
  readonly #containerIdByTaskId = new Map<string, string>();
  /** Made by this very process, which has not asked to start them: no look is needed before. */
  readonly #unstartedIdByTaskId = new Map<string, string>();
  /** Open since before their container was last looked at: whoever waits next needs no look either. */
  readonly #watchByTaskId = new Map<string, Watch>();
  #knowsAll = false;

  constructor(options: DockerRuntimeOptions, { clock, log }: DockerRuntimeModules) {
    this.#owner = options.owner;
    this.#clock = clock;
    this.#engine = new Engine({ endpoint: options.endpoint }, { clock });
    const labels = ownerFilter(options.owner);
    this.#events = new EngineEvents({ labels }, { engine: this.#engine, clock, log });
    this.#puller = new ImagePuller({ engine: this.#engine, clock, log });
  }

  async run(signal: AbortSignal): Promise<void> {
    await this.#events.run(signal);
  }

  onReachability(listener: () => void): () => void {
    return this.#events.onReachability(listener);
  }

  async describe(signal?: AbortSignal): Promise<NodeDescription> {
    if (this.#events.silence !== undefined) throw this.#events.silence;
    const limits = { signal, timeoutMs: DESCRIBE_TIMEOUT_MS };
    return describeEngine(await this.#engine.call((docker) => docker.info(), limits));
  }

  async prepare(
    task: AssignedTask,
    networks: readonly TaskNetwork[],
    signal: AbortSignal,
  ): Promise<ContainerReport> {
    // A container that is not known once all were listed is, at most, one whose making was cut off: its name says so.
    const mayBeThere = !this.#knowsAll || this.#containerIdByTaskId.has(task.taskId);
    const found = mayBeThere ? await this.#find(task.taskId) : undefined;
    if (found !== undefined) return await this.#connected(found, task, networks);
    await this.#puller.ensure(containerOf(task).image, signal);
    signal.throwIfAborted();
    return await asFinal('create', async () => await this.#create(task, networks));
  }

  async start(task: AssignedTask, signal: AbortSignal): Promise<StartResult> {
    const containerId = await this.#begin(task);
    const watch = this.#events.watch(containerId);
    const decide = (seen: Inspection): StartResult | 'unhealthy' | 'misplaced' | undefined => {
      const condition = conditionOf(seen);
      if (condition.kind === 'ended') return { kind: 'ended', ...exitOf(seen, task) };
      if (condition.kind === 'running' && attachmentProblem(seen, task) !== '') return 'misplaced';
      if (condition.kind !== 'running' || condition.health === 'starting') return undefined;
      return condition.health === 'unhealthy' ? 'unhealthy' : { kind: 'started', ...report(seen, task) };
    };
    try {
      const { value, inspection } = await this.#until(watch, containerId, signal, decide);
      if (value === 'unhealthy') return { kind: 'ended', ...(await this.#stopUnhealthy(task, inspection)) };
      if (value === 'misplaced')
        return { kind: 'ended', ...(await this.stop(task)), problem: attachmentProblem(inspection, task) };
      if (value?.kind === 'started') this.#keepWatch(task.taskId, watch);
      return value ?? { kind: 'ended', ...GONE };
    } finally {
      if (this.#watchByTaskId.get(task.taskId) !== watch) watch.close();
    }
  }

  async wait(task: AssignedTask, signal: AbortSignal): Promise<TaskExit> {
    const known = this.#containerIdByTaskId.get(task.taskId);
    const containerId = known ?? (await this.#find(task.taskId))?.Id;
    if (containerId === undefined) return GONE;
    const kept = this.#takeWatch(task.taskId);
    const watch = kept ?? this.#events.watch(containerId);
    const decide = (seen: Inspection): TaskExit | 'unhealthy' | undefined => {
      const condition = conditionOf(seen);
      if (condition.kind === 'ended') return exitOf(seen, task);
      return condition.kind === 'running' && condition.health === 'unhealthy' ? 'unhealthy' : undefined;
    };
    try {
      if (kept !== undefined) await this.#pause(kept, LOOK_AGAIN_MS, signal);
      const { value, inspection } = await this.#until(watch, containerId, signal, decide);
      if (value === 'unhealthy') return await this.#stopUnhealthy(task, inspection);
      return value ?? GONE;
    } finally {
      watch.close();
    }
  }

  async stop(task: AssignedTask): Promise<ContainerReport> {
    const found = await this.#find(task.taskId);
    if (found === undefined) return { ports: [] };
    if (conditionOf(found).kind === 'running') {
      const graceMs = task.spec?.container?.stopGracePeriodMs ?? DEFAULT_STOP_GRACE_MS;
      const limits = { timeoutMs: graceMs + STOP_MARGIN_MS };
      await asTemporary(this.#engine, 'stop', [304, 404], async () => {
        await this.#engine.call(
          (docker, abortSignal) =>
            docker.getContainer(found.Id).stop({ t: graceSeconds(graceMs), abortSignal }),
          limits,
        );
      });
    }
    const stopped = await this.#find(task.taskId);
    return stopped === undefined ? { ports: [] } : report(stopped, task);
  }

  async remove(taskId: string): Promise<void> {
    for (const { containerId } of await this.#list([`${TASK_ID_LABEL}=${taskId}`])) {
      // Its own anonymous volumes go with it; named ones stay.
      await asTemporary(this.#engine, 'remove', [404], async () => {
        await this.#engine.call((docker) =>
          docker.getContainer(containerId).remove({ v: true, force: true }),
        );
      });
    }
    this.#containerIdByTaskId.delete(taskId);
    this.#unstartedIdByTaskId.delete(taskId);
    this.#takeWatch(taskId)?.close();
  }

  async list(signal?: AbortSignal): Promise<readonly OwnedContainer[]> {
    const owned = await this.#list([], signal);
    for (const { taskId, containerId } of owned) this.#containerIdByTaskId.set(taskId, containerId);
    this.#knowsAll = true;
    return owned;
  }

  async *logs(taskId: string, options: LogOptions, signal: AbortSignal): AsyncGenerator<readonly LogEntry[]> {
    const inspect = async (): Promise<Inspection | undefined> => await this.#find(taskId);
    yield* readTaskLogs({ taskId, options, signal }, { engine: this.#engine, clock: this.#clock, inspect });
  }

  async #create(task: AssignedTask, networks: readonly TaskNetwork[]): Promise<ContainerReport> {
    const isFull = networks.length > 0 && (await canConnectAll(this.#engine));
    const { name, ...body } = containerRequest(task, networks, this.#owner, isFull);
    // The library would put the whole request into the query as well.
    const request = { _query: { name }, _body: body };
    try {
      const { id } = await this.#engine.call((docker, abortSignal) =>
        docker.createContainer({ ...request, abortSignal }),
      );
      this.#containerIdByTaskId.set(task.taskId, id);
      if (!isFull && networks.length > 1) {
        const made = await this.#mustFind(task);
        await connectMissing(this.#engine, made, networks);
      }
      this.#unstartedIdByTaskId.set(task.taskId, id);
      return { container: { containerId: id, pid: 0, exitCode: undefined }, ports: [] };
    } catch (error) {
      if (!isRefusal(error, 409)) throw error;
      // The name is taken: by an earlier attempt of this very task, or by something that is not ours.
      const holder = (await this.#find(task.taskId)) ?? (await this.#holderOf(name));
      // Taken, and nobody's yet: the engine is still at what an agent asked for that has died since.
      if (holder === undefined) {
        const reason = `container ${name} is still being created`;
        throw new SwarmError('runtime.unreachable', { endpoint: this.#engine.endpoint, reason }, error);
      }
      const labels = holder.Config.Labels ?? {};
      if (!isOwned(this.#owner, holder.Name, labels) || labels[TASK_ID_LABEL] !== task.taskId) throw error;
      this.#containerIdByTaskId.set(task.taskId, holder.Id);
      return await this.#connected(holder, task, networks);
    }
  }

  /** One that was made before; its making may have been cut off before all of its networks were connected. */
  async #connected(
    found: Inspection,
    task: AssignedTask,
    networks: readonly TaskNetwork[],
  ): Promise<ContainerReport> {
    if (conditionOf(found).kind === 'created') await connectMissing(this.#engine, found, networks);
    return report(found, task);
  }

  /** Whoever has the container of that name; the engine knows it by name before it lists it. */
  async #holderOf(name: string): Promise<Inspection | undefined> {
    return await asTemporary(this.#engine, 'inspect', [404], () =>
      this.#engine.call((docker) => docker.getContainer(name).inspect()),
    );
  }

  /** Has the engine start the container unless it was started before; returns its id. */
  async #begin(task: AssignedTask): Promise<string> {
    const unstartedId = this.#unstartedIdByTaskId.get(task.taskId);
    const found = unstartedId === undefined ? await this.#mustFind(task) : undefined;
    if (found !== undefined && conditionOf(found).kind !== 'created') return found.Id;
    const containerId = unstartedId ?? found?.Id ?? '';
    const start = async (): Promise<void> => {
      // Whatever comes of it, it was asked for: a process that ended at once must not be started again.
      this.#unstartedIdByTaskId.delete(task.taskId);
      try {
        await this.#engine.call((docker, abortSignal) =>
          docker.getContainer(containerId).start({ abortSignal }),
        );
      } catch (error) {
        if (!isRefusal(error, 304)) throw error; // It runs already.
      }
    };
    await asFinal('start', start);
    return containerId;
  }

  async #list(labels: readonly string[], signal?: AbortSignal): Promise<readonly OwnedContainer[]> {
    const filters = { label: [...ownerFilter(this.#owner), ...labels] };
    const containers = await asTemporary(this.#engine, 'list', [], () =>
      this.#engine.call((docker) => docker.listContainers({ all: true, filters }), { signal }),
    );
    return (containers ?? []).flatMap(({ Id, Names, Labels, State }) => {
      const name = Names.find((each) => isOwned(this.#owner, each, Labels));
      if (name === undefined) return [];
      const [taskId = '', taskName = ''] = [Labels[TASK_ID_LABEL], Labels[TASK_NAME_LABEL]];
      return [{ containerId: Id, taskId, taskName, isRunning: State === 'running' }];
    });
  }

  async #find(taskId: string): Promise<Inspection | undefined> {
    const known = this.#containerIdByTaskId.get(taskId);
    const inspection = known === undefined ? undefined : await this.#inspect(known);
    if (inspection !== undefined) return inspection;
    this.#containerIdByTaskId.delete(taskId);
    const [owned] = await this.#list([`${TASK_ID_LABEL}=${taskId}`]);
    if (owned === undefined) return undefined;
    this.#containerIdByTaskId.set(taskId, owned.containerId);
    return await this.#inspect(owned.containerId);
  }

  async #mustFind(task: AssignedTask): Promise<Inspection> {
    const found = await this.#find(task.taskId);
    if (found !== undefined) return found;
    throw new SwarmError('runtime.failed', { what: task.taskName, reason: GONE.problem });
  }

  async #inspect(containerId: string, signal?: AbortSignal): Promise<Inspection | undefined> {
    const inspection: ContainerInspectInfo | undefined = await asTemporary(
      this.#engine,
      'inspect',
      [404],
      () => this.#engine.call((docker) => docker.getContainer(containerId).inspect(), { signal }),
    );
    if (inspection === undefined) return undefined;
    return isOwned(this.#owner, inspection.Name, inspection.Config.Labels ?? {}) ? inspection : undefined;
  }

  /** Looks again whenever something happened, until decide says enough; no value: the container is gone. */
  async #until<T>(
    watch: Watch,
    containerId: string,
    signal: AbortSignal,
    decide: (inspection: Inspection) => T | undefined,
  ): Promise<{ value: T; inspection: Inspection } | { value?: undefined; inspection: undefined }> {
    const [engine, clock, onResult] = [this.#engine, this.#clock, () => watch.notify()];
    const standIn = new HealthStandIn({ engine, clock, onResult });
    try {
      for (;;) {
        const seen = await this.#inspectWhenThere(containerId, signal);
        if (seen === 'gone') return { inspection: undefined };
        if (seen === 'engine is away') {
          await this.#pause(watch, AWAY_RETRY_MS, signal);
          continue;
        }
        const inspection = standIn.amend(seen);
        const value = decide(inspection);
        if (value !== undefined) return { value, inspection };
        await this.#pause(watch, Math.min(standIn.dueInMs(seen), LOOK_AGAIN_MS), signal);
      }
    } finally {
      standIn.close();
    }
  }

  #keepWatch(taskId: string, watch: Watch): void {
    this.#takeWatch(taskId)?.close();
    this.#watchByTaskId.set(taskId, watch);
  }

  #takeWatch(taskId: string): Watch | undefined {
    const watch = this.#watchByTaskId.get(taskId);
    this.#watchByTaskId.delete(taskId);
    return watch;
  }

  /** Until something happened to the container, or the time has passed. */
  async #pause(watch: Watch, longestMs: number, signal: AbortSignal): Promise<void> {
    const timer = new AbortController();
    const expired = this.#clock.sleep(longestMs, timer.signal);
    expired.then(
      () => watch.notify(),
      () => undefined,
    );
    try {
      await watch.changed(signal);
    } finally {
      timer.abort();
    }
  }

  async #inspectWhenThere(
    containerId: string,
    signal: AbortSignal,
  ): Promise<Inspection | 'gone' | 'engine is away'> {
    try {
      return (await this.#inspect(containerId, signal)) ?? 'gone';
    } catch (error) {
      // Everybody who waits is told when the engine is back.
      if (hasCode(error, 'runtime.unreachable')) return 'engine is away';
      throw error;
    }
  }

  async #stopUnhealthy(task: AssignedTask, inspection: Inspection | undefined): Promise<TaskExit> {
    const stopped = await this.stop(task);
    return { ...stopped, problem: inspection === undefined ? GONE.problem : unhealthyProblem(inspection) };
  }
}

const GONE: TaskExit = { ports: [], problem: 'the container was removed from outside' };

function report(inspection: Inspection, task: AssignedTask): ContainerReport {
  return { container: containerStatus(inspection), ports: boundPorts(inspection, task.ports) };
}

function exitOf(inspection: Inspection, task: AssignedTask): TaskExit {
  const condition = conditionOf(inspection);
  return { ...report(inspection, task), problem: condition.kind === 'ended' ? condition.problem : '' };
}
