/**
 * One simulated member: a disk that stays, and a process that lives, dies and starts again on it. Owns its clock,
 * and what others remember of it over its deaths.
 */
import { entryOfRecord } from 'raft-ts/entry-codec.js';
import type { MemberFile } from 'raft-ts/member-file.js';
import type { NodeStart, Outcome, RaftNodeOptions } from 'raft-ts/node-effects.js';
import { nodeStart } from 'raft-ts/recovered-start.js';
import type { Server } from './client.js';
import type { LogDisk } from './log-disk.js';
import type { Promises } from './process-checks.js';
import { Process, type ProcessModules } from './process.js';
import type { RegisterMachine, RegisterState } from './register-machine.js';
import { must } from './violation.js';

export class Member implements Server {
  readonly id: number;
  readonly disk: LogDisk<RegisterState>;
  readonly promises: Promises = { term: 0, vote: 0 };
  /** Ticks of its clock for one of the true one. */
  clockRate = 1;
  /** Removed, or its disk was lost: it never starts again. */
  isGone = false;
  isLost = false;
  /** Somebody has applied that it is no member any more. */
  isRemoved = false;
  #process: Process | undefined;

  constructor(id: number, disk: LogDisk<RegisterState>) {
    this.id = id;
    this.disk = disk;
  }

  /** Undefined while it is dead. */
  get process(): Process | undefined {
    return this.#process?.isDead === false ? this.#process : undefined;
  }

  get machine(): RegisterMachine {
    must(this.#process !== undefined, () => `member ${this.id} was never alive`);
    return this.#process.machine;
  }

  get appliedIndex(): number {
    return this.#process?.node.appliedIndex ?? 0;
  }

  start(options: RaftNodeOptions, file: MemberFile, modules: ProcessModules): Process {
    must(this.process === undefined && !this.isGone, () => `member ${this.id} can not start`);
    this.#process = new Process(options, startFrom(this.disk, file), modules);
    return this.#process;
  }

  propose(bytes: Uint8Array, settle: (outcome: Outcome) => void): void {
    this.process?.propose(bytes, settle);
  }

  barrier(settle: (outcome: Outcome) => void): void {
    this.process?.barrier(settle);
  }
}

/** What a node is told of its disk. */
function startFrom(disk: LogDisk<RegisterState>, member: MemberFile): NodeStart {
  const { snapshot, hardState } = disk;
  const entries = disk.entries
    .filter((record) => record.index > snapshot.index)
    .map((record) => {
      const entry = entryOfRecord(record);
      must(entry !== undefined, () => `an entry of the unknown kind ${record.tag}`);
      return entry;
    });
  return nodeStart({ snapshot, hardState, entries }, member);
}
