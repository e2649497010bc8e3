/**
 * A lab cluster whose services are `lab/app` on overlay networks, looked at as their users do: from inside their
 * containers, by name, and from outside, through published ports.
 */
import { inspect } from 'node:util';
import { eventually } from '../kit/eventually.js';
import { ASK_PROGRAM, askCommand } from './app-images.js';
import { LabCluster, type RunningContainer } from './cluster.js';
import type { LabHost } from './host.js';
import type { Lab } from './lab.js';

/** Some questions take long on purpose. */
const ASK_WITHIN_MS = 1_200_000;

/** One answer of the app. */
export interface AppAnswer {
  /** Name of the container's host: the beginning of its id. */
  readonly container: string;
  readonly version: string;
  /** Who asked, as the app sees it. */
  readonly client: string;
}

/** What one socket's datagrams were answered with; what is no answer from where it was asked is an error. */
export interface Flow extends AppAnswer {
  /** The port of the container that they came to. */
  readonly targetPort: number;
  readonly answered: number;
}

export class AppCluster {
  readonly cluster: LabCluster;
  readonly lab: Lab;
  #lastMade: Promise<unknown> = Promise.resolve();

  private constructor(cluster: LabCluster) {
    this.cluster = cluster;
    this.lab = cluster.lab;
  }

  /** Over a cluster that stands, whose engines have `lab/app`. */
  static over(cluster: LabCluster): AppCluster {
    return new AppCluster(cluster);
  }

  /** So many of the first hosts are managers; `lab/app` is on all. */
  static async start(lab: Lab, managers = 1, ...initArgs: string[]): Promise<AppCluster> {
    const cluster = new LabCluster(lab, { managers });
    await cluster.boot();
    await Promise.all([cluster.form(...initArgs), lab.buildAppImages()]);
    return new AppCluster(cluster);
  }

  /** A service of the app; resolves once all its tasks run. */
  async create(name: string, replicas: number, ...flags: readonly string[]): Promise<void> {
    await this.#create(name, '--replicas', String(replicas), ...flags);
    await this.cluster.expectRunning(name, replicas);
  }

  /** A service with one task on each host; resolves once all of them run. */
  async createGlobal(name: string, ...flags: readonly string[]): Promise<void> {
    await this.#create(name, '--mode', 'global', ...flags);
    await this.cluster.expectRunning(name, this.lab.hosts.length);
  }

  /** One after the other: each is a program of its own, and many at once would only be in each other's way. */
  async #create(name: string, ...flags: readonly string[]): Promise<void> {
    const args = ['service', 'create', '--detach', '--name', name, ...flags, 'lab/app:1'];
    const made = this.#lastMade.then(() => this.cluster.swarmctl(...args));
    this.#lastMade = made.catch(() => undefined);
    await made;
  }

  host(name: string): LabHost {
    const host = this.lab.hosts.find((each) => each.name === name);
    if (host === undefined) throw new Error(`no host ${name}`);
    return host;
  }

  async containersOf(service: string): Promise<readonly RunningContainer[]> {
    return await this.cluster.containers(service);
  }

  /** A container of the service on that host. */
  async containerOn(host: LabHost, service: string): Promise<RunningContainer> {
    const [container] = await this.cluster.containers(service, [host]);
    if (container === undefined) throw new Error(`no container of ${service} runs on ${host.name}`);
    return container;
  }

  /** The process of a container, by which its network is entered. */
  async pidOf({ hostName, containerId }: RunningContainer): Promise<number> {
    const docker = await this.host(hostName).docker();
    return (await docker.getContainer(containerId).inspect()).State.Pid;
  }

  /** Its addresses, by name of the engine's network. */
  async addressesOf({ hostName, containerId }: RunningContainer): Promise<Readonly<Record<string, string>>> {
    const docker = await this.host(hostName).docker();
    const { Networks } = (await docker.getContainer(containerId).inspect()).NetworkSettings;
    return Object.fromEntries(Object.entries(Networks).map(([name, { IPAddress }]) => [name, IPAddress]));
  }

  /** What `ask` (see app/ask.ts) says inside the container. */
  async ask(container: RunningContainer, ...args: readonly string[]): Promise<unknown> {
    const command = ['exec', container.containerId, ...askCommand(...args)];
    return JSON.parse(
      await this.host(container.hostName).mustRun('docker', command, { timeoutMs: ASK_WITHIN_MS }),
    );
  }

  /** What it says on a host itself, or on the client. */
  async askFrom(host: LabHost, ...args: readonly string[]): Promise<unknown> {
    const command = [ASK_PROGRAM, ...args];
    return JSON.parse(await host.mustRun(process.execPath, command, { timeoutMs: ASK_WITHIN_MS }));
  }

  /** What each name leads to inside the container: IPv4 addresses, sorted; null where it is not known. */
  async lookUp(
    container: RunningContainer,
    ...names: readonly string[]
  ): Promise<Readonly<Record<string, readonly string[] | null>>> {
    return (await this.ask(container, 'lookup', ...names)) as Record<string, readonly string[] | null>;
  }

  /** Requests from inside the container, a connection for each; throws unless all were answered by the app. */
  async get(container: RunningContainer, url: string, count = 1): Promise<readonly AppAnswer[]> {
    const answers = (await this.ask(container, 'get', String(count), url)) as Record<string, number>;
    return Object.entries(answers).flatMap(([text, often]) =>
      Array.from({ length: often }, () => readAnswer(text)),
    );
  }

  /** One request from outside, a host of the lab or the client on its switch. */
  async getFrom(host: LabHost, url: string): Promise<AppAnswer> {
    return readAnswer(await host.mustRun('curl', ['--silent', '--show-error', '--max-time', '5', url]));
  }

  /** What so many sockets of that host, each with so many datagrams, are answered with. */
  async exchange(
    from: LabHost,
    to: { readonly address: string; readonly port: number },
    { sockets, datagrams }: { readonly sockets: number; readonly datagrams: number },
  ): Promise<readonly Flow[]> {
    const args = [to.address, to.port, sockets, datagrams].map(String);
    const flows = (await this.askFrom(from, 'datagrams', ...args)) as readonly Record<string, number>[];
    return flows.map((answers) => {
      const [text = '', ...others] = Object.keys(answers);
      if (others.length > 0) throw new Error(`one socket was answered by several: ${inspect(answers)}`);
      const line = text.split(' ');
      const targetPort = Number(line.pop());
      return { ...readAnswer(line.join(' ')), targetPort, answered: answers[text] ?? 0 };
    });
  }

  /** Waits until the published port answers on that host. */
  async expectAnswer(from: LabHost, url: string, withinMs = 10_000): Promise<AppAnswer> {
    return await eventually(
      `${url} answers`,
      () => this.getFrom(from, url),
      () => true,
      { withinMs },
    );
  }
}

/** And not the name of an error. */
export function isAnswer(text: string): boolean {
  return text.trim().split(' ').length === 3;
}

function readAnswer(text: string): AppAnswer {
  const [container, version, client, ...rest] = text.trim().split(' ');
  if (container === undefined || version === undefined || client === undefined || rest.length > 0)
    throw new Error(`this is no answer of the app: ${text}`);
  return { container, version, client };
}
