/**
 * Any manager answers: what the leader must answer is passed on to it, once, for whoever called here. Of a
 * change of leader the caller sees nothing but a pause. Knows services by their definitions only; on the
 * leader itself the handlers are called directly.
 *
 * Promises: reads cover everything acknowledged before them, unless the caller takes an old answer; a call
 * that finds no leader ends within 5 s, and says which managers are missing.
 */
import type { Clock } from '../../proto/base/clock.js';
import { hasCode, SwarmError } from '../../proto/base/errors.js';
import {
  type AnyMethod,
  type CallContext,
  type CallOptions,
  type Handlers,
  isLook,
} from '../../proto/base/rpc.js';
import type { ServiceDefinition } from '../../proto/gen/runtime.js';
import type { LeaderLine } from './leader-line.js';
import type { Managers } from './managers.js';

export interface LeaderDoorModules {
  readonly managers: Managers;
  readonly line: LeaderLine;
  readonly clock: Clock;
  /** A node as people call it. */
  readonly nameOf: (nodeId: string) => string;
}

export interface PassedService {
  /** Names of methods that any manager answers by itself. */
  readonly answeredHere?: readonly string[];
  /** Throws when the caller may not ask so often; called before its call is passed on. */
  readonly admit?: (context: CallContext) => void;
}

/** Without a leader for so long, a call is given up; what is missing is then found out. */
const LEADER_WITHIN_MS = 3_500;
/** A call that was under way when the leader went away gets at least this long. */
const SUCCESSOR_WITHIN_MS = 2_000;
/** Sooner than that nothing will have changed, unless this manager hears of it. */
const RETRY_MS = 100;
/** Left of the caller's time for an answer that is a refusal. */
const MARGIN_MS = 300;

type AnyHandler = (request: unknown, context: CallContext) => unknown;

export class LeaderDoor {
  readonly #modules: LeaderDoorModules;

  constructor(modules: LeaderDoorModules) {
    this.#modules = modules;
  }

