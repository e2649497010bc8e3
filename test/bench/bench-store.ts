/**
 * A store as a manager runs it, real time included, but for its log, which is in memory. What is proposed is
 * applied at once, or in a later turn of the event loop: no real log can answer in the same one, and a loop
 * over a log that does would never let go of the event loop.
 */
import { create, group, type Tables } from '../../control-plane/store/rules/change.js';
import { type LogWriter, Store } from '../../control-plane/store/store.js';
import { nextTurn } from '../../control-plane/store/turn.js';
import { SystemClock } from '../../proto/base/clock.js';
import type { ChangeGroup } from '../../proto/gen/log.js';
import { MemoryLog } from '../kit/memory-store.js';

export interface BenchStoreOptions {
  readonly appliesIn: 'same-turn' | 'later-turn';
}

export function aBenchStore({ appliesIn }: BenchStoreOptions): Store {
  const atOnce = new MemoryLog((index, bytes) => store.apply(index, bytes));
  const log = appliesIn === 'same-turn' ? atOnce : inLaterTurn(atOnce);
  // Unlike in tests, objects are not frozen: a manager does not do so.
  const store = new Store({}, { log, clock: new SystemClock() });
  return store;
}

function inLaterTurn(log: LogWriter): LogWriter {
  return {
    propose: async (entry) => {
      await nextTurn();
      return await log.propose(entry);
    },
  };
}

/** A group for each object: they may go into several entries of the log. */
export function createEach<T extends keyof Tables>(table: T, objects: readonly Tables[T][]): ChangeGroup[] {
  return objects.map((object) => group([create(table, object)]));
}
