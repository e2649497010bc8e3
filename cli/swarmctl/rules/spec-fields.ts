/**
 * The fields of a spec in the words of the command line: called as the flags that set them are, with values
 * written as those flags take them.
 */
import { GenericResourceCodec, PlacementPreferenceCodec } from '../../../proto/gen/objects.js';
import { genericText } from '../../../proto/model/generic-resources.js';
import { preferenceText } from '../../../proto/model/placement.js';
import { formatBytes, formatCpus } from './amounts.js';
import { formatDuration } from './durations.js';
import { type FieldChange, isMap, isNothing } from './spec-changes.js';

/** Fields whose flags are not called after them. */
const FLAGS: Readonly<Record<string, string>> = {
  labels: 'label',
  onNodeDown: 'on-node-down',
  'endpoint.mode': 'endpoint-mode',
  'endpoint.ports': 'publish',
  'endpoint.ports.publishMode': 'mode',
  'endpoint.ports.publishedPort': 'published',
  'endpoint.ports.targetPort': 'target',
  'mode.replicatedJob.totalCompletions': 'replicas',
  'schedule.cron': 'schedule',
  'schedule.timeZone': 'schedule-timezone',
  'schedule.startingDeadlineMs': 'schedule-deadline',
  'task.forceUpdate': 'force',
  'task.logDriver.name': 'log-driver',
  'task.logDriver.options': 'log-opt',
  'task.networks': 'network',
  'task.networks.aliases': 'alias',
  'task.networks.networkId': 'name',
  'task.placement.constraints': 'constraint',
  'task.placement.strategy': 'placement-strategy',
  'task.placement.maxReplicasPerNode': 'replicas-max-per-node',
  'task.placement.platforms': 'platform',
  'task.placement.preferences': 'placement-pref',
  'task.resources.reservations.generic': 'generic-resource',
  'task.container.capabilityAdd': 'cap-add',
  'task.container.capabilityDrop': 'cap-drop',
  'task.container.command': 'entrypoint',
  'task.container.dnsOptions': 'dns-option',
  'task.container.dnsServers': 'dns',
  'task.container.groups': 'group',
  'task.container.healthCheck.test': 'health-cmd',
  'task.container.hosts': 'host',
  'task.container.labels': 'container-label',
  'task.container.mounts': 'mount',
  'task.container.mounts.readOnly': 'readonly',
  'task.container.sysctls': 'sysctl',
  'task.container.ulimits': 'ulimit',
  'task.container.workingDir': 'workdir',
};

/** What stands before the name of a field → before that of its flag. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^task\.container\.healthCheck\./, 'health-'],
  [/^task\.resources\.limits\./, 'limit-'],
  [/^task\.resources\.reservations\./, 'reserve-'],
  [/^task\.restart\./, 'restart-'],
  [/^update\./, 'update-'],
  [/^rollback\./, 'rollback-'],
  [/^schedule\./, 'schedule-'],
  [/^(?:task\.container|task\.placement|task\.logDriver|mode\.[a-zA-Z]+|task|endpoint)\./, ''],
];

/** "task.restart.maxAttempts" → "restart-max-attempts" */
export function fieldName(path: string): string {
  const flag = FLAGS[path];
  if (flag !== undefined) return flag;
  const [pattern, prefix] = PREFIXES.find(([before]) => before.test(path)) ?? [/^/, ''];
  const own = path
    .replace(pattern, '')
    .replace(/(?:Ms|Bytes)$/, '')
    .replace('nanoCpus', 'cpu');
  return `${prefix}${hyphenated(own)}`;
}

function hyphenated(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** "image web:1 -> web:2", "env +A=1": one line of a difference, the name apart from what happened to it. */
export function changeTexts({
  path,
  key,
  before,
  after,
}: FieldChange): readonly [field: string, text: string] {
  const textOf = (value: unknown): string =>
    key !== undefined && isMap(path) ? `${key}=${String(value)}` : fieldText(path, value);
  const field = fieldName(path);
  if (key !== undefined && before === undefined) return [field, `+${textOf(after)}`];
  if (key !== undefined && after === undefined) return [field, `-${textOf(before)}`];
  return [field, `${textOf(before)} -> ${textOf(after)}`];
}

/** A value of the field as its flag takes it. */
export function fieldText(path: string, value: unknown): string {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return 'not set';
  if (typeof value === 'number') return numberText(path, value);
  if (typeof value === 'string') return wordText(value);
  if (Array.isArray(value)) return value.map((part) => fieldText(path, part)).join(' ');
  if (typeof value === 'object' && value !== null) return WRITTEN[path]?.(value) ?? partsText(path, value);
  return JSON.stringify(value);
}

/** Fields with a way of their own to be written; as they stand in a spec. */
const WRITTEN: Readonly<Record<string, ((value: object) => string) | undefined>> = {
  'task.placement.preferences': (value) => preferenceText(PlacementPreferenceCodec.create(value)),
  'task.resources.reservations.generic': (value) => genericText([GenericResourceCodec.create(value)]),
};

function numberText(path: string, value: number): string {
  if (path.endsWith('Ms')) return formatDuration(value);
  if (path.endsWith('Bytes')) return formatBytes(value);
  return path.endsWith('nanoCpus') ? formatCpus(value) : String(value);
}

/** One word stays as it is. */
function wordText(text: string): string {
  return /^[^\s"]+$/.test(text) ? text : JSON.stringify(text);
}

/** "type=volume,source=data,target=/data": what says nothing is left out. */
function partsText(path: string, parts: object): string {
  return Object.entries(parts)
    .filter(([, value]) => !isNothing(value) && !isEmptyMap(value))
    .map(([name, value]) => {
      const place = `${path}.${name}`;
      return `${FLAGS[place] ?? hyphenated(name)}=${fieldText(place, value)}`;
    })
    .join(',');
}

function isEmptyMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
