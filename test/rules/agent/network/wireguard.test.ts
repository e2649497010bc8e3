/**
 * The encrypted tunnels of a node: what its devices are told, where packets are sent, and when its key gives way.
 */
import assert from 'node:assert/strict';
import { readLinks } from '../../../../agent/network/rules/found-links.js';
import {
  KEY_LIFETIME_MS,
  OVERLAP_MS,
  PeerSilence,
  type Rotation,
  rotationStep,
  type RotationStep,
  sendingKey,
  type Signs,
  SILENT_AFTER_MS,
} from '../../../../agent/network/rules/key-rotation.js';
import { balancingRules } from '../../../../agent/network/rules/balancing.js';
import { planOverlay } from '../../../../agent/network/rules/overlay-plan.js';
import { wantedNetworks } from '../../../../agent/network/rules/wanted-networks.js';
import {
  addressesOfPeers,
  addressOfKey,
  type FoundWireGuard,
  isKey,
  type OwnKey,
  readWireGuard,
  tunnelPeers,
} from '../../../../agent/network/rules/wireguard.js';
import {
  planDevice,
  planRoute,
  surplusDevices,
  surplusPeers,
  tunnelMtu,
  wantedWireGuard,
  wireGuardConfig,
} from '../../../../agent/network/rules/wireguard-plan.js';
import { APP, APP_VXLAN, gateway, OWN, PEER, task, told, WEB } from './overlay-state.js';

const NOW_MS = 1_900_000_000_000;
const keyOf = (letter: string): string => `${letter.repeat(42)}A=`;
const own = (slot: 0 | 1, letter: string, madeAtMs = NOW_MS): OwnKey => ({
  slot,
  publicKey: keyOf(letter),
  privateKey: keyOf(letter.toLowerCase()),
  madeAtMs,
});
const [OLD, NEW] = [own(0, 'A'), own(1, 'B')];
const [THEIRS, THEIR_NEXT] = [keyOf('X'), keyOf('Y')];
const PEERS = [
  {
    nodeId: 'n2',
    dataAddress: '10.0.0.2',
    keys: [
      { publicKey: THEIRS, port: 4795 },
      { publicKey: THEIR_NEXT, port: 4796 },
    ],
  },
];
const device = (key: OwnKey, handshakes: Readonly<Record<string, number>>): FoundWireGuard => ({
  ...key,
  port: 4795 + key.slot,
  peers: new Map(
    Object.entries(handshakes).map(([publicKey, handshakeAtMs]) => [
      publicKey,
      {
        endpoint: `10.0.0.2:${publicKey === THEIRS ? 4795 : 4796}`,
        addresses: `${addressOfKey(publicKey)}/128`,
        handshakeAtMs,
        keepaliveSeconds: 10,
      },
    ]),
  ),
});

describe('the key of a tunnel', () => {
  it('has an address of its own, alike for everybody', () => {
    assert.equal(addressOfKey(keyOf('A')), 'fd5c:77a6:d16f:e1a::');
    assert.match(addressOfKey(THEIRS), /^fd5c:77a6:d16f:e1a:[0-9a-f:]+$/);
    assert.notEqual(addressOfKey(THEIRS), addressOfKey(THEIR_NEXT));
  });

  it('is 32 bytes in base64, and nothing else is given to a tool', () => {
    assert.ok(isKey('9xq6Dk2oDAmKbkYe/IgRgMfXQocStzILUXA75L17534='));
    for (const text of ['', 'AAAA', `${keyOf('A')}\n`, keyOf('-'), `${'A'.repeat(42)}B=`])
      assert.ok(!isKey(text), text);
  });
});

