/**
 * What the failover benchmark compares: a control plane with three managers on the hosts of a lab, of which one is
 * broken and mended again. Owns how long it takes until a write is acknowledged; the sides know how to write.
 */
import { setMaxListeners } from 'node:events';
import type { LabHost } from '../lab/host.js';

export const FAULTS = ['kill', 'freeze', 'cut'] as const;

/** The leader's processes are killed (-9), or frozen (SIGSTOP), or its host loses its cable. */
export type Fault = (typeof FAULTS)[number];

export interface FailoverSide {
  readonly name: 'ours' | 'peer';
  /** Between the starts of two writes. */
  readonly paceMs: number;
  /** Starts it; returns when there are three managers in sync. */
  open(): Promise<void>;
  /** Nothing of it runs any more. */
  close(): Promise<void>;
  leader(): Promise<LabHost>;
  /** One change of the cluster's state, new each time, asked of this manager; resolves when it is acknowledged. */
  write(through: LabHost, signal: AbortSignal): Promise<void>;
  /** Resolves when it is in force. */
  break(leader: LabHost, fault: Fault): Promise<void>;
  mend(host: LabHost, fault: Fault): Promise<void>;
  /** Waits until all three vote, hear one another and take writes; what was written is removed. */
  settle(): Promise<void>;
}

const GIVE_UP_MS = 90_000;

/**
 * Milliseconds from the moment the fault is ordered to the first acknowledged write through another manager; only
 * writes that began when the fault was in force count. A write begins at a steady pace, whether or not the ones
 * before were answered, so that no client's patience is part of the figure.
 */
export async function timeToNextWrite(
  side: FailoverSide,
  leader: LabHost,
  others: readonly LabHost[],
  fault: Fault,
): Promise<number> {
  const startedMs = performance.now();
  await side.break(leader, fault);
  const stop = new AbortController();
  setMaxListeners(0, stop.signal); // Every write listens.
  try {
    return (await firstAcknowledged(side, others, stop.signal)) - startedMs;
  } finally {
    stop.abort();
  }
}

async function firstAcknowledged(
  side: FailoverSide,
  managers: readonly LabHost[],
  signal: AbortSignal,
): Promise<number> {
  return await new Promise((resolve, reject) => {
    let lastError: unknown;
    let count = 0;
    const begin = (): void => {
      const manager = managers[count++ % managers.length];
      if (manager === undefined) return;
      side.write(manager, signal).then(
        () => resolve(performance.now()),
        (error: unknown) => (lastError = error),
      );
    };
    const pace = setInterval(begin, side.paceMs);
    begin();
    const giveUp = setTimeout(() => {
      reject(new Error(`no write within ${GIVE_UP_MS / 1000} s`, { cause: lastError }));
    }, GIVE_UP_MS);
    const end = (): void => {
      clearInterval(pace);
      clearTimeout(giveUp);
    };
    signal.addEventListener('abort', end, { once: true });
  });
}
