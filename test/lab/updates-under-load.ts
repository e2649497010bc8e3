/**
 * Rolling updates of `lab/app` while requests go on without a pause: with connections that are kept open and with one
 * per request, through a published port and through the service's virtual address. Says what became of the requests.
 */
import { setTimeout } from 'node:timers/promises';
import type { AppCluster } from './app-cluster.js';
import type { LabHost } from './host.js';
import { Load, type LoadResult } from './load.js';

export interface UpdatesOptions {
  readonly updates: number;
  readonly order: 'start-first' | 'stop-first';
  readonly replicas: number;
  readonly parallelism: number;
  /** As `--drain-timeout` takes it. */
  readonly drainTimeout: string;
}

export interface LoadAccount extends LoadResult {
  /** How the requests went: "published port, kept open" … */
  readonly way: string;
}

const SERVICE = 'web';
const NETWORK = 'front';
const PUBLISHED = 8080;
/** Shorter than the silence after which a node counts as disconnected, longer than a task takes to stop. */
const STALL_MS = 2_500;

/** Makes network and services, updates, and removes them again. */
export async function updatesUnderLoad(
  app: AppCluster,
  options: UpdatesOptions,
): Promise<readonly LoadAccount[]> {
  const { updates, order, replicas, parallelism, drainTimeout } = options;
  const { cluster, lab } = app;
  await cluster.swarmctl('network', 'create', NETWORK);
  const flags = `--network ${NETWORK} --publish ${PUBLISHED}:80 --drain-timeout ${drainTimeout} --update-order ${order}
    --update-parallelism ${parallelism} --update-monitor 1s --stop-grace-period 20s`;
  // What runs need not listen yet: a service that must lose nothing says when it is ready.
  const health = ['--health-cmd', 'nc -w 1 127.0.0.1 80 </dev/null', '--health-interval', '500ms'];
  await Promise.all([
    app.create(SERVICE, replicas, ...health, ...flags.split(/\s+/)),
    app.createGlobal('caller', '--network', NETWORK),
  ]);
  const loads = await startLoads(app);
  for (let update = 1; update <= updates; update += 1) {
    const image = `lab/app:${1 + (update % 2)}`;
    const updated = cluster.swarmctl('service', 'update', '--timeout', '120s', '--image', image, SERVICE);
    await stalled(lab.host(lab.hosts.length), updated);
    await cluster.expectRunning(SERVICE, replicas, { image });
  }
  const accounts = await Promise.all(loads.map(async ({ way, load }) => ({ way, ...(await load.stop()) })));
  await cluster.swarmctl('service', 'rm', SERVICE, 'caller');
  await cluster.expectRunning(SERVICE, 0);
  await cluster.expectRunning('caller', 0);
  await cluster.swarmctl('network', 'rm', NETWORK);
  for (const { way, requests, perSecond, failed, failures } of accounts)
    console.log(
      `      ${order}, ${way}: ${requests} requests, ${Math.round(perSecond)}/s, ${failed} failed ${failures}`,
    );
  return accounts;
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

async function startLoads(
  app: AppCluster,
): Promise<readonly { readonly way: string; readonly load: Load }[]> {
  const { lab } = app;
  const last = lab.host(lab.hosts.length);
  const caller = await app.containerOn(last, 'caller');
  const containerPid = await app.pidOf(caller);
  const [virtual = ''] = (await app.lookUp(caller, SERVICE))[SERVICE] ?? [];
  const published = `http://${last.address}:${PUBLISHED}/`;
  await app.expectAnswer(lab.client, published);
  const inside = `http://${virtual}/`;
  const start = async (
    way: string,
    host: typeof last,
    rest: object,
  ): Promise<{ way: string; load: Load }> => {
    const name = way.replaceAll(/\W+/g, '-');
    const load = await Load.start(host, { name, url: published, connections: 4, ...rest });
    return { way, load };
  };
  return await Promise.all([
    start('published port, kept open', lab.client, {}),
    start('published port, one per request', lab.client, { isPerRequest: true }),
    start('virtual address, kept open', last, { url: inside, containerPid }),
    start('virtual address, one per request', last, { url: inside, containerPid, isPerRequest: true }),
  ]);
}