describe('a device of WireGuard', () => {
  const wanted = wantedWireGuard('node1', OLD, 1440, PEERS);

  it('is told its key and who is at the other ends', () => {
    assert.equal(wanted.device, 'wg-node1-0');
    const lines = wireGuardConfig(wanted, undefined, NOW_MS).split('\n');
    assert.deepEqual(lines.slice(0, 8), [
      '[Interface]',
      `PrivateKey = ${OLD.privateKey}`,
      'ListenPort = 4795',
      '[Peer]',
      `PublicKey = ${THEIRS}`,
      'Endpoint = 10.0.0.2:4795',
      `AllowedIPs = ${addressOfKey(THEIRS)}/128`,
      'PersistentKeepalive = 10',
    ]);
    assert.equal(lines.filter((line) => line === '[Peer]').length, 2, 'a node may have two keys');
  });

  it('is told nothing when it has everything, and only what it lacks', () => {
    assert.equal(wireGuardConfig(wanted, device(OLD, { [THEIRS]: 0, [THEIR_NEXT]: 0 }), NOW_MS), '');
    const text = wireGuardConfig(wanted, device(OLD, { [THEIRS]: 0 }), NOW_MS);
    assert.ok(text.includes(THEIR_NEXT) && !text.includes(THEIRS) && !text.includes('[Interface]'), text);
    const found = device(OLD, { [THEIRS]: 0, [THEIR_NEXT]: 0 });
    assert.match(
      wireGuardConfig(wanted, { ...found, port: 51820 }, NOW_MS),
      /^\[Interface\]\n.*\nListenPort = 4795\n$/,
    );
    assert.match(wireGuardConfig(wanted, { ...found, privateKey: 'else' }, NOW_MS), /^\[Interface\]/);
  });

  it('is left alone while a peer answers from another address, and told again when it does not', () => {
    const moved = (handshakeAtMs: number): FoundWireGuard => {
      const found = device(OLD, { [THEIRS]: handshakeAtMs, [THEIR_NEXT]: handshakeAtMs });
      return {
        ...found,
        peers: new Map([...found.peers].map(([key, peer]) => [key, { ...peer, endpoint: '192.0.2.9:4795' }])),
      };
    };
    assert.equal(wireGuardConfig(wanted, moved(NOW_MS - 1_000), NOW_MS), '');
    assert.match(wireGuardConfig(wanted, moved(NOW_MS - 200_000), NOW_MS), /Endpoint = 10\.0\.0\.2:4795/);
  });

  it('forgets peers, and goes, only when nobody wants them', () => {
    assert.deepEqual(surplusPeers(wanted, device(OLD, { [THEIRS]: 0, gone: 0 })), ['gone']);
    const links = readLinks([
      { ifname: 'wg-node1-0', ifalias: `swarmd-key-${NOW_MS}` },
      { ifname: 'wg-node1-1' },
      { ifname: 'wg-before-0', ifalias: 'swarmd-key-1' },
      { ifname: 'wg-home-0' },
      { ifname: 'wg-office-1', ifalias: 'to the office' },
      { ifname: 'eth0' },
    ]);
    assert.deepEqual(surplusDevices('node1', [wanted], links), [
      'link del dev wg-node1-1',
      'link del dev wg-before-0',
    ]);
  });

  it('has the address, the mtu and the age of its key, and the route when packets are sent with it', () => {
    const address = addressOfKey(OLD.publicKey);
    assert.deepEqual(planDevice(wanted, undefined), [
      `addr replace ${address}/128 dev wg-node1-0 nodad`,
      `link set dev wg-node1-0 mtu 1440 up alias swarmd-key-${NOW_MS}`,
    ]);
    const [link] = readLinks([
      {
        ifname: 'wg-node1-0',
        mtu: 1440,
        flags: ['UP'],
        ifalias: `swarmd-key-${NOW_MS}`,
        addr_info: [{ local: address }],
      },
    ]).values();
    assert.deepEqual(planDevice(wanted, link), []);
    const route = { dst: 'fd5c:77a6:d16f:e1a::/64', dev: 'wg-node1-0', prefsrc: address };
    assert.deepEqual(planRoute(wanted, [route]), []);
    const replaced = [`route replace fd5c:77a6:d16f:e1a::/64 dev wg-node1-0 src ${address}`];
    assert.deepEqual(planRoute(wanted, [{ ...route, dev: 'wg-node1-1' }]), replaced);
    assert.deepEqual(planRoute(wanted, []), replaced);
  });

  it('is read from what the tool says', () => {
    const dump = `${OLD.privateKey}\t${OLD.publicKey}\t4795\toff\n${THEIRS}\t(none)\t10.0.0.2:4795\tfd00::1/128\t1795979531\t756\t848\t10\n`;
    const found = readWireGuard(dump);
    assert.deepEqual([found.privateKey, found.publicKey, found.port], [OLD.privateKey, OLD.publicKey, 4795]);
    assert.deepEqual(found.peers.get(THEIRS), {
      endpoint: '10.0.0.2:4795',
      addresses: 'fd00::1/128',
      handshakeAtMs: 1_795_979_531_000,
      keepaliveSeconds: 10,
    });
  });

  it('carries what is left of the way, and refuses one that is too narrow', () => {
    assert.equal(tunnelMtu(OWN, 1500), 1440);
    assert.equal(tunnelMtu({ ...OWN, dataAddress: 'fd00::1' }, 1500), 1420);
    assert.equal(tunnelMtu(OWN, 1300), 1280, 'what others lack');
    assert.throws(
      () => tunnelMtu({ ...OWN, dataMtu: 1300 }, 1300),
      /carries packets of 1300 bytes, and encrypted networks need 1340/,
    );
  });
});

