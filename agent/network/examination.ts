/**
 * Looks whether this node's networks are as they should be: reads what the kernel has, tries the ways to the other
 * nodes, and has the rules of doctor.ts say what is wrong. Changes nothing.
 */
import type { Clock } from '../../proto/base/clock.js';
import type { Random } from '../../proto/base/random.js';
import {
  type NetworkExamination,
  type NetworkReport,
  NetworkReportCodec,
} from '../../proto/gen/dispatcher.js';
import { type NodeNetworking, NodeNetworkingCodec } from '../../proto/gen/objects.js';
import type { HostReader } from './host-reader.js';
import type { Kernel } from './kernel.js';
import { type PeerWay, tryWays } from './peer-trials.js';
import { balancingRules } from './rules/balancing.js';
import { diagnose, type DoctorFacts, NEEDED_SETTINGS, type PeerTrial } from './rules/doctor.js';
import { type FoundLink, readLinks, readNeighbours, readRemotes } from './rules/found-links.js';
import { isGateway, type NetworkState } from './rules/network-state.js';
import { expectedListing, readListing } from './rules/ruleset.js';
import type { TunnelPlace } from './rules/wireguard.js';
import { encryptedOverhead } from './rules/wireguard-plan.js';
import { type WantedNetwork, vxlanOverhead, wantedNetworks } from './rules/wanted-networks.js';
import type { Exchange } from './upstream.js';

export interface ExaminerOptions {
  readonly nodeId: string;
}

export interface ExaminerModules {
  readonly kernel: Kernel;
  /** Left out where the host is not read. */
  readonly reader?: HostReader | undefined;
  readonly clock: Clock;
  readonly random: Random;
  readonly exchange: Exchange;
  /** What this node was told of networks, and the published ports whose sockets it holds. */
  readonly held: () => {
    readonly state: NetworkState;
    readonly ports: ReadonlySet<string>;
    readonly tunnel?: TunnelPlace | undefined;
    /** What could not be done for them when it was tried last; empty when it could. */
    readonly problem: string;
  };
  /** What this node says of itself. */
  readonly networking: () => NodeNetworking | undefined;
  /** Why the name server does not listen somewhere, by address. */
  readonly nameFailures: () => ReadonlyMap<string, string>;
}

export class Examiner {
  readonly #nodeId: string;
  readonly #modules: ExaminerModules;

  constructor({ nodeId }: ExaminerOptions, modules: ExaminerModules) {
    this.#nodeId = nodeId;
    this.#modules = modules;
  }

