/**
 * Whether a task that is leaving is sent traffic still: as long as a node on one of its networks has not said that
 * it acts on a state in which the task was leaving. Nodes that are known to be away do not count, one that has
 * just come back counts until it has everything anew. Nor does one that has owed an answer for as long as the task may
 * wait at all: waiting for it once more would delay the stop and save no request. Kept in memory: a new leader hears
 * it from the sessions of its own term.
 */
import type { Clock } from '../../proto/base/clock.js';
import type { Log } from '../../proto/base/log.js';
import type { Counter, Meter } from '../../proto/base/meter.js';
import type { Node, Task } from '../../proto/gen/objects.js';
import { DEFAULT_DRAIN_TIMEOUT_MS, drainTimeoutMs } from '../../proto/model/network.js';
import { isLost } from '../../proto/model/node.js';
import { hasEnded } from '../../proto/model/task.js';
import { isDesiredBelow } from '../../proto/model/task-state.js';
import type { ClusterView } from '../store/rules/view.js';

/** What nodes have said in this term. */
export interface Acknowledgements {
  /** The log index of the state that is known of here. */
  readonly asOf: number;
  nodesOn(networkId: string): Iterable<string>;
  /** The log index up to which the node acts on all changes; undefined without a session. */
  appliedIndexOf(nodeId: string): number | undefined;
  /** For how long the node has owed an answer; 0 when it owes none. */
  owedForMs(nodeId: string): number;
}

export interface DrainsModules {
  readonly clock: Clock;
  readonly log: Log;
  readonly meter: Meter;
  readonly view: () => ClusterView;
  /** Undefined while this manager does not lead. */
  readonly acknowledgements: () => Acknowledgements | undefined;
}

export type DrainListener = (taskIds: readonly string[]) => void;

/** Of very many, a log line names so many. */
const MOST_NAMED = 10;

/** A task that was asked about. */
interface Leaver {
  /** The log index of the state in which it was told to leave. */
  readonly leavingIndex: number | undefined;
  /** Undefined: it is not clear. */
  readonly clearSinceMs: number | undefined;
}

export class Drains {
  readonly #modules: DrainsModules;
  readonly #cutShort: Counter<object>;
  readonly #leaverByTaskId = new Map<string, Leaver>();
  readonly #listeners = new Set<DrainListener>();
  /** By network and how long tasks wait at most. */
  readonly #floors = new Map<string, number>();
  /** Nodes that are waited for no longer, as they say nothing. */
  readonly #givenUp = new Set<string>();
  #turn: NodeJS.Immediate | undefined;

  constructor(modules: DrainsModules) {
    this.#modules = modules;
    this.#cutShort = modules.meter.counter('swarmd_drains_cut_short_total');
  }

  /** Since when nothing sends the task new traffic, by the wall clock; undefined while something may. */
  clearedSinceMs(task: Task, view: ClusterView): number | undefined {
    const known = this.#leaverByTaskId.get(task.id)?.clearSinceMs;
    if (known !== undefined) return known;
    const leavingIndex = task.meta?.versions['desired'];
    const clearSinceMs = this.#isClear(task, view) ? this.#modules.clock.nowMs() : undefined;
    this.#leaverByTaskId.set(task.id, { leavingIndex, clearSinceMs });
    return clearSinceMs;
  }

  /** Calls the listener with tasks that were asked about and have become clear; the result ends it. */
  watch(listener: DrainListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A node has said something, or the state has. What comes in one turn of the event loop is looked at together. */
  changed(): void {
    this.#floors.clear();
    if (this.#leaverByTaskId.size === 0) return;
    this.#turn ??= setImmediate(() => {
      this.#turn = undefined;
      this.#look();
    });
  }

