/**
 * swarmctl changing what holds for the whole cluster, and joining with wishes about the node.
 */
import assert from 'node:assert/strict';
import { GetClusterReplyCodec, UpdateClusterReplyCodec } from '../../proto/gen/control.js';
import { InitReplyCodec, JoinReplyCodec, type JoinRequest } from '../../proto/gen/node.js';
import { ClusterSpecCodec } from '../../proto/gen/objects.js';
import { ControlDouble } from '../kit/control-double.js';
import { type Ended, startSwarmctl } from '../kit/swarmctl-process.js';

describe('swarmctl and the cluster', () => {
  let manager: ControlDouble;

  beforeEach(() => {
    manager = new ControlDouble();
  });
  afterEach(() => manager.close());

  const run = (...args: string[]): Promise<Ended> => startSwarmctl(manager.host, args).ended;

  it('changes what holds for the cluster, and shows it', async () => {
    const spec = ClusterSpecCodec.create({
      name: 'default',
      heartbeatPeriodMs: 5000,
      taskHistoryLimit: 5,
      nodeCertificateValidityMs: 7_776_000_000,
    });
    await manager.start({
      getCluster: () =>
        Promise.resolve(GetClusterReplyCodec.create({ id: 'c1', meta: { versions: { spec: 7 } }, spec })),
      updateCluster: () => Promise.resolve(UpdateClusterReplyCodec.create()),
    });
    const flags = ['--dispatcher-heartbeat', '2s', '--placement-strategy=binpack', '--rebalance', 'on'];
    const updated = await run('swarm', 'update', ...flags);
    assert.deepEqual(updated, { stdout: 'Swarm updated.\n', stderr: '', exitCode: 0 });
    const wanted = { ...spec, heartbeatPeriodMs: 2000, placementStrategy: 'binpack', rebalance: true };
    assert.deepEqual(manager.requests('updateCluster'), [{ version: 7, spec: wanted }]);
    const bare = await run('swarm', 'update');
    assert.match(bare.stderr, /^swarm update: say what to change: --cert-expiry, --dispatcher-heartbeat/);
    assert.equal(bare.exitCode, 2);
    const wrong = await run('swarm', 'update', '--cert-expiry', '5m');
    assert.deepEqual([wrong.stderr, wrong.exitCode], ['cert-expiry "300000ms": must be at least 1h\n', 2]);
    const { stdout } = await run('cluster', 'inspect', '--pretty');
    assert.match(stdout, /^Heartbeat Period: +5s\nTask History: +5\nCertificate Expiry: +2160h0m0s\n/m);
    assert.match(stdout, /^Placement Strategy: +spread\nRebalance: +off$/m);
    const json = await run('cluster', 'inspect', '--format', '{{.Spec.Dispatcher.HeartbeatPeriod}}');
    assert.equal(json.stdout, '5000000000\n');
  });

  it('joins with labels and an end, and refuses what is for new nodes to one that is a member', async () => {
    await manager.start({}, { join: () => Promise.resolve(JoinReplyCodec.create({ role: 'worker' })) });
    const flags = [
      '--token',
      'SWMTKN-1-a-b',
      '--label',
      'zone=a',
      '--label',
      'disk=ssd',
      '--auto-remove',
      '1h',
    ];
    assert.equal((await run('swarm', 'join', ...flags, '192.0.2.1:2377')).exitCode, 0);
    const [request] = manager.requests('join') as JoinRequest[];
    assert.deepEqual(request?.labels, { zone: 'a', disk: 'ssd' });
    assert.equal(request.autoRemoveAfterMs, 3_600_000);
    for (const [name, value] of [
      ['label', 'a=b'],
      ['availability', 'drain'],
      ['listen-addr', '192.0.2.9'],
      ['advertise-addr', '192.0.2.9'],
    ] as const) {
      const refreshed = await run('swarm', 'join', '--refresh', `--${name}`, value, '192.0.2.1:2377');
      assert.deepEqual(
        [refreshed.stderr, refreshed.exitCode],
        [`--refresh: does not go with --${name}\n`, 2],
      );
    }
    assert.equal(manager.requests('join').length, 1);
  });

  it('goes on with a cluster as it was, and refuses what is for new ones', async () => {
    await manager.start({}, { init: () => Promise.resolve(InitReplyCodec.create({ nodeId: 'node-1' })) });
    const again = ['swarm', 'init', '--force-new-cluster'];
    for (const [name, value] of [
      ['availability', 'drain'],
      ['rebalance', 'on'],
      ['task-history-limit', '2'],
    ] as const) {
      const { stderr, exitCode } = await run(...again, `--${name}`, value);
      assert.deepEqual([stderr, exitCode], [`--force-new-cluster: does not go with --${name}\n`, 2]);
    }
    assert.deepEqual(manager.requests('init'), []);
    assert.equal((await run(...again, '--advertise-addr', '192.0.2.1')).exitCode, 0);
  });
});
