/**
 * A swarmd without a cluster behind it: real gRPC on two local sockets, answers from a script. Whatever the
 * test does not answer is refused as not-supported, and every request is kept.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SwarmError } from '../../proto/base/errors.js';
import { silentLog } from '../../proto/base/log.js';
import type { CallContext, Handlers, TlsIdentity } from '../../proto/base/rpc.js';
import { RpcServer } from '../../proto/base/rpc-server.js';
import { ControlService, GetClusterReplyCodec } from '../../proto/gen/control.js';
import { LocalNodeService, LocalStatusReplyCodec, type LocalStatusReplyInput } from '../../proto/gen/node.js';
import type { ServiceDefinition } from '../../proto/gen/runtime.js';

export type ControlScript = Partial<Handlers<typeof ControlService>>;
export type LocalScript = Partial<Handlers<typeof LocalNodeService>>;

export interface SeenRequest {
  readonly method: string;
  readonly request: unknown;
  readonly requestId: string;
}

export class ControlDouble {
  readonly seen: SeenRequest[] = [];
  readonly #directory = mkdtempSync(join(tmpdir(), 'swarmctl-'));
  readonly #servers: RpcServer[] = [];

  get socketPath(): string {
    return join(this.#directory, 'swarmd.sock');
  }

  get host(): string {
    return `unix://${this.socketPath}`;
  }

  /** A manager that answers as scripted; `status` are parts of what the local node says of itself. */
  async start(
    control: ControlScript,
    local: LocalScript = {},
    status: LocalStatusReplyInput = {},
  ): Promise<void> {
    const controlSocket = join(this.#directory, 'control.sock');
    const node = LocalStatusReplyCodec.create({
      state: 'active',
      role: 'manager',
      nodeId: 'node-1',
      version: '9.9.9',
      engineVersion: '27.0.0',
      controlSocket,
      ...status,
    });
    const answers = { status: () => Promise.resolve(node), ...local };
    await this.#server(LocalNodeService, answers).listenUnix(this.socketPath);
    await this.#server(ControlService, answering(control)).listenUnix(controlSocket);
  }

  /** The control API over TLS; resolves to its port on 127.0.0.1. */
  async startTls(control: ControlScript, identity: TlsIdentity): Promise<number> {
    const server = this.#server(ControlService, answering(control));
    return await server.listenTls({ host: '127.0.0.1', port: 0 }, identity);
  }

  async close(): Promise<void> {
    await Promise.all(this.#servers.splice(0).map((server) => server.close(0)));
    rmSync(this.#directory, { recursive: true, force: true });
  }

  /** Requests of one method, oldest first. */
  requests(method: string): readonly unknown[] {
    return this.seen.filter((seen) => seen.method === method).map(({ request }) => request);
  }

  #server<S extends ServiceDefinition>(definition: S, script: Partial<Handlers<S>>): RpcServer {
    const handlers = scriptedHandlers(definition, script, (seen) => this.seen.push(seen));
    const server = new RpcServer({ log: silentLog, authorize: () => undefined });
    server.add(definition, handlers);
    this.#servers.push(server);
    return server;
  }
}

/** A handler for every method of a service: from the script, or a refusal. */
export function scriptedHandlers<S extends ServiceDefinition>(
  definition: S,
  script: Partial<Handlers<S>>,
  onCall: (seen: SeenRequest) => void = () => undefined,
): Handlers<S> {
  const answers = script as Readonly<Record<string, ((...args: unknown[]) => unknown) | undefined>>;
  const handlers = Object.keys(definition.methods).map((method) => [
    method,
    (...args: unknown[]) => {
      const { requestId } = args[1] as CallContext;
      onCall({ method, request: args[0], requestId });
      const answer = answers[method];
      if (answer === undefined) throw new SwarmError('not-supported', { what: `the double's ${method}` });
      return answer(...args);
    },
  ]);
  return Object.fromEntries(handlers) as Handlers<S>;
}

/** Every manager answers the first question of a caller: are you there? */
function answering(control: ControlScript): ControlScript {
  return { getCluster: () => Promise.resolve(GetClusterReplyCodec.create({ nodeId: 'node-1' })), ...control };
}
