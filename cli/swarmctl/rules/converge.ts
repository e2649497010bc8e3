/**
 * How far a service is from what was asked for: which slots run the present spec, or of a job have completed, what
 * each other slot is doing, and whether the rest can come at all. Looks at one state of the service; time is progress.ts's.
 */
import type { ServiceProgress, TaskEntry } from '../../../proto/gen/control.js';
import type { Service, TaskState } from '../../../proto/gen/objects.js';
import { newestRun } from '../../../proto/model/job-run.js';
import { isSettled, requestOf } from '../../../proto/model/rollout.js';
import { isSame } from '../../../proto/model/sameness.js';
import { desiredOf, hasEnded, stateOf } from '../../../proto/model/task.js';
import { isJob, slotCountOf } from '../../../proto/model/service-mode.js';
import { NODE_AWAITED, slotText, taskName } from './task-rows.js';

export interface SlotView {
  /** "web.1" */
  readonly name: string;
  readonly state: TaskState | 'node down' | '';
  readonly error: string;
  /** What went wrong in the slot last, in this task or one before it. */
  readonly lastError: string;
  /** It runs, or of a job has completed. */
  readonly isRunning: boolean;
}

export interface ConvergeView {
  readonly isJob: boolean;
  readonly wanted: number;
  /** Slots that run, or of a job have completed. */
  readonly running: number;
  /** Whether the tasks are those of a service that goes back to what it was. */
  readonly isRollingBack: boolean;
  /** One per slot, in the order of their numbers or nodes; those still to come have no state. */
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
  const wanted = slotCountOf(service?.spec) ?? progress.desiredTasks;
  if (isJob(service?.spec)) return jobView(progress, wanted);
  const downNodeIds = new Set(progress.downNodeIds);
  const live: SlotView[] = [];
  const ended: TaskEntry[] = [];
  for (const newestFirst of slotsOf(progress.tasks)) {
    const front = frontTask(newestFirst, service);
    if (front !== undefined) live.push(slotView(front, newestFirst, service, downNodeIds));
    else if (newestFirst[0] !== undefined) ended.push(newestFirst[0]);
  }
  const counted = countedView(live, wanted);
  return {
    ...counted,
    isJob: false,
    isRollingBack: service !== undefined && requestOf(service).isRollback && !isSettled(service),
    isConverged: counted.running === wanted && live.length === wanted,
    hopeless: counted.running === live.length ? hopelessReason(ended, wanted - live.length, service) : '',
  };
}

/** Of the newest run. Whether it can still complete is the control plane's to say. */
function jobView({ service, tasks, ...progress }: ServiceProgress, wanted: number): ConvergeView {
  const number = newestRun(service)?.number;
  const downNodeIds = new Set(progress.downNodeIds);
  const slots = slotsOf(tasks.filter(({ task }) => task?.run === number)).flatMap((newestFirst) => {
    const complete = newestFirst.find(({ task }) => task?.status?.state === 'complete');
    const front = complete ?? newestFirst[0];
    if (front === undefined) return [];
    const view = slotView(front, newestFirst, service, downNodeIds);
    return { ...view, isRunning: complete !== undefined };
  });
  const counted = countedView(slots, wanted);
  const isConverged = counted.running === wanted;
  return { ...counted, isJob: true, isRollingBack: false, isConverged, hopeless: '' };
}

function countedView(
  present: readonly SlotView[],
  wanted: number,
): Pick<ConvergeView, 'wanted' | 'running' | 'slots' | 'failure'> {
  const coming: SlotView = { name: '', state: '', error: '', lastError: '', isRunning: false };
  const slots = [...present, ...Array.from({ length: Math.max(0, wanted - present.length) }, () => coming)];
  const stuck = slots.find(({ lastError, isRunning }) => lastError !== '' && !isRunning);
  return {
    wanted,
    running: present.filter(({ isRunning }) => isRunning).length,
    slots,
    failure: stuck === undefined ? '' : `${stuck.name}: ${stuck.lastError}`,
  };
}

/** The tasks of each slot, newest first, slots by number or node. */
function slotsOf(entries: readonly TaskEntry[]): readonly (readonly TaskEntry[])[] {
  const bySlot = new Map<string, TaskEntry[]>();
  for (const entry of entries) {
    const held = bySlot.get(slotText(entry));
    if (held === undefined) bySlot.set(slotText(entry), [entry]);
    else held.push(entry);
  }
  return [...bySlot]
    .toSorted(([a], [b]) => Number(a) - Number(b) || (a < b ? -1 : 1))
    .map(([, held]) => held.toSorted(byAge));
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
    isRunning:
      !isDown && isPresent && state === 'running' && task !== undefined && desiredOf(task) === 'running',
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
