/**
 * What a service is given: its published ports and a virtual address on each of its networks, all of it or nothing.
 * It keeps what it has as long as it asks for it or tasks of a revision that did may be sent traffic: an update takes
 * nothing away before the last of those has been told to stop.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type {
  NetworkAttachment,
  NetworkAttachmentConfig,
  Service,
  ServiceAllocation,
  ServiceSpec,
} from '../../../proto/gen/objects.js';
import { hostPortText } from '../../../proto/model/endpoint-spec.js';
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
  type PortTable,
} from './ports.js';
import type { RevisionsInUse } from './revisions-in-use.js';

const NOTHING: ServiceAllocation = { ports: [], virtualAddresses: [], problem: '', networks: [] };

/** What has been given so far, in the store and in this pass. */
export interface Given {
  readonly holdings: Holdings;
  readonly ports: PortTable;
  readonly revisions: Pick<RevisionsInUse, 'of'>;
}

/** Whether the service has all that its present spec asks for, whatever it has besides. */
export function isServiceAllocated({ spec, allocation = NOTHING }: Service): boolean {
  const { ports, virtualAddresses } = ownPart(spec, allocation);
  const networkIds = virtualNetworks(spec);
  return (
    allocation.problem === '' &&
    isSame(keptPorts(spec?.endpoint?.ports ?? [], allocation.ports), ports) &&
    virtualAddresses.length === networkIds.length &&
    virtualAddresses.every(({ networkId }, at) => networkId === networkIds[at])
  );
}

/** As much as the spec asks for, which comes first. */
function ownPart(spec: ServiceSpec | undefined, { ports, virtualAddresses }: ServiceAllocation): Part {
  return {
    ports: ports.slice(0, spec?.endpoint?.ports.length ?? 0),
    virtualAddresses: virtualAddresses.slice(0, virtualNetworks(spec).length),
  };
}

type Part = Pick<ServiceAllocation, 'ports' | 'virtualAddresses'>;

export interface ServiceChoice {
  /** What it has from now on; undefined where that is what it has already. */
  readonly allocation?: ServiceAllocation | undefined;
  /** Whether something is missing still. */
  readonly isShort: boolean;
}

export function allocateService(view: ClusterView, service: Service, given: Given): ServiceChoice {
  const { spec, allocation: held = NOTHING } = service;
  const chosen = isServiceAllocated(service) ? ownPart(spec, held) : choose(view, service, held, given);
  const own = 'problem' in chosen ? stillAskedFor(spec, held) : chosen;
  const problem = 'problem' in chosen ? chosen.problem : '';
  const earlier = earlierSpecs(view, service, given);
  // Of two services that trade their ports each would else wait for the tasks of the other.
  const keepsPorts = !('isPortTaken' in chosen);
  const kept = given.ports.keep(
    service.id,
    keepsPorts ? earlier.map(({ endpoint }) => endpoint?.ports ?? []) : [],
    held.ports,
    own.ports,
  );
  const allocation: ServiceAllocation = {
    ports: [...own.ports, ...kept.ports],
    virtualAddresses: [...own.virtualAddresses, ...keptAddresses(earlier, held, own)],
    problem,
    networks: knownNetworks(spec === undefined ? earlier : [spec, ...earlier]),
  };
  const isShort = 'problem' in chosen || kept.isAnyTaken;
  return isSame(allocation, held) ? { isShort } : { allocation, isShort };
}

/** Of those earlier revisions whose tasks may be sent traffic. */
function earlierSpecs(
  view: ClusterView,
  { id, revision }: Service,
  { revisions }: Given,
): readonly ServiceSpec[] {
  return revisions
    .of(id)
    .filter((each) => each !== revision)
    .flatMap((each) => view.revision(id, each)?.spec ?? []);
}

function keptAddresses(
  earlier: readonly ServiceSpec[],
  held: ServiceAllocation,
  own: Part,
): readonly NetworkAttachment[] {
  const networkIds = new Set(earlier.flatMap(virtualNetworks));
  for (const { networkId } of own.virtualAddresses) networkIds.delete(networkId);
  return held.virtualAddresses.filter(({ networkId }) => networkIds.has(networkId));
}

/** Each network once, with the aliases of all. */
function knownNetworks(specs: readonly ServiceSpec[]): readonly NetworkAttachmentConfig[] {
  const aliasesByNetwork = new Map<string, Set<string>>();
  for (const { networkId, aliases } of specs.flatMap(({ task }) => task?.networks ?? []))
    aliasesByNetwork.set(networkId, new Set([...(aliasesByNetwork.get(networkId) ?? []), ...aliases]));
  return Array.from(aliasesByNetwork, ([networkId, aliases]) => ({ networkId, aliases: [...aliases] }));
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
type Chosen = Part | { readonly problem: string } | { readonly problem: string; readonly isPortTaken: true };

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
    const port = hostPortText(chosen.taken);
    const other = view.service(chosen.byServiceId)?.spec?.name ?? chosen.byServiceId;
    return {
      problem:
        chosen.byServiceId === id
          ? `port ${port} is published twice by the service itself`
          : `port ${port} is published by service ${other} already`,
      isPortTaken: true,
    };
  }
  const virtualAddresses = networkIds.flatMap(
    (networkId) => had(networkId) ?? holdings.give(networkId) ?? [],
  );
  return { ports: chosen.ports, virtualAddresses };
}

/** Networks on which it has a virtual address: all of its own, in the order of the spec. Published ports need none. */
function virtualNetworks(spec: ServiceSpec | undefined): readonly string[] {
  if (spec?.endpoint?.mode === 'dnsrr') return [];
  return [...new Set(spec?.task?.networks.map(({ networkId }) => networkId))];
}

function stillAskedFor(spec: ServiceSpec | undefined, { ports, virtualAddresses }: ServiceAllocation): Part {
  const networkIds = virtualNetworks(spec);
  const kept = keptPorts(spec?.endpoint?.ports ?? [], ports);
  return {
    ports: ports.filter((port) => kept.some((other) => isSame(other, port))),
    virtualAddresses: virtualAddresses.filter(({ networkId }) => networkIds.includes(networkId)),
  };
}
