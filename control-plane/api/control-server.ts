/**
 * What swarmctl calls: answers from the store's view, writes users' wishes to it, and nothing more; that
 * something comes of a wish is the work of the loops that watch the store. Who may call is decided before
 * (authorizer.ts). Every write is checked when it is applied, so a refusal never leaves half a change.
 */
import type { Clock } from '../../proto/base/clock.js';
import type { Log } from '../../proto/base/log.js';
import type { Random } from '../../proto/base/random.js';
import type { Handlers } from '../../proto/base/rpc.js';
import type { ControlService } from '../../proto/gen/control.js';
import type { Store } from '../store/store.js';
import { backupHandlers } from './backup.js';
import { clusterHandlers } from './cluster.js';
import { eventHandlers } from './events.js';
import { explainHandlers } from './explain.js';
import { type LogSource, logHandlers } from './logs.js';
import type { Managers } from './managers.js';
import { type NetworkExaminations, networkExaminationHandlers } from './network-examination.js';
import { networkHandlers } from './networks.js';
import { nodeHandlers } from './nodes.js';
import type { JudgeNodes } from './rules/pending-tasks.js';
import { serviceHandlers } from './services.js';
import { taskHandlers } from './tasks.js';
import { Turns } from './turns.js';

export interface ControlOptions {
  /** The node this manager is. */
  readonly nodeId: string;
  /** Of the program, as `swarmctl version` shows it. */
  readonly version: string;
}

export interface ControlModules {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly logs: LogSource;
  readonly examinations: NetworkExaminations;
  readonly managers: Managers;
  /** What the nodes have against a task, as the scheduler sees them; known where this manager leads. */
  readonly judgeNodes: JudgeNodes;
  /** Where nodes reach the managers (host:port), this one first. */
  readonly managerAddresses: () => readonly string[];
}

export class ControlServer {
  readonly #options: ControlOptions;
  readonly #modules: ControlModules;

  constructor(options: ControlOptions, modules: ControlModules) {
    this.#options = options;
    this.#modules = { ...modules, log: modules.log.child({ room: 'api' }) };
  }

  handlers(): Handlers<typeof ControlService> {
    const [options, modules] = [this.#options, { ...this.#modules, turns: new Turns() }];
    return {
      ...clusterHandlers(options, modules),
      ...nodeHandlers(options, modules),
      ...serviceHandlers(modules),
      ...networkHandlers(modules),
      ...networkExaminationHandlers(modules),
      ...taskHandlers(modules),
      ...explainHandlers(modules),
      ...logHandlers(modules),
      ...eventHandlers(modules),
      ...backupHandlers(options, modules),
    };
  }
}
