/**
 * The tunnels of a node over time: keys are made, told, changed and given up, and found again after a restart.
 */
import assert from 'node:assert/strict';
import { readLinks } from '../../../../agent/network/rules/found-links.js';
import {
  KEY_LIFETIME_MS,
  OVERLAP_MS,
  SILENT_AFTER_MS,
} from '../../../../agent/network/rules/key-rotation.js';
import { addressOfKey, type TunnelPlace } from '../../../../agent/network/rules/wireguard.js';
import { Tunnels } from '../../../../agent/network/tunnels.js';
import { silentLog } from '../../../../proto/base/log.js';
import { SimClock } from '../../../kit/sim-clock.js';
import { publicKeyOf, ToldKernel } from '../../../kit/told-kernel.js';
import { APP, gateway, OWN, PEER, told, WEB } from './overlay-state.js';

const THEIRS = `${'X'.repeat(42)}A=`;
const SECRET = told({
  ...WEB,
  networks: [{ ...APP, encrypted: true }],
  peers: [{ ...PEER, tunnelKeys: [{ publicKey: THEIRS, port: 4795 }] }],
});
const DEVICES = ['wg-n1-0', 'wg-n1-1'] as const;

describe('the tunnels of a node', () => {
  let kernel: ToldKernel;
  let clock: SimClock;
  let tunnels: Tunnels;
  let toldCount: number;
  let madeCount: number;

  function start(): void {
    const newKeyPair = () => {
      madeCount += 1;
      const privateKey = `${'abcd'.charAt(madeCount - 1).repeat(42)}a=`;
      return { privateKey, publicKey: publicKeyOf(privateKey) };
    };
    const onKeysChange = (): void => {
      toldCount += 1;
    };
    tunnels = new Tunnels({ nodeId: 'n1' }, { kernel, newKeyPair, onKeysChange, clock, log: silentLog });
  }

  beforeEach(() => {
    kernel = new ToldKernel();
    kernel.settings.set('net/ipv6/conf/wg-n1-0/disable_ipv6', '0');
    clock = new SimClock();
    [toldCount, madeCount] = [0, 0];
    start();
  });

  /** One look, as a pass of the networks takes it; returns where packets for the peer go. */
  async function look(): Promise<string | undefined> {
    return (await lookAround()).addressByNode.get('n2');
  }
  async function lookAround(): Promise<TunnelPlace> {
    kernel.done.length = 0;
    const { place } = await tunnels.bring(SECRET, OWN, readLinks(await kernel.links()));
    await tunnels.tidy();
    return place;
  }
  const ports = async (): Promise<readonly number[]> => (await tunnels.publicKeys()).map(({ port }) => port);
  const route = (): string | undefined => kernel.done.find((line) => line.startsWith('route replace'));

  it('have a key before any network needs it, and a device once one does', async () => {
    assert.deepEqual(await ports(), [4795]);
    assert.equal(kernel.done.length, 0);
    assert.equal(await look(), addressOfKey(THEIRS));
    assert.ok(kernel.done.includes('wireguard wg-n1-0'));
    assert.ok(kernel.done.includes(`wg-n1-0: PublicKey = ${THEIRS}`));
    assert.match(route() ?? '', / dev wg-n1-0 src /);
    assert.equal(madeCount, 1);
  });

  it('change their key: the next one is told, used when it is known, and then alone', async () => {
    await look();
    const [first, second] = DEVICES;
    kernel.handshakes.get(first)?.set(THEIRS, clock.nowMs());
    await clock.advance(KEY_LIFETIME_MS);
    kernel.handshakes.get(first)?.set(THEIRS, clock.nowMs());
    await look();
    assert.deepEqual([await ports(), toldCount], [[4795, 4796], 1]);
    assert.ok(kernel.done.includes(`wireguard ${second}`));
    await look();
    assert.equal(route(), undefined, 'nobody knows the next key yet');
    kernel.handshakes.get(second)?.set(THEIRS, clock.nowMs());
    await look();
    assert.match(route() ?? '', / dev wg-n1-1 src /);
    await look();
    assert.ok(!kernel.done.includes(`link del dev ${first}`), 'others may still send to it');
    await clock.advance(OVERLAP_MS);
    await look();
    assert.ok(kernel.done.includes(`link del dev ${first}`));
    assert.deepEqual([await ports(), toldCount], [[4796], 2]);
  });

  /** Until there are two keys, of which the peer knows the first only. */
  async function beginChange(): Promise<void> {
    await look();
    await clock.advance(KEY_LIFETIME_MS);
    kernel.handshakes.get(DEVICES[0])?.set(THEIRS, clock.nowMs());
    await look();
    await look();
    assert.deepEqual(await ports(), [4795, 4796]);
  }
  const isNextUsed = async (): Promise<boolean> => {
    await look();
    return route()?.includes(DEVICES[1]) === true;
  };

  it('say which nodes a change of keys waits for', async () => {
    assert.equal((await lookAround()).keyChange, undefined);
    await beginChange();
    const madeAtMs = clock.nowMs();
    assert.deepEqual((await lookAround()).keyChange, { madeAtMs, waitsFor: ['n2'] });
    kernel.handshakes.get(DEVICES[1])?.set(THEIRS, clock.nowMs());
    assert.equal((await lookAround()).keyChange, undefined);
  });

  it('do not use a key that nobody knows because the device of the old one died', async () => {
    await beginChange();
    kernel.removeWireGuard(DEVICES[0]);
    assert.equal(await isNextUsed(), false, 'while it is gone');
    assert.equal(await isNextUsed(), false, 'made again, it has not heard of anybody yet');
    kernel.handshakes.get(DEVICES[0])?.set(THEIRS, clock.nowMs());
    await clock.advance(SILENT_AFTER_MS);
    kernel.handshakes.get(DEVICES[0])?.set(THEIRS, clock.nowMs());
    assert.equal(await isNextUsed(), false, 'the peer answers, and does not know it');
  });

  it('do not use a key that nobody knows because the clock was set, or this host slept', async () => {
    await beginChange();
    clock.setWallClock(clock.nowMs() + 3_600_000);
    assert.equal(await isNextUsed(), false);
  });

  it('wait for no peer that was not heard of for long', async () => {
    await beginChange();
    await clock.advance(SILENT_AFTER_MS);
    assert.equal(await isNextUsed(), true);
  });

  it('change a key in its time though the clock was ahead when it was made', async () => {
    await look();
    const madeAtMs = clock.nowMs() + 365 * 24 * 3_600_000;
    kernel.linkList[1] = { ifname: DEVICES[0], mtu: 1440, flags: ['UP'], ifalias: `swarmd-key-${madeAtMs}` };
    await look();
    const alias = `alias swarmd-key-${clock.nowMs()}`;
    assert.ok(
      kernel.done.some((line) => line.endsWith(alias)),
      kernel.done.join('\n'),
    );
  });

  it('stand beside a peer that tells nonsense, or has a narrow way', async () => {
    const tunnelKeys = [{ publicKey: `${'Z'.repeat(42)}A=`, port: 4795 }];
    const odd = [
      { ...PEER, nodeId: 'n3', tunnelKeys: [{ publicKey: `${'Y'.repeat(42)}A=`, port: 70_000 }] },
      { ...PEER, nodeId: 'n4', dataAddress: 'host.example', tunnelKeys },
      { ...PEER, nodeId: 'n5', dataMtu: 1200, tunnelKeys: [] },
    ];
    const state = told({
      ...WEB,
      networks: [{ ...APP, encrypted: true }],
      peers: [{ ...PEER, tunnelKeys: [{ publicKey: THEIRS, port: 4795 }] }, ...odd],
      endpoints: ['n2', 'n3', 'n4', 'n5'].map((nodeId, at) => gateway(APP, nodeId, `10.1.0.${at + 3}`)),
    });
    const { place } = await tunnels.bring(state, OWN, readLinks(await kernel.links()));
    assert.deepEqual([...place.addressByNode.keys()], ['n2']);
    assert.equal(place.mtu, 1280);
    const endpoints = kernel.done.filter((line) => line.includes('Endpoint'));
    assert.deepEqual(endpoints, [`${DEVICES[0]}: Endpoint = 10.0.0.2:4795`]);
  });

  it('are found again by a restarted agent, which makes no new key', async () => {
    await look();
    const keys = await tunnels.publicKeys();
    start();
    assert.deepEqual(await tunnels.publicKeys(), keys);
    await look();
    assert.ok(!kernel.done.some((line) => line.includes('PrivateKey') || line.startsWith('wireguard')));
    assert.equal(madeCount, 1);
  });

  it('are made anew with the same key when their device is gone', async () => {
    await look();
    const keys = await tunnels.publicKeys();
    kernel.removeWireGuard('wg-n1-0');
    await look();
    assert.ok(kernel.done.includes('wireguard wg-n1-0'));
    assert.ok(route() !== undefined, 'a route goes with its device');
    assert.deepEqual(await tunnels.publicKeys(), keys);
  });

  it('change a key that somebody calls old', async () => {
    await look();
    kernel.linkList[1] = { ifname: 'wg-n1-0', mtu: 1440, flags: ['UP'], ifalias: 'swarmd-key-0' };
    await look();
    assert.deepEqual(await ports(), [4795, 4796]);
  });

  it('say what is missing on a host without IPv6', async () => {
    kernel.setting = async () => await Promise.resolve(undefined);
    await assert.rejects(look(), /IPv6 inside their tunnels.*ipv6\.disable=1/);
  });
});
