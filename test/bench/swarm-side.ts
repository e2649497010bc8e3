/**
 * The peer of a comparison: Docker Swarm, the mode of the very same engines, which refuses live-restore. A new
 * swarm for each turn, of one manager and two workers or of three managers, since an engine cannot be ours again
 * before it has left.
 * No ports and names instead of virtual addresses: those would need IPVS in the kernel.
 */
import type Docker from 'dockerode';
import { eventually } from '../kit/eventually.js';
import type { LabHost } from '../lab/host.js';
import type { Lab } from '../lab/lab.js';
import {
  type Account,
  NETWORK,
  type Order,
  SERVICE,
  type Side,
  type SideOptions,
  type TaskAccount,
  UPDATE_FLAGS,
} from './side.js';

const READY_WITHIN_MS = 60_000;

/** Of the engine's answers what is read here; the client's own types know little of Swarm mode. */
interface SwarmService {
  readonly ServiceStatus?: { readonly RunningTasks: number };
  readonly UpdateStatus?: { readonly State?: string };
}

interface SwarmTask {
  readonly CreatedAt: string;
  readonly Status: { readonly State: string; readonly Timestamp: string };
}

export class SwarmSide implements Side {
  readonly name = 'peer';
  readonly #lab: Lab;
  readonly #manager: LabHost;
  readonly #others: readonly LabHost[];
  readonly #managers: number;
  readonly #isOnOverlay: boolean;

  constructor(lab: Lab, options: SideOptions & { readonly managers?: number } = {}) {
    const { managers = 1, isOnOverlay = false } = options;
    this.#lab = lab;
    this.#manager = lab.host(1);
    this.#others = lab.hosts.slice(1);
    this.#managers = managers;
    this.#isOnOverlay = isOnOverlay;
  }

  async open(): Promise<void> {
    await this.#lab.startEngines({ liveRestore: false });
    await formSwarm(this.#lab, { managers: this.#managers });
    if (this.#isOnOverlay) await this.#docker('network', 'create', '--driver', 'overlay', NETWORK);
  }

  async close(): Promise<void> {
    for (const host of [...this.#others, this.#manager])
      await host.mustRun('docker', ['swarm', 'leave', '--force']);
    await Promise.all(this.#lab.hosts.map((host) => host.stopEngine()));
  }

  async order(order: Order): Promise<void> {
    await this.#docker(...argsOf(order, this.#isOnOverlay));
  }

  async configureUpdate(): Promise<void> {
    await this.#docker('service', 'update', '--detach', ...UPDATE_FLAGS, '--no-resolve-image', SERVICE);
  }

  async remove(): Promise<void> {
    await this.#docker('service', 'rm', SERVICE);
  }

  async account(): Promise<Account | undefined> {
    const engine = await this.#engine();
    const query = { filters: { name: [SERVICE] }, status: true };
    const [service] = (await engine.listServices(query)) as readonly SwarmService[];
    if (service === undefined) return undefined;
    return {
      runningTasks: service.ServiceStatus?.RunningTasks ?? 0,
      isRolledOut: service.UpdateStatus?.State === 'completed',
    };
  }

  async tasks(): Promise<readonly TaskAccount[]> {
    const engine = await this.#engine();
    const tasks = (await engine.listTasks({ filters: { service: [SERVICE] } })) as readonly SwarmTask[];
    return tasks.map((task) => ({
      createdAtMs: Date.parse(task.CreatedAt),
      stateAtMs: Date.parse(task.Status.Timestamp),
      isRunning: task.Status.State === 'running',
    }));
  }

  async pids(): Promise<readonly number[]> {
    return this.#lab.hosts.map((host) => host.engine.pid).filter((pid) => pid !== undefined);
  }

  async #docker(...args: string[]): Promise<string> {
    return await this.#manager.mustRun('docker', args);
  }

  async #engine(): Promise<Docker> {
    return await this.#manager.docker();
  }
}

/** The engines run without live-restore; those of the first hosts, so many, become managers. */
export async function formSwarm(
  lab: Lab,
  { managers = 1 }: { readonly managers?: number } = {},
): Promise<void> {
  const [manager, ...others] = lab.hosts;
  if (manager === undefined) throw new Error('the lab has no hosts');
  await manager.mustRun('docker', ['swarm', 'init', '--advertise-addr', manager.address]);
  for (const [at, host] of others.entries()) {
    const role = at + 1 < managers ? 'manager' : 'worker';
    const token = (await manager.mustRun('docker', ['swarm', 'join-token', '-q', role])).trim();
    await host.mustRun('docker', ['swarm', 'join', '--token', token, `${manager.address}:2377`]);
  }
  const engine = await manager.docker();
  await eventually(
    'the nodes of the swarm are ready',
    async () => (await engine.listNodes()) as readonly { readonly Status: { readonly State: string } }[],
    (nodes) => nodes.filter((node) => node.Status.State === 'ready').length === lab.hosts.length,
    { withinMs: READY_WITHIN_MS, pollMs: 100 },
  );
}

const CREATE = 'service create --detach --no-resolve-image --endpoint-mode dnsrr --name'.split(' ');
function argsOf(order: Order, isOnOverlay: boolean): readonly string[] {
  switch (order.kind) {
    case 'create': {
      const network = isOnOverlay ? ['--network', NETWORK] : [];
      return [...CREATE, SERVICE, ...network, '--replicas', String(order.replicas), order.image];
    }
    case 'scale':
      return ['service', 'scale', '--detach', `${SERVICE}=${order.replicas}`];
    case 'update':
      return ['service', 'update', '--detach', '--no-resolve-image', '--image', order.image, SERVICE];
  }
}
