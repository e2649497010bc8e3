/**
 * What a quorum has agreed on: the highest index that is safe, and whether an election is decided. One voter
 * set decides by majority; a joint configuration has two, and both must agree. An empty set agrees to anything.
 */

export type VoteResult = 'won' | 'pending' | 'lost';

/** The highest index a voter is known to have; 0 when it has told none. */
export type IndexOf = (id: number) => number;

/** Sorting happens here, since commits are computed for every acknowledgement. */
let scratch = new Float64Array(8);

/** The highest index that a quorum of both halves has; Infinity when there is nobody to ask. */
export function committedIndex(
  incoming: readonly number[],
  outgoing: readonly number[],
  indexOf: IndexOf,
): number {
  const incomingIndex = majorityCommittedIndex(incoming, indexOf);
  return outgoing.length === 0
    ? incomingIndex
    : Math.min(incomingIndex, majorityCommittedIndex(outgoing, indexOf));
}

export function majorityCommittedIndex(voters: readonly number[], indexOf: IndexOf): number {
  const count = voters.length;
  if (count === 0) {
    return Infinity;
  }
  if (scratch.length < count) {
    scratch = new Float64Array(count * 2);
  }
  for (let filled = 0; filled < count; filled += 1) {
    const index = indexOf(voters[filled] ?? 0);
    let place = filled;
    while (place > 0 && (scratch[place - 1] ?? 0) > index) {
      scratch[place] = scratch[place - 1] ?? 0;
      place -= 1;
    }
    scratch[place] = index;
  }
  return scratch[count - majoritySize(count)] ?? 0;
}

export function voteResult(
  incoming: readonly number[],
  outgoing: readonly number[],
  votes: ReadonlyMap<number, boolean>,
): VoteResult {
  const incomingResult = majorityVoteResult(incoming, votes);
  const outgoingResult = majorityVoteResult(outgoing, votes);
  if (incomingResult === outgoingResult) {
    return incomingResult;
  }
  return incomingResult === 'lost' || outgoingResult === 'lost' ? 'lost' : 'pending';
}

export function majorityVoteResult(
  voters: readonly number[],
  votes: ReadonlyMap<number, boolean>,
): VoteResult {
  const needed = voters.length === 0 ? 0 : majoritySize(voters.length);
  let granted = 0;
  let missing = 0;
  for (const id of voters) {
    const vote = votes.get(id);
    granted += vote === true ? 1 : 0;
    missing += vote === undefined ? 1 : 0;
  }
  if (granted >= needed) {
    return 'won';
  }
  return granted + missing < needed ? 'lost' : 'pending';
}

function majoritySize(count: number): number {
  return Math.floor(count / 2) + 1;
}
