/**
 * Plugs a task's container into the networks that its making left out, and knows what the engine can do at once.
 */
import type { TaskNetwork } from '../../network/rules/task-network.js';
import type { Engine } from './engine.js';
import { endpointRequest, hasFullNetworking, missingNetworks } from './rules/container-networks.js';
import type { Inspection } from './rules/container-state.js';

/** Whether the engine takes all networks of a container at its creation. */
export async function canConnectAll(engine: Engine): Promise<boolean> {
  const { ApiVersion } = await engine.call((docker) => docker.version());
  return hasFullNetworking(ApiVersion);
}

/** Before the container's start; those that it is connected to are left alone. */
export async function connectMissing(
  engine: Engine,
  seen: Inspection,
  networks: readonly TaskNetwork[],
): Promise<void> {
  if (networks.length === 0) return;
  const missing = missingNetworks(seen, networks);
  if (missing.length === 0) return;
  const isFull = await canConnectAll(engine);
  for (const network of missing) {
    const request = { Container: seen.Id, EndpointConfig: endpointRequest(network, isFull) };
    await engine.call((docker) => docker.getNetwork(network.engineId).connect(request));
  }
}
