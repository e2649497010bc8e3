/**
 * Moves a service to its present revision: which slots are begun, whose turn it is, what is taken back. New
 * tasks are prepared ahead of their turn, which costs no replica; at most `parallelism` slots are without
 * their old task, or have a new one beside it, at the same time. A slot is done when nothing of the old is left in it
 * and its new task has run for the delay, or has failed. A slot in which nothing runs, whatever the reason,
 * holds the next turn up, so that it never comes on top of what is missing anyhow; not for longer than the
 * progress deadline, though. A slot whose old task waits for a node that is down is left until the node is back.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type { UpdateConfig } from '../../../proto/gen/objects.js';
import { isHalted } from '../../../proto/model/rollout.js';
import { obstacleToStartFirst } from '../../../proto/model/start-first.js';
import { hasEnded, stateOf } from '../../../proto/model/task.js';
import { configOf } from '../../../proto/model/update-config.js';
import { beginsAtMs, beginSlot, hasStaying, takeTurn, withdraw } from './rollout-moves.js';
import { progressOf } from './rollout-progress.js';
import { awaySlotOf, rolloutSlotOf } from './rollout-slot.js';
import type { Failure, RolloutSlot } from './rollout-slot.js';
import { compareSlots, holdersOf } from './slots.js';
import type { ServiceContext, Slot } from './slots.js';

export interface Rollout {
  /** To be written into the service. */
  readonly progress: ChangeGroup | undefined;
  /** Slot's key → what the rollout does there, whatever else there would be to do. */
  readonly firstBySlot: ReadonlyMap<string, ChangeGroup>;
  /** Slot's key → what it does there unless a task has ended or must leave its node. */
  readonly turnBySlot: ReadonlyMap<string, ChangeGroup>;
  /** Slots with an outgoing and an incoming task: when which of them starts is the rollout's to say. */
  readonly pairedSlots: ReadonlySet<string>;
  readonly wakeAtMs: number;
}

/**
 * Of the kept slots only those that are not steady need be looked at closely; in those whose node is down, nothing
 * is done.
 */
export function decideRollout(
  context: ServiceContext,
  kept: readonly Slot[],
  away: readonly Slot[] = [],
): Rollout {
  const { view, spec, service, request } = context;
  const config = configOf(spec, request.isRollback);
  const slots = [
    ...kept.filter(({ isSteady }) => !isSteady).map((slot) => rolloutSlotOf(context, slot, config)),
    ...away.flatMap((slot) => awaySlotOf(context, slot, config) ?? []),
  ];
  const obstacle = config.order === 'start-first' ? obstacleToStartFirst(spec, view.nodes()) : undefined;
  const order = obstacle === undefined ? config.order : 'stop-first';
  const remark = obstacle === undefined ? '' : `, stop-first: ${obstacle}`;
  const progress = progressOf(context, { slots, kept, config, remark });
  const isHalting = progress.isHalting || isHalted(service);
  const moves = isHalting ? withdrawals(context, slots) : nextMoves(context, slots, { ...config, order });
  return {
    ...moves,
    progress: progress.group,
    pairedSlots: new Set(slots.filter(({ pair }) => pair !== undefined).map(keyOf)),
    wakeAtMs: nextInstant(context, slots, config),
  };
}

type Moves = Pick<Rollout, 'firstBySlot' | 'turnBySlot'>;

/** What is under way in a slot is finished; what only waits for its turn, or does not get on, is taken back. */
function withdrawals(context: ServiceContext, slots: readonly RolloutSlot[]): Moves {
  const firstBySlot = new Map<string, ChangeGroup>();
  for (const each of slots) {
    const { pair } = each;
    // What no rollout made is no rollout's to take back.
    if (pair?.incoming.desired?.rollout === undefined || hasEnded(pair.incoming)) continue;
    if (pair.incoming.desired.state === 'ready' || lateIncoming(each) !== undefined)
      firstBySlot.set(keyOf(each), withdraw(context, pair));
  }
  return { firstBySlot, turnBySlot: new Map() };
}

function lateIncoming({ pair, failures }: RolloutSlot): Failure | undefined {
  return failures.find(({ task }) => task === pair?.incoming);
}

