/**
 * A network without sockets between agents and a manager: calls of generated services, every message through
 * its codec, with delays, connections that break, and nodes that are cut off and hear nothing until they are
 * healed. Keeps the promises of rpc-channel and rpc-server, keep-alives included; delays come from its dice.
 */
import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import type { Clock } from '../../proto/base/clock.js';
import { SwarmError } from '../../proto/base/errors.js';
import { invariant } from '../../proto/base/invariant.js';
import type { Random } from '../../proto/base/random.js';
import type { AnyMethod, Caller, CallContext, CallOptions, Client } from '../../proto/base/rpc.js';
import type { RpcChannel } from '../../proto/base/rpc-channel.js';
import { fromServiceError, toStatus } from '../../proto/base/rpc-errors.js';
import { unlessAborted } from '../../proto/base/service.js';
import type { ServiceDefinition } from '../../proto/gen/runtime.js';
import type { SimProcess } from './sim-process.js';
import type { SimTrace } from './sim-trace.js';
import { SimPipe } from './sim-pipe.js';

type AnyHandler = (requests: AsyncIterable<unknown>, context: CallContext) => unknown;

/** What a program that listens offers. */
export interface SimDoor {
  readonly process: SimProcess;
  readonly handlers: Readonly<Record<string, AnyHandler>>;
  readonly authorize: (path: string, caller: Caller) => void;
}

/** A node that calls. */
export interface SimHost {
  readonly name: string;
  readonly process: SimProcess;
  readonly caller: Caller;
}

export interface SimNetModules {
  readonly clock: Clock;
  readonly random: Random;
  readonly trace: SimTrace;
}

const LONGEST_DELAY_MS = 20;
/** Silence that a keep-alive finds out, at the least and at the most. */
const CLIENT_SILENCE_MS = [10_000, 15_000] as const;
const SERVER_SILENCE_MS = [10_000, 20_000] as const;

export class SimNet {
  readonly #modules: SimNetModules;
  readonly #doorByAddress = new Map<string, SimDoor>();
  readonly #cutAtMsByHost = new Map<string, number>();
  readonly #calls = new Set<SimCall>();

  constructor(modules: SimNetModules) {
    this.#modules = modules;
  }

  get clock(): Clock {
    return this.#modules.clock;
  }

