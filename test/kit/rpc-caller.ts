/**
 * A client of a manager's port as a process of its own, so that a test can place it on a host of the lab. Told what
 * to try by its input, a JSON text; answers in one as well.
 */
import { text } from 'node:stream/consumers';
import tls from 'node:tls';
import { toSwarmError } from '../../proto/base/errors.js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { ControlService, ListNodesRequestCodec } from '../../proto/gen/control.js';
import { DispatcherService } from '../../proto/gen/dispatcher.js';

export interface Attempt {
  readonly host: string;
  readonly port: number;
  /** control: lists the nodes. dispatcher: sends no log lines. tls: greets with that version and hangs up. */
  readonly call: 'control' | 'dispatcher' | 'TLSv1.2' | 'TLSv1.3';
  readonly identity: TlsIdentity | Pick<TlsIdentity, 'rootPem'>;
}

export interface Outcome {
  /** "ok", the code of an error, or what TLS said. */
  readonly code: string;
  readonly message: string;
}

async function tryOut({ host, port, call, identity }: Attempt): Promise<void> {
  if (call === 'TLSv1.2' || call === 'TLSv1.3') {
    await greet(host, port, call);
    return;
  }
  const channel = RpcChannel.tls(`${host}:${port}`, identity);
  try {
    const options = { timeoutMs: 5_000 };
    if (call === 'control')
      await channel.client(ControlService).listNodes(ListNodesRequestCodec.create(), options);
    else await channel.client(DispatcherService).publishLogs(nothing(), options);
  } finally {
    channel.close();
  }
}

async function greet(host: string, port: number, version: 'TLSv1.2' | 'TLSv1.3'): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const socket = tls.connect({
      host,
      port,
      rejectUnauthorized: false,
      minVersion: version,
      maxVersion: version,
    });
    socket.once('secureConnect', () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', reject);
  });
}

async function* nothing(): AsyncGenerator<never> {
  // A stream that ends at once.
}

const outcome = await tryOut(JSON.parse(await text(process.stdin)) as Attempt).then(
  (): Outcome => ({ code: 'ok', message: '' }),
  (error: unknown): Outcome => {
    const { code, message } = toSwarmError(error);
    return { code, message };
  },
);
console.log(JSON.stringify(outcome));
