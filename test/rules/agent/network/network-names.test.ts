/**
 * What networks are called on a node.
 */
import assert from 'node:assert/strict';
import { engineNameOf } from '../../../../agent/network/rules/network-names.js';

describe('the engine of a node', () => {
  it('has the network of published ports before all others by name, and these as they are called', () => {
    const [edge, others] = [{ name: 'zebra', ingress: true }, ['00', '0.a', 'Ab', 'back']];
    const names = [edge, ...others.map((name) => ({ name, ingress: false }))].map(engineNameOf);
    assert.deepEqual(names, ['0---zebra', ...others]);
    assert.equal(names.toSorted()[0], '0---zebra');
  });
});
