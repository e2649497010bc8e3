/**
 * What waits to be given to the core, proposals and reads: how much of it goes in with one turn, and what becomes of
 * what can not. Owns the two queues' way in; what the core answers is the node's to hand back.
 */
import type { AppliedState } from './applied-state.js';
import type { Handover } from './handover.js';
import type { NodeEffects } from './node-effects.js';
import type { ProposalQueue } from './proposal-queue.js';
import type { ReadQueue } from './read-queue.js';
import type { RawNode } from './rules/raw-node.js';
import { makeMessage, NONE } from './rules/types.js';
import type { StorageWork } from './storage-work.js';

export interface IntakeModules {
  readonly core: RawNode;
  readonly proposals: ProposalQueue;
  readonly reads: ReadQueue;
  readonly work: StorageWork;
  readonly handover: Handover;
  readonly applied: AppliedState;
  readonly effects: Pick<NodeEffects, 'wantTurn'>;
}

export class Intake {
  readonly #modules: IntakeModules;

  constructor(modules: IntakeModules) {
    this.#modules = modules;
  }

  /** Gives the core what waits for it; false if nothing did. */
  handIn(tick: number): boolean {
    const { proposals, handover, applied } = this.#modules;
    const hadReads = this.#askReads(tick);
    // While leadership is being handed over they wait: nothing is lost if that fails, and little if it does not.
    const mustWait = handover.isUnderWay || applied.ownVote.isAtStake(applied.index);
    if (!proposals.hasWaiting || mustWait) return hadReads;
    return this.#propose() || hadReads;
  }

  #askReads(tick: number): boolean {
    const { core, reads } = this.#modules;
    if (!reads.hasWaiting) return false;
    if (core.raft.lead === NONE) reads.settleUnanswered({ kind: 'not-leader', leaderId: NONE });
    else core.readIndex(reads.ask(tick));
    return true;
  }

  #propose(): boolean {
    const { core, proposals, work, applied, effects } = this.#modules;
    const { id, lead, role, term, log } = core.raft;
    const leads = role === 'leader' && applied.ownVote.isHeld(applied.confState, proposals.isChangeNext);
    const count = proposals.countWithin((lengthBytes) => work.hasRoomFor(lengthBytes));
    if (leads && count === 0) {
      if (work.isFull) proposals.settleWaiting({ kind: 'disk-full', cause: undefined });
      else work.makeRoom();
      return false;
    }
    const first = { index: log.lastIndex() + 1, term };
    const proposal = makeMessage({ type: 'Prop', to: id, from: id, entries: proposals.entries(count) });
    if (leads && core.step(proposal) === undefined) proposals.place(count, first);
    else proposals.settleWaiting({ kind: 'not-leader', leaderId: lead });
    if (proposals.hasWaiting) effects.wantTurn();
    return true;
  }
}
