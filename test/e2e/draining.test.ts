/**
 * No request is lost in an update (scenario 19): a task that is to go gets no new traffic anywhere before it is told
 * to stop. `make soak` does the same twenty times over.
 */
import assert from 'node:assert/strict';
import { AppCluster } from '../lab/app-cluster.js';
import { Lab } from '../lab/lab.js';
import { ServiceUnderLoad } from '../lab/service-under-load.js';

const REPLICAS = 6;
const UPDATE = { updates: 1, parallelism: 2 };

describe('rolling updates under load', function () {
  this.timeout(300_000);
  let lab: Lab;
  let app: AppCluster;
  let service: ServiceUnderLoad;

  before(async function () {
    if ((await Lab.obstacle(['wrk'])) !== undefined) this.skip();
    lab = await Lab.create({ hosts: 3, name: 'drain' });
    app = await AppCluster.start(lab);
    service = await ServiceUnderLoad.start(app, REPLICAS);
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await app.cluster.printLogs();
  });

  for (const order of ['start-first', 'stop-first'] as const)
    it(`lose no request, ${order}`, async () => {
      const accounts = await service.update({ ...UPDATE, order, drainTimeout: '10s' });
      for (const { way, requests, failed, failures } of accounts) {
        assert.ok(requests > 1_000, `${way}: only ${requests} requests`);
        assert.equal(failed, 0, `${way}: ${failures}`);
      }
    });

  it('lose some when nobody waits for traffic to end, or this would prove nothing', async () => {
    const order = 'stop-first';
    const accounts = await service.update({ ...UPDATE, order, drainTimeout: '0s' });
    assert.ok(accounts.some(({ failed }) => failed > 0));
  });
});
