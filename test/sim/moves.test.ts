/**
 * Nodes that come, go, are drained and lost in a whole cluster: what users are promised of their tasks meanwhile,
 * whatever happens to the manager.
 */
import assert from 'node:assert/strict';
import type { ServiceSpec, ServiceSpecInput } from '../../proto/gen/objects.js';
import { isWanted } from '../../proto/model/task.js';
import { aServiceSpec } from '../kit/builders.js';
import { SimCluster } from '../kit/sim-cluster.js';
import { settlesTo } from './outcome.js';
import { Wishes } from './wishes.js';

function web(replicas: number, parts: ServiceSpecInput = {}): ServiceSpec {
  return aServiceSpec({
    name: 'web',
    mode: { kind: 'replicated', replicated: { replicas } },
    task: {
      container: { image: 'web:1', stopGracePeriodMs: 2_000 },
      restart: { condition: 'any', delayMs: 1_000, maxAttempts: 0, windowMs: 0 },
    },
    ...parts,
  });
}

const START_FIRST: ServiceSpecInput = {
  update: { parallelism: 1, order: 'start-first', monitorMs: 1_000, progressDeadlineMs: 120_000 },
};

class Scene {
  readonly cluster: SimCluster;
  readonly wishes: Wishes;
  readonly replicas: number;
  fewestHealthy = Number.POSITIVE_INFINITY;
  mostHealthy = 0;

  private constructor(seed: number, nodeCount: number, replicas: number) {
    this.cluster = new SimCluster({ seed, nodeCount });
    this.wishes = new Wishes(this.cluster);
    this.replicas = replicas;
  }

  static async begin(seed: number, nodeCount: number, spec: ServiceSpec): Promise<Scene> {
    const replicas = spec.mode?.kind === 'replicated' ? spec.mode.replicated.replicas : 0;
    const scene = new Scene(seed, nodeCount, replicas);
    await scene.cluster.begin();
    await scene.wishes.create(spec);
    await scene.settles();
    return scene;
  }

  /** Ids of the tasks that are meant to be there. */
  get wanted(): readonly string[] {
    return [...this.cluster.view.tasks()]
      .filter((task) => isWanted(task))
      .map(({ id }) => id)
      .toSorted();
  }

  get nodeIds(): readonly string[] {
    return this.cluster.healthy.map(({ nodeId }) => nodeId).toSorted();
  }

  /** How many healthy containers each member has. */
  get counts(): readonly number[] {
    return [...this.cluster.view.nodes()].map(({ id }) => this.nodeIds.filter((each) => each === id).length);
  }

  get isEven(): boolean {
    return Math.max(...this.counts) - Math.min(...this.counts) <= 1;
  }

  async settles(): Promise<void> {
    await settlesTo(this.cluster, { web: { replicas: this.replicas, images: ['web:1'] } });
  }

  async run(durationMs: number): Promise<void> {
    const untilMs = this.cluster.nowMs + durationMs;
    while (this.cluster.nowMs < untilMs) {
      await this.cluster.run(50);
      const { length } = this.cluster.healthy;
      this.fewestHealthy = Math.min(this.fewestHealthy, length);
      this.mostHealthy = Math.max(this.mostHealthy, length);
    }
  }

  async until(what: string, holds: () => boolean, withinMs = 300_000): Promise<void> {
    const untilMs = this.cluster.nowMs + withinMs;
    while (!holds()) {
      if (this.cluster.nowMs >= untilMs) this.cluster.fail(`not in time: ${what}`);
      await this.run(100);
    }
  }

  async restartManager(afterMs: number): Promise<void> {
    await this.run(afterMs);
    this.cluster.manager.kill();
    await this.run(2_000);
    this.cluster.manager.start();
    await this.until('the manager serves', () => this.cluster.manager.serving !== undefined);
  }
}

describe('a cluster that is rebalanced', function () {
  this.timeout(120_000);

  it('moves tasks to a node that joins until it is even, one at a time and never one short (scenario 40)', async () => {
    const scene = await Scene.begin(1, 2, web(6));
    await scene.wishes.setRebalance(true);
    assert.ok((await scene.cluster.join()) !== undefined);
    await scene.until('it is even', () => scene.isEven);
    assert.equal(scene.fewestHealthy, 6);
    assert.equal(scene.mostHealthy, 7);
    await scene.settles();
    const before = scene.wanted;
    await scene.run(300_000);
    assert.deepEqual(scene.wanted, before);
  });

  it('goes on through the death of its manager at any moment', async () => {
    for (let at = 1; at <= 4; at++) {
      const scene = await Scene.begin(10 + at, 2, web(6));
      await scene.wishes.setRebalance(true);
      await scene.cluster.join();
      await scene.restartManager(29_000 + at * 700);
      await scene.until('it is even', () => scene.isEven);
      assert.equal(scene.fewestHealthy, 6, `seed ${10 + at}`);
      await scene.settles();
    }
  });

  it('gives back its share to a node that returns, when that has stayed for a while', async () => {
    const scene = await Scene.begin(20, 3, web(6));
    await scene.wishes.setRebalance(true);
    scene.cluster.harm('node-1', () => scene.cluster.net.cut('node-1'));
    const isElsewhere = (): boolean =>
      [...scene.cluster.view.tasks()].every((task) => !isWanted(task) || task.placement?.nodeId !== 'node-1');
    await scene.until('they are replaced', isElsewhere);
    await scene.run(20_000);
    scene.cluster.node('node-1').mend();
    // What it still runs is one too many, and stops once (scenario 37).
    await scene.settles();
    await scene.until('it is even', () => scene.isEven);
    await scene.settles();
    assert.deepEqual(scene.counts, [2, 2, 2]);
  });

  it('touches no task where nobody asked for it', async () => {
    const scene = await Scene.begin(30, 2, web(6));
    const before = scene.wanted;
    await scene.cluster.join();
    await scene.run(120_000);
    assert.deepEqual(scene.wanted, before);
  });

  it('is not drawn into a node that comes and goes (scenario 41)', async () => {
    const scene = await Scene.begin(31, 3, web(6));
    await scene.wishes.setRebalance(true);
    const before = scene.wanted;
    for (let flap = 0; flap < 45; flap++) {
      scene.cluster.harm('node-3', () => scene.cluster.net.cut('node-3'));
      await scene.run(10_000);
      scene.cluster.node('node-3').mend();
      await scene.run(10_000);
    }
    assert.deepEqual(scene.wanted, before);
    // Away for so long that its tasks are replaced, and back for less than it takes to be trusted.
    let made = 0;
    for (let flap = 0; flap < 10; flap++) {
      scene.cluster.harm('node-3', () => scene.cluster.net.cut('node-3'));
      await scene.run(40_000);
      scene.cluster.node('node-3').mend();
      await scene.run(20_000);
      made = new Set([...before, ...scene.wanted]).size - before.length;
    }
    assert.equal(made, 2);
    await scene.settles();
  });
});

