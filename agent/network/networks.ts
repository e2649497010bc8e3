/**
 * The overlay networks of this node: holds what the managers said of them, on disk too, and keeps engine and kernel as
 * they say. A pass follows every message; every few seconds, and whenever links change, what stands is compared with
 * what should, and mended. Losing every manager changes nothing; with the last network everything of it goes.
 */
import type { Clock } from '../../proto/base/clock.js';
import { SwarmError } from '../../proto/base/errors.js';
import type { Log } from '../../proto/base/log.js';
import type { Service } from '../../proto/base/service.js';
import type { AssignedTask, NetworkChanges } from '../../proto/gen/dispatcher.js';
import { EngineBridges } from './engine-bridges.js';
import type { EngineNetworks } from './engine-networks.js';
import type { Kernel } from './kernel.js';
import type { NameServer } from './name-server.js';
import type { NetworkFile } from './network-file.js';
import { LinkWatch } from './link-watch.js';
import { Overlay } from './overlay.js';
import type { PortHolder } from './port-holder.js';
import { ingressPorts } from './rules/backends.js';
import type { FoundLink } from './rules/found-links.js';
import { applyChanges, NO_NETWORKS, type NetworkState } from './rules/network-state.js';
import { type OwnPlace, type WantedNetwork, wantedNetworks } from './rules/wanted-networks.js';
import type { TunnelPlace } from './rules/wireguard.js';
import { type TaskNetwork, taskNetwork } from './rules/task-network.js';
import { SlowPart } from './slow-part.js';
import type { TaskNetworks } from './task-networks.js';
import type { Tunnels } from './tunnels.js';

/** How long what others changed may stay unnoticed; changes of links are noticed at once. */
const LOOK_AGAIN_MS = 4_000;
const FIRST_RETRY_MS = 200;
/** An engine that hangs holds up its own part only, and so do tunnels: traffic must follow the messages all the same. */
const ANSWERS_WITHIN_MS = 5_000;

export interface NodeNetworksOptions {
  readonly nodeId: string;
}

export interface NodeNetworksModules {
  readonly kernel: Kernel;
  readonly engine: EngineNetworks;
  readonly file: NetworkFile;
  readonly portHolder: PortHolder;
  readonly tunnels: Tunnels;
  /** Why this node cannot take part in encrypted networks, in words; empty while it can. */
  readonly tunnelProblem: () => string;
  /** Where the other nodes send the packets of this one's networks; empty while that is not known. */
  readonly dataPathAddress: () => Promise<string>;
  /** Told of every state before the kernel is; answers for names as it says. */
  readonly nameServer: Pick<NameServer, 'update'>;
  readonly clock: Clock;
  readonly log: Log;
}

export class NodeNetworks implements Service, TaskNetworks {
  readonly name = 'networks';
  readonly #options: NodeNetworksOptions;
  readonly #modules: NodeNetworksModules;
  readonly #overlay: Overlay;
  readonly #bridges: EngineBridges;
  readonly #engine: SlowPart;
  readonly #tunnels: SlowPart;
  readonly #links: LinkWatch;
  readonly #waiting = new Set<() => void>();
  #state: NetworkState = NO_NETWORKS;
  #loading: Promise<void> | undefined;
  /** Counts messages; what is in force is behind while a pass is under way, and what the engine has had its say on. */
  #revision = 1;
  #revisionInForce = 0;
  #revisionSettled = 0;
  #problem = '';
  /** Of encrypted networks only. */
  #tunnelProblem = '';
  /** Where their packets travel; the last one that was, while it cannot be brought up to date. */
  #tunnel: TunnelPlace | undefined;
  /** That is as it was brought in this pass; otherwise packets go by what may be left over from before. */
  #isTunnelNew = true;
  #portProblems: readonly string[] = [];
  #heldPorts: ReadonlySet<string> = new Set();
  #wake: AbortController | undefined;
  /** Aborted by the next message. */
  #told = new AbortController();
  #mayRest = false;
  /** Nothing of ours was left in the kernel, and nothing was put there since. */
  #isSwept = false;
  #lookedAtMs: number;
  #hasEnded = false;

