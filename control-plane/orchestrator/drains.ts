/**
 * What the orchestrator must hear of traffic before it stops a task. Whoever talks with the agents knows it, and
 * the manager joins the two.
 */
import type { Task } from '../../proto/gen/objects.js';
import type { ClusterView } from '../store/rules/view.js';
import { ALWAYS_CLEARED } from './rules/slots.js';

export interface Drains {
  /**
   * Since when nothing sends new traffic to the task, which is leaving in that view, by the wall clock; undefined
   * while something may.
   */
  clearedSinceMs(task: Task, view: ClusterView): number | undefined;
  /** Calls the listener with tasks that were asked about and have become clear; the result ends it. */
  watch(listener: (taskIds: readonly string[]) => void): () => void;
}

/** Where there are no networks there is nothing to wait for. */
export const NO_DRAINS: Drains = { clearedSinceMs: ALWAYS_CLEARED, watch: () => () => undefined };
