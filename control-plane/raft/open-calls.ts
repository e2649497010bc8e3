/**
 * Proposals and barriers from the call to the end of their promise. Owns how much may wait for the disk, and what
 * the outcomes are called.
 */
import type { Settle } from './node-effects.js';
import { errorOf } from './outcome-error.js';
import { ReplicatorError } from './replicator.js';

export interface CallLimits {
  readonly maxEntryBytes: number;
  readonly maxPendingBytes: number;
}

export interface OpenCallsModules {
  readonly selfId: number;
  readonly nameOf: (id: number) => string | null;
}

/** What a waiting proposal takes besides its bytes, so that empty ones are bounded as well. */
const PROPOSAL_COST_BYTES = 64;

export class OpenCalls {
  readonly #limits: CallLimits;
  readonly #modules: OpenCallsModules;
  #pendingBytes = 0;
  #count = 0;

  constructor(limits: CallLimits, modules: OpenCallsModules) {
    this.#limits = limits;
    this.#modules = modules;
  }

  get isNone(): boolean {
    return this.#count === 0;
  }

  propose(lengthBytes: number, ask: (settle: Settle) => void): Promise<number> {
    const { maxEntryBytes, maxPendingBytes } = this.#limits;
    if (lengthBytes > maxEntryBytes) {
      const what = `an entry of ${lengthBytes} bytes; the limit is ${maxEntryBytes}`;
      return Promise.reject(new ReplicatorError('too-large', what));
    }
    if (this.#pendingBytes > 0 && this.#pendingBytes + lengthBytes > maxPendingBytes) {
      const what = `${this.#pendingBytes} bytes are waiting for the disk`;
      return Promise.reject(new ReplicatorError('overloaded', what));
    }
    return this.#promised(lengthBytes + PROPOSAL_COST_BYTES, ask);
  }

  barrier(ask: (settle: Settle) => void): Promise<number> {
    return this.#promised(0, ask);
  }

  #promised(costBytes: number, ask: (settle: Settle) => void): Promise<number> {
    this.#pendingBytes += costBytes;
    this.#count++;
    const { selfId, nameOf } = this.#modules;
    return new Promise<number>((resolve, reject) => {
      ask((outcome) => {
        this.#pendingBytes -= costBytes;
        this.#count--;
        if (outcome.kind === 'applied') resolve(outcome.index);
        else reject(errorOf(outcome, selfId, nameOf));
      });
    });
  }
}
