/**
 * Checks one container's health where its engine has forgotten to, until the engine does so again. Promises that
 * only a check that ran and failed, or ran for too long, speaks against the container: an engine that is away does not.
 */
import type { Duplex } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Clock } from '../../../proto/base/clock.js';
import { withTimeout } from '../../../proto/base/clock.js';
import { hasCode, SwarmError } from '../../../proto/base/errors.js';
import type { Engine } from './engine.js';
import { conditionOf, type Inspection } from './rules/container-state.js';
import {
  type Health,
  healthAfter,
  type HealthCheck,
  healthCheckOf,
  lastResultMs,
  overdueAtMs,
} from './rules/health-check.js';

export interface HealthStandInModules {
  readonly engine: Engine;
  readonly clock: Clock;
  /** There is a result: the container should be looked at. */
  readonly onResult: () => void;
}

export class HealthStandIn {
  readonly #modules: HealthStandInModules;
  #stop: AbortController | undefined;
  #health: Health | undefined;
  #engineResultMs = 0;

  constructor(modules: HealthStandInModules) {
    this.#modules = modules;
  }

  /** The inspection with the health that holds: the engine's, or what was found in its place. */
  amend(inspection: Inspection): Inspection {
    const check = healthCheckOf(inspection);
    if (check === undefined || lastResultMs(inspection) > this.#engineResultMs) this.close();
    if (check === undefined) return inspection;
    if (this.#stop === undefined && this.dueInMs(inspection) <= 0) this.#begin(inspection, check);
    if (this.#health === undefined) return inspection;
    const { status, output } = this.#health;
    const Health = { Status: status, Log: [{ Output: output }] };
    return { ...inspection, State: { ...inspection.State, Health } };
  }

  /** How long until the engine is late with its next result; for ever without a check. */
  dueInMs(inspection: Inspection): number {
    const check = healthCheckOf(inspection);
    if (check === undefined || this.#stop !== undefined) return Number.POSITIVE_INFINITY;
    return overdueAtMs(inspection, check) - this.#modules.clock.nowMs();
  }

  close(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.#health = undefined;
  }

  #begin(inspection: Inspection, check: HealthCheck): void {
    const stop = new AbortController();
    this.#stop = stop;
    this.#engineResultMs = lastResultMs(inspection);
    const condition = conditionOf(inspection);
    const isStarting = condition.kind === 'running' && condition.health === 'starting';
    this.#health = { status: isStarting ? 'starting' : 'healthy', failures: 0, output: '' };
    // Rejected only when it is told to stop.
    this.#run(inspection, check, stop.signal).catch(() => undefined);
  }

  async #run(inspection: Inspection, check: HealthCheck, signal: AbortSignal): Promise<void> {
    const { clock, onResult } = this.#modules;
    const startedAtMs = Date.parse(inspection.State.StartedAt ?? '');
    while (!signal.aborted) {
      const problem = await this.#probe(inspection.Id, check, signal);
      if (signal.aborted || this.#health === undefined) return;
      if (problem !== undefined) {
        this.#health = healthAfter(this.#health, problem, check, clock.nowMs() - startedAtMs);
        onResult();
      }
      await clock.sleep(check.intervalMs, signal);
    }
  }

  /** What speaks against the container; empty: nothing; undefined: it could not be checked. */
  async #probe(containerId: string, check: HealthCheck, signal: AbortSignal): Promise<string | undefined> {
    const { clock } = this.#modules;
    const afterMs = check.timeoutMs;
    const late = (): Error => new SwarmError('call.timed-out', { what: 'the health check', afterMs });
    try {
      const attempt = (limit: AbortSignal): Promise<number> => this.#exec(containerId, check.command, limit);
      const exitCode = await withTimeout(clock, afterMs, late, attempt, signal);
      return exitCode === 0 ? '' : `the health check ended with exit code ${exitCode}`;
    } catch (error) {
      // An engine that went away in the middle, or refuses, says nothing of the container.
      return hasCode(error, 'call.timed-out') ? error.message : undefined;
    }
  }

  async #exec(containerId: string, command: readonly string[], signal: AbortSignal): Promise<number> {
    const { engine } = this.#modules;
    const options = { Cmd: [...command], AttachStdout: true, AttachStderr: true };
    const { id } = await engine.call((docker) => docker.getContainer(containerId).exec(options), { signal });
    const output = await engine.call((docker) => docker.getExec(id).start({ Detach: false }), { signal });
    await drained(output, signal);
    const { ExitCode } = await engine.call((docker) => docker.getExec(id).inspect(), { signal });
    return ExitCode ?? 0;
  }
}

/** What the command prints is not kept, but the end of it is the end of the command. */
async function drained(output: Duplex, signal: AbortSignal): Promise<void> {
  const stop = (): void => void output.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await finished(output.resume(), { writable: false });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
