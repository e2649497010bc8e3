/**
 * Docker's command reference against ours: every command and flag works, or is refused by its own name.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { COMMANDS, REFUSED_COMMANDS } from '../../../cli/swarmctl/rules/command-table.js';
import { parseCommandLine } from '../../../cli/swarmctl/program.js';
import { errorText } from '../../../cli/swarmctl/rules/error-text.js';
import type { FlagSpec } from '../../../cli/swarmctl/rules/command-spec.js';
import { SERVICE_CREATE_FLAGS, SERVICE_UPDATE_FLAGS } from '../../../cli/swarmctl/rules/service-flags.js';
import { hasCode } from '../../../proto/base/errors.js';
import { ServiceSpecCodec } from '../../../proto/gen/objects.js';
import { validateServiceSpec } from '../../../proto/model/service-spec.js';
import { created, parsed, PLAIN, said, updated, words } from './command-line.js';

const CREATE = words(`
  apart-from placement-strategy
  cap-add cap-drop config constraint container-label credential-spec detach dns dns-option dns-search drain-timeout
  endpoint-mode entrypoint env env-file generic-resource group health-cmd health-interval health-retries
  health-start-interval health-start-period health-timeout host hostname init isolation label limit-cpu
  limit-memory limit-pids log-driver log-opt max-concurrent memory-swap memory-swappiness mode mount name
  network no-healthcheck no-resolve-image oom-score-adj placement-pref publish quiet read-only replicas
  replicas-max-per-node reserve-cpu reserve-memory restart-condition restart-delay restart-max-attempts
  restart-window rollback-delay rollback-failure-action rollback-max-failure-ratio rollback-monitor
  rollback-order rollback-parallelism secret stop-grace-period stop-signal sysctl tty ulimit update-delay
  update-failure-action update-max-failure-ratio update-monitor update-order update-parallelism user
  with-registry-auth workdir`);

const PAIRS =
  words(`apart-from config constraint container-label dns dns-option dns-search env generic-resource group host
  label mount network placement-pref publish secret sysctl ulimit`);

const UPDATE = [
  ...CREATE.filter((name) => !PAIRS.includes(name) && !['name', 'mode', 'env-file'].includes(name)),
  ...PAIRS.flatMap((name) => [`${name}-add`, `${name}-rm`]),
  'args',
  'force',
  'image',
  'rollback',
];

const OTHERS: Readonly<Record<string, readonly string[]>> = {
  'swarm init': words(`advertise-addr autolock availability cert-expiry data-path-addr data-path-port
    default-addr-pool default-addr-pool-mask-length dispatcher-heartbeat external-ca force-new-cluster
    listen-addr max-snapshots snapshot-interval task-history-limit`),
  'swarm join': words('advertise-addr availability data-path-addr listen-addr token'),
  'swarm update': words(`autolock cert-expiry dispatcher-heartbeat external-ca max-snapshots snapshot-interval
    task-history-limit`),
  'swarm join-token': words('quiet rotate'),
  'swarm leave': words('force'),
  'node ls': words('filter format quiet'),
  'node ps': words('filter format no-resolve no-trunc quiet'),
  'node inspect': words('format pretty'),
  'node update': words('availability label-add label-rm role'),
  'node rm': words('force'),
  'service create': CREATE,
  'service update': UPDATE,
  'network create':
    words(`attachable aux-address config-from config-only driver gateway ingress internal ip-range
    ipam-driver ipam-opt ipv4 ipv6 label opt scope subnet`),
  'network ls': words('filter format no-trunc quiet'),
  'network inspect': words('format verbose'),
  'network rm': words('force'),
  'service ls': words('filter format quiet'),
  'service ps': words('filter format no-resolve no-trunc quiet'),
  'service inspect': words('format pretty'),
  'service scale': words('detach'),
  'service logs': words('details follow no-resolve no-task-ids no-trunc raw since tail timestamps'),
};

const COMMANDS_OF_DOCKER = words(`swarm/init swarm/join swarm/join-token swarm/leave swarm/update swarm/unlock
  swarm/unlock-key swarm/ca node/ls node/ps node/inspect node/update node/promote node/demote node/rm
  service/create service/update service/ls service/ps service/inspect service/logs service/scale
  service/rollback service/rm network/create network/ls network/inspect network/rm network/connect
  network/disconnect network/prune`).map((path) => path.replace('/', ' '));

const SILENT = { out: () => undefined, err: () => undefined };

/** Flags that do not change a spec: they are about the call. */
const ABOUT_THE_CALL = new Set(words('detach quiet timeout no-resolve-image env-file mode name rollback'));

