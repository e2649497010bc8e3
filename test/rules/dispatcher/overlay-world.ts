/**
 * A store with overlay networks, what a dispatcher makes of it, and agents that take in what they are told when
 * the test says so.
 */
import { OverlayFeed } from '../../../control-plane/dispatcher/overlay-feed.js';
import { type Mark, OverlayState } from '../../../control-plane/dispatcher/overlay-state.js';
import { create, group, update } from '../../../control-plane/store/rules/change.js';
import type { Store } from '../../../control-plane/store/store.js';
import type { Watcher } from '../../../control-plane/store/watch.js';
import { invariant } from '../../../proto/base/invariant.js';
import type { Change } from '../../../proto/gen/log.js';
import { NodeCodec, type Node, type Task, type TaskInput } from '../../../proto/gen/objects.js';
import { aNetwork, aNode, aTask } from '../../kit/builders.js';
import { aMemoryStore, commitAll, storeObjects } from '../../kit/memory-store.js';
import { OverlayModel } from './overlay-model.js';

/** What a node has on these networks. */
export const on = (...networkIds: readonly string[]): NonNullable<Node['allocation']> => {
  const attachments = networkIds.map((networkId) => ({
    networkId,
    address: '10.0.1.2',
    block: '10.0.1.128/29',
  }));
  const { allocation } = NodeCodec.create({ allocation: { attachments } });
  invariant(allocation, 'it was given one');
  return allocation;
};

/** A task on network a that serves. */
export const aWebTask = (id: string, parts: TaskInput = {}): Task =>
  aTask({ id, allocation: { attachments: [{ networkId: 'a', address: '10.0.1.9' }] }, ...parts });

/** An agent that has put in force what it took in last. */
export class OverlayAgent {
  readonly feed: OverlayFeed;
  readonly model = new OverlayModel();
  /** What was taken in whole, and not put in force yet, oldest first. */
  readonly #whole: { readonly sequence: number; readonly held: Readonly<Record<string, unknown>> }[] = [];
  inForce: Readonly<Record<string, unknown>> = {};

  constructor(nodeId: string, state: OverlayState, nowMs: () => number) {
    this.feed = new OverlayFeed(nodeId, state, nowMs);
  }

  /** Takes in one message; false when there is none. */
  take(): boolean {
    const message = this.feed.next();
    if (message === undefined) return false;
    this.model.take(message);
    if (this.model.isWhole) this.#whole.push({ sequence: message.sequence, held: this.model.held() });
    return true;
  }

  /** Puts in force what it took in first of what is waiting. */
  apply(): void {
    const first = this.#whole.shift();
    if (first === undefined) return;
    this.inForce = first.held;
    this.feed.applied(first.sequence);
  }

  /** Takes in and puts in force everything that there is. */
  catchUp(): void {
    while (this.take() || this.#whole.length > 0) this.apply();
  }
}

export class OverlayWorld {
  readonly store: Store = aMemoryStore().store;
  readonly state = new OverlayState(this.store.view());
  readonly agentByNodeId = new Map<string, OverlayAgent>();
  readonly #watcher: Watcher = this.store.watch({});
  nowMs = 0;
  readonly #wakeups = this.#watcher[Symbol.asyncIterator]();

  /** Networks a and b; node-1 to node-3, of which the first two are on a. */
  static async begin(): Promise<OverlayWorld> {
    const world = new OverlayWorld();
    await storeObjects(world.store, {
      network: [aNetwork({ id: 'a' }), aNetwork({ id: 'b' })],
      node: [
        aNode({ id: 'node-1', allocation: on('a') }),
        aNode({ id: 'node-2', allocation: on('a') }),
        aNode({ id: 'node-3' }),
      ],
    });
    await world.follow();
    for (const { id } of world.store.view().nodes())
      world.agentByNodeId.set(id, new OverlayAgent(id, world.state, () => world.nowMs));
    return world;
  }

  agent(nodeId: string): OverlayAgent {
    const agent = this.agentByNodeId.get(nodeId);
    invariant(agent !== undefined, `no agent on ${nodeId}`);
    return agent;
  }

  /** Commits, without the dispatcher hearing of it yet; the index. */
  async commit(...changes: readonly Change[]): Promise<number> {
    await commitAll(this.store, [group(changes)]);
    return this.store.view().index;
  }

  async put(...tasks: readonly Task[]): Promise<number> {
    return await this.commit(...tasks.map((task) => create('task', task)));
  }

  async leave(taskId: string): Promise<number> {
    const desired = {
      state: 'running' as const,
      leaving: { sinceMs: 1, reason: 'scaled down', end: 'remove' as const },
    };
    return await this.commit(update('task', taskId, 'desired', { desired }));
  }

  async attach(nodeId: string, ...networkIds: readonly string[]): Promise<number> {
    return await this.commit(update('node', nodeId, 'allocation', { allocation: on(...networkIds) }));
  }

  /** Users run containers there, one on each of these networks, or the node is lost with them. */
  async run(nodeId: string, state: 'ready' | 'down', ...networkIds: readonly string[]): Promise<number> {
    const containers = networkIds.map((networkId) => ({
      networkId,
      containerId: `c-${nodeId}`,
      address: '10.0.1.129',
      hardwareAddress: '02:42:0a:00:01:81',
    }));
    const { description, status } = NodeCodec.create({
      description: { networking: { containers } },
      status: { state },
    });
    return await this.commit(
      update('node', nodeId, 'description', { description }),
      update('node', nodeId, 'status', { status }),
    );
  }

  /** The dispatcher hears of everything that was committed, and so do the agents' feeds. */
  async follow(mark?: Mark): Promise<void> {
    this.#watcher.wake();
    const { value } = await this.#wakeups.next();
    invariant(value !== undefined, 'the watcher is open');
    this.state.follow(value, (nodeId, item) => {
      this.agentByNodeId.get(nodeId)?.feed.changed(item);
      mark?.(nodeId, item);
    });
  }
}
