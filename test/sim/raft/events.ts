/**
 * The kinds of events that a run's trace notes, and how they read.
 */
import { MESSAGE_TYPES, type MessageType } from 'raft-ts/rules/types.js';
import type { Sentence } from './trace.js';

export const EVENT = {
  tick: 0,
  deliver: 1,
  die: 2,
  start: 3,
  pause: 4,
  resume: 5,
  cut: 6,
  heal: 7,
  lead: 8,
  full: 9,
  room: 10,
  lose: 11,
  change: 12,
  removed: 13,
  transfer: 14,
  jump: 15,
  snapshot: 16,
  mended: 17,
  restored: 18,
  members: 19,
} as const;

const TYPE_NUMBERS = new Map<MessageType, number>(MESSAGE_TYPES.map((type, number) => [type, number]));

export const numberOfType = (type: MessageType): number => TYPE_NUMBERS.get(type) ?? 0;

const CHANGES = ['add learner', 'promote', 'demote', 'remove', 'new address', 'joint change', 'leave joint'];
export const changeNumber = (what: string): number => CHANGES.indexOf(what);

const DEATHS = ['power cut', 'at an effect', 'failed sync', 'for good'];
export const DEATH = { cut: 0, inside: 1, sync: 2, forGood: 3 } as const;

/** In the order of `EVENT`. */
export const SENTENCES: readonly Sentence[] = [
  (member) => `${member} ticks`,
  (from, to, packed) => `${from} -> ${to} ${MESSAGE_TYPES[packed % 32]} of term ${Math.floor(packed / 32)}`,
  (member, why) => `${member} dies: ${DEATHS[why]}`,
  (member, lastIndex, term) => `${member} starts with ${lastIndex} entries in term ${term}`,
  (member) => `${member} is paused`,
  (member) => `${member} goes on`,
  (from, to) => `the link ${from} -> ${to} is cut`,
  () => 'all links are mended',
  (member, leader, term) => `${member} sees ${leader === 0 ? 'nobody' : leader} lead in term ${term}`,
  (member) => `the disk of ${member} is full`,
  (member) => `the disk of ${member} has room`,
  (member) => `the disk of ${member} is lost`,
  (leader, what, id) => `${leader} is asked: ${CHANGES[what]}, ${id}`,
  (member) => `${member} is no member any more`,
  (leader, to) => `${leader} is asked to hand over to ${to}`,
  (member, ticks) => `the clock of ${member} jumps by ${ticks} ticks`,
  (from, to, index) => `${from} -> ${to} snapshot of ${index}`,
  () => 'everything is mended',
  (member, index) => `${member} takes over the snapshot of ${index}`,
  (member, index) => `${member} is the first to have other members, at ${index}`,
];
