/**
 * The cluster as `cluster inspect` prints it: names and nesting of Docker's swarm object, and text to read.
 */
import type { GetClusterReply } from '../../../proto/gen/control.js';
import type { ClusterSpec } from '../../../proto/gen/objects.js';
import {
  dataPathPort,
  DEFAULT_ADDRESS_POOLS,
  DEFAULT_SUBNET_PREFIX_BITS,
} from '../../../proto/model/network.js';
import { formatDuration } from './durations.js';
import { labelLines, section } from './pretty-text.js';
import { instantJson, type JsonFields, metaJson, nanos } from './json-values.js';

/** Where nobody chose. */
const DEFAULT_STRATEGY = 'spread';

export function clusterJson({ id, meta, spec, managerAddresses }: GetClusterReply): JsonFields {
  return {
    ID: id,
    ...metaJson(meta),
    ...(spec === undefined ? {} : { Spec: clusterSpecJson(spec) }),
    DefaultAddrPool: poolsOf(spec),
    SubnetSize: prefixBitsOf(spec),
    DataPathPort: dataPathPort(spec),
    ManagerAddresses: managerAddresses,
  };
}

function clusterSpecJson(spec: ClusterSpec): JsonFields {
  return {
    Name: spec.name,
    Labels: spec.labels,
    Orchestration: {
      TaskHistoryRetentionLimit: spec.taskHistoryLimit,
      PlacementStrategy: strategyWord(spec),
      Rebalance: spec.rebalance,
    },
    Dispatcher: { HeartbeatPeriod: nanos(spec.heartbeatPeriodMs) },
    CAConfig: { NodeCertExpiry: nanos(spec.nodeCertificateValidityMs) },
  };
}

export function prettyCluster({ id, meta, spec, managerAddresses }: GetClusterReply): readonly string[] {
  return [
    ...section('ID', id),
    ...section('Name', spec?.name),
    ...labelLines('Labels', spec?.labels ?? {}),
    ...section('Created at', instantJson(meta?.createdAtMs ?? 0)),
    ...section('Managers', managerAddresses.join(', ')),
    ...(spec === undefined ? [] : specLines(spec)),
  ];
}

function specLines(spec: ClusterSpec): readonly string[] {
  return [
    ...section('Heartbeat Period', formatDuration(spec.heartbeatPeriodMs)),
    ...section('Task History', spec.taskHistoryLimit < 0 ? 'all' : String(spec.taskHistoryLimit)),
    ...section('Certificate Expiry', formatDuration(spec.nodeCertificateValidityMs)),
    ...section('Placement Strategy', strategyWord(spec)),
    ...section('Rebalance', spec.rebalance ? 'on' : 'off'),
    ...section('Address Pools', poolsOf(spec).join(', ')),
    ...section('Subnet Size', prefixBitsOf(spec)),
    ...section('Data Path Port', dataPathPort(spec)),
  ];
}

function strategyWord({ placementStrategy }: ClusterSpec): string {
  return placementStrategy === 'default' ? DEFAULT_STRATEGY : placementStrategy;
}

// A cluster of before there were networks says nothing of them.
function poolsOf(spec: ClusterSpec | undefined): readonly string[] {
  const pools = spec?.addressPools ?? [];
  return pools.length > 0 ? pools : DEFAULT_ADDRESS_POOLS;
}

function prefixBitsOf(spec: ClusterSpec | undefined): number {
  return spec?.subnetPrefixBits || DEFAULT_SUBNET_PREFIX_BITS;
}
