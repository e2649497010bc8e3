/**
 * The manager of a simulated cluster: the rooms that manager.ts joins, over the real log on a simulated disk.
 * It can be killed at any operation of its disk; what was not durable may then be lost, in part or wholly, and
 * the next start knows nothing but the log.
 */
import { makeAuthorizer } from '../../control-plane/api/authorizer.js';
import { ControlServer } from '../../control-plane/api/control-server.js';
import { DispatcherServer } from '../../control-plane/dispatcher/dispatcher-server.js';
import { openReplicatedStore } from '../../control-plane/manager/replicated-log.js';
import { AllocatorLoop } from '../../control-plane/allocator/allocator-loop.js';
import { OrchestratorLoop } from '../../control-plane/orchestrator/orchestrator-loop.js';
import { SchedulerLoop } from '../../control-plane/scheduler/scheduler-loop.js';
import type { Store } from '../../control-plane/store/store.js';
import type { Clock } from '../../proto/base/clock.js';
import type { Log } from '../../proto/base/log.js';
import type { Random } from '../../proto/base/random.js';
import type { Handlers } from '../../proto/base/rpc.js';
import { runAll } from '../../proto/base/service.js';
import type { ControlService } from '../../proto/gen/control.js';
import type { Node } from '../../proto/gen/objects.js';
import { aCluster } from './builders.js';
import { storeObjects } from './memory-store.js';
import { SimDisk } from './sim-disk.js';
import type { SimNet } from './sim-net.js';
import { SimProcess } from './sim-process.js';
import type { SimTrace } from './sim-trace.js';
import { soleManager } from './sole-manager.js';
import { memberClock, openSoleMember } from './sole-member.js';

export const MANAGER_ADDRESS = 'manager:2377';

/** A manager that serves. */
export interface ServingManager {
  readonly process: SimProcess;
  readonly store: Store;
  readonly control: Handlers<typeof ControlService>;
}

export interface SimManagerModules {
  readonly clock: Clock;
  readonly random: Random;
  readonly net: SimNet;
  readonly trace: SimTrace;
  readonly logFor: (program: string) => Log;
  /** Called for each entry that the manager that lives now applies, after a restart from the beginning again. */
  readonly onEntry: (index: number, bytes: Uint8Array) => void;
  /** It serves: what was applied before must be in its store. */
  readonly onServing: (store: Store) => void;
  readonly onFailure: (what: string, error: unknown) => void;
}

const LONGEST_SYNC_MS = 12;
const DIRECTORY = '/raft';
const KIB = 1024;
// Small, so that a run of a minute has several segments and snapshots.
const LOG_SIZES = {
  maxEntryBytes: 32 * KIB,
  segmentBytes: 64 * KIB,
  snapshotAfterEntries: 150,
} as const;

export class SimManager {
  readonly #modules: SimManagerModules;
  readonly #nodes: readonly Node[];
  #disk = new SimDisk();
  #process: SimProcess | undefined;
  #serving: ServingManager | undefined;
  #count = 0;

  /** The nodes are members from the first moment. */
  constructor(nodes: readonly Node[], modules: SimManagerModules) {
    this.#nodes = nodes;
    this.#modules = modules;
  }

  get isAlive(): boolean {
    return this.#process?.isAlive === true;
  }

  /** The manager, once it serves and as long as it lives. */
  get serving(): ServingManager | undefined {
    return this.isAlive ? this.#serving : undefined;
  }

  start(): void {
    if (this.isAlive) return;
    this.#count += 1;
    const process = new SimProcess({ name: `manager ${this.#count}`, skewMs: 0 }, this.#modules.clock);
    this.#process = process;
    this.#serving = undefined;
    this.#modules.trace.note(`${process.name} starts`);
    this.#disk.syncDelay = () => process.answer(this.#modules.clock.sleep(this.#upTo(LONGEST_SYNC_MS)));
    this.#run(process).then(
      () => this.#ended(process, 'ended by itself'),
      (error: unknown) => this.#ended(process, error),
    );
  }

