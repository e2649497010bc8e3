/**
 * One run of the simulation: a seed's bad days, then a mended cluster that must come to rest. Owns the two phases
 * and what a run that failed tells.
 */
import { Client } from './client.js';
import { Cluster, NO_SABOTAGE, type Sabotage } from './cluster.js';
import { MembershipChurn } from './membership-churn.js';
import { Dice } from './prng.js';
import { drawOptions, type RunOptions } from './swarm-options.js';
import { must, Violation } from './violation.js';
import { Weather } from './weather.js';

export interface RunResult {
  readonly seed: number;
  readonly eventCount: number;
  readonly simulatedMs: number;
  readonly digest: string;
  readonly answeredCount: number;
  readonly unknownCount: number;
  readonly committedCount: number;
  /** Histories that the search gave up on; the log's own order was checked all the same. */
  readonly undecidedCount: number;
  /** How many events of each kind. */
  readonly counts: readonly number[];
  readonly failure: string | undefined;
  /** Only of a run that failed. */
  readonly lastEvents: readonly string[];
  readonly members: readonly string[];
}

const SHOWN_EVENTS = 200;
/** For a mended cluster to come to rest. */
const MOST_ELECTION_TIMEOUTS = 60;
const MOST_RESTING_EVENTS = 200_000;

class Run {
  readonly #options: RunOptions;
  readonly #cluster: Cluster;
  readonly #clients: Client[];
  readonly #weather: Weather;
  readonly #churn: MembershipChurn;
  eventCount = 0;

  constructor(options: RunOptions, sabotage: Sabotage) {
    this.#options = options;
    this.#cluster = new Cluster(options, sabotage);
    this.#weather = new Weather(this.#cluster);
    this.#churn = new MembershipChurn(this.#cluster);
    const { queue, history, members } = this.#cluster;
    const dice = new Dice(options.seed, 'workload');
    const modules = {
      queue,
      dice,
      history,
      knownIds: () => [...members.keys()],
      serverOf: (id: number) => (members.get(id)?.process === undefined ? undefined : members.get(id)),
    };
    const timeoutUs = 3 * options.electionTicks * options.tickUs;
    const { meanThinkUs, network } = options;
    this.#clients = Array.from(
      { length: options.clientCount },
      (_, nth) => new Client({ id: nth + 1, meanThinkUs, timeoutUs, lossRate: network.lossRate }, modules),
    );
  }

  get cluster(): Cluster {
    return this.#cluster;
  }

  badDays(): void {
    while (this.eventCount < this.#options.eventCount) this.#step();
  }

  /** Mends everything, and waits until all is answered and all members are the same. */
  comeToRest(): void {
    const { queue } = this.#cluster;
    this.#churn.stop();
    this.#weather.mend();
    for (const client of this.#clients) client.stop();
    const { electionTicks, tickUs } = this.#options;
    const untilUs = queue.nowUs + MOST_ELECTION_TIMEOUTS * electionTicks * tickUs;
    const untilEvents = this.eventCount + MOST_RESTING_EVENTS;
    for (;;) {
      // Looked at now and then: it takes a while, and a rest lasts.
      for (let nth = 0; nth < 50; nth++) this.#step();
      const unrest = this.#unrest();
      if (unrest === undefined) return;
      must(
        queue.nowUs < untilUs && this.eventCount < untilEvents,
        () => `a mended cluster does not come to rest: ${unrest}`,
      );
    }
  }

  #step(): void {
    const { queue } = this.#cluster;
    const event = queue.take();
    must(event !== undefined, () => 'nothing is planned any more');
    this.eventCount++;
    event();
    if (this.#cluster.failure !== undefined) throw this.#cluster.failure;
  }

  /** Why the cluster is not at rest; undefined when it is. */
  #unrest(): string | undefined {
    const busy = this.#clients.filter(({ isIdle }) => !isIdle).length;
    if (busy > 0) return `${busy} clients wait for an answer`;
    const { leader, members } = this.#cluster;
    if (leader?.process === undefined) return 'nobody leads';
    const { node, machine } = leader.process;
    const { voters, learners, votersOutgoing } = node.confState;
    const { log } = node.core.raft;
    if (node.appliedIndex !== log.lastIndex())
      return `the leader applied ${node.appliedIndex} of ${log.lastIndex()}`;
    for (const id of [...voters, ...learners, ...votersOutgoing]) {
      const member = members.get(id);
      if (member === undefined || member.isLost) continue;
      const { process, disk } = member;
      if (process === undefined) return `member ${id} is not alive`;
      if (process.node.appliedIndex !== node.appliedIndex)
        return `member ${id} applied ${process.node.appliedIndex}, the leader ${node.appliedIndex}`;
      if (process.machine.hash !== machine.hash) return `member ${id} has another state`;
      if (process.openCalls > 0) return `${process.openCalls} calls of member ${id} have no outcome`;
      if (disk.lastIndex !== node.appliedIndex) return `the disk of ${id} ends at ${disk.lastIndex}`;
    }
    return undefined;
  }
}

/** Runs one seed, with its own options or these. Never throws for what it finds. */
export function runSeed(
  seed: number,
  eventCount: number,
  {
    options = drawOptions(seed, eventCount),
    sabotage = NO_SABOTAGE,
  }: { options?: RunOptions; sabotage?: Sabotage } = {},
): RunResult {
  let run: Run | undefined;
  let failure: string | undefined;
  try {
    run = new Run(options, sabotage);
    run.badDays();
    run.comeToRest();
    run.cluster.history.judge();
  } catch (error) {
    failure =
      error instanceof Violation ? error.message : String(error instanceof Error ? error.stack : error);
  }
  const { history, trace, queue, book } = run?.cluster ?? {};
  return {
    seed,
    eventCount: run?.eventCount ?? 0,
    simulatedMs: (queue?.nowUs ?? 0) / 1000,
    digest: trace?.digest ?? '',
    answeredCount: history?.answeredCount ?? 0,
    unknownCount: history?.unknownCount ?? 0,
    committedCount: book?.lastCommitted ?? 0,
    undecidedCount: history?.undecidedCount ?? 0,
    counts: trace?.counts ?? [],
    failure,
    lastEvents: failure === undefined ? [] : (trace?.lastEvents(SHOWN_EVENTS) ?? []),
    members: failure === undefined ? [] : (run?.cluster.describe() ?? []),
  };
}
