/**
 * Names, virtual addresses and ways between six nodes, half of them managers, with the usual heartbeat: cut off for
 * long and in every way, split in halves, without power.
 */
import assert from 'node:assert/strict';
import { DiscoverySite, WEB } from '../lab/discovery-site.js';
import { Lab } from '../lab/lab.js';

/** Six heartbeats of 5 s. */
const DOWN_AFTER_MS = 30_000;
/** If the host led, its successor first counts the silence of the nodes anew. */
const FORGOTTEN_WITHIN_MS = 2 * DOWN_AFTER_MS + 10_000;

describe('names and ways in a larger network', function () {
  this.timeout(600_000);
  let site: DiscoverySite;
  let lab: Lab;

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    lab = await Lab.create({ hosts: 6, name: 'soakfaults' });
    site = await DiscoverySite.start(lab, 3);
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await site.app.cluster.printLogs();
  });

  for (const way of ['both ways', 'towards it', 'from it', '30 % lost'] as const)
    for (const seconds of [10, 30, 90])
      it(`are right within 10 s of a cut of ${seconds} s, ${way} (scenario 1)`, async () => {
        const tookMs = await site.cutOff([lab.host(6)], { forMs: 1_000 * seconds, way });
        console.log(`      cut off for ${seconds} s, ${way}: right ${tookMs} ms after it was healed`);
      });

  for (const restarted of ['workers', 'managers'] as const)
    it(`are right after a split in halves, the ${restarted}' side restarted meanwhile (scenario 2)`, async () => {
      const { managers, workers } = site.app.cluster;
      const hosts = restarted === 'workers' ? workers : managers.slice(1);
      const tookMs = await site.cutOff(workers, {
        forMs: 2 * DOWN_AFTER_MS,
        way: 'both ways',
        meanwhile: async () => {
          for (const host of hosts) {
            await host.killSwarmd('parent');
            await host.startSwarmd();
          }
        },
      });
      console.log(`      split for 60 s, ${restarted} restarted: right ${tookMs} ms after it was healed`);
    });

  it('forget what ran on hosts that lost their power, for good (scenario 3)', async () => {
    for (const number of [6, 3]) {
      for (const service of [WEB, 'door'])
        await site.app.cluster.swarmctl('service', 'update', '--force', '--timeout', '120s', service);
      const { goneAfterMs, backAfterMs } = await site.losePower(lab.host(number));
      console.log(
        `      gone ${goneAfterMs} ms after the host, which was right again ${backAfterMs} ms after it was on`,
      );
      assert.ok(goneAfterMs < FORGOTTEN_WITHIN_MS, `${goneAfterMs} ms`);
    }
  });
});
