/**
 * Which services need nodes that can encrypt, and which nodes those are.
 */
import assert from 'node:assert/strict';
import { encryptionProblem, needsEncryption } from '../../../proto/model/encryption.js';
import type { NodeInput, ServiceSpecInput } from '../../../proto/gen/objects.js';
import { aNetwork, aNode, aServiceSpec } from '../../kit/builders.js';

const NETWORKS = [
  aNetwork({ id: 'plain' }),
  aNetwork({ id: 'secret', spec: { encrypted: true } }),
  aNetwork({ id: 'ports', spec: { ingress: true } }),
];
const SECRET_PORTS = [aNetwork({ id: 'ports', spec: { ingress: true, encrypted: true } })];
const on = (...ids: readonly string[]): ServiceSpecInput => ({
  task: { networks: ids.map((networkId) => ({ networkId })) },
});
const published: ServiceSpecInput = { endpoint: { ports: [{ targetPort: 80 }] } };

describe('a service needs nodes that can encrypt', () => {
  const needs = (spec: ServiceSpecInput, networks = NETWORKS): boolean =>
    needsEncryption(aServiceSpec(spec), networks);

  it('when one of its networks is encrypted, whichever others it is on', () => {
    assert.equal(needs({}), false);
    assert.equal(needs(on('plain', 'gone')), false);
    assert.equal(needs(on('plain', 'secret')), true);
  });

  it('when it is published on every node through an encrypted network', () => {
    assert.equal(needs(published), false);
    assert.equal(needs(published, SECRET_PORTS), true);
    assert.equal(needs({}, SECRET_PORTS), false);
    const onItsNode = { endpoint: { ports: [{ targetPort: 80, publishMode: 'host' as const }] } };
    assert.equal(needs(onItsNode, SECRET_PORTS), false);
  });
});

describe('a node cannot encrypt', () => {
  const problem = (description: NonNullable<NodeInput['description']>): string =>
    encryptionProblem(aNode({ description }));
  const tunnelKeys = [{ publicKey: 'key', port: 4795 }];
  const dataAddress = '192.0.2.1';

  it('when it says so, or has told of no key, as a swarmd of before encryption', () => {
    assert.equal(problem({ networking: { dataAddress, tunnelKeys } }), '');
    assert.equal(problem({ networking: { dataAddress, tunnelProblem: 'wg not found' } }), 'wg not found');
    assert.match(problem({ networking: { dataAddress } }), /knows no encrypted networks: update it/);
  });

  it('and is told nothing of that where it takes part in no networks at all', () => {
    assert.equal(problem({ networking: { problem: 'nft not found' } }), '');
    assert.equal(problem({ networking: undefined }), '');
  });
});
