/**
 * What users get wrong on the command line, and what they are told: the tables of bad-input.test.ts. They hold for a
 * cluster of the hosts h1 (its manager) and h2, in which the service "steady" runs.
 */

/** What is written behind "swarmctl", the exit code, and what its one line must hold. */
export type Case = readonly [args: readonly string[], exitCode: number, said: RegExp];

const create = (...args: string[]): string[] => ['service', 'create', '--detach', '--name', 'bad', ...args];
const withFlag = (flag: string, value: string, said: RegExp): Case => [
  create(flag, value, 'lab/sleep:1'),
  2,
  said,
];

export const WRONG_VALUES: readonly Case[] = [
  [['service', 'create', '--name', 'Bad name!', 'lab/sleep:1'], 2, /^name "Bad name!": must be letters/],
  [['service', 'create', '--name', 'a'.repeat(64), 'lab/sleep:1'], 2, /^name .* at most 63 characters$/],
  [create('Bad//Image'), 2, /^image "Bad\/\/Image": .*lower-case/],
  [create('lab/sleep:'), 2, /^image "lab\/sleep:": tag must be/],
  [create('lab/sleep@sha256:12'), 2, /^image .*: digest must have the form/],
  [create(''), 2, /^image: must not be empty$/],
  withFlag(
    '--constraint',
    'node.colour==red',
    /^--constraint "node.colour==red": key must be one of node.id, /,
  ),
  withFlag(
    '--constraint',
    'node.role=worker',
    /^--constraint "node.role=worker": .*key==value or key!=value$/,
  ),
  withFlag('--publish', '99999:80', /^--publish "99999:80": "99999" is not a port from 1 to 65535$/),
  withFlag('--publish', '80-82:80-81', /^--publish "80-82:80-81": needs as many published ports as target/),
  withFlag(
    '--publish',
    '80:80/sctp',
    /^publish "80:80\/sctp": sctp cannot be published on every node; .*mode=host$/,
  ),
  withFlag('--endpoint-mode', 'lan', /^--endpoint-mode "lan": must be one of vip, dnsrr$/),
  withFlag('--drain-timeout', '2h', /^drain-timeout "7200000ms": must be from 0s to 1h$/),
  withFlag('--network', 'name=x,colour=blue', /^--network .*: "colour" is not one of name, alias$/),
  [create('--network', 'nosuch', 'lab/sleep:1'), 1, /^No network "nosuch"\. /],
  withFlag('--publish', 'mode=host,published=80', /^--publish .*: needs target=PORT$/),
  withFlag('--restart-delay', '5', /^--restart-delay "5": must be a duration such as/),
  withFlag('--restart-delay', '-5s', /^--restart-delay "-5s": must be a duration/),
  withFlag('--stop-grace-period', '1d', /^--stop-grace-period "1d": must be a duration/),
  withFlag('--limit-memory', '5x', /^--limit-memory "5x": must be a size such as/),
  withFlag('--limit-memory', '1m', /^limit-memory .*: must be 6 MiB or more$/),
  withFlag('--limit-cpu', 'all', /^--limit-cpu "all": must be a number of CPUs/),
  withFlag('--mount', 'data', /^--mount "data": "data" needs a value/),
  withFlag(
    '--mount',
    'type=bind,source=x,target=/a',
    /^--mount .*: a bind mount needs source=PATH, an absolute/,
  ),
  withFlag('--mount', 'type=image,target=/a', /^--mount .*: type=image is not supported yet$/),
  withFlag('--env', '=x', /^--env "=x": must be KEY or KEY=VALUE$/),
  withFlag('--env-file', '/no/such/file', /^--env-file "\/no\/such\/file": cannot be read/),
  withFlag('--replicas', '-1', /^--replicas "-1": must be a whole number, 0 or more$/),
  withFlag('--replicas', '100000000', /^replicas "100000000": must be at most/),
  withFlag(
    '--restart-condition',
    'maybe',
    /^--restart-condition "maybe": must be one of any, on-failure, none$/,
  ),
  withFlag('--dns', 'here', /^--dns "here": must be an IP address$/),
  [['service', 'scale', 'steady'], 2, /^SERVICE "steady": must be SERVICE=COUNT$/],
  [['service', 'scale', 'steady=many'], 2, /^COUNT of steady "many": must be a whole number, 0 or more$/],
  [['service', 'update', '--image', 'Bad//Image', 'steady'], 2, /^image "Bad\/\/Image": /],
  [
    ['service', 'ps', '--filter', 'desired-state=lost', 'steady'],
    2,
    /^filter desired-state "lost": must be one of /,
  ],
  [
    ['service', 'ls', '--filter', 'colour=red'],
    2,
    /^--filter "colour=red": the key must be one of id, name, /,
  ],
  [
    ['node', 'update', '--availability', 'gone', 'h2'],
    2,
    /^--availability "gone": must be one of active, pause, drain$/,
  ],
  [
    ['node', 'update', '--auto-remove', '5s', 'h2'],
    2,
    /^auto-remove "5000ms": must be at least 1m, or 0 for never$/,
  ],
  [['node', 'update', '--wait', 'h2'], 2, /^--wait: needs --availability drain$/],
  [['swarm', 'update'], 2, /^swarm update: say what to change: --cert-expiry, /],
  [
    ['swarm', 'update', '--dispatcher-heartbeat', '2h'],
    2,
    /^dispatcher-heartbeat "7200000ms": must be from 500ms to 1h$/,
  ],
  [['swarm', 'update', '--cert-expiry', '1m'], 2, /^cert-expiry "60000ms": must be at least 1h$/],
  [['swarm', 'update', '--rebalance', 'maybe'], 2, /^--rebalance "maybe": must be one of on, off$/],
  withFlag('--on-node-down', 'panic', /^--on-node-down "panic": must be one of replace, wait$/),
  [['swarm', 'join-token', 'boss'], 2, /^ROLE "boss": must be worker or manager$/],
];

