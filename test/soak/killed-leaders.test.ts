/**
 * Names, virtual addresses and ways of a service through fifty updates, each of which loses the leader of its managers.
 */
import { DiscoverySite } from '../lab/discovery-site.js';
import { Lab } from '../lab/lab.js';

const LEADERS_KILLED = 50;

describe('names and ways of a service that is updated', function () {
  this.timeout(3_600_000);
  let site: DiscoverySite;
  let lab: Lab;

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    lab = await Lab.create({ hosts: 3, name: 'soakleaders' });
    site = await DiscoverySite.start(lab, 3);
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await site.app.cluster.printLogs();
  });

  it('stay as they are through 50 updates whose leaders are killed (scenario 4)', async () => {
    const tookMs: number[] = [];
    for (let killed = 1; killed <= LEADERS_KILLED; killed += 1) {
      tookMs.push(await site.killLeaderInUpdate(`lab/app:${1 + (killed % 2)}`));
      if (killed % 10 === 0)
        console.log(`      right at most ${Math.max(...tookMs)} ms after each of ${tookMs.length} updates`);
    }
    await site.expectOldAddressSilent();
  });
});
