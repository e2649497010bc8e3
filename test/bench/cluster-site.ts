/**
 * One cluster of the cluster benchmark: a real swarmd with its durable log, and beside it one process with all agents.
 * Gives orders as swarmctl does, through the control socket, and looks at what came of them; owns no figures.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  ControlService,
  CreateServiceRequestCodec,
  GetServiceRequestCodec,
  ListNodesRequestCodec,
  type ServiceEntry,
  UpdateServiceRequestCodec,
} from '../../proto/gen/control.js';
import { type Node, type ServiceSpec, ServiceSpecCodec } from '../../proto/gen/objects.js';
import type { Client } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { eventually } from '../kit/eventually.js';
import { parseExposition } from '../kit/exposition.js';
import { type BenchProgram, freePorts } from './bench-program.js';
import { BenchSwarmd } from './bench-swarmd.js';
import type { BenchAgents } from './cluster-agents.js';
import { addMembers } from './cluster-members.js';
import { cpuMsOf, peakBytesOf, residentBytesOf } from './process-usage.js';
import type { Programs } from './programs.js';

const AGENTS = fileURLToPath(new URL('./cluster-agents.js', import.meta.url));
const ALL_READY_WITHIN_MS = 120_000;
const POLL_MS = 50;
const BYTES_PER_MB = 1e6;

export interface SiteOptions {
  readonly agents: number;
  /** So many of them vanish when they are told to. */
  readonly vanishing: number;
}

export class ClusterSite {
  readonly #swarmd: BenchSwarmd;
  readonly #agents: BenchProgram;
  readonly #channel: RpcChannel;
  readonly #metricsUrl: string;
  readonly #pids: readonly [own: number, controlPlane: number];

  private constructor(
    parts: { readonly swarmd: BenchSwarmd; readonly agents: BenchProgram; readonly metricsUrl: string },
    pids: readonly [number, number],
  ) {
    this.#swarmd = parts.swarmd;
    this.#agents = parts.agents;
    this.#metricsUrl = parts.metricsUrl;
    this.#channel = RpcChannel.unix(join(parts.swarmd.folder, 'control.sock'));
    this.#pids = pids;
  }

  /** Every agent is registered and its node ready. */
  static async start(folder: string, options: SiteOptions, programs: Programs): Promise<ClusterSite> {
    const [port = 0, metricsPort = 0] = await freePorts(2);
    const stateFolder = join(folder, `manager-${options.agents}`);
    const founder = await BenchSwarmd.start(stateFolder, port, programs);
    await founder.ready();
    await founder.init();
    await founder.kill();
    const members = await addMembers(stateFolder, options.agents);
    const metricsAddress = `127.0.0.1:${metricsPort}`;
    const swarmd = await BenchSwarmd.start(stateFolder, port, programs, ['--metrics-addr', metricsAddress]);
    await eventually('the manager leads', () => swarmd.seats(), isLed, { withinMs: ALL_READY_WITHIN_MS });
    const told: BenchAgents = {
      managerAddress: swarmd.address,
      agents: members,
      vanishing: options.vanishing,
    };
    const toldFile = join(folder, `agents-${options.agents}.json`);
    await writeFile(toldFile, JSON.stringify(told), { mode: 0o600 });
    const agents = await programs.start({
      name: `${options.agents} agents`,
      command: process.execPath,
      args: ['--max-old-space-size=8192', '--max-semi-space-size=64', AGENTS, toldFile],
      logFile: join(folder, `agents-${options.agents}.log`),
    });
    const metricsUrl = `http://${metricsAddress}/metrics`;
    const site = new ClusterSite({ swarmd, agents, metricsUrl }, await swarmd.pids());
    await site.untilNodes('ready', options.agents, ALL_READY_WITHIN_MS);
    return site;
  }

  async create(name: string, parts: Parameters<typeof ServiceSpecCodec.create>[0]): Promise<string> {
    const spec = ServiceSpecCodec.create({ name, ...parts, task: { container: { image: 'bench/web:1' } } });
    const { service } = await this.#control().createService(CreateServiceRequestCodec.create({ spec }));
    if (service === undefined) throw new Error(`the service ${name} was not created`);
    return service.id;
  }

