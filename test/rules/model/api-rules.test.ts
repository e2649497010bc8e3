/**
 * The rules on what users may ask for that Swarm has, a row each: which code, which field, in which words. What
 * else a spec may not hold is in service-spec.test.ts.
 */
import assert from 'node:assert/strict';
import { refusalError } from '../../../control-plane/api/commit.js';
import { filterServices } from '../../../control-plane/api/rules/filters.js';
import { checkServiceUpdate } from '../../../control-plane/api/rules/update-check.js';
import { create, group } from '../../../control-plane/store/rules/change.js';
import { type ErrorCode, hasCode, rpcStatusOf } from '../../../proto/base/errors.js';
import { ListServicesRequestCodec } from '../../../proto/gen/control.js';
import type { PortSpecInput, ServiceSpecInput, UpdateConfig } from '../../../proto/gen/objects.js';
import { validateServiceSpec } from '../../../proto/model/service-spec.js';
import { DEFAULT_UPDATE_CONFIG } from '../../../proto/model/update-config.js';
import { aService, aServiceSpec } from '../../kit/builders.js';
import { aMemoryStore, storeObjects } from '../../kit/memory-store.js';
import { aView } from '../api/a-view.js';

/** What is done with a spec that has these parts. */
const checked = (parts: ServiceSpecInput) => (): unknown => validateServiceSpec(aServiceSpec(parts));
const restarted = (parts: Readonly<Record<string, number>>) =>
  checked({ task: { restart: { condition: 'any', ...parts } } });
const updated = (parts: Partial<UpdateConfig>) => checked({ update: { ...DEFAULT_UPDATE_CONFIG, ...parts } });
const rolledBack = (parts: Partial<UpdateConfig>) =>
  checked({ rollback: { ...DEFAULT_UPDATE_CONFIG, ...parts } });
const host = (publishedPort: number, parts: PortSpecInput = {}): PortSpecInput => ({
  targetPort: 80,
  publishedPort,
  publishMode: 'host',
  ...parts,
});
const published = (...ports: readonly PortSpecInput[]) => checked({ endpoint: { ports } });

const JOB: ServiceSpecInput['mode'] = {
  kind: 'replicatedJob',
  replicatedJob: { maxConcurrent: 1, totalCompletions: 1 },
};
const GLOBAL_JOB: ServiceSpecInput['mode'] = { kind: 'globalJob', globalJob: {} };
const GLOBAL: ServiceSpecInput['mode'] = { kind: 'global', global: {} };

const AT_7 = aService({ id: 's1', meta: { versions: { spec: 7 } }, spec: { name: 'web' } });
const changed =
  (parts: ServiceSpecInput, version = 7) =>
  (): unknown =>
    checkServiceUpdate(AT_7, aServiceSpec({ name: 'web', ...parts }), version);

const LETTERS = 'must be letters, digits, "-" and "_", and begin and end with a letter or digit';
const NO_CONFIG = 'configuration does not go with mode';

