/**
 * The simplest state machine that can show a mistake of a replicator: it keeps every entry it was given,
 * in order. Its snapshots come in several pieces, with a turn of the event loop between them.
 */
import type { StateMachine } from 'raft-ts/replicator.js';

export class ListMachine implements StateMachine {
  entries: string[] = [];
  indexes: number[] = [];
  restoredAt = 0;
  /** Awaited between the pieces of a snapshot. */
  pause: () => Promise<void> = () => Promise.resolve();
  beforeApply: ((text: string) => void) | undefined;

  apply(index: number, bytes: Uint8Array): void {
    const text = Buffer.from(bytes).toString();
    this.beforeApply?.(text);
    this.entries.push(text);
    this.indexes.push(index);
  }

  async *snapshot(): AsyncGenerator<Uint8Array> {
    const entries = [...this.entries];
    for (let from = 0; from < entries.length; from += 7) {
      yield Buffer.from(`${entries.slice(from, from + 7).join('\n')}\n`);
      await this.pause();
    }
  }

  /** What begins with this is of a later format. */
  checkSnapshot(firstPiece: Uint8Array): void {
    if (Buffer.from(firstPiece).toString().startsWith('format 9')) throw new Error('a state of format 9');
  }

  async restore(index: number, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    const read: Uint8Array[] = [];
    for await (const piece of pieces) read.push(piece);
    this.entries = Buffer.concat(read).toString().split('\n').slice(0, -1);
    this.restoredAt = index;
  }
}
