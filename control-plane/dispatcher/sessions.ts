/**
 * Who is connected: one session per node, the newest. Also knows which node was told of a task, so that a
 * task whose record is gone can still be taken from it.
 */
import { SwarmError } from '../../proto/base/errors.js';
import type { ClusterView } from '../store/rules/view.js';
import type { Wakeup } from '../store/watch.js';
import type { Session } from './session.js';

export interface SessionsModules {
  /** What every agent is told alike: another text when there is something new to tell. */
  readonly sharedFacts: () => string;
}

export class Sessions {
  readonly #modules: SessionsModules;
  #lastSharedFacts = '';
  readonly #sessionByNodeId = new Map<string, Session>();
  readonly #nodeIdByToldTaskId = new Map<string, string>();

  constructor(modules: SessionsModules) {
    this.#modules = modules;
  }

  get count(): number {
    return this.#sessionByNodeId.size;
  }

  /** What was not said yet, over all of them. */
  get backlog(): number {
    let backlog = 0;
    for (const session of this.#sessionByNodeId.values()) backlog += session.backlog;
    return backlog;
  }

  get(nodeId: string): Session | undefined {
    return this.#sessionByNodeId.get(nodeId);
  }

  /** The node's session from now on; an older one is told so and ends. */
  open(session: Session): void {
    const { nodeId } = session.facts;
    const older = this.#sessionByNodeId.get(nodeId);
    if (older !== undefined) {
      this.close(older);
      older.end(new SwarmError('session.replaced', { nodeId }));
    }
    this.#sessionByNodeId.set(nodeId, session);
  }

  /** Forgets the session; false when it was not, or no longer, its node's. */
  close(session: Session): boolean {
    if (this.#sessionByNodeId.get(session.facts.nodeId) !== session) return false;
    this.#sessionByNodeId.delete(session.facts.nodeId);
    for (const taskId of session.toldTaskIds) this.#nodeIdByToldTaskId.delete(taskId);
    return true;
  }

  told(nodeId: string, taskIds: readonly string[], removedTaskIds: readonly string[]): void {
    for (const taskId of taskIds) this.#nodeIdByToldTaskId.set(taskId, nodeId);
    for (const taskId of removedTaskIds) this.#nodeIdByToldTaskId.delete(taskId);
  }

  endAll(failure: unknown): void {
    for (const session of this.#sessionByNodeId.values()) {
      this.close(session);
      session.end(failure);
    }
  }

  /** Tells each session what of the changes may concern it. */
  spread({ view, first, changed }: Wakeup): void {
    if (first) {
      for (const session of this.#sessionByNodeId.values()) session.startOver();
      return;
    }
    for (const taskId of changed.task) this.#sessionOf(view, taskId)?.taskChanged(taskId);
    for (const nodeId of changed.node) this.#sessionByNodeId.get(nodeId)?.nodeChanged();
    // A wakeup without any change is about the managers.
    const isAboutTasksOnly = changed.task.size > 0 && changed.cluster.size + changed.node.size === 0;
    if (!isAboutTasksOnly) this.#spreadSharedFacts();
  }

  #spreadSharedFacts(): void {
    const facts = this.#modules.sharedFacts();
    if (facts === this.#lastSharedFacts) return;
    this.#lastSharedFacts = facts;
    for (const session of this.#sessionByNodeId.values()) session.nodeChanged();
  }

  #sessionOf(view: ClusterView, taskId: string): Session | undefined {
    const nodeId = view.task(taskId)?.placement?.nodeId ?? this.#nodeIdByToldTaskId.get(taskId);
    return nodeId === undefined ? undefined : this.#sessionByNodeId.get(nodeId);
  }
}
