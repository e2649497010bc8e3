/**
 * One simulated client: writes and reads registers, one operation at a time, asking whoever it believes to lead
 * or anybody at all. Owns retries: a write that got no answer is sent again under the same number, to another
 * member, until it is answered or given up; what became of it is then unknown to this client for good.
 */
import type { Outcome } from 'raft-ts/node-effects.js';
import type { Call, ClientHistory, Write } from './client-history.js';
import type { EventQueue } from './event-queue.js';
import type { Dice } from './prng.js';
import { encodeCommand, REGISTERS, type RegisterMachine } from './register-machine.js';

/** A member as clients reach it. */
export interface Server {
  readonly id: number;
  readonly machine: RegisterMachine;
  readonly appliedIndex: number;
  propose(bytes: Uint8Array, settle: (outcome: Outcome) => void): void;
  barrier(settle: (outcome: Outcome) => void): void;
}

export interface ClientOptions {
  readonly id: number;
  readonly meanThinkUs: number;
  readonly timeoutUs: number;
  /** Chance that an answer is lost on its way. */
  readonly lossRate: number;
}

export interface ClientModules {
  readonly queue: EventQueue<() => void>;
  readonly dice: Dice;
  readonly history: ClientHistory;
  /** Ids of the members that a client knows, dead ones too. */
  readonly knownIds: () => readonly number[];
  /** Undefined when nobody answers there. */
  readonly serverOf: (id: number) => Server | undefined;
}

type Operation =
  | { readonly kind: 'write'; readonly call: Call; readonly write: Write; readonly number: number }
  | { readonly kind: 'get'; readonly call: Call };

const MOST_ATTEMPTS = 6;
const LINK_US = 300;

export class Client {
  readonly #options: ClientOptions;
  readonly #modules: ClientModules;
  #number = 0;
  #current: Operation | undefined;
  #attempts = 0;
  /** Answers to earlier attempts and operations are not for this one. */
  #attempt = 0;
  #leaderId = 0;
  /** The member that it asks while it knows no leader, and reads from at times: a client on one side of a cut. */
  #homeId = 0;
  /** Of each register, the value seen or written last. */
  readonly #lastSeen: number[] = [];
  #isStopping = false;

  constructor(options: ClientOptions, modules: ClientModules) {
    this.#options = options;
    this.#modules = modules;
    this.#think();
  }

  get isIdle(): boolean {
    return this.#current === undefined;
  }

  /** Begins nothing new, and goes on with what is begun until it is answered. */
  stop(): void {
    this.#isStopping = true;
  }

  #think(): void {
    const { queue, dice } = this.#modules;
    queue.plan(dice.exponential(this.#options.meanThinkUs), () => this.#begin());
  }

  #begin(): void {
    if (this.#isStopping) return;
    const { dice, history } = this.#modules;
    const register = dice.below(REGISTERS);
    const call = history.begin(register);
    const which = dice.fraction();
    this.#attempts = 0;
    if (which < 0.35) this.#current = { kind: 'get', call };
    else {
      const number = ++this.#number;
      const value = this.#options.id * 2 ** 20 + number;
      const write: Write = {
        kind: which < 0.7 ? 'put' : 'cas',
        value,
        expected: this.#lastSeen[register] ?? 0,
      };
      this.#current = { kind: 'write', call, write, number };
    }
    this.#try();
  }

  #try(): void {
    const operation = this.#current;
    if (operation === undefined) return;
    const { queue, dice, serverOf } = this.#modules;
    const attempt = ++this.#attempt;
    this.#attempts++;
    const server = serverOf(this.#target());
    if (server === undefined) {
      this.#moveOut();
      this.#retryLater();
      return;
    }
    queue.plan(this.#options.timeoutUs, () => {
      if (this.#attempt !== attempt) return;
      this.#moveOut();
      this.#retry();
    });
    queue.plan(dice.exponential(LINK_US), () => this.#ask(operation, server, attempt));
  }

  #target(): number {
    const { dice, knownIds } = this.#modules;
    if (this.#homeId === 0) this.#homeId = dice.pick(knownIds());
    if (this.#leaderId === 0) return this.#homeId;
    return this.#current?.kind === 'get' && dice.chance(0.5) ? this.#homeId : this.#leaderId;
  }

  #moveOut(): void {
    this.#leaderId = 0;
    this.#homeId = 0;
  }

  #ask(operation: Operation, server: Server, attempt: number): void {
    if (this.#attempt !== attempt) return;
    if (operation.kind === 'get') {
      server.barrier((outcome) => {
        const value = server.machine.register(operation.call.register);
        const { appliedIndex } = server;
        this.#answer(attempt, outcome, () => {
          this.#modules.history.answerGet(operation.call, value, appliedIndex);
          this.#lastSeen[operation.call.register] = value;
        });
      });
      return;
    }
    const { call, write, number } = operation;
    const client = this.#options.id;
    server.propose(encodeCommand({ client, number, register: call.register, ...write }), (outcome) => {
      const done = server.machine.answer(client, number);
      this.#answer(attempt, outcome, () => {
        if (done === undefined) throw new Error(`client ${client} was told that ${number} is applied`);
        this.#modules.history.answerWrite(call, write, done);
        if (done.isDone) this.#lastSeen[call.register] = write.value;
      });
    });
  }

  /** The outcome travels back to the client, and may be lost. */
  #answer(attempt: number, outcome: Outcome, isDone: () => void): void {
    const { queue, dice } = this.#modules;
    if (dice.chance(this.#options.lossRate)) return;
    queue.plan(dice.exponential(LINK_US), () => {
      if (this.#attempt !== attempt) return;
      if (outcome.kind === 'applied') {
        isDone();
        this.#end();
        return;
      }
      const { leaderId } = outcome.kind === 'not-leader' ? outcome : { leaderId: 0 };
      if (leaderId === 0) this.#moveOut();
      else this.#leaderId = leaderId;
      this.#retryLater();
    });
  }

  #retryLater(): void {
    const attempt = ++this.#attempt;
    this.#modules.queue.plan(this.#modules.dice.exponential(this.#options.timeoutUs / 8), () => {
      if (this.#attempt === attempt) this.#retry();
    });
  }

  #retry(): void {
    const operation = this.#current;
    if (operation === undefined) return;
    // In the end everything must be answered, so there nobody gives up.
    if (this.#attempts < MOST_ATTEMPTS || this.#isStopping) {
      this.#try();
      return;
    }
    // A read that was not answered says nothing; a write may have happened, or happen yet.
    if (operation.kind === 'write') this.#modules.history.giveUp(operation.call, operation.write);
    this.#end();
  }

  #end(): void {
    this.#attempt++;
    this.#current = undefined;
    this.#think();
  }
}
