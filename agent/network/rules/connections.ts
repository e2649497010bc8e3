/**
 * Which connections the kernel must forget after a change. Pure. A UDP flow lasts as long as packets come, so one that
 * leads to a backend that was removed, or that began when there was none, would never find another. So does an attempt to
 * connect by TCP that nobody answers, as after a host lost its power: it is made again and again for two minutes, and the
 * kernel would send it to the same backend each time.
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

/** Arguments of `conntrack -D` for attempts that these backends have left unanswered, one list per call. */
export function attemptsToForget(backends: readonly string[]): readonly (readonly string[])[] {
  if (backends.length > MOST_CALLS) return [ATTEMPTS, [...ATTEMPTS, '-f', 'ipv6']];
  return backends.map((backend) => [...ATTEMPTS, ...familyOf(backend), '--reply-src', backend]);
}

const ATTEMPTS: readonly string[] = ['-p', 'tcp', '--state', 'SYN_SENT', '--dst-nat'];

/** Longer than a backend that goes takes to answer who came before: its answer finds its way by the kernel's memory alone. */
export const UNANSWERED_AFTER_MS = 3_000;

/** Backends that traffic went to until lately. */
export class GoneBackends {
  readonly #goneAtMs = new Map<string, number>();

  /** Traffic changes its ways now, by the monotonic clock. */
  note(before: Targets, after: Targets, monotonicMs: number): void {
    const serving = new Set(backendsOf(after));
    for (const backend of backendsOf(before))
      if (!serving.has(backend)) this.#goneAtMs.set(backend, monotonicMs);
    for (const backend of this.#goneAtMs.keys()) if (serving.has(backend)) this.#goneAtMs.delete(backend);
  }

  /** Those that have been gone for long enough to leave nothing unanswered any more; each once. */
  takeDue(monotonicMs: number): readonly string[] {
    const due = [...this.#goneAtMs].filter(([, atMs]) => monotonicMs - atMs >= UNANSWERED_AFTER_MS);
    for (const [backend] of due) this.#goneAtMs.delete(backend);
    return due.map(([backend]) => backend);
  }
}

function backendsOf({ addresses, ports }: Targets): readonly string[] {
  return [
    ...addresses.flatMap(({ backends }) => backends),
    ...ports.flatMap(({ backends }) => FAMILIES.flatMap((family) => backends[family])),
  ];
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
