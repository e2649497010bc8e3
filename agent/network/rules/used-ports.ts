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

export interface OwnSockets {
  /** Sockets that this program holds, by inode. */
  readonly inodes: ReadonlySet<number>;
  /** Ports that others hold for this cluster: the engine for containers of ours, the kernel for tunnels. */
  readonly ports: readonly Pick<UsedPort, 'protocol' | 'port'>[];
}

/** Below `firstRandomPort`, from where the kernel gives ports to whoever wants any; sorted, the lowest if too many. */
export function usedPortsOf(
  tables: readonly PortTable[],
  { inodes, ports }: OwnSockets,
  firstRandomPort: number,
): readonly UsedPort[] {
  const isOwn = ({ protocol, port }: UsedPort): boolean =>
    ports.some((own) => own.protocol === protocol && own.port === port);
  const used = tables.flatMap(({ protocol, text }) =>
    text.split('\n').flatMap((line) => {
      const bound = boundPort(protocol, line, inodes);
      return bound === undefined || bound.port >= firstRandomPort || isOwn(bound) ? [] : [bound];
    }),
  );
  const byKey = new Map(used.map((each) => [`${each.protocol} ${each.port} ${each.address}`, each]));
  const everywhere = ({ protocol, port }: UsedPort): boolean => byKey.has(`${protocol} ${port} `);
  return [...byKey.values()]
    .filter((each) => each.address === '' || !everywhere(each))
    .toSorted(compare)
    .slice(0, MOST_PORTS);
}

/** "1: 0100007F:0035 00000000:0000 0A tx:rx timer:when retries uid timeout inode …" */
function boundPort(
  protocol: UsedPort['protocol'],
  line: string,
  ownInodes: ReadonlySet<number>,
): UsedPort | undefined {
  const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/);
  const wanted = protocol === 'tcp' ? STATE.tcpListening : STATE.udpUnconnected;
  const [address = '', port = ''] = local.split(':');
  if (state !== wanted || port === '' || ownInodes.has(Number(inode))) return undefined;
  return { protocol, port: Number.parseInt(port, 16), address: addressOf(address) };
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
