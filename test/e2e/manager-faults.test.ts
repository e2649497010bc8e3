/**
 * Managers that are killed, frozen, cut off, made deaf or mute, or whose disk is full, under a stream of writes and
 * reads through all of them: nothing acknowledged is lost, no write counts twice, no read is stale, and when the
 * fault is over all managers are back without help. No engine runs: this is about the managers' log.
 */
import assert from 'node:assert/strict';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../kit/eventually.js';
import { LabCluster } from '../lab/cluster.js';
import { mustRun } from '../lab/command.js';
import type { LabHost } from '../lab/host.js';
import { Lab } from '../lab/lab.js';
import { type WriteAccount, WriteStream } from '../lab/write-stream.js';

const WRITERS = 4;
/** Acknowledged between a fault and its end, so that it is a fault under load. */
const WRITES_MEANWHILE = 50;
const HEALED_WITHIN_MS = 60_000;

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

/** A disk of its own, small enough to be filled. */
async function giveSmallDisk({ swarmd }: LabHost): Promise<void> {
  await mkdir(swarmd.stateFolder, { recursive: true, mode: 0o700 });
  await mustRun('mount', ['-t', 'tmpfs', '-o', 'size=96m,mode=0700', 'tmpfs', swarmd.stateFolder]);
}

async function fillDisk({ swarmd }: LabHost): Promise<() => Promise<void>> {
  const { bavail, bsize } = await statfs(swarmd.stateFolder);
  const ballast = join(swarmd.stateFolder, 'ballast');
  await writeFile(ballast, new Uint8Array(bavail * bsize));
  return () => rm(ballast);
}

function describeFaults(managerCount: number, faults: readonly Fault[], victims: number): void {
  describe(`${managerCount} managers under a stream of writes`, function () {
    this.timeout(240_000);
    let lab: Lab;
    let cluster: LabCluster;
    let stream: WriteStream | undefined;

    before(async function () {
      if ((await Lab.obstacle()) !== undefined) this.skip();
      lab = await Lab.create({ hosts: managerCount, name: `raft${managerCount}` });
      await Promise.all(lab.hosts.map(giveSmallDisk));
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

    async function end(of: WriteStream): Promise<WriteAccount> {
      stream = undefined;
      const account = await of.stop();
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
        const free = await fillDisk(host);
        await moreWrites(writes);
        await free();
        await cluster.expectManagers(managerCount, host, HEALED_WITHIN_MS);
      }
      await moreWrites(writes);
      await end(writes);
    });
  });
}

describeFaults(3, FAULTS, 1);
describeFaults(5, [KILL], 3);
