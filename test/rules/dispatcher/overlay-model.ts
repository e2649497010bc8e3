/**
 * An agent's memory of overlay networks, for tests of what it is told: keeps what the messages say, and finds
 * faults in them. Nothing is in force before a round is complete.
 */
import assert from 'node:assert/strict';
import type { OverlayState } from '../../../control-plane/dispatcher/overlay-state.js';
import { overlayDifference, overlayKey } from '../../../control-plane/dispatcher/rules/overlay.js';
import type { NetworkChanges } from '../../../proto/gen/dispatcher.js';

type Items = Pick<NetworkChanges, 'networks' | 'peers' | 'endpoints' | 'services'>;

export class OverlayModel {
  readonly #items = new Map<string, unknown>();
  #sequence = 0;
  #isUnfinished = false;

  get sequence(): number {
    return this.#sequence;
  }

  get isWhole(): boolean {
    return this.#sequence > 0 && !this.#isUnfinished;
  }

  take(message: NetworkChanges): void {
    assert.equal(message.sequence, this.#sequence + 1, 'messages follow one another');
    assert.ok(message.complete || this.#sequence > 0, 'the first message says everything');
    if (message.complete) this.#items.clear();
    this.#sequence = message.sequence;
    this.#isUnfinished = message.unfinished;
    const gone: readonly [string, readonly string[]][] = [
      ['network', message.removedNetworks],
      ['peer', message.removedPeers],
      ['endpoint', message.removedEndpoints],
      ['service', message.removedServices],
    ];
    for (const [kind, keys] of gone) for (const key of keys) this.#items.delete(`${kind} ${key}`);
    for (const [key, item] of keyed(message)) this.#items.set(key, item);
  }

  /** What the agent holds, by kind and key. */
  held(): Readonly<Record<string, unknown>> {
    return Object.fromEntries([...this.#items].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** What a node should hold, by kind and key. */
export function whole(state: OverlayState, nodeId: string): Readonly<Record<string, unknown>> {
  const items = keyed(overlayDifference(state.itemsFor(nodeId), [...state.itemsOf(nodeId)]));
  return Object.fromEntries([...items].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function keyed({ networks, peers, endpoints, services }: Items): readonly (readonly [string, unknown])[] {
  return [
    ...networks.map((item) => [`network ${item.networkId}`, item] as const),
    ...peers.map((item) => [`peer ${item.nodeId}`, item] as const),
    ...endpoints.map(
      (item) =>
        [
          `endpoint ${overlayKey(item.networkId, item.taskId || item.containerId || item.nodeId)}`,
          item,
        ] as const,
    ),
    ...services.map((item) => [`service ${overlayKey(item.networkId, item.serviceId)}`, item] as const),
  ];
}
