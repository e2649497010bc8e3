/**
 * Why a node cannot take part in overlay networks, in words that say what to do about it.
 */

/** Command → the package that has it on Debian and those that follow it. */
export const COMMANDS: Readonly<Record<string, string>> = {
  ip: 'iproute2',
  bridge: 'iproute2',
  nft: 'nftables',
  'iptables-restore': 'iptables',
};
export const MODULES = ['vxlan', 'br_netfilter'] as const;

const NET_ADMIN_BIT = 12n;

export interface NetworkAbilities {
  /** The text of /proc/self/status. */
  readonly processStatus: string;
  readonly missingCommands: readonly string[];
  /** Neither there nor to be loaded. */
  readonly missingModules: readonly string[];
  /** Of the kernel that runs. */
  readonly kernelRelease: string;
}

/** Empty when there is none. */
export function abilityProblem(abilities: NetworkAbilities): string {
  const { processStatus, missingCommands, missingModules, kernelRelease } = abilities;
  const problems: string[] = [];
  if (!mayChangeNetworks(processStatus))
    problems.push('swarmd may not change the networks of this machine: run it as root');
  if (missingCommands.length > 0) {
    const packages = [...new Set(missingCommands.map((command) => COMMANDS[command] ?? command))];
    problems.push(`${missingCommands.join(', ')} not found: install ${packages.join(' and ')}`);
  }
  if (missingModules.length > 0)
    problems.push(
      `the kernel has no ${missingModules.join(' and no ')}: install the rest of its modules (linux-modules-extra-${kernelRelease} on Ubuntu)`,
    );
  return problems.join('; ');
}

export const TUNNEL_COMMAND = 'wg';
export const USERSPACE_TUNNEL = 'wireguard-go';
export const TUNNEL_MODULE = 'wireguard';
/** There where the kernel speaks IPv6. */
export const IPV6_SETTINGS = '/proc/sys/net/ipv6';

/** Why the node cannot take part in encrypted networks; empty when it can. */
export function tunnelProblem(has: {
  readonly tools: boolean;
  readonly module: boolean;
  readonly userspace: boolean;
  readonly ipv6: boolean;
}): string {
  const problems = [
    ...(has.tools ? [] : [`${TUNNEL_COMMAND} not found: install wireguard-tools`]),
    ...(has.module || has.userspace
      ? []
      : [
          `the kernel has no ${TUNNEL_MODULE} and ${USERSPACE_TUNNEL} is not found: install the module, or ${USERSPACE_TUNNEL}`,
        ]),
    ...(has.ipv6
      ? []
      : ['the kernel was started without IPv6, which is spoken inside the tunnels: remove ipv6.disable=1']),
  ];
  return problems.join('; ');
}

function mayChangeNetworks(processStatus: string): boolean {
  const capabilities = /^CapEff:\s*([0-9a-f]+)$/m.exec(processStatus)?.[1];
  return capabilities !== undefined && (BigInt(`0x${capabilities}`) >> NET_ADMIN_BIT) % 2n === 1n;
}

/** Whether the list of what can be loaded, or is built in, names the module. */
export function namesModule(list: string, name: string): boolean {
  return new RegExp(`(^|/)${name.replaceAll('_', '[-_]')}\\.ko`, 'm').test(list);
}
