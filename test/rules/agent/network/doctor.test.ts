/**
 * The doctor of networks: silent where all is well, and for each fault a sentence that names it and one that mends it.
 */
import assert from 'node:assert/strict';
import {
  diagnose,
  type DoctorFacts,
  type FoundDevice,
  type ToldNetwork,
} from '../../../../agent/network/rules/doctor.js';

const REMOTES = new Map([['02:42:0a:00:01:15', '192.0.2.8']]);
const NEIGHBOURS = new Map([['10.0.1.21', '02:42:0a:00:01:15']]);

const FRONT: ToldNetwork = {
  name: 'front',
  isEncrypted: false,
  bridge: 'sw-front',
  tunnel: 'vx-front',
  tunnelId: 4097,
  subnets: ['10.0.1.0/24'],
  mtu: 1450,
  overheadBytes: 50,
  remotes: REMOTES,
  neighbours: NEIGHBOURS,
};
const BRIDGE: FoundDevice = { isUp: true, mtu: 1450, master: '', tunnelId: undefined };
const TUNNEL: FoundDevice = { isUp: true, mtu: 1450, master: 'sw-front', tunnelId: 4097 };
const TRIAL = {
  network: 'front',
  peer: 'host2',
  dataAddress: '192.0.2.8',
  isEncrypted: false,
  isReached: true,
  isLargeReached: true,
};

const SOUND: DoctorFacts = {
  problem: '',
  trouble: '',
  dataMtu: 1500,
  dataPathPort: 4789,
  dataInterface: 'eth0',
  networks: [FRONT],
  devices: new Map([
    ['sw-front', BRIDGE],
    ['vx-front', TUNNEL],
  ]),
  remotes: new Map([['vx-front', REMOTES]]),
  neighbours: new Map([['vx-front', NEIGHBOURS]]),
  rules: { told: new Set(['map vips']), found: new Set(['map vips']) },
  nameFailures: new Map(),
  settings: new Map([
    ['net/ipv4/ip_forward', '1'],
    ['net/bridge/bridge-nf-call-iptables', '1'],
  ]),
  trials: [TRIAL],
  keyChange: undefined,
  routes: ['192.0.2.0/24', '10.1.0.0/16'],
  clock: { aheadMs: 40, withinMs: 10 },
  offload: { driver: 'driver: vmxnet3\n', features: 'tx-checksumming: on\n\ttx-checksum-ip-generic: off\n' },
};

const device = (change: Partial<FoundDevice>): Partial<DoctorFacts> => ({
  devices: new Map([
    ['sw-front', BRIDGE],
    ['vx-front', { ...TUNNEL, ...change }],
  ]),
});

