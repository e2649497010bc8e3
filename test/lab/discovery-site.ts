/**
 * A lab cluster with services on one network, to which misfortunes happen: nodes cut off, without power, leaders
 * killed. Each of them ends with every node doing as the store says, and says how long that took.
 */
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { eventually } from '../kit/eventually.js';
import { AppCluster, isAnswer } from './app-cluster.js';
import { DiscoveryAudit } from './discovery-audit.js';
import type { LabHost } from './host.js';
import type { Lab } from './lab.js';

export const NETWORK = 'back';
export const WEB = 'web';
export const WEB_REPLICAS = 3;
/** Of every node. */
export const PUBLISHED = 8080;

/** Which way packets do not come through. */
export type CutWay = 'both ways' | 'towards it' | 'from it' | '30 % lost';

const PACKETS_LOST = 'numgen random mod 10 < 3';

export class DiscoverySite {
  readonly app: AppCluster;
  readonly lab: Lab;
  readonly audit: DiscoveryAudit;

  private constructor(app: AppCluster) {
    this.app = app;
    this.lab = app.lab;
    this.audit = new DiscoveryAudit(app, NETWORK);
  }

  /** So many of the lab's first hosts are managers. A probe on each node, a service behind one address, one that is published. */
  static async start(lab: Lab, managers: number, ...initArgs: string[]): Promise<DiscoverySite> {
    const app = await AppCluster.start(lab, managers, ...initArgs);
    await app.cluster.swarmctl('network', 'create', NETWORK);
    const updates = ['--update-monitor', '500ms', '--restart-delay', '500ms'];
    await Promise.all([
      app.create(WEB, WEB_REPLICAS, '--network', NETWORK, ...updates),
      app.create('door', WEB_REPLICAS, '--network', NETWORK, '--publish', `${PUBLISHED}:80`),
      app.createGlobal('probe', '--network', NETWORK),
    ]);
    const site = new DiscoverySite(app);
    await site.audit.expectAgreed('at the beginning', { withinMs: 30_000 });
    return site;
  }

  others(...hosts: readonly LabHost[]): readonly LabHost[] {
    return this.lab.hosts.filter((each) => !hosts.includes(each));
  }

  /**
   * Cuts these hosts off from the others, for so long; meanwhile a service goes and another one comes. Then heals.
   * Returns how long it took until names, virtual addresses and tunnels of every node were as the store says, ms.
   */
  async cutOff(
    hosts: readonly LabHost[],
    options: { readonly forMs: number; readonly way: CutWay; readonly meanwhile?: () => Promise<void> },
  ): Promise<number> {
    const { forMs, way, meanwhile = () => Promise.resolve() } = options;
    const others = this.others(...hosts);
    const among = [
      '--network',
      NETWORK,
      ...hosts.flatMap(({ name }) => ['--constraint', `node.hostname!=${name}`]),
    ];
    await this.app.create('early', 1, ...among);
    await this.audit.expectAgreed('before the cut', { withinMs: 30_000 });
    const isOver = wait(forMs);
    await this.#cut(hosts, others, way);
    const leader = await this.app.cluster.expectLeader(others.filter((host) => this.#isManager(host)));
    const swarmctl = (...args: string[]): Promise<string> => this.app.cluster.swarmctlOn(leader, ...args);
    await swarmctl('service', 'rm', 'early');
    await swarmctl(
      'service',
      'create',
      '--detach',
      '--name',
      'late',
      '--replicas',
      '2',
      ...among,
      'lab/app:1',
    );
    await meanwhile();
    await isOver;
    const asked = [leader, ...this.others(leader)];
    const missed = await this.audit.differences(asked);
    assert.ok(missed.length > 0 || way === '30 % lost', 'the cut keeps something from them');
    for (const host of hosts) await host.heal();
    const tookMs = await this.audit.expectAgreed(`healed after ${forMs / 1000} s`, { hosts: asked });
    await this.app.cluster.swarmctl('service', 'rm', 'late');
    await this.expectWhole();
    return tookMs;
  }

  /** As it was made, whatever happened meanwhile. */
  async expectWhole(): Promise<void> {
    const { cluster } = this.app;
    await cluster.expectReadyNodes(this.lab.hosts.length, 60_000);
    await cluster.expectManagers(cluster.managers.length);
    await cluster.expectRunning(WEB, WEB_REPLICAS);
    await cluster.expectRunning('probe', this.lab.hosts.length);
    await this.audit.expectAgreed('whole again', { withinMs: 30_000 });
  }

  #isManager(host: LabHost): boolean {
    return this.app.cluster.managers.includes(host);
  }

  async #cut(hosts: readonly LabHost[], others: readonly LabHost[], way: CutWay): Promise<void> {
    const packets = way === '30 % lost' ? PACKETS_LOST : '';
    if (way !== 'towards it') for (const host of hosts) await host.loseFor(others, packets);
    if (way !== 'from it') for (const other of others) await other.loseFor(hosts, packets);
  }

