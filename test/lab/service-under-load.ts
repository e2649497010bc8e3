/**
 * A service of `lab/app` whose rolling updates go on under requests without a pause: with connections that are kept
 * open and with one per request, through a published port and through the service's virtual address.
 */
import { setTimeout } from 'node:timers/promises';
import type { AppCluster } from './app-cluster.js';
import type { LabHost } from './host.js';
import { Load, type LoadResult } from './load.js';

export interface UpdatesOptions {
  readonly updates: number;
  readonly order: 'start-first' | 'stop-first';
  readonly parallelism: number;
  /** As `--drain-timeout` takes it. */
  readonly drainTimeout: string;
}

export interface LoadAccount extends LoadResult {
  /** How the requests went: "published port, kept open" … */
  readonly way: string;
}

/** Where requests come from and go to. */
interface Way {
  readonly way: string;
  readonly host: LabHost;
  readonly url: string;
  readonly containerPid?: number;
  readonly isPerRequest?: boolean;
}

const SERVICE = 'web';
const NETWORK = 'front';
const PUBLISHED = 8080;
/** Shorter than the silence after which a node counts as disconnected, longer than a task takes to stop. */
const STALL_MS = 2_500;

export class ServiceUnderLoad {
  readonly #app: AppCluster;
  readonly #replicas: number;
  readonly #ways: readonly Way[];
  #version = 1;

  private constructor(app: AppCluster, replicas: number, ways: readonly Way[]) {
    this.#app = app;
    this.#replicas = replicas;
    this.#ways = ways;
  }

  /** Requests come through the last host, and from a container on it. */
  static async start(app: AppCluster, replicas: number): Promise<ServiceUnderLoad> {
    const { cluster, lab } = app;
    await cluster.swarmctl('network', 'create', NETWORK);
    const flags = `--network ${NETWORK} --publish ${PUBLISHED}:80 --update-monitor 1s --stop-grace-period 20s`;
    // What runs need not listen yet: a service that must lose nothing says when it is ready.
    const health = ['--health-cmd', 'nc -w 1 127.0.0.1 80 </dev/null', '--health-interval', '3s'];
    await Promise.all([
      app.create(SERVICE, replicas, ...health, ...flags.split(' ')),
      app.createGlobal('caller', '--network', NETWORK),
    ]);
    const last = lab.host(lab.hosts.length);
    const caller = await app.containerOn(last, 'caller');
    const containerPid = await app.pidOf(caller);
    const [virtual = ''] = (await app.lookUp(caller, SERVICE))[SERVICE] ?? [];
    const published = { host: lab.client, url: `http://${last.address}:${PUBLISHED}/` };
    const inside = { host: last, containerPid, url: `http://${virtual}/` };
    await app.expectAnswer(lab.client, published.url);
    return new ServiceUnderLoad(app, replicas, [
      { way: 'published port, kept open', ...published },
      { way: 'published port, one per request', ...published, isPerRequest: true },
      { way: 'virtual address, kept open', ...inside },
      { way: 'virtual address, one per request', ...inside, isPerRequest: true },
    ]);
  }

  /** Updates it so many times, and says what became of the requests meanwhile. */
  async update(options: UpdatesOptions): Promise<readonly LoadAccount[]> {
    const { updates, order, parallelism, drainTimeout } = options;
    const { cluster } = this.#app;
    const settings = `--update-order ${order} --update-parallelism ${parallelism} --drain-timeout ${drainTimeout}`;
    await cluster.swarmctl('service', 'update', ...settings.split(' '), SERVICE);
    const loads = await Promise.all(this.#ways.map(startLoad));
    const stop = (): Promise<readonly LoadAccount[]> =>
      Promise.all(loads.map(async ({ way, load }) => ({ way, ...(await load.stop()) })));
    try {
      for (let update = 1; update <= updates; update += 1) await this.#updateOnce();
    } catch (error) {
      await stop();
      throw error;
    }
    const accounts = await stop();
    for (const { way, requests, perSecond, failed, failures } of accounts)
      console.log(
        `      ${order}, ${way}: ${requests} requests, ${Math.round(perSecond)}/s, ${failed} failed ${failures}`,
      );
    return accounts;
  }

  async #updateOnce(): Promise<void> {
    const { cluster, lab } = this.#app;
    this.#version = 3 - this.#version;
    const image = `lab/app:${this.#version}`;
    const updated = cluster.swarmctl('service', 'update', '--timeout', '120s', '--image', image, SERVICE);
    await stalled(lab.host(lab.hosts.length), updated);
    await cluster.expectRunning(SERVICE, this.#replicas, { image });
  }
}

async function startLoad({ way, ...options }: Way): Promise<{ readonly way: string; readonly load: Load }> {
  const { host, ...rest } = options;
  return {
    way,
    load: await Load.start(host, { name: way.replaceAll(/\W+/g, '-'), connections: 4, ...rest }),
  };
}

/**
 * As long as the command runs, the node that all requests come through stands still again and again: it hears late of
 * what it must no longer send traffic to, as a node under load does.
 */
async function stalled(host: LabHost, command: Promise<unknown>): Promise<void> {
  const progress = { isOver: false };
  const ended = command.finally(() => {
    progress.isOver = true;
  });
  const stalling = async (): Promise<void> => {
    while (!progress.isOver) {
      await host.freezeSwarmd();
      await setTimeout(STALL_MS);
      await host.thawSwarmd();
      await setTimeout(STALL_MS);
    }
  };
  await Promise.all([ended, stalling()]);
}
