/**
 * Networks as rows of `network ls`, as Docker's API has them, and as the text of `network inspect --pretty`.
 */
import type { GetNetworkReply, NetworkUser } from '../../../proto/gen/control.js';
import type { Network, SubnetSpec } from '../../../proto/gen/objects.js';
import { labelExtras } from './format.js';
import { instantJson, type JsonFields } from './json-values.js';
import { block, labelLines, section } from './pretty-text.js';
import { formatTable, shortId } from './table.js';

export const NETWORK_KEYS = [
  'ID',
  'Name',
  'Driver',
  'Scope',
  'IPv6',
  'Internal',
  'Attachable',
  'Ingress',
  'CreatedAt',
];

const DRIVER = 'overlay';
const SCOPE = 'swarm';
const VXLAN_OPTION = 'com.docker.network.driver.overlay.vxlanid_list';

export interface NetworkRow {
  readonly shownId: string;
  readonly cells: readonly string[];
  readonly json: Readonly<Record<string, string>>;
  readonly extras: Readonly<Record<string, unknown>>;
}

export function networkRow(
  { id, spec, meta }: Network,
  { truncate }: { readonly truncate: boolean },
): NetworkRow {
  const ID = truncate ? shortId(id) : id;
  const Name = spec?.name ?? '';
  const json = {
    ID,
    Name,
    Driver: DRIVER,
    Scope: SCOPE,
    IPv6: String(spec?.ipv6 ?? false),
    Internal: String(spec?.internal ?? false),
    Attachable: String(spec?.attachable ?? false),
    Ingress: String(spec?.ingress ?? false),
    CreatedAt: instantJson(meta?.createdAtMs ?? 0) ?? '',
  };
  return { shownId: ID, cells: [ID, Name, DRIVER, SCOPE], json, extras: labelExtras(spec?.labels ?? {}) };
}

export function networkJson(
  reply: GetNetworkReply,
  { isVerbose }: { readonly isVerbose: boolean },
): JsonFields {
  const { network } = reply;
  const { spec, allocation } = network ?? {};
  const vxlanId = allocation?.vxlanId ?? 0;
  return {
    Name: spec?.name ?? '',
    Id: network?.id ?? '',
    Created: instantJson(network?.meta?.createdAtMs ?? 0),
    Scope: SCOPE,
    Driver: DRIVER,
    EnableIPv4: true,
    EnableIPv6: spec?.ipv6 ?? false,
    IPAM: { Driver: 'default', Config: subnetsOf(network).map(subnetJson) },
    Internal: spec?.internal ?? false,
    Attachable: spec?.attachable ?? false,
    Ingress: spec?.ingress ?? false,
    Options: {
      ...(vxlanId === 0 ? {} : { [VXLAN_OPTION]: String(vxlanId) }),
      ...spec?.driverOptions,
    },
    Labels: spec?.labels ?? {},
    ...(allocation?.problem ? { Problem: allocation.problem } : {}),
    ...(isVerbose ? usersJson(reply) : {}),
  };
}

/** What it was given; what was asked for until then. */
function subnetsOf(network: Network | undefined): readonly SubnetSpec[] {
  const given = network?.allocation?.subnets ?? [];
  return given.length > 0 ? given : (network?.spec?.subnets ?? []);
}

function subnetJson({ subnet, range, gateway }: SubnetSpec): JsonFields {
  return {
    Subnet: subnet,
    ...(range === '' || range === subnet ? {} : { IPRange: range }),
    ...(gateway === '' ? {} : { Gateway: gateway }),
  };
}

/** As Docker says it where it is asked to be verbose, with the nodes that take part. */
function usersJson(reply: GetNetworkReply): JsonFields {
  const { services, tasks, taskCount, nodes, containers, containerCount } = reply;
  const tasksOf = (serviceId: string): readonly JsonFields[] =>
    tasks
      .filter((task) => task.serviceId === serviceId)
      .map((task) => ({
        Name: task.name,
        EndpointIP: task.address,
        ...(task.address6 === '' ? {} : { EndpointIPv6: task.address6 }),
        Info: { Host: task.nodeHostname },
      }));
  return {
    Services: Object.fromEntries(
      services.map(({ id, name, address, address6 }) => [
        name,
        { VIP: address, ...(address6 === '' ? {} : { VIPv6: address6 }), Tasks: tasksOf(id) },
      ]),
    ),
    TaskCount: taskCount,
    Nodes: nodes.map(({ id, name, address, address6, block, problem }) => ({
      ID: id,
      Hostname: name,
      Address: address,
      ...(address6 === '' ? {} : { AddressIPv6: address6 }),
      ...(block === '' ? {} : { ContainerRange: block }),
      ...(problem === '' ? {} : { Problem: problem }),
    })),
    Containers: Object.fromEntries(
      containers.map(({ id, name, address, address6, nodeHostname }) => [
        id,
        {
          Name: name,
          EndpointIP: address,
          ...(address6 === '' ? {} : { EndpointIPv6: address6 }),
          Info: { Host: nodeHostname },
        },
      ]),
    ),
    ContainerCount: containerCount,
  };
}

export function prettyNetwork({
  network,
  services,
  tasks,
  taskCount,
  nodes,
  containers,
  containerCount,
}: GetNetworkReply): readonly string[] {
  const { spec, allocation } = network ?? {};
  const isOn = (value: boolean | undefined): string => (value === true ? 'Yes' : '');
  return [
    ...section('ID', network?.id),
    ...section('Name', spec?.name),
    ...labelLines('Labels', spec?.labels ?? {}),
    ...section('Created at', instantJson(network?.meta?.createdAtMs ?? 0)),
    ...section('Driver', DRIVER),
    ...section('Internal', isOn(spec?.internal)),
    ...section('Attachable', isOn(spec?.attachable)),
    ...section('Ingress', isOn(spec?.ingress)),
    ...section('IPv6', isOn(spec?.ipv6)),
    ...section('Encrypted', isOn(spec?.encrypted)),
    ...section('MTU', spec?.mtu),
    ...section('VXLAN', allocation?.vxlanId),
    ...section('Problem', allocation?.problem),
    ...block('Subnets', subnetsOf(network).flatMap(subnetLines)),
    ...block('Services', userLines(services)),
    ...block('Tasks', userLines(tasks, taskCount)),
    ...block('Containers', userLines(containers, containerCount)),
    ...block('Nodes', userLines(nodes)),
  ];
}

function subnetLines({ subnet, range, gateway }: SubnetSpec): readonly string[] {
  return [
    ...section(' Subnet', subnet),
    ...section('  Range', range === subnet ? '' : range),
    ...section('  Gateway', gateway),
  ];
}

function userLines(users: readonly NetworkUser[], count = users.length): readonly string[] {
  const rows = users.map(({ name, address, address6, nodeHostname, block: range, problem }) => [
    ` ${name}`,
    [address, address6].filter((text) => text !== '').join(' '),
    [nodeHostname, range === '' ? '' : `containers: ${range}`, problem]
      .filter((text) => text !== '')
      .join(' '),
  ]);
  const untold = count - users.length;
  return [...formatTable(rows), ...(untold > 0 ? [` and ${untold} more`] : [])];
}
