/**
 * Answers one question: names of our networks at once, others by asking those that know them. Who is on none of our
 * networks is refused.
 */
import type { Log } from '../../proto/base/log.js';
import type { Counter, Meter } from '../../proto/base/meter.js';
import type { LabelsOf } from '../../proto/base/metrics.js';
import type { Random } from '../../proto/base/random.js';
import { contains, parseAddress } from '../../proto/model/address.js';
import type { Forwarder, Transport } from './forwarder.js';
import type { HostResolvers } from './host-resolvers.js';
import { type NamedNetworks, type NameIndex, nameIndexOf, NO_NAMES } from './rules/name-index.js';
import {
  MOST_TCP_BYTES,
  type NameRequest,
  ownUdpLimit,
  RCODE,
  readRequest,
  replyWith,
  replyWithout,
  truncatedReply,
  udpLimitOf,
} from './rules/name-message.js';
import { type Asker, askerAt, meaningOf, type NameRecord, rotated } from './rules/records.js';
import { withoutOwn } from './rules/resolver-config.js';

export interface NameAnswererOptions {
  /** Where other name servers listen. */
  readonly resolverPort: number;
}

export interface NameAnswererModules {
  readonly random: Random;
  readonly log: Log;
  readonly meter: Meter;
  readonly forwarder: Forwarder;
  readonly hostResolvers: HostResolvers;
  /** The name servers a task was given instead of the host's; none for most. */
  readonly dnsServersOf: (taskId: string) => readonly string[];
}

export class NameAnswerer {
  readonly #resolverPort: number;
  readonly #modules: NameAnswererModules;
  readonly #asked: Counter<LabelsOf<'swarmd_names_asked_total'>>;
  #state: NamedNetworks = NO_NAMES;
  #index: NameIndex | undefined;

  constructor({ resolverPort }: NameAnswererOptions, modules: NameAnswererModules) {
    this.#resolverPort = resolverPort;
    this.#modules = modules;
    this.#asked = modules.meter.counter('swarmd_names_asked_total');
  }

  /** From now on names mean what this says. */
  update(state: NamedNetworks): void {
    this.#state = state;
    // Made ready by the first question: of several changes in a row only the last.
    this.#index = undefined;
  }

  /** The reply; undefined when there is to be none. Never throws, never rejects. */
  answer(
    message: Buffer,
    from: string,
    transport: Transport,
    signal: AbortSignal,
  ): Buffer | undefined | Promise<Buffer | undefined> {
    const read = readRequest(message);
    if (read.kind === 'ignored') return undefined;
    this.#index ??= nameIndexOf(this.#state);
    const asker = askerAt(this.#index, from);
    if (asker === undefined || read.kind === 'refused') {
      this.#asked.add({ answer: 'refused' });
      return read.kind === 'refused' && asker !== undefined
        ? read.reply
        : replyWithout(message, RCODE.refused);
    }
    const { request } = read;
    const meaning = meaningOf(asker, request.question);
    this.#asked.add({ answer: meaning.kind });
    switch (meaning.kind) {
      case 'known':
        return replyWith(
          request,
          this.#inAnyOrder(meaning.records),
          transport === 'tcp' ? MOST_TCP_BYTES : ownUdpLimit(request),
        );
      case 'nobody':
        return replyWithout(message, RCODE.noName, request.questionEnd);
      case 'elsewhere':
        return this.#elsewhere(request, asker, transport, signal);
    }
  }

  #inAnyOrder(records: readonly NameRecord[]): readonly NameRecord[] {
    return records.length < 2 ? records : rotated(records, this.#modules.random.fraction());
  }

  #elsewhere(
    request: NameRequest,
    asker: Asker,
    transport: Transport,
    signal: AbortSignal,
  ): Buffer | Promise<Buffer> {
    const { message, questionEnd } = request;
    // A name server of a host that asks us would be asked again, for ever.
    if (asker.isNode) return replyWithout(message, RCODE.refused, questionEnd);
    return this.#forward(request, asker, transport, signal).catch((error: unknown) => {
      this.#modules.log.warn('a name could not be looked up elsewhere', { error });
      return replyWithout(message, RCODE.failure, questionEnd);
    });
  }

  async #forward(
    request: NameRequest,
    asker: Asker,
    transport: Transport,
    signal: AbortSignal,
  ): Promise<Buffer> {
    const { message, questionEnd } = request;
    const servers = await this.#serversFor(asker);
    const asked = servers.map((host) => ({ host, port: this.#resolverPort }));
    const answer =
      servers.length === 0 ? undefined : await this.#modules.forwarder.ask(message, asked, transport, signal);
    if (answer === undefined) return replyWithout(message, RCODE.failure, questionEnd);
    const isTooLarge = transport === 'udp' && answer.length > udpLimitOf(request);
    return isTooLarge ? truncatedReply(request) : answer;
  }

  /** Its own or the host's; from networks that nothing leads out of, only those on them. */
  async #serversFor({ taskId, networks }: Asker): Promise<readonly string[]> {
    const given = taskId === '' ? [] : this.#modules.dnsServersOf(taskId);
    const servers = given.length > 0 ? given : await this.#modules.hostResolvers();
    const own = [...this.#state.networks.values()].flatMap(({ gateway, gateway6 }) => [gateway, gateway6]);
    const others = withoutOwn(servers, own);
    if (!networks.every(({ network }) => network.internal)) return others;
    const subnets = networks.flatMap((each) => each.subnets);
    return others.filter((server) => {
      const address = parseAddress(server);
      return address !== undefined && subnets.some((subnet) => contains(subnet, address));
    });
  }
}
