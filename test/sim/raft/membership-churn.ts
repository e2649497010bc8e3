/**
 * Members that come, are promoted, demoted, moved and removed while all else goes on, one at a time or several by
 * way of a joint configuration. Asks for what a driver could ask for and the configuration in force allows; never
 * for what would leave the cluster unable to heal. Leadership is handed over now and then as well.
 */
import { encodePeer } from 'raft-ts/membership.js';
import type { RaftNode } from 'raft-ts/raft-node.js';
import type { ConfChange, ConfChangeSingle, ConfState } from 'raft-ts/rules/types.js';
import { addressOf, type Cluster } from './cluster.js';
import { changeNumber, EVENT } from './events.js';
import type { Member } from './member.js';
import { Dice } from './prng.js';
import { canHeal } from './voters.js';

const MOST_MEMBERS = 9;
const MOST_ADDED = 24;

export class MembershipChurn {
  readonly #cluster: Cluster;
  readonly #dice: Dice;
  #highestId: number;
  #isOver = false;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
    const { seed, memberCount, meanUntilChurnUs, meanUntilTransferUs } = cluster.options;
    this.#dice = new Dice(seed, 'membership');
    this.#highestId = memberCount;
    this.#every(meanUntilChurnUs, () => this.#change());
    this.#every(meanUntilTransferUs, () => this.#transfer());
  }

  stop(): void {
    this.#isOver = true;
  }

  #every(meanUs: number, happens: () => void): void {
    if (meanUs === Number.MAX_SAFE_INTEGER) return;
    this.#cluster.queue.plan(this.#dice.exponential(meanUs), () => {
      if (this.#isOver) return;
      happens();
      this.#every(meanUs, happens);
    });
  }

  #transfer(): void {
    const leader = this.#cluster.leader;
    if (leader?.process === undefined) return;
    const { voters, learners } = leader.process.node.confState;
    const toId = this.#dice.pick([...voters, ...learners]);
    this.#cluster.note(EVENT.transfer, leader.id, toId);
    leader.process.transferLeader(toId);
  }

  #change(): void {
    // Often the leader, at times whoever only thinks it leads.
    const { leader, alive } = this.#cluster;
    const asked = this.#dice.chance(0.9) ? leader : alive.length > 0 ? this.#dice.pick(alive) : undefined;
    const node = asked?.process?.node;
    if (asked === undefined || node === undefined || node.role !== 'leader') return;
    const { confState } = node;
    if (confState.votersOutgoing.length > 0) {
      if (!confState.autoLeave) this.#propose(asked, 'leave joint', 0, jointChange([], 'auto'));
      return;
    }
    const which = this.#dice.below(8);
    if (which < 2) this.#add(asked, confState);
    else if (which < 4) this.#promote(asked, confState);
    else if (which < 5) this.#demoteOrRemove(asked, confState, 'demote');
    else if (which < 6) this.#demoteOrRemove(asked, confState, 'remove');
    else if (which < 7) this.#move(asked, confState);
    else this.#changeSeveral(asked, confState);
  }

  #add(asked: Member, { voters, learners }: ConfState): void {
    if (voters.length + learners.length >= MOST_MEMBERS || this.#cluster.members.size >= MOST_ADDED) return;
    const id = this.#newMember();
    this.#propose(asked, 'add learner', id, single('add-learner-node', id));
  }

  /** Some start at once, some later, some only when all is mended. */
  #newMember(): number {
    const id = ++this.#highestId;
    this.#cluster.addMember(id);
    if (this.#dice.chance(0.9))
      this.#cluster.queue.plan(this.#dice.exponential(20 * this.#cluster.options.tickUs), () =>
        this.#cluster.start(id),
      );
    return id;
  }

  #promote(asked: Member, { learners }: ConfState): void {
    const ready = learners.filter((id) => this.#hasCaughtUp(asked, id));
    if (ready.length === 0) return;
    const id = this.#dice.pick(ready);
    this.#propose(asked, 'promote', id, single('add-node', id));
  }

  #hasCaughtUp(asked: Member, id: number): boolean {
    const raft = asked.process?.node.core.raft;
    const progress = raft?.tracker.progressOf(id);
    return raft !== undefined && progress !== undefined && progress.match + 20 >= raft.log.committed;
  }

  #demoteOrRemove(asked: Member, { voters, learners }: ConfState, what: 'demote' | 'remove'): void {
    const id = this.#dice.pick(what === 'remove' ? [...voters, ...learners] : voters);
    if (voters.length === 1 && voters[0] === id) return;
    this.#propose(asked, what, id, single(what === 'remove' ? 'remove-node' : 'add-learner-node', id));
  }

  #move(asked: Member, { voters, learners }: ConfState): void {
    const id = this.#dice.pick([...voters, ...learners]);
    const context = encodePeer(addressOf(id, this.#dice.between(1, 99)));
    const change: ConfChange = { version: 1, type: 'update-node', nodeId: id, context };
    this.#propose(asked, 'new address', id, change);
  }

  /** Promotions, demotions and removals at once: a joint configuration is entered, and left by itself or not. */
  #changeSeveral(asked: Member, { voters, learners }: ConfState): void {
    const changes: ConfChangeSingle[] = [];
    for (const nodeId of learners)
      if (this.#dice.chance(0.5) && this.#hasCaughtUp(asked, nodeId))
        changes.push({ type: 'add-node', nodeId });
    const kept = this.#dice.pick(voters);
    for (const nodeId of voters) {
      if (nodeId === kept || !this.#dice.chance(0.3)) continue;
      changes.push({ type: this.#dice.chance(0.5) ? 'remove-node' : 'add-learner-node', nodeId });
    }
    if (changes.length === 0) return;
    const transition = this.#dice.pick(['joint-implicit', 'joint-explicit'] as const);
    this.#propose(asked, 'joint change', changes.length, jointChange(changes, transition));
  }

  #propose(asked: Member, what: string, id: number, change: ConfChange): void {
    const { process } = asked;
    if (process === undefined || !this.#isHarmless(process.node, change)) return;
    this.#cluster.note(EVENT.change, asked.id, changeNumber(what), id);
    process.proposeChange(change);
  }

  /** Whether those that would vote afterwards can come back, most of them. */
  #isHarmless(node: RaftNode, change: ConfChange): boolean {
    const voters = new Set(node.confState.voters);
    for (const { type, nodeId } of change.version === 1 ? [change] : change.changes) {
      if (type === 'add-node') voters.add(nodeId);
      else if (type !== 'update-node') voters.delete(nodeId);
    }
    const after: ConfState = { ...node.confState, voters: [...voters] };
    return voters.size > 0 && canHeal(this.#cluster, after);
  }
}

function single(type: ConfChangeSingle['type'], nodeId: number): ConfChange {
  const isNew = type === 'add-learner-node' || type === 'add-node';
  return { version: 1, type, nodeId, context: isNew ? encodePeer(addressOf(nodeId)) : undefined };
}

const jointChange = (
  changes: readonly ConfChangeSingle[],
  transition: 'auto' | 'joint-implicit' | 'joint-explicit',
): ConfChange => ({ version: 2, transition, changes, context: undefined });
