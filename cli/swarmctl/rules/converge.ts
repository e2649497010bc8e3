/**
 * How far a service is from what was asked for: which slots run the present spec, what each other slot is
 * doing, and whether the rest can come at all. Looks at one state of the service; time is progress.ts's.
 */
import type { ServiceProgress, TaskEntry } from '../../../proto/gen/control.js';
import type { Service, TaskSpec, TaskState } from '../../../proto/gen/objects.js';

export interface SlotView {
  readonly name: string;
  readonly state: TaskState | 'node down' | '';
  readonly error: string;
  readonly isRunning: boolean;
}

export interface ConvergeView {
  readonly wanted: number;
  readonly running: number;
  /** One per slot, in the order of their numbers; those still to come have no state. */
  readonly slots: readonly SlotView[];
  readonly isConverged: boolean;
  /** Why the rest will not come by itself; empty while it may. */
  readonly hopeless: string;
}

const FINAL_STATES: ReadonlySet<TaskState> = new Set([
  'complete',
  'shutdown',
  'failed',
  'rejected',
  'orphaned',
]);

export function convergeView(progress: ServiceProgress): ConvergeView {
  const { service } = progress;
  const wanted = service?.spec?.mode?.replicated.replicas ?? 0;
  const downNodeIds = new Set(progress.downNodeIds);
  const bySlot = tasksBySlot(progress.tasks);
  const live: SlotView[] = [];
  const ended: TaskEntry[] = [];
  for (const slot of [...bySlot.keys()].toSorted((a, b) => a - b)) {
    const newestFirst = (bySlot.get(slot) ?? []).toSorted(byAge);
    const front = frontTask(newestFirst, service);
    if (front !== undefined) live.push(slotView(front, service, downNodeIds));
    else if (newestFirst[0] !== undefined) ended.push(newestFirst[0]);
  }
  const running = live.filter(({ isRunning }) => isRunning).length;
  const coming: SlotView = { name: '', state: '', error: '', isRunning: false };
  const slots = [...live, ...Array.from({ length: Math.max(0, wanted - live.length) }, () => coming)];
  const isRolling = service?.desired?.state === 'updating';
  return {
    wanted,
    running,
    slots,
    isConverged: running === wanted && live.length === wanted && !isRolling,
    hopeless: running === live.length && live.length < wanted ? hopelessReason(ended, service) : '',
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
  service: Service | undefined,
  downNodeIds: ReadonlySet<string>,
): SlotView {
  const { task } = entry;
  const isDown = downNodeIds.has(task?.placement?.nodeId ?? '');
  const state = task?.status?.state ?? 'new';
  const isPresent = isOfPresentSpec(entry, service);
  return {
    name: entry.name,
    state: isDown ? 'node down' : state,
    error: task?.status?.error ?? '',
    isRunning: !isDown && isPresent && state === 'running' && task?.desired?.state === 'running',
  };
}

/**
 * Whether the task does what the service now asks for. Where it may run is left out: a task is not replaced
 * because a rule changed that its node keeps.
 */
export function isOfPresentSpec({ task, spec }: TaskEntry, service: Service | undefined): boolean {
  if (task?.revision === service?.revision || spec === undefined) return true;
  return sameWork(spec, service?.spec?.task);
}

function sameWork(a: TaskSpec, b: TaskSpec | undefined): boolean {
  return stableJson({ ...a, placement: undefined }) === stableJson({ ...b, placement: undefined });
}

function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** A task that ended for good though the service wants it: its restart policy starts no other. */
function hopelessReason(ended: readonly TaskEntry[], service: Service | undefined): string {
  const policy = service?.spec?.task?.restart;
  if (policy === undefined) return '';
  for (const entry of ended) {
    const { task, name } = entry;
    const state = task?.status?.state ?? 'new';
    if (!isOfPresentSpec(entry, service) || task?.desired?.state !== 'shutdown' || !FINAL_STATES.has(state))
      continue;
    const isOver =
      policy.condition === 'none' ||
      (policy.condition === 'on-failure' && state === 'complete') ||
      policy.maxAttempts > 0;
    const error = task.status?.error ?? '';
    if (isOver)
      return `${name} is ${state}${error === '' ? '' : ` (${error})`} and its restart policy does not start it again`;
  }
  return '';
}
