/**
 * Does a task still match its service? And what a task is called.
 */
import assert from 'node:assert/strict';
import type { Node, ServiceSpec, ServiceSpecInput } from '../../../proto/gen/objects.js';
import { newTask } from '../../../proto/model/new-task.js';
import { isSame } from '../../../proto/model/sameness.js';
import { desiredOf, differenceOf, isDirty as isDirtyBy, taskName } from '../../../proto/model/task.js';
import { aNode, aService, aServiceSpec, aTask } from '../../kit/builders.js';

const oldSpec: ServiceSpec = aServiceSpec({ name: 'web' });
const isDirty = (parts: ServiceSpecInput, node: Node | 'none' = aNode()): boolean => {
  const spec = aServiceSpec({ name: 'web', ...parts });
  return isDirtyBy(differenceOf(spec, oldSpec), spec, node === 'none' ? undefined : node);
};

describe('a task is dirty', () => {
  it('when what it is made of has changed', () => {
    assert.ok(isDirty({ task: { container: { image: 'web:2' } } }));
    assert.ok(isDirty({ task: { forceUpdate: 1 } }));
    assert.ok(isDirty({ task: { restart: { condition: 'none' } } }));
    assert.ok(isDirty({ task: { container: { image: 'web:1', env: ['A=1'] } } }));
  });

  it('when its endpoint has changed, even though its place has not', () => {
    const endpoint = { ports: [{ targetPort: 80, publishedPort: 8080, publishMode: 'host' as const }] };
    assert.ok(isDirty({ endpoint }));
    assert.ok(isDirty({ endpoint, task: { placement: { constraints: ['node.id==node-1'] } } }));
  });

  it('not for the time it may take to leave', () => {
    const ports = [{ targetPort: 80, publishedPort: 8080, publishMode: 'host' as const }];
    const specs = [1_000, 0].map((drainTimeoutMs) => aServiceSpec({ endpoint: { ports, drainTimeoutMs } }));
    const [before, after] = specs;
    assert.ok(before && after);
    assert.equal(differenceOf(after, before), 'none');
  });

  it('not for scaling and labels', () => {
    assert.ok(!isDirty({ mode: { kind: 'replicated', replicated: { replicas: 9 } } }));
    assert.ok(!isDirty({ labels: { a: 'b' } }));
  });

  it('not for a placement that its node satisfies', () => {
    const placement = { constraints: ['node.id==node-1'], maxReplicasPerNode: 3 };
    assert.ok(!isDirty({ task: { placement } }));
    assert.ok(isDirty({ task: { placement } }, aNode({ id: 'node-2' })));
    assert.ok(isDirty({ task: { placement, container: { image: 'web:2' } } }));
  });

  it('for a new placement while it has no node, as it would be placed by the old one', () => {
    assert.ok(isDirty({ task: { placement: { constraints: ['node.id==node-1'] } } }, 'none'));
  });
});

describe('a task', () => {
  it('is called after its node where each has one', () => {
    const placement = { nodeId: 'n1', generic: [] };
    assert.equal(taskName('web', { slot: 0, placement, id: 'abc' }), 'web.n1.abc');
  });

  it('is called after its service, its slot and itself', () => {
    assert.equal(taskName('web', aTask({ id: 'abc', slot: 3 })), 'web.3.abc');
  });
});

describe('what is desired of a task', () => {
  const leaving = { sinceMs: 1, reason: 'scaled down', end: 'remove' as const };

  it('is what was said, and of one that is leaving what comes of it', () => {
    assert.equal(desiredOf(aTask({ desired: { state: 'ready' } })), 'ready');
    assert.equal(desiredOf(aTask({ desired: { state: 'running', leaving } })), 'remove');
  });

  it('stays shutdown until its record is to go', () => {
    assert.equal(desiredOf(aTask({ desired: { state: 'shutdown', leaving } })), 'shutdown');
    assert.equal(desiredOf(aTask({ desired: undefined })), undefined);
  });
});

describe('two messages', () => {
  it('say the same when only absent fields and the order of keys differ', () => {
    assert.ok(isSame({ a: 1, b: undefined, c: { x: [1, 2] } }, { c: { x: [1, 2] }, a: 1 }));
    assert.ok(!isSame({ a: 1 }, { a: 1, b: 0 }));
    assert.ok(!isSame({ a: 1, b: 0 }, { a: 1 }));
    assert.ok(!isSame([1, 2], [1]));
    assert.ok(!isSame([1], [2]));
    assert.ok(!isSame(null, {}));
    assert.ok(isSame(Uint8Array.of(1, 2), Uint8Array.of(1, 2)));
    assert.ok(!isSame(Uint8Array.of(1, 2), Uint8Array.of(1, 3)));
  });
});

describe('a new task', () => {
  const begun = (spec: ServiceSpec): string => {
    const service = aService();
    const parts = {
      id: 'a',
      service,
      slot: 1,
      revision: 3,
      desired: { state: 'running' },
      nowMs: 7,
    } as const;
    const { revision, status } = newTask({ ...parts, spec });
    assert.deepEqual([revision, status?.atMs, status?.error], [3, 7, '']);
    return `${status?.state}: ${status?.message}`;
  };

  it('is pending where it needs no network', () => {
    assert.equal(begun(aServiceSpec()), 'pending: pending task scheduling');
    const ports = [{ targetPort: 80, publishMode: 'host' }] as const;
    assert.equal(begun(aServiceSpec({ endpoint: { ports } })), 'pending: pending task scheduling');
  });

  it('is new where it needs addresses', () => {
    const networks = [{ networkId: 'back' }];
    assert.equal(begun(aServiceSpec({ task: { networks } })), 'new: waiting for addresses');
    const ports = [{ targetPort: 80 }];
    assert.equal(begun(aServiceSpec({ endpoint: { ports } })), 'new: waiting for addresses');
  });
});
