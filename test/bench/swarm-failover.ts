/**
 * The peer of the failover benchmark: Docker Swarm with three managers. A write makes a config, which needs no tasks
 * and no containers.
 */
import { eventually } from '../kit/eventually.js';
import type { LabHost } from '../lab/host.js';
import type { Lab } from '../lab/lab.js';
import type { FailoverSide, Fault } from './failover-side.js';
import { formSwarm } from './swarm-side.js';

const SETTLED_WITHIN_MS = 120_000;

/** Of the engine's answers what is read here; the client's own types know little of Swarm mode. */
interface SwarmNode {
  readonly Description: { readonly Hostname: string };
  readonly Status: { readonly State: string };
  readonly ManagerStatus?: { readonly Leader?: boolean; readonly Reachability: string };
}

export class SwarmFailover implements FailoverSide {
  readonly name = 'peer';
  /** Slower than ours: in an engine without a leader each write that waits holds a connection for long. */
  readonly paceMs = 100;
  readonly #lab: Lab;
  #count = 0;

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  async open(): Promise<void> {
    await this.#lab.startEngines({ liveRestore: false });
    await formSwarm(this.#lab, { managers: this.#lab.hosts.length });
    await this.settle();
  }

  async close(): Promise<void> {
    await Promise.all(this.#lab.hosts.map((host) => host.stopEngine()));
  }

  async leader(): Promise<LabHost> {
    const leader = (await nodesOf(this.#lab.host(1))).find((node) => node.ManagerStatus?.Leader === true);
    const host = this.#lab.hosts.find(({ name }) => name === leader?.Description.Hostname);
    if (host === undefined) throw new Error('no host leads');
    return host;
  }

  async write(through: LabHost, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const engine = await through.docker();
    await engine.createConfig({ Name: `write${this.#count++}`, Data: 'd3JpdGU=' });
  }

  async break(leader: LabHost, fault: Fault): Promise<void> {
    switch (fault) {
      case 'kill':
        return await leader.killEngine();
      case 'freeze':
        return signalEngine(leader, 'SIGSTOP');
      case 'cut':
        return await leader.partition();
    }
  }

  async mend(host: LabHost, fault: Fault): Promise<void> {
    switch (fault) {
      case 'kill':
        await host.startEngine({ liveRestore: false });
        return;
      case 'freeze':
        return signalEngine(host, 'SIGCONT');
      case 'cut':
        return await host.heal();
    }
  }

  async settle(): Promise<void> {
    const count = this.#lab.hosts.length;
    for (const host of this.#lab.hosts)
      await eventually(
        `${host.name}: ${count} managers of the swarm are heard, and one leads`,
        () => nodesOf(host),
        (nodes) =>
          nodes.filter(
            (node) => node.ManagerStatus?.Reachability === 'reachable' && node.Status.State === 'ready',
          ).length === count && nodes.some((node) => node.ManagerStatus?.Leader === true),
        { withinMs: SETTLED_WITHIN_MS, pollMs: 100 },
      );
    for (const host of this.#lab.hosts) await this.write(host, AbortSignal.timeout(SETTLED_WITHIN_MS));
  }
}

async function nodesOf(host: LabHost): Promise<readonly SwarmNode[]> {
  return (await (await host.docker()).listNodes()) as readonly SwarmNode[];
}

function signalEngine({ engine, name }: LabHost, signal: NodeJS.Signals): void {
  if (engine.pid === undefined) throw new Error(`${name} has no engine`);
  process.kill(engine.pid, signal);
}
