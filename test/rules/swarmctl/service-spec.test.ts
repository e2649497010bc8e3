/**
 * Flags of service create and update → the spec that is sent.
 */
import assert from 'node:assert/strict';
import { hasCode } from '../../../proto/base/errors.js';
import { ContainerSpecCodec, type ServiceSpec } from '../../../proto/gen/objects.js';
import { DEFAULT_UPDATE_CONFIG } from '../../../proto/model/update-config.js';
import { preferenceText } from '../../../proto/model/placement.js';
import { validateServiceSpec } from '../../../proto/model/service-spec.js';
import { aServiceSpec } from '../../kit/builders.js';
import { created, parsed, PLAIN, updated, words } from './command-line.js';

const containerOf = (spec: ServiceSpec) => ContainerSpecCodec.create(spec.task?.container);

const GPUS = { kind: 'gpu', count: 2, values: [] };

describe('service create', () => {
  it('sends the defaults of Docker when nothing is said', () => {
    const spec = created();
    assert.equal(spec.name, 'web');
    assert.deepEqual(spec.mode, { kind: 'replicated', replicated: { replicas: 1 } });
    assert.deepEqual(spec.task?.restart, { condition: 'any', delayMs: 5000, maxAttempts: 0, windowMs: 0 });
    assert.deepEqual(containerOf(spec), ContainerSpecCodec.create({ image: 'web:1' }));
    assert.doesNotThrow(() => validateServiceSpec(spec));
  });

  it('leaves what follows the image to the container', () => {
    const { args, flags } = parsed(
      'service',
      'create',
      '-e',
      'A=1',
      'web:1',
      'serve',
      '-e',
      'B=2',
      '--force',
    );
    assert.deepEqual(args, ['web:1', 'serve', '-e', 'B=2', '--force']);
    assert.deepEqual(flags.list('env'), ['A=1']);
  });

  it('fills every part of the spec', () => {
    const spec = created(
      ...words('--env=A=1 -e COLOUR -l tier=front --container-label a=b --constraint node.role==worker'),
      ...words('--limit-cpu 0.5 --limit-memory=64m --limit-pids=10 --reserve-memory 32m --reserve-cpu 0.25'),
      ...words(
        '--restart-condition on-failure --restart-delay 1s --restart-max-attempts 3 --restart-window 1m',
      ),
      ...words('--health-cmd true --health-interval 2s --health-retries 4 --stop-grace-period 30s'),
      '--entrypoint',
      'sh -c "a b"',
      '--cap-add',
      'net_admin',
      '--cap-drop',
      'ALL',
      '--sysctl',
      'net.core.somaxconn=10',
      ...words(
        '--mount type=bind,source=/a,target=/b -p published=80,target=80,mode=host --host db:10.0.0.7',
      ),
      ...words(
        '--log-driver local --log-opt max-size=1m --replicas-max-per-node 2 --init=false -t --read-only',
      ),
      ...words(
        '--generic-resource gpu=2 --placement-pref spread=node.labels.zone --placement-pref near=cache',
      ),
      ...words('--apart-from db --placement-strategy binpack --mount type=cluster,source=vol,target=/vol'),
    );
    const { task, endpoint, labels } = validateServiceSpec(spec);
    const container = containerOf(spec);
    assert.deepEqual(labels, { tier: 'front' });
    assert.deepEqual(container.env, ['A=1', 'COLOUR=blue']);
    assert.deepEqual(task?.resources, {
      limits: { nanoCpus: 5e8, memoryBytes: 64 * 2 ** 20, pids: 10 },
      reservations: { nanoCpus: 2.5e8, memoryBytes: 32 * 2 ** 20, generic: [GPUS] },
    });
    assert.deepEqual(task?.restart, {
      condition: 'on-failure',
      delayMs: 1000,
      maxAttempts: 3,
      windowMs: 60_000,
    });
    assert.deepEqual(task?.placement?.constraints, ['node.role==worker']);
    assert.equal(task?.placement?.maxReplicasPerNode, 2);
    assert.deepEqual(task?.placement?.preferences.map(preferenceText), [
      'spread=node.labels.zone',
      'near=cache',
    ]);
    assert.deepEqual([task?.placement?.apartFrom, task?.placement?.strategy], [['db'], 'binpack']);
    assert.deepEqual(
      container.mounts.map(({ type, source }) => [type, source]),
      [
        ['bind', '/a'],
        ['cluster', 'vol'],
      ],
    );
    assert.deepEqual(container.healthCheck?.test, ['CMD-SHELL', 'true']);
    assert.equal(container.healthCheck?.intervalMs, 2000);
    assert.equal(container.stopGracePeriodMs, 30_000);
    assert.deepEqual(container.command, ['sh', '-c', 'a b']);
    assert.deepEqual([container.capabilityAdd, container.capabilityDrop], [['CAP_NET_ADMIN'], ['ALL']]);
    assert.deepEqual([container.init, container.tty, container.readOnly], [false, true, true]);
    assert.deepEqual(container.hosts, ['10.0.0.7 db']);
    assert.equal(endpoint?.ports[0]?.publishMode, 'host');
    assert.deepEqual(task?.logDriver, { name: 'local', options: { 'max-size': '1m' } });
  });

  it('refuses flags that exclude each other', () => {
    for (const flags of [
      ['--no-healthcheck', '--health-retries', '2'],
      ['--cap-add', 'kill', '--cap-drop', 'CAP_KILL'],
      ['--log-opt', 'a=b'],
    ])
      assert.throws(
        () => created(...flags),
        (error) => hasCode(error, 'input.invalid'),
      );
  });
});

