/**
 * Which pending tasks are placed together: those of one revision of one service, as they are alike.
 */
import type { ServiceSpec, Task } from '../../../proto/gen/objects.js';
import { failureKey } from './claim.js';

export interface Batch {
  readonly tasks: readonly Task[];
  readonly spec: ServiceSpec;
  /** The task that will have stopped before the one of this batch starts: what it takes is free for it. */
  readonly afterTaskId?: string;
  /** The task that will stop once the one of this batch runs: it does not count when tasks are spread. */
  readonly replacedTaskId?: string;
}

/** Tasks with the same key are placed together. One that takes the place of another has a batch to itself. */
export function batchKey(task: Task): string {
  const key = failureKey(task);
  const isAlone = afterTaskOf(task) !== '' || replacedTaskOf(task) !== '';
  return isAlone ? `${key} ${String(task.slot).padStart(16, '0')} ${task.id}` : key;
}

/** The task that will have stopped before this one starts; empty when there is none. */
export function afterTaskOf(task: Pick<Task, 'desired'> | undefined): string {
  return task?.desired?.start?.afterTaskId ?? '';
}

function replacedTaskOf(task: Task | undefined): string {
  const { rollout, move } = task?.desired ?? {};
  return rollout?.replacesTaskId || move?.replacesTaskId || '';
}

/** Tasks of one revision of one service together, services and slots in order. */
export function batchesOf(
  tasks: Iterable<Task>,
  specOf: (task: Task) => ServiceSpec | undefined,
): readonly Batch[] {
  const tasksByKey = new Map<string, Task[]>();
  for (const task of tasks) {
    const key = batchKey(task);
    const batch = tasksByKey.get(key);
    if (batch === undefined) tasksByKey.set(key, [task]);
    else batch.push(task);
  }
  const batches: Batch[] = [];
  for (const key of [...tasksByKey.keys()].toSorted()) {
    const inBatch = tasksByKey.get(key) ?? [];
    const [first] = inBatch;
    const spec = first && specOf(first);
    if (spec === undefined) continue;
    const tasksInOrder = inBatch.toSorted((a, b) => a.slot - b.slot || (a.id < b.id ? -1 : 1));
    batches.push({
      spec,
      tasks: tasksInOrder,
      afterTaskId: afterTaskOf(first),
      replacedTaskId: replacedTaskOf(first),
    });
  }
  return batches;
}
