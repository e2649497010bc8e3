/**
 * What befalls a simulated cluster from outside: cut links, power cuts, processes and clocks that stand still or
 * jump, full and lost disks. Each kind comes, stays and goes by dice of its own. Owns nothing but the plan; it ends
 * with `mend`, after which nothing fails any more.
 */
import { type Cluster, MOST_CATCH_UP_TICKS } from './cluster.js';
import { EVENT } from './events.js';
import type { Member } from './member.js';
import { Dice } from './prng.js';
import { healed, type Spell } from './swarm-options.js';
import { canSpare, isSettled } from './voters.js';

/** How likely a power cut is to hit all members at once. */
const ALL_AT_ONCE = 0.1;
const LEADER_SHARE = 0.4;

export class Weather {
  readonly #cluster: Cluster;
  readonly #network: Dice;
  readonly #crash: Dice;
  readonly #disk: Dice;
  readonly #clock: Dice;
  #isOver = false;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
    const { seed, partition, crash, fullDisk, pause, meanUntilJumpUs, meanUntilLostDiskUs } = cluster.options;
    // Its own throws of the streams: those of the cluster begin elsewhere.
    [this.#network, this.#crash, this.#disk, this.#clock] = (
      ['network', 'crash', 'disk', 'clock'] as const
    ).map((stream) => new Dice(seed + WEATHER, stream)) as [Dice, Dice, Dice, Dice];
    this.#every(partition, this.#network, () => this.#partition());
    this.#every(crash, this.#crash, () => this.#crashSome());
    this.#every(fullDisk, this.#disk, () => this.#fillDisk());
    this.#every(pause, this.#clock, () => this.#pauseOne());
    this.#every({ meanUntilUs: meanUntilJumpUs }, this.#clock, () => this.#jump());
    this.#every({ meanUntilUs: meanUntilLostDiskUs }, this.#disk, () => this.#loseDisk());
  }

  /** Ends all faults, and starts whoever can start. */
  mend(): void {
    this.#isOver = true;
    const cluster = this.#cluster;
    cluster.options = healed(cluster.options);
    cluster.network.heal(cluster.options.network);
    cluster.note(EVENT.mended);
    for (const member of cluster.members.values()) {
      member.disk.options = cluster.options.disk;
      member.disk.isFull = false;
      member.clockRate = 1;
      member.process?.resume();
      cluster.start(member.id);
    }
  }

  #every({ meanUntilUs }: Pick<Spell, 'meanUntilUs'>, dice: Dice, happens: () => void): void {
    if (meanUntilUs === Number.MAX_SAFE_INTEGER) return;
    this.#cluster.queue.plan(dice.exponential(meanUntilUs), () => {
      if (this.#isOver) return;
      happens();
      this.#every({ meanUntilUs }, dice, happens);
    });
  }

  #after({ meanForUs }: Spell, dice: Dice, happens: () => void): void {
    this.#cluster.queue.plan(dice.exponential(meanForUs), () => {
      if (!this.#isOver) happens();
    });
  }

  /** Often the leader: what befalls the others matters less. */
  #someAlive(dice: Dice): Member | undefined {
    const { alive, leader } = this.#cluster;
    if (leader !== undefined && dice.chance(LEADER_SHARE)) return leader;
    return alive.length === 0 ? undefined : dice.pick(alive);
  }

  /** Two sides that hear nothing, or only one of them nothing, of one another. */
  #partition(): void {
    const cluster = this.#cluster;
    const dice = this.#network;
    const ids = dice.shuffle([...cluster.members.keys()]);
    const leaderAt = ids.indexOf(cluster.leader?.id ?? 0);
    // The leader on the side that is often the smaller one.
    if (leaderAt > 0 && dice.chance(LEADER_SHARE)) ids.unshift(...ids.splice(leaderAt, 1));
    const size = dice.pick([1, Math.floor(ids.length / 2), dice.between(1, ids.length)]);
    const side = new Set(ids.slice(0, size));
    const kind = dice.below(3);
    for (const from of ids)
      for (const to of ids) {
        if (side.has(from) === side.has(to)) continue;
        if (kind === 1 && side.has(from)) continue;
        if (kind === 2 && side.has(to)) continue;
        cluster.network.setCut(from, to, true);
        cluster.note(EVENT.cut, from, to);
      }
    this.#after(cluster.options.partition, dice, () => {
      for (const from of ids) for (const to of ids) cluster.network.setCut(from, to, false);
      cluster.note(EVENT.heal);
    });
  }

  #crashSome(): void {
    const { alive } = this.#cluster;
    const victims = this.#crash.chance(ALL_AT_ONCE)
      ? alive
      : alive.length > 0
        ? [this.#crash.pick(alive)]
        : [];
    for (const member of victims) member.process?.kill();
  }

  #fillDisk(): void {
    const member = this.#someAlive(this.#disk);
    if (member === undefined) return;
    const { disk, id } = member;
    disk.isFull = true;
    this.#cluster.note(EVENT.full, id);
    this.#after(this.#cluster.options.fullDisk, this.#disk, () => {
      disk.isFull = false;
      this.#cluster.note(EVENT.room, id);
    });
  }

  #pauseOne(): void {
    const process = this.#someAlive(this.#clock)?.process;
    if (process === undefined) return;
    const { id } = process.node;
    process.pause();
    this.#cluster.note(EVENT.pause, id);
    this.#after(this.#cluster.options.pause, this.#clock, () => {
      this.#cluster.note(EVENT.resume, id);
      process.resume();
    });
  }

  #jump(): void {
    const process = this.#someAlive(this.#clock)?.process;
    if (process === undefined) return;
    const ticks = this.#clock.between(1, MOST_CATCH_UP_TICKS);
    this.#cluster.note(EVENT.jump, process.node.id, ticks);
    for (let tick = 0; tick < ticks; tick++) process.run((node) => node.tick());
  }

  /** Only one that the cluster can do without for good; it never comes back under its old id. */
  #loseDisk(): void {
    const cluster = this.#cluster;
    const member = this.#someAlive(this.#disk);
    if (member === undefined || !isSettled(cluster) || !canSpare(cluster, member.id)) return;
    member.isLost = true;
    cluster.note(EVENT.lose, member.id);
    cluster.retire(member);
  }
}

/** Keeps the weather's dice apart from those of the same name elsewhere. */
const WEATHER = 2 ** 33;
