/**
 * This manager's lines to the others: one channel to each address it talks to, opened when needed, opened
 * anew after a failure. Also finds out who answers, when nobody leads and so nobody knows.
 */
import { type Clock, withTimeout } from '../../proto/base/clock.js';
import { hasCode, SwarmError } from '../../proto/base/errors.js';
import type { Client } from '../../proto/base/rpc.js';
import type { RpcChannel } from '../../proto/base/rpc-channel.js';
import { ControlService } from '../../proto/gen/control.js';
import type { ServiceDefinition } from '../../proto/gen/runtime.js';
import type { Managers } from './managers.js';
import { majorityOf, type ManagerSeat } from './rules/quorum.js';

export interface LeaderLineModules {
  readonly managers: Pick<Managers, 'selfNodeId' | 'seats'>;
  readonly clock: Clock;
  /** A new channel to the address, with this manager's identity of now. */
  readonly openChannel: (address: string) => Pick<RpcChannel, 'client' | 'close'>;
}

/** Who of the voters does not answer. */
export interface Roll {
  readonly missing: readonly ManagerSeat[];
  readonly needed: number;
  readonly voters: number;
}

/** A manager that is up answers this in no time; waiting for one that is not must leave time for the answer. */
const ANSWER_WITHIN_MS = 600;

type Channel = ReturnType<LeaderLineModules['openChannel']>;

export class LeaderLine {
  readonly #modules: LeaderLineModules;
  readonly #channelByAddress = new Map<string, Channel>();

  constructor(modules: LeaderLineModules) {
    this.#modules = modules;
  }

  /** For one call: a channel that failed is not waited for, the next call opens another. */
  client<S extends ServiceDefinition>(address: string, definition: S): Client<S> {
    const channel = this.#channelByAddress.get(address) ?? this.#modules.openChannel(address);
    this.#channelByAddress.set(address, channel);
    const client = channel.client(definition) as unknown as Record<string, (...args: unknown[]) => unknown>;
    const watched = Object.entries(definition.methods).map(([name, { kind }]) => {
      const call = (...args: unknown[]): unknown => client[name]?.(...args);
      const isStream = kind === 'server-stream' || kind === 'bidi';
      return [
        name,
        isStream
          ? (...args: unknown[]) => this.#watchedStream(address, channel, () => call(...args))
          : (...args: unknown[]) => this.#watched(address, channel, async () => await call(...args)),
      ];
    });
    return Object.fromEntries(watched) as Client<S>;
  }

  /** Asks every voter that is not known to be there whether it is. */
  async roll(): Promise<Roll> {
    const { managers } = this.#modules;
    const voters = managers.seats().filter(({ isVoter }) => isVoter);
    const answers = await Promise.all(
      voters.map(async (seat) => seat.nodeId === managers.selfNodeId || (await this.#answers(seat.address))),
    );
    return {
      missing: voters.filter((_seat, at) => answers[at] !== true),
      needed: majorityOf(voters.length),
      voters: voters.length,
    };
  }

  close(): void {
    for (const channel of this.#channelByAddress.values()) channel.close();
    this.#channelByAddress.clear();
  }

  async #answers(address: string): Promise<boolean> {
    const late = (): SwarmError =>
      new SwarmError('manager.unreachable', { addresses: [address], reason: 'it did not answer in time' });
    try {
      await withTimeout(this.#modules.clock, ANSWER_WITHIN_MS, late, async (signal) => {
        await this.client(address, ControlService).getCluster({}, { signal, takesStale: true });
      });
      return true;
    } catch (error) {
      // A refusal is an answer.
      return !hasCode(error, 'manager.unreachable');
    }
  }

  async #watched(address: string, channel: Channel, call: () => Promise<unknown>): Promise<unknown> {
    try {
      return await call();
    } catch (error) {
      this.#drop(error, address, channel);
      throw error;
    }
  }

  async *#watchedStream(
    address: string,
    channel: Channel,
    call: () => unknown,
  ): AsyncGenerator<unknown, void> {
    try {
      yield* call() as AsyncIterable<unknown>;
    } catch (error) {
      this.#drop(error, address, channel);
      throw error;
    }
  }

  #drop(error: unknown, address: string, channel: Channel): void {
    if (!hasCode(error, 'manager.unreachable')) return;
    if (this.#channelByAddress.get(address) === channel) this.#channelByAddress.delete(address);
    channel.close();
  }
}
