/**
 * Every command: those that work, and by name those that Docker has and this build has not. What groups they
 * come in is command-groups.
 */
import {
  type CommandSpec,
  filterFlag,
  FORMAT,
  INSPECT_FORMAT,
  list,
  NO_RESOLVE,
  NO_TRUNC,
  PRETTY,
  QUIET_IDS,
  refusedSettings,
  refusedToggles,
  setting,
  toggle,
} from './command-spec.js';
import { STRATEGY_WORDS, SWITCH_WORDS } from './cluster-flags.js';
import { SERVICE_CREATE_FLAGS, SERVICE_UPDATE_FLAGS } from './service-flags.js';

const AVAILABILITY = setting('availability', 'word', 'active, pause or drain', {
  words: ['active', 'pause', 'drain'],
});
const LISTEN = setting('listen-addr', 'address', 'where this node listens (default 0.0.0.0:2377)');
const ADVERTISE = setting('advertise-addr', 'address', 'address the other nodes reach this one at');
const DATA_PATH = refusedSettings('data-path-addr');
const CLUSTER_FLAGS = [
  setting('cert-expiry', 'duration', 'validity of node certificates (default 2160h)'),
  setting(
    'dispatcher-heartbeat',
    'duration',
    'time between two heartbeats of a node; without six of them it is down (default 5s, least 500ms)',
  ),
  setting('placement-strategy', 'word', 'spread (default) or binpack, where a service does not say', {
    words: STRATEGY_WORDS,
  }),
  setting('rebalance', 'switch', 'on or off (default): move tasks to nodes that come or come back', {
    words: SWITCH_WORDS,
  }),
  setting('task-history-limit', 'count', 'finished tasks kept per slot (default 5; negative: all)'),
  ...refusedSettings('external-ca', 'max-snapshots', 'snapshot-interval'),
  ...refusedToggles('autolock'),
];
const AUTO_REMOVE = setting(
  'auto-remove',
  'duration',
  'remove the node, if it is a worker, when it has been down for so long (0: never)',
);
const WAIT = [
  toggle('detach', 'return at once instead of waiting for the tasks to run', { short: 'd' }),
  setting('timeout', 'duration', 'most time to wait for the tasks; ends with exit code 3 after it'),
];
const QUIET_PROGRESS = toggle('quiet', 'do not show progress', { short: 'q' });

export const NODE_FILTERS = ['id', 'label', 'membership', 'name', 'node.label', 'role'] as const;
export const SERVICE_FILTERS = ['id', 'name', 'mode', 'label'] as const;
export const EVENT_FILTERS = ['event', 'node', 'service', 'task', 'type'] as const;
export const TASK_FILTERS = ['id', 'name', 'node', 'desired-state'] as const;

const SWARM: readonly CommandSpec[] = [
  {
    path: 'swarm init',
    summary: 'Start a cluster with this node as its manager',
    flags: [
      ADVERTISE,
      AVAILABILITY,
      LISTEN,
      ...CLUSTER_FLAGS,
      ...DATA_PATH,
      ...refusedSettings('data-path-port', 'default-addr-pool', 'default-addr-pool-mask-length'),
      toggle('force-new-cluster', 'go on with the state of this node, which was a manager, as the only one'),
    ],
    examples: ['swarm init', 'swarm init --advertise-addr 192.0.2.1'],
  },
  {
    path: 'swarm join',
    summary: 'Make this node a member of a cluster',
    arguments: '<address>',
    flags: [
      AVAILABILITY,
      ADVERTISE,
      AUTO_REMOVE,
      list('label', 'key=value', 'label of the node; may be repeated'),
      LISTEN,
      toggle('refresh', 'tell a node that is a member where its managers are now; nothing else changes'),
      setting('token', 'token', 'token that says which cluster, and in which role'),
      ...DATA_PATH,
    ],
    examples: [
      'swarm join --token SWMTKN-1-… 192.0.2.1:2377',
      'swarm join --auto-remove 1h --label zone=a --token SWMTKN-1-… 192.0.2.1:2377',
      'swarm join --refresh 192.0.2.7:2377',
    ],
  },
  {
    path: 'swarm update',
    summary: 'Change what holds for the whole cluster',
    flags: CLUSTER_FLAGS,
    examples: ['swarm update --rebalance on', 'swarm update --task-history-limit 2 --cert-expiry 720h'],
  },
  {
    path: 'swarm join-token',
    summary: 'Print or change the token that new nodes join with',
    arguments: '<role>',
    flags: [
      toggle('quiet', 'print the token only', { short: 'q' }),
      toggle('rotate', 'make a new token; the present one is refused from then on'),
    ],
    examples: ['swarm join-token worker', 'swarm join-token --rotate manager'],
  },
  {
    path: 'swarm leave',
    summary: 'Take this node out of its cluster',
    flags: [toggle('force', 'leave though this is a manager, or the engine is away', { short: 'f' })],
    examples: ['swarm leave', 'swarm leave --force'],
  },
];

