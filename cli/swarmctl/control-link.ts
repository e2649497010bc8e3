/**
 * A client of the control API that outlives the manager it talks to: a call whose manager goes away, or has
 * no leader to ask, is made again of whoever answers, with the same request id, so that it is done once.
 * Streams are not: where they were is known to their reader, who opens them anew.
 */
import type { Clock } from '../../proto/base/clock.js';
import { hasCode } from '../../proto/base/errors.js';
import { type AnyMethod, type CallOptions, type Client, isLook } from '../../proto/base/rpc.js';
import { ControlService } from '../../proto/gen/control.js';

export type ControlClient = Client<typeof ControlService>;

export interface ControlLinkModules {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** A manager that has answered; rejects when none does. */
  readonly find: () => Promise<ControlClient>;
}

/** Managers may be out of reach for so long before a call is given up: they choose a leader in less. */
const SILENT_WITHIN_MS = 10_000;
/** Most time for one answer: a change waits for the cluster to agree on it, and a manager may have stopped. */
const ANSWER_WITHIN_MS = 10_000;
const RETRY_MS = 200;

type AnyClient = Readonly<Record<string, (request: unknown, options: CallOptions) => unknown>>;

export class ControlLink {
  readonly client: ControlClient;
  readonly #modules: ControlLinkModules;
  #found: Promise<ControlClient> | undefined;

  constructor(modules: ControlLinkModules) {
    this.#modules = modules;
    const methods = Object.entries(ControlService.methods).map(([name, method]) => [
      name,
      method.kind === 'server-stream'
        ? (request: unknown, options: CallOptions = {}) => this.#stream(name, request, options)
        : (request: unknown, options: CallOptions = {}) => this.#unary(name, method, request, options),
    ]);
    this.client = Object.fromEntries(methods) as ControlClient;
  }

  /** Finds a manager now; rejects when none answers. */
  async open(): Promise<void> {
    await this.#find();
  }

  async #unary(name: string, method: AnyMethod, request: unknown, options: CallOptions): Promise<unknown> {
    const { clock, signal } = this.#modules;
    let silentSinceMs: number | undefined;
    for (;;) {
      try {
        const client = await this.#find();
        return await client[name]?.(request, {
          ...options,
          timeoutMs: options.timeoutMs ?? ANSWER_WITHIN_MS,
        });
      } catch (error) {
        this.#lose(error);
        silentSinceMs ??= clock.monotonicMs();
        const isOver = clock.monotonicMs() - silentSinceMs >= SILENT_WITHIN_MS;
        if (signal.aborted || isOver || !mayPass(error, method)) throw error;
        await clock.sleep(RETRY_MS, signal);
      }
    }
  }

  async *#stream(name: string, request: unknown, options: CallOptions): AsyncGenerator<unknown, void> {
    try {
      const client = await this.#find();
      yield* client[name]?.(request, options) as AsyncIterable<unknown>;
    } catch (error) {
      this.#lose(error);
      throw error;
    }
  }

  async #find(): Promise<AnyClient> {
    this.#found ??= this.#modules.find();
    try {
      return (await this.#found) as unknown as AnyClient;
    } catch (error) {
      this.#found = undefined;
      throw error;
    }
  }

  /** The manager may be gone: the next call looks for one. */
  #lose(error: unknown): void {
    if (isAway(error)) this.#found = undefined;
  }
}

/** Whether nobody answered, or whoever did has no leader: this passes. */
export function isAway(error: unknown): boolean {
  return hasCode(error, 'manager.unreachable') || hasCode(error, 'manager.not-leader');
}

function mayPass(error: unknown, method: AnyMethod): boolean {
  return isAway(error) || (!isLook(method) && hasCode(error, 'store.outcome-unknown'));
}
