/**
 * The durable log against power cuts: at every operation of a workload, every way in which the unsynced
 * writes and names may survive, the log that opens is one that its calls led to, acknowledged ones included.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type Log, openLog } from 'raft-ts/wal-file.js';
import { type LogCall, LogModel, SEGMENT_BYTES } from '../kit/log-model.js';
import { diceFrom, drawnFate, nameSubsets, orderedCuts, sectorSubsets } from '../kit/power-cuts.js';
import { SimDisk } from '../kit/sim-disk.js';

const DIRECTORY = '/log';

const openAt = (disk: SimDisk) => openLog({ directory: DIRECTORY, segmentBytes: SEGMENT_BYTES }, { disk });

interface Moment {
  readonly image: SimDisk;
  readonly acknowledged: number;
  readonly made: number;
  readonly operation: string;
}

/** Runs the work and keeps each moment at which a power cut would find something unsynced. */
async function momentsOf(disk: SimDisk, model: LogModel, work: () => Promise<void>): Promise<Moment[]> {
  const moments: Moment[] = [];
  disk.onOperation = (operation, file) => {
    if (operation === 'read' || operation === 'list') return;
    const { acknowledged, made } = model;
    moments.push({ image: disk.image(), acknowledged, made, operation: `${operation} ${file}` });
  };
  await work();
  disk.onOperation = undefined;
  return moments;
}

/** A short life: groups of calls in flight together, new terms, cuts, snapshots with compaction, small segments. */
const SHORT_LIFE: readonly (readonly LogCall[])[] = [
  [{ kind: 'new-term' }, { kind: 'entries', count: 2, payloadBytes: 9 }],
  [
    { kind: 'entries', count: 1, payloadBytes: 40 },
    { kind: 'entries', count: 1, payloadBytes: 0 },
  ],
  [{ kind: 'overwrite', count: 2 }, { kind: 'new-term' }],
  [{ kind: 'entries', count: 2, payloadBytes: 60 }],
  [{ kind: 'cut', count: 1 }],
  [
    { kind: 'entries', count: 1, payloadBytes: 80 },
    { kind: 'entries', count: 1, payloadBytes: 80 },
  ],
  [{ kind: 'snapshot', behind: 1 }],
  [{ kind: 'entries', count: 2, payloadBytes: 90 }],
  [
    { kind: 'snapshot', behind: 0 },
    { kind: 'entries', count: 1, payloadBytes: 30 },
  ],
  [{ kind: 'install', ahead: 3 }],
  [{ kind: 'new-term' }, { kind: 'entries', count: 2, payloadBytes: 50 }],
];

async function live(log: Log, model: LogModel, groups: readonly (readonly LogCall[])[]): Promise<void> {
  for (const group of groups) {
    await Promise.all(group.map((call) => model.make(call, log)));
    await log.compact(log.snapshot.index);
  }
}

async function shortLife(): Promise<{ disk: SimDisk; model: LogModel; moments: Moment[] }> {
  const [disk, model] = [new SimDisk(), new LogModel()];
  const moments = await momentsOf(disk, model, async () => {
    const { log } = await openAt(disk);
    await live(log, model, SHORT_LIFE);
    await log.close();
  });
  return { disk, model, moments };
}

async function checkEveryCut(model: LogModel, moment: Moment): Promise<number> {
  const dice = diceFrom(moment.made);
  let cuts = 0;
  for (const keepsName of nameSubsets(moment.image)) {
    for (const choices of [orderedCuts(moment.image), sectorSubsets(moment.image, dice, 60)]) {
      for (const keptRanges of choices) {
        const left = moment.image.afterPowerCut({ keepsName, keptRanges });
        await model.recover(left, DIRECTORY, moment).catch((error: unknown) => {
          throw new Error(`cut ${cuts} before ${moment.operation}, after ${moment.made} calls`, {
            cause: error,
          });
        });
        cuts++;
      }
    }
  }
  return cuts;
}

describe('the log after a power cut', function () {
  this.timeout(120_000);

  it('holds what was acknowledged and nothing half, whatever the cut left of the last writes', async () => {
    const { model, moments } = await shortLife();
    let cuts = 0;
    for (const moment of moments) cuts += await checkEveryCut(model, moment);
    assert.ok(cuts > 3000, `only ${cuts} cuts were tried`);
  });

  it('is the same log when recovery itself is cut off, at every one of its operations', async () => {
    const { model, moments } = await shortLife();
    let interrupted = 0;
    for (const moment of moments.filter((_, at) => at % 3 === 0)) {
      const dice = diceFrom(moment.made + 7);
      const left = moment.image.afterPowerCut(drawnFate(moment.image, dice));
      const inside = await momentsOf(left, model, async () => {
        await openAt(left);
      });
      for (const { image } of inside) {
        await model.recover(image.afterPowerCut(drawnFate(image, dice)), DIRECTORY, moment);
        interrupted++;
      }
    }
    assert.ok(interrupted > 50, `only ${interrupted} interruptions were tried`);
  });

  it('can be gone on with, through any life and any number of cuts', async () => {
    const call: fc.Arbitrary<LogCall> = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          kind: fc.constant('entries' as const),
          count: fc.integer({ min: 1, max: 3 }),
          payloadBytes: fc.integer({ min: 0, max: 70 }),
        }),
      },
      { weight: 1, arbitrary: fc.constant<LogCall>({ kind: 'new-term' }) },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constantFrom('cut' as const, 'overwrite' as const),
          count: fc.integer({ min: 1, max: 4 }),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('snapshot' as const),
          behind: fc.integer({ min: 0, max: 3 }),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('install' as const),
          ahead: fc.integer({ min: 0, max: 3 }),
        }),
      },
    );
    const group = fc.array(call, { minLength: 1, maxLength: 5 });
    const round = fc.record({
      groups: fc.array(group, { minLength: 1, maxLength: 6 }),
      seed: fc.nat(),
      cutAt: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 5 }), async (rounds) => {
        let disk = new SimDisk();
        let model = new LogModel();
        let { log } = await openAt(disk);
        for (const { groups, seed, cutAt } of rounds) {
          const [running, runningModel] = [log, model];
          const moments = await momentsOf(disk, model, () => live(running, runningModel, groups));
          const moment = moments[cutAt % Math.max(moments.length, 1)];
          if (moment === undefined) continue;
          await running.close();
          disk = moment.image.afterPowerCut(drawnFate(moment.image, diceFrom(seed)));
          ({ log, model } = await model.recover(disk, DIRECTORY, moment));
        }
      }),
      { numRuns: 400 },
    );
  });
});
