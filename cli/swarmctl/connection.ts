/**
 * Finds a manager and talks to it: on this machine through swarmd's local socket, elsewhere over TLS with a
 * node's certificate. The one place here that reads the environment, and the one that loads gRPC, which is
 * slow to load and not needed for help.
 *
 * Promises an answer within 5 s: a client that has answered once, or an error naming every address tried.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../proto/base/clock.js';
import { hasCode, SwarmError, toSwarmError } from '../../proto/base/errors.js';
import type { AsOf, CallOptions, Client, TlsIdentity } from '../../proto/base/rpc.js';
import type { RpcChannel } from '../../proto/base/rpc-channel.js';
import type { LocalNodeService, LocalStatusReply } from '../../proto/gen/node.js';
import type { ControlClient, ControlLink } from './control-link.js';
import { complaint } from './rules/complaint.js';

export type LocalNodeClient = Client<typeof LocalNodeService>;

const DEFAULT_HOST = 'unix:///run/swarmd/swarmd.sock';
const DEFAULT_CERTIFICATE_DIRECTORY = '/var/lib/swarmd/certificates';

/** Most time until a manager has answered. */
const REACH_WITHIN_MS = 5000;

/** Between two looks for a control plane that is starting. */
const RETRY_MS = 250;

const UNIX = 'unix://';

/** The environment of this process; everything else is handed it. */
export function readEnvironment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}

export interface ConnectionOptions {
  /** unix://PATH, HOST:PORT, or several HOST:PORT with commas; from --host. */
  readonly host: string | undefined;
  /** Where the certificate for HOST:PORT is; from --cert-dir. */
  readonly certificateDirectory: string | undefined;
  /** The id of all that this call of swarmctl asks for, in the logs of every program it passes. */
  readonly requestId: string;
  /** Whether answers may be old; from --stale. */
  readonly takesStale: boolean;
}

export interface ConnectionModules {
  readonly clock: Clock;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Ends whatever is under way. */
  readonly signal: AbortSignal;
  /** Hears once how old what is shown may be, where that was asked for. */
  readonly onAsOf: (asOf: AsOf) => void;
}

export class Connection {
  readonly requestId: string;
  readonly #host: string;
  /** Where that was said. */
  readonly #hostField: string;
  readonly #certificateDirectory: string;
  readonly #modules: ConnectionModules;
  readonly #channels: RpcChannel[] = [];
  readonly #takesStale: boolean;
  #link: ControlLink | undefined;
  #changes = 0;
  #isAgeTold = false;

  constructor(options: ConnectionOptions, modules: ConnectionModules) {
    this.#hostField = options.host === undefined ? 'SWARMD_HOST' : '--host';
    this.#host = options.host ?? (modules.environment['SWARMD_HOST'] || DEFAULT_HOST);
    this.#certificateDirectory = options.certificateDirectory ?? DEFAULT_CERTIFICATE_DIRECTORY;
    this.requestId = options.requestId;
    this.#takesStale = options.takesStale;
    this.#modules = modules;
  }

  /** Whether it goes through the swarmd of this machine. */
  get isLocal(): boolean {
    return this.#host.startsWith(UNIX);
  }