  /** Kills it now, the power with it. */
  kill(): void {
    const process = this.#process;
    if (process?.isAlive !== true) return;
    this.#modules.trace.note(`${process.name} is killed`);
    this.#disk.onOperation = undefined;
    process.kill();
    const { random } = this.#modules;
    this.#disk = this.#disk.afterPowerCut({
      keepsName: () => random.fraction() < 0.5,
      keptRanges: (_position, { bytes, isPreallocation }) => {
        const dice = random.fraction();
        if (isPreallocation || dice < 0.3) return [];
        return [[0, dice < 0.6 ? bytes.length : Math.floor(random.fraction() * bytes.length)]];
      },
    });
  }

  /** Kills it in the middle of its disk's work, so many operations from now. */
  killDuringWrite(operations: number): void {
    let left = operations;
    this.#disk.onOperation = () => {
      left -= 1;
      if (left <= 0) this.kill();
    };
  }

  /** Spares it, if its end was planned. */
  cancelKill(): void {
    this.#disk.onOperation = undefined;
  }

  async #run(process: SimProcess): Promise<void> {
    const { store } = await this.#open(process);
    if (store.view().cluster() === undefined)
      await storeObjects(store, { cluster: [aCluster()], node: this.#nodes });
    if (!process.isAlive) return await new Promise(() => undefined);
    this.#modules.onServing(store);
    await runAll(this.#rooms(process, store), new AbortController().signal);
  }

  async #open(process: SimProcess): Promise<{ store: Store }> {
    const disk = this.#disk;
    const onSnapshotFailed = (error: unknown): void => {
      if (process.isAlive) this.#modules.onFailure(`${process.name}: no snapshot was taken`, error);
    };
    return await openReplicatedStore(
      { freezeObjects: true },
      {
        clock: process.clock,
        openReplicator: async (machine) => {
          const apply = (index: number, bytes: Uint8Array): void => {
            machine.apply(index, bytes);
            if (process.isAlive) this.#modules.onEntry(index, bytes);
          };
          const stateMachine = {
            apply,
            snapshot: () => machine.snapshot(),
            restore: async (index: number, pieces: AsyncIterable<Uint8Array>) =>
              await machine.restore(index, pieces),
          };
          return await openSoleMember(
            { name: 'manager', directory: DIRECTORY, ...LOG_SIZES },
            {
              disk,
              stateMachine,
              onSnapshotFailed,
              clock: memberClock(process.clock),
              random: (bound) => Math.floor(this.#modules.random.fraction() * bound),
            },
          );
        },
      },
    );
  }

  #rooms(process: SimProcess, store: Store): Parameters<typeof runAll>[0] {
    const { random, net, logFor } = this.#modules;
    const { clock } = process;
    const log = logFor(process.name);
    const managerAddresses = (): readonly string[] => [MANAGER_ADDRESS];
    const dispatcher = new DispatcherServer({
      store,
      clock,
      random,
      log,
      managerAddresses,
      watchManagers: () => () => undefined,
      leaderAddress: () => '',
      recoveryEpoch: () => 0,
    });
    const managers = soleManager('manager', () => MANAGER_ADDRESS);
    const control = new ControlServer(
      { nodeId: 'manager', version: 'simulated' },
      {
        store,
        clock,
        random,
        log,
        logs: dispatcher.logs,
        examinations: dispatcher.examinations,
        managerAddresses,
        managers,
        judgeNodes: () => undefined,
      },
    ).handlers();
    const clusterId = store.view().cluster()?.id ?? '';
    const authorize = makeAuthorizer({ clusterId }, { store, managers });
    const door = {
      name: 'door',
      run: async (signal: AbortSignal) => {
        const handlers = dispatcher.handlers() as never;
        net.listen(MANAGER_ADDRESS, {
          process,
          handlers,
          authorize: (path, caller) => authorize(path, caller, { takesStale: false }),
        });
        this.#serving = { process, store, control };
        this.#modules.trace.note(`${process.name} serves from ${store.view().index}`);
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      },
    };
    return [
      new OrchestratorLoop({}, { store, clock, random, log, drains: dispatcher.drains }),
      new AllocatorLoop({}, { store, clock, random, log }),
      new SchedulerLoop({}, { store, clock, log }),
      dispatcher,
      door,
    ];
  }

  #ended(process: SimProcess, reason: unknown): void {
    if (process.isAlive) this.#modules.onFailure(`${process.name} ended`, reason);
  }

  #upTo(longestMs: number): number {
    return Math.ceil(this.#modules.random.fraction() * longestMs);
  }
}