  constructor(options: NodeNetworksOptions, modules: NodeNetworksModules) {
    this.#options = options;
    this.#modules = modules;
    const { kernel, engine, clock, log } = modules;
    this.#lookedAtMs = clock.monotonicMs();
    this.#overlay = new Overlay({ nodeId: options.nodeId }, { kernel, log });
    this.#bridges = new EngineBridges({ engine, log });
    const onLinks = (): void => {
      this.#overlay.distrustLinks();
      modules.tunnels.distrust();
      this.#wake?.abort();
    };
    const slow = (name: string): SlowPart =>
      new SlowPart({ name, withinMs: ANSWERS_WITHIN_MS }, { clock, log, onLateAnswer: onLinks });
    this.#engine = slow('the container engine');
    this.#tunnels = slow('WireGuard');
    this.#links = new LinkWatch({ kernel, clock, log, onChange: onLinks });
  }

  /** What keeps networks of this node from working, in words; empty when nothing does. */
  get problem(): string {
    const ofNetworks = [...this.#bridges.problems].map(
      ([networkId, reason]) => `network ${this.#state.networks.get(networkId)?.name ?? networkId}: ${reason}`,
    );
    const ofTunnels = this.#tunnelProblem === '' ? '' : `encrypted networks: ${this.#tunnelProblem}`;
    const general = [this.#problem, this.#engine.problem, ofTunnels].filter((each) => each !== '');
    return [...general, ...ofNetworks, ...this.#portProblems].join('; ');
  }

  /** What the managers said last, and the published ports whose sockets this node holds (by portKey). */
  get held(): {
    readonly state: NetworkState;
    readonly ports: ReadonlySet<string>;
    readonly tunnel: TunnelPlace | undefined;
  } {
    return { state: this.#state, ports: this.#heldPorts, tunnel: this.#tunnel };
  }

  /** What the managers said last, be it to an earlier process. */
  async told(): Promise<NetworkState> {
    await this.#load();
    return this.#state;
  }

  /** Resolves once this node sends traffic as the message says: names, rules and links. Messages come in order. */
  async apply(changes: NetworkChanges): Promise<void> {
    await this.#load();
    const { file, log } = this.#modules;
    this.#setState(applyChanges(this.#state, changes));
    this.#revision += 1;
    const revision = this.#revision;
    file.save(this.#state).catch((error: unknown) => {
      log.error('the networks cannot be written to disk', { file: file.path, error });
    });
    this.#told.abort();
    this.#wake?.abort();
    while (this.#revisionInForce < revision) {
      if (this.#hasEnded) throw new Error('this node stops before the networks are as told');
      await this.#nextPass();
    }
  }

  async ready(task: AssignedTask, signal: AbortSignal): Promise<readonly TaskNetwork[]> {
    if (task.attachments.length === 0) return [];
    const revision = this.#revision;
    while (this.#revisionSettled < revision && this.#problem === '' && this.#engine.problem === '') {
      signal.throwIfAborted();
      await this.#nextPass(signal);
    }
    return task.attachments.map((attachment) => {
      const { networkId } = attachment;
      const network = this.#state.networks.get(networkId);
      if (network === undefined) throw notReady(networkId, 'the managers have not told of it yet');
      if (network.encrypted && this.#tunnelProblem !== '') throw notReady(network.name, this.#tunnelProblem);
      const engineId = this.#bridges.engineIdOf(networkId);
      const reason = this.#bridges.problems.get(networkId) ?? this.#problem;
      const present = this.#engine.problem === '' ? 'it is being set up' : this.#engine.problem;
      if (reason !== '' || engineId === undefined)
        throw notReady(network.name, reason === '' ? present : reason);
      return taskNetwork(attachment, network, engineId);
    });
  }

  async run(signal: AbortSignal): Promise<void> {
    await this.#load();
    let retryMs = 0;
    try {
      while (!signal.aborted) {
        const wake = new AbortController();
        this.#wake = wake;
        const isDone = await this.#tryPass();
        retryMs = isDone ? 0 : Math.min(Math.max(FIRST_RETRY_MS, retryMs * 2), LOOK_AGAIN_MS);
        // While there are networks, changes of links are heard of.
        if (this.#state.networks.size > 0) this.#links.watch(signal);
        else this.#links.end();
        await this.#rest(retryMs, AbortSignal.any([signal, wake.signal]));
        await this.#lookAgain(signal);
      }
    } finally {
      this.#links.end();
      this.#modules.portHolder.releaseAll();
      this.#hasEnded = true;
      this.#notify();
    }
  }

  async #tryPass(): Promise<boolean> {
    const revision = this.#revision;
    this.#told = new AbortController();
    try {
      const isDone = await this.#pass(revision);
      if (this.#problem !== '') this.#modules.log.info('overlay networks work again');
      this.#problem = '';
      this.#setInForce(revision);
      if (!this.#engine.isBusy) this.#revisionSettled = revision;
      return isDone;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== this.#problem) this.#modules.log.warn('overlay networks cannot be set up', { reason });
      this.#problem = reason;
      return false;
    } finally {
      this.#notify();
    }
  }

  #setInForce(revision: number): void {
    this.#revisionInForce = revision;
    this.#notify();
  }

  #notify(): void {
    for (const listener of this.#waiting) listener();
  }

  /** True: all is as it should be. Rejects when the kernel does not do what the state says. */
  async #pass(revision: number): Promise<boolean> {
    const state = this.#state;
    const hasNetworks = state.networks.size > 0;
    const { held, problems } = await this.#modules.portHolder.hold(ingressPorts(state));
    for (const problem of problems)
      if (!this.#portProblems.includes(problem)) this.#modules.log.warn('a port is not served', { problem });
    this.#portProblems = problems;
    this.#heldPorts = held;
    if (hasNetworks) await this.#bring(state, held, revision);
    else if (!this.#isSwept) await this.#sweep(state, held);
    const wanted = new Set(state.networks.keys());
    const others = await this.#engine.ask(() => this.#bridges.removeOthers(wanted), this.#told.signal);
    // An engine that is away changes nothing: on a node that has none, the kernel is looked at once.
    const wereOthers = others === 'removed' || others === 'attached';
    if (hasNetworks || wereOthers) this.#isSwept = false;
    if (wereOthers) this.#overlay.distrustLinks();
    this.#mayRest = this.#isSwept && others === 'none';
    const areGone = others === 'none' || others === 'removed';
    return areGone && this.#bridges.problems.size === 0 && this.#tunnelProblem === '';
  }

  /** Of a node without networks: what it had in the kernel goes. */
  async #sweep(state: NetworkState, held: ReadonlySet<string>): Promise<void> {
    this.#tunnelProblem = '';
    // Without the tools nothing of ours can stand; such a node needs none of them.
    this.#isSwept = await this.#overlay.isClean().catch(() => true);
    if (!this.#isSwept) await this.#overlay.bring({ state, networks: [], standing: new Set(), held });
  }

  async #bring(state: NetworkState, held: ReadonlySet<string>, revision: number): Promise<void> {
    const { nodeId } = this.#options;
    const place = ownPlace(nodeId, await this.#modules.dataPathAddress(), await this.#overlay.links());
    const own = { ...place, tunnel: await this.#bringTunnel(state, place) };
    const networks = wantedNetworks(state, own);
    const bring = async (): Promise<ReadonlySet<string>> => {
      const standing = await this.#standing(networks);
      await this.#overlay.bring({ state, networks, standing, held });
      return standing;
    };
    try {
      // Traffic follows at once, be the engine slow or not; networks that are new have none yet.
      const stood = await bring();
      if (stood.size === networks.length) this.#setInForce(revision);
      const isMade = await this.#engine.ask(() => this.#bridges.ensure(networks), this.#told.signal);
      if (isMade === true) this.#overlay.distrustLinks();
      const standing = await this.#standing(networks);
      if (isMade === true || standing.size !== stood.size) await bring();
    } finally {
      // Whatever else is refused: a node that is gone has no place in the tunnels.
      if (this.#isTunnelNew && (await this.#modules.tunnels.tidy())) this.#overlay.distrustLinks();
    }
  }

  /** Ids of those that there is a bridge for. While the engine is away, what stands goes on. */
  async #standing(networks: readonly WantedNetwork[]): Promise<ReadonlySet<string>> {
    const linkByName = await this.#overlay.links();
    const standing = networks.filter(
      ({ bridge, network }) =>
        linkByName.has(bridge) || this.#bridges.engineIdOf(network.networkId) !== undefined,
    );
    return new Set(standing.map(({ network }) => network.networkId));
  }

  /** What keeps tunnels from working is no problem of the networks that need none. */
  async #bringTunnel(state: NetworkState, own: OwnPlace): Promise<TunnelPlace | undefined> {
    const { tunnels, tunnelProblem, log } = this.#modules;
    let problem = '';
    const isWanted = [...state.networks.values()].some(({ encrypted }) => encrypted);
    this.#isTunnelNew = !isWanted;
    if (!isWanted) this.#tunnel = undefined;
    else
      try {
        problem = tunnelProblem();
        if (problem === '') {
          const links = await this.#overlay.links();
          const brought = await this.#tunnels.ask(() => tunnels.bring(state, own, links), this.#told.signal);
          this.#isTunnelNew = brought !== undefined;
          this.#tunnel = brought?.place ?? (this.#tunnel && { ...this.#tunnel, keyChange: undefined });
          if (brought?.isChanged === true) this.#overlay.distrustLinks();
          if (brought === undefined) problem = this.#tunnels.problem || this.#tunnelProblem;
        }
      } catch (error) {
        problem = error instanceof Error ? error.message : String(error);
      }
    if (problem !== '' && problem !== this.#tunnelProblem)
      log.warn('encrypted networks cannot be set up', { reason: problem });
    this.#tunnelProblem = problem;
    return this.#tunnel;
  }

  /** Until there is something to do: at once when told, otherwise to look whether all is still as it should be. */
  async #rest(retryMs: number, either: AbortSignal): Promise<void> {
    const { clock } = this.#modules;
    const mayRest = this.#mayRest && retryMs === 0;
    const untilLookMs = Math.max(0, Math.ceil(this.#lookedAtMs + LOOK_AGAIN_MS - clock.monotonicMs()));
    await clock.sleep(mayRest ? Infinity : retryMs || untilLookMs, either).catch(() => undefined);
  }

  /**
   * Where the last look is long ago; messages go first, but not for ever: where something is to be done again and
   * again, what stands is looked at all the same.
   */
  async #lookAgain(signal: AbortSignal): Promise<void> {
    const nowMs = this.#modules.clock.monotonicMs();
    const overdueMs = nowMs - this.#lookedAtMs - LOOK_AGAIN_MS;
    if (signal.aborted || overdueMs < 0) return;
    const isUrgent = overdueMs >= LOOK_AGAIN_MS;
    const unlessTold = isUrgent ? signal : AbortSignal.any([signal, this.#told.signal]);
    // A node without networks reads nothing before it has to.
    if (this.#state.networks.size === 0) this.#overlay.distrust();
    else if (!(await this.#overlay.look(unlessTold))) return;
    this.#lookedAtMs = nowMs;
    this.#modules.tunnels.distrust();
    this.#bridges.distrust();
  }

  #load(): Promise<void> {
    this.#loading ??= this.#readFile();
    return this.#loading;
  }

  async #readFile(): Promise<void> {
    const { file, log } = this.#modules;
    const { state, isDamaged } = await file.read();
    if (isDamaged)
      log.error('the file of networks is damaged; the managers tell of them anew', { file: file.path });
    this.#setState(state);
    this.#overlay.remember(state);
  }

  #setState(state: NetworkState): void {
    this.#state = state;
    this.#modules.nameServer.update(state);
  }

  /** Resolves after the pass that is under way, or the next one; rejects when the signal aborts. */
  async #nextPass(signal?: AbortSignal): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const settle = (): void => {
        this.#waiting.delete(settle);
        signal?.removeEventListener('abort', settle);
        if (signal?.aborted === true) reject(signal.reason);
        else resolve();
      };
      this.#waiting.add(settle);
      signal?.addEventListener('abort', settle, { once: true });
    });
  }
}

/** Everything of every network, from engine and kernel: for a node that leaves its cluster and has no containers left. */
export async function removeNetworks(
  modules: Pick<NodeNetworksModules, 'kernel' | 'engine' | 'log'>,
): Promise<void> {
  await new EngineBridges(modules).removeOthers(new Set());
  const overlay = new Overlay({ nodeId: '' }, modules);
  if (await overlay.isClean().catch(() => true)) return;
  await overlay.bring({ state: NO_NETWORKS, networks: [], standing: new Set(), held: new Set() });
}

function ownPlace(nodeId: string, dataAddress: string, linkByName: ReadonlyMap<string, FoundLink>): OwnPlace {
  const link = [...linkByName.values()].find(({ addresses }) => addresses.includes(dataAddress));
  if (link === undefined) {
    const problem = dataAddress === '' ? 'is not known' : `${dataAddress} is that of no interface`;
    throw new Error(`the data path address of this node ${problem}`);
  }
  return { nodeId, dataAddress, dataMtu: link.mtu };
}

function notReady(network: string, reason: string): SwarmError {
  return new SwarmError('network.not-ready', { network, reason });
}
