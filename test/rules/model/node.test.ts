/**
 * Which nodes may take work, and which must lose what they have.
 */
import assert from 'node:assert/strict';
import { isInvalid, isLost, takesTasks } from '../../../proto/model/node.js';
import { aNode } from '../../kit/builders.js';

const spec = (availability: 'active' | 'pause' | 'drain') => ({
  labels: {},
  role: 'worker' as const,
  availability,
});

describe('a node', () => {
  it('takes tasks while it is ready, active, and its engine works', () => {
    assert.equal(takesTasks(aNode()), true);
    assert.equal(takesTasks(aNode({ spec: spec('pause') })), false);
    assert.equal(takesTasks(aNode({ spec: spec('drain') })), false);
    assert.equal(takesTasks(aNode({ description: { runtimeError: 'connect ENOENT' } })), false);
    for (const state of ['unknown', 'down', 'disconnected'] as const)
      assert.equal(takesTasks(aNode({ status: { state } })), false);
  });

  it('keeps its tasks when it is paused, unheard of, or its engine is away', () => {
    for (const node of [
      aNode({ spec: spec('pause') }),
      aNode({ status: { state: 'unknown' } }),
      aNode({ status: { state: 'disconnected' } }),
      aNode({ description: { runtimeError: 'connect ENOENT' } }),
    ]) {
      assert.equal(isInvalid(node), false);
      assert.equal(isLost(node), false);
    }
  });

  it('loses its tasks when it is drained, down or gone', () => {
    assert.equal(isInvalid(aNode({ spec: spec('drain') })), true);
    assert.equal(isInvalid(aNode({ status: { state: 'down' } })), true);
    assert.equal(isInvalid(undefined), true);
    assert.equal(isLost(aNode({ spec: spec('drain') })), false);
  });
});
