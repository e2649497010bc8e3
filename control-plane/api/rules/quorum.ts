/**
 * How many managers must agree, and whether enough would be left. Only managers with a vote count.
 */
/** A manager's place in the log. */
export interface ManagerSeat {
  readonly nodeId: string;
  /** host:port */
  readonly address: string;
  readonly isLeader: boolean;
  /** False while it joins: it gets the log and has no vote. */
  readonly isVoter: boolean;
  /** Whether the leader has heard from it lately; undefined where this manager cannot know. */
  readonly isReachable: boolean | undefined;
}

/** A majority of so many. */
export function majorityOf(voterCount: number): number {
  return Math.floor(voterCount / 2) + 1;
}

/** What is left of the voters, how many of them are needed, and how many of them can be reached. */
export interface VotersLeft {
  readonly voters: number;
  readonly needed: number;
  readonly reachable: number;
}

/** The voters once these nodes have lost their votes. */
export function seatsAfter(seats: readonly ManagerSeat[], withoutNodeIds: readonly string[]): VotersLeft {
  const left = seats.filter(({ nodeId, isVoter }) => isVoter && !withoutNodeIds.includes(nodeId));
  return {
    voters: left.length,
    needed: majorityOf(left.length),
    reachable: left.filter(({ isReachable }) => isReachable !== false).length,
  };
}

export function wouldLoseQuorum({ needed, reachable }: VotersLeft): boolean {
  return reachable < needed;
}
