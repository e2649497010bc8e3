/**
 * How far a service is from what was asked for: which slots run the present spec, what each other slot is
 * doing, and whether the rest can come at all. Looks at one state of the service; time is progress.ts's.
 */
import type { ServiceProgress, TaskEntry } from '../../../proto/gen/control.js';
import type { Service, TaskState } from '../../../proto/gen/objects.js';
import { isSettled, requestOf } from '../../../proto/model/rollout.js';
import { isSame } from '../../../proto/model/sameness.js';
import { hasEnded, stateOf } from '../../../proto/model/task.js';
import { NODE_AWAITED, taskName } from './task-rows.js';
import { replicasOf } from '../../../proto/model/service-mode.js';

export interface SlotView {
  /** "web.1" */
  readonly name: string;
  readonly state: TaskState | 'node down' | '';
  readonly error: string;
  /** What went wrong in the slot last, in this task or one before it. */
  readonly lastError: string;
  readonly isRunning: boolean;
}

export interface ConvergeView {
  readonly wanted: number;
  readonly running: number;
  /** Whether the tasks are those of a service that goes back to what it was. */
  readonly isRollingBack: boolean;
  /** One per slot, in the order of their numbers; those still to come have no state. */
  readonly slots: readonly SlotView[];
  /** Whether every slot runs what the service now asks for, and there is none too many. */
  readonly isConverged: boolean;
  /** "web.1: exit 1": what went wrong last in a slot that does not run; empty when nothing did. */
  readonly failure: string;
  /** Why the rest will not come by itself; empty while it may. */
  readonly hopeless: string;
}

export function convergeView(progress: ServiceProgress): ConvergeView {
  const { service } = progress;
  const wanted = replicasOf(service?.spec);
  const downNodeIds = new Set(progress.downNodeIds);
  const bySlot = tasksBySlot(progress.tasks);
  const live: SlotView[] = [];
  const ended: TaskEntry[] = [];
  for (const slot of [...bySlot.keys()].toSorted((a, b) => a - b)) {
    const newestFirst = (bySlot.get(slot) ?? []).toSorted(byAge);
    const front = frontTask(newestFirst, service);
    if (front !== undefined) live.push(slotView(front, newestFirst, service, downNodeIds));
    else if (newestFirst[0] !== undefined) ended.push(newestFirst[0]);
  }
  const running = live.filter(({ isRunning }) => isRunning).length;
  const coming: SlotView = { name: '', state: '', error: '', lastError: '', isRunning: false };
  const slots = [...live, ...Array.from({ length: Math.max(0, wanted - live.length) }, () => coming)];
  const stuck = slots.find(({ lastError, isRunning }) => lastError !== '' && !isRunning);
  return {
    wanted,
    running,
    slots,
    isRollingBack: service !== undefined && requestOf(service).isRollback && !isSettled(service),
    isConverged: running === wanted && live.length === wanted,
    failure: stuck === undefined ? '' : `${stuck.name}: ${stuck.lastError}`,
    hopeless: running === live.length ? hopelessReason(ended, wanted - live.length, service) : '',
  };
}

function tasksBySlot(entries: readonly TaskEntry[]): ReadonlyMap<number, readonly TaskEntry[]> {
  const bySlot = new Map<number, TaskEntry[]>();
  for (const entry of entries) {
    const slot = entry.task?.slot ?? 0;
    bySlot.set(slot, [...(bySlot.get(slot) ?? []), entry]);
  }
  return bySlot;
}

/** Newest first; the id settles what was made in the same instant. */
function byAge(a: TaskEntry, b: TaskEntry): number {
  const difference = (b.task?.meta?.createdAtMs ?? 0) - (a.task?.meta?.createdAtMs ?? 0);
  return difference || ((a.task?.id ?? '') < (b.task?.id ?? '') ? 1 : -1);
}

/** The task that stands for its slot: one that should run, of the present spec if there is one. */
function frontTask(newestFirst: readonly TaskEntry[], service: Service | undefined): TaskEntry | undefined {
  const live = newestFirst.filter(({ task }) => {
    const state = task?.desired?.state;
    return (state === 'running' || state === 'ready') && task?.desired?.leaving === undefined;
  });
  return live.find((entry) => isOfPresentSpec(entry, service)) ?? live[0];
}

function slotView(
  entry: TaskEntry,
  newestFirst: readonly TaskEntry[],
  service: Service | undefined,
  downNodeIds: ReadonlySet<string>,
): SlotView {
  const { task } = entry;
  const isDown = downNodeIds.has(task?.placement?.nodeId ?? '');
  const state = task?.status?.state ?? 'new';
  const isPresent = isOfPresentSpec(entry, service);
  return {
    name: taskName(entry, true),
    state: isDown ? 'node down' : state,
    error: entry.awaitsNode ? NODE_AWAITED : (task?.status?.error ?? ''),
    lastError: entry.awaitsNode ? NODE_AWAITED : lastError(newestFirst, service),
    isRunning: !isDown && isPresent && state === 'running' && task?.desired?.state === 'running',
  };
}

/**
 * Whether the task does what the service now asks for. Where it may run is left out: a task is not replaced
 * because a rule changed that its node keeps.
 */
function isOfPresentSpec({ task, spec }: TaskEntry, service: Service | undefined): boolean {
  if (task?.revision === service?.revision) return true;
  if (spec === undefined) return false;
  const wanted = service?.spec?.task;
  return isSame({ ...spec, placement: undefined }, { ...wanted, placement: undefined });
}

/** The newest error of the slot's tasks of the present spec. */
function lastError(newestFirst: readonly TaskEntry[], service: Service | undefined): string {
  const failed = newestFirst.find(
    (entry) => (entry.task?.status?.error ?? '') !== '' && isOfPresentSpec(entry, service),
  );
  return failed?.task?.status?.error ?? '';
}

/** Why the missing tasks will not come: all of them ended, and no restart policy starts them again. */
function hopelessReason(ended: readonly TaskEntry[], missing: number, service: Service | undefined): string {
  const over = ended.filter((entry) => isOver(entry, service));
  const [first] = over;
  if (missing <= 0 || over.length < missing || first === undefined) return '';
  const { state = 'new', error = '' } = first.task?.status ?? {};
  const cause = error === '' ? '' : ` (${error})`;
  return `${taskName(first, true)} is ${state}${cause} and its restart policy does not start it again`;
}

function isOver(entry: TaskEntry, service: Service | undefined): boolean {
  const policy = service?.spec?.task?.restart;
  const { task } = entry;
  if (policy === undefined || task?.desired?.state !== 'shutdown' || !isOfPresentSpec(entry, service))
    return false;
  if (!hasEnded(task)) return false;
  if (policy.condition === 'none' || policy.maxAttempts > 0) return true;
  return policy.condition === 'on-failure' && stateOf(task) === 'complete';
}
