/**
 * The app of the lab's images `lab/app`: answers over HTTP with who it is and who asked, counts nothing, keeps
 * connections open. On SIGTERM it does what a well-made server does: answers what is open, says with each connection's
 * next answer that it closes it, and ends when none is left. Standard modules only: it runs without node_modules.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createSocket } from 'node:dgram';
import type { Socket } from 'node:net';
import { hostname } from 'node:os';

const version = process.env['APP_VERSION'] ?? '';
const HTTP_PORT = 80;
/** Datagrams are answered as requests are, with the port they came to at the end. */
const UDP_PORTS = [53_000, 53_001];

const connections = new Set<Socket>();
let isStopping = false;

const LARGE_BYTES = 4_000_000;
/**
 * A client whose connection stands in the queue of the kernel has been let in as well. Not for longer than its turn takes:
 * an app that lingers hides that traffic still comes to a task that was told to stop.
 */
const TAKE_UP_MS = 10;

/** "<host> <version> <client address>" */
function account(client: string): string {
  return `${hostname()} ${version} ${client.replace(/^::ffff:/, '')}`;
}

/** As a line of text. */
function answer(request: IncomingMessage, response: ServerResponse): void {
  const line = `${account(request.socket.remoteAddress ?? '')}\n`;
  const body = request.url === '/large' ? 'x'.repeat(LARGE_BYTES) : line;
  if (isStopping) response.setHeader('Connection', 'close');
  response.setHeader('Content-Type', 'text/plain');
  response.setHeader('Content-Length', Buffer.byteLength(body));
  if (request.url === '/slow') setTimeout(() => response.end(body), 1_000);
  else response.end(body);
}

const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 }, answer);
server.on('connection', (socket: Socket) => {
  connections.add(socket);
  socket.on('close', () => {
    connections.delete(socket);
    endWhenIdle();
  });
});
server.listen(HTTP_PORT, () => console.log(`listening, version ${version}`));

for (const udpPort of UDP_PORTS) {
  const datagrams = createSocket('udp6');
  datagrams.on('message', (_message, { port, address }) =>
    datagrams.send(`${account(address)} ${udpPort}\n`, port, address),
  );
  datagrams.bind(udpPort);
}

/** Once nothing is left for a moment. */
function endWhenIdle(): void {
  if (!isStopping || connections.size > 0) return;
  setTimeout(() => {
    if (connections.size > 0) return;
    console.log('no connection is left');
    process.exit(0);
  }, TAKE_UP_MS);
}

process.on('SIGTERM', () => {
  isStopping = true;
  console.log(`told to stop with ${connections.size} open connections`);
  endWhenIdle();
});
