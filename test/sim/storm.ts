/**
 * A cluster's bad day, drawn from a seed: users who change their minds, images that do not work, nodes, agents,
 * lines, engines and managers that fail and come back. In the end everything is mended and one last wish must
 * come true. What must never happen on the way is the simulated cluster's to find out.
 */
import type { RolloutAction } from '../../proto/gen/control.js';
import type { ServiceSpec, ServiceSpecInput, UpdateConfigInput } from '../../proto/gen/objects.js';
import { aServiceSpec } from '../kit/builders.js';
import { SimCluster } from '../kit/sim-cluster.js';
import { SimRandom } from '../kit/sim-clock.js';
import { type Expected, settlesTo } from './outcome.js';
import { Wishes } from './wishes.js';

export interface StormOptions {
  readonly seed: number;
  readonly steps?: number | undefined;
  readonly isTalkative?: boolean | undefined;
}

/** What identifies the history, and what it was made of. */
export interface StormResult {
  readonly digest: string;
  readonly eventCount: number;
  readonly virtualMs: number;
}

const STEPS = 40;
const LONGEST_STEP_MS = 4_000;
const MOST_REPLICAS = 8;
const MOST_NODES = 5;
/** One service of each mode, and one more of the most common. */
const NAMES = ['web', 'api', 'each', 'batch', 'sweep'] as const;
type Name = (typeof NAMES)[number];
/** Half of the services are on it. */
const NETWORK = 'front';
const ZONES = ['a', 'b'] as const;
const BAD_WORDS = ['missing', 'sick', 'hang', 'crash300', 'crash4000', 'done2000', 'slowpull', 'slowstart'];
const STEERING: readonly RolloutAction[] = ['rollback', 'pause', 'resume', 'restart'];

export async function storm(options: StormOptions): Promise<StormResult> {
  const weather = new Weather(options);
  return await weather.run(options.steps ?? STEPS);
}

class Weather {
  readonly #cluster: SimCluster;
  readonly #wishes: Wishes;
  readonly #random: SimRandom;
  #imageCount = 1;

  constructor({ seed, isTalkative }: StormOptions) {
    this.#random = new SimRandom(seed ^ 0x5eed);
    const nodeCount = 1 + this.#below(5);
    this.#cluster = new SimCluster({ seed, nodeCount, isTalkative });
    this.#wishes = new Wishes(this.#cluster);
  }

  async run(steps: number): Promise<StormResult> {
    const cluster = this.#cluster;
    await cluster.begin();
    await this.#wishes.createNetwork(NETWORK);
    await this.#wishes.create(this.#newSpec('web'));
    // Without faults in the beginning, so that most rollouts begin with all that they may lose.
    await cluster.run(this.#below(10_000));
    for (let step = 0; step < steps; step++) {
      await this.#blow();
      await cluster.run(this.#below(LONGEST_STEP_MS));
    }
    await this.#clearUp();
    const { digest, count } = { digest: cluster.trace.digest(), count: cluster.trace.count };
    return { digest, eventCount: count, virtualMs: cluster.nowMs };
  }

  async #blow(): Promise<void> {
    const dice = this.#random.fraction();
    if (dice < 0.4) await this.#userActs();
    else if (dice < 0.75) this.#nodeFails();
    else if (dice < 0.88) this.#managerFails();
    else this.#somethingIsMended();
  }

  async #userActs(): Promise<void> {
    const name = this.#oneOf(NAMES);
    const dice = this.#random.fraction();
    if (this.#wishes.service(name) === undefined) await this.#wishes.create(this.#newSpec(name));
    else if (dice < 0.2) await this.#changeCounts(name);
    else if (dice < 0.5) await this.#wishes.setImage(name, this.#image(name, 0.35));
    else if (dice < 0.7) await this.#wishes.steer(name, this.#oneOf(STEERING));
    else if (dice < 0.73) await this.#wishes.remove(name);
    else if (dice < 0.76) await this.#wishes.setRebalance(this.#below(3) > 0);
    else if (dice < 0.8) await this.#wishes.setLabels(this.#anyNode(), { zone: this.#oneOf(ZONES) });
    else {
      if (dice < 0.82) return await this.#comeOrGo();
      const availability = this.#oneOf(['drain', 'active', 'active', 'pause'] as const);
      await this.#wishes.setAvailability(this.#anyNode(), availability);
    }
  }

  async #comeOrGo(): Promise<void> {
    const memberCount = this.#cluster.view.nodeCount();
    const nodeId = this.#anyNode();
    if (memberCount < MOST_NODES && this.#below(2) === 0) await this.#cluster.join();
    else if (memberCount > 1) await this.#wishes.removeNode(nodeId);
  }

  async #changeCounts(name: Name): Promise<void> {
    const count = this.#below(MOST_REPLICAS + 1);
    if (name === 'batch') await this.#wishes.setCounts(name, count, 1 + this.#below(3));
    else if (name === 'web' || name === 'api') await this.#wishes.scale(name, count);
  }

  #nodeFails(): void {
    const nodeId = this.#anyNode();
    const dice = this.#random.fraction();
    if (dice < 0.2) this.#cluster.net.drop(nodeId);
    else if (dice < 0.4) this.#cluster.harm(nodeId, () => this.#cluster.net.cut(nodeId));
    else if (dice < 0.62) this.#cluster.harm(nodeId, (node) => node.killAgent());
    else if (dice < 0.65) this.#cluster.harm(nodeId, (node) => node.loseMemory());
    else if (dice < 0.7) this.#cluster.harm(nodeId, (node) => node.powerCut());
    else if (dice < 0.75) this.#cluster.node(nodeId).kernel.isStuck = true;
    else if (dice < 0.82) this.#cluster.harm(nodeId, ({ engine }) => engine.setAway(true));
    else {
      const { engine } = this.#cluster.node(nodeId);
      if (engine.running.length > 0) engine.crash(this.#oneOf(engine.running));
    }
  }

