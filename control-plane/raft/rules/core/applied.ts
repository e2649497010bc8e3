/**
 * What the driver has done: entries and snapshots that are durable, entries that are applied. A leader that has
 * applied a joint configuration proposes to leave it.
 */
import { reduceUncommittedSize } from './append.js';
import { proposeAsLeader } from './proposals.js';
import type { Raft } from './raft.js';
import { entriesSize, payloadsSize } from '../log/size.js';
import { refusalText } from '../refusal.js';
import { configText, nodeIdText } from '../text.js';
import { makeEntry, type Message, type Snapshot } from '../types.js';

/** A finished write. Index 0 says nothing of entries. */
export function handleStorageAppendResp(raft: Raft, { index, logTerm, snapshot }: Message): void {
  if (index !== 0) {
    raft.log.unstable.stableTo(index, logTerm);
  }
  if (snapshot !== undefined) {
    appliedSnapshot(raft, snapshot);
  }
}

/**
 * A finished write that was begun in an earlier term. Its entries may have been overwritten and written again,
 * with the same terms and indexes, by a write that is still under way: only that one's end counts.
 */
export function handleOldStorageAppendResp(raft: Raft, { type, term, index, snapshot }: Message): void {
  if (index !== 0) {
    raft.logger?.info(
      () =>
        `${nodeIdText(raft.id)} [term: ${raft.term}] ignored entry appends from a Msg${type} message with lower term [term: ${term}]`,
    );
  }
  // A snapshot, unlike an entry, is committed: nothing can have replaced it.
  if (snapshot !== undefined) {
    appliedSnapshot(raft, snapshot);
  }
}

export function handleStorageApplyResp(raft: Raft, { entries }: Message): void {
  const last = entries.at(-1);
  if (last !== undefined) {
    appliedTo(raft, last.index, entriesSize(entries));
    reduceUncommittedSize(raft, payloadsSize(entries));
  }
}

function appliedSnapshot(raft: Raft, { metadata }: Snapshot): void {
  raft.log.unstable.stableSnapshotTo(metadata.index);
  appliedTo(raft, metadata.index, 0);
}

function appliedTo(raft: Raft, index: number, size: number): void {
  const applied = Math.max(index, raft.log.applied);
  raft.log.appliedTo(applied, size);
  if (
    raft.role === 'leader' &&
    raft.tracker.membership.autoLeave &&
    // Else the change that leaves is on its way already.
    applied >= raft.pendingConfIndex
  ) {
    proposeToLeave(raft);
  }
}

/** Without data, so that no limit of size can refuse it. Refused for other reasons, it is tried again. */
function proposeToLeave(raft: Raft): void {
  const refusal = proposeAsLeader(raft, [makeEntry({ type: 'conf-change-v2' })]);
  const config = (): string => configText(raft.tracker.membership);
  if (refusal === undefined) {
    raft.logger?.info(() => `initiating automatic transition out of joint configuration ${config()}`);
  } else {
    raft.logger?.debug(
      () =>
        `not initiating automatic transition out of joint configuration ${config()}: ${refusalText(refusal)}`,
    );
  }
}
