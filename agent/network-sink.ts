/**
 * Where what the managers say of overlay networks goes. Whoever implements it brings the node's kernel and name
 * server to that state.
 */
import type { NetworkChanges } from '../proto/gen/dispatcher.js';

export interface NetworkSink {
  /**
   * Takes in a message, always a whole one (never unfinished), at once and in the order of the calls: it may put
   * several in force together. Resolves when the state up to and including this message is in force, however long
   * that takes; rejects only when the agent stops.
   */
  apply(changes: NetworkChanges): Promise<void>;
}

/** Of a node that takes part in no network: there is nothing to do. */
export const NO_NETWORKS: NetworkSink = { apply: () => Promise.resolve() };
