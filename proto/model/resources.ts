/**
 * Arithmetic of reservable resources: processor time and memory.
 */
import type { Node, Resources, TaskSpec } from '../gen/objects.js';

export type Amounts = Pick<Resources, 'nanoCpus' | 'memoryBytes'>;

export const NOTHING: Amounts = { nanoCpus: 0, memoryBytes: 0 };

export function add(a: Amounts, b: Amounts): Amounts {
  return { nanoCpus: a.nanoCpus + b.nanoCpus, memoryBytes: a.memoryBytes + b.memoryBytes };
}

export function subtract(a: Amounts, b: Amounts): Amounts {
  return { nanoCpus: a.nanoCpus - b.nanoCpus, memoryBytes: a.memoryBytes - b.memoryBytes };
}

/** Whether what is wanted fits into what is free; wanting none of a kind always fits. */
export function fits(wanted: Amounts, free: Amounts): boolean {
  return (
    (wanted.nanoCpus === 0 || wanted.nanoCpus <= free.nanoCpus) &&
    (wanted.memoryBytes === 0 || wanted.memoryBytes <= free.memoryBytes)
  );
}

export function isNothing(amounts: Amounts): boolean {
  return amounts.nanoCpus === 0 && amounts.memoryBytes === 0;
}

/** What a task of this spec sets aside on its node. */
export function reservationOf(spec: TaskSpec | undefined): Amounts {
  return spec?.resources?.reservations ?? NOTHING;
}

/** What the node has altogether; nothing while it has not described itself. */
export function capacityOf(node: Node): Amounts {
  return node.description?.resources ?? NOTHING;
}
