/**
 * The log in etcd on bad days: a leader frozen past its lease, one that was killed, an etcd that is killed, frozen, full or
 * gone, and a connection that is cut between a request and its answer. Nothing acknowledged is lost, nobody waits for ever.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  EtcdError,
  type Transaction,
  type TransactionAnswer,
} from '../../control-plane/etcd-log/etcd-client.js';
import { Etcd3Client } from '../../control-plane/etcd-log/etcd3-client.js';
import { encodeEntry } from '../../control-plane/etcd-log/rules/entry-value.js';
import { Keys } from '../../control-plane/etcd-log/rules/keys.js';
import { SystemClock } from '../../proto/base/clock.js';
import { EtcdLogs, holds, leads, numbered, proposeAll } from '../kit/etcd-logs.js';
import type { EtcdLeaderOptions } from '../kit/etcd-leader.js';
import { EtcdServer } from '../kit/etcd-server.js';
import { eventually } from '../kit/eventually.js';
import { codeOf } from '../kit/replicator-contract.js';
import { mustRun } from '../lab/command.js';

const LEADER = fileURLToPath(new URL('../kit/etcd-leader.js', import.meta.url));
const MIB = 1024 * 1024;
const BOUND_MS = 5_500; // 5 s, and what a busy machine adds

describe('a log in etcd, on a bad day,', function () {
  this.timeout(60_000);
  let etcd: EtcdServer;
  let logs: EtcdLogs;

  before(async function () {
    if ((await EtcdServer.obstacle()) !== undefined) this.skip();
  });

  beforeEach(async () => {
    etcd = await EtcdServer.start();
    logs = new EtcdLogs({ endpoints: [etcd.endpoint] });
  });

  afterEach(async () => {
    etcd?.signal('SIGCONT');
    await logs?.close();
    await etcd?.close();
  });

  describe('with a leader in another process', () => {
    let leader: ChildProcess;
    let said: string[];

    afterEach(async () => {
      const gone = once(leader, 'exit');
      if (leader.exitCode === null && leader.signalCode === null) {
        leader.kill('SIGKILL');
        await gone;
      }
    });

    async function startLeader(clusterId: string): Promise<void> {
      const options: EtcdLeaderOptions = {
        endpoint: etcd.endpoint,
        prefix: '/swarm',
        clusterId,
        selfId: 1,
        leaseSeconds: 2,
      };
      leader = spawn(process.execPath, [LEADER, JSON.stringify(options)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      said = [];
      let rest = '';
      leader.stdout?.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        said.push(...lines);
      });
      await saysMore(200);
    }

    const acknowledged = (): string[] => said.filter((line) => line.startsWith('frozen'));
    const saysMore = (count: number): Promise<unknown> => {
      const before = acknowledged().length;
      return eventually(
        'it writes',
        () => acknowledged().length,
        (length) => length >= before + count,
      );
    };

    it('refuses one that was frozen past its lease, and loses nothing of what it or its successor wrote', async () => {
      const clusterId = await logs.newCluster();
      const maker = await logs.member(clusterId, 1);
      const { id } = await maker.log.addLearner({ name: 'm2', address: '' });
      await logs.close();
      await startLeader(clusterId);
      const { log, machine } = await logs.member(clusterId, id);
      await saysMore(200);
      leader.kill('SIGSTOP');
      await leads(log);
      const atTakeover = machine.entries.length;
      await proposeAll(log, numbered(1, 50));
      leader.kill('SIGCONT');
      await eventually(
        'it is refused',
        () => said.filter((line) => line.startsWith('refused not-leader')).length,
        (count) => count >= 16,
      );
      await proposeAll(log, numbered(51, 60));
      const [before, after] = [machine.entries.slice(0, atTakeover), machine.entries.slice(atTakeover)];
      assert.deepEqual(after, numbered(1, 60), 'nothing of the frozen one came after its successor');
      const lost = acknowledged().filter((line) => !before.includes(line));
      assert.deepEqual(lost, []);
      assert.ok(log.leadership.isSelf);
    });

    it('leads in the place of one that was killed once its lease is over, and has all that it acknowledged', async () => {
      const clusterId = await logs.newCluster();
      const maker = await logs.member(clusterId, 1);
      const { id } = await maker.log.addLearner({ name: 'm2', address: '' });
      await logs.close();
      await startLeader(clusterId);
      const { log, machine } = await logs.member(clusterId, id);
      leader.kill('SIGKILL');
      await leads(log);
      assert.deepEqual(
        acknowledged().filter((line) => !machine.entries.includes(line)),
        [],
      );
      await log.propose(Buffer.from('and on'));
    });
  });

  it('answers proposals in bounded time while etcd is gone, and goes on by itself when it is back', async () => {
    const [first, second] = await logs.several(2);
    assert.ok(first !== undefined && second !== undefined);
    await proposeAll(first.log, numbered(1, 20));
    await etcd.kill();
    const startedMs = performance.now();
    const codes = await Promise.all([
      codeOf(first.log.propose(Buffer.from('in doubt'))),
      codeOf(second.log.propose(Buffer.from('no'))),
      codeOf(first.log.barrier()),
      codeOf(second.log.barrier()),
    ]);
    assert.ok(performance.now() - startedMs < BOUND_MS, `${performance.now() - startedMs} ms`);
    assert.deepEqual(codes, ['outcome-unknown', 'not-leader', 'not-leader', 'not-leader']);
    assert.equal(first.log.leadership.isSelf, false);
    assert.ok(second.log.staleMs() > 2_000);
    await etcd.run();
    const leader = await eventually(
      'somebody leads',
      () => [first, second].find(({ log }) => log.leadership.isSelf),
      (found) => found !== undefined,
      { withinMs: 15_000 },
    );
    assert.ok(leader !== undefined);
    await proposeAll(leader.log, numbered(21, 30));
    for (const { log, machine } of [first, second]) {
      await log.barrier();
      assert.deepEqual(
        machine.entries.filter((text) => text !== 'in doubt'),
        numbered(1, 30),
      );
    }
  });

  it('says the same while etcd is frozen', async () => {
    const { log, machine } = await logs.alone();
    await proposeAll(log, numbered(1, 5));
    etcd.signal('SIGSTOP');
    const startedMs = performance.now();
    assert.equal(await codeOf(log.propose(Buffer.from('in doubt'))), 'outcome-unknown');
    assert.ok(performance.now() - startedMs < BOUND_MS, `${performance.now() - startedMs} ms`);
    etcd.signal('SIGCONT');
    await leads(log);
    await proposeAll(log, numbered(6, 8));
    // The request of the doubtful one may have been done when etcd thawed: once, and in its place.
    assert.deepEqual(
      machine.entries.filter((text) => text !== 'in doubt'),
      numbered(1, 8),
    );
    assert.ok(machine.entries.filter((text) => text === 'in doubt').length <= 1);
  });

  it('knows that its lease is over the moment it wakes, before it has asked anybody', async () => {
    const clock = new JumpingClock();
    const jumping = new EtcdLogs({ endpoints: [etcd.endpoint] }, clock);
    const { log } = await jumping.alone();
    assert.ok(log.leadership.isSelf);
    clock.jumpMs += 5_000;
    assert.deepEqual([log.leadership.isSelf, log.leadership.leader], [false, null]);
    assert.equal(await codeOf(log.propose(Buffer.from('too late'))), 'not-leader');
    assert.ok(log.staleMs() >= 5_000);
    await leads(log);
    await log.propose(Buffer.from('on'));
    await jumping.close();
  });

  it('finds out by itself what became of an entry whose answer was lost', async () => {
    const { log, machine } = await logs.alone({}, LossyClient);
    await proposeAll(log, numbered(1, 300));
    assert.deepEqual(machine.entries, numbered(1, 300), 'each once, though many were sent twice');
    await log.close();
    const again = await logs.member(log.clusterId, 1);
    assert.deepEqual(again.machine.entries, numbered(1, 300));
  });

  it('refuses an entry that comes too late, even when all that was written since is in a snapshot', async () => {
    const options = { keptEntries: 0, snapshotAfterEntries: 1 };
    const first = await logs.alone(options, SlowClient);
    const { log } = first;
    const { id } = await log.addLearner({ name: 'm2', address: '' });
    const second = await logs.member(log.clusterId, id, options);
    await proposeAll(log, numbered(1, 3));
    const late = SlowClient.holdNextWrite();
    const code = codeOf(log.propose(Buffer.from('late')));
    await late.held;
    const client = logs.client();
    try {
      const keys = new Keys(`/swarm/${log.clusterId}/`);
      await client.transact({ success: [{ kind: 'delete', range: { from: keys.leader } }] }, 2_000);
      await leads(second.log);
      await second.log.propose(Buffer.from('more'));
      await eventually(
        'no entry is left beside the snapshot',
        () => client.read(keys.entries(0), 0, 2_000),
        ({ entries }) => entries.length === 0,
      );
    } finally {
      client.close();
      late.release();
    }
    assert.equal(await code, 'not-leader');
    await first.log.barrier();
    for (const { machine } of [first, second]) assert.deepEqual(machine.entries, [...numbered(1, 3), 'more']);
  });

  it('writes over nothing that stands where its next entry belongs', async () => {
    const { log } = await logs.alone();
    const client = logs.client();
    const key = new Keys(`/swarm/${log.clusterId}/`).entry(log.appliedIndex + 1);
    const value = encodeEntry({
      kind: 'proposal',
      epoch: 1,
      partsApart: 0,
      bytes: Buffer.from('of somebody'),
    });
    await client.transact({ success: [{ kind: 'put', key, value }] }, 2_000);
    assert.equal(await codeOf(log.propose(Buffer.from('mine'))), 'not-leader');
    const { entries } = await client.read({ from: key }, 1, 2_000);
    client.close();
    assert.deepEqual(
      entries.map((entry) => Buffer.from(entry.value)),
      [Buffer.from(value)],
    );
  });

  it('says that etcd has no room, leads on, and writes again when there is some', async () => {
    await etcd.close();
    etcd = await EtcdServer.start({ moreArgs: [`--quota-backend-bytes=${12 * MIB}`] });
    logs = new EtcdLogs({ endpoints: [etcd.endpoint] });
    const client = logs.client();
    const others = { from: '/others/0', to: '/others/9' };
    for (const at of [1, 2, 3])
      await client.transact(
        { success: [{ kind: 'put', key: `/others/${at}`, value: Buffer.alloc(MIB) }] },
        2_000,
      );
    const { log, machine } = await logs.alone();
    const code = await eventually(
      'it is full',
      () => codeOf(log.propose(Buffer.alloc(MIB / 2))),
      (said) => said !== 'done',
    );
    assert.equal(code, 'disk-full');
    assert.ok(log.leadership.isSelf);
    const written = machine.entries.length;
    const etcdctl = (...args: string[]): Promise<unknown> =>
      mustRun('etcdctl', [`--endpoints=${etcd.endpoint}`, ...args], { env: { ETCDCTL_API: '3' } });
    const { revision } = await client.transact({ success: [{ kind: 'delete', range: others }] }, 2_000);
    await client.compact(revision, 2_000);
    client.close();
    await etcdctl('defrag');
    await etcdctl('alarm', 'disarm');
    await log.propose(Buffer.from('small'));
    assert.deepEqual([machine.entries.length, machine.entries.at(-1)], [written + 1, 'small']);
  });

  it('goes to another member of etcd when the one it talks to is gone', async () => {
    const elsewhere = new EtcdLogs({ endpoints: ['127.0.0.1:1', etcd.endpoint] });
    const { log } = await elsewhere.alone();
    await proposeAll(log, numbered(1, 10));
    await elsewhere.close();
  });

  it('reads what is missing when its watch falls silent', async () => {
    const clusterId = await logs.newCluster();
    const first = await logs.member(clusterId, 1);
    const { id } = await first.log.addLearner({ name: 'm2', address: '' });
    const second = await logs.member(clusterId, id, {}, DeafClient);
    await proposeAll(first.log, numbered(1, 10));
    await holds(second.machine, numbered(1, 10));
  });
});

class JumpingClock extends SystemClock {
  jumpMs = 0;

  override monotonicMs(): number {
    return super.monotonicMs() + this.jumpMs;
  }
}

/** The cluster does what it is asked, and every other answer to a transaction that writes entries is lost. */
class LossyClient extends Etcd3Client {
  #writes = 0;

