/**
 * What swarmd is told at its start: flags and environment into one frozen configuration, every complaint at
 * once. The only file of swarmd that reads the environment.
 */
import { isAbsolute, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ExternalStore } from '../../control-plane/manager/external-log.js';
import { SwarmError } from '../../proto/base/errors.js';
import type { GenericResource } from '../../proto/gen/objects.js';
import { LOG_LEVELS, type LogLevel } from '../../proto/base/log.js';
import { parseNodeGenericResources } from '../../proto/model/generic-resources.js';
import { formatHostPort, type HostPort, parseHostPort, parseListenAddress } from './rules/addresses.js';
import { readStore } from './rules/store-options.js';

export interface SwarmdConfig {
  /** Everything this node must remember; one swarmd per directory. */
  readonly stateDirectory: string;
  /** Where swarmctl on the same machine finds this node. */
  readonly socketPath: string;
  /** The container engine: unix://PATH. */
  readonly dockerHost: string;
  /** What this node has that is neither processor time nor memory, beside what its engine says. */
  readonly genericResources: readonly GenericResource[];
  readonly logLevel: LogLevel;
  /** Where metrics are served; undefined: nowhere, and nothing is measured. */
  readonly metricsAddress: HostPort | undefined;
  /** Where a manager that starts again is reached now (host:port); undefined: where it was before. */
  readonly advertiseAddress?: string | undefined;
  /** Where traffic of overlay networks is sent to now (an address or an interface); undefined: where it was before. */
  readonly dataPathAddress?: string | undefined;
  /** The etcd that a manager here keeps its log in; undefined: in the state directory. */
  readonly store: ExternalStore | undefined;
}

interface Option {
  readonly flag: string;
  readonly env: string;
  readonly value: string;
  readonly fallback: string;
  readonly help: string;
}

const OPTIONS = {
  stateDirectory: {
    flag: 'state-dir',
    env: 'SWARMD_STATE_DIR',
    value: 'DIR',
    fallback: '/var/lib/swarmd',
    help: 'where this node keeps its certificate, its tasks and, on a manager, the log',
  },
  socketPath: {
    flag: 'socket',
    env: 'SWARMD_SOCKET',
    value: 'PATH',
    fallback: '/run/swarmd/swarmd.sock',
    help: 'the local socket that swarmctl talks to',
  },
  dockerHost: {
    flag: 'docker-host',
    env: 'DOCKER_HOST',
    value: 'unix://PATH',
    fallback: 'unix:///var/run/docker.sock',
    help: 'the container engine of this node',
  },
  genericResources: {
    flag: 'generic-node-resources',
    env: 'SWARMD_GENERIC_NODE_RESOURCES',
    value: 'KIND=VALUE[,...]',
    fallback: '',
    help: 'what else this node has for tasks, as a number (apple=3) or as units with names (gpu=a,gpu=b)',
  },
  logLevel: {
    flag: 'log-level',
    env: 'SWARMD_LOG_LEVEL',
    value: 'LEVEL',
    fallback: 'info',
    help: LOG_LEVELS.join(', '),
  },
  metricsAddress: {
    flag: 'metrics-addr',
    env: 'SWARMD_METRICS_ADDR',
    value: 'HOST:PORT',
    fallback: '',
    help: 'where to serve metrics for Prometheus, without a password; port 0 picks one',
  },
  advertiseAddress: {
    flag: 'advertise-addr',
    env: 'SWARMD_ADVERTISE_ADDR',
    value: 'HOST:PORT',
    fallback: '',
    help: 'where the others reach this node as a manager from now on, once its address has changed',
  },
  dataPathAddress: {
    flag: 'data-path-addr',
    env: 'SWARMD_DATA_PATH_ADDR',
    value: 'ADDRESS|INTERFACE',
    fallback: '',
    help: 'where traffic of networks is sent to from now on, once that address has changed',
  },
  store: {
    flag: 'store',
    env: 'SWARMD_STORE',
    value: 'etcd://HOST:PORT[,...]',
    fallback: '',
    help: 'an etcd cluster to keep the log in, on every manager alike',
  },
  storePrefix: {
    flag: 'store-prefix',
    env: 'SWARMD_STORE_PREFIX',
    value: '/PATH',
    fallback: '/swarm',
    help: 'what all keys in etcd begin with',
  },
  storeCa: {
    flag: 'store-ca',
    env: 'SWARMD_STORE_CA',
    value: 'FILE',
    fallback: '',
    help: "root certificate of etcd's own; with it the connection is encrypted",
  },
  storeCertificate: {
    flag: 'store-cert',
    env: 'SWARMD_STORE_CERT',
    value: 'FILE',
    fallback: '',
    help: 'certificate to show to etcd',
  },
  storeKey: {
    flag: 'store-key',
    env: 'SWARMD_STORE_KEY',
    value: 'FILE',
    fallback: '',
    help: 'its key',
  },
  storeUser: {
    flag: 'store-user',
    env: 'SWARMD_STORE_USER',
    value: 'NAME',
    fallback: '',
    help: 'user of etcd',
  },
  storePassword: {
    flag: 'store-password-file',
    env: 'SWARMD_STORE_PASSWORD_FILE',
    value: 'FILE',
    fallback: '',
    help: 'file with the password of that user',
  },
} as const satisfies Readonly<Record<string, Option>>;