const CLUSTER: readonly CommandSpec[] = [
  {
    path: 'cluster inspect',
    summary: 'Show what holds for the whole cluster',
    flags: [INSPECT_FORMAT, PRETTY],
    examples: ['cluster inspect --pretty', 'cluster inspect --format {{.Spec.Dispatcher.HeartbeatPeriod}}'],
  },
  {
    path: 'cluster backup',
    summary: 'Write the whole state of the cluster into a file, secrets included',
    arguments: '<file>',
    flags: [toggle('force', 'replace a file that is there', { short: 'f' })],
    examples: ['cluster backup /backup/swarm-2030-01-31'],
  },
  {
    path: 'cluster restore',
    summary: 'Begin anew with this node as the only manager, from a backup',
    arguments: '<file>',
    flags: [ADVERTISE, LISTEN],
    examples: ['cluster restore --advertise-addr 192.0.2.7 /backup/swarm-2030-01-31'],
  },
];

const NODE: readonly CommandSpec[] = [
  {
    path: 'node ls',
    summary: 'List the nodes',
    flags: [filterFlag(NODE_FILTERS), FORMAT, QUIET_IDS],
    examples: ['node ls', 'node ls --filter role=manager --format json'],
  },
  {
    path: 'node inspect',
    summary: 'Show everything about nodes',
    arguments: '<node...>',
    flags: [INSPECT_FORMAT, PRETTY],
    examples: ['node inspect self', 'node inspect --pretty host1'],
  },
  {
    path: 'node update',
    summary: 'Change a node',
    arguments: '<node>',
    flags: [
      AUTO_REMOVE,
      AVAILABILITY,
      list('label-add', 'key=value', 'add or change a label'),
      list('label-rm', 'key', 'remove a label'),
      setting('role', 'word', 'worker or manager', { words: ['worker', 'manager'] }),
      setting('timeout', 'duration', 'most time to wait; ends with exit code 3 after it'),
      toggle('wait', 'with --availability drain: wait until no task is left on the node'),
    ],
    examples: [
      'node update --availability drain --wait --timeout 10m host1',
      'node update --label-add disk=ssd host1',
    ],
  },
  {
    path: 'node promote',
    summary: 'Make nodes managers',
    arguments: '<node...>',
    flags: [],
    examples: ['node promote host2 host3'],
  },
  {
    path: 'node demote',
    summary: 'Make managers workers',
    arguments: '<node...>',
    flags: [],
    examples: ['node demote host3'],
  },
  {
    path: 'node ps',
    summary: 'List the tasks of nodes (default: this node)',
    arguments: '[node...]',
    flags: [filterFlag(TASK_FILTERS), FORMAT, NO_RESOLVE, NO_TRUNC, QUIET_IDS],
    examples: ['node ps', 'node ps --filter desired-state=running host1'],
  },
  {
    path: 'node rm',
    summary: 'Remove nodes that have left or are down; managers that are gone for ever by force',
    arguments: '<node...>',
    flags: [toggle('force', 'remove it though it is not down', { short: 'f' })],
    examples: ['node rm host3', 'node rm --force host3'],
  },
];

