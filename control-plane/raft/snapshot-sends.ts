/**
 * The snapshots that this member sends as a leader. Owns how long a member that one did not get to is left alone,
 * and which entries are kept for those that got one: what follows it in the log, until they have caught up.
 */
import { BackOff } from './back-off.js';
import type { Hearing } from './hearing.js';
import type { Raft } from './rules/core/raft.js';
import type { Message } from './rules/types.js';

interface Send {
  readonly backOff: BackOff;
  /** Of the snapshot that was sent last. */
  index: number;
  /** It is under way, or failed and the core does not know yet, or all is said of it. */
  state: 'under-way' | 'failed' | 'ended';
}

export class SnapshotSends {
  readonly #raft: Raft;
  readonly #hearing: Hearing;
  readonly #backOffTicks: number;
  readonly #sendById = new Map<number, Send>();

  /** After the first failure a member is left alone for so many ticks. */
  constructor(backOffTicks: number, modules: { readonly raft: Raft; readonly hearing: Hearing }) {
    this.#backOffTicks = backOffTicks;
    this.#raft = modules.raft;
    this.#hearing = modules.hearing;
  }

  began({ to, snapshot }: Message): void {
    const index = snapshot?.metadata.index ?? 0;
    const backOff = this.#sendById.get(to)?.backOff ?? new BackOff(this.#backOffTicks);
    this.#sendById.set(to, { backOff, index, state: 'under-way' });
  }

  arrived(id: number): void {
    const send = this.#sendById.get(id);
    if (send === undefined) return;
    send.state = 'ended';
    send.backOff.succeeded();
  }

  /** The core sends nothing to this member before it hears of that: it is told when `due` says so. */
  failed(id: number): void {
    const send = this.#sendById.get(id);
    if (send === undefined) return;
    send.state = 'failed';
    send.backOff.failed(this.#hearing.tick);
  }

  /** This member is heard again after a silence: whatever was in the way may have gone. */
  isBack(id: number): void {
    this.#sendById.get(id)?.backOff.succeeded();
  }

  /** The members of whose failed snapshot the core is to be told now. */
  due(): number[] {
    const due: number[] = [];
    for (const [id, send] of this.#sendById) {
      if (send.state !== 'failed' || !send.backOff.isOver(this.#hearing.tick)) continue;
      send.state = 'ended';
      due.push(id);
    }
    return due;
  }

  /** Entries after this one are still needed by a member that got a snapshot; infinite if all have caught up. */
  neededIndex(snapshotIndex: number): number {
    let neededIndex = Number.POSITIVE_INFINITY;
    for (const [id, { index, state }] of this.#sendById) {
      const progress = this.#raft.tracker.progressOf(id);
      const hasCaughtUp = state === 'ended' && (progress?.match ?? 0) >= snapshotIndex;
      if (progress === undefined || hasCaughtUp) this.#sendById.delete(id);
      // The silent may be silent for ever.
      else if (this.#hearing.heardLately(id)) {
        neededIndex = Math.min(neededIndex, Math.max(progress.match, index));
      }
    }
    return this.#raft.role === 'leader' ? neededIndex : Number.POSITIVE_INFINITY;
  }
}
