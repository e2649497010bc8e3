/**
 * Managers that are killed, frozen, cut off, made deaf or mute, whose disk is full or slow, or whose clock jumps,
 * under a stream of writes and reads through all of them: nothing acknowledged is lost, no write counts twice, no
 * read is stale, no term has two leaders, and when the fault is over all managers are back without help. No engine
 * runs: this is about the managers' log.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../kit/eventually.js';
import { LabCluster } from '../lab/cluster.js';
import type { LabHost } from '../lab/host.js';
import { Lab } from '../lab/lab.js';
import { type WriteAccount, WriteStream } from '../lab/write-stream.js';

const WRITERS = 4;
/** Acknowledged between a fault and its end, so that it is a fault under load. */
const WRITES_MEANWHILE = 50;
const HEALED_WITHIN_MS = 60_000;
/** A flush then takes some 130 to 270 ms. */
const SLOW_WRITES_PER_SECOND = 8;
const SLOW_FLUSH_MS = 100;
const HOUR_MS = 3_600_000;
const NEEDED = ['faketime', 'mkfs.ext4'];

interface Fault {
  readonly what: string;
  /** Breaks it; the result mends it. */
  readonly begin: (cluster: LabCluster, victim: LabHost) => Promise<() => Promise<void>>;
  /** Whether others must take over from a leader it befalls. */
  readonly deposes: boolean;
}

const others = (cluster: LabCluster, { name }: LabHost): readonly LabHost[] =>
  cluster.managers.filter((host) => host.name !== name);

const KILL: Fault = {
  what: 'is killed with its agent, and started again',
  begin: async (_cluster, victim) => {
    await victim.killSwarmd('both');
    return () => victim.startSwarmd();
  },
  deposes: true,
};

const FAULTS: readonly Fault[] = [
  KILL,
  {
    what: 'is killed, and starts by itself',
    begin: async (_cluster, victim) => {
      await victim.killSwarmd('child');
      return () => Promise.resolve();
    },
    deposes: true,
  },
  {
    what: 'is frozen while its connections stay open',
    begin: async (_cluster, victim) => {
      await victim.freezeSwarmd('both');
      return () => victim.thawSwarmd('both');
    },
    deposes: true,
  },
  {
    what: 'is cut off',
    begin: async (_cluster, victim) => {
      await victim.partition();
      return () => victim.heal();
    },
    deposes: true,
  },
  {
    what: 'is not heard by the others any more, and hears them',
    begin: async (cluster, victim) => {
      await victim.muteFor(others(cluster, victim));
      return () => victim.heal();
    },
    deposes: true,
  },
  {
    what: 'does not hear the others any more, and is heard',
    begin: async (cluster, victim) => {
      for (const host of others(cluster, victim)) await host.muteFor([victim]);
      return () => victim.heal();
    },
    deposes: true,
  },
];

