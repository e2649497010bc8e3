/**
 * The addresses of this machine: of its interfaces, and the one from which it speaks to somebody.
 */
import { createSocket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { InterfaceAddress } from './rules/data-address.js';

export function interfaceAddresses(): readonly InterfaceAddress[] {
  return Object.entries(networkInterfaces()).flatMap(([interfaceName, addresses = []]) =>
    addresses.map(({ address, family, internal }) => ({ interfaceName, address, family, internal })),
  );
}

/** As the kernel would choose it; undefined where it knows no way. Nothing is sent. */
export async function addressTowards(host: string, port: number): Promise<string | undefined> {
  return await new Promise((resolve) => {
    const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4');
    const end = (address: string | undefined): void => {
      socket.close();
      resolve(address);
    };
    socket.once('error', () => end(undefined));
    socket.once('connect', () => end(socket.address().address));
    // Without a function to call: that would be called for a failure, too.
    socket.connect(port, host);
  });
}
