/**
 * Plays the recorded cases of quorums: draws who has acknowledged what, and gives what a majority, or two
 * majorities together, have agreed on. Computes each result in further ways, which must agree.
 */
import {
  committedIndex,
  type IndexOf,
  majorityCommittedIndex,
  majorityVoteResult,
  voteResult,
  type VoteResult,
} from 'raft-ts/rules/quorum.js';
import { nodeIdText } from 'raft-ts/rules/text.js';
import { CaseFault, type Directive, expectOnlyKeys, numberOf, valuesOf } from './datadriven.js';

interface QuorumCase {
  readonly incoming: readonly number[];
  /** Undefined: one majority alone. */
  readonly outgoing: readonly number[] | undefined;
  /** By id; missing where nothing is known. */
  readonly valueById: ReadonlyMap<number, string>;
}

const VOTE_TEXTS: Readonly<Record<VoteResult, string>> = {
  won: 'VoteWon',
  pending: 'VotePending',
  lost: 'VoteLost',
};

export const isQuorumDirective = (command: string): boolean => command === 'committed' || command === 'vote';

export function runQuorum(directive: Directive): string {
  const isVote = directive.command === 'vote';
  expectOnlyKeys(directive, ['cfg', 'cfgj', isVote ? 'votes' : 'idx']);
  const parsed = caseIn(directive, isVote ? 'votes' : 'idx');
  if (typeof parsed === 'string') return parsed;
  return isVote ? vote(parsed, directive) : committed(parsed, directive);
}

function caseIn(directive: Directive, valuesKey: string): QuorumCase | string {
  const ids = (key: string): readonly number[] => [
    ...new Set(
      valuesOf(directive, key)
        .filter((value) => value !== 'zero')
        .map((value) => numberOf(value, directive)),
    ),
  ];
  const incoming = ids('cfg');
  const isJoint = directive.args.some(({ key }) => key === 'cfgj');
  const outgoing = isJoint ? ids('cfgj') : undefined;
  const voters = [...new Set([...incoming, ...(outgoing ?? [])])];
  const values = valuesOf(directive, valuesKey);
  if (values.length !== voters.length)
    return `error: mismatched input (explicit or _) for voters [${voters.join(' ')}]: [${values.join(' ')}]`;
  const known = voters.flatMap((id, place) => {
    const value = values[place] ?? '_';
    return value === '_' ? [] : [[id, value] as const];
  });
  return { incoming, outgoing, valueById: new Map(known) };
}

function vote({ incoming, outgoing, valueById }: QuorumCase, directive: Directive): string {
  const votes = new Map([...valueById].map(([id, value]) => [id, isYes(value, directive)]));
  if (outgoing === undefined) return VOTE_TEXTS[majorityVoteResult(incoming, votes)];
  const result = voteResult(incoming, outgoing, votes);
  const swapped = voteResult(outgoing, incoming, votes);
  return `${swapped === result ? '' : `${VOTE_TEXTS[swapped]} <-- via symmetry\n`}${VOTE_TEXTS[result]}`;
}

function isYes(value: string, directive: Directive): boolean {
  if (value !== 'y' && value !== 'n')
    throw new CaseFault(`line ${directive.line}: a vote is y, n or _, not "${value}"`);
  return value === 'y';
}

function committed({ incoming, outgoing, valueById }: QuorumCase, directive: Directive): string {
  const indexById = new Map([...valueById].map(([id, value]) => [id, numberOf(value, directive)]));
  const indexOf: IndexOf = (id) => indexById.get(id) ?? 0;
  const voters = [...new Set([...incoming, ...(outgoing ?? [])])].toSorted((a, b) => a - b);
  const picture = describeIndexes(voters, indexById);
  if (outgoing !== undefined) {
    const index = committedIndex(incoming, outgoing, indexOf);
    const swapped = committedIndex(outgoing, incoming, indexOf);
    return `${picture}${differences(index, [['symmetry', swapped]])}${indexText(index)}`;
  }
  const index = majorityCommittedIndex(incoming, indexOf);
  const others: [string, number][] = [
    ['alternative computation', naiveCommittedIndex(incoming, indexOf)],
    ['zero-joint quorum', committedIndex(incoming, [], indexOf)],
    ['self-joint quorum', committedIndex(incoming, incoming, indexOf)],
  ];
  for (const id of incoming) {
    const own = indexOf(id);
    if (own === 0 || own >= index) continue;
    // Below the result already, so lowering it further must change nothing.
    for (const lower of [own - 1, 0]) {
      const lowered: IndexOf = (other) => (other === id ? lower : indexOf(other));
      others.push([`overlaying ${id}->${lower}`, majorityCommittedIndex(incoming, lowered)]);
    }
  }
  return `${picture}${differences(index, others)}${indexText(index)}`;
}

function differences(index: number, others: readonly (readonly [way: string, index: number])[]): string {
  return others
    .filter(([, other]) => other !== index)
    .map(([way, other]) => `${indexText(other)} <-- via ${way}\n`)
    .join('');
}

/** The highest index that more than half have: tried out, not sorted. */
export function naiveCommittedIndex(voters: readonly number[], indexOf: IndexOf): number {
  if (voters.length === 0) return Infinity;
  const candidates = [0, ...voters.map(indexOf)];
  const isSafe = (index: number): boolean =>
    voters.filter((id) => indexOf(id) >= index).length > voters.length / 2;
  return Math.max(...candidates.filter(isSafe));
}

const indexText = (index: number): string => (index === Infinity ? '∞' : String(index));

function describeIndexes(voters: readonly number[], indexById: ReadonlyMap<number, number>): string {
  if (voters.length === 0) return '<empty majority quorum>';
  const indexOf: IndexOf = (id) => indexById.get(id) ?? 0;
  const ranked = voters.toSorted((a, b) => indexOf(a) - indexOf(b) || a - b);
  const barById = new Map<number, number>();
  let bar = 0;
  for (const [place, id] of ranked.entries()) {
    const before = ranked[place - 1];
    if (before !== undefined && indexOf(before) < indexOf(id)) bar = place;
    barById.set(id, bar);
  }
  const count = voters.length;
  const lines = voters.map((id) => {
    const length = barById.get(id) ?? 0;
    const picture = indexById.has(id)
      ? `${'x'.repeat(length)}>${' '.repeat(count - length)}`
      : `?${' '.repeat(count)}`;
    return `${picture} ${String(indexOf(id)).padStart(5)}    (id=${nodeIdText(id)})\n`;
  });
  return `${' '.repeat(count)}    idx\n${lines.join('')}`;
}
