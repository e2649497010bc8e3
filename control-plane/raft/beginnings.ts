/**
 * How a member's directory comes to be: with a new cluster, in one that exists, as the rest of one that is lost, or
 * from a backup. Each function leaves a directory that `openMember` opens, or, after a crash in the middle, one
 * that may be begun again.
 *
 * Forcing and restoring are the same thing: a state as a snapshot with another membership, of a higher recovery
 * epoch and at an index and term that nobody has had. Whoever joins later gets the snapshot, never older entries.
 */
import path from 'node:path';
import type { Disk } from './disk.js';
import { LogDamagedError, MemberMissingError } from './log-errors.js';
import { type MemberFile, readMemberFile, writeMemberFile } from './member-file.js';
import { decodeSnapshotMembers, encodeSnapshotMembers, type Membership, type Peer } from './membership.js';
import { readEntries } from './recovered-start.js';
import type { StateMachine } from './replicator.js';
import { confChangeOf } from './rules/confchange/codec.js';
import { asVersion2 } from './rules/confchange/conf-change.js';
import { type Entry, NO_CONF_STATE } from './rules/types.js';
import { SnapshotFiles } from './snapshot-file.js';
import { type Log, openLog } from './wal-file.js';
import { withFile } from './wal-recovery.js';

export interface BeginningOptions {
  readonly directory: string;
  /** What the program calls this member; unique in the cluster. */
  readonly name: string;
  /** Where the others reach it. */
  readonly address: string;
  /** As for `openMember`. */
  readonly segmentBytes?: number;
}

/** A state that was taken out of a cluster, beside its bytes. */
export interface BackupInfo {
  readonly clusterId: string;
  readonly recoveryEpoch: number;
  readonly index: number;
  readonly term: number;
  readonly highestId: number;
}

export interface BegunMember {
  readonly id: number;
  readonly clusterId: string;
  readonly recoveryEpoch: number;
}

export type DirectoryState =
  | 'empty'
  /** A beginning was cut short: it may be begun again. */
  | 'unfinished'
  /** The log of a cluster of one, from before members had files of their own. */
  | 'sole-member-log'
  | 'member';

/** There while a directory is being prepared: what else is there is worth nothing yet. */
const MARKER = 'beginning';
const OURS = /\.(wal|snap)((\.\d+)?\.tmp)?$/;

/** What this directory holds; made if it is not there. Throws for one that no crash can have left. */
export async function directoryState(disk: Disk, directory: string): Promise<DirectoryState> {
  await disk.makeDirectory(directory);
  const names = await disk.list(directory);
  const hasLog = names.some((name) => name.endsWith('.wal'));
  if (names.includes('member')) {
    if (hasLog) return 'member';
    throw new MemberMissingError(directory, 'belongs to a member whose log is missing');
  }
  if (names.includes(MARKER)) return 'unfinished';
  if (hasLog) return (await holdsNothing(disk, directory)) ? 'unfinished' : 'sole-member-log';
  const snapshot = names.find((name) => name.endsWith('.snap'));
  if (snapshot === undefined) return 'empty';
  throw new LogDamagedError(path.join(directory, snapshot), 0, 'there is a snapshot, and the log is missing');
}

/** The build that knew one member made the log first, and might be cut short before the first entry. */
async function holdsNothing(disk: Disk, directory: string): Promise<boolean> {
  return await withLog({ directory }, disk, async ({ snapshot, durableIndex, hardState }) => {
    return snapshot.index === 0 && durableIndex === 0 && hardState.commit === 0;
  });
}

/** Marks the directory, and removes what an earlier attempt left. */
async function beginIn(disk: Disk, directory: string): Promise<void> {
  const state = await directoryState(disk, directory);
  if (state === 'member' || state === 'sole-member-log') {
    throw new MemberMissingError(
      directory,
      'holds the log of a member already, and can not begin as another',
    );
  }
  await withFile(disk, path.join(directory, MARKER), 'create', (marker) => marker.sync());
  await disk.syncDirectory(directory);
  for (const name of await disk.list(directory)) {
    if (OURS.test(name)) await disk.unlink(path.join(directory, name));
  }
  await disk.syncDirectory(directory);
}

async function finish(disk: Disk, directory: string, member: MemberFile): Promise<void> {
  await writeMemberFile(disk, directory, member);
  if (!(await disk.list(directory)).includes(MARKER)) return;
  await disk.unlink(path.join(directory, MARKER));
  await disk.syncDirectory(directory);
}

