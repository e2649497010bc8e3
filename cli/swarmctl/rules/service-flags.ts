/**
 * The flags of `service create` and `service update`, from one table: each flag once, with how it appears
 * on either command. Whatever Docker has and this build has not is in the table too, marked as refused.
 */
import { SERVICE_MODES } from '../../../proto/model/service-mode.js';
import { type FlagSpec, list, refusedSettings, refusedToggles, setting, toggle } from './command-spec.js';

const FAILURE_ACTIONS = { update: ['pause', 'continue', 'rollback'], rollback: ['pause', 'continue'] };
const PLACEMENT_STRATEGIES = ['default', 'spread', 'binpack'];
const UPDATE_ORDERS = ['stop-first', 'start-first'];
const CONCURRENCY_POLICIES = ['allow', 'forbid', 'replace'];

/** How tasks are replaced when the service changes, and how when it goes back. */
function updateConfigFlags(kind: 'update' | 'rollback'): readonly FlagSpec[] {
  const actions = FAILURE_ACTIONS[kind];
  return [
    setting(`${kind}-delay`, 'duration', `time between one slot and the next in a ${kind} (default 0s)`),
    setting(
      `${kind}-failure-action`,
      'action',
      `when a ${kind} fails: ${actions.join(', ')} (default pause)`,
      { words: actions },
    ),
    setting(`${kind}-max-failure-ratio`, 'ratio', `share of the slots that may fail, 0 to 1 (default 0)`),
    setting(`${kind}-monitor`, 'duration', 'time in which a new task that ends has failed (default 5s)'),
    setting(`${kind}-order`, 'order', 'stop-first (default) or start-first: what comes first in a slot', {
      words: UPDATE_ORDERS,
    }),
    setting(`${kind}-parallelism`, 'count', 'slots replaced at the same time (default 1; 0: all)'),
    setting(
      `${kind}-progress-deadline`,
      'duration',
      'time in which a new task must run, or it has failed (default 10m; 0: no limit)',
    ),
  ];
}

/** The same on both commands. */
const BOTH: readonly FlagSpec[] = [
  list('cap-add', 'capability', 'add a Linux capability'),
  list('cap-drop', 'capability', 'drop a Linux capability'),
  toggle('detach', 'return at once instead of waiting for the tasks to run', { short: 'd' }),
  setting(
    'drain-timeout',
    'duration',
    'most time a task that is to stop waits until nothing sends it traffic (default 10s; 0s: none)',
  ),
  setting('endpoint-mode', 'mode', 'vip (one address for all tasks, default) or dnsrr (those of the tasks)', {
    words: ['vip', 'dnsrr'],
  }),
  setting('entrypoint', 'command', "replace the image's entrypoint"),
  setting('health-cmd', 'command', 'command that checks the health of a task'),
  setting('health-interval', 'duration', 'time between two health checks'),
  setting('health-retries', 'count', 'failed checks in a row that make a task unhealthy'),
  setting('health-start-interval', 'duration', 'time between health checks during the start period'),
  setting('health-start-period', 'duration', 'time to start in, while failed checks do not count'),
  setting('health-timeout', 'duration', 'most time a health check may take'),
  setting('hostname', 'name', 'host name inside the containers'),
  toggle('init', 'run an init inside the containers that forwards signals and reaps processes'),
  setting('limit-cpu', 'cpus', 'most CPUs a task may use, such as 0.5'),
  setting('limit-memory', 'bytes', 'most memory a task may use, such as 512m'),
  setting('limit-pids', 'count', 'most processes in a task (0: no limit)'),
  setting('log-driver', 'name', 'log driver of the containers'),
  list('log-opt', 'key=value', 'option of the log driver'),
  setting('max-concurrent', 'count', 'most tasks of a replicated job at once (default: all of them)'),
  toggle('no-healthcheck', "turn the image's health check off"),
  toggle('no-resolve-image', 'keep the image name as written; it is never looked up in a registry here'),
  setting(
    'on-node-down',
    'policy',
    'replace tasks whose node is down (default), or wait until it is back: nothing runs twice',
    { words: ['replace', 'wait'] },
  ),
  setting(
    'placement-strategy',
    'strategy',
    'spread (to the nodes with the fewest tasks) or binpack (to the fullest); default: what the cluster says',
    { words: PLACEMENT_STRATEGIES },
  ),
  toggle('quiet', 'do not show progress', { short: 'q' }),
  toggle('read-only', 'mount the root filesystem of the containers read-only'),
  setting('replicas', 'count', 'number of tasks; of a replicated job, that are to complete (default 1)'),
  setting('replicas-max-per-node', 'count', 'most tasks of this service on one node (0: no limit)'),
  setting('reserve-cpu', 'cpus', 'CPUs a node must have free for a task'),
  setting('reserve-memory', 'bytes', 'memory a node must have free for a task'),
  setting('restart-condition', 'when', 'when to restart a task: none, on-failure or any (default any)', {
    words: ['none', 'on-failure', 'any'],
  }),
  setting('restart-delay', 'duration', 'time before a restart (default 5s)'),
  setting('restart-max-attempts', 'count', 'restarts before giving up (default 0: no limit)'),
  setting('restart-window', 'duration', 'time in which those restarts are counted (default 0: for ever)'),
  setting('schedule', 'cron', 'when a job runs, such as "0 3 * * *" or @daily; "" takes it away'),
  setting(
    'schedule-concurrency',
    'policy',
    'what is done when a run goes on still: allow (default), forbid or replace',
    {
      words: CONCURRENCY_POLICIES,
    },
  ),
  setting('schedule-deadline', 'duration', 'how late a run may begin (default 0: until the next one is due)'),
  setting('schedule-timezone', 'zone', 'time zone of the schedule, such as Europe/Berlin (default UTC)'),
  setting('stop-grace-period', 'duration', 'time to stop in before a container is killed (default 10s)'),
  setting('stop-signal', 'signal', 'signal that stops a container'),
  setting('timeout', 'duration', 'most time to wait for the tasks; ends with exit code 3 after it'),
  toggle('tty', 'allocate a terminal', { short: 't' }),
  setting('user', 'user', 'user inside the containers, as name or uid[:gid]', { short: 'u' }),
  setting('workdir', 'path', 'working directory inside the containers', { short: 'w' }),
  ...updateConfigFlags('update'),
  ...updateConfigFlags('rollback'),
  ...refusedSettings('credential-spec', 'isolation', 'memory-swap', 'memory-swappiness', 'oom-score-adj'),
  ...refusedToggles('with-registry-auth'),
];

