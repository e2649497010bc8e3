/**
 * From the files of a member to what its node begins with: the snapshot's members, the entries after it, the hard
 * state. Reads the log once, at the start; after that it is only written.
 */
import { entryOfRecord } from './entry-codec.js';
import { LogFormatError } from './log-errors.js';
import type { MemberFile } from './member-file.js';
import { decodeSnapshotMembers, type SnapshotMembers } from './membership.js';
import type { NodeStart } from './node-effects.js';
import type { HardState, SnapshotReference } from './record.js';
import { type Entry, NO_CONF_STATE } from './rules/types.js';
import type { Log } from './wal-file.js';

/** All entries after the snapshot. */
export async function readEntries(log: Log, directory: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let index = log.snapshot.index; index < log.durableIndex; ) {
    for (const record of await log.read(index + 1, log.durableIndex)) {
      const entry = entryOfRecord(record);
      if (entry === undefined) {
        throw new LogFormatError(directory, `an entry of kind ${record.tag}`, 'the kinds up to 7');
      }
      entries.push(entry);
      index = record.index;
    }
  }
  return entries;
}

/** What the newest snapshot says of the members; before the first one, what the member was told as it joined. */
function membersAtStart(snapshot: SnapshotReference, member: MemberFile): SnapshotMembers {
  if (snapshot.index > 0) return decodeSnapshotMembers(snapshot.data);
  const { clusterId, recoveryEpoch, peers, id } = member;
  const highestId = Math.max(id, ...peers.map((peer) => peer.id));
  return { confState: NO_CONF_STATE, membership: { clusterId, recoveryEpoch, highestId, peers } };
}

/** What a log adds up to; the entries are those after the snapshot. */
export interface RecoveredLogState {
  readonly snapshot: SnapshotReference;
  readonly hardState: HardState;
  readonly entries: readonly Entry[];
}

export function nodeStart(
  { snapshot, hardState, entries }: RecoveredLogState,
  member: MemberFile,
): NodeStart {
  const { index, term, data } = snapshot;
  const { confState, membership } = membersAtStart(snapshot, member);
  const lastIndex = entries.at(-1)?.index ?? index;
  return {
    snapshot: { data, metadata: { index, term, confState } },
    membership,
    entries,
    // A commit index is written before the entries that it speaks of.
    hardState: { ...hardState, commit: Math.min(Math.max(hardState.commit, index), lastIndex) },
  };
}

export async function readStart(log: Log, directory: string, member: MemberFile): Promise<NodeStart> {
  const { snapshot, hardState } = log;
  return nodeStart({ snapshot, hardState, entries: await readEntries(log, directory) }, member);
}
