/**
 * A whole cluster, simulated.
 */
import assert from 'node:assert/strict';
import { aServiceSpec } from '../kit/builders.js';
import { runningTasks, SimCluster } from '../kit/sim-cluster.js';

describe('a simulated cluster', () => {
  it('runs a service', async function () {
    this.timeout(60_000);
    const startedMs = performance.now();
    const cluster = new SimCluster({ seed: 1, nodeCount: 5, contract: 'one-slot-stop-first' });
    await cluster.begin();
    const answer = await cluster.ask(
      'create',
      async (control, context) =>
        await control.createService(
          { spec: aServiceSpec({ name: 'web', mode: { kind: 'replicated', replicated: { replicas: 10 } } }) },
          context,
        ),
    );
    assert.ok(answer.kind === 'done', JSON.stringify(answer));
    const id = answer.value.service?.id ?? '';
    await cluster.until('10 run', () => runningTasks(cluster.view, id) === 10);
    await cluster.run(60_000);
    console.log(cluster.trace.last(200));
    console.log(performance.now() - startedMs, cluster.trace.count);
  });
});
