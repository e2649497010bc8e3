/**
 * Begins the moves of rebalancing, where the cluster asks for it: which services to look at, how often, and how
 * many may have a task on its way at the same time. What becomes of a move is the orchestrator's matter. What it
 * remembers is only a pace: a new leader begins without.
 */
import type { ChangeGroup, Table } from '../../proto/gen/log.js';
import type { Task } from '../../proto/gen/objects.js';
import { hasEnded, isWanted, stateOf } from '../../proto/model/task.js';
import type { Decision, Reconciler } from '../loop/reconcile.js';
import type { ClusterView } from '../store/rules/view.js';
import type { Wakeup } from '../store/watch.js';
import { Alarms } from './alarms.js';
import { REBALANCED } from './rules/moves.js';
import { rebalance } from './rules/rebalance.js';

/** Services that have a task on its way. */
const MOST_MOVES = 3;
/** Services compared with all nodes in one look; the rest follows in the next ones. */
const MOST_LOOKS = 20;
/** Looked at no more often, however much happens. */
const LOOK_EVERY_MS = 1_000;
/** A service whose move came to nothing is left alone for so long. */
const PAUSE_MS = 60_000;

export class Rebalancer implements Reconciler {
  readonly name = 'rebalancer';
  readonly tables: readonly Table[] = ['cluster', 'node', 'service', 'task'];
  readonly #newId: () => string;
  /** Services that may have become uneven, or quiet enough to be evened out; who waits for longest is first. */
  readonly #due = new Set<string>();
  /** Task on its way → its service. */
  readonly #moving = new Map<string, string>();
  readonly #pausedUntilMs = new Map<string, number>();
  readonly #alarms = new Alarms();
  #lookedAtMs = Number.NEGATIVE_INFINITY;

  constructor(createId: () => string) {
    this.#newId = createId;
  }

  decide({ view, first, changed }: Wakeup, nowMs: number): Decision {
    if (first) this.#startOver(view, nowMs);
    for (const id of changed.task) this.#follow(view.task(id), id, nowMs);
    this.#endPauses(nowMs);
    if (view.cluster()?.spec?.rebalance !== true) {
      this.#due.clear();
      this.#alarms.clear();
      return { groups: [] };
    }
    this.#note({ view, first, changed });
    for (const id of this.#alarms.take(nowMs)) this.#due.add(id);
    // A clock that was set back must not stop it.
    this.#lookedAtMs = Math.min(this.#lookedAtMs, nowMs);
    const groups = this.#lookedAtMs + LOOK_EVERY_MS > nowMs ? [] : this.#look(view, nowMs);
    const wakeAtMs = this.#due.size > 0 ? this.#lookedAtMs + LOOK_EVERY_MS : this.#alarms.nextMs(nowMs);
    return { groups, wakeAtMs };
  }

  /** A new leader has yet to write which nodes it has not heard of: it looks when that is known. */
  #startOver(view: ClusterView, nowMs: number): void {
    this.#moving.clear();
    for (const task of view.tasks()) this.#follow(task, task.id, nowMs);
    this.#lookedAtMs = nowMs;
  }

  #look(view: ClusterView, nowMs: number): readonly ChangeGroup[] {
    this.#lookedAtMs = nowMs;
    const groups: ChangeGroup[] = [];
    const busy = new Set(this.#moving.values());
    let lookCount = 0;
    for (const id of this.#due) {
      if (busy.size + groups.length >= MOST_MOVES || lookCount >= MOST_LOOKS) break;
      this.#due.delete(id);
      // It is looked at again when its move has ended.
      if (busy.has(id)) continue;
      const service = view.service(id);
      if (service === undefined) continue;
      const pausedUntilMs = this.#pausedUntilMs.get(id);
      if (pausedUntilMs !== undefined) {
        this.#alarms.set(id, pausedUntilMs);
        continue;
      }
      lookCount++;
      const { group, wakeAtMs } = rebalance(view, service, nowMs, this.#newId);
      if (group !== undefined) groups.push(group);
      this.#alarms.set(id, wakeAtMs);
    }
    return groups;
  }

  #note({ view, first, changed }: Wakeup): void {
    const isAll = first || changed.node.size > 0 || changed.cluster.size > 0;
    if (isAll) for (const { id } of view.services()) this.#due.add(id);
    for (const id of changed.service) this.#due.add(id);
    for (const id of changed.task) {
      const serviceId = view.task(id)?.serviceId;
      if (serviceId !== undefined) this.#due.add(serviceId);
    }
  }

  #follow(task: Task | undefined, id: string, nowMs: number): void {
    const isOurs = task?.desired?.move?.reason === REBALANCED;
    const isOnItsWay = isOurs && isWanted(task) && !hasEnded(task) && stateOf(task) !== 'running';
    if (task !== undefined && isOnItsWay) {
      this.#moving.set(id, task.serviceId);
      return;
    }
    const serviceId = this.#moving.get(id);
    if (serviceId === undefined) return;
    this.#moving.delete(id);
    this.#due.add(serviceId);
    const isThere = task !== undefined && isWanted(task) && stateOf(task) === 'running';
    if (isThere) this.#pausedUntilMs.delete(serviceId);
    else this.#pausedUntilMs.set(serviceId, nowMs + PAUSE_MS);
  }

  #endPauses(nowMs: number): void {
    for (const [id, untilMs] of this.#pausedUntilMs) {
      // A clock that was set back must not make a minute long.
      if (untilMs <= nowMs || untilMs > nowMs + PAUSE_MS) this.#pausedUntilMs.delete(id);
    }
  }
}