describe('a node that is drained', function () {
  this.timeout(120_000);

  it('gives up its task only when another runs, at whatever moment the manager dies (scenario 28)', async () => {
    for (let at = 0; at <= 4; at++) {
      const scene = await Scene.begin(40 + at, 2, web(1, START_FIRST));
      const [nodeId = ''] = scene.nodeIds;
      await scene.wishes.setAvailability(nodeId, 'drain');
      if (at > 0) await scene.restartManager(at * 400);
      await scene.until('it is empty', () => scene.nodeIds.length === 1 && scene.nodeIds[0] !== nodeId);
      assert.equal(scene.fewestHealthy, 1, `seed ${40 + at}`);
      await scene.settles();
    }
  });

  it('keeps its task while no other node is there, and loses it to one that joins', async () => {
    const scene = await Scene.begin(50, 1, web(2, START_FIRST));
    await scene.wishes.setAvailability('node-1', 'drain');
    await scene.run(60_000);
    assert.deepEqual(scene.nodeIds, ['node-1', 'node-1']);
    await scene.cluster.join();
    await scene.until('it is empty', () => scene.nodeIds.every((nodeId) => nodeId === 'node-2'));
    assert.equal(scene.fewestHealthy, 2);
    await scene.settles();
  });

  it('keeps nothing for longer than a new task may take', async () => {
    const scene = await Scene.begin(51, 1, web(1, START_FIRST));
    await scene.wishes.setAvailability('node-1', 'drain');
    await scene.until('it is empty', () => scene.nodeIds.length === 0, 140_000);
    await scene.wishes.setAvailability('node-1', 'active');
    await scene.settles();
  });

  it('is empty at once of a service that stops old tasks first', async () => {
    const scene = await Scene.begin(52, 2, web(2));
    await scene.wishes.setAvailability('node-1', 'drain');
    await scene.until('it is empty', () => !scene.nodeIds.includes('node-1'), 10_000);
    await scene.settles();
  });
});

describe('a node that is lost', function () {
  this.timeout(120_000);

  it('keeps the tasks of a service that waits, and goes on with the same containers', async () => {
    const scene = await Scene.begin(60, 3, web(3, { onNodeDown: 'wait' }));
    const before = scene.wanted;
    const containers = scene.cluster.containers.map(({ containerId }) => containerId);
    scene.cluster.harm('node-2', (node) => node.killAgent());
    await scene.until('it is down', () => scene.cluster.view.node('node-2')?.status?.state === 'down');
    await scene.restartManager(60_000);
    assert.deepEqual(scene.wanted, before);
    scene.cluster.node('node-2').startAgent();
    await scene.settles();
    assert.deepEqual(scene.wanted, before);
    assert.deepEqual(
      scene.cluster.containers.map(({ containerId }) => containerId),
      containers,
    );
  });

  it('that is removed leaves no task behind that anybody wants', async () => {
    const scene = await Scene.begin(61, 3, web(4, { onNodeDown: 'wait' }));
    scene.cluster.harm('node-2', (node) => node.killAgent());
    await scene.until('it is down', () => scene.cluster.view.node('node-2')?.status?.state === 'down');
    await scene.wishes.removeNode('node-2');
    await scene.settles();
    assert.equal(scene.cluster.view.node('node-2'), undefined);
  });

  it('is removed when it has been down for as long as it may, and not when it returns as leaders change', async () => {
    const scene = await Scene.begin(62, 3, web(4));
    for (const nodeId of ['node-2', 'node-3']) {
      await scene.wishes.setAutoRemove(nodeId, 60_000);
      scene.cluster.harm(nodeId, (node) => node.killAgent());
    }
    await scene.until('they are down', () =>
      ['node-2', 'node-3'].every((id) => scene.cluster.view.node(id)?.status?.state === 'down'),
    );
    await scene.run(50_000);
    scene.cluster.manager.kill();
    await scene.run(60_000);
    scene.cluster.node('node-3').startAgent();
    await scene.run(1_000);
    scene.cluster.manager.start();
    await scene.until('the one is removed', () => scene.cluster.view.node('node-2') === undefined);
    await scene.settles();
    await scene.run(120_000);
    assert.equal(scene.cluster.view.node('node-3')?.status?.state, 'ready');
  });
});
