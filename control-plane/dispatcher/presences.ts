/**
 * Watches over the nodes of this leader's term: keeps who was heard when, asks the rule, and has the node's
 * state written. Sessions report to it; it ends the session of a node that is down. Instants are of the
 * listening time: what this process slept through is nobody's silence.
 */
import type { Clock } from '../../proto/base/clock.js';
import { SwarmError } from '../../proto/base/errors.js';
import type { Service } from '../../proto/base/service.js';
import type { Node, NodeStatus } from '../../proto/gen/objects.js';
import { isSame } from '../../proto/model/sameness.js';
import { group, update } from '../store/rules/change.js';
import type { ClusterView } from '../store/rules/view.js';
import type { Wakeup } from '../store/watch.js';
import { ListeningTime, LOOK_MS } from './listening-time.js';
import {
  DEFAULT_PERIOD_MS,
  DOWN_BEATS,
  judgePresence,
  type Presence,
  SUSPECT_BEATS,
  type Verdict,
} from './rules/liveness.js';
import type { Session } from './session.js';
import type { Intent, StatusWriter } from './status-writer.js';

export interface PresencesModules {
  readonly clock: Clock;
  readonly view: () => ClusterView;
  readonly writer: StatusWriter;
}

/** A node as this leader knows it; one that is down stays so until it registers. */
type Known = Presence | Session | 'down';

export class Presences implements Service {
  readonly name = 'presences';
  readonly #modules: PresencesModules;
  readonly #listening: ListeningTime;
  readonly #knownByNodeId = new Map<string, Known>();
  readonly #saidByNodeId = new Map<string, string>();
  #wake: () => void = () => undefined;
  /** When nodes will be judged next. */
  #plannedMs = Infinity;

  constructor(modules: PresencesModules) {
    this.#modules = modules;
    this.#listening = new ListeningTime(modules.clock);
  }

