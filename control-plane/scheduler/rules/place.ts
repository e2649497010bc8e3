/**
 * Places batches of pending tasks: looks for the best node for each, counts what it takes there before the
 * next one is placed, or says who refused. Same loads and tasks in, same choice out. Changes nothing but
 * the loads it was given; committing is for the loop.
 */
import type { GenericResource, Task } from '../../../proto/gen/objects.js';
import { grantGeneric } from '../../../proto/model/generic-resources.js';
import type { Batch } from './batch.js';
import type { Branch } from './branches.js';
import type { CandidateOptions } from './candidates.js';
import { Candidates } from './candidates.js';
import { failureKey } from './claim.js';
import { explainRefusal } from './filters.js';
import type { NodeLoad } from './node-load.js';
import type { NodeLoads } from './node-loads.js';
import { branchesOf, levelsOf } from './preferences.js';
import { rankOf } from './ranking.js';
import type { PlacementDefaults, Request } from './request.js';
import { claimFor, requestOf } from './request.js';

export interface Placement {
  readonly task: Task;
  /** The node and the units it gives, or why there is none. */
  readonly choice: Choice | { readonly refusal: string };
}

export interface Choice {
  readonly nodeId: string;
  readonly generic: readonly GenericResource[];
}

export interface PlaceOptions {
  readonly nowMs: number;
  readonly defaults: PlacementDefaults;
  /** Nodes looked at, after which no further batch is begun; without it all are. */
  readonly mostLooks?: number;
}

export interface Placed {
  /** A choice for every task of the batches that were begun, each taking into account those before it. */
  readonly placements: readonly Placement[];
  /** The batches that were not. */
  readonly untried: readonly Batch[];
}

/** What was placed counts in the loads from then on, until they are told what became of it. */
export function placeBatches(loads: NodeLoads, batches: readonly Batch[], options: PlaceOptions): Placed {
  const { mostLooks = Number.POSITIVE_INFINITY } = options;
  const placements: Placement[] = [];
  let looks = 0;
  for (const [at, batch] of batches.entries()) {
    if (looks >= mostLooks) return { placements, untried: batches.slice(at) };
    const placing = new BatchPlacing(loads, batch, options);
    placements.push(...placing.place());
    looks += placing.looks;
  }
  return { placements, untried: [] };
}

/** One batch on its way. */
class BatchPlacing {
  looks = 0;
  readonly #loads: NodeLoads;
  readonly #batch: Batch;
  readonly #nowMs: number;
  readonly #request: Request;
  readonly #failureKey: string;

  constructor(loads: NodeLoads, batch: Batch, { nowMs, defaults }: PlaceOptions) {
    const [first] = batch.tasks;
    this.#loads = loads;
    this.#batch = batch;
    this.#nowMs = nowMs;
    this.#request = requestOf(first?.serviceId ?? '', batch.spec, loads, defaults);
    this.#failureKey = first === undefined ? '' : failureKey(first);
  }

  place(): readonly Placement[] {
    const { afterTaskId = '', tasks } = this.#batch;
    const loads = this.#loads;
    // The old task counts again while the new one does too: both will be there for a while.
    return loads.without(afterTaskId, () => this.#chooseEach(tasks));
  }

  #chooseEach(tasks: readonly Task[]): readonly Placement[] {
    const branch = this.#branch();
    const claimOfEach = claimFor(this.#request, []);
    let refusal: string | undefined;
    return tasks.map((task): Placement => {
      const load = refusal === undefined ? branch.best() : undefined;
      if (load === undefined) {
        // One reason for all that are left: nothing becomes free within a batch.
        refusal ??= this.#explainRefusal();
        return { task, choice: { refusal } };
      }
      const generic = grantGeneric(this.#request.generic, load.freeGeneric);
      // Where no units are given, what one task takes is what they all take.
      const claim = generic.length > 0 ? claimFor(this.#request, generic) : claimOfEach;
      this.#loads.assign(task, load.id, claim);
      branch.taken();
      return { task, choice: { nodeId: load.id, generic } };
    });
  }

  #explainRefusal(): string {
    this.looks += this.#loads.nodeCount;
    return explainRefusal(this.#request, this.#loads.inOrder());
  }

  #branch(): Branch {
    const loads = this.#loads;
    const request = this.#request;
    const leavingNodeId = this.#leavingNodeId();
    const leavingOn = (load: NodeLoad): number => (load.id === leavingNodeId ? 1 : 0);
    const options: Omit<CandidateOptions, 'known'> = {
      request,
      rank: (load) =>
        rankOf(load, {
          request,
          failures: load.failuresOf(this.#failureKey, this.#nowMs),
          leaving: leavingOn(load),
        }),
      onLook: () => {
        this.looks += 1;
      },
    };
    const levels = levelsOf(this.#batch.spec.task?.placement?.preferences ?? [], loads);
    if (levels.length > 0)
      return branchesOf([...loads.inOrder()], {
        levels,
        tasksOn: (load) => load.activeOf(request.serviceId) - leavingOn(load),
        leafOf: (known) => new Candidates({ ...options, known }),
      });
    if (request.strategy === 'binpack') return new Candidates({ ...options, known: loads.inOrder() });
    return new Candidates({
      ...options,
      known: this.#touched(leavingNodeId),
      next: (after) => loads.next(after),
    });
  }

  /** The nodes whose load alone does not say how they rank. */
  *#touched(leavingNodeId: string | undefined): Iterable<NodeLoad> {
    yield* this.#loads.ofService(this.#request.serviceId);
    for (const load of this.#loads.failing())
      if (load.failuresOf(this.#failureKey, this.#nowMs) > 0) yield load;
    const leaving = leavingNodeId === undefined ? undefined : this.#loads.of(leavingNodeId);
    if (leaving !== undefined) yield leaving;
  }

  /** A node that will have one task of the service less. */
  #leavingNodeId(): string | undefined {
    const { afterTaskId = '', replacedTaskId = '' } = this.#batch;
    // What is taken off the node altogether need not be taken off its count as well.
    return replacedTaskId === afterTaskId ? undefined : this.#loads.activeNodeOf(replacedTaskId);
  }
}
