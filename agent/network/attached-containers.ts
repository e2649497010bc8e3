/**
 * Follows which containers users have attached to attachable networks on this node, as the engine has them; managers
 * hear of them with the node's description. Reads again whenever the engine says that one came or went. While the
 * engine is away the last account stands, of an earlier process, too: containers outlive both.
 */
import { type Clock, withTimeout } from '../../proto/base/clock.js';
import type { Log } from '../../proto/base/log.js';
import type { Service } from '../../proto/base/service.js';
import type { AttachedContainer } from '../../proto/gen/objects.js';
import { isSame } from '../../proto/model/sameness.js';
import type { EngineNetworks } from './engine-networks.js';
import { type FoundContainers, NO_CONTAINERS, sortOut } from './rules/attached.js';

/** Containers come and go in bursts. */
const BURST_MS = 50;
const RETRY_MS = 1_000;
/** An engine that takes longer counts as one that is away. */
const READ_TIMEOUT_MS = 5_000;

export interface AttachedContainersModules {
  readonly engine: EngineNetworks;
  /** Those that the managers know of, which stand until the engine has spoken for the first time. */
  readonly known: () => Promise<readonly AttachedContainer[]>;
  readonly clock: Clock;
  readonly log: Log;
}

export class AttachedContainers implements Service {
  readonly name = 'attached containers';
  readonly #modules: AttachedContainersModules;
  readonly #listeners = new Set<() => void>();
  #found: FoundContainers = NO_CONTAINERS;
  #reading: Promise<unknown> = Promise.resolve();
  #isBurst = false;
  #hasRead = false;

  constructor(modules: AttachedContainersModules) {
    this.#modules = modules;
  }

  /** As read last: tasks on attachable networks, and containers whose address was chosen by a user. */
  get others(): readonly AttachedContainer[] {
    return this.#found.others;
  }

  /** Calls the listener when others are there than before; the result ends it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads now, one call after the other; never rejects. */
  async read(): Promise<readonly AttachedContainer[]> {
    const reading = this.#reading.then(async () => await this.#readOnce());
    this.#reading = reading;
    await reading;
    return this.#found.attached;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { engine, clock, log } = this.#modules;
    while (!signal.aborted) {
      const watching = engine.watchContainers(() => this.#readSoon(signal), signal);
      // Whatever happened while nobody listened.
      this.#readSoon(signal);
      await watching.catch((error: unknown) => log.debug('containers are not followed now', { error }));
      await clock.sleep(RETRY_MS, signal).catch(() => undefined);
    }
  }

  #readSoon(signal: AbortSignal): void {
    if (this.#isBurst) return;
    this.#isBurst = true;
    this.#modules.clock.sleep(BURST_MS, signal).then(
      async () => {
        this.#isBurst = false;
        const before = this.#found.attached;
        const after = await this.read();
        if (!isSame(before, after)) for (const listener of this.#listeners) listener();
      },
      () => undefined,
    );
  }

  async #readOnce(): Promise<void> {
    const { clock, known, log } = this.#modules;
    const late = (): Error => new Error(`no answer within ${READ_TIMEOUT_MS / 1000} s`);
    try {
      this.#found = await withTimeout(clock, READ_TIMEOUT_MS, late, async () => await this.#ask());
      this.#hasRead = true;
    } catch (error) {
      log.debug('containers on attachable networks cannot be read now', { error });
      if (!this.#hasRead) this.#found = { ...NO_CONTAINERS, attached: await known().catch(() => []) };
    }
  }

  async #ask(): Promise<FoundContainers> {
    const { engine } = this.#modules;
    const networks = (await engine.list()).filter(({ range }) => range !== '');
    const found = await Promise.all(
      networks.map(async (network) => sortOut(network, await engine.containersOn(network.engineId))),
    );
    return {
      attached: found.flatMap(({ attached }) => attached),
      others: found.flatMap(({ others }) => others),
    };
  }
}