const REFUSED: readonly (readonly [rule: string, act: () => unknown, code: ErrorCode, sentence: string])[] = [
  ['names are not empty', checked({ name: '' }), 'input.invalid', 'name: must not be empty'],
  [
    'names have at most 63 characters',
    checked({ name: 'a'.repeat(64) }),
    'input.invalid',
    `name "${'a'.repeat(64)}": must have at most 63 characters`,
  ],
  ['names have no other characters', checked({ name: 'a.b' }), 'input.invalid', `name "a.b": ${LETTERS}`],
  ['names begin with a letter or digit', checked({ name: '_a' }), 'input.invalid', `name "_a": ${LETTERS}`],
  ['names end with a letter or digit', checked({ name: 'a-' }), 'input.invalid', `name "a-": ${LETTERS}`],
  [
    'restart delays are not negative',
    restarted({ delayMs: -1 }),
    'input.invalid',
    'restart-delay "-1ms": must not be negative',
  ],
  [
    'restart windows are not negative',
    restarted({ windowMs: -1 }),
    'input.invalid',
    'restart-window "-1ms": must not be negative',
  ],
  [
    'update delays are not negative',
    updated({ delayMs: -1 }),
    'input.invalid',
    'update-delay "-1ms": must not be negative',
  ],
  [
    'update monitors are not negative',
    updated({ monitorMs: -1 }),
    'input.invalid',
    'update-monitor "-1ms": must not be negative',
  ],
  [
    'rollback delays are not negative',
    rolledBack({ delayMs: -1 }),
    'input.invalid',
    'rollback-delay "-1ms": must not be negative',
  ],
  [
    'rollback monitors are not negative',
    rolledBack({ monitorMs: -1 }),
    'input.invalid',
    'rollback-monitor "-1ms": must not be negative',
  ],
  [
    'update ratios are at least 0',
    updated({ maxFailureRatio: -0.1 }),
    'input.invalid',
    'update-max-failure-ratio "-0.1": must be from 0 to 1',
  ],
  [
    'update ratios are at most 1',
    updated({ maxFailureRatio: 1.5 }),
    'input.invalid',
    'update-max-failure-ratio "1.5": must be from 0 to 1',
  ],
  [
    'rollback ratios are at most 1',
    rolledBack({ maxFailureRatio: 1.5 }),
    'input.invalid',
    'rollback-max-failure-ratio "1.5": must be from 0 to 1',
  ],
  [
    'a port is published once per protocol',
    published(host(80), host(80, { targetPort: 81 })),
    'input.invalid',
    'publish "80:81/tcp": the same port is published twice',
  ],
  [
    'ports on every node go with mode vip',
    checked({ endpoint: { mode: 'dnsrr', ports: [host(80, { publishMode: 'ingress' })] } }),
    'input.invalid',
    'endpoint-mode: dnsrr does not go with ports published on every node, and 80:80/tcp is; publish it with mode=host, or leave the endpoint mode vip',
  ],
  [
    'jobs have no update configuration',
    checked({ mode: JOB, update: DEFAULT_UPDATE_CONFIG }),
    'input.invalid',
    `update: ${NO_CONFIG} replicated-job: each change is a new run`,
  ],
  [
    'jobs have no rollback configuration',
    checked({ mode: GLOBAL_JOB, rollback: DEFAULT_UPDATE_CONFIG }),
    'input.invalid',
    `rollback: ${NO_CONFIG} global-job: each change is a new run`,
  ],
  [
    'schedules are for jobs',
    checked({ schedule: { cron: '@daily' } }),
    'input.invalid',
    'schedule "@daily": is for jobs: mode replicated-job or global-job',
  ],
  [
    'the mode is said',
    checked({ mode: undefined }),
    'input.invalid',
    'mode: must be one of replicated, global, replicated-job, global-job',
  ],
  [
    'the mode stays',
    changed({ mode: GLOBAL }),
    'input.invalid',
    'mode "global": a service keeps its mode; this one is replicated',
  ],
  [
    'the name stays',
    changed({ name: 'api' }),
    'input.invalid',
    'name "api": a service keeps its name; this one is "web"',
  ],
  [
    'a change is made from the present version',
    changed({}, 6),
    'object.conflict',
    'service s1 was changed by someone else: your change was made from version 6, it is at version 7. Look at it again, then repeat the change.',
  ],
  [
    'a change says from which version',
    changed({}, 0),
    'object.conflict',
    'service s1 was changed by someone else: your change was made from version 0, it is at version 7. Look at it again, then repeat the change.',
  ],
  [
    'limits of processors are 0.001 or more',
    checked({ task: { resources: { limits: { nanoCpus: 999_999 } } } }),
    'input.invalid',
    'limit-cpu "0.000999999": must be 0.001 or more',
  ],
  [
    'reserved processors are 0.001 or more',
    checked({ task: { resources: { reservations: { nanoCpus: 1 } } } }),
    'input.invalid',
    'reserve-cpu "1e-9": must be 0.001 or more',
  ],
  [
    'reserved memory is 4 MiB or more',
    checked({ task: { resources: { reservations: { memoryBytes: 4 * 2 ** 20 - 1 } } } }),
    'input.invalid',
    'reserve-memory "4194303 bytes": must be 4 MiB or more',
  ],
  [
    'units of a node are asked for by number (a refusal that Swarm swallows)',
    checked({ task: { resources: { reservations: { generic: [{ kind: 'gpu', count: 0 }] } } } }),
    'input.invalid',
    'generic-resource "gpu=0": must be a whole number, 1 or more',
  ],
  [
    'health checks have no negative times',
    checked({ task: { container: { image: 'web:1', healthCheck: { test: ['NONE'], timeoutMs: -1 } } } }),
    'input.invalid',
    'health-timeout "-1ms": must not be negative',
  ],
  [
    'the image is a reference',
    checked({ task: { container: { image: 'Web:1' } } }),
    'input.invalid',
    'image "Web:1": each part of the name must be lower-case letters and digits, with single ".", "_", "__" or dashes between them',
  ],
];

