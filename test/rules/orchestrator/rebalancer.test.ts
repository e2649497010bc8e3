/**
 * How often the rebalancer looks, at which services, and what it leaves alone for a while.
 */
import assert from 'node:assert/strict';
import type { Decision } from '../../../control-plane/loop/reconcile.js';
import { Rebalancer } from '../../../control-plane/orchestrator/rebalancer.js';
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import { aCluster, aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { movedIn, NOW_MS, viewOf } from './decided.js';

describe('the rebalancer', () => {
  const NONE: ReadonlySet<string> = new Set();
  const NOTHING = {
    cluster: NONE,
    node: NONE,
    service: NONE,
    revision: NONE,
    task: NONE,
    request: NONE,
    network: NONE,
  };

  /** Services of two tasks: the first one on n0, the other one on that as well unless told otherwise. */
  const several = (
    serviceCount: number,
    rebalanced: boolean,
    secondNodeOf: (serviceId: string) => string = () => 'n0',
  ): Promise<ClusterView> => {
    const mode = { kind: 'replicated', replicated: { replicas: 2 } } as const;
    const ids = Array.from({ length: serviceCount }, (_unused, at) => `s${at}`);
    return viewOf({
      cluster: [aCluster({ spec: { rebalance: rebalanced } })],
      node: [aNode({ id: 'n0' }), aNode({ id: 'n1' })],
      service: ids.map((id) => aService({ id, spec: { mode } })),
      revision: ids.map((serviceId) => aRevision({ serviceId, spec: { mode } })),
      task: ids.flatMap((serviceId) =>
        [1, 2].map((slot) =>
          aTask({
            id: `${serviceId}.${slot}`,
            serviceId,
            slot,
            placement: { nodeId: slot === 1 ? 'n0' : secondNodeOf(serviceId) },
          }),
        ),
      ),
    });
  };

  let made = 0;
  const aRebalancer = (): Rebalancer => new Rebalancer(() => `new-${++made}`);

  it('touches nothing unless the cluster asks for it', async () => {
    const view = await several(2, false);
    const decision = aRebalancer().decide({ view, first: true, changed: NOTHING }, NOW_MS);
    assert.deepEqual(decision.groups, []);
  });

  it('moves tasks of three services at a time, and looks again when one of them has arrived', async () => {
    const view = await several(5, true);
    const rebalancer = aRebalancer();
    // It begins to lead, and does not know yet which nodes are there.
    const begins = rebalancer.decide({ view, first: true, changed: NOTHING }, NOW_MS - 1000);
    assert.deepEqual([begins.groups, begins.wakeAtMs], [[], NOW_MS]);
    const { groups } = rebalancer.decide({ view, first: false, changed: NOTHING }, NOW_MS);
    assert.deepEqual(groups.map(movedIn), ['s0.2', 's1.2', 's2.2']);
    // The same again at once would be a busy loop.
    const soon = rebalancer.decide({ view, first: false, changed: NOTHING }, NOW_MS + 10);
    assert.deepEqual([soon.groups, soon.wakeAtMs], [[], NOW_MS + 1000]);
    const later = rebalancer.decide({ view, first: false, changed: NOTHING }, NOW_MS + 1000);
    assert.deepEqual(later.groups.map(movedIn), ['s3.2', 's4.2']);
  });

  it('looks at twenty services a second in turn, so that none is forgotten while nodes keep changing', async () => {
    // Nothing to even out, except the service whose id comes last.
    const view = await several(41, true, (id) => (id === 's9' ? 'n0' : 'n1'));
    const rebalancer = aRebalancer();
    rebalancer.decide({ view, first: true, changed: NOTHING }, NOW_MS - 1000);
    const changed = { ...NOTHING, node: new Set(['n1']) };
    const looks = [0, 1000, 2000].map((atMs) =>
      rebalancer.decide({ view, first: false, changed }, NOW_MS + atMs),
    );
    assert.deepEqual(
      looks.map(({ groups }) => groups.map(movedIn)),
      [[], [], ['s9.2']],
    );
    assert.deepEqual(
      looks.map(({ wakeAtMs }) => wakeAtMs),
      [1000, 2000, 3000].map((atMs) => NOW_MS + atMs),
    );
  });

  /** A rebalancer that has seen at NOW_MS + 2,000 that the only move came to nothing, and what it decided then. */
  const afterFailedMove = async (
    uneven: ClusterView,
  ): Promise<{ readonly rebalancer: Rebalancer; readonly after: Decision }> => {
    const rebalancer = aRebalancer();
    const move = { replacesTaskId: 's0.2', reason: 'rebalanced', sinceMs: NOW_MS };
    const incoming = aTask({
      id: 'in',
      serviceId: 's0',
      slot: 2,
      placement: undefined,
      desired: { state: 'running', move },
      status: { state: 'pending' },
    });
    const under = await viewOf({ cluster: [aCluster({ spec: { rebalance: true } })], task: [incoming] });
    rebalancer.decide({ view: under, first: true, changed: NOTHING }, NOW_MS);
    const gone = { ...NOTHING, task: new Set(['in']) };
    const after = rebalancer.decide({ view: uneven, first: false, changed: gone }, NOW_MS + 2_000);
    return { rebalancer, after };
  };

  it('leaves a service alone for a while when its move came to nothing', async () => {
    const uneven = await several(1, true);
    const { rebalancer, after } = await afterFailedMove(uneven);
    assert.deepEqual([after.groups, after.wakeAtMs], [[], NOW_MS + 62_000]);
    const again = rebalancer.decide({ view: uneven, first: false, changed: NOTHING }, NOW_MS + 62_000);
    assert.equal(again.groups.length, 1);
  });

  it('leaves no service alone for longer when the clock is set back', async () => {
    const uneven = await several(1, true);
    const { rebalancer } = await afterFailedMove(uneven);
    const early = NOW_MS - 3_600_000;
    const noticed = rebalancer.decide({ view: uneven, first: false, changed: NOTHING }, early);
    assert.deepEqual([noticed.groups, noticed.wakeAtMs], [[], early + 1_000]);
    const again = rebalancer.decide({ view: uneven, first: false, changed: NOTHING }, early + 1_000);
    assert.equal(again.groups.length, 1);
  });
});
