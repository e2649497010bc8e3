/**
 * What a service is given: its published ports and a virtual address on each of its networks, all of it or nothing.
 * It keeps what it has as long as it asks for it; what it no longer asks for is given back even where the rest
 * can't be had.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type {
  NetworkAttachment,
  Service,
  ServiceAllocation,
  ServiceSpec,
} from '../../../proto/gen/objects.js';
import { isSame } from '../../../proto/model/sameness.js';
import { group, unchanged, update } from '../../store/rules/change.js';
import type { ClusterView } from '../../store/rules/view.js';
import { type Holdings, networkChecks } from './holdings.js';
import {
  busyPorts,
  FIRST_OPEN_PORT,
  keptPorts,
  LAST_OPEN_PORT,
  type PortKey,
  portText,
  type PortTable,
} from './ports.js';

const NOTHING: ServiceAllocation = { ports: [], virtualAddresses: [], problem: '' };

/** What has been given so far, in the store and in this pass. */
export interface Given {
  readonly holdings: Holdings;
  readonly ports: PortTable;
}

/** Whether the service has all that its present spec asks for. */
export function isServiceAllocated({ spec, allocation = NOTHING }: Service): boolean {
  const { ports, virtualAddresses, problem } = allocation;
  const networkIds = virtualNetworks(spec);
  return (
    problem === '' &&
    isSame(keptPorts(spec?.endpoint?.ports ?? [], ports), ports) &&
    virtualAddresses.length === networkIds.length &&
    virtualAddresses.every(({ networkId }, at) => networkId === networkIds[at])
  );
}

export interface ServiceChoice {
  /** What it has from now on; undefined where that is what it has already. */
  readonly allocation?: ServiceAllocation | undefined;
  /** Whether something is missing still. */
  readonly isShort: boolean;
}

export function allocateService(view: ClusterView, service: Service, given: Given): ServiceChoice {
  if (isServiceAllocated(service)) return { isShort: false };
  const held = service.allocation ?? NOTHING;
  const chosen = choose(view, service, held, given);
  const isShort = 'problem' in chosen;
  const allocation = isShort ? { ...stillAskedFor(service.spec, held), ...chosen } : chosen.allocation;
  return isSame(allocation, held) ? { isShort } : { allocation, isShort };
}

export function serviceChange(service: Service, allocation: ServiceAllocation): ChangeGroup {
  return group(
    [update('service', service.id, 'allocation', { allocation })],
    [
      unchanged('service', service, 'spec'),
      unchanged('service', service, 'allocation'),
      ...networkChecks(allocation.virtualAddresses),
    ],
  );
}

/** A problem without words will pass in a moment. */
type Chosen = { readonly allocation: ServiceAllocation } | { readonly problem: string };

function choose(
  view: ClusterView,
  { id, spec }: Service,
  held: ServiceAllocation,
  { holdings, ports: table }: Given,
): Chosen {
  const networkIds = virtualNetworks(spec);
  const had = (networkId: string): NetworkAttachment | undefined =>
    held.virtualAddresses.find((each) => each.networkId === networkId);
  for (const networkId of networkIds)
    if (had(networkId) === undefined && !holdings.hasRoom(networkId, 'service'))
      return { problem: holdings.whyNoAddress(view, networkId) };
  const busy = (): ReadonlySet<PortKey> => busyPorts(view.nodes());
  const chosen = table.choose(id, spec?.endpoint?.ports ?? [], held.ports, busy);
  if ('noneLeft' in chosen)
    return { problem: `no ${chosen.noneLeft} port from ${FIRST_OPEN_PORT} to ${LAST_OPEN_PORT} is free` };
  if ('taken' in chosen) {
    const port = portText(chosen.taken);
    const other = view.service(chosen.byServiceId)?.spec?.name ?? chosen.byServiceId;
    return {
      problem:
        chosen.byServiceId === id
          ? `port ${port} is published twice by the service itself`
          : `port ${port} is published by service ${other} already`,
    };
  }
  const virtualAddresses = networkIds.flatMap(
    (networkId) => had(networkId) ?? holdings.give(networkId) ?? [],
  );
  return { allocation: { ports: chosen.ports, virtualAddresses, problem: '' } };
}

/** Networks on which it has a virtual address: all of its own, in the order of the spec. Published ports need none. */
function virtualNetworks(spec: ServiceSpec | undefined): readonly string[] {
  if (spec?.endpoint?.mode === 'dnsrr') return [];
  return [...new Set(spec?.task?.networks.map(({ networkId }) => networkId))];
}

function stillAskedFor(
  spec: ServiceSpec | undefined,
  { ports, virtualAddresses }: ServiceAllocation,
): Pick<ServiceAllocation, 'ports' | 'virtualAddresses'> {
  const networkIds = virtualNetworks(spec);
  const kept = keptPorts(spec?.endpoint?.ports ?? [], ports);
  return {
    ports: ports.filter((port) => kept.some((other) => isSame(other, port))),
    virtualAddresses: virtualAddresses.filter(({ networkId }) => networkIds.includes(networkId)),
  };
}
