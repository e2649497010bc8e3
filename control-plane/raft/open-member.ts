/**
 * Opens a member's directory: reads the files, brings the state machine up to the newest snapshot, and starts the
 * member. Owns the defaults of all options, and the refusals of directories that can not be a member's any more.
 */
import { adoptSoleMemberLog, directoryState } from './beginnings.js';
import { type Clock, NodeClock } from './clock.js';
import type { Disk } from './disk.js';
import { LogDamagedError, MemberMissingError } from './log-errors.js';
import { MemberDisk } from './member-disk.js';
import { type MemberFile, readMemberFile } from './member-file.js';
import { RaftMember, type RaftMemberOptions } from './raft-member.js';
import { readStart } from './recovered-start.js';
import type { StateMachine } from './replicator.js';
import type { RaftLogger } from './rules/logger.js';
import { SnapshotFiles } from './snapshot-file.js';
import type { Transport } from './transport.js';
import { openLog } from './wal-file.js';

type Settings = Omit<RaftMemberOptions, 'id' | 'name' | 'firstPeers'>;

export interface OpenMemberOptions extends Partial<Settings> {
  /** Holds the member's files, and nothing else. Only one process may use it. */
  readonly directory: string;
  /** Default 16 MiB; at least twice as long as the longest entry. */
  readonly segmentBytes?: number;
  /** Who a log from before members had files of their own belongs to; without it, it is refused. */
  readonly soleMember?:
    | { readonly name: string; readonly address: string; readonly clusterId: string }
    | undefined;
}

export interface OpenMemberModules {
  readonly disk: Disk;
  readonly stateMachine: StateMachine;
  /** Default: none, for a cluster of one. */
  readonly transport?: Transport;
  readonly clock?: Clock;
  /** An integer from 0 to bound - 1. Default: Math.random's. */
  readonly random?: (bound: number) => number;
  /** A snapshot failed; the log goes on growing, and the next attempt comes after as many entries again. */
  readonly onSnapshotFailed?: (error: unknown) => void;
  /** A member said that it does not speak to this one, and why. */
  readonly onRefused?: (id: number, reason: string) => void;
  readonly logger?: RaftLogger;
}

const MIB = 1024 * 1024;

const DEFAULTS: Settings & { readonly segmentBytes: number } = {
  maxEntryBytes: 1.5 * MIB,
  maxPendingBytes: 64 * MIB,
  snapshotAfterEntries: 10_000,
  snapshotAfterBytes: 16 * MIB,
  segmentBytes: 16 * MIB,
  keptEntries: 5000,
  keptBytes: 16 * MIB,
  tickMs: 100,
  electionTicks: 10,
  heartbeatTicks: 1,
  earlyCampaignTicks: 5,
};

/** For a cluster of one: there is nobody to speak to. */
export class NoTransport implements Transport {
  start(): void {}

  setPeers(): void {}

  send(): void {}

  async sendSnapshot(): Promise<void> {
    throw new Error('this member has no transport');
  }

  async close(): Promise<void> {}
}

/**
 * Opens the member of this directory, which one of the beginnings prepared. Resolves when all that was known here
 * to be committed is applied; a cluster of one leads then.
 */
export async function openMember(
  options: OpenMemberOptions,
  modules: OpenMemberModules,
): Promise<RaftMember> {
  const { disk, stateMachine } = modules;
  const { directory, segmentBytes, soleMember, ...settings } = { ...DEFAULTS, ...options };
  const memberFile = await memberFileIn({ directory, segmentBytes, soleMember }, { disk, stateMachine });
  const { log } = await openLog({ directory, segmentBytes }, { disk });
  let member: RaftMember | undefined;
  try {
    const files = new SnapshotFiles({ directory }, { disk });
    const start = await readStart(log, directory, memberFile);
    const { index, term } = log.snapshot;
    if (index > 0) await stateMachine.restore(index, files.read({ index, term }));
    await files.removeOthers({ index, term });
    const { id, name, peers: firstPeers } = memberFile;
    const onSnapshotFailed = modules.onSnapshotFailed ?? (() => undefined);
    member = new RaftMember({ ...settings, id, name, firstPeers }, start, {
      clock: modules.clock ?? new NodeClock(),
      random: modules.random ?? ((bound) => Math.floor(Math.random() * bound)),
      transport: modules.transport ?? new NoTransport(),
      stateMachine,
      disk: new MemberDisk({ log, files, stateMachine, onSnapshotFailed }),
      onRefused: modules.onRefused ?? (() => undefined),
      logger: modules.logger,
    });
    await member.start();
    return member;
  } catch (error) {
    await (member ?? log).close();
    throw error;
  }
}

async function memberFileIn(
  options: Pick<OpenMemberOptions, 'directory' | 'soleMember'> & { readonly segmentBytes: number },
  { disk, stateMachine }: Pick<OpenMemberModules, 'disk' | 'stateMachine'>,
): Promise<MemberFile> {
  const { directory, soleMember } = options;
  const state = await directoryState(disk, directory);
  if (state === 'sole-member-log' && soleMember !== undefined) {
    await adoptSoleMemberLog({ ...options, ...soleMember }, { disk, stateMachine });
  } else if (state !== 'member') {
    throw new MemberMissingError(directory, WHAT_IS_WRONG[state]);
  }
  const memberFile = await readMemberFile(disk, directory);
  if (memberFile === undefined) throw new LogDamagedError(directory, 0, 'the member file has vanished');
  return memberFile;
}

const WHAT_IS_WRONG = {
  empty: 'holds no member',
  unfinished: 'was being prepared for a member when that was cut short',
  'sole-member-log': 'holds a log, and nothing says whose',
} as const;
