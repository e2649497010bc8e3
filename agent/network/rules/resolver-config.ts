/**
 * Which name servers the host asks, from the text of /etc/resolv.conf.
 */
import { isSameAddress, parseAddress } from '../../../proto/model/address.js';

/** More are not asked by any host (MAXNS of resolv.conf(5)). */
const MOST_RESOLVERS = 3;

export function resolversOf(text: string): readonly string[] {
  const named = text.split('\n').flatMap((line) => /^\s*nameserver\s+(\S+)/.exec(line)?.[1] ?? []);
  return named.filter((address) => parseAddress(withoutZone(address)) !== undefined).slice(0, MOST_RESOLVERS);
}

/** Those of the servers that are not among our own addresses: a question would come round for ever. */
export function withoutOwn(servers: readonly string[], own: readonly string[]): readonly string[] {
  const ours = own.flatMap((address) => parseAddress(address) ?? []);
  return servers.filter((server) => {
    const parsed = parseAddress(withoutZone(server));
    return parsed !== undefined && !ours.some((address) => isSameAddress(address, parsed));
  });
}

/** "fe80::1%eth0" → "fe80::1". */
function withoutZone(address: string): string {
  return address.split('%', 1)[0] ?? address;
}
