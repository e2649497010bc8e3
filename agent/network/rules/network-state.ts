/**
 * What the node holds of its overlay networks, as the dispatcher told it: the one shape in which the parts of this
 * room are handed it. A new object for each change.
 */
import type { OverlayEndpoint, OverlayNetwork, OverlayService } from '../../../proto/gen/dispatcher.js';

export interface NetworkState {
  readonly networks: readonly OverlayNetwork[];
  readonly endpoints: readonly OverlayEndpoint[];
  readonly services: readonly OverlayService[];
}

export const NO_NETWORKS: NetworkState = { networks: [], endpoints: [], services: [] };
