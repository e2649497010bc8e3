/**
 * What a node says of itself to those who plan networks, on hosts of every kind.
 */
import assert from 'node:assert/strict';
import { NodeFacts, type Whereabouts } from '../../../../agent/network/node-facts.js';
import { chooseDataAddress, splitHostPort } from '../../../../agent/network/rules/data-address.js';
import { routesOf } from '../../../../agent/network/rules/routes.js';
import {
  listeningSockets,
  type OwnSockets,
  usedPortsOf,
} from '../../../../agent/network/rules/used-ports.js';
import type { NodeNetworking } from '../../../../proto/gen/objects.js';
import { anAddress, ToldHost } from '../../../kit/told-host.js';

const KEY = { publicKey: 'key', port: 4795 };
const tunnelKeys = async () => await Promise.resolve([KEY]);
const WORKER: Whereabouts = { own: '', managers: ['192.0.2.1:2377'] };

async function factsOf(host: ToldHost, where = WORKER, dataPathAddress = ''): Promise<NodeNetworking> {
  const modules = { reader: host, whereabouts: () => where, ownPorts: () => [], tunnelKeys };
  return await new NodeFacts({ dataPathAddress }, modules).read();
}

describe('what a node says of networks', () => {
  it('has the size of packets of the interface in its own network, and none where that cannot be read', async () => {
    const host = new ToldHost();
    host.outputs.set('ip -j link show dev eth0', '[{"ifname":"eth0","mtu":9000}]');
    assert.equal((await factsOf(host)).dataMtu, 9_000);
    host.outputs.delete('ip -j link show dev eth0');
    assert.equal((await factsOf(host)).dataMtu, 0);
  });

  it('is where it is reached, how much fits, and no problem, on a host where all is well', async () => {
    assert.deepEqual(await factsOf(new ToldHost()), {
      dataAddress: '192.0.2.7',
      dataMtu: 1500,
      problem: '',
      routes: ['192.0.2.0/24'],
      usedPorts: [],
      tunnelKeys: [KEY],
      tunnelProblem: '',
      containers: [],
    });
  });

  const spoilt = (spoil: (host: ToldHost) => void): ToldHost => {
    const host = new ToldHost();
    spoil(host);
    return host;
  };
  for (const [what, host, problem] of [
    [
      'a user who is not root',
      spoilt(({ files }) => files.set('/proc/self/status', 'CapEff:\t0000000000000000\n')),
      /^swarmd may not change the networks of this machine: run it as root$/,
    ],
    [
      'no tools',
      spoilt(({ commands }) => commands.clear()),
      /^ip, bridge, nft, iptables-restore not found: install iproute2 and nftables and iptables$/,
    ],
    ['no nft', spoilt(({ commands }) => commands.delete('nft')), /^nft not found: install nftables$/],
    [
      'no vxlan',
      spoilt(({ files }) => files.delete('/sys/module/vxlan')),
      /^the kernel has no vxlan: .*linux-modules-extra-6\.1\.0-18-amd64/,
    ],
    [
      'modules that can be loaded',
      spoilt(({ files }) => {
        files.delete('/sys/module/vxlan');
        files.delete('/proc/sys/net/bridge');
        files.set('/lib/modules/6.1.0-18-amd64/modules.builtin', 'kernel/net/bridge/br_netfilter.ko\n');
        const dependencies =
          'kernel/net/ipv4/udp_tunnel.ko:\nkernel/drivers/net/vxlan/vxlan.ko.xz: kernel/x.ko\n';
        files.set('/lib/modules/6.1.0-18-amd64/modules.dep', dependencies);
      }),
      /^$/,
    ],
    [
      'an ip that is too old',
      spoilt(({ outputs }) => outputs.set('ip -j -4 route show', 'default via 192.0.2.1')),
      /^its routes cannot be read \(.*\): is iproute2 installed\?$/,
    ],
    [
      'an address of a router before it',
      spoilt((each) => {
        each.outgoing = '198.51.100.1';
      }),
      /^none of its interfaces has the address it is known by \(198\.51\.100\.1\): .* --data-path-addr$/,
    ],
    [
      'no way to the managers',
      spoilt((each) => {
        each.outgoing = undefined;
      }),
      /^none of its interfaces has the address it is known by \(unknown\)/,
    ],
  ] as const)
    it(`names the problem and the mend: ${what}`, async () => {
      assert.match((await factsOf(host)).problem, problem);
    });

  for (const [what, names, problem] of [
    [
      'nothing that makes tunnels',
      ['wg', 'wireguard-go'],
      /^wg not found: install wireguard-tools; .*install the module, or wireguard-go$/,
    ],
    ['no wg', ['wg'], /^wg not found: install wireguard-tools$/],
    ['no WireGuard', ['wireguard-go'], /^the kernel has no wireguard and wireguard-go is not found/],
  ] as const)
    it(`names the packages that encrypted networks need, and says no key: ${what}`, async () => {
      const facts = await factsOf(spoilt(({ commands }) => names.forEach((name) => commands.delete(name))));
      assert.match(facts.tunnelProblem, problem);
      assert.deepEqual([facts.tunnelKeys, facts.problem], [[], '']);
    });

  it('says no key where tunnels could not stand, though the programs are there', async () => {
    const without6 = await factsOf(spoilt(({ files }) => files.delete('/proc/sys/net/ipv6')));
    assert.match(without6.tunnelProblem, /^the kernel was started without IPv6/);
    const narrow = spoilt(({ outputs }) =>
      outputs.set('ip -j link show dev eth0', '[{"ifname":"eth0","mtu":1300}]'),
    );
    assert.match(
      (await factsOf(narrow)).tunnelProblem,
      /carries packets of 1300 bytes.*need 1340: raise its mtu$/,
    );
    assert.deepEqual([without6.tunnelKeys, (await factsOf(narrow)).tunnelKeys], [[], []]);
  });

  it('needs no program where the kernel has WireGuard', async () => {
    const host = spoilt(({ commands, files }) => {
      commands.delete('wireguard-go');
      files.set('/sys/module/wireguard', '');
    });
    assert.deepEqual((await factsOf(host)).tunnelKeys, [KEY]);
  });

  it('keeps an address once said while the host has it', async () => {
    const host = new ToldHost();
    host.addresses = [anAddress('eth0', '192.0.2.7'), anAddress('eth1', '192.0.2.8')];
    const modules = { reader: host, whereabouts: () => WORKER, ownPorts: () => [], tunnelKeys };
    const facts = new NodeFacts({ dataPathAddress: '' }, modules);
    assert.equal((await facts.read()).dataAddress, '192.0.2.7');
    host.outgoing = '192.0.2.8';
    assert.equal((await facts.read()).dataAddress, '192.0.2.7');
    host.addresses = [anAddress('eth1', '192.0.2.8')];
    assert.equal((await facts.read()).dataAddress, '192.0.2.8');
  });

  it('looks for its own sockets only when other sockets listen than before', async () => {
    const host = new ToldHost();
    const listens = (...rows: readonly (readonly [port: string, inode: number])[]): void => {
      const text = rows.map(
        ([port, inode], at) => ` ${at}: 00000000:${port} 0:0 0A 0:0 0:0 0 0 0 ${inode} 1`,
      );
      host.files.set('/proc/net/tcp', text.join('\n'));
    };
    const modules = {
      reader: host,
      whereabouts: () => WORKER,
      ownPorts: () => [],
      tunnelKeys: async () => [],
    };
    const facts = new NodeFacts({ dataPathAddress: '' }, modules);
    const used = async (): Promise<readonly number[]> =>
      (await facts.read()).usedPorts.map(({ port }) => port);
    host.ownInodes.add(7);
    listens(['0016', 1], ['0949', 7]);
    assert.deepEqual([await used(), await used(), host.inodesCount], [[22], [22], 1]);
    host.ownInodes.clear();
    listens(['0016', 1], ['0949', 8]);
    assert.deepEqual([await used(), host.inodesCount], [[22, 2377], 2]);
  });

  it('is, of a manager, the address it advertises, or the one it speaks from where that is a router', async () => {
    const host = new ToldHost();
    host.addresses = [...host.addresses, anAddress('eth1', '192.0.2.9')];
    const managers = ['192.0.2.9:2377', '192.0.2.1:2377'];
    assert.equal((await factsOf(host, { own: '192.0.2.9:2377', managers })).dataAddress, '192.0.2.9');
    assert.equal((await factsOf(host, { own: '198.51.100.1:2377', managers })).dataAddress, '192.0.2.7');
  });
});

