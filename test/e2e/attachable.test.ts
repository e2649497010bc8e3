/**
 * Containers that users run themselves on an attachable network, on two real engines: they reach one another, tasks and
 * services, are found by name, and are forgotten when they go.
 */
import assert from 'node:assert/strict';
import { eventually } from '../kit/eventually.js';
import { AppCluster } from '../lab/app-cluster.js';
import type { RunningContainer } from '../lab/cluster.js';
import type { LabHost } from '../lab/host.js';
import { Lab } from '../lab/lab.js';

/** As an engine that draws them: it says nothing of the address. */
const DRAWN = '7e:12:34:56:78:9a';
const NETWORK = 'shared';

describe('an attachable network', function () {
  this.timeout(180_000);
  let lab: Lab;
  let app: AppCluster;
  let near: RunningContainer;
  let far: RunningContainer;

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    lab = await Lab.create({ hosts: 2, name: 'attach' });
    app = await AppCluster.start(lab);
    await app.cluster.swarmctl('network', 'create', '--attachable', '--subnet', '10.60.0.0/24', NETWORK);
    for (const host of lab.hosts) await gatewayOf(host);
    [near, far] = await Promise.all([
      run(lab.host(1), 'near'),
      runDrawn(lab.host(2), 'far'),
      app.create('web', 2, '--network', NETWORK),
    ]);
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await app.cluster.printLogs();
  });

  /** Of the host on the network, once the network is there. */
  async function gatewayOf(host: LabHost): Promise<string> {
    const format = '{{(index .IPAM.Config 0).Gateway}}';
    return await eventually(
      `the network is on ${host.name}`,
      async () =>
        (await host.run('docker', ['network', 'inspect', '--format', format, NETWORK])).stdout.trim(),
      (gateway) => gateway !== '',
    );
  }

  /** As users do it. */
  async function run(host: LabHost, name: string): Promise<RunningContainer> {
    const flags = ['-d', '--name', name, '--network', NETWORK, '--dns', await gatewayOf(host)];
    const said = await host.mustRun('docker', ['run', ...flags, 'lab/app:1']);
    return { containerId: said.trim(), hostName: host.name, taskName: '', startedAt: '' };
  }

  /** The same on an engine that draws hardware addresses. */
  async function runDrawn(host: LabHost, name: string): Promise<RunningContainer> {
    const docker = await host.docker();
    // The command takes one for engines only that draw them; these older ones do as they are told.
    const container = await docker.createContainer({
      name,
      Image: 'lab/app:1',
      MacAddress: DRAWN,
      HostConfig: { NetworkMode: NETWORK, Dns: [await gatewayOf(host)] },
    });
    await container.start();
    return { containerId: container.id, hostName: host.name, taskName: '', startedAt: '' };
  }

  async function addressOf(container: RunningContainer): Promise<string> {
    const address = (await app.addressesOf(container))[NETWORK];
    assert.ok(address !== undefined && address !== '', 'it is on the network');
    return address;
  }

  /** Asks until there is an answer; who asked, as the other sees it. */
  async function clientSeen(from: RunningContainer, url: string): Promise<string | undefined> {
    const [answer] = await eventually(`${url} answers`, () => app.get(from, url), Boolean);
    return answer?.client;
  }

  /** What this host's kernel was told of others on the network; what bridges learn by themselves is left out. */
  async function neighboursOn(host: LabHost): Promise<string> {
    const shown = [
      await host.mustRun('ip', ['neigh', 'show', 'nud', 'permanent']),
      await host.mustRun('bridge', ['fdb', 'show']),
    ];
    const told = shown.join('\n').split('\n');
    return told.filter((line) => / dst | lladdr /.test(line)).join('\n');
  }

  it('lets them reach one another across hosts, by address and by name', async () => {
    const [nearAddress, farAddress] = [await addressOf(near), await addressOf(far)];
    assert.equal(await clientSeen(near, `http://${farAddress}/`), nearAddress);
    assert.equal(await clientSeen(far, `http://${nearAddress}/`), farAddress);
    assert.equal(await clientSeen(near, 'http://far/'), nearAddress);
  });

  it('gives them addresses that no task has, each host of its own', async () => {
    const inspected = await app.cluster.swarmctl('network', 'inspect', '-v', NETWORK);
    const [network] = JSON.parse(inspected) as [
      {
        Nodes: { ContainerRange: string }[];
        Containers: Record<string, { Name: string; EndpointIP: string }>;
      },
    ];
    assert.deepEqual(network.Nodes.map(({ ContainerRange }) => ContainerRange).toSorted(), [
      '10.60.0.128/29',
      '10.60.0.136/29',
    ]);
    assert.deepEqual(
      Object.values(network.Containers).map(({ Name, EndpointIP }) => [Name, EndpointIP]),
      [
        ['far', await addressOf(far)],
        ['near', await addressOf(near)],
      ],
    );
  });

  it('lets them reach tasks and services, and tasks reach them', async () => {
    const nearAddress = await addressOf(near);
    for (const task of await app.containersOf('web')) {
      const taskAddress = await addressOf(task);
      assert.equal(await clientSeen(near, `http://${taskAddress}/`), nearAddress);
      assert.equal(await clientSeen(task, `http://${nearAddress}/`), taskAddress);
      assert.equal(await clientSeen(task, 'http://far/'), taskAddress);
    }
    const { web, 'tasks.web': tasks } = await app.lookUp(near, 'web', 'tasks.web');
    assert.equal(tasks?.length, 2);
    for (const [container, url] of [
      [near, `http://${web?.[0]}/`],
      [far, 'http://web/'],
    ] as const) {
      const answers = await app.get(container, url, 20);
      assert.equal(new Set(answers.map((answer) => answer.container)).size, 2, 'both tasks answer');
    }
  });

  it('is not removed while they are on it, and it is said where', async () => {
    const { exitCode, stderr } = await app.cluster.manager.swarmctl(['network', 'rm', NETWORK]);
    assert.equal(exitCode, 1);
    for (const user of ['near on h1', 'far on h2']) assert.ok(stderr.includes(`container ${user}`), stderr);
  });

  it('keeps them when swarmd starts again', async () => {
    const [host, farAddress] = [lab.host(1), await addressOf(far)];
    const kept: boolean[] = [];
    await lab.host(2).stopSwarmd();
    kept.push((await neighboursOn(host)).includes(DRAWN));
    await lab.host(2).startSwarmd();
    await eventually(
      'the node is back',
      async () => {
        kept.push((await neighboursOn(host)).includes(DRAWN));
        return (await app.cluster.swarmctl('node', 'ls')).match(/ Ready /g)?.length;
      },
      (count) => count === 2,
    );
    assert.equal(await clientSeen(near, `http://${farAddress}/`), await addressOf(near));
    kept.push((await neighboursOn(host)).includes(DRAWN));
    assert.ok(!kept.includes(false), 'its entries stood all the time');
  });

  it('forgets one that is gone, on all hosts, within seconds', async () => {
    const host = lab.host(1);
    const farAddress = await addressOf(far);
    assert.ok((await neighboursOn(host)).includes(farAddress));
    await lab.host(2).mustRun('docker', ['rm', '-f', 'far']);
    await eventually(
      'nothing is left of it',
      async () => await neighboursOn(host),
      (shown) => !shown.includes(farAddress) && !shown.includes(DRAWN),
      { withinMs: 5_000 },
    );
    const { far: known } = await app.lookUp(near, 'far');
    assert.equal(known, null);
  });

  it('goes when nobody is on it any more', async () => {
    await app.cluster.swarmctl('service', 'rm', 'web');
    await lab.host(1).mustRun('docker', ['rm', '-f', 'near']);
    await eventually(
      'it can be removed',
      async () => (await app.cluster.manager.swarmctl(['network', 'rm', NETWORK])).exitCode,
      (exitCode) => exitCode === 0,
      { withinMs: 20_000 },
    );
    await eventually(
      'no engine has it',
      async () =>
        await Promise.all(
          lab.hosts.map((host) => host.mustRun('docker', ['network', 'ls', '-q', '-f', `name=${NETWORK}`])),
        ),
      (ids) => ids.join('').trim() === '',
      { withinMs: 15_000 },
    );
  });
});
