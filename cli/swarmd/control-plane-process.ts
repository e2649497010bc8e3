/**
 * The control plane as a child process of swarmd: started, watched, started again with back-off. A stall or
 * crash on one side never touches the other; the child ends by itself when this process is gone.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Clock, withTimeout } from '../../proto/base/clock.js';
import { isErrorCode, SwarmError, toSwarmError } from '../../proto/base/errors.js';
import type { Log } from '../../proto/base/log.js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import type { Service } from '../../proto/base/service.js';
import type { ChildMessage, ParentMessage, ReadyMessage, StartMessage } from './manager-messages.js';
import type { MetricValues } from './prometheus-meter.js';

const PROGRAM = fileURLToPath(new URL('./manager-process.js', import.meta.url));
const FIRST_BACKOFF_MS = 100;
const LONGEST_BACKOFF_MS = 8_000;
// A child that ran this long was well: after it the back-off starts anew.
const WELL_AFTER_MS = 30_000;
const STOP_GRACE_MS = 8_000;
// Half of what Prometheus gives a scrape by default would be too long for whoever looks by hand.
const SCRAPE_TIMEOUT_MS = 2_000;

export interface ControlPlaneModules {
  readonly clock: Clock;
  readonly log: Log;
}

export class ControlPlaneProcess implements Service {
  readonly name = 'control plane';
  readonly #startMessage: () => StartMessage;
  readonly #modules: ControlPlaneModules;
  #child: ChildProcess | undefined;
  /** The one that serves now. */
  #serving: ChildProcess | undefined;
  #scrapes = 0;
  /** As it was set last; undefined while the start message has the newest. */
  #identity: TlsIdentity | undefined;
  /** Why the child does not serve now; undefined while it does. */
  lastFailure: SwarmError | undefined;

  /** A child that already serves may be handed over; later ones are started with the message of that moment. */
  constructor(startMessage: () => StartMessage, modules: ControlPlaneModules, child?: ChildProcess) {
    this.#startMessage = startMessage;
    this.#modules = modules;
    this.#child = child;
  }

  /** Keeps a child running until the signal; its failures are logged and kept, never thrown. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock, log } = this.#modules;
    let backoffMs = FIRST_BACKOFF_MS;
    while (!signal.aborted) {
      const startedAtMs = clock.monotonicMs();
      this.lastFailure = await this.#runChild(signal);
      if (signal.aborted) return;
      if (clock.monotonicMs() - startedAtMs > WELL_AFTER_MS) backoffMs = FIRST_BACKOFF_MS;
      log.warn('control plane ended; starting it again', { reason: this.lastFailure.message, backoffMs });
      await clock.sleep(backoffMs, signal).catch(() => undefined);
      backoffMs = Math.min(backoffMs * 2, LONGEST_BACKOFF_MS);
    }
  }

  /** The node has another certificate: shown and used from now on. A child that is still starting is told in time. */
  setIdentity(identity: TlsIdentity): void {
    this.#identity = identity;
    if (this.#serving?.connected === true) tellIdentity(this.#serving, identity);
  }

  /** Managers that are not found may be at these addresses. */
  tryManagers(addresses: readonly string[]): void {
    if (this.#serving?.connected === true)
      this.#serving.send({ kind: 'managers', addresses } satisfies ParentMessage);
  }

  /** What the child has measured; undefined when it does not answer in time, or none serves now. */
  async metrics(): Promise<readonly MetricValues[] | undefined> {
    const child = this.#serving;
    if (child?.connected !== true) return undefined;
    this.#scrapes += 1;
    const number = this.#scrapes;
    const late = (): Error => new Error('the control plane did not answer');
    const ask = (signal: AbortSignal): Promise<readonly MetricValues[]> => scrape(child, number, signal);
    return await withTimeout(this.#modules.clock, SCRAPE_TIMEOUT_MS, late, ask).catch(() => undefined);
  }

  /** One child's life; resolves to why it ended. */
  async #runChild(signal: AbortSignal): Promise<SwarmError> {
    const handedOver = this.#child;
    this.#child = undefined;
    try {
      return await this.#watch(
        handedOver ?? startChild(this.#startMessage()),
        handedOver !== undefined,
        signal,
      );
    } catch (error) {
      return toSwarmError(error);
    }
  }

  async #watch(child: ChildProcess, isReady: boolean, signal: AbortSignal): Promise<SwarmError> {
    let failure: SwarmError | undefined;
    child.on('message', (raw) => (failure ??= failureIn(raw as ChildMessage)));
    const stop = (): void => stopChild(child);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    try {
      if (!isReady) await untilReady(child);
      this.lastFailure = undefined;
      this.#serving = child;
      if (this.#identity !== undefined) tellIdentity(child, this.#identity);
      this.#modules.log.info('control plane serves', { controlPlanePid: child.pid });
      const how = await ended(child);
      return failure ?? new SwarmError('internal', { reason: `the control plane ended (${how})` });
    } catch (error) {
      await ended(child);
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      this.#serving = undefined;
    }
  }
}

/** Starts a child; on failure it is gone when this rejects. */
export async function startReadyChild(
  start: StartMessage,
): Promise<{ child: ChildProcess; ready: ReadyMessage }> {
  const child = startChild(start);
  try {
    return { child, ready: await untilReady(child) };
  } catch (error) {
    await endChild(child);
    throw error;
  }
}

/** Asks the child to end, then makes it. */
export async function endChild(child: ChildProcess): Promise<void> {
  stopChild(child);
  await ended(child);
}

function startChild(start: StartMessage): ChildProcess {
  const child = fork(PROGRAM, [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  // Sending to a child that just died fails here as well as in its exit; the exit is what is acted on.
  child.on('error', () => undefined);
  child.send(start satisfies ParentMessage);
  return child;
}

async function untilReady(child: ChildProcess): Promise<ReadyMessage> {
  return await new Promise((resolve, reject) => {
    child.on('message', (raw) => {
      const message = raw as ChildMessage;
      if (message.kind === 'ready') resolve(message);
      else if (message.kind === 'failed') reject(failureIn(message));
    });
    // A machine that is out of processes or files: there is no child then, and no exit.
    child.once('error', (error) => {
      const reason = `the control plane could not be started: ${error.message}`;
      if (child.pid === undefined) reject(new SwarmError('internal', { reason }));
    });
    child.once('exit', (code, endSignal) => {
      const how = endSignal ?? `exit ${code}`;
      reject(new SwarmError('internal', { reason: `the control plane ended at its start (${how})` }));
    });
  });
}

function failureIn(message: ChildMessage): SwarmError | undefined {
  if (message.kind !== 'failed') return undefined;
  const { code, facts, message: reason } = message;
  // The child is this same program: its facts fit its code.
  return isErrorCode(code) ? new SwarmError(code, facts as never) : new SwarmError('internal', { reason });
}

/** Rejects, and listens no longer, when the signal aborts. */
async function scrape(
  child: ChildProcess,
  number: number,
  signal: AbortSignal,
): Promise<readonly MetricValues[]> {
  return await new Promise((resolve, reject) => {
    const onMessage = (raw: unknown): void => {
      const message = raw as ChildMessage;
      if (message.kind !== 'metrics' || message.number !== number) return;
      child.off('message', onMessage);
      resolve(message.metrics);
    };
    child.on('message', onMessage);
    signal.addEventListener('abort', () => {
      child.off('message', onMessage);
      reject(signal.reason);
    });
    child.send({ kind: 'scrape', number } satisfies ParentMessage);
  });
}

function tellIdentity(child: ChildProcess, identity: TlsIdentity): void {
  child.send({ kind: 'identity', identity } satisfies ParentMessage);
}

function stopChild(child: ChildProcess): void {
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MS);
  child.once('exit', () => clearTimeout(kill));
  if (hasEnded(child)) clearTimeout(kill);
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/** Resolves to how the child ended, in words. */
async function ended(child: ChildProcess): Promise<string> {
  if (!hasEnded(child)) await new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return child.signalCode ?? `exit ${child.exitCode}`;
}