  /** Handlers for every manager, over those that answer on the leader. Streams of callers stay where they are. */
  handlers<S extends ServiceDefinition>(
    definition: S,
    local: Handlers<S>,
    { answeredHere = [], admit = () => undefined }: PassedService = {},
  ): Handlers<S> {
    const handlerOf = local as unknown as Readonly<Record<string, AnyHandler>>;
    const passed = Object.entries(definition.methods).map(([name, method]) => {
      const here: AnyHandler = (request, context) => handlerOf[name]?.(request, context);
      if (answeredHere.includes(name)) return [name, here];
      const way: Way = { definition, name, method, here, admit };
      if (method.kind === 'unary')
        return [name, (request: unknown, context: CallContext) => this.#unary(way, request, context)];
      if (method.kind === 'server-stream')
        return [name, (request: unknown, context: CallContext) => this.#stream(way, request, context)];
      return [name, here];
    });
    return Object.fromEntries(passed) as Handlers<S>;
  }

  async #unary(way: Way, request: unknown, context: CallContext): Promise<unknown> {
    if (this.#isForHere(way, context)) return await way.here(request, this.#toldHowOld(context));
    const trial = new Trial(way, context, this.#modules);
    for (;;) {
      try {
        if (await this.#leads(way, context)) return await this.#here(way, request, context);
        return await this.#fromLeader(
          way,
          context,
          (call, options) => call(request, options) as Promise<unknown>,
        );
      } catch (error) {
        await trial.again(error);
      }
    }
  }

  async *#stream(way: Way, request: unknown, context: CallContext): AsyncGenerator<unknown, void> {
    if (this.#isForHere(way, context)) {
      yield* way.here(request, this.#toldHowOld(context)) as AsyncIterable<unknown>;
      return;
    }
    const trial = new Trial(way, context, this.#modules);
    for (let isBegun = false; ; ) {
      try {
        const messages = (await this.#leads(way, context))
          ? this.#whileLeading(way, request, context)
          : this.#streamFromLeader(way, request, context);
        for await (const message of messages) {
          isBegun = true;
          yield message;
        }
        return;
      } catch (error) {
        // What was told already must not be told again: the caller knows where it was.
        if (isBegun) throw error;
        await trial.again(error);
      }
    }
  }

  #isForHere({ method }: Way, { takesStale }: CallContext): boolean {
    if (takesStale !== true) return false;
    if (isLook(method)) return true;
    throw new SwarmError('input.invalid', { field: 'stale', rule: 'is for what only reads' });
  }

  #toldHowOld(context: CallContext): CallContext {
    const { managers, nameOf } = this.#modules;
    const staleMs = managers.staleMs();
    context.tellAsOf?.({
      node: nameOf(managers.selfNodeId),
      staleMs: Number.isFinite(staleMs) ? staleMs : undefined,
    });
    return context;
  }

  /**
   * A leader that was deposed while it stood still does not know it yet, and refuses by a state that is old: only
   * a refusal by the state of now counts. What such a leader would do, the log refuses.
   */
  async #here({ method, here }: Way, request: unknown, context: CallContext): Promise<unknown> {
    try {
      return await here(request, context);
    } catch (error) {
      if (isLook(method) || mayPass(error)) throw error;
      await this.#modules.managers.barrier(context.signal);
      return await here(request, context);
    }
  }

  /** Whether this manager is to answer, and may: it leads, and its state is that of now. */
  async #leads({ method }: Way, { signal }: CallContext): Promise<boolean> {
    const { managers } = this.#modules;
    if (!managers.isLeader) return false;
    if (isLook(method) || method.name.startsWith('Get')) await managers.barrier(signal);
    return true;
  }

  /** Ends when this manager leads no longer: it would not hear of what happens. */
  async *#whileLeading(way: Way, request: unknown, context: CallContext): AsyncGenerator<unknown, void> {
    const { managers } = this.#modules;
    const lost = new AbortController();
    const unwatch = managers.watch(() => {
      if (!managers.isLeader) lost.abort();
    });
    if (!managers.isLeader) lost.abort();
    try {
      const signal = AbortSignal.any([context.signal, lost.signal]);
      yield* way.here(request, { ...context, signal }) as AsyncIterable<unknown>;
      if (lost.signal.aborted) throw this.#noLeader();
    } finally {
      unwatch();
    }
  }

  /** One call to whoever leads now; given up when somebody else does. */
  async #fromLeader<T>(
    way: Way,
    context: CallContext,
    run: (call: AnyClientMethod, options: CallOptions) => Promise<T>,
  ): Promise<T> {
    const passage = this.#passage(way, context);
    try {
      return await run(passage.call, passage.options);
    } finally {
      passage.end();
    }
  }

  async *#streamFromLeader(way: Way, request: unknown, context: CallContext): AsyncGenerator<unknown, void> {
    const passage = this.#passage(way, context);
    try {
      yield* passage.call(request, passage.options) as AsyncIterable<unknown>;
    } finally {
      passage.end();
    }
  }

  #passage({ definition, name }: Way, context: CallContext): Passage {
    const { managers, line } = this.#modules;
    const leader = managers.leader();
    const isHere = leader === undefined || leader.nodeId === managers.selfNodeId;
    if (isHere || context.forwardedBy !== undefined) throw this.#noLeader();
    const gone = new AbortController();
    const unwatch = managers.watch(() => {
      if (managers.leader()?.nodeId === leader.nodeId) return;
      const reason = 'it leads no longer';
      gone.abort(new SwarmError('manager.unreachable', { addresses: [leader.address], reason }));
    });
    const client = line.client(leader.address, definition) as unknown as Record<string, AnyClientMethod>;
    const { requestId, timeoutMs, caller, peerAddress } = context;
    const options: CallOptions = {
      signal: AbortSignal.any([context.signal, gone.signal]),
      requestId,
      forwarded: { caller, peerAddress },
      ...(timeoutMs === undefined ? {} : { timeoutMs: Math.max(1, timeoutMs - MARGIN_MS) }),
    };
    const call: AnyClientMethod = (request, given) => {
      const method = client[name];
      if (method === undefined) throw new SwarmError('not-supported', { what: name });
      return method(request, given);
    };
    return { call, options, end: unwatch };
  }

  #noLeader(): SwarmError {
    const { managers } = this.#modules;
    const leader = managers.leader();
    const isOther = leader !== undefined && leader.nodeId !== managers.selfNodeId;
    return new SwarmError('manager.not-leader', { leader: isOther ? leader.address : '' });
  }
}

