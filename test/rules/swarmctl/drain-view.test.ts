/**
 * What is said of a node that is being drained.
 */
import assert from 'node:assert/strict';
import { drainLines, drainView, replacementsOf, stillThere } from '../../../cli/swarmctl/rules/drain-view.js';
import { type TaskEntry, TaskEntryCodec } from '../../../proto/gen/control.js';
import type { TaskInput } from '../../../proto/gen/objects.js';
import { aNode, aTask } from '../../kit/builders.js';

const entry = (task: TaskInput, nodeHostname = ''): TaskEntry =>
  TaskEntryCodec.create({ task: aTask(task), serviceName: 'web', nodeHostname });

const node = aNode({ id: 'n1' });
const on1 = { placement: { nodeId: 'n1' } };
const runs = entry({ id: 'a', slot: 1, ...on1 });
const stops = entry({ id: 'b', slot: 2, ...on1, desired: { state: 'shutdown' } });
const over = entry({
  id: 'c',
  slot: 3,
  ...on1,
  status: { state: 'shutdown' },
  desired: { state: 'shutdown' },
});
const pending = entry({
  id: 'd',
  slot: 1,
  placement: { nodeId: '' },
  status: { state: 'pending', error: 'no suitable node (insufficient resources on 2 nodes)' },
});
const starting = entry(
  { id: 'e', slot: 2, placement: { nodeId: 'n2' }, status: { state: 'starting' } },
  'host2',
);

describe('a node that is drained', () => {
  const view = drainView(node, [stops, runs, over], [stops, runs, over, pending, starting]);

  it('has left what has not ended, and each says what takes its place', () => {
    assert.deepEqual(drainLines(view, undefined), [
      'drain: 2 tasks are left',
      'web.1: running (its replacement is pending: no suitable node (insufficient resources on 2 nodes))',
      'web.2: stopping (its replacement on host2 is starting)',
    ]);
    assert.match(stillThere(view), /^web\.1: running \(.*\); web\.2: stopping \(.*\)$/);
  });

  it('says only what is new', () => {
    assert.deepEqual(drainLines(view, view), []);
    const next = drainView(node, [runs, over], [runs, over]);
    assert.deepEqual(drainLines(next, view), ['drain: 1 task is left', 'web.1: running']);
    assert.deepEqual(drainLines(drainView(node, [over], [over]), next), ['drain: no task is left']);
  });

  it('has replacements of the same slots, and only those are asked for', () => {
    const perNode = entry({ id: 'f', slot: 0, ...on1 });
    assert.deepEqual(replacementsOf([stops, runs, over, perNode]), {
      serviceRefs: ['service-1'],
      names: ['web.2.', 'web.1.'],
      desiredStates: ['ready', 'running'],
    });
    assert.equal(replacementsOf([over, perNode]), undefined);
    const many = Array.from({ length: 50 }, (_unused, at) => entry({ id: `m${at}`, slot: at + 1, ...on1 }));
    assert.equal(replacementsOf(many)?.names?.length, 20);
  });

  it('that is down says so, until nothing is left', () => {
    const down = aNode({ id: 'n1', status: { state: 'down' } });
    const view = drainView(down, [runs], []);
    const line = 'drain: 1 task is left; the node is down, and cannot say that they have ended';
    assert.deepEqual(drainLines(view, drainView(node, [runs], [])), [line]);
    assert.match(stillThere(view), /the node is down/);
    assert.deepEqual(drainLines(drainView(down, [over], []), view), ['drain: no task is left']);
  });
});
