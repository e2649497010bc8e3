/**
 * A simulated cluster: its members on one network, one time and one log of everything. Owns how they are made,
 * started and reached; what befalls them is weather.ts's and membership-churn.ts's doing.
 */
import type { MemberFile } from 'raft-ts/member-file.js';
import { encodeSnapshotMembers, type Membership, wasRemoved } from 'raft-ts/membership.js';
import { decodeMessages, encodeMessages, MessageDamagedError } from 'raft-ts/message-codec.js';
import type { RaftNodeOptions } from 'raft-ts/node-effects.js';
import type { RaftNode } from 'raft-ts/raft-node.js';
import type { SnapshotReference } from 'raft-ts/record.js';
import { type ConfState, NO_CONF_STATE } from 'raft-ts/rules/types.js';
import { ClientHistory } from './client-history.js';
import { DEATH, EVENT, numberOfType, SENTENCES } from './events.js';
import { EventQueue } from './event-queue.js';
import { LogBook } from './log-book.js';
import { type DiskLies, HONEST, LogDisk } from './log-disk.js';
import { Member } from './member.js';
import { SimNetwork } from './network.js';
import { Dice } from './prng.js';
import { type Letter, SyncFailed } from './process.js';
import { RegisterMachine, type RegisterState } from './register-machine.js';
import type { RunOptions } from './swarm-options.js';
import { Trace } from './trace.js';
import { must } from './violation.js';

/** What is wrong on purpose, to show that the checks notice. */
export interface Sabotage {
  readonly disk: DiskLies;
}

export const NO_SABOTAGE: Sabotage = { disk: HONEST };

const START = { index: 1, term: 1 };
const CLUSTER_ID = 'simulated';
/** In ticks: what a driver makes up for at most after its process stood still. */
export const MOST_CATCH_UP_TICKS = 5;

export const addressOf = (id: number, nth = 0): { readonly name: string; readonly address: string } => ({
  name: `m${id}`,
  address: `${id}.${nth}`,
});

export class Cluster {
  options: RunOptions;
  readonly queue = new EventQueue<() => void>();
  readonly trace = new Trace(SENTENCES);
  readonly book = new LogBook(START);
  readonly history = new ClientHistory(this.book);
  readonly members = new Map<number, Member>();
  readonly network: SimNetwork<Letter>;
  readonly #dice: Record<'network' | 'disk' | 'crash' | 'jitter' | 'clock', Dice>;
  readonly #sabotage: Sabotage;
  /** What ended the run, from within an event. */
  failure: Error | undefined;
  /** The configuration after each change, by the index at which it came into force. */
  readonly #configs = new Map<number, string>();