  #managerFails(): void {
    const { manager } = this.#cluster;
    if (!manager.isAlive) manager.start();
    else if (this.#random.fraction() < 0.5) manager.kill();
    else manager.killDuringWrite(1 + this.#below(30));
  }

  #somethingIsMended(): void {
    this.#cluster.manager.start();
    this.#cluster.node(this.#anyNode()).mend();
  }

  /** Everything is mended, and the last wishes are uttered until they are heard. */
  async #clearUp(): Promise<void> {
    const cluster = this.#cluster;
    cluster.manager.cancelKill();
    cluster.manager.start();
    for (const node of cluster.nodes) node.mend();
    await cluster.until('the manager serves', () => cluster.manager.serving !== undefined, 30_000);
    for (const { nodeId } of cluster.nodes) {
      await this.#wishes.setAvailability(nodeId, 'active');
      await this.#wishes.setLabels(nodeId, {});
    }
    // Whoever is away at the last wish may have no part in it.
    const isReady = (): boolean => [...cluster.view.nodes()].every(({ status }) => status?.state === 'ready');
    await cluster.until('all nodes are ready', isReady, 30_000);
    const expected: Record<string, Expected> = {};
    for (const name of NAMES)
      if (this.#wishes.service(name) !== undefined) expected[name] = await this.#lastWish(name);
    await settlesTo(cluster, expected);
    for (const name of Object.keys(expected)) this.#checkCompleted(name);
  }

  async #lastWish(name: Name): Promise<Expected> {
    const count = this.#below(MOST_REPLICAS + 1);
    const nodeCount = this.#cluster.view.nodeCount();
    const image = this.#image(name, 0);
    await this.#wishes.setImage(name, image);
    switch (name) {
      case 'each':
        return { replicas: nodeCount, images: [image] };
      case 'sweep':
        return { replicas: 0, images: [image], completions: nodeCount };
      case 'batch':
        await this.#wishes.setCounts(name, count, 2);
        return { replicas: 0, images: [image], completions: count };
      default:
        await this.#wishes.scale(name, count);
        return { replicas: count, images: [image] };
    }
  }

  #checkCompleted(name: string): void {
    const state = this.#wishes.service(name)?.desired?.state ?? 'none';
    if (state !== 'completed' && state !== 'none') this.#cluster.fail(`the rollout of ${name} is ${state}`);
  }

  #newSpec(name: Name): ServiceSpec {
    const image = this.#image(name, 0.1);
    const update = this.#updateConfig();
    const isPerNode = name === 'each' || name === 'sweep';
    const isJob = name === 'batch' || name === 'sweep';
    return aServiceSpec({
      name,
      mode: this.#mode(name),
      task: {
        container: { image, stopGracePeriodMs: this.#oneOf([500, 2_000, 10_000]) },
        restart: {
          condition: 'any',
          delayMs: this.#oneOf([0, 500, 5_000]),
          maxAttempts: isJob ? this.#oneOf([0, 0, 2]) : 0,
          windowMs: 0,
        },
        placement: { constraints: isPerNode && this.#below(2) === 0 ? ['node.labels.zone!=b'] : [] },
        networks: this.#below(2) === 0 ? [{ networkId: NETWORK }] : [],
      },
      endpoint: {
        mode: this.#oneOf(['vip', 'vip', 'dnsrr'] as const),
        drainTimeoutMs: this.#oneOf([0, 500, 3_000, 10_000]),
      },
      onNodeDown: this.#oneOf(['replace', 'replace', 'wait'] as const),
      ...(isJob ? {} : { update, rollback: { ...update, failureAction: 'pause' } }),
    });
  }

  #mode(name: Name): ServiceSpecInput['mode'] {
    const count = 1 + this.#below(MOST_REPLICAS);
    const maxConcurrent = 1 + this.#below(3);
    switch (name) {
      case 'each':
        return { kind: 'global', global: {} };
      case 'batch':
        return { kind: 'replicatedJob', replicatedJob: { totalCompletions: count, maxConcurrent } };
      case 'sweep':
        return { kind: 'globalJob', globalJob: {} };
      default:
        return { kind: 'replicated', replicated: { replicas: count } };
    }
  }

  #updateConfig(): UpdateConfigInput {
    return {
      parallelism: this.#oneOf([1, 1, 2, 3, 0]),
      delayMs: this.#oneOf([0, 0, 1_000]),
      failureAction: this.#oneOf(['pause', 'continue', 'rollback'] as const),
      monitorMs: this.#oneOf([500, 3_000]),
      maxFailureRatio: this.#oneOf([0, 0, 0.3]),
      order: this.#oneOf(['stop-first', 'start-first'] as const),
      progressDeadlineMs: 30_000,
    };
  }

  #image(name: Name, badShare: number): string {
    this.#imageCount += 1;
    const isBad = this.#random.fraction() < badShare;
    const end = name === 'batch' || name === 'sweep' ? '-done1000' : '';
    return `${name}:${this.#imageCount}${end}${isBad ? `-${this.#oneOf(BAD_WORDS)}` : ''}`;
  }

  #anyNode(): string {
    return this.#oneOf(this.#cluster.nodes).nodeId;
  }

  #below(bound: number): number {
    return Math.floor(this.#random.fraction() * bound);
  }

  #oneOf<T>(choices: readonly T[]): T {
    const choice = choices[this.#below(choices.length)];
    if (choice === undefined) throw new Error('nothing to choose from');
    return choice;
  }
}
