/**
 * Whether the managers can do without one of them, and which may be taken out by force.
 */
import assert from 'node:assert/strict';
import { checkManagerIsGone, remainingManagers } from '../../../control-plane/api/rules/manager-leave.js';
import type { ManagerSeat } from '../../../control-plane/api/rules/quorum.js';
import { type ErrorCode, SwarmError } from '../../../proto/base/errors.js';
import type { Node, NodeState } from '../../../proto/gen/objects.js';
import { aNode } from '../../kit/builders.js';
import { aView } from './a-view.js';

const aManager = (id: string, state: NodeState = 'ready'): Node =>
  aNode({ id, spec: { role: 'manager' }, identity: { role: 'manager' }, status: { state } });

const seat = (nodeId: string, parts: Partial<ManagerSeat> = {}): ManagerSeat => ({
  nodeId,
  address: `${nodeId}:2377`,
  isLeader: false,
  isVoter: true,
  isReachable: true,
  ...parts,
});

const DOWN = { isReachable: false };

/** What becomes of "a" leaving: the ids that remain, or why not. */
async function leaving(
  nodes: readonly Node[],
  seats: readonly ManagerSeat[],
): Promise<readonly string[] | { code: ErrorCode; facts: unknown }> {
  const view = await aView({ node: nodes });
  const [node] = nodes;
  assert.ok(node !== undefined);
  try {
    return remainingManagers(view, node, seats).map(({ id }) => id);
  } catch (error) {
    assert.ok(error instanceof SwarmError, String(error));
    return { code: error.code, facts: error.facts };
  }
}

const atRisk = (voters: number, needed: number, reachable: number): unknown => ({
  code: 'manager.quorum-at-risk',
  facts: { node: 'a', voters, needed, reachable },
});

describe('a manager that leaves', () => {
  const three = [aManager('a'), aManager('b'), aManager('c')];

  it('is let go while enough of the others are there', async () => {
    assert.deepEqual(await leaving(three, [seat('a'), seat('b'), seat('c')]), ['b', 'c']);
    assert.deepEqual(await leaving(three.slice(0, 2), [seat('a'), seat('b')]), ['b']);
  });

  it('is let go when it is the one that is down', async () => {
    assert.deepEqual(await leaving(three, [seat('a', DOWN), seat('b'), seat('c')]), ['b', 'c']);
  });

  it('stays when the others could not decide without it', async () => {
    assert.deepEqual(await leaving(three, [seat('a'), seat('b', DOWN), seat('c')]), atRisk(2, 2, 1));
    assert.deepEqual(await leaving(three.slice(0, 2), [seat('a'), seat('b', DOWN)]), atRisk(1, 1, 0));
  });

  it('stays when it is the last, also if others were told to leave', async () => {
    const last = { code: 'manager.last', facts: { node: 'a' } };
    assert.deepEqual(await leaving([aManager('a'), aNode({ id: 'w' })], [seat('a')]), last);
    const demoted = aNode({ id: 'b', spec: { role: 'worker' }, identity: { role: 'manager' } });
    assert.deepEqual(await leaving([aManager('a'), demoted], [seat('a'), seat('b')]), last);
  });

  it('does not count on managers that are leaving or have no vote yet', async () => {
    const demoted = aNode({ id: 'c', spec: { role: 'worker' }, identity: { role: 'manager' } });
    const seats = [seat('a'), seat('b', DOWN), seat('c')];
    assert.deepEqual(await leaving([aManager('a'), aManager('b'), demoted], seats), atRisk(1, 1, 0));
    const joining = [seat('a'), seat('b', { isVoter: false })];
    assert.deepEqual(await leaving([aManager('a'), aManager('b')], joining), atRisk(0, 1, 0));
  });
});

describe('a manager is taken out by force', () => {
  const refusal = (node: Node, seats: readonly ManagerSeat[], force: boolean): string => {
    try {
      checkManagerIsGone(node, seats, force);
      return '';
    } catch (error) {
      assert.ok(error instanceof SwarmError, String(error));
      assert.equal(error.code, 'node.not-removable');
      return error.message;
    }
  };

  it('only when it is not there, and by force', () => {
    assert.equal(refusal(aManager('a', 'down'), [seat('a', DOWN)], true), '');
    assert.equal(refusal(aManager('a', 'down'), [], true), '');
    assert.match(
      refusal(aManager('a', 'down'), [seat('a', DOWN)], false),
      /a manager and .*Demote it first.*--force/,
    );
    assert.match(refusal(aManager('a'), [seat('a')], true), /is a manager that is up .*Demote it first/);
    assert.match(refusal(aManager('a', 'down'), [seat('a')], true), /is a manager that is up/);
  });

  it('not while it is being demoted and there', () => {
    const demoted = aNode({ id: 'a', spec: { role: 'worker' }, identity: { role: 'manager' } });
    assert.match(refusal(demoted, [seat('a')], true), /is being demoted/);
  });
});
