/**
 * What a node holds of networks after each message.
 */
import assert from 'node:assert/strict';
import {
  applyChanges,
  asChanges,
  NO_NETWORKS,
  type NetworkState,
} from '../../../../agent/network/rules/network-state.js';
import { NetworkChangesCodec, type NetworkChangesInput } from '../../../../proto/gen/dispatcher.js';
import { APP, gateway, INGRESS, PEER, task, told, WEB } from './overlay-state.js';

const after = (state: NetworkState, changes: NetworkChangesInput): NetworkState =>
  applyChanges(state, NetworkChangesCodec.create(changes));

describe('what a node holds of networks', () => {
  it('is what a complete message lists, whatever was before', () => {
    const state = after(told({ networks: [INGRESS] }), { complete: true, ...WEB });
    assert.deepEqual([...state.networks.keys()], [APP.networkId]);
    assert.equal(state.endpoints.size, 3);
    assert.equal(state.services.size, 1);
  });

  it('keeps what a difference does not name', () => {
    const state = after(told(WEB), { networks: [INGRESS], removedEndpoints: [`${APP.networkId}/t2`] });
    assert.deepEqual([...state.networks.keys()], [APP.networkId, INGRESS.networkId]);
    assert.deepEqual([...state.endpoints.keys()], [`${APP.networkId}/n2`, `${APP.networkId}/t1`]);
    assert.deepEqual([...state.peers.keys()], [PEER.nodeId]);
  });

  it('replaces an item by one of the same key', () => {
    const state = after(told(WEB), { endpoints: [task(APP, 't2', 'n2', '10.1.0.12', false)] });
    assert.equal(state.endpoints.size, 3);
    assert.equal(state.endpoints.get(`${APP.networkId}/t2`)?.serving, false);
  });

  it('tells the gateway of a node from its tasks', () => {
    const state = told({ endpoints: [gateway(APP, 'x', '10.1.0.9'), task(APP, 'y', 'x', '10.1.0.10')] });
    assert.deepEqual([...state.endpoints.keys()], [`${APP.networkId}/x`, `${APP.networkId}/y`]);
  });

  it('does not change a state that somebody else looks at', () => {
    const before = told(WEB);
    const size = before.endpoints.size;
    after(before, { removedEndpoints: [`${APP.networkId}/t1`] });
    assert.equal(before.endpoints.size, size);
  });

  it('is made again of one message', () => {
    const state = told(WEB);
    assert.deepEqual(applyChanges(NO_NETWORKS, asChanges(state)), state);
  });
});
