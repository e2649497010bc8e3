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

export interface LabClusterOptions extends LabClusterModules {
  /** So many of the first hosts are managers; 1 unless said otherwise. */
  readonly managers?: number;
}

export class LabCluster {
  readonly lab: Lab;
  /** The first of them, where the cluster begins. */
  readonly manager: LabHost;
  readonly managers: readonly LabHost[];
  readonly workers: readonly LabHost[];
  readonly #say: (line: string) => void;

  constructor(lab: Lab, options: LabClusterOptions = {}) {
    const { managers = 1, say = (): void => undefined } = options;
    this.lab = lab;
    this.manager = lab.host(1);
    this.managers = lab.hosts.slice(0, managers);
    this.workers = lab.hosts.slice(managers);
    this.#say = say;
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
    await Promise.all([this.lab.buildImages(), ...this.lab.hosts.map((host) => host.startSwarmd())]);
  }

  /** A cluster whose first hosts, so many, are managers with a vote. */
  static async startWithManagers(lab: Lab, managers: number, ...initArgs: string[]): Promise<LabCluster> {
    const cluster = new LabCluster(lab, { managers });
    await cluster.boot();
    await cluster.form(...initArgs);
    return cluster;
  }

  /** The first host starts a cluster, the others join it. */
  async form(...initArgs: string[]): Promise<void> {
    await this.swarmctl('swarm', 'init', ...initArgs);
    await this.#joinAll('manager', this.managers.slice(1));
    await this.#joinAll('worker', this.workers);
    await this.expectReadyNodes(this.lab.hosts.length);
    await this.expectManagers(this.managers.length);
  }

  async #joinAll(role: 'manager' | 'worker', hosts: readonly LabHost[]): Promise<void> {
    if (hosts.length === 0) return;
    const token = (await this.swarmctl('swarm', 'join-token', '-q', role)).trim();
    // The log takes one new member at a time.
    if (role === 'manager') for (const host of hosts) await this.join(host, token);
    else await Promise.all(hosts.map((host) => this.join(host, token)));
  }

  async join(host: LabHost, token: string): Promise<void> {
    await this.swarmctlOn(host, 'swarm', 'join', '--token', token, `${this.manager.address}:2377`);
  }

  /** Waits until so many managers have a vote and answer, one of them the leader; asks this host. */
  async expectManagers(count: number, asked = this.manager, withinMs = 30_000): Promise<void> {
    await eventually(
      `${count} managers, one of them the leader`,
      () => this.managerRows(asked),
      (rows) =>
        rows.filter(({ status }) => status === 'Leader').length === 1 &&
        rows.filter(({ status }) => status === 'Leader' || status === 'Reachable').length === count,
      { withinMs, pollMs: 100 },
    );
  }

  /** The managers as `node ls` on this host shows them; none when it does not answer. */
  async managerRows(
    asked: LabHost = this.manager,
  ): Promise<readonly { readonly hostName: string; readonly status: string }[]> {
    const format = '{{.Hostname}} {{.ManagerStatus}}';
    const { stdout } = await asked.look(['node', 'ls', '--format', format]);
    const rows = stdout.split('\n').map((line) => line.split(' '));
    return rows.flatMap(([hostName = '', status = '']) => (status === '' ? [] : [{ hostName, status }]));
  }

  /** Waits until one of these hosts, as they themselves say, leads. */
  async expectLeader(among: readonly LabHost[] = this.managers, withinMs = 60_000): Promise<LabHost> {
    const seen = await eventually(
      'one of the managers leads',
      async () => {
        const rows = (await Promise.all(among.map((host) => this.managerRows(host)))).flat();
        return rows.find(({ status }) => status === 'Leader')?.hostName;
      },
      (hostName) => among.some(({ name }) => name === hostName),
      { withinMs, pollMs: 100 },
    );
    const leader = among.find(({ name }) => name === seen);
    assert.ok(leader !== undefined);
    return leader;
  }

  /** The terms in which one of the managers led, as they say in their logs, each once per manager that led in it. */
  async termsLed(): Promise<readonly number[]> {
    const logs = await Promise.all(this.managers.map((host) => host.logs()));
    const lines = logs.flatMap(({ swarmd }) => swarmd.split('\n'));
    const leading = lines.filter((line) => line.includes('"this manager leads"'));
    return leading.map((line) => (JSON.parse(line) as { readonly epoch: number }).epoch);
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
    const { stdout } = await this.manager.look(['service', 'ps', service, ...wanted]);
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
      const { stdout } = await this.manager.look(['node', 'inspect', host.name]);
      const [node] = JSON.parse(stdout) as NodeAccount[];
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
      async () => (await this.manager.look(['node', 'ls'])).stdout,
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
