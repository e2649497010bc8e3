/**
 * Members of a log as far as the wire goes: the real transport and the real door over TLS on loopback. What is
 * received is kept; what it means is not known here.
 */
import { makeAuthorizer } from '../../control-plane/api/authorizer.js';
import { PeerServer } from '../../control-plane/manager/peer-server.js';
import { PeerTransport } from '../../control-plane/manager/peer-transport.js';
import type { PeerSelf } from '../../control-plane/manager/rules/peer-hello.js';
import { SystemClock } from '../../proto/base/clock.js';
import { SystemRandom } from '../../proto/base/random.js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { RpcServer } from '../../proto/base/rpc-server.js';
import { RaftPeersService } from '../../proto/gen/raft.js';
import type { Message } from 'raft-ts/rules/types.js';
import type { TransportReceiver } from 'raft-ts/transport.js';
import { aMemoryStore } from './memory-store.js';
import { RecordedLog } from './recorded-log.js';
import { soleManager } from './sole-manager.js';
import type { TestAuthority } from './test-certificates.js';

export interface TestPeerOptions {
  readonly authority: TestAuthority;
  readonly identity: TlsIdentity;
  readonly self: PeerSelf;
  readonly nodeId: string;
}

export class TestPeer implements TransportReceiver {
  readonly nodeId: string;
  readonly self: PeerSelf;
  readonly log = new RecordedLog();
  readonly received: Message[] = [];
  readonly unreachableIds: number[] = [];
  readonly goneIds: number[] = [];
  readonly refusals: string[] = [];
  /** What becomes of the pieces of a snapshot. */
  takeSnapshot: (pieces: AsyncIterable<Uint8Array>) => Promise<void> = async (pieces) => {
    for await (const piece of pieces) this.snapshotBytes += piece.length;
  };
  snapshotBytes = 0;
  longestPieceBytes = 0;
  transport: PeerTransport;
  readonly #options: TestPeerOptions;
  #server: RpcServer | undefined;
  #address = '';

  constructor(options: TestPeerOptions) {
    this.#options = options;
    this.nodeId = options.nodeId;
    this.self = options.self;
    this.transport = this.#makeTransport('');
  }

  static async open(
    authority: TestAuthority,
    memberId: number,
    options: { readonly self?: Partial<PeerSelf>; readonly unit?: string; readonly nodeId?: string } = {},
  ): Promise<TestPeer> {
    const { nodeId = `m${memberId}`, unit = 'swarm-manager' } = options;
    const identity = await authority.identity(nodeId, unit);
    const self = { memberId, clusterId: authority.clusterId, recoveryEpoch: 0, ...options.self };
    const peer = new TestPeer({ authority, identity, self, nodeId });
    await peer.listen();
    return peer;
  }

  get address(): string {
    return this.#address;
  }

  /** Opens the door, at the port it had before or a new one, and begins to speak. */
  async listen(port = 0): Promise<void> {
    const { store } = aMemoryStore();
    const server = new RpcServer({
      log: this.log,
      authorize: makeAuthorizer(
        { clusterId: this.self.clusterId },
        { store, managers: soleManager(this.nodeId, () => this.#address) },
      ),
    });
    this.#server = server;
    server.add(
      RaftPeersService,
      new PeerServer({
        clock: new SystemClock(),
        transport: {
          welcome: (hello, nodeId) => this.transport.welcome(hello, nodeId),
          admit: (hello, nodeId) => this.transport.admit(hello, nodeId),
          hearOfMoves: (moved) => this.transport.hearOfMoves(moved),
        },
      }).handlers(),
    );
    const taken = await server.listenTls({ host: '127.0.0.1', port }, this.#options.identity);
    this.#address = `127.0.0.1:${taken}`;
    this.transport = this.#makeTransport(this.#address);
    this.transport.start(this);
    this.transport.introduce(this.self);
  }

  /** As a process that ends: nobody listens at the port any more. */
  async die(): Promise<void> {
    await this.#server?.close(0);
    this.#server = undefined;
    await this.transport.close();
  }

  know(...peers: readonly Pick<TestPeer, 'self' | 'nodeId' | 'address'>[]): void {
    this.transport.setPeers(
      [this, ...peers].map(({ self, nodeId, address }) => ({ id: self.memberId, name: nodeId, address })),
    );
  }

  receive(message: Message): void {
    this.received.push(message);
  }

  async receiveSnapshot(_message: Message, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    await this.takeSnapshot(pieces);
  }

  unreachable(id: number): void {
    this.unreachableIds.push(id);
  }

  gone(id: number): void {
    this.goneIds.push(id);
  }

  refused(_id: number, reason: string): void {
    this.refusals.push(reason);
  }

  #makeTransport(advertiseAddress: string): PeerTransport {
    return new PeerTransport(
      { advertiseAddress },
      {
        clock: new SystemClock(),
        random: new SystemRandom(),
        log: this.log,
        openChannel: (address) => RpcChannel.tls(address, this.#options.identity),
      },
    );
  }
}
