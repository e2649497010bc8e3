/**
 * Which messages between managers may wait a moment: never one that a write, a read or an election waits for.
 */
import assert from 'node:assert/strict';
import { makeEntry, makeMessage, type Message, MESSAGE_TYPES } from 'raft-ts/rules/types.js';
import { PeerPatience } from '../../../control-plane/manager/rules/peer-patience.js';

const answer = (fields: Partial<Message>): Message => makeMessage({ type: 'AppResp', to: 1, ...fields });

describe('a message to another manager', () => {
  it('waits when it tells of a commit only, and not when it brings entries', () => {
    const patience = new PeerPatience();
    assert.equal(patience.mayWait(makeMessage({ type: 'App', to: 2, term: 3, commit: 7 })), true);
    const entries = [makeEntry({ term: 3, index: 8 })];
    assert.equal(patience.mayWait(makeMessage({ type: 'App', to: 2, term: 3, commit: 7, entries })), false);
  });

  it('waits when it confirms what was confirmed already, and not when it confirms more', () => {
    const patience = new PeerPatience();
    assert.equal(patience.mayWait(answer({ term: 3, index: 7 })), false);
    assert.equal(patience.mayWait(answer({ term: 3, index: 7 })), true);
    assert.equal(patience.mayWait(answer({ term: 3, index: 6 })), true);
    assert.equal(patience.mayWait(answer({ term: 3, index: 8 })), false);
  });

  it('does not wait when it refuses, is for another leader, or follows one that may be lost', () => {
    const patience = new PeerPatience();
    patience.mayWait(answer({ term: 3, index: 7 }));
    assert.equal(patience.mayWait(answer({ term: 3, index: 7, reject: true })), false);
    assert.equal(patience.mayWait(answer({ term: 4, index: 7 })), false);
    patience.forget();
    assert.equal(patience.mayWait(answer({ term: 4, index: 7 })), false);
  });

  it('does not wait when it is of any other kind', () => {
    const patience = new PeerPatience();
    for (const type of MESSAGE_TYPES.filter((each) => each !== 'App' && each !== 'AppResp'))
      assert.equal(patience.mayWait(makeMessage({ type, to: 2 })), false, type);
  });
});
