/**
 * How long a cluster of three managers takes no writes when its leader is killed, frozen or cut off: 40 times each on
 * our side, by nearest rank; the peer, whose rounds take longer, as often as the note says. Between two rounds the victim
 * is mended and all three are in sync again.
 */
import { Lab } from '../lab/lab.js';
import { CleanUp } from './clean-up.js';
import { type FailoverSide, type Fault, FAULTS, timeToNextWrite } from './failover-side.js';
import { OurFailover } from './our-failover.js';
import { type Benchmark, type CaseResult, type Note, percentile } from './result.js';
import { SwarmFailover } from './swarm-failover.js';

const OUR_ROUNDS = 40;
const PEER_ROUNDS = 5;
const MANAGER_COUNT = 3;
const IS_VERBOSE = process.env['BENCH_VERBOSE'] === '1';

const RANKS = [
  { name: 'p50', percent: 50 },
  { name: 'p95', percent: 95 },
  { name: 'max', percent: 100 },
] as const;

export const failoverBenchmark: Benchmark = {
  name: 'failover',
  caseNames: FAULTS.flatMap((fault) => RANKS.map(({ name }) => `${fault}-${name}`)),
  run: measureAll,
};

async function* measureAll(): AsyncGenerator<CaseResult | Note> {
  const obstacle = await Lab.obstacle();
  if (obstacle !== undefined) throw new Error(obstacle);
  const ours = await onLab((lab) => new OurFailover(lab), OUR_ROUNDS);
  const peer = await onLab((lab) => new SwarmFailover(lab), PEER_ROUNDS);
  yield {
    note: `${OUR_ROUNDS} rounds of each on our side, ${PEER_ROUNDS} of the peer, whose p95 is therefore its longest`,
  };
  for (const fault of FAULTS)
    for (const { name, percent } of RANKS)
      yield {
        caseName: `${fault}-${name}`,
        ours: percentile(ours[fault], percent) / 1000,
        peer: percentile(peer[fault], percent) / 1000,
        unit: 's',
      };
}

type Outages = Readonly<Record<Fault, readonly number[]>>;

/** Milliseconds of every round, on hosts of its own. */
async function onLab(sideOn: (lab: Lab) => FailoverSide, rounds: number): Promise<Outages> {
  const lab = await Lab.create({ hosts: MANAGER_COUNT, name: 'failover' });
  await using cleanUp = new CleanUp(() => lab.close());
  const side = sideOn(lab);
  try {
    await side.open();
    const outages: Record<Fault, number[]> = { kill: [], freeze: [], cut: [] };
    for (const fault of FAULTS)
      for (let round = 0; round < rounds; round++) outages[fault].push(await measureRound(side, lab, fault));
    await side.close();
    return outages;
  } catch (error) {
    if (!cleanUp.hasBegun)
      for (const host of lab.hosts) {
        const { engine, swarmd } = await host.logs();
        console.error(`--- log of ${host.name}\n${engine.slice(-2000)}${swarmd.slice(-4000)}`);
      }
    throw error;
  }
}

async function measureRound(side: FailoverSide, lab: Lab, fault: Fault): Promise<number> {
  const leader = await side.leader();
  const others = lab.hosts.filter(({ name }) => name !== leader.name);
  const outageMs = await timeToNextWrite(side, leader, others, fault);
  if (IS_VERBOSE) console.log(`  ${side.name} ${fault} of ${leader.name}: ${Math.round(outageMs)} ms`);
  await side.mend(leader, fault);
  await side.settle();
  return outageMs;
}
