/**
 * Whether the nodes have places for the tasks of a service, and for new ones beside those they replace. A rule
 * that allows only so many of them on one node, a limit or a port of the host, leaves no room for one more when
 * every node has its share.
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
  if (placesOn(spec, most, nodes, taskCount + 1) > taskCount) return undefined;
  return `${rule} leaves no room for one task more than ${taskCount}`;
}

/** What keeps the nodes from taking all replicas; undefined when nothing of that kind does. */
export function obstacleToReplicas(spec: ServiceSpec, nodes: Iterable<Node>): string | undefined {
  const { most, rule } = mostPerNode(spec);
  const replicas = replicasOf(spec);
  const places = placesOn(spec, most, nodes, replicas);
  return places >= replicas ? undefined : `${rule} leaves room for ${places} of ${replicas} tasks`;
}

/** Counted up to `enough`. */
function placesOn(spec: ServiceSpec, most: number, nodes: Iterable<Node>, enough: number): number {
  if (most === Number.POSITIVE_INFINITY) return enough;
  let places = 0;
  for (const node of nodes) {
    if (places >= enough) break;
    if (takesTasks(node) && suits(spec, node)) places += most;
  }
  return Math.min(places, enough);
}

function mostPerNode(spec: ServiceSpec): { readonly most: number; readonly rule: string } {
  const isBound = (spec.endpoint?.ports ?? []).some(
    ({ publishMode, publishedPort }) => publishMode === 'host' && publishedPort !== 0,
  );
  if (isBound) return { most: 1, rule: 'a published port of the host' };
  const limit = spec.task?.placement?.maxReplicasPerNode ?? 0;
  return { most: limit === 0 ? Number.POSITIVE_INFINITY : limit, rule: 'replicas-max-per-node' };
}
