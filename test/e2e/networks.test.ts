/**
 * Overlay networks on real engines, as users see them: names, virtual addresses and published ports, from inside
 * containers and from outside. Scenario numbers are those of discovery and load balancing.
 */
import assert from 'node:assert/strict';
import { eventually } from '../kit/eventually.js';
import { AppCluster } from '../lab/app-cluster.js';
import type { RunningContainer } from '../lab/cluster.js';
import { INNER, InnerNetwork } from '../lab/inner-network.js';
import { Lab } from '../lab/lab.js';

const CONVERGES_WITHIN_MS = 10_000;
/** Nodes look at their routes every 20 s. */
const KNOWN_WITHIN_MS = 45_000;
/** An update that takes no longer than it must. */
const AT_ONCE = ['--update-monitor', '500ms', '--update-parallelism', '0'];
/** The network of published ports, made by hand: with IPv6. */
const EDGE = 'edge';
/** So many that each task is drawn by one. */
const FLOWS = { sockets: 40, datagrams: 10 };
/** A program that has nothing to do with the cluster. */
const LISTEN = 'require("node:net").createServer().listen(2222)';

describe('overlay networks', function () {
  this.timeout(180_000);
  let lab: Lab;
  let app: AppCluster;
  let inner: InnerNetwork;

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    lab = await Lab.create({ hosts: 3, name: 'overlay' });
    for (const host of [...lab.hosts, lab.client])
      await host.mustRun('ip', ['addr', 'add', `${sixOf(host)}/64`, 'dev', 'eth0', 'nodad']);
    app = await AppCluster.start(lab);
    inner = new InnerNetwork(app, 'back');
    for (const network of ['back', `--internal ${INNER}`, `--ingress --ipv6 ${EDGE}`])
      await app.cluster.swarmctl('network', 'create', ...network.split(' '));
    // In two waves: of more at once each would take longer.
    const ports = ['8080:80', '9053:53000/udp', '53:53000/udp', '9100-9101:53000-53001/udp'];
    const publish = ports.flatMap((port) => ['--publish', port]);
    await Promise.all([
      app.create('web', 3, '--network', 'name=back,alias=www', ...publish),
      app.createGlobal('probe', '--network', 'back'),
    ]);
    await inner.createServices({
      gate: ['published=9200,target=53000,protocol=udp,mode=host'],
      door: ['8085:80', '127.0.0.1:8081:80', `[${sixOf(lab.host(2))}]:9300:53000/udp`],
    });
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await app.cluster.printLogs();
  });

  const serviceNames = (): Promise<string> => app.cluster.swarmctl('service', 'ls', '-q');
  const remove = (...names: string[]): Promise<string> => app.cluster.swarmctl('service', 'rm', ...names);
  const url = (hostNumber: number, port = 8080): string => `http://${lab.host(hostNumber).address}:${port}/`;
  const probeOn = (hostNumber: number): Promise<RunningContainer> =>
    app.containerOn(lab.host(hostNumber), 'probe');

  /** Of the host on the switch, beside its IPv4 address. */
  const sixOf = ({ address }: { readonly address: string }): string => `fd99::${address.split('.').at(-1)}`;

  /** Who answers one datagram of the client, and as whom it is seen; null where nobody does. */
  async function datagram(address: string, port: number): Promise<string | null> {
    const answer = await app.askFrom(lab.client, 'datagram', address, String(port), '0');
    return typeof answer === 'string' ? answer : null;
  }

  /** Where the containers of a service are on the network, as their engines say. */
  async function addressesOf(service: string, network = 'back'): Promise<readonly string[]> {
    const containers = await app.containersOf(service);
    const all = await Promise.all(containers.map((container) => app.addressesOf(container)));
    return all.flatMap((addresses) => addresses[network] ?? []).toSorted();
  }

  /** Waits until the name leads to these addresses in every container of the probe. */
  async function expectEverywhere(name: string, addresses: readonly string[] | null): Promise<void> {
    const probes = await app.containersOf('probe');
    await eventually(
      `${name} leads to ${addresses?.join(' ') ?? 'nothing'} on every node`,
      async () => await Promise.all(probes.map(async (probe) => (await app.lookUp(probe, name))[name])),
      (seen) => seen.every((found) => JSON.stringify(found) === JSON.stringify(addresses)),
      { withinMs: CONVERGES_WITHIN_MS },
    );
  }

  it('reach every container of the network by its own address, from each host', async () => {
    const addresses = await addressesOf('web');
    assert.equal(addresses.length, 3);
    for (const host of [1, 2, 3]) {
      const probe = await probeOn(host);
      for (const address of addresses) {
        const [answer] = await app.get(probe, `http://${address}/`);
        assert.equal(answer?.client, (await app.addressesOf(probe))['back'], 'the client address is its own');
      }
    }
  });

  it('give a service one address, by name and alias, behind which all its tasks answer', async () => {
    const probe = await probeOn(1);
    const { web, www, 'tasks.web': tasks } = await app.lookUp(probe, 'web', 'www', 'tasks.web');
    assert.equal(web?.length, 1);
    assert.deepEqual(www, web);
    assert.deepEqual(tasks, await addressesOf('web'));
    assert.ok(!tasks?.includes(web?.[0] ?? ''), 'the virtual address is none of a task');
    for (const host of [1, 2, 3]) {
      const answers = await app.get(await probeOn(host), 'http://web/', 60);
      const containers = new Set(answers.map(({ container }) => container));
      assert.equal(containers.size, 3, `from h${host} all tasks share the requests`);
    }
  });

  it('let a task reach its own service by its virtual address', async () => {
    const [container] = await app.containersOf('web');
    assert.ok(container !== undefined);
    const answers = await app.get(container, 'http://web/', 60);
    const itself = container.containerId.slice(0, 12);
    assert.ok(
      answers.some((answer) => answer.container === itself),
      'also itself',
    );
    assert.equal(new Set(answers.map((answer) => answer.container)).size, 3);
  });

  it('answer on a published port of every host, and show the app who asked', async () => {
    for (const host of [1, 2, 3]) {
      const seen = new Map<string, string>();
      await eventually(
        `all tasks answer on h${host}`,
        async () => {
          const { container, client } = await app.getFrom(lab.client, url(host));
          seen.set(container, client);
          return seen.size;
        },
        (count) => count === 3,
        { withinMs: CONVERGES_WITHIN_MS },
      );
      for (const client of seen.values()) assert.equal(client, lab.client.address);
    }
  });

  it('answer on a published port to the host itself', async () => {
    for (const host of [1, 2, 3]) {
      await app.expectAnswer(lab.host(host), url(host));
      await app.expectAnswer(lab.host(host), 'http://127.0.0.1:8080/');
    }
  });

  for (const [family, addressOf] of [
    ['IPv4', ({ address }: { readonly address: string }) => address],
    ['IPv6', sixOf],
  ] as const)
    it(`carry datagrams of ${family} to a published port, and answers from where it was asked`, async () => {
      await Promise.all(
        lab.hosts.map(async (host) => {
          const to = { address: addressOf(host), port: 9053 };
          const flows = await eventually(
            `all tasks answer on ${host.name}`,
            () => app.exchange(lab.client, to, FLOWS),
            (all) => new Set(all.map(({ container }) => container)).size === 3,
            { withinMs: CONVERGES_WITHIN_MS },
          );
          for (const { answered, client } of flows)
            assert.deepEqual([answered, client], [FLOWS.datagrams, addressOf(lab.client)]);
        }),
      );
    });

  it('lead each port of a range to its own, and the port of name servers past those of the nodes', async () => {
    for (const { address } of lab.hosts) {
      assert.match((await datagram(address, 9100)) ?? '', / 53000$/);
      assert.match((await datagram(address, 9101)) ?? '', / 53001$/);
      assert.match((await datagram(address, 53)) ?? '', / 53000$/);
    }
    for (const probe of await app.containersOf('probe'))
      assert.equal((await app.lookUp(probe, 'web'))['web']?.length, 1, 'names are still found');
  });

  it('publish only where the task is, in host mode, and show the app who asked', async () => {
    const gate = await app.containerOn(lab.host(3), 'gate');
    const answers = await Promise.all(lab.hosts.map(({ address }) => datagram(address, 9200)));
    const expected = `${gate.containerId.slice(0, 12)} 1 ${lab.client.address} 53000`;
    assert.deepEqual(answers, [null, null, expected]);
  });

  it('publish what is on an internal network as well', async () => {
    for (const host of [1, 2, 3])
      assert.equal((await app.expectAnswer(lab.client, url(host, 8085))).client, lab.client.address);
  });

  it('keep those together that are on an internal one', () => inner.expectTogether());

  it('have their own names for a service that is on several', async () => {
    await inner.expectNamesPerNetwork(await probeOn(1));
  });

  it('let nothing out of an internal one, nor in', async () => {
    const [web = ''] = await addressesOf('web');
    const { web: virtual } = await app.lookUp(await probeOn(1), 'web');
    await inner.expectShut(await probeOn(1), [`http://${web}/`, `http://${virtual?.[0]}/`, url(1), url(2)]);
  });

  it('follow a service that grows and shrinks', async () => {
    await app.cluster.swarmctl('service', 'scale', '--detach', 'web=5');
    await app.cluster.expectRunning('web', 5);
    await expectEverywhere('tasks.web', await addressesOf('web'));
    await app.cluster.swarmctl('service', 'scale', '--detach', 'web=3');
    await app.cluster.expectRunning('web', 3);
    await expectEverywhere('tasks.web', await addressesOf('web'));
  });

  it('forget old names when the endpoint mode or an alias changes (scenario 5)', async () => {
    const update = (...flags: string[]): Promise<string> =>
      app.cluster.swarmctl('service', 'update', ...AT_ONCE, ...flags, 'moody');
    await app.create('moody', 2, '--network', 'name=back,alias=early');
    const virtual = (await app.lookUp(await probeOn(1), 'moody'))['moody'] ?? null;
    await expectEverywhere('early', virtual);
    await update('--endpoint-mode', 'dnsrr');
    await expectEverywhere('moody', await addressesOf('moody'));
    await update('--network-rm', 'back', '--network-add', 'name=back,alias=late');
    await expectEverywhere('late', await addressesOf('moody'));
    await expectEverywhere('early', null);
    await update('--endpoint-mode', 'vip');
    await eventually(
      'the name leads to one address again',
      async () => (await app.lookUp(await probeOn(2), 'moody'))['moody'],
      (found) => found?.length === 1,
      { withinMs: CONVERGES_WITHIN_MS },
    );
    await remove('moody');
    await expectEverywhere('moody', null);
  });

  it('that are full say so with name and size, and go on when an address is freed (scenario 7)', async () => {
    await app.cluster.swarmctl('network', 'create', '--subnet', '10.77.0.0/29', 'small');
    const create = 'service create --detach --name many --replicas 4 --network small';
    const onOne = ['--constraint', `node.hostname==${lab.host(2).name}`, 'lab/app:1'];
    await app.cluster.swarmctl(...create.split(' '), ...onOne);
    const waiting = await app.cluster.expectTasks('some wait for an address', 'many', (rows) =>
      rows.some(({ Error: reason }) => /no free address/.test(reason)),
    );
    const reasons = waiting.flatMap(({ Error: reason }) => (reason === '' ? [] : [reason]));
    for (const reason of reasons) assert.match(reason, /network small \(10\.77\.0\.0\/29/);
    assert.match(await app.cluster.swarmctl('service', 'why', 'many'), /no free address on network small/);
    await app.cluster.swarmctl('service', 'scale', '--detach', 'many=1');
    await app.cluster.expectRunning('many', 1);
    await app.cluster.swarmctl('service', 'scale', '--detach', 'many=2');
    await app.cluster.expectRunning('many', 2);
    await remove('many');
    await eventually(
      'the network can be removed once nothing uses it',
      () => lab.host(1).look(['network', 'rm', 'small']),
      ({ exitCode }) => exitCode === 0,
      { withinMs: 30_000 },
    );
  });

  it('overlap no other made at the same time, and no route of a host (scenario 9)', async () => {
    const create = async (name: string, ...flags: string[]): Promise<string> =>
      (await lab.host(1).swarmctl(['network', 'create', ...flags, name])).stderr;
    const inspect = (name: string): Promise<string> => app.cluster.swarmctl('network', 'inspect', name);
    const subnetIn = (said: string): string => /"Subnet": "([^"]+)"/.exec(said)?.[1] ?? '';
    const subnetOf = async (name: string): Promise<string> =>
      subnetIn(
        await eventually(
          `${name} has a subnet`,
          () => inspect(name),
          (said) => subnetIn(said) !== '',
        ),
      );
    const drop = (...names: string[]): Promise<string> => app.cluster.swarmctl('network', 'rm', ...names);
    assert.equal(await create('one'), '');
    const first = await subnetOf('one');
    const next = first.replace(/(\d+)\.0\/24$/, (_, third) => `${Number(third) + 1}.0/24`);
    const route = [next, 'dev', 'eth0'];
    await lab.host(3).mustRun('ip', ['route', 'add', ...route]);
    const refusal = await eventually(
      `no network may have ${next}`,
      async () => (await create('clash', '--subnet', next)) || (await drop('clash').then(() => '')),
      (said) => said !== '',
      { withinMs: KNOWN_WITHIN_MS, pollMs: 1_000 },
    );
    assert.match(refusal, new RegExp(`overlaps ${next}, which node h3 has a route to; choose another`));
    const names = ['two', 'three', 'four'];
    assert.deepEqual(await Promise.all(names.map((name) => create(name))), ['', '', '']);
    const given = await Promise.all(names.map(subnetOf));
    console.log(`      after ${first} and a route to ${next}: ${given.join(', ')}`);
    assert.equal(new Set([first, next, ...given]).size, 5);
    const same = await Promise.all(['five', 'six'].map((name) => create(name, '--subnet', '10.88.0.0/24')));
    assert.equal(same.filter((said) => said === '').length, 1, same.join());
    await drop('one', ...names, same[0] === '' ? 'five' : 'six');
    await lab.host(3).mustRun('ip', ['route', 'del', ...route]);
  });

  it('lose none of 1,000 look-ups at once (scenario 13)', async () => {
    const { failed, slowestMs } = (await app.ask(await probeOn(2), 'storm', '1000', 'web')) as {
      readonly failed: number;
      readonly slowestMs: number;
    };
    console.log(
      `      1,000 look-ups at once: ${failed} failed, the slowest took ${slowestMs.toFixed(0)} ms`,
    );
    assert.equal(failed, 0);
  });

  it('prefer the own stack where two have the same alias (scenario 14)', async () => {
    await Promise.all(
      ['blue', 'green'].flatMap((stack) =>
        ['db', 'app'].map((service) => {
          const label = ['--label', `com.docker.stack.namespace=${stack}`];
          return app.create(`${stack}_${service}`, 1, ...label, '--network', `name=back,alias=${service}`);
        }),
      ),
    );
    for (const stack of ['blue', 'green']) {
      const [container] = await app.containersOf(`${stack}_app`);
      assert.ok(container !== undefined);
      const { db, [`${stack}_db`]: own } = await app.lookUp(container, 'db', `${stack}_db`);
      assert.equal(own?.length, 1);
      assert.deepEqual(db, own, `in ${stack}`);
    }
    await remove('blue_db', 'blue_app', 'green_db', 'green_app');
  });

  it('are whole again after somebody cleared rules and links (scenario 16)', async () => {
    const host = lab.host(2);
    await host.mustRun('nft', ['flush', 'ruleset']);
    await app.expectAnswer(lab.client, url(2));
    const links = JSON.parse(await host.mustRun('ip', ['-j', 'link', 'show', 'type', 'vxlan'])) as {
      readonly ifname: string;
    }[];
    assert.ok(links.length > 0);
    for (const { ifname } of links) await host.mustRun('ip', ['link', 'del', ifname]);
    const probe = await probeOn(2);
    const others = (await addressesOf('web')).map((address) => `http://${address}/`);
    await eventually(
      'every container is reached again',
      async () => (await Promise.all(others.map((each) => app.get(probe, each)))).flat().length,
      (count) => count === others.length,
      { withinMs: CONVERGES_WITHIN_MS },
    );
    await app.expectAnswer(lab.client, url(2));
  });

  it('never take a port that another program has (scenario 17)', async () => {
    const listener = await lab
      .host(3)
      .startProgram(
        { name: 'listener', command: process.execPath, args: ['-e', LISTEN] },
        `${lab.host(3).folder}/listener.log`,
      );
    try {
      const create = 'service create --detach --name thief --publish 2222:80 lab/app:1'.split(' ');
      await eventually(
        'the node says that the port is taken, and the service is refused',
        async () => {
          const result = await lab.host(1).swarmctl(create);
          if (result.exitCode === 0) await remove('thief');
          return result;
        },
        ({ exitCode, stderr }) => exitCode !== 0 && /2222.*h3/.test(stderr),
        { withinMs: 40_000, pollMs: 1_000 },
      );
    } finally {
      await listener.signal('SIGKILL');
    }
  });

  it('publish on one address of the host only, where that is asked for (scenario 18)', async () => {
    await app.expectAnswer(lab.host(2), 'http://127.0.0.1:8081/');
    await assert.rejects(app.getFrom(lab.client, url(2, 8081)));
    await assert.rejects(app.getFrom(lab.host(2), url(2, 8081)));
    const answers = await Promise.all(lab.hosts.map((host) => datagram(sixOf(host), 9300)));
    assert.deepEqual(
      answers.map((answer) => answer?.split(' ')[2] ?? null),
      [null, sixOf(lab.client), null],
    );
  });

  it('leave nothing on a node after their last task', async () => {
    await remove(...(await serviceNames()).split('\n').filter(Boolean));
    await eventually(
      'no link, rule or engine network is left',
      async () =>
        await Promise.all(
          lab.hosts.map(async (host) => [
            await host.mustRun('ip', ['-o', 'link']),
            await host.mustRun('docker', ['network', 'ls', '--format', '{{.Name}}']),
          ]),
        ),
      (seen) => seen.flat().every((text) => !/\b(sw|vx)-|^(back|apart|.*edge)$/m.test(text)),
      { withinMs: 30_000 },
    );
    await app.cluster.swarmctl('network', 'rm', 'back', INNER, EDGE);
  });
});
