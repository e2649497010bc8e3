/**
 * The address to which other nodes send the packets of this one's overlay networks: the one that the node is known by,
 * as far as it is its own, else the one from which it speaks to a manager.
 */
import { addressTowards, interfaceAddresses } from './local-address.js';
import type { NodeState } from './node-state.js';
import { parseHostPort } from './rules/addresses.js';

/** Empty when the machine knows no way to any manager. */
export async function dataPathAddress({
  role,
  advertiseAddress,
  managerAddresses,
}: NodeState): Promise<string> {
  if (role === 'manager') {
    const { host } = parseHostPort(advertiseAddress, 'advertise-addr');
    // Behind a translation of addresses it is that of another machine.
    if (interfaceAddresses().some(({ address }) => address === host)) return host;
  }
  for (const manager of managerAddresses) {
    const { host, port } = parseHostPort(manager, 'manager');
    const address = await addressTowards(host, port);
    if (address !== undefined) return address;
  }
  return '';
}