describe('the rules of Swarm on what may be asked for:', () => {
  for (const [rule, act, code, sentence] of REFUSED)
    it(rule, () => {
      assert.throws(act, (error) => {
        assert.ok(hasCode(error, code), String(error));
        assert.equal(error.message, sentence);
        return true;
      });
    });

  for (const [rule, act] of [
    ['a port may be published by two protocols', published(host(80), host(80, { protocol: 'udp' }))],
    ['any free port may be published twice', published(host(0), host(0))],
    [
      'one port may be published on two addresses',
      published(host(80, { hostIp: '192.0.2.1' }), host(80, { hostIp: '192.0.2.2' })),
    ],
    [
      'one port may be published on all addresses of IPv4 and on one of IPv6',
      published(host(80, { hostIp: '0.0.0.0' }), host(80, { hostIp: '2001:db8::1' })),
    ],
    ['a ratio may be 0 or 1', updated({ maxFailureRatio: 1 })],
    ['a job may have a schedule', checked({ mode: JOB, schedule: { cron: '@daily' } })],
    ['a change from the present version is let through', changed({ labels: { a: 'b' } })],
  ] as const)
    it(rule, () => {
      assert.doesNotThrow(act);
    });

  it('a name is taken whatever its case', async () => {
    const { store } = aMemoryStore();
    await storeObjects(store, { service: [aService({ id: 's1', spec: { name: 'Web' } })] });
    const [result] = await store.commit([
      group([create('service', aService({ id: 's2', spec: { name: 'wEB' } }))]),
    ]);
    assert.ok(result !== undefined && !result.applied);
    const error = refusalError(store, result.refusal);
    assert.ok(hasCode(error, 'object.name-taken'));
    assert.equal(
      error.message,
      'A service named "wEB" already exists. Choose another name, or update that one.',
    );
    assert.equal(rpcStatusOf(error.code), 'ALREADY_EXISTS');
  });

  it('a conflict is no unknown error', () => {
    assert.equal(rpcStatusOf('object.conflict'), 'ABORTED');
    assert.equal(rpcStatusOf('input.invalid'), 'INVALID_ARGUMENT');
  });

  it('filters of different kinds must all hold, and any value of one kind', async () => {
    const view = await aView({
      service: [
        aService({ id: 's1', spec: { name: 'web', labels: { tier: 'front' } } }),
        aService({ id: 's2', spec: { name: 'api', mode: GLOBAL, labels: { tier: '' } } }),
        aService({ id: 's3', spec: { name: 'job', mode: JOB } }),
      ],
    });
    const ids = (request: Parameters<typeof ListServicesRequestCodec.create>[0]): string =>
      filterServices(view, ListServicesRequestCodec.create(request))
        .map(({ id }) => id)
        .join(' ');
    assert.equal(ids({ names: ['web', 'job'] }), 's1 s3');
    assert.equal(ids({ modes: ['global', 'replicated-job'] }), 's2 s3');
    assert.equal(ids({ names: ['web', 'api'], modes: ['global'] }), 's2');
    assert.equal(ids({ labels: ['tier'] }), 's1 s2');
    assert.equal(ids({ labels: ['tier='] }), 's2');
    assert.equal(ids({ labels: ['tier=front'], ids: ['s2'] }), '');
  });
});
