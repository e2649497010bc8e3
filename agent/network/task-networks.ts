/**
 * What tasks wait for: their networks, as they stand on this node.
 */
import type { AssignedTask } from '../../proto/gen/dispatcher.js';
import type { TaskNetwork } from './rules/task-network.js';

export interface TaskNetworks {
  /**
   * Where the task's container is to be plugged in; nothing for a task without networks. Rejects with
   * `network.not-ready`, which is temporary, while one of them does not stand on this node.
   */
  ready(task: AssignedTask, signal: AbortSignal): Promise<readonly TaskNetwork[]>;
}