interface FirstSnapshot {
  readonly index: number;
  readonly term: number;
  readonly self: Peer;
  readonly membership: Omit<Membership, 'peers'>;
}

/** Makes this state the whole log: one voter, and nothing before it. */
async function beginFrom(
  log: Log,
  { index, term, self, membership }: FirstSnapshot,
  modules: { readonly files: SnapshotFiles; readonly pieces: AsyncIterable<Uint8Array> },
): Promise<void> {
  const confState = { ...NO_CONF_STATE, voters: [self.id] };
  const data = encodeSnapshotMembers({ confState, membership: { ...membership, peers: [self] } });
  const reference = { index, term, data };
  await modules.files.write(reference, modules.pieces);
  await log.append([
    { kind: 'hard-state', term, vote: 0, commit: index },
    { kind: 'cut', fromIndex: log.snapshot.index + 1 },
    { kind: 'snapshot', ...reference },
  ]);
  await modules.files.removeOthers(reference);
}

async function withLog<T>(
  options: Pick<BeginningOptions, 'directory' | 'segmentBytes'>,
  disk: Disk,
  use: (log: Log, files: SnapshotFiles) => Promise<T>,
): Promise<T> {
  const { log } = await openLog(options, { disk });
  try {
    return await use(log, new SnapshotFiles(options, { disk }));
  } finally {
    await log.close();
  }
}

const memberOf = (self: Peer, { clusterId, recoveryEpoch }: Omit<Membership, 'peers'>): MemberFile => ({
  id: self.id,
  name: self.name,
  clusterId,
  recoveryEpoch,
  peers: [self],
});

/** A new cluster with one member, whose state is that of a fresh state machine. */
export async function foundCluster(
  options: BeginningOptions & { readonly clusterId: string },
  { disk, stateMachine }: { readonly disk: Disk; readonly stateMachine: StateMachine },
): Promise<BegunMember> {
  const { directory, name, address, clusterId } = options;
  await beginIn(disk, directory);
  const self = { id: 1, name, address };
  const membership = { clusterId, recoveryEpoch: 0, highestId: 1 };
  await withLog(options, disk, (log, files) =>
    beginFrom(log, { index: 1, term: 1, self, membership }, { files, pieces: stateMachine.snapshot() }),
  );
  await finish(disk, directory, memberOf(self, membership));
  return { id: 1, clusterId, recoveryEpoch: 0 };
}

/** A member with this id, which the leader of the cluster gave it; it gets all else from there. */
export async function joinCluster(
  options: BeginningOptions & BegunMember & { readonly peers: readonly Peer[] },
  { disk }: { readonly disk: Disk },
): Promise<BegunMember> {
  const { directory, id, name, clusterId, recoveryEpoch, peers } = options;
  await beginIn(disk, directory);
  // So that a log that goes missing later is told from one that never was.
  await withLog(options, disk, (log) => log.append([{ kind: 'hard-state', term: 0, vote: 0, commit: 0 }]));
  await finish(disk, directory, { id, name, clusterId, recoveryEpoch, peers });
  return { id, clusterId, recoveryEpoch };
}

/** The state of a backup as a cluster of one, whose member has an id that the old cluster never gave. */
export async function restoreCluster(
  options: BeginningOptions & {
    readonly backup: BackupInfo;
    readonly clusterId?: string;
    readonly nowMs: number;
  },
  { disk, pieces }: { readonly disk: Disk; readonly pieces: AsyncIterable<Uint8Array> },
): Promise<BegunMember> {
  const { directory, name, address, backup, nowMs } = options;
  await beginIn(disk, directory);
  const self = { id: backup.highestId + 1, name, address };
  const membership = {
    clusterId: options.clusterId ?? backup.clusterId,
    recoveryEpoch: Math.max(backup.recoveryEpoch + 1, nowMs),
    highestId: self.id,
  };
  const place = { index: backup.index + 1, term: backup.term + 1 };
  await withLog(options, disk, (log, files) =>
    beginFrom(log, { ...place, self, membership }, { files, pieces }),
  );
  await finish(disk, directory, memberOf(self, membership));
  return { id: self.id, clusterId: membership.clusterId, recoveryEpoch: membership.recoveryEpoch };
}

