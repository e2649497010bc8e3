/**
 * Keeps account of the calls a server answers: each is counted, timed and logged once, with who called, how
 * it ended and the request's id. What was asked and answered is never written down: it may hold secrets.
 */
import type { Clock } from './clock.js';
import { type ErrorCode, rpcStatusOf, toSwarmError } from './errors.js';
import type { Log } from './log.js';
import type { Counter, Histogram, Meter } from './meter.js';
import type { LabelsOf } from './metrics.js';
import { type AnyMethod, type Caller, callerName, isLook } from './rpc.js';

export interface CallJournalModules {
  readonly log: Log;
  readonly clock: Clock;
  readonly meter: Meter;
}

/** How a call ended: well, given up by its caller, or with an error. */
export type CallCode = ErrorCode | 'ok' | 'cancelled';

export interface CallFacts {
  readonly requestId: string;
  readonly peer: string;
}

/** One call that is being answered. */
export interface OpenCall {
  /** Who calls, once that is known. */
  caller: Caller | undefined;
  /** Of a call that was passed on: by which manager, and from where it came to that one. */
  passedOn: { readonly forwardedBy: string; readonly from: string } | undefined;
  ended(code: CallCode, error?: unknown): void;
}

export class CallJournal {
  readonly #log: Log;
  readonly #clock: Clock;
  readonly #calls: Counter<LabelsOf<'swarmd_rpc_calls_total'>>;
  readonly #durationSeconds: Histogram<LabelsOf<'swarmd_rpc_call_duration_seconds'>>;

  constructor({ log, clock, meter }: CallJournalModules) {
    this.#log = log;
    this.#clock = clock;
    this.#calls = meter.counter('swarmd_rpc_calls_total');
    this.#durationSeconds = meter.histogram('swarmd_rpc_call_duration_seconds');
  }

  begin(method: AnyMethod, facts: CallFacts): OpenCall {
    const startedAtMs = this.#clock.monotonicMs();
    const call: OpenCall = {
      caller: undefined,
      passedOn: undefined,
      ended: (code, error) => {
        const durationMs = this.#clock.monotonicMs() - startedAtMs;
        const name = shortName(method);
        this.#calls.add({ method: name, code });
        if (method.kind === 'unary') this.#durationSeconds.observe({ method: name }, durationMs / 1000);
        const said = { ...facts, ...call.passedOn, durationMs: Math.round(durationMs) };
        this.#write(method, call.caller, code, said, error);
      },
    };
    return call;
  }

  #write(method: AnyMethod, caller: Caller | undefined, code: CallCode, facts: object, error: unknown): void {
    const known = caller === undefined ? {} : { caller: callerName(caller) };
    const all = { method: shortName(method), code, ...known, ...facts };
    const level = callLevel(method.name, code, caller);
    if (level === 'error') this.#log.error('call failed', { ...all, error });
    else if (error === undefined) this.#log[level]('call', all);
    else this.#log[level]('call refused', { ...all, reason: toSwarmError(error).message });
  }
}

/** "/swarm.v1.Control/ListNodes" → "Control/ListNodes". */
function shortName({ path }: Pick<AnyMethod, 'path'>): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Agents and peers come and go by themselves, and again and again while there is no leader. */
const STREAMS_OF_NODES = /^(Session|PublishLogs|Messages|Snapshot)$/;
const OURS_TO_MEND = ['UNAVAILABLE', 'RESOURCE_EXHAUSTED', 'DEADLINE_EXCEEDED'];

/** Exported for its test: whoever changes something is written down, and whatever goes wrong. */
export function callLevel(
  methodName: string,
  code: CallCode,
  caller: Caller | undefined,
): 'debug' | 'info' | 'warn' | 'error' {
  if (code === 'internal') return 'error';
  if (code === 'cancelled' || STREAMS_OF_NODES.test(methodName)) return 'debug';
  if (code === 'ok') return isLook({ name: methodName }) ? 'debug' : 'info';
  // Whoever shows no certificate could fill the disk with refusals.
  if (caller === undefined || caller.kind === 'anonymous') return 'debug';
  return OURS_TO_MEND.includes(rpcStatusOf(code)) ? 'warn' : 'info';
}
