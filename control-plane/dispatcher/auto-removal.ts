/**
 * Removes workers that were to be removed after so long a time down. Before it does, this leader must have
 * listened to such a node for as long as it takes to call a silent one down: whoever comes back while nobody
 * listens, as when leaders change or stall, gets the time to say so.
 */
import type { Clock } from '../../proto/base/clock.js';
import type { Log } from '../../proto/base/log.js';
import type { Service } from '../../proto/base/service.js';
import type { Node } from '../../proto/gen/objects.js';
import { removalOf } from '../store/rules/node-removal.js';
import type { ClusterView } from '../store/rules/view.js';
import type { Store } from '../store/store.js';
import { ListeningTime, LOOK_MS } from './listening-time.js';
import { heartbeatPeriodMs } from './presences.js';
import { overdueNodes } from './rules/auto-removal.js';
import { DOWN_BEATS } from './rules/liveness.js';

export interface AutoRemovalModules {
  readonly store: Pick<Store, 'view' | 'watch' | 'commit'>;
  readonly clock: Clock;
  readonly log: Log;
}

export class AutoRemoval implements Service {
  readonly name = 'auto-removal';
  readonly #modules: AutoRemovalModules;
  readonly #listening: ListeningTime;
  /** When each overdue node was first seen to be, in listening time. */
  readonly #seenMsByNodeId = new Map<string, number>();

  constructor(modules: AutoRemovalModules) {
    this.#modules = modules;
    this.#listening = new ListeningTime(modules.clock);
  }

  async run(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const { store, clock } = this.#modules;
    const watcher = store.watch({ tables: ['cluster', 'node'] });
    signal.addEventListener('abort', () => watcher.close(), { once: true });
    let alarm = new AbortController();
    try {
      for await (const _ of watcher) {
        alarm.abort();
        alarm = new AbortController();
        const delayMs = await this.#pass(signal);
        if (delayMs === Number.POSITIVE_INFINITY) continue;
        clock.sleep(delayMs, AbortSignal.any([signal, alarm.signal])).then(
          () => watcher.wake(),
          () => undefined,
        );
      }
    } finally {
      alarm.abort();
      watcher.close();
    }
  }

  /** How long to wait before the next pass. */
  async #pass(signal: AbortSignal): Promise<number> {
    const { store, clock } = this.#modules;
    const view = store.view();
    const nowMs = clock.nowMs();
    const overdue = overdueNodes(view.nodes(), nowMs);
    const removed = this.#listenedTo(overdue.nodes, heartbeatPeriodMs(view) * DOWN_BEATS);
    if (removed.length > 0) await this.#remove(view, removed, signal);
    return overdue.nodes.length > 0 ? LOOK_MS : overdue.nextAtMs - nowMs;
  }

  async #remove(view: ClusterView, nodes: readonly Node[], signal: AbortSignal): Promise<void> {
    const { store, clock, log } = this.#modules;
    const nowMs = clock.nowMs();
    // Whoever registered meanwhile has another status, and stays.
    const groups = nodes.map((node) => removalOf(view, node, { force: false, nowMs }));
    try {
      const results = await store.commit(groups, signal);
      for (const [at, { id, spec }] of nodes.entries())
        if (results[at]?.applied === true)
          log.info('node removed: down for too long', {
            nodeId: id,
            autoRemoveAfterMs: spec?.autoRemoveAfterMs,
          });
    } catch (error) {
      if (!signal.aborted)
        log.warn('nodes could not be removed; trying again', { error, nodeIds: nodes.map(({ id }) => id) });
    }
  }

  #listenedTo(overdue: readonly Node[], durationMs: number): readonly Node[] {
    const nowMs = this.#listening.nowMs();
    const ids = new Set(overdue.map(({ id }) => id));
    for (const id of this.#seenMsByNodeId.keys()) if (!ids.has(id)) this.#seenMsByNodeId.delete(id);
    for (const id of ids) if (!this.#seenMsByNodeId.has(id)) this.#seenMsByNodeId.set(id, nowMs);
    return overdue.filter(({ id }) => nowMs - (this.#seenMsByNodeId.get(id) ?? nowMs) >= durationMs);
  }
}
