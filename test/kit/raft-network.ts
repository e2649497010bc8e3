/**
 * Raft members in one process, seen from inside: makes them, takes what they send, and carries it between them
 * one message after the other until all is quiet. Links can be cut, lose by chance, and be listened to. What is
 * appended counts as durable as soon as the messages of a member are taken.
 */
import { checkedConfig, type RaftOptions } from 'raft-ts/rules/config.js';
import type { Raft } from 'raft-ts/rules/core/raft.js';
import { startRaft } from 'raft-ts/rules/core/start.js';
import { step } from 'raft-ts/rules/core/step.js';
import { MemoryStorage } from 'raft-ts/rules/log/memory-storage.js';
import {
  type ConfState,
  type Entry,
  type EntryFields,
  makeEntry,
  makeMessage,
  type Message,
  type MessageType,
  NO_CONF_STATE,
  NO_LIMIT,
} from 'raft-ts/rules/types.js';

/** The same sequence for the same seed, so that what failed once fails again. */
export function seededRandom(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

export function storageWith(
  confState: Partial<ConfState>,
  entries: readonly EntryFields[] = [],
): MemoryStorage {
  const storage = new MemoryStorage();
  storage.applySnapshot({
    data: undefined,
    metadata: { index: 0, term: 0, confState: { ...NO_CONF_STATE, ...confState } },
  });
  storage.append(entries.map((fields) => makeEntry(fields)));
  return storage;
}

/** Entries 1, 2, 3… of these terms. */
export const entriesOfTerms = (...terms: readonly number[]): readonly Entry[] =>
  terms.map((term, place) => makeEntry({ term, index: place + 1 }));

export type MemberOptions = Partial<RaftOptions> & {
  readonly voters?: readonly number[];
  readonly learners?: readonly number[];
  /** The terms of the entries it starts with. */
  readonly logTerms?: readonly number[];
};

export function aMember(id: number, options: MemberOptions = {}): Raft {
  const { voters = [1, 2, 3], learners = [], logTerms = [], ...config } = options;
  return startRaft(
    checkedConfig({
      id,
      electionTick: 10,
      heartbeatTick: 1,
      storage: storageWith({ voters, learners }, entriesOfTerms(...logTerms)),
      maxSizePerMsg: NO_LIMIT,
      maxInflightMsgs: 256,
      random: seededRandom(id),
      ...config,
    }),
  );
}

/** What it has to send, once what it appended is durable: its own acknowledgements have arrived. */
export function readMessages(raft: Raft): readonly Message[] {
  while (raft.msgsAfterAppend.length > 0) {
    const waiting = raft.msgsAfterAppend;
    raft.msgsAfterAppend = [];
    for (const message of waiting) {
      if (message.to === raft.id) step(raft, message);
      else raft.msgs.push(message);
    }
  }
  const messages = raft.msgs;
  raft.msgs = [];
  return messages;
}

/** Writes what is unstable, as a driver would, and gives what is to be applied as applied. */
export function persistAndApply(raft: Raft): readonly Entry[] {
  const { storage, unstable } = raft.log;
  if (!(storage instanceof MemoryStorage)) throw new Error('only a log in memory can be written here');
  storage.append(unstable.nextEntries());
  const last = unstable.entries.at(-1);
  if (last !== undefined) {
    unstable.acceptInProgress();
    unstable.stableTo(last.index, last.term);
  }
  const kept = raft.msgs;
  raft.msgs = [];
  raft.msgs = [...kept, ...readMessages(raft)];
  const committed = raft.log.nextCommitted(true);
  raft.log.appliedTo(raft.log.committed, 0);
  return committed;
}

/** A message as a peer would send it. */
export const from = (sender: number, type: MessageType, to: number, fields: Partial<Message> = {}): Message =>
  makeMessage({ ...fields, type, to, from: sender });

export const hup = (id: number): Message => makeMessage({ type: 'Hup', to: id, from: id });
export const beat = (id: number): Message => makeMessage({ type: 'Beat', to: id, from: id });

export function proposal(id: number, ...payloads: readonly string[]): Message {
  const entries = payloads.map((payload) => makeEntry({ data: Buffer.from(payload) }));
  return makeMessage({ type: 'Prop', to: id, from: id, entries });
}

/** Stands where a member would, and takes everything without an answer. */
export const BLACK_HOLE = 'black-hole' as const;
export type Peer = Raft | typeof BLACK_HOLE;

const MOST_MESSAGES = 100_000;

export class RaftNetwork {
  /** By id. */
  readonly peers: ReadonlyMap<number, Peer>;
  readonly #lossByLink = new Map<string, number>();
  readonly #ignored = new Set<MessageType>();
  readonly #random = seededRandom(7);
  /** Sees every message that would be delivered; false loses it. */
  hook: (message: Message) => boolean = () => true;

  /** Members 1, 2, 3…: of those that are undefined, new ones are made. */
  constructor(peers: readonly (Peer | undefined)[], options: MemberOptions = {}) {
    const voters = peers.map((_, place) => place + 1);
    this.peers = new Map(
      peers.map((peer, place) => [place + 1, peer ?? aMember(place + 1, { voters, ...options })]),
    );
  }

  member(id: number): Raft {
    const peer = this.peers.get(id);
    if (peer === undefined || peer === BLACK_HOLE) throw new Error(`member ${id} is not there`);
    return peer;
  }

  get members(): readonly Raft[] {
    return [...this.peers.values()].filter((peer) => peer !== BLACK_HOLE);
  }

  /** Delivers these, and all that follows from them. */
  send(...first: readonly Message[]): void {
    const queue = [...first];
    for (let at = 0; at < queue.length; at += 1) {
      if (at > MOST_MESSAGES) throw new Error('the members do not come to rest');
      const message = queue[at];
      const peer = message === undefined ? undefined : this.peers.get(message.to);
      if (message === undefined || peer === undefined || peer === BLACK_HOLE) continue;
      step(peer, message);
      queue.push(...this.filter(readMessages(peer)));
    }
  }

  /** What of these gets through. */
  filter(messages: readonly Message[]): readonly Message[] {
    return messages.filter((message) => {
      const loss = this.#lossByLink.get(linkName(message.from, message.to)) ?? 0;
      return (
        !this.#ignored.has(message.type) && this.#random(1_000_000) >= loss * 1_000_000 && this.hook(message)
      );
    });
  }

  /** In this direction, with this probability. */
  drop(from: number, to: number, probability: number): void {
    this.#lossByLink.set(linkName(from, to), probability);
  }

  cut(one: number, other: number): void {
    this.drop(one, other, 1);
    this.drop(other, one, 1);
  }

  isolate(id: number): void {
    for (const other of this.peers.keys()) if (other !== id) this.cut(id, other);
  }

  ignore(type: MessageType): void {
    this.#ignored.add(type);
  }

  recover(): void {
    this.#lossByLink.clear();
    this.#ignored.clear();
  }
}

const linkName = (from: number, to: number): string => `${from}->${to}`;

/** The terms of all entries in a log, those that are compacted left out. */
export function logTermsOf(raft: Raft): readonly number[] {
  const entries = raft.log.entries(raft.log.firstIndex(), NO_LIMIT);
  if (typeof entries === 'string') throw new Error(`the log is ${entries}`);
  return entries.map(({ term }) => term);
}

/** Its entries as "index/term payload". */
export function logTextOf(raft: Raft): readonly string[] {
  const entries = raft.log.entries(raft.log.firstIndex(), NO_LIMIT);
  if (typeof entries === 'string') throw new Error(`the log is ${entries}`);
  return entries.map(({ term, index, data }) => `${index}/${term} ${Buffer.from(data ?? []).toString()}`);
}

/** Elected by its own vote and those of everybody else, with its first entry still on the way. */
export function elect(raft: Raft): void {
  step(raft, hup(raft.id));
  readMessages(raft);
  for (const id of raft.tracker.voters)
    if (id !== raft.id) step(raft, from(id, 'VoteResp', raft.id, { term: raft.term }));
  if (raft.role !== 'leader') throw new Error(`member ${raft.id} was not elected`);
}

/** Elected, and what it has appended is acknowledged by everybody. */
export function electAndCommit(raft: Raft): void {
  elect(raft);
  readMessages(raft);
  acknowledge(raft, ...raft.tracker.voters.filter((id) => id !== raft.id));
  readMessages(raft);
}

/** These members have all that the leader has. */
export function acknowledge(raft: Raft, ...ids: readonly number[]): void {
  for (const id of ids)
    step(raft, from(id, 'AppResp', raft.id, { term: raft.term, index: raft.log.lastIndex() }));
}
