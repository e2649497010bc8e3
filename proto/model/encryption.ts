/**
 * What encrypted networks ask of nodes: which services need a node that can encrypt, and why one cannot.
 */
import type { Network, Node, ServiceSpec } from '../gen/objects.js';
import { usesIngress } from './network.js';
import { networkProblem } from './plugin.js';

/** Whether tasks of the spec are on one of these networks that is encrypted, be it that of published ports. */
export function needsEncryption(spec: ServiceSpec, networks: Iterable<Network>): boolean {
  const ids = new Set(spec.task?.networks.map(({ networkId }) => networkId));
  for (const { id, spec: network } of networks)
    if (network?.encrypted === true && (ids.has(id) || (network.ingress && usesIngress(spec)))) return true;
  return false;
}

/**
 * Why the node cannot take part in encrypted networks though it takes part in others; empty while it can. One that has
 * told of no key knows nothing of encryption, and would send in the clear what must not be.
 */
export function encryptionProblem({ description }: Node): string {
  if (networkProblem(description) !== '') return '';
  const { tunnelProblem = '', tunnelKeys = [] } = description?.networking ?? {};
  if (tunnelProblem !== '' || tunnelKeys.length > 0) return tunnelProblem;
  return 'its swarmd knows no encrypted networks: update it';
}
