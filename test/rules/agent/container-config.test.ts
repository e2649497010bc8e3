/**
 * From a task to the engine's create request and back from what the engine says.
 */
import assert from 'node:assert/strict';
import {
  type ContainerRequest,
  containerRequest,
  imageToPull,
  isOwned,
} from '../../../agent/runtime/docker/rules/container-config.js';
import {
  boundPorts,
  conditionOf,
  containerStatus,
  type Inspection,
  unhealthyProblem,
} from '../../../agent/runtime/docker/rules/container-state.js';
import { describeEngine } from '../../../agent/runtime/docker/rules/engine-facts.js';
import { AssignedTaskCodec, type AssignedTaskInput } from '../../../proto/gen/dispatcher.js';
import { type ContainerSpecInput, PortSpecCodec } from '../../../proto/gen/objects.js';

const OWNER = { clusterId: 'c1', nodeId: 'n1' };

const request = (container: ContainerSpecInput, task: AssignedTaskInput = {}): ContainerRequest =>
  containerRequest(
    AssignedTaskCodec.create({
      taskId: 't1',
      taskName: 'web.1.t1',
      serviceId: 's1',
      serviceName: 'web',
      ...task,
      spec: { ...task.spec, container: { image: 'web:1', ...container } },
    }),
    [],
    OWNER,
    false,
  );

