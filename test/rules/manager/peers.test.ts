/**
 * Whom a manager speaks with, what a broken line means, and how soon it is tried again.
 */
import assert from 'node:assert/strict';
import {
  judgePeerFailure,
  nextPeerDelayMs,
  type PeerFailure,
} from '../../../control-plane/manager/rules/peer-failure.js';
import { judgeHello, PEER_FORMAT } from '../../../control-plane/manager/rules/peer-hello.js';
import { SwarmError } from '../../../proto/base/errors.js';

const SELF = { memberId: 4, clusterId: 'c1', recoveryEpoch: 2 };
const PEERS = [
  { id: 2, name: 'n2', address: 'h2:1' },
  { id: 6, name: 'n6', address: 'h6:1' },
];
const HELLO = { format: PEER_FORMAT, clusterId: 'c1', recoveryEpoch: 2, from: 2, to: 4, address: 'h2:1' };

describe('a member that introduces itself', () => {
  const CASES = [
    ['is welcome when all it says is true', {}, 'n2', 'welcome'],
    ['may have moved', { address: 'elsewhere:1' }, 'n2', 'welcome'],
    ['of another wire format is refused', { format: 9 }, 'n2', 'unknown-format'],
    ['of another cluster is refused', { clusterId: 'c2' }, 'n2', 'other-cluster'],
    ['from before a recovery is refused', { recoveryEpoch: 1 }, 'n2', 'other-epoch'],
    ['from after a recovery is refused', { recoveryEpoch: 3 }, 'n2', 'other-epoch'],
    ['that takes us for another is refused', { to: 5 }, 'n2', 'unknown'],
    ['with the certificate of another node is refused', {}, 'n6', 'impostor'],
    ['that was removed is told so', { from: 3 }, 'n3', 'removed'],
    ['that was the newest and was removed is told so', { from: 8 }, 'n8', 'removed'],
    ['that is not known yet may come again', { from: 9 }, 'n9', 'unknown'],
  ] as const;
  for (const [title, change, nodeId, expected] of CASES) {
    it(title, () => {
      const verdict = judgeHello({ ...HELLO, ...change }, nodeId, SELF, { peers: PEERS, highestId: 8 });
      assert.equal(verdict.kind === 'refused' ? verdict.refusal : verdict.kind, expected);
    });
  }
});

describe('a line that broke', () => {
  const unreachable = (reason: string): SwarmError =>
    new SwarmError('manager.unreachable', { addresses: ['h:1'], reason });
  const refusal = (kind: 'unknown' | 'removed'): SwarmError =>
    new SwarmError('peer.refused', { kind, reason: 'so.' });
  const CASES = [
    [
      'to where nobody listens is to a manager that is gone',
      unreachable('connect ECONNREFUSED 1.2.3.4:2377'),
      'gone',
    ],
    ['that was reset is to one that is gone', unreachable('read ECONNRESET'), 'gone'],
    ['without an answer may be anything', unreachable('it did not answer in time'), 'lost'],
    ['without a way there may be anything', unreachable('connect EHOSTUNREACH'), 'lost'],
    ['by an error inside the program is lost', new Error('oops'), 'lost'],
    ['because we were removed stays so', refusal('removed'), 'final'],
    ['because we are not known yet does not', refusal('unknown'), 'refused'],
    ['because of the certificate stays so', new SwarmError('certificate.refused', { reason: 'x.' }), 'final'],
  ] as const;
  for (const [title, error, expected] of CASES) {
    it(title, () => {
      const failure = judgePeerFailure(error);
      assert.equal(failure.kind === 'refused' && failure.isFinal ? 'final' : failure.kind, expected);
    });
  }

  it('is tried again at once, then later and later up to a second, and rarely where only people can help', () => {
    const lost: PeerFailure = { kind: 'lost' };
    assert.deepEqual(
      [0, 1, 2, 3, 5, 6, 60].map((failures) => nextPeerDelayMs(lost, failures, 1)),
      [0, 50, 100, 200, 800, 1_000, 1_000],
    );
    assert.equal(nextPeerDelayMs(lost, 2, 0), 50);
    const removed: PeerFailure = { kind: 'refused', reason: '', isFinal: true, isRemoval: false };
    assert.equal(nextPeerDelayMs(removed, 1, 0), 5_000);
  });
});
