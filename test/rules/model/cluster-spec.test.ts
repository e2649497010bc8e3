/**
 * What may be asked of the cluster as a whole, and of a node's end.
 */
import assert from 'node:assert/strict';
import { hasCode } from '../../../proto/base/errors.js';
import type { ClusterSpecInput } from '../../../proto/gen/objects.js';
import { validateClusterSpec } from '../../../proto/model/cluster-spec.js';
import { validateNodeSpec } from '../../../proto/model/node-spec.js';
import { aCluster, aNode } from '../../kit/builders.js';

const HOUR_MS = 3_600_000;

const refusedField = (act: () => unknown): string | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    assert.ok(hasCode(error, 'input.invalid'), String(error));
    return error.facts.field;
  }
};

describe('the spec of a cluster', () => {
  const rows: readonly (readonly [ClusterSpecInput, field: string | undefined])[] = [
    [{}, undefined],
    [{ heartbeatPeriodMs: 500 }, undefined],
    [{ heartbeatPeriodMs: 499 }, 'dispatcher-heartbeat'],
    [{ heartbeatPeriodMs: HOUR_MS }, undefined],
    [{ heartbeatPeriodMs: 0 }, 'dispatcher-heartbeat'],
    [{ heartbeatPeriodMs: HOUR_MS + 1 }, 'dispatcher-heartbeat'],
    [{ nodeCertificateValidityMs: HOUR_MS }, undefined],
    [{ nodeCertificateValidityMs: HOUR_MS - 1 }, 'cert-expiry'],
    [{ nodeCertificateValidityMs: 1000 * 365 * 24 * HOUR_MS }, 'cert-expiry'],
    [{ taskHistoryLimit: 0 }, undefined],
    [{ taskHistoryLimit: -1 }, undefined],
    [{ taskHistoryLimit: 0.5 }, 'task-history-limit'],
    [{ labels: { 'a b': '' } }, 'label'],
    [{ addressPools: ['10.0.0.0/8'], subnetPrefixBits: 24, dataPathPort: 4789 }, undefined],
    [{ addressPools: ['10.20.0.0/16', '172.30.0.0/16'], subnetPrefixBits: 26 }, undefined],
    [{ addressPools: ['10.20.0.0/16', '10.20.128.0/17'] }, 'default-addr-pool'],
    [{ addressPools: ['10.20.0.1/16'] }, 'default-addr-pool'],
    [{ addressPools: ['10.20.0.0'] }, 'default-addr-pool'],
    [{ addressPools: ['20.20.0.0/16'] }, 'default-addr-pool'],
    [{ addressPools: ['172.0.0.0/8'] }, 'default-addr-pool'],
    [{ addressPools: ['fd00::/48'] }, 'default-addr-pool'],
    [{ addressPools: ['10.20.0.0/25'] }, 'default-addr-pool'],
    [{ addressPools: ['10.20.0.0/25'], subnetPrefixBits: 26 }, undefined],
    [{ subnetPrefixBits: 30 }, 'default-addr-pool-mask-length'],
    [{ subnetPrefixBits: 7 }, 'default-addr-pool-mask-length'],
    [{ dataPathPort: 1023 }, 'data-path-port'],
    [{ dataPathPort: 49_152 }, 'data-path-port'],
    [{ dataPathPort: 4796 }, 'data-path-port'],
  ];
  for (const [parts, field] of rows)
    it(`with ${JSON.stringify(parts)} is ${field === undefined ? 'taken' : `refused for --${field}`}`, () => {
      const { spec } = aCluster({ spec: parts });
      assert.ok(spec);
      assert.equal(
        refusedField(() => validateClusterSpec(spec)),
        field,
      );
    });
});

describe('how long a node may be down', () => {
  for (const [autoRemoveAfterMs, field] of [
    [0, undefined],
    [60_000, undefined],
    [59_999, 'auto-remove'],
    [-1, 'auto-remove'],
  ] as const)
    it(`is ${field === undefined ? 'taken' : 'refused'} as ${autoRemoveAfterMs} ms`, () => {
      const { spec } = aNode({ spec: { autoRemoveAfterMs } });
      assert.ok(spec);
      assert.equal(
        refusedField(() => validateNodeSpec(spec)),
        field,
      );
    });
});
