/**
 * What a node costs while nothing happens: resident memory and processor time of the swarmd of a manager (both
 * of its processes) and of a worker, in a cluster of three without services. Observed for a fixed time.
 */
import type { LabCluster } from '../lab/cluster.js';
import type { LabHost } from '../lab/host.js';
import { onCluster } from './bench-cluster.js';
import { cpuMsOf, residentBytesOf } from './process-usage.js';
import { type Benchmark, type CaseResult, median } from './result.js';

const ROUNDS = 3;
const OBSERVED_MS = 10_000;
const BYTES_PER_MB = 1e6;
const ROLES = ['worker', 'manager'] as const;

type Role = (typeof ROLES)[number];

export const idleBenchmark: Benchmark = {
  name: 'idle',
  caseNames: ROLES.flatMap((role) => [`${role}-memory`, `${role}-cpu`]),
  run: () => onCluster(measureOn),
};

interface Observed {
  readonly residentMb: number;
  readonly cpuPercent: number;
}

async function* measureOn(cluster: LabCluster): AsyncGenerator<CaseResult> {
  const [worker] = cluster.workers;
  if (worker === undefined) throw new Error('the cluster has no worker');
  const pidsByRole = {
    worker: await pidsOf(worker, 'worker'),
    manager: await pidsOf(cluster.manager, 'manager'),
  };
  const rounds: Record<Role, Observed>[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await observe(pidsByRole));
  for (const role of ROLES) {
    const ofRole = rounds.map((observed) => observed[role]);
    yield { caseName: `${role}-memory`, ours: median(ofRole.map((seen) => seen.residentMb)), unit: 'MB' };
    yield { caseName: `${role}-cpu`, ours: median(ofRole.map((seen) => seen.cpuPercent)), unit: '%' };
  }
}

async function pidsOf({ name, swarmd }: LabHost, role: Role): Promise<readonly number[]> {
  const pids = [swarmd.pid, await swarmd.childPid()].filter((pid) => pid !== undefined);
  const expected = { worker: 1, manager: 2 }[role];
  if (pids.length !== expected) throw new Error(`${name} has ${pids.length} processes, not ${expected}`);
  return pids;
}

async function observe(
  pidsByRole: Readonly<Record<Role, readonly number[]>>,
): Promise<Record<Role, Observed>> {
  const fromMs = performance.now();
  const before = { worker: await cpuMsOf(pidsByRole.worker), manager: await cpuMsOf(pidsByRole.manager) };
  await new Promise((resolve) => {
    setTimeout(resolve, OBSERVED_MS);
  });
  const observedOf = async (role: Role): Promise<Observed> => {
    const cpuMs = (await cpuMsOf(pidsByRole[role])) - before[role];
    return {
      residentMb: (await residentBytesOf(pidsByRole[role])) / BYTES_PER_MB,
      cpuPercent: (100 * cpuMs) / (performance.now() - fromMs),
    };
  };
  return { worker: await observedOf('worker'), manager: await observedOf('manager') };
}
