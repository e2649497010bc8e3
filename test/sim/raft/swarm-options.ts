/**
 * What kind of days a run has: each seed draws its own mix of faults and its own sizes, some seeds no fault at all
 * and some a single kind, since a mix hides what one kind alone would show. All is drawn, and then what is off is
 * taken out: to switch one kind off changes nothing else.
 */
import type { DiskOptions } from './log-disk.js';
import type { NetworkOptions } from './network.js';
import { Dice } from './prng.js';

export const FAULT_KINDS = [
  'loss',
  'duplicates',
  'delay',
  'reorder',
  'capacity',
  'clog',
  'damage',
  'partition',
  'crash',
  'crash-inside',
  'slow-disk',
  'full-disk',
  'failing-sync',
  'lost-disk',
  'drift',
  'pause',
  'jump',
  'membership',
  'transfer',
  'snapshots',
  'broken-snapshots',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** Of a kind of fault that comes, stays a while, and goes. */
export interface Spell {
  readonly meanUntilUs: number;
  readonly meanForUs: number;
}

export interface RunOptions {
  readonly seed: number;
  readonly eventCount: number;
  readonly faults: ReadonlySet<FaultKind>;
  readonly memberCount: number;
  readonly clientCount: number;
  readonly meanThinkUs: number;
  readonly tickUs: number;
  readonly electionTicks: number;
  readonly heartbeatTicks: number;
  readonly network: NetworkOptions;
  readonly disk: DiskOptions;
  readonly partition: Spell;
  readonly crash: Spell;
  /** Chance that one effect of a node is the last thing that its process does. */
  readonly crashInsideRate: number;
  readonly fullDisk: Spell;
  readonly meanUntilLostDiskUs: number;
  /** Ticks per tick of the true clock, lowest and highest of the members. */
  readonly slowestClock: number;
  readonly fastestClock: number;
  readonly pause: Spell;
  readonly meanUntilJumpUs: number;
  readonly meanUntilChurnUs: number;
  readonly meanUntilTransferUs: number;
  readonly snapshotAfterEntries: number;
  readonly keptEntries: number;
  readonly brokenSnapshotRate: number;
  readonly maxMessageBytes: number;
  readonly maxInflightMessages: number;
  readonly maxApplyBytes: number;
}

const NEVER = Number.MAX_SAFE_INTEGER;
const TICK_US = 10_000;

function drawFaults(dice: Dice): Set<FaultKind> {
  const kindOfDay = dice.fraction();
  if (kindOfDay < 0.06) return new Set();
  if (kindOfDay < 0.3) return new Set([dice.pick(FAULT_KINDS)]);
  const share = dice.pick([0.15, 0.3, 0.6]);
  return new Set(FAULT_KINDS.filter(() => dice.chance(share)));
}

/** Its sizes are in election timeouts. */
const spell = (
  dice: Dice,
  timeoutUs: number,
  until: readonly number[],
  during: readonly number[],
): Spell => ({
  meanUntilUs: dice.pick(until) * timeoutUs,
  meanForUs: dice.pick(during) * timeoutUs,
});

/** With all faults on, whatever they are. */
function drawSizes(dice: Dice): Omit<RunOptions, 'seed' | 'eventCount' | 'faults'> {
  const electionTicks = dice.pick([5, 10, 10, 20]);
  const timeoutUs = electionTicks * TICK_US;
  return {
    memberCount: dice.pick([1, 2, 3, 3, 3, 4, 5, 5, 7]),
    clientCount: dice.between(2, 12),
    meanThinkUs: dice.pick([0.1, 0.5, 2]) * TICK_US,
    tickUs: TICK_US,
    electionTicks,
    heartbeatTicks: dice.between(1, electionTicks === 5 ? 2 : 4),
    network: {
      lossRate: dice.pick([0.01, 0.05, 0.15, 0.3]),
      duplicateRate: dice.pick([0.02, 0.1, 0.5]),
      damageRate: dice.pick([0.01, 0.05, 0.2]),
      minDelayUs: dice.pick([0, 0, 1, 2]) * TICK_US,
      // With the longest a cluster hardly keeps a leader.
      meanDelayUs: dice.pick([0.02, 0.1, 0.3]) * electionTicks * TICK_US,
      isReordering: true,
      capacity: dice.between(2, 20),
      clogRate: dice.pick([0.001, 0.005]),
      meanClogUs: dice.between(5, 50) * TICK_US,
    },
    disk: {
      minWriteUs: 0,
      meanWriteUs: dice.pick([0.05, 0.2, 1]) * electionTicks * TICK_US,
      failRate: dice.pick([0.0005, 0.003]),
      meanSnapshotUs: dice.between(1, 20) * TICK_US,
    },
    partition: spell(dice, timeoutUs, [2, 6, 20], [1, 3, 8]),
    crash: spell(dice, timeoutUs, [2, 8, 30], [0.2, 1, 5]),
    crashInsideRate: dice.pick([0.0003, 0.001, 0.004]),
    fullDisk: spell(dice, timeoutUs, [5, 20], [1, 8]),
    meanUntilLostDiskUs: 400 * TICK_US,
    slowestClock: dice.pick([0.5, 0.8, 0.95]),
    fastestClock: dice.pick([1.05, 1.3, 2]),
    pause: spell(dice, timeoutUs, [3, 10, 30], [0.5, 2, 6]),
    meanUntilJumpUs: dice.between(50, 300) * TICK_US,
    meanUntilChurnUs: dice.pick([0.5, 2, 8]) * timeoutUs,
    meanUntilTransferUs: dice.pick([1, 4, 15]) * timeoutUs,
    snapshotAfterEntries: dice.pick([3, 10, 40]),
    keptEntries: dice.pick([0, 5, 30]),
    brokenSnapshotRate: dice.pick([0.1, 0.5]),
    // With 0, one entry goes in each message, or is applied at a time.
    maxMessageBytes: dice.pick([0, 0, 100, 1_000, 64 * 1024]),
    maxInflightMessages: dice.pick([1, 4, 64, 256]),
    maxApplyBytes: dice.pick([0, 200, 64 * 1024]),
  };
}

const CALM_NETWORK: NetworkOptions = {
  lossRate: 0,
  duplicateRate: 0,
  damageRate: 0,
  minDelayUs: 500,
  meanDelayUs: 500,
  isReordering: false,
  capacity: NEVER,
  clogRate: 0,
  meanClogUs: 0,
};
const CALM_DISK: DiskOptions = { minWriteUs: 200, meanWriteUs: 500, failRate: 0, meanSnapshotUs: 2_000 };
const NO_SPELL: Spell = { meanUntilUs: NEVER, meanForUs: 1 };

/** The same without the faults that are not on. */
function without(drawn: RunOptions): RunOptions {
  const has = (kind: FaultKind): boolean => drawn.faults.has(kind);
  const { network, disk } = drawn;
  return {
    ...drawn,
    network: {
      lossRate: has('loss') ? network.lossRate : 0,
      duplicateRate: has('duplicates') ? network.duplicateRate : 0,
      damageRate: has('damage') ? network.damageRate : 0,
      minDelayUs: has('delay') ? network.minDelayUs : CALM_NETWORK.minDelayUs,
      meanDelayUs: has('delay') ? network.meanDelayUs : CALM_NETWORK.meanDelayUs,
      isReordering: has('reorder'),
      capacity: has('capacity') ? network.capacity : NEVER,
      clogRate: has('clog') ? network.clogRate : 0,
      meanClogUs: network.meanClogUs,
    },
    disk: {
      ...(has('slow-disk') ? disk : CALM_DISK),
      failRate: has('failing-sync') ? disk.failRate : 0,
    },
    partition: has('partition') ? drawn.partition : NO_SPELL,
    crash: has('crash') ? drawn.crash : { ...drawn.crash, meanUntilUs: NEVER },
    crashInsideRate: has('crash-inside') ? drawn.crashInsideRate : 0,
    fullDisk: has('full-disk') ? drawn.fullDisk : NO_SPELL,
    meanUntilLostDiskUs: has('lost-disk') ? drawn.meanUntilLostDiskUs : NEVER,
    slowestClock: has('drift') ? drawn.slowestClock : 1,
    fastestClock: has('drift') ? drawn.fastestClock : 1,
    pause: has('pause') ? drawn.pause : NO_SPELL,
    meanUntilJumpUs: has('jump') ? drawn.meanUntilJumpUs : NEVER,
    meanUntilChurnUs: has('membership') ? drawn.meanUntilChurnUs : NEVER,
    meanUntilTransferUs: has('transfer') ? drawn.meanUntilTransferUs : NEVER,
    snapshotAfterEntries: has('snapshots') ? drawn.snapshotAfterEntries : 1_000,
    brokenSnapshotRate: has('broken-snapshots') ? drawn.brokenSnapshotRate : 0,
  };
}

export function drawOptions(seed: number, eventCount: number): RunOptions {
  const dice = new Dice(seed, 'options');
  const faults = drawFaults(dice);
  return without({ seed, eventCount, faults, ...drawSizes(dice) });
}

/** As this seed draws it, with these faults only. */
export function optionsWith(seed: number, eventCount: number, faults: ReadonlySet<FaultKind>): RunOptions {
  const dice = new Dice(seed, 'options');
  drawFaults(dice);
  return without({ seed, eventCount, faults, ...drawSizes(dice) });
}

/** The same cluster once everything is mended. */
export const healed = (options: RunOptions): RunOptions => without({ ...options, faults: new Set() });
