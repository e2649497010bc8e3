/**
 * Whether new tasks can start beside those they replace. A rule that allows only so many tasks of a service on
 * one node, a limit or a port of the host, leaves no room for one more when every node has its share.
 */
import type { Node, ServiceSpec } from '../gen/objects.js';
import { takesTasks } from './node.js';
import { suits } from './node-share.js';
import { isPerNode, replicasOf } from './service-mode.js';

/**
 * What keeps the nodes from taking one task more than there are replicas, or than so many tasks; undefined when
 * nothing does.
 */
export function obstacleToStartFirst(
  spec: ServiceSpec,
  nodes: Iterable<Node>,
  taskCount = replicasOf(spec),
): string | undefined {
  const { most, rule } = mostPerNode(spec);
  if (most === Number.POSITIVE_INFINITY) return undefined;
  if (isPerNode(spec)) return `${rule} leaves no room for a second task on a node`;
  let places = 0;
  for (const node of nodes) {
    if (takesTasks(node) && suits(spec, node)) places += most;
    if (places > taskCount) return undefined;
  }
  return `${rule} leaves no room for one task more than ${taskCount}`;
}

function mostPerNode(spec: ServiceSpec): { readonly most: number; readonly rule: string } {
  const isBound = (spec.endpoint?.ports ?? []).some(
    ({ publishMode, publishedPort }) => publishMode === 'host' && publishedPort !== 0,
  );
  if (isBound) return { most: 1, rule: 'a published port of the host' };
  const limit = spec.task?.placement?.maxReplicasPerNode ?? 0;
  return { most: limit === 0 ? Number.POSITIVE_INFINITY : limit, rule: 'replicas-max-per-node' };
}
