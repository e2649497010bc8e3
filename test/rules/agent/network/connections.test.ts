/**
 * Which UDP flows are cut when backends change: those that would lead nowhere.
 */
import assert from 'node:assert/strict';
import { portKey, publishedPorts, virtualAddresses } from '../../../../agent/network/rules/backends.js';
import { connectionsToForget, type Targets } from '../../../../agent/network/rules/connections.js';
import type { NetworkChangesInput } from '../../../../proto/gen/dispatcher.js';
import { PortSpecCodec } from '../../../../proto/gen/objects.js';
import { APP, INGRESS, PUBLISHED, published, task, told, WEB } from './overlay-state.js';

const UDP_PORT = published(5353, { protocol: 'udp', targetPort: 53 });
const NAMES: NetworkChangesInput = {
  ...PUBLISHED,
  services: [{ networkId: INGRESS.networkId, serviceId: 'web', mode: 'dnsrr', ports: [UDP_PORT] }],
};

function targets(changes: NetworkChangesInput): Targets {
  const state = told(changes);
  const held = new Set([portKey(PortSpecCodec.create(UDP_PORT)), 'tcp . 8080']);
  return { addresses: virtualAddresses(state), ports: publishedPorts(state, held) };
}

const only = (
  of: NetworkChangesInput,
  ...endpoints: NonNullable<NetworkChangesInput['endpoints']>
): Targets => targets({ ...of, endpoints });

describe('UDP flows', () => {
  it('to a backend that was taken out are cut', () => {
    assert.deepEqual(connectionsToForget(targets(WEB), only(WEB, task(APP, 't2', 'n2', '10.1.0.12'))), [
      ['-p', 'udp', '--reply-src', '10.1.0.11'],
    ]);
  });

  it('that began when there was no backend are cut when there is one', () => {
    assert.deepEqual(connectionsToForget(only(WEB), targets(WEB)), [['-p', 'udp', '--orig-dst', '10.1.0.5']]);
    assert.deepEqual(connectionsToForget(only(NAMES), targets(NAMES)), [
      ['-p', 'udp', '--orig-port-dst', '5353'],
    ]);
  });

  it('are left alone when a backend comes to others, or ports are of TCP', () => {
    assert.deepEqual(connectionsToForget(only(WEB, task(APP, 't2', 'n2', '10.1.0.12')), targets(WEB)), []);
    assert.deepEqual(connectionsToForget(only(PUBLISHED), targets(PUBLISHED)), []);
  });

  it('are all cut where many backends go at once', () => {
    const many = Array.from({ length: 20 }, (_, at) => task(APP, `t${at}`, 'n2', `10.1.0.${20 + at}`));
    assert.deepEqual(connectionsToForget(only(WEB, ...many), only(WEB)), [
      ['-p', 'udp', '--dst-nat'],
      ['-p', 'udp', '-f', 'ipv6', '--dst-nat'],
    ]);
  });
});
