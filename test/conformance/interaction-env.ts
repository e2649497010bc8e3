/**
 * Plays recorded interactions between members of a cluster: carries out one directive after the other and gives
 * what the members log, and what the directive itself shows. One environment per file; members are numbered
 * from 1 in the order of their creation. The directives stand in interaction-directives.ts and beside it.
 */
import type { RawNode } from 'raft-ts/rules/raw-node.js';
import { refusalText } from 'raft-ts/rules/refusal.js';
import { LOCAL_APPEND_THREAD, LOCAL_APPLY_THREAD, type Message } from 'raft-ts/rules/types.js';
import { CaseFault, type Directive, numberOf, words } from './datadriven.js';
import { describeMessage, describeReady } from './describe.js';
import type { InteractionMember } from './interaction-member.js';
import { Output } from './output.js';

/** Which undelivered messages: of one receiver, of one type if that is given. */
export interface Selection {
  readonly to: number;
  readonly isDropped: boolean;
  readonly type: string | undefined;
}

export class InteractionEnv {
  readonly output = new Output();
  readonly members: InteractionMember[] = [];
  /** Undelivered, in the order in which they were sent. */
  messages: Message[] = [];

  member(id: number): InteractionMember {
    const member = this.members[id - 1];
    if (member === undefined) throw new CaseFault(`there is no member ${id}`);
    return member;
  }

  /** The members that the words of a directive name. */
  membersNamed(directive: Directive): readonly InteractionMember[] {
    return words(directive).map((word) => this.member(numberOf(word, directive)));
  }

  /** The member that the first word of a directive names. */
  memberNamed(directive: Directive): InteractionMember {
    const [word] = words(directive);
    if (word === undefined) throw new CaseFault(`${directive.command} needs the number of a member`);
    return this.member(numberOf(word, directive));
  }

  node(id: number): RawNode {
    return this.member(id).node;
  }

  processReady(member: InteractionMember): string | undefined {
    const ready = member.node.ready();
    this.output.write(describeReady(ready));
    if (!member.isAsync) {
      const error = member.persist(ready.hardState, ready.entries, ready.snapshot);
      if (error !== undefined) return error;
      member.apply(ready.committedEntries);
    }
    for (const message of ready.messages) this.#route(member, message);
    if (!member.isAsync) member.node.advance();
    return undefined;
  }

  #route(member: InteractionMember, message: Message): void {
    if (message.to === LOCAL_APPEND_THREAD) member.appendWork.push(message);
    else if (message.to === LOCAL_APPLY_THREAD) member.applyWork.push(message);
    else this.messages.push(message);
    if (isThread(message.to) && !member.isAsync)
      throw new Error(
        `member ${member.id} writes its storage itself, and yet sent ${describeMessage(message)}`,
      );
  }

  /** How many there were. */
  deliver(selection: Selection): number {
    const selected = this.messages.filter((message) => isSelected(message, selection));
    this.messages = this.messages.filter((message) => !isSelected(message, selection));
    for (const message of selected) {
      this.output.line(`${selection.isDropped ? 'dropped: ' : ''}${describeMessage(message)}`);
      if (selection.isDropped) continue;
      const refusal = this.node(message.to).step(message);
      if (refusal !== undefined) this.output.line(refusalText(refusal));
    }
    return selected.length;
  }

  hasMessagesFor(id: number): boolean {
    return this.messages.some(({ to }) => to === id);
  }

  processAppend(member: InteractionMember): string | undefined {
    const work = member.appendWork.shift();
    if (work === undefined) {
      this.output.write('no append work to perform');
      return undefined;
    }
    return this.#processWork(work, () => member.persist(work, work.entries, work.snapshot));
  }

  processApply(member: InteractionMember): string | undefined {
    const work = member.applyWork.shift();
    if (work === undefined) {
      this.output.write('no apply work to perform');
      return undefined;
    }
    return this.#processWork(work, () => {
      member.apply(work.entries);
      return undefined;
    });
  }

  #processWork(work: Message, perform: () => string | undefined): string | undefined {
    this.output.line('Processing:');
    this.output.line(describeMessage({ ...work, responses: [] }));
    const error = perform();
    if (error !== undefined) return error;
    this.output.line('Responses:');
    for (const response of work.responses) this.output.line(describeMessage(response));
    this.messages.push(...work.responses);
    return undefined;
  }
}

function isSelected(message: Message, { to, isDropped, type }: Selection): boolean {
  // What a member says to itself and to its storage is never lost.
  const isLocal = message.from === message.to || isThread(message.from) || isThread(message.to);
  return (
    message.to === to && !(isDropped && isLocal) && (type === undefined || type === `Msg${message.type}`)
  );
}

const isThread = (id: number): boolean => id === LOCAL_APPEND_THREAD || id === LOCAL_APPLY_THREAD;
