/**
 * The commands that are about the cluster as a whole: swarm and cluster.
 */
import { STRATEGY_WORDS, SWITCH_WORDS } from './cluster-flags.js';
import {
  type CommandSpec,
  INSPECT_FORMAT,
  list,
  PRETTY,
  refusedSettings,
  refusedToggles,
  setting,
  toggle,
} from './command-spec.js';

export const AVAILABILITY = setting('availability', 'word', 'active, pause or drain', {
  words: ['active', 'pause', 'drain'],
});
const LISTEN = setting('listen-addr', 'address', 'where this node listens (default 0.0.0.0:2377)');
const ADVERTISE = setting('advertise-addr', 'address', 'address the other nodes reach this one at');
const DATA_PATH = setting(
  'data-path-addr',
  'address',
  'address or interface of this machine that traffic of networks goes to (default: that of --advertise-addr)',
);
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
export const AUTO_REMOVE = setting(
  'auto-remove',
  'duration',
  'remove the node, if it is a worker, when it has been down for so long (0: never)',
);
export const SWARM_COMMANDS: readonly CommandSpec[] = [
  {
    path: 'swarm init',
    summary: 'Start a cluster with this node as its manager',
    flags: [
      ADVERTISE,
      AVAILABILITY,
      LISTEN,
      ...CLUSTER_FLAGS,
      DATA_PATH,
      setting('data-path-port', 'port', 'UDP port of that traffic, on every node alike (default 4789)'),
      list(
        'default-addr-pool',
        'subnet',
        'addresses that networks get their subnets from (default 10.0.0.0/8); may be repeated',
      ),
      setting('default-addr-pool-mask-length', 'bits', 'length of the prefix of such a subnet (default 24)'),
      toggle('force-new-cluster', 'go on with the state of this node, which was a manager, as the only one'),
    ],
    examples: [
      'swarm init',
      'swarm init --advertise-addr 192.0.2.1',
      'swarm init --default-addr-pool 10.64.0.0/12 --default-addr-pool-mask-length 26',
    ],
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
      DATA_PATH,
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

export const CLUSTER_COMMANDS: readonly CommandSpec[] = [
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