describe('the data address', () => {
  const interfaces = [
    anAddress('eth0', '192.0.2.7'),
    anAddress('eth1', 'fe80::7'),
    anAddress('eth1', '2001:db8::7'),
  ];
  const chosen = (asked: string): string => {
    const choice = chooseDataAddress(asked, ['192.0.2.7'], interfaces);
    return choice.kind === 'found' ? `${choice.address} on ${choice.interfaceName}` : choice.problem;
  };

  it('is what was asked for, by address or by interface', () => {
    assert.equal(chosen(''), '192.0.2.7 on eth0');
    assert.equal(chosen('eth0'), '192.0.2.7 on eth0');
    assert.equal(chosen('eth1'), '2001:db8::7 on eth1');
    assert.equal(chosen('2001:DB8:0::7'), '2001:db8::7 on eth1');
    assert.match(chosen('eth9'), /^no interface has the data path address eth9: /);
    assert.match(chosen('192.0.2.99'), /^no interface has the data path address 192\.0\.2\.99: /);
  });

  it('is asked towards managers as they are written', () => {
    assert.deepEqual(splitHostPort('192.0.2.1:2377'), { host: '192.0.2.1', port: 2377 });
    assert.deepEqual(splitHostPort('[2001:db8::1]:2377'), { host: '2001:db8::1', port: 2377 });
  });
});

