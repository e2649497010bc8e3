/**
 * A kernel that says what it was told and remembers what it was asked to do. It has the links that an engine would
 * make; commands change nothing of it.
 */
import type {
  EngineNetwork,
  EngineNetworks,
  NewEngineNetwork,
  PluggedContainer,
} from '../../agent/network/engine-networks.js';
import type { Kernel } from '../../agent/network/kernel.js';

export class ToldKernel implements Kernel {
  /** Every command and text it was given, in order. */
  readonly done: string[] = [];
  /** What it refuses with; undefined: it does everything. */
  refusal: Error | undefined;
  /** What it refuses to configure a tunnel with; undefined: it does. */
  refusedConfig: Error | undefined;
  /** Lines of commands that it refuses, having done the others. */
  refusedLines: RegExp | undefined;
  /** What stands as `nft -j list table` and `iptables-save` list it. */
  listing: unknown = undefined;
  filterText = '';
  /** How often it was asked for everything. */
  reads = 0;
  /** As `ip -j -d addr show` lists them. */
  readonly linkList: object[] = [
    { ifname: 'eth0', mtu: 1500, flags: ['UP'], addr_info: [{ local: '10.0.0.1' }] },
  ];
  readonly settings = new Map<string, string>();
  /** How often its links were asked for. */
  lookCount = 0;
  /** Device → what `wg show DEVICE dump` says of it. */
  readonly wireGuards = new Map<string, string>();
  /** Device → public key of a peer → when it answered. */
  readonly handshakes = new Map<string, Map<string, number>>();
  #listener: (() => void) | undefined;

  async links(): Promise<unknown> {
    this.lookCount += 1;
    return this.linkList;
  }

  async remotes(): Promise<unknown> {
    return [];
  }

  async neighbours(): Promise<unknown> {
    return [];
  }

  async routes(): Promise<{ rules: unknown; routes: unknown }> {
    return { rules: [], routes: [] };
  }

  async ruleset(): Promise<unknown> {
    this.reads += 1;
    return this.listing;
  }

  async filter(): Promise<string> {
    return this.filterText;
  }

  async runIp(lines: readonly string[]): Promise<void> {
    this.#doBatch(lines);
  }

  async runBridge(lines: readonly string[]): Promise<void> {
    this.#doBatch(lines);
  }

  async loadRuleset(text: string): Promise<void> {
    this.#do(...text.split('\n').filter((line) => line !== ''));
  }

  async loadFilter(text: string): Promise<void> {
    this.#do(...text.split('\n').filter((line) => line !== ''));
  }

  async setting(name: string): Promise<string | undefined> {
    return this.settings.get(name) ?? '1';
  }

  async setSetting(name: string, value: string): Promise<void> {
    this.settings.set(name, value);
  }

  async loadModule(name: string): Promise<void> {
    this.#do(`module ${name}`);
  }

  async forgetConnections(filter: readonly string[]): Promise<void> {
    this.#do(`forget ${filter.join(' ')}`);
  }

  async wireGuard(device: string): Promise<string | undefined> {
    const said = this.wireGuards.get(device);
    const peers = [...(this.handshakes.get(device) ?? [])].map(
      ([key, atMs]) => `${key}\t(none)\t10.0.0.2:4795\tany\t${atMs / 1000}\t0\t0\t10`,
    );
    return said && [said, ...peers].join('\n');
  }

  async addWireGuard(device: string): Promise<void> {
    this.#do(`wireguard ${device}`);
    this.linkList.push({ ifname: device, mtu: 1420, flags: [] });
    this.wireGuards.set(device, '(none)\t(none)\t0\toff');
    this.handshakes.set(device, new Map());
  }

  /** As when its process dies. */
  removeWireGuard(device: string): void {
    this.wireGuards.delete(device);
    this.handshakes.delete(device);
    const at = this.linkList.findIndex((each) => 'ifname' in each && each.ifname === device);
    if (at >= 0) this.linkList.splice(at, 1);
  }

