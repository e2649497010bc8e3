/**
 * The name server on real sockets: each of its addresses is one of the loopback network, where all of 127.0.0.0/8
 * is at hand. Containers are further addresses of it, and so are the name servers that are asked for other names.
 */
import assert from 'node:assert/strict';
import { createSocket, type Socket } from 'node:dgram';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
import { decode, encode, type Packet } from 'dns-packet';
import { frame, FrameReader } from '../../agent/network/frames.js';
import { NameListener } from '../../agent/network/name-listener.js';
import { NameServer } from '../../agent/network/name-server.js';
import { exchange } from '../../agent/network/upstream.js';
import { SystemClock } from '../../proto/base/clock.js';
import { noMeter } from '../../proto/base/meter.js';
import { silentLog } from '../../proto/base/log.js';
import { SystemRandom } from '../../proto/base/random.js';
import { runAll } from '../../proto/base/service.js';
import { eventually } from '../kit/eventually.js';
import { askOverTcp, dataOf, NameClient, question } from '../kit/name-client.js';
import { endpoint, held, named, overlay } from '../rules/agent/network/held-networks.js';

const GATEWAY = '127.1.0.2';
const CONTAINER = '127.1.0.21';
const LONELY = '127.2.0.21';
const UPSTREAM = '127.9.0.1';
const SECOND_UPSTREAM = '127.9.0.2';
const TASK_UPSTREAM = '127.9.0.3';

const NETWORKS = [
  overlay('front', 1, { subnet: '127.1.0.0/24', gateway: GATEWAY }),
  overlay('inner', 2, { subnet: '127.2.0.0/24', gateway: '127.2.0.2', internal: true }),
];
const SERVICES = [
  named('front', 'web', { address: '127.1.0.10' }),
  named('front', 'many', { mode: 'dnsrr' }),
  named('inner', 'lonely', { mode: 'dnsrr' }),
];
const ENDPOINTS = [
  endpoint('front', 'web.1', CONTAINER),
  endpoint('front', 'own.1', '127.1.0.22'),
  endpoint('inner', 'lonely.1', LONELY),
  ...Array.from({ length: 100 }, (_, at) => endpoint('front', `many.${at}`, `127.1.0.${100 + at}`)),
];
const STATE = held(NETWORKS, SERVICES, ENDPOINTS);

