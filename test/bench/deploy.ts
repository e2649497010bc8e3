/**
 * From a command to its effect on real engines, ours and Docker Swarm's on the same hosts and disks: the clock runs
 * from the start of the command, which returns at once, until one look sees so many containers running in the
 * engines and the control plane says so as well; of an update, that it is complete. Once with one manager and two
 * workers, once with three managers (`-3m`), and once on an overlay network (`-overlay`), on both sides.
 */
import { eventually } from '../kit/eventually.js';
import type { LabCluster } from '../lab/cluster.js';
import { onCluster } from './bench-cluster.js';
import { OurSide } from './our-side.js';
import { Phases } from './phases.js';
import { type Benchmark, type CaseResult, median } from './result.js';
import { containersOf, type Order, SERVICE, type Side } from './side.js';
import { SwarmSide } from './swarm-side.js';

const ROUNDS = 5;
const OLD_IMAGE = 'lab/web:1';
const NEW_IMAGE = 'lab/web:2';
const POLL_MS = 50;
const WITHIN_MS = 180_000;

interface Step {
  readonly caseName: string;
  readonly order: Order;
  readonly containerCount: number;
}

/** One turn of one side: each step begins where the one before ended. */
const STEPS: readonly Step[] = [
  {
    caseName: 'create-1',
    order: { kind: 'create', image: OLD_IMAGE, replicas: 1 },
    containerCount: 1,
  },
  { caseName: 'scale-1-21', order: { kind: 'scale', replicas: 21 }, containerCount: 21 },
  { caseName: 'scale-21-41', order: { kind: 'scale', replicas: 41 }, containerCount: 41 },
  { caseName: 'rolling-update-41', order: { kind: 'update', image: NEW_IMAGE }, containerCount: 41 },
];

/** Before the clock runs, so that neither side is timed at the first things it does after its start. */
const REHEARSAL: Step = {
  caseName: 'rehearsal',
  order: { kind: 'create', image: NEW_IMAGE, replicas: 3 },
  containerCount: 3,
};

/** The same steps with one manager, with every host a manager, and with the service on an overlay network. */
const VARIANTS = [
  { managers: 1, isOnOverlay: false, suffix: '' },
  { managers: 3, isOnOverlay: false, suffix: '-3m' },
  { managers: 1, isOnOverlay: true, suffix: '-overlay' },
] as const;

type Variant = (typeof VARIANTS)[number];

export const deployBenchmark: Benchmark = {
  name: 'deploy',
  caseNames: VARIANTS.flatMap(({ suffix }) => STEPS.map(({ caseName }) => caseName + suffix)),
  run: measureAll,
};

async function* measureAll(): AsyncGenerator<CaseResult> {
  for (const variant of VARIANTS) yield* onCluster((cluster) => measureOn(cluster, variant), variant);
}

async function* measureOn(
  cluster: LabCluster,
  { managers, isOnOverlay, suffix }: Variant,
): AsyncGenerator<CaseResult> {
  const ours = new OurSide(cluster, { isOnOverlay });
  const peer = new SwarmSide(cluster.lab, { managers, isOnOverlay });
  await ours.close(); // Each turn begins alike.
  const seconds = { ours: [] as number[][], peer: [] as number[][] };
  for (let round = 0; round < ROUNDS; round++)
    for (const side of round % 2 === 0 ? [ours, peer] : [peer, ours])
      seconds[side.name].push(await new Turn(cluster, side).measure());
  for (const [at, { caseName }] of STEPS.entries()) {
    const medianOf = (turns: readonly number[][]): number =>
      median(turns.map((turn) => turn[at] ?? Number.NaN));
    yield {
      caseName: caseName + suffix,
      ours: medianOf(seconds.ours),
      peer: medianOf(seconds.peer),
      unit: 's',
    };
  }
}

/** One side alone on the hosts, from its start to its end. */
class Turn {
  readonly #cluster: LabCluster;
  readonly #side: Side;
  readonly #phases: Phases;

  constructor(cluster: LabCluster, side: Side) {
    this.#cluster = cluster;
    this.#side = side;
    this.#phases = new Phases(cluster.lab.hosts, side);
  }

  /** Seconds of each step. */
  async measure(): Promise<number[]> {
    await this.#side.open();
    await this.#take(REHEARSAL);
    await this.#clear();
    const tookSeconds: number[] = [];
    for (const step of STEPS) {
      if (step.order.kind === 'update') await this.#side.configureUpdate();
      await this.#phases.begin();
      const tookMs = await this.#take(step);
      tookSeconds.push(tookMs / 1000);
      await this.#phases.end(step.caseName, tookMs);
    }
    await this.#clear();
    await this.#side.close();
    return tookSeconds;
  }

  async #take({ order, containerCount }: Step): Promise<number> {
    const startedMs = performance.now();
    const returned = this.#side.order(order).then(() => this.#phases.commandReturned());
    const done = this.#until(`${containerCount} containers run`, () => this.#isDone(order, containerCount));
    const [, endedMs] = await Promise.all([returned, done]);
    return endedMs - startedMs;
  }

  async #isDone(order: Order, count: number): Promise<boolean> {
    const [account, running] = await Promise.all([
      this.#side.account(),
      containersOf(this.#cluster.lab.hosts, { all: false }),
    ]);
    if (account?.runningTasks !== count || running.length !== count) return false;
    if (order.kind !== 'update') return true;
    return account.isRolledOut && running.every(({ Image }) => Image === order.image);
  }

  async #clear(): Promise<void> {
    await this.#side.remove();
    await this.#until('nothing is left', async () => {
      const left = await containersOf(this.#cluster.lab.hosts, { all: true });
      return left.length === 0 && (await this.#side.account()) === undefined;
    });
  }

  async #until(what: string, look: () => Promise<boolean>): Promise<number> {
    const said = `${this.#side.name}: ${what} of ${SERVICE}`;
    await eventually(said, look, Boolean, { withinMs: WITHIN_MS, pollMs: POLL_MS });
    return performance.now();
  }
}
