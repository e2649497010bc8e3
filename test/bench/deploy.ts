/**
 * From a command to its effect on real engines: the clock runs from the start of `swarmctl`, which returns at
 * once, until one look sees so many containers running in the engines and the control plane says so as well.
 */
import { Connection, type ControlClient } from '../../cli/swarmctl/connection.js';
import { SystemClock } from '../../proto/base/clock.js';
import { ListServicesRequestCodec } from '../../proto/gen/control.js';
import { eventually } from '../kit/eventually.js';
import type { LabCluster } from '../lab/cluster.js';
import { onCluster } from './bench-cluster.js';
import { type Benchmark, type CaseResult, median } from './result.js';

const ROUNDS = 3;
const SERVICE = 'web';
const IMAGE = 'lab/web:1';
const SERVICE_NAME_LABEL = 'com.docker.swarm.service.name';
const POLL_MS = 50;
const WITHIN_MS = 120_000;

interface Step {
  readonly caseName: string;
  readonly command: readonly string[];
  readonly containerCount: number;
}

/** One round: each step begins where the one before ended. */
const STEPS: readonly Step[] = [
  {
    caseName: 'create-1',
    command: ['service', 'create', '--detach', '--name', SERVICE, '--replicas', '1', IMAGE],
    containerCount: 1,
  },
  { caseName: 'scale-1-21', command: ['service', 'scale', '--detach', `${SERVICE}=21`], containerCount: 21 },
  { caseName: 'scale-21-41', command: ['service', 'scale', '--detach', `${SERVICE}=41`], containerCount: 41 },
];

export const deployBenchmark: Benchmark = {
  name: 'deploy',
  caseNames: STEPS.map(({ caseName }) => caseName),
  run: () => onCluster(measureOn),
};

async function* measureOn(cluster: LabCluster): AsyncGenerator<CaseResult> {
  const connection = new Connection(
    {
      host: `unix://${cluster.manager.swarmd.socketPath}`,
      certificateDirectory: undefined,
      requestId: 'bench',
    },
    { clock: new SystemClock(), environment: {}, signal: new AbortController().signal },
  );
  try {
    const looks = new Looks(cluster, await connection.control());
    const rounds: number[][] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await measureRound(cluster, looks));
    for (const [at, { caseName }] of STEPS.entries())
      yield { caseName, ours: median(rounds.map((tookSeconds) => tookSeconds[at] ?? Number.NaN)), unit: 's' };
  } finally {
    connection.close();
  }
}

async function measureRound(cluster: LabCluster, looks: Looks): Promise<number[]> {
  const tookSeconds: number[] = [];
  for (const { command, containerCount } of STEPS) {
    const startedMs = performance.now();
    const returned = cluster.swarmctl(...command);
    const running = looks.until(
      `${containerCount} containers run`,
      () => looks.runningCounts(),
      containerCount,
    );
    await Promise.all([
      returned,
      running.then(() => tookSeconds.push((performance.now() - startedMs) / 1000)),
    ]);
  }
  await cluster.swarmctl('service', 'rm', SERVICE);
  await looks.until('nothing is left', () => looks.leftCounts(), 0);
  return tookSeconds;
}

/** Looks at the engines and at the control plane at once; their connections stay open. */
class Looks {
  readonly #cluster: LabCluster;
  readonly #control: ControlClient;

  constructor(cluster: LabCluster, control: ControlClient) {
    this.#cluster = cluster;
    this.#control = control;
  }

  async until(what: string, look: () => Promise<readonly number[]>, count: number): Promise<void> {
    const isThere = (counts: readonly number[]): boolean => counts.every((seen) => seen === count);
    await eventually(what, look, isThere, { withinMs: WITHIN_MS, pollMs: POLL_MS });
  }

  async runningCounts(): Promise<readonly number[]> {
    return await Promise.all([this.#containerCount({ all: false }), this.#runningTaskCount()]);
  }

  /** Containers in whatever state, and services. */
  async leftCounts(): Promise<readonly number[]> {
    const services = this.#control
      .listServices(ListServicesRequestCodec.create({}))
      .then((reply) => reply.services.length);
    return await Promise.all([this.#containerCount({ all: true }), services]);
  }

  async #containerCount({ all }: { readonly all: boolean }): Promise<number> {
    const filters = { label: [`${SERVICE_NAME_LABEL}=${SERVICE}`] };
    const lists = this.#cluster.lab.hosts.map(async (host) =>
      (await host.docker()).listContainers({ all, filters }),
    );
    return (await Promise.all(lists)).flat().length;
  }

  async #runningTaskCount(): Promise<number> {
    const { services } = await this.#control.listServices(
      ListServicesRequestCodec.create({ names: [SERVICE] }),
    );
    return services[0]?.runningTasks ?? 0;
  }
}