  /** For whatever only reads: ends with the user's interrupt, and as ControlLink says when no answer comes. */
  get callOptions(): CallOptions {
    const options = { signal: this.#modules.signal, requestId: this.requestId };
    if (!this.#takesStale) return options;
    return { ...options, takesStale: true, onAsOf: (asOf) => this.#tellAge(asOf) };
  }

  /** The swarmd of this machine. */
  async local(): Promise<LocalNodeClient> {
    if (!this.isLocal) {
      throw complaint(
        this.#hostField,
        "this command is about the node it runs on; give that node's local socket (unix://PATH), or leave --host out",
        this.#host,
      );
    }
    const [{ RpcChannel }, { LocalNodeService }] = await Promise.all([
      import('../../proto/base/rpc-channel.js'),
      import('../../proto/gen/node.js'),
    ]);
    const channel = this.#keep(RpcChannel.unix(this.#host.slice(UNIX.length)));
    return channel.client(LocalNodeService);
  }

  /** The managers, one of which answers. */
  async control(): Promise<ControlClient> {
    const { clock, signal } = this.#modules;
    const { ControlLink: Link } = await import('./control-link.js');
    this.#link ??= new Link({ clock, signal, find: () => this.#findManager() });
    await this.#link.open();
    return this.#link.client;
  }

  /**
   * One call that changes something. Each has an id of its own, so that it is made once however often it is
   * asked for; when its answer is lost for good, whether it was made is not known.
   */
  async change<T>(call: (options: CallOptions) => Promise<T>): Promise<T> {
    this.#changes += 1;
    const requestId = this.#changes === 1 ? this.requestId : `${this.requestId}.${this.#changes}`;
    try {
      return await call({ signal: this.#modules.signal, requestId });
    } catch (error) {
      if (!hasCode(error, 'manager.unreachable')) throw error;
      const { addresses, reason } = error.facts;
      throw new SwarmError('store.outcome-unknown', { reason: `${addresses.join(', ')}: ${reason}` }, error);
    }
  }

  close(): void {
    for (const channel of this.#channels.splice(0)) channel.close();
  }

  async #findManager(): Promise<ControlClient> {
    const deadlineMs = this.#modules.clock.monotonicMs() + REACH_WITHIN_MS;
    // Those of managers that are gone.
    this.close();
    return this.isLocal ? await this.#controlThroughNode(deadlineMs) : await this.#controlOverTls(deadlineMs);
  }

  #tellAge(asOf: AsOf): void {
    if (!this.#isAgeTold) this.#modules.onAsOf(asOf);
    this.#isAgeTold = true;
  }

  async #controlThroughNode(deadlineMs: number): Promise<ControlClient> {
    const { clock, signal } = this.#modules;
    const local = await this.local();
    for (;;) {
      const node = await local.status({}, this.#until(deadlineMs));
      if (node.state === 'inactive') throw new SwarmError('swarm.not-member', {});
      try {
        return await this.#controlOfNode(node, deadlineMs);
      } catch (error) {
        // The node is there, so its control plane may be starting: worth a second look while there is time.
        const mayPass = hasCode(error, 'manager.unreachable') || hasCode(error, 'manager.not-leader');
        const isOver = clock.monotonicMs() + RETRY_MS >= deadlineMs;
        if (!mayPass || isOver || node.state === 'error') throw error;
        await clock.sleep(RETRY_MS, signal);
      }
    }
  }

  async #controlOfNode(node: LocalStatusReply, deadlineMs: number): Promise<ControlClient> {
    if (node.controlSocket === '') {
      if (node.role === 'worker' && node.state === 'active')
        throw new SwarmError('swarm.no-control-plane', { managers: node.managerAddresses });
      const reason = node.error === '' ? `this node is ${node.state}` : node.error;
      throw new SwarmError('manager.unreachable', { addresses: [this.#host], reason });
    }
    const [{ RpcChannel }, { ControlService }] = await Promise.all([
      import('../../proto/base/rpc-channel.js'),
      import('../../proto/gen/control.js'),
    ]);
    const control = this.#keep(RpcChannel.unix(node.controlSocket)).client(ControlService);
    await control.getCluster({}, this.#until(deadlineMs));
    return control;
  }

  async #controlOverTls(deadlineMs: number): Promise<ControlClient> {
    const addresses = this.#host.split(',').map((address) => withPort(this.#hostField, address));
    const identity = await this.#identity();
    const [{ RpcChannel }, { ControlService }] = await Promise.all([
      import('../../proto/base/rpc-channel.js'),
      import('../../proto/gen/control.js'),
    ]);
    // All at once: one that keeps silent must not use up the time of the others.
    const attempts = addresses.map(async (address) => {
      const control = this.#keep(RpcChannel.tls(address, identity)).client(ControlService);
      await control.getCluster({}, this.#until(deadlineMs));
      return control;
    });
    try {
      return await Promise.any(attempts);
    } catch (error) {
      this.#modules.signal.throwIfAborted();
      const failures =
        error instanceof AggregateError ? error.errors.map(toSwarmError) : [toSwarmError(error)];
      throw unreachable(addresses, failures);
    }
  }

  async #identity(): Promise<TlsIdentity> {
    const read = async (name: string): Promise<string> => {
      try {
        return await readFile(join(this.#certificateDirectory, name), 'utf8');
      } catch (error) {
        const reason = error instanceof Error ? (error.message.split(',')[0] ?? '') : String(error);
        throw complaint(
          '--cert-dir',
          `${name} cannot be read there (${reason}); give the directory with a node's certificate`,
          this.#certificateDirectory,
        );
      }
    };
    return {
      certificatePem: await read('swarm-node.crt'),
      keyPem: await read('swarm-node.key'),
      rootPem: await read('swarm-root-ca.crt'),
    };
  }

  #until(deadlineMs: number): CallOptions {
    const timeoutMs = Math.max(1, deadlineMs - this.#modules.clock.monotonicMs());
    // Whether somebody is there: no leader is needed to say so.
    return { signal: this.#modules.signal, requestId: this.requestId, takesStale: true, timeoutMs };
  }

  #keep(channel: RpcChannel): RpcChannel {
    this.#channels.push(channel);
    return channel;
  }
}

function withPort(field: string, address: string): string {
  const text = address.trim();
  if (!/^(?:[\w.-]+|\[[\da-fA-F:.]+\])(?::\d+)?$/.test(text))
    throw complaint(field, 'must be unix://PATH or HOST:PORT', address);
  return /:\d+$/.test(text) ? text : `${text}:2377`;
}

/** What several managers said, as one error; a refusal says more than silence. */
function unreachable(addresses: readonly string[], failures: readonly SwarmError[]): SwarmError {
  const refusal = failures.find((failure) => !hasCode(failure, 'manager.unreachable'));
  if (refusal !== undefined) return refusal;
  const reasons = failures.flatMap((failure) =>
    hasCode(failure, 'manager.unreachable') ? [failure.facts.reason] : [],
  );
  return new SwarmError('manager.unreachable', { addresses, reason: [...new Set(reasons)].join('; ') });
}
