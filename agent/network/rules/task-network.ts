/**
 * What a runtime must know to put a container on an overlay network: the task's attachment, with what follows from
 * the network as it stands on this node. Pure.
 */
import type { OverlayNetwork } from '../../../proto/gen/dispatcher.js';
import type { NetworkAttachment } from '../../../proto/gen/objects.js';
import { hardwareAddressOf } from '../../../proto/model/network.js';

export interface TaskNetwork {
  /** The engine's id of its own network for it. */
  readonly engineId: string;
  readonly address: string;
  /** Empty where the network has none. */
  readonly address6: string;
  readonly hardwareAddress: string;
  /** The node's own address on it: where its tasks ask for names. */
  readonly gateway: string;
}

export function taskNetwork(
  { address, address6 }: NetworkAttachment,
  { gateway }: OverlayNetwork,
  engineId: string,
): TaskNetwork {
  return { engineId, address, address6, hardwareAddress: hardwareAddressOf(address), gateway };
}
