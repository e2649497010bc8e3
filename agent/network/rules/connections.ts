/**
 * Which connections the kernel must forget after a change. Pure. A UDP flow lasts as long as packets come, so one that
 * leads to a backend that was removed, or that began when there was none, would never find another.
 */
import { FAMILIES, type PublishedPort, type VirtualAddress } from './backends.js';

/** Where traffic is sent to. */
export interface Targets {
  readonly addresses: readonly VirtualAddress[];
  readonly ports: readonly PublishedPort[];
}

/** Beyond these it is cheaper, and does no harm, to have all of them find their backend anew. */
const MOST_CALLS = 8;
const ALL: readonly (readonly string[])[] = [
  ['-p', 'udp', '--dst-nat'],
  ['-p', 'udp', '-f', 'ipv6', '--dst-nat'],
];

/** Arguments of `conntrack -D`, one list per call. */
export function connectionsToForget(before: Targets, after: Targets): readonly (readonly string[])[] {
  const [old, now] = [byChain(before), byChain(after)];
  const gone = new Set<string>();
  for (const [chain, { backends }] of old) {
    const kept = new Set(now.get(chain)?.backends);
    for (const backend of backends) if (!kept.has(backend)) gone.add(backend);
  }
  const begun = [...now].filter(
    ([chain, { backends }]) => backends.length > 0 && (old.get(chain)?.backends.length ?? 0) === 0,
  );
  const calls = [
    ...[...gone].map((backend) => ['-p', 'udp', ...familyOf(backend), '--reply-src', backend]),
    ...begun.flatMap(([, { filter }]) => (filter.length === 0 ? [] : [['-p', 'udp', ...filter]])),
  ];
  return calls.length > MOST_CALLS ? ALL : calls;
}

interface Backed {
  readonly backends: readonly string[];
  /** What leads there; nothing when it is not UDP. */
  readonly filter: readonly string[];
}

function byChain({ addresses, ports }: Targets): ReadonlyMap<string, Backed> {
  return new Map([
    ...addresses.map(({ chain, backends, address }): [string, Backed] => [
      chain,
      { backends, filter: [...familyOf(address), '--orig-dst', address] },
    ]),
    ...ports
      .filter(({ port }) => port.protocol === 'udp')
      .map(({ chain, backends, port }): [string, Backed] => [
        chain,
        {
          backends: FAMILIES.flatMap((family) => backends[family]),
          filter: ['--orig-port-dst', String(port.publishedPort)],
        },
      ]),
  ]);
}

function familyOf(address: string): readonly string[] {
  return address.includes(':') ? ['-f', 'ipv6'] : [];
}