/** A value that each flag of create takes; PLAIN has none of these. */
const SAMPLES: Readonly<Record<string, string>> = {
  'generic-resource': 'gpu=1',
  'placement-pref': 'spread=node.labels.zone',
  'placement-strategy': 'binpack',
  constraint: 'node.role==manager',
  'container-label': 'a=b',
  dns: '10.0.0.1',
  env: 'A=1',
  host: 'db:10.0.0.7',
  label: 'a=b',
  'limit-cpu': '0.5',
  'limit-memory': '64m',
  mount: 'source=v,target=/v',
  publish: 'published=80,target=80,mode=host',
  network: 'name=backend,alias=db',
  'endpoint-mode': 'dnsrr',
  'reserve-cpu': '0.5',
  'reserve-memory': '64m',
  'restart-condition': 'none',
  sysctl: 'a=b',
  ulimit: 'nofile=10',
  workdir: '/x',
  'log-driver': 'local',
  'log-opt': 'a=b',
  'update-failure-action': 'rollback',
  'update-max-failure-ratio': '0.5',
  'update-order': 'start-first',
  'rollback-failure-action': 'continue',
  'rollback-max-failure-ratio': '.5',
  'rollback-order': 'start-first',
  'schedule-concurrency': 'forbid',
  'schedule-deadline': '10m',
  'on-node-down': 'wait',
};

function sampleOf(name: string): string {
  if (
    /^(drain-timeout|health-(interval|timeout|start)|restart-(delay|window)|stop-grace|(update|rollback)-(delay|monitor|progress))/.test(
      name,
    )
  )
    return '7s';
  return (
    SAMPLES[name] ??
    (/^(health-retries|limit-pids|max-concurrent|replicas|restart-max|(update|rollback)-parallelism)/.test(
      name,
    )
      ? '7'
      : 'word')
  );
}

/** What a flag has a meaning beside. */
function besideOf(name: string): readonly string[] {
  if (name === 'log-opt') return ['--log-driver', 'local'];
  if (name === 'max-concurrent') return ['--mode', 'replicated-job'];
  return name.startsWith('schedule-') ? ['--schedule', '@daily'] : [];
}

describe('the command table', () => {
  for (const [path, names] of Object.entries(OTHERS)) {
    it(`has every flag of ${path}`, () => {
      const flags = COMMANDS.find((spec) => spec.path === path)?.flags ?? [];
      assert.deepEqual(
        names.filter((name) => !flags.some((flag) => flag.name === name)),
        [],
      );
      assert.equal(new Set(flags.map(({ name }) => name)).size, flags.length);
    });
  }

  it('has every command of Docker, working or refused by name', () => {
    const known = new Set([...COMMANDS.map(({ path }) => path), ...REFUSED_COMMANDS]);
    assert.deepEqual(
      COMMANDS_OF_DOCKER.filter((path) => !known.has(path)),
      [],
    );
    for (const path of REFUSED_COMMANDS) {
      assert.throws(
        () => parsed(...path.split(' '), '--whatever', 'x'),
        (error) => hasCode(error, 'not-supported') && error.message === `${path}: not supported yet`,
      );
    }
  });

  it('refuses by name every flag that is not built', () => {
    let count = 0;
    for (const { path, flags } of COMMANDS) {
      for (const { name, value } of flags.filter(({ isRefused }) => isRefused)) {
        count += 1;
        const flag = value === undefined ? [`--${name}`] : [`--${name}`, 'x'];
        assert.throws(
          () => parsed(...path.split(' '), ...flag, 'a', 'b'),
          (error) => hasCode(error, 'not-supported') && error.message === `--${name}: not supported yet`,
          `${path} --${name}`,
        );
      }
    }
    assert.ok(count > 25);
  });

  it('has an example and a help text for every command', () => {
    for (const { path, examples, flags } of COMMANDS) {
      const { text, exitCode } = said(...path.split(' '), '--help');
      assert.equal(exitCode, 0);
      for (const example of examples) {
        assert.ok(text.includes(`swarmctl ${example}`));
        assert.equal(
          parseCommandLine(example.split(' '), { out: () => undefined, err: () => undefined }).kind,
          'call',
        );
      }
      assert.notEqual(examples.length, 0);
      assert.equal(
        text.includes('Exit codes:'),
        flags.some(({ name }) => name === 'timeout'),
        path,
      );
    }
  });

  it('gives every flag of create and update that is accepted an effect on the spec', () => {
    const plain = created();
    for (const { name, value, isRefused } of COMMANDS.find(({ path }) => path === 'service create')?.flags ??
      []) {
      if (isRefused === true || ABOUT_THE_CALL.has(name)) continue;
      const beside = besideOf(name);
      const flag = value === undefined ? [`--${name}`] : [`--${name}`, sampleOf(name)];
      assert.notDeepEqual(created(...beside, ...flag), created(...beside), `create --${name}`);
    }
    for (const { name, value, isRefused } of COMMANDS.find(({ path }) => path === 'service update')?.flags ??
      []) {
      if (isRefused === true || ABOUT_THE_CALL.has(name) || name.endsWith('-rm')) continue;
      const base = name.replace(/-add$/, name === 'cap-add' ? '-add' : '');
      const before = besideOf(name).length === 0 ? plain : created(...besideOf(name));
      const flag = value === undefined ? [`--${name}`] : [`--${name}`, sampleOf(base)];
      assert.notDeepEqual(updated(before, ...flag), before, `update --${name}`);
    }
  });

  it('has the same flags on create and update, but for those that make no sense on the other', () => {
    const namesOf = (flags: readonly FlagSpec[]): readonly string[] =>
      flags.map(({ name }) => name).toSorted();
    const onCreate = namesOf(SERVICE_CREATE_FLAGS);
    const onUpdate = namesOf(SERVICE_UPDATE_FLAGS);
    const lists = onUpdate.filter((name) => name.endsWith('-rm')).map((name) => name.slice(0, -'-rm'.length));
    const expected = onCreate
      .filter((name) => !['name', 'mode', 'env-file'].includes(name))
      .flatMap((name) => (lists.includes(name) ? [`${name}-add`, `${name}-rm`] : [name]));
    assert.deepEqual(onUpdate, [...expected, 'image', 'args', 'force', 'rollback'].toSorted());
    const ofRollout = words(
      'parallelism delay monitor failure-action max-failure-ratio order progress-deadline',
    );
    for (const kind of ['update', 'rollback'])
      for (const name of ofRollout)
        for (const flags of [SERVICE_CREATE_FLAGS, SERVICE_UPDATE_FLAGS]) {
          const flag = flags.find((known) => known.name === `${kind}-${name}`);
          assert.ok(flag !== undefined && flag.isRefused !== true, `--${kind}-${name}`);
        }
  });

  it('takes back with --X-rm what --X gave', () => {
    const removals: Readonly<Record<string, string>> = {
      'container-label': 'a',
      env: 'A',
      label: 'a',
      mount: '/v',
      network: 'backend',
      publish: '80',
      sysctl: 'a',
      ulimit: 'nofile',
    };
    for (const name of PAIRS) {
      const flag = COMMANDS.find(({ path }) => path === 'service create')?.flags.find(
        (known) => known.name === name,
      );
      if (flag?.isRefused === true) continue;
      const made = updated(PLAIN, `--${name}-add`, sampleOf(name));
      const undone = updated(made, `--${name}-rm`, removals[name] ?? sampleOf(name));
      assert.notDeepEqual(made, undone, name);
      // With defaults: a part that is empty now says the same as one that was never there.
      assert.deepEqual(validateServiceSpec(undone), validateServiceSpec(PLAIN), name);
    }
  });
});

