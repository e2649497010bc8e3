/**
 * What of a node's state goes into the log with which entries.
 */
import assert from 'node:assert/strict';
import { AppendQueue } from 'raft-ts/append-queue.js';
import { encodeConfChange } from 'raft-ts/rules/confchange/codec.js';
import type { LogRecord } from 'raft-ts/record.js';
import { type Entry, LOCAL_APPEND_THREAD, makeEntry, makeMessage } from 'raft-ts/rules/types.js';

describe('the commit index in the log', () => {
  it('is written with every change of the members: the change before it is in force for whoever has the next', () => {
    const queue = new AppendQueue({
      lastIndex: 5,
      snapshotIndex: 1,
      hardState: { term: 2, vote: 1, commit: 1 },
    });
    const data = encodeConfChange({ version: 1, type: 'add-node', nodeId: 3, context: undefined });
    const entries = [makeEntry({ term: 2, index: 6, type: 'conf-change', data })];
    queue.add(
      makeMessage({
        type: 'StorageAppend',
        to: LOCAL_APPEND_THREAD,
        from: 1,
        term: 2,
        vote: 1,
        commit: 5,
        entries,
      }),
    );
    const [first] = queue.takeBatch();
    assert.deepEqual(first, { kind: 'hard-state', term: 2, vote: 1, commit: 5 });
  });

  it('is written as soon as such a change is in force, and not for other entries alone', () => {
    const queue = new AppendQueue({
      lastIndex: 5,
      snapshotIndex: 1,
      hardState: { term: 2, vote: 1, commit: 5 },
    });
    const data = encodeConfChange({ version: 1, type: 'add-node', nodeId: 3, context: undefined });
    const entries = [makeEntry({ term: 2, index: 6, type: 'conf-change', data })];
    const commits = (commit: number, more: readonly Entry[] = []): readonly LogRecord[] => {
      const said = { to: LOCAL_APPEND_THREAD, from: 1, term: 2, vote: 1, commit, entries: more };
      queue.add(makeMessage({ type: 'StorageAppend', ...said }));
      const batch = queue.takeBatch();
      queue.takeWritten();
      return batch.filter(({ kind }) => kind === 'hard-state');
    };
    assert.equal(commits(5, entries).length, 1);
    assert.deepEqual(commits(6), [{ kind: 'hard-state', term: 2, vote: 1, commit: 6 }]);
    assert.deepEqual(commits(7, [makeEntry({ term: 2, index: 7 })]), []);
  });
});