/** Answers with the scripted replies, and counts what it was asked. */
class Upstream {
  readonly asked: string[] = [];
  /** Undefined: it keeps silent. */
  reply: (asked: Packet) => Packet | undefined = () => ({});
  readonly #udp: Socket = createSocket('udp4');
  readonly #tcp: Server = createServer((connection) => {
    const reader = new FrameReader();
    connection.on('error', () => undefined);
    connection.on('data', (data) => {
      for (const message of reader.push(data)) {
        const reply = this.#replyTo(message, 'tcp');
        if (reply !== undefined) connection.write(frame(reply));
      }
    });
  });

  async listen(address: string, port: number): Promise<void> {
    this.#udp.on('message', (message, { address: from, port: fromPort }) => {
      const reply = this.#replyTo(message, 'udp');
      if (reply !== undefined) this.#udp.send(reply, fromPort, from);
    });
    this.#udp.bind({ address, port });
    await once(this.#udp, 'listening');
    this.#tcp.listen({ host: address, port: this.#udp.address().port });
    await once(this.#tcp, 'listening');
  }

  get port(): number {
    return this.#udp.address().port;
  }

  async close(): Promise<void> {
    this.#udp.close();
    this.#tcp.close();
    await Promise.all([once(this.#udp, 'close'), once(this.#tcp, 'close')]);
  }

  #replyTo(message: Buffer, transport: string): Buffer | undefined {
    const asked = decode(message);
    const { id = 0, questions = [] } = asked;
    this.asked.push(`${transport} ${questions[0]?.name}`);
    const reply = this.reply(asked);
    return reply && encode({ type: 'response', id, flags: 0x180, questions, ...reply });
  }
}

function found(name: string, data: string, ttl = 60): Packet {
  return { answers: [{ type: 'A', name, ttl, data }] };
}

describe('the name server', function () {
  this.timeout(20_000);
  const stop = new AbortController();
  const upstreams = { first: new Upstream(), second: new Upstream(), ofTask: new Upstream() };
  let resolvers: readonly string[] = [UPSTREAM, SECOND_UPSTREAM];
  let port: number;
  let server: NameServer;
  let running: Promise<void>;

  before(async () => {
    await upstreams.first.listen(UPSTREAM, 0);
    const resolverPort = upstreams.first.port;
    await upstreams.second.listen(SECOND_UPSTREAM, resolverPort);
    await upstreams.ofTask.listen(TASK_UPSTREAM, resolverPort);
    port = await freePort(GATEWAY);
    server = new NameServer(
      { port, resolverPort },
      {
        clock: new SystemClock(),
        random: new SystemRandom(),
        log: silentLog,
        meter: noMeter,
        exchange,
        hostResolvers: async () => resolvers,
        dnsServersOf: (taskId) => (taskId === 'task-own-1' ? [TASK_UPSTREAM] : []),
      },
    );
    running = runAll([server], stop.signal);
    server.update(STATE);
    await eventually(
      'it answers',
      async () => await askOverTcp(CONTAINER, { address: GATEWAY, port }, [question('web', 1)]),
      (replies) => replies.length === 1,
    );
  });

  after(async () => {
    stop.abort();
    await running;
    await Promise.all(Object.values(upstreams).map(async (each) => await each.close()));
  });

  beforeEach(() => {
    resolvers = [UPSTREAM, SECOND_UPSTREAM];
    for (const each of Object.values(upstreams)) {
      each.asked.length = 0;
      each.reply = () => ({});
    }
  });

  async function ask(name: string, from = CONTAINER, parts: Packet = {}): Promise<Buffer> {
    const address = from.startsWith('127.2.') ? '127.2.0.2' : GATEWAY;
    await using client = await NameClient.from(from, { address, port });
    return await client.ask(question(name, 7, parts));
  }

  const rcode = (reply: Buffer): number => reply.readUInt16BE(2) & 0xf;

  it('answers over UDP and over TCP', async () => {
    assert.deepEqual(dataOf(await ask('web')), ['127.1.0.10']);
    const replies = await askOverTcp(CONTAINER, { address: GATEWAY, port }, [
      question('web', 1),
      question('web.1', 2),
    ]);
    assert.deepEqual(replies.map(dataOf), [['127.1.0.10'], [CONTAINER]]);
  });

  it('gives over TCP what does not fit into UDP', async () => {
    const short = await ask('tasks.many');
    assert.ok((short.readUInt16BE(2) & 0x200) !== 0 && dataOf(short).length < 100);
    const [whole] = await askOverTcp(CONTAINER, { address: GATEWAY, port }, [question('tasks.many', 1)]);
    assert.equal(whole && new Set(dataOf(whole)).size, 100);
  });

  it('answers over TCP while one container holds all the connections that it can get', async () => {
    const greedy = Array.from({ length: 300 }, () =>
      connect({ host: GATEWAY, port, localAddress: CONTAINER }),
    );
    try {
      const isServed = await Promise.all(
        greedy.map(async (socket) => {
          socket.on('error', () => undefined);
          socket.write(frame(question('web', 1)));
          return await new Promise<boolean>((resolve) => {
            socket.once('data', () => resolve(true));
            socket.once('close', () => resolve(false));
          });
        }),
      );
      assert.equal(isServed.filter(Boolean).length, 32);
      const replies = await askOverTcp('127.1.0.22', { address: GATEWAY, port }, [question('web', 1)]);
      assert.deepEqual(replies.map(dataOf), [['127.1.0.10']]);
    } finally {
      for (const socket of greedy) socket.destroy();
    }
    await eventually(
      'it takes connections from there again',
      async () => await askOverTcp(CONTAINER, { address: GATEWAY, port }, [question('web', 1)]),
      (replies) => replies.length === 1,
    );
  });

  it('refuses whoever is on none of its networks', async () => {
    assert.equal(rcode(await ask('web', '127.5.0.1')), 5);
  });

  it('answers garbage with "format error", and goes on', async () => {
    await using client = await NameClient.from(CONTAINER, { address: GATEWAY, port });
    assert.equal(rcode(await client.ask(Buffer.from('000901000001ffffffffffff'.padEnd(60, 'f'), 'hex'))), 1);
    assert.deepEqual(await askOverTcp(CONTAINER, { address: GATEWAY, port }, [Buffer.from('zz')]), []);
    assert.deepEqual(dataOf(await client.ask(question('web', 3))), ['127.1.0.10']);
  });

  it('asks the servers of the host for other names, and keeps what they say as long as it holds', async () => {
    upstreams.first.reply = () => found('kept.example', '192.0.2.1');
    assert.deepEqual(dataOf(await ask('kept.example')), ['192.0.2.1']);
    assert.deepEqual(dataOf(await ask('KEPT.example')), ['192.0.2.1']);
    assert.deepEqual(upstreams.first.asked, ['udp kept.example']);
  });

  it('asks once what many ask at the same time', async () => {
    upstreams.first.reply = () => found('herd.example', '192.0.2.2', 0);
    const replies = await Promise.all(Array.from({ length: 20 }, async () => await ask('herd.example')));
    assert.deepEqual(new Set(replies.flatMap(dataOf)), new Set(['192.0.2.2']));
    assert.ok(upstreams.first.asked.length < 20, `${upstreams.first.asked.length} times`);
  });

  it('asks the next server when one keeps silent or fails', async () => {
    upstreams.first.reply = () => ({ flags: 0x182 });
    upstreams.second.reply = () => found('next.example', '192.0.2.3');
    assert.deepEqual(dataOf(await ask('next.example')), ['192.0.2.3']);
    resolvers = ['127.9.0.99', SECOND_UPSTREAM];
    assert.deepEqual(dataOf(await ask('next.example')), ['192.0.2.3']);
  });

  it('says that it failed when no server answers', async () => {
    resolvers = ['127.9.0.98'];
    assert.equal(rcode(await ask('gone.example')), 2);
    resolvers = [];
    assert.equal(rcode(await ask('gone.example')), 2);
  });

  it('asks over TCP what is asked over TCP', async () => {
    upstreams.first.reply = () => found('large.example', '192.0.2.4');
    const [reply] = await askOverTcp(CONTAINER, { address: GATEWAY, port }, [question('large.example', 1)]);
    assert.deepEqual(reply && dataOf(reply), ['192.0.2.4']);
    assert.deepEqual(upstreams.first.asked, ['tcp large.example']);
  });

  it("asks a task's own servers instead of the host's", async () => {
    upstreams.ofTask.reply = () => found('own.example', '192.0.2.5');
    assert.deepEqual(dataOf(await ask('own.example', '127.1.0.22')), ['192.0.2.5']);
    assert.deepEqual(upstreams.first.asked, []);
  });

  it('asks neither itself nor for this node, and nobody outside for a network that nothing leads out of', async () => {
    upstreams.first.reply = () => found('round.example', '192.0.2.6');
    resolvers = [GATEWAY];
    assert.equal(rcode(await ask('round.example')), 2);
    resolvers = [UPSTREAM];
    assert.equal(rcode(await ask('round.example', GATEWAY)), 5);
    assert.equal(rcode(await ask('round.example', LONELY)), 2);
    assert.deepEqual(dataOf(await ask('lonely', LONELY)), [LONELY]);
    assert.deepEqual(upstreams.first.asked, []);
  });

  it('answers names of its own within 5 ms while no other server answers', async () => {
    upstreams.first.reply = () => undefined;
    upstreams.second.reply = () => undefined;
    await using other = await NameClient.from(CONTAINER, { address: GATEWAY, port });
    await using client = await NameClient.from(CONTAINER, { address: GATEWAY, port });
    const silent = Array.from(
      { length: 300 },
      async (_, at) => await other.ask(question(`x${at}.example`, at)),
    );
    await eventually(
      'they ask',
      () => upstreams.first.asked.length,
      (count) => count > 100,
    );
    const tookMs: number[] = [];
    for (let id = 0; id < 200; id += 1) {
      const startedMs = performance.now();
      assert.deepEqual(dataOf(await client.ask(question('web', id))), ['127.1.0.10']);
      tookMs.push(performance.now() - startedMs);
    }
    const median = tookMs.toSorted((a, b) => a - b)[100] ?? Infinity;
    assert.ok(median < 5, `median ${median} ms`);
    const failed = await Promise.all(silent);
    assert.deepEqual(new Set(failed.map(rcode)), new Set([2]));
  });

  it('loses none of a thousand questions at once', async () => {
    await using client = await NameClient.from(CONTAINER, { address: GATEWAY, port });
    const replies = await Promise.all(
      Array.from({ length: 1_000 }, async (_, id) => await client.ask(question('web', id))),
    );
    assert.deepEqual(new Set(replies.flatMap(dataOf)), new Set(['127.1.0.10']));
  });

  it('knows new names as soon as it was told, and listens where a network was added', async () => {
    const added = overlay('later', 3, { subnet: '127.3.0.0/24', gateway: '127.3.0.2' });
    const fresh = named('front', 'new', { address: '127.1.0.11' });
    server.update(held([...NETWORKS, added], [...SERVICES, fresh], ENDPOINTS));
    assert.deepEqual(dataOf(await ask('new')), ['127.1.0.11']);
    const later = { address: '127.3.0.2', port };
    await eventually(
      'it listens there',
      async () => await askOverTcp('127.3.0.9', later, [question('nothing', 1, { flags: 0 })]),
      (replies) => replies.length === 1,
    );
    server.update(STATE);
    await eventually(
      'it listens there no longer',
      async () => await askOverTcp('127.3.0.9', later, [question('nothing', 1)]),
      (replies) => replies.length === 0,
    );
  });

  it('listens as soon as whoever else did has gone, and says until then that it does not', async () => {
    const other = createServer();
    other.listen({ host: '127.4.0.2', port });
    await once(other, 'listening');
    const gateway = '127.4.0.2';
    const taken = overlay('taken', 4, { subnet: '127.4.0.0/24', gateway });
    server.update(held([...NETWORKS, taken], SERVICES, ENDPOINTS));
    await eventually(
      'it says so',
      () => [...server.failures.keys()],
      (keys) => keys.includes(gateway),
    );
    assert.deepEqual(dataOf(await ask('web')), ['127.1.0.10']);
    other.close();
    await eventually(
      'it listens',
      () => server.failures.size,
      (count) => count === 0,
    );
    server.update(STATE);
  });
});

async function freePort(address: string): Promise<number> {
  const holder = createServer().listen({ host: address, port: 0 });
  await once(holder, 'listening');
  const place = holder.address();
  holder.close();
  await once(holder, 'close');
  assert.ok(place !== null && typeof place !== 'string');
  return place.port;
}

describe('a listener for questions', () => {
  it('passes over a packet from port 0, which is nowhere to answer to', async () => {
    const sockets: Socket[] = [];
    const note = (message: unknown): void =>
      void sockets.push((message as { readonly socket: Socket }).socket);
    subscribe('udp.socket', note);
    const asked: string[] = [];
    const listener = await NameListener.open(GATEWAY, 0, (message, from) => {
      asked.push(from);
      return message;
    });
    unsubscribe('udp.socket', note);
    try {
      const [socket] = sockets;
      assert.ok(socket !== undefined);
      // As the kernel hands on what a container made by hand: no other way leads here without a raw socket.
      socket.emit('message', question('web', 1), { address: CONTAINER, family: 'IPv4', port: 0, size: 21 });
      assert.deepEqual(asked, []);
    } finally {
      await listener.close();
    }
  });
});
