/**
 * Each filter: a name, yes or no for one node, and the words for the nodes that said no. The order is
 * fixed: the first filter that fails is the one that counts.
 */
import { SwarmError } from '../../../proto/base/errors.js';
import type { PortSpec, ServiceSpec } from '../../../proto/gen/objects.js';
import type { Constraint } from '../../../proto/model/constraint.js';
import { matchesConstraints, parseConstraints } from '../../../proto/model/constraint.js';
import { isSameHostPort } from '../../../proto/model/endpoint-spec.js';
import { takesTasks } from '../../../proto/model/node.js';
import { matchesPlatform } from '../../../proto/model/platform.js';
import type { Amounts } from '../../../proto/model/resources.js';
import { fits, isNothing, reservationOf } from '../../../proto/model/resources.js';
import type { NodeLoad } from './node-load.js';
import { hostPortsOf } from './node-load.js';

/** What the tasks of one revision ask of a node, read once for all of them. */
export interface Request {
  readonly serviceId: string;
  readonly spec: ServiceSpec;
  readonly reserved: Amounts;
  /** 'unreadable' when one of them is malformed: no node satisfies that. */
  readonly constraints: readonly Constraint[] | 'unreadable';
  readonly hostPorts: readonly PortSpec[];
}

export type FilterName = 'ready' | 'resource' | 'constraint' | 'platform' | 'host-port' | 'max-replicas';

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
    applies: ({ reserved }) => !isNothing(reserved),
    passes: ({ reserved }, { free }) => fits(reserved, free),
    explain: (count) => `insufficient resources on ${nodes(count)}`,
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
];

export function requestOf(serviceId: string, spec: ServiceSpec): Request {
  return {
    serviceId,
    spec,
    reserved: reservationOf(spec.task),
    constraints: readConstraints(spec.task?.placement?.constraints ?? []),
    hostPorts: hostPortsOf(spec),
  };
}

// They were checked when the service was made, but perhaps by a build that knew more than this one.
function readConstraints(texts: readonly string[]): Request['constraints'] {
  try {
    return parseConstraints(texts);
  } catch (error) {
    if (error instanceof SwarmError) return 'unreadable';
    throw error;
  }
}

/** The filters that have something to look at for this request. */
export function filtersFor(request: Request): readonly Filter[] {
  return FILTERS.filter((filter) => filter.applies(request));
}

/** The first filter that the node fails; undefined when it passes all of them. */
export function refusedBy(filters: readonly Filter[], request: Request, load: NodeLoad): Filter | undefined {
  return filters.find((filter) => !filter.passes(request, load));
}

/** Why none of the nodes will do, in the words a task is shown with. */
export function explainRefusal(request: Request, loads: readonly NodeLoad[]): string {
  const reasons = refusalReasons(request, loads);
  return reasons === '' ? 'no suitable node' : `no suitable node (${reasons})`;
}

/** What the nodes have against it, most frequent reason first; empty when they have nothing. */
export function refusalReasons(request: Request, loads: readonly NodeLoad[]): string {
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
