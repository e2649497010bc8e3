/**
 * What is left on a node that is drained: which tasks, what they do, and what those are doing that take their
 * place. Looks at one state of the tasks; time is draining.ts's.
 */
import type { ListTasksRequestInput, TaskEntry } from '../../../proto/gen/control.js';
import type { Node, Task } from '../../../proto/gen/objects.js';
import { hasEnded, isUnplaced, isWanted, slotName, stateOf } from '../../../proto/model/task.js';
import { taskName } from './task-rows.js';

export interface DrainView {
  /** Tasks that have not ended, by name. */
  readonly left: readonly LeftTask[];
  /** Nobody can say that tasks have ended. */
  readonly isDown: boolean;
}

export interface LeftTask {
  /** "web.1" */
  readonly name: string;
  /** "running", or "stopping" once it was told to. */
  readonly state: string;
  /** "web.1 is pending on no node: no suitable node"; empty when nothing is to take its place. */
  readonly replacement: string;
}

/** The replacements of so many are looked for: services may have very many tasks. */
const MOST_REPLACED = 20;

/** Which tasks take the place of those left of these; undefined when none does. One per node is replaced nowhere. */
export function replacementsOf(onNode: readonly TaskEntry[]): ListTasksRequestInput | undefined {
  const replaced = leftOf(onNode)
    .filter(({ task }) => task.slot > 0)
    .slice(0, MOST_REPLACED);
  if (replaced.length === 0) return undefined;
  return {
    serviceRefs: [...new Set(replaced.map(({ task }) => task.serviceId))],
    names: [...new Set(replaced.map(({ entry, task }) => `${entry.serviceName}.${slotName(task)}.`))],
    desiredStates: ['ready', 'running'],
  };
}

/** Given the tasks of the node, and those that replacementsOf them named. */
export function drainView(
  node: Pick<Node, 'id' | 'status'>,
  onNode: readonly TaskEntry[],
  replacements: readonly TaskEntry[],
): DrainView {
  const left = leftOf(onNode).map(({ entry, task }): LeftTask => {
    const state = isWanted(task) ? stateOf(task) : 'stopping';
    return { name: taskName(entry, true), state, replacement: replacementOf(entry, node.id, replacements) };
  });
  return { left: left.toSorted((a, b) => (a.name < b.name ? -1 : 1)), isDown: node.status?.state === 'down' };
}

interface Left {
  readonly entry: TaskEntry;
  readonly task: Task;
}

function leftOf(onNode: readonly TaskEntry[]): readonly Left[] {
  return onNode.flatMap((entry): Left[] => {
    const { task } = entry;
    return task === undefined || hasEnded(task) || isUnplaced(task) ? [] : [{ entry, task }];
  });
}

function replacementOf({ task }: TaskEntry, nodeId: string, replacements: readonly TaskEntry[]): string {
  const next = replacements.find(
    ({ task: other }) =>
      other !== undefined &&
      other.serviceId === task?.serviceId &&
      other.slot === task.slot &&
      other.placement?.nodeId !== nodeId &&
      isWanted(other) &&
      !hasEnded(other),
  );
  if (next?.task === undefined) return '';
  const error = next.task.status?.error ?? '';
  const where = next.nodeHostname === '' ? '' : ` on ${next.nodeHostname}`;
  return `its replacement${where} is ${stateOf(next.task)}${error === '' ? '' : `: ${error}`}`;
}

/** What is new since the view before, one line each. */
export function drainLines(view: DrainView, before: DrainView | undefined): readonly string[] {
  const overall = overallLine(view);
  const lines = before !== undefined && overallLine(before) === overall ? [] : [overall];
  const said = new Set(before?.left.map(lineOf));
  return [...lines, ...view.left.map(lineOf).filter((line) => !said.has(line))];
}

/** For a sentence: each task that is left, and why. */
export function stillThere(view: DrainView | undefined): string {
  return view === undefined || view.left.length === 0
    ? 'nothing is left'
    : view.left.map(lineOf).join('; ') + (view.isDown ? ' (the node is down)' : '');
}

function overallLine({ left, isDown }: DrainView): string {
  if (left.length === 0) return 'drain: no task is left';
  const down = isDown ? '; the node is down, and cannot say that they have ended' : '';
  return `drain: ${left.length === 1 ? '1 task is' : `${left.length} tasks are`} left${down}`;
}

function lineOf({ name, state, replacement }: LeftTask): string {
  return `${name}: ${state}${replacement === '' ? '' : ` (${replacement})`}`;
}