describe('service update', () => {
  it('adds, replaces and removes preferences, generic resources and services to stay apart from', () => {
    const before = created(
      ...words('--generic-resource gpu=2 --generic-resource apple=1 --apart-from db --apart-from cache'),
      ...words('--placement-pref spread=node.labels.zone --placement-pref near=cache'),
    );
    const { task } = validateServiceSpec(
      updated(
        before,
        ...words('--generic-resource-add gpu=3 --generic-resource-rm apple=1 --apart-from-rm db'),
        ...words('--placement-pref-rm near=cache --placement-pref-add prefer=node.labels.disk==ssd'),
        ...words('--apart-from-add front --placement-strategy spread'),
      ),
    );
    assert.deepEqual(task?.resources?.reservations?.generic, [{ ...GPUS, count: 3 }]);
    assert.deepEqual(task?.placement?.apartFrom, ['cache', 'front']);
    assert.deepEqual(task?.placement?.preferences.map(preferenceText), [
      'spread=node.labels.zone',
      'prefer=node.labels.disk==ssd',
    ]);
    assert.equal(task?.placement?.strategy, 'spread');
  });

  it('finds the services to stay apart from in any case', () => {
    const before = created('--apart-from', 'db', '--apart-from', 'cache');
    const apartFrom = (...flags: string[]): unknown => updated(before, ...flags).task?.placement?.apartFrom;
    assert.deepEqual(apartFrom('--apart-from-rm', 'DB'), ['cache']);
    assert.deepEqual(apartFrom('--apart-from-add', 'DB'), ['DB', 'cache']);
  });

  it('changes nothing that no flag names', () => {
    const full = aServiceSpec({
      labels: { a: 'b' },
      task: { container: { image: 'web:1', env: ['A=1'], healthCheck: { test: ['CMD', 'x'] } } },
      endpoint: { ports: [{ targetPort: 80, publishMode: 'host' }] },
    });
    assert.deepEqual(updated(full), full);
    const scaled = updated(full, '--replicas', '7');
    assert.deepEqual({ ...scaled, mode: full.mode }, full);
  });

  it('adds, replaces and removes in lists', () => {
    const before = created(
      '-e',
      'A=1',
      '-e',
      'B=2',
      '-l',
      'x=1',
      '-l',
      'y=2',
      '--mount',
      'source=v,target=/v',
    );
    const after = updated(
      before,
      ...words('--env-add A=9 --env-add C=3 --env-rm B --label-rm x --label-add y=3'),
      ...words('--mount-rm /v --mount-add source=w,target=/w'),
    );
    assert.deepEqual(containerOf(after).env, ['A=9', 'C=3']);
    assert.deepEqual(after.labels, { y: '3' });
    assert.deepEqual(
      containerOf(after).mounts.map(({ source }) => source),
      ['w'],
    );
  });

  it('replaces arguments as a shell would split them, and the image', () => {
    const container = containerOf(updated(PLAIN, '--args', 'serve "a b"', '--image', 'web:2'));
    assert.deepEqual([container.args, container.image], [['serve', 'a b'], 'web:2']);
  });

  it('raises the counter that replaces tasks', () => {
    assert.equal(updated(updated(PLAIN, '--force'), '--force').task?.forceUpdate, 2);
  });

  it('turns a health check off and on again', () => {
    const off = updated(PLAIN, '--no-healthcheck');
    assert.deepEqual(containerOf(off).healthCheck?.test, ['NONE']);
    const on = updated(off, '--health-interval', '3s');
    assert.deepEqual(containerOf(on).healthCheck?.test, []);
  });
});

describe('the way tasks are replaced', () => {
  it('is what the flags say over the defaults of Docker, for updates and rollbacks alike', () => {
    for (const kind of ['update', 'rollback'] as const) {
      const spec = created(
        ...words(`--${kind}-parallelism 0 --${kind}-delay 2s --${kind}-failure-action continue`),
        ...words(`--${kind}-monitor 1m --${kind}-max-failure-ratio .25 --${kind}-order start-first`),
        ...words(`--${kind}-progress-deadline 0`),
      );
      assert.deepEqual(validateServiceSpec(spec)[kind], {
        parallelism: 0,
        delayMs: 2000,
        failureAction: 'continue',
        monitorMs: 60_000,
        maxFailureRatio: 0.25,
        order: 'start-first',
        progressDeadlineMs: 0,
      });
      const one = created(`--${kind}-delay=1s`);
      assert.deepEqual(one[kind], { ...DEFAULT_UPDATE_CONFIG, delayMs: 1000 });
      const more = updated(one, `--${kind}-order=start-first`);
      assert.deepEqual(more[kind], { ...DEFAULT_UPDATE_CONFIG, delayMs: 1000, order: 'start-first' });
      assert.deepEqual(updated(more, `--${kind}-order=stop-first`), one);
    }
  });

  it('refuses what no rollout can do', () => {
    for (const flag of [
      '--rollback-failure-action=rollback',
      '--update-failure-action=stop',
      '--update-max-failure-ratio=1.5',
      '--update-max-failure-ratio=-0.5',
      '--rollback-max-failure-ratio=a few',
      '--update-order=both',
      '--update-parallelism=-1',
      '--update-monitor=soon',
    ])
      assert.throws(
        () => updated(PLAIN, flag),
        (error) => hasCode(error, 'input.invalid') && error.facts.field === flag.split('=')[0],
        flag,
      );
  });
});