  async configureWireGuard(device: string, text: string): Promise<void> {
    if (this.refusedConfig !== undefined) throw this.refusedConfig;
    const lines = text.split('\n').filter((line) => line !== '');
    this.#do(...lines.map((line) => `${device}: ${line}`));
    const peers = this.handshakes.get(device);
    for (const line of lines) {
      const key = /^PublicKey = (.*)$/.exec(line)?.[1];
      if (key !== undefined && peers?.has(key) === false) peers.set(key, 0);
    }
    const valueOf = (name: string): string =>
      lines.find((line) => line.startsWith(`${name} = `))?.slice(name.length + 3) ?? '';
    if (!lines.includes('[Interface]')) return;
    const privateKey = valueOf('PrivateKey');
    this.wireGuards.set(device, `${privateKey}\t${publicKeyOf(privateKey)}\t${valueOf('ListenPort')}\toff`);
  }

  async removeWireGuardPeers(device: string, publicKeys: readonly string[]): Promise<void> {
    this.#do(...publicKeys.map((key) => `${device}: without ${key}`));
    for (const key of publicKeys) this.handshakes.get(device)?.delete(key);
  }

  async watchLinks(listener: () => void, signal: AbortSignal): Promise<void> {
    this.#listener = listener;
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  }

  /** As when somebody changes a link. */
  linksChanged(): void {
    this.#listener?.();
  }

  #doBatch(lines: readonly string[]): void {
    const refused = lines.filter((line) => this.refusedLines?.test(line) === true);
    this.#do(...lines.filter((line) => !refused.includes(line)));
    if (refused.length > 0) throw new Error(`refused: ${refused.join('; ')}`);
  }

  #do(...lines: readonly string[]): void {
    if (this.refusal !== undefined) throw this.refusal;
    this.done.push(...lines);
  }
}

/** As this kernel reckons: a stand-in for the curve. */
export function publicKeyOf(privateKey: string): string {
  return privateKey.toUpperCase();
}

/** An engine that makes networks, with their bridges in the kernel. */
export class ToldEngineNetworks implements EngineNetworks {
  readonly networks: EngineNetwork[] = [];
  refusal: Error | undefined;
  /** How often it was asked for its networks. */
  listCount = 0;
  /** While it hangs: what its answers wait for. */
  silence: Promise<void> | undefined;
  /** Ids of networks that containers are attached to. */
  readonly inUse = new Set<string>();
  /** By the engine's id of the network. */
  readonly containersByNetwork = new Map<string, readonly PluggedContainer[]>();
  #listener: (() => void) | undefined;
  readonly #kernel: ToldKernel;

  constructor(kernel: ToldKernel) {
    this.#kernel = kernel;
  }

  async list(): Promise<readonly EngineNetwork[]> {
    this.listCount += 1;
    await this.#answer();
    return [...this.networks];
  }

  async create(network: NewEngineNetwork): Promise<string> {
    const { networkId, subnet, gateway, range, range6, bridge, mtu } = network;
    await this.#answer();
    const engineId = `engine-${networkId}`;
    this.networks.push({ engineId, networkId, subnet, gateway, range, range6 });
    this.#kernel.linkList.push({ ifname: bridge, mtu, flags: ['UP'], addr_info: [{ local: gateway }] });
    return engineId;
  }

  async remove(engineId: string): Promise<boolean> {
    await this.#answer();
    if (this.inUse.has(engineId)) return false;
    const at = this.networks.findIndex((each) => each.engineId === engineId);
    if (at >= 0) this.networks.splice(at, 1);
    return true;
  }

  async containersOn(engineId: string): Promise<readonly PluggedContainer[]> {
    await this.#answer();
    return this.containersByNetwork.get(engineId) ?? [];
  }

  async watchContainers(listener: () => void, signal: AbortSignal): Promise<void> {
    await this.#answer();
    this.#listener = listener;
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  }

  /** As when somebody plugs one in, or out. */
  containersChanged(): void {
    this.#listener?.();
  }

  async #answer(): Promise<void> {
    await this.silence;
    if (this.refusal !== undefined) throw this.refusal;
  }
}