type AnyClientMethod = (request: unknown, options: CallOptions) => unknown;

/** One call on its way to the leader. */
interface Passage {
  readonly call: AnyClientMethod;
  readonly options: CallOptions;
  readonly end: () => void;
}

interface Way {
  readonly definition: ServiceDefinition;
  readonly name: string;
  readonly method: AnyMethod;
  readonly here: AnyHandler;
  readonly admit: (context: CallContext) => void;
}

/** One call's attempts: how long they may go on, and what is said when they came to nothing. */
class Trial {
  readonly #way: Way;
  readonly #context: CallContext;
  readonly #modules: LeaderDoorModules;
  readonly #startedAtMs: number;
  #isUnknown = false;
  #giveUpAtMs: number | undefined;

  constructor(way: Way, context: CallContext, modules: LeaderDoorModules) {
    this.#way = way;
    this.#context = context;
    this.#modules = modules;
    this.#startedAtMs = modules.clock.monotonicMs();
    if (context.forwardedBy === undefined && !modules.managers.isLeader) way.admit(context);
  }

  /** Resolves when it is time for another attempt; throws when there will be none. */
  async again(error: unknown): Promise<void> {
    const { signal, forwardedBy } = this.#context;
    if (!mayPass(error) || signal.aborted || forwardedBy !== undefined) throw error;
    const isChange = !isLook(this.#way.method);
    if (isChange && !hasCode(error, 'manager.not-leader')) this.#isUnknown = true;
    const { clock, managers } = this.#modules;
    const nowMs = clock.monotonicMs();
    this.#giveUpAtMs ??= this.#lastInstant(nowMs);
    if (nowMs + RETRY_MS > this.#giveUpAtMs) throw await this.#finalError(error);
    const waited = new AbortController();
    const unwatch = managers.watch(() => waited.abort());
    try {
      await clock.sleep(RETRY_MS, AbortSignal.any([signal, waited.signal]));
    } catch {
      // Something is new, or nobody waits any more: the next attempt finds out.
    } finally {
      unwatch();
    }
  }

  #lastInstant(nowMs: number): number {
    const byPatience = Math.max(this.#startedAtMs + LEADER_WITHIN_MS, nowMs + SUCCESSOR_WITHIN_MS);
    const { timeoutMs = Number.POSITIVE_INFINITY } = this.#context;
    return Math.min(byPatience, this.#startedAtMs + timeoutMs - MARGIN_MS);
  }

  /** Too few managers are the reason if there are too few; else there will be a leader soon. */
  async #finalError(error: unknown): Promise<unknown> {
    const { missing, needed, voters } = await this.#modules.line.roll();
    if (voters - missing.length >= needed) return error;
    const names = missing.map(({ nodeId, address }) => `${this.#modules.nameOf(nodeId)} (${address})`);
    return new SwarmError('manager.no-quorum', {
      missing: names,
      needed,
      voters,
      isUnknown: this.#isUnknown,
    });
  }
}

/** Whether the next leader may well do what this one did not. */
function mayPass(error: unknown): boolean {
  return (
    hasCode(error, 'manager.not-leader') ||
    hasCode(error, 'manager.unreachable') ||
    hasCode(error, 'store.outcome-unknown')
  );
}
