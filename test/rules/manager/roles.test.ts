/**
 * Who becomes a manager, who stops being one, and what happens to the log's members meanwhile.
 */
import assert from 'node:assert/strict';
import { decideRoles, type LogSeat } from '../../../control-plane/manager/rules/roles.js';
import type { Node, NodeRole } from '../../../proto/gen/objects.js';
import { aCluster, aNode } from '../../kit/builders.js';

const seat = (id: number, role: LogSeat['role'] = 'voter'): LogSeat => ({
  id,
  name: `n${id}`,
  address: `h${id}:2377`,
  role,
});
const node = (id: number, wanted: NodeRole, present: NodeRole): Node =>
  aNode({ id: `n${id}`, spec: { role: wanted }, identity: { role: present } });

/** What is done, in words: "n2=worker" writes a role, "give-vote n2" is a step. */
function decided(
  nodes: readonly Node[],
  seats: readonly LogSeat[],
  addresses: ReadonlyMap<number, string> = new Map(),
  hasCluster = true,
): readonly string[] {
  const view = {
    cluster: () => (hasCluster ? aCluster() : undefined),
    node: (id: string) => nodes.find((each) => each.id === id),
    nodes: () => nodes,
  };
  const { groups, steps } = decideRoles(view, seats, addresses);
  const written = groups.flatMap(({ changes }) =>
    changes.flatMap(({ change }) => {
      const object = change?.kind === 'update' ? change.update.object?.object : undefined;
      return object?.kind === 'node' ? [`${object.node.id}=${object.node.identity?.role}`] : [];
    }),
  );
  return [...written, ...steps.map(({ kind, nodeId }) => `${kind} ${nodeId}`)];
}

describe('roles', () => {
  const CASES: readonly (readonly [string, readonly Node[], readonly LogSeat[], readonly string[]])[] = [
    [
      'are left alone when they are as wanted',
      [node(1, 'manager', 'manager'), node(2, 'worker', 'worker')],
      [seat(1)],
      [],
    ],
    ['make a promoted node a manager at once', [node(2, 'manager', 'worker')], [], ['n2=manager']],
    [
      'give a vote to whoever joined the log',
      [node(2, 'manager', 'manager')],
      [seat(2, 'learner')],
      ['give-vote n2'],
    ],
    ['take a demoted manager out of the log first', [node(2, 'worker', 'manager')], [seat(2)], ['remove n2']],
    ['and only then make it a worker', [node(2, 'worker', 'manager')], [], ['n2=worker']],
    [
      'take out a learner that was demoted before it had a vote',
      [node(2, 'worker', 'manager')],
      [seat(2, 'learner')],
      ['remove n2'],
    ],
    ['take out a member whose node was removed', [], [seat(2)], ['remove n2']],
    ['wait for a manager that did not join yet', [node(2, 'manager', 'manager')], [], []],
    [
      'give votes before they take any away',
      [node(1, 'worker', 'manager'), node(2, 'manager', 'manager')],
      [seat(1), seat(2, 'learner')],
      ['give-vote n2', 'remove n1'],
    ],
  ];
  for (const [title, nodes, seats, expected] of CASES) {
    it(title, () => assert.deepEqual(decided(nodes, seats), expected));
  }

  it('follow a member that listens elsewhere', () => {
    const nodes = [node(1, 'manager', 'manager')];
    assert.deepEqual(decided(nodes, [seat(1)], new Map([[1, 'new:2377']])), ['move n1']);
    assert.deepEqual(decided(nodes, [seat(1)], new Map([[1, 'h1:2377']])), []);
  });

  it('touch nothing before the cluster has begun', () => {
    assert.deepEqual(decided([], [seat(1)], new Map(), false), []);
  });
});
