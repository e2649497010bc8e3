/**
 * What each node has against a task, all of it and with figures: for people who ask why a task waits. What
 * is written on the task itself is the shorter account of filters.ts.
 */
import { hasPlugin, networkProblem } from '../../../proto/model/plugin.js';
import { encryptionProblem } from '../../../proto/model/encryption.js';
import type { Node, ServiceSpec, Task } from '../../../proto/gen/objects.js';
import { explainConstraint } from '../../../proto/model/constraint.js';
import { hostPortText, isSameHostPort } from '../../../proto/model/endpoint-spec.js';
import { countOfKind } from '../../../proto/model/generic-resources.js';
import { afterTaskOf } from './batch.js';
import type { Filter, FilterName } from './filters.js';
import { filtersFor } from './filters.js';
import type { NodeLoad } from './node-load.js';
import type { NodeLoads } from './node-loads.js';
import type { PlacementDefaults, Request } from './request.js';
import { requestOf } from './request.js';

/** What one node has against the task. */
export interface Verdict {
  readonly nodeId: string;
  /** Every filter the node fails, in the order in which the scheduler asks; none where the task fits. */
  readonly filters: readonly FilterName[];
  /** The same in words, at least one sentence for each of them. */
  readonly reasons: readonly string[];
}

/**
 * A verdict for every node, by id, or for the one that is named: none where it is not there. What the task
 * itself takes, should it have a node, is not held against it, nor what the one takes that stops before it.
 */
export function explainNodes(
  loads: NodeLoads,
  task: Pick<Task, 'id' | 'serviceId' | 'desired'>,
  spec: ServiceSpec,
  defaults: PlacementDefaults,
  nodeId?: string,
): readonly Verdict[] {
  return loads.without(task.id, () =>
    loads.without(afterTaskOf(task), () => {
      const request = requestOf(task.serviceId, spec, loads, defaults);
      const filters = filtersFor(request);
      const asked = nodeId === undefined ? loads.inOrder() : [loads.of(nodeId) ?? []].flat();
      const verdicts = Array.from(asked, (load) => verdictOn(load, request, filters));
      return verdicts.toSorted((a, b) => (a.nodeId < b.nodeId ? -1 : 1));
    }),
  );
}

function verdictOn(load: NodeLoad, request: Request, filters: readonly Filter[]): Verdict {
  const failing = filters.filter((filter) => !filter.passes(request, load)).map(({ name }) => name);
  return {
    nodeId: load.id,
    filters: failing,
    reasons: failing.flatMap((name) => REASONS[name](request, load)),
  };
}

type Reasons = (request: Request, load: NodeLoad) => readonly string[];

const REASONS: Readonly<Record<FilterName, Reasons>> = {
  ready: (_request, { node }) => unreadiness(node),
  resource: shortages,
  plugin: ({ plugins }, { node }) =>
    plugins
      .filter((plugin) => !hasPlugin(node, plugin))
      .map(
        ({ type, name }) => `missing plugin: ${type.toLowerCase()} driver ${name}${whyMissing(node, type)}`,
      ),
  encryption: (_request, { node }) => [`cannot encrypt: ${encryptionProblem(node)}`],
  constraint: ({ constraints }, { node }) =>
    constraints === 'unreadable'
      ? ['the constraints cannot be read by this version of the manager']
      : constraints.flatMap((constraint) => explainConstraint(constraint, node) ?? []),
  platform: ({ spec }, { node }) => [
    `unsupported platform: runs on ${(spec.task?.placement?.platforms ?? []).map(platformText).join(' or ')}, ` +
      `this is ${node.description?.platform === undefined ? 'unknown' : platformText(node.description.platform)}`,
  ],
  'host-port': ({ hostPorts }, load) =>
    hostPorts
      .filter((wanted) => load.hostPorts.some((used) => isSameHostPort(wanted, used)))
      .map((port) => `host port ${hostPortText(port)} in use`),
  'max-replicas': ({ serviceId, spec }, load) => [
    `has ${load.activeOf(serviceId)} tasks of the service, at most ` +
      `${spec.task?.placement?.maxReplicasPerNode ?? 0} may be on one node`,
  ],
  volumes: ({ clusterVolumes }) => clusterVolumes.map((source) => `no cluster volume ${source} can be had`),
  apart: ({ apart }, load) =>
    apart
      .filter(({ serviceId }) => load.allOf(serviceId) > 0)
      .map(({ name, saidBy }) =>
        saidBy === 'itself'
          ? `has tasks of ${name}, which this service stays apart from`
          : `has tasks of ${name}, which stays apart from this service`,
      ),
};

function whyMissing({ description }: Node, type: string): string {
  return type === 'Network' ? ` (${networkProblem(description)})` : '';
}

function unreadiness({ spec, status, description }: Node): readonly string[] {
  const reasons: string[] = [];
  if (status?.state !== 'ready') reasons.push(`the node is ${status?.state ?? 'unknown'}`);
  const availability = spec?.availability ?? 'active';
  if (availability !== 'active') reasons.push(`the node's availability is ${availability}`);
  const runtimeError = description?.runtimeError ?? '';
  if (runtimeError !== '') reasons.push(`the node's container runtime cannot be used: ${runtimeError}`);
  return reasons;
}

function shortages({ reserved, generic }: Request, { free, freeGeneric }: NodeLoad): readonly string[] {
  const short: string[] = [];
  if (reserved.nanoCpus > Math.max(0, free.nanoCpus))
    short.push(`needs ${cpusText(reserved.nanoCpus)}, ${cpusFigure(free.nanoCpus)} free`);
  if (reserved.memoryBytes > Math.max(0, free.memoryBytes))
    short.push(`needs ${bytesText(reserved.memoryBytes)} of memory, ${bytesText(free.memoryBytes)} free`);
  for (const { kind, count } of generic) {
    const left = countOfKind(freeGeneric, kind);
    if (count > left) short.push(`needs ${count} of ${kind}, ${left} free`);
  }
  return short.map((text) => `insufficient resources: ${text}`);
}

function cpusFigure(nanoCpus: number): string {
  return String(Number((Math.max(0, nanoCpus) / 1e9).toFixed(3)));
}

function cpusText(nanoCpus: number): string {
  return `${cpusFigure(nanoCpus)} ${nanoCpus === 1e9 ? 'CPU' : 'CPUs'}`;
}

const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** In the largest unit that leaves a figure of 1 or more, to two places. */
function bytesText(bytes: number): string {
  let figure = Math.max(0, bytes);
  let at = 0;
  while (figure >= 1024 && at < UNITS.length - 1) {
    figure /= 1024;
    at += 1;
  }
  return `${Number(figure.toFixed(2))} ${UNITS[at] ?? ''}`;
}

function platformText({ os, architecture }: { readonly os: string; readonly architecture: string }): string {
  return `${os === '' ? 'any' : os}/${architecture === '' ? 'any' : architecture}`;
}
