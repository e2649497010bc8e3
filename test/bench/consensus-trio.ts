/**
 * What the consensus benchmark compares: three members of one kind on loopback, each a process of its own with a
 * folder on the same disk. Only one side runs at a time, with programs that whoever measures kills at its end.
 */
import type { WriteTarget } from './consensus-writers.js';
import type { Programs } from './programs.js';

export const MEMBER_NUMBERS = [1, 2, 3] as const;

export interface Trio {
  /** Where to write. */
  readonly target: WriteTarget;
  /** Of the members, the leader first, for whoever looks where the time goes. */
  readonly pids: readonly number[];
}

/** Starts three members in the folder; returns when one leads and all take part. */
export type StartTrio = (folder: string, programs: Programs) => Promise<Trio>;