interface ListFlag {
  readonly name: string;
  readonly short?: string;
  readonly value: string;
  readonly what: string;
  /** What the value of --X-rm is. */
  readonly removal: string;
  readonly isRefused?: boolean;
}

/** `--X` on create, `--X-add` and `--X-rm` on update. */
const LISTS: readonly ListFlag[] = [
  {
    name: 'apart-from',
    value: 'service',
    what: 'service whose tasks are never on the same node',
    removal: 'service',
  },
  { name: 'constraint', value: 'rule', what: 'placement constraint', removal: 'rule' },
  { name: 'container-label', value: 'key=value', what: 'label of the containers', removal: 'key' },
  { name: 'dns', value: 'address', what: 'DNS server of the containers', removal: 'address' },
  { name: 'dns-option', value: 'option', what: 'DNS option', removal: 'option' },
  { name: 'dns-search', value: 'domain', what: 'DNS search domain', removal: 'domain' },
  { name: 'env', short: 'e', value: 'name=value', what: 'environment variable', removal: 'name' },
  {
    name: 'generic-resource',
    value: 'kind=count',
    what: 'generic resource that a node must have free for a task',
    removal: 'kind',
  },
  { name: 'group', value: 'group', what: 'supplementary group of the user', removal: 'group' },
  { name: 'host', value: 'host:ip', what: 'entry in the hosts file', removal: 'host:ip' },
  { name: 'label', short: 'l', value: 'key=value', what: 'label of the service', removal: 'key' },
  { name: 'mount', value: 'mount', what: 'mount: type=…,source=…,target=…', removal: 'target' },
  {
    name: 'network',
    value: 'network',
    what: 'network that the tasks are attached to: NAME, or name=NAME,alias=…',
    removal: 'network',
  },
  {
    name: 'placement-pref',
    value: 'preference',
    what: 'placement preference: spread=LABEL, prefer=RULE, near=SERVICE or apart=SERVICE',
    removal: 'preference',
  },
  {
    name: 'publish',
    short: 'p',
    value: 'port',
    what: 'port, on every node: 8080:80, or published=…,target=…,protocol=…,mode=ingress|host,host-ip=…',
    removal: 'target-port',
  },
  { name: 'sysctl', value: 'key=value', what: 'kernel parameter of the containers', removal: 'key' },
  { name: 'ulimit', value: 'name=soft:hard', what: 'resource limit of the processes', removal: 'name' },
  ...['config', 'secret'].map((name) => ({
    name,
    value: 'value',
    what: '',
    removal: 'value',
    isRefused: true,
  })),
];

function onCreate(flag: ListFlag): readonly FlagSpec[] {
  if (flag.isRefused === true) return refusedSettings(flag.name);
  const short = flag.short === undefined ? {} : { short: flag.short };
  return [list(flag.name, flag.value, `${flag.what}; may be repeated`, short)];
}

function onUpdate(flag: ListFlag): readonly FlagSpec[] {
  if (flag.isRefused === true) return refusedSettings(`${flag.name}-add`, `${flag.name}-rm`);
  return [
    list(`${flag.name}-add`, flag.value, `add or replace a ${flag.what}`),
    list(`${flag.name}-rm`, flag.removal, `remove a ${flag.what}`),
  ];
}

function inOrder(flags: readonly FlagSpec[]): readonly FlagSpec[] {
  return flags.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

export const SERVICE_CREATE_FLAGS: readonly FlagSpec[] = inOrder([
  ...BOTH,
  ...LISTS.flatMap(onCreate),
  list('env-file', 'file', 'read environment variables from a file', { isFile: true }),
  setting('mode', 'mode', 'replicated (default), global, replicated-job or global-job', {
    words: SERVICE_MODES,
  }),
  setting('name', 'name', 'name of the service (default: made from the image)'),
]);

export const SERVICE_UPDATE_FLAGS: readonly FlagSpec[] = inOrder([
  ...BOTH,
  ...LISTS.flatMap(onUpdate),
  setting('args', 'words', 'replace the arguments of the containers'),
  toggle('force', 'replace the tasks though nothing else changes'),
  setting('image', 'image', 'image of the containers'),
  toggle('rollback', 'go back to the revision before the present one; goes with no other change'),
]);