function nextMoves(context: ServiceContext, slots: readonly RolloutSlot[], config: UpdateConfig): Moves {
  const places = new Places(context, slots, config);
  const turnBySlot = new Map<string, ChangeGroup>();
  for (const each of inOrder(slots.filter(({ part }) => part?.state.kind === 'prepared')))
    if (each.pair !== undefined && !each.isAwaiting && places.take(each))
      turnBySlot.set(keyOf(each), takeTurn(context, each.pair));
  for (const each of slots) {
    const late = lateIncoming(each);
    // It may run, beside the task that it was to replace: one too many, as it does not get on.
    if (each.pair?.incoming.desired?.state === 'running' && late !== undefined && !hasEnded(late.task))
      turnBySlot.set(keyOf(each), withdraw(context, each.pair, late));
  }
  const firstBySlot = new Map<string, ChangeGroup>();
  for (const each of inOrder(slots.filter((slot) => mayBegin(context, slot)))) {
    const isTaken = hasStaying(context, each) ? places.prepare() : places.take(each);
    if (isTaken) firstBySlot.set(keyOf(each), beginSlot(context, each, config.order));
  }
  return { firstBySlot, turnBySlot };
}

function mayBegin(context: ServiceContext, each: RolloutSlot): boolean {
  return each.isUntouched && !each.isAwaiting && beginsAtMs(context, each) <= context.nowMs;
}

/**
 * How many slots may be under way at the same time, and which are. A slot in which nothing runs anyhow may have
 * its turn beside others of that kind, but no slot that runs has its turn on top of them.
 */
class Places {
  readonly #limit: number;
  readonly #isStartFirst: boolean;
  readonly #moving: Set<RolloutSlot>;
  readonly #down: Set<RolloutSlot>;
  #prepared: number;

  constructor(context: ServiceContext, slots: readonly RolloutSlot[], config: UpdateConfig) {
    const { nowMs } = context;
    this.#limit = config.parallelism === 0 ? Number.POSITIVE_INFINITY : config.parallelism;
    this.#isStartFirst = config.order === 'start-first';
    this.#moving = new Set(slots.filter((slot) => isUnderWay(slot, config, nowMs)));
    this.#down = new Set(slots.filter((slot) => slot.downUntilMs > nowMs && !this.#moving.has(slot)));
    this.#prepared = slots.filter(
      ({ part }) => part?.state.kind === 'preparing' || part?.state.kind === 'prepared',
    ).length;
  }

  /** Takes a place for the slot's turn; false when there is none. */
  take(each: RolloutSlot): boolean {
    if (this.#moving.has(each)) return false;
    const others = this.#moving.size + (runs(each.slot) ? this.#down.size : 0);
    if (others >= this.#limit) return false;
    this.#down.delete(each);
    this.#moving.add(each);
    if (each.part !== undefined) this.#prepared -= 1;
    return true;
  }

  /** Takes a place for a task that is made ahead. What will run beside the old one needs room: no more than that. */
  prepare(): boolean {
    const others = this.#prepared + (this.#isStartFirst ? this.#moving.size : 0);
    if (others >= this.#limit) return false;
    this.#prepared += 1;
    return true;
  }
}

function isUnderWay(each: RolloutSlot, { delayMs }: UpdateConfig, nowMs: number): boolean {
  const { pair, part, failures, stoppingUntilMs } = each;
  // The old task is being told to stop in this very turn.
  const isReplaced = pair !== undefined && part?.state.kind === 'running';
  if (stoppingUntilMs > nowMs || isReplaced) return true;
  if (part === undefined) return (failures.at(-1)?.atMs ?? 0) + delayMs > nowMs && failures.length > 0;
  if (part.state.kind === 'running') return part.state.sinceMs + delayMs > nowMs;
  return part.state.kind === 'starting';
}

// Slots that do not run cost nothing to replace, and may be why the user made the new revision.
function inOrder(slots: readonly RolloutSlot[]): readonly RolloutSlot[] {
  return slots.toSorted(
    (a, b) => Number(runs(a.slot)) - Number(runs(b.slot)) || compareSlots(a.slot, b.slot),
  );
}

function runs(slot: Slot): boolean {
  return holdersOf(slot).some((task) => stateOf(task) === 'running');
}

function keyOf({ slot }: RolloutSlot): string {
  return slot.key;
}

/** When something will have changed by time alone. */
function nextInstant(
  context: ServiceContext,
  slots: readonly RolloutSlot[],
  { delayMs, monitorMs }: UpdateConfig,
): number {
  const instants = slots.flatMap((each) => {
    const { part, failures, isUntouched, stoppingUntilMs, downUntilMs } = each;
    const times = [stoppingUntilMs, downUntilMs];
    if (isUntouched) times.push(beginsAtMs(context, each));
    for (const { atMs } of failures) times.push(atMs + delayMs);
    if (part?.state.kind === 'running')
      times.push(part.state.sinceMs + delayMs, part.state.sinceMs + monitorMs);
    if (part !== undefined && 'deadlineMs' in part.state) times.push(part.state.deadlineMs);
    return times;
  });
  return instants.reduce(
    (next, instant) => (instant > context.nowMs ? Math.min(next, instant) : next),
    Number.POSITIVE_INFINITY,
  );
}
