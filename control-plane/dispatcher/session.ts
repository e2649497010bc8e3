/**
 * One agent's session, the manager's side: what is to be said to the agent, in the order that matters, made
 * when the stream can take it. So a slow agent costs a set of ids, never a queue of messages.
 */
import { SwarmError } from '../../proto/base/errors.js';
import { invariant } from '../../proto/base/invariant.js';
import type { AssignedTask, Assignments, ManagerMessage, NodeChange } from '../../proto/gen/dispatcher.js';
import type { ClusterView } from '../store/rules/view.js';
import type { OverlayFeed } from './overlay-feed.js';
import type { ChangedItem } from './rules/overlay.js';
import { assignmentsOf, differenceFor, type Holder, waitingTaskIds } from './rules/assignments.js';

type Said = NonNullable<ManagerMessage['message']>;

export interface SessionFacts {
  readonly nodeId: string;
  readonly sessionId: string;
  readonly peerAddress: string;
}

export interface SessionModules {
  readonly view: () => ClusterView;
  /** What the agent should know of its node now. */
  readonly describeNode: (view: ClusterView) => NodeChange;
  /** What the agent is told of overlay networks. */
  readonly overlay: OverlayFeed;
  /** Resolves when it is this session's turn to speak, after it was silent. */
  readonly turnToSpeak: () => Promise<void>;
  /** Called with the ids of tasks the agent has been told of, and of those it was told to let go. */
  readonly onTold: (told: readonly string[], removed: readonly string[]) => void;
}

// Log requests and the like; an agent that leaves so many unread is not there.
const MOST_WAITING = 1_000;
const MOST_TASKS_PER_DIFFERENCE = 1_000;

export class Session {
  readonly facts: SessionFacts;
  /** What the agent is told of overlay networks, and how far it has come. */
  readonly overlay: OverlayFeed;
  readonly #modules: SessionModules;
  readonly #holder: Holder;
  readonly #ended = new AbortController();
  readonly #waiting: Said[] = [];
  readonly #toldByTaskId = new Map<string, AssignedTask>();
  /** Tasks that may differ from what was told; undefined: everything is to be told. */
  #changedTaskIds: Set<string> | undefined;
  #sequence = 0;
  #isRegistered = false;
  #nodeChanged = false;
  #isAssignmentsTurn = false;
  #lastNodeKey = '';
  #storedSequence = 0;
  #ackedSequence = 0;
  #failure: unknown;
  #wake: () => void = () => undefined;
  /** When the agent was heard last; in the time that whoever watches over its node goes by. */
  lastBeatMs = 0;
  /** The cluster's heartbeat period at that instant. */
  beatPeriodMs = 0;

  constructor(facts: SessionFacts, modules: SessionModules) {
    this.facts = facts;
    this.overlay = modules.overlay;
    this.#modules = modules;
    const { nodeId } = facts;
    this.#holder = { nodeId, knowsNetwork: (networkId) => this.overlay.knows(networkId) };
  }

  /** Aborted once the session is over. */
  get ended(): AbortSignal {
    return this.#ended.signal;
  }

  get toldTaskIds(): Iterable<string> {
    return this.#toldByTaskId.keys();
  }

  /** Messages, changed tasks and items of networks that the agent was not told of yet. */
  get backlog(): number {
    return this.#waiting.length + this.overlay.backlog + (this.#changedTaskIds?.size ?? 0);
  }

