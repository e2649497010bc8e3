/**
 * What this node says of itself that overlay networks depend on: where it is reached, what its routes and ports are,
 * and why it cannot take part, if so. Reads when it is asked; remembers only which address it has said before, and which
 * sockets are its own.
 */
import {
  type NodeNetworking,
  NodeNetworkingCodec,
  type TunnelKey,
  type UsedPort,
} from '../../proto/gen/objects.js';
import type { HostReader } from './host-reader.js';
import { chooseDataAddress, type DataAddress, splitHostPort } from './rules/data-address.js';
import { readLinks } from './rules/found-links.js';
import {
  abilityProblem,
  COMMANDS,
  IPV6_SETTINGS,
  MODULES,
  namesModule,
  TUNNEL_COMMAND,
  TUNNEL_MODULE,
  tunnelProblem,
  USERSPACE_TUNNEL,
} from './rules/network-problem.js';
import { routesOf } from './rules/routes.js';
import { narrowProblem } from './rules/wireguard-plan.js';
import { type ListeningSocket, listeningSockets, type PortTable, usedPortsOf } from './rules/used-ports.js';

const DEFAULT_FIRST_RANDOM_PORT = 32_768;

export interface NodeFactsOptions {
  /** What the user said: an address, or the name of an interface; empty: the address this node is known by. */
  readonly dataPathAddress: string;
}

/** Where this node and the managers are (host:port) as far as is known now. */
export interface Whereabouts {
  /** Of this node's own manager; empty on a worker. */
  readonly own: string;
  readonly managers: readonly string[];
}

/** A port that others hold for this cluster. */
export type OwnPort = Pick<UsedPort, 'protocol' | 'port'>;

export interface NodeFactsModules {
  readonly reader: HostReader;
  readonly whereabouts: () => Whereabouts;
  readonly ownPorts: () => readonly OwnPort[];
  /** For encrypted networks, newest last. */
  readonly tunnelKeys: () => Promise<readonly TunnelKey[]>;
}

export class NodeFacts {
  readonly #dataPathAddress: string;
  readonly #modules: NodeFactsModules;
  #lastAddress = '';
  /** Which of the sockets that listened last are this program's. */
  #own: { readonly among: string; readonly inodes: ReadonlySet<number> } = { among: '', inodes: new Set() };

  constructor({ dataPathAddress }: NodeFactsOptions, modules: NodeFactsModules) {
    this.#dataPathAddress = dataPathAddress;
    this.#modules = modules;
  }

  /** Never rejects: what cannot be read is a problem of the node, and said as one. */
  async read(): Promise<NodeNetworking> {
    const [data, ability, lack, routes, usedPorts] = await Promise.all([
      this.#dataAddress(),
      this.#abilityProblem(),
      this.#tunnelProblem(),
      this.#routes(),
      this.#usedPorts(),
    ]);
    const problem = [ability, data.kind === 'none' ? data.problem : '', routes.problem]
      .filter((each) => each !== '')
      .join('; ');
    const dataAddress = data.kind === 'none' ? '' : data.address;
    const dataMtu = data.kind === 'none' ? 0 : await this.#mtuOf(data.interfaceName);
    if (dataAddress !== '') this.#lastAddress = dataAddress;
    const narrow = dataMtu === 0 ? '' : narrowProblem({ dataAddress, dataMtu });
    const tunnelProblem = [lack, narrow].filter((each) => each !== '').join('; ');
    const tunnelKeys = tunnelProblem === '' ? await this.#modules.tunnelKeys() : [];
    return NodeNetworkingCodec.create({
      dataAddress,
      dataMtu,
      problem,
      routes: routes.found,
      usedPorts,
      tunnelKeys,
      tunnelProblem,
    });
  }

