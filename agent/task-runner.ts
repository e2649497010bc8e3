/**
 * Brings one task to where it is desired, one step at a time: asks the rule, performs, records, again. A step
 * that no longer leads anywhere is cancelled. Once let go, the task's container is removed and the runner ends.
 * Ending the agent ends the runner only: the container stays as it is.
 */
import type { Clock } from '../proto/base/clock.js';
import { hasCode, SwarmError } from '../proto/base/errors.js';
import { unreachable } from '../proto/base/invariant.js';
import type { Log } from '../proto/base/log.js';
import type { Random } from '../proto/base/random.js';
import type { AssignedTask } from '../proto/gen/dispatcher.js';
import { type TaskStatus, TaskStatusCodec } from '../proto/gen/objects.js';
import { isFinal } from '../proto/model/task-state.js';
import type { TaskNetworks } from './network/task-networks.js';
import { newerTask } from './rules/assignment-apply.js';
import { type Backoff, nextBoundMs, uniformDelayMs } from './rules/backoff.js';
import { afterDeed, afterMove, type Deed, nextStep, type Outcome } from './rules/task-step.js';
import type { TaskRecord } from './rules/task-records.js';
import type { ContainerReport, Runtime, StartResult, TaskExit } from './runtime/runtime.js';

const RETRY: Backoff = { firstMs: 200, longestMs: 5_000 };

export interface TaskRunnerModules {
  readonly runtime: Runtime;
  readonly networks: TaskNetworks;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Resolves when note was taken of the status: of an end, on disk. Called in order. */
  readonly onStatus: (taskId: string, status: TaskStatus) => Promise<void>;
}

export class TaskRunner {
  readonly #modules: TaskRunnerModules;
  readonly #log: Log;
  #task: AssignedTask;
  #status: TaskStatus;
  #isLetGo: boolean;
  #deed: { readonly kind: Deed['kind']; readonly cancel: AbortController } | undefined;
  #wake: (() => void) | undefined;

  constructor(record: TaskRecord, modules: TaskRunnerModules) {
    const { taskId, taskName, requestId } = record.task;
    this.#modules = modules;
    this.#log = modules.log.child({ taskId, taskName, ...(requestId === '' ? {} : { requestId }) });
    this.#task = record.task;
    this.#status = record.status ?? TaskStatusCodec.create({ state: 'assigned' });
    this.#isLetGo = record.isLetGo;
  }

  get task(): AssignedTask {
    return this.#task;
  }

  get status(): TaskStatus {
    return this.#status;
  }

  get isLetGo(): boolean {
    return this.#isLetGo;
  }

  update(task: AssignedTask): void {
    this.#task = newerTask(this.#task, task);
    this.#changed();
  }

  letGo(): void {
    this.#isLetGo = true;
    this.#changed();
  }

