/**
 * Encrypted networks on real engines: what travels between the hosts is WireGuard's and nothing else, what
 * is forged outside of it reaches nobody, and keys change under traffic that does not notice (scenario 15).
 */
import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../kit/eventually.js';
import { AppCluster } from '../lab/app-cluster.js';
import type { LabHost } from '../lab/host.js';
import { Lab } from '../lab/lab.js';
import { Load } from '../lab/load.js';

const ROTATES_WITHIN_MS = 60_000;
const FORGED = 50;
/** Counts what comes in, before anything of ours decides about it. */
const WATCH = `
table inet lab-watch {
  counter clear {}
  counter tunnel {}
  chain in {
    type filter hook prerouting priority -350;
    udp dport 4789 iifname != "wg-*" counter name clear
    udp dport { 4795, 4796 } counter name tunnel
  }
}`;
/** Lets nothing in at that port of tunnels. */
const closed = (port: number): string =>
  `table inet lab-closed {\n chain in {\n type filter hook prerouting priority -340; udp dport ${port} drop\n }\n}\n`;
/** Sends VXLAN packets with that number from a program of its own: arguments are family, number, host and MAC of whom they are for. */
const FORGE = `
const [family, id, host, mac] = process.argv.slice(1);
const header = Buffer.alloc(8);
header.writeUInt8(8, 0);
header.writeUIntBE(Number(id), 4, 3);
const frame = Buffer.concat([Buffer.from(mac.replaceAll(':', ''), 'hex'), Buffer.from('0242c0000201', 'hex'),
  Buffer.from('0800', 'hex'), Buffer.alloc(60)]);
const socket = require('node:dgram').createSocket(family);
let left = ${FORGED};
const next = () => left-- === 0 ? socket.close() : socket.send(Buffer.concat([header, frame]), 4789, host, next);
next();`;

interface Link {
  readonly ifname: string;
  readonly mtu: number;
  readonly address: string;
  readonly linkinfo?: { readonly info_data?: { readonly id?: number } };
  readonly stats64?: { readonly rx: { readonly packets: number } };
}