  override async transact(transaction: Transaction, timeoutMs: number): Promise<TransactionAnswer> {
    const answer = await super.transact(transaction, timeoutMs);
    const isWrite = transaction.success.some((each) => each.kind === 'put' && each.key.includes('/log/'));
    if (isWrite && this.#writes++ % 2 === 0) throw new EtcdError('no-answer', 'lost on the way');
    return answer;
  }
}

/** Holds one transaction back that writes entries, when it is asked to. */
class SlowClient extends Etcd3Client {
  static #hold: (() => Promise<void>) | undefined;

  static holdNextWrite(): { readonly held: Promise<void>; readonly release: () => void } {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const held = new Promise<void>((resolve) => {
      SlowClient.#hold = () => {
        SlowClient.#hold = undefined;
        resolve();
        return released;
      };
    });
    return { held, release };
  }

  override async transact(transaction: Transaction, timeoutMs: number): Promise<TransactionAnswer> {
    const isWrite = transaction.success.some((each) => each.kind === 'put' && each.key.includes('/log/'));
    if (isWrite) await SlowClient.#hold?.();
    return await super.transact(transaction, timeoutMs);
  }
}

/** Its watches are open and bring nothing. */
class DeafClient extends Etcd3Client {
  override watch(): () => void {
    return () => undefined;
  }
}
