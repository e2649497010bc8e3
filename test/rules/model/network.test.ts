/**
 * What of a service and its tasks decides about networks and traffic.
 */
import assert from 'node:assert/strict';
import { EndpointSpecCodec } from '../../../proto/gen/objects.js';
import type { PublishMode } from '../../../proto/gen/objects.js';
import {
  drainTimeoutMs,
  hardwareAddressOf,
  isServing,
  needsNetworks,
  usesIngress,
} from '../../../proto/model/network.js';
import { aServiceSpec, aTask } from '../../kit/builders.js';

const publishing = (publishMode: PublishMode) =>
  aServiceSpec({ endpoint: { ports: [{ targetPort: 80, publishedPort: 8080, publishMode }] } });

describe('networks of a service', () => {
  it('are needed for attachments and for ports that every node publishes', () => {
    assert.equal(needsNetworks(aServiceSpec()), false);
    assert.equal(needsNetworks(publishing('host')), false);
    assert.deepEqual(
      [needsNetworks(publishing('ingress')), usesIngress(publishing('ingress'))],
      [true, true],
    );
    const attached = aServiceSpec({ task: { networks: [{ networkId: 'network-1' }] } });
    assert.deepEqual([needsNetworks(attached), usesIngress(attached)], [true, false]);
  });

  it('are left by its tasks after ten seconds at the latest, where it does not say', () => {
    assert.equal(drainTimeoutMs(undefined), 10_000);
    const saying = (ms: number) =>
      aServiceSpec({ endpoint: EndpointSpecCodec.create({ drainTimeoutMs: ms }) });
    assert.deepEqual([drainTimeoutMs(saying(0)), drainTimeoutMs(saying(3_000))], [0, 3_000]);
  });
});

describe('a task', () => {
  it('is sent traffic only while it runs and is to stay', () => {
    const desired = { state: 'running' } as const;
    const running = { state: 'running' } as const;
    assert.equal(isServing(aTask({ desired, status: running })), true);
    assert.equal(isServing(aTask({ desired, status: { state: 'starting' } })), false);
    assert.equal(isServing(aTask({ desired: { state: 'shutdown' }, status: running })), false);
    const leaving = { sinceMs: 1, reason: 'update', end: 'shutdown' } as const;
    assert.equal(isServing(aTask({ desired: { ...desired, leaving }, status: running })), false);
  });

  it('has the hardware address that engines make of its address', () => {
    assert.equal(hardwareAddressOf('10.0.1.254'), '02:42:0a:00:01:fe');
  });
});
