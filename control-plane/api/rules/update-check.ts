/**
 * Which changes of a spec are let through: made from the version that is still the present one, and only of
 * what may change while the object lives. What a spec may hold at all is the model's business.
 */
import { SwarmError } from '../../../proto/base/errors.js';
import type { Cluster, ClusterSpec, Node, Service, ServiceSpec } from '../../../proto/gen/objects.js';
import { isSame } from '../../../proto/model/sameness.js';
import { modeName } from '../../../proto/model/service-mode.js';
import { versionOf } from '../../store/rules/change.js';

/** Throws unless the service may get this spec, made from the version. */
export function checkServiceUpdate(service: Service, spec: ServiceSpec, version: number): void {
  checkVersion('service', service, version);
  const current = service.spec;
  if (current === undefined) return;
  if (spec.name !== current.name) {
    const rule = `a service keeps its name; this one is "${current.name}"`;
    throw new SwarmError('input.invalid', { field: 'name', rule, value: spec.name });
  }
  if (spec.mode?.kind !== current.mode?.kind) {
    const rule = `a service keeps its mode; this one is ${modeName(current)}`;
    throw new SwarmError('input.invalid', { field: 'mode', rule, value: modeName(spec) });
  }
}

/** Throws unless the node may get a spec that was made from the version. */
export function checkNodeUpdate(node: Node, version: number): void {
  checkVersion('node', node, version);
}

/** Throws unless the cluster may get this spec, made from the version. */
export function checkClusterUpdate(cluster: Cluster, spec: ClusterSpec, version: number): void {
  checkVersion('cluster', cluster, version);
  for (const [field, flag] of SAID_ONCE)
    if (cluster.spec !== undefined && !isSame(spec[field], cluster.spec[field])) {
      const rule = 'is said once, when a cluster is made: networks rest on it';
      throw new SwarmError('input.invalid', { field: flag, rule, value: String(spec[field]) });
    }
}

const SAID_ONCE = [
  ['addressPools', 'default-addr-pool'],
  ['subnetPrefixBits', 'default-addr-pool-mask-length'],
  ['dataPathPort', 'data-path-port'],
] as const;

function checkVersion(kind: string, object: Cluster | Service | Node, yours: number): void {
  const current = versionOf(object, 'spec');
  if (yours !== current) throw new SwarmError('object.conflict', { kind, id: object.id, yours, current });
}
