/**
 * The networks of a node on an engine and a kernel that do as they are told, and with a clock that can be put ahead. May
 * be stopped and started again on what it wrote.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NetworkFile } from '../../agent/network/network-file.js';
import { NodeNetworks } from '../../agent/network/networks.js';
import { PortHolder } from '../../agent/network/port-holder.js';
import type { NamedNetworks } from '../../agent/network/rules/name-index.js';
import { Tunnels } from '../../agent/network/tunnels.js';
import { newKeyPair } from '../../agent/network/wireguard-keys.js';
import { type Clock, SystemClock } from '../../proto/base/clock.js';
import { hasCode } from '../../proto/base/errors.js';
import { silentLog } from '../../proto/base/log.js';
import {
  type AssignedTask,
  NetworkChangesCodec,
  type NetworkChangesInput,
} from '../../proto/gen/dispatcher.js';
import { eventually } from './eventually.js';
import { ToldEngineNetworks, ToldKernel } from './told-kernel.js';

/** What an answer is waited for, by a clock that is not wound. */
const ANSWERS_WITHIN_MS = 5_000;

export class ToldNetworks {
  readonly kernel = new ToldKernel();
  readonly engine = new ToldEngineNetworks(this.kernel);
  readonly #folder: string;
  #networks: NodeNetworks | undefined;
  #stop = new AbortController();
  #running = Promise.resolve();
  /** What the name server was told last. */
  names: NamedNetworks | undefined;
  /** By how much the clock is ahead of the machine's, ms. */
  aheadMs = 0;
  tunnelProblem = '';
  /** Who does not answer is not waited for by the machine's clock. */
  answersWithinMs = 50;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async start(): Promise<ToldNetworks> {
    const networks = new ToldNetworks(await mkdtemp(join(tmpdir(), 'networks-')));
    networks.start();
    return networks;
  }

  get networks(): NodeNetworks {
    assert.ok(this.#networks !== undefined);
    return this.#networks;
  }

  start(): void {
    this.names = undefined;
    this.aheadMs = 0;
    this.tunnelProblem = '';
    this.answersWithinMs = 50;
    const { kernel, engine } = this;
    const [clock, log] = [this.#clock(), silentLog];
    this.#networks = new NodeNetworks(
      { nodeId: 'n1' },
      {
        kernel,
        engine,
        file: this.file(),
        portHolder: new PortHolder({ usedPorts: () => [] }),
        nameServer: { update: (state) => (this.names = state) },
        dataPathAddress: async () => '10.0.0.1',
        tunnels: new Tunnels(
          { nodeId: 'n1' },
          { kernel, newKeyPair, onKeysChange: () => undefined, clock, log },
        ),
        tunnelProblem: () => this.tunnelProblem,
        clock,
        log,
      },
    );
    this.#stop = new AbortController();
    this.#running = this.#networks.run(this.#stop.signal);
  }

  async end(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async remove(): Promise<void> {
    await this.end();
    // The file of what was told last may be on its way still.
    await rm(this.#folder, { recursive: true, maxRetries: 5 });
  }

  file(): NetworkFile {
    return new NetworkFile(join(this.#folder, 'networks'));
  }

  apply(changes: NetworkChangesInput): Promise<void> {
    return this.networks.apply(NetworkChangesCodec.create({ complete: true, ...changes }));
  }

  /** Why the task cannot have its networks; empty when it can. */
  async reasonOf(task: AssignedTask): Promise<string> {
    try {
      await this.networks.ready(task, new AbortController().signal);
      return '';
    } catch (error) {
      assert.ok(hasCode(error, 'network.not-ready'), String(error));
      return error.facts.reason;
    }
  }

  #clock(): Clock {
    const system = new SystemClock();
    return {
      nowMs: () => system.nowMs() + this.aheadMs,
      monotonicMs: () => system.monotonicMs() + this.aheadMs,
      sleep: (delayMs, signal) =>
        system.sleep(delayMs === ANSWERS_WITHIN_MS ? this.answersWithinMs : delayMs, signal),
    };
  }

  /** What was told of a service. */
  async areOnDisk(): Promise<void> {
    await eventually(
      'they are on disk',
      () => this.file().read(),
      ({ state }) => state.services.size === 1,
    );
  }
}
