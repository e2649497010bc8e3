/**
 * Three hundred tasks on real engines come and go on one /24, while leaders are killed and agents crash: what is in
 * use at the end is what is alive. The same with 5,000 simulated tasks is in test/sim/networks.test.ts.
 */
import assert from 'node:assert/strict';
import { eventually } from '../kit/eventually.js';
import type { LabCluster } from '../lab/cluster.js';
import { AppCluster } from '../lab/app-cluster.js';
import { DiscoveryAudit } from '../lab/discovery-audit.js';
import { Lab } from '../lab/lab.js';

const ROUNDS = 10;
const TASKS = 30;
const NETWORK = 'crowded';

describe('addresses of a /24', function () {
  this.timeout(1_800_000);
  let lab: Lab;
  let app: AppCluster;
  let cluster: LabCluster;
  let audit: DiscoveryAudit;

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    lab = await Lab.create({ hosts: 3, name: 'soakcrowd' });
    app = await AppCluster.start(lab, 3);
    cluster = app.cluster;
    audit = new DiscoveryAudit(app, NETWORK);
    await cluster.swarmctl('network', 'create', '--subnet', '10.88.0.0/24', NETWORK);
    await app.createGlobal('probe', '--network', NETWORK);
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await cluster.printLogs();
  });

  async function killLeader(): Promise<void> {
    const leader = await cluster.expectLeader();
    await leader.killSwarmd('both');
    await cluster.expectLeader(cluster.managers.filter((each) => each !== leader));
    await leader.startSwarmd();
    await cluster.expectReadyNodes(lab.hosts.length, 60_000);
  }

  async function crashAgent(number: number): Promise<void> {
    await lab.host(number).killSwarmd('parent');
    await lab.host(number).startSwarmd();
    await cluster.expectReadyNodes(lab.hosts.length, 60_000);
  }

  /** In the middle of something. */
  const disturb = (round: number): Promise<void> =>
    round % 2 === 0 ? killLeader() : crashAgent(1 + (round % 3));

  it('are in use by what is alive, after 300 tasks on real engines (scenario 6)', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const startedMs = performance.now();
      const name = `round${round}`;
      const create = ['service', 'create', '--detach', '--name', name, '--replicas', String(TASKS)];
      await cluster.swarmctl(...create, '--network', NETWORK, 'lab/sleep:1');
      await eventually(
        `some of ${name} run`,
        () => cluster.containers(name),
        (containers) => containers.length > TASKS / 3,
        { withinMs: 120_000, pollMs: 500 },
      );
      await disturb(round);
      await cluster.expectRunning(name, TASKS, { withinMs: 180_000 });
      await audit.expectAgreed(name, { withinMs: 30_000 });
      const containers = await cluster.containers(name);
      const addresses = await Promise.all(
        containers.map(async (each) => (await app.addressesOf(each))[NETWORK] ?? ''),
      );
      const { servingByService } = await audit.stored();
      const stored = (servingByService.get(name) ?? []).map(({ address }) => address);
      assert.deepEqual(addresses.toSorted(), stored.toSorted(), 'the engines gave what the store says');
      await cluster.swarmctl('service', 'rm', name);
      await disturb(round + 1);
      await cluster.expectRunning(name, 0, { withinMs: 180_000 });
      const { taskCount, held } = await eventually(
        `the addresses of ${name} are free`,
        () => audit.stored(),
        (seen) => seen.taskCount === lab.hosts.length,
        { withinMs: 60_000, pollMs: 200 },
      );
      const seconds = Math.round((performance.now() - startedMs) / 1000);
      console.log(
        `      ${(round + 1) * TASKS} tasks came and went; ${held.length} addresses in use, ${taskCount} tasks; ${seconds} s`,
      );
      // The probe's tasks, its own address, and one of each node.
      assert.equal(held.length, 2 * lab.hosts.length + 1);
    }
    await audit.expectAgreed('at the end');
  });
});