const SERVICE: readonly CommandSpec[] = [
  {
    path: 'service create',
    summary: 'Create a service',
    arguments: '<image> [arguments...]',
    endsFlagsAtFirstArgument: true,
    flags: SERVICE_CREATE_FLAGS,
    examples: [
      'service create --name web --replicas 3 nginx:1.27',
      'service create --name once --restart-condition none busybox:1 echo hello',
    ],
  },
  {
    path: 'service ls',
    summary: 'List the services',
    flags: [filterFlag(SERVICE_FILTERS), FORMAT, QUIET_IDS],
    examples: ['service ls', 'service ls --filter name=web -q'],
  },
  {
    path: 'service ps',
    summary: 'List the tasks of services, with those before them',
    arguments: '<service...>',
    flags: [filterFlag(TASK_FILTERS), FORMAT, NO_RESOLVE, NO_TRUNC, QUIET_IDS],
    examples: ['service ps web', 'service ps --no-trunc --filter desired-state=running web'],
  },
  {
    path: 'service inspect',
    summary: 'Show everything about services',
    arguments: '<service...>',
    flags: [INSPECT_FORMAT, PRETTY],
    examples: ['service inspect web', 'service inspect --pretty web'],
  },
  {
    path: 'service scale',
    summary: 'Change how many tasks services have',
    arguments: '<service=count...>',
    flags: [...WAIT, QUIET_PROGRESS],
    examples: ['service scale web=5', 'service scale --timeout 2m web=5 worker=20'],
  },
  {
    path: 'service update',
    summary: 'Change a service',
    arguments: '<service>',
    flags: SERVICE_UPDATE_FLAGS,
    examples: [
      'service update --image nginx:1.28 web',
      'service update --env-add MODE=fast --env-rm DEBUG web',
    ],
  },
  {
    path: 'service rollback',
    summary: 'Take a service back to the revision before the present one, or to another',
    arguments: '<service>',
    flags: [...WAIT, QUIET_PROGRESS, setting('to', 'revision', 'revision to go back to')],
    examples: ['service rollback web', 'service rollback --to 3 --timeout 5m web'],
  },
  {
    path: 'service why',
    summary: 'Say why tasks of a service do not run: node by node, and what changed last',
    arguments: '<service>',
    flags: [],
    examples: ['service why web'],
  },
  {
    path: 'service history',
    summary: 'List the revisions of a service that are kept, and what each has changed',
    arguments: '<service>',
    flags: [FORMAT, NO_TRUNC, toggle('quiet', 'print the numbers only', { short: 'q' })],
    examples: ['service history web', 'service history --format json web'],
  },
  {
    path: 'service diff',
    summary: 'Show how two revisions of a service differ (default: the present one, and the one before)',
    arguments: '<service> [from] [to]',
    flags: [],
    examples: ['service diff web', 'service diff web 3 7'],
  },
  {
    path: 'service pause',
    summary: 'Halt the rollout of a service; slots that are being replaced are finished',
    arguments: '<service>',
    flags: [],
    examples: ['service pause web'],
  },
  {
    path: 'service resume',
    summary: 'Go on with the rollout of a service that is paused',
    arguments: '<service>',
    flags: [...WAIT, QUIET_PROGRESS],
    examples: ['service resume web'],
  },
  {
    path: 'service restart',
    summary: 'Replace every task of a service though nothing has changed, as an update does',
    arguments: '<service>',
    flags: [...WAIT, QUIET_PROGRESS],
    examples: ['service restart web', 'service restart -d web'],
  },
  {
    path: 'service runs',
    summary: 'List the runs of a job, those that are missed included',
    arguments: '<service>',
    flags: [FORMAT, toggle('quiet', 'print the numbers only', { short: 'q' })],
    examples: ['service runs backup', 'service runs --format json backup'],
  },
  {
    path: 'service logs',
    summary: 'Show what a service or a task has written',
    arguments: '<service-or-task>',
    flags: [
      toggle('follow', 'go on with new lines', { short: 'f' }),
      toggle('no-resolve', 'show ids instead of names'),
      toggle('no-task-ids', 'leave task ids out of the prefix'),
      toggle('no-trunc', 'do not shorten ids'),
      toggle('raw', 'show the lines as they were written, without a prefix'),
      setting('since', 'when', 'from this instant on: 2030-01-31T12:00:00Z, or 42m ago'),
      setting('tail', 'count', 'lines from the end per task, or all (default)', { short: 'n' }),
      toggle('timestamps', 'show when a line was written', { short: 't' }),
      ...refusedToggles('details'),
    ],
    examples: ['service logs -f web', 'service logs --since 10m --tail 100 web'],
  },
  {
    path: 'service rm',
    summary: 'Remove services and their tasks',
    arguments: '<service...>',
    flags: [],
    examples: ['service rm web'],
  },
];

const REST: readonly CommandSpec[] = [
  {
    path: 'task ls',
    summary: 'List the tasks of all services, with those before them',
    flags: [filterFlag(TASK_FILTERS), FORMAT, NO_RESOLVE, NO_TRUNC, QUIET_IDS],
    examples: ['task ls', 'task ls --filter node=host1 --filter desired-state=running'],
  },
  {
    path: 'task inspect',
    summary: 'Show everything about tasks',
    arguments: '<task...>',
    flags: [INSPECT_FORMAT],
    examples: ['task inspect web.1'],
  },
  {
    path: 'events',
    summary: 'Show what happens to services, nodes and tasks, from now on',
    flags: [
      filterFlag(EVENT_FILTERS),
      setting('format', 'form', 'json or "TEMPLATE" (default: a line of text)'),
      setting('since', 'when', 'refused: events are told as they happen, and not kept'),
      setting('until', 'when', 'end at this instant, such as 2030-01-31T12:00:00Z'),
    ],
    examples: [
      'events --filter service=web --filter type=task',
      'events --format {{.Type}}:{{.Action}}:{{.Actor.Attributes.name}}',
    ],
  },
  {
    path: 'completion',
    summary: 'Print what a shell needs to complete command lines: bash, zsh or fish',
    arguments: '<shell>',
    flags: [],
    examples: ['completion bash'],
  },
  {
    path: 'version',
    summary: 'Show the versions of swarmctl, swarmd and the container engine',
    flags: [setting('format', 'form', 'json or "TEMPLATE" (default: text)', { short: 'f' })],
    examples: ['version', 'version --format {{.Server.Version}}'],
  },
];

export const COMMANDS: readonly CommandSpec[] = [...SWARM, ...CLUSTER, ...NODE, ...SERVICE, ...REST];

/** Commands of Docker whose features are not built: refused by name, whatever follows. */
export const REFUSED_COMMANDS: readonly string[] = [
  'swarm unlock',
  'swarm unlock-key',
  'swarm ca',
  'stack',
  'secret',
  'config',
  'network',
  'volume',
  'context',
  'system',
];
