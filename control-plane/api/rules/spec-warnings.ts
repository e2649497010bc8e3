/**
 * What a caller is told of a spec that is right, and cannot be had as it stands with the nodes there are now.
 */
import type { Node, ServiceSpec } from '../../../proto/gen/objects.js';
import { obstacleToReplicas, obstacleToStartFirst } from '../../../proto/model/start-first.js';

export function specWarnings(spec: ServiceSpec | undefined, nodes: Iterable<Node>): readonly string[] {
  if (spec === undefined) return [];
  const present = [...nodes];
  const warnings: string[] = [];
  const shortage = obstacleToReplicas(spec, present);
  if (shortage !== undefined) warnings.push(`replicas: ${shortage}; until that changes, the others wait`);
  const isStartFirst = spec.update?.order === 'start-first' || spec.rollback?.order === 'start-first';
  const obstacle = isStartFirst ? obstacleToStartFirst(spec, present) : undefined;
  if (obstacle !== undefined)
    warnings.push(`start-first: ${obstacle}; until that changes, tasks are replaced stop-first`);
  return warnings;
}
