/**
 * Bugs that the tests of the Raft package must catch, planted one at a time by main.ts: each takes an exact text
 * of one compiled file, that occurs there once, and puts another in its place; how it is broken into lines does not
 * matter. All but the last are in the core.
 *
 * Where the code is rewritten, so that a text is not found any more, the mutant is to be written anew: the same bug
 * in the new words.
 */

export interface Mutant {
  /** What is wrong with it, in words. */
  readonly bug: string;
  /** In the Raft package, compiled. */
  readonly file: string;
  readonly original: string;
  readonly planted: string;
  /** Which tests are run; without, those of the core. */
  readonly specs?: readonly string[];
}

/** Where the text stands, however it is broken into lines. */
export function patternOf(text: string): RegExp {
  const words = text.split(/\s+/).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(words.join('\\s+'), 'g');
}

export const CORE_SPECS: readonly string[] = ['dist/test/rules/raft/*.test.js'];

export const MUTANTS: readonly Mutant[] = [
  {
    bug: 'a vote is not recorded',
    file: 'rules/core/election.js',
    original: 'raft.vote = request.from;',
    planted: '',
  },
  {
    bug: 'acknowledgements and votes do not wait for the disk',
    file: 'rules/core/raft.js',
    original: "if (type === 'AppResp' || type === 'VoteResp' || type === 'PreVoteResp') {",
    planted: 'if (message.to === this.id) {',
  },
  {
    bug: 'an acknowledgement frees one append too few of the window',
    file: 'rules/tracker/inflights.js',
    original: '?? 0) <= index) {',
    planted: '?? 0) < index) {',
  },
  {
    bug: 'a lease does not keep others from being elected',
    file: 'rules/core/step.js',
    original: 'raft.config.checkQuorum &&',
    planted: 'false &&',
  },
  {
    bug: 'only a write with new entries says where the log ends',
    file: 'rules/storage-messages.js',
    original: 'const hasUnstable = log.unstable.length > 0;',
    planted: 'const hasUnstable = log.unstable.hasNextEntries;',
  },
  {
    bug: 'a joint configuration is left again and again',
    file: 'rules/core/applied.js',
    original: 'applied >= raft.pendingConfIndex',
    planted: 'applied >= 0',
  },
  {
    bug: 'a heartbeat tells a commit index beyond what the member has',
    file: 'rules/core/replicate.js',
    original: 'const commit = Math.min(progress.match, raft.log.committed);',
    planted: 'const commit = raft.log.committed;',
  },
  {
    bug: 'the end of a write from an earlier term counts',
    file: 'rules/core/step.js',
    original: 'handleOldStorageAppendResp(raft, message);',
    planted: 'handleStorageAppendResp(raft, message);',
  },
  {
    bug: 'a member campaigns with a configuration change not applied yet',
    file: 'rules/core/election.js',
    original: 'if (hasUnappliedConfChange(raft)) {',
    planted: 'if (false) {',
  },
  {
    bug: 'a joint configuration commits with one of its halves',
    file: 'rules/quorum.js',
    original: ': Math.min(incomingIndex, majorityCommittedIndex(outgoing, indexOf));',
    planted: ': incomingIndex;',
  },
  {
    bug: 'entries are applied that are not durable, with asynchronous storage',
    file: 'rules/log/raft-log.js',
    original: 'return allowUnstable ? this.committed : Math.min(this.committed, this.unstable.offset - 1);',
    planted: 'return this.committed;',
  },
  {
    bug: 'the longer log wins, whatever its terms',
    file: 'rules/log/raft-log.js',
    original: 'return lastTerm > ownTerm || (lastTerm === ownTerm && lastIndex >= this.lastIndex());',
    planted: 'return lastIndex >= this.lastIndex();',
  },
  {
    bug: 'an entry of an earlier term is committed by being on a majority',
    file: 'rules/log/raft-log.js',
    original: 'if (index <= this.committed || term === 0 || !this.matches(index, term)) {',
    planted: 'if (index <= this.committed) {',
  },
  {
    bug: 'a late refusal sends a member back below what it has',
    file: 'rules/tracker/progress.js',
    original: 'this.next = Math.max(Math.min(rejected, hint + 1), this.match + 1);',
    planted: 'this.next = Math.max(Math.min(rejected, hint + 1), 1);',
  },
  {
    bug: 'any one answer confirms a read',
    file: 'rules/core/read-only.js',
    original: 'const confirmed = committedIndex(incoming, outgoing, (id) => this.#ackById.get(id) ?? 0);',
    planted: 'const confirmed = this.#newest();',
  },
  {
    bug: 'a new leader answers reads before it knows what is committed',
    file: 'rules/core/reads.js',
    original: 'if (raft.hasCommittedInTerm) {',
    planted: 'if (true) {',
  },
  {
    bug: 'a transfer of leadership never times out',
    file: 'rules/core/tick.js',
    original: 'raft.leadTransferee = NONE;',
    planted: '',
  },
  {
    bug: 'what is applied still counts as uncommitted',
    file: 'rules/core/append.js',
    original: 'raft.uncommittedSize = Math.max(0, raft.uncommittedSize - size);',
    planted: '',
  },
  {
    bug: 'learners count in the check of the quorum',
    file: 'rules/tracker/tracker.js',
    original: "return voteResult(this.#membership.incoming, this.#membership.outgoing, active) === 'won';",
    planted:
      "return voteResult(this.#members.map(({ id }) => id), [], new Map(this.#members.map((member) => [member.id, member.recentActive]))) === 'won';",
  },
  {
    bug: 'a snapshot is taken that leaves its receiver out',
    file: 'rules/core/receive.js',
    original: 'if (![voters, learners, votersOutgoing].some((ids) => ids.includes(raft.id))) {',
    planted: 'if (false) {',
  },
  {
    bug: 'a write is acknowledged before it is synced',
    file: 'segment-writer.js',
    original: 'await file.write(this.#offset, bytes); await file.sync();',
    planted: 'await file.write(this.#offset, bytes); file.sync().catch(() => undefined);',
    specs: ['dist/test/files/wal.test.js'],
  },
];
