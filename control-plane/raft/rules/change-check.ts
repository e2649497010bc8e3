/**
 * Which changes of the members a leader may begin. Rules only: same members in, same answer out.
 *
 * The core would commit any change that the present quorum agrees to. Here is asked what comes after it: whether
 * the voters that can be reached would still be a majority, so that no command can leave a cluster that is
 * healthy without a quorum.
 */

/** A member as the leader sees it. */
export interface MemberView {
  readonly id: number;
  readonly isVoter: boolean;
  /** Heard from lately; always true of the leader itself. */
  readonly isReachable: boolean;
  /** The last entry that it is known to have. */
  readonly match: number;
}

export type ChangeRefusal =
  | { readonly code: 'unknown-member' }
  | { readonly code: 'would-lose-quorum'; readonly voters: number; readonly unreachable: readonly number[] }
  | { readonly code: 'not-yet'; readonly entriesBehind: number };

/** Refused if the reachable ones among these voters are no majority of them. */
function quorumRefusal(voters: readonly MemberView[]): ChangeRefusal | undefined {
  const unreachable = voters.filter(({ isReachable }) => !isReachable).map(({ id }) => id);
  const reachable = voters.length - unreachable.length;
  if (reachable > voters.length / 2) return undefined;
  return { code: 'would-lose-quorum', voters: voters.length, unreachable };
}

export function removalRefusal(members: readonly MemberView[], id: number): ChangeRefusal | undefined {
  const member = members.find((each) => each.id === id);
  if (member === undefined) return { code: 'unknown-member' };
  if (!member.isVoter) return undefined;
  return quorumRefusal(members.filter((each) => each.isVoter && each.id !== id));
}

export function promotionRefusal(
  members: readonly MemberView[],
  id: number,
  log: { readonly lastIndex: number; readonly nearEntries: number },
): ChangeRefusal | undefined {
  const member = members.find((each) => each.id === id);
  if (member === undefined) return { code: 'unknown-member' };
  if (member.isVoter) return undefined;
  const entriesBehind = log.lastIndex - member.match;
  // One that got nothing yet may need a snapshot, however short the log is.
  if (member.match === 0 || entriesBehind > log.nearEntries || !member.isReachable) {
    return { code: 'not-yet', entriesBehind };
  }
  return quorumRefusal([...members.filter(({ isVoter }) => isVoter), member]);
}

/** Who should lead instead of this one: the reachable voter that has most of the log; none if there is none. */
export function bestSuccessor(members: readonly MemberView[], leaderId: number): number | undefined {
  const candidates = members.filter(
    ({ id, isVoter, isReachable }) => isVoter && isReachable && id !== leaderId,
  );
  return candidates.toSorted((a, b) => b.match - a.match || a.id - b.id)[0]?.id;
}
