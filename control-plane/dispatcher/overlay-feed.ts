/**
 * What one agent is told of overlay networks, and how far it has come. What changed is kept as a set of keys; a
 * round takes all of them, is cut into messages of bounded size, and is put in force by the agent as one. Answers
 * up to which state of the store the agent's node acts on everything that concerns it: an acknowledged round
 * covers all changes that were known when it began, also those that meant nothing to this node.
 */
import type { NetworkChanges } from '../../proto/gen/dispatcher.js';
import type { OverlayState } from './overlay-state.js';
import { type ChangedItem, OVERLAY_KINDS, overlayDifference, type OverlayKind } from './rules/overlay.js';

const MOST_ITEMS_PER_MESSAGE = 1_000;
/** An agent that has so many rounds before it is told no more until it has come on: what changes, changes in the set. */
const MOST_ROUNDS_WAITING = 8;

interface Round {
  readonly isComplete: boolean;
  readonly changed: readonly ChangedItem[];
  /** The state that it leads to. */
  readonly index: number;
  saidCount: number;
  isBegun: boolean;
}

export class OverlayFeed {
  readonly #nodeId: string;
  readonly #state: OverlayState;
  /** Items that may differ from what was told; undefined: everything is to be told. */
  #changed: Record<OverlayKind, Set<string>> | undefined;
  #round: Round | undefined;
  readonly #toldNetworkIds = new Set<string>();
  #sequence = 0;
  #appliedSequence = 0;
  #appliedIndex = -1;
  #waiting: { readonly sequence: number; readonly index: number; readonly saidAtMs: number }[] = [];
  readonly #nowMs: () => number;

  /** @param nowMs A clock that is never set. */
  constructor(nodeId: string, state: OverlayState, nowMs: () => number) {
    this.#nodeId = nodeId;
    this.#state = state;
    this.#nowMs = nowMs;
  }

  /** For how long the agent has owed an answer; 0 when it owes none. */
  get owedForMs(): number {
    const [oldest] = this.#waiting;
    return oldest === undefined ? 0 : this.#nowMs() - oldest.saidAtMs;
  }

  /** Items that the agent was not told of yet. */
  get backlog(): number {
    const { changed, saidCount } = this.#round ?? { changed: [], saidCount: 0 };
    return this.#changedCount + changed.length - saidCount;
  }

  /** The log index up to which the node acts on all changes; negative before it has said so of any. */
  get appliedIndex(): number {
    const hasAll = this.#changed !== undefined && this.#changedCount === 0 && this.#round === undefined;
    return hasAll && this.#waiting.length === 0 ? this.#state.asOf : this.#appliedIndex;
  }

  /** Whether the agent was told of the network, with all that is on it, and its node is there as it was told. */
  knows(networkId: string): boolean {
    const isStale = this.#changed?.networks.has(networkId) === true;
    return this.#round === undefined && this.#toldNetworkIds.has(networkId) && !isStale;
  }

  changed({ kind, key }: ChangedItem): void {
    this.#changed?.[kind].add(key);
  }

  /** Whatever was told may be wrong: the agent is told everything again. */
  startOver(): void {
    this.#changed = undefined;
    this.#round = undefined;
  }

  /** The next message, made now; undefined while there is nothing to tell. */
  next(): NetworkChanges | undefined {
    this.#round ??= this.#nextRound();
    const round = this.#round;
    if (round === undefined) return undefined;
    const some = round.changed.slice(round.saidCount, round.saidCount + MOST_ITEMS_PER_MESSAGE);
    const difference = overlayDifference(this.#state.itemsFor(this.#nodeId), some);
    const complete = round.isComplete && !round.isBegun;
    round.saidCount += some.length;
    round.isBegun = true;
    const unfinished = round.saidCount < round.changed.length;
    if (complete) this.#toldNetworkIds.clear();
    for (const { networkId } of difference.networks) this.#toldNetworkIds.add(networkId);
    for (const networkId of difference.removedNetworks) this.#toldNetworkIds.delete(networkId);
    this.#sequence += 1;
    if (!unfinished) {
      this.#waiting.push({ sequence: this.#sequence, index: round.index, saidAtMs: this.#nowMs() });
      this.#round = undefined;
    }
    return { complete, sequence: this.#sequence, unfinished, ...difference };
  }

  /** The agent has put in force what it was told up to that message. */
  applied(sequence: number): void {
    if (sequence <= this.#appliedSequence || sequence > this.#sequence) return;
    this.#appliedSequence = sequence;
    const done = this.#waiting.findLast((each) => each.sequence <= sequence);
    if (done === undefined) return;
    this.#appliedIndex = done.index;
    this.#waiting = this.#waiting.filter((each) => each.sequence > sequence);
  }

  #nextRound(): Round | undefined {
    if (this.#waiting.length >= MOST_ROUNDS_WAITING) return undefined;
    const isComplete = this.#changed === undefined;
    if (!isComplete && this.#changedCount === 0) return undefined;
    const changed =
      this.#changed === undefined ? [...this.#state.itemsOf(this.#nodeId)] : itemsIn(this.#changed);
    this.#changed = { networks: new Set(), peers: new Set(), endpoints: new Set(), services: new Set() };
    return { isComplete, changed, index: this.#state.asOf, saidCount: 0, isBegun: false };
  }

  get #changedCount(): number {
    const { networks, peers, endpoints, services } = this.#changed ?? NOTHING;
    return networks.size + peers.size + endpoints.size + services.size;
  }
}

const NONE: ReadonlySet<string> = new Set();
const NOTHING = { networks: NONE, peers: NONE, endpoints: NONE, services: NONE };

function itemsIn(changed: Readonly<Record<OverlayKind, ReadonlySet<string>>>): readonly ChangedItem[] {
  return OVERLAY_KINDS.flatMap((kind) => Array.from(changed[kind], (key) => ({ kind, key })));
}
