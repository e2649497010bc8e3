/**
 * Connections to the services of a discovery site that say nothing for long, and what became of them: through a
 * virtual address, from inside a container, and through a published port, from outside.
 */
import assert from 'node:assert/strict';
import { isAnswer } from './app-cluster.js';
import { type DiscoverySite, PUBLISHED, WEB } from './discovery-site.js';
import type { LabHost } from './host.js';

export interface RestedConnection {
  /** What was answered before and after the rest: the same, when it is the same connection. */
  readonly before: string;
  readonly after: string;
  /** Until the second answer, or until it was known that there is none. */
  readonly tookMs: number;
}

export interface RestedWay {
  readonly way: string;
  readonly connections: readonly RestedConnection[];
}

/** So many that not all can come to the same task by chance. */
const CONNECTIONS = 12;
const SETTING = 'net.netfilter.nf_conntrack_tcp_timeout_established';

export async function idleConnections(site: DiscoverySite, seconds: number): Promise<readonly RestedWay[]> {
  const { app, lab } = site;
  const last = lab.host(lab.hosts.length);
  const probe = await app.containerOn(last, 'probe');
  const rest = (url: string): readonly string[] => ['idle', String(seconds), String(CONNECTIONS), url];
  const ways = {
    'virtual address': app.ask(probe, ...rest(`http://${WEB}/`)),
    'published port': app.askFrom(lab.client, ...rest(`http://${last.address}:${PUBLISHED}/`)),
  };
  return await Promise.all(
    Object.entries(ways).map(async ([way, said]) => ({
      way: `${way}, silent for ${seconds} s`,
      connections: (await said) as readonly RestedConnection[],
    })),
  );
}

/** All of them are still the connections they were. */
export function expectSurvival(ways: readonly RestedWay[]): void {
  for (const { way, connections } of ways) {
    const alive = connections.filter(({ before, after }) => before === after && isAnswer(before));
    console.log(`      ${way}: ${alive.length} of ${connections.length} connections go on`);
    assert.deepEqual(alive, connections, way);
  }
}

/** How long the kernels of these hosts remember connections that rest, s; returns how long it was until now. */
export async function setConntrackTimeout(hosts: readonly LabHost[], seconds: number): Promise<number> {
  const before = await Promise.all(hosts.map((host) => host.mustRun('sysctl', ['-n', SETTING])));
  await Promise.all(hosts.map((host) => host.mustRun('sysctl', ['-w', `${SETTING}=${seconds}`])));
  return Number(before[0]);
}
