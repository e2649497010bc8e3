/**
 * What a user may ask of a container. Refuses what the runtime would refuse on every node, so that a
 * mistake is told at once and not on each task.
 */
import type { ContainerSpec, HealthCheck, Ulimit } from '../gen/objects.js';
import { parseAddress } from './address.js';
import { parseImageReference } from './image-reference.js';
import { checkCount, checkDuration, checkLabels, checkText, checkUnique } from './input-check.js';
import { checkMounts } from './mount.js';
import { demand, refuse, refuseUnbuilt } from './refusal.js';

const HOSTNAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i;
const LONGEST_HOSTNAME = 253;
const CAPABILITY = /^(ALL|(CAP_)?[A-Z][A-Z0-9_]*)$/i;
const SYSCTL = /^[a-z0-9_-]+([./][a-z0-9_*-]+)+$/i;
const HIGHEST_SIGNAL = 64;
const SIGNALS =
  'ABRT ALRM BUS CHLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX'.split(
    ' ',
  );
const ULIMITS =
  'core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack'.split(
    ' ',
  );

/** Throws input.invalid or not-supported; returns the same with what says nothing left out. */
export function validateContainerSpec(container: ContainerSpec): ContainerSpec {
  parseImageReference(container.image);
  for (const word of container.command) checkText(word, 'entrypoint');
  for (const word of container.args) checkText(word, 'args');
  for (const entry of container.env) checkEnv(entry);
  checkHostname(container.hostname);
  if (container.workingDir !== '')
    demand(container.workingDir.startsWith('/'), 'workdir', 'must be an absolute path', container.workingDir);
  for (const text of [container.workingDir, container.user, ...container.groups]) checkText(text, 'user');
  checkLabels(container.labels, 'container-label');
  checkSignal(container.stopSignal);
  if (container.stopGracePeriodMs !== undefined)
    checkDuration(container.stopGracePeriodMs, 'stop-grace-period');
  checkMounts(container.mounts);
  for (const { source, target } of container.mounts) {
    refuseTemplate(source, 'mount');
    refuseTemplate(target, 'mount');
  }
  checkNames(container);
  for (const name of [...container.capabilityAdd, ...container.capabilityDrop])
    demand(CAPABILITY.test(name), 'cap-add', 'must be the name of a capability, or ALL', name);
  for (const key of Object.keys(container.sysctls))
    demand(SYSCTL.test(key), 'sysctl', 'must have the form net.core.somaxconn=VALUE', key);
  checkUlimits(container.ulimits);
  return { ...container, healthCheck: validateHealthCheck(container.healthCheck) };
}

function checkEnv(entry: string): void {
  checkText(entry, 'env');
  demand(/^[^=]/.test(entry), 'env', 'must have the form NAME=VALUE or NAME', entry);
  refuseTemplate(entry, 'env');
}

function checkHostname(hostname: string): void {
  if (hostname === '') return;
  refuseTemplate(hostname, 'hostname');
  demand(
    hostname.length <= LONGEST_HOSTNAME && HOSTNAME.test(hostname),
    'hostname',
    'must be letters, digits and "-" in parts of at most 63, separated by "."',
    hostname,
  );
}

function checkSignal(signal: string): void {
  if (signal === '') return;
  const name = signal
    .toUpperCase()
    .replace(/^SIG/, '')
    .replace(/^(RTMIN|RTMAX)[+-]\d{1,2}$/, '$1');
  const isNumber = /^\d{1,2}$/.test(signal) && Number(signal) >= 1 && Number(signal) <= HIGHEST_SIGNAL;
  demand(isNumber || SIGNALS.includes(name), 'stop-signal', 'must be a signal such as SIGTERM', signal);
}

function checkNames({ hosts, dnsServers, dnsSearch, dnsOptions }: ContainerSpec): void {
  for (const host of hosts) {
    const [address = '', ...names] = host.trim().split(/\s+/);
    demand(
      parseAddress(address) !== undefined && names.length > 0,
      'host',
      'must be an IP address and one or more names',
      host,
    );
  }
  for (const server of dnsServers)
    demand(parseAddress(server) !== undefined, 'dns', 'must be an IP address', server);
  for (const [field, words] of [
    ['dns-search', dnsSearch],
    ['dns-option', dnsOptions],
  ] as const)
    for (const word of words) demand(/^[^\s\0]+$/.test(word), field, 'must be one word', word);
}

function checkUlimits(ulimits: readonly Ulimit[]): void {
  for (const { name, soft, hard } of ulimits) {
    const text = `${name}=${soft}:${hard}`;
    demand(ULIMITS.includes(name), 'ulimit', `name must be one of ${ULIMITS.join(', ')}`, text);
    demand(soft >= -1 && hard >= -1, 'ulimit', 'limits must be -1 (unlimited) or more', text);
    demand(
      hard === -1 || (soft !== -1 && soft <= hard),
      'ulimit',
      'the soft limit must not be above the hard one',
      text,
    );
  }
  checkUnique(
    ulimits.map(({ name }) => name),
    'ulimit',
    'may be given once',
  );
}

function validateHealthCheck(check: HealthCheck | undefined): HealthCheck | undefined {
  if (check === undefined) return undefined;
  const { test, intervalMs, timeoutMs, retries, startPeriodMs, startIntervalMs } = check;
  checkDuration(intervalMs, 'health-interval');
  checkDuration(timeoutMs, 'health-timeout');
  checkDuration(startPeriodMs, 'health-start-period');
  checkDuration(startIntervalMs, 'health-start-interval');
  checkCount(retries, 'health-retries');
  for (const word of test) checkText(word, 'health-cmd');
  checkHealthTest(test);
  const saysNothing =
    test.length === 0 &&
    [intervalMs, timeoutMs, startPeriodMs, startIntervalMs, retries].every((n) => n === 0);
  return saysNothing ? undefined : check;
}

function checkHealthTest(test: readonly string[]): void {
  const [form, ...rest] = test;
  const text = test.join(' ');
  switch (form) {
    case undefined:
      return;
    case 'NONE':
      return demand(rest.length === 0, 'health-cmd', 'NONE stands alone', text);
    case 'CMD':
      return demand(rest.length > 0, 'health-cmd', 'CMD needs a command', text);
    case 'CMD-SHELL':
      return demand(rest.length === 1, 'health-cmd', 'CMD-SHELL needs one text for the shell', text);
    default:
      return refuse('health-cmd', 'must begin with CMD, CMD-SHELL or NONE', text);
  }
}

function refuseTemplate(text: string, field: string): void {
  if (text.includes('{{')) refuseUnbuilt(`templates ({{…}}) in ${field}`);
}
