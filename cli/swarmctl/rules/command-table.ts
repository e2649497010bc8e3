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
  refusedToggles,
  setting,
  toggle,
} from './command-spec.js';
import { NETWORK_COMMANDS } from './network-commands.js';
import { SERVICE_CREATE_FLAGS, SERVICE_UPDATE_FLAGS } from './service-flags.js';
import { AUTO_REMOVE, AVAILABILITY, CLUSTER_COMMANDS, SWARM_COMMANDS } from './swarm-commands.js';

const WAIT = [
  toggle('detach', 'return at once instead of waiting for the tasks to run', { short: 'd' }),
  setting('timeout', 'duration', 'most time to wait for the tasks; ends with exit code 3 after it'),
];
const QUIET_PROGRESS = toggle('quiet', 'do not show progress', { short: 'q' });

export const NODE_FILTERS = ['id', 'label', 'membership', 'name', 'node.label', 'role'] as const;
export const SERVICE_FILTERS = ['id', 'name', 'mode', 'label'] as const;
export const EVENT_FILTERS = ['event', 'network', 'node', 'service', 'task', 'type'] as const;
export const TASK_FILTERS = ['id', 'name', 'node', 'desired-state'] as const;

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
      'service create --name web --network backend --publish 8080:80 nginx:1.27',
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
      'service update --network-add name=backend,alias=db --publish-rm 80 web',
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
    summary: 'Show what happens to services, nodes, tasks and networks, from now on',
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

export const COMMANDS: readonly CommandSpec[] = [
  ...SWARM_COMMANDS,
  ...CLUSTER_COMMANDS,
  ...NODE,
  ...SERVICE,
  ...NETWORK_COMMANDS,
  ...REST,
];

/** Commands of Docker whose features are not built: refused by name, whatever follows. */
export const REFUSED_COMMANDS: readonly string[] = [
  'swarm unlock',
  'swarm unlock-key',
  'swarm ca',
  'stack',
  'secret',
  'config',
  'network connect',
  'network disconnect',
  'network prune',
  'volume',
  'context',
  'system',
];
