/**
 * What a room measures with: counters, histograms, and values that are asked for when somebody looks. Names,
 * labels and meanings stand in metrics.ts; who keeps and shows the numbers is the program's concern. Without
 * a reader nothing is kept: then every room has `noMeter`.
 */
import type { CountedName, LabelsOf, MetricName, SampledName, TimedName } from './metrics.js';

export interface Counter<L> {
  /** Counts one more, or as many as are given. */
  add(labels: L, amount?: number): void;
}

export interface Histogram<L> {
  observe(labels: L, value: number): void;
}

export interface Sample<L> {
  readonly labels: L;
  readonly value: number;
}

export interface Meter {
  /** The same counter for the same name, however often it is asked for. */
  counter<N extends CountedName>(name: N): Counter<LabelsOf<N>>;
  histogram<N extends TimedName>(name: N): Histogram<LabelsOf<N>>;
  /**
   * The value is read when somebody looks, so reading must be quick; nothing is shown while `read` returns
   * nothing. A second reader of the same name takes the place of the first.
   */
  sample<N extends SampledName>(name: N, read: () => readonly Sample<LabelsOf<N>>[]): void;
}

/** A value without labels; undefined is nothing to show. */
export function single(value: number | undefined): readonly Sample<Readonly<Record<never, string>>>[] {
  return value === undefined ? [] : [{ labels: {}, value }];
}

/** Measures nothing. */
export const noMeter: Meter = {
  counter: (_name: MetricName) => ({ add: () => undefined }),
  histogram: (_name: MetricName) => ({ observe: () => undefined }),
  sample: () => undefined,
};
