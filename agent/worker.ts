/**
 * Holds one runner per assigned task, and closes and removes the rest. What is assigned is on disk before it
 * is acted on. After the managers have said everything that is assigned, containers of ours that belong to
 * no task are removed; before that, none is.
 */
import type { Clock } from '../proto/base/clock.js';
import { invariant } from '../proto/base/invariant.js';
import type { Log } from '../proto/base/log.js';
import type { Random } from '../proto/base/random.js';
import { aborted, type Service } from '../proto/base/service.js';
import type { AssignedTask, Assignments } from '../proto/gen/dispatcher.js';
import type { TaskState, TaskStatus } from '../proto/gen/objects.js';
import { isAtLeast, isFinal } from '../proto/model/task-state.js';
import type { TaskNetworks } from './network/task-networks.js';
import { planAssignments } from './rules/assignment-apply.js';
import type { TaskEntry, TaskRecord } from './rules/task-records.js';
import type { Runtime } from './runtime/runtime.js';
import type { TaskDatabase } from './task-database.js';
import { TaskRunner } from './task-runner.js';

/** A create that was under way when the agent died may show its container later than the first look. */
const SWEEP_PERIOD_MS = 60_000;
const SWEEP_RETRY_MS = 1_000;

export interface WorkerModules {
  readonly database: TaskDatabase;
  readonly runtime: Runtime;
  readonly networks: TaskNetworks;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** The way back up: called with every new status of a task. */
  readonly onStatus: (taskId: string, status: TaskStatus) => void;
}

export class Worker implements Service {
  readonly name = 'worker';
  readonly #modules: WorkerModules;
  readonly #runnerById = new Map<string, TaskRunner>();
  readonly #assignedAgainById = new Map<string, AssignedTask>();
  readonly #ends = new Set<Promise<void>>();
  readonly #statusListeners = new Set<() => void>();
  #signal: AbortSignal | undefined;
  #isSweepWanted = false;
  #wakeSweep: (() => void) | undefined;

  constructor(modules: WorkerModules) {
    this.#modules = modules;
  }