  /**
   * Cuts the power of a host whose tasks serve. Returns how long these stayed in names and packet filters of the
   * others, and how long it took until the host that has its power back did as the store says, ms.
   */
  async losePower(host: LabHost): Promise<{ readonly goneAfterMs: number; readonly backAfterMs: number }> {
    const others = this.others(host);
    const before = await this.audit.stored(others);
    const dead = [...before.servingByService.values()]
      .flat()
      .filter(({ hostName }) => hostName === host.name);
    assert.ok(dead.length > 1, `tasks serve on ${host.name}`);
    const killedMs = performance.now();
    await host.kill();
    const leader = await this.app.cluster.expectLeader(others.filter((each) => this.#isManager(each)));
    const asked = [leader, ...others.filter((each) => each !== leader)];
    await eventually(
      `what ran on ${host.name} leaves the store's names`,
      async () => [...(await this.audit.stored(asked)).servingByService.values()].flat(),
      (tasks) => tasks.every(({ hostName }) => hostName !== host.name),
      { withinMs: 60_000, pollMs: 100 },
    );
    await this.audit.expectAgreed('without the host', { hosts: asked, isExamined: false });
    const goneAfterMs = Math.round(performance.now() - killedMs);
    const bootedMs = performance.now();
    await host.boot();
    await host.startEngine();
    await host.startSwarmd();
    const ghosts = new Set<string>();
    await eventually(
      `${host.name} does as the store says`,
      async () => {
        for (const ghost of await this.audit.ghosts(asked)) ghosts.add(ghost);
        return await this.audit.differences(this.lab.hosts);
      },
      (differences) => differences.length === 0,
      { withinMs: 60_000, pollMs: 100 },
    );
    assert.deepEqual([...ghosts], [], 'what is gone stays gone');
    const backAfterMs = Math.round(performance.now() - bootedMs);
    await this.expectWhole();
    return { goneAfterMs, backAfterMs };
  }

  /**
   * Kills the leader in the middle of a rolling update, and brings it back. Returns how long after the update it took
   * until every node did as the store says, ms.
   */
  async killLeaderInUpdate(image: string): Promise<number> {
    const { cluster } = this.app;
    const virtual = await this.#virtualOf(WEB);
    await cluster.swarmctl('service', 'update', '--detach', '--image', image, WEB);
    await eventually(
      'the update is in the middle',
      async () => (await cluster.tasks(WEB)).filter(({ Image }) => Image === image).length,
      (count) => count > 0,
      { withinMs: 30_000, pollMs: 10 },
    );
    const leader = await cluster.expectLeader();
    await leader.killSwarmd('both');
    await cluster.expectLeader(cluster.managers.filter((each) => each !== leader));
    await leader.startSwarmd();
    await cluster.expectReadyNodes(this.lab.hosts.length, 60_000);
    await eventually(
      'the update is complete',
      async () => (await cluster.updateStatus(WEB)).State,
      (state) => state === 'completed',
      { withinMs: 120_000, pollMs: 200 },
    );
    await cluster.expectRunning(WEB, WEB_REPLICAS, { image });
    const tookMs = await this.audit.expectAgreed('after the update');
    assert.equal(await this.#virtualOf(WEB), virtual, 'the virtual address stays');
    return tookMs;
  }

  /** Takes the service its own address: from then on nothing answers there. Then gives it one again. */
  async expectOldAddressSilent(): Promise<void> {
    const { app } = this;
    const old = await this.#virtualOf(WEB);
    const change = async (mode: string): Promise<void> => {
      await app.cluster.swarmctl('service', 'update', '--timeout', '120s', '--endpoint-mode', mode, WEB);
      await app.cluster.expectRunning(WEB, WEB_REPLICAS);
      await this.audit.expectAgreed(`endpoint mode ${mode}`);
    };
    await change('dnsrr');
    const probes = await app.containersOf('probe');
    const answers = await Promise.all(probes.map((probe) => app.ask(probe, 'get', '1', `http://${old}/`)));
    const texts = answers.flatMap((each) => Object.keys(each as Record<string, number>));
    assert.deepEqual(texts.filter(isAnswer), [], `nothing answers at ${old}`);
    await change('vip');
  }

  async #virtualOf(service: string): Promise<string> {
    return (await this.audit.stored()).virtualByService.get(service) ?? '';
  }
}