  /** From now on the agent is told what its node should hold. */
  registered(heartbeatPeriodMs: number, recoveryEpoch: number): void {
    const { sessionId } = this.facts;
    this.#waiting.push({
      kind: 'registered',
      registered: { sessionId, heartbeatPeriodMs, recoveryEpoch },
    });
    this.#isRegistered = true;
    this.#nodeChanged = true;
    this.#wake();
  }

  /** Says it as soon as the stream takes it; false when the session is over. */
  send(message: Said): boolean {
    if (this.ended.aborted) return false;
    if (this.#waiting.length >= MOST_WAITING) {
      const what = `messages that node ${this.facts.nodeId} has not read`;
      this.end(new SwarmError('rate.limited', { what, retryAfterMs: 1_000 }));
      return false;
    }
    this.#waiting.push(message);
    this.#wake();
    return true;
  }

  /** Every report up to and including the batch is stored. */
  acknowledge(sequence: number): void {
    this.#storedSequence = Math.max(this.#storedSequence, sequence);
    this.#wake();
  }

  /** The task may have changed for this node. */
  taskChanged(taskId: string): void {
    this.#changedTaskIds?.add(taskId);
    this.#wake();
  }

  /** An item of the overlay networks may have changed for this node. */
  overlayChanged(changed: ChangedItem): void {
    this.overlay.changed(changed);
    this.#wake();
  }

  /** The agent has put in force what it was told of overlay networks up to that message. */
  networksApplied(sequence: number): void {
    this.overlay.applied(sequence);
    this.#wake();
  }

  /** Whatever was told may be wrong: the agent is told everything again. */
  startOver(): void {
    this.#changedTaskIds = undefined;
    this.overlay.startOver();
    this.#isAssignmentsTurn = false;
    this.nodeChanged();
  }

  /** The node object, the managers or the heartbeat period may have changed. */
  nodeChanged(): void {
    this.#nodeChanged = true;
    this.#wake();
  }

  /** The stream ends, with the failure if there is one; what was not said yet is not said any more. */
  end(failure?: unknown): void {
    if (this.ended.aborted) return;
    this.#failure = failure;
    this.#ended.abort(failure);
    this.#wake();
  }

  /** What the agent is told, each message made when it is asked for. */
  async *messages(): AsyncGenerator<ManagerMessage, void> {
    while (!this.ended.aborted) {
      const said = this.#next();
      if (said !== undefined) yield { message: said };
      else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        await this.#modules.turnToSpeak();
      }
    }
    if (this.#failure !== undefined) throw this.#failure;
  }

  #next(): Said | undefined {
    const waiting = this.#waiting.shift();
    if (waiting !== undefined) return waiting;
    if (this.#storedSequence > this.#ackedSequence) {
      this.#ackedSequence = this.#storedSequence;
      return { kind: 'ack', ack: { sequence: this.#ackedSequence } };
    }
    if (!this.#isRegistered) return undefined;
    return this.#nextNodeChange() ?? this.#nextOfTasks();
  }

  /**
   * Networks before the tasks that need them, always a whole round. After a round tasks have their turn, so that
   * networks in which much happens hold up nobody.
   */
  #nextOfTasks(): Said | undefined {
    if (!this.#isAssignmentsTurn) return this.#nextNetworks() ?? this.#nextAssignments();
    this.#isAssignmentsTurn = false;
    return this.#nextAssignments() ?? this.#nextNetworks();
  }

  #nextNetworks(): Said | undefined {
    const networkChanges = this.overlay.next();
    if (networkChanges === undefined) return undefined;
    if (!networkChanges.unfinished) {
      this.#isAssignmentsTurn = true;
      const waiting = waitingTaskIds(this.#modules.view(), this.facts.nodeId);
      for (const taskId of waiting) this.#changedTaskIds?.add(taskId);
    }
    return { kind: 'networkChanges', networkChanges };
  }

  #nextNodeChange(): Said | undefined {
    if (!this.#nodeChanged) return undefined;
    this.#nodeChanged = false;
    const change = this.#modules.describeNode(this.#modules.view());
    const key = nodeKey(change);
    if (key === this.#lastNodeKey) return undefined;
    this.#lastNodeKey = key;
    return { kind: 'node', node: change };
  }

  #nextAssignments(): Said | undefined {
    const assignments =
      this.#changedTaskIds === undefined ? this.#everything() : this.#difference(this.#changedTaskIds);
    return assignments && { kind: 'assignments', assignments };
  }

  #everything(): Assignments {
    const update = assignmentsOf(this.#modules.view(), this.#holder);
    this.#changedTaskIds = new Set();
    const gone = new Set(this.#toldByTaskId.keys());
    for (const { taskId } of update) gone.delete(taskId);
    this.#toldByTaskId.clear();
    return this.#tell({ complete: true, update, removeTaskIds: [] }, [...gone]);
  }

  #difference(changedTaskIds: Set<string>): Assignments | undefined {
    while (changedTaskIds.size > 0) {
      const some = [...changedTaskIds].slice(0, MOST_TASKS_PER_DIFFERENCE);
      for (const taskId of some) changedTaskIds.delete(taskId);
      const view = this.#modules.view();
      const { update, removeTaskIds } = differenceFor(view, this.#holder, this.#toldByTaskId, some);
      if (update.length + removeTaskIds.length > 0)
        return this.#tell({ complete: false, update, removeTaskIds }, removeTaskIds);
    }
    return undefined;
  }

  #tell(told: Omit<Assignments, 'sequence'>, removed: readonly string[]): Assignments {
    invariant(!this.ended.aborted, 'an ended session tells nothing');
    for (const task of told.update) this.#toldByTaskId.set(task.taskId, task);
    for (const taskId of removed) this.#toldByTaskId.delete(taskId);
    this.#modules.onTold(
      told.update.map(({ taskId }) => taskId),
      removed,
    );
    this.#sequence += 1;
    return { ...told, sequence: this.#sequence };
  }
}

/** What of a node's object its agent acts on; its own status and description are no news to it. */
function nodeKey({ node, managerAddresses, heartbeatPeriodMs }: NodeChange): string {
  const { spec, identity } = node?.meta?.versions ?? {};
  return JSON.stringify([spec, identity, managerAddresses, heartbeatPeriodMs]);
}
