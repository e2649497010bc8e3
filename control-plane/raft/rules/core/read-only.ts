/**
 * The reads a leader has promised to confirm, oldest first. A read is confirmed once a quorum has answered a
 * heartbeat that was sent after it came: each heartbeat carries the number of reads so far, and answers give it
 * back. The number is of the core's own making: two reads that look alike can never confirm each other.
 */
import { raftInvariant } from '../invariant.js';
import { committedIndex } from '../quorum.js';
import type { Membership } from '../tracker/membership.js';
import type { Message } from '../types.js';

export interface PendingRead {
  readonly request: Message;
  /** The commit index when the request came: what the read must see. */
  readonly index: number;
}

export class ReadOnly {
  /** The number of confirmed reads before the first pending one. */
  #confirmed = 0;
  #pending: PendingRead[] = [];
  readonly #ackById = new Map<number, number>();

  get pendingCount(): number {
    return this.#pending.length;
  }

  add(request: Message, index: number): void {
    this.#pending.push({ request, index });
  }

  /** What the next heartbeat carries; undefined when there is nothing to confirm. */
  marker(): Uint8Array | undefined {
    return this.#pending.length === 0 ? undefined : encodedMarker(this.#newest());
  }

  /** The leader itself is as good a witness as any other voter. */
  acknowledgeSelf(id: number): void {
    this.#ackById.set(id, this.#newest());
  }

  /** An answer to a heartbeat. Answers may come late and out of order: the highest one counts. */
  acknowledge(id: number, marker: Uint8Array): void {
    const count = decodedMarker(marker);
    // A number that no heartbeat has carried yet is none of this leader's.
    if (count <= this.#newest()) {
      this.#ackById.set(id, Math.max(this.#ackById.get(id) ?? 0, count));
    }
  }

  /** Takes out what a quorum has confirmed by now. */
  takeConfirmed({ incoming, outgoing }: Membership): readonly PendingRead[] {
    const confirmed = committedIndex(incoming, outgoing, (id) => this.#ackById.get(id) ?? 0);
    if (confirmed <= this.#confirmed) {
      return [];
    }
    raftInvariant(confirmed <= this.#newest(), 'reads were confirmed that nobody asked for');
    const taken = this.#pending.slice(0, confirmed - this.#confirmed);
    this.#pending = this.#pending.slice(confirmed - this.#confirmed);
    this.#confirmed = confirmed;
    return taken;
  }

  #newest(): number {
    return this.#confirmed + this.#pending.length;
  }
}

const TWO_TO_32 = 2 ** 32;

function encodedMarker(count: number): Uint8Array {
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, count % TWO_TO_32, true);
  view.setUint32(4, Math.floor(count / TWO_TO_32), true);
  return bytes;
}

/** Anything that is no marker confirms nothing. */
function decodedMarker(bytes: Uint8Array): number {
  if (bytes.length !== 8) {
    return 0;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, 8);
  return view.getUint32(0, true) + view.getUint32(4, true) * TWO_TO_32;
}