  /** What was known is no more, as this manager does not lead. */
  forget(): void {
    clearImmediate(this.#turn);
    this.#turn = undefined;
    this.#leaverByTaskId.clear();
    this.#floors.clear();
    this.#givenUp.clear();
  }

  #look(): void {
    const view = this.#modules.view();
    const cleared: string[] = [];
    const stopped: { readonly task: Task; readonly leavingIndex: number }[] = [];
    for (const [taskId, leaver] of this.#leaverByTaskId) {
      const task = view.task(taskId);
      if (task === undefined || !isLeaving(task)) {
        this.#leaverByTaskId.delete(taskId);
        const { leavingIndex = 0, clearSinceMs } = leaver;
        if (task !== undefined && clearSinceMs === undefined) stopped.push({ task, leavingIndex });
      } else if (leaver.clearSinceMs === undefined && this.#isClear(task, view)) {
        this.#leaverByTaskId.set(taskId, { ...leaver, clearSinceMs: this.#modules.clock.nowMs() });
        cleared.push(taskId);
      }
    }
    this.#noteCutShort(stopped, view);
    if (cleared.length > 0) for (const listener of this.#listeners) listener(cleared);
  }

  /** Told to stop, and may be sent traffic still: whoever looks for lost requests finds here who was late. */
  #noteCutShort(
    stopped: readonly { readonly task: Task; readonly leavingIndex: number }[],
    view: ClusterView,
  ): void {
    const known = this.#modules.acknowledgements();
    if (known === undefined || stopped.length === 0) return;
    // Very many may stop at once, and nodes are as many: each network is looked through once.
    const indexByNodeByNetwork = new Map<string, ReadonlyMap<string, number>>();
    const late = new Set<string>();
    const cutShort = stopped.filter(({ task, leavingIndex }) => {
      if (hasEnded(task) || isLost(view.node(task.placement?.nodeId ?? ''))) return false;
      return (task.allocation?.attachments ?? []).some(({ networkId }) => {
        const behind = indexByNodeByNetwork.get(networkId) ?? slowest(networkId, known, view);
        indexByNodeByNetwork.set(networkId, behind);
        const those = [...behind].filter(([, index]) => index < leavingIndex);
        for (const [nodeId] of those) late.add(view.node(nodeId)?.description?.hostname ?? nodeId);
        return those.length > 0;
      });
    });
    if (cutShort.length === 0) return;
    this.#cutShort.add({}, cutShort.length);
    const what = 'tasks are told to stop before every node has said that it sends them no more traffic';
    const taskIds = cutShort.slice(0, MOST_NAMED).map(({ task }) => task.id);
    this.#modules.log.warn(what, { count: cutShort.length, taskIds, nodes: [...late] });
  }

  #isClear(task: Task, view: ClusterView): boolean {
    const leavingIndex = task.meta?.versions['desired'];
    const known = this.#modules.acknowledgements();
    if (leavingIndex === undefined || known === undefined || known.asOf < leavingIndex) return false;
    const attachments = task.allocation?.attachments ?? [];
    const mostMs = drainTimeoutMs(view.service(task.serviceId)?.spec);
    return attachments.every(
      ({ networkId }) => this.#floorOf(networkId, mostMs, known, view) >= leavingIndex,
    );
  }

  /** The state that every node on the network that counts has come to. */
  #floorOf(networkId: string, mostMs: number, known: Acknowledgements, view: ClusterView): number {
    const key = `${networkId} ${mostMs}`;
    let floor = this.#floors.get(key);
    if (floor !== undefined) return floor;
    floor = Number.POSITIVE_INFINITY;
    for (const nodeId of known.nodesOn(networkId)) {
      if (this.#isGivenUp(nodeId, mostMs, known.owedForMs(nodeId), view)) continue;
      floor = Math.min(floor, comeTo(nodeId, known, view) ?? floor);
    }
    this.#floors.set(key, floor);
    return floor;
  }

  #isGivenUp(nodeId: string, mostMs: number, owedForMs: number, view: ClusterView): boolean {
    // A short wait says little of an agent: less than the usual one is no silence.
    const isSilent = owedForMs >= Math.max(mostMs, DEFAULT_DRAIN_TIMEOUT_MS);
    const facts = { nodeId, hostname: view.node(nodeId)?.description?.hostname };
    if (isSilent && !this.#givenUp.has(nodeId)) {
      this.#givenUp.add(nodeId);
      const what =
        'a node does not say that it acts on changes of networks: tasks that stop wait for it no longer';
      this.#modules.log.warn(what, { ...facts, silentForMs: owedForMs });
    }
    if (owedForMs === 0 && this.#givenUp.delete(nodeId))
      this.#modules.log.info('a node acts on changes of networks again', facts);
    return isSilent;
  }
}

/** Whether it was told to leave and has not been told to stop. */
function isLeaving({ desired }: Task): boolean {
  return desired?.leaving !== undefined && isDesiredBelow(desired.state, 'shutdown');
}

/** The nodes on the network that have come least far, and the states that they act on. */
function slowest(networkId: string, known: Acknowledgements, view: ClusterView): ReadonlyMap<string, number> {
  const indexes = [...known.nodesOn(networkId)].flatMap((nodeId): [string, number][] => {
    const index = comeTo(nodeId, known, view);
    return index === undefined ? [] : [[nodeId, index]];
  });
  return new Map(indexes.toSorted(([, one], [, other]) => one - other).slice(0, MOST_NAMED));
}

/** The state that the node acts on; undefined of one that is known to be away. */
function comeTo(nodeId: string, known: Acknowledgements, view: ClusterView): number | undefined {
  return known.appliedIndexOf(nodeId) ?? (isAway(view.node(nodeId)) ? undefined : -1);
}

function isAway(node: Node | undefined): boolean {
  const state = node?.status?.state;
  return node === undefined || state === 'down' || state === 'disconnected';
}
