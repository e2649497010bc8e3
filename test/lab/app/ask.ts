/**
 * Asked from inside a container of `lab/app`, for the tests: what names lead to and what answers there. Says one
 * line of JSON. Standard modules only.
 *
 *   ask lookup NAME…        the IPv4 addresses of each name, sorted; null for a name that is not known
 *   ask lookup-at SERVER NAME…   the same, of that name server
 *   ask get COUNT URL       what answered so many requests, a connection for each: text → how often, errors too
 *   ask each URL…          what each answers, asked all at once; why not, where there is no answer
 *   ask idle SECONDS COUNT URL   so many connections, each silent for so long between two requests: for each the two
 *                           answers, and how long the second took in ms
 *   ask fetch URL           how many bytes came, and in how many ms
 *   ask datagram ADDRESS PORT LOCAL_PORT   what one datagram from that local port was answered with; null: nothing
 *   ask datagrams ADDRESS PORT SOCKETS COUNT   for each of so many sockets, what so many datagrams were answered with:
 *                           answer → how often; an answer from elsewhere than it was asked begins with where it came from
 *   ask storm COUNT NAME    so many look-ups at once: how many failed, and how long the slowest took in ms
 *   ask stream COUNT FLYING NAME   so many look-ups, only so many at a time: as above, and the 99th percentile
 */
import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { Agent, get } from 'node:http';
import { isIPv6 } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const ANSWER_WITHIN_MS = 5_000;
/** Otherwise the kernel would probe a connection that rests, after a second, and it would not be at rest. */
const NO_PROBES_FOR_MS = 30_000_000;
const DNS_PORT = 53;

async function lookup(names: readonly string[], server = ''): Promise<object> {
  const resolver = new Resolver({ timeout: ANSWER_WITHIN_MS, tries: 1 });
  if (server !== '') resolver.setServers([server]);
  const found = await Promise.all(
    names.map(async (name) => [name, await resolver.resolve4(name).then(sorted, nothingIfUnknown)] as const),
  );
  return Object.fromEntries(found);
}

function sorted(addresses: readonly string[]): readonly string[] {
  return addresses.toSorted();
}

function nothingIfUnknown(error: NodeJS.ErrnoException): null {
  // The cluster does not know it, and the resolver of the host that is asked next is not reached.
  if (['ENOTFOUND', 'ENODATA', 'ESERVFAIL', 'EREFUSED'].includes(error.code ?? '')) return null;
  throw error;
}

async function requests(count: number, url: string): Promise<object> {
  const answers: Record<string, number> = {};
  for (let at = 0; at < count; at += 1) {
    const answer = await oneRequest(url).catch(reasonOf);
    answers[answer] = (answers[answer] ?? 0) + 1;
  }
  return answers;
}

async function each(urls: readonly string[]): Promise<object> {
  const answers = urls.map(async (url) => [url, await oneRequest(url).catch(reasonOf)] as const);
  return Object.fromEntries(await Promise.all(answers));
}

const reasonOf = (error: NodeJS.ErrnoException): string => error.code ?? error.message;

async function idle(seconds: number, count: number, url: string): Promise<readonly object[]> {
  const rest = async (): Promise<object> => {
    const agent = new Agent({ keepAlive: true, keepAliveMsecs: NO_PROBES_FOR_MS, maxSockets: 1 });
    const before = await oneRequest(url, agent).catch(reasonOf);
    await wait(1000 * seconds);
    const fromMs = performance.now();
    const after = await oneRequest(url, agent).catch(reasonOf);
    agent.destroy();
    return { before, after, tookMs: performance.now() - fromMs };
  };
  return await Promise.all(Array.from({ length: count }, rest));
}

async function transfer(url: string): Promise<object> {
  const fromMs = performance.now();
  const { length } = await oneRequest(url);
  return { length, tookMs: performance.now() - fromMs };
}

function oneRequest(url: string, agent: Agent | false = false): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, timeout: ANSWER_WITHIN_MS }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () => resolve(text.trim()));
      response.on('error', reject);
    });
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', reject);
  });
}

