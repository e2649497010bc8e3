/**
 * One question to one other name server, over UDP or TCP, from a socket of its own: its port is drawn by the kernel,
 * which makes an answer hard to forge. What comes back that is not the answer is passed over.
 */
import { createSocket } from 'node:dgram';
import { connect, isIPv6 } from 'node:net';
import { answers } from './rules/name-message.js';
import { frame, FrameReader } from './frames.js';

export interface NameServerAddress {
  readonly host: string;
  readonly port: number;
}

/** Resolves with the answer; rejects when the server cannot be reached, or with the signal's reason. */
export type Exchange = (
  message: Buffer,
  server: NameServerAddress,
  transport: 'udp' | 'tcp',
  signal: AbortSignal,
) => Promise<Buffer>;

export const exchange: Exchange = async (message, server, transport, signal) =>
  transport === 'udp'
    ? await exchangeUdp(message, server, signal)
    : await exchangeTcp(message, server, signal);

function exchangeUdp(
  message: Buffer,
  { host, port }: NameServerAddress,
  signal: AbortSignal,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // It would not be said again, and the socket stay open.
    if (signal.aborted) return reject(signal.reason);
    const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4');
    const end = (settle: () => void): void => {
      signal.removeEventListener('abort', onAbort);
      socket.close();
      settle();
    };
    const onAbort = (): void => end(() => reject(signal.reason));
    signal.addEventListener('abort', onAbort, { once: true });
    socket.once('error', (error) => end(() => reject(error)));
    socket.on('message', (reply) => {
      if (answers(reply, message)) end(() => resolve(reply));
    });
    // Connected: only that server is heard, and a port without anybody is an error at once.
    socket.once('connect', () => socket.send(message));
    // Without a function to call: that would be called for a failure, too.
    socket.connect(port, host);
  });
}

function exchangeTcp(
  message: Buffer,
  { host, port }: NameServerAddress,
  signal: AbortSignal,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, signal });
    const reader = new FrameReader();
    socket.once('error', reject);
    socket.once('close', () => reject(new Error(`${host} closed the connection without an answer`)));
    socket.on('data', (data) => {
      const reply = reader.push(data).find((each) => answers(each, message));
      if (reply === undefined) return;
      resolve(reply);
      socket.destroy();
    });
    socket.write(frame(message));
  });
}
