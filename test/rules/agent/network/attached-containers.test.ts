/**
 * Following users' own containers, on an engine that does as the test tells it.
 */
import assert from 'node:assert/strict';
import { AttachedContainers } from '../../../../agent/network/attached-containers.js';
import type { AttachedContainer } from '../../../../proto/gen/objects.js';
import { silentLog } from '../../../../proto/base/log.js';
import { SimClock } from '../../../kit/sim-clock.js';
import { ToldEngineNetworks, ToldKernel } from '../../../kit/told-kernel.js';

const SHELL = {
  containerId: 'c1',
  name: 'shell',
  address: '10.1.0.128',
  address6: '',
  hardwareAddress: '7e:00:00:00:00:01',
};

describe("following users' own containers", () => {
  let clock: SimClock;
  let engine: ToldEngineNetworks;
  let containers: AttachedContainers;
  let newsCount: number;
  let stop: AbortController;
  let running: Promise<void>;

  beforeEach(async () => {
    clock = new SimClock();
    engine = new ToldEngineNetworks(new ToldKernel());
    for (const [networkId, range] of [
      ['app', '10.1.0.128/29'],
      ['plain', ''],
    ] as const)
      engine.networks.push({
        engineId: `engine-${networkId}`,
        networkId,
        subnet: '10.1.0.0/24',
        gateway: '10.1.0.2',
        range,
        range6: '',
      });
    newsCount = 0;
    start([]);
    await clock.advance(1_000);
  });

  function start(knownOnes: readonly AttachedContainer[]): void {
    const known = async (): Promise<readonly AttachedContainer[]> => await Promise.resolve(knownOnes);
    containers = new AttachedContainers({ engine, known, clock, log: silentLog });
    containers.onChange(() => {
      newsCount += 1;
    });
    stop = new AbortController();
    running = containers.run(stop.signal);
  }

  afterEach(async () => {
    stop.abort();
    await running;
  });

  async function plug(...plugged: readonly (typeof SHELL)[]): Promise<void> {
    engine.containersByNetwork.set('engine-app', plugged);
    engine.containersByNetwork.set('engine-plain', plugged);
    engine.containersChanged();
    await clock.advance(1_000);
  }

  it('tells when one has come, and when it has gone, on attachable networks', async () => {
    await plug(SHELL);
    assert.equal(newsCount, 1);
    assert.deepEqual(await containers.read(), [{ networkId: 'app', ...SHELL }]);
    await plug();
    assert.equal(newsCount, 2);
    assert.deepEqual(await containers.read(), []);
  });

  it('tells nothing where nothing has changed', async () => {
    await plug(SHELL);
    await plug(SHELL);
    assert.equal(newsCount, 1);
  });

  it('stands by its last account while the engine is away, and follows again when it is back', async () => {
    await plug(SHELL);
    engine.refusal = new Error('the engine is away');
    await plug();
    assert.deepEqual(await containers.read(), [{ networkId: 'app', ...SHELL }]);
    engine.refusal = undefined;
    await plug();
    assert.deepEqual(await containers.read(), []);
    assert.equal(newsCount, 2);
  });

  it('tells of those that the managers know until the engine has spoken for the first time', async () => {
    stop.abort();
    await running;
    engine.refusal = new Error('the engine is away');
    const known = { networkId: 'app', ...SHELL };
    start([known]);
    assert.deepEqual(await containers.read(), [known]);
    await clock.advance(1_000);
    assert.deepEqual(await containers.read(), [known]);
    engine.refusal = undefined;
    await plug();
    assert.deepEqual(await containers.read(), [], 'it ended meanwhile');
    engine.refusal = new Error('the engine is away');
    assert.deepEqual(await containers.read(), []);
  });
});
