/**
 * The fates a power cut may have in store for what a simulated disk has not synced: all of them where
 * there are few, a seeded choice where there are many.
 */
import type { Fate, SimDisk, UnsyncedWrite } from './sim-disk.js';

type Ranges = readonly (readonly [number, number])[];

const ALL_OF = (write: UnsyncedWrite): Ranges => [[0, write.bytes.length]];
const NONE: Ranges = [];
/** Small, so that a write of a test's size has several. */
const SECTOR_BYTES = 32;
const MAX_SUBSET_BITS = 8;

/** A small generator of its own (mulberry32): the same fates for the same seed. */
export function diceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function sectorsOf(write: UnsyncedWrite): [number, number][] {
  if (write.isPreallocation) return [[0, write.bytes.length]];
  const sectors: [number, number][] = [];
  const lead = SECTOR_BYTES - (write.offset % SECTOR_BYTES);
  for (let from = 0, to = lead; from < write.bytes.length; from = to, to += SECTOR_BYTES) {
    sectors.push([from, Math.min(to, write.bytes.length)]);
  }
  return sectors;
}

/** Every cut of the writes in their order: those before it whole, one up to each of its bytes, the rest lost. */
export function* orderedCuts(disk: SimDisk): Generator<Fate['keptRanges']> {
  const writes = disk.unsyncedWrites();
  yield () => NONE;
  for (const [cutAt, cutWrite] of writes.entries()) {
    const step = cutWrite.isPreallocation ? cutWrite.bytes.length : 1;
    for (let keptBytes = step; keptBytes <= cutWrite.bytes.length; keptBytes += step) {
      yield (position, write) => {
        if (position === cutAt) return [[0, keptBytes]];
        return position < cutAt ? ALL_OF(write) : NONE;
      };
    }
  }
}

/** Sectors reach the disk in any order: every subset if there are few, else `sampleCount` of them. */
export function* sectorSubsets(
  disk: SimDisk,
  dice: () => number,
  sampleCount: number,
): Generator<Fate['keptRanges']> {
  const sectors = disk.unsyncedWrites().map(sectorsOf);
  const bits = sectors.flat().length;
  const isFew = bits <= MAX_SUBSET_BITS;
  for (let subset = 0; subset < (isFew ? 2 ** bits : sampleCount); subset++) {
    const kept = sectors.flat().map((_, bit) => (isFew ? (subset >> bit) % 2 === 1 : dice() < 0.5));
    const starts = sectors.map((_, write) => sectors.slice(0, write).flat().length);
    yield (position) =>
      (sectors[position] ?? []).filter((_, at) => kept[(starts[position] ?? 0) + at] === true);
  }
}

/** Every way in which the unsynced names may survive. */
export function* nameSubsets(disk: SimDisk): Generator<Fate['keepsName']> {
  for (let subset = 0; subset < 2 ** disk.unsyncedNameCount(); subset++) {
    yield (position) => (subset >> position) % 2 === 1;
  }
}

/** One power cut, drawn by the dice. */
export function drawnFate(disk: SimDisk, dice: () => number): Fate {
  const choices = dice() < 0.5 ? [...sectorSubsets(disk, dice, 1)] : [...orderedCuts(disk)];
  const keptRanges = choices[Math.floor(dice() * choices.length)] ?? (() => NONE);
  return { keepsName: () => dice() < 0.5, keptRanges };
}
