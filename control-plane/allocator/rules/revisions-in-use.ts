/**
 * Which revisions of a service are in use: those of its tasks on networks that have not ended and have not been told
 * to stop. Told anew as a whole for each task, so it makes no difference whether it was followed change by change.
 */
import type { Task } from '../../../proto/gen/objects.js';
import { hasEnded, stateOf } from '../../../proto/model/task.js';
import { isDesiredBelow } from '../../../proto/model/task-state.js';

interface MadeFrom {
  readonly serviceId: string;
  readonly revision: number;
}

export class RevisionsInUse {
  readonly #madeFromByTask = new Map<string, MadeFrom>();
  /** Service → revision → how many tasks. */
  readonly #countsByService = new Map<string, Map<number, number>>();

  /**
   * The task as it is now; undefined when it is gone.
   *
   * @returns The service of which other revisions are in use by that, if any.
   */
  setTask(id: string, task: Task | undefined): string | undefined {
    const before = this.#madeFromByTask.get(id);
    const isInUse = task !== undefined && maySendTrafficTo(task);
    if (isInUse === (before !== undefined)) return undefined;
    const madeFrom = before ?? task;
    if (madeFrom === undefined) return undefined;
    const { serviceId, revision } = madeFrom;
    if (isInUse) this.#madeFromByTask.set(id, { serviceId, revision });
    else this.#madeFromByTask.delete(id);
    return this.#count(madeFrom, isInUse ? 1 : -1) ? serviceId : undefined;
  }

  /** Lowest first. */
  of(serviceId: string): readonly number[] {
    return [...(this.#countsByService.get(serviceId)?.keys() ?? [])].toSorted((a, b) => a - b);
  }

  /** True when it was the first task of its revision, or the last one. */
  #count({ serviceId, revision }: MadeFrom, by: 1 | -1): boolean {
    const counts = this.#countsByService.get(serviceId) ?? new Map<number, number>();
    const count = counts.get(revision) ?? 0;
    if (count + by > 0) counts.set(revision, count + by);
    else counts.delete(revision);
    if (counts.size > 0) this.#countsByService.set(serviceId, counts);
    else this.#countsByService.delete(serviceId);
    return count === 0 || count + by === 0;
  }
}

/** Also one that has no address yet: it may be in the place of one that had. */
function maySendTrafficTo(task: Task): boolean {
  const isOnNetworks = (task.allocation?.attachments.length ?? 0) > 0 || stateOf(task) === 'new';
  return isOnNetworks && !hasEnded(task) && isDesiredBelow(task.desired?.state ?? 'ready', 'shutdown');
}
