/**
 * When is an engine late with a container's health check, and what do checks of our own make of the container?
 * Pure. Engines from 17.11 to 22 forget the checks of the containers that they take up again after a restart.
 */
import type { Inspection } from './container-state.js';

export interface HealthCheck {
  readonly command: readonly string[];
  readonly intervalMs: number;
  readonly timeoutMs: number;
  readonly retries: number;
  readonly startPeriodMs: number;
}

/** What was found by checks of our own; never together with what the engine found. */
export interface Health {
  readonly status: 'starting' | 'healthy' | 'unhealthy';
  readonly failures: number;
  readonly output: string;
}

const NS_PER_MS = 1_000_000;
// The engine's own defaults.
const DEFAULT_MS = 30_000;
const DEFAULT_RETRIES = 3;
/** How much later than it must come a result may be without being overdue. */
const MARGIN_MS = 5_000;

/** The check of a container that runs; undefined when it has none, or stands still. */
export function healthCheckOf({ Config, State }: Inspection): HealthCheck | undefined {
  const { Test, Interval = 0, Timeout = 0, Retries = 0, StartPeriod = 0 } = Config.Healthcheck ?? {};
  const command = commandOf(Test ?? []);
  if (command.length === 0 || !State.Running || State.Paused === true) return undefined;
  return {
    command,
    intervalMs: Interval / NS_PER_MS || DEFAULT_MS,
    timeoutMs: Timeout / NS_PER_MS || DEFAULT_MS,
    retries: Retries || DEFAULT_RETRIES,
    startPeriodMs: StartPeriod / NS_PER_MS,
  };
}

/** The instant from which the engine's next result is overdue: it has forgotten the check then. */
export function overdueAtMs(inspection: Inspection, check: HealthCheck): number {
  return lastResultMs(inspection) + check.intervalMs + check.timeoutMs + MARGIN_MS;
}

/** When the engine checked last, or began to have something to check. */
export function lastResultMs({ State }: Inspection): number {
  const last = State.Health?.Log?.at(-1)?.End;
  return Math.max(instantOf(last), instantOf(State.StartedAt));
}

/** What one more result of our own makes of the container; an empty problem means well. */
export function healthAfter(before: Health, problem: string, check: HealthCheck, runsForMs: number): Health {
  if (problem === '') return { status: 'healthy', failures: 0, output: '' };
  const isExcused = before.status === 'starting' && runsForMs < check.startPeriodMs;
  const failures = isExcused ? 0 : before.failures + 1;
  const status = failures >= check.retries ? 'unhealthy' : before.status;
  return { status, failures, output: problem };
}

function commandOf([kind, ...words]: readonly string[]): readonly string[] {
  if (kind === 'CMD') return words;
  return kind === 'CMD-SHELL' ? ['/bin/sh', '-c', ...words] : [];
}

function instantOf(text: string | undefined): number {
  const atMs = Date.parse(text ?? '');
  return Number.isNaN(atMs) ? 0 : atMs;
}
