/**
 * Which address a manager listens on and which it tells the others, from what the user wrote and what the
 * machine has.
 */
import type { InterfaceAddress } from '../../../agent/network/rules/data-address.js';
import { SwarmError } from '../../../proto/base/errors.js';

export const DEFAULT_PORT = 2377;

export interface HostPort {
  readonly host: string;
  readonly port: number;
}

/** "host", "host:port", "[v6]:port"; the port defaults to 2377. */
export function parseHostPort(text: string, field: string): HostPort {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]\s]+))(?::(\d+))?$/.exec(text);
  const host = match?.[1] ?? match?.[2];
  const port = match?.[3] === undefined ? DEFAULT_PORT : Number(match[3]);
  if (host === undefined || port < 1 || port > 65_535) {
    const rule = 'must be HOST or HOST:PORT with a port from 1 to 65535, for example 192.0.2.7:2377';
    throw new SwarmError('input.invalid', { field, value: text, rule });
  }
  return { host, port };
}

/** "host:port" or "[v6]:port" to listen on; both must be said, and port 0 is any free one. */
export function parseListenAddress(text: string, field: string): HostPort {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]\s]+)):(\d{1,5})$/.exec(text);
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  if (host === undefined || port > 65_535) {
    const rule = 'must be HOST:PORT, for example 127.0.0.1:9323, or [::1]:9323';
    throw new SwarmError('input.invalid', { field, value: text, rule });
  }
  return { host, port };
}

export function formatHostPort({ host, port }: HostPort): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** Whether it stands for all addresses of the machine. */
function isUnspecified(host: string): boolean {
  return ['0.0.0.0', '::'].includes(host);
}

/**
 * Whether an address that was found out once must be found out anew: this machine has it no longer. One that
 * somebody said may be of a router before it.
 */
export function isAddressGone(advertised: HostPort, interfaces: readonly InterfaceAddress[]): boolean {
  return interfaces.length > 0 && !interfaces.some(({ address }) => address === advertised.host);
}

// Bridges and pairs of container networks: addresses behind them are nobody else's.
const CONTAINER_INTERFACE = /^(docker|br-|veth|docker_gwbridge|virbr|cni|sw-|vx-)/;

/**
 * The address others reach this manager at: as given, else the one address this machine has, or the one it
 * speaks to other managers from.
 */
export function chooseAdvertised(
  given: string,
  listen: HostPort,
  interfaces: readonly InterfaceAddress[],
  outgoing?: string,
): HostPort {
  if (given !== '') {
    const named = interfaces.find(({ interfaceName }) => interfaceName === given);
    if (named !== undefined) return { host: named.address, port: listen.port };
    const { host, port } = parseHostPort(given, '--advertise-addr');
    return { host, port: given === host || given === `[${host}]` ? listen.port : port };
  }
  if (!isUnspecified(listen.host)) return listen;
  if (outgoing !== undefined) return { host: outgoing, port: listen.port };
  const candidates = interfaces.filter(
    ({ interfaceName, family, internal }) =>
      !internal && family === 'IPv4' && !CONTAINER_INTERFACE.test(interfaceName),
  );
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) return { host: only.address, port: listen.port };
  const seen = candidates.map(({ interfaceName, address }) => `${address} on ${interfaceName}`).join(', ');
  const rule =
    candidates.length === 0
      ? 'this machine has no address that others could reach; name one'
      : `this machine has several addresses (${seen}); choose one of them`;
  throw new SwarmError('input.invalid', { field: '--advertise-addr', rule });
}
