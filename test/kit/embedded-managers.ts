/**
 * Managers as swarmd's children are, in one process: the real Manager over the real log, on real files and TLS
 * over loopback. They join by token, and are stopped and started like processes.
 */
import { NodeDisk } from 'raft-ts/node-disk.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinCluster } from '../../agent/certificate.js';
import { embeddedLog } from '../../control-plane/manager/embedded-log.js';
import { type Beginning, Manager, type Self } from '../../control-plane/manager/manager.js';
import { FolderFoundation } from '../../control-plane/manager/log-foundation.js';
import { recover, type Recovery } from '../../control-plane/manager/recovery.js';
import { SystemClock } from '../../proto/base/clock.js';
import { noMeter } from '../../proto/base/meter.js';
import { SystemRandom } from '../../proto/base/random.js';
import type { Client } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { ControlService, ListNodesRequestCodec, type NodeEntry } from '../../proto/gen/control.js';
import { eventually } from './eventually.js';
import { freePort } from './manager-trio.js';
import { RecordedLog } from './recorded-log.js';

const clock = new SystemClock();
const random = new SystemRandom();

export class EmbeddedManager {
  readonly directory: string;
  readonly log = new RecordedLog();
  self: Self | undefined;
  address = '';
  #manager: Manager | undefined;
  #stop = new AbortController();
  #done: Promise<unknown> = Promise.resolve();
  #channel: RpcChannel | undefined;

  private constructor(directory: string) {
    this.directory = directory;
  }

  static async make(): Promise<EmbeddedManager> {
    return new EmbeddedManager(await mkdtemp(join(tmpdir(), 'manager-')));
  }

  get logDirectory(): string {
    return join(this.directory, 'log');
  }

  /** As its swarmctl would. */
  get control(): Client<typeof ControlService> {
    if (this.#channel === undefined) throw new Error('the manager does not serve');
    return this.#channel.client(ControlService);
  }

  async beginCluster(): Promise<void> {
    await this.#start({ kind: 'new-cluster', spec: undefined, availability: 'active' }, []);
  }

  /** By a manager's token of the cluster that the other is in. */
  async join(other: EmbeddedManager): Promise<void> {
    const { token } = await other.control.getJoinToken({ role: 'manager', rotate: false });
    this.self = await joinCluster(
      { addresses: [other.address], token, availability: 'active' },
      { clock, log: this.log },
    );
    await this.start(other);
  }

  /** Again after it was stopped, where it listened or elsewhere; the other knows how to come into the log. */
  async start(other?: EmbeddedManager, address?: string): Promise<void> {
    if (this.self === undefined) throw new Error('it is in no cluster');
    const known = other === undefined ? [] : [other.address];
    await this.#start({ kind: 'resume', ...this.self }, known, address);
  }

  async beginAgain(recovery: Recovery, address?: string): Promise<void> {
    const at = address ?? (await freeAddress());
    const place = { directory: this.logDirectory, address: at };
    const foundation = new FolderFoundation({ directory: this.logDirectory }, { disk: new NodeDisk() });
    const modules = { clock, random, log: this.log, meter: noMeter, foundation };
    const beginning = await recover(recovery, place, modules);
    await this.#start(beginning, [], at);
  }

  anotherAddress(): Promise<string> {
    return freeAddress();
  }

  tryManagers(...others: readonly EmbeddedManager[]): void {
    this.#manager?.tryManagers(others.map(({ address }) => address));
  }

  async stop(): Promise<void> {
    this.#channel?.close();
    this.#channel = undefined;
    this.#stop.abort();
    await this.#done;
    this.#manager = undefined;
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.directory, { recursive: true });
  }

  /** The managers as this one shows them: node ids by what they are in the log. */
  async seats(): Promise<readonly NodeEntry[]> {
    const { nodes } = await this.control.listNodes(ListNodesRequestCodec.create(), { timeoutMs: 8_000 });
    return nodes.filter(({ manager }) => manager !== undefined);
  }

  /** Waits until so many managers have a vote and answer. */
  async expectManagers(count: number): Promise<void> {
    await eventually(
      `${count} managers answer`,
      () => this.seats(),
      (seats) => seats.filter(({ manager }) => manager?.reachable === true).length === count,
      { withinMs: 20_000 },
    );
  }

  async #start(beginning: Beginning, managerAddresses: readonly string[], address?: string): Promise<void> {
    this.address = address ?? (this.address === '' ? await freeAddress() : this.address);
    const stop = new AbortController();
    this.#stop = stop;
    const modules = { clock, random, log: this.log, meter: noMeter, signal: stop.signal };
    const isNewCluster = beginning.kind === 'new-cluster';
    const place = { directory: this.logDirectory, address: this.address, managerAddresses, isNewCluster };
    const controlSocketPath = join(this.directory, 'control.sock');
    const [host = '', port = ''] = this.address.split(':');
    const manager = await Manager.open(
      { beginning, controlSocketPath, listen: { host, port: Number(port) } },
      { ...modules, openLog: embeddedLog(place, modules) },
    );
    this.#manager = manager;
    await new Promise<void>((resolve, reject) => {
      this.#done = manager
        .run(stop.signal, ({ nodeId, clusterId, identity }) => {
          this.self = { nodeId, clusterId, identity };
          this.#channel = RpcChannel.unix(controlSocketPath);
          resolve();
        })
        .catch(reject);
    });
  }
}

async function freeAddress(): Promise<string> {
  return `127.0.0.1:${await freePort()}`;
}
