/**
 * What is left on a node that is drained: which tasks, what they do, and what those are doing that take their
 * place. Looks at one state of the tasks; time is draining.ts's.
 */
import type { TaskEntry } from '../../../proto/gen/control.js';
import { hasEnded, isUnplaced, isWanted, stateOf } from '../../../proto/model/task.js';
import { taskName } from './task-rows.js';

export interface DrainView {
  /** Tasks that have not ended, by name. */
  readonly left: readonly LeftTask[];
}

export interface LeftTask {
  /** "web.1" */
  readonly name: string;
  /** "running", or "stopping" once it was told to. */
  readonly state: string;
  /** "web.1 is pending on no node: no suitable node"; empty when nothing is to take its place. */
  readonly replacement: string;
}

/** Given the tasks of the node, and all of the services they are of. */
export function drainView(
  nodeId: string,
  onNode: readonly TaskEntry[],
  ofServices: readonly TaskEntry[],
): DrainView {
  const left = onNode.flatMap((entry): LeftTask[] => {
    const { task } = entry;
    if (task === undefined || hasEnded(task) || isUnplaced(task)) return [];
    const state = isWanted(task) ? stateOf(task) : 'stopping';
    return [{ name: taskName(entry, true), state, replacement: replacementOf(entry, nodeId, ofServices) }];
  });
  return { left: left.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
}

function replacementOf({ task }: TaskEntry, nodeId: string, ofServices: readonly TaskEntry[]): string {
  const next = ofServices.find(
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
  return view === undefined || view.left.length === 0 ? 'nothing is left' : view.left.map(lineOf).join('; ');
}

function overallLine({ left }: DrainView): string {
  if (left.length === 0) return 'drain: no task is left';
  return `drain: ${left.length === 1 ? '1 task is' : `${left.length} tasks are`} left`;
}

function lineOf({ name, state, replacement }: LeftTask): string {
  return `${name}: ${state}${replacement === '' ? '' : ` (${replacement})`}`;
}
