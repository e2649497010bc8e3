/**
 * Connections that say nothing for 16 minutes, with the kernel's own time limits.
 */
import { DiscoverySite } from '../lab/discovery-site.js';
import { expectSurvival, idleConnections } from '../lab/idle-connections.js';
import { Lab } from '../lab/lab.js';

const REST_SECONDS = 960;

describe('connections that rest', function () {
  this.timeout(1_500_000);
  let lab: Lab;
  let site: DiscoverySite;

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    lab = await Lab.create({ hosts: 3, name: 'soakidle' });
    site = await DiscoverySite.start(lab, 1);
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await site.app.cluster.printLogs();
  });

  it('go on after 16 minutes (scenario 11)', async () => {
    expectSurvival(await idleConnections(site, REST_SECONDS));
  });
});
