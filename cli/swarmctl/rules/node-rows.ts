/**
 * Nodes as rows of a table and as the text of `node inspect --pretty`.
 */
import type { NodeEntry } from '../../../proto/gen/control.js';
import type { Node, Plugin } from '../../../proto/gen/objects.js';
import { genericText } from '../../../proto/model/generic-resources.js';
import { formatBytes, formatCpus } from './amounts.js';
import { formatDuration } from './durations.js';
import { labelExtras } from './format.js';
import { attachmentLines, type Networks, NO_NETWORKS } from './network-names.js';
import { block, labelLines, section } from './pretty-text.js';
import { capitalized } from './table.js';

export const NODE_KEYS = [
  'ID',
  'Hostname',
  'Status',
  'Availability',
  'ManagerStatus',
  'EngineVersion',
  'Self',
];

export interface NodeRow {
  readonly id: string;
  readonly cells: readonly string[];
  readonly json: Readonly<Record<string, unknown>>;
  readonly extras: Readonly<Record<string, unknown>>;
}

export function nodeRow({ node, manager }: NodeEntry, selfNodeId: string): NodeRow {
  const id = node?.id ?? '';
  const isSelf = id === selfNodeId;
  const Hostname = node?.description?.hostname ?? '';
  const Status = capitalized(node?.status?.state ?? 'unknown');
  const Availability = capitalized(node?.spec?.availability ?? 'active');
  const ManagerStatus = managerWord(manager);
  const EngineVersion = node?.description?.engineVersion ?? '';
  return {
    id,
    cells: [`${id} ${isSelf ? '*' : ' '}`, Hostname, Status, Availability, ManagerStatus, EngineVersion],
    json: { ID: id, Hostname, Status, Availability, ManagerStatus, EngineVersion, Self: isSelf },
    extras: labelExtras(node?.spec?.labels ?? {}),
  };
}

function managerWord(manager: NodeEntry['manager']): string {
  if (manager === undefined) return '';
  if (manager.leader) return 'Leader';
  // It counts in no majority yet.
  return manager.reachable && !manager.voter ? 'Joining' : reachability(manager);
}

export function reachability({ reachable, reachabilityUnknown }: NonNullable<NodeEntry['manager']>): string {
  if (reachabilityUnknown) return 'Unknown';
  return reachable ? 'Reachable' : 'Unreachable';
}

export function prettyNode(
  { node, manager }: NodeEntry,
  networks: Networks = NO_NETWORKS,
): readonly string[] {
  const description = node?.description;
  const status = node?.status;
  const resources = description?.resources;
  return [
    ...section('ID', node?.id),
    ...labelLines('Labels', node?.spec?.labels ?? {}),
    ...section('Hostname', description?.hostname),
    ...section('Joined at', instant(node?.meta?.createdAtMs)),
    'Status:',
    ...section(' State', capitalized(status?.state ?? 'unknown')),
    ...section(' Message', status?.message),
    ...section(' Error', description?.runtimeError),
    ...section(' Availability', capitalized(node?.spec?.availability ?? 'active')),
    ...section(' Address', status?.address),
    ...section(' Removed After', autoRemoveText(node?.spec?.autoRemoveAfterMs ?? 0)),
    ...(manager === undefined
      ? []
      : [
          'Manager Status:',
          ...section(' Address', manager.address),
          ...section(' Raft Status', reachability(manager)),
          ...section(' Leader', manager.leader ? 'Yes' : 'No'),
        ]),
    ...block('Platform', [
      ...section(' Operating System', description?.platform?.os),
      ...section(' Architecture', description?.platform?.architecture),
    ]),
    ...block('Resources', [
      ...section(' CPUs', resources && formatCpus(resources.nanoCpus)),
      ...section(' Memory', resources && formatBytes(resources.memoryBytes)),
      ...section(' Generic', genericText(resources?.generic ?? [])),
    ]),
    ...block(
      'Plugins',
      ['Log', 'Network', 'Volume'].flatMap((type) =>
        section(` ${type}`, pluginNames(description?.plugins ?? [], type)),
      ),
    ),
    ...block('Networking', networkingLines(node, networks)),
    ...section('Engine Version', description?.engineVersion),
    ...labelLines('Engine Labels', description?.engineLabels ?? {}),
  ];
}

function networkingLines(node: Node | undefined, networks: Networks): readonly string[] {
  const networking = node?.description?.networking;
  const attachments = attachmentLines(networks, node?.allocation?.attachments ?? []);
  return [
    ...section(' Data Path Address', networking?.dataAddress),
    ...section(' MTU', networking?.dataMtu),
    ...section(' Problem', networking?.problem),
    ...section(' Encryption', networking?.tunnelProblem),
    ...block(
      ' Networks',
      attachments.map((line) => `  ${line}`),
    ),
  ];
}

function pluginNames(plugins: readonly Plugin[], type: string): string {
  return plugins
    .filter((plugin) => plugin.type === type)
    .map(({ name }) => name)
    .join(', ');
}

function autoRemoveText(afterMs: number): string {
  return afterMs === 0 ? '' : `${formatDuration(afterMs)} down`;
}

function instant(atMs: number | undefined): string | undefined {
  return atMs === undefined || atMs === 0 ? undefined : new Date(atMs).toISOString();
}
