/**
 * gRPC both ways over loopback with real certificates: every shape of call, errors with their facts,
 * who is calling, and what happens when either side goes away.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { hasCode, SwarmError } from '../../proto/base/errors.js';
import { silentLog } from '../../proto/base/log.js';
import type { Caller, CallContext, Handlers } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { denied, RpcServer } from '../../proto/base/rpc-server.js';
import { aborted } from '../../proto/base/service.js';
import {
  type AgentMessage,
  AgentMessageCodec,
  DispatcherService,
  LogChunkCodec,
  type ManagerMessage,
  ManagerMessageCodec,
} from '../../proto/gen/dispatcher.js';
import { TestAuthority } from '../kit/test-certificates.js';

describe('gRPC over TLS', () => {
  let authority: TestAuthority;
  const callers: Caller[] = [];
  let server: RpcServer;
  let address: string;
  let ended: Promise<void>;

  before(async () => {
    authority = await TestAuthority.make();
  });

  beforeEach(async () => {
    server = new RpcServer({ log: silentLog, authorize });
    let noteEnd: () => void = () => undefined;
    ended = new Promise((resolve) => {
      noteEnd = resolve;
    });
    server.add(
      DispatcherService,
      handlers(callers, () => noteEnd()),
    );
    const port = await server.listenTls(
      { host: '127.0.0.1', port: 0 },
      await authority.identity('m1', 'swarm-manager'),
    );
    address = `127.0.0.1:${port}`;
  });

  afterEach(() => server.close(0));

  async function echo(channel: RpcChannel): Promise<readonly ManagerMessage[]> {
    const replies: ManagerMessage[] = [];
    for await (const reply of channel.client(DispatcherService).session(beats(3), { timeoutMs: 5000 }))
      replies.push(reply);
    channel.close();
    return replies;
  }

  it('carries both directions of a stream and ends when both have ended', async () => {
    const channel = RpcChannel.tls(address, await authority.identity('w1', 'swarm-worker'));
    assert.equal((await echo(channel)).length, 3);
    assert.deepEqual(callers.at(-1), {
      kind: 'node',
      nodeId: 'w1',
      clusterId: 'test-cluster',
      role: 'worker',
    });
  });

  it('refuses a certificate of another cluster, a self-made one, and none at all', async () => {
    const other = await TestAuthority.make();
    const foreign = { ...(await other.identity('m1', 'swarm-manager')), rootPem: authority.rootPem };
    for (const channel of [
      RpcChannel.tls(address, foreign),
      RpcChannel.tls(address, { rootPem: authority.rootPem }),
    ]) {
      await assert.rejects(echo(channel), (error) => hasCode(error, 'certificate.refused'));
    }
  });

  it('is over when the server closes, also for whoever is still shaking hands then', async () => {
    const connected = async (socket: Socket, event: string): Promise<Socket> => {
      socket.on('error', () => undefined).resume();
      await once(socket, event);
      return socket;
    };
    const port = Number(address.split(':')[1]);
    const hello = { rejectUnauthorized: false, ALPNProtocols: ['h2'] };
    const early = await connected(tls.connect({ ...hello, port, host: '127.0.0.1' }), 'secureConnect');
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const closed = server.close(0);
    if (!early.closed) await once(early, 'close'); // What was there is cut; this one comes after it.
    const late = tls.connect({ ...hello, socket });
    late.on('error', () => undefined).resume();
    await closed;
    if (!late.closed) await once(late, 'close');
  }).timeout(3_000);

  it('will not talk to a server of another cluster', async () => {
    const other = await TestAuthority.make();
    await assert.rejects(
      echo(RpcChannel.tls(address, await other.identity('w1', 'swarm-worker'))),
      (error) => hasCode(error, 'manager.unreachable') && error.facts.addresses.includes(address),
    );
  });

  it('speaks nothing older than TLS 1.3', async () => {
    const [host = '', port] = address.split(':');
    const old = tls.connect({
      host,
      port: Number(port),
      maxVersion: 'TLSv1.2',
      minVersion: 'TLSv1.2',
      rejectUnauthorized: false,
    });
    const error = await new Promise((resolve) =>
      old.once('error', resolve).once('secureConnect', () => resolve('connected')),
    );
    assert.match(String(error), /protocol version/i);
  });

  it('keeps code and facts of an error that a handler throws', async () => {
    const channel = RpcChannel.tls(address, await authority.identity('w1', 'swarm-worker'));
    const publish = channel.client(DispatcherService).publishLogs(chunks('bad'));
    await assert.rejects(publish, (error) => hasCode(error, 'object.not-found') && error.facts.ref === 'bad');
    channel.close();
  });

  it("tells the handler when the caller goes away, and throws the signal's reason to the caller", async () => {
    const channel = RpcChannel.tls(address, await authority.identity('w1', 'swarm-worker'));
    const stop = new AbortController();
    const reason = new Error('enough');
    const reading = (async () => {
      const session = channel
        .client(DispatcherService)
        .session(forever(stop.signal), { signal: stop.signal });
      for await (const _ of session) stop.abort(reason);
    })();
    await assert.rejects(reading, reason);
    await ended;
    channel.close();
  });

  it('says which address could not be reached, and why', async () => {
    const channel = RpcChannel.tls('127.0.0.1:1', await authority.identity('w1', 'swarm-worker'));
    await assert.rejects(
      echo(channel),
      (error) =>
        hasCode(error, 'manager.unreachable') &&
        error.facts.addresses[0] === '127.0.0.1:1' &&
        error.facts.reason.includes('ECONNREFUSED'),
    );
  });
});

describe('gRPC over a unix socket', () => {
  it('calls whoever opens it local', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'swarm-rpc-'));
    const callers: Caller[] = [];
    const server = new RpcServer({ log: silentLog, authorize: () => undefined });
    server.add(
      DispatcherService,
      handlers(callers, () => undefined),
    );
    await server.listenUnix(join(directory, 'a.sock'));
    const channel = RpcChannel.unix(join(directory, 'a.sock'));
    await channel.client(DispatcherService).publishLogs(chunks('good'), { timeoutMs: 5000 });
    assert.deepEqual(callers, [{ kind: 'local' }]);
    channel.close();
    await server.close(0);
    rmSync(directory, { recursive: true });
  });

  it('takes the place of a process that is gone, and of no other', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'rpc-'));
    const path = join(directory, 'a.sock');
    const first = new RpcServer({ log: silentLog, authorize });
    const second = new RpcServer({ log: silentLog, authorize });
    try {
      await first.listenUnix(path);
      await assert.rejects(second.listenUnix(path), /another process listens there/);
      await first.close(0);
      // What a process leaves behind that was killed: a file, and nobody who listens.
      writeFileSync(path, '');
      await second.listenUnix(path);
    } finally {
      await first.close(0);
      await second.close(0);
      rmSync(directory, { recursive: true });
    }
  });
});

function authorize(path: string, caller: Caller): void {
  if (caller.kind !== 'node') throw denied(path, caller);
}

function handlers(callers: Caller[], onEnd: () => void): Handlers<typeof DispatcherService> {
  return {
    async *session(requests: AsyncIterable<AgentMessage>, context: CallContext) {
      callers.push(context.caller);
      void aborted(context.signal).then(onEnd);
      for await (const _ of requests) {
        yield ManagerMessageCodec.create({ message: { kind: 'ack', ack: { sequence: 1 } } });
      }
    },
    async publishLogs(requests, context) {
      callers.push(context.caller);
      for await (const chunk of requests) {
        if (chunk.requestId === 'bad') {
          throw new SwarmError('object.not-found', { kind: 'log request', ref: 'bad', candidates: [] });
        }
      }
      return {};
    },
  };
}

async function* beats(count: number): AsyncGenerator<AgentMessage> {
  for (let beat = 0; beat < count; beat++)
    yield AgentMessageCodec.create({ message: { kind: 'heartbeat', heartbeat: {} } });
}

async function* forever(signal: AbortSignal): AsyncGenerator<AgentMessage> {
  yield* beats(1);
  await aborted(signal);
}

async function* chunks(requestId: string): AsyncGenerator<ReturnType<typeof LogChunkCodec.create>> {
  yield LogChunkCodec.create({ requestId });
}
