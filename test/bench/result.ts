/**
 * What a benchmark says, in numbers and in lines: the line format, the median, and which lines of an earlier
 * run stay in the results file. Pure; measuring is for the benchmarks, printing and keeping for main.ts.
 */
import { invariant } from '../../proto/base/invariant.js';

/** What was measured of one case: the median of its rounds. */
export interface CaseResult {
  readonly caseName: string;
  readonly ours: number;
  /** The same of whom we are compared with; left out where there is none. */
  readonly peer?: number | undefined;
  /** The peer was measured once, on another machine of this kind, and not now. */
  readonly isPeerRecorded?: boolean | undefined;
  readonly unit: string;
}

export interface Benchmark {
  readonly name: string;
  /** Every case that run() yields a result of, each once. */
  readonly caseNames: readonly string[];
  /** Throws when it could not be measured, or when what was measured did not do its work. */
  readonly run: () => AsyncIterable<CaseResult | Note>;
}

/** A sentence that belongs to the figures, and is kept with them. */
export interface Note {
  readonly note: string;
}

export const noteLineOf = (benchmarkName: string, { note }: Note): string =>
  `bench ${benchmarkName} note: ${note}`;

export function lineOf(benchmarkName: string, result: CaseResult): string {
  const { caseName, ours, peer, isPeerRecorded = false, unit } = result;
  // Of nothing, as of look-ups that were lost, nothing is a multiple.
  const ratio = peer === undefined || peer === 0 ? '-' : numberText(ours / peer);
  const peerText = peer === undefined ? '-' : numberText(peer);
  const figures = `ours=${numberText(ours)} peer=${peerText} ratio=${ratio} unit=${unit}`;
  return `bench ${benchmarkName} ${caseName} ${figures}${isPeerRecorded ? ' recorded' : ''}`;
}

/** Whole from a thousand on, four digits below: more than that is noise. */
function numberText(value: number): string {
  invariant(Number.isFinite(value) && value >= 0, `${value} is no measurement`);
  return value >= 1000 ? value.toFixed(0) : String(Number(value.toPrecision(4)));
}

export function median(values: readonly number[]): number {
  invariant(values.length > 0, 'there is no median of nothing');
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  return (low + high) / 2;
}

/** By nearest rank: a value that was really measured, and at least so many of a hundred are not above it. */
export function percentile(values: readonly number[], percent: number): number {
  invariant(values.length > 0, 'there is no percentile of nothing');
  const sorted = Float64Array.from(values).toSorted();
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** The kept lines once this benchmark has run: the others' stay, its own are the new ones, failed or not. */
export function keptLines(
  kept: readonly string[],
  benchmarkName: string,
  lines: readonly string[],
): readonly string[] {
  const isOthers = (line: string): boolean => line !== '' && !line.startsWith(`bench ${benchmarkName} `);
  return [...kept.filter(isOthers), ...lines];
}