function describeFaults(managerCount: number, faults: readonly Fault[], victims: number): void {
  describe(`${managerCount} managers under a stream of writes`, function () {
    this.timeout(240_000);
    let lab: Lab;
    let cluster: LabCluster;
    let stream: WriteStream | undefined;

    before(async function () {
      if ((await Lab.obstacle(NEEDED)) !== undefined) this.skip();
      lab = await Lab.create({ hosts: managerCount, name: `raft${managerCount}` });
      await Promise.all(lab.hosts.map((host) => host.disk.mount()));
      await Promise.all(lab.hosts.map((host) => host.clock.detach()));
      await Promise.all(lab.hosts.map((host) => host.startSwarmd()));
      cluster = new LabCluster(lab, { managers: managerCount });
      await cluster.form();
    });

    after(() => lab?.close());

    afterEach(async function () {
      await stream?.stop().catch(() => undefined);
      stream = undefined;
      if (this.currentTest?.state === 'failed') await cluster.printLogs();
    });

    async function begin(): Promise<WriteStream> {
      await rm(join(lab.host(1).folder, 'writes'), { force: true });
      stream = await WriteStream.start(cluster.managers, { writers: WRITERS, image: 'lab/sleep:1' });
      return stream;
    }

    async function moreWrites(of: WriteStream): Promise<void> {
      const before = of.acknowledgedCount;
      await eventually(
        'writes go on',
        () => of.acknowledgedCount,
        (count) => count >= before + WRITES_MEANWHILE,
        { withinMs: 30_000 },
      );
    }

    /** When, to whoever led then, the service of the first writer was changed last. */
    async function lastChangeMs(): Promise<number> {
      const [service] = JSON.parse(await cluster.swarmctl('service', 'inspect', 'writer-0')) as {
        readonly UpdatedAt: string;
      }[];
      return Date.parse(service?.UpdatedAt ?? '');
    }

    async function end(of: WriteStream): Promise<WriteAccount> {
      stream = undefined;
      const account = await of.stop();
      const terms = await cluster.termsLed();
      assert.equal(new Set(terms).size, terms.length, `terms that were led: ${terms.join()}`);
      for (const row of await cluster.managerRows()) assert.notEqual(row.status, 'Unreachable');
      const names = (await cluster.swarmctl('service', 'ls', '-q')).split('\n').filter((id) => id !== '');
      for (const name of names) await cluster.swarmctl('service', 'rm', name);
      return account;
    }

    for (const fault of faults) {
      it(`lose nothing when the leader ${fault.what} (scenario 44)`, async () => {
        const writes = await begin();
        await moreWrites(writes);
        for (let victim = 0; victim < victims; victim++) {
          const leader = await cluster.expectLeader();
          const mend = await fault.begin(cluster, leader);
          await moreWrites(writes);
          await mend();
        }
        await Promise.all(
          cluster.managers.map((host) => cluster.expectManagers(managerCount, host, HEALED_WITHIN_MS)),
        );
        await moreWrites(writes);
        const { longestPauseMs } = await end(writes);
        assert.ok(longestPauseMs < 15_000, `no write for ${longestPauseMs} ms`);
      });
    }

    it('go on under the same leader when another manager is cut off and comes back', async () => {
      const writes = await begin();
      const leader = await cluster.expectLeader();
      const [follower] = others(cluster, leader);
      assert.ok(follower !== undefined);
      await follower.partition();
      await moreWrites(writes);
      await follower.heal();
      await Promise.all(
        cluster.managers.map((host) => cluster.expectManagers(managerCount, host, HEALED_WITHIN_MS)),
      );
      assert.equal((await cluster.expectLeader()).name, leader.name);
      const { longestPauseMs } = await end(writes);
      assert.ok(longestPauseMs < 3_000, `no write for ${longestPauseMs} ms`);
    });

    it('go on when the disk of one is full, whichever, and take it back when there is room (scenario 48)', async () => {
      const writes = await begin();
      const leader = await cluster.expectLeader();
      for (const host of [leader, ...others(cluster, leader).slice(0, 1)]) {
        await host.disk.fill();
        await moreWrites(writes);
        await host.disk.free();
        await cluster.expectManagers(managerCount, host, HEALED_WITHIN_MS);
      }
      await moreWrites(writes);
      await end(writes);
    });

    it('go on under the same leader when the disks of the leader and of most others are slow', async () => {
      const writes = await begin();
      const leader = await cluster.expectLeader();
      const terms = await cluster.termsLed();
      const slow = [leader, ...others(cluster, leader).slice(0, (managerCount - 1) / 2)];
      for (const host of slow) await host.disk.slowDown(SLOW_WRITES_PER_SECOND);
      const { acknowledgedCount } = writes;
      const startedMs = performance.now();
      await moreWrites(writes);
      // No writer has more than one write under way, and none is acknowledged before a slow disk has it.
      const eachMs =
        ((performance.now() - startedMs) * WRITERS) / (writes.acknowledgedCount - acknowledgedCount);
      assert.ok(eachMs > SLOW_FLUSH_MS, `the disks were not slow: a write took ${eachMs} ms`);
      for (const host of slow) await host.disk.speedUp();
      await moreWrites(writes);
      assert.deepEqual(await cluster.termsLed(), terms);
      await cluster.expectManagers(managerCount);
      const { longestPauseMs } = await end(writes);
      assert.ok(longestPauseMs < 5_000, `no write for ${longestPauseMs} ms`);
    });

    it('go on under the same leader when the clock jumps an hour ahead, then two back', async () => {
      const writes = await begin();
      const leader = await cluster.expectLeader();
      const terms = await cluster.termsLed();
      for (const aheadMs of [HOUR_MS, -HOUR_MS]) {
        await leader.clock.set(aheadMs);
        await eventually(
          `what the leader writes is dated ${aheadMs} ms from now`,
          async () => (await lastChangeMs()) - Date.now(),
          (seenMs) => Math.abs(seenMs - aheadMs) < 60_000,
          { pollMs: 200 },
        );
        await moreWrites(writes);
      }
      assert.deepEqual(await cluster.termsLed(), terms);
      const { longestPauseMs } = await end(writes);
      assert.ok(longestPauseMs < 3_000, `no write for ${longestPauseMs} ms`);
    });

    it('take a manager back that starts with a clock that is an hour wrong', async () => {
      const writes = await begin();
      const [follower] = others(cluster, await cluster.expectLeader());
      assert.ok(follower !== undefined);
      for (const aheadMs of managerCount === 3 ? [HOUR_MS, -HOUR_MS] : [-HOUR_MS]) {
        await follower.clock.set(aheadMs);
        await follower.killSwarmd('child');
        await cluster.expectManagers(managerCount, follower, HEALED_WITHIN_MS);
        await moreWrites(writes);
      }
      for (const host of cluster.managers) await host.clock.set(0);
      await moreWrites(writes);
      await end(writes);
    });
  });
}

describeFaults(3, FAULTS, 1);
describeFaults(5, [KILL], 3);
