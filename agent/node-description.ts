/**
 * What this node is made of, read again from time to time and whenever the runtime goes or comes. While the
 * runtime is away the last account stands, with the reason why it can't be used now.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../proto/base/clock.js';
import type { Log } from '../proto/base/log.js';
import { aborted, type Service } from '../proto/base/service.js';
import {
  type GenericResource,
  type NodeDescription,
  NodeDescriptionCodec,
  type NodeNetworking,
  type Plugin,
  ResourcesCodec,
} from '../proto/gen/objects.js';
import { mergedGeneric } from '../proto/model/generic-resources.js';
import type { Runtime } from './runtime/runtime.js';

const READ_PERIOD_MS = 20_000;
const READ_AGAIN_WHILE_AWAY_MS = 2_000;

export interface NodeDescriberOptions {
  /** Name of this host, until the runtime says it. */
  readonly hostname: string;
  /** What the node has beside what the runtime says. */
  readonly genericResources?: readonly GenericResource[] | undefined;
}

export interface NodeDescriberModules {
  readonly runtime: Runtime;
  readonly clock: Clock;
  readonly log: Log;
  /** What overlay networks depend on, read anew each time it is asked; where it is missing, the runtime says it. */
  readonly networking?: (() => Promise<NodeNetworking>) | undefined;
  /** Calls the listener when that has changed and is to be told at once; the result ends it. */
  readonly onNetworkChange?: ((listener: () => void) => () => void) | undefined;
  /** Trouble of the agent's own that makes the node unfit for tasks; empty when there is none. */
  readonly problem: () => Promise<string>;
}

export class NodeDescriber implements Service {
  readonly name = 'node description';
  readonly #modules: NodeDescriberModules;
  readonly #genericResources: readonly GenericResource[];
  readonly #listeners = new Set<(description: NodeDescription) => void>();
  readonly #firstRead = new AbortController();
  #description: NodeDescription;
  #networking: { readonly readAtMs: number; readonly facts: NodeNetworking } | undefined;
  /** Since those were read. */
  #hasNetworkingChanged = false;
  #next = new AbortController();

  constructor(options: NodeDescriberOptions, modules: NodeDescriberModules) {
    this.#modules = modules;
    this.#genericResources = options.genericResources ?? [];
    this.#description = NodeDescriptionCodec.create({
      hostname: options.hostname,
      runtimeError: 'the container runtime was not asked yet',
    });
  }

  get current(): NodeDescription {
    return this.#description;
  }

  onChange(listener: (description: NodeDescription) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What it says of networks is known to have changed: it need not wait for the next look. */
  readAgain(): void {
    this.#hasNetworkingChanged = true;
    this.#next.abort();
  }

  /** Resolves once the runtime was asked for the first time, or the signal aborts. */
  async whenRead(signal: AbortSignal): Promise<void> {
    await aborted(AbortSignal.any([signal, this.#firstRead.signal]));
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const next = new AbortController();
      this.#next = next;
      // Listening before reading: what changes meanwhile is read again.
      const release = this.#modules.runtime.onReachability(() => next.abort());
      const releaseNetworks = this.#modules.onNetworkChange?.(() => this.readAgain());
      await this.#update(signal);
      this.#firstRead.abort();
      const periodMs = this.#description.runtimeError === '' ? READ_PERIOD_MS : READ_AGAIN_WHILE_AWAY_MS;
      await this.#modules.clock
        .sleep(periodMs, AbortSignal.any([signal, next.signal]))
        .catch(() => undefined);
      release();
      releaseNetworks?.();
    }
  }

  /** Reads now, and tells the listeners when anything differs. */
  async #update(signal: AbortSignal): Promise<void> {
    const description = await this.#read(signal);
    if (signal.aborted || isDeepStrictEqual(description, this.#description)) return;
    this.#description = description;
    for (const listener of this.#listeners) listener(description);
  }

  async #read(signal: AbortSignal): Promise<NodeDescription> {
    const { runtime, log, problem } = this.#modules;
    const networking = await this.#readNetworking();
    try {
      const description = withNetworking(await runtime.describe(signal), networking);
      const hostname = description.hostname === '' ? this.#description.hostname : description.hostname;
      const resources = description.resources ?? ResourcesCodec.create();
      const generic = mergedGeneric(resources.generic, this.#genericResources);
      return {
        ...description,
        hostname,
        resources: { ...resources, generic },
        runtimeError: await problem(),
      };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (this.#description.runtimeError === '') log.warn('the container runtime cannot be used', { error });
      return { ...withNetworking(this.#description, networking), runtimeError: reason };
    }
  }

  /** Takes a handful of processes and is no matter of the runtime: while that is away it is not asked for more often. */
  async #readNetworking(): Promise<NodeNetworking | undefined> {
    const { networking: read, clock } = this.#modules;
    if (read === undefined) return undefined;
    const nowMs = clock.monotonicMs();
    const last = this.#networking;
    const isFresh = last !== undefined && nowMs - last.readAtMs < READ_PERIOD_MS;
    if (isFresh && !this.#hasNetworkingChanged) return last.facts;
    // What changes while it is read is read once more.
    this.#hasNetworkingChanged = false;
    const facts = await read();
    this.#networking = { readAtMs: nowMs, facts };
    return facts;
  }
}

/** Engines list an overlay driver that works in a Docker Swarm only: whether this node has one is ours to say. */
function withNetworking(
  description: NodeDescription,
  networking: NodeNetworking | undefined,
): NodeDescription {
  if (networking === undefined) return description;
  const others = description.plugins.filter(({ type, name }) => type !== 'Network' || name !== 'overlay');
  const ours: readonly Plugin[] = networking.problem === '' ? [{ type: 'Network', name: 'overlay' }] : [];
  return { ...description, plugins: [...others, ...ours].toSorted(byTypeAndName), networking };
}

function byTypeAndName(a: Plugin, b: Plugin): number {
  if (a.type !== b.type) return a.type < b.type ? -1 : 1;
  return a.name < b.name ? -1 : Number(a.name > b.name);
}
