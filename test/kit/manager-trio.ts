/**
 * Three whole managers in one process, with real doors on loopback, over one log in memory: who leads, who
 * is cut off and what gets lost is the test's to say. No agents; the control API is asked through each
 * manager's own socket.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signNodeCertificate } from '../../control-plane/ca/root-key.js';
import { Manager, type OpenLog } from '../../control-plane/manager/manager.js';
import { create, group, update } from '../../control-plane/store/rules/change.js';
import { Store } from '../../control-plane/store/store.js';
import { invariant } from '../../proto/base/invariant.js';
import { silentLog } from '../../proto/base/log.js';
import { noMeter } from '../../proto/base/meter.js';
import { SystemRandom } from '../../proto/base/random.js';
import type { Client, TlsIdentity } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { RpcServer } from '../../proto/base/rpc-server.js';
import { makeRequest } from '../../proto/base/x509.js';
import { ControlService } from '../../proto/gen/control.js';
import { LocalNodeService, LocalStatusReplyCodec } from '../../proto/gen/node.js';
import type { NodeRole } from '../../proto/gen/objects.js';
import { aNode } from './builders.js';
import { scriptedHandlers } from './control-double.js';
import { eventually } from './eventually.js';
import { commitAll } from './memory-store.js';
import { PacedClock } from './paced-clock.js';
import { RecordedLog } from './recorded-log.js';
import { SharedLog } from './shared-log.js';

const VALIDITY_MS = 86_400_000;
const MANAGER_COUNT = 3;

export interface TrioManager {
  readonly nodeId: string;
  readonly address: string;
  readonly socketPath: string;
  readonly identity: TlsIdentity;
  readonly control: Client<typeof ControlService>;
  readonly log: RecordedLog;
  /** Ends it as its process would, and what it shares goes on. */
  readonly stop: () => Promise<void>;
}

export class ManagerTrio {
  readonly shared = new SharedLog();
  /** A view of what is in the log; writes as whoever leads. */
  readonly store: Store;
  readonly managers: TrioManager[] = [];
  readonly directory = mkdtempSync(join(tmpdir(), 'swarm-trio-'));
  readonly #clock: PacedClock;
  readonly #random = new SystemRandom();
  readonly #channels: RpcChannel[] = [];
  readonly #nodes: RpcServer[] = [];

  /** Time passes for them at the pace. */
  static async open(pace = 1): Promise<ManagerTrio> {
    const trio = new ManagerTrio(pace);
    await trio.#start(undefined);
    for (let at = 1; at < MANAGER_COUNT; at++) await trio.#start(await trio.aMember(`m${at + 1}`, 'manager'));
    return trio;
  }

