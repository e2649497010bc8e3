/**
 * The encrypted tunnels to the other nodes: this node's keys, their devices, and who is at the other ends. Private keys
 * are nowhere but in this process and in the devices, where a restarted agent finds them: no file holds one.
 */
import type { Clock } from '../../proto/base/clock.js';
import type { Log } from '../../proto/base/log.js';
import type { TunnelKey } from '../../proto/gen/objects.js';
import { TUNNEL_PORTS } from '../../proto/model/network.js';
import type { Kernel } from './kernel.js';
import { type FoundLink, readLinks } from './rules/found-links.js';
import {
  PeerSilence,
  type Rotation,
  rotationStep,
  sendingKey,
  type Signs,
  waitedFor,
} from './rules/key-rotation.js';
import { keyMadeAtMs, wireGuardOf } from './rules/network-names.js';
import type { NetworkState } from './rules/network-state.js';
import { dataMtu, type OwnPlace } from './rules/wanted-networks.js';
import {
  addressesOfPeers,
  type FoundWireGuard,
  type KeyChange,
  type OwnKey,
  readWireGuard,
  type TunnelPeer,
  tunnelPeers,
  type TunnelPlace,
} from './rules/wireguard.js';
import {
  planDevice,
  planRoute,
  surplusDevices,
  surplusPeers,
  tunnelMtu,
  type WantedWireGuard,
  wantedWireGuard,
  wireGuardConfig,
} from './rules/wireguard-plan.js';
import type { NewKeyPair } from './wireguard-keys.js';

const SLOTS = [0, 1] as const;
type Links = ReadonlyMap<string, FoundLink>;

export interface TunnelsModules {
  readonly kernel: Kernel;
  readonly newKeyPair: NewKeyPair;
  /** Its keys are others now: the managers should hear of it. */
  readonly onKeysChange: () => void;
  readonly clock: Clock;
  readonly log: Log;
}

interface Surplus {
  /** Lines for `ip -batch`. */
  readonly devices: readonly string[];
  readonly peersByDevice: ReadonlyMap<string, readonly string[]>;
}

const NO_SURPLUS: Surplus = { devices: [], peersByDevice: new Map() };

export class Tunnels {
  readonly #nodeId: string;
  readonly #modules: TunnelsModules;
  #rotation: Rotation = { keys: [], switchedAtMs: undefined };
  readonly #silence = new PeerSilence();
  #loading: Promise<void> | undefined;
  /** The device and address that the route was seen or put in place with; empty: in doubt. */
  #routed = '';
  /** What stands besides what was asked for, since `bring`. */
  #surplus = NO_SURPLUS;

  constructor(options: { readonly nodeId: string }, modules: TunnelsModules) {
    this.#nodeId = options.nodeId;
    this.#modules = modules;
  }

  /** What the other nodes must know; newest last. */
  async publicKeys(): Promise<readonly TunnelKey[]> {
    await this.#load();
    return this.#rotation.keys.map(({ publicKey, slot }) => ({ publicKey, port: TUNNEL_PORTS[slot] }));
  }

  /** Somebody else may have changed what stands. */
  distrust(): void {
    this.#routed = '';
  }

  /** Resolves when the tunnels to all of these nodes can be used; what is left over stands until `tidy`. */
  async bring(
    state: NetworkState,
    own: OwnPlace,
    links: Links,
  ): Promise<{ readonly place: TunnelPlace /** Links are others now. */; readonly isChanged: boolean }> {
    await this.#load();
    const mtu = tunnelMtu(own, dataMtu(state, own));
    const peers = tunnelPeers(state, own.nodeId);
    this.#heedAliases(links);
    const found = await this.#found(links);
    const signs = this.#signsIn(found);
    this.#rotate(signs);
    const wanted = this.#wanted(mtu, peers);
    let isChanged = false;
    for (const each of wanted)
      if (await this.#bringDevice(each, links, found.get(each.device))) isChanged = true;
    const sending = sendingKey(this.#rotation);
    const device = wanted.find(({ key }) => key === sending);
    if (device === undefined) throw new Error('this node has no tunnel key');
    await this.#bringRoute(device);
    this.#surplus = {
      devices: surplusDevices(this.#nodeId, wanted, links),
      peersByDevice: new Map(wanted.map((each) => [each.device, surplusPeers(each, found.get(each.device))])),
    };
    const addressByNode = addressesOfPeers(peers, found.get(device.device));
    return { place: { mtu, addressByNode, keyChange: this.#keyChange(signs, peers) }, isChanged };
  }

  /**
   * Once nothing is sent to them any more: forgets peers and devices that `bring` did not ask for. Says whether links
   * were changed.
   */
  async tidy(): Promise<boolean> {
    const { kernel } = this.#modules;
    const { devices, peersByDevice } = this.#surplus;
    this.#surplus = NO_SURPLUS;
    await kernel.runIp(devices);
    for (const [device, publicKeys] of peersByDevice) await kernel.removeWireGuardPeers(device, publicKeys);
    return devices.length > 0;
  }

  async #bringRoute(sending: WantedWireGuard): Promise<void> {
    const routed = `${sending.device} ${sending.address}`;
    if (this.#routed === routed) return;
    const { kernel } = this.#modules;
    const { routes } = await kernel.routes(6);
    await kernel.runIp(planRoute(sending, routes), 6);
    this.#routed = routed;
  }

  #wanted(mtu: number, peers: readonly TunnelPeer[]): readonly WantedWireGuard[] {
    return this.#rotation.keys.map((key) => wantedWireGuard(this.#nodeId, key, mtu, peers));
  }

  /** Says whether links were changed. */
  async #bringDevice(
    wanted: WantedWireGuard,
    links: Links,
    found: FoundWireGuard | undefined,
  ): Promise<boolean> {
    const { kernel, clock, log } = this.#modules;
    const { device } = wanted;
    let link = links.get(device);
    if (found === undefined) {
      // One that does not answer, or is something else; if it went by itself meanwhile, all the better.
      if (link !== undefined) await kernel.runIp([`link del dev ${device}`]).catch(() => undefined);
      await kernel.addWireGuard(device);
      this.#routed = '';
      log.info('encrypted tunnel made', { device, port: wanted.port, peers: wanted.peers.size });
      link = undefined;
    }
    await kernel.configureWireGuard(device, wireGuardConfig(wanted, found, clock.nowMs()));
    const lines = planDevice(wanted, link);
    if (lines.length > 0) await this.#allowIpv6(device);
    await kernel.runIp(lines);
    return lines.length > 0;
  }

  /** Only inside the tunnel: whether the host speaks it otherwise does not matter. */
  async #allowIpv6(device: string): Promise<void> {
    const { kernel } = this.#modules;
    const name = `net/ipv6/conf/${device}/disable_ipv6`;
    const value = await kernel.setting(name);
    if (value === undefined)
      throw new Error(
        'encrypted networks speak IPv6 inside their tunnels, which this kernel was started without: remove ipv6.disable=1',
      );
    if (value !== '0') await kernel.setSetting(name, '0');
  }

  #signsIn(foundByDevice: ReadonlyMap<string, FoundWireGuard>): Signs {
    const found = this.#rotation.keys.map(({ slot }) => foundByDevice.get(wireGuardOf(this.#nodeId, slot)));
    return { found, silent: this.#silence.look(found[0], this.#modules.clock.monotonicMs()) };
  }

  #keyChange(signs: Signs, peers: readonly TunnelPeer[]): KeyChange | undefined {
    const { keys, switchedAtMs } = this.#rotation;
    const [, next] = keys;
    if (next === undefined || switchedAtMs !== undefined) return undefined;
    const late = new Set(waitedFor(signs));
    const nodes = peers.filter((peer) => peer.keys.some(({ publicKey }) => late.has(publicKey)));
    return { madeAtMs: next.madeAtMs, waitsFor: nodes.map(({ nodeId }) => nodeId) };
  }

