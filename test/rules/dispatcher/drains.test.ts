/**
 * Which tasks that leave are sent traffic still, as far as agents have said what they act on.
 */
import assert from 'node:assert/strict';
import { Drains } from '../../../control-plane/dispatcher/drains.js';
import { update } from '../../../control-plane/store/rules/change.js';
import { noMeter } from '../../../proto/base/meter.js';
import type { NodeState } from '../../../proto/gen/objects.js';
import { RecordedLog } from '../../kit/recorded-log.js';
import { settle, SimClock } from '../../kit/sim-clock.js';
import { aWebTask, OverlayWorld } from './overlay-world.js';

/** Tasks t1 and t2 on network a, which node-1 and node-2 are on; both are connected and up to date. */
class Leaving {
  readonly clock = new SimClock();
  readonly log = new RecordedLog();
  readonly drains: Drains;
  readonly cleared: string[] = [];
  readonly connected = new Set(['node-1', 'node-2']);
  readonly world: OverlayWorld;
  isLeading = true;
  cutShortCount = 0;

  private constructor(world: OverlayWorld) {
    this.world = world;
    const { state, store } = world;
    this.drains = new Drains({
      clock: this.clock,
      log: this.log,
      meter: {
        ...noMeter,
        counter: () => ({ add: (_labels, amount = 1) => (this.cutShortCount += amount) }),
      },
      view: () => store.view(),
      acknowledgements: () =>
        this.isLeading
          ? {
              asOf: state.asOf,
              nodesOn: (networkId) => state.nodesOn(networkId),
              appliedIndexOf: (nodeId) =>
                this.connected.has(nodeId) ? world.agent(nodeId).feed.appliedIndex : undefined,
              owedForMs: (nodeId) => world.agent(nodeId).feed.owedForMs,
            }
          : undefined,
    });
    this.drains.watch((taskIds) => this.cleared.push(...taskIds));
  }

  static async begin(): Promise<Leaving> {
    const world = await OverlayWorld.begin();
    await world.put(aWebTask('t1'), aWebTask('t2', { placement: { nodeId: 'node-2' } }));
    await world.follow();
    for (const agent of world.agentByNodeId.values()) agent.catchUp();
    return new Leaving(world);
  }

  isClear(taskId: string): boolean {
    const view = this.world.store.view();
    const task = view.task(taskId);
    assert.ok(task);
    return this.drains.clearedSinceMs(task, view) !== undefined;
  }

  async leave(taskId: string): Promise<void> {
    await this.world.leave(taskId);
    await this.world.follow();
    this.drains.changed();
  }

  /** Whatever is known of traffic. */
  async stop(taskId: string): Promise<void> {
    const task = this.world.store.view().task(taskId);
    await this.world.commit(
      update('task', taskId, 'desired', { desired: { ...task?.desired, state: 'shutdown' } }),
    );
    await this.world.follow();
    this.drains.changed();
    await settle();
  }

  /** The node has put everything in force. */
  async catchUp(nodeId: string): Promise<void> {
    this.world.agent(nodeId).catchUp();
    this.drains.changed();
    await settle();
  }

  async becomes(nodeId: string, state: NodeState): Promise<void> {
    const status = { state, message: '', address: '', sinceMs: 1, managerAddress: '' };
    await this.world.commit(update('node', nodeId, 'status', { status }));
    await this.world.follow();
    this.drains.changed();
    await settle();
  }
}

