/**
 * The storage work of a Ready as messages to this member's own threads, with the responses to be delivered when
 * it is done. Per thread the work is done in order and nothing of it gets lost; the two do not wait for each
 * other.
 */
import type { Raft } from './core/raft.js';
import {
  LOCAL_APPEND_THREAD,
  LOCAL_APPLY_THREAD,
  makeMessage,
  type Entry,
  type HardState,
  type Message,
  type Snapshot,
} from './types.js';

export interface StorageWork {
  readonly hardState: HardState | undefined;
  readonly entries: readonly Entry[];
  readonly snapshot: Snapshot | undefined;
  readonly committedEntries: readonly Entry[];
}

/** What is to be written, and what may be said of it afterwards. A work without responses needs no flush. */
export function storageAppend(raft: Raft, work: StorageWork): Message | undefined {
  const { hardState, entries, snapshot } = work;
  const answers = raft.msgsAfterAppend;
  if (hardState === undefined && snapshot === undefined && entries.length === 0 && answers.length === 0) {
    return undefined;
  }
  const done = storageAppendResp(raft, snapshot);
  return makeMessage({
    type: 'StorageAppend',
    to: LOCAL_APPEND_THREAD,
    from: raft.id,
    term: hardState?.term ?? 0,
    vote: hardState?.vote ?? 0,
    commit: hardState?.commit ?? 0,
    entries,
    snapshot,
    responses: done === undefined ? answers : [...answers, done],
  });
}

/**
 * Names the end of the whole log whenever any of it is unstable, also if this write adds nothing to it. And it
 * carries the term: of two writes of the same entry, with another leader's in between, only the later one's
 * end may count, and the response of the earlier one must be known as that.
 */
export function storageAppendResp(
  { id, term, log }: Raft,
  snapshot: Snapshot | undefined,
): Message | undefined {
  const hasUnstable = log.unstable.length > 0;
  if (!hasUnstable && snapshot === undefined) {
    return undefined;
  }
  return makeMessage({
    type: 'StorageAppendResp',
    to: id,
    from: LOCAL_APPEND_THREAD,
    term,
    index: hasUnstable ? log.lastIndex() : 0,
    logTerm: hasUnstable ? log.lastTerm() : 0,
    snapshot,
  });
}

/** Without a term: what is committed stays so in any. */
export function storageApply(raft: Raft, committed: readonly Entry[]): Message | undefined {
  const done = storageApplyResp(raft, committed);
  if (done === undefined) {
    return undefined;
  }
  return makeMessage({
    type: 'StorageApply',
    to: LOCAL_APPLY_THREAD,
    from: raft.id,
    entries: committed,
    responses: [done],
  });
}

export function storageApplyResp({ id }: Raft, committed: readonly Entry[]): Message | undefined {
  return committed.length === 0
    ? undefined
    : makeMessage({ type: 'StorageApplyResp', to: id, from: LOCAL_APPLY_THREAD, entries: committed });
}
