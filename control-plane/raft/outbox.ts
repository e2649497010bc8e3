/**
 * What goes to other members at the end of a turn, in order; snapshots by a way of their own.
 */
import { encodedEntry } from './entry-codec.js';
import type { NodeEffects } from './node-effects.js';
import type { Message } from './rules/types.js';
import type { SnapshotSends } from './snapshot-sends.js';

export interface OutboxModules {
  readonly effects: Pick<NodeEffects, 'send' | 'sendSnapshot'>;
  readonly snapshotSends: SnapshotSends;
}

export class Outbox {
  readonly #modules: OutboxModules;
  #messages: Message[] = [];

  constructor(modules: OutboxModules) {
    this.#modules = modules;
  }

  add(message: Message): void {
    this.#messages.push(message);
  }

  send(): void {
    if (this.#messages.length === 0) return;
    const messages = this.#messages;
    this.#messages = [];
    // Before the log writes them: it takes the same bytes.
    for (const { entries } of messages) for (const entry of entries) encodedEntry(entry);
    const { effects, snapshotSends } = this.#modules;
    const snapshots = messages.filter(({ type }) => type === 'Snap');
    effects.send(snapshots.length === 0 ? messages : messages.filter(({ type }) => type !== 'Snap'));
    for (const message of snapshots) {
      snapshotSends.began(message);
      effects.sendSnapshot(message);
    }
  }
}
