/**
 * What a user may ask of a service: each refusal names the field and the rule.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { hasCode } from '../../../proto/base/errors.js';
import type {
  ContainerSpecInput,
  ServiceSpec,
  ServiceSpecInput,
  TaskSpecInput,
  UpdateConfig,
} from '../../../proto/gen/objects.js';
import { ServiceSpecCodec } from '../../../proto/gen/objects.js';
import { parseImageReference } from '../../../proto/model/image-reference.js';
import { validateNodeSpec } from '../../../proto/model/node-spec.js';
import { validateServiceSpec } from '../../../proto/model/service-spec.js';
import { DEFAULT_UPDATE_CONFIG } from '../../../proto/model/update-config.js';

const spec = (parts: ServiceSpecInput = {}): ServiceSpec =>
  ServiceSpecCodec.create({
    name: 'web',
    mode: { kind: 'replicated', replicated: { replicas: 1 } },
    task: { container: { image: 'web:1' } },
    ...parts,
  });
const withTask = (task: TaskSpecInput): ServiceSpec =>
  spec({ task: { container: { image: 'web:1' }, ...task } });
const withContainer = (container: ContainerSpecInput): ServiceSpec =>
  spec({ task: { container: { image: 'web:1', ...container } } });
const withPort = (...ports: NonNullable<ServiceSpecInput['endpoint']>['ports'] & object): ServiceSpec =>
  spec({ endpoint: { ports } });
const host = 'host' as const;

const withUpdate = (parts: Partial<UpdateConfig>): ServiceSpec =>
  spec({ update: { ...DEFAULT_UPDATE_CONFIG, ...parts } });

const withMode = (mode: ServiceSpecInput['mode'], parts: ServiceSpecInput = {}): ServiceSpec =>
  spec({ ...parts, mode });
const job = (maxConcurrent: number, totalCompletions: number): ServiceSpecInput['mode'] => ({
  kind: 'replicatedJob',
  replicatedJob: { maxConcurrent, totalCompletions },
});
const GLOBAL: ServiceSpecInput['mode'] = { kind: 'global', global: {} };
const GLOBAL_JOB: ServiceSpecInput['mode'] = { kind: 'globalJob', globalJob: {} };
const ONE_PER_NODE: TaskSpecInput = { container: { image: 'web:1' }, placement: { maxReplicasPerNode: 1 } };

const BAD: readonly (readonly [what: string, spec: ServiceSpec, field: string])[] = [
  ['no name', spec({ name: '' }), 'name'],
  ['a name with a space', spec({ name: 'a b' }), 'name'],
  ['a name that begins with a dash', spec({ name: '-a' }), 'name'],
  ['a name that ends with a dash', spec({ name: 'a-' }), 'name'],
  ['a name of 64', spec({ name: 'a'.repeat(64) }), 'name'],
  ['a label without a name', spec({ labels: { '': 'a' } }), 'label'],
  ['no mode', spec({ mode: undefined }), 'mode'],
  ['too many replicas', spec({ mode: { kind: 'replicated', replicated: { replicas: 1e9 } } }), 'replicas'],
  ['a job of too many completions', withMode(job(1, 1e9)), 'replicas'],
  ['a job that may never run anything', withMode(job(0, 3)), 'max-concurrent'],
  ['a job that runs too much at once', withMode(job(1e9, 3)), 'max-concurrent'],
  [
    'a global service with a limit per node',
    withMode(GLOBAL, { task: ONE_PER_NODE }),
    'replicas-max-per-node',
  ],
  [
    'a global job with a limit per node',
    withMode(GLOBAL_JOB, { task: ONE_PER_NODE }),
    'replicas-max-per-node',
  ],
  ['a job with an update configuration', withMode(job(1, 1), { update: DEFAULT_UPDATE_CONFIG }), 'update'],
  [
    'a job with a rollback configuration',
    withMode(GLOBAL_JOB, { rollback: DEFAULT_UPDATE_CONFIG }),
    'rollback',
  ],
  ['no task', spec({ task: undefined }), 'image'],
  ['no container', spec({ task: {} }), 'image'],
  ['no image', withContainer({ image: '' }), 'image'],
  ['an image in capitals', withContainer({ image: 'Web' }), 'image'],
  ['env without a name', withContainer({ env: ['=1'] }), 'env'],
  ['empty env', withContainer({ env: [''] }), 'env'],
  ['a hostname with a space', withContainer({ hostname: 'a b' }), 'hostname'],
  ['a relative working directory', withContainer({ workingDir: 'tmp' }), 'workdir'],
  ['no such signal', withContainer({ stopSignal: 'SIGNOPE' }), 'stop-signal'],
  ['signal 65', withContainer({ stopSignal: '65' }), 'stop-signal'],
  ['a negative grace period', withContainer({ stopGracePeriodMs: -1 }), 'stop-grace-period'],
  ['a mount without target', withContainer({ mounts: [{ type: 'volume', source: 'data' }] }), 'mount'],
  [
    'two mounts with one target',
    withContainer({
      mounts: [
        { type: 'volume', source: 'data', target: '/data' },
        { type: 'tmpfs', target: '/data/' },
      ],
    }),
    'mount',
  ],
  ['a relative bind', withContainer({ mounts: [{ type: 'bind', source: 'a', target: '/a' }] }), 'mount'],
  ['a mount over everything', withContainer({ mounts: [{ type: 'tmpfs', target: '/' }] }), 'mount'],
  [
    'a tmpfs with a source',
    withContainer({ mounts: [{ type: 'tmpfs', source: '/a', target: '/b' }] }),
    'mount',
  ],
  [
    'a volume of a bad name',
    withContainer({ mounts: [{ type: 'volume', source: '/a', target: '/b' }] }),
    'mount',
  ],
  [
    'volume options on a bind',
    withContainer({ mounts: [{ type: 'bind', source: '/a', target: '/b', volumeNoCopy: true }] }),
    'mount',
  ],
  [
    'a negative interval',
    withContainer({ healthCheck: { test: ['CMD', 'a'], intervalMs: -1 } }),
    'health-interval',
  ],
  ['a health check of no form', withContainer({ healthCheck: { test: ['true'] } }), 'health-cmd'],
  ['an empty CMD', withContainer({ healthCheck: { test: ['CMD'] } }), 'health-cmd'],
  ['a host without a name', withContainer({ hosts: ['192.0.2.1'] }), 'host'],
  ['a name server by name', withContainer({ dnsServers: ['dns'] }), 'dns'],
  ['an unknown ulimit', withContainer({ ulimits: [{ name: 'files', soft: 1, hard: 1 }] }), 'ulimit'],
  ['soft above hard', withContainer({ ulimits: [{ name: 'nofile', soft: 2, hard: 1 }] }), 'ulimit'],
  ['unlimited above hard', withContainer({ ulimits: [{ name: 'nofile', soft: -1, hard: 1 }] }), 'ulimit'],
  ['a capability with a space', withContainer({ capabilityAdd: ['NET ADMIN'] }), 'cap-add'],
  ['a sysctl without dots', withContainer({ sysctls: { somaxconn: '1' } }), 'sysctl'],
  ['a negative delay', withTask({ restart: { delayMs: -1 } }), 'restart-delay'],
  ['an endless window', withTask({ restart: { windowMs: 1e15 } }), 'restart-window'],
  ['too little cpu', withTask({ resources: { limits: { nanoCpus: 1 } } }), 'limit-cpu'],
  ['negative cpu', withTask({ resources: { reservations: { nanoCpus: -1e9 } } }), 'reserve-cpu'],
  [
    'too little memory',
    withTask({ resources: { limits: { memoryBytes: 6 * 2 ** 20 - 1 } } }),
    'limit-memory',
  ],
  ['too little memory', withTask({ resources: { reservations: { memoryBytes: 1 } } }), 'reserve-memory'],
  [
    'more memory reserved than allowed',
    withTask({ resources: { limits: { memoryBytes: 8e6 }, reservations: { memoryBytes: 9e6 } } }),
    'reserve-memory',
  ],
  ['negative pids', withTask({ resources: { limits: { pids: -1 } } }), 'limit-pids'],
  [
    'half a unit',
    withTask({ resources: { reservations: { generic: [{ kind: 'gpu', count: 0.5 }] } } }),
    'generic-resource',
  ],
  ['being apart from itself', withTask({ placement: { apartFrom: ['web'] } }), 'apart-from'],
  [
    'a volume of the cluster without a name',
    withContainer({ mounts: [{ type: 'cluster', target: '/data' }] }),
    'mount',
  ],
  ['a bad constraint', withTask({ placement: { constraints: ['node.id=a'] } }), 'constraint'],
  ['an unknown constraint', withTask({ placement: { constraints: ['node.zone==a'] } }), 'constraint'],
  ['a negative delay of updates', withUpdate({ delayMs: -1 }), 'update-delay'],
  ['a monitor time in fractions', withUpdate({ monitorMs: 0.5 }), 'update-monitor'],
  ['a negative parallelism', withUpdate({ parallelism: -1 }), 'update-parallelism'],
  ['an endless progress deadline', withUpdate({ progressDeadlineMs: 1e15 }), 'update-progress-deadline'],
  ['a failure ratio above 1', withUpdate({ maxFailureRatio: 1.1 }), 'update-max-failure-ratio'],
  [
    'a failure ratio that is no number',
    withUpdate({ maxFailureRatio: Number.NaN }),
    'update-max-failure-ratio',
  ],
  [
    'a rollback that rolls back',
    spec({ rollback: { ...DEFAULT_UPDATE_CONFIG, failureAction: 'rollback' } }),
    'rollback-failure-action',
  ],
  ['target port 0', withPort({ targetPort: 0, publishMode: host }), 'publish'],
  ['published port 65536', withPort({ targetPort: 80, publishedPort: 65_536, publishMode: host }), 'publish'],
  ['a host address by name', withPort({ targetPort: 80, publishMode: host, hostIp: 'localhost' }), 'publish'],
  [
    'one port twice',
    withPort(
      { targetPort: 80, publishedPort: 80, publishMode: host },
      { targetPort: 81, publishedPort: 80, publishMode: host, hostIp: '192.0.2.1' },
    ),
    'publish',
  ],
  [
    'one port twice on an address that is written in two ways',
    withPort(
      { targetPort: 80, publishedPort: 80, publishMode: 'ingress', hostIp: '2001:db8::1' },
      { targetPort: 81, publishedPort: 80, publishMode: 'ingress', hostIp: '2001:DB8:0::1' },
    ),
    'publish',
  ],
  [
    'one port in both modes',
    withPort(
      { targetPort: 80, publishedPort: 80, publishMode: host },
      { targetPort: 80, publishedPort: 80, publishMode: 'ingress' },
    ),
    'publish',
  ],
  [
    'sctp on every node',
    withPort({ targetPort: 80, publishedPort: 80, publishMode: 'ingress', protocol: 'sctp' }),
    'publish',
  ],
  [
    'ports on every node without an address of its own',
    spec({ endpoint: { mode: 'dnsrr', ports: [{ targetPort: 80, publishMode: 'ingress' }] } }),
    'endpoint-mode',
  ],
  ['an hour and more to drain', spec({ endpoint: { drainTimeoutMs: 3_600_001 } }), 'drain-timeout'],
  ['less than no time to drain', spec({ endpoint: { drainTimeoutMs: -1 } }), 'drain-timeout'],
  ['an alias that is no name', withTask({ networks: [{ networkId: 'n', aliases: ['a b'] }] }), 'network'],
];

describe('a service', () => {
  for (const [what, bad, field] of BAD)
    it(`cannot have ${what} (${field})`, () => {
      assert.throws(
        () => validateServiceSpec(bad),
        (error) => hasCode(error, 'input.invalid') && error.facts.field === field && error.facts.rule !== '',
      );
    });

  for (const [what, unbuilt] of [
    ['templates', withContainer({ env: ['NODE={{.Node.Hostname}}'] })],
    ['templates', withContainer({ hostname: '{{.Task.Name}}' })],
  ] as const)
    it(`is told that ${what} are not supported yet`, () => {
      assert.throws(
        () => validateServiceSpec(unbuilt),
        (error) => hasCode(error, 'not-supported'),
      );
    });

  it('may be published on every node, on some address, at any port, and drain for an hour', () => {
    const ports = [
      { targetPort: 80, publishMode: 'ingress' },
      { targetPort: 81, publishedPort: 81, publishMode: 'ingress', hostIp: '2001:db8::1', protocol: 'udp' },
      { targetPort: 82, publishedPort: 82, publishMode: host, protocol: 'sctp' },
    ] as const;
    validateServiceSpec(spec({ endpoint: { ports, drainTimeoutMs: 3_600_000 } }));
    const onNodes = [{ targetPort: 80, publishMode: host }] as const;
    validateServiceSpec(spec({ endpoint: { mode: 'dnsrr', ports: onNodes, drainTimeoutMs: 0 } }));
  });

  it('gets defaults for what is left out', () => {
    const { task, endpoint } = validateServiceSpec(spec());
    assert.deepEqual(task?.restart, { condition: 'any', delayMs: 5000, maxAttempts: 0, windowMs: 0 });
    assert.deepEqual(endpoint, { ports: [], mode: 'vip', drainTimeoutMs: undefined });
    assert.deepEqual(task?.placement?.constraints, []);
    assert.equal(task?.container?.stopGracePeriodMs, undefined);
  });

  it('keeps what is said, and is the same when it is checked again', () => {
    const full = withTask({
      container: {
        image: 'registry.example:5000/team/web:1.2@sha256:' + 'a'.repeat(64),
        env: ['A=1', 'B=', 'C'],
        hostname: 'web-1.example',
        stopSignal: 'SIGRTMIN+3',
        stopGracePeriodMs: 0,
        mounts: [
          { type: 'bind', source: '/a', target: '/b', bindPropagation: 'rshared' },
          { type: 'volume', source: 'data', target: '/data' },
          { type: 'volume', target: '/anonymous' },
          { type: 'tmpfs', target: '/tmp', tmpfsSizeBytes: 1 },
          { type: 'cluster', source: 'group:fast', target: '/shared' },
        ],
        healthCheck: { test: ['CMD-SHELL', 'true'], intervalMs: 1 },
        hosts: ['192.0.2.1 db db.example'],
        dnsServers: ['2001:db8::1'],
        ulimits: [{ name: 'nofile', soft: 1024, hard: -1 }],
        sysctls: { 'net.core.somaxconn': '1024' },
        capabilityAdd: ['CAP_NET_ADMIN', 'ALL'],
      },
      restart: { condition: 'none', delayMs: 0, maxAttempts: 3, windowMs: 1000 },
      resources: { limits: { nanoCpus: 1e6, memoryBytes: 6 * 2 ** 20, pids: 10 } },
      placement: { constraints: ['node.role!=manager'], maxReplicasPerNode: 2 },
    });
    const once = validateServiceSpec(full);
    assert.deepEqual(once.task?.container, full.task?.container);
    assert.deepEqual(once.task?.restart, full.task?.restart);
    assert.deepEqual(validateServiceSpec(once), once);
  });

  it('may have any of the four modes; a job is given no update configuration', () => {
    assert.deepEqual(validateServiceSpec(withMode(GLOBAL)).update, DEFAULT_UPDATE_CONFIG);
    for (const mode of [job(2, 5), job(0, 0), GLOBAL_JOB]) {
      const { update, rollback } = validateServiceSpec(withMode(mode));
      assert.deepEqual([update, rollback], [undefined, undefined]);
    }
    const limited = validateServiceSpec(withMode(job(2, 5), { task: ONE_PER_NODE }));
    assert.equal(limited.task?.placement?.maxReplicasPerNode, 1);
  });

  it('may have any name of the grammar, up to 63 characters', () => {
    for (const name of ['a', 'Web', 'a-b', 'a__b', 'a-_-b', '9', 'a'.repeat(63)])
      assert.equal(validateServiceSpec(spec({ name })).name, name);
  });
});

describe('an image reference', () => {
  for (const [text, name, tag] of [
    ['web', 'web', undefined],
    ['web:1', 'web', '1'],
    ['team/web:1.2_3-x', 'team/web', '1.2_3-x'],
    ['localhost/web', 'localhost/web', undefined],
    ['localhost:5000/web', 'localhost:5000/web', undefined],
    ['REGISTRY.example/web', 'REGISTRY.example/web', undefined],
    ['[2001:db8::1]:5000/web:x', '[2001:db8::1]:5000/web', 'x'],
    ['a__b/c---d/e.f', 'a__b/c---d/e.f', undefined],
  ] as const)
    it(`can be ${text}`, () => {
      assert.deepEqual(parseImageReference(text), { name, tag, digest: undefined });
    });

  for (const text of [
    'web:',
    ':1',
    'web:-1',
    'we b',
    'web//a',
    '/web',
    'web/',
    'a..b',
    'a___b',
    '-web',
    'web@',
    'web@sha256:abc',
    'web@sha256:' + 'g'.repeat(64),
    'a'.repeat(64),
    'a'.repeat(256),
    'web:' + 'a'.repeat(129),
    'exa_mple.com:80/web',
    'web@a@b',
    'Team/Web',
  ])
    it(`cannot be ${text.slice(0, 40)}`, () => {
      assert.throws(
        () => parseImageReference(text),
        (error) => hasCode(error, 'input.invalid') && error.facts.field === 'image',
      );
    });

  it('never fails in another way, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        try {
          parseImageReference(text);
        } catch (error) {
          assert.ok(hasCode(error, 'input.invalid'));
        }
      }),
    );
  });
});

describe('a node', () => {
  it('may have labels with names', () => {
    const node = {
      labels: { 'com.example.zone': 'east 1', empty: '' },
      role: 'worker',
      availability: 'drain',
      autoRemoveAfterMs: 0,
    } as const;
    assert.deepEqual(validateNodeSpec(node), node);
    assert.throws(
      () => validateNodeSpec({ ...node, labels: { '': 'a' } }),
      (error) => hasCode(error, 'input.invalid'),
    );
    assert.throws(
      () => validateNodeSpec({ ...node, labels: { 'a b': '' } }),
      (error) => hasCode(error, 'input.invalid'),
    );
  });
});
