/**
 * One connection's share in overlay networks: joins the messages that belong together, hands them on in order, and
 * says to the managers what is in force. Holds up nothing else that the connection carries.
 */
import type { NetworkApplied, NetworkChanges } from '../proto/gen/dispatcher.js';
import type { NetworkSink } from './network-sink.js';

export interface NetworkLineModules {
  readonly sink: NetworkSink;
  readonly send: (applied: NetworkApplied) => void;
  /** The sink broke: only a new session, which begins with everything, can tell what it has. */
  readonly onFailure: (error: unknown) => void;
}

export class NetworkLine {
  readonly #modules: NetworkLineModules;
  #lastSequence = 0;
  /** What belongs together and is not complete yet. */
  #unfinished: NetworkChanges | undefined;
  /** Resolves when everything up to the newest message is in force. */
  #inForce = Promise.resolve();

  constructor(modules: NetworkLineModules) {
    this.#modules = modules;
  }

  /** Throws when the message does not follow the one before it. */
  take(changes: NetworkChanges): void {
    const { sequence, complete } = changes;
    const follows = this.#lastSequence === 0 ? complete : sequence === this.#lastSequence + 1;
    if (!follows) throw new Error(`network changes ${sequence} do not follow ${this.#lastSequence}`);
    this.#lastSequence = sequence;
    const joined =
      this.#unfinished === undefined || complete ? changes : joinedChanges(this.#unfinished, changes);
    this.#unfinished = changes.unfinished ? joined : undefined;
    if (!changes.unfinished) this.#apply(joined);
  }

  #apply(changes: NetworkChanges): void {
    const { sink, send, onFailure } = this.#modules;
    const before = this.#inForce;
    const inForce = Promise.all([before, sink.apply(changes)]).then(() =>
      send({ sequence: changes.sequence }),
    );
    this.#inForce = inForce;
    inForce.catch(onFailure);
  }
}

/** Two messages, one after the other, as one. No item is in both. */
function joinedChanges(one: NetworkChanges, other: NetworkChanges): NetworkChanges {
  return {
    complete: one.complete,
    sequence: other.sequence,
    unfinished: other.unfinished,
    networks: [...one.networks, ...other.networks],
    peers: [...one.peers, ...other.peers],
    endpoints: [...one.endpoints, ...other.endpoints],
    services: [...one.services, ...other.services],
    removedNetworks: [...one.removedNetworks, ...other.removedNetworks],
    removedPeers: [...one.removedPeers, ...other.removedPeers],
    removedEndpoints: [...one.removedEndpoints, ...other.removedEndpoints],
    removedServices: [...one.removedServices, ...other.removedServices],
  };
}
