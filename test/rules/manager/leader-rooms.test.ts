/**
 * What runs only on the leader: begun with leadership, ended without it, never twice at once.
 */
import assert from 'node:assert/strict';
import { LeaderRooms } from '../../../control-plane/manager/leader-rooms.js';
import { aborted, type Service } from '../../../proto/base/service.js';
import { RecordedLog } from '../../kit/recorded-log.js';
import { NO_STATE, SharedLog, type SharedMember } from '../../kit/shared-log.js';
import { settle, SimClock } from '../../kit/sim-clock.js';

interface Setup {
  readonly shared: SharedLog;
  readonly self: SharedMember;
  readonly clock: SimClock;
  readonly log: RecordedLog;
  /** What happened, in order: "+a" a room began, "-a" it ended. */
  readonly history: string[];
  /** Makes the running room of that name fail. */
  readonly fail: (room: string, error: Error) => void;
  /** Rooms that are told to end wait for this. */
  readonly slow: { until: Promise<void> };
  readonly ended: Promise<unknown>;
  readonly stop: () => Promise<unknown>;
}

function running(): Setup {
  const shared = new SharedLog();
  shared.join('other', 'other:2377', NO_STATE);
  const self = shared.join('self', 'self:2377', NO_STATE);
  const clock = new SimClock();
  const log = new RecordedLog();
  const history: string[] = [];
  const failures = new Map<string, (error: Error) => void>();
  const slow = { until: Promise.resolve() };
  const room = (name: string): Service => ({
    name,
    run: async (signal) => {
      history.push(`+${name}`);
      const failed = new Promise<never>((_resolve, reject) => failures.set(name, reject));
      try {
        await Promise.race([failed, aborted(signal)]);
        await slow.until;
      } finally {
        history.push(`-${name}`);
      }
    },
  });
  const rooms = new LeaderRooms({
    memberLog: self,
    clock,
    log,
    makeRooms: () => [room('a'), room('b')],
  });
  const stop = new AbortController();
  const ended = rooms.run(stop.signal).then(
    () => undefined,
    (error: unknown) => error,
  );
  return {
    shared,
    self,
    clock,
    log,
    history,
    slow,
    ended,
    fail: (name, error) => failures.get(name)?.(error),
    stop: async () => {
      stop.abort();
      return await ended;
    },
  };
}

describe('the rooms of the leader', () => {
  it('begin when this manager leads and end, last-started first, when it does not', async () => {
    const { shared, history, stop } = running();
    await settle();
    assert.deepEqual(history, []);
    shared.lead('self');
    await settle();
    assert.deepEqual(history, ['+a', '+b']);
    shared.lead('other');
    await settle();
    assert.deepEqual(history, ['+a', '+b', '-b', '-a']);
    shared.lead('self');
    await settle();
    assert.deepEqual(history.slice(4), ['+a', '+b']);
    assert.equal(await stop(), undefined);
    assert.deepEqual(history.slice(6), ['-b', '-a']);
  });

  it('of a new term wait until those of the last have ended', async () => {
    const { shared, history, slow, stop } = running();
    shared.lead('self');
    await settle();
    let release = (): void => undefined;
    slow.until = new Promise((resolve) => {
      release = resolve;
    });
    shared.lead('other');
    shared.lead('self');
    await settle();
    assert.deepEqual(history, ['+a', '+b']);
    release();
    await settle();
    assert.deepEqual(history, ['+a', '+b', '-b', '-a', '+a', '+b']);
    await stop();
  });

  it('begin anew when leadership was lost and won between two looks', async () => {
    const { shared, history, stop } = running();
    shared.lead('self');
    await settle();
    shared.lead('self');
    await settle();
    assert.deepEqual(history, ['+a', '+b', '-b', '-a', '+a', '+b']);
    await stop();
  });

  it('that fail cost this manager its leadership, and it goes on as a follower', async () => {
    const { shared, history, fail, log, stop } = running();
    shared.lead('self');
    await settle();
    fail('a', new Error('no sense in it'));
    await settle();
    assert.deepEqual(history, ['+a', '+b', '-a', '-b']);
    assert.equal(shared.leader, 'other');
    const said = log.lines.find(({ level }) => level === 'error');
    assert.match(String(said?.facts['error']), /no sense in it/);
    shared.lead('self');
    await settle();
    assert.deepEqual(history.slice(4), ['+a', '+b']);
    assert.equal(await stop(), undefined);
  });

  it('that fail where nobody else can lead end the manager with what went wrong', async () => {
    const { shared, self, fail, ended } = running();
    self.handsOver = false;
    shared.lead('self');
    await settle();
    const failure = new Error('no sense in it');
    fail('b', failure);
    assert.equal(await ended, failure);
  });

  it('that fail end the manager when nobody takes over in time', async () => {
    const { shared, self, clock, fail, ended } = running();
    self.transferLeadership = () => new Promise(() => undefined);
    shared.lead('self');
    await settle();
    const failure = new Error('no sense in it');
    fail('b', failure);
    await settle();
    await clock.advance(5_000);
    assert.equal(await ended, failure);
  });
});
