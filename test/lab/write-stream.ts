/**
 * Clients that keep writing to a cluster through any of its managers, and readers beside them, while a test
 * breaks things: each writer counts up a label of a service of its own and repeats a write, under the same
 * request id, until it is acknowledged. What was acknowledged, what was read and how long nothing was
 * acknowledged are the account of it.
 *
 * What must hold whatever happens: an acknowledged count is never lost; a write is made once however often it is
 * repeated; a read shows at least what was acknowledged before it began.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { hasCode, toSwarmError } from '../../proto/base/errors.js';
import { newId, SystemRandom } from '../../proto/base/random.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import type { Client } from '../../proto/base/rpc.js';
import { ControlService } from '../../proto/gen/control.js';
import type { Service } from '../../proto/gen/objects.js';
import { aServiceSpec } from '../kit/builders.js';
import type { LabHost } from './host.js';

export interface WriteAccount {
  readonly acknowledged: number;
  /** The longest time in which no writer's write was acknowledged. */
  readonly longestPauseMs: number;
  readonly reads: number;
}

interface Door {
  readonly host: LabHost;
  readonly channel: RpcChannel;
  readonly control: Client<typeof ControlService>;
}

const ATTEMPT_MS = 3_000;
/** So long a write may be repeated: every fault of a test heals sooner. */
const GIVE_UP_MS = 90_000;
const BETWEEN_ATTEMPTS_MS = 50;
const COUNT_LABEL = 'count';

const countOf = (service: Service | undefined): number => Number(service?.spec?.labels[COUNT_LABEL] ?? 0);
const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, BETWEEN_ATTEMPTS_MS));

export class WriteStream {
  /** A request id is for ever: streams must not share any. */
  readonly #id = newId(new SystemRandom());
  readonly #doors: readonly Door[];
  readonly #acknowledged = new Map<string, number>();
  readonly #violations: string[] = [];
  #working: Promise<unknown> = Promise.resolve();
  #isStopped = false;
  #lastAckMs = performance.now();
  #longestPauseMs = 0;
  #acks = 0;
  #reads = 0;

  private constructor(managers: readonly LabHost[]) {
    this.#doors = managers.map((host) => {
      const channel = RpcChannel.unix(join(host.swarmd.stateFolder, 'control.sock'));
      return { host, channel, control: channel.client(ControlService) };
    });
  }

  /** Every writer has its service when this resolves, and goes on until `stop`. */
  static async start(
    managers: readonly LabHost[],
    options: { readonly writers: number; readonly image: string },
  ): Promise<WriteStream> {
    const stream = new WriteStream(managers);
    const services = await Promise.all(
      Array.from({ length: options.writers }, (_, at) => stream.#create(`writer-${at}`, options.image)),
    );
    stream.#lastAckMs = performance.now();
    const writers = services.map((service, at) => stream.#write(service, at));
    const readers = services.map((service, at) => stream.#read(service.id, at));
    stream.#working = Promise.all([...writers, ...readers]);
    // Looked at in stop(); until then it is nobody's.
    stream.#working.catch(() => undefined);
    return stream;
  }

  /** Writes acknowledged so far: to wait for the next ones. */
  get acknowledgedCount(): number {
    return this.#acks;
  }

  /** Ends it, and asserts what must hold. */
  async stop(): Promise<WriteAccount> {
    this.#isStopped = true;
    try {
      await this.#working;
      for (const [serviceId, acknowledged] of this.#acknowledged) {
        const seen = countOf(await this.#repeat((door) => this.#get(door, serviceId), 0));
        if (seen < acknowledged)
          this.#violations.push(`${serviceId}: ${acknowledged} acknowledged, ${seen} left`);
      }
    } finally {
      for (const { channel } of this.#doors) channel.close();
    }
    assert.deepEqual(this.#violations, []);
    return { acknowledged: this.#acks, longestPauseMs: this.#longestPauseMs, reads: this.#reads };
  }

  async #create(name: string, image: string): Promise<Service> {
    const spec = aServiceSpec({
      name,
      mode: { kind: 'replicated', replicated: { replicas: 0 } },
      task: { container: { image } },
    });
    const requestId = `${this.#id}-${name}`;
    const { service } = await this.#repeat(
      (door) => door.control.createService({ spec }, { timeoutMs: ATTEMPT_MS, requestId }),
      0,
    );
    assert.ok(service !== undefined);
    return service;
  }

  async #write(first: Service, writer: number): Promise<void> {
    let service = first;
    for (let count = 1; !this.#isStopped; count++) {
      const spec = { ...aServiceSpec(service.spec ?? {}), labels: { [COUNT_LABEL]: String(count) } };
      const request = { serviceId: service.id, version: service.meta?.versions['spec'] ?? 0, spec };
      const options = { timeoutMs: ATTEMPT_MS, requestId: `${this.#id}-${writer}-${count}` };
      const reply = await this.#repeat((door) => door.control.updateService(request, options), writer);
      assert.ok(reply.service !== undefined);
      if (countOf(reply.service) !== count)
        this.#violations.push(`${service.id}: wrote ${count}, was answered ${countOf(reply.service)}`);
      service = reply.service;
      this.#acknowledge(service.id, count);
    }
  }

  #acknowledge(serviceId: string, count: number): void {
    const nowMs = performance.now();
    this.#acknowledged.set(serviceId, count);
    this.#acks += 1;
    this.#longestPauseMs = Math.max(this.#longestPauseMs, nowMs - this.#lastAckMs);
    this.#lastAckMs = nowMs;
  }

  /** Reads through one manager after the other; one that cannot answer is no violation, a wrong answer is. */
  async #read(serviceId: string, reader: number): Promise<void> {
    for (let at = reader; !this.#isStopped; at++) {
      const door = this.#doors[at % this.#doors.length];
      assert.ok(door !== undefined);
      const acknowledged = this.#acknowledged.get(serviceId) ?? 0;
      try {
        const seen = countOf(await this.#get(door, serviceId));
        this.#reads += 1;
        if (seen < acknowledged)
          this.#violations.push(`${serviceId} on ${door.host.name}: read ${seen} after ${acknowledged}`);
      } catch (error) {
        if (hasCode(error, 'object.not-found'))
          this.#violations.push(`${serviceId} is gone on ${door.host.name}`);
      }
      await pause();
    }
  }

  async #get({ control }: Door, serviceId: string): Promise<Service | undefined> {
    const { entry } = await control.getService({ ref: serviceId }, { timeoutMs: ATTEMPT_MS });
    return entry?.service;
  }

  /** Asks one manager after the other, beginning with any, until one does it. */
  async #repeat<T>(ask: (door: Door) => Promise<T>, first: number): Promise<T> {
    const startedMs = performance.now();
    for (let at = first; ; at++) {
      const door = this.#doors[at % this.#doors.length];
      assert.ok(door !== undefined);
      try {
        return await ask(door);
      } catch (error) {
        const { code, message } = toSwarmError(error);
        // Made already, and not recognised as the same: the write would count twice.
        if (code === 'object.conflict' || code === 'object.name-taken')
          throw new Error(`a repeated write was taken for another one: ${message}`, { cause: error });
        if (performance.now() - startedMs > GIVE_UP_MS)
          throw new Error(`no manager did it within ${GIVE_UP_MS / 1000} s: ${message}`, { cause: error });
      }
      await pause();
    }
  }
}
