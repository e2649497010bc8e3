/**
 * The task that a slot begins with, or begins again with when nothing holds it any more.
 */
import type { ChangeGroup, Check } from '../../../proto/gen/log.js';
import type { Node, RolloutPart, Task, TaskDesired } from '../../../proto/gen/objects.js';
import { newTask } from '../../../proto/model/new-task.js';
import { create, exists, group, unchanged } from '../../store/rules/change.js';
import { desiredAfter, revisionAfter } from './restart.js';
import { furthest } from './rollout-slot.js';
import { specOfTask, wasGivenUp } from './slots.js';
import type { ServiceContext, Slot } from './slots.js';
import { isPast } from './staying.js';

/** More would make a turn, and the log entry it ends in, too long; the rest follows at once. */
export const MOST_NEW_TASKS = 1000;

/** What the slot was before, where it was anything, and of a job the run. */
export interface FirstTask {
  readonly slot?: Slot | undefined;
  readonly run?: number;
  /** Of a run that this one replaces: what has to stop first. */
  readonly after?: Task | undefined;
}

/** The first task of a slot with a number. */
export function firstInSlot(context: ServiceContext, number: number, parts: FirstTask = {}): ChangeGroup {
  const { run = 0, after } = parts;
  const desired: TaskDesired = after === undefined ? { state: 'running' } : desiredAfter(context, after, 0);
  return first(context, { slot: number, run, desired }, []);
}

/**
 * The first task of a node: what still stops there is waited for, and restarts go on being counted. While a rollout is
 * under way or stands still, a node that comes back gets what it had: a new revision comes with the rollout, in its turn.
 */
export function firstOnNode(
  context: ServiceContext,
  node: Node,
  { slot, run = 0, after }: FirstTask,
): ChangeGroup {
  const { service } = context;
  const tasks = slot?.tasks ?? [];
  // Of several that were told to stop, one that waited for another never ran.
  const stopping = furthest(tasks.filter((task) => !isPast(context, task))) ?? after;
  const before = tasks.findLast(({ desired }) => (desired?.rollout?.lateAtMs ?? 0) === 0);
  const revision =
    before === undefined || context.isSettled ? service.revision : revisionAfter(context, before);
  const start: TaskDesired =
    stopping === undefined ? { state: 'running' } : desiredAfter(context, stopping, 0);
  const newest = tasks.at(-1);
  const restarts = newest?.revision === revision ? newest.desired?.restarts : undefined;
  const rollout = partAfter(context, before, start);
  const desired = { ...start, ...(restarts && { restarts }), ...(rollout && { rollout }) };
  return first(context, { slot: 0, nodeId: node.id, run, revision, desired }, [
    unchanged('node', node, 'spec'),
  ]);
}

// What became of its node says nothing about the revision: the rollout goes on watching the slot.
function partAfter(
  { nowMs }: ServiceContext,
  before: Task | undefined,
  { start }: TaskDesired,
): RolloutPart | undefined {
  const part = before !== undefined && wasGivenUp(before) ? before.desired?.rollout : undefined;
  return part && { ...part, sinceMs: start?.notBeforeMs ?? nowMs, replacesTaskId: '' };
}

type Parts = Pick<Task, 'slot' | 'run'> & {
  readonly nodeId?: string;
  readonly revision?: number;
  readonly desired: TaskDesired;
};

function first(context: ServiceContext, parts: Parts, checks: readonly Check[]): ChangeGroup {
  const { service, nowMs, newId } = context;
  const { revision = service.revision } = parts;
  const spec = specOfTask(context, { serviceId: service.id, revision });
  const ofRun = parts.run === 0 ? [] : [unchanged('service', service, 'runs')];
  return group(
    [create('task', newTask({ id: newId(), service, nowMs, ...parts, revision, spec }))],
    [exists('service', service.id), unchanged('service', service, 'spec'), ...ofRun, ...checks],
  );
}
