/**
 * Bugs that the simulation must find, beside those of `make mutants`: of the node around the core, and such as only
 * show where several members meet. Planted like those: a text of a compiled file, that occurs there once.
 */
import { type Mutant, MUTANTS } from '../../mutants/mutants.js';

const OWN: readonly Mutant[] = [
  {
    bug: 'a vote is not written when nothing else is',
    file: 'append-queue.js',
    original: 'const isDue = isVote || isChange ||',
    planted: 'const isDue = isChange ||',
  },
  {
    bug: 'entries that others replace are not cut off',
    file: 'append-queue.js',
    original: "records.push({ kind: 'cut', fromIndex: first.index });",
    planted: '',
  },
  {
    bug: 'a member votes again in a term in which it has voted',
    file: 'rules/core/roles.js',
    original: 'raft.vote = raft.id;',
    planted: '',
  },
  {
    bug: 'half of the voters are a majority',
    file: 'rules/quorum.js',
    original: 'return Math.floor(count / 2) + 1;',
    planted: 'return Math.max(1, Math.floor(count / 2));',
  },
  {
    bug: 'learners count for commits',
    file: 'rules/tracker/tracker.js',
    original: 'return committedIndex(this.#membership.incoming,',
    planted: 'return committedIndex([...this.#membership.incoming, ...this.#membership.learners],',
  },
  {
    bug: 'two changes of the members are under way at once',
    file: 'rules/core/proposals.js',
    original: 'if (pendingConfIndex > log.applied) {',
    planted: 'if (false) {',
  },
  {
    bug: 'a leader answers reads by itself, without a quorum',
    file: 'rules/core/reads.js',
    original: 'raft.tracker.isOnlyVoter(raft.id) ||',
    planted: 'true ||',
  },
  {
    bug: 'a read is served before all is applied that it must see',
    file: 'read-queue.js',
    original: 'const done = this.#answered.filter(({ index }) => index <= appliedIndex);',
    planted: 'const done = this.#answered;',
  },
  {
    bug: 'a snapshot says that it is of a later index',
    file: 'applied-state.js',
    original: 'const { index, term, confState, membership } = this;',
    planted: 'const { term, confState, membership } = this; const index = this.index + 1;',
  },
  {
    bug: 'a snapshot that was lost on its way is waited for',
    file: 'raft-node.js',
    original: 'this.core.reportSnapshot(id, false)',
    planted: 'undefined',
  },
];

/** What can not be found here: it harms nobody, or the node around the core never lets it happen. */
const HARMLESS_HERE: ReadonlySet<string> = new Set([
  'an acknowledgement frees one append too few of the window',
  'a lease does not keep others from being elected',
  'only a write with new entries says where the log ends',
  'a joint configuration is left again and again',
  'the end of a write from an earlier term counts',
  'a member campaigns with a configuration change not applied yet',
  'what is applied still counts as uncommitted',
  'learners count in the check of the quorum',
  'a snapshot is taken that leaves its receiver out',
  'a write is acknowledged before it is synced',
]);

export const SIM_MUTANTS: readonly Mutant[] = [
  ...MUTANTS.filter(({ bug }) => !HARMLESS_HERE.has(bug)),
  ...OWN,
];
