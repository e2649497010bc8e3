/**
 * What a member does not take from another, and what does not wait for ever.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { encodeSnapshotMembers } from 'raft-ts/membership.js';
import { makeMessage, NO_CONF_STATE } from 'raft-ts/rules/types.js';
import { eventually } from '../kit/eventually.js';
import { ListMachine } from '../kit/list-machine.js';
import { CLUSTER_ID, MemberGroup } from '../kit/member-group.js';
import { codeOf } from '../kit/replicator-contract.js';

describe('a member', function () {
  this.timeout(30_000);
  let group: MemberGroup;
  beforeEach(() => {
    group = new MemberGroup(() => new ListMachine());
  });
  afterEach(async () => {
    await group.close();
  });

  it('takes no snapshot in place of its log whose members it can not read, and goes on', async () => {
    await group.begin(['a', 'b']);
    const { member } = group.of('b');
    const term = member.leadership.epoch;
    const metadata = { index: 1000, term, confState: { ...NO_CONF_STATE, voters: [1, 2] } };
    const snapshot = { data: Buffer.from('{"format":2}'), metadata };
    const end = group.net.transport('newer');
    end.setPeers([{ id: 2, name: 'b', address: 'b' }]);
    const pieces = (async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from('x\n');
    })();
    const sent = end.sendSnapshot(makeMessage({ type: 'Snap', to: 2, from: 1, term, snapshot }), pieces);
    await assert.rejects(sent, /has format 2; this build reads 1/);
    await group.of('a').member.propose(Buffer.from('goes on'));
    await eventually(
      'b goes on',
      () => group.of('b').machine.entries,
      (entries) => entries.length === 1,
    );
  });

  it('takes no snapshot in place of its log whose state it can not read, nor one without its state', async () => {
    const [a] = await group.begin(['a', 'b']);
    assert.ok(a !== undefined);
    const { clusterId, recoveryEpoch, leadership } = group.of('b').member;
    const confState = { ...NO_CONF_STATE, voters: [1, 2] };
    const data = encodeSnapshotMembers({
      confState,
      membership: { clusterId, recoveryEpoch, highestId: 2, peers: [] },
    });
    const snapshot = { data, metadata: { index: 1000, term: leadership.epoch, confState } };
    const message = makeMessage({ type: 'Snap', to: 2, from: 1, term: leadership.epoch, snapshot });
    const end = group.net.transport('newer');
    end.setPeers([{ id: 2, name: 'b', address: 'b' }]);
    const pieces = (async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from('format 9\n');
    })();
    await assert.rejects(end.sendSnapshot(message, pieces), /a state of format 9/);
    end.send(message);
    await a.member.propose(Buffer.from('goes on'));
    await eventually(
      'b goes on',
      () => group.of('b').machine.entries,
      (entries) => entries.length === 1,
    );
  });

  it('can be closed while nobody takes its entries, whose outcome is unknown then', async () => {
    const [a] = await group.begin(['a', 'b', 'c']);
    assert.ok(a !== undefined);
    group.net.filter = ({ type }) => type !== 'App';
    const outcomes = [codeOf(a.member.propose(Buffer.from('for nobody'))), a.member.remove(3)];
    const removal = assert.rejects(outcomes[1] ?? Promise.resolve(), { code: 'outcome-unknown' });
    await group.stop('a');
    assert.equal(await outcomes[0], 'outcome-unknown');
    await removal;
  });

  it('can be closed while a snapshot is on its way to it that does not move, and leaves nothing of it', async () => {
    await group.begin(['a', 'b']);
    const { member, directory } = group.of('b');
    const { clusterId, recoveryEpoch } = member;
    const confState = { ...NO_CONF_STATE, voters: [1, 2] };
    const membership = { clusterId, recoveryEpoch, highestId: 2, peers: [] };
    assert.equal(clusterId, CLUSTER_ID);
    const term = member.leadership.epoch;
    const data = encodeSnapshotMembers({ confState, membership });
    const snapshot = { data, metadata: { index: 1000, term, confState } };
    const end = group.net.transport('stuck');
    end.setPeers([{ id: 2, name: 'b', address: 'b' }]);
    let isStuck = false;
    const pieces = (async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from('x\n');
      isStuck = true;
      await new Promise(() => undefined);
    })();
    const sent = assert.rejects(
      end.sendSnapshot(makeMessage({ type: 'Snap', to: 2, from: 1, term, snapshot }), pieces),
    );
    await eventually(
      'the snapshot does not move',
      () => isStuck,
      (is) => is,
    );
    await group.stop('b');
    assert.deepEqual(
      fs.readdirSync(directory).filter((name) => name.includes('.snap.')),
      [],
    );
    await sent;
  });

  it('ends a barrier whose answer is known and whose entries never come, and can be closed', async () => {
    await group.begin(['a', 'b', 'c']);
    let isAnswered = false;
    group.net.filter = ({ type, to }) => {
      isAnswered ||= type === 'ReadIndexResp' && to === 2;
      return to !== 2 || type !== 'App';
    };
    await group.of('a').member.propose(Buffer.from('not for b'));
    const barrier = codeOf(group.of('b').member.barrier());
    await eventually(
      'the answer is there',
      () => isAnswered,
      (is) => is,
    );
    group.net.isolate('a');
    group.net.isolate('c');
    assert.equal(await barrier, 'not-leader');
  });
});
