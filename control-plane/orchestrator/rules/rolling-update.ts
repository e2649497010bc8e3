/**
 * Moves a service to its present revision: which slots are begun, whose turn it is, what is taken back. New
 * tasks are prepared ahead of their turn, which costs no replica; at most `parallelism` slots are without
 * their old task, or have a new one beside it, at the same time. A slot is done when its new task has run for the
 * delay, or has failed. A restart elsewhere in the service holds the next turn up, so that it never comes
 * on top of what is missing anyhow; not for longer than the progress deadline, though.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type { UpdateConfig } from '../../../proto/gen/objects.js';
import { isHalted } from '../../../proto/model/rollout.js';
import { obstacleToStartFirst } from '../../../proto/model/start-first.js';
import { hasEnded, stateOf } from '../../../proto/model/task.js';
import { isBelow } from '../../../proto/model/task-state.js';
import { configOf } from '../../../proto/model/update-config.js';
import { beginsAtMs, beginSlot, hasStaying, takeTurn, withdraw } from './rollout-moves.js';
import { progressOf } from './rollout-progress.js';
import { rolloutSlotOf } from './rollout-slot.js';
import type { RolloutSlot } from './rollout-slot.js';
import { holdersOf } from './slots.js';
import type { ServiceContext, Slot } from './slots.js';

export interface Rollout {
  /** To be written into the service. */
  readonly progress: ChangeGroup | undefined;
  /** Slot number → what the rollout does there, whatever else there would be to do. */
  readonly beginBySlot: ReadonlyMap<number, ChangeGroup>;
  /** Slot number → what it does there unless a task has ended or must leave its node. */
  readonly turnBySlot: ReadonlyMap<number, ChangeGroup>;
  /** Slots with an old and a new task: when which of them starts is the rollout's to say. */
  readonly pairedSlots: ReadonlySet<number>;
  readonly wakeAtMs: number;
}

export function decideRollout(context: ServiceContext, kept: readonly Slot[]): Rollout {
  const { view, spec, service, request } = context;
  const config = configOf(spec, request.isRollback);
  const slots = kept.map((slot) => rolloutSlotOf(context, slot, config));
  const obstacle = config.order === 'start-first' ? obstacleToStartFirst(spec, view.nodes()) : undefined;
  const order = obstacle === undefined ? config.order : 'stop-first';
  const remark = obstacle === undefined ? '' : `, stop-first: ${obstacle}`;
  const progress = progressOf(context, slots, config, remark);
  const isStill = progress.isHalting || isHalted(service);
  const moves = isStill ? withdrawals(context, slots) : nextMoves(context, slots, { ...config, order });
  return {
    ...moves,
    progress: progress.group,
    pairedSlots: new Set(slots.filter(({ pair }) => pair !== undefined).map(numberOf)),
    wakeAtMs: isStill ? Number.POSITIVE_INFINITY : nextInstant(context, slots, config),
  };
}

type Moves = Pick<Rollout, 'beginBySlot' | 'turnBySlot'>;

/** What is under way in a slot is finished; what only waits for its turn, or never gets on, is taken back. */
function withdrawals(context: ServiceContext, slots: readonly RolloutSlot[]): Moves {
  const turnBySlot = new Map<number, ChangeGroup>();
  for (const each of slots) {
    const { pair, failures } = each;
    if (pair === undefined) continue;
    const isLate = failures.some(({ task }) => task === pair.young);
    if (isLate || pair.young.desired?.state === 'ready')
      turnBySlot.set(numberOf(each), withdraw(context, pair));
  }
  return { beginBySlot: new Map(), turnBySlot };
}

function nextMoves(context: ServiceContext, slots: readonly RolloutSlot[], config: UpdateConfig): Moves {
  const limit = config.parallelism === 0 ? Number.POSITIVE_INFINITY : config.parallelism;
  const underWay = slots.filter((slot) => isUnderWay(context, slot, config)).length;
  let places = Math.max(0, limit - underWay);
  const turnBySlot = new Map<number, ChangeGroup>();
  const waiting = inOrder(slots.filter(({ part }) => part?.state.kind === 'prepared'));
  for (const each of waiting.slice(0, places))
    if (each.pair !== undefined) turnBySlot.set(numberOf(each), takeTurn(context, each.pair));
  places -= turnBySlot.size;
  let prepared = slots.filter(({ part }) => part?.state.kind === 'preparing').length;
  prepared += waiting.length - turnBySlot.size;
  const beginBySlot = new Map<number, ChangeGroup>();
  for (const each of inOrder(slots.filter((slot) => mayBegin(context, slot)))) {
    const isAhead = hasStaying(context, each);
    if (isAhead ? prepared >= limit : places <= 0) continue;
    if (isAhead) prepared += 1;
    else places -= 1;
    beginBySlot.set(numberOf(each), beginSlot(context, each, config.order));
  }
  return { beginBySlot, turnBySlot };
}

function mayBegin(context: ServiceContext, each: RolloutSlot): boolean {
  return each.isUntouched && beginsAtMs(context, each) <= context.nowMs;
}

function isUnderWay({ nowMs }: ServiceContext, each: RolloutSlot, { delayMs }: UpdateConfig): boolean {
  const { part, failures, isRestarting } = each;
  if (part === undefined) {
    const last = failures.at(-1)?.state;
    return isRestarting || (last?.kind === 'failed' && last.atMs + delayMs > nowMs);
  }
  if (part.state.kind === 'running') return part.state.sinceMs + delayMs > nowMs;
  return part.state.kind === 'starting';
}

// Slots that do not run cost nothing to replace, and may be why the user made the new revision.
function inOrder(slots: readonly RolloutSlot[]): readonly RolloutSlot[] {
  return slots.toSorted((a, b) => Number(runs(a.slot)) - Number(runs(b.slot)) || numberOf(a) - numberOf(b));
}

function runs(slot: Slot): boolean {
  return holdersOf(slot).some((task) => !isBelow(stateOf(task), 'running') && !hasEnded(task));
}

function numberOf({ slot }: RolloutSlot): number {
  return slot.number;
}

/** When something will have changed by time alone. */
function nextInstant(context: ServiceContext, slots: readonly RolloutSlot[], config: UpdateConfig): number {
  const { nowMs } = context;
  const { delayMs, monitorMs, progressDeadlineMs } = config;
  const instants = slots.flatMap((each) => {
    const { part, failures, isRestarting, isUntouched, slot } = each;
    const times: number[] = isUntouched ? [beginsAtMs(context, each)] : [];
    const last = failures.at(-1)?.state;
    if (last?.kind === 'failed') times.push(last.atMs + delayMs);
    if (part?.state.kind === 'running')
      times.push(part.state.sinceMs + delayMs, part.state.sinceMs + monitorMs);
    if (part !== undefined && 'deadlineMs' in part.state) times.push(part.state.deadlineMs);
    const [newest] = slot.wanted.slice(-1);
    if (isRestarting && progressDeadlineMs > 0)
      times.push((newest?.meta?.createdAtMs ?? 0) + progressDeadlineMs);
    return times;
  });
  return instants.reduce(
    (next, instant) => (instant > nowMs ? Math.min(next, instant) : next),
    Number.POSITIVE_INFINITY,
  );
}
