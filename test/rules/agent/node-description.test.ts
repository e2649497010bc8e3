/**
 * What a node says it is made of: of the engine, and of what the agent knows better.
 */
import assert from 'node:assert/strict';
import { NodeDescriber } from '../../../agent/node-description.js';
import { NodeFacts } from '../../../agent/network/node-facts.js';
import { silentLog } from '../../../proto/base/log.js';
import { runAll } from '../../../proto/base/service.js';
import {
  type AttachedContainerInput,
  type NodeDescription,
  NodeNetworkingCodec,
} from '../../../proto/gen/objects.js';
import { SimClock } from '../../kit/sim-clock.js';
import { SimRuntime } from '../../kit/sim-runtime.js';
import { ToldHost } from '../../kit/told-host.js';

const PERIOD_MS = 20_000;

describe('the description of a node', () => {
  let clock: SimClock;
  let runtime: SimRuntime;
  let host: ToldHost;
  let told: NodeDescription[];
  let containers: readonly AttachedContainerInput[];
  let networkChanged: () => void;
  let stop: AbortController;
  let running: Promise<void>;

  beforeEach(async () => {
    clock = new SimClock();
    runtime = new SimRuntime();
    runtime.setDescription({
      plugins: ['bridge', 'host', 'overlay'].map((name) => ({ type: 'Network', name })),
    });
    host = new ToldHost();
    told = [];
    containers = [];
    stop = new AbortController();
    const whereabouts = () => ({ own: '192.0.2.7:2377', managers: [] });
    const tunnelKeys = () => Promise.resolve([]);
    const facts = new NodeFacts(
      { dataPathAddress: '' },
      { reader: host, whereabouts, ownPorts: () => [], tunnelKeys },
    );
    const describer = new NodeDescriber(
      { hostname: 'host' },
      {
        runtime,
        clock,
        log: silentLog,
        networking: async () => NodeNetworkingCodec.create({ ...(await facts.read()), containers }),
        onNetworkChange: (listener) => {
          networkChanged = listener;
          return () => undefined;
        },
        problem: async () => '',
      },
    );
    describer.onChange((description) => told.push(description));
    running = runAll([describer], stop.signal);
    await describer.whenRead(stop.signal);
    await clock.advance(0);
  });

  afterEach(async () => {
    stop.abort();
    await running;
  });

  const plugins = (): readonly string[] => (told.at(-1)?.plugins ?? []).map(({ name }) => name);

  it('is told again at once when users’ containers on networks have changed', async () => {
    containers = [{ networkId: 'app', containerId: 'c1' }];
    networkChanged();
    await clock.advance(0);
    assert.deepEqual(
      told.map(({ networking }) => networking?.containers.map(({ containerId }) => containerId)),
      [[], ['c1']],
    );
  });

  it('says what networks depend on, and only when something of it changes', async () => {
    assert.deepEqual([told.length, told[0]?.networking?.dataAddress], [1, '192.0.2.7']);
    await clock.advance(3 * PERIOD_MS);
    assert.equal(told.length, 1);
    host.outputs.set('ip -j -4 route show', '[{"dst":"198.51.100.0/24","dev":"eth0"}]');
    await clock.advance(PERIOD_MS);
    assert.deepEqual([told.length, told.at(-1)?.networking?.routes], [2, ['198.51.100.0/24']]);
  });

  it('lists the overlay driver only where this node has one, whatever its engine lists', async () => {
    assert.deepEqual(plugins(), ['bridge', 'host', 'overlay']);
    host.commands.delete('nft');
    await clock.advance(PERIOD_MS);
    assert.deepEqual(plugins(), ['bridge', 'host']);
    assert.equal(told.at(-1)?.networking?.problem, 'nft not found: install nftables');
    host.commands.add('nft');
    await clock.advance(PERIOD_MS);
    assert.deepEqual(plugins(), ['bridge', 'host', 'overlay']);
  });

  it('goes on about networks while the engine is away', async () => {
    runtime.goAway();
    await clock.advance(0);
    assert.deepEqual(plugins(), ['bridge', 'host', 'overlay']);
    assert.notEqual(told.at(-1)?.runtimeError, '');
  });

  it('reads what networks depend on no more often while the engine is away', async () => {
    runtime.goAway();
    await clock.advance(0);
    host.ran.length = 0;
    await clock.advance(3 * PERIOD_MS);
    assert.equal(host.ran.filter((line) => line === 'ip -j -4 route show').length, 3);
  });
});
