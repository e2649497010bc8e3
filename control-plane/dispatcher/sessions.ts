/**
 * Who is connected: one session per node, the newest. Also knows which node was told of a task, so that a
 * task whose record is gone can still be taken from it. Follows what there is of overlay networks, and tells each
 * session what of it concerns its node.
 */
import { SwarmError } from '../../proto/base/errors.js';
import type { ClusterView } from '../store/rules/view.js';
import type { Wakeup } from '../store/watch.js';
import type { Acknowledgements } from './drains.js';
import { OverlayState } from './overlay-state.js';
import type { Session } from './session.js';

export interface SessionsModules {
  readonly view: () => ClusterView;
  /** What every agent is told alike: another text when there is something new to tell. */
  readonly sharedFacts: () => string;
}

export class Sessions {
  /** What agents are told of overlay networks. */
  readonly overlay: OverlayState;
  readonly #modules: SessionsModules;
  #lastSharedFacts = '';
  readonly #sessionByNodeId = new Map<string, Session>();
  readonly #nodeIdByToldTaskId = new Map<string, string>();

  constructor(modules: SessionsModules) {
    this.#modules = modules;
    this.overlay = new OverlayState(modules.view());
  }

  get count(): number {
    return this.#sessionByNodeId.size;
  }

  /** How far the nodes have come with what they were told of overlay networks. */
  get acknowledgements(): Acknowledgements {
    return {
      asOf: this.overlay.asOf,
      nodesOn: (networkId) => this.overlay.nodesOn(networkId),
      appliedIndexOf: (nodeId) => this.#sessionByNodeId.get(nodeId)?.overlay.appliedIndex,
      owedForMs: (nodeId) => this.#sessionByNodeId.get(nodeId)?.overlay.owedForMs ?? 0,
    };
  }

  /** What was not said yet, over all of them. */
  get backlog(): number {
    let backlog = 0;
    for (const session of this.#sessionByNodeId.values()) backlog += session.backlog;
    return backlog;
  }

  /** For how long each agent has owed an answer to what it was told of networks, if it owes one at all. */
  *owing(): Iterable<{ readonly nodeId: string; readonly forMs: number }> {
    for (const [nodeId, { overlay }] of this.#sessionByNodeId)
      if (overlay.owedForMs > 0) yield { nodeId, forMs: overlay.owedForMs };
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
  spread(wakeup: Wakeup): void {
    const { view, first, changed } = wakeup;
    this.overlay.follow(wakeup, (nodeId, item) => this.#sessionByNodeId.get(nodeId)?.overlayChanged(item));
    if (first) {
      for (const session of this.#sessionByNodeId.values()) session.startOver();
      return;
    }
    for (const taskId of changed.task) this.#sessionOf(view, taskId)?.taskChanged(taskId);
    for (const nodeId of changed.node) this.#sessionByNodeId.get(nodeId)?.nodeChanged();
    // A wakeup without any change is about the managers.
    const objectCount = changed.task.size + changed.network.size + changed.service.size;
    const isAboutOthersOnly = objectCount > 0 && changed.cluster.size + changed.node.size === 0;
    if (!isAboutOthersOnly) this.#spreadSharedFacts();
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
