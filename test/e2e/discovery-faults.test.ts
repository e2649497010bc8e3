/**
 * Names, virtual addresses and ways between nodes through what befalls a cluster: nodes cut off or without power,
 * paths that carry less than they say, connections that rest. Scenario numbers are those of discovery and load
 * balancing; `make soak` does the same for longer and more often, and kills leaders.
 */
import assert from 'node:assert/strict';
import { blockTunnel, moveDatagrams, narrowPath } from '../lab/discovery-paths.js';
import { DiscoverySite } from '../lab/discovery-site.js';
import { expectSurvival, idleConnections, setConntrackTimeout } from '../lab/idle-connections.js';
import { Lab } from '../lab/lab.js';

/** Short, so that a node is down after 12 s of silence. */
const HEARTBEAT = ['--dispatcher-heartbeat', '2s'];
const DOWN_AFTER_MS = 12_000;
/** If the host led, its successor first counts the silence of the nodes anew. */
const FORGOTTEN_WITHIN_MS = 2 * DOWN_AFTER_MS + 10_000;
/** Of the connection table, instead of 5 days. */
const CONNTRACK_SECONDS = 12;

const FLOW_MOVES_WITHIN_MS = 5_000;

describe('names and ways in the network', function () {
  this.timeout(300_000);
  let site: DiscoverySite;
  let lab: Lab;

  before(async function () {
    if ((await Lab.obstacle(['conntrack'])) !== undefined) this.skip();
    lab = await Lab.create({ hosts: 3, name: 'faults' });
    site = await DiscoverySite.start(lab, 3, ...HEARTBEAT);
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await site.app.cluster.printLogs();
  });

  it('survive connections that rest, or are refused at once when nobody remembers them (scenario 11)', async () => {
    const lasting = await setConntrackTimeout(lab.hosts, CONNTRACK_SECONDS);
    const [rested, forgotten] = await Promise.all([
      idleConnections(site, (2 / 3) * CONNTRACK_SECONDS),
      idleConnections(site, 1.5 * CONNTRACK_SECONDS),
    ]);
    await setConntrackTimeout(lab.hosts, lasting);
    expectSurvival(rested);
    for (const { way, connections } of forgotten) {
      const slowestMs = Math.max(...connections.map(({ tookMs }) => tookMs));
      const lost = connections.filter(({ before, after }) => before !== after).length;
      console.log(`      ${way}, forgotten: ${lost} refused, the slowest after ${slowestMs.toFixed(0)} ms`);
      assert.ok(slowestMs < 1_000, `${way}: nothing is ever without an answer`);
    }
  });

  it('lead a UDP client with one source port to where the task is now (scenario 12)', async () => {
    const { silentMs, foundMs } = await moveDatagrams(site, lab.host(2), lab.host(3));
    console.log(`      silent for ${silentMs} ms, until ${foundMs} ms after the new task ran`);
    assert.ok(foundMs < FLOW_MOVES_WITHIN_MS);
  });

  it('forget what ran on a host that lost its power, for good (scenario 3)', async () => {
    const { goneAfterMs, backAfterMs } = await site.losePower(lab.host(3));
    console.log(
      `      gone ${goneAfterMs} ms after the host, which was right again ${backAfterMs} ms after it was on`,
    );
    assert.ok(goneAfterMs < FORGOTTEN_WITHIN_MS, `${goneAfterMs} ms`);
  });

  it('are right within 10 s of a cut that is over (scenario 1)', async () => {
    const tookMs = await site.cutOff([lab.host(3)], { forMs: 10_000, way: 'towards it' });
    console.log(`      cut off for 10 s, one way: right ${tookMs} ms after it was healed`);
  });

  it('are named by the doctor when a path is blocked or narrow, and carry all once they are as told (scenario 10)', async () => {
    await blockTunnel(site, lab.host(3), lab.host(2));
    await narrowPath(site, lab.host(3), 1_400);
  });
});