describe('the routes of a host', () => {
  const output = (...routes: readonly (readonly [dst: string, dev: string])[]): string =>
    JSON.stringify(routes.map(([dst, dev]) => ({ dst, dev })));

  it('are subnets of others: not the default, not the own ones of each link, not the cluster’s', () => {
    const ipv4 = output(
      ['default', 'eth0'],
      ['192.0.2.0/24', 'eth0'],
      ['172.17.0.0/16', 'docker0'],
      ['10.0.1.0/24', 'sw-abcdefghijkl'],
      ['10.7.0.0/16', 'sw-lan'],
      ['10.6.0.0/16', 'wg-home-0'],
      ['10.9.9.9', 'eth0'],
      ['169.254.0.0/16', 'eth0'],
      ['127.0.0.0/8', 'lo'],
      ['0.0.0.0/0', 'tun0'],
    );
    const ipv6 = output(
      ['fe80::/64', 'eth0'],
      ['2001:db8::/64', 'eth0'],
      ['2001:db8:1::1', 'eth0'],
      ['fd5c:77a6:d16f:e1a::/64', 'wg-abcdefghij-0'],
    );
    assert.deepEqual(routesOf(ipv4, ipv6), [
      '10.6.0.0/16',
      '10.7.0.0/16',
      '10.9.9.9/32',
      '172.17.0.0/16',
      '192.0.2.0/24',
      '2001:db8::/64',
      '2001:db8:1::1/128',
    ]);
  });

  it('name a subnet once, and none that lies in another', () => {
    assert.deepEqual(
      routesOf(output(['10.1.2.0/24', 'eth0'], ['10.1.0.0/16', 'eth1'], ['10.1.0.0/16', 'eth0'])),
      ['10.1.0.0/16'],
    );
  });

  it('are a thousand at most, the widest', () => {
    const many = Array.from(
      { length: 2_000 },
      (_, at) => [`11.${at >> 8}.${at % 256}.0/24`, 'eth0'] as const,
    );
    const told = routesOf(output(...many, ['12.0.0.0/8', 'eth0']));
    assert.equal(told.length, 1_000);
    assert.equal(told.at(-1), '12.0.0.0/8');
  });
});

describe('the used ports of a host', () => {
  const row = (local: string, state: string, inode = 1): string =>
    `   0: ${local} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000 0 0 ${inode} 1 0 100 0 0 10 0`;
  const used = (
    tcp: readonly string[],
    udp: readonly string[] = [],
    own: Partial<OwnSockets> = {},
  ): readonly string[] =>
    usedPortsOf(
      listeningSockets(
        [
          { protocol: 'tcp', text: ['  sl  local_address rem_address st', ...tcp, ''].join('\n') },
          { protocol: 'udp', text: udp.join('\n') },
        ],
        32_768,
      ),
      { inodes: new Set(), ports: [], ...own },
    ).map(({ protocol, port, address }) => `${port}/${protocol} ${address}`.trim());

  it('are those on which somebody listens, with the address where it is one', () => {
    assert.deepEqual(
      used(
        [row('00000000:0050', '0A'), row('0100007F:0016', '0A'), row('0100007F:0051', '01')],
        [row('3500007F:0035', '07'), row('0700020C:0036', '01')],
      ),
      ['22/tcp 127.0.0.1', '53/udp 127.0.0.53', '80/tcp'],
    );
  });

  it('of IPv6 count, too; one on all addresses stands for those on each', () => {
    assert.deepEqual(
      used([
        row('00000000000000000000000000000000:0050', '0A'),
        row('00000000:0050', '0A'),
        row('0100007F:0050', '0A'),
        row('B80D0120000000000000000007000000:0051', '0A'),
        row('0000000000000000FFFF00000100007F:0052', '0A'),
      ]),
      ['80/tcp', '81/tcp 2001:db8::7', '82/tcp 127.0.0.1'],
    );
  });

  it('are not those of this cluster, nor those that the kernel gives to whoever wants any', () => {
    assert.deepEqual(
      used([row('00000000:0949', '0A', 7), row('00000000:1F90', '0A'), row('00000000:8000', '0A')], [], {
        inodes: new Set([7]),
        ports: [{ protocol: 'udp', port: 8080 }],
      }),
      ['8080/tcp'],
    );
    assert.deepEqual(
      used([row('00000000:1F90', '0A')], [], { ports: [{ protocol: 'tcp', port: 8080 }] }),
      [],
    );
  });

  it('are 512 at most', () => {
    const rows = Array.from({ length: 600 }, (_, at) =>
      row(`00000000:${(1_000 + at).toString(16).toUpperCase().padStart(4, '0')}`, '0A'),
    );
    const told = used(rows);
    assert.deepEqual([told.length, told[0]], [512, '1000/tcp']);
  });
});
