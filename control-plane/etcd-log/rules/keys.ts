/**
 * Where things stand in etcd, as pure functions from indexes and ids to keys. All of a cluster is below one
 * prefix, so that a user of etcd can be given exactly that.
 *
 *     log/<index>                   an entry, or the last part of one
 *     part/<index>/<epoch>/<n>      the other parts of a long entry, there before the entry is
 *     end                           index of the last entry
 *     snapshot/<index>/<epoch>/<n>  a snapshot in parts, there before `state/snapshot` names it
 *     restored/<recovery epoch>/<n> a backup in parts; apart, because a leader of before may still remove snapshots
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

  /** Of a leader's snapshot. */
  snapshotFolder(index: number, epoch: number): string {
    return `snapshot/${padded(index)}/${padded(epoch)}`;
  }

  /** Of a backup that this recovery epoch began with. */
  restoredFolder(recoveryEpoch: number): string {
    return `restored/${padded(recoveryEpoch)}`;
  }

  snapshotPart(folder: string, part: number): string {
    return `${this.#prefix}${folder}/${padded(part)}`;
  }

  snapshotParts(folder: string, fromPart: number): KeyRange {
    return { from: this.snapshotPart(folder, fromPart), to: `${this.#prefix}${folder}0` };
  }

  /** All snapshots of indexes before this one. */
  snapshotsBefore(index: number): KeyRange {
    const folder = `${this.#prefix}snapshot/`;
    return { from: folder, to: `${folder}${padded(index)}` };
  }

  /** What recovery epochs up to this one began with; not what a later one is about to. */
  restoredUntil(recoveryEpoch: number): KeyRange {
    return { from: `${this.#prefix}restored/`, to: `${this.#prefix}${this.restoredFolder(recoveryEpoch)}0` };
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

  membersBefore(id: number): KeyRange {
    return { from: `${this.#prefix}state/members/`, to: this.member(id) };
  }

  get presences(): KeyRange {
    return { from: `${this.#prefix}state/presence/`, to: `${this.#prefix}state/presence0` };
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
