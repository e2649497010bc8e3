/**
 * What of a node's state goes into the log with which entries.
 */
import assert from 'node:assert/strict';
import { AppendQueue } from 'raft-ts/append-queue.js';
import { encodeConfChange } from 'raft-ts/rules/confchange/codec.js';
import { LOCAL_APPEND_THREAD, makeEntry, makeMessage } from 'raft-ts/rules/types.js';

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
});
