/**
 * Managers of the previous build (test/mixed) and of this one in one cluster: upgraded and taken back one by one,
 * under a stream of writes and reads through all of them.
 */
import assert from 'node:assert/strict';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from '../kit/eventually.js';
import { LabCluster } from '../lab/cluster.js';
import { mustRun } from '../lab/command.js';
import { Lab } from '../lab/lab.js';
import { WriteStream } from '../lab/write-stream.js';

const PREVIOUS_BUILD = fileURLToPath(new URL('../../../test/mixed/previous-build.tgz', import.meta.url));
/** Within the project, where it finds the packages it needs. */
const UNPACKED = fileURLToPath(new URL('../../previous-build', import.meta.url));
const MANAGERS = 3;
const WRITES_BETWEEN = 30;

describe('managers of two builds', function () {
  this.timeout(300_000);
  let lab: Lab;
  let cluster: LabCluster;
  let previousProgram: string;

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    lab = await Lab.create({ hosts: MANAGERS, name: 'mixed' });
    const folder = UNPACKED;
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await mustRun('tar', ['-xzf', PREVIOUS_BUILD, '-C', folder]);
    previousProgram = join(folder, 'main.js');
    for (const { swarmd } of lab.hosts) swarmd.program = previousProgram;
    await Promise.all(lab.hosts.map((host) => host.startSwarmd()));
    cluster = new LabCluster(lab, { managers: MANAGERS });
    await cluster.form();
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await cluster.printLogs();
  });

  it('are one cluster: upgraded node by node, and back again, they lose no write and no read is stale (scenario 54)', async () => {
    const stream = await WriteStream.start(cluster.managers, { writers: 3, image: 'lab/sleep:1' });
    const moreWrites = async (): Promise<void> => {
      const before = stream.acknowledgedCount;
      await eventually(
        'writes go on',
        () => stream.acknowledgedCount,
        (count) => count >= before + WRITES_BETWEEN,
        { withinMs: 30_000 },
      );
    };
    const presentProgram = lab.client.swarmd.program;
    for (const program of [presentProgram, previousProgram]) {
      for (const host of cluster.managers) {
        await host.stopSwarmd();
        host.swarmd.program = program;
        await host.startSwarmd();
        await cluster.expectManagers(MANAGERS, host, 60_000);
        await moreWrites();
      }
    }
    const { longestPauseMs } = await stream.stop();
    assert.ok(longestPauseMs < 15_000, `no write for ${longestPauseMs} ms`);
  });
});
