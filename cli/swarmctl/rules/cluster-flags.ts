/**
 * Flags of `swarm init` and `swarm update` → what holds for the whole cluster. Both change a spec by the same
 * rules: init starts from the defaults, update from what the cluster has.
 */
import { type ClusterSpec, ClusterSpecCodec } from '../../../proto/gen/objects.js';
import { validateClusterSpec } from '../../../proto/model/cluster-spec.js';
import { parseCount, parseWhole } from './amounts.js';
import { complaint } from './complaint.js';
import { parseDurationMs } from './durations.js';
import type { FlagValues } from './flag-values.js';

/** Every flag that changes the spec. */
export const CLUSTER_FLAG_NAMES = [
  'cert-expiry',
  'dispatcher-heartbeat',
  'placement-strategy',
  'rebalance',
  'task-history-limit',
] as const;

/** Those that only init has: what is built on them lasts as long as the cluster. */
export const FIRST_CLUSTER_FLAG_NAMES = [
  'data-path-port',
  'default-addr-pool',
  'default-addr-pool-mask-length',
] as const;

export const STRATEGY_WORDS = ['spread', 'binpack'] as const;
export const SWITCH_WORDS = ['on', 'off'] as const;

/** Docker Swarm's, where it has the option. */
const DEFAULT_SPEC = ClusterSpecCodec.create({
  name: 'default',
  heartbeatPeriodMs: 5000,
  taskHistoryLimit: 5,
  nodeCertificateValidityMs: 90 * 24 * 3_600_000,
});

/** A new cluster's. Throws input.invalid. */
export function newClusterSpec(flags: FlagValues): ClusterSpec {
  const addressPools = flags.list('default-addr-pool').flatMap((text) => text.split(','));
  const subnetPrefixBits = flags.parsed('default-addr-pool-mask-length', parseFrom1) ?? 0;
  const dataPathPort = flags.parsed('data-path-port', parseFrom1) ?? 0;
  return changedClusterSpec({ ...DEFAULT_SPEC, addressPools, subnetPrefixBits, dataPathPort }, flags);
}

/** Nothing given stands for the default, and 0 is no value of these. */
function parseFrom1(flag: string, text: string): number {
  const number = parseCount(flag, text);
  if (number === 0) throw complaint(flag, 'must be 1 or more', text);
  return number;
}

/** What no flag names stays as it is. Throws input.invalid. */
export function changedClusterSpec(spec: ClusterSpec, flags: FlagValues): ClusterSpec {
  const rebalance = flags.word('rebalance', SWITCH_WORDS);
  return validateClusterSpec({
    ...spec,
    heartbeatPeriodMs: flags.parsed('dispatcher-heartbeat', parseDurationMs) ?? spec.heartbeatPeriodMs,
    taskHistoryLimit: flags.parsed('task-history-limit', parseWhole) ?? spec.taskHistoryLimit,
    nodeCertificateValidityMs: flags.parsed('cert-expiry', parseDurationMs) ?? spec.nodeCertificateValidityMs,
    placementStrategy: flags.word('placement-strategy', STRATEGY_WORDS) ?? spec.placementStrategy,
    rebalance: rebalance === undefined ? spec.rebalance : rebalance === 'on',
  });
}
