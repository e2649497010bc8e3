/**
 * Where things stand in etcd, as pure functions from indexes and ids to keys. All of a cluster is below one
 * prefix, so that a user of etcd can be given exactly that.
 *
 *     log/<index>                   an entry, or the last part of one
 *     part/<index>/<epoch>/<n>      the other parts of a long entry, there before the entry is
 *     end                           index of the last entry
 *     snapshot/<index>/<epoch>/<n>  a snapshot in parts, there before `state/snapshot` names it
 *     state/…                       what every member watches: cluster, leader, members, presence, snapshot
 */

export interface KeyRange {
  readonly from: string;
  /** The first key after the range; left out, the range is one key. */
  readonly to?: string;
}

export interface KeyValue {
  readonly key: string;
  readonly value: Uint8Array;
  readonly createRevision: number;
  readonly modRevision: number;
}

/** Enough for every integer that a number holds exactly, so that the order of the keys is that of the numbers. */
const DIGITS = 16;

export const padded = (number: number): string => String(number).padStart(DIGITS, '0');

export class Keys {
  readonly #prefix: string;

  /** The prefix begins and ends with a slash. */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** What all keys begin with, for sentences. */
  get nameOfAll(): string {
    return this.#prefix;
  }

  entry(index: number): string {
    return `${this.#prefix}log/${padded(index)}`;
  }

  /** Entries from one index to before another, or to the end of the log. */
  entries(fromIndex: number, toIndex?: number): KeyRange {
    return {
      from: this.entry(fromIndex),
      to: toIndex === undefined ? `${this.#prefix}log0` : this.entry(toIndex),
    };
  }

  indexOf(entryKey: string): number {
    return Number(entryKey.slice(-DIGITS));
  }

  part(index: number, epoch: number, part: number): string {
    return `${this.#prefix}part/${padded(index)}/${padded(epoch)}/${padded(part)}`;
  }

  partsOf(index: number, epoch: number): KeyRange {
    const folder = `${this.#prefix}part/${padded(index)}/${padded(epoch)}`;
    return { from: `${folder}/`, to: `${folder}0` };
  }

  /** The parts of all entries from one index to before another. */
  parts(fromIndex: number, toIndex: number): KeyRange {
    const folder = `${this.#prefix}part/`;
    return { from: `${folder}${padded(fromIndex)}`, to: `${folder}${padded(toIndex)}` };
  }

  snapshotPart(index: number, epoch: number, part: number): string {
    return `${this.#prefix}snapshot/${padded(index)}/${padded(epoch)}/${padded(part)}`;
  }

  snapshotParts(index: number, epoch: number, fromPart: number): KeyRange {
    const folder = `${this.#prefix}snapshot/${padded(index)}/${padded(epoch)}`;
    return { from: `${folder}/${padded(fromPart)}`, to: `${folder}0` };
  }

  /** All snapshots of indexes before this one. */
  snapshotsBefore(index: number): KeyRange {
    const folder = `${this.#prefix}snapshot/`;
    return { from: folder, to: `${folder}${padded(index)}` };
  }

  get end(): string {
    return `${this.#prefix}end`;
  }

  get state(): KeyRange {
    return { from: `${this.#prefix}state/`, to: `${this.#prefix}state0` };
  }

  get cluster(): string {
    return `${this.#prefix}state/cluster`;
  }

  get leader(): string {
    return `${this.#prefix}state/leader`;
  }

  /** Who is to lead next, while leadership is handed over. */
  get successor(): string {
    return `${this.#prefix}state/successor`;
  }

  get snapshot(): string {
    return `${this.#prefix}state/snapshot`;
  }

  get nextId(): string {
    return `${this.#prefix}state/next-id`;
  }

  member(id: number): string {
    return `${this.#prefix}state/members/${padded(id)}`;
  }

  /** Bound to the lease of a member: there while it is. */
  presence(id: number): string {
    return `${this.#prefix}state/presence/${padded(id)}`;
  }

  /** The name of a key without the prefix. */
  nameOf(key: string): string {
    return key.slice(this.#prefix.length);
  }
}
