/**
 * What a brand-new cluster begins with: what its user said, and defaults for the rest.
 */
import assert from 'node:assert/strict';
import { commitFirstCluster, prepareFirstCluster } from '../../../control-plane/manager/first-cluster.js';
import { type ClusterSpec, ClusterSpecCodec } from '../../../proto/gen/objects.js';
import { aMemoryStore } from '../../kit/memory-store.js';
import { SimClock, SimRandom } from '../../kit/sim-clock.js';

describe('a new cluster', () => {
  async function storedSpec(spec: ClusterSpec | undefined): Promise<ClusterSpec | undefined> {
    const { store } = aMemoryStore();
    const options = { spec, availability: 'active' } as const;
    const first = await prepareFirstCluster(options, { random: new SimRandom(1), clock: new SimClock() });
    await commitFirstCluster(options, first, store);
    return store.view().cluster()?.spec;
  }

  for (const taskHistoryLimit of [0, 3, -1])
    it(`keeps ${taskHistoryLimit} finished tasks per slot when its user says so`, async () => {
      const spec = await storedSpec(ClusterSpecCodec.create({ taskHistoryLimit }));
      assert.equal(spec?.taskHistoryLimit, taskHistoryLimit);
    });

  it('has defaults for what nobody said', async () => {
    assert.deepEqual(
      await storedSpec(undefined),
      ClusterSpecCodec.create({
        name: 'default',
        heartbeatPeriodMs: 5_000,
        taskHistoryLimit: 5,
        nodeCertificateValidityMs: 90 * 86_400_000,
        addressPools: ['10.0.0.0/8'],
        subnetPrefixBits: 24,
        dataPathPort: 4789,
      }),
    );
  });
});
