/**
 * What a name means to whoever asks: addresses of services, tasks and aliases on the asker's own networks, and names
 * of addresses. Everything else is somebody else's to answer.
 *
 * As in Docker Swarm: a service's name and its aliases lead to its virtual address, or to its tasks where it has
 * none; "tasks.<name>" always to its tasks; a container that is no task has its own name, after all others; a name
 * may end in ".<network>". Unlike there, the asker's own stack comes first where an alias is used in two stacks on one network.
 */
import type { OverlayEndpoint, OverlayService } from '../../../proto/gen/dispatcher.js';
import { addressText, contains, parseAddress } from '../../../proto/model/address.js';
import { NAME_TTL_MS } from '../../../proto/model/network.js';
import type { NameIndex, NetworkNames } from './name-index.js';

/** Seconds. */
const TTL = NAME_TTL_MS / 1000;
const TASKS_PREFIX = 'tasks.';

/** Who asks, as far as the address it asks from tells. */
export interface Asker {
  /** Empty: a container that is no task, or a node. */
  readonly taskId: string;
  /** Empty: of no stack. */
  readonly stack: string;
  /** Where it looks for names, that over which it asks first. */
  readonly networks: readonly NetworkNames[];
  /** A node of the cluster, not a container: it may look up names, but nothing is passed on for it. */
  readonly isNode: boolean;
}

export interface Question {
  readonly name: string;
  /** As the standard calls it: A, AAAA, PTR … */
  readonly type: string;
}

export interface NameRecord {
  readonly type: 'A' | 'AAAA' | 'PTR';
  /** As it was asked for. */
  readonly name: string;
  readonly ttl: number;
  readonly data: string;
}

export type Meaning =
  /** The name is one of ours; without records, there is nothing of the type that was asked for. */
  | { readonly kind: 'known'; readonly records: readonly NameRecord[] }
  /** An address of our networks that nobody has. */
  | { readonly kind: 'nobody' }
  /** None of ours. */
  | { readonly kind: 'elsewhere' };

/** Who has this address; undefined when it is none of our networks: such may not ask. */
export function askerAt(index: NameIndex, address: string): Asker | undefined {
  const endpoint = index.endpointByAddress.get(address);
  if (endpoint !== undefined) return askingTask(index, endpoint);
  const parsed = parseAddress(address);
  if (parsed === undefined) return undefined;
  const networks = index.networks.filter(({ subnets }) => subnets.some((subnet) => contains(subnet, parsed)));
  if (networks.length === 0) return undefined;
  return { taskId: '', stack: '', networks, isNode: index.gateways.has(address) };
}

function askingTask(index: NameIndex, { taskId, serviceId, networkId }: OverlayEndpoint): Asker {
  const networks = index.networks.filter(({ taskIds }) => taskIds.has(taskId));
  const isFirst = ({ network }: NetworkNames): boolean => network.networkId === networkId;
  return {
    taskId,
    stack: index.stackByServiceId.get(serviceId) ?? '',
    networks: [...networks.filter(isFirst), ...networks.filter((each) => !isFirst(each))],
    isNode: false,
  };
}

export function meaningOf(asker: Asker, { name, type }: Question): Meaning {
  const wanted = name.toLowerCase();
  const address = addressOfReverseName(wanted);
  if (address !== undefined) return meaningOfAddress(asker, name, type, address);
  const found = find(asker, wanted);
  if (found === undefined) return { kind: 'elsewhere' };
  const addresses = found.flatMap(({ address, address6 }): NameRecord[] => [
    ...(type !== 'AAAA' && address !== '' ? [{ type: 'A' as const, name, ttl: TTL, data: address }] : []),
    ...(type !== 'A' && address6 !== '' ? [{ type: 'AAAA' as const, name, ttl: TTL, data: address6 }] : []),
  ]);
  const records = ['A', 'AAAA', 'ANY'].includes(type) ? addresses : [];
  return { kind: 'known', records };
}

/** `fraction`, a throw of dice in [0, 1), says with which of them the answer begins. */
export function rotated<T>(items: readonly T[], fraction: number): readonly T[] {
  const first = Math.floor(fraction * items.length);
  return first === 0 ? items : [...items.slice(first), ...items.slice(0, first)];
}

/** As much of services and endpoints as an answer needs. */
interface Addresses {
  readonly address: string;
  readonly address6: string;
}