describe('packets of an encrypted network', () => {
  const SECRET = {
    ...WEB,
    networks: [{ ...APP, encrypted: true }],
    peers: [{ ...PEER, tunnelKeys: PEERS[0]?.keys ?? [] }],
  };

  it('go to the newest key that answers, and before any does to the oldest', () => {
    const sentTo = (handshakes: Readonly<Record<string, number>>): string | undefined =>
      addressesOfPeers(PEERS, device(OLD, handshakes)).get('n2');
    assert.equal(sentTo({}), addressOfKey(THEIRS));
    assert.equal(sentTo({ [THEIRS]: NOW_MS, [THEIR_NEXT]: 0 }), addressOfKey(THEIRS));
    assert.equal(sentTo({ [THEIRS]: NOW_MS, [THEIR_NEXT]: 1 }), addressOfKey(THEIR_NEXT));
  });

  it('have tunnels to the nodes on encrypted networks only', () => {
    assert.deepEqual(tunnelPeers(told({ ...SECRET, networks: [APP] }), 'n1'), []);
    assert.deepEqual(
      tunnelPeers(told(SECRET), 'n1').map(({ nodeId }) => nodeId),
      ['n2'],
    );
    const keyless = { ...SECRET, peers: [{ ...PEER, tunnelKeys: [{ publicKey: 'x y', port: 1 }] }] };
    assert.deepEqual(tunnelPeers(told(keyless), 'n1'), []);
  });

  it('are sent inside the tunnel, beside those of a plain network', () => {
    const plain = { ...APP, networkId: 'plain-network-012345', vxlanId: 4099, gateway: '10.3.0.2' };
    const both = told({
      ...SECRET,
      networks: [...SECRET.networks, plain],
      endpoints: [task(APP, 't2', 'n2', '10.1.0.12'), gateway(plain, 'n2', '10.3.0.3')],
    });
    const tunnel = { mtu: 1440, addressByNode: new Map([['n2', 'fd00::2']]) };
    const wanted = wantedNetworks(both, { ...OWN, tunnel });
    assert.deepEqual(
      wanted.map(({ mtu, remotes }) => [mtu, ...remotes.values()]),
      [
        [1370, 'fd00::2'],
        [1450, '10.0.0.2'],
      ],
    );
    const standing = new Set(wanted.map(({ network }) => network.networkId));
    const { links } = planOverlay(wanted, standing, {
      linkByName: new Map(),
      remotes: new Map(),
      neighbours: new Map(),
    });
    const added = links.filter((line) => line.startsWith('link add vx-'));
    assert.match(added[0] ?? '', / local :: nolearning proxy udp6zerocsumtx udp6zerocsumrx$/);
    assert.match(added[1] ?? '', / local 10\.0\.0\.1 nolearning proxy$/);
  });

  it('are not sent at all where there is no tunnel, or none to that node', () => {
    assert.deepEqual(wantedNetworks(told(SECRET), OWN), []);
    const [wanted] = wantedNetworks(told(SECRET), {
      ...OWN,
      tunnel: { mtu: 1440, addressByNode: new Map() },
    });
    assert.deepEqual([...(wanted?.remotes.values() ?? [])], []);
  });

  it('cross no other device, in either direction', () => {
    const { chains } = balancingRules(told(SECRET), 'n1', new Set(), []);
    const packet = 'udp dport 4789 @th,96,24 4097';
    assert.deepEqual(chains.get('tunnel-in')?.rules, [
      `${packet} iifname != "wg-n1-*" drop`,
      'iifname "wg-n1-*" goto from-tunnels',
    ]);
    assert.deepEqual(chains.get('from-tunnels')?.rules, [
      'meta l4proto != udp drop',
      'udp dport != 4789 drop',
    ]);
    assert.deepEqual(chains.get('tunnel-out')?.rules, [`${packet} oifname != "wg-n1-*" drop`]);
    assert.equal(balancingRules(told(WEB), 'n1', new Set(), []).chains.has('tunnel-in'), false);
  });

  it('leave no device when the last of their networks goes', () => {
    const linkByName = readLinks([
      { ifname: 'wg-n1-0', ifalias: 'swarmd-key-1' },
      { ifname: 'wg-home-0' },
      { ifname: APP_VXLAN },
    ]);
    const found = { linkByName, remotes: new Map(), neighbours: new Map() };
    assert.deepEqual(planOverlay([], new Set(), found).links, [
      `link del dev ${APP_VXLAN}`,
      'link del dev wg-n1-0',
    ]);
  });
});

