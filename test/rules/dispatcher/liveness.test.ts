/**
 * From heartbeats to node states, and how often a node may register.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { judgePresence, type Presence } from '../../../control-plane/dispatcher/rules/liveness.js';
import { judgeRegistration } from '../../../control-plane/dispatcher/rules/registration.js';

const PERIOD_MS = 5_000;

const states = (presence: Presence, instants: readonly number[]): readonly string[] =>
  instants.map((nowMs) => judgePresence(presence, PERIOD_MS, nowMs).state);

describe('the state of a node', () => {
  it('is ready while it beats, suspected when three beats were missed, and down when six were', () => {
    const presence = { kind: 'session', beatPeriodMs: PERIOD_MS, lastBeatMs: 1_000 } as const;
    assert.deepEqual(states(presence, [1_000, 15_999, 16_000, 30_999, 31_000]), [
      'ready',
      'ready',
      'disconnected',
      'disconnected',
      'down',
    ]);
    const suspected = judgePresence(presence, PERIOD_MS, 16_000).message;
    assert.equal(suspected, 'no heartbeat for 15 s; its tasks are replaced after 30 s');
    assert.equal(judgePresence(presence, PERIOD_MS, 31_000).message, 'heartbeat failure');
  });

  it('is disconnected a period after its session ended, and down no later than without that end', () => {
    const presence = { kind: 'gone', beatPeriodMs: PERIOD_MS, lastBeatMs: 1_000, endedAtMs: 2_000 } as const;
    assert.deepEqual(states(presence, [2_000, 6_999, 7_000, 30_999, 31_000]), [
      'ready',
      'ready',
      'disconnected',
      'disconnected',
      'down',
    ]);
    const late = { ...presence, endedAtMs: 14_000 };
    assert.deepEqual(states(late, [15_999, 16_000, 31_000]), ['ready', 'disconnected', 'down']);
  });

  it('is unknown under a new leader until it is heard of, and down no later than under the old one', () => {
    const presence = { kind: 'unheard', sinceMs: 1_000 } as const;
    assert.deepEqual(states(presence, [1_000, 30_999, 31_000]), ['unknown', 'unknown', 'down']);
    const { message } = judgePresence(presence, PERIOD_MS, 31_000);
    assert.equal(message, 'heartbeat failure for node in "unknown" state');
  });

  it('has until its next beat the time that it was told, though the period is shorter by now', () => {
    const presence = { kind: 'session', beatPeriodMs: 20_000, lastBeatMs: 0 } as const;
    assert.deepEqual(
      [59_999, 60_000, 119_999, 120_000].map((nowMs) => judgePresence(presence, 1_000, nowMs).state),
      ['ready', 'disconnected', 'disconnected', 'down'],
    );
    // One that is longer holds at once.
    assert.equal(judgePresence({ ...presence, beatPeriodMs: 1_000 }, 20_000, 59_999).state, 'ready');
  });

  it('outlives a stall of 20 s at any moment between two beats, and the way back (scenario 34)', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(5_000), (sinceBeatMs, backMs) => {
        const presence = { kind: 'session', beatPeriodMs: PERIOD_MS, lastBeatMs: 0 } as const;
        const { state } = judgePresence(presence, PERIOD_MS, sinceBeatMs + 20_000 + backMs - 1);
        assert.notEqual(state, 'down');
      }),
    );
  });

  it('changes at the instant the verdict names, and not before', () => {
    const lastBeatMs = fc.nat(20_000);
    const presence = fc.oneof(
      fc.record({ kind: fc.constant('session' as const), lastBeatMs, beatPeriodMs: fc.nat(8_000) }),
      fc
        .record({ lastBeatMs, beatPeriodMs: fc.nat(8_000), silentMs: fc.nat(30_000) })
        .map(({ silentMs, ...beat }) => ({
          kind: 'gone' as const,
          ...beat,
          endedAtMs: beat.lastBeatMs + silentMs,
        })),
      fc.record({ kind: fc.constant('unheard' as const), sinceMs: fc.nat(20_000) }),
    );
    fc.assert(
      fc.property(presence, fc.nat(60_000), fc.integer({ min: 1, max: 10_000 }), (known, nowMs, periodMs) => {
        const { state, checkAtMs } = judgePresence(known, periodMs, nowMs);
        if (checkAtMs === undefined) return assert.equal(state, 'down');
        assert.ok(checkAtMs > nowMs);
        assert.equal(judgePresence(known, periodMs, checkAtMs - 1).state, state);
        assert.notEqual(judgePresence(known, periodMs, checkAtMs).state, state);
      }),
    );
  });
});

describe('registering', () => {
  it('is allowed three times within 8 s, and again when the first of them is that old', () => {
    let attemptsMs: readonly number[] = [];
    const answers = [0, 100, 200, 300, 7_999, 8_000, 8_050, 8_100].map((nowMs) => {
      const judged = judgeRegistration(attemptsMs, nowMs);
      if (judged.allowed) attemptsMs = judged.attemptsMs;
      return judged.allowed ? 'allowed' : judged.retryAfterMs;
    });
    assert.deepEqual(answers, ['allowed', 'allowed', 'allowed', 7_700, 1, 'allowed', 50, 'allowed']);
  });
});
