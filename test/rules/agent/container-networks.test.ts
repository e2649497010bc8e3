/**
 * What the engine is asked for so that a container is where the cluster believes it to be, and what is said when it is
 * not.
 */
import assert from 'node:assert/strict';
import type { TaskNetwork } from '../../../agent/network/rules/task-network.js';
import { containerRequest } from '../../../agent/runtime/docker/rules/container-config.js';
import {
  attachmentProblem,
  hasFullNetworking,
  type InspectedEndpoint,
  missingNetworks,
} from '../../../agent/runtime/docker/rules/container-networks.js';
import { AssignedTaskCodec } from '../../../proto/gen/dispatcher.js';

const APP: TaskNetwork = {
  engineId: 'engine-app',
  address: '10.1.0.11',
  address6: '',
  hardwareAddress: '02:42:0a:01:00:0b',
  gateway: '10.1.0.2',
};
const INGRESS: TaskNetwork = {
  engineId: 'engine-ingress',
  address: '10.2.0.11',
  address6: 'fd00::b',
  hardwareAddress: '02:42:0a:02:00:0b',
  gateway: '10.2.0.2',
};
const TASK = AssignedTaskCodec.create({
  taskId: 't1',
  taskName: 'web.1.t1',
  spec: { container: { image: 'web:1', dnsServers: ['9.9.9.9'] } },
  attachments: [{ networkId: 'app', address: '10.1.0.11' }],
});
const OWNER = { clusterId: 'c1', nodeId: 'n1' };

const inspected = (...endpoints: readonly InspectedEndpoint[]) => ({
  NetworkSettings: { Networks: Object.fromEntries(endpoints.map((each, at) => [`net${at}`, each])) },
});

describe('a container on overlay networks', () => {
  it('gets the addresses of its task, all at once where the engine can', () => {
    const request = containerRequest(TASK, [APP, INGRESS], OWNER, true);
    assert.deepEqual(request.NetworkingConfig?.EndpointsConfig, {
      'engine-app': { IPAMConfig: { IPv4Address: '10.1.0.11' }, MacAddress: '02:42:0a:01:00:0b' },
      'engine-ingress': {
        IPAMConfig: { IPv4Address: '10.2.0.11', IPv6Address: 'fd00::b' },
        MacAddress: '02:42:0a:02:00:0b',
      },
    });
    assert.equal(request.HostConfig.NetworkMode, 'engine-app');
  });

  it('begins with one network on older engines, which know no hardware address', () => {
    const request = containerRequest(TASK, [APP, INGRESS], OWNER, false);
    assert.deepEqual(request.NetworkingConfig?.EndpointsConfig, {
      'engine-app': { IPAMConfig: { IPv4Address: '10.1.0.11' } },
    });
    for (const [version, isFull] of [
      ['1.41', false],
      ['1.43', false],
      ['1.44', true],
      ['1.51', true],
      ['2.0', true],
    ] as const)
      assert.equal(hasFullNetworking(version), isFull, version);
  });

  it('asks this node for names: it is this node that asks the servers named for the task', () => {
    assert.deepEqual(containerRequest(TASK, [APP, INGRESS], OWNER, true).HostConfig.Dns, ['10.1.0.2']);
    assert.deepEqual(containerRequest(TASK, [], OWNER, true).HostConfig.Dns, ['9.9.9.9']);
  });

  it('is on the network of the engine where it has none', () => {
    const request = containerRequest(TASK, [], OWNER, true);
    assert.equal(request.NetworkingConfig, undefined);
    assert.equal(request.HostConfig.NetworkMode, undefined);
  });

  it('is connected to what its making left out', () => {
    const seen = inspected({ IPAddress: '', IPAMConfig: { IPv4Address: '10.1.0.11' } });
    assert.deepEqual(missingNetworks(seen, [APP, INGRESS]), [INGRESS]);
    assert.deepEqual(missingNetworks(inspected({ IPAMConfig: null }), [APP]), [APP]);
  });

  it('is in order when the engine did as asked, and not otherwise', () => {
    const good = { IPAddress: '10.1.0.11', MacAddress: '02:42:0A:01:00:0B' };
    assert.equal(attachmentProblem(inspected(good), TASK), '');
    assert.match(attachmentProblem(inspected({ ...good, MacAddress: '96:00:00:00:00:01' }), TASK), /96:00/);
    assert.match(
      attachmentProblem(inspected({ ...good, IPAddress: '10.1.0.12' }), TASK),
      /address 10\.1\.0\.11/,
    );
  });
});
