/**
 * What must hold of one member's process after every event, from its start to its death: its log agrees with all
 * others, what it holds for committed is so everywhere and durable on a quorum, nothing of it goes back, and it
 * sends no promise before that is kept on its disk. Looks only at what changed since the last event.
 */
import type { Raft } from 'raft-ts/rules/core/raft.js';
import type { Membership as Config } from 'raft-ts/rules/tracker/membership.js';
import type { Entry, Message } from 'raft-ts/rules/types.js';
import type { LogBook } from './log-book.js';
import type { DurableLog } from './log-disk.js';
import { must } from './violation.js';

/** What a member has promised to others, which no crash may undo. */
export interface Promises {
  term: number;
  /** Whom it voted for in this term; 0 for nobody. */
  vote: number;
}

export interface CheckModules {
  readonly book: LogBook;
  readonly disk: DurableLog;
  readonly promises: Promises;
  /** The durable log of any member. */
  readonly diskOf: (id: number) => DurableLog | undefined;
}

interface LogEnd {
  readonly index: number;
  readonly term: number;
  /** The term in which this member has voted; 0 if not in its present one. */
  readonly votedIn: number;
}

function hasMajority(voters: readonly number[], holds: (id: number) => boolean): boolean {
  let count = 0;
  for (const id of voters) if (holds(id)) count++;
  return count > voters.length / 2;
}

export class ProcessChecks {
  readonly #raft: Raft;
  readonly #modules: CheckModules;
  /** Terms of the log's entries, the one at `#baseIndex` first. */
  readonly #terms: number[];
  #baseIndex: number;
  #term: number;
  #vote: number;
  #commit: number;
  #applied: number;
  #isLeader = false;
  #config: Config;

  constructor(raft: Raft, modules: CheckModules) {
    this.#raft = raft;
    this.#modules = modules;
    const { promises } = modules;
    must(
      raft.term >= promises.term,
      () => `member ${raft.id} starts in term ${raft.term}, and had told others of term ${promises.term}`,
    );
    must(
      raft.term > promises.term || promises.vote === 0 || raft.vote === promises.vote,
      () => `member ${raft.id} forgot that it voted for ${promises.vote} in term ${promises.term}`,
    );
    this.#baseIndex = raft.log.firstIndex() - 1;
    this.#terms = [raft.log.termOrZero(this.#baseIndex)];
    this.#term = raft.term;
    this.#vote = raft.vote;
    this.#commit = this.#baseIndex;
    this.#applied = raft.log.applied;
    this.#config = raft.tracker.membership;
    this.afterEvent();
  }

  afterEvent(): void {
    const raft = this.#raft;
    this.#checkForward();
    this.#followLog();
    if (raft.log.committed !== this.#commit) this.#followCommit();
    if (raft.role === 'leader') this.#checkLeader();
    else this.#isLeader = false;
    this.#config = raft.tracker.membership;
  }

  /** A request for a vote was stepped; what the log was then, the caller has from `logEnd` before. */
  answeredVote({ type, from, term, index, logTerm }: Message, before: LogEnd): void {
    const { id, vote, term: ownTerm } = this.#raft;
    if (type !== 'Vote' || ownTerm !== term || vote !== from) return;
    if (before.votedIn === term) return;
    must(
      logTerm > before.term || (logTerm === before.term && index >= before.index),
      () =>
        `member ${id} votes for ${from}, whose log ends at ${logTerm}/${index} before ${before.term}/${before.index}`,
    );
  }

  get logEnd(): LogEnd {
    const { log, term, vote } = this.#raft;
    return { index: log.lastIndex(), term: log.lastTerm(), votedIn: vote === 0 ? 0 : term };
  }

  /** A message is released now: whatever it promises must be durable already. */
  released(message: Message): void {
    const { disk, promises } = this.#modules;
    const { type, term, index, to, reject } = message;
    if (type === 'VoteResp' && !reject) {
      const { hardState } = disk;
      must(
        hardState.term > term || (hardState.term === term && hardState.vote === to),
        () => `member ${this.#raft.id} grants ${to} its vote in term ${term} before that is durable`,
      );
      this.#promise(term, to);
    }
    if (type === 'AppResp' && !reject) {
      // Once in a later term, what it had then may be overwritten: it voted, if it did, knowing what it acknowledges.
      must(
        disk.hardState.term > term || (disk.hardState.term === term && disk.lastIndex >= index),
        () => `member ${this.#raft.id} acknowledges ${index} in term ${term} before that is durable`,
      );
      this.#promise(term, 0);
    }
    if (term > promises.term && (type === 'AppResp' || type === 'VoteResp')) this.#promise(term, 0);
  }

  #promise(term: number, vote: number): void {
    const { promises } = this.#modules;
    if (term < promises.term) return;
    if (term > promises.term) promises.vote = 0;
    promises.term = term;
    if (vote !== 0) promises.vote = vote;
  }