/**
 * Makes what this member has a cluster of its own, for when the majority is lost. All of its log counts, also
 * entries of which nobody knows whether they were committed: the state machine has them when this resolves.
 */
export async function recoverCluster(
  options: BeginningOptions & { readonly nowMs: number },
  modules: { readonly disk: Disk; readonly stateMachine: StateMachine },
): Promise<BegunMember> {
  const { directory, name, address, nowMs } = options;
  if ((await directoryState(modules.disk, directory)) !== 'member') {
    throw new MemberMissingError(directory, 'holds no member to recover the cluster from');
  }
  const member = await readMemberFile(modules.disk, directory);
  const self = { id: member?.id ?? 1, name, address };
  return await rebase({ ...options, self, epochOf: (previous) => Math.max(previous + 1, nowMs) }, modules);
}

/** Makes a log from before members had files the log of a cluster with one member, id 1. */
export async function adoptSoleMemberLog(
  options: BeginningOptions & { readonly clusterId: string },
  modules: { readonly disk: Disk; readonly stateMachine: StateMachine },
): Promise<BegunMember> {
  const { directory, name, address } = options;
  const self = { id: 1, name, address };
  const check = (log: Log, entries: readonly Entry[]): void => {
    if (isOfOneMember(log, entries, name)) return;
    throw new MemberMissingError(
      directory,
      'holds the log of one of several members, and nothing says which',
    );
  };
  return await rebase({ ...options, self, epochOf: (previous) => previous, check }, modules);
}

/** As before members had files, or as an adoption that was cut short left it: nobody else may have a copy. */
function isOfOneMember(log: Log, entries: readonly Entry[], name: string): boolean {
  if (entries.some(({ type }) => type !== 'normal')) return false;
  const { index, data } = log.snapshot;
  if (index === 0 || data.length === 0) return true;
  const { confState, membership } = decodeSnapshotMembers(data);
  const [peer, ...others] = membership.peers;
  const isOnlyVoter = confState.voters.length === 1 && confState.votersOutgoing.length === 0;
  return isOnlyVoter && membership.highestId === 1 && others.length === 0 && peer?.name === name;
}

async function rebase(
  options: BeginningOptions & {
    readonly self: Peer;
    readonly clusterId?: string;
    readonly epochOf: (previous: number) => number;
    /** Refuses by throwing. */
    readonly check?: (log: Log, entries: readonly Entry[]) => void;
  },
  { disk, stateMachine }: { readonly disk: Disk; readonly stateMachine: StateMachine },
): Promise<BegunMember> {
  const { directory, self } = options;
  const membership = await withLog(options, disk, async (log, files) => {
    const entries = await readEntries(log, directory);
    options.check?.(log, entries);
    const before = knownMembership(log, options.clusterId ?? '', entries);
    if (log.snapshot.index > 0) await stateMachine.restore(log.snapshot.index, files.read(log.snapshot));
    else if (entries.length === 0)
      throw new MemberMissingError(directory, 'belongs to a member that has no state yet');
    for (const { type, index, data } of entries) {
      if (type === 'normal' && data !== undefined) stateMachine.apply(index, data);
    }
    const { clusterId, recoveryEpoch, highestId } = before;
    const after = { clusterId, recoveryEpoch: options.epochOf(recoveryEpoch), highestId };
    const place = { index: log.durableIndex + 1, term: log.hardState.term + 1 };
    await beginFrom(log, { ...place, self, membership: after }, { files, pieces: stateMachine.snapshot() });
    await log.compact(place.index);
    return after;
  });
  await finish(disk, directory, memberOf(self, membership));
  return { id: self.id, clusterId: membership.clusterId, recoveryEpoch: membership.recoveryEpoch };
}

/** As of the end of the log, but for who the members are. */
function knownMembership(log: Log, clusterId: string, entries: readonly Entry[]): Membership {
  const { index, data } = log.snapshot;
  const start =
    index > 0 && data.length > 0
      ? decodeSnapshotMembers(data).membership
      : { clusterId, recoveryEpoch: 0, highestId: 1, peers: [] };
  const changes = entries.map((entry) => (entry.type === 'normal' ? undefined : confChangeOf(entry)));
  const ids = changes.flatMap((change) => (change === undefined ? [] : asVersion2(change).changes));
  return { ...start, highestId: Math.max(start.highestId, ...ids.map(({ nodeId }) => nodeId)) };
}
