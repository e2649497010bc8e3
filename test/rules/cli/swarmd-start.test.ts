/**
 * How swarmd reads its flags, its environment and node.json.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readInvocation, usage } from '../../../cli/swarmd/config.js';
import { parseNodeState } from '../../../cli/swarmd/node-state.js';
import { hasCode } from '../../../proto/base/errors.js';
import { VERSION } from '../../../proto/base/version.js';

describe("swarmd's configuration", () => {
  it('has defaults, which the environment changes and flags change last', () => {
    const env = { SWARMD_STATE_DIR: '/env/state', SWARMD_SOCKET: '/env/swarmd.sock' };
    const invocation = readInvocation(['--socket', '/flag/swarmd.sock'], env);
    assert.ok(invocation.kind === 'run');
    assert.deepEqual(invocation.config, {
      stateDirectory: '/env/state',
      socketPath: '/flag/swarmd.sock',
      dockerHost: 'unix:///var/run/docker.sock',
      genericResources: [],
      logLevel: 'info',
      metricsAddress: undefined,
      advertiseAddress: undefined,
      dataPathAddress: undefined,
      store: undefined,
    });
  });

  it('says what else the node has', () => {
    const invocation = readInvocation([], { SWARMD_GENERIC_NODE_RESOURCES: 'gpu=a,gpu=b,apple=3' });
    assert.ok(invocation.kind === 'run');
    assert.deepEqual(invocation.config.genericResources, [
      { kind: 'apple', count: 3, values: [] },
      { kind: 'gpu', count: 2, values: ['a', 'b'] },
    ]);
  });

  it('takes another address for a manager that moved, with the port of managers unless it says one', () => {
    const addressOf = (...args: readonly string[]): unknown => {
      const invocation = readInvocation(args, {});
      return invocation.kind === 'run' ? invocation.config.advertiseAddress : invocation;
    };
    assert.equal(addressOf('--advertise-addr', '192.0.2.7'), '192.0.2.7:2377');
    assert.equal(addressOf('--advertise-addr', '192.0.2.7:99'), '192.0.2.7:99');
  });

  for (const [args, field] of [
    [['--docker-host', 'tcp://1.2.3.4'], '--docker-host'],
    [['--docker-host', 'unix://relative'], '--docker-host'],
    [['--log-level', 'loud'], '--log-level'],
    [['--metrics-addr', '9323'], '--metrics-addr'],
    [['--metrics-addr', 'localhost:70000'], '--metrics-addr'],
    [['--metrics-addr', '::1:9323'], '--metrics-addr'],
    [['--store', '192.0.2.5:2379'], '--store'],
    [['--store', 'etcd://a,b:0'], '--store'],
    [['--store', 'etcd://a', '--store-prefix', 'swarm'], '--store-prefix'],
    [['--store-ca', 'ca.pem'], '--store-ca'],
    [['--store', 'etcd://a', '--store-cert', 'c', '--store-key', 'k'], '--store-cert'],
    [['--store', 'etcd://a', '--store-ca', 'c', '--store-key', 'k'], '--store-key'],
    [['--store', 'etcd://a', '--store-user', 'u'], '--store-user'],
    [['--advertise-addr', '192.0.2.7:port'], '--advertise-addr'],
    [['--generic-node-resources', 'apple=3,apple=4'], '--generic-node-resources'],
    [['--generic-node-resources', 'apple=-3'], '--generic-node-resources'],
    [['--no-such-flag'], 'command line'],
    [['stray'], 'command line'],
  ] as const) {
    it(`refuses ${args.join(' ')} and names ${field}`, () =>
      assert.throws(
        () => readInvocation(args, {}),
        (error) => hasCode(error, 'input.invalid') && error.facts.field === field,
      ));
  }

  it('serves metrics where it is told, on any port with 0, and nowhere without', () => {
    const addressOf = (args: readonly string[], env: NodeJS.ProcessEnv = {}): unknown => {
      const invocation = readInvocation(args, env);
      return invocation.kind === 'run' ? invocation.config.metricsAddress : invocation;
    };
    assert.equal(addressOf([]), undefined);
    assert.deepEqual(addressOf(['--metrics-addr', '127.0.0.1:0']), { host: '127.0.0.1', port: 0 });
    assert.deepEqual(addressOf([], { SWARMD_METRICS_ADDR: '[::1]:9323' }), { host: '::1', port: 9323 });
  });

  it('keeps the log in etcd where it is told, with what lets it in', () => {
    const storeOf = (args: readonly string[], env: NodeJS.ProcessEnv = {}): unknown => {
      const invocation = readInvocation(args, env);
      return invocation.kind === 'run' ? invocation.config.store : invocation;
    };
    const bare = {
      prefix: '/swarm',
      caPath: undefined,
      certificatePath: undefined,
      keyPath: undefined,
      userName: undefined,
      passwordPath: undefined,
    };
    assert.deepEqual(storeOf([], { SWARMD_STORE: 'etcd://etcd-1' }), { ...bare, endpoints: ['etcd-1:2379'] });
    const files = [
      '--store-ca',
      '/ca',
      '--store-cert',
      '/c',
      '--store-key',
      '/k',
      '--store-password-file',
      '/p',
    ];
    const all = [
      '--store',
      'etcd://a:1,[::1]:2,a:1',
      '--store-prefix',
      '/x/y/',
      '--store-user',
      'u',
      ...files,
    ];
    assert.deepEqual(storeOf(all), {
      endpoints: ['a:1', '[::1]:2'],
      prefix: '/x/y',
      caPath: '/ca',
      certificatePath: '/c',
      keyPath: '/k',
      userName: 'u',
      passwordPath: '/p',
    });
  });

  it('names the variable when the wrong value came from the environment', () => {
    assert.throws(
      () => readInvocation([], { DOCKER_HOST: 'tcp://192.0.2.1' }),
      (error) => hasCode(error, 'input.invalid') && error.facts.field === 'DOCKER_HOST',
    );
  });

  it('prints every flag in its help, and the version of the package', () => {
    assert.equal(readInvocation(['--help'], {}).kind, 'help');
    for (const flag of ['--state-dir', '--socket', '--docker-host', '--log-level', '--metrics-addr'])
      assert.ok(usage().includes(flag));
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.equal(VERSION, version);
  });
});

describe('node.json', () => {
  const state = {
    nodeId: 'n1',
    clusterId: 'c1',
    role: 'worker',
    managerAddresses: ['192.0.2.1:2377'],
    listenAddress: '',
    advertiseAddress: '',
  };

  it('is read as it was written', () => {
    const found = { ...state, isAddressFound: true, dataPathAddress: 'eth1' };
    assert.deepEqual(parseNodeState(JSON.stringify({ format: 1, ...found }), 'node.json'), found);
  });

  it('of the build before, which said every address, is read', () => {
    const read = parseNodeState(JSON.stringify({ format: 1, ...state }), 'node.json');
    assert.deepEqual(read, { ...state, isAddressFound: false, dataPathAddress: '' });
  });

  it('of a newer format is refused with both formats', () => {
    assert.throws(
      () => parseNodeState(JSON.stringify({ ...state, format: 2 }), 'node.json'),
      (error) =>
        hasCode(error, 'format.unknown') && error.facts.format === 2 && error.facts.readerFormat === 1,
    );
  });

  for (const [what, text] of [
    ['half a file', '{"format": 1, "nodeId": "n'],
    ['no object', '7'],
    ['no format', JSON.stringify(state)],
    ['no node', JSON.stringify({ ...state, format: 1, nodeId: undefined })],
    ['an odd role', JSON.stringify({ ...state, format: 1, role: 'king' })],
    ['addresses that are no list', JSON.stringify({ ...state, format: 1, managerAddresses: 'x' })],
  ] as const) {
    it(`with ${what} is refused, naming the file and the next step`, () =>
      assert.throws(
        () => parseNodeState(text, '/state/node.json'),
        (error) => hasCode(error, 'runtime.failed') && /\/state\/node\.json.*Restore/s.test(error.message),
      ));
  }
});