  listen(address: string, door: SimDoor): void {
    this.#doorByAddress.set(address, door);
    // Its operating system closes what a dead program had open.
    door.process.onDeath(() => {
      for (const call of this.#calls) call.serverDied(door);
    });
  }

  doorAt(address: string): SimDoor | undefined {
    const door = this.#doorByAddress.get(address);
    return door?.process.isAlive === true ? door : undefined;
  }

  /** A channel as an agent opens it. */
  channel(host: SimHost, address: string): Pick<RpcChannel, 'client' | 'close'> {
    const calls = new Set<SimCall>();
    const open = (method: AnyMethod, name: string): SimCall => {
      const call = new SimCall({ host, address, method, name }, this);
      this.#calls.add(call);
      calls.add(call);
      void call.over.then(() => {
        this.#calls.delete(call);
        calls.delete(call);
      });
      return call;
    };
    return {
      client: <S extends ServiceDefinition>(definition: S): Client<S> => {
        const methods = Object.entries(definition.methods).map(([name, method]) => {
          invariant(method.kind === 'bidi' || method.kind === 'client-stream', 'agents only send streams');
          const stream = (requests: AsyncIterable<unknown>, options: CallOptions = {}): unknown =>
            method.kind === 'bidi'
              ? open(method, name).replies(requests, options)
              : onlyReply(open(method, name).replies(requests, options));
          return [name, stream] as const;
        });
        return Object.fromEntries(methods) as unknown as Client<S>;
      },
      close: () => {
        for (const call of calls) call.cancel();
      },
    };
  }

  /** From now on nothing reaches the host, nothing comes from it, and nobody is told. */
  cut(host: string): void {
    if (this.isCut(host)) return;
    this.#modules.trace.note(`net: ${host} is cut off`);
    this.#cutAtMsByHost.set(host, this.clock.monotonicMs());
    for (const call of this.#calls) if (call.hostName === host) call.fellSilent();
  }

  heal(host: string): void {
    if (!this.#cutAtMsByHost.delete(host)) return;
    this.#modules.trace.note(`net: ${host} is reached again`);
    for (const call of this.#calls) if (call.hostName === host) call.healed();
  }

  isCut(host: string): boolean {
    return this.#cutAtMsByHost.has(host);
  }

  /** By when a host was cut off, if it is: another cut is another instant. */
  cutAtMs(host: string): number | undefined {
    return this.#cutAtMsByHost.get(host);
  }

  /** Breaks every connection of the host; new ones can be made at once. */
  drop(host: string): void {
    this.#modules.trace.note(`net: connections of ${host} break`);
    for (const call of this.#calls) if (call.hostName === host) call.breakOff('connection reset');
  }

  delayMs(): number {
    return Math.ceil(this.#modules.random.fraction() * LONGEST_DELAY_MS);
  }

  silenceMs([least, most]: readonly [number, number]): number {
    return Math.ceil(least + this.#modules.random.fraction() * (most - least));
  }
}

async function onlyReply(replies: AsyncIterable<unknown>): Promise<unknown> {
  for await (const reply of replies) return reply;
  throw new SwarmError('internal', { reason: 'the call ended without a reply' });
}

interface CallFacts {
  readonly host: SimHost;
  readonly address: string;
  readonly method: AnyMethod;
  readonly name: string;
}

/** One call, both ends of it. */
class SimCall {
  /** Resolves when neither end minds the call any more. */
  readonly over: Promise<void>;
  readonly #facts: CallFacts;
  readonly #net: SimNet;
  readonly #up: SimPipe;
  readonly #down: SimPipe;
  readonly #clientGone = new AbortController();
  readonly #serverGone = new AbortController();
  #door: SimDoor | undefined;
  #endClient: () => void = () => undefined;
  #isCancelled = false;

  constructor(facts: CallFacts, net: SimNet) {
    this.#facts = facts;
    this.#net = net;
    const line = {
      delayMs: () => net.delayMs(),
      isCut: () => net.isCut(facts.host.name),
      sleep: (delayMs: number) => net.clock.sleep(delayMs),
    };
    this.#up = new SimPipe(line);
    this.#down = new SimPipe(line);
    this.#up.onEnd = () => {
      if (!this.#up.endedWell) this.#clientGone.abort();
    };
    const clientEnd = new Promise<void>((resolve) => {
      this.#endClient = resolve;
    });
    const serverEnd = this.#serve();
    this.over = Promise.all([clientEnd, serverEnd]).then(() => undefined);
    const release = facts.host.process.onDeath(() => this.cancel());
    void this.over.then(release);
  }

  get hostName(): string {
    return this.#facts.host.name;
  }

  async *replies(requests: AsyncIterable<unknown>, options: CallOptions): AsyncGenerator<unknown, void> {
    const { method, address } = this.#facts;
    const { signal } = options;
    signal?.throwIfAborted();
    const cancel = (): void => this.cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    void this.#pump(requests);
    try {
      for await (const bytes of this.#down.read()) yield method.response.decode(bytes);
      signal?.throwIfAborted();
    } catch (error) {
      signal?.throwIfAborted();
      throw isServiceError(error) ? fromServiceError(error, address, method.name) : error;
    } finally {
      signal?.removeEventListener('abort', cancel);
      this.cancel();
    }
  }

  /** The client gives up, or is dead: the server is told as soon as it can be reached. */
  cancel(): void {
    if (this.#isCancelled) return;
    this.#isCancelled = true;
    this.#up.end(new Error('the caller has gone'));
    this.#down.abandon();
    this.#endClient();
  }

  serverDied(door: SimDoor): void {
    if (this.#door !== door) return;
    this.#serverGone.abort();
    this.#down.end(unavailable('the manager has ended'));
  }

  breakOff(reason: string): void {
    this.#down.breakOff(unavailable(reason));
    this.#up.breakOff(new Error(reason));
  }

  /** Each end gives up by itself when the silence lasts. */
  fellSilent(): void {
    this.#afterSilence(CLIENT_SILENCE_MS, () => this.#down.breakOff(unavailable('keep-alive time-out')));
    this.#afterSilence(SERVER_SILENCE_MS, () => this.#up.breakOff(new Error('keep-alive time-out')));
  }

  healed(): void {
    this.#up.healed();
    this.#down.healed();
  }

  #afterSilence(range: readonly [number, number], giveUp: () => void): void {
    const sinceMs = this.#net.cutAtMs(this.hostName);
    void this.#net.clock.sleep(this.#net.silenceMs(range)).then(() => {
      if (this.#net.cutAtMs(this.hostName) === sinceMs) giveUp();
    });
  }

  /** Says what the client says; the first, empty frame opens the call. */
  async #pump(requests: AsyncIterable<unknown>): Promise<void> {
    const { method, host } = this.#facts;
    await this.#up.send(OPENING);
    const iterator = requests[Symbol.asyncIterator]();
    try {
      for (;;) {
        const next = await iterator.next();
        if (this.#isCancelled || !host.process.isAlive) break;
        if (next.done === true) return this.#up.end();
        await this.#up.send(method.request.encode(next.value));
      }
      void iterator.return?.();
    } catch {
      this.cancel();
    }
  }

  async #serve(): Promise<void> {
    const frames = this.#up.read();
    // Whoever gives up before it was heard was never there.
    const opening = await frames.next().catch(() => undefined);
    if (opening?.done !== false) return;
    const door = this.#net.doorAt(this.#facts.address);
    if (door === undefined) return this.#down.end(unavailable('connection refused'));
    this.#door = door;
    try {
      await this.#handle(door, frames, AbortSignal.any([this.#clientGone.signal, this.#serverGone.signal]));
      this.#down.end();
    } catch (error) {
      const refusal = toStatus(error);
      this.#down.end(Object.assign(new Error(refusal.details), refusal));
    } finally {
      this.#up.abandon();
    }
  }

  async #handle(door: SimDoor, frames: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<void> {
    const { method, name, host } = this.#facts;
    door.authorize(method.path, host.caller);
    const handler = door.handlers[name];
    invariant(handler !== undefined, `nobody handles ${method.path}`);
    const context = { caller: host.caller, peerAddress: host.name, signal, requestId: 'simulated' };
    const result = handler(requestsOf(method, frames), context);
    if (method.kind === 'client-stream') {
      await this.#down.send(method.response.encode(await result));
      return;
    }
    const replies = (result as AsyncIterable<unknown>)[Symbol.asyncIterator]();
    try {
      for (;;) {
        const next = await unlessAborted(replies.next(), signal);
        if (next === undefined || next.done === true || !door.process.isAlive) return;
        await unlessAborted(this.#down.send(method.response.encode(next.value)), signal);
      }
    } finally {
      void replies.return?.().then(undefined, () => undefined);
    }
  }
}

const OPENING = new Uint8Array();

/** A caller that is gone ends its requests; the call's signal says that it was no clean end. */
async function* requestsOf(
  method: AnyMethod,
  frames: AsyncIterable<Uint8Array>,
): AsyncGenerator<unknown, void> {
  try {
    for await (const bytes of frames) yield method.request.decode(bytes);
  } catch {
    // Nothing else to tell.
  }
}

function unavailable(details: string): ServiceError {
  return Object.assign(new Error(details), { code: status.UNAVAILABLE, details, metadata: new Metadata() });
}

function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && 'code' in error && 'metadata' in error;
}
