/**
 * Which changes of a spec are let through.
 */
import assert from 'node:assert/strict';
import {
  checkClusterUpdate,
  checkNodeUpdate,
  checkServiceUpdate,
} from '../../../control-plane/api/rules/update-check.js';
import { type ErrorCode, SwarmError } from '../../../proto/base/errors.js';
import type { ServiceSpec } from '../../../proto/gen/objects.js';
import { aCluster, aNode, aService, aServiceSpec } from '../../kit/builders.js';

function refusalOf(check: () => void): { code: ErrorCode; facts: unknown } | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    assert.ok(error instanceof SwarmError);
    return { code: error.code, facts: error.facts };
  }
}

const AT_7 = { versions: { spec: 7, desired: 9 } };

describe('a change of a service', () => {
  const service = aService({ id: 's1', meta: AT_7, spec: { name: 'web' } });
  const judge = (spec: ServiceSpec, version: number): ReturnType<typeof refusalOf> =>
    refusalOf(() => checkServiceUpdate(service, spec, version));
  const spec = aServiceSpec({ name: 'web', mode: { kind: 'replicated', replicated: { replicas: 9 } } });

  it('is let through from the present version of the spec', () => {
    assert.equal(judge(spec, 7), undefined);
  });

  it('is refused from any other, naming both', () => {
    for (const yours of [0, 6, 8, 9]) {
      const facts = { kind: 'service', id: 's1', yours, current: 7 };
      assert.deepEqual(judge(spec, yours), { code: 'object.conflict', facts });
    }
  });

  it('is refused when it renames the service, if only in case', () => {
    for (const name of ['api', 'Web'])
      assert.deepEqual(judge({ ...spec, name }, 7), {
        code: 'input.invalid',
        facts: { field: 'name', rule: 'a service keeps its name; this one is "web"', value: name },
      });
  });

  it('is refused when it changes the mode', () => {
    const rule = 'a service keeps its mode; this one is replicated';
    for (const [kind, mode] of [
      ['global', { kind: 'global', global: {} }],
      ['replicated-job', { kind: 'replicatedJob', replicatedJob: { maxConcurrent: 1, totalCompletions: 1 } }],
      ['global-job', { kind: 'globalJob', globalJob: {} }],
    ] as const)
      assert.deepEqual(judge({ ...spec, mode }, 7), {
        code: 'input.invalid',
        facts: { field: 'mode', rule, value: kind },
      });
  });
});

describe('a change of a node', () => {
  const node = aNode({ id: 'n1', meta: AT_7 });
  const judge = (version: number): ReturnType<typeof refusalOf> =>
    refusalOf(() => checkNodeUpdate(node, version));

  it('is let through from the present version of the spec, and from no other', () => {
    assert.equal(judge(7), undefined);
    const facts = { kind: 'node', id: 'n1', yours: 6, current: 7 };
    assert.deepEqual(judge(6), { code: 'object.conflict', facts });
  });
});

describe('a change of the cluster', () => {
  const cluster = aCluster({
    meta: AT_7,
    spec: { addressPools: ['10.0.0.0/8'], subnetPrefixBits: 24, dataPathPort: 4789 },
  });

  it('keeps what networks rest on', () => {
    const { spec } = cluster;
    assert.ok(spec);
    const judge = (parts: Partial<typeof spec>): ReturnType<typeof refusalOf> =>
      refusalOf(() => checkClusterUpdate(cluster, { ...spec, ...parts }, 7));
    assert.equal(judge({ taskHistoryLimit: 1 }), undefined);
    for (const [parts, field] of [
      [{ addressPools: ['10.0.0.0/9'] }, 'default-addr-pool'],
      [{ subnetPrefixBits: 25 }, 'default-addr-pool-mask-length'],
      [{ dataPathPort: 4790 }, 'data-path-port'],
    ] as const) {
      const refusal = judge(parts);
      assert.equal(refusal?.code, 'input.invalid');
      assert.equal((refusal.facts as { field: string }).field, field);
    }
  });
});
