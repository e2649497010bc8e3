/**
 * The compiled swarmctl as a child process, as a user runs it: what it printed where, and how it ended. Also
 * a service of the name "web" as a manager would tell of it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type ServiceProgress, ServiceProgressCodec, type TaskEntryInput } from '../../proto/gen/control.js';
import type { TaskState } from '../../proto/gen/objects.js';
import { aService, aTask } from './builders.js';

const SWARMCTL = fileURLToPath(new URL('../../cli/swarmctl/main.js', import.meta.url));

export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

export function startSwarmctl(host: string, args: readonly string[]): Running {
  const child = spawn(process.execPath, [SWARMCTL, ...args], {
    env: { PATH: process.env['PATH'], SWARMD_HOST: host, COLOUR: 'blue' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (chunk: Buffer) => {
      texts[name] += chunk.toString('utf8');
    });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ ...texts, exitCode }));
  });
  return { child, ended };
}

/** A service at version 7 of its spec. */
export const WEB = aService({
  id: 'abcdefghijklmnop',
  spec: { name: 'web' },
  meta: { versions: { spec: 7 } },
});

/** The task of a slot of WEB. */
export function webTask(slot: number, state: TaskState, error = ''): TaskEntryInput {
  return {
    task: aTask({ id: `task${slot}aaaaaaaaaaaa`, slot, serviceId: WEB.id, status: { state, error } }),
    name: `web.${slot}`,
    serviceName: 'web',
    nodeHostname: 'host1',
  };
}

/** WEB wanting as many replicas as it has tasks here. */
export function webProgress(...tasks: TaskEntryInput[]): ServiceProgress {
  const mode = { kind: 'replicated' as const, replicated: { replicas: tasks.length } };
  return ServiceProgressCodec.create({ service: { ...WEB, spec: { ...WEB.spec, mode } }, tasks });
}

/** A watch that has no more to say until it is given up. */
export async function* thenSilent(
  signal: AbortSignal,
  ...frames: ServiceProgress[]
): AsyncGenerator<ServiceProgress> {
  yield* frames;
  await new Promise((resolve) => {
    signal.addEventListener('abort', resolve, { once: true });
  });
}
