/**
 * The lab's wires: a switch (a bridge in a network namespace of its own) with a port per host. The switch stands
 * apart because an engine in the machine's own namespace would filter what crosses a bridge there.
 * Owns addresses and cables: plugging, unplugging, and cutting two hosts apart. Removing is removal.ts's work.
 */
import { readFile } from 'node:fs/promises';
import { eventually } from '../kit/eventually.js';
import { mustRun } from './command.js';
import { namespaceName, SWITCH_NAME } from './manifest.js';

export interface Port {
  readonly hostName: string;
  /** Place on the switch, from 1: the last byte of the address and of the MAC. */
  readonly number: number;
  readonly address: string;
}

/** What gets lost between two hosts, in one direction. */
interface Cut {
  readonly from: string;
  readonly to: string;
  /** Which packets, as nft says it of a bridge; empty: all. */
  readonly packets: string;
}

async function resolvers(): Promise<string[]> {
  const text = await readFile('/etc/resolv.conf', 'utf8').catch(() => '');
  const addresses = [...text.matchAll(/^nameserver\s+([^\s%]+)/gm)].map((match) => match[1] ?? '');
  return addresses.filter((address) => !address.startsWith('127.') && address !== '::1');
}

export class LabNetwork {
  readonly #labId: string;
  readonly #switch: string;
  readonly #ports: ReadonlyMap<string, Port>;
  /** What is dropped on its way, each by a key of its own. */
  readonly #cuts = new Map<string, Cut>();

  /** Labs are not joined to each other or to the machine, so a subnet met twice would harm nobody. */
  constructor(labId: string, hostNames: readonly string[]) {
    this.#labId = labId;
    this.#switch = namespaceName(labId, SWITCH_NAME);
    const third = Number.parseInt(labId.slice(-2), 16);
    this.#ports = new Map(
      hostNames.map((hostName, at) => [
        hostName,
        { hostName, number: at + 1, address: `10.123.${third}.${at + 1}` },
      ]),
    );
  }

  port(hostName: string): Port {
    const port = this.#ports.get(hostName);
    if (!port) throw new Error(`no host ${hostName} in this lab`);
    return port;
  }

  async makeSwitch(): Promise<void> {
    await mustRun('ip', ['netns', 'add', this.#switch]);
    const commands = ['link set lo up', 'link add br0 type bridge', 'link set br0 up'];
    await mustRun('ip', ['-n', this.#switch, '-batch', '-'], { input: commands.join('\n') });
  }

  /** Makes the host's namespace and plugs it in. The MAC follows the address: neighbours still know a host that comes back. */
  async plugIn(hostName: string): Promise<void> {
    const { number, address } = this.port(hostName);
    const namespace = namespaceName(this.#labId, hostName);
    const mac = `02:1a:b0:00:00:${number.toString(16).padStart(2, '0')}`;
    await mustRun('ip', ['netns', 'add', namespace]);
    const ports = [
      `link add ${hostName} type veth peer name eth0 address ${mac} netns ${namespace}`,
      `link set ${hostName} master br0 up`,
    ];
    await mustRun('ip', ['-n', this.#switch, '-batch', '-'], { input: ports.join('\n') });
    const unreachable = (await resolvers()).map(
      // Without this, every image that is not there costs 20 s of waiting for names.
      (resolver) => `${resolver.includes(':') ? '-6 ' : ''}route add unreachable ${resolver}`,
    );
    const own = ['link set lo up', `addr add ${address}/24 dev eth0`, 'link set eth0 up'];
    await mustRun('ip', ['-n', namespace, '-batch', '-'], { input: own.join('\n') });
    for (const route of unreachable) await mustRun('ip', ['-n', namespace, ...route.split(' ')]);
    await this.#carries(hostName);
  }

  /** The kernel brings a link up in its own time; a host whose port does not forward yet would look cut off. */
  async #carries(hostName: string): Promise<void> {
    const namespace = namespaceName(this.#labId, hostName);
    await eventually(
      `the link of ${hostName} carries`,
      async () => [
        await mustRun('bridge', ['-n', this.#switch, 'link', 'show', 'dev', hostName]),
        await mustRun('ip', ['-n', namespace, 'link', 'show', 'dev', 'eth0']),
      ],
      ([port = '', link = '']) => port.includes(' state forwarding ') && link.includes(' state UP '),
    );
  }

  /** As a pulled cable: the host keeps its address and routes, and loses its carrier. */
  async setCable(hostName: string, isPlugged: boolean): Promise<void> {
    await mustRun('ip', ['-n', this.#switch, 'link', 'set', hostName, isPlugged ? 'up' : 'down']);
    if (isPlugged) await this.#carries(hostName);
  }

  async setCut(oneName: string, otherName: string, isCut: boolean): Promise<void> {
    this.#note(oneName, otherName, isCut);
    this.#note(otherName, oneName, isCut);
    await this.#applyCuts();
  }

  /** One way only: the one is not heard by the other any more, or not in such packets, and hears it still. */
  async muteFor(name: string, listeners: readonly string[], packets = ''): Promise<void> {
    for (const listener of listeners) this.#note(name, listener, true, packets);
    await this.#applyCuts();
  }

  #note(from: string, to: string, isCut: boolean, packets = ''): void {
    const cut = { from: this.port(from).hostName, to: this.port(to).hostName, packets };
    const key = Object.values(cut).join(' ');
    if (isCut) this.#cuts.set(key, cut);
    else this.#cuts.delete(key);
  }

  async mendCutsOf(hostName: string): Promise<void> {
    for (const [key, { from, to }] of this.#cuts) if ([from, to].includes(hostName)) this.#cuts.delete(key);
    await this.#applyCuts();
  }

  /** In the switch, by port: the hosts' own packet filters stay theirs, and address resolution is cut too. */
  async #applyCuts(): Promise<void> {
    const drops = [...this.#cuts.values()].map(
      ({ from, to, packets }) => `iifname "${from}" oifname "${to}" ${packets} drop`,
    );
    const table = `table bridge lab {
  chain forward { type filter hook forward priority 0; ${drops.join('; ')}; }
}`;
    const rules = `add table bridge lab\ndelete table bridge lab\n${drops.length > 0 ? table : ''}\n`;
    await mustRun('ip', ['netns', 'exec', this.#switch, 'nft', '-f', '-'], { input: rules });
  }
}
