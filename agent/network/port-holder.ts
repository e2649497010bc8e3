/**
 * Holds a socket on every port that is published on all nodes, so that no other program of this node takes it
 * unawares, and none that has it is robbed: a port that is in use is left alone and said. Nothing ever arrives on
 * these sockets; the packet filter passes it on before, or refuses it. The port of name servers is held by this node's
 * own, which listens on it at each of its networks: a socket on all addresses would be in its way.
 */
import { createSocket } from 'node:dgram';
import { createServer, isIPv6 } from 'node:net';
import type { PortSpec, UsedPort } from '../../proto/gen/objects.js';
import { hostPortText } from '../../proto/model/endpoint-spec.js';
import { portKey } from './rules/backends.js';
import { NAME_PORT } from './rules/name-message.js';

interface Holding {
  release(): void;
}

export interface HeldPorts {
  /** By portKey. */
  readonly held: ReadonlySet<string>;
  /** Why others are not, in words. */
  readonly problems: readonly string[];
}

export interface PortHolderModules {
  /** Ports on which other programs of this node listen, as far as is known. */
  readonly usedPorts: () => readonly UsedPort[];
}

export class PortHolder {
  readonly #modules: PortHolderModules;
  readonly #holdingByKey = new Map<string, Holding>();

  constructor(modules: PortHolderModules) {
    this.#modules = modules;
  }

  /** Holds these ports and no others, as far as they are to be had. */
  async hold(ports: readonly PortSpec[]): Promise<HeldPorts> {
    const wanted = new Map(ports.map((port) => [portKey(port), port]));
    for (const [key, holding] of this.#holdingByKey) {
      if (wanted.has(key)) continue;
      holding.release();
      this.#holdingByKey.delete(key);
    }
    const problems: string[] = [];
    const byNameServer: string[] = [];
    for (const [key, port] of wanted) {
      if (this.#holdingByKey.has(key)) continue;
      if (isOfNameServers(port)) {
        if (this.#isUsed(port)) problems.push(usedByAnother(port));
        else byNameServer.push(key);
        continue;
      }
      try {
        this.#holdingByKey.set(key, await take(port));
      } catch (error) {
        const problem = problemOf(port, error);
        if (problem !== '') problems.push(problem);
      }
    }
    return { held: new Set([...this.#holdingByKey.keys(), ...byNameServer]), problems };
  }

  #isUsed({ protocol, publishedPort }: PortSpec): boolean {
    return this.#modules
      .usedPorts()
      .some((used) => used.protocol === protocol && used.port === publishedPort);
  }

  releaseAll(): void {
    for (const holding of this.#holdingByKey.values()) holding.release();
    this.#holdingByKey.clear();
  }
}

function isOfNameServers({ protocol, publishedPort, hostIp }: PortSpec): boolean {
  return publishedPort === NAME_PORT && hostIp === '' && protocol !== 'sctp';
}

async function take({ protocol, publishedPort, hostIp }: PortSpec): Promise<Holding> {
  const bind = protocol === 'tcp' ? listenTcp : bindUdp;
  // There are no sockets of this kind here: it is passed on all the same.
  if (protocol === 'sctp') return { release: () => undefined };
  if (hostIp !== '') return await bind(publishedPort, hostIp);
  try {
    return await bind(publishedPort, '::');
  } catch (error) {
    if (codeOf(error) === 'EAFNOSUPPORT' || codeOf(error) === 'EADDRNOTAVAIL')
      return await bind(publishedPort, '0.0.0.0');
    throw error;
  }
}

async function listenTcp(port: number, host: string): Promise<Holding> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, resolve);
  });
  // What was once heard is heard no more, and an error without a listener would end the process.
  server.on('error', () => undefined);
  return { release: () => server.close() };
}

async function bindUdp(port: number, address: string): Promise<Holding> {
  const socket = createSocket({ type: isIPv6(address) ? 'udp6' : 'udp4' });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.bind({ port, address, exclusive: true }, resolve);
    });
  } catch (error) {
    socket.close();
    throw error;
  }
  socket.on('error', () => undefined);
  return { release: () => socket.close() };
}

/** Empty when it is as it should be: an address of another node. */
function problemOf(port: PortSpec, error: unknown): string {
  const code = codeOf(error);
  if (port.hostIp !== '' && code === 'EADDRNOTAVAIL') return '';
  if (code === 'EADDRINUSE') return usedByAnother(port);
  return `published port ${hostPortText(port)} cannot be taken: ${error instanceof Error ? error.message : String(error)}`;
}

function usedByAnother(port: PortSpec): string {
  return `published port ${hostPortText(port)} is used by another program on this node`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
