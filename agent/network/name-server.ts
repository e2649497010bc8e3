/**
 * The name server of this node: answers containers at the node's address on each network, where their engine passes
 * on what it does not know itself. Promises that names are as last told as soon as `update` returns, and that it
 * listens at each address soon after the address is there.
 */
import type { Clock } from '../../proto/base/clock.js';
import type { Log } from '../../proto/base/log.js';
import type { Meter } from '../../proto/base/meter.js';
import type { Random } from '../../proto/base/random.js';
import type { Service } from '../../proto/base/service.js';
import { Forwarder } from './forwarder.js';
import type { HostResolvers } from './host-resolvers.js';
import { NameAnswerer } from './name-answerer.js';
import { NameListener } from './name-listener.js';
import { raiseReceiveLimits, RECEIVE_LIMITS_FOLDER } from './receive-limit.js';
import type { NamedNetworks } from './rules/name-index.js';
import { NAME_PORT } from './rules/name-message.js';
import type { Exchange } from './upstream.js';

const RETRY_MS = 200;

export interface NameServerOptions {
  /** Where it listens, 53 if not said; for tests. */
  readonly port?: number | undefined;
  /** Where other name servers do, 53 if not said; for tests. */
  readonly resolverPort?: number | undefined;
}

export interface NameServerModules {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly meter: Meter;
  readonly exchange: Exchange;
  readonly hostResolvers: HostResolvers;
  /** The name servers a task was given instead of the host's; none for most. */
  readonly dnsServersOf: (taskId: string) => readonly string[];
}

export class NameServer implements Service {
  readonly name = 'name server';
  readonly #port: number;
  readonly #modules: NameServerModules;
  readonly #answerer: NameAnswerer;
  readonly #listenerByAddress = new Map<string, NameListener>();
  readonly #failureByAddress = new Map<string, string>();
  #wanted: ReadonlySet<string> = new Set();
  #changed = new AbortController();

  constructor(options: NameServerOptions, modules: NameServerModules) {
    const { port = NAME_PORT, resolverPort = NAME_PORT } = options;
    this.#port = port;
    this.#modules = modules;
    const { clock, random, log, exchange } = modules;
    const forwarder = new Forwarder({ clock, random, exchange });
    this.#answerer = new NameAnswerer({ resolverPort }, { ...modules, log, forwarder });
  }

  /** What the node holds of its networks from now on: the names, and the addresses to listen at. */
  update(state: NamedNetworks): void {
    this.#answerer.update(state);
    const wanted = new Set(
      [...state.networks.values()].flatMap(({ gateway }) => (gateway === '' ? [] : [gateway])),
    );
    if (wanted.size === this.#wanted.size && [...wanted].every((each) => this.#wanted.has(each))) return;
    this.#wanted = wanted;
    this.#changed.abort();
  }

  /** Why it does not listen where it should, by address; empty while it does everywhere. */
  get failures(): ReadonlyMap<string, string> {
    return this.#failureByAddress;
  }

  async run(signal: AbortSignal): Promise<void> {
    await raiseReceiveLimits(RECEIVE_LIMITS_FOLDER, this.#modules.log);
    try {
      while (!signal.aborted) {
        this.#changed = new AbortController();
        const until = AbortSignal.any([signal, this.#changed.signal]);
        await this.#listen(signal);
        const delayMs = this.#failureByAddress.size > 0 ? RETRY_MS : Infinity;
        await this.#modules.clock.sleep(delayMs, until).catch(() => undefined);
      }
    } finally {
      await this.#closeAll([...this.#listenerByAddress.keys()]);
    }
  }

  async #listen(signal: AbortSignal): Promise<void> {
    const wanted = this.#wanted;
    await this.#closeAll([...this.#listenerByAddress.keys()].filter((address) => !wanted.has(address)));
    for (const address of this.#failureByAddress.keys())
      if (!wanted.has(address)) this.#failureByAddress.delete(address);
    const missing = [...wanted].filter((address) => !this.#listenerByAddress.has(address));
    await Promise.all(missing.map((address) => this.#open(address, signal)));
  }

  async #open(address: string, signal: AbortSignal): Promise<void> {
    try {
      const listener = await NameListener.open(address, this.#port, (message, from, transport) =>
        this.#answerer.answer(message, from, transport, signal),
      );
      this.#listenerByAddress.set(address, listener);
      this.#failureByAddress.delete(address);
    } catch (error) {
      this.#note(address, error);
    }
  }

  /** An address that is not there yet will be; anything else is somebody's to mend, and said once. */
  #note(address: string, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    if (this.#failureByAddress.get(address) === reason) return;
    this.#failureByAddress.set(address, reason);
    if (error instanceof Error && 'code' in error && error.code === 'EADDRNOTAVAIL') return;
    this.#modules.log.error('cannot answer questions for names here; trying on', { address, error });
  }

  async #closeAll(addresses: readonly string[]): Promise<void> {
    await Promise.all(
      addresses.map(async (address) => {
        const listener = this.#listenerByAddress.get(address);
        this.#listenerByAddress.delete(address);
        await listener?.close();
      }),
    );
  }
}
