/**
 * What a leader knows of one member's log, and how fast it may send: one probing append at a time, a window of
 * appends, or nothing while a snapshot is under way. Sending itself is core/replicate.ts's work.
 *
 * Promises match < next at all times; match never falls within a term.
 */
import type { Inflights } from './inflights.js';
import { raftInvariant, unreachable } from '../invariant.js';

export type ProgressState = 'probe' | 'replicate' | 'snapshot';

export interface ProgressOptions {
  readonly id: number;
  readonly next: number;
  readonly inflights: Inflights;
  readonly isLearner: boolean;
  readonly recentActive: boolean;
}

export class Progress {
  readonly id: number;
  /** The highest index that this member is known to have. */
  match = 0;
  /** The index of the next entry to send. */
  next: number;
  /** The highest commit index that was sent to this member. */
  sentCommit = 0;
  state: ProgressState = 'probe';
  /** In state snapshot: the index of the one under way. */
  pendingSnapshot = 0;
  /** Heard from since the last check of the quorum. */
  recentActive: boolean;
  /** No further append until this member answers. */
  msgAppFlowPaused = false;
  inflights: Inflights;
  isLearner: boolean;

  constructor(options: ProgressOptions) {
    this.id = options.id;
    this.next = options.next;
    this.recentActive = options.recentActive;
    this.inflights = options.inflights;
    this.isLearner = options.isLearner;
  }

  /** For a configuration that is being tried out. The window stays shared: the one or the other survives. */
  copy(): Progress {
    const copy = new Progress(this);
    copy.match = this.match;
    copy.sentCommit = this.sentCommit;
    copy.state = this.state;
    copy.pendingSnapshot = this.pendingSnapshot;
    copy.msgAppFlowPaused = this.msgAppFlowPaused;
    return copy;
  }

  get isPaused(): boolean {
    return this.state === 'snapshot' || this.msgAppFlowPaused;
  }

  becomeProbe(): void {
    // After a snapshot its content counts as sent, whether or not the member could take it.
    this.next = this.state === 'snapshot' ? Math.max(this.match, this.pendingSnapshot) + 1 : this.match + 1;
    this.#enter('probe');
    this.sentCommit = Math.min(this.sentCommit, this.next - 1);
  }

  becomeReplicate(): void {
    this.#enter('replicate');
    this.next = this.match + 1;
  }

  becomeSnapshot(index: number): void {
    this.#enter('snapshot');
    this.pendingSnapshot = index;
    this.next = index + 1;
    this.sentCommit = index;
  }

  #enter(state: ProgressState): void {
    this.msgAppFlowPaused = false;
    this.pendingSnapshot = 0;
    this.state = state;
    this.inflights.reset();
  }

  /** Notes an append with so many entries and payload bytes as sent. */
  sentEntries(count: number, bytes: number): void {
    switch (this.state) {
      case 'replicate':
        if (count > 0) {
          this.next += count;
          this.inflights.add(this.next - 1, bytes);
        }
        // Once the window is full, an empty append must not follow an empty append.
        this.msgAppFlowPaused = this.inflights.isFull;
        return;
      case 'probe':
        this.msgAppFlowPaused = count > 0 || this.msgAppFlowPaused;
        return;
      case 'snapshot':
        raftInvariant(false, 'an append was sent while a snapshot is under way');
        return;
      default:
        unreachable(this.state);
    }
  }

  /** Whether an append with this commit index would tell the member more than it heard, or could have. */
  canBumpCommit(commit: number): boolean {
    return commit > this.sentCommit && this.sentCommit < this.next - 1;
  }

  /** An acknowledgement up to this index; false when it is old news. */
  maybeUpdate(index: number): boolean {
    if (index <= this.match) {
      return false;
    }
    this.match = index;
    this.next = Math.max(this.next, index + 1);
    this.msgAppFlowPaused = false;
    return true;
  }

  /** A refusal of the append after `rejected`, with where to try next; false when it is old news. */
  maybeDecrease(rejected: number, hint: number): boolean {
    if (this.state === 'replicate') {
      if (rejected <= this.match) {
        return false;
      }
      this.next = this.match + 1;
      this.sentCommit = Math.min(this.sentCommit, this.next - 1);
      return true;
    }
    // While probing there is one append at a time, so only an answer to that one counts.
    if (this.next - 1 !== rejected) {
      return false;
    }
    this.next = Math.max(Math.min(rejected, hint + 1), this.match + 1);
    this.sentCommit = Math.min(this.sentCommit, this.next - 1);
    this.msgAppFlowPaused = false;
    return true;
  }
}
