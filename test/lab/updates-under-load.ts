/**
 * Rolling updates of `lab/app` while requests go on without a pause: with connections that are kept open and with one
 * per request, through a published port and through the service's virtual address. Says what became of the requests.
 */
import type { AppCluster } from './app-cluster.js';
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

/** Makes network and services, updates, and removes them again. */
export async function updatesUnderLoad(
  app: AppCluster,
  options: UpdatesOptions,
): Promise<readonly LoadAccount[]> {
  const { updates, order, replicas, parallelism, drainTimeout } = options;
  const { cluster } = app;
  await cluster.swarmctl('network', 'create', NETWORK);
  const flags = `--network ${NETWORK} --publish ${PUBLISHED}:80 --drain-timeout ${drainTimeout} --update-order ${order}
    --update-parallelism ${parallelism} --update-monitor 1s --stop-grace-period 20s`;
  await app.create(SERVICE, replicas, ...flags.split(/\s+/));
  await app.createGlobal('caller', '--network', NETWORK);
  const loads = await startLoads(app);
  for (let update = 1; update <= updates; update += 1) {
    const image = `lab/app:${1 + (update % 2)}`;
    await cluster.swarmctl('service', 'update', '--timeout', '120s', '--image', image, SERVICE);
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