describe('the create request of a task', () => {
  it('of nothing but an image asks for nothing else', () => {
    const plain = request({});
    assert.deepEqual(Object.keys(plain).toSorted(), [
      'Env',
      'ExposedPorts',
      'HostConfig',
      'Image',
      'Labels',
      'OpenStdin',
      'Tty',
      'name',
    ]);
    assert.equal(plain.name, 'web.1.t1');
    assert.equal(plain.Image, 'web:1');
    assert.deepEqual(plain.HostConfig.RestartPolicy, { Name: 'no' });
    for (const key of ['Memory', 'NanoCpus', 'PidsLimit', 'Init', 'LogConfig']) {
      assert.equal(key in plain.HostConfig, false, key);
    }
  });

  it('carries the familiar labels and ours, which nothing of the service can change', () => {
    const { Labels } = request({
      labels: { mine: 'yes', 'io.swarmd.node.id': 'other', 'com.docker.swarm.task.id': 'other' },
    });
    assert.deepEqual(Labels, {
      mine: 'yes',
      'com.docker.swarm.task': '',
      'com.docker.swarm.task.id': 't1',
      'com.docker.swarm.task.name': 'web.1.t1',
      'com.docker.swarm.node.id': 'n1',
      'com.docker.swarm.service.id': 's1',
      'com.docker.swarm.service.name': 'web',
      'io.swarmd.cluster.id': 'c1',
      'io.swarmd.node.id': 'n1',
    });
    assert.equal(isOwned(OWNER, '/web.1.t1', Labels), true);
    assert.equal(isOwned(OWNER, '/copy', Labels), false);
    assert.equal(isOwned({ ...OWNER, nodeId: 'n2' }, '/web.1.t1', Labels), false);
    assert.equal(isOwned({ ...OWNER, clusterId: 'c2' }, '/web.1.t1', Labels), false);
    assert.equal(isOwned(OWNER, '/web.1.t1', {}), false);
  });

  const CASES: readonly (readonly [what: string, spec: ContainerSpecInput, expected: object])[] = [
    ['command', { command: ['a', 'b'] }, { Entrypoint: ['a', 'b'] }],
    ['args', { args: ['x'] }, { Cmd: ['x'] }],
    ['env', { env: ['A=1', 'B='] }, { Env: ['A=1', 'B='] }],
    ['hostname', { hostname: 'h' }, { Hostname: 'h' }],
    ['working directory', { workingDir: '/w' }, { WorkingDir: '/w' }],
    ['user', { user: '1:2' }, { User: '1:2' }],
    ['terminal', { tty: true, openStdin: true }, { Tty: true, OpenStdin: true }],
    ['stop signal', { stopSignal: 'SIGINT' }, { StopSignal: 'SIGINT' }],
    ['grace', { stopGracePeriodMs: 1500 }, { StopTimeout: 2 }],
    ['no grace', { stopGracePeriodMs: 0 }, { StopTimeout: 0 }],
  ];
  for (const [what, spec, expected] of CASES) {
    it(`knows ${what}`, () => {
      const made = request(spec);
      for (const [key, value] of Object.entries(expected)) {
        assert.deepEqual(made[key as keyof ContainerRequest], value);
      }
    });
  }

  const HOST_CASES: readonly (readonly [what: string, spec: ContainerSpecInput, expected: object])[] = [
    ['init', { init: false }, { Init: false }],
    ['read only', { readOnly: true }, { ReadonlyRootfs: true }],
    ['groups', { groups: ['g'] }, { GroupAdd: ['g'] }],
    ['name servers', { dnsServers: ['1.1.1.1'], dnsSearch: ['a'], dnsOptions: ['b'] }, { Dns: ['1.1.1.1'] }],
    ['capabilities', { capabilityAdd: ['NET_ADMIN'], capabilityDrop: ['ALL'] }, { CapAdd: ['NET_ADMIN'] }],
    ['sysctls', { sysctls: { 'net.x': '1' } }, { Sysctls: { 'net.x': '1' } }],
    [
      'ulimits',
      { ulimits: [{ name: 'nofile', soft: 1, hard: 2 }] },
      { Ulimits: [{ Name: 'nofile', Soft: 1, Hard: 2 }] },
    ],
    [
      'hosts',
      { hosts: ['10.0.0.1 a b', 'c:10.0.0.2'] },
      { ExtraHosts: ['a:10.0.0.1', 'b:10.0.0.1', 'c:10.0.0.2'] },
    ],
  ];
  for (const [what, spec, expected] of HOST_CASES) {
    it(`knows ${what}`, () => {
      const made = request(spec).HostConfig;
      for (const [key, value] of Object.entries(expected)) {
        assert.deepEqual(made[key as keyof ContainerRequest['HostConfig']], value);
      }
    });
  }

  it('knows limits, reservations and the log driver', () => {
    const { HostConfig } = request(
      {},
      {
        spec: {
          resources: {
            limits: { nanoCpus: 5e8, memoryBytes: 1024, pids: 10 },
            reservations: { memoryBytes: 512, nanoCpus: 1e8 },
          },
          logDriver: { name: 'json-file', options: { 'max-size': '1m' } },
        },
      },
    );
    assert.equal(HostConfig.NanoCpus, 5e8);
    assert.equal(HostConfig.Memory, 1024);
    assert.equal(HostConfig.MemoryReservation, 512);
    assert.equal(HostConfig.PidsLimit, 10);
    assert.deepEqual(HostConfig.LogConfig, { Type: 'json-file', Config: { 'max-size': '1m' } });
  });

  it('binds host ports and no others', () => {
    const { HostConfig, ExposedPorts } = request(
      {},
      {
        ports: [
          { targetPort: 80, publishedPort: 8080, publishMode: 'host', hostIp: '127.0.0.1' },
          { targetPort: 80, publishedPort: 8081, publishMode: 'host' },
          { targetPort: 53, protocol: 'udp', publishMode: 'host' },
          { targetPort: 443, publishedPort: 443, publishMode: 'ingress' },
        ],
      },
    );
    assert.deepEqual(HostConfig.PortBindings, {
      '80/tcp': [
        { HostIp: '127.0.0.1', HostPort: '8080' },
        { HostIp: '', HostPort: '8081' },
      ],
      '53/udp': [{ HostIp: '', HostPort: '' }],
    });
    assert.deepEqual(Object.keys(ExposedPorts), ['80/tcp', '53/udp']);
  });

  it('makes mounts of each kind; a volume it makes carries our labels', () => {
    const { Mounts } = request({
      mounts: [
        { type: 'bind', source: '/a', target: '/b', readOnly: true, bindPropagation: 'rslave' },
        { type: 'volume', source: 'data', target: '/d', volumeDriver: 'local', volumeLabels: { x: '1' } },
        { type: 'tmpfs', target: '/t', tmpfsSizeBytes: 100, tmpfsMode: 0o700 },
      ],
    }).HostConfig;
    assert.deepEqual(Mounts, [
      { Type: 'bind', Source: '/a', Target: '/b', ReadOnly: true, BindOptions: { Propagation: 'rslave' } },
      {
        Type: 'volume',
        Source: 'data',
        Target: '/d',
        ReadOnly: false,
        VolumeOptions: {
          NoCopy: false,
          Labels: { x: '1', 'io.swarmd.cluster.id': 'c1', 'io.swarmd.node.id': 'n1' },
          DriverConfig: { Name: 'local', Options: {} },
        },
      },
      {
        Type: 'tmpfs',
        Source: '',
        Target: '/t',
        ReadOnly: false,
        TmpfsOptions: { SizeBytes: 100, Mode: 0o700 },
      },
    ]);
  });

  it('gives health checks in nanoseconds and leaves to the image what is not said', () => {
    assert.deepEqual(
      request({ healthCheck: { test: ['CMD', 'x'], intervalMs: 1500, retries: 3 } }).Healthcheck,
      {
        Test: ['CMD', 'x'],
        Interval: 1_500_000_000,
        Retries: 3,
      },
    );
  });

  it('asks for one tag of an image, never for all', () => {
    assert.equal(imageToPull('web'), 'web:latest');
    assert.equal(imageToPull('host:5000/a/web'), 'host:5000/a/web:latest');
    assert.equal(imageToPull('host:5000/a/web:2'), 'host:5000/a/web:2');
    assert.equal(imageToPull('web@sha256:ab'), 'web@sha256:ab');
  });
});

const seen = (state: Partial<Inspection['State']>, ports: Inspection['NetworkSettings']['Ports'] = {}) => ({
  Id: 'id',
  Name: '/web.1.t1',
  State: {
    Status: 'running',
    Running: true,
    OOMKilled: false,
    Pid: 7,
    ExitCode: 0,
    Error: '',
    ...state,
  },
  Config: { Labels: {}, Tty: false },
  NetworkSettings: { Ports: ports },
});
const ended = (state: Partial<Inspection['State']>) => seen({ Status: 'exited', Running: false, ...state });

