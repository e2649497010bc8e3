/**
 * Somebody outside of the cluster, for the tests: answers over HTTP with who asked, and is a name server that knows
 * every name and says which it was asked for, a line each. Standard modules only.
 */
import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';

const HTTP_PORT = 8_000;
const NAME_PORT = 53;
const HEADER_BYTES = 12;
/** Of the question after its name. */
const TYPE_AND_CLASS_BYTES = 4;
/** A good answer to one question, with one record (RFC 1035, section 4.1.1). */
const COUNTS = Buffer.from('81800001000100000000', 'hex');
/** The name asked for, an A record for a minute: 192.0.2.1. */
const RECORD = Buffer.from('c00c000100010000003c0004c0000201', 'hex');

createServer((request, response) => response.end(`outside 0 ${request.socket.remoteAddress}\n`)).listen(
  HTTP_PORT,
  '0.0.0.0',
);

const questions = createSocket('udp4');
questions.on('message', (message, { port, address }) => {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = message.readUInt8(at); length > 0; length = message.readUInt8(at)) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  console.log(labels.join('.').toLowerCase());
  const question = message.subarray(HEADER_BYTES, at + 1 + TYPE_AND_CLASS_BYTES);
  questions.send(Buffer.concat([message.subarray(0, 2), COUNTS, question, RECORD]), port, address);
});
questions.bind(NAME_PORT);