describe('the rotation of a key', () => {
  const both = { keys: [OLD, NEW], switchedAtMs: undefined };
  const alive = device(OLD, { [THEIRS]: NOW_MS - 60_000 });
  const next = (handshakes: Readonly<Record<string, number>>): FoundWireGuard => device(NEW, handshakes);
  const MONOTONIC_MS = 5_000_000;
  const inUse = (forMs: number): Rotation => ({ keys: [OLD, NEW], switchedAtMs: MONOTONIC_MS - forMs });
  type Row = readonly [string, Rotation, Signs['found'], RotationStep, ...silent: readonly string[]];
  const cases: readonly Row[] = [
    ['a node without a key', { keys: [], switchedAtMs: undefined }, [], 'make'],
    ['a young key', { keys: [OLD], switchedAtMs: undefined }, [alive], 'none'],
    [
      'an old key',
      { keys: [own(0, 'A', NOW_MS - KEY_LIFETIME_MS)], switchedAtMs: undefined },
      [alive],
      'make',
    ],
    ['a next key without its device', both, [alive, undefined], 'none'],
    ['a next key beside an old one without its device', both, [undefined, next({ [THEIRS]: 0 })], 'none'],
    ['a next key that nobody knows', both, [alive, next({ [THEIRS]: 0 })], 'none'],
    ['a next key that a new peer knows only', both, [alive, next({ else: NOW_MS })], 'none'],
    ['a next key that all know', both, [alive, next({ [THEIRS]: NOW_MS })], 'switch'],
    ['peers that answer nobody', both, [alive, next({})], 'switch', THEIRS],
    ['a node by itself', both, [device(OLD, {}), next({})], 'switch'],
    ['a key in use for a moment', inUse(1_000), [alive, alive], 'none'],
    ['a key in use for long enough', inUse(OVERLAP_MS), [alive, alive], 'retire'],
  ];
  for (const [what, rotation, found, step, ...silent] of cases)
    it(`${step === 'none' ? 'waits' : `goes on to ${step}`} for ${what}`, () => {
      const now = { nowMs: NOW_MS, monotonicMs: MONOTONIC_MS };
      assert.equal(rotationStep(rotation, { found, silent: new Set(silent) }, now), step);
    });

  it('takes peers for silent that were watched for long, whatever the clock of handshakes says', () => {
    const silence = new PeerSilence();
    const silentAt = (atMs: number, found: FoundWireGuard | undefined): readonly string[] => [
      ...silence.look(found, atMs),
    ];
    const longAgo = device(OLD, { [THEIRS]: 1, [THEIR_NEXT]: 1 });
    assert.deepEqual(silentAt(0, longAgo), []);
    assert.deepEqual(silentAt(SILENT_AFTER_MS - 1, device(OLD, { [THEIRS]: 1, [THEIR_NEXT]: 2 })), []);
    const later = device(OLD, { [THEIRS]: 1, [THEIR_NEXT]: 2 });
    assert.deepEqual(silentAt(SILENT_AFTER_MS, later), [THEIRS]);
    assert.deepEqual(silentAt(SILENT_AFTER_MS, undefined), []);
    assert.deepEqual(silentAt(SILENT_AFTER_MS, later), [], 'it is watched anew');
  });

  it('sends with the old key until the switch, and with the new one from then on', () => {
    assert.equal(sendingKey(both), OLD);
    assert.equal(sendingKey({ ...both, switchedAtMs: NOW_MS }), NEW);
    assert.equal(sendingKey({ keys: [NEW], switchedAtMs: undefined }), NEW);
  });
});