describe('what the engine says of a container', () => {
  it('is read as created, running with its health, or ended', () => {
    assert.deepEqual(conditionOf(seen({ Status: 'created', Running: false })), { kind: 'created' });
    assert.deepEqual(conditionOf(seen({})), { kind: 'running', health: 'none' });
    assert.deepEqual(conditionOf(seen({ Health: { Status: 'starting' } })), {
      kind: 'running',
      health: 'starting',
    });
    assert.deepEqual(conditionOf(ended({})), { kind: 'ended', exitCode: 0, problem: '' });
  });

  it('makes a problem of a non-zero exit, of memory and of an error of the engine', () => {
    const problem = (state: Partial<Inspection['State']>): string => {
      const condition = conditionOf(ended(state));
      return condition.kind === 'ended' ? condition.problem : assert.fail();
    };
    assert.equal(problem({ ExitCode: 1 }), 'task: non-zero exit (1)');
    assert.equal(problem({ ExitCode: 137, OOMKilled: true }), 'task: non-zero exit (137): out of memory');
    assert.equal(problem({ ExitCode: 128, Error: 'no exec' }), 'task: non-zero exit (128): no exec');
  });

  it('gives an exit code only to what ended', () => {
    assert.deepEqual(containerStatus(seen({})), { containerId: 'id', pid: 7, exitCode: undefined });
    assert.equal(containerStatus(ended({ ExitCode: 0, Pid: 0 })).exitCode, 0);
  });

  it('says what a failing check printed, within bounds', () => {
    const health = {
      Status: 'unhealthy',
      Log: [{ Output: 'old' }, { Output: ` no\n disk ${'x'.repeat(999)}` }],
    };
    assert.match(unhealthyProblem(seen({ Health: health })), /^unhealthy container: no disk x{192}$/);
    assert.equal(
      unhealthyProblem(seen({ Health: { Status: 'unhealthy', Log: null } })),
      'unhealthy container',
    );
  });

  it('tells the ports it really bound', () => {
    const port = (targetPort: number, publishedPort: number) =>
      PortSpecCodec.create({ targetPort, publishedPort, publishMode: 'host' });
    const inspection = seen(
      {},
      {
        '80/tcp': [
          { HostIp: '0.0.0.0', HostPort: '8081' },
          { HostIp: '0.0.0.0', HostPort: '8080' },
        ],
        '90/tcp': [{ HostIp: '0.0.0.0', HostPort: '49153' }],
        '99/tcp': null,
      },
    );
    const ports = [port(80, 8080), port(90, 0), port(99, 0), PortSpecCodec.create({ targetPort: 1 })];
    assert.deepEqual(
      boundPorts(inspection, ports).map(({ publishedPort }) => publishedPort),
      [8080, 49153, 0],
    );
  });

  it('describes a node', () => {
    const described = describeEngine({
      Name: 'h1',
      Architecture: 'x86_64',
      OSType: 'linux',
      NCPU: 2,
      MemTotal: 100,
      ServerVersion: '20.10',
      Labels: ['a=b=c', 'flag'],
    });
    assert.deepEqual(described.engineLabels, { a: 'b=c', flag: '' });
    assert.deepEqual(described.resources, { nanoCpus: 2e9, memoryBytes: 100, generic: [] });
    assert.deepEqual(described.plugins, []);
  });

  it('describes plugins and generic resources in an order of their own', () => {
    const { plugins, resources } = describeEngine({
      Name: 'h1',
      Architecture: 'x86_64',
      OSType: 'linux',
      NCPU: 2,
      MemTotal: 100,
      ServerVersion: '20.10',
      Plugins: { Volume: ['local'], Network: null, Log: ['syslog', 'json-file'] },
      GenericResources: [
        { NamedResourceSpec: { Kind: 'gpu', Value: 'b' } },
        { DiscreteResourceSpec: { Kind: 'apple', Value: 3 } },
        { NamedResourceSpec: { Kind: 'gpu', Value: 'a' } },
      ],
    });
    assert.deepEqual(
      plugins.map(({ type, name }) => `${type} ${name}`),
      ['Log json-file', 'Log syslog', 'Volume local'],
    );
    assert.deepEqual(resources?.generic, [
      { kind: 'apple', count: 3, values: [] },
      { kind: 'gpu', count: 2, values: ['a', 'b'] },
    ]);
  });

  it('tells a task what it was given of generic resources', () => {
    const generic = [
      { kind: 'apple', count: 3, values: [] },
      { kind: 'gpu', count: 2, values: ['a', 'b'] },
    ];
    assert.deepEqual(request({ env: ['A=1'] }, { generic }).Env, [
      'A=1',
      'DOCKER_RESOURCE_APPLE=3',
      'DOCKER_RESOURCE_GPU=a,b',
    ]);
  });
});
