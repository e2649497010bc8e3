/**
 * What a member does not take from another, and what does not wait for ever.
 */
import assert from 'node:assert/strict';
import { makeMessage, NO_CONF_STATE } from 'raft-ts/rules/types.js';
import { eventually } from '../kit/eventually.js';
import { ListMachine } from '../kit/list-machine.js';
import { MemberGroup } from '../kit/member-group.js';
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
