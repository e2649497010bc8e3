/**
 * A real Store over a log in memory: entries are applied at once and stay readable, so a test can replay
 * them. The log can be told to fail. Objects are frozen: a rule that writes to what it was given fails.
 */
import { Store, type GroupResult, type LogWriter } from '../../control-plane/store/store.js';
import type { Clock } from '../../proto/base/clock.js';
import { invariant } from '../../proto/base/invariant.js';
import type { ChangeGroup } from '../../proto/gen/log.js';
import { create, group, type Tables } from '../../control-plane/store/rules/change.js';
import { SimClock } from './sim-clock.js';

export class MemoryLog implements LogWriter {
  readonly entries: { readonly index: number; readonly bytes: Uint8Array }[] = [];
  readonly #apply: (index: number, bytes: Uint8Array) => void;
  #failures: unknown[] = [];
  #held: (() => void)[] | undefined;

  constructor(apply: (index: number, bytes: Uint8Array) => void) {
    this.#apply = apply;
  }

  /** The next proposals fail with these errors, one each, and are not applied; undefined lets one pass. */
  failNext(...errors: readonly unknown[]): void {
    this.#failures.push(...errors);
  }

  /** Keeps proposals waiting until release(). */
  hold(): void {
    this.#held ??= [];
  }

  /** Applies what waits, in order, and holds no more. */
  release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const run of held) run();
  }

  /** Applies an entry that somebody else has proposed. */
  appendForeign(entry: Uint8Array): void {
    this.#append(entry);
  }

  propose(entry: Uint8Array): Promise<number> {
    const failure = this.#failures.shift();
    if (failure !== undefined) return Promise.reject(failure);
    const held = this.#held;
    if (held === undefined) return Promise.resolve(this.#append(entry));
    return new Promise((resolve) => {
      held.push(() => resolve(this.#append(entry)));
    });
  }

  #append(entry: Uint8Array): number {
    const index = this.entries.length + 1;
    // What is applied is a copy, as it is after a way over disk or network.
    const bytes = Uint8Array.from(entry);
    this.entries.push({ index, bytes });
    this.#apply(index, bytes);
    return index;
  }
}

export interface MemoryStore {
  readonly store: Store;
  readonly log: MemoryLog;
  readonly clock: SimClock;
}

export function aMemoryStore(clock: SimClock = new SimClock()): MemoryStore {
  const log = new MemoryLog((index, bytes) => store.apply(index, bytes));
  const store = new Store({ freezeObjects: true }, { log, clock });
  return { store, log, clock };
}

/** A store with nothing behind it, to replay entries into. */
export function aReplica(clock: Clock = new SimClock()): Store {
  const log: LogWriter = { propose: () => Promise.reject(new Error('a replica proposes nothing')) };
  return new Store({ freezeObjects: true }, { log, clock });
}

/** Commits and insists that every group was applied. */
export async function commitAll(store: Store, groups: readonly ChangeGroup[]): Promise<void> {
  const results = await store.commit(groups);
  for (const result of results) invariant(result.applied, `refused: ${describeResult(result)}`);
}

export function describeResult(result: GroupResult): string {
  return result.applied ? `applied at ${result.index}` : JSON.stringify(result.refusal);
}

/** Stores the objects as they are given, but for their meta, which the store writes. */
export async function storeObjects(
  store: Store,
  objects: { readonly [T in keyof Tables]?: readonly Tables[T][] },
): Promise<void> {
  const changes = [
    ...(objects.cluster ?? []).map((object) => create('cluster', object)),
    ...(objects.node ?? []).map((object) => create('node', object)),
    ...(objects.network ?? []).map((object) => create('network', object)),
    ...(objects.service ?? []).map((object) => create('service', object)),
    ...(objects.revision ?? []).map((object) => create('revision', object)),
    ...(objects.task ?? []).map((object) => create('task', object)),
  ];
  await commitAll(store, [group(changes)]);
}