  /** Resolves true once the task was let go and nothing of it is left; false when the signal ended it. */
  async run(signal: AbortSignal): Promise<boolean> {
    while (!this.#isLetGo && !signal.aborted) {
      const step = nextStep(this.#task.desired, this.#status.state);
      if (step.kind === 'nothing') await this.#untilChanged(signal);
      else if (step.kind === 'move')
        await this.#set(afterMove(this.#status, step, this.#modules.clock.nowMs()));
      else await this.#perform(step, signal);
    }
    return await this.#removeContainer(signal);
  }

  async #perform(deed: Deed, signal: AbortSignal): Promise<void> {
    const cancel = new AbortController();
    this.#deed = { kind: deed.kind, cancel };
    const either = AbortSignal.any([signal, cancel.signal]);
    let boundMs = 0;
    try {
      for (;;) {
        const outcome = await this.#outcomeOf(deed, either);
        if (signal.aborted) return;
        const status = afterDeed(this.#status, deed, outcome, this.#modules.clock.nowMs());
        if (status !== this.#status) await this.#set(status);
        if (outcome.kind !== 'temporary') return;
        boundMs = nextBoundMs(boundMs, RETRY);
        await this.#pause(boundMs, either);
        if (either.aborted) return;
      }
    } finally {
      this.#deed = undefined;
    }
  }

  async #outcomeOf(deed: Deed, signal: AbortSignal): Promise<Outcome> {
    try {
      return outcomeOf(await this.#do(deed, signal));
    } catch (error) {
      if (signal.aborted) return { kind: 'cancelled' };
      const { message } = error instanceof Error ? error : new Error(String(error));
      if (hasCode(error, 'runtime.unreachable') || hasCode(error, 'network.not-ready'))
        return { kind: 'temporary', error: message };
      const { kind: step } = deed;
      if (error instanceof SwarmError) this.#log.info('task cannot run', { step, reason: message });
      else this.#log.error('a step of a task broke', { step, error });
      // Its process may run: to call it failed would have a second one started beside it.
      if (deed.kind === 'wait' || deed.kind === 'stop') return { kind: 'temporary', error: message };
      return { kind: 'failed', error: message };
    }
  }

  async #do(deed: Deed, signal: AbortSignal): Promise<ContainerReport | StartResult | TaskExit> {
    const { runtime, networks } = this.#modules;
    switch (deed.kind) {
      case 'prepare':
        return await runtime.prepare(this.#task, await networks.ready(this.#task, signal), signal);
      case 'start':
        return await runtime.start(this.#task, signal);
      case 'wait':
        return await runtime.wait(this.#task, signal);
      case 'stop':
        return await runtime.stop(this.#task);
      default:
        return unreachable(deed);
    }
  }

  async #removeContainer(signal: AbortSignal): Promise<boolean> {
    let boundMs = 0;
    while (!signal.aborted) {
      try {
        await this.#modules.runtime.stop(this.#task);
        await this.#modules.runtime.remove(this.#task.taskId);
        return true;
      } catch (error) {
        this.#log.warn('container not removed; trying again', { error });
        boundMs = nextBoundMs(boundMs, RETRY);
        await this.#pause(boundMs, signal);
      }
    }
    return false;
  }

  async #set(status: TaskStatus): Promise<void> {
    if (status.state !== this.#status.state) this.#write(status);
    this.#status = status;
    await this.#modules.onStatus(this.#task.taskId, status);
  }

  /** That it runs and how it ended is worth a line each, the steps on the way are for who looks closely. */
  #write({ state, error }: TaskStatus): void {
    const isNews = state === 'running' || isFinal(state);
    const facts = { state, ...(error === '' ? {} : { reason: error }) };
    if (isNews) this.#log.info('task moved on', facts);
    else this.#log.debug('task moved on', facts);
  }

  async #pause(boundMs: number, signal: AbortSignal): Promise<void> {
    // Never at once: an engine that is starting must not be asked in a tight circle.
    const delayMs = boundMs / 2 + uniformDelayMs(boundMs / 2, this.#modules.random.fraction());
    await this.#modules.clock.sleep(delayMs, signal).catch(() => undefined);
  }

  #changed(): void {
    this.#wake?.();
    if (this.#deed === undefined) return;
    const wanted = nextStep(this.#task.desired, this.#status.state);
    if (this.#isLetGo || wanted.kind !== this.#deed.kind) this.#deed.cancel.abort();
  }

  async #untilChanged(signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const done = (): void => {
        signal.removeEventListener('abort', done);
        this.#wake = undefined;
        resolve();
      };
      this.#wake = done;
      signal.addEventListener('abort', done, { once: true });
    });
  }
}

function outcomeOf(result: ContainerReport | StartResult | TaskExit): Outcome {
  const seen = { container: result.container, ports: result.ports };
  return 'problem' in result
    ? { kind: 'ended', problem: result.problem, ...seen }
    : { kind: 'done', ...seen };
}
