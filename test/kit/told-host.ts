/**
 * A host as the test tells of it: files, commands and addresses, for whoever reads a host through the interface.
 * By default one on which everything is as it should be: 192.0.2.7 on eth0.
 */
import type { HostReader } from '../../agent/network/host-reader.js';
import type { InterfaceAddress } from '../../agent/network/rules/data-address.js';

export function anAddress(interfaceName: string, address: string): InterfaceAddress {
  const family = address.includes(':') ? 'IPv6' : 'IPv4';
  return { interfaceName, address, family, internal: interfaceName === 'lo' };
}

export class ToldHost implements HostReader {
  readonly files = new Map<string, string>([
    ['/proc/self/status', 'Name:\tswarmd\nCapEff:\t000001ffffffffff\n'],
    ['/proc/sys/kernel/osrelease', '6.1.0-18-amd64\n'],
    ['/proc/sys/net/ipv4/ip_local_port_range', '32768\t60999\n'],
    ['/proc/sys/net/bridge', ''],
    ['/proc/sys/net/ipv6', ''],
    ['/sys/module/vxlan', ''],
    // Of a machine whose network this host does not share.
    ['/sys/class/net/eth0/mtu', '1400\n'],
  ]);
  readonly commands = new Set(['ip', 'bridge', 'nft', 'iptables-restore', 'wg', 'wireguard-go']);
  /** What a command line says; one that is not named fails. */
  readonly outputs = new Map<string, string>([
    ['ip -j -4 route show', '[{"dst":"192.0.2.0/24","dev":"eth0"}]'],
    ['ip -j -6 route show', ''],
    ['ip -j link show dev eth0', '[{"ifname":"eth0","mtu":1500}]'],
  ]);
  addresses: readonly InterfaceAddress[] = [anAddress('lo', '127.0.0.1'), anAddress('eth0', '192.0.2.7')];
  outgoing: string | undefined = '192.0.2.7';
  readonly ownInodes = new Set<number>();
  /** How often they were asked for. */
  inodesCount = 0;
  /** Every command line that was run, in order. */
  readonly ran: string[] = [];

  async readText(path: string): Promise<string | undefined> {
    return this.files.get(path);
  }

  async exists(path: string): Promise<boolean> {
    return this.files.has(path);
  }

  async hasCommand(name: string): Promise<boolean> {
    return this.commands.has(name);
  }

  async run(command: string, args: readonly string[]): Promise<string> {
    const line = [command, ...args].join(' ');
    this.ran.push(line);
    const output = this.outputs.get(line);
    if (output === undefined) throw new Error(`spawn ${command} ENOENT`);
    return output;
  }

  interfaces(): readonly InterfaceAddress[] {
    return this.addresses;
  }

  async addressTowards(): Promise<string | undefined> {
    return this.outgoing;
  }

  async ownSocketInodes(): Promise<ReadonlySet<number>> {
    this.inodesCount += 1;
    return this.ownInodes;
  }
}