  /** Gives the service another image. */
  async update(ref: string, image: string): Promise<void> {
    const { service } = await this.look(ref);
    if (service?.spec === undefined) throw new Error(`there is no service ${ref}`);
    const spec: ServiceSpec = {
      ...service.spec,
      task: { ...service.spec.task, container: { ...service.spec.task?.container, image } },
    } as ServiceSpec;
    const version = service.meta?.versions['spec'] ?? 0;
    const request = UpdateServiceRequestCodec.create({ serviceId: service.id, version, spec });
    await this.#control().updateService(request);
  }

  async look(ref: string): Promise<ServiceEntry> {
    const { entry } = await this.#control().getService(GetServiceRequestCodec.create({ ref }));
    if (entry === undefined) throw new Error(`there is no service ${ref}`);
    return entry;
  }

  /** Resolves when the service is so. */
  async until(
    ref: string,
    what: string,
    holds: (entry: ServiceEntry) => boolean,
    withinMs: number,
  ): Promise<void> {
    await eventually(what, () => this.look(ref), holds, { withinMs, pollMs: POLL_MS, ...this.#hope() });
  }

  /** Resolves to the workers once so many of them are in that state. */
  async untilNodes(state: 'ready' | 'down', count: number, withinMs: number): Promise<readonly Node[]> {
    const inState = (nodes: readonly Node[]): Node[] => nodes.filter(({ status }) => status?.state === state);
    const isThere = (nodes: readonly Node[]): boolean => inState(nodes).length === count;
    const options = { withinMs, pollMs: 4 * POLL_MS, ...this.#hope() };
    return inState(
      await eventually(`${count} workers are ${state}`, () => this.#workers(), isThere, options),
    );
  }

  vanish(): void {
    process.kill(this.#agents.pid, 'SIGUSR2');
  }

  /** Longest time that the control plane's event loop was held since this was asked last. */
  async longestTurnMs(): Promise<number> {
    const text = await (await fetch(this.#metricsUrl)).text();
    const labels = { process: 'control-plane', quantile: '1' };
    const seconds = parseExposition(text).value('swarmd_event_loop_delay_seconds', labels);
    if (seconds === undefined) throw new Error('the control plane did not say how late its event loop was');
    return seconds * 1000;
  }

  /** Of both processes of the manager. */
  async managerCpuMs(): Promise<number> {
    return await cpuMsOf(this.#pids);
  }

  async agentsCpuMs(): Promise<number> {
    return await cpuMsOf([this.#agents.pid]);
  }

  /** Of both processes of the manager. */
  async residentMb(): Promise<number> {
    return (await residentBytesOf(this.#pids)) / BYTES_PER_MB;
  }

  /** The most that both processes of the manager have held, each at its own time. */
  async peakMb(): Promise<number> {
    const peaks = await Promise.all(this.#pids.map((pid) => peakBytesOf(pid)));
    return peaks.reduce((sum, bytes) => sum + bytes, 0) / BYTES_PER_MB;
  }

  async stop(): Promise<void> {
    this.#channel.close();
    await this.#agents.kill();
    await this.#swarmd.kill();
  }

  async #workers(): Promise<readonly Node[]> {
    const { nodes } = await this.#control().listNodes(ListNodesRequestCodec.create());
    return nodes.flatMap(({ node }) => (node?.spec?.role === 'worker' ? [node] : []));
  }

  #control(): Client<typeof ControlService> {
    return this.#channel.client(ControlService);
  }

  /** Waiting for agents that are gone is of no use. */
  #hope(): { readonly hopeless: () => Error | undefined } {
    return { hopeless: () => (this.#agents.hasEnded ? new Error('the agents have ended') : undefined) };
  }
}

const isLed = (seats: readonly { readonly leader: boolean }[]): boolean => seats.some(({ leader }) => leader);
