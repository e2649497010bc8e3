/**
 * Changes of the members and of the leadership, as a leader is asked for them: one after the other, each checked
 * against the rules before it is proposed. Owns the sentences of their refusals.
 */
import { type Member, MembershipError, type MembershipErrorCode } from './member-log.js';
import { encodePeer, type Peer } from './membership.js';
import type { Outcome, Settle } from './node-effects.js';
import type { RaftNode } from './raft-node.js';
import { bestSuccessor, type ChangeRefusal, promotionRefusal, removalRefusal } from './rules/change-check.js';
import type { ConfChangeType } from './rules/types.js';

/** A learner that lacks no more than this gets the rest while its first votes are asked for. */
const NEAR_ENTRIES = 1000;

export class MembershipChanges {
  readonly #node: RaftNode;
  #last: Promise<unknown> = Promise.resolve();

  constructor(node: RaftNode) {
    this.#node = node;
  }

  addLearner({ name, address }: Pick<Peer, 'name' | 'address'>): Promise<Member> {
    return this.#inTurn(async () => {
      const namesake = this.#node.membership.peers.find((peer) => peer.name === name);
      if (namesake?.id === this.#node.id) {
        throw new MembershipError('not-yet', `${name} is the leader itself: it has to hand over first`);
      }
      if (namesake !== undefined) await this.#remove(namesake.id);
      const id = this.#node.membership.highestId + 1;
      await this.#change('add-learner-node', { id, name, address });
      return { id, name, address, role: 'learner' };
    });
  }

  promote(id: number): Promise<void> {
    return this.#inTurn(async () => {
      const views = this.#node.hearing.views();
      const log = { lastIndex: this.#node.lastIndex, nearEntries: NEAR_ENTRIES };
      const refusal = promotionRefusal(views, id, log);
      if (refusal !== undefined) throw this.#refused(refusal, id);
      if (views.some((view) => view.id === id && view.isVoter)) return;
      await this.#change('add-node', this.#peerOf(id));
    });
  }

  remove(id: number): Promise<void> {
    return this.#inTurn(() => this.#remove(id));
  }

  changeAddress(id: number, address: string): Promise<void> {
    return this.#inTurn(async () => {
      const peer = this.#peerOf(id);
      if (peer.address !== address) await this.#change('update-node', { ...peer, address });
    });
  }

  transferLeadership(toId?: number): Promise<void> {
    return this.#inTurn(() => this.#handOver(toId));
  }

  async #remove(id: number): Promise<void> {
    const refusal = removalRefusal(this.#node.hearing.views(), id);
    if (refusal !== undefined) throw this.#refused(refusal, id);
    if (id === this.#node.id) {
      // Whoever leads then takes it out: asked there, the same call goes on.
      await this.#handOver(undefined);
      throw this.#notLeader();
    }
    await this.#change('remove-node', this.#peerOf(id));
  }

  async #handOver(toId: number | undefined): Promise<void> {
    if (toId === this.#node.id) return;
    const views = this.#node.hearing.views();
    const successor = toId ?? bestSuccessor(views, this.#node.id);
    if (successor === undefined) {
      throw new MembershipError('would-lose-quorum', 'there is no other voter that can be reached');
    }
    const view = views.find(({ id }) => id === successor);
    if (view === undefined) throw this.#refused({ code: 'unknown-member' }, successor);
    if (!view.isVoter) throw new MembershipError('not-yet', `member ${successor} has no vote yet`);
    check(await this.#outcome((settle) => this.#node.transferLeader(successor, settle)), this.#nameOf);
  }

  async #change(type: ConfChangeType, peer: Peer): Promise<void> {
    const change = { version: 1, type, nodeId: peer.id, context: encodePeer(peer) } as const;
    check(await this.#outcome((settle) => this.#node.proposeChange(change, settle)), this.#nameOf);
  }

  #outcome(ask: (settle: Settle) => void): Promise<Outcome> {
    return new Promise((resolve) => {
      ask(resolve);
    });
  }

  /** One after the other, and only on a leader that has applied all that was there before it led. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(() => {
      const { isSelf, leaderId } = this.#node.leadership;
      if (isSelf) return work();
      if (leaderId !== this.#node.id) throw this.#notLeader();
      throw new MembershipError('not-yet', 'this member has only just begun to lead');
    });
    this.#last = done.catch(() => undefined);
    return done;
  }

  readonly #nameOf = (id: number): string | null =>
    this.#node.membership.peers.find((peer) => peer.id === id)?.name ?? null;

  #peerOf(id: number): Peer {
    const peer = this.#node.membership.peers.find((each) => each.id === id);
    if (peer === undefined) throw this.#refused({ code: 'unknown-member' }, id);
    return peer;
  }

  #notLeader(): MembershipError {
    // Whom the core follows already, though its term may not be durable here.
    return errorOf({ kind: 'not-leader', leaderId: this.#node.core.raft.lead }, this.#nameOf);
  }

  #refused(refusal: ChangeRefusal, id: number): MembershipError {
    switch (refusal.code) {
      case 'unknown-member':
        return new MembershipError('unknown-member', `there is no member ${id}`);
      case 'would-lose-quorum': {
        const missing = refusal.unreachable.map((each) => this.#nameOf(each) ?? each).join(', ');
        const unreachable = missing === '' ? '' : `, and of these can not be reached: ${missing}`;
        const what = `${refusal.voters} voters would remain${unreachable}`;
        return new MembershipError('would-lose-quorum', `no majority would be left: ${what}`);
      }
      case 'not-yet':
        return new MembershipError(
          'not-yet',
          `member ${id} lacks ${refusal.entriesBehind} entries, or is silent`,
        );
    }
  }
}

type NameOf = (id: number) => string | null;

function check(outcome: Outcome, nameOf: NameOf): void {
  if (outcome.kind !== 'applied') throw errorOf(outcome, nameOf);
}

const CODES = {
  'not-leader': 'not-leader',
  'disk-full': 'not-yet',
  refused: 'not-yet',
  unknown: 'outcome-unknown',
  stopped: 'stopped',
} as const satisfies Record<Exclude<Outcome['kind'], 'applied'>, MembershipErrorCode>;

const SENTENCES = {
  'not-leader': 'this member does not lead',
  'disk-full': 'the disk of this member has no room',
  refused: 'another change is not finished, or the other member did not take over in time',
  unknown: 'leadership was lost before the change was known to be committed',
  stopped: 'the log has stopped',
} as const;

function errorOf(outcome: Exclude<Outcome, { kind: 'applied' }>, nameOf: NameOf): MembershipError {
  const leader = outcome.kind === 'not-leader' ? nameOf(outcome.leaderId) : null;
  const cause = 'cause' in outcome ? outcome.cause : undefined;
  return new MembershipError(CODES[outcome.kind], SENTENCES[outcome.kind], { leader, cause });
}
