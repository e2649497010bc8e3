/**
 * Where other nodes send the traffic of overlay networks to: what the user said, or the address this node is known by.
 */
import { isSameAddress, parseAddress } from '../../../proto/model/address.js';

/** One interface address of the machine. */
export interface InterfaceAddress {
  readonly interfaceName: string;
  readonly address: string;
  readonly family: 'IPv4' | 'IPv6';
  readonly internal: boolean;
}

export type DataAddress =
  | { readonly kind: 'found'; readonly address: string; readonly interfaceName: string }
  | { readonly kind: 'none'; readonly problem: string };

const MEND = 'name an address of this machine, or one of its interfaces, with --data-path-addr';

/**
 * `asked` is an address, the name of an interface, or empty; `known`, what this node is reached at, the better first.
 */
export function chooseDataAddress(
  asked: string,
  known: readonly string[],
  interfaces: readonly InterfaceAddress[],
): DataAddress {
  if (asked === '') {
    const [own] = known.flatMap((address) => interfaceOf(address, interfaces) ?? []);
    return own === undefined
      ? none(`none of its interfaces has the address it is known by (${known.join(', ') || 'unknown'})`)
      : found(own);
  }
  const ofInterface = interfaces.filter(({ interfaceName }) => interfaceName === asked);
  const best = ofInterface.find(({ family }) => family === 'IPv4') ?? ofInterface.find(isGlobal);
  const own = best ?? interfaceOf(asked, interfaces);
  return own === undefined ? none(`no interface has the data path address ${asked}`) : found(own);
}

/** "host:port" or "[v6]:port", as managers' addresses are written. */
export function splitHostPort(text: string): { readonly host: string; readonly port: number } {
  const colon = text.lastIndexOf(':');
  return { host: text.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(text.slice(colon + 1)) };
}

function interfaceOf(text: string, interfaces: readonly InterfaceAddress[]): InterfaceAddress | undefined {
  const wanted = parseAddress(text);
  return interfaces.find(({ address }) => {
    const parsed = parseAddress(address);
    return wanted !== undefined && parsed !== undefined && isSameAddress(wanted, parsed);
  });
}

/** Not one that holds on its own link only. */
function isGlobal({ address }: InterfaceAddress): boolean {
  return !/^fe[89ab]/i.test(address);
}

function found({ address, interfaceName }: InterfaceAddress): DataAddress {
  return { kind: 'found', address, interfaceName };
}

function none(what: string): DataAddress {
  return { kind: 'none', problem: `${what}: ${MEND}` };
}
