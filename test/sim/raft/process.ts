/**
 * One life of a simulated member: the production node loop, with the effects it asks for carried out on the
 * simulated disk and network, and the registers as its state machine. Owns what happens at a death in the middle
 * of its work: from then on nothing that the node asks for is done.
 *
 * All that reaches the node comes through `run`, one event at a time; while the process is paused it waits.
 */
import type {
  NodeEffects,
  NodeLeadership,
  NodeStart,
  Outcome,
  RaftNodeOptions,
  Settle,
} from 'raft-ts/node-effects.js';
import { RaftNode } from 'raft-ts/raft-node.js';
import type { LogRecord, SnapshotReference } from 'raft-ts/record.js';
import type { ConfChange, Message } from 'raft-ts/rules/types.js';
import type { EventQueue } from './event-queue.js';
import type { LogBook } from './log-book.js';
import type { DurableLog, LogDisk } from './log-disk.js';
import type { Dice } from './prng.js';
import { type Promises, ProcessChecks } from './process-checks.js';
import { decodeCommand, RegisterMachine, type RegisterState } from './register-machine.js';
import { must } from './violation.js';

/** A message on the network, and with some of them the file of a snapshot. */
export interface Letter {
  readonly message: Message;
  readonly snapshot: { readonly number: number; readonly state: RegisterState } | undefined;
}

export interface ProcessModules {
  readonly queue: EventQueue<() => void>;
  readonly disk: LogDisk<RegisterState>;
  readonly diskOf: (id: number) => DurableLog | undefined;
  readonly jitter: Dice;
  readonly crashDice: Dice;
  readonly crashInsideRate: () => number;
  readonly book: LogBook;
  readonly promises: Promises;
  readonly send: (message: Message) => void;
  /** The answer comes through `snapshotSent`. */
  readonly sendSnapshot: (letter: Letter) => void;
  /** Hash of the state after this index was applied. */
  /** A snapshot of this index has taken the place of the state. */
  readonly restored: (index: number) => void;
  readonly hashAt: (index: number) => number;
  readonly membersChanged: () => void;
  readonly leadershipChanged: (leadership: NodeLeadership) => void;
  /** The process is dead, and of what: undefined for a power cut. */
  readonly died: (error: Error | undefined) => void;
}

/** Thrown out of an effect, where the process dies. */
class PowerCut extends Error {}

/** A sync that failed: the process must end itself. */
export class SyncFailed extends Error {}

export class Process implements NodeEffects {
  readonly node: RaftNode;
  readonly machine = new RegisterMachine();
  readonly #modules: ProcessModules;
  readonly #checks: ProcessChecks;
  isDead = false;
  #isPaused = false;
  #waiting: (() => void)[] = [];
  #isTurnPlanned = false;
  #appliedIndex: number;
  /** Of the snapshots being sent, to whom, and which. */
  readonly #sendingTo = new Map<number, number>();
  #sentCount = 0;
  #openCalls = 0;

  constructor(options: RaftNodeOptions, start: NodeStart, modules: ProcessModules) {
    this.#modules = modules;
    const { index, term } = start.snapshot.metadata;
    if (index > 0) this.machine.restore(modules.disk.readSnapshot({ index, term }).state);
    this.#appliedIndex = index;
    const random = (bound: number): number => modules.jitter.below(bound);
    this.node = new RaftNode(options, start, { effects: this, random });
    const { book, disk, diskOf, promises } = modules;
    this.#checks = new ProcessChecks(this.node.core.raft, { book, disk, diskOf, promises });
    this.wantTurn();
  }