  constructor(options: RunOptions, sabotage: Sabotage) {
    this.options = options;
    this.#sabotage = sabotage;
    const { seed } = options;
    this.#dice = {
      network: new Dice(seed, 'network'),
      disk: new Dice(seed, 'disk'),
      crash: new Dice(seed, 'crash'),
      jitter: new Dice(seed, 'jitter'),
      clock: new Dice(seed, 'clock'),
    };
    this.network = new SimNetwork<Letter>(options.network, {
      queue: this.queue,
      dice: this.#dice.network,
      deliver: (from, to, letter) => this.#deliver(from, to, letter),
      damage: (letter) => this.#damaged(letter),
      dropped: (from, to) => this.#dropped(from, to),
    });
    const ids = Array.from({ length: options.memberCount }, (_, nth) => nth + 1);
    for (const id of ids) this.#found(id, ids);
    for (const id of ids) this.start(id);
  }

  get alive(): Member[] {
    return [...this.members.values()].filter(({ process }) => process !== undefined);
  }

  /** Whoever leads in the highest term. */
  get leader(): Member | undefined {
    let found: Member | undefined;
    let highestTerm = 0;
    for (const member of this.members.values()) {
      const { process } = member;
      if (process === undefined || process.node.role !== 'leader') continue;
      const { term } = process.node.core.raft;
      if (term > highestTerm) [found, highestTerm] = [member, term];
    }
    return found;
  }

  note(kind: number, a = 0, b = 0, c = 0): void {
    this.trace.note(this.queue.nowUs, kind, a, b, c);
  }

  member(id: number): Member {
    const member = this.members.get(id);
    must(member !== undefined, () => `there is no member ${id}`);
    return member;
  }

  /** Each member in a line, for a report. */
  describe(): string[] {
    return [...this.members.values()].map(({ id, process, disk, isGone, isLost }) => {
      const fate = isLost ? 'lost' : isGone ? 'gone' : 'dead';
      const onDisk = `disk: term ${disk.hardState.term}, vote ${disk.hardState.vote}, entries to ${disk.lastIndex}`;
      if (process === undefined) return `member ${id} is ${fate}; ${onDisk}`;
      const { role, term, log, lead, tracker } = process.node.core.raft;
      const { incoming, outgoing, learners } = tracker.membership;
      const config = [incoming, outgoing, learners].map((ids) => ids.join(' ')).join(' | ');
      const state = `${role} in term ${term}, leader ${lead}, applied ${log.applied}, committed ${log.committed} of ${log.lastIndex()}`;
      return `member ${id} is ${state}, knows ${config}; ${onDisk}`;
    });
  }

  /** A disk with nothing on it. */
  addMember(id: number): Member {
    const { disk } = this.options;
    const modules = { queue: this.queue, dice: this.#dice.disk, lies: this.#sabotage.disk };
    const member = new Member(id, new LogDisk<RegisterState>(disk, modules));
    const { slowestClock, fastestClock } = this.options;
    member.clockRate = slowestClock + this.#dice.clock.fraction() * (fastestClock - slowestClock);
    this.members.set(id, member);
    return member;
  }

  start(id: number): void {
    const member = this.member(id);
    if (member.isGone || member.process !== undefined) return;
    const { disk } = member;
    this.note(EVENT.start, id, disk.lastIndex, disk.hardState.term);
    const process = member.start(this.#nodeOptions(id), memberFile(id), {
      queue: this.queue,
      disk,
      diskOf: (other) => this.members.get(other)?.disk,
      jitter: this.#dice.jitter,
      crashDice: this.#dice.crash,
      crashInsideRate: () => this.options.crashInsideRate,
      book: this.book,
      promises: member.promises,
      send: (message) => this.network.send(id, message.to, { message, snapshot: undefined }),
      sendSnapshot: (letter) => this.#sendSnapshot(member, letter),
      restored: (index) => this.note(EVENT.restored, id, index),
      hashAt: (index) => this.history.hashAt(index),
      membersChanged: () => this.#membersChanged(member),
      leadershipChanged: ({ leaderId, term }) => this.note(EVENT.lead, id, leaderId, term),
      died: (error) => this.#died(member, error),
    });
    this.#planTick(member, process);
  }

  /** The death that a process does not come back from. */
  retire(member: Member): void {
    member.isGone = true;
    this.note(EVENT.die, member.id, DEATH.forGood);
    member.process?.kill();
  }

  #nodeOptions(id: number): RaftNodeOptions {
    const { electionTicks, heartbeatTicks, snapshotAfterEntries, keptEntries } = this.options;
    const { maxMessageBytes, maxInflightMessages, maxApplyBytes } = this.options;
    return {
      id,
      electionTicks,
      heartbeatTicks,
      snapshotAfterEntries,
      snapshotAfterBytes: Number.MAX_SAFE_INTEGER,
      keptEntries,
      keptBytes: Number.MAX_SAFE_INTEGER,
      coreLimits: {
        maxSizePerMsg: maxMessageBytes,
        maxInflightMsgs: maxInflightMessages,
        maxCommittedSizePerReady: maxApplyBytes,
      },
    };
  }

  /** A founding member: all begin with the same snapshot. */
  #found(id: number, ids: readonly number[]): void {
    const member = this.addMember(id);
    const confState: ConfState = { ...NO_CONF_STATE, voters: ids };
    const membership = membershipOf(ids, ids.length);
    const data = encodeSnapshotMembers({ confState, membership });
    const file = { reference: { ...START, data }, state: new RegisterMachine().capture() };
    member.disk.format(file, { term: START.term, vote: 0, commit: START.index });
  }

  #planTick(member: Member, process: NonNullable<Member['process']>): void {
    this.queue.plan(this.options.tickUs / member.clockRate, () => {
      if (process.isDead) return;
      this.note(EVENT.tick, member.id);
      process.run((node) => node.tick());
      this.#planTick(member, process);
    });
  }

  #died(member: Member, error: Error | undefined): void {
    const isExpected = error === undefined || error instanceof SyncFailed;
    if (!isExpected) this.failure ??= error;
    this.note(EVENT.die, member.id, error === undefined ? DEATH.cut : DEATH.sync);
    member.disk.crash();
    if (member.isGone) return;
    const delayUs = this.#dice.crash.exponential(this.options.crash.meanForUs);
    this.queue.plan(delayUs, () => this.start(member.id));
  }

  #membersChanged(member: Member): void {
    const { node } = member.process ?? { node: undefined };
    if (node === undefined) return;
    const config = JSON.stringify([node.confState, node.membership]);
    const known = this.#configs.get(node.appliedIndex);
    if (known === undefined) {
      this.#configs.set(node.appliedIndex, config);
      this.note(EVENT.members, member.id, node.appliedIndex);
    } else must(known === config, () => `at ${node.appliedIndex} member ${member.id} has other members`);
    // Who is to leave votes until the joint configuration is left.
    const { votersOutgoing } = node.confState;
    for (const other of this.members.values())
      if (!other.isGone && !votersOutgoing.includes(other.id) && wasRemoved(node.membership, other.id))
        this.#removed(other);
  }

  /** It goes on talking for a while, as one that has not heard of it. */
  #removed(member: Member): void {
    if (member.isRemoved) return;
    member.isRemoved = true;
    this.note(EVENT.removed, member.id);
    this.#retireLater(member);
  }

  /**
   * Not before those who stay know that they do not need it: of two voters the one that leads may remove itself, and
   * then the other can not commit that without it.
   */
  #retireLater(member: Member): void {
    this.queue.plan(this.#dice.crash.exponential(50 * this.options.tickUs), () => {
      const isNeededBy = ({ isGone, isRemoved, process }: Member): boolean => {
        if (isGone || isRemoved) return false;
        if (process === undefined) return true;
        const { voters, votersOutgoing } = process.node.confState;
        return voters.includes(member.id) || votersOutgoing.includes(member.id);
      };
      if (![...this.members.values()].some(isNeededBy)) this.retire(member);
      else this.#retireLater(member);
    });
  }

  #deliver(from: number, to: number, letter: Letter): void {
    const { message } = letter;
    const { process } = this.members.get(to) ?? { process: undefined };
    if (process === undefined) {
      this.#gone(from, to);
      return;
    }
    if (letter.snapshot !== undefined) {
      this.#deliverSnapshot(from, to, letter);
      return;
    }
    this.note(EVENT.deliver, from, to, message.term * 32 + numberOfType(message.type));
    process.run((node) => node.receive(message));
  }

  /** The sender's connection is refused: there is no process. */
  #gone(from: number, to: number): void {
    const { process } = this.members.get(from) ?? { process: undefined };
    if (process === undefined) return;
    const { network, jitter } = this.#dice;
    if (!network.chance(0.5)) return;
    this.queue.plan(network.exponential(this.options.tickUs), () =>
      process.run((node) => {
        node.unreachable(to);
        if (!node.gone(to)) return;
        const delayUs = jitter.fraction() * this.options.electionTicks * this.options.tickUs;
        this.queue.plan(delayUs, () => process.run((waiting) => campaignIfLeaderless(waiting)));
      }),
    );
  }

  #dropped(from: number, to: number): void {
    const { process } = this.members.get(from) ?? { process: undefined };
    if (process === undefined || !this.#dice.network.chance(0.3)) return;
    this.queue.plan(this.#dice.network.exponential(this.options.tickUs), () =>
      process.run((node) => node.unreachable(to)),
    );
  }

  #sendSnapshot(sender: Member, letter: Letter): void {
    const { to } = letter.message;
    const { tickUs, electionTicks } = this.options;
    const { process } = sender;
    const number = letter.snapshot?.number ?? 0;
    this.network.send(sender.id, to, letter, 4);
    this.queue.plan(10 * electionTicks * tickUs, () => process?.snapshotSent(to, number, false));
  }

  #deliverSnapshot(from: number, to: number, { message, snapshot }: Letter): void {
    const { process, disk } = this.member(to);
    if (process === undefined || snapshot === undefined || message.snapshot === undefined) return;
    const { data = new Uint8Array(0), metadata } = message.snapshot;
    const reference: SnapshotReference = { index: metadata.index, term: metadata.term, data };
    this.note(EVENT.snapshot, from, to, reference.index);
    const sender = this.member(from).process;
    const answer = (hasArrived: boolean): void =>
      this.queue.plan(this.#dice.network.exponential(this.options.tickUs), () =>
        sender?.snapshotSent(to, snapshot.number, hasArrived),
      );
    if (this.#dice.network.chance(this.options.brokenSnapshotRate)) {
      answer(false);
      return;
    }
    process.run((node) => {
      if (!node.wantsSnapshot(message)) {
        node.receive(message);
        answer(true);
        return;
      }
      disk.writeSnapshot({ reference, state: snapshot.state }, (isDurable) => {
        if (isDurable) process.run((receiver) => receiver.receive(message));
        answer(isDurable);
      });
    });
  }

  /** One bit of the message's bytes is turned on its way; what is read of that must be nothing. */
  #damaged(letter: Letter): Letter | undefined {
    const bytes = Uint8Array.from(encodeMessages([letter.message]));
    const at = this.#dice.network.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << this.#dice.network.below(8));
    try {
      decodeMessages(bytes);
    } catch (error) {
      if (error instanceof MessageDamagedError) return undefined;
      throw error;
    }
    must(false, () => `a damaged message is read as if nothing had happened (byte ${at})`);
  }
}

function campaignIfLeaderless(node: RaftNode): void {
  if (node.core.raft.lead === 0) node.campaign();
}

/** What a member was told as it joined. */
const memberFile = (id: number): MemberFile => ({
  clusterId: CLUSTER_ID,
  recoveryEpoch: 1,
  id,
  name: addressOf(id).name,
  peers: [],
});

function membershipOf(ids: readonly number[], highestId: number): Membership {
  const peers = ids.map((id) => ({ id, ...addressOf(id) }));
  return { clusterId: CLUSTER_ID, recoveryEpoch: 1, highestId, peers };
}
