/**
 * A reading of logs that breaks off goes on where it was.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { LogResume } from '../../../cli/swarmctl/rules/log-resume.js';
import { LogOptionsCodec } from '../../../proto/gen/dispatcher.js';

interface Line {
  readonly taskId: string;
  readonly atMs: number;
  readonly text: string;
}

const OPTIONS = LogOptionsCodec.create({ tail: -1, follow: true });
const LAST = LogOptionsCodec.create({ tail: 100, follow: true });

/** Lines of two tasks; within a task instants never fall, and often repeat. */
const linesOf: fc.Arbitrary<readonly Line[]> = fc
  .array(fc.tuple(fc.constantFrom('a', 'b'), fc.nat(2)), { maxLength: 30 })
  .map((steps) => {
    const now: Record<string, number> = { a: 1, b: 1 };
    return steps.map(([taskId, step], at) => {
      const atMs = (now[taskId] ?? 0) + step;
      now[taskId] = atMs;
      return { taskId, atMs, text: `${taskId}${at}` };
    });
  });

describe('a reading of logs', () => {
  it("that broke off anywhere, and again, shows every line once and in its task's order", () => {
    fc.assert(
      fc.property(linesOf, fc.array(fc.nat(30), { maxLength: 3 }), (lines, cuts) => {
        const resume = new LogResume();
        const shown: Line[] = [];
        for (const cut of [...cuts, lines.length]) {
          const { sinceMs } = resume.again(OPTIONS);
          const answered = lines.filter(({ atMs }) => atMs >= sinceMs);
          for (const line of answered.slice(0, cut)) if (resume.isNew(line)) shown.push(line);
        }
        for (const taskId of ['a', 'b']) {
          const of = (all: readonly Line[]): readonly string[] =>
            all.filter((line) => line.taskId === taskId).map(({ text }) => text);
          assert.deepEqual(of(shown), of(lines));
        }
      }),
    );
  });

  it('of the last lines asks for them until it has seen one, and then for all from there', () => {
    const resume = new LogResume();
    assert.deepEqual(resume.again(LAST), LAST);
    resume.isNew({ taskId: 'a', atMs: 50 });
    resume.isNew({ taskId: 'b', atMs: 40 });
    assert.deepEqual(resume.again(LAST), { ...LAST, tail: -1, sinceMs: 40 });
    assert.equal(resume.again({ ...LAST, sinceMs: 45 }).sinceMs, 45);
  });
});