describe('a task that leaves', () => {
  it('is clear once every node on its network acts on that, and whoever asked is told', async () => {
    const leaving = await Leaving.begin();
    await leaving.leave('t1');
    assert.equal(leaving.isClear('t1'), false);
    await leaving.catchUp('node-1');
    assert.deepEqual([leaving.isClear('t1'), leaving.cleared], [false, []]);
    await leaving.catchUp('node-2');
    assert.deepEqual(leaving.cleared, ['t1']);
    assert.equal(leaving.isClear('t1'), true);
  });

  it('stays clear from the instant on when it was', async () => {
    const leaving = await Leaving.begin();
    await leaving.leave('t1');
    assert.equal(leaving.isClear('t1'), false);
    for (const nodeId of leaving.connected) await leaving.catchUp(nodeId);
    const sinceMs = leaving.clock.nowMs();
    await leaving.clock.advance(5_000);
    await leaving.leave('t2');
    const task = leaving.world.store.view().task('t1');
    assert.ok(task);
    assert.equal(leaving.drains.clearedSinceMs(task, leaving.world.store.view()), sinceMs);
  });

  it('is not clear before the dispatcher has heard that it leaves', async () => {
    const leaving = await Leaving.begin();
    await leaving.world.leave('t1');
    assert.equal(leaving.isClear('t1'), false, 'all agents are up to date with the state before');
  });

  it('is clear without a word of nodes that traffic to it never came from', async () => {
    const leaving = await Leaving.begin();
    await leaving.world.put(aWebTask('t3', { status: { state: 'starting' } }));
    await leaving.world.follow();
    for (const nodeId of leaving.connected) await leaving.catchUp(nodeId);
    await leaving.leave('t3');
    assert.equal(leaving.isClear('t3'), true, 'it did not serve: nothing was to be told');
  });

  it('waits for a node without a session until that is known to be away', async () => {
    for (const state of ['disconnected', 'down'] as const) {
      const leaving = await Leaving.begin();
      leaving.connected.delete('node-2');
      await leaving.leave('t1');
      assert.equal(leaving.isClear('t1'), false);
      await leaving.catchUp('node-1');
      await leaving.becomes('node-2', 'unknown');
      assert.deepEqual(leaving.cleared, []);
      await leaving.becomes('node-2', state);
      assert.deepEqual(leaving.cleared, ['t1']);
    }
  });

  it('waits for a node that is suspected as long as its session stands', async () => {
    const leaving = await Leaving.begin();
    await leaving.leave('t1');
    assert.equal(leaving.isClear('t1'), false);
    await leaving.catchUp('node-1');
    await leaving.becomes('node-2', 'disconnected');
    assert.deepEqual(leaving.cleared, []);
    leaving.connected.delete('node-2');
    await leaving.catchUp('node-1');
    assert.deepEqual(leaving.cleared, ['t1']);
  });

  it('does not wait for a node that left the network', async () => {
    const leaving = await Leaving.begin();
    await leaving.leave('t1');
    assert.equal(leaving.isClear('t1'), false);
    await leaving.world.attach('node-2');
    await leaving.world.follow();
    await leaving.catchUp('node-1');
    assert.deepEqual(leaving.cleared, ['t1']);
  });

  it('waits for a node that says nothing once, and no more until that has said something', async () => {
    const leaving = await Leaving.begin();
    await leaving.leave('t1');
    assert.ok(leaving.world.agent('node-2').take());
    await leaving.catchUp('node-1');
    leaving.world.nowMs = 9_999;
    leaving.drains.changed();
    assert.equal(leaving.isClear('t1'), false);
    leaving.world.nowMs = 10_000;
    await leaving.leave('t2');
    await leaving.catchUp('node-1');
    assert.deepEqual([leaving.isClear('t1'), leaving.isClear('t2')], [true, true]);
    const said = (): readonly string[] =>
      leaving.log.lines.map(({ level, facts }) => `${level} ${String(facts['nodeId'])}`);
    assert.deepEqual(said(), ['warn node-2'], 'once');
    await leaving.catchUp('node-2');
    await leaving.world.put(aWebTask('t3'));
    await leaving.world.follow();
    for (const nodeId of leaving.connected) await leaving.catchUp(nodeId);
    await leaving.leave('t3');
    assert.ok(leaving.world.agent('node-2').take());
    await leaving.catchUp('node-1');
    assert.equal(leaving.isClear('t3'), false, 'it counts again');
    assert.deepEqual(said(), ['warn node-2', 'info node-2']);
  });

  it('is named with the nodes that were late when it is told to stop before they have spoken', async () => {
    const leaving = await Leaving.begin();
    await leaving.leave('t1');
    assert.equal(leaving.isClear('t1'), false);
    await leaving.catchUp('node-1');
    await leaving.clock.advance(10_000);
    await leaving.stop('t1');
    const said = leaving.log.lines.map(({ level, facts }) => [level, facts['taskIds'], facts['nodes']]);
    assert.deepEqual(said, [['warn', ['t1'], ['node-2']]]);
    assert.equal(leaving.cutShortCount, 1);
    await leaving.catchUp('node-2');
    await leaving.stop('t1');
    assert.equal(leaving.cutShortCount, 1, 'once');
  });

  it('is not named when it ended by itself, or stops once it is clear', async () => {
    const leaving = await Leaving.begin();
    await leaving.leave('t1');
    await leaving.leave('t2');
    assert.deepEqual([leaving.isClear('t1'), leaving.isClear('t2')], [false, false]);
    const { status } = aWebTask('t1', { status: { state: 'failed' } });
    await leaving.world.commit(update('task', 't1', 'status', { status }));
    await leaving.stop('t1');
    for (const nodeId of leaving.connected) await leaving.catchUp(nodeId);
    await leaving.stop('t2');
    assert.deepEqual([leaving.cutShortCount, leaving.log.lines], [0, []]);
  });

  it('is not known to be clear by a manager that does not lead, nor by what was said in another term', async () => {
    const leaving = await Leaving.begin();
    await leaving.leave('t1');
    for (const nodeId of leaving.connected) await leaving.catchUp(nodeId);
    assert.equal(leaving.isClear('t1'), true);
    leaving.isLeading = false;
    leaving.drains.forget();
    assert.equal(leaving.isClear('t1'), false);
  });
});
