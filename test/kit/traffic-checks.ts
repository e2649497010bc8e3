/**
 * What must hold of traffic: whoever stops a task has waited until no node sends it any more, as long as its
 * service says; and nothing leaves for longer than that.
 */
import type { ClusterView } from '../../control-plane/store/rules/view.js';
import type { Task } from '../../proto/gen/objects.js';
import { drainTimeoutMs } from '../../proto/model/network.js';
import { isLost } from '../../proto/model/node.js';
import { hasEnded, stateOf } from '../../proto/model/task.js';
import { isAtLeast, isDesiredBelow } from '../../proto/model/task-state.js';
import { type Accuse, nameOf } from './cluster-checks.js';

/** A node that has just come back may have been away when it was decided. */
const JUST_BACK_MS = 2_000;

export interface TrafficChecksModules {
  readonly nowMs: () => number;
  /** Whether the node sends new traffic to the task. */
  readonly sends: (nodeId: string, taskId: string) => boolean;
  readonly accuse: Accuse;
}

export class TrafficChecks {
  readonly #modules: TrafficChecksModules;
  /** Tasks that were told to stop only when no node sent them traffic any more. */
  clearedCount = 0;
  /** Tasks that had waited for as long as their service says. */
  timedOutCount = 0;

  constructor(modules: TrafficChecksModules) {
    this.#modules = modules;
  }

  applied(before: ClusterView, after: ClusterView): void {
    for (const task of after.tasks()) {
      const was = before.task(task.id);
      if (was !== undefined && was !== task && isToldToStop(was, task)) this.#stopped(before, was, task);
    }
  }

  #stopped(view: ClusterView, was: Task, task: Task): void {
    const service = view.service(task.serviceId);
    const spec = service?.spec ?? view.revision(task.serviceId, task.revision)?.spec;
    const timeoutMs = drainTimeoutMs(spec);
    const sinceMs = was.desired?.leaving?.sinceMs;
    if (isLost(view.node(task.placement?.nodeId ?? '')) || timeoutMs === 0) return;
    if (sinceMs === undefined) {
      // One that had only just begun to start when this was committed was sent nothing yet.
      if (!isAtLeast(stateOf(was), 'running')) return;
      this.#modules.accuse(`task ${nameOf(task)} was stopped at once, though it has an address`);
      return;
    }
    if (this.#modules.nowMs() >= sinceMs + timeoutMs) {
      this.timedOutCount += 1;
      return;
    }
    this.clearedCount += 1;
    for (const node of view.nodes()) {
      const { state = 'unknown', sinceMs: stateSinceMs = 0 } = node.status ?? {};
      const counts = state === 'ready' || state === 'unknown';
      const isJustBack = this.#modules.nowMs() - stateSinceMs < JUST_BACK_MS;
      const isOn = task.allocation?.attachments.some(({ networkId }) =>
        node.allocation?.attachments.some((each) => each.networkId === networkId),
      );
      if (counts && !isJustBack && isOn === true && this.#modules.sends(node.id, task.id))
        this.#modules.accuse(`task ${nameOf(task)} was told to stop while ${node.id} sends it traffic`);
    }
  }
}

/** Whether a task that traffic may be sent to is told to stop by this change. */
function isToldToStop(was: Task, task: Task): boolean {
  const isTold = (each: Task): boolean => !isDesiredBelow(each.desired?.state ?? 'ready', 'shutdown');
  const isRunning = isAtLeast(stateOf(was), 'starting') && !hasEnded(was);
  return !isTold(was) && isTold(task) && isRunning && (was.allocation?.attachments.length ?? 0) > 0;
}
