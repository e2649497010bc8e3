/**
 * When to look again at which service, though nothing should change until then. A clock that was set back must not
 * make a wait long: within a minute that is noticed, and all are due, as the rules know which of their instants
 * still hold. What is done then is for the caller.
 */
import { isAhead } from './rules/instants.js';

/** A timer knows nothing of a clock that is set: how soon that is noticed. */
const LONGEST_WAIT_MS = 60_000;

export class Alarms {
  readonly #atMsByServiceId = new Map<string, number>();
  #lastNowMs = Number.NEGATIVE_INFINITY;

  /** Forgets what the service asked for before; with undefined it asks for nothing. */
  set(serviceId: string, atMs: number | undefined): void {
    if (atMs === undefined) this.#atMsByServiceId.delete(serviceId);
    else this.#atMsByServiceId.set(serviceId, atMs);
  }

  clear(): void {
    this.#atMsByServiceId.clear();
  }

  /** Takes out the services whose instant has come; all of them when the clock was set back since the last call. */
  take(nowMs: number): readonly string[] {
    const wasSetBack = isAhead(this.#lastNowMs, nowMs);
    this.#lastNowMs = nowMs;
    const due: string[] = [];
    for (const [serviceId, atMs] of this.#atMsByServiceId)
      if (wasSetBack || atMs <= nowMs) due.push(serviceId);
    for (const serviceId of due) this.#atMsByServiceId.delete(serviceId);
    return due;
  }

  /** When to call take() again; undefined when no service asked for anything. */
  nextMs(nowMs: number): number | undefined {
    if (this.#atMsByServiceId.size === 0) return undefined;
    let nextMs = nowMs + LONGEST_WAIT_MS;
    for (const atMs of this.#atMsByServiceId.values()) nextMs = Math.min(nextMs, atMs);
    return nextMs;
  }
}
