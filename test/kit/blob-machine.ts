/**
 * A state machine with a state of many megabytes, of which it keeps no more than a count and a checksum: it shows
 * whether a large snapshot arrives whole.
 */
import { crc32 } from 'node:zlib';
import type { StateMachine } from 'raft-ts/replicator.js';

const PIECE_BYTES = 256 * 1024;

export class BlobMachine implements StateMachine {
  readonly #pieceCount: number;
  applied = 0;
  restoredBytes = 0;
  restoredChecksum = 0;

  constructor(stateBytes: number) {
    this.#pieceCount = Math.ceil(stateBytes / PIECE_BYTES);
  }

  apply(): void {
    this.applied += 1;
  }

  async *snapshot(): AsyncGenerator<Uint8Array> {
    for (let number = 0; number < this.#pieceCount; number++) yield Buffer.alloc(PIECE_BYTES, number % 251);
  }

  async restore(_index: number, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    this.restoredBytes = 0;
    this.restoredChecksum = 0;
    for await (const piece of pieces) {
      this.restoredBytes += piece.length;
      this.restoredChecksum = crc32(piece, this.restoredChecksum);
    }
  }

  /** Of the whole state. */
  checksum(): number {
    let checksum = 0;
    for (let number = 0; number < this.#pieceCount; number++) {
      checksum = crc32(Buffer.alloc(PIECE_BYTES, number % 251), checksum);
    }
    return checksum;
  }
}