  /** What is wrong; rejects only with the signal's reason. A node that cannot be examined says why. */
  async examine(request: NetworkExamination, signal: AbortSignal): Promise<NetworkReport> {
    const { requestId, leaderNowMs } = request;
    const clock = { aheadMs: this.#modules.clock.nowMs() - leaderNowMs, withinMs: CLOCK_DOUBT_MS };
    try {
      const facts = { ...(await this.#facts(signal)), clock };
      return NetworkReportCodec.create({
        requestId,
        faults: diagnose(facts),
        networkCount: facts.networks.length,
        wayCount: facts.trials.length,
      });
    } catch (error) {
      signal.throwIfAborted();
      const reason = error instanceof Error ? error.message : String(error);
      return NetworkReportCodec.create({ requestId, error: reason });
    }
  }

  async #facts(signal: AbortSignal): Promise<Omit<DoctorFacts, 'clock'>> {
    const { kernel, held, networking, nameFailures } = this.#modules;
    const { state, ports, tunnel, problem: trouble } = held();
    const own = networking() ?? NodeNetworkingCodec.create();
    const nodeId = this.#nodeId;
    const wanted = wantedNetworks(state, { nodeId, ...own, tunnel });
    const trying = this.#tryWays(state, wanted, signal);
    const [links, remotes, neighbours, listing, settings] = await Promise.all([
      kernel.links(),
      kernel.remotes(),
      kernel.neighbours(),
      kernel.ruleset(),
      Promise.all(
        [...NEEDED_SETTINGS.keys()].map(async (name) => [name, await kernel.setting(name)] as const),
      ),
    ]).catch(async (error: unknown) => {
      await trying.catch(() => undefined);
      throw error;
    });
    const linkByName = readLinks(links);
    const dataInterface = interfaceOf(own.dataAddress, linkByName);
    return {
      problem: own.problem,
      trouble,
      dataMtu: own.dataMtu,
      dataPathPort: [...state.networks.values()][0]?.dataPathPort ?? 0,
      dataInterface,
      networks: wanted.map((network) => toldNetwork(network, own.dataAddress)),
      devices: new Map([...linkByName].map(([name, link]) => [name, { ...link, tunnelId: link.tunnel?.id }])),
      remotes: readRemotes(remotes),
      neighbours: readNeighbours(neighbours),
      rules: {
        told: expectedListing(balancingRules(state, nodeId, ports, wanted)),
        found: readListing(listing),
      },
      nameFailures: nameFailures(),
      settings: new Map(settings),
      routes: own.routes,
      offload: await this.#offload(dataInterface),
      trials: await trying,
      keyChange: this.#keyChange(state, tunnel),
    };
  }

  async #tryWays(
    state: NetworkState,
    wanted: readonly WantedNetwork[],
    signal: AbortSignal,
  ): Promise<readonly PeerTrial[]> {
    const { clock, random, exchange } = this.#modules;
    const ways = wanted.flatMap((network) => waysOver(network, state, this.#nodeId));
    return await tryWays(ways, { clock, random, exchange }, signal);
  }

  #keyChange(state: NetworkState, tunnel: TunnelPlace | undefined): DoctorFacts['keyChange'] {
    const change = tunnel?.keyChange;
    if (change === undefined) return undefined;
    const addressOf = (nodeId: string): string => state.peers.get(nodeId)?.dataAddress ?? '';
    return {
      ageMs: this.#modules.clock.nowMs() - change.madeAtMs,
      waitsFor: new Map(change.waitsFor.map((nodeId) => [nodeId, addressOf(nodeId)])),
    };
  }

  async #offload(dataInterface: string): Promise<DoctorFacts['offload']> {
    const { reader } = this.#modules;
    if (reader === undefined || dataInterface === '') return undefined;
    try {
      const driver = await reader.run('ethtool', ['-i', dataInterface]);
      return { driver, features: await reader.run('ethtool', ['-k', dataInterface]) };
    } catch {
      return undefined;
    }
  }
}

/** The question was on its way, and this node had other things to do. */
const CLOCK_DOUBT_MS = 1_000;

function toldNetwork(wanted: WantedNetwork, dataAddress: string): DoctorFacts['networks'][number] {
  const { network, bridge, vxlan, mtu, remotes, neighbours } = wanted;
  const { name, vxlanId: tunnelId, encrypted: isEncrypted } = network;
  return {
    name,
    isEncrypted,
    bridge,
    tunnel: vxlan,
    tunnelId,
    subnets: [network.subnet, network.subnet6].filter((subnet) => subnet !== ''),
    mtu,
    overheadBytes: isEncrypted ? encryptedOverhead(dataAddress) : vxlanOverhead(dataAddress),
    remotes,
    neighbours,
  };
}

/** To each other node that takes part in the network. */
function waysOver({ network, mtu }: WantedNetwork, state: NetworkState, ownId: string): readonly PeerWay[] {
  return [...state.endpoints.values()].filter(isGateway).flatMap(({ networkId, nodeId, address }) => {
    const dataAddress = state.peers.get(nodeId)?.dataAddress ?? '';
    if (networkId !== network.networkId || nodeId === ownId || dataAddress === '') return [];
    const { name, encrypted: isEncrypted } = network;
    return [{ network: name, peer: nodeId, dataAddress, gateway: address, mtu, isEncrypted }];
  });
}

function interfaceOf(address: string, linkByName: ReadonlyMap<string, FoundLink>): string {
  return [...linkByName.values()].find(({ addresses }) => addresses.includes(address))?.name ?? '';
}