  async run(signal: AbortSignal): Promise<void> {
    this.#signal = signal;
    for (const record of this.#modules.database.records.values()) this.#start(record);
    const sweeping = this.#sweepOrphans(signal);
    await aborted(signal);
    await Promise.all([sweeping, ...this.#ends]);
  }

  /** The newest status of every task that has one. */
  statuses(): ReadonlyMap<string, TaskStatus> {
    const held = [...this.#runnerById].filter(
      ([, runner]) => !runner.isLetGo && isAtLeast(runner.status.state, 'accepted'),
    );
    return new Map(held.map(([taskId, runner]) => [taskId, runner.status]));
  }

  /** State → how many of the tasks held are in it; a state without any is left out. */
  countByState(): ReadonlyMap<TaskState, number> {
    const counts = new Map<TaskState, number>();
    for (const { status } of this.#runnerById.values())
      counts.set(status.state, (counts.get(status.state) ?? 0) + 1);
    return counts;
  }

  statusOf(taskId: string): TaskStatus | undefined {
    const runner = this.#runnerById.get(taskId);
    return runner?.isLetGo === false ? runner.status : undefined;
  }

  /** Applies one message; messages are applied one after the other. */
  async apply(message: Assignments): Promise<void> {
    const { database } = this.#modules;
    const { hold, letGoIds } = planAssignments(message, this.#runnerById.keys());
    const known = letGoIds.filter((taskId) => this.#runnerById.get(taskId)?.isLetGo === false);
    const leaving = hold.filter(({ taskId }) => this.#runnerById.get(taskId)?.isLetGo === true);
    const entries: TaskEntry[] = [
      ...hold.filter((task) => !leaving.includes(task)).map((task) => ({ kind: 'assigned' as const, task })),
      ...known.map((taskId) => ({ kind: 'let-go' as const, taskId })),
    ];
    await database.write(entries);
    for (const taskId of letGoIds) this.#assignedAgainById.delete(taskId);
    for (const task of leaving) this.#assignedAgainById.set(task.taskId, task);
    for (const taskId of known) this.#runnerById.get(taskId)?.letGo();
    for (const task of hold) this.#hold(task);
    if (!message.complete) return;
    this.#isSweepWanted = true;
    this.#wakeSweep?.();
  }

  /** Resolves once the task's process began, or could not; at once for a task that is not here. */
  async whenStarted(taskId: string, signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      const status = this.statusOf(taskId);
      if (status === undefined || isAtLeast(status.state, 'running')) return;
      await this.#nextStatus(signal);
    }
  }

  #hold(task: AssignedTask): void {
    const runner = this.#runnerById.get(task.taskId);
    if (runner === undefined) this.#start({ task, status: undefined, isLetGo: false });
    else runner.update(task);
  }

  #start(record: TaskRecord): void {
    const signal = this.#signal;
    invariant(signal !== undefined, 'the worker was told of tasks before it ran');
    const { runtime, networks, clock, random, log } = this.#modules;
    const onStatus = async (taskId: string, status: TaskStatus): Promise<void> => {
      await this.#record(taskId, status);
    };
    const runner = new TaskRunner(record, { runtime, networks, clock, random, log, onStatus });
    this.#runnerById.set(record.task.taskId, runner);
    const end = this.#runToEnd(record.task.taskId, runner, signal).finally(() => this.#ends.delete(end));
    this.#ends.add(end);
  }

  async #runToEnd(taskId: string, runner: TaskRunner, signal: AbortSignal): Promise<void> {
    try {
      if (!(await runner.run(signal))) return;
    } catch (error) {
      // One broken task must not take the others with it; its container stays as it is.
      this.#modules.log.error('a task runner broke', { taskId, error });
      return;
    }
    this.#runnerById.delete(taskId);
    this.#notify();
    await this.#modules.database.write([{ kind: 'forgotten', taskId }]);
    const again = this.#assignedAgainById.get(taskId);
    if (again === undefined || signal.aborted) return;
    this.#assignedAgainById.delete(taskId);
    await this.#modules.database.write([{ kind: 'assigned', task: again }]);
    this.#start({ task: again, status: undefined, isLetGo: false });
  }

  async #record(taskId: string, status: TaskStatus): Promise<void> {
    const { database } = this.#modules;
    const entries = [{ kind: 'status' as const, taskId, status }];
    // Steps on the way are found again from the container, so they are not worth a wait of the disk of their own; an
    // end must not be forgotten once it was told.
    if (!isAtLeast(status.state, 'running')) database.remember(entries);
    else if (isFinal(status.state)) await database.write(entries);
    else void database.write(entries);
    this.#modules.onStatus(taskId, status);
    this.#notify();
  }

  #notify(): void {
    for (const listener of this.#statusListeners) listener();
  }

  async #nextStatus(signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.#statusListeners.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.#statusListeners.add(done);
      signal.addEventListener('abort', done, { once: true });
    });
  }

  async #sweepOrphans(signal: AbortSignal): Promise<void> {
    await this.#untilSweepWanted(signal);
    while (!signal.aborted) {
      this.#isSweepWanted = false;
      const isDone = await this.#removeOrphans(signal);
      await this.#untilSweepWanted(signal, isDone ? SWEEP_PERIOD_MS : SWEEP_RETRY_MS);
    }
  }

  /** Resolves when the managers said everything anew, after the time given, or when the worker stops. */
  async #untilSweepWanted(signal: AbortSignal, withinMs?: number): Promise<void> {
    if (this.#isSweepWanted) return;
    const wake = new AbortController();
    this.#wakeSweep = () => wake.abort();
    const either = AbortSignal.any([signal, wake.signal]);
    if (withinMs === undefined) await aborted(either);
    else await this.#modules.clock.sleep(withinMs, either).catch(() => undefined);
    this.#wakeSweep = undefined;
  }

  async #removeOrphans(signal: AbortSignal): Promise<boolean> {
    const { runtime, log } = this.#modules;
    try {
      for (const { taskId, taskName } of await runtime.list(signal)) {
        if (this.#runnerById.has(taskId)) continue;
        log.warn('removing a container that belongs to no task of this node', { taskId, taskName });
        await runtime.remove(taskId);
      }
      return true;
    } catch (error) {
      if (!signal.aborted) log.debug('containers without a task not looked for', { error });
      return false;
    }
  }
}