export const WRONG_COMMAND_LINES: readonly Case[] = [
  [create('--colour', 'lab/sleep:1'), 2, /^unknown option '--colour'/],
  [create('--replcas', '3', 'lab/sleep:1'), 2, /^unknown option '--replcas' \(Did you mean --replicas\?\)$/],
  [['service', 'create', '--detach'], 2, /^missing required argument 'image'$/],
  [['nodes'], 2, /^unknown command 'nodes'/],
  ...['--secret', '--config'].map(
    (flag): Case => withFlag(flag, 'x', new RegExp(`^${flag}: not supported yet$`)),
  ),
  withFlag(
    '--mode',
    'local',
    /^--mode "local": must be one of replicated, global, replicated-job, global-job$/,
  ),
  withFlag('--update-parallelism', 'x', /^--update-parallelism "x": must be a whole number, 0 or more$/),
  withFlag(
    '--update-max-failure-ratio',
    '2',
    /^--update-max-failure-ratio "2": must be a number from 0 to 1/,
  ),
  withFlag(
    '--rollback-failure-action',
    'rollback',
    /^--rollback-failure-action .*: must be one of pause, continue$/,
  ),
  withFlag('--update-order', 'both', /^--update-order "both": must be one of stop-first, start-first$/),
  [
    ['service', 'update', '--rollback', '--image', 'lab/web:2', 'steady'],
    2,
    /^--rollback: does not go with --image$/,
  ],
  [['service', 'resume', 'steady'], 1, /^Service steady has no paused rollout to go on with\.$/],
  [['service', 'pause', 'nobody'], 1, /^No service "nobody"\./],
  [['network', 'prune'], 2, /^network prune: not supported yet$/],
  [
    ['network', 'create', '-d', 'bridge', 'x'],
    2,
    /^driver "bridge": must be overlay: .*the engine of that node$/,
  ],
  [
    ['network', 'create', 'bridge'],
    2,
    /^name "bridge": is that of a network every engine has; choose another$/,
  ],
  [['network', 'create', 'ingress'], 2, /^name "ingress": is kept .*add --ingress$/],
  [['network', 'create', '--subnet', '10.1.0.1/24', 'x'], 2, /^subnet .*; write 10\.1\.0\.0\/24$/],
  [
    ['network', 'create', '--gateway', '10.1.0.1', 'x'],
    2,
    /^--gateway .*: needs a --subnet that it lies in$/,
  ],
  [
    ['network', 'create', '--opt', 'speed=9', 'x'],
    2,
    /^opt "speed": is not known; the options are encrypted and /,
  ],
  [['network', 'rm', 'nosuch'], 1, /^No network "nosuch"\. /],
  [['swarm', 'init', '--autolock'], 2, /^--autolock: not supported yet$/],
  [
    ['service', 'ls', '--format', '{{.ID'],
    2,
    /^--format .*: this action has no end: .* is missing \(character 1\)$/,
  ],
];

export const UNKNOWN_NAMES: readonly Case[] = [
  ...['ps', 'rm', 'logs', 'inspect'].map(
    (verb): Case => [
      ['service', verb, 'stead'],
      1,
      /^No service( or task)? "stead"\. Did you mean steady\?$/,
    ],
  ),
  [['service', 'scale', 'stead=2'], 1, /^No service "stead"\. Did you mean steady\?$/],
  [['service', 'update', '--image', 'lab/web:2', 'stead'], 1, /^No service "stead"\. Did you mean/],
  [['node', 'inspect', 'h9'], 1, /^No node "h9"\. Did you mean one of: h1, h2\?$/],
  [['node', 'ps', 'h9'], 1, /^No node "h9"\. Did you mean one of: h1, h2\?$/],
  [['node', 'rm', 'h9'], 1, /^No node "h9"\. Did you mean one of: h1, h2\?$/],
  [['task', 'inspect', 'nothing'], 1, /^No task "nothing"\. Did you mean steady\.1\.\w{25}\?$/],
];

export const NOT_NOW: readonly Case[] = [
  [['swarm', 'init'], 1, /^This node is already part of a cluster \(as \w+\)\. Leave it first/],
  [['swarm', 'join', '--refresh', '--label', 'a=b', '192.0.2.1'], 2, /^--refresh: does not go with --label$/],
  [['swarm', 'join', '--token', 'x', '192.0.2.1'], 1, /^This node is already part of a cluster/],
  [['swarm', 'leave'], 1, /^Node .* is the last manager\. .*"swarmctl swarm leave --force" on it\.$/],
  [['node', 'rm', 'h1'], 1, /^Node h1 is a manager and cannot be removed\./],
  [['node', 'rm', 'h2'], 1, /^Node h2 is ready and cannot be removed\./],
  [['service', 'create', '--name', 'STEADY', 'lab/sleep:1'], 1, /^A service named "STEADY" already exists\./],
];
