/**
 * What names, changes of backends and memory cost on a node with fifty tasks on a network; and what names cost with
 * Docker's own.
 */
import { setTimeout } from 'node:timers/promises';
import { askCommand } from '../lab/app-images.js';
import type { AppCluster } from '../lab/app-cluster.js';
import type { LabHost } from '../lab/host.js';
import { METRICS_FLAGS, scrape } from '../lab/metrics.js';
import { peakBytesOf, residentBytesOf } from './process-usage.js';
import type { CaseResult } from './result.js';

const MANY_TASKS = 50;
/** Of a service that has one task or five, on other nodes. */
const SCALINGS = [5, 1, 5, 1, 5, 1];
const BYTES_PER_MB = 1e6;
/** What was left of the work before it is cleared away by then. */
const AT_REST_AFTER_MS = 40_000;
const MS_PER_SECOND = 1_000;
const CHANGE = 'swarmd_network_change_duration_seconds';

export const COST_CASE_NAMES = [
  'names-1000-at-once-lost',
  'names-64-in-flight-p99',
  'change-in-force-50-tasks',
  'agent-memory-50-tasks',
  'agent-memory-50-tasks-peak',
];

/** Of look-ups through the engine's resolver. */
export interface NameFigures {
  /** Of a thousand at once, each sent once. */
  readonly lost: number;
  /** With 64 in flight, ms. */
  readonly p99Ms: number;
}

/** Asked from inside a container of `lab/app`. */
export async function measureNames(host: LabHost, containerId: string, name: string): Promise<NameFigures> {
  const ask = async (
    ...args: readonly string[]
  ): Promise<{ readonly failed: number; readonly p99Ms: number }> =>
    JSON.parse(await host.mustRun('docker', ['exec', containerId, ...askCommand(...args)])) as {
      readonly failed: number;
      readonly p99Ms: number;
    };
  const { failed } = await ask('storm', '1000', name);
  const { p99Ms } = await ask('stream', '5000', '64', name);
  return { lost: failed, p99Ms };
}

/** Of the second host. */
export async function* measureCosts(app: AppCluster, peer: NameFigures): AsyncGenerator<CaseResult> {
  const { cluster, lab } = app;
  const host = lab.host(2);
  await host.stopSwarmd();
  await host.startSwarmd(METRICS_FLAGS);
  await cluster.expectReadyNodes(lab.hosts.length);
  await cluster.swarmctl('network', 'create', 'many');
  const onMany = ['--network', 'many', '--constraint'];
  await app.create('probe', 1, ...onMany, `node.hostname==${host.name}`);
  await app.create('crowd', MANY_TASKS - 1, ...onMany, `node.hostname==${host.name}`);
  const { containerId } = await app.containerOn(host, 'probe');
  const { lost, p99Ms } = await measureNames(host, containerId, 'crowd');
  yield { caseName: 'names-1000-at-once-lost', ours: lost, peer: peer.lost, unit: 'look-ups' };
  yield { caseName: 'names-64-in-flight-p99', ours: p99Ms, peer: peer.p99Ms, unit: 'ms' };
  await app.create('elsewhere', 1, ...onMany, `node.hostname!=${host.name}`);
  const before = await changesOf(host);
  for (const replicas of SCALINGS) {
    await cluster.swarmctl('service', 'scale', '--detach', `elsewhere=${replicas}`);
    await cluster.expectRunning('elsewhere', replicas);
  }
  const after = await changesOf(host);
  const meanMs = ((after.seconds - before.seconds) / (after.count - before.count)) * MS_PER_SECOND;
  yield { caseName: 'change-in-force-50-tasks', ours: meanMs, unit: 'ms' };
  const { pid } = host.swarmd;
  if (pid === undefined) throw new Error(`swarmd does not run on ${host.name}`);
  const peakBytes = await peakBytesOf(pid);
  await setTimeout(AT_REST_AFTER_MS);
  const residentBytes = await residentBytesOf([pid]);
  yield { caseName: 'agent-memory-50-tasks', ours: residentBytes / BYTES_PER_MB, unit: 'MB' };
  yield { caseName: 'agent-memory-50-tasks-peak', ours: peakBytes / BYTES_PER_MB, unit: 'MB' };
}

async function changesOf(host: LabHost): Promise<{ readonly count: number; readonly seconds: number }> {
  const seen = await scrape(host);
  return { count: seen.value(`${CHANGE}_count`) ?? 0, seconds: seen.value(`${CHANGE}_sum`) ?? 0 };
}
