/**
 * What a simulated node does with the traffic of overlay networks: puts in force what its agent is told, after a
 * while, or never while it is stuck. It outlives the agent, as a kernel does.
 */
import { NO_NETWORK_ROOMS, type NetworkRooms } from '../../agent/network-rooms.js';
import { SwarmError } from '../../proto/base/errors.js';
import type { Random } from '../../proto/base/random.js';
import type { AssignedTask, NetworkChanges, OverlayEndpoint } from '../../proto/gen/dispatcher.js';
import type { SimProcess } from './sim-process.js';

const LONGEST_APPLY_MS = 400;
const STUCK_LOOK_MS = 100;

interface State {
  readonly networkIds: ReadonlySet<string>;
  readonly endpoints: ReadonlyMap<string, OverlayEndpoint>;
}

const NOTHING: State = { networkIds: new Set(), endpoints: new Map() };

export class SimKernel {
  /** Nothing is put in force. */
  isStuck = false;
  readonly #random: Random;
  #inForce = NOTHING;

  constructor(modules: { readonly random: Random }) {
    this.#random = modules.random;
  }

  /** Whether it sends new traffic to the task. */
  sendsTo(taskId: string): boolean {
    for (const endpoint of this.#inForce.endpoints.values())
      if (endpoint.taskId === taskId && endpoint.serving) return true;
    return false;
  }

  /** The machine was without power. */
  powerCut(): void {
    this.#inForce = NOTHING;
  }

  /** What an agent's process brings what it is told to, and where its tasks wait for their networks. */
  roomsFor(process: SimProcess): NetworkRooms {
    let told = NOTHING;
    let before = Promise.resolve();
    const sink: NetworkRooms['sink'] = {
      apply: (changes) => {
        told = after(told, changes);
        const wanted = told;
        before = before.then(() => this.#putInForce(process, wanted));
        return before;
      },
    };
    return { ...NO_NETWORK_ROOMS, sink, taskNetworks: { ready: (task) => this.#ready(task) } };
  }

  #ready({ attachments }: AssignedTask): Promise<readonly []> {
    const missing = attachments.find(({ networkId }) => !this.#inForce.networkIds.has(networkId));
    if (missing === undefined) return Promise.resolve([]);
    const facts = { network: missing.networkId, reason: 'it is being set up' };
    return Promise.reject(new SwarmError('network.not-ready', facts));
  }

  async #putInForce(process: SimProcess, wanted: State): Promise<void> {
    await process.clock.sleep(Math.ceil(this.#random.fraction() * LONGEST_APPLY_MS));
    while (this.isStuck) await process.clock.sleep(STUCK_LOOK_MS);
    if (process.isAlive) this.#inForce = wanted;
  }
}

function after(told: State, changes: NetworkChanges): State {
  const before = changes.complete ? NOTHING : told;
  const networkIds = new Set(before.networkIds);
  for (const id of changes.removedNetworks) networkIds.delete(id);
  for (const { networkId } of changes.networks) networkIds.add(networkId);
  const endpoints = new Map(before.endpoints);
  for (const key of changes.removedEndpoints) endpoints.delete(key);
  for (const endpoint of changes.endpoints)
    endpoints.set(`${endpoint.networkId}/${endpoint.taskId || endpoint.nodeId}`, endpoint);
  return { networkIds, endpoints };
}
