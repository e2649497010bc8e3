/**
 * A worker node of a simulated cluster: its machine, with an engine and a disk that last, and the real agent on
 * it, which can be killed and started again. Line and clock are the node's own.
 */
import { Agent } from '../../agent/agent.js';
import { forgetfulRecoveryEpochs } from '../../agent/recovery-epochs.js';
import type { Clock } from '../../proto/base/clock.js';
import type { Log } from '../../proto/base/log.js';
import type { Random } from '../../proto/base/random.js';
import type { EngineContainer, EngineEvent } from './sim-engine.js';
import { SimEngine } from './sim-engine.js';
import { SimKernel } from './sim-kernel.js';
import { MANAGER_ADDRESS } from './sim-manager.js';
import type { SimNet } from './sim-net.js';
import { SimProcess } from './sim-process.js';
import { SimTaskDisk } from './sim-task-file.js';
import type { SimTrace } from './sim-trace.js';

export interface SimNodeOptions {
  readonly nodeId: string;
  readonly clusterId: string;
  /** By how much its wall clock is ahead. */
  readonly skewMs: number;
}

export interface SimNodeModules {
  readonly clock: Clock;
  readonly random: Random;
  readonly net: SimNet;
  readonly trace: SimTrace;
  readonly logFor: (program: string) => Log;
  readonly onEngineEvent: (event: EngineEvent, container: EngineContainer) => void;
  readonly onFailure: (what: string, error: unknown) => void;
}

export class SimNode {
  readonly nodeId: string;
  readonly engine: SimEngine;
  readonly kernel: SimKernel;
  readonly #options: SimNodeOptions;
  readonly #modules: SimNodeModules;
  readonly #taskDisk: SimTaskDisk;
  #process: SimProcess | undefined;
  #count = 0;

  constructor(options: SimNodeOptions, modules: SimNodeModules) {
    const { clock, random } = modules;
    this.nodeId = options.nodeId;
    this.#options = options;
    this.#modules = modules;
    this.engine = new SimEngine(options.nodeId, { clock, random, onEvent: modules.onEngineEvent });
    this.kernel = new SimKernel({ random });
    this.#taskDisk = new SimTaskDisk({ clock, random });
  }

  get isAgentAlive(): boolean {
    return this.#process?.isAlive === true;
  }

  get isCut(): boolean {
    return this.#modules.net.isCut(this.nodeId);
  }

  /** Whether it does all that a node should. */
  get isSound(): boolean {
    return this.isAgentAlive && !this.isCut && !this.engine.isAway;
  }

  startAgent(): void {
    if (this.isAgentAlive) return;
    const { nodeId, clusterId, skewMs } = this.#options;
    const { clock, random, net, trace, logFor } = this.#modules;
    this.#count += 1;
    const process = new SimProcess({ name: `agent ${nodeId} ${this.#count}`, skewMs }, clock);
    this.#process = process;
    trace.note(`${process.name} starts`);
    const caller = { kind: 'node', nodeId, clusterId, role: 'worker' } as const;
    const agent = new Agent(
      {
        stateDirectory: '',
        nodeId,
        hostname: nodeId,
        managerAddresses: [MANAGER_ADDRESS],
        localManagerAddress: '',
      },
      {
        runtime: this.engine.runtimeFor(process),
        clock: process.clock,
        random,
        log: logFor(process.name),
        openChannel: (address) => net.channel({ name: nodeId, process, caller }, address),
        networkRooms: this.kernel.roomsFor(process),
        taskFile: this.#taskDisk.fileFor(process),
        recoveryEpochs: forgetfulRecoveryEpochs(),
        onNodeChange: () => undefined,
        onRemoved: () => trace.note(`${process.name} hears that it was removed`),
      },
    );
    agent.run(new AbortController().signal).then(
      () => this.#modules.onFailure(`${process.name} ended`, undefined),
      (error: unknown) => {
        if (process.isAlive) this.#modules.onFailure(`${process.name} ended`, error);
      },
    );
  }

  /** Containers go on. */
  killAgent(): void {
    if (!this.isAgentAlive) return;
    this.#modules.trace.note(`agent ${this.nodeId} is killed`);
    this.#process?.kill();
  }

  /** The agent dies, and what it knew of its tasks is lost. */
  loseMemory(): void {
    this.killAgent();
    this.#modules.trace.note(`agent ${this.nodeId} loses its memory`);
    this.#taskDisk.lose();
  }

  /** The machine dies without a word. */
  powerCut(): void {
    this.#modules.net.cut(this.nodeId);
    this.killAgent();
    this.engine.powerCut();
    this.kernel.powerCut();
  }

  /** Whatever ails it is mended. */
  mend(): void {
    this.#modules.net.heal(this.nodeId);
    this.engine.setAway(false);
    this.kernel.isStuck = false;
    this.startAgent();
  }
}