  get periodMs(): number {
    return heartbeatPeriodMs(this.#modules.view());
  }

  /** A session has begun. */
  present(session: Session): void {
    const { nodeId } = session.facts;
    this.#saidByNodeId.set(nodeId, 'ready');
    this.#knownByNodeId.set(nodeId, session);
    this.heard(session);
    this.#judgeBy(session.lastBeatMs + this.periodMs * SUSPECT_BEATS);
  }

  /** Its agent has said something: a node that was suspected is so no more. */
  heard(session: Session): void {
    const { nodeId } = session.facts;
    session.lastBeatMs = this.#listening.nowMs();
    session.beatPeriodMs = this.periodMs;
    const isSuspect = this.#saidByNodeId.get(nodeId) !== 'ready';
    if (isSuspect && this.#knownByNodeId.get(nodeId) === session) this.#judgeBy(session.lastBeatMs);
  }

  /** Its session has ended. */
  gone(session: Session): void {
    const { nodeId } = session.facts;
    if (this.#knownByNodeId.get(nodeId) !== session) return;
    const endedAtMs = this.#listening.nowMs();
    const { lastBeatMs, beatPeriodMs } = session;
    this.#knownByNodeId.set(nodeId, { kind: 'gone', lastBeatMs, beatPeriodMs, endedAtMs });
    this.#judgeBy(endedAtMs + this.periodMs);
  }

  /** Takes in nodes that appeared in the store, and forgets those that left it. */
  follow({ view, first, changed }: Wakeup): void {
    const sinceMs = this.#listening.nowMs();
    for (const nodeId of [...changed.node, ...(first ? this.#knownByNodeId.keys() : [])]) {
      const node = view.node(nodeId);
      if (node === undefined) this.#forget(nodeId);
      else if (!this.#knownByNodeId.has(nodeId))
        this.#knownByNodeId.set(
          nodeId,
          node.status?.state === 'down' ? 'down' : { kind: 'unheard', sinceMs },
        );
    }
    // New nodes, or another heartbeat period.
    if (first || changed.node.size + changed.cluster.size > 0) this.#judgeBy(sinceMs);
  }

  async run(signal: AbortSignal): Promise<void> {
    const stop = (): void => this.#wake();
    signal.addEventListener('abort', stop, { once: true });
    while (!signal.aborted) {
      this.#plannedMs = Infinity;
      this.#plannedMs = Math.min(this.#plannedMs, this.#judgeAll());
      await this.#sleepUntilPlanned(signal);
    }
    signal.removeEventListener('abort', stop);
  }

  /** Writes what silence has made of the nodes; returns when to judge again. */
  #judgeAll(): number {
    const nowMs = this.#listening.nowMs();
    const { periodMs } = this;
    let checkAtMs = Infinity;
    for (const [nodeId, known] of this.#knownByNodeId) {
      if (known === 'down') continue;
      const verdict = judgePresence(presenceOf(known), periodMs, nowMs);
      if (this.#saidByNodeId.get(nodeId) !== verdict.state) this.#say(nodeId, verdict, known);
      checkAtMs = Math.min(checkAtMs, verdict.checkAtMs ?? Infinity);
    }
    return checkAtMs;
  }

  #say(nodeId: string, verdict: Verdict, known: Known): void {
    const { writer, clock } = this.#modules;
    const { state, message } = verdict;
    this.#saidByNodeId.set(nodeId, state);
    if (state === 'down') {
      this.#knownByNodeId.set(nodeId, 'down');
      const what = `Node ${nodeId}'s next heartbeat`;
      const afterMs = this.periodMs * DOWN_BEATS;
      sessionIn(known)?.end(new SwarmError('call.timed-out', { what, afterMs }));
    }
    const intent = statusIntent(nodeId, { state, message }, clock.nowMs());
    // Rejected only when the term ends; the next leader judges anew.
    writer.write([[statusKey(nodeId), intent]]).catch(() => undefined);
  }

  #forget(nodeId: string): void {
    const known = this.#knownByNodeId.get(nodeId);
    this.#knownByNodeId.delete(nodeId);
    this.#saidByNodeId.delete(nodeId);
    sessionIn(known)?.end(new SwarmError('node.removed', { nodeId }));
  }

  #judgeBy(atMs: number): void {
    if (atMs >= this.#plannedMs) return;
    this.#plannedMs = atMs;
    this.#wake();
  }

  async #sleepUntilPlanned(signal: AbortSignal): Promise<void> {
    const { clock } = this.#modules;
    for (;;) {
      const delayMs = Math.min(this.#plannedMs - this.#listening.nowMs(), LOOK_MS);
      if (delayMs <= 0 || signal.aborted) return;
      // Not joined with the signal: each joined one would stay with it as long as this leader leads.
      const woken = new AbortController();
      this.#wake = () => woken.abort();
      await clock.sleep(delayMs, woken.signal).catch(() => undefined);
    }
  }
}

/** The cluster's heartbeat period. */
export function heartbeatPeriodMs(view: ClusterView): number {
  const periodMs = view.cluster()?.spec?.heartbeatPeriodMs ?? 0;
  return periodMs > 0 ? periodMs : DEFAULT_PERIOD_MS;
}

export function statusKey(nodeId: string): string {
  return `node ${nodeId} status`;
}

/** Writes these parts of the node's status, keeping the others and the instant when the state is no other. */
export function statusIntent(nodeId: string, parts: Partial<NodeStatus>, nowMs: number): Intent {
  return (view) => {
    const node = view.node(nodeId);
    if (node === undefined) return undefined;
    const before = statusOf(node);
    const changed = { ...before, ...parts };
    const sinceMs = changed.state === before.state && before.sinceMs !== 0 ? before.sinceMs : nowMs;
    const status = { ...changed, sinceMs };
    if (isSame(status, node.status)) return undefined;
    return group([update('node', nodeId, 'status', { status })]);
  };
}

function statusOf(node: Node): NodeStatus {
  return node.status ?? { state: 'unknown', message: '', address: '', sinceMs: 0, managerAddress: '' };
}

function presenceOf(known: Presence | Session): Presence {
  if ('kind' in known) return known;
  const { lastBeatMs, beatPeriodMs } = known;
  return { kind: 'session', lastBeatMs, beatPeriodMs };
}

function sessionIn(known: Known | undefined): Session | undefined {
  return known === undefined || known === 'down' || 'kind' in known ? undefined : known;
}
