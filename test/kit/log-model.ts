/**
 * What a log should hold, kept in plain values beside a real one. It counts the calls that were made and
 * those that were acknowledged; after a crash the log must equal the model after some number of calls
 * between the two, which is to say: nothing acknowledged is lost, nothing unacknowledged is half there.
 */
import assert from 'node:assert/strict';
import type { Disk } from 'raft-ts/disk.js';
import type { LogRecord } from 'raft-ts/record.js';
import { type Log, openLog } from 'raft-ts/wal-file.js';

export type LogCall =
  | { readonly kind: 'entries'; readonly count: number; readonly payloadBytes: number }
  | { readonly kind: 'new-term' }
  /** Cuts this many entries and writes others in their place, in one call. */
  | { readonly kind: 'overwrite'; readonly count: number }
  | { readonly kind: 'cut'; readonly count: number }
  | { readonly kind: 'snapshot'; readonly behind: number }
  | { readonly kind: 'install'; readonly ahead: number };

interface LogState {
  readonly term: number;
  readonly vote: number;
  readonly commit: number;
  readonly snapshotIndex: number;
  readonly snapshotTerm: number;
  /** From the one after the snapshot. */
  readonly entries: readonly string[];
}

const EMPTY: LogState = { term: 0, vote: 0, commit: 0, snapshotIndex: 0, snapshotTerm: 0, entries: [] };

const lastIndexOf = (state: LogState): number => state.snapshotIndex + state.entries.length;

function applyRecord(state: LogState, record: LogRecord): LogState {
  switch (record.kind) {
    case 'entry':
      return { ...state, entries: [...state.entries, describeEntry(record)] };
    case 'hard-state':
      return { ...state, term: record.term, vote: record.vote, commit: record.commit };
    case 'cut':
      return {
        ...state,
        entries: state.entries.slice(0, Math.max(record.fromIndex - state.snapshotIndex - 1, 0)),
      };
    case 'snapshot': {
      const covered = record.index - state.snapshotIndex;
      return {
        ...state,
        snapshotIndex: record.index,
        snapshotTerm: record.term,
        entries: state.entries.slice(covered),
      };
    }
    case 'base':
      return state;
  }
}

const describeEntry = (entry: { term: number; index: number; tag: number; payload: Uint8Array }): string =>
  `${entry.index}@${entry.term}#${entry.tag}:${Buffer.from(entry.payload).toString('hex')}`;

const termOfEntry = (described: string): number => Number(/@(\d+)#/.exec(described)?.[1]);

async function stateOf(log: Log): Promise<LogState> {
  const { term, vote, commit } = log.hardState;
  const entries: string[] = [];
  while (log.snapshot.index + entries.length < log.durableIndex) {
    const from = log.snapshot.index + entries.length + 1;
    for (const entry of await log.read(from, log.durableIndex, 200)) entries.push(describeEntry(entry));
  }
  return { term, vote, commit, snapshotIndex: log.snapshot.index, snapshotTerm: log.snapshot.term, entries };
}

export class LogModel {
  /** The state after so many calls. */
  #states: LogState[];
  acknowledged = 0;
  #serial = 0;

  constructor(start: LogState = EMPTY) {
    this.#states = [start];
  }

  get made(): number {
    return this.#states.length - 1;
  }

  /** The records of one call, as the present state allows it; none if it allows nothing. */
  recordsOf(call: LogCall): LogRecord[] {
    const state = this.#states.at(-1) ?? EMPTY;
    const lastIndex = lastIndexOf(state);
    switch (call.kind) {
      case 'entries':
        return this.#entries(state, { count: call.count, payloadBytes: call.payloadBytes, after: lastIndex });
      case 'new-term':
        return [{ kind: 'hard-state', term: state.term + 1, vote: state.term % 5, commit: lastIndex }];
      case 'cut':
      case 'overwrite': {
        const count = Math.min(call.count, state.entries.length);
        if (count === 0) return [];
        const cut: LogRecord = { kind: 'cut', fromIndex: lastIndex - count + 1 };
        if (call.kind === 'cut') return [cut];
        return [cut, ...this.#entries(state, { count: 1, payloadBytes: 5, after: lastIndex - count })];
      }
      case 'snapshot':
        return this.#snapshot(state, call.behind);
      case 'install':
        return [
          { kind: 'cut', fromIndex: state.snapshotIndex + 1 },
          {
            kind: 'snapshot',
            index: lastIndex + call.ahead + 1,
            term: state.term,
            data: Buffer.from('members'),
          },
        ];
    }
  }

  /** Makes the call on the log and notes when it is acknowledged. */
  async make(call: LogCall, log: Log): Promise<void> {
    const records = this.recordsOf(call);
    if (records.length === 0) return;
    this.#states.push(records.reduce(applyRecord, this.#states.at(-1) ?? EMPTY));
    const number = this.made;
    await log.append(records);
    this.acknowledged = Math.max(this.acknowledged, number);
  }

  /** Opens what is left and says after how many calls the log looks like that. */
  async recover(
    disk: Disk,
    directory: string,
    counts: { readonly acknowledged: number; readonly made: number } = this,
  ): Promise<{ readonly log: Log; readonly model: LogModel }> {
    const { log } = await openLog({ directory, segmentBytes: SEGMENT_BYTES }, { disk });
    const found = await stateOf(log);
    for (let calls = counts.made; calls >= counts.acknowledged; calls--) {
      const expected = this.#states[calls];
      if (expected !== undefined && JSON.stringify(expected) === JSON.stringify(found)) {
        const model = new LogModel(expected);
        model.#serial = this.#serial;
        return { log, model };
      }
    }
    assert.deepEqual(
      found,
      this.#states[counts.acknowledged],
      'the log is in no state that its calls led to',
    );
    assert.fail('unreachable: the states differed');
  }

  #entries(state: LogState, run: { count: number; payloadBytes: number; after: number }): LogRecord[] {
    return Array.from({ length: run.count }, (_, at) => {
      this.#serial++;
      const payload = Buffer.alloc(run.payloadBytes, this.#serial % 256);
      return { kind: 'entry', term: state.term, index: run.after + at + 1, tag: this.#serial % 3, payload };
    });
  }

  #snapshot(state: LogState, behind: number): LogRecord[] {
    const count = state.entries.length - behind;
    const last = state.entries[count - 1];
    if (last === undefined) return [];
    const index = state.snapshotIndex + count;
    return [{ kind: 'snapshot', index, term: termOfEntry(last), data: Buffer.from('members') }];
  }
}

/** Small enough that a handful of calls fills one. */
export const SEGMENT_BYTES = 640;
