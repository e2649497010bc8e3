/**
 * Rollouts in a whole cluster: what users are promised of order, parallelism, failures and pauses, whatever
 * happens to the manager meanwhile.
 */
import assert from 'node:assert/strict';
import type { Service, ServiceSpec, UpdateConfigInput } from '../../proto/gen/objects.js';
import { aServiceSpec } from '../kit/builders.js';
import { SimCluster } from '../kit/sim-cluster.js';
import { settlesTo } from './outcome.js';
import { Wishes } from './wishes.js';

const REPLICAS = 6;

const FAST: UpdateConfigInput = { parallelism: 2, monitorMs: 2_000, progressDeadlineMs: 30_000 };

function web(update: UpdateConfigInput, maxReplicasPerNode: number): ServiceSpec {
  return aServiceSpec({
    name: 'web',
    mode: { kind: 'replicated', replicated: { replicas: REPLICAS } },
    task: {
      container: { image: 'web:1', stopGracePeriodMs: 2_000 },
      restart: { condition: 'any', delayMs: 1_000, maxAttempts: 0, windowMs: 0 },
      placement: { maxReplicasPerNode },
    },
    update: { ...FAST, ...update },
    rollback: { ...FAST, ...update, failureAction: 'pause' },
  });
}

class Rollout {
  readonly cluster: SimCluster;
  readonly wishes: Wishes;
  /** The most and the fewest containers that were healthy or running at any step. */
  fewestHealthy = Number.POSITIVE_INFINITY;
  mostRunning = 0;

  constructor(seed: number) {
    this.cluster = new SimCluster({ seed, nodeCount: 3 });
    this.wishes = new Wishes(this.cluster);
  }

  get service(): Service {
    const service = this.wishes.service('web');
    assert.ok(service);
    return service;
  }

  get imagesRunning(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { image } of this.cluster.healthy) counts[image] = (counts[image] ?? 0) + 1;
    return counts;
  }

  async begin(update: UpdateConfigInput, maxReplicasPerNode: number): Promise<void> {
    await this.cluster.begin();
    await this.wishes.create(web(update, maxReplicasPerNode));
    await this.settlesTo('web:1');
  }

  async settlesTo(...images: readonly string[]): Promise<void> {
    await settlesTo(this.cluster, { web: { replicas: REPLICAS, images } });
  }

  async becomes(state: string, withinMs = 120_000): Promise<void> {
    const untilMs = this.cluster.nowMs + withinMs;
    while (this.service.desired?.state !== state) {
      if (this.cluster.nowMs >= untilMs) this.cluster.fail(`the rollout is not ${state} in time`);
      await this.cluster.run(20);
      this.#count();
    }
  }

  #count(): void {
    const running = this.cluster.containers.filter(({ state }) => state === 'running').length;
    this.fewestHealthy = Math.min(this.fewestHealthy, this.cluster.healthy.length);
    this.mostRunning = Math.max(this.mostRunning, running);
  }
}

async function rollout(
  seed: number,
  update: UpdateConfigInput = {},
  maxReplicasPerNode = 0,
): Promise<Rollout> {
  const begun = new Rollout(seed);
  await begun.begin(update, maxReplicasPerNode);
  return begun;
}

describe('a rollout', function () {
  this.timeout(60_000);

  it('never takes more slots down than it may, and ends with the new image everywhere', async () => {
    const run = await rollout(1, { parallelism: 1 });
    await run.wishes.setImage('web', 'web:2');
    await run.becomes('completed');
    assert.equal(run.fewestHealthy, REPLICAS - 1);
    assert.equal(run.mostRunning, REPLICAS);
    await run.settlesTo('web:2');
  });

  it('goes on through the death of its manager at any moment', async () => {
    for (let at = 1; at <= 6; at++) {
      const { cluster, wishes } = await rollout(10 + at);
      await wishes.setImage('web', 'web:2');
      await cluster.run(at * 400);
      cluster.manager.kill();
      await cluster.run(at * 1_000);
      cluster.manager.start();
      await settlesTo(cluster, { web: { replicas: REPLICAS, images: ['web:2'] } });
      assert.equal(wishes.service('web')?.desired?.state, 'completed');
    }
  });

  it('gives way to a newer one, and leaves nothing of the one before', async () => {
    const { cluster, wishes } = await rollout(20);
    for (const image of ['web:2', 'web:3-hang', 'web:4', 'web:5-missing', 'web:6']) {
      await wishes.setImage('web', image);
      await cluster.run(1_500);
    }
    await settlesTo(cluster, { web: { replicas: REPLICAS, images: ['web:6'] } });
  });
});

