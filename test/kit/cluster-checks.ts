/**
 * What must hold in the log of a cluster, looked at after every entry: replays the log on a store of its own and
 * compares each state with the one before. Also that a manager that starts again has lost nothing that was
 * applied, and applies the same again. What containers really do is slot-checks' matter.
 */
import type { Store } from '../../control-plane/store/store.js';
import type { ClusterView } from '../../control-plane/store/rules/view.js';
import type { Clock } from '../../proto/base/clock.js';
import type { Task } from '../../proto/gen/objects.js';
import { hasEnded, isUnplaced, isWanted, slotName, stateOf } from '../../proto/model/task.js';
import { isDesiredBelow, mayReach } from '../../proto/model/task-state.js';
import { aReplica } from './memory-store.js';

/** How a violation reaches whoever runs the simulation. */
export type Accuse = (violation: string) => void;

export class ClusterChecks {
  readonly #replica: Store;
  readonly #accuse: Accuse;
  readonly #bytesByIndex = new Map<number, Uint8Array>();
  #lastIndex = 0;

  constructor(modules: { readonly clock: Clock; readonly accuse: Accuse }) {
    this.#replica = aReplica(modules.clock);
    this.#accuse = modules.accuse;
  }

  get view(): ClusterView {
    return this.#replica.view();
  }

  /** An entry that the manager applied; false when it was known from before a restart. */
  applied(index: number, bytes: Uint8Array, mostWantedPerSlot: (serviceId: string) => number): boolean {
    if (index <= this.#lastIndex) {
      const before = this.#bytesByIndex.get(index);
      if (before === undefined || Buffer.compare(before, bytes) !== 0)
        this.#accuse(`entry ${index} is another one after the restart`);
      return false;
    }
    const before = this.view;
    this.#replica.apply(index, bytes);
    this.#bytesByIndex.set(index, Uint8Array.from(bytes));
    this.#lastIndex = index;
    this.#compare(before, this.view, mostWantedPerSlot);
    return true;
  }

  /** A manager that serves again must have everything that one before it applied. */
  recovered(store: Store): void {
    const { index } = store.view();
    if (index < this.#lastIndex) this.#accuse(`the log of ${this.#lastIndex} entries came back as ${index}`);
  }

  #compare(before: ClusterView, after: ClusterView, mostWantedPerSlot: (serviceId: string) => number): void {
    for (const task of after.tasks()) {
      const was = before.task(task.id);
      if (was !== undefined && was !== task) this.#compareTask(was, task);
    }
    for (const task of before.tasks()) {
      if (after.task(task.id) === undefined && !hasEnded(task) && !isUnplaced(task))
        this.#accuse(`task ${nameOf(task)} was forgotten while ${stateOf(task)}`);
    }
    const wantedBySlot = new Map<string, number>();
    for (const task of after.tasks()) {
      if (!isWanted(task) || hasEnded(task)) continue;
      const slot = `${task.serviceId}.${task.run}.${slotName(task)}`;
      const count = (wantedBySlot.get(slot) ?? 0) + 1;
      wantedBySlot.set(slot, count);
      if (count > mostWantedPerSlot(task.serviceId))
        this.#accuse(`slot ${slot} has ${count} tasks that may run`);
    }
  }

  #compareTask(was: Task, task: Task): void {
    const [from, to] = [stateOf(was), stateOf(task)];
    if (from !== to && !mayReach(from, to)) this.#accuse(`task ${nameOf(task)}: ${from} -> ${to}`);
    const [before, after] = [was.desired?.state ?? 'ready', task.desired?.state ?? 'ready'];
    if (isDesiredBelow(after, before))
      this.#accuse(`task ${nameOf(task)} is desired ${after} after ${before}`);
    const [node, nodeNow] = [was.placement?.nodeId ?? '', task.placement?.nodeId ?? ''];
    if (node !== '' && node !== nodeNow)
      this.#accuse(`task ${nameOf(task)} moved from ${node} to ${nodeNow}`);
    if (was.revision !== task.revision || was.slot !== task.slot || was.run !== task.run)
      this.#accuse(`task ${nameOf(task)} became another task`);
  }
}

/** Short, for people. */
export function nameOf(task: Task): string {
  return `${task.serviceId.slice(-4)}.${slotName(task)}.r${task.revision}.${task.id.slice(-5)}`;
}
