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
/** Answers each datagram with the name of its host. */
const UDP_PORT = 53_000;

const connections = new Set<Socket>();
let isStopping = false;

const LARGE_BYTES = 4_000_000;

/** As a line of text: "<host> <version> <client address>". */
function answer(request: IncomingMessage, response: ServerResponse): void {
  const client = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const line = `${hostname()} ${version} ${client}\n`;
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

const datagrams = createSocket('udp4');
datagrams.on('message', (_message, { port, address }) => datagrams.send(`${hostname()}\n`, port, address));
datagrams.bind(UDP_PORT);

function endWhenIdle(): void {
  if (!isStopping || connections.size > 0) return;
  console.log('no connection is left');
  process.exit(0);
}

process.on('SIGTERM', () => {
  isStopping = true;
  console.log(`told to stop with ${connections.size} open connections`);
  endWhenIdle();
});
