/**
 * No request is lost in twenty rolling updates of each order, and some are when nobody waits for traffic to end.
 */
import assert from 'node:assert/strict';
import { AppCluster } from '../lab/app-cluster.js';
import { Lab } from '../lab/lab.js';
import { ServiceUnderLoad } from '../lab/service-under-load.js';

const REPLICAS = 6;
const UPDATES = { updates: 20, parallelism: 2 };

describe('rolling updates under load', function () {
  this.timeout(3_600_000);
  let lab: Lab;
  let app: AppCluster;
  let service: ServiceUnderLoad;

  before(async function () {
    if ((await Lab.obstacle(['wrk'])) !== undefined) this.skip();
    lab = await Lab.create({ hosts: 3, name: 'soakdrain' });
    app = await AppCluster.start(lab);
    service = await ServiceUnderLoad.start(app, REPLICAS);
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await app.cluster.printLogs();
  });

  for (const order of ['start-first', 'stop-first'] as const)
    it(`lose no request in 20 of them, ${order} (scenario 19)`, async () => {
      const accounts = await service.update({ ...UPDATES, order, drainTimeout: '10s' });
      for (const { way, requests, failed, failures } of accounts) {
        assert.ok(requests > 20_000, `${way}: only ${requests} requests`);
        assert.equal(failed, 0, `${way}: ${failures}`);
      }
    });

  for (const order of ['start-first', 'stop-first'] as const)
    it(`lose some when nobody waits for traffic to end, ${order}, or this would prove nothing`, async () => {
      const accounts = await service.update({ ...UPDATES, updates: 3, order, drainTimeout: '0s' });
      assert.ok(accounts.some(({ failed }) => failed > 0));
    });
});