  #checkForward(): void {
    const { id, term, vote, log } = this.#raft;
    if (term === this.#term) {
      must(
        vote === this.#vote || this.#vote === 0,
        () => `member ${id} votes for ${vote} after ${this.#vote} in term ${term}`,
      );
    } else {
      must(term > this.#term, () => `member ${id} goes back from term ${this.#term} to ${term}`);
      this.#term = term;
      this.#isLeader = false;
    }
    this.#vote = vote;
    must(log.committed >= this.#commit, () => `member ${id} takes back its commit of ${this.#commit}`);
    must(log.applied >= this.#applied, () => `member ${id} takes back that it applied ${this.#applied}`);
    must(log.applied <= log.committed, () => `member ${id} applied ${log.applied} of ${log.committed}`);
    this.#applied = log.applied;
  }

  #knownTerm(index: number): number | undefined {
    return this.#terms[index - this.#baseIndex];
  }

  /** Takes over what is new in the log, from its end back to what is known. */
  #followLog(): void {
    const { log, id } = this.#raft;
    const lastIndex = log.lastIndex();
    if (lastIndex === this.#baseIndex + this.#terms.length - 1 && log.term(lastIndex) === this.#terms.at(-1))
      return;
    const firstIndex = log.firstIndex();
    let from = lastIndex + 1;
    while (from > firstIndex && this.#knownTerm(from - 1) !== log.termOrZero(from - 1)) from--;
    if (this.#knownTerm(from - 1) !== log.termOrZero(from - 1)) {
      // A snapshot took the log's place.
      this.#baseIndex = from - 1;
      this.#terms.length = 0;
      this.#terms.push(log.termOrZero(from - 1));
    }
    must(
      from > this.#commit || this.#baseIndex >= this.#commit,
      () => `member ${id} replaces entries from ${from}, and had committed ${this.#commit}`,
    );
    this.#terms.length = from - this.#baseIndex;
    for (const entry of entriesFrom(this.#raft, from, lastIndex)) {
      this.#modules.book.saw(entry, this.#terms.at(-1) ?? 0, id);
      this.#terms.push(entry.term);
    }
  }

  #followCommit(): void {
    const { log, id, term, role } = this.#raft;
    const { book } = this.#modules;
    const from = Math.max(this.#commit, this.#baseIndex) + 1;
    let isFirst = false;
    for (let index = from; index <= log.committed; index++) {
      const entryTerm = this.#knownTerm(index);
      must(entryTerm !== undefined, () => `member ${id} commits ${index}, which it does not have`);
      if (!book.commits(index, entryTerm, { id, term })) continue;
      isFirst = true;
      // Whoever leads, or did when this event began: a leader may remove itself.
      must(role === 'leader' || this.#isLeader, () => `member ${id} commits ${index} before any leader did`);
      this.#checkDurable(index, entryTerm);
    }
    must(
      !isFirst || this.#knownTerm(log.committed) === term,
      () =>
        `leader ${id} of term ${term} commits ${log.committed}, which is of another term, for being on a majority`,
    );
    if (this.#baseIndex > this.#commit)
      must(
        book.committedTerm(this.#baseIndex) === this.#terms[0],
        () => `member ${id} has a snapshot of ${this.#baseIndex}, which is not what was committed there`,
      );
    this.#commit = log.committed;
  }

  /** In the event that commits an entry the configuration may change as well: either will do. */
  #checkDurable(index: number, term: number): void {
    const holds = (id: number): boolean => holdsDurably(this.#modules.diskOf(id), index, term);
    const isSafe = ({ incoming, outgoing }: Config): boolean =>
      hasMajority(incoming, holds) && (outgoing.length === 0 || hasMajority(outgoing, holds));
    must(
      isSafe(this.#config) || isSafe(this.#raft.tracker.membership),
      () =>
        `member ${this.#raft.id} commits ${term}/${index}, which is not durable on a quorum of ` +
        `${this.#config.incoming.join(' ')}${this.#config.outgoing.length > 0 ? ` and ${this.#config.outgoing.join(' ')}` : ''}`,
    );
  }

  #checkLeader(): void {
    const { id, term, log, tracker } = this.#raft;
    const { book, diskOf } = this.#modules;
    if (!this.#isLeader) {
      this.#isLeader = true;
      book.leads(term, id);
      const last = book.lastCommittedBefore(term);
      must(
        last.index <= this.#baseIndex || this.#knownTerm(last.index) === last.term,
        () => `member ${id} leads in term ${term} without the committed entry ${last.term}/${last.index}`,
      );
    }
    const lastIndex = log.lastIndex();
    for (const { id: peer, match, next } of tracker.members) {
      must(match < next, () => `leader ${id} sends ${peer} from ${next}, and it has ${match}`);
      must(match <= lastIndex, () => `leader ${id} thinks that ${peer} has ${match} of ${lastIndex}`);
      const disk = diskOf(peer);
      // Entries of earlier terms need not be durable with the leader itself: they do not commit by being counted.
      if (peer === id && (this.#knownTerm(match) ?? 0) < term) continue;
      if (match === 0 || disk === undefined || disk.hardState.term > term) continue;
      must(
        match <= disk.lastIndex,
        () => `leader ${id} counts on ${peer} to have ${match}, and durable is ${disk.lastIndex}`,
      );
    }
  }
}

function entriesFrom(raft: Raft, from: number, to: number): readonly Entry[] {
  if (from > to) return [];
  const entries = raft.log.entries(from, Number.MAX_SAFE_INTEGER);
  must(typeof entries === 'object', () => `member ${raft.id} has no entries from ${from} to ${to}`);
  return entries;
}

function holdsDurably(disk: DurableLog | undefined, index: number, term: number): boolean {
  if (disk === undefined) return false;
  return index <= disk.snapshot.index || disk.termOf(index) === term;
}
