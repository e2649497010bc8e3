/**
 * Brings what stands in the kernel to what should stand: links, who is where, rules, routes and settings. Remembers what
 * it found and what it did, so that a change costs only its difference; whoever doubts that says so (`distrust`),
 * and the next pass reads everything anew. Deciding is done in rules/; when to do it is networks.ts's work.
 */
import type { Log } from '../../proto/base/log.js';
import { unlessAborted } from '../../proto/base/service.js';
import type { Kernel } from './kernel.js';
import { balancingRules } from './rules/balancing.js';
import { ingressPorts, portKey, publishedPorts, virtualAddresses } from './rules/backends.js';
import { clientRoutes, type FoundRoutes, planClientRoutes, readRoutes } from './rules/client-routes.js';
import { connectionsToForget, type Targets } from './rules/connections.js';
import {
  afterForwarding,
  type FoundForwarding,
  forwardingRules,
  forwardingText,
  readForwarding,
} from './rules/forwarding.js';
import {
  type FoundLink,
  type FoundOverlay,
  portsOf,
  readLinks,
  readNeighbours,
  readRemotes,
} from './rules/found-links.js';
import { isOurBridge, isOurVxlan, isOurWireGuard } from './rules/network-names.js';
import { hasIpv6, type NetworkState } from './rules/network-state.js';
import { afterPlan, planOverlay, withoutPaused } from './rules/overlay-plan.js';
import {
  differenceText,
  EMPTY_RULESET,
  expectedListing,
  fullText,
  isComparable,
  isEmpty,
  isSameListing,
  readListing,
  type Ruleset,
} from './rules/ruleset.js';
import { BRIDGE_FILTER, wantedSettings } from './rules/settings.js';
import type { WantedNetwork } from './rules/wanted-networks.js';

export interface OverlayModules {
  readonly kernel: Kernel;
  readonly log: Log;
}

export interface OverlayTarget {
  readonly state: NetworkState;
  /** What stands of those in the state that are not among them stays as it is. */
  readonly networks: readonly WantedNetwork[];
  /** Ids of those whose engine network is there; the others have to wait for it. */
  readonly standing: ReadonlySet<string>;
  /** Ports whose sockets this node holds, by portKey. */
  readonly held: ReadonlySet<string>;
}

interface Found {
  /** Read since the last pass, not merely remembered. */
  readonly isFresh: boolean;
  readonly overlay: FoundOverlay;
  readonly ruleset: Ruleset;
  readonly routes: Readonly<Record<4 | 6, FoundRoutes>>;
  readonly forwarding: Readonly<Record<4 | 6, FoundForwarding>>;
}

const NO_ROUTES: FoundRoutes = { ruleMarks: new Set(), routes: new Map() };

export class Overlay {
  readonly #nodeId: string;
  readonly #kernel: Kernel;
  readonly #log: Log;
  #found: Found | undefined;
  #haveLinksChanged = false;
  /** What was put into the kernel last; a listing is compared with it. */
  #ruleset: Ruleset = EMPTY_RULESET;
  #targets: Targets | undefined;
  /** Port → bridge, as they were seen last: a bridge that somebody removed is plugged together again. */
  #bridgeByPort: ReadonlyMap<string, string> = new Map();

  constructor(options: { readonly nodeId: string }, { kernel, log }: OverlayModules) {
    this.#nodeId = options.nodeId;
    this.#kernel = kernel;
    this.#log = log;
  }

  /** What an earlier process of this node sent traffic to: flows to what is gone since are forgotten. */
  remember(state: NetworkState): void {
    const held = new Set(ingressPorts(state).map(portKey));
    this.#targets = { addresses: virtualAddresses(state), ports: publishedPorts(state, held) };
  }

  /** Something else may have changed what stands: it is read anew by the next pass. */
  distrust(): void {
    this.#found = undefined;
  }