describe('a rollout as configured', function () {
  this.timeout(60_000);

  it('uses all of its parallelism, and no more', async () => {
    const run = await rollout(30, { parallelism: 2 });
    await run.wishes.setImage('web', 'web:2-slowstart');
    await run.becomes('completed');
    assert.equal(run.fewestHealthy, REPLICAS - 2);
    assert.equal(run.mostRunning, REPLICAS);
    await run.settlesTo('web:2-slowstart');
  });

  it('takes no more slots down when the update before it has left some down', async () => {
    for (let seed = 20; seed < 28; seed++) {
      const run = await rollout(seed, { parallelism: 2 });
      await run.wishes.setImage('web', 'web:2-hang');
      await run.cluster.run(4_000);
      await run.wishes.setImage('web', 'web:3');
      await run.becomes('completed');
      assert.ok(run.fewestHealthy >= REPLICAS - 2, `${run.fewestHealthy} were healthy (seed ${seed})`);
    }
  });

  it('that starts first never has fewer healthy than before', async () => {
    const run = await rollout(31, { parallelism: 2, order: 'start-first' });
    await run.wishes.setImage('web', 'web:2');
    await run.becomes('completed');
    assert.equal(run.fewestHealthy, REPLICAS);
    assert.ok(run.mostRunning >= REPLICAS + 2, `at most ${run.mostRunning} ran at once`);
    await run.settlesTo('web:2');
  });

  it('that cannot start first anywhere stops first, and is not stuck (scenario 23)', async () => {
    const run = await rollout(40, { parallelism: 1, order: 'start-first' }, REPLICAS / 3);
    await run.wishes.setImage('web', 'web:2');
    await run.becomes('completed');
    assert.equal(run.fewestHealthy, REPLICAS - 1);
    await run.settlesTo('web:2');
  });

  it('stops nothing for an image that cannot be had', async () => {
    const run = await rollout(39, { parallelism: 1, failureAction: 'pause' });
    await run.wishes.setImage('web', 'web:2-missing');
    await run.becomes('paused');
    await run.cluster.run(60_000);
    assert.deepEqual(run.imagesRunning, { 'web:1': REPLICAS });
  });

  it('pauses at the first failure, and keeps what it has not touched', async () => {
    const run = await rollout(32, { parallelism: 1, failureAction: 'pause' });
    await run.wishes.setImage('web', 'web:2-sick');
    await run.becomes('paused');
    await run.cluster.run(60_000);
    assert.equal(run.service.desired?.state, 'paused');
    assert.deepEqual(run.imagesRunning, { 'web:1': REPLICAS - 1 });
    await run.wishes.setImage('web', 'web:3');
    await run.becomes('completed');
    await run.settlesTo('web:3');
  });

  it('that starts first loses nothing to an image that never works', async () => {
    const run = await rollout(33, { order: 'start-first', failureAction: 'pause' });
    await run.wishes.setImage('web', 'web:2-sick');
    await run.becomes('paused');
    await run.cluster.run(60_000);
    assert.deepEqual(run.imagesRunning, { 'web:1': REPLICAS });
    await run.wishes.steer('web', 'rollback');
    await run.becomes('rollback-completed');
    await run.settlesTo('web:1');
  });

  for (const order of ['stop-first', 'start-first'] as const)
    it(`goes back by itself when told to, also with a new manager half-way (${order})`, async () => {
      const run = await rollout(34, { order, failureAction: 'rollback', parallelism: 1 });
      await run.wishes.setImage('web', 'web:2-crash500');
      await run.becomes('rollback-started');
      run.cluster.manager.kill();
      await run.cluster.run(2_000);
      run.cluster.manager.start();
      await run.becomes('rollback-completed');
      await run.settlesTo('web:1');
    });

  it('goes to the revision that is named, twice and in the middle of an update, and stops no good task first', async () => {
    const run = await rollout(41, { order: 'start-first', delayMs: 500, parallelism: 2 });
    for (const image of ['web:2', 'web:3']) {
      await run.wishes.setImage('web', image);
      await run.becomes('completed');
    }
    await run.wishes.setImage('web', 'web:4');
    await run.cluster.run(1_500);
    assert.equal(run.service.desired?.state, 'updating');
    await run.wishes.steer('web', 'rollback', 2);
    await run.becomes('rollback-completed');
    await run.settlesTo('web:2');
    await run.wishes.steer('web', 'rollback', 1);
    await run.becomes('rollback-started');
    await run.becomes('rollback-completed');
    await run.settlesTo('web:1');
    assert.equal(run.service.revision, 6);
    assert.ok(run.fewestHealthy >= REPLICAS, `${run.fewestHealthy} were healthy`);
  });

  it('goes back to what last ran when one bad update follows another', async () => {
    const run = await rollout(35, { failureAction: 'rollback', parallelism: 1 });
    await run.wishes.setImage('web', 'web:2-hang');
    await run.cluster.run(3_000);
    await run.wishes.setImage('web', 'web:3-missing');
    await run.becomes('rollback-completed');
    await run.settlesTo('web:1');
  });

  it('finds out a task that never runs when its deadline has passed', async () => {
    const run = await rollout(36, { progressDeadlineMs: 10_000, parallelism: 1 });
    await run.wishes.setImage('web', 'web:2-hang');
    // The old task may take its time to stop, too.
    await run.becomes('paused', 100_000);
    assert.deepEqual(run.imagesRunning, { 'web:1': REPLICAS - 1 });
  });

  it('goes on over failures when told to', async () => {
    const run = await rollout(37, { failureAction: 'continue', parallelism: 0 });
    await run.wishes.setImage('web', 'web:2-crash300');
    await run.cluster.until('no old one runs', () =>
      run.cluster.containers.every(({ image, state }) => image !== 'web:1' || state !== 'running'),
    );
    await run.wishes.setImage('web', 'web:3');
    await run.settlesTo('web:3');
  });

  it('stands still while it is paused by hand, and ends once it is resumed', async () => {
    const run = await rollout(38, { parallelism: 1 });
    await run.wishes.setImage('web', 'web:2');
    await run.cluster.run(1_500);
    await run.wishes.steer('web', 'pause');
    await run.cluster.run(30_000);
    const halfWay = run.imagesRunning;
    assert.ok((halfWay['web:1'] ?? 0) > 0, 'some are left');
    assert.equal(
      (halfWay['web:1'] ?? 0) + (halfWay['web:2'] ?? 0),
      REPLICAS,
      'the slot under way was finished',
    );
    await run.cluster.run(60_000);
    assert.deepEqual(run.imagesRunning, halfWay);
    await run.wishes.steer('web', 'resume');
    await run.becomes('completed');
    await run.settlesTo('web:2');
  });
});
