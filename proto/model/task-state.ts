/**
 * The states of a task: which moves are legal, which states are final, and the one order they have.
 * The order is used where the rule is "never lower than"; everything else asks for states by name.
 */
import type { DesiredState, TaskState } from '../gen/objects.js';
import { DESIRED_STATES, TASK_STATES } from '../gen/objects.js';

// Stopping, losing the node and being turned away by a rule may happen anywhere between assigned and running.
const ENDINGS: readonly TaskState[] = ['shutdown', 'rejected', 'orphaned'];

/** State → the states that may follow it directly. */
export const MOVES: Readonly<Record<TaskState, readonly TaskState[]>> = {
  new: ['pending'],
  pending: ['assigned'],
  assigned: ['accepted', ...ENDINGS],
  accepted: ['preparing', ...ENDINGS],
  preparing: ['ready', ...ENDINGS],
  ready: ['starting', ...ENDINGS],
  starting: ['running', 'failed', ...ENDINGS],
  running: ['complete', 'failed', ...ENDINGS],
  complete: [],
  shutdown: [],
  failed: [],
  rejected: [],
  orphaned: [],
};

const RANK: Readonly<Record<TaskState, number>> = ranks(TASK_STATES);
const DESIRED_RANK: Readonly<Record<DesiredState, number>> = ranks(DESIRED_STATES);

/** Whether nothing follows this state: the task has ended. */
export function isFinal(state: TaskState): boolean {
  return MOVES[state].length === 0;
}

/** Whether the state comes before the other in a task's life. */
export function isBelow(state: TaskState, other: TaskState): boolean {
  return RANK[state] < RANK[other];
}

/** Whether the state is the other one or comes after it. */
export function isAtLeast(state: TaskState, other: TaskState): boolean {
  return RANK[state] >= RANK[other];
}

/**
 * Whether a report of `to` may follow `from`. Reports may leave out states in between, because only the
 * newest is sent; they never lead back, and nothing leads out of a final state.
 */
export function mayReach(from: TaskState, to: TaskState): boolean {
  return REACHABLE[from].has(to);
}

/** Whether the desired state asks for less than the other: ready, running, shutdown, remove. */
export function isDesiredBelow(state: DesiredState, other: DesiredState): boolean {
  return DESIRED_RANK[state] < DESIRED_RANK[other];
}

const REACHABLE: Readonly<Record<TaskState, ReadonlySet<TaskState>>> = Object.fromEntries(
  TASK_STATES.map((state) => [state, reachableFrom(state)]),
) as Record<TaskState, ReadonlySet<TaskState>>;

function reachableFrom(state: TaskState): ReadonlySet<TaskState> {
  const reached = new Set<TaskState>();
  const open = [...MOVES[state]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...MOVES[next]);
  }
  return reached;
}

function ranks<S extends string>(inOrder: readonly S[]): Readonly<Record<S, number>> {
  return Object.fromEntries(inOrder.map((state, rank) => [state, rank])) as Record<S, number>;
}
