/**
 * Asks a name server as programs in containers do: over UDP and TCP, from an address of its own.
 */
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { connect } from 'node:net';
import { decode, encode, type Packet } from 'dns-packet';
import { frame, FrameReader } from '../../agent/network/frames.js';

export interface NameServerPlace {
  readonly address: string;
  readonly port: number;
}

export function question(name: string, id: number, parts: Packet = {}): Buffer {
  return encode({ type: 'query', id, flags: 0x100, questions: [{ type: 'A', name }], ...parts });
}

/** The data of the answers' records. */
export function dataOf(reply: Buffer): readonly unknown[] {
  return (decode(reply).answers ?? []).map((each) => ('data' in each ? each.data : each.type));
}

/** One UDP socket with many questions under way, told apart by their numbers. */
export class NameClient implements AsyncDisposable {
  readonly #socket: Socket;
  readonly #server: NameServerPlace;
  readonly #waiting = new Map<number, (reply: Buffer) => void>();

  private constructor(socket: Socket, server: NameServerPlace) {
    this.#socket = socket;
    this.#server = server;
    socket.on('message', (reply) => {
      const id = reply.readUInt16BE(0);
      this.#waiting.get(id)?.(reply);
      this.#waiting.delete(id);
    });
  }

  static async from(address: string, server: NameServerPlace): Promise<NameClient> {
    const socket = createSocket({ type: 'udp4', recvBufferSize: 2 ** 22 });
    socket.bind({ address, port: 0 });
    await once(socket, 'listening');
    return new NameClient(socket, server);
  }

  /** The reply to the message, whenever it comes. */
  async ask(message: Buffer): Promise<Buffer> {
    return await new Promise((resolve) => {
      this.#waiting.set(message.readUInt16BE(0), resolve);
      this.#socket.send(message, this.#server.port, this.#server.address);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise<void>((resolve) => this.#socket.close(resolve));
  }
}

/** All the messages over one connection; resolves when as many replies came, or the server hung up. */
export async function askOverTcp(
  from: string,
  { address, port }: NameServerPlace,
  messages: readonly Buffer[],
): Promise<readonly Buffer[]> {
  const socket = connect({ host: address, port, localAddress: from });
  const reader = new FrameReader();
  const replies: Buffer[] = [];
  socket.on('error', () => undefined);
  socket.write(Buffer.concat(messages.map((message) => frame(message))));
  return await new Promise((resolve) => {
    socket.once('close', () => resolve(replies));
    socket.on('data', (data) => {
      replies.push(...reader.push(data));
      if (replies.length >= messages.length) socket.destroy();
    });
  });
}
