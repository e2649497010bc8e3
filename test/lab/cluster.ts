/**
 * A lab whose hosts form a cluster, and two looks at it: what the control plane says (through swarmctl, as a
 * user) and what the engines really run.
 */
import assert from 'node:assert/strict';
import { eventually } from '../kit/eventually.js';
import type { LabHost } from './host.js';
import type { Lab } from './lab.js';

/** A row of `service ps --format json`. */
export interface TaskRow {
  readonly ID: string;
  readonly Name: string;
  readonly Image: string;
  readonly Node: string;
  readonly DesiredState: string;
  readonly CurrentState: string;
  readonly Error: string;
}

/** What of `node inspect` the tests look at. */
export interface NodeAccount {
  readonly ID: string;
  readonly Description: { readonly Engine?: { readonly Error?: string } };
  readonly Status: { readonly State: string; readonly Message?: string };
}

/** What of `service inspect` says how far an update is. */
export interface UpdateStatus {
  readonly State: string;
  readonly Message: string;
}

/** A container that an engine runs now. */
export interface RunningContainer {
  readonly containerId: string;
  readonly hostName: string;
  readonly taskName: string;
  /** With the id it says whether this very process was ever started again. */
  readonly startedAt: string;
}

const TASK_NAME_LABEL = 'com.docker.swarm.task.name';

export interface LabClusterModules {
  /** Hears every command and what it answered. */
  readonly say?: (line: string) => void;
}

export class LabCluster {
  readonly lab: Lab;
  readonly manager: LabHost;
  readonly workers: readonly LabHost[];
  readonly #say: (line: string) => void;

  constructor(lab: Lab, modules: LabClusterModules = {}) {
    this.lab = lab;
    this.manager = lab.host(1);
    this.workers = lab.hosts.slice(1);
    this.#say = modules.say ?? ((): void => undefined);
  }

  static async start(lab: Lab, ...initArgs: string[]): Promise<LabCluster> {
    const cluster = new LabCluster(lab);
    await cluster.boot();
    await cluster.form(...initArgs);
    return cluster;
  }

  /** Engines, images and swarmd on every host. */
  async boot(): Promise<void> {
    await this.lab.startEngines();
    await this.lab.buildImages();
    await Promise.all(this.lab.hosts.map((host) => host.startSwarmd()));
  }

  /** The first host starts a cluster, the others join it. */
  async form(...initArgs: string[]): Promise<void> {
    await this.swarmctl('swarm', 'init', ...initArgs);
    const token = (await this.swarmctl('swarm', 'join-token', '-q', 'worker')).trim();
    for (const worker of this.workers) await this.join(worker, token);
    await this.expectReadyNodes(this.lab.hosts.length);
  }

  async join(worker: LabHost, token: string): Promise<void> {
    await this.swarmctlOn(worker, 'swarm', 'join', '--token', token, `${this.manager.address}:2377`);
  }

  /** swarmctl on the manager; fails with what it said unless it ends with 0. Returns stdout. */
  async swarmctl(...args: string[]): Promise<string> {
    return await this.swarmctlOn(this.manager, ...args);
  }

  async swarmctlOn(host: LabHost, ...args: string[]): Promise<string> {
    this.#say(`${host.name}$ swarmctl ${args.join(' ')}`);
    const { exitCode, stdout, stderr } = await host.swarmctl(args);
    for (const line of stdout.trimEnd().split('\n')) this.#say(`  ${line}`);
    if (exitCode !== 0) {
      throw new Error(
        `${host.name}: swarmctl ${args.join(' ')} ended with ${exitCode}: ${stderr.trim()} ${stdout.trim()}`,
      );
    }
    return stdout;
  }

  /** The service's tasks that should run, as the control plane says; those that do have "Running …". */
  async tasks(service: string): Promise<readonly TaskRow[]> {
    return await this.history(service, '--filter', 'desired-state=running');
  }

