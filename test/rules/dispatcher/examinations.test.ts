/**
 * Agents are asked to look at their networks, and nobody waits for one that does not answer.
 */
import assert from 'node:assert/strict';
import { type ExaminedSession, Examinations } from '../../../control-plane/dispatcher/examinations.js';
import { type NetworkExamination, NetworkReportCodec } from '../../../proto/gen/dispatcher.js';
import { settle, SimClock, SimRandom } from '../../kit/sim-clock.js';

describe('an examination of networks', () => {
  let clock: SimClock;
  let asked: NetworkExamination[];
  let line: AbortController;
  let owedForMs: number;
  let examinations: Examinations;

  beforeEach(() => {
    clock = new SimClock();
    asked = [];
    owedForMs = 0;
    line = new AbortController();
    const session: ExaminedSession = {
      facts: { nodeId: 'n1', sessionId: 's1', peerAddress: '192.0.2.1' },
      ended: line.signal,
      overlay: {
        get owedForMs() {
          return owedForMs;
        },
      },
      send: (message) => {
        assert.ok(message.kind === 'networkExamination');
        asked.push(message.networkExamination);
        return true;
      },
    };
    const sessionOf = (nodeId: string) => (nodeId === 'n1' ? session : undefined);
    examinations = new Examinations({ clock, random: new SimRandom(1), sessionOf });
  });

  const ask = (nodeId = 'n1') => examinations.ask(nodeId, new AbortController().signal);

  it('ends with the report of the node that was asked, and no other', async () => {
    const asking = ask();
    const [request] = asked;
    assert.ok(request !== undefined && request.leaderNowMs === clock.nowMs());
    const report = NetworkReportCodec.create({ requestId: request.requestId, networkCount: 2 });
    examinations.receive('n2', { ...report, networkCount: 9 });
    examinations.receive('n1', { ...report, requestId: 'another', networkCount: 9 });
    examinations.receive('n1', report);
    assert.deepEqual(await asking, report);
    examinations.receive('n1', report);
  });

  it('names a node that does not say that it acts on what it was told', async () => {
    for (const [forMs, expected] of [
      [9_999, []],
      [34_200, ['answers: for 34 s it has not said that it acts on what it was told']],
    ] as const) {
      owedForMs = forMs;
      const asking = ask();
      const requestId = asked.at(-1)?.requestId ?? '';
      examinations.receive('n1', NetworkReportCodec.create({ requestId }));
      const { faults } = await asking;
      assert.deepEqual(
        faults.map(({ check, fault }) => `${check}: ${fault.split(': ')[0]}`),
        expected,
      );
    }
  });

  it('of a node that is not connected says so at once', async () => {
    assert.equal((await ask('n2')).error, 'it is not connected');
  });

  it('of a node that is lost meanwhile says so', async () => {
    const asking = ask();
    line.abort();
    assert.equal((await asking).error, 'it was disconnected');
  });

  it('of a node that says nothing ends after 20 seconds', async () => {
    const asking = ask();
    await settle();
    await clock.advance(20_000);
    assert.equal((await asking).error, 'it did not answer within 20 s');
  });

  it('ends when whoever asked has gone', async () => {
    const gone = new AbortController();
    const asking = examinations.ask('n1', gone.signal);
    gone.abort(new Error('gone'));
    await assert.rejects(asking, /gone/);
  });
});
