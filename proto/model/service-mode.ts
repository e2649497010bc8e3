/**
 * What the four modes of a service have in common, and what sets them apart: whether its tasks run on, or
 * come to an end; whether their number is given, or is that of the nodes.
 */
import type { ServiceSpec, Task } from '../gen/objects.js';

type WithMode = Pick<ServiceSpec, 'mode'>;

/** Tasks that a replicated service should have; 0 for every other mode. */
export function replicasOf(spec: WithMode | undefined): number {
  return spec?.mode?.kind === 'replicated' ? spec.mode.replicated.replicas : 0;
}

/** The number of slots that the spec names: replicas, or completions; undefined where the nodes are counted. */
export function slotCountOf(spec: WithMode | undefined): number | undefined {
  const mode = spec?.mode;
  if (mode?.kind === 'replicated') return mode.replicated.replicas;
  return mode?.kind === 'replicatedJob' ? mode.replicatedJob.totalCompletions : undefined;
}

/** Whether its tasks are meant to come to an end. */
export function isJob(spec: WithMode | undefined): boolean {
  const kind = spec?.mode?.kind;
  return kind === 'replicatedJob' || kind === 'globalJob';
}

/** Whether it has a task on each node that will do, rather than in slots with numbers. */
export function isPerNode(spec: WithMode | undefined): boolean {
  const kind = spec?.mode?.kind;
  return kind === 'global' || kind === 'globalJob';
}

/** The modes as users write them. */
export const SERVICE_MODES = ['replicated', 'global', 'replicated-job', 'global-job'] as const;

export type ModeName = (typeof SERVICE_MODES)[number];

export function modeName(spec: WithMode | undefined): ModeName {
  switch (spec?.mode?.kind) {
    case 'global':
      return 'global';
    case 'replicatedJob':
      return 'replicated-job';
    case 'globalJob':
      return 'global-job';
    default:
      return 'replicated';
  }
}

/** Whether the node was chosen when the task was made: the scheduler only says whether it will do. */
export function isPreassigned(task: Pick<Task, 'slot' | 'placement'>): boolean {
  return task.slot === 0 && (task.placement?.nodeId ?? '') !== '';
}