describe('encrypted networks', function () {
  this.timeout(120_000);
  let lab: Lab;
  let app: AppCluster;
  const ids = new Map<string, string>();
  let hosts: readonly [LabHost, LabHost];

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    lab = await Lab.create({ hosts: 2, name: 'encryption' });
    hosts = [lab.host(1), lab.host(2)];
    app = await AppCluster.start(lab);
    for (const [network, option] of [
      ['secret', 'encrypted'],
      ['plain', 'encrypted=false'],
    ] as const)
      ids.set(network, (await app.cluster.swarmctl('network', 'create', '--opt', option, network)).trim());
    await app.cluster.swarmctl(...'network create --ingress --opt encrypted edge'.split(' '));
    await app.createGlobal('web', ...'--network secret --network plain --publish 8080:80'.split(' '));
    for (const host of hosts) await host.mustRun('nft', ['-f', '-'], { input: WATCH });
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await app.cluster.printLogs();
  });

  const linksOf = async (host: LabHost): Promise<readonly Link[]> =>
    JSON.parse(await host.mustRun('ip', ['-j', '-d', '-s', 'link', 'show'])) as readonly Link[];
  const tunnelsOf = async (host: LabHost): Promise<readonly string[]> =>
    (await linksOf(host)).map(({ ifname }) => ifname).filter((name) => name.startsWith('wg-'));
  const deviceOf = async (host: LabHost, kind: 'sw' | 'vx', network: string): Promise<Link> => {
    const name = `${kind}-${ids.get(network)?.slice(0, 12)}`;
    const link = (await linksOf(host)).find(({ ifname }) => ifname === name);
    assert.ok(link !== undefined, `${host.name} has ${name}`);
    return link;
  };
  const counted = async (host: LabHost, counter: 'clear' | 'tunnel'): Promise<number> => {
    const said = await host.mustRun('nft', ['list', 'counter', 'inet', 'lab-watch', counter]);
    return Number(/packets (\d+)/.exec(said)?.[1]);
  };
  const addressOn = async (host: LabHost, network: string): Promise<string> =>
    (await app.addressesOf(await app.containerOn(host, 'web')))[network] ?? '';

  /** From each host's container to the other's, over the network. */
  async function talkOver(network: string, count: number): Promise<void> {
    const [one, other] = hosts;
    for (const [from, to] of [hosts, [other, one]] as const)
      await app.get(await app.containerOn(from, 'web'), `http://${await addressOn(to, network)}/`, count);
  }

  /** Echoes without a pause between the containers while the work is done; returns how many were lost. */
  async function lostWhile(work: () => Promise<void>): Promise<number> {
    const [from, to] = hosts;
    const pid = await app.pidOf(await app.containerOn(from, 'web'));
    const file = join(from.folder, 'echoes.log');
    await rm(file, { force: true });
    const echoes = ['ping', '-q', '-i', '0.01', await addressOn(to, 'secret')];
    const args = [`--net=/proc/${pid}/ns/net`, ...echoes];
    const program = await from.startProgram({ name: 'echoes', command: 'nsenter', args }, file);
    await work();
    await program.signal('SIGINT');
    await program.ended(10_000);
    const said = await readFile(file, 'utf8');
    const [, sent, received] = /(\d+) packets transmitted, (\d+) received/.exec(said) ?? [];
    assert.ok(Number(sent) > 10, said);
    // The last one may be on its way.
    return Math.max(0, Number(sent) - Number(received) - 1);
  }

  it('carry containers to one another, by address and by virtual address, beside plain ones', async () => {
    for (const network of ['secret', 'plain']) await talkOver(network, 5);
    for (const host of hosts) {
      const answers = await app.get(await app.containerOn(host, 'web'), 'http://web/', 40);
      assert.equal(new Set(answers.map(({ container }) => container)).size, 2, 'both tasks answer');
    }
    const { mtu: plain } = await deviceOf(hosts[0], 'sw', 'plain');
    const { mtu: secret } = await deviceOf(hosts[0], 'sw', 'secret');
    assert.equal(plain - secret, 80, 'WireGuard takes 60 bytes, and IPv6 inside of it 20 more than IPv4');
    const inspected = await app.cluster.swarmctl('network', 'inspect', 'secret');
    assert.match(inspected, /"encrypted": ""/);
  });

  it('show nothing of themselves between the hosts', async () => {
    const [, host] = hosts;
    const before = { clear: await counted(host, 'clear'), tunnel: await counted(host, 'tunnel') };
    await talkOver('secret', 20);
    assert.equal(await counted(host, 'clear'), before.clear, 'no VXLAN in the clear');
    assert.ok((await counted(host, 'tunnel')) > before.tunnel + 40, 'the tunnel carried it');
    await talkOver('plain', 20);
    assert.ok((await counted(host, 'clear')) > before.clear + 40, 'a plain network is seen');
  });

  it('carry what is published, and its clients are still seen', async () => {
    const [, host] = hosts;
    const before = await counted(host, 'clear');
    const seen = new Map<string, string>();
    await eventually(
      'a port of one host leads to the tasks of both',
      async () => {
        const { container, client } = await app.getFrom(lab.client, `http://${hosts[0].address}:8080/`);
        return seen.set(container, client).size;
      },
      (count) => count === 2,
      { withinMs: 10_000 },
    );
    assert.deepEqual([...new Set(seen.values())], [lab.client.address]);
    assert.equal(await counted(host, 'clear'), before, 'no VXLAN in the clear');
  });

  it('take no packet that comes outside of the tunnel', async () => {
    const [from, to] = hosts;
    const links = JSON.parse(
      await to.mustRun('ip', ['-j', '-6', 'addr', 'show', 'scope', 'link']),
    ) as readonly {
      readonly ifname: string;
      readonly addr_info: readonly { readonly local: string }[];
    }[];
    const own = (
      JSON.parse(await from.mustRun('ip', ['-j', '-4', 'route', 'get', to.address])) as [{ dev: string }]
    )[0];
    const outside = links.find(({ ifname }) => !/^(wg|sw|vx|veth|docker|lo)/.test(ifname));
    const received = async (network: string): Promise<number> =>
      (await deviceOf(to, 'vx', network)).stats64?.rx.packets ?? 0;
    const forge = async (network: string, family: 'udp4' | 'udp6', host: string): Promise<number> => {
      const { linkinfo } = await deviceOf(to, 'vx', network);
      const { address } = await deviceOf(to, 'sw', network);
      const before = await received(network);
      const args = ['-e', FORGE, family, String(linkinfo?.info_data?.id), host, address];
      await from.mustRun(process.execPath, args);
      return (await received(network)) - before;
    };
    assert.ok(
      (await forge('plain', 'udp4', to.address)) >= FORGED,
      'what is forged for a plain network arrives',
    );
    const linkLocal = `${outside?.addr_info[0]?.local}%${own.dev}`;
    const arrived = {
      4: await forge('secret', 'udp4', to.address),
      6: await forge('secret', 'udp6', linkLocal),
    };
    assert.ok(arrived[4] < FORGED / 2 && arrived[6] < FORGED / 2, JSON.stringify(arrived));
  });

  it('change their keys on all nodes at once and lose nothing', async () => {
    const before = await Promise.all(hosts.map((host) => tunnelsOf(host)));
    const pid = await app.pidOf(await app.containerOn(hosts[1], 'web'));
    const url = `http://${await addressOn(hosts[0], 'secret')}/`;
    const load = await Load.start(hosts[1], {
      name: 'rotation',
      url,
      isPerRequest: true,
      containerPid: pid,
      connections: 4,
    });
    const lost = await lostWhile(async () => {
      for (const [at, host] of hosts.entries())
        for (const name of before[at] ?? [])
          await host.mustRun('ip', ['link', 'set', 'dev', name, 'alias', 'swarmd-key-0']);
      await eventually(
        'each host has another tunnel, and only that',
        () => Promise.all(hosts.map((host) => tunnelsOf(host))),
        (now) => now.every((names, at) => names.length === 1 && !before[at]?.includes(names[0] ?? '')),
        { withinMs: ROTATES_WITHIN_MS, pollMs: 200 },
      );
    });
    const { requests, failed, failures } = await load.stop();
    console.log(`      while the keys changed: ${requests} requests, ${failed} failed; echoes lost: ${lost}`);
    assert.deepEqual([failed, failures, lost], [0, '', 0]);
    assert.ok(requests > 100, `${requests} requests`);
  });

  it('go on with the key they have when the next one is not answered, and the doctor says so', async () => {
    const [host] = hosts;
    const [present = ''] = await tunnelsOf(host);
    const nextPort = present.endsWith('-0') ? 4796 : 4795;
    await host.mustRun('nft', ['-f', '-'], { input: closed(nextPort) });
    await host.mustRun('ip', ['link', 'set', 'dev', present, 'alias', 'swarmd-key-0']);
    const names = await eventually(
      'the next key has a tunnel',
      () => tunnelsOf(host),
      ({ length }) => length === 2,
      { withinMs: 20_000 },
    );
    const next = names.find((name) => name !== present) ?? '';
    const tenMinutesAgo = Date.now() - 600_000;
    await host.mustRun('ip', ['link', 'set', 'dev', next, 'alias', `swarmd-key-${tenMinutesAgo}`]);
    const doctor = (): ReturnType<LabHost['swarmctl']> => host.swarmctl(['network', 'doctor']);
    const { stdout } = await eventually(
      'the doctor names the change that does not end',
      doctor,
      (said) => said.stdout.includes('not in use, as it is not answered by node'),
      { withinMs: 20_000 },
    );
    assert.match(stdout, /the next tunnel key is 1\d minutes old .*\n.*open both UDP ports 4795 and 4796/);
    await talkOver('secret', 5);
    await host.mustRun('nft', ['delete', 'table', 'inet', 'lab-closed']);
    await eventually('the change goes on', doctor, ({ exitCode }) => exitCode === 0, { withinMs: 30_000 });
  });

  it('go on while swarmd is away, with the keys they had', async () => {
    const [, host] = hosts;
    const [tunnel = ''] = await tunnelsOf(host);
    const keyOf = (): Promise<string> => host.mustRun('wg', ['show', tunnel, 'public-key']);
    const key = await keyOf();
    const lost = await lostWhile(async () => {
      await host.stopSwarmd();
      await host.startSwarmd();
      await app.cluster.expectReadyNodes(2);
      await eventually(
        'the doctor finds nothing wrong',
        () => lab.host(1).swarmctl(['network', 'doctor']),
        ({ exitCode }) => exitCode === 0,
        { withinMs: 30_000 },
      );
    });
    assert.equal(lost, 0);
    assert.equal(await keyOf(), key);
  });

  it('get their tunnel back when somebody ends it', async () => {
    const [host] = hosts;
    const [tunnel = ''] = await tunnelsOf(host);
    await host.mustRun('ip', ['link', 'del', tunnel]);
    await eventually(
      'containers reach each other again',
      () => talkOver('secret', 1),
      () => true,
      { withinMs: 30_000 },
    );
  });

  it('leave nothing behind', async () => {
    await app.cluster.swarmctl('service', 'rm', 'web');
    for (const network of ['secret', 'plain', 'edge'])
      await eventually(
        `network ${network} can be removed`,
        () => lab.host(1).swarmctl(['network', 'rm', network]),
        ({ exitCode }) => exitCode === 0,
        { withinMs: 30_000 },
      );
    const left = async (host: LabHost): Promise<readonly string[]> => [
      ...(await linksOf(host)).map(({ ifname }) => ifname).filter((name) => /^(wg|vx|sw)-/.test(name)),
      ...(await programsOf(host)).filter((name) => name === 'wireguard-go'),
    ];
    await eventually(
      'no device and no process is left',
      async () => (await Promise.all(hosts.map(left))).flat(),
      (names) => names.length === 0,
      { withinMs: 20_000 },
    );
  });
});

async function programsOf(host: LabHost): Promise<readonly string[]> {
  const names = (await host.pids()).map((pid) => readFile(`/proc/${pid}/comm`, 'utf8').catch(() => ''));
  return (await Promise.all(names)).map((name) => name.trim());
}
