/**
 * Plays the recorded cases of configuration changes: applies each to one tracker and gives the configuration
 * and the progress that follow, or why the change is refused.
 */
import { type ConfChangeResult, enterJoint, leaveJoint, simple } from 'raft-ts/rules/confchange/changer.js';
import { configText } from 'raft-ts/rules/text.js';
import { Tracker } from 'raft-ts/rules/tracker/tracker.js';
import { parseConfChanges } from './conf-change-text.js';
import { CaseFault, type Directive, expectOnlyKeys, flagOf } from './datadriven.js';
import { describeProgresses } from './progress-lines.js';

const MAX_INFLIGHT = 10;
const COMMANDS: readonly string[] = ['simple', 'enter-joint', 'leave-joint'];

export const isConfChangeDirective = (command: string): boolean => COMMANDS.includes(command);

export class ConfChangeEnv {
  readonly #tracker = new Tracker(MAX_INFLIGHT, 0);
  #lastIndex = 0;

  run(directive: Directive): string {
    const result = this.#change(directive);
    // Every directive stands for an entry in the log, whether it could be applied or not.
    this.#lastIndex += 1;
    if (typeof result === 'string') return result;
    if ('refusal' in result) return result.refusal;
    this.#tracker.switchTo(result.membership, result.progressById);
    return `${configText(this.#tracker.membership)}\n${describeProgresses(this.#tracker.members)}`;
  }

  #change(directive: Directive): ConfChangeResult | string {
    expectOnlyKeys(directive, ['autoleave']);
    const base = { tracker: this.#tracker, lastIndex: this.#lastIndex };
    const changes = parseConfChanges(directive.input);
    if (typeof changes === 'string') return changes;
    switch (directive.command) {
      case 'simple':
        return simple(base, changes);
      case 'enter-joint':
        return enterJoint(base, flagOf(directive, 'autoleave'), changes);
      case 'leave-joint':
        if (changes.length > 0) return 'this command takes no input';
        return leaveJoint(base);
      default:
        throw new CaseFault(`line ${directive.line}: no such directive: ${directive.command}`);
    }
  }
}
