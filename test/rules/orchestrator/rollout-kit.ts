/**
 * A service in the middle of a rollout from revision 1 (web:1) to revision 2 (web:2), slot by slot, for
 * tests of what the orchestrator does next.
 */
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import type {
  NodeInput,
  RestartPolicyInput,
  RolloutRequest,
  RolloutState,
  ServiceDesired,
  ServiceSpecInput,
  Task,
  TaskInput,
  TaskState,
  UpdateConfig,
} from '../../../proto/gen/objects.js';
import { DEFAULT_UPDATE_CONFIG } from '../../../proto/model/update-config.js';
import { aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { NOW_MS, viewOf } from './decided.js';

export const REQUEST: RolloutRequest = {
  number: 1,
  isRollback: false,
  isPaused: false,
  stableRevision: 1,
  isAutomatic: false,
};

export interface RolloutParts {
  readonly tasks: readonly Task[];
  readonly update?: Partial<UpdateConfig>;
  readonly rollback?: Partial<UpdateConfig>;
  readonly request?: Partial<RolloutRequest>;
  /** What the service says of the rollout's progress; 'none yet' is before it began. */
  readonly state?: RolloutState | 'none yet';
  readonly slotCount?: number;
  readonly message?: string;
  readonly restart?: RestartPolicyInput;
  /** Of revision 1, where they are others than now. */
  readonly stableReplicas?: number;
  readonly spec?: ServiceSpecInput;
  readonly nodes?: readonly NodeInput[];
}

/** Tasks of revision 1 are stored two seconds before now, all others one. */
export function rollout(parts: RolloutParts): Promise<ClusterView> {
  const replicas = new Set(parts.tasks.map(({ slot }) => slot)).size;
  const spec = (image: string, count = replicas): ServiceSpecInput => ({
    mode: { kind: 'replicated', replicated: { replicas: count } },
    update: { ...DEFAULT_UPDATE_CONFIG, ...parts.update },
    rollback: { ...DEFAULT_UPDATE_CONFIG, ...parts.rollback },
    ...parts.spec,
    task: {
      ...parts.spec?.task,
      container: { ...parts.spec?.task?.container, image },
      ...(parts.restart === undefined ? {} : { restart: parts.restart }),
    },
  });
  return viewOf(
    {
      node: (parts.nodes ?? [{}]).map((node) => aNode(node)),
      service: [
        aService({
          revision: 2,
          spec: spec('web:2'),
          previousRevision: 1,
          rollout: { ...REQUEST, ...parts.request },
          ...(parts.state === 'none yet' ? {} : { desired: progressOf(parts) }),
        }),
      ],
      revision: [
        aRevision({ spec: spec('web:1', parts.stableReplicas) }),
        aRevision({ revision: 2, spec: spec('web:2') }),
      ],
      task: parts.tasks.filter(({ revision }) => revision === 1),
    },
    { task: parts.tasks.filter(({ revision }) => revision !== 1) },
  );
}

function progressOf({ state, slotCount, tasks, request, message }: RolloutParts): ServiceDesired {
  return {
    state: state === undefined || state === 'none yet' ? 'updating' : state,
    revision: 2,
    startedAtMs: NOW_MS - 30_000,
    completedAtMs: 0,
    message: message ?? '',
    number: request?.number ?? REQUEST.number,
    slotCount: slotCount ?? new Set(tasks.map(({ slot }) => slot)).size,
  };
}

export const old = (slot: number, parts: TaskInput = {}): Task =>
  aTask({ id: `old-${slot}`, slot, ...parts });

/** The old task after it was told to stop. */
export const stopping = (slot: number, sinceMs = NOW_MS - 500): Task =>
  old(slot, { desired: { state: 'shutdown', leaving: { sinceMs, reason: 'replaced', end: 'shutdown' } } });
export const stopped = (slot: number): Task =>
  old(slot, { desired: { state: 'shutdown' }, status: { state: 'shutdown' } });

/** The new task of a slot, made by the rollout; running means since a minute ago unless said otherwise. */
export function young(slot: number, state: TaskState, parts: TaskInput = {}): Task {
  const runningSinceMs = state === 'running' ? NOW_MS - 60_000 : undefined;
  const isPlaced = state !== 'pending';
  return aTask({
    id: `young-${slot}`,
    slot,
    revision: 2,
    ...parts,
    placement: { nodeId: isPlaced ? 'node-1' : '' },
    desired: { state: 'running', rollout: { number: 1, sinceMs: NOW_MS - 1000 }, ...parts.desired },
    status: { state, atMs: NOW_MS - 1000, storedAtMs: NOW_MS - 1000, runningSinceMs, ...parts.status },
  });
}

/** The new task while its slot's turn has not come: stop-first it waits for the old one. */
export const waiting = (
  slot: number,
  state: TaskState,
  order: 'stop-first' | 'start-first' = 'stop-first',
): Task =>
  young(slot, state, {
    desired: {
      state: 'ready',
      ...(order === 'stop-first'
        ? { start: { notBeforeMs: NOW_MS - 1000, afterTaskId: `old-${slot}`, waitUntilMs: 0 } }
        : {}),
    },
  });
