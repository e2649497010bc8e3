/**
 * Services that need more tasks than one turn makes: that the rest follows at once is said in the decision.
 */
import assert from 'node:assert/strict';
import { MOST_NEW_TASKS } from '../../../control-plane/orchestrator/rules/first-task.js';
import { decideService } from '../../../control-plane/orchestrator/rules/service.js';
import type { NodeInput } from '../../../proto/gen/objects.js';
import { NOW_MS } from './decided.js';
import { batch, SWEEP, type World, world } from './job-kit.js';

const MANY = MOST_NEW_TASKS + 1;
const nodes = (count: number): readonly NodeInput[] =>
  Array.from({ length: count }, (_unused, at) => ({ id: `n${at}` }));
const replicated = (replicas: number): World['mode'] => ({ kind: 'replicated', replicated: { replicas } });
const GLOBAL: World['mode'] = { kind: 'global', global: {} };

describe('a turn', () => {
  const rows: readonly (readonly [string, World, isCutShort: boolean])[] = [
    ['few replicas', { mode: replicated(3) }, false],
    ['very many replicas', { mode: replicated(MANY) }, true],
    ['few nodes', { mode: GLOBAL, nodes: nodes(3) }, false],
    ['very many nodes', { mode: GLOBAL, nodes: nodes(MANY) }, true],
    ['a job of few tasks', { mode: batch(3, 3) }, false],
    ['a job of very many tasks', { mode: batch(MANY, MANY) }, true],
    ['a job on few nodes', { mode: SWEEP, nodes: nodes(3) }, false],
    ['a job on very many nodes', { mode: SWEEP, nodes: nodes(MANY) }, true],
  ];
  for (const [what, parts, isCutShort] of rows)
    it(`${isCutShort ? 'is not enough' : 'is enough'} for ${what}`, async () => {
      let made = 0;
      const decided = decideService(await world(parts), 'service-1', NOW_MS, () => `new-${++made}`);
      assert.deepEqual(
        [decided.groups.length, decided.isCutShort, decided.wakeAtMs],
        [isCutShort ? MOST_NEW_TASKS : 3, isCutShort, undefined],
      );
    });
});