/** Who is called so; undefined when nobody is, empty when those that are have no address now. */
function find(asker: Asker, name: string): readonly Addresses[] | undefined {
  const found = findOn(asker.networks, asker.stack, name);
  if (found !== undefined) return found;
  const isSuffix = ({ network }: NetworkNames): boolean => name.endsWith(`.${network.name.toLowerCase()}`);
  for (const each of asker.networks.filter(isSuffix)) {
    const onIt = findOn([each], asker.stack, name.slice(0, -(each.network.name.length + 1)));
    if (onIt !== undefined) return onIt;
  }
  return undefined;
}

function findOn(
  networks: readonly NetworkNames[],
  stack: string,
  name: string,
): readonly Addresses[] | undefined {
  const services = findServices(networks, stack, name);
  if (services !== undefined) return services.found.flatMap((each) => addressesOf(services.on, each));
  if (name.startsWith(TASKS_PREFIX)) {
    const named = findServices(networks, stack, name.slice(TASKS_PREFIX.length));
    if (named !== undefined) return named.found.flatMap(({ serviceId }) => servingTasks(named.on, serviceId));
  }
  for (const { tasksByName } of networks) {
    const tasks = tasksByName().get(name);
    if (tasks !== undefined) return bestTasks(tasks);
  }
  for (const { containersByName } of networks) {
    const containers = containersByName().get(name);
    if (containers !== undefined) return containers;
  }
  return undefined;
}

interface FoundServices {
  readonly on: NetworkNames;
  readonly found: readonly OverlayService[];
}

/** Those of the same stack wherever they are, before any other; a name before an alias. */
function findServices(
  networks: readonly NetworkNames[],
  stack: string,
  name: string,
): FoundServices | undefined {
  const candidates = networks.flatMap((on) => {
    const services = on.servicesByName.get(name);
    return services === undefined ? [] : [{ on, services }];
  });
  const isOwn = (service: OverlayService): boolean => service.stack === stack;
  const isName = (service: OverlayService): boolean => service.name.toLowerCase() === name;
  const ranks = [
    (service: OverlayService): boolean => isOwn(service) && isName(service),
    isOwn,
    isName,
    () => true,
  ];
  for (const rank of ranks)
    for (const { on, services } of candidates) {
      const found = services.filter(rank);
      if (found.length > 0) return { on, found };
    }
  return undefined;
}

/** Its virtual address; its tasks where it has none, or has not been given one yet. */
function addressesOf(on: NetworkNames, service: OverlayService): readonly Addresses[] {
  const hasAddress = service.mode === 'vip' && service.address !== '';
  return hasAddress ? [service] : servingTasks(on, service.serviceId);
}

function servingTasks({ servingByServiceId }: NetworkNames, serviceId: string): readonly OverlayEndpoint[] {
  return servingByServiceId.get(serviceId) ?? [];
}

/** Who asks for a certain task gets it, even if it is not ready; of two in one place, the one that is. */
function bestTasks(tasks: readonly OverlayEndpoint[]): readonly OverlayEndpoint[] {
  const serving = tasks.filter((task) => task.serving);
  return serving.length > 0 ? serving : tasks;
}

/** Addresses of our networks are nobody else's to name. */
function meaningOfAddress({ networks }: Asker, name: string, type: string, address: string): Meaning {
  const parsed = parseAddress(address);
  const on = networks.find(({ subnets }) =>
    subnets.some((subnet) => parsed !== undefined && contains(subnet, parsed)),
  );
  if (on === undefined) return { kind: 'elsewhere' };
  const data = on.nameByAddress().get(address);
  if (data === undefined) return { kind: 'nobody' };
  const records = type === 'PTR' || type === 'ANY' ? [{ type: 'PTR' as const, name, ttl: TTL, data }] : [];
  return { kind: 'known', records };
}

/** "4.1.0.10.in-addr.arpa" → "10.0.1.4"; undefined for every other name. */
function addressOfReverseName(name: string): string | undefined {
  const ipv4 = /^((?:\d{1,3}\.){4})in-addr\.arpa$/.exec(name)?.[1];
  const ipv6 = /^((?:[0-9a-f]\.){32})ip6\.arpa$/.exec(name)?.[1];
  const digits = (ipv4 ?? ipv6 ?? '').slice(0, -1).split('.').toReversed();
  const text = ipv4 === undefined ? digits.join('').replace(/.{4}(?!$)/g, '$&:') : digits.join('.');
  const address = text === '' ? undefined : parseAddress(text);
  return address === undefined ? undefined : addressText(address);
}
