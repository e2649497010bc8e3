/**
 * What managers say to one another, over real TLS: in order, across breaks and moves, in snapshots of any size,
 * and only to those it is meant for.
 */
import assert from 'node:assert/strict';
import { makeEntry, makeMessage, type Message } from 'raft-ts/rules/types.js';
import { eventually } from '../kit/eventually.js';
import { TestAuthority } from '../kit/test-certificates.js';
import { TestPeer } from '../kit/test-peers.js';

const MIB = 1024 * 1024;

describe('the line between managers', function () {
  this.timeout(30_000);
  let authority: TestAuthority;
  let one: TestPeer;
  let two: TestPeer;
  let others: TestPeer[];

  beforeEach(async () => {
    authority = await TestAuthority.make();
    [one, two] = [await TestPeer.open(authority, 1), await TestPeer.open(authority, 2)];
    others = [];
  });
  afterEach(async () => {
    for (const peer of [one, two, ...others]) await peer.die();
  });

  const other = async (...args: Parameters<typeof TestPeer.open>): Promise<TestPeer> => {
    const peer = await TestPeer.open(...args);
    others.push(peer);
    return peer;
  };
  const meet = (...peers: TestPeer[]): void => {
    for (const peer of peers) peer.know(...peers.filter((each) => each !== peer));
  };
  const indexesOf = (peer: TestPeer): readonly number[] => peer.received.map(({ index }) => index);
  const arrived = async (peer: TestPeer, index: number): Promise<void> => {
    await eventually(`message ${index} arrives`, () => indexesOf(peer).includes(index), Boolean);
  };
  /** Sends the same again and again, as Raft does, until it arrives. */
  const untilHeard = async (from: TestPeer, to: TestPeer, index: number): Promise<void> => {
    await eventually(
      `message ${index} arrives`,
      () => {
        from.transport.send(heartbeat(from, to, index));
        return indexesOf(to).includes(index);
      },
      Boolean,
    );
  };

  it('carries messages in order, those of one turn together, with their entries', async () => {
    meet(one, two);
    const entries = [makeEntry({ term: 3, index: 7, data: Buffer.from('seven') })];
    one.transport.send(makeMessage({ type: 'App', from: 1, to: 2, term: 3, index: 6, entries }));
    for (let index = 10; index < 1_000; index++) one.transport.send(heartbeat(one, two, index));
    await arrived(two, 999);
    assert.deepEqual(indexesOf(two), [6, ...Array.from({ length: 990 }, (_, at) => at + 10)]);
    const [append] = two.received;
    assert.deepEqual(Buffer.from(append?.entries[0]?.data ?? []).toString(), 'seven');
  });

  it('carries more than one message of gRPC can hold', async () => {
    meet(one, two);
    for (let index = 1; index <= 24; index++) {
      const entries = [makeEntry({ term: 1, index, data: Buffer.alloc(MIB, index) })];
      one.transport.send(makeMessage({ type: 'App', from: 1, to: 2, term: 1, index, entries }));
    }
    await arrived(two, 24);
    assert.equal(two.received.length, 24);
  });

  it('is found again when the other comes back, and tells meanwhile that nobody is there', async () => {
    meet(one, two);
    await untilHeard(one, two, 1);
    const port = Number(two.address.split(':')[1]);
    await two.die();
    await eventually('the other is gone', () => one.goneIds.includes(2), Boolean);
    one.transport.send(heartbeat(one, two, 2));
    await eventually('loss is told', () => one.unreachableIds.includes(2), Boolean);
    await two.listen(port);
    two.know(one);
    await untilHeard(one, two, 3);
    assert.ok(!indexesOf(two).includes(2), 'what was lost is not sent late');
  });

  it('follows a member that listens elsewhere, once it is told or the member says so itself', async () => {
    const moved: number[] = [];
    meet(one, two);
    await untilHeard(one, two, 1);
    one.transport.watchMoves(() => moved.push(...one.transport.movedMembers().map(({ id }) => id)));
    await two.die();
    await two.listen();
    two.know(one);
    await untilHeard(one, two, 2);
    assert.deepEqual(moved, [2]);
    assert.deepEqual(one.transport.movedMembers(), [{ id: 2, address: two.address }]);
    one.know(two);
    assert.deepEqual(one.transport.movedMembers(), [], 'the log says so now');
    await two.die();
    await two.listen();
    one.know(two);
    two.know(one);
    await untilHeard(one, two, 3);
  });

  it('brings a snapshot of 60 MB in bounded memory, and waits for whoever takes it slowly', async () => {
    meet(one, two);
    const sizeBytes = 60 * MIB;
    let madeBytes = 0;
    let mostAheadBytes = 0;
    two.takeSnapshot = async (pieces) => {
      for await (const piece of pieces) {
        two.snapshotBytes += piece.length;
        two.longestPieceBytes = Math.max(two.longestPieceBytes, piece.length);
        mostAheadBytes = Math.max(mostAheadBytes, madeBytes - two.snapshotBytes);
      }
    };
    const pieces = async function* (): AsyncGenerator<Uint8Array> {
      for (; madeBytes < sizeBytes; madeBytes += 3 * MIB) yield Buffer.alloc(3 * MIB, 1);
    };
    await one.transport.sendSnapshot(makeMessage({ type: 'Snap', from: 1, to: 2, term: 1 }), pieces());
    assert.equal(two.snapshotBytes, sizeBytes);
    assert.ok(two.longestPieceBytes <= 256 * 1024, `${two.longestPieceBytes}`);
    assert.ok(mostAheadBytes <= 16 * MIB, `${mostAheadBytes / MIB} MiB were under way`);
  });

  it('tells the sender of a snapshot that it was not taken, or did not all arrive', async () => {
    meet(one, two);
    const snap = makeMessage({ type: 'Snap', from: 1, to: 2, term: 1 });
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.alloc(10);
      await eventually(
        'it begins to arrive',
        () => two.snapshotBytes,
        (bytes) => bytes === 10,
      );
      throw new Error('the file is gone');
    };
    let wasWhole: boolean | undefined;
    two.takeSnapshot = async (pieces) => {
      wasWhole = false;
      for await (const piece of pieces) two.snapshotBytes += piece.length;
      wasWhole = true;
    };
    await assert.rejects(one.transport.sendSnapshot(snap, broken()));
    await eventually(
      'the receiver is told',
      () => wasWhole,
      (whole) => whole === false,
    );
    two.takeSnapshot = () => Promise.reject(new Error('no room'));
    await assert.rejects(one.transport.sendSnapshot(snap, onePiece()), /no room/);
  });

  const STRANGERS = [
    ['of another recovery of the cluster', { self: { recoveryEpoch: 1 } }, /recovered by hand/],
    ['of another cluster with the same root', { self: { clusterId: 'elsewhere' } }, /of cluster elsewhere/],
    ['whose certificate is another node’s', { nodeId: 'm9' }, /member 3 is node m3/],
    ['with a certificate of a worker', { unit: 'swarm-worker' }, /may not call/],
  ] as const;
  for (const [who, options, reason] of STRANGERS) {
    it(`is closed to a member ${who}; it is told so, and it is written down once`, async () => {
      const stranger = await other(authority, 3, options);
      stranger.know(one);
      one.know({ self: { ...one.self, memberId: 3 }, nodeId: 'm3', address: stranger.address });
      await eventually('it is told', () => stranger.refusals.find((text) => reason.test(text)), Boolean);
      stranger.transport.send(heartbeat(stranger, one, 1));
      await untilHeardNothing(one);
      await stranger.die();
      await stranger.listen();
      stranger.know(one);
      await eventually(
        'told again',
        () => stranger.refusals.length,
        (count) => count > 1,
      );
      const written = one.log.lines.filter(({ message }) => message === 'a manager was refused');
      assert.ok(written.length <= 1, JSON.stringify(written));
    });
  }

  it('is closed to a member that was removed, which is told so, and its stream is cut', async () => {
    const third = await other(authority, 3);
    meet(one, two, third);
    await untilHeard(two, one, 1);
    one.know(third);
    await eventually('it is told', () => two.refusals.find((text) => text.includes('was removed')), Boolean);
    const count = one.received.length;
    two.transport.send(heartbeat(two, one, 2));
    await untilHeard(third, one, 3);
    assert.ok(!indexesOf(one).slice(count).includes(2));
  });

  it('does not open to a member with a certificate of another authority', async () => {
    const elsewhere = await TestAuthority.make(authority.clusterId);
    const stranger = await other(elsewhere, 3);
    stranger.know(one);
    one.know(stranger);
    await eventually(
      'both notice',
      () => [stranger, one].every((peer) => peer.unreachableIds.length > 0),
      Boolean,
    );
    assert.deepEqual([...one.received, ...stranger.received], []);
  });

  it('waits for a member that is not known yet, and lets it in as soon as it is', async () => {
    const third = await other(authority, 3);
    third.know(one);
    one.know(two);
    await eventually(
      'it tried',
      () => third.unreachableIds.length,
      (count) => count > 0,
    );
    assert.deepEqual(third.refusals, []);
    one.know(two, third);
    await untilHeard(third, one, 5);
  });
});

async function untilHeardNothing(peer: TestPeer): Promise<void> {
  await eventually(
    'nothing is heard',
    () => peer.received.length,
    (count) => count === 0,
  );
}

async function* onePiece(): AsyncGenerator<Uint8Array> {
  yield Buffer.alloc(1);
}

function heartbeat(from: TestPeer, to: TestPeer, index: number): Message {
  return makeMessage({ type: 'Heartbeat', from: from.self.memberId, to: to.self.memberId, term: 1, index });
}
