/**
 * The node loop by hand: what it asks of the world in which order, one write at a time, and what it does when there
 * is no room. Three members where the others are played by the test.
 */
import assert from 'node:assert/strict';
import { makeEntry, makeMessage } from 'raft-ts/rules/types.js';
import { Played } from '../../kit/played-node.js';

describe('a node', () => {
  it('writes all proposals of one turn at once, and what comes meanwhile with the next', () => {
    const played = new Played([1]);
    played.lead();
    const outcomes = ['a', 'b', 'c'].flatMap((text) => [played.propose(text)]);
    played.node.turn();
    played.propose('d');
    played.node.turn();
    assert.deepEqual(played.look(), ['write 3']);
    played.node.written();
    assert.deepEqual(played.look(), ['write 1', 'apply 3 a', 'apply 4 b', 'apply 5 c']);
    assert.deepEqual(outcomes.flat(), ['applied', 'applied', 'applied']);
  });

  it('applies nothing of its own before it is durable, however many others have it', () => {
    const played = new Played([1, 2, 3]);
    played.leadThree();
    const outcomes = played.propose('a');
    played.node.turn();
    assert.deepEqual(played.look(), ['send App>2', 'write 1'], 'another gets it before it is written');
    played.acknowledge();
    assert.deepEqual(outcomes, []);
    assert.ok(!played.look().some((what) => what.startsWith('apply')));
    played.node.written();
    assert.deepEqual(outcomes, ['applied']);
  });

  it('refuses proposals that may find no room before they are in any log, and takes them when there is some', () => {
    const played = new Played([1]);
    played.lead();
    played.hasRoom = false;
    const outcomes = played.propose('a');
    played.node.turn();
    assert.deepEqual(played.look(), ['make room']);
    played.node.noRoom(new Error('no room'));
    assert.deepEqual(outcomes, ['disk-full']);
    const later = played.propose('b');
    played.node.turn();
    played.hasRoom = true;
    played.node.roomMade();
    played.node.turn();
    played.node.written();
    assert.deepEqual(later, ['applied']);
  });

  it('tries a write that found no room again and hands leadership over, and refuses proposals meanwhile', () => {
    const played = new Played([1, 2, 3]);
    played.leadThree();
    const stuck = played.propose('stuck');
    played.node.turn();
    played.hasRoom = false;
    played.look();
    played.node.writeFoundNoRoom(new Error('no room'));
    played.acknowledge();
    const refused = played.propose('refused');
    played.node.turn();
    assert.deepEqual(refused, ['disk-full']);
    for (let tick = 0; tick < 5; tick++) played.node.tick();
    assert.ok(played.look().includes('write 1'));
    for (let tick = 0; tick < 20; tick++) played.node.tick();
    assert.ok(!played.look().includes('write 1'), 'not while the last attempt is open');
    assert.deepEqual(stuck, []);
    played.acknowledge();
    assert.ok(
      played.sent.some(({ type, to }) => type === 'TimeoutNow' && to === 2),
      'somebody else may lead',
    );
  });

  it('leads on after its own removal until another member takes over, and takes no proposals meanwhile', () => {
    const played = new Played([1, 2]);
    played.leadThree();
    played.node.proposeChange(
      { version: 1, type: 'remove-node', nodeId: 1, context: undefined },
      () => undefined,
    );
    played.node.turn();
    played.node.written();
    played.acknowledge();
    assert.deepEqual(played.node.confState.voters, [2]);
    assert.equal(played.node.role, 'leader');
    assert.equal(played.node.leadership.isSelf, false);
    played.node.turn();
    assert.ok(played.sent.some(({ type, to }) => type === 'TimeoutNow' && to === 2));
    const refused = played.propose('too late');
    played.node.turn();
    assert.deepEqual(refused, ['not-leader']);
  });

  it('proposes nothing behind its own removal, which the others may need its vote for', () => {
    const played = new Played([1, 2]);
    played.leadThree();
    const before = played.node.lastIndex;
    const removal = { version: 1, type: 'remove-node', nodeId: 1, context: undefined } as const;
    const outcomes: string[] = [];
    played.node.proposeChange(removal, ({ kind }) => outcomes.push(kind));
    const behind = played.propose('behind it');
    played.node.turn();
    assert.equal(played.node.lastIndex, before + 1);
    assert.deepEqual(behind, [], 'it waits');
    played.node.written();
    played.acknowledge();
    assert.deepEqual(outcomes, ['applied']);
    assert.equal(played.node.lastIndex, before + 1);
    assert.deepEqual(behind, ['not-leader']);
  });

  it('takes a snapshot when one is due, and hands in long queues in several turns', () => {
    const played = new Played([1], { snapshotAfterEntries: 5 });
    played.lead();
    const large = 'x'.repeat(400_000);
    for (let count = 0; count < 6; count++) played.propose(large);
    played.node.turn();
    assert.deepEqual(played.look(), ['write 2']);
    for (let count = 0; count < 3; count++) played.node.written();
    assert.ok(played.look().includes('take snapshot 6'));
  });

  it('keeps what follows the snapshot that a slow member has got, until it has caught up', () => {
    const played = new Played([1, 2, 3], { snapshotAfterEntries: 5, keptEntries: 0 });
    played.leadThree();
    const sent = played.needSnapshot();
    for (let round = 0; round < 3; round++) played.write5();
    played.node.snapshotSent(3, true);
    played.node.receive(makeMessage({ type: 'AppResp', to: 1, from: 3, term: 2, index: sent }));
    played.node.turn();
    const appends = played.sent.filter(({ type, to, index }) => type === 'App' && to === 3 && index >= sent);
    assert.deepEqual(
      appends.flatMap(({ entries }) => entries.map(({ index }) => index - sent)),
      Array.from({ length: played.node.lastIndex - sent }, (_, nth) => nth + 1),
    );
    assert.ok(!played.look().some((what) => what.startsWith('send snapshot')), 'one snapshot is enough');
    const index = played.node.lastIndex;
    played.node.receive(makeMessage({ type: 'AppResp', to: 1, from: 3, term: 2, index }));
    for (let tick = 0; tick < 10; tick++) played.tickHeard();
    assert.ok(played.node.core.raft.log.firstIndex() > sent + 5, 'nothing is kept for nobody');
  });

  it('keeps nothing for a member that got a snapshot and fell silent', () => {
    const played = new Played([1, 2, 3], { snapshotAfterEntries: 5, keptEntries: 0 });
    played.leadThree();
    const sent = played.needSnapshot();
    for (let tick = 0; tick < 30; tick++) played.tickHeard();
    played.write5();
    assert.ok(played.node.core.raft.log.firstIndex() > sent + 1);
  });

  it('leaves a member that a snapshot did not get to alone for a while, longer each time', () => {
    const played = new Played([1, 2, 3], { snapshotAfterEntries: 5, keptEntries: 0 });
    played.leadThree();
    played.needSnapshot();
    const waits: number[] = [];
    for (let failure = 0; failure < 7; failure++) {
      played.node.snapshotSent(3, false);
      let ticks = 0;
      for (; !played.look().some((what) => what.startsWith('send snapshot')); ticks++) {
        assert.ok(ticks < 500);
        played.tickHeard();
        played.hear3();
      }
      waits.push(ticks);
    }
    assert.deepEqual(waits, [10, 20, 40, 80, 160, 300, 300]);
  });

  it('takes a snapshot that failed again, but not before a while, longer each time', () => {
    const played = new Played([1], { snapshotAfterEntries: 2 });
    played.lead();
    const waits: number[] = [];
    for (let failure = 0; failure < 4; failure++) {
      let ticks = 0;
      for (; !played.look().some((what) => what.startsWith('take snapshot')); ticks++) {
        assert.ok(ticks < 500);
        played.node.tick();
        played.propose('x');
        played.node.turn();
        played.node.written();
      }
      waits.push(ticks);
      played.node.snapshotFailed();
    }
    assert.deepEqual(waits, [1, 10, 20, 40]);
  });

  it('sends a snapshot again at once to a member that was silent and is heard again', () => {
    const played = new Played([1, 2, 3], { snapshotAfterEntries: 5, keptEntries: 0 });
    played.leadThree();
    played.needSnapshot();
    for (let failure = 0; failure < 5; failure++) played.node.snapshotSent(3, false);
    for (let tick = 0; tick < 25; tick++) played.tickHeard();
    played.look();
    played.hear3();
    played.tickHeard();
    played.hear3();
    assert.ok(played.look().some((what) => what.startsWith('send snapshot')));
  });

  it('does not forget a leader that can not be reached from here and goes on talking, until it is silent', () => {
    const played = new Played([1, 2, 3]);
    const heartbeat = makeMessage({ type: 'Heartbeat', to: 1, from: 2, term: 2, commit: 1 });
    played.node.receive(heartbeat);
    assert.equal(played.node.gone(2), true, 'the first word of it is believed');
    for (let round = 0; round < 5; round++) {
      played.node.tick();
      played.node.receive(heartbeat);
      assert.equal(played.node.gone(2), false);
      assert.equal(played.node.core.raft.lead, 2);
    }
    played.node.receive(heartbeat);
    for (let tick = 0; tick < 4; tick++) played.node.tick();
    assert.equal(played.node.gone(2), true);
    assert.equal(played.node.core.raft.lead, 0);
  });

  it('goes on when another member speaks of entries that can not be', () => {
    const leader = new Played([1, 2, 3]);
    leader.leadThree();
    leader.node.receive(makeMessage({ type: 'AppResp', to: 1, from: 2, term: 2, index: 99 }));
    leader.node.turn();
    const outcomes = leader.propose('goes on');
    leader.node.turn();
    leader.node.written();
    leader.acknowledge();
    assert.deepEqual(outcomes, ['applied']);

    const follower = new Played([1, 2, 3]);
    const at = { to: 1, from: 2, term: 2, index: 1, logTerm: 1 };
    follower.node.receive(makeMessage({ ...at, type: 'Heartbeat', commit: 99 }));
    const beyond = [makeEntry({ index: 5, term: 2 })];
    follower.node.receive(makeMessage({ ...at, type: 'App', entries: beyond, commit: 5 }));
    const next = [makeEntry({ index: 2, term: 2, data: Buffer.from('x') })];
    follower.node.receive(makeMessage({ ...at, type: 'App', entries: next, commit: 99 }));
    follower.node.turn();
    follower.node.written();
    assert.ok(follower.look().includes('apply 2 x'));
  });

  it('ends for good when the state machine throws, and says so to all that wait', () => {
    const played = new Played([1]);
    played.lead();
    played.apply = () => {
      throw new Error('can not apply');
    };
    const [first, second] = [played.propose('a'), played.propose('b')];
    played.node.turn();
    played.node.written();
    assert.deepEqual([first, second], [['unknown'], ['unknown']]);
    assert.deepEqual(played.look().slice(1), ['does not lead', 'failed: can not apply']);
    const late = played.propose('c');
    assert.deepEqual(late, ['stopped']);
  });
});