const ROWS: readonly (readonly [what: string, facts: Partial<DoctorFacts>, fault: RegExp, mend: RegExp])[] = [
  ['a missing tool', { problem: 'nft not found: install nftables' }, /^nft not found/, /looks again/],
  [
    'what could not be done',
    { trouble: 'the engine has no chain DOCKER-USER' },
    /DOCKER-USER/,
    /tries again every few seconds/,
  ],
  [
    'bridged packets that pass the filter by',
    {
      settings: new Map([
        ['net/ipv4/ip_forward', '1'],
        ['net/bridge/bridge-nf-call-iptables', '0'],
      ]),
    },
    /^net\.bridge\.bridge-nf-call-iptables is 0, not 1$/,
    /^sysctl -w net\.bridge\.bridge-nf-call-iptables=1/,
  ],
  [
    'no br_netfilter',
    { settings: new Map([['net/bridge/bridge-nf-call-iptables', undefined]]) },
    /^the kernel has no net\.bridge\.bridge-nf-call-iptables$/,
    /modprobe br_netfilter/,
  ],
  [
    'a subnet that clashes',
    { routes: ['10.0.0.0/16'] },
    /^network front \(10\.0\.1\.0\/24\) overlaps .*: 10\.0\.0\.0\/16$/,
    /another --subnet/,
  ],
  [
    'no tunnel',
    { devices: new Map([['sw-front', BRIDGE]]) },
    /^network front: there is no device vx-front$/,
    /swarmd/,
  ],
  ['a tunnel that is down', device({ isUp: false }), /device vx-front is down$/, /swarmd/],
  ['a tunnel that hangs loose', device({ master: '' }), /vx-front is not plugged into sw-front$/, /swarmd/],
  ['a tunnel with a wrong id', device({ tunnelId: 7 }), /has VXLAN id 7, not 4097$/, /swarmd/],
  ['a tunnel with a wrong mtu', device({ mtu: 1400 }), /vx-front has mtu 1400, not 1450$/, /swarmd/],
  [
    'a container nobody finds',
    { remotes: new Map() },
    /^network front: .* missing 02:42:0a:00:01:15$/,
    /swarmd mends it/,
  ],
  [
    'a container looked for on the wrong node',
    { remotes: new Map([['vx-front', new Map([['02:42:0a:00:01:15', '192.0.2.9']])]]) },
    /wrong 02:42:0a:00:01:15 \(should be 192\.0\.2\.8\)$/,
    /swarmd mends it/,
  ],
  [
    'containers that are gone',
    {
      neighbours: new Map([
        [
          'vx-front',
          new Map([...NEIGHBOURS, ...[31, 32, 33, 34].map((at) => [`10.0.1.${at}`, 'x'] as const)]),
        ],
      ]),
    },
    /left over 10\.0\.1\.31, 10\.0\.1\.32, 10\.0\.1\.33 and 1 more$/,
    /swarmd mends it/,
  ],
  [
    'no rules',
    { rules: { told: new Set(['map vips']), found: undefined } },
    /^the packet filter has no table of swarmd$/,
    /swarmd mends it/,
  ],
  [
    'rules of yesterday',
    { rules: { told: new Set(['element vips a b']), found: new Set(['element vips a c']) } },
    /^the packet filter is not as the managers say: missing element vips a b, left over element vips a c$/,
    /swarmd mends it/,
  ],
  [
    'a name server of somebody else',
    { nameFailures: new Map([['10.0.1.2', 'bind EADDRINUSE 10.0.1.2:53']]) },
    /^names are not answered at 10\.0\.1\.2: bind EADDRINUSE/,
    /another program listens on port 53/,
  ],
  [
    'a network that is wider than its way',
    { dataMtu: 1400, networks: [FRONT] },
    /^network front has mtu 1450, which takes 1500 bytes outside, and eth0 carries 1400$/,
    /at most 1350$/,
  ],
  [
    'a closed port',
    { trials: [{ ...TRIAL, isReached: false, isLargeReached: false }] },
    /^nothing comes back from node host2 \(192\.0\.2\.8\) on network front$/,
    /^see that swarmd runs on host2, and open UDP port 4789 between the nodes, in both directions$/,
  ],
  [
    'an encrypted network that is wider than its way',
    { networks: [{ ...FRONT, isEncrypted: true, overheadBytes: 130 }] },
    /^network front has mtu 1450, which takes 1580 bytes outside, and eth0 carries 1500$/,
    /at most 1370$/,
  ],
  [
    'a closed port of tunnels',
    { trials: [{ ...TRIAL, isEncrypted: true, isReached: false, isLargeReached: false }] },
    /^nothing comes back from node host2 \(192\.0\.2\.8\) on network front$/,
    /has tunnel keys .* open UDP ports 4795 and 4796 between the nodes/,
  ],
  [
    'a next tunnel key that a node does not answer',
    { keyChange: { ageMs: 1_500_000, waitsFor: new Map([['host2', '192.0.2.8']]) } },
    /^the next tunnel key is 25 minutes old and not in use, as it is not answered by node host2 \(192\.0\.2\.8\)$/,
    /^open both UDP ports 4795 and 4796 between the nodes/,
  ],
  [
    'a way that swallows large packets',
    { trials: [{ ...TRIAL, isLargeReached: false }] },
    /^small packets come through to node host2 .*, large ones do not$/,
    /set the mtu/,
  ],
  [
    'checksums that a driver spoils',
    { offload: { driver: 'driver: vmxnet3\n', features: '\ttx-checksum-ip-generic: on\n' } },
    /^eth0 computes checksums itself \(driver vmxnet3\)/,
    /ethtool -K eth0 tx-checksum-ip-generic off/,
  ],
  [
    'a clock that is ahead',
    { clock: { aheadMs: 3_500, withinMs: 20 } },
    /3\.5 s ahead of the leader's$/,
    /chrony/,
  ],
  [
    'a clock that is behind',
    { clock: { aheadMs: -2_100, withinMs: 20 } },
    /2\.1 s behind the leader's$/,
    /chrony/,
  ],
];

describe('the doctor of networks', () => {
  it('finds nothing where all is well', () => {
    assert.deepEqual(diagnose(SOUND), []);
  });

  for (const [what, facts, fault, mend] of ROWS)
    it(`names ${what}, and the mend`, () => {
      const [found, ...others] = diagnose({ ...SOUND, ...facts });
      assert.deepEqual(others, []);
      assert.match(found?.fault ?? '', fault);
      assert.match(found?.mend ?? '', mend);
    });

  it('holds nothing against a clock that may be right, nor against what it cannot know', () => {
    const unsure = { aheadMs: 2_500, withinMs: 900 };
    assert.deepEqual(diagnose({ ...SOUND, clock: unsure }), []);
    const waitsFor = new Map([['host2', '192.0.2.8']]);
    assert.deepEqual(diagnose({ ...SOUND, keyChange: { ageMs: 200_000, waitsFor } }), []);
    assert.deepEqual(diagnose({ ...SOUND, keyChange: { ageMs: 1e7, waitsFor: new Map() } }), []);
    const without = { clock: undefined, offload: undefined, settings: new Map(), trials: [], dataMtu: 0 };
    assert.deepEqual(diagnose({ ...SOUND, ...without }), []);
  });

  it('asks nothing of a node without networks', () => {
    const bare = { networks: [], settings: new Map([['net/ipv4/ip_forward', '0']]) };
    const nothing = { devices: new Map(), remotes: new Map(), neighbours: new Map(), trials: [] };
    assert.deepEqual(diagnose({ ...SOUND, ...bare, ...nothing }), []);
  });

  it('names a node that is silent once, on however many networks', () => {
    const trials = ['front', 'back'].map((network) => ({ ...TRIAL, network, isReached: false }));
    assert.equal(diagnose({ ...SOUND, trials }).length, 1);
    const encrypted = { ...TRIAL, isEncrypted: true, isReached: false };
    assert.equal(diagnose({ ...SOUND, trials: [...trials, encrypted] }).length, 2, 'tunnels are another way');
  });
});
