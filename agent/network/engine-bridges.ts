/**
 * Keeps an engine network for each overlay network of the node, and none besides. Remembers the engine's answer
 * until it is in doubt. One that cannot be made or removed is a problem of that network only.
 */
import type { Log } from '../../proto/base/log.js';
import type { OverlayNetwork } from '../../proto/gen/dispatcher.js';
import type { EngineNetwork, EngineNetworks } from './engine-networks.js';
import { engineNameOf, NETWORK_ID_LABEL } from './rules/network-names.js';
import type { WantedNetwork } from './rules/wanted-networks.js';

export interface EngineBridgesModules {
  readonly engine: EngineNetworks;
  readonly log: Log;
}

/**
 * What came of removing networks that are wanted no more: there were none; all of them are gone; containers are still
 * attached to some; or the engine does not say.
 */
export type OthersRemoved = 'none' | 'removed' | 'attached' | 'unknown';

export class EngineBridges {
  readonly #engine: EngineNetworks;
  readonly #log: Log;
  /** As the engine said last; kept while it is away. */
  #listed: readonly EngineNetwork[] = [];
  #isTrusted = false;
  /** Network id → why it has none, in words. */
  readonly #problemById = new Map<string, string>();

  constructor({ engine, log }: EngineBridgesModules) {
    this.#engine = engine;
    this.#log = log;
  }

  get problems(): ReadonlyMap<string, string> {
    return this.#problemById;
  }

  /** Somebody else may have changed the engine's networks. */
  distrust(): void {
    this.#isTrusted = false;
  }

  /** The engine's id of the network, once it has one. */
  engineIdOf(networkId: string): string | undefined {
    return this.#listed.find((each) => each.networkId === networkId)?.engineId;
  }

  /** Makes what is missing; says whether anything was made. */
  async ensure(wanted: readonly WantedNetwork[]): Promise<boolean> {
    this.#problemById.clear();
    let isChanged = false;
    for (const each of wanted) {
      try {
        if (await this.#ensureOne(each)) isChanged = true;
      } catch (error) {
        this.#isTrusted = false;
        this.#problemById.set(each.network.networkId, reasonOf(error));
      }
    }
    return isChanged;
  }

  /** Removes networks that are wanted no more, but for those that containers are attached to. */
  async removeOthers(networkIds: ReadonlySet<string>): Promise<OthersRemoved> {
    try {
      const extra = (await this.#list()).filter((each, at, all) => {
        const isTwin = all.findIndex(({ networkId }) => networkId === each.networkId) !== at;
        return !networkIds.has(each.networkId) || isTwin;
      });
      let removed: OthersRemoved = extra.length === 0 ? 'none' : 'removed';
      for (const network of extra) if (!(await this.#remove(network))) removed = 'attached';
      return removed;
    } catch (error) {
      this.#isTrusted = false;
      this.#log.debug('networks that are not needed any more are not removed yet', { error });
      return 'unknown';
    }
  }

  async #ensureOne(wanted: WantedNetwork): Promise<boolean> {
    const { network, bridge, mtu } = wanted;
    const { networkId, name, subnet, gateway, subnet6, gateway6 } = network;
    const { range, range6 } = rangesOf(network);
    const found = (await this.#list()).find((each) => each.networkId === networkId);
    const isLike = found?.subnet === subnet && found.gateway === gateway;
    if (isLike && found.range === range && found.range6 === range6) return false;
    const isInUse = found !== undefined && !(await this.#remove(found));
    // It had no block until now; it gets it when nobody is on it. Tasks need none.
    if (isInUse && isLike) return false;
    if (isInUse)
      throw new Error(
        `containers on this node are still attached to an earlier form of it (${found.gateway})`,
      );
    const labels = { ...network.labels, [NETWORK_ID_LABEL]: networkId };
    const request = {
      networkId,
      name: engineNameOf(network),
      bridge,
      subnet,
      gateway,
      subnet6,
      gateway6,
      range,
      range6,
      mtu,
      labels,
    };
    const engineId = await this.#engine.create(request);
    this.#listed = [...this.#listed, { engineId, networkId, subnet, gateway, range, range6 }];
    this.#log.info('network made', { network: name, networkId, bridge, mtu });
    return true;
  }

  async #remove(network: EngineNetwork): Promise<boolean> {
    const isGone = await this.#engine.remove(network.engineId);
    if (!isGone) return false;
    this.#listed = this.#listed.filter(({ engineId }) => engineId !== network.engineId);
    this.#log.info('network removed', { networkId: network.networkId });
    return true;
  }

  async #list(): Promise<readonly EngineNetwork[]> {
    if (!this.#isTrusted) this.#listed = await this.#engine.list();
    this.#isTrusted = true;
    return this.#listed;
  }
}

/**
 * Where containers that are no tasks get their addresses: from the node's block; where it has none from nothing but
 * the gateway's, so that the engine refuses them and never gives an address that is somebody else's.
 */
function rangesOf({ attachable, gateway, gateway6, block, block6 }: OverlayNetwork): {
  readonly range: string;
  readonly range6: string;
} {
  if (!attachable) return { range: '', range6: '' };
  if (block !== '') return { range: block, range6: block6 };
  return { range: `${gateway}/32`, range6: gateway6 === '' ? '' : `${gateway6}/128` };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
