/**
 * etcd in a container on a host's engine, from an image that is made of this machine's etcd and the libraries it needs: no
 * registry can be reached from a lab. Started by a stock client; reached at the host's address.
 */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { StartedTestContainer } from 'testcontainers';
import { mustRun } from './command.js';
import type { LabHost } from './host.js';
import { forgetStockClient, stockClientOf } from './stock-client.js';

const IMAGE = 'lab/etcd:1';
const PORT = 2379;

export class EtcdContainer {
  readonly endpoint: string;
  readonly #host: LabHost;
  readonly #container: StartedTestContainer;

  private constructor(host: LabHost, container: StartedTestContainer) {
    this.endpoint = `${host.address}:${PORT}`;
    this.#host = host;
    this.#container = container;
  }

  static async start(host: LabHost): Promise<EtcdContainer> {
    await importImage(host);
    const { GenericContainer, Wait } = await stockClientOf(host.engine.socketPath);
    const container = await new GenericContainer(IMAGE)
      .withCommand([
        '/usr/bin/etcd',
        '--data-dir=/data',
        `--listen-client-urls=http://0.0.0.0:${PORT}`,
        `--advertise-client-urls=http://${host.address}:${PORT}`,
      ])
      .withExposedPorts({ container: PORT, host: PORT })
      // The host's ports are not this process's: what it says is all that can be waited for.
      .withWaitStrategy(Wait.forLogMessage(/ready to serve/))
      .start();
    return new EtcdContainer(host, container);
  }

  /** As after a crash: its data stays. */
  async kill(): Promise<void> {
    await (await this.#host.docker()).getContainer(this.#container.getId()).kill();
  }

  async startAgain(): Promise<void> {
    await (await this.#host.docker()).getContainer(this.#container.getId()).start();
  }

  async close(): Promise<void> {
    await this.#container.stop();
    await forgetStockClient();
  }
}

async function importImage(host: LabHost): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'swarmd-etcd-image-'));
  try {
    const program = (await mustRun('sh', ['-c', 'readlink -f "$(command -v etcd)"'])).trim();
    const libraries = (await mustRun('ldd', [program])).match(/\/\S+(?= \(0x)/g) ?? [];
    const root = join(folder, 'root');
    await copyTo(program, join(root, 'usr/bin/etcd'));
    for (const library of libraries) await copyTo(library, join(root, library));
    await mkdir(join(root, 'data'), { recursive: true });
    const archive = join(folder, 'image.tar');
    await mustRun('tar', ['-C', root, '-cf', archive, '.']);
    await host.mustRun('docker', ['import', archive, IMAGE]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function copyTo(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await cp(from, to, { dereference: true });
}