function datagram(address: string, port: number, localPort: number): Promise<string | null> {
  const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
  return new Promise((resolve) => {
    const end = (answer: string | null): void => {
      clearTimeout(timer);
      socket.close();
      resolve(answer);
    };
    const timer = setTimeout(() => end(null), 1_000);
    socket.once('message', (message) => {
      end(message.toString().trim());
    });
    socket.once('error', () => end(null));
    // Connected: what comes from elsewhere than it was asked is no answer.
    socket.once('connect', () => socket.send('who are you?'));
    socket.bind(localPort, () => socket.connect(port, address));
  });
}

/** What one socket's datagrams are answered with, until all are or nothing more comes. */
function flow(address: string, port: number, count: number): Promise<Record<string, number>> {
  const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
  const answers: Record<string, number> = {};
  let left = count;
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      socket.close();
      resolve(answers);
    };
    const timer = setTimeout(end, ANSWER_WITHIN_MS);
    socket.on('error', end);
    socket.on('message', (message, from) => {
      const isAsked = from.address === address && from.port === port;
      const answer = `${isAsked ? '' : `${from.address} ${from.port} `}${message.toString().trim()}`;
      answers[answer] = (answers[answer] ?? 0) + 1;
      left -= 1;
      if (left === 0) end();
    });
    for (let at = 0; at < count; at += 1) socket.send('who are you?', port, address);
  });
}

/** So many look-ups, so many of them at a time. */
async function stream(count: number, flying: number, isFound: () => Promise<boolean>): Promise<object> {
  let failed = 0;
  let left = count;
  const tookMs: number[] = [];
  const flight = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const fromMs = performance.now();
      if (!(await isFound())) failed += 1;
      tookMs.push(performance.now() - fromMs);
    }
  };
  await Promise.all(Array.from({ length: flying }, flight));
  const sortedMs = Float64Array.from(tookMs).toSorted();
  return { failed, slowestMs: sortedMs.at(-1), p99Ms: sortedMs[Math.floor(0.99 * (count - 1))] };
}

/** As one program asks, with one socket and as long as it takes. */
function asOneProgram(name: string): () => Promise<boolean> {
  const resolver = new Resolver();
  return async () =>
    await resolver.resolve4(name).then(
      () => true,
      () => false,
    );
}

/** Each from a socket of its own and sent once, as a program does that knows nothing of the others. */
function asManyPrograms(name: string): () => Promise<boolean> {
  const [server = ''] = new Resolver().getServers();
  const question = questionFor(name);
  return async () => await isAnswered(question, server);
}

/** A question for the name's IPv4 addresses, as on the wire (RFC 1035, section 4.1). */
function questionFor(name: string): Buffer {
  const labels = name.split('.').map((label) => `${String.fromCodePoint(label.length)}${label}`);
  return Buffer.from(
    `\x12\x34\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00${labels.join('')}\x00\x00\x01\x00\x01`,
    'latin1',
  );
}

/** Whether the server names an address within the time. */
function isAnswered(question: Buffer, server: string): Promise<boolean> {
  const socket = createSocket('udp4');
  return new Promise((resolve) => {
    const end = (isGood: boolean): void => {
      clearTimeout(timer);
      socket.close();
      resolve(isGood);
    };
    const timer = setTimeout(() => end(false), ANSWER_WITHIN_MS);
    // No error, and at least one answer.
    socket.once('message', (reply) => end((reply.readUInt8(3) & 0x0f) === 0 && reply.readUInt16BE(6) > 0));
    socket.once('error', () => end(false));
    socket.send(question, DNS_PORT, server);
  });
}

async function answerTo([what = '', ...args]: readonly string[]): Promise<unknown> {
  const [first = '', second = '', third = '', fourth = ''] = args;
  switch (what) {
    case 'lookup':
      return await lookup(args);
    case 'lookup-at':
      return await lookup(args.slice(1), first);
    case 'get':
      return await requests(Number(first), second);
    case 'each':
      return await each(args);
    case 'idle':
      return await idle(Number(first), Number(second), third);
    case 'fetch':
      return await transfer(first);
    case 'datagram':
      return await datagram(first, Number(second), Number(third));
    case 'datagrams':
      return await Promise.all(
        Array.from({ length: Number(third) }, () => flow(first, Number(second), Number(fourth))),
      );
    case 'storm':
      return await stream(Number(first), Number(first), asManyPrograms(second));
    case 'stream':
      return await stream(Number(first), Number(second), asOneProgram(third));
    default:
      throw new Error(`ask cannot ${what}`);
  }
}

console.log(JSON.stringify(await answerTo(process.argv.slice(2))));
