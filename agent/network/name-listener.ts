/**
 * The sockets of the name server at one address, UDP and TCP. Knows nothing of names: it hands each message on, and
 * sends back what it is given. Connections are few, bounded, and closed when they are idle.
 */
import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { createServer, type Server, type Socket } from 'node:net';
import type { Transport } from './forwarder.js';
import { frame, FrameReader } from './frames.js';
import { RECEIVE_BUFFER_BYTES } from './receive-limit.js';
import { ConnectionCounts } from './rules/connection-counts.js';

const MOST_CONNECTIONS = 256;
/** Of one container, so that it cannot keep all others out. */
const MOST_CONNECTIONS_EACH = 32;
const IDLE_MS = 10_000;
/** Questions of one connection that are under way; more are read when some are answered. */
const MOST_UNANSWERED = 64;

export type Answer = (
  message: Buffer,
  from: string,
  transport: Transport,
) => Buffer | undefined | Promise<Buffer | undefined>;

export class NameListener {
  readonly address: string;
  readonly #answer: Answer;
  readonly #udp: UdpSocket;
  readonly #tcp: Server;
  readonly #connections = new Set<Socket>();
  readonly #counts = new ConnectionCounts(MOST_CONNECTIONS_EACH);
  #isClosed = false;

  private constructor(address: string, answer: Answer) {
    this.address = address;
    this.#answer = answer;
    this.#udp = createSocket({ type: 'udp4', recvBufferSize: RECEIVE_BUFFER_BYTES });
    this.#tcp = createServer((connection) => this.#serve(connection));
    this.#tcp.maxConnections = MOST_CONNECTIONS;
  }

  /** Rejects when the address is not there yet, or somebody else listens. */
  static async open(address: string, port: number, answer: Answer): Promise<NameListener> {
    const listener = new NameListener(address, answer);
    try {
      await listener.#bind(port);
    } catch (error) {
      await listener.close();
      throw error;
    }
    return listener;
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const connection of this.#connections) connection.destroy();
    await Promise.all([
      new Promise<void>((resolve) => this.#udp.close(resolve)),
      new Promise<void>((resolve) => this.#tcp.close(() => resolve())),
    ]);
  }

  async #bind(port: number): Promise<void> {
    const { address } = this;
    await new Promise<void>((resolve, reject) => {
      this.#udp.once('error', reject);
      this.#udp.bind({ address, port, exclusive: true }, () => {
        this.#udp.off('error', reject);
        resolve();
      });
    });
    // Who asked and has gone meanwhile is no error of ours.
    this.#udp.on('error', () => undefined);
    this.#udp.on('message', (message, { address: from, port: fromPort }) => {
      // Nobody can be answered at port 0, and trying throws; a packet made by hand comes from it.
      if (fromPort === 0) return;
      this.#respond(message, from, 'udp', (reply) => this.#udp.send(reply, fromPort, from, () => undefined));
    });
    await new Promise<void>((resolve, reject) => {
      this.#tcp.once('error', reject);
      this.#tcp.listen({ host: address, port: this.#udp.address().port, exclusive: true }, () => {
        this.#tcp.off('error', reject);
        resolve();
      });
    });
    this.#tcp.on('error', () => undefined);
  }

  #respond(message: Buffer, from: string, transport: Transport, send: (reply: Buffer) => void): void {
    const reply = this.#answer(message, from, transport);
    if (reply instanceof Promise)
      void reply.then((late) => {
        if (late !== undefined && !this.#isClosed) send(late);
      });
    else if (reply !== undefined) send(reply);
  }

  #serve(connection: Socket): void {
    const { remoteAddress } = connection;
    if (remoteAddress === undefined || !this.#counts.admit(remoteAddress)) return void connection.destroy();
    this.#connections.add(connection);
    const reader = new FrameReader();
    let unanswered = 0;
    connection.setTimeout(IDLE_MS, () => connection.destroy());
    connection.on('error', () => undefined);
    connection.once('close', () => {
      this.#connections.delete(connection);
      this.#counts.release(remoteAddress);
    });
    connection.on('data', (data) => {
      const messages = reader.push(data);
      unanswered += messages.length;
      if (unanswered >= MOST_UNANSWERED) connection.pause();
      for (const message of messages)
        void this.#answerOn(connection, message, remoteAddress).finally(() => {
          unanswered -= 1;
          if (unanswered < MOST_UNANSWERED) connection.resume();
        });
    });
  }

  async #answerOn(connection: Socket, message: Buffer, from: string): Promise<void> {
    const reply = await this.#answer(message, from, 'tcp');
    // Who sends nonsense over a connection has lost its place in the stream.
    if (reply === undefined) connection.destroy();
    // Until it is sent: who asks on and on and reads nothing gets no further.
    else await new Promise<void>((resolve) => connection.write(frame(reply), () => resolve()));
  }
}
