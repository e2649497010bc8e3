/**
 * What goes to other members at the end of a turn, in order; snapshots by a way of their own.
 */
import { encodedEntry } from './entry-codec.js';
import type { NodeEffects } from './node-effects.js';
import type { Message } from './rules/types.js';

export class Outbox {
  readonly #effects: Pick<NodeEffects, 'send' | 'sendSnapshot'>;
  #messages: Message[] = [];

  constructor(effects: Pick<NodeEffects, 'send' | 'sendSnapshot'>) {
    this.#effects = effects;
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
    const snapshots = messages.filter(({ type }) => type === 'Snap');
    this.#effects.send(snapshots.length === 0 ? messages : messages.filter(({ type }) => type !== 'Snap'));
    for (const message of snapshots) this.#effects.sendSnapshot(message);
  }
}
