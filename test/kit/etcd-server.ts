/**
 * A real etcd with one member, on free ports of loopback and a folder of its own. Owns the process and the folder: both are
 * gone after `close`. It may be stopped, killed, frozen and started again in between; its addresses stay.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../lab/command.js';
import { eventually } from './eventually.js';

const PROGRAM = 'etcd';

export interface EtcdServerOptions {
  /** Files of a certificate for 127.0.0.1 and of the authority that clients' certificates must come from. */
  readonly tls?: {
    readonly certificatePath: string;
    readonly keyPath: string;
    readonly clientCaPath: string;
  };
  readonly moreArgs?: readonly string[];
}

export class EtcdServer {
  readonly folder: string;
  readonly port: number;
  readonly #args: readonly string[];
  #process: ChildProcess | undefined;

  private constructor(folder: string, port: number, args: readonly string[]) {
    this.folder = folder;
    this.port = port;
    this.#args = args;
  }

  /** Why there can be none here; undefined when there can. */
  static async obstacle(): Promise<string | undefined> {
    const { exitCode } = await runCommand('sh', ['-c', `command -v ${PROGRAM} etcdctl`]);
    return exitCode === 0 ? undefined : 'etcd and etcdctl are not installed: make setup installs them';
  }

  static async start(options: EtcdServerOptions = {}): Promise<EtcdServer> {
    const folder = await mkdtemp(join(tmpdir(), 'swarmd-etcd-'));
    const [port, peerPort] = [await freePort(), await freePort()];
    const server = new EtcdServer(folder, port, argsOf(folder, port, peerPort, options));
    await server.run();
    return server;
  }

  get endpoint(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** Starts it, or starts it again. */
  async run(): Promise<void> {
    const child = spawn(PROGRAM, this.#args, { stdio: 'ignore' });
    this.#process = child;
    await eventually(
      'etcd listens',
      () => canConnect(this.port),
      (can) => can,
      {
        hopeless: () =>
          child.exitCode === null ? undefined : new Error(`etcd ended with ${child.exitCode}`),
      },
    );
  }

  signal(name: NodeJS.Signals): void {
    this.#process?.kill(name);
  }

  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async close(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
}

function argsOf(
  folder: string,
  port: number,
  peerPort: number,
  options: EtcdServerOptions,
): readonly string[] {
  const { tls, moreArgs = [] } = options;
  const clientUrl = `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`;
  const peerUrl = `http://127.0.0.1:${peerPort}`;
  const flags: Readonly<Record<string, string>> = {
    name: 'e1',
    'data-dir': join(folder, 'data'),
    'log-level': 'error',
    'listen-client-urls': clientUrl,
    'advertise-client-urls': clientUrl,
    'listen-peer-urls': peerUrl,
    'initial-advertise-peer-urls': peerUrl,
    'initial-cluster': `e1=${peerUrl}`,
    ...(tls && {
      'client-cert-auth': 'true',
      'cert-file': tls.certificatePath,
      'key-file': tls.keyPath,
      'trusted-ca-file': tls.clientCaPath,
    }),
  };
  return [...Object.entries(flags).map(([name, value]) => `--${name}=${value}`), ...moreArgs];
}

/** A port that was free just now: etcd cannot be told to take any and say which. */
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