  /** Not from /sys, which may be that of another network namespace. 0: it is not known. */
  async #mtuOf(interfaceName: string): Promise<number> {
    try {
      const said = await this.#modules.reader.run('ip', ['-j', 'link', 'show', 'dev', interfaceName]);
      return readLinks(JSON.parse(said)).get(interfaceName)?.mtu ?? 0;
    } catch {
      return 0;
    }
  }

  /** An address once said stays while it is there: what has none of its own may speak from several. */
  async #dataAddress(): Promise<DataAddress> {
    const { reader, whereabouts } = this.#modules;
    const { own, managers } = whereabouts();
    const known = [own === '' ? '' : splitHostPort(own).host, this.#lastAddress];
    for (const manager of managers.filter((each) => each !== own)) {
      const { host, port } = splitHostPort(manager);
      known.push((await reader.addressTowards(host, port)) ?? '');
    }
    const named = known.filter((each) => each !== '');
    return chooseDataAddress(this.#dataPathAddress, named, reader.interfaces());
  }

  async #abilityProblem(): Promise<string> {
    const { reader } = this.#modules;
    const [processStatus = '', release = '', commands, modules] = await Promise.all([
      reader.readText('/proc/self/status'),
      reader.readText('/proc/sys/kernel/osrelease'),
      missing(Object.keys(COMMANDS), async (name) => await reader.hasCommand(name)),
      missing(MODULES, async (name) => await this.#hasModule(name)),
    ]);
    return abilityProblem({
      processStatus,
      missingCommands: commands,
      missingModules: modules,
      kernelRelease: release.trim(),
    });
  }

  async #tunnelProblem(): Promise<string> {
    const { reader } = this.#modules;
    const [tools, module, userspace, ipv6] = await Promise.all([
      reader.hasCommand(TUNNEL_COMMAND),
      this.#hasModule(TUNNEL_MODULE),
      reader.hasCommand(USERSPACE_TUNNEL),
      reader.exists(IPV6_SETTINGS),
    ]);
    return tunnelProblem({ tools, module, userspace, ipv6 });
  }

  /** Loaded, built in, or there to be loaded. */
  async #hasModule(name: string): Promise<boolean> {
    const { reader } = this.#modules;
    const traces = [`/sys/module/${name}`, ...(name === 'br_netfilter' ? ['/proc/sys/net/bridge'] : [])];
    for (const trace of traces) if (await reader.exists(trace)) return true;
    const release = (await reader.readText('/proc/sys/kernel/osrelease'))?.trim() ?? '';
    for (const list of ['modules.builtin', 'modules.dep']) {
      const text = await reader.readText(`/lib/modules/${release}/${list}`);
      if (text !== undefined && namesModule(text, name)) return true;
    }
    return false;
  }

  async #routes(): Promise<{ readonly found: readonly string[]; readonly problem: string }> {
    const { reader } = this.#modules;
    try {
      const outputs = [
        await reader.run('ip', ['-j', '-4', 'route', 'show']),
        await reader.run('ip', ['-j', '-6', 'route', 'show']),
      ];
      return { found: routesOf(...outputs), problem: '' };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { found: [], problem: `its routes cannot be read (${reason}): is iproute2 installed?` };
    }
  }

  async #usedPorts(): Promise<readonly UsedPort[]> {
    const { reader, ownPorts } = this.#modules;
    const tables = await Promise.all(
      (['tcp', 'tcp6', 'udp', 'udp6'] as const).map(async (name): Promise<PortTable> => {
        const text = await reader.readText(`/proc/net/${name}`);
        return { protocol: name.startsWith('tcp') ? 'tcp' : 'udp', text: text ?? '' };
      }),
    );
    const range = await reader.readText('/proc/sys/net/ipv4/ip_local_port_range');
    const first = Number.parseInt(range ?? '', 10) || DEFAULT_FIRST_RANDOM_PORT;
    const sockets = listeningSockets(tables, first);
    return usedPortsOf(sockets, { inodes: await this.#ownInodes(sockets), ports: ownPorts() });
  }

  /** Looked for only when other sockets listen than the last time: a manager has a thousand that do not. */
  async #ownInodes(sockets: readonly ListeningSocket[]): Promise<ReadonlySet<number>> {
    const among = sockets.map(({ port, inode }) => `${port} ${inode}`).join();
    if (among !== this.#own.among)
      this.#own = { among, inodes: await this.#modules.reader.ownSocketInodes() };
    return this.#own.inodes;
  }
}

async function missing(
  names: readonly string[],
  isThere: (name: string) => Promise<boolean>,
): Promise<readonly string[]> {
  const found = await Promise.all(names.map(async (name) => ({ name, isThere: await isThere(name) })));
  return found.filter((each) => !each.isThere).map(({ name }) => name);
}
