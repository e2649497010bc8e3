/**
 * What a node costs while nothing happens: resident memory and processor time of the swarmd of a manager (both
 * of its processes) and of a worker, in a cluster of three without services. Observed for a fixed time. The peer's
 * control plane has no process of its own: what an engine in Swarm mode uses beyond what the same engine used before.
 */
import type { LabCluster } from '../lab/cluster.js';
import type { LabHost } from '../lab/host.js';
import type { Lab } from '../lab/lab.js';
import { onCluster } from './bench-cluster.js';
import { OurSide } from './our-side.js';
import { cpuMsOf, residentBytesOf } from './process-usage.js';
import { type Benchmark, type CaseResult, median } from './result.js';
import { formSwarm, SwarmSide } from './swarm-side.js';

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
  const ours = await observeRounds({
    worker: await pidsOf(worker, 'worker'),
    manager: await pidsOf(cluster.manager, 'manager'),
  });
  await new OurSide(cluster).close();
  const peer = await observeSwarm(cluster.lab);
  for (const role of ROLES) {
    const { residentMb, cpuPercent } = peer[role];
    yield { caseName: `${role}-memory`, ours: ours[role].residentMb, peer: residentMb, unit: 'MB' };
    yield { caseName: `${role}-cpu`, ours: ours[role].cpuPercent, peer: cpuPercent, unit: '%' };
  }
}

/** Of engines that were just started, as they are and then in Swarm mode: the difference. */
async function observeSwarm(lab: Lab): Promise<Record<Role, Observed>> {
  await lab.startEngines({ liveRestore: false });
  const pidOf = (host: LabHost): readonly number[] =>
    host.engine.pid === undefined ? [] : [host.engine.pid];
  const pidsByRole = { worker: pidOf(lab.host(2)), manager: pidOf(lab.host(1)) };
  const without = await observeRounds(pidsByRole);
  await formSwarm(lab);
  const inMode = await observeRounds(pidsByRole);
  await new SwarmSide(lab).close();
  const beyond = (role: Role): Observed => ({
    residentMb: Math.max(0, inMode[role].residentMb - without[role].residentMb),
    cpuPercent: Math.max(0, inMode[role].cpuPercent - without[role].cpuPercent),
  });
  return { worker: beyond('worker'), manager: beyond('manager') };
}

async function observeRounds(
  pidsByRole: Readonly<Record<Role, readonly number[]>>,
): Promise<Record<Role, Observed>> {
  const rounds: Record<Role, Observed>[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await observe(pidsByRole));
  const middle = (role: Role): Observed => ({
    residentMb: median(rounds.map((observed) => observed[role].residentMb)),
    cpuPercent: median(rounds.map((observed) => observed[role].cpuPercent)),
  });
  return { worker: middle('worker'), manager: middle('manager') };
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
