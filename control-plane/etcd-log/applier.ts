/**
 * The one door to the state machine: entries in order, each once, and snapshots in their place. Owns the applied
 * index, and who waits for it. A state machine that throws has ended this copy of the log: `failure` says why.
 */
import type { StateMachine } from 'raft-ts/replicator.js';
import type { EntryKind } from './rules/entry-value.js';

export class Applier {
  readonly stateMachine: StateMachine;
  readonly #waiters = new Set<{ readonly index: number; readonly resolve: () => void }>();
  #appliedIndex = 0;
  #bytesSinceSnapshot = 0;

  constructor(stateMachine: StateMachine) {
    this.stateMachine = stateMachine;
  }

  get appliedIndex(): number {
    return this.#appliedIndex;
  }

  get bytesSinceSnapshot(): number {
    return this.#bytesSinceSnapshot;
  }

  /** The next entry. */
  apply(kind: EntryKind, bytes: Uint8Array): void {
    const index = this.#appliedIndex + 1;
    if (kind === 'proposal') {
      try {
        this.stateMachine.apply(index, bytes);
      } catch (error) {
        throw new StateMachineError(`entry ${index} could not be applied`, { cause: error });
      }
    }
    this.#bytesSinceSnapshot += bytes.length;
    this.#reach(index);
  }

  async restore(index: number, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    await this.stateMachine.restore(index, pieces);
    this.#bytesSinceSnapshot = 0;
    this.#reach(index);
  }

  snapshotTaken(): void {
    this.#bytesSinceSnapshot = 0;
  }

  /** Resolves once the entry is applied. */
  reached(index: number): Promise<void> {
    if (index <= this.#appliedIndex) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiters.add({ index, resolve });
    });
  }

  #reach(index: number): void {
    this.#appliedIndex = index;
    for (const waiter of this.#waiters) {
      if (waiter.index > index) continue;
      this.#waiters.delete(waiter);
      waiter.resolve();
    }
  }
}

/** The copies of the log are no longer alike, or this one cannot be brought on: it must not go on. */
export class StateMachineError extends Error {
  override readonly name = 'StateMachineError';
}
