/**
 * The kernel's network as this room needs it: what stands, as the tools of every distribution say it, and batches
 * of commands for them. Never one process per entry: a batch is one process. What to change is decided in rules/.
 */

export interface Kernel {
  /** `ip -j -d addr show` */
  links(): Promise<unknown>;
  /** `bridge -j fdb show` */
  remotes(): Promise<unknown>;
  /** `ip -j neigh show nud permanent`, of both families. */
  neighbours(): Promise<unknown>;
  /** `ip -j rule show` and `ip -j route show table all`, of one family. */
  routes(family: 4 | 6): Promise<{ readonly rules: unknown; readonly routes: unknown }>;
  /** `nft -j list table` of ours; undefined when there is none. */
  ruleset(): Promise<unknown>;
  /** `iptables-save -t filter`, or what it is called for IPv6. */
  filter(family: 4 | 6): Promise<string>;
  /** Carries out every line it can, then rejects with what was said of those that it could not. */
  runIp(lines: readonly string[], family?: 4 | 6): Promise<void>;
  runBridge(lines: readonly string[]): Promise<void>;
  /** `nft -f`: all of it or nothing. */
  loadRuleset(text: string): Promise<void>;
  /** `iptables-restore --noflush`: all of it or nothing. */
  loadFilter(text: string, family: 4 | 6): Promise<void>;
  /** The value under /proc/sys; undefined when this kernel, or what is loaded of it, has no such setting. */
  setting(name: string): Promise<string | undefined>;
  setSetting(name: string, value: string): Promise<void>;
  loadModule(name: string): Promise<void>;
  /** `wg show DEVICE dump`; undefined when it is no WireGuard device, or its process does not answer. */
  wireGuard(device: string): Promise<string | undefined>;
  /** The kernel's own WireGuard, or, where it has none, one of wireguard-go, whose process ends with the device. */
  addWireGuard(device: string): Promise<void>;
  /** `wg addconf`: adds what the text says, and leaves everything else as it is. */
  configureWireGuard(device: string, text: string): Promise<void>;
  /** By their public keys. */
  removeWireGuardPeers(device: string, publicKeys: readonly string[]): Promise<void>;
  /** `conntrack -D` with these arguments; nothing there is fine. */
  forgetConnections(filter: readonly string[]): Promise<void>;
  /** Calls the listener whenever a link comes, goes or changes, until the signal aborts; rejects when it cannot. */
  watchLinks(listener: () => void, signal: AbortSignal): Promise<void>;
}