  /** Every task of the service that is remembered, by slot, the newest of each first. */
  async history(service: string, ...filters: string[]): Promise<readonly TaskRow[]> {
    const wanted = [...filters, '--no-trunc', '--format', 'json'];
    const { stdout } = await this.manager.swarmctl(['service', 'ps', service, ...wanted]);
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as TaskRow);
  }

  /** How far the service's update is, in Docker's words; both are empty when it never had one. */
  async updateStatus(service: string): Promise<UpdateStatus> {
    const [inspected] = JSON.parse(await this.swarmctl('service', 'inspect', service)) as {
      readonly UpdateStatus?: UpdateStatus;
    }[];
    return inspected?.UpdateStatus ?? { State: '', Message: '' };
  }

  /** Waits until the remembered tasks of the service are as they should be. */
  async expectTasks(
    what: string,
    service: string,
    holds: (rows: readonly TaskRow[]) => boolean,
    withinMs = 30_000,
  ): Promise<readonly TaskRow[]> {
    return await eventually(what, () => this.history(service), holds, { withinMs, pollMs: 200 });
  }

  /** Waits until the host's node is, to the control plane, as it should be. */
  async expectNode(
    what: string,
    host: LabHost,
    holds: (node: NodeAccount) => boolean,
    withinMs = 30_000,
  ): Promise<NodeAccount> {
    const look = async (): Promise<NodeAccount> => {
      const [node] = JSON.parse(await this.swarmctl('node', 'inspect', host.name)) as NodeAccount[];
      if (node === undefined) throw new Error(`no node ${host.name}`);
      return node;
    };
    return await eventually(what, look, holds, { withinMs, pollMs: 200 });
  }

  /** For whoever must find out why a test failed. */
  async printLogs(): Promise<void> {
    for (const host of this.lab.hosts)
      console.log(`--- ${host.name}\n${(await host.logs()).swarmd.slice(-6000)}`);
  }

  /** Containers of the service that run on the hosts, whatever the control plane says. */
  async containers(
    service: string,
    hosts: readonly LabHost[] = this.lab.hosts,
  ): Promise<readonly RunningContainer[]> {
    const perHost = await Promise.all(hosts.map((host) => runningContainers(host)));
    return perHost
      .flat()
      .filter(({ taskName }) => taskName.startsWith(`${service}.`))
      .toSorted((a, b) => a.taskName.localeCompare(b.taskName));
  }

  /** Waits until exactly so many tasks of the service run, to the control plane and to the engines alike. */
  async expectRunning(
    service: string,
    count: number,
    options: {
      readonly hosts?: readonly LabHost[];
      readonly withinMs?: number;
      readonly image?: string;
    } = {},
  ): Promise<readonly RunningContainer[]> {
    const { hosts = this.lab.hosts, withinMs = 60_000, image } = options;
    const isWanted = (task: TaskRow): boolean =>
      task.CurrentState.startsWith('Running') && (image === undefined || task.Image === image);
    await eventually(
      `exactly ${count} tasks of ${service} run`,
      async () => ({
        tasks: (await this.tasks(service)).filter(isWanted).length,
        containers: (await this.containers(service, hosts)).length,
      }),
      (seen) => seen.tasks === count && seen.containers === count,
      { withinMs, pollMs: 200 },
    );
    return await this.containers(service, hosts);
  }

  async expectReadyNodes(count: number, withinMs = 30_000): Promise<void> {
    await eventually(
      `${count} nodes are ready`,
      async () => (await this.manager.swarmctl(['node', 'ls'])).stdout,
      (table) => (table.match(/\bReady\b/g) ?? []).length === count,
      { withinMs, pollMs: 100 },
    );
  }
}

async function runningContainers(host: LabHost): Promise<readonly RunningContainer[]> {
  const docker = await host.docker();
  const listed = await docker.listContainers();
  return await Promise.all(
    listed.map(async ({ Id, Labels }) => ({
      containerId: Id,
      hostName: host.name,
      taskName: Labels[TASK_NAME_LABEL] ?? '',
      startedAt: (await docker.getContainer(Id).inspect()).State.StartedAt,
    })),
  );
}

/** These containers run on as they were: none was replaced or started again. */
export function assertUntouched(
  before: readonly RunningContainer[],
  after: readonly RunningContainer[],
): void {
  const startedAtById = new Map(after.map(({ containerId, startedAt }) => [containerId, startedAt]));
  for (const { containerId, startedAt, taskName } of before) {
    assert.equal(startedAtById.get(containerId), startedAt, `${taskName} was replaced or started again`);
  }
}
