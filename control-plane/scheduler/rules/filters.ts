/**
 * Each filter: a name, yes or no for one node, and the words for the nodes that said no. The order is
 * fixed: the first filter that fails is the one that counts.
 */
import { matchesConstraints } from '../../../proto/model/constraint.js';
import { encryptionProblem } from '../../../proto/model/encryption.js';
import { isSameHostPort } from '../../../proto/model/endpoint-spec.js';
import { countOfKind } from '../../../proto/model/generic-resources.js';
import { takesTasks } from '../../../proto/model/node.js';
import { hasPlugin } from '../../../proto/model/plugin.js';
import { matchesPlatform } from '../../../proto/model/platform.js';
import { fits, isNothing } from '../../../proto/model/resources.js';
import type { NodeLoad } from './node-load.js';
import type { Request } from './request.js';

export type FilterName =
  | 'ready'
  | 'resource'
  | 'plugin'
  | 'encryption'
  | 'constraint'
  | 'platform'
  | 'host-port'
  | 'max-replicas'
  | 'volumes'
  | 'apart';

export interface Filter {
  readonly name: FilterName;
  /** Whether the request asks for anything this filter looks at. */
  applies(request: Request): boolean;
  passes(request: Request, load: NodeLoad): boolean;
  /** Why so many nodes were refused. */
  explain(nodeCount: number): string;
}

export const FILTERS: readonly Filter[] = [
  {
    name: 'ready',
    applies: () => true,
    passes: (_request, { node }) => takesTasks(node),
    explain: (count) => `${nodes(count)} not available for new tasks`,
  },
  {
    name: 'resource',
    applies: ({ reserved, generic }) => generic.length > 0 || !isNothing(reserved),
    passes: ({ reserved, generic }, { free, freeGeneric }) =>
      fits(reserved, free) && generic.every(({ kind, count }) => count <= countOfKind(freeGeneric, kind)),
    explain: (count) => `insufficient resources on ${nodes(count)}`,
  },
  {
    name: 'plugin',
    applies: ({ plugins }) => plugins.length > 0,
    passes: ({ plugins }, { node }) => plugins.every((plugin) => hasPlugin(node, plugin)),
    explain: (count) => `missing plugin on ${nodes(count)}`,
  },
  {
    name: 'encryption',
    applies: ({ isEncrypted }) => isEncrypted,
    passes: (_request, { node }) => encryptionProblem(node) === '',
    explain: (count) => `${nodes(count)} cannot encrypt`,
  },
  {
    name: 'constraint',
    applies: ({ constraints }) => constraints.length > 0,
    passes: ({ constraints }, { node }) =>
      constraints !== 'unreadable' && matchesConstraints(constraints, node),
    explain: (count) => `scheduling constraints not satisfied on ${nodes(count)}`,
  },
  {
    name: 'platform',
    applies: ({ spec }) => (spec.task?.placement?.platforms.length ?? 0) > 0,
    passes: ({ spec }, { node }) =>
      matchesPlatform(spec.task?.placement?.platforms ?? [], node.description?.platform),
    explain: (count) => `unsupported platform on ${nodes(count)}`,
  },
  {
    name: 'host-port',
    applies: ({ hostPorts }) => hostPorts.length > 0,
    passes: ({ hostPorts }, load) =>
      !hostPorts.some((wanted) => load.hostPorts.some((used) => isSameHostPort(wanted, used))),
    explain: (count) => `host-mode port already in use on ${nodes(count)}`,
  },
  {
    name: 'max-replicas',
    applies: ({ spec }) => (spec.task?.placement?.maxReplicasPerNode ?? 0) > 0,
    passes: ({ serviceId, spec }, load) =>
      load.activeOf(serviceId) < (spec.task?.placement?.maxReplicasPerNode ?? 0),
    explain: () => 'max replicas per node limit exceed',
  },
  {
    name: 'volumes',
    applies: ({ clusterVolumes }) => clusterVolumes.length > 0,
    // The cluster has no volumes of its own yet, so there is none to be had.
    passes: () => false,
    explain: (count) => `cannot fulfill requested CSI volume mounts on ${nodes(count)}`,
  },
  {
    name: 'apart',
    applies: ({ apart }) => apart.length > 0,
    passes: ({ apart }, load) => !apart.some(({ serviceId }) => load.allOf(serviceId) > 0),
    explain: (count) => `tasks to stay apart from on ${nodes(count)}`,
  },
];

/** The filters that have something to look at for this request. */
export function filtersFor(request: Request): readonly Filter[] {
  return FILTERS.filter((filter) => filter.applies(request));
}

/** The first filter that the node fails; undefined when it passes all of them. */
export function refusedBy(filters: readonly Filter[], request: Request, load: NodeLoad): Filter | undefined {
  for (const filter of filters) if (!filter.passes(request, load)) return filter;
  return undefined;
}

/** Why none of the nodes will do, in the words a task is shown with. */
export function explainRefusal(request: Request, loads: Iterable<NodeLoad>): string {
  const reasons = refusalReasons(request, loads);
  return reasons === '' ? 'no suitable node' : `no suitable node (${reasons})`;
}

/** What the nodes have against it, most frequent reason first; empty when they have nothing. */
export function refusalReasons(request: Request, loads: Iterable<NodeLoad>): string {
  const filters = filtersFor(request);
  const countByFilter = new Map<Filter, number>();
  for (const load of loads) {
    const refusing = refusedBy(filters, request, load);
    if (refusing !== undefined) countByFilter.set(refusing, (countByFilter.get(refusing) ?? 0) + 1);
  }
  const inOrder = filters
    .filter((filter) => countByFilter.has(filter))
    .toSorted((a, b) => (countByFilter.get(b) ?? 0) - (countByFilter.get(a) ?? 0));
  return inOrder.map((filter) => filter.explain(countByFilter.get(filter) ?? 0)).join('; ');
}

function nodes(count: number): string {
  return count === 1 ? '1 node' : `${count} nodes`;
}
