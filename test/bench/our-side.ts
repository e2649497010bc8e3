/**
 * Our side of a comparison: swarmd of a formed cluster beside engines that run as the product wants them, with
 * live-restore. The cluster is kept between two turns, its daemons are not.
 */
import { Connection } from '../../cli/swarmctl/connection.js';
import type { ControlClient } from '../../cli/swarmctl/control-link.js';
import { SystemClock } from '../../proto/base/clock.js';
import { ListServicesRequestCodec, ListTasksRequestCodec } from '../../proto/gen/control.js';
import type { LabCluster } from '../lab/cluster.js';
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

interface Line {
  readonly connection: Connection;
  readonly control: ControlClient;
}

export class OurSide implements Side {
  readonly name = 'ours';
  readonly #cluster: LabCluster;
  readonly #isOnOverlay: boolean;
  #hasNetwork = false;
  #line: Line | undefined;

  constructor(cluster: LabCluster, { isOnOverlay = false }: SideOptions = {}) {
    this.#cluster = cluster;
    this.#isOnOverlay = isOnOverlay;
  }

  async open(): Promise<void> {
    const { lab } = this.#cluster;
    await lab.startEngines();
    await Promise.all(lab.hosts.map((host) => host.startSwarmd()));
    await this.#cluster.expectReadyNodes(lab.hosts.length, READY_WITHIN_MS);
    await this.#cluster.expectManagers(this.#cluster.managers.length, this.#cluster.manager, READY_WITHIN_MS);
    if (!this.#isOnOverlay || this.#hasNetwork) return;
    await this.#cluster.swarmctl('network', 'create', NETWORK);
    this.#hasNetwork = true;
  }

  async close(): Promise<void> {
    this.#line?.connection.close();
    this.#line = undefined;
    const { hosts } = this.#cluster.lab;
    await Promise.all(hosts.map((host) => host.stopSwarmd()));
    await Promise.all(hosts.map((host) => host.stopEngine()));
  }

  async order(order: Order): Promise<void> {
    await this.#cluster.swarmctl(...argsOf(order, this.#isOnOverlay));
  }

  async configureUpdate(): Promise<void> {
    await this.#cluster.swarmctl('service', 'update', '--detach', ...UPDATE_FLAGS, SERVICE);
  }

  async remove(): Promise<void> {
    await this.#cluster.swarmctl('service', 'rm', SERVICE);
  }

  async account(): Promise<Account | undefined> {
    const control = await this.#control();
    const { services } = await control.listServices(ListServicesRequestCodec.create({ names: [SERVICE] }));
    const [entry] = services;
    if (entry?.service === undefined) return undefined;
    const { desired, rollout } = entry.service;
    return {
      runningTasks: entry.runningTasks,
      isRolledOut: desired?.state === 'completed' && desired.number === rollout?.number,
    };
  }

  async tasks(): Promise<readonly TaskAccount[]> {
    const control = await this.#control();
    const { tasks } = await control.listTasks(ListTasksRequestCodec.create({ serviceRefs: [SERVICE] }));
    return tasks.map(({ task }) => ({
      createdAtMs: task?.meta?.createdAtMs ?? Number.NaN,
      stateAtMs: task?.status?.atMs ?? Number.NaN,
      isRunning: task?.status?.state === 'running',
    }));
  }

  async pids(): Promise<readonly number[]> {
    const each = this.#cluster.lab.hosts.map(async ({ swarmd }) => [swarmd.pid, await swarmd.childPid()]);
    return (await Promise.all(each)).flat().filter((pid) => pid !== undefined);
  }

  async #control(): Promise<ControlClient> {
    this.#line ??= await connect(this.#cluster.manager.swarmd.socketPath);
    return this.#line.control;
  }
}

async function connect(socketPath: string): Promise<Line> {
  const connection = new Connection(
    { host: `unix://${socketPath}`, certificateDirectory: undefined, requestId: 'bench', takesStale: false },
    {
      clock: new SystemClock(),
      environment: {},
      signal: new AbortController().signal,
      onAsOf: () => undefined,
    },
  );
  return { connection, control: await connection.control() };
}

const CREATE = 'service create --detach --name'.split(' ');

function argsOf(order: Order, isOnOverlay: boolean): readonly string[] {
  switch (order.kind) {
    case 'create': {
      const network = isOnOverlay ? ['--network', NETWORK] : [];
      return [...CREATE, SERVICE, ...network, '--replicas', String(order.replicas), order.image];
    }
    case 'scale':
      return ['service', 'scale', '--detach', `${SERVICE}=${order.replicas}`];
    case 'update':
      return ['service', 'update', '--detach', '--image', order.image, SERVICE];
  }
}
