/**
 * The state of one member, and the messages it has to send. The functions beside this file move it: step.ts and
 * tick.ts are the entrances, roles.ts has the transitions, and each role and concern a file of its own.
 *
 * All of it is synchronous and deterministic: same inputs, same outputs. Fields are open to those files and to
 * tests; whoever embeds the core uses raw-node.ts.
 */
import { ReadOnly } from './read-only.js';
import type { RaftConfig } from '../config.js';
import { raftFault, raftInvariant } from '../invariant.js';
import { RaftLog } from '../log/raft-log.js';
import type { RaftLogger } from '../logger.js';
import { Tracker } from '../tracker/tracker.js';
import {
  NONE,
  type HardState,
  type Message,
  type MessageType,
  type ReadState,
  type Role,
  type SoftState,
} from '../types.js';

export class Raft {
  readonly id: number;
  readonly config: RaftConfig;
  readonly logger: RaftLogger | undefined;
  readonly log: RaftLog;
  readonly tracker: Tracker;

  term = 0;
  vote = NONE;
  role: Role = 'follower';
  lead = NONE;

  /** Ticks since the leader was last heard; of a leader, since it last checked its quorum. */
  electionElapsed = 0;
  heartbeatElapsed = 0;
  randomizedElectionTimeout = 0;

  /** Leader: whom leadership is being handed to. */
  leadTransferee = NONE;
  /** Leader: no configuration change is proposed until the entry with this index is applied. */
  pendingConfIndex = 0;
  /** Leader: payload bytes of its own entries that are not applied yet. */
  uncommittedSize = 0;

  readOnly = new ReadOnly();
  /** Leader: reads that wait for its first commit. */
  postponedReads: Message[] = [];
  readStates: ReadState[] = [];

  /** To be sent at any time. */
  msgs: Message[] = [];
  /** To be sent, or to be delivered to this member itself, once what is unstable now is durable. */
  msgsAfterAppend: Message[] = [];

  constructor(config: RaftConfig) {
    this.id = config.id;
    this.config = config;
    this.logger = config.logger;
    this.log = new RaftLog(config.storage, config.logger, config.maxCommittedSizePerReady);
    this.tracker = new Tracker(config.maxInflightMsgs, config.maxInflightBytes);
  }

  get softState(): SoftState {
    return { lead: this.lead, role: this.role };
  }

  get hardState(): HardState {
    return { term: this.term, vote: this.vote, commit: this.log.committed };
  }

  /** Whether it may campaign: a voter, and its log is all there. */
  get isPromotable(): boolean {
    const own = this.tracker.progressOf(this.id);
    return own !== undefined && !own.isLearner && !this.log.hasSnapshotToRestore;
  }

  get hasCommittedInTerm(): boolean {
    return this.log.termOrZero(this.log.committed) === this.term;
  }

  /**
   * Queues a message, from this member and at its term unless the message says otherwise. Whatever promises
   * something about the log or the vote waits until that is durable.
   */
  send(message: Message): void {
    const { type } = message;
    if (message.from === NONE) {
      message.from = this.id;
    }
    if (carriesOwnTerm(type)) {
      if (message.term === 0) {
        raftFault(`${type} must have a term`);
      }
    } else {
      if (message.term !== 0) {
        raftFault(`${type} must get its term when it is sent, but has ${message.term}`);
      }
      // Those two may be forwarded, to a leader of whatever term.
      message.term = type === 'Prop' || type === 'ReadIndex' ? 0 : this.term;
    }
    if (type === 'AppResp' || type === 'VoteResp' || type === 'PreVoteResp') {
      this.msgsAfterAppend.push(message);
    } else {
      raftInvariant(message.to !== this.id, 'a message to itself, of a type that nobody else must wait for');
      this.msgs.push(message);
    }
  }
}

/** Elections speak of terms other than the sender's own. */
function carriesOwnTerm(type: MessageType): boolean {
  return type === 'Vote' || type === 'VoteResp' || type === 'PreVote' || type === 'PreVoteResp';
}
