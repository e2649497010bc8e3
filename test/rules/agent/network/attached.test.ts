/**
 * Users' own containers on this node: which they are, and what is said of those that cannot work.
 */
import assert from 'node:assert/strict';
import { attachedProblems, knownContainers, sortOut } from '../../../../agent/network/rules/attached.js';
import type { PluggedContainer } from '../../../../agent/network/engine-networks.js';
import { APP, told, WEB } from './overlay-state.js';

const plugged = (name: string, address: string, address6 = ''): PluggedContainer => ({
  containerId: `id-${name}`,
  name,
  address,
  address6,
  hardwareAddress: '7e:00:00:00:00:01',
});
const ids = (containers: readonly { readonly containerId: string }[]): readonly string[] =>
  containers.map(({ containerId }) => containerId);

describe("users' own containers", () => {
  it('are those with addresses of the block, in whatever order the engine names them', () => {
    const network = { networkId: 'app', range: '10.1.0.128/29', range6: '' };
    const containers = [plugged('z', '10.1.0.128'), plugged('task', '10.1.0.11'), plugged('a', '10.1.0.135')];
    const { attached, others } = sortOut(network, containers);
    assert.deepEqual([ids(attached), ids(others)], [['id-a', 'id-z'], ['id-task']]);
    assert.equal(attached[0]?.networkId, 'app');
    assert.deepEqual(sortOut(network, containers.toReversed()), { attached, others });
  });

  it('have both addresses of the blocks on a network with IPv6', () => {
    const network = { networkId: 'app', range: '10.1.0.128/29', range6: 'fd00:1::80/125' };
    const both = [plugged('a', '10.1.0.128', 'fd00:1::80'), plugged('b', '10.1.0.129', 'fd00:1::7')];
    assert.deepEqual(ids(sortOut(network, both).attached), ['id-a']);
  });

  it('are none where the node has no block', () => {
    const network = { networkId: 'app', range: '10.1.0.2/32', range6: '' };
    assert.deepEqual(sortOut(network, [plugged('a', '10.1.0.128')]).attached, []);
  });

  const state = (block: string) => told({ ...WEB, networks: [{ ...APP, attachable: true, block }] });
  const found = (...containers: readonly PluggedContainer[]) =>
    containers.map((each) => ({ networkId: APP.networkId ?? '', ...each }));

  it('are no trouble beside tasks', () => {
    assert.deepEqual(attachedProblems(state('10.1.0.128/29'), 'n1', found(plugged('t', '10.1.0.11'))), []);
  });

  it('are known from what the managers told, but for those of other nodes', () => {
    const endpoint = ({ name, ...parts }: PluggedContainer, nodeId: string) => ({
      networkId: APP.networkId,
      nodeId,
      containerName: name,
      ...parts,
    });
    const [own, other] = [plugged('own', '10.1.0.128'), plugged('other', '10.1.0.136')];
    const endpoints = [...(WEB.endpoints ?? []), endpoint(own, 'n1'), endpoint(other, 'n2')];
    assert.deepEqual(knownContainers(told({ ...WEB, endpoints }), 'n1'), found(own));
  });

  it('are named when their address was chosen and is none of this node’s', () => {
    const [problem = '', ...more] = attachedProblems(
      state('10.1.0.128/29'),
      'n1',
      found(plugged('shell', '10.1.0.77')),
    );
    assert.deepEqual(more, []);
    assert.match(
      problem,
      /^network app: container shell has 10\.1\.0\.77, which is not in 10\.1\.0\.128\/29: /,
    );
    assert.match(problem, /start it without --ip$/);
  });

  it('cannot be where no block is left, and the node says so', () => {
    assert.deepEqual(attachedProblems(state(''), 'n1', []), [
      'network app: no block of addresses of 10.1.0.0/24 is left for this node, so "docker run --network app" is refused here',
    ]);
    assert.deepEqual(attachedProblems(told(WEB), 'n1', found(plugged('x', '10.1.0.77'))), []);
  });
});