  private constructor(pace: number) {
    this.#clock = new PacedClock(pace);
    const propose = async (entry: Uint8Array): Promise<number> => {
      invariant(this.shared.leader !== null, 'somebody leads');
      return await this.shared.member(this.shared.leader).propose(entry);
    };
    this.store = new Store({}, { log: { propose }, clock: this.#clock });
    this.shared.observe({
      apply: (index, bytes) => this.store.apply(index, bytes),
      snapshot: () => this.store.snapshot().pieces,
      restore: (index, pieces) => this.store.restore(index, pieces),
    });
  }

  at(index: number): TrioManager {
    const manager = this.managers[index];
    invariant(manager !== undefined, `there is no manager ${index}`);
    return manager;
  }

  get clusterId(): string {
    return this.store.view().cluster()?.id ?? '';
  }

  /** A node of the cluster, and its certificate. */
  async aMember(nodeId: string, role: NodeRole): Promise<{ nodeId: string; identity: TlsIdentity }> {
    const description = { hostname: `host-${nodeId}` };
    const node = aNode({ id: nodeId, spec: { role }, identity: { role }, description });
    await commitAll(this.store, [group([create('node', node)])]);
    return { nodeId, identity: await this.identity(nodeId, role) };
  }

  async identity(nodeId: string, role: NodeRole): Promise<TlsIdentity> {
    const { keyPem, csrPem } = await makeRequest();
    const cluster = this.store.view().cluster();
    invariant(cluster?.identity !== undefined, 'the cluster exists');
    const { rootCertificatePem, rootKeyPem } = cluster.identity;
    const { certificatePem } = await signNodeCertificate(
      { certificatePem: rootCertificatePem, keyPem: rootKeyPem },
      csrPem,
      { nodeId, clusterId: cluster.id, role, validityMs: VALIDITY_MS },
      { clock: this.#clock, random: this.#random },
    );
    return { certificatePem, keyPem, rootPem: rootCertificatePem };
  }

  /** As the dispatcher finds when a node has been silent for long. */
  async nodeIsDown(id: string): Promise<void> {
    const { status } = aNode({ status: { state: 'down' } });
    await commitAll(this.store, [group([update('node', id, 'status', { status })])]);
  }

  /** What swarmctl is told to reach all of them: with a certificate of a manager's, written to a folder. */
  remoteHost(): readonly string[] {
    const { certificatePem, keyPem, rootPem } = this.at(0).identity;
    const folder = join(this.directory, 'certificates');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'swarm-node.crt'), certificatePem);
    writeFileSync(join(folder, 'swarm-node.key'), keyPem);
    writeFileSync(join(folder, 'swarm-root-ca.crt'), rootPem);
    return ['--cert-dir', folder, '--host', this.managers.map(({ address }) => address).join(',')];
  }

  /** The swarmd of the machine of one of them, as swarmctl there finds it. */
  async localHost(index: number): Promise<string> {
    const { nodeId, socketPath } = this.at(index);
    const node = new RpcServer({ log: silentLog, authorize: () => undefined });
    const status = LocalStatusReplyCodec.create({
      state: 'active',
      role: 'manager',
      nodeId,
      controlSocket: socketPath,
    });
    node.add(LocalNodeService, scriptedHandlers(LocalNodeService, { status: () => Promise.resolve(status) }));
    const path = join(this.directory, `node-${index}.sock`);
    await node.listenUnix(path);
    this.#nodes.push(node);
    return `unix://${path}`;
  }

  channel(address: string, identity: TlsIdentity | Pick<TlsIdentity, 'rootPem'>): RpcChannel {
    const channel = RpcChannel.tls(address, identity);
    this.#channels.push(channel);
    return channel;
  }

  /** The manager at the index leads from now on, and its rooms run. */
  lead(index: number): void {
    this.shared.lead(this.at(index).nodeId);
  }

  async close(): Promise<void> {
    for (const channel of this.#channels) channel.close();
    this.shared.release();
    await Promise.all(this.#nodes.map((node) => node.close(0)));
    await Promise.all(this.managers.map(({ stop }) => stop()));
    rmSync(this.directory, { recursive: true });
  }

  async #start(member: { nodeId: string; identity: TlsIdentity } | undefined): Promise<void> {
    const port = await freePort();
    const address = `127.0.0.1:${port}`;
    const socketPath = join(this.directory, `control-${port}.sock`);
    const log = new RecordedLog();
    const openLog: OpenLog = ({ nodeId }, stateMachine) =>
      Promise.resolve({
        memberLog: this.shared.join(nodeId, address, stateMachine),
        services: [],
        leaderRooms: () => [],
        setIdentity: () => undefined,
        tryAddresses: () => undefined,
      });
    const beginning =
      member === undefined
        ? ({ kind: 'new-cluster', spec: undefined, availability: 'active' } as const)
        : ({ kind: 'resume', clusterId: this.clusterId, ...member } as const);
    const manager = await Manager.open(
      { beginning, controlSocketPath: socketPath, listen: { host: '127.0.0.1', port } },
      { clock: this.#clock, random: this.#random, log, meter: noMeter, openLog },
    );
    const stop = new AbortController();
    let ended: Promise<void> = Promise.resolve();
    const serving = await new Promise<{ nodeId: string; identity: TlsIdentity }>((resolve, reject) => {
      ended = manager.run(stop.signal, resolve);
      ended.catch(reject);
    });
    const channel = RpcChannel.unix(socketPath);
    this.#channels.push(channel);
    this.managers.push({
      nodeId: serving.nodeId,
      identity: serving.identity,
      address,
      socketPath,
      log,
      control: channel.client(ControlService),
      stop: async () => {
        stop.abort();
        await ended;
      },
    });
  }

  /** Resolves once the manager's log says so. */
  async said(index: number, message: string): Promise<void> {
    await eventually(
      `manager ${index} says "${message}"`,
      () => this.at(index).log.lines,
      (lines) => lines.some((line) => line.message === message),
    );
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