  #rotate(signs: Signs): void {
    const { keys } = this.#rotation;
    const { clock, log } = this.#modules;
    const now = { nowMs: clock.nowMs(), monotonicMs: clock.monotonicMs() };
    switch (rotationStep(this.#rotation, signs, now)) {
      case 'none':
        return;
      case 'make':
        this.#makeKey();
        log.info('a new tunnel key is told to the other nodes');
        break;
      case 'switch':
        this.#rotation = { keys, switchedAtMs: now.monotonicMs };
        log.info('every node knows the new tunnel key: packets are sent with it');
        return;
      case 'retire':
        this.#rotation = { keys: keys.slice(1), switchedAtMs: undefined };
        log.info('the old tunnel key is given up');
        break;
    }
    this.#modules.onKeysChange();
  }

  #makeKey(): void {
    const { keys } = this.#rotation;
    const slot = keys[0]?.slot === 0 ? 1 : 0;
    const key = { slot, madeAtMs: this.#modules.clock.nowMs(), ...this.#modules.newKeyPair() } as const;
    this.#rotation = { keys: [...keys, key], switchedAtMs: undefined };
  }

  /**
   * How old a key is, its device says: a key can be called old by hand. One of the future, as the clock was ahead when it was
   * made, is as old as is known: new.
   */
  #heedAliases(links: Links): void {
    const { keys, switchedAtMs } = this.#rotation;
    const nowMs = this.#modules.clock.nowMs();
    const heeded = keys.map((key): OwnKey => {
      const alias = links.get(wireGuardOf(this.#nodeId, key.slot))?.alias ?? '';
      return { ...key, madeAtMs: Math.min(keyMadeAtMs(alias) ?? key.madeAtMs, nowMs) };
    });
    this.#rotation = { keys: heeded, switchedAtMs };
  }

  async #found(links: Links): Promise<ReadonlyMap<string, FoundWireGuard>> {
    const found = new Map<string, FoundWireGuard>();
    for (const slot of SLOTS) {
      const device = wireGuardOf(this.#nodeId, slot);
      const dump = links.has(device) ? await this.#modules.kernel.wireGuard(device) : undefined;
      if (dump !== undefined) found.set(device, readWireGuard(dump));
    }
    return found;
  }

  #load(): Promise<void> {
    this.#loading ??= this.#readKeys();
    return this.#loading;
  }

  /** From the devices that an earlier run left, and otherwise a new one. */
  async #readKeys(): Promise<void> {
    const { kernel, clock, log } = this.#modules;
    const keys: OwnKey[] = [];
    try {
      const links = readLinks(await kernel.links());
      const found = await this.#found(links);
      for (const slot of SLOTS) {
        const device = wireGuardOf(this.#nodeId, slot);
        const { publicKey = NO_KEY, privateKey = NO_KEY } = found.get(device) ?? {};
        const madeAtMs = keyMadeAtMs(links.get(device)?.alias ?? '') ?? clock.nowMs();
        if (privateKey !== NO_KEY) keys.push({ slot, publicKey, privateKey, madeAtMs });
      }
    } catch (error) {
      log.warn('tunnel keys of before cannot be read, new ones are made', { error });
    }
    keys.sort((a, b) => a.madeAtMs - b.madeAtMs);
    this.#rotation = { keys, switchedAtMs: undefined };
    if (keys.length === 0) this.#makeKey();
  }
}

/** As the tools write it. */
const NO_KEY = '(none)';