describe('the command line', () => {
  it('has a command behind every line of the table', async () => {
    for (const { path, arguments: named } of COMMANDS) {
      const result = parseCommandLine([...path.split(' '), ...(named === undefined ? [] : ['x'])], SILENT);
      assert.equal(result.kind === 'call' && typeof (await result.call.load()), 'function', path);
    }
  });

  it('makes of any value a spec that can be sent, or one line about the flag', () => {
    const flags = SERVICE_CREATE_FLAGS.filter(
      ({ value, isRefused }) => value !== undefined && isRefused !== true,
    );
    const text = fc.oneof(
      fc.string(),
      fc.nat().map(String),
      fc.bigInt().map(String),
      fc.constantFrom(...Object.values(SAMPLES), '1e400', '-1', '__proto__=1', '=', ','),
    );
    fc.assert(
      fc.property(fc.constantFrom(...flags), text, ({ name }, value) => {
        try {
          ServiceSpecCodec.encode(created(`--${name}=${value}`));
        } catch (error) {
          assert.ok(hasCode(error, 'input.invalid'), String(error));
          assert.doesNotMatch(errorText(error), /\n/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes the spellings of Docker', () => {
    assert.equal(parsed('service', 'create', '--tty=true', 'x').flags.isOn('tty'), true);
    assert.equal(parsed('service', 'create', '-t=false', 'x').flags.isOn('tty'), false);
    assert.deepEqual(parsed('service', 'create', '-e=A=1', 'x').flags.list('env'), ['A=1']);
    assert.deepEqual(parsed('service', 'create', '-dte', 'A=1', 'x').flags.list('env'), ['A=1']);
    assert.equal(parsed('service', 'ps', '--no-trunc=false', 'x').flags.isOn('no-trunc'), false);
    assert.equal(parsed('service', 'ps', '--no-trunc', 'x').flags.isOn('no-trunc'), true);
    assert.deepEqual(parsed('service', 'create', '--', 'x', '-e', 'A').args, ['x', '-e', 'A']);
  });

  it('answers a mistake in one line, and ends as usage', () => {
    assert.deepEqual(said('service', 'update', '--imag', 'x', 'web'), {
      text: "unknown option '--imag' (Did you mean --image?)\n",
      exitCode: 2,
    });
    assert.match(
      said('service', 'ls', '--host', 'x').text,
      /^unknown option '--host' here; it belongs before.*\n$/,
    );
    assert.match(said('service', 'update').text, /^missing required argument 'service'\n$/);
    assert.match(said('service', 'lss').text, /^unknown command 'lss' .*\n$/);
  });
});
