/**
 * Ports on which programs of the host listen, from the kernel's tables (/proc/net/tcp and its like).
 */
import type { UsedPort } from '../../../proto/gen/objects.js';
import { addressText } from '../../../proto/model/address.js';

const MOST_PORTS = 512;
const STATE = { tcpListening: '0A', udpUnconnected: '07' } as const;

export interface PortTable {
  readonly protocol: 'tcp' | 'udp';
  readonly text: string;
}

/** One on which somebody listens. */
export interface ListeningSocket extends UsedPort {
  readonly inode: number;
}

export interface OwnSockets {
  /** Sockets that this program holds, by inode. */
  readonly inodes: ReadonlySet<number>;
  /** Ports that others hold for this cluster: the engine for containers of ours, the kernel for tunnels. */
  readonly ports: readonly Pick<UsedPort, 'protocol' | 'port'>[];
}

/** Those with ports below `firstRandomPort`, from where the kernel gives ports to whoever wants any. */
export function listeningSockets(
  tables: readonly PortTable[],
  firstRandomPort: number,
): readonly ListeningSocket[] {
  return tables.flatMap(({ protocol, text }) =>
    text.split('\n').flatMap((line) => {
      const socket = listeningSocket(protocol, line);
      return socket === undefined || socket.port >= firstRandomPort ? [] : [socket];
    }),
  );
}

/** The ports of all but the own ones; sorted, the lowest if too many. */
export function usedPortsOf(
  sockets: readonly ListeningSocket[],
  { inodes, ports }: OwnSockets,
): readonly UsedPort[] {
  const isOwn = ({ protocol, port, inode }: ListeningSocket): boolean =>
    inodes.has(inode) || ports.some((own) => own.protocol === protocol && own.port === port);
  const used = sockets
    .filter((socket) => !isOwn(socket))
    .map(({ protocol, port, address }): UsedPort => ({ protocol, port, address }));
  const byKey = new Map(used.map((each) => [`${each.protocol} ${each.port} ${each.address}`, each]));
  const everywhere = ({ protocol, port }: UsedPort): boolean => byKey.has(`${protocol} ${port} `);
  return [...byKey.values()]
    .filter((each) => each.address === '' || !everywhere(each))
    .toSorted(compare)
    .slice(0, MOST_PORTS);
}

/** "1: 0100007F:0035 00000000:0000 0A tx:rx timer:when retries uid timeout inode …" */
function listeningSocket(protocol: UsedPort['protocol'], line: string): ListeningSocket | undefined {
  const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/);
  const wanted = protocol === 'tcp' ? STATE.tcpListening : STATE.udpUnconnected;
  const [address = '', port = ''] = local.split(':');
  if (state !== wanted || port === '') return undefined;
  return { protocol, port: Number.parseInt(port, 16), address: addressOf(address), inode: Number(inode) };
}

/** Words of 32 bits, each with its last byte first; empty where it stands for all addresses. */
function addressOf(hex: string): string {
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) => (word.match(/../g) ?? []).toReversed());
  const value = bytes.length === 0 ? 0n : BigInt(`0x${bytes.join('')}`);
  if (value === 0n) return '';
  const isMapped = bytes.length === 16 && value >> 32n === 0xffffn;
  if (isMapped) return addressText({ family: 4, value: value & 0xffffffffn });
  return addressText({ family: bytes.length === 16 ? 6 : 4, value });
}

function compare(a: UsedPort, b: UsedPort): number {
  if (a.port !== b.port) return a.port - b.port;
  const [left, right] = [`${a.protocol} ${a.address}`, `${b.protocol} ${b.address}`];
  return left < right ? -1 : 1;
}