  /** Lets the node do one thing, and looks at what it did. */
  run(input: (node: RaftNode) => void): void {
    if (this.isDead) return;
    if (this.#isPaused) {
      this.#waiting.push(() => this.run(input));
      return;
    }
    input(this.node);
    // What a dying process did counts: it may have told others of it.
    this.#checks.afterEvent();
  }

  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const input of waiting) input();
  }

  /** Ends it here and now. */
  kill(error?: Error): void {
    if (this.isDead) return;
    this.isDead = true;
    this.#modules.died(error);
  }

  propose(bytes: Uint8Array, settle: Settle): void {
    this.run((node) => node.propose(bytes, this.#alive(settle)));
  }

  barrier(settle: Settle): void {
    this.run((node) => node.barrier(this.#alive(settle)));
  }

  proposeChange(change: ConfChange): void {
    this.run((node) =>
      node.proposeChange(
        change,
        this.#alive(() => undefined),
      ),
    );
  }

  transferLeader(toId: number): void {
    this.run((node) =>
      node.transferLeader(
        toId,
        this.#alive(() => undefined),
      ),
    );
  }

  /** Calls that have got no outcome yet. */
  get openCalls(): number {
    return this.#openCalls;
  }

  /** The dead give no answers, the living one to each call. */
  #alive(settle: Settle): Settle {
    this.#openCalls++;
    let isSettled = false;
    return (outcome: Outcome) => {
      if (this.isDead) return;
      must(!isSettled, () => `member ${this.node.id} gives a call two outcomes, the second ${outcome.kind}`);
      isSettled = true;
      this.#openCalls--;
      settle(outcome);
    };
  }

  // ---- what the node asks for ----

  wantTurn(): void {
    if (this.#isTurnPlanned || this.isDead) return;
    this.#isTurnPlanned = true;
    this.#modules.queue.plan(0, () => {
      this.#isTurnPlanned = false;
      this.run((node) => node.turn());
    });
  }

  write(records: readonly LogRecord[]): void {
    if (this.#dies()) return;
    this.#modules.disk.write(records, (outcome) =>
      this.run((node) => {
        if (outcome === 'durable') node.written();
        else if (outcome === 'no-room') node.writeFoundNoRoom(new Error('no space left on device'));
        else node.fail(new SyncFailed('a sync failed'));
      }),
    );
    this.#dies();
  }

  hasRoomFor(): boolean {
    return !this.#modules.disk.isFull;
  }

  makeRoom(): void {
    const { queue, disk } = this.#modules;
    queue.plan(disk.options.minWriteUs, () =>
      this.run((node) => {
        if (disk.isFull) node.noRoom(new Error('no space left on device'));
        else node.roomMade();
      }),
    );
  }

  send(messages: readonly Message[]): void {
    for (const message of messages) {
      if (this.#dies()) return;
      this.#checks.released(message);
      this.#modules.send(message);
    }
  }

  apply(index: number, data: Uint8Array): void {
    if (this.#dies()) return;
    const { book, hashAt } = this.#modules;
    const { id } = this.node;
    // What is committed in a turn may be applied in it.
    if (index > book.lastCommitted) this.#checks.afterEvent();
    must(index > this.#appliedIndex, () => `member ${id} applies ${index} after ${this.#appliedIndex}`);
    for (let skipped = this.#appliedIndex + 1; skipped < index; skipped++) {
      const entry = book.entryAt(skipped);
      const isCommand = entry?.type === 'normal' && entry.data !== undefined && entry.data.length > 0;
      must(entry !== undefined && !isCommand, () => `member ${id} applies ${index} without ${skipped}`);
    }
    const entry = book.entryAt(index);
    must(
      this.#modules.disk.termOf(index) === entry?.term,
      () => `member ${id} applies ${index} before that is durable`,
    );
    must(
      entry?.data !== undefined && Buffer.compare(entry.data, data) === 0,
      () => `member ${id} applies something at ${index} that was not committed there`,
    );
    this.#appliedIndex = index;
    this.machine.apply(index, decodeCommand(data));
    must(this.machine.hash === hashAt(index), () => `member ${id} has another state after ${index}`);
  }

  takeSnapshot(reference: SnapshotReference): void {
    if (this.#dies()) return;
    const file = { reference, state: this.machine.capture() };
    this.#modules.disk.writeSnapshot(file, (isDurable) =>
      this.run((node) => {
        if (isDurable) node.snapshotTaken(reference);
        else node.snapshotFailed();
      }),
    );
  }

  snapshotRecorded(reference: SnapshotReference): void {
    if (this.#dies()) return;
    this.#modules.disk.compact(reference);
  }

  sendSnapshot(message: Message): void {
    if (this.#dies()) return;
    const { metadata } = message.snapshot ?? { metadata: undefined };
    must(metadata !== undefined, () => 'a snapshot message without a snapshot');
    const number = ++this.#sentCount;
    const { queue, disk, sendSnapshot } = this.#modules;
    this.#sendingTo.set(message.to, number);
    const file = disk.findSnapshot(metadata);
    // It may have been replaced by a newer one in the meantime.
    if (file === undefined) queue.plan(0, () => this.snapshotSent(message.to, number, false));
    else sendSnapshot({ message, snapshot: { number, state: file.state } });
  }

  /** What became of a snapshot that was sent; only the first word on it counts. */
  snapshotSent(toId: number, number: number, hasArrived: boolean): void {
    if (this.#sendingTo.get(toId) !== number) return;
    this.#sendingTo.delete(toId);
    this.run((node) => node.snapshotSent(toId, hasArrived));
  }

  restore(reference: SnapshotReference): void {
    if (this.#dies()) return;
    const { queue, disk, hashAt } = this.#modules;
    queue.plan(disk.options.minWriteUs, () =>
      this.run((node) => {
        this.machine.restore(disk.readSnapshot(reference).state);
        this.#appliedIndex = reference.index;
        must(
          this.machine.hash === hashAt(reference.index),
          () => `member ${node.id} has another state after the snapshot of ${reference.index}`,
        );
        this.#modules.restored(reference.index);
        node.restored();
      }),
    );
  }

  leadershipChanged(leadership: NodeLeadership): void {
    if (!this.#dies()) this.#modules.leadershipChanged(leadership);
  }

  membersChanged(): void {
    if (!this.isDead) this.#modules.membersChanged();
  }

  failed(error: Error): void {
    this.kill(error);
  }

  /** Whether the process is dead, or dies just here. */
  #dies(): boolean {
    if (this.isDead) return true;
    if (!this.#modules.crashDice.chance(this.#modules.crashInsideRate())) return false;
    this.kill();
    throw new PowerCut('the process dies here');
  }
}
