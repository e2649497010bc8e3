/**
 * What a simulated node does with the traffic of overlay networks: puts in force what its agent is told, after a
 * while, or never while it is stuck. It outlives the agent, as a kernel does.
 */
import { NO_NETWORK_ROOMS, type NetworkRooms } from '../../agent/network-rooms.js';
import type { NetworkSink } from '../../agent/network-sink.js';
import type { Random } from '../../proto/base/random.js';
import type { NetworkChanges, OverlayEndpoint } from '../../proto/gen/dispatcher.js';
import type { SimProcess } from './sim-process.js';

const LONGEST_APPLY_MS = 400;
const STUCK_LOOK_MS = 100;

type Endpoints = ReadonlyMap<string, OverlayEndpoint>;

export class SimKernel {
  /** Nothing is put in force. */
  isStuck = false;
  readonly #random: Random;
  #inForce: Endpoints = new Map();

  constructor(modules: { readonly random: Random }) {
    this.#random = modules.random;
  }

  /** Whether it sends new traffic to the task. */
  sendsTo(taskId: string): boolean {
    for (const endpoint of this.#inForce.values())
      if (endpoint.taskId === taskId && endpoint.serving) return true;
    return false;
  }

  /** The machine was without power. */
  powerCut(): void {
    this.#inForce = new Map();
  }

  /** Where an agent's process brings what it is told: networks stand at once, and what traffic follows a while later. */
  roomsFor(process: SimProcess): NetworkRooms {
    const taskNetworks = { ready: () => Promise.resolve([]) };
    return { ...NO_NETWORK_ROOMS, sink: this.#sinkFor(process), taskNetworks };
  }

  #sinkFor(process: SimProcess): NetworkSink {
    let told: Endpoints = new Map();
    let before = Promise.resolve();
    return {
      apply: (changes) => {
        told = after(told, changes);
        const wanted = told;
        before = before.then(() => this.#putInForce(process, wanted));
        return before;
      },
    };
  }

  async #putInForce(process: SimProcess, wanted: Endpoints): Promise<void> {
    await process.clock.sleep(Math.ceil(this.#random.fraction() * LONGEST_APPLY_MS));
    while (this.isStuck) await process.clock.sleep(STUCK_LOOK_MS);
    if (process.isAlive) this.#inForce = wanted;
  }
}

function after(told: Endpoints, changes: NetworkChanges): Endpoints {
  const next = new Map(changes.complete ? [] : told);
  for (const key of changes.removedEndpoints) next.delete(key);
  for (const endpoint of changes.endpoints)
    next.set(`${endpoint.networkId}/${endpoint.taskId || endpoint.nodeId}`, endpoint);
  return next;
}