/** The text of --help. */
export function usage(): string {
  const lines = Object.values<Option>(OPTIONS).map(
    ({ flag, env, value, fallback, help }) =>
      `  ${`--${flag} ${value}`.padEnd(28)} ${help} (default ${fallback || 'none'}; environment ${env})`,
  );
  return [
    'Usage: swarmd [options]',
    '',
    'The daemon of a node. It waits on its local socket until "swarmctl swarm init" or "swarmctl swarm join",',
    'or starts again in the cluster it was in.',
    '',
    ...lines,
    `  ${'--version'.padEnd(28)} print the version`,
    `  ${'--help'.padEnd(28)} print this`,
  ].join('\n');
}

export type Invocation =
  | { readonly kind: 'run'; readonly config: SwarmdConfig }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' };

/** Reads arguments and environment; throws input.invalid that names the flag and the rule. */
export function readInvocation(args: readonly string[], env: NodeJS.ProcessEnv): Invocation {
  const given = parse(args);
  if (given['help'] === true) return { kind: 'help' };
  if (given['version'] === true) return { kind: 'version' };
  const text = (option: Option): string => {
    const flag = given[option.flag];
    return typeof flag === 'string' ? flag : (env[option.env] ?? option.fallback);
  };
  /** Where the value came from, in the words of whoever gave it. */
  const field = ({ flag, env: variable }: Option): string =>
    given[flag] === undefined && env[variable] !== undefined ? variable : `--${flag}`;
  const dockerHost = text(OPTIONS.dockerHost);
  if (!dockerHost.startsWith('unix://') || !isAbsolute(dockerHost.slice('unix://'.length))) {
    throw new SwarmError('input.invalid', {
      field: field(OPTIONS.dockerHost),
      value: dockerHost,
      rule: 'must be unix:// and an absolute path, for example unix:///var/run/docker.sock',
    });
  }
  const logLevel = LOG_LEVELS.find((level) => level === text(OPTIONS.logLevel));
  if (logLevel === undefined) {
    const rule = `must be one of ${LOG_LEVELS.join(', ')}`;
    throw new SwarmError('input.invalid', {
      field: field(OPTIONS.logLevel),
      value: text(OPTIONS.logLevel),
      rule,
    });
  }
  const metricsText = text(OPTIONS.metricsAddress);
  const advertiseText = text(OPTIONS.advertiseAddress);
  const config = {
    stateDirectory: resolve(text(OPTIONS.stateDirectory)),
    socketPath: resolve(text(OPTIONS.socketPath)),
    dockerHost,
    genericResources: parseNodeGenericResources(
      text(OPTIONS.genericResources),
      field(OPTIONS.genericResources),
    ),
    logLevel,
    metricsAddress:
      metricsText === '' ? undefined : parseListenAddress(metricsText, field(OPTIONS.metricsAddress)),
    advertiseAddress:
      advertiseText === ''
        ? undefined
        : formatHostPort(parseHostPort(advertiseText, field(OPTIONS.advertiseAddress))),
    dataPathAddress: text(OPTIONS.dataPathAddress) || undefined,
    store: readStore((name) => ({ text: text(OPTIONS[name]), field: field(OPTIONS[name]) }), resolve),
  };
  return { kind: 'run', config: Object.freeze(config) };
}

function parse(args: readonly string[]): Readonly<Record<string, unknown>> {
  const flags = Object.values<Option>(OPTIONS).map(
    ({ flag }) => [flag, { type: 'string' as const }] as const,
  );
  const options = {
    ...Object.fromEntries(flags),
    help: { type: 'boolean' as const },
    version: { type: 'boolean' as const },
  };
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch (error) {
    const rule = error instanceof Error ? error.message : String(error);
    throw new SwarmError('input.invalid', { field: 'command line', rule }, error);
  }
}
