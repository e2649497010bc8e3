/**
 * The container's part of a service spec, changed by flags: what runs, as whom, with which settings.
 */
import {
  type ContainerSpec,
  ContainerSpecCodec,
  type HealthCheck,
  HealthCheckCodec,
} from '../../../proto/gen/objects.js';
import { parseSmallCount } from './amounts.js';
import { complaint } from './complaint.js';
import {
  lastPerName,
  nameOf,
  parseEnvironment,
  parseEnvironmentFile,
  parseExtraHost,
  parseUlimit,
} from './container-values.js';
import { parseDurationMs } from './durations.js';
import type { FlagValues } from './flag-values.js';
import { changedLabels, type ListFlags, type SpecFlags } from './list-flags.js';
import { parseMount } from './mounts.js';
import { parseFullPair, parseWords } from './value-texts.js';

export function changeContainer(
  container: ContainerSpec | undefined,
  given: SpecFlags,
  lists: ListFlags,
): ContainerSpec {
  const before = container ?? ContainerSpecCodec.create();
  const { flags } = given;
  return {
    ...before,
    ...changedProcess(before, flags),
    ...changedLists(before, lists),
    ...changedCapabilities(before, flags),
    env: changedEnvironment(before.env, given, lists),
    healthCheck: changedHealthCheck(before.healthCheck, flags),
  };
}

function changedProcess(before: ContainerSpec, flags: FlagValues): Partial<ContainerSpec> {
  const switched = (name: string, value: boolean): boolean =>
    flags.isGiven(name) ? flags.isOn(name) : value;
  return {
    image: flags.text('image') ?? before.image,
    command: flags.parsed('entrypoint', parseWords) ?? before.command,
    args: flags.parsed('args', parseWords) ?? before.args,
    hostname: flags.text('hostname') ?? before.hostname,
    user: flags.text('user') ?? before.user,
    workingDir: flags.parsed('workdir', parseDirectory) ?? before.workingDir,
    stopSignal: flags.text('stop-signal') ?? before.stopSignal,
    stopGracePeriodMs: flags.parsed('stop-grace-period', parseDurationMs) ?? before.stopGracePeriodMs,
    init: flags.isGiven('init') ? flags.isOn('init') : before.init,
    tty: switched('tty', before.tty),
    readOnly: switched('read-only', before.readOnly),
  };
}

function parseDirectory(flag: string, text: string): string {
  if (!text.startsWith('/')) throw complaint(flag, 'must be an absolute path', text);
  return text;
}

function changedLists(before: ContainerSpec, lists: ListFlags): Partial<ContainerSpec> {
  return {
    labels: changedLabels(before.labels, lists.change('container-label')),
    groups: lists.change('group').appliedWords(before.groups),
    dnsServers: lists.change('dns').applied(before.dnsServers, {
      parse: parseAddress,
      keyOf: (address) => address,
      removalKey: (_flag, text) => text,
    }),
    dnsSearch: lists.change('dns-search').appliedWords(before.dnsSearch),
    dnsOptions: lists.change('dns-option').appliedWords(before.dnsOptions),
    hosts: lists.change('host').applied(before.hosts, {
      parse: parseExtraHost,
      keyOf: (line) => line,
      removalKey: parseExtraHost,
    }),
    mounts: lists.change('mount').applied(before.mounts, {
      parse: parseMount,
      keyOf: (mount) => mount.target,
      removalKey: (_flag, target) => target,
    }),
    ulimits: lists.change('ulimit').applied(before.ulimits, {
      parse: parseUlimit,
      keyOf: (ulimit) => ulimit.name,
      removalKey: (_flag, name) => name,
    }),
    sysctls: changedSysctls(before.sysctls, lists),
  };
}

function parseAddress(flag: string, text: string): string {
  if (!/^[\d.]+$|^[\da-fA-F:.]*:[\da-fA-F:.]*$/.test(text))
    throw complaint(flag, 'must be an IP address', text);
  return text;
}

function changedSysctls(
  sysctls: ContainerSpec['sysctls'],
  lists: ListFlags,
): Readonly<Record<string, string>> {
  const change = lists.change('sysctl');
  for (const text of change.add) parseFullPair(change.addFlag, text);
  return changedLabels(sysctls, change);
}

function changedEnvironment(env: readonly string[], given: SpecFlags, lists: ListFlags): readonly string[] {
  const change = lists.change('env');
  const removed = new Set(change.remove);
  const added = [
    ...given.environmentFileTexts.flatMap((text) =>
      parseEnvironmentFile('--env-file', text, given.environment),
    ),
    ...parseEnvironment(change.addFlag, change.add, given.environment),
  ];
  if (removed.size === 0 && added.length === 0) return env;
  return lastPerName([...env.filter((entry) => !removed.has(nameOf(entry))), ...added]);
}

/** "net_admin" and "CAP_NET_ADMIN" are one capability. */
function capability(text: string): string {
  const name = text.trim().toUpperCase();
  return name === 'ALL' || name.startsWith('CAP_') ? name : `CAP_${name}`;
}

/** What is added is no longer dropped, and the other way about. */
function changedCapabilities(before: ContainerSpec, flags: FlagValues): Partial<ContainerSpec> {
  const add = flags.list('cap-add').map(capability);
  const drop = flags.list('cap-drop').map(capability);
  const both = add.find((name) => drop.includes(name));
  if (both !== undefined) throw complaint('--cap-add', 'is also named by --cap-drop', both);
  return {
    capabilityAdd: [...new Set([...before.capabilityAdd.filter((name) => !drop.includes(name)), ...add])],
    capabilityDrop: [...new Set([...before.capabilityDrop.filter((name) => !add.includes(name)), ...drop])],
  };
}

const HEALTH_FLAGS = [
  'health-cmd',
  'health-interval',
  'health-timeout',
  'health-retries',
  'health-start-period',
  'health-start-interval',
];

function changedHealthCheck(before: HealthCheck | undefined, flags: FlagValues): HealthCheck | undefined {
  const given = HEALTH_FLAGS.filter((name) => flags.isGiven(name));
  if (flags.isOn('no-healthcheck')) {
    if (given.length > 0) throw complaint('--no-healthcheck', `does not go with --${given[0]}`);
    return HealthCheckCodec.create({ test: ['NONE'] });
  }
  if (given.length === 0) return before;
  const isOff = before?.test[0] === 'NONE';
  const base = before === undefined || isOff ? HealthCheckCodec.create() : before;
  const command = flags.text('health-cmd');
  return {
    ...base,
    // An empty command means the image's own.
    test: command === undefined ? base.test : command === '' ? [] : ['CMD-SHELL', command],
    intervalMs: flags.parsed('health-interval', parseDurationMs) ?? base.intervalMs,
    timeoutMs: flags.parsed('health-timeout', parseDurationMs) ?? base.timeoutMs,
    retries: flags.parsed('health-retries', parseSmallCount) ?? base.retries,
    startPeriodMs: flags.parsed('health-start-period', parseDurationMs) ?? base.startPeriodMs,
    startIntervalMs: flags.parsed('health-start-interval', parseDurationMs) ?? base.startIntervalMs,
  };
}
