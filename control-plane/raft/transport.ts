/**
 * How members' messages travel: what the log needs of a network. Owns the interface; whoever builds a member
 * passes in the real one, tests bring one that loses, doubles, delays and reorders.
 *
 * Messages are best effort: Raft repeats what matters. Nothing here waits, but for snapshots.
 */
import type { Member } from './member-log.js';
import type { Message } from './rules/types.js';

export interface TransportReceiver {
  /** A message of a member, in the order in which its sender sent it or not at all. */
  receive(message: Message): void;
  /** A snapshot: its message, then the state in pieces; resolves when it was taken or is of no use, rejects when it broke. */
  receiveSnapshot(message: Message, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  /** What was sent to this member last may not have arrived. */
  unreachable(id: number): void;
  /** The connection to this member was refused or reset: its process is not there. */
  gone(id: number): void;
  /** This member said that it is not to be spoken to: of another cluster or epoch, or we were removed. */
  refused(id: number, reason: string, isRemoval?: boolean): void;
}

export interface Transport {
  /** Called once, before anything is sent. */
  start(receiver: TransportReceiver): void;
  /**
   * Who may be spoken to, and where; replaces what was said before. Members that are not among them are not heard:
   * of those up to the highest id it is known that they were removed. What was sent to them before still goes out.
   */
  setPeers(peers: readonly Pick<Member, 'id' | 'name' | 'address'>[], highestId?: number): void;
  /** Sends as soon as possible, or drops it and says `unreachable`. All that is sent in one turn goes out together. */
  send(message: Message): void;
  /** Sends the message and the pieces; rejects when they did not all arrive. */
  sendSnapshot(message: Message, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  close(): Promise<void>;
}
