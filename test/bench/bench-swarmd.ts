/**
 * A real swarmd on loopback for benchmarks that need a control plane and no containers: started, told to begin or
 * to join a cluster, and asked who leads. It has no container engine.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { ControlService, ListNodesRequestCodec, type ManagerStatus } from '../../proto/gen/control.js';
import { InitRequestCodec, JoinRequestCodec, LocalNodeService } from '../../proto/gen/node.js';
import { childrenOf } from '../lab/proc.js';
import type { BenchProgram } from './bench-program.js';
import type { Programs } from './programs.js';

const SWARMD = fileURLToPath(new URL('../../../bin/swarmd', import.meta.url));
const NINETY_DAYS_MS = 7_776_000_000;

export class BenchSwarmd {
  readonly folder: string;
  readonly address: string;
  readonly #program: BenchProgram;

  private constructor(folder: string, address: string, program: BenchProgram) {
    this.folder = folder;
    this.address = address;
    this.#program = program;
  }

  /** Returns at once; see `ready`. */
  static async start(
    folder: string,
    port: number,
    programs: Programs,
    flags: readonly string[] = [],
  ): Promise<BenchSwarmd> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const own = ['--state-dir', folder, '--socket', join(folder, 'swarmd.sock'), '--log-level', 'warn'];
    const program = await programs.start({
      name: `swarmd on port ${port}`,
      command: process.execPath,
      args: [SWARMD, ...own, '--docker-host', `unix://${join(folder, 'no-engine.sock')}`, ...flags],
      logFile: join(folder, 'swarmd.log'),
    });
    return new BenchSwarmd(folder, `127.0.0.1:${port}`, program);
  }

  /** Until it can be told what to do. */
  async ready(): Promise<void> {
    await this.#program.ready('the local socket answers', async () => {
      await this.local((channel) => channel.client(LocalNodeService).status({}));
      return true;
    });
  }

  /** Begins a cluster. */
  async init(): Promise<void> {
    const request = InitRequestCodec.create({
      listenAddress: this.address,
      advertiseAddress: this.address,
      spec: {
        name: 'default',
        heartbeatPeriodMs: 5000,
        taskHistoryLimit: 5,
        nodeCertificateValidityMs: NINETY_DAYS_MS,
      },
    });
    await this.local((channel) => channel.client(LocalNodeService).init(request));
  }

  async managerToken(): Promise<string> {
    const { token } = await this.control((channel) =>
      channel.client(ControlService).getJoinToken({ role: 'manager', rotate: false }),
    );
    return token;
  }

  async join(remoteAddress: string, token: string): Promise<void> {
    const request = JoinRequestCodec.create({
      remoteAddresses: [remoteAddress],
      token,
      listenAddress: this.address,
      advertiseAddress: this.address,
    });
    await this.local((channel) => channel.client(LocalNodeService).join(request));
  }

  /** Of every manager, as this one says. */
  async seats(): Promise<readonly ManagerStatus[]> {
    const { nodes } = await this.control((channel) =>
      channel.client(ControlService).listNodes(ListNodesRequestCodec.create()),
    );
    return nodes.map(({ manager }) => manager).filter((manager) => manager !== undefined);
  }

  async identity(): Promise<TlsIdentity> {
    const read = (name: string): Promise<string> => readFile(join(this.folder, 'certificates', name), 'utf8');
    return {
      certificatePem: await read('swarm-node.crt'),
      keyPem: await read('swarm-node.key'),
      rootPem: await read('swarm-root-ca.crt'),
    };
  }

  /** Of both its processes, the control plane's last. */
  async pids(): Promise<readonly [own: number, controlPlane: number]> {
    return [this.#program.pid, await this.controlPlanePid()];
  }

  /** The control plane's process. */
  async controlPlanePid(): Promise<number> {
    const [pid] = await childrenOf(this.#program.pid);
    if (pid === undefined) throw new Error(`${this.#program.name} has no control plane`);
    return pid;
  }

  async kill(): Promise<void> {
    await this.#program.kill();
  }

  local<T>(call: (channel: RpcChannel) => Promise<T>): Promise<T> {
    return withChannel(join(this.folder, 'swarmd.sock'), call);
  }

  control<T>(call: (channel: RpcChannel) => Promise<T>): Promise<T> {
    return withChannel(join(this.folder, 'control.sock'), call);
  }
}

/** A channel that never connected waits before it tries again: a look needs one of its own. */
async function withChannel<T>(socketPath: string, call: (channel: RpcChannel) => Promise<T>): Promise<T> {
  const channel = RpcChannel.unix(socketPath);
  try {
    return await call(channel);
  } finally {
    channel.close();
  }
}