  /** Something else may have changed what stands: reads it anew. Unless the signal aborts before that is done; says so. */
  async look(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false;
    const haveLinksChanged = this.#haveLinksChanged;
    this.#haveLinksChanged = false;
    try {
      const found = await unlessAborted(this.#read(), signal);
      if (found === undefined) this.#haveLinksChanged ||= haveLinksChanged;
      else this.#found = found;
      return found !== undefined;
    } catch {
      // The next pass tries again, and says why not.
      this.#found = undefined;
      return true;
    }
  }

  /** Links came or went. */
  distrustLinks(): void {
    this.#haveLinksChanged = true;
  }

  /** The links of this node, read anew where they are in doubt. */
  async links(): Promise<ReadonlyMap<string, FoundLink>> {
    if (this.#found === undefined) this.#found = await this.#read();
    else if (this.#haveLinksChanged) await this.#readLinksAgain(this.#found);
    this.#haveLinksChanged = false;
    return this.#found.overlay.linkByName;
  }

  /** Whether nothing of ours stands, whoever put it there: a pass that was cut short may have left rules only. */
  async isClean(): Promise<boolean> {
    const links = await this.links();
    const found = this.#found;
    const isLeft = [...links.values()].some(
      (link) => isOurVxlan(link.name) || isOurBridge(link.name) || isOurWireGuard(link),
    );
    if (isLeft || found === undefined) return !isLeft;
    const { ruleset, routes, forwarding } = found;
    const isWithout = ([4, 6] as const).every(
      (family) =>
        !forwarding[family].some(({ hasChain }) => hasChain) &&
        routes[family].ruleMarks.size === 0 &&
        routes[family].routes.size === 0,
    );
    return isEmpty(ruleset) && isWithout;
  }

  /** After it resolves the kernel does all of it; after a rejection some of it, and it is to be repeated. */
  async bring(target: OverlayTarget): Promise<void> {
    await this.links();
    const found = this.#found;
    if (found === undefined) return;
    // Whatever fails half-way, what was found is no longer true.
    this.#found = undefined;
    const { state, held } = target;
    const networks = target.networks.filter(({ network }) => target.standing.has(network.networkId));
    const ids = new Set(target.networks.map(({ network }) => network.networkId));
    const paused = [...state.networks.keys()].filter((id) => !ids.has(id));
    const seen = withoutPaused(found.overlay, paused);
    const plan = planOverlay(target.networks, target.standing, seen, this.#bridgeByPort);
    // One line that is refused keeps neither the others nor the rules back.
    const refusals: unknown[] = [];
    const tryAll = async (batch: Promise<void>): Promise<void> =>
      await batch.catch((error: unknown) => void refusals.push(error));
    await tryAll(this.#kernel.runIp(plan.links));
    await this.#kernel.runIp(plan.ports).catch((error: unknown) => {
      this.#log.debug('a container went while its network was set up', { error });
    });
    await tryAll(this.#kernel.runBridge(plan.addRemotes));
    await tryAll(this.#kernel.runIp(plan.addNeighbours));
    if (plan.links.length + plan.ports.length > 0) this.#haveLinksChanged = true;
    if (found.isFresh || plan.links.length > 0) await this.#applySettings(state, networks, found);
    const ruleset = balancingRules(state, this.#nodeId, held, networks);
    await this.#applyRuleset(found.ruleset, ruleset);
    await this.#forgetConnections(state, held);
    const routes = await this.#applyRoutes(state, networks, found.routes);
    const forwarding = await this.#applyForwarding(state, found.forwarding);
    await tryAll(this.#kernel.runIp(plan.removeNeighbours));
    await tryAll(this.#kernel.runBridge(plan.removeRemotes));
    await tryAll(this.#kernel.runIp(plan.forgetLearnt));
    if (refusals.length > 0) throw refusals[0];
    // What is remembered leaves them out: it is read anew.
    if (paused.length > 0) return;
    this.#found = {
      isFresh: false,
      overlay: afterPlan(networks, found.overlay),
      ruleset,
      routes,
      forwarding,
    };
  }

  async #read(): Promise<Found> {
    const kernel = this.#kernel;
    const [links, remotes, neighbours, listing, ipv4, ipv6, filter4, filter6] = await Promise.all([
      kernel.links(),
      kernel.remotes(),
      kernel.neighbours(),
      kernel.ruleset(),
      kernel.routes(4),
      kernel.routes(6).catch(() => ({ rules: [], routes: [] })),
      kernel.filter(4),
      // A host without IPv6 may lack the command.
      kernel.filter(6).catch(() => ''),
    ]);
    const linkByName = readLinks(links);
    this.#rememberPorts(linkByName);
    return {
      isFresh: true,
      overlay: { linkByName, remotes: readRemotes(remotes), neighbours: readNeighbours(neighbours) },
      ruleset: this.#judge(listing),
      routes: { 4: readRoutes(ipv4.rules, ipv4.routes), 6: readRoutes(ipv6.rules, ipv6.routes) },
      forwarding: { 4: readForwarding(filter4), 6: readForwarding(filter6) },
    };
  }

  async #readLinksAgain(found: Found): Promise<void> {
    const linkByName = readLinks(await this.#kernel.links());
    this.#rememberPorts(linkByName);
    // A device that went took its entries and routes with it; one that was made again has none, either.
    const isIntact = [...found.overlay.linkByName.values()].every(
      ({ name, index }) => !(isOurVxlan(name) || isOurBridge(name)) || linkByName.get(name)?.index === index,
    );
    if (!isIntact) this.#found = await this.#read();
    else this.#found = { ...found, isFresh: true, overlay: { ...found.overlay, linkByName } };
  }

  /** What was put there if it still is; otherwise something that is like nothing, so that all of it is replaced. */
  #judge(listing: unknown): Ruleset {
    const found = readListing(listing);
    if (found === undefined) return EMPTY_RULESET;
    if (!isEmpty(this.#ruleset) && isSameListing(expectedListing(this.#ruleset), found)) return this.#ruleset;
    return UNKNOWN_RULESET;
  }

  async #applyRuleset(found: Ruleset, wanted: Ruleset): Promise<void> {
    if (isEmpty(wanted) && isEmpty(found)) return;
    const isDifference = !isEmpty(wanted) && isComparable(found, wanted);
    if (!isDifference) this.#log.info('packet filter rules are put in place', { chains: wanted.chains.size });
    await this.#kernel.loadRuleset(isDifference ? differenceText(found, wanted) : fullText(wanted));
    this.#ruleset = wanted;
  }

  async #forgetConnections(state: NetworkState, held: ReadonlySet<string>): Promise<void> {
    const before = this.#targets;
    const after = { addresses: virtualAddresses(state), ports: publishedPorts(state, held) };
    this.#targets = after;
    if (before === undefined) return;
    for (const filter of connectionsToForget(before, after)) {
      // Not worth a failed pass: the flow only lasts longer.
      await this.#kernel.forgetConnections(filter).catch((error: unknown) => {
        this.#log.warn('UDP flows to a backend that is gone may last', { error });
      });
    }
  }

  async #applyRoutes(
    state: NetworkState,
    networks: readonly WantedNetwork[],
    found: Found['routes'],
  ): Promise<Found['routes']> {
    const standing = new Set(networks.map(({ bridge }) => bridge));
    const wanted = clientRoutes(state, this.#nodeId).filter(({ bridge }) => standing.has(bridge));
    const has6 = wanted.some(({ gateway6 }) => gateway6 !== '') || found[6].ruleMarks.size > 0;
    await this.#kernel.runIp(planClientRoutes(wanted, 4, found[4]), 4);
    if (has6) await this.#kernel.runIp(planClientRoutes(wanted, 6, found[6]), 6);
    const after = (gatewayOf: (route: (typeof wanted)[number]) => string): FoundRoutes => {
      const set = wanted.filter((route) => gatewayOf(route) !== '');
      return {
        ruleMarks: new Set(set.map(({ mark }) => mark)),
        routes: new Map(set.map((route) => [route.mark, `${gatewayOf(route)} ${route.bridge}`])),
      };
    };
    return { 4: after(({ gateway }) => gateway), 6: has6 ? after(({ gateway6 }) => gateway6) : NO_ROUTES };
  }

  async #applyForwarding(state: NetworkState, found: Found['forwarding']): Promise<Found['forwarding']> {
    const rules = { 4: forwardingRules(state, 4), 6: hasIpv6(state) ? forwardingRules(state, 6) : [] };
    await this.#kernel.loadFilter(forwardingText(rules[4], found[4]), 4);
    await this.#kernel.loadFilter(forwardingText(rules[6], found[6]), 6);
    return { 4: afterForwarding(rules[4], found[4]), 6: afterForwarding(rules[6], found[6]) };
  }

  async #applySettings(state: NetworkState, networks: readonly WantedNetwork[], found: Found): Promise<void> {
    const standing = networks.filter(({ bridge }) => found.overlay.linkByName.has(bridge));
    for (const { name, values } of wantedSettings(state, new Set(standing.map(({ bridge }) => bridge)))) {
      let value = await this.#kernel.setting(name);
      if (value === undefined && name === BRIDGE_FILTER) {
        await this.#kernel.loadModule('br_netfilter');
        value = await this.#kernel.setting(name);
      }
      if (value === undefined) throw new Error(`this kernel has no setting ${name}`);
      if (values.includes(value)) continue;
      this.#log.info('setting of the kernel changed', { setting: name, from: value, to: values[0] });
      await this.#kernel.setSetting(name, values[0]);
    }
  }

  #rememberPorts(linkByName: ReadonlyMap<string, FoundLink>): void {
    const seen = portsOf(linkByName).map(({ name, master }): [string, string] => [name, master]);
    const former = [...this.#bridgeByPort].filter(([name]) => linkByName.get(name)?.master === '');
    this.#bridgeByPort = new Map([...former, ...seen]);
  }
}

/** Like no table of ours. */
const UNKNOWN_RULESET: Ruleset = { chains: new Map([['unknown', { hook: '', rules: [] }]]), maps: new Map() };
