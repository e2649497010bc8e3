/**
 * How a leader adds entries to its own log. Its own acknowledgement of them waits until they are durable, like
 * that of any other member: a leader counts itself only then.
 */
import type { Raft } from './raft.js';
import { payloadsSize } from '../log/size.js';
import { nodeIdText } from '../text.js';
import { makeMessage, type Entry } from '../types.js';

/** False, and nothing is added, when that would go over the limit of uncommitted entries. */
export function appendEntries(raft: Raft, proposed: readonly Entry[]): boolean {
  if (!increaseUncommittedSize(raft, payloadsSize(proposed))) {
    raft.logger?.warn(
      () =>
        `${nodeIdText(raft.id)} appending new entries to log would exceed uncommitted entry size limit; dropping proposal`,
    );
    return false;
  }
  const first = raft.log.lastIndex() + 1;
  raft.log.append(
    proposed.map(({ type, hasType, data }, place) => ({
      term: raft.term,
      index: first + place,
      type,
      hasType,
      data,
      encoded: undefined,
    })),
  );
  raft.send(makeMessage({ type: 'AppResp', to: raft.id, index: raft.log.lastIndex() }));
  return true;
}

/**
 * One batch may go over the limit, or nothing larger than it could ever pass. Entries without payload pass
 * always: a new leader's first entry, and the one that leaves a joint configuration.
 */
function increaseUncommittedSize(raft: Raft, size: number): boolean {
  const isOver = raft.uncommittedSize + size > raft.config.maxUncommittedEntriesSize;
  if (raft.uncommittedSize > 0 && size > 0 && isOver) {
    return false;
  }
  raft.uncommittedSize += size;
  return true;
}

/** Entries of earlier leaders were never added, so the difference may go below zero. */
export function reduceUncommittedSize(raft: Raft, size: number): void {
  raft.uncommittedSize = Math.max(0, raft.uncommittedSize - size);
}
