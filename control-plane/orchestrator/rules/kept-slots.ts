/**
 * What is done in the slots that a service keeps: its rollout goes on, what ended is restarted, what waits is
 * started, what is over is forgotten. Promises that each slot gets at most one decision a turn, so that no two of
 * them meet. Which slots are kept is for the rules of the service's mode.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';
import { forgetHistory } from './clean-up.js';
import { type Decision, decision } from './decision.js';
import { moveSlot } from './moves.js';
import { restartSlot, startSlot } from './restart.js';
import type { SlotDecision } from './restart.js';
import { decideRollout } from './rolling-update.js';
import type { Rollout } from './rolling-update.js';
import { tidySlot } from './rollout-moves.js';
import type { ServiceContext, Slot } from './slots.js';

/** The slots of a service whose tasks are meant to run on. Of those whose node is down only the rollout takes note. */
export function decideKept(
  context: ServiceContext,
  kept: readonly Slot[],
  away: readonly Slot[] = [],
): Decision {
  const rollout = decideRollout(context, kept, away);
  const slots = decideSlots(context, kept, (slot) => inRollout(context, slot, rollout));
  const progress = rollout.progress === undefined ? [] : [rollout.progress];
  return decision([...progress, ...slots.groups], [rollout.wakeAtMs, slots.wakeAtMs]);
}

/** One decision for each slot that needs one; where there is none, its history is kept short. */
export function decideSlots(
  context: ServiceContext,
  slots: readonly Slot[],
  decideSlot: (slot: Slot) => SlotDecision | undefined,
): Decision {
  const groups: ChangeGroup[] = [];
  const wakeups: (number | undefined)[] = [];
  for (const slot of slots) {
    if (slot.isSteady) continue;
    const decided = decideSlot(slot);
    if (decided?.group === undefined) groups.push(...forgetHistory(context, slot));
    else groups.push(decided.group);
    wakeups.push(decided?.wakeAtMs);
  }
  return decision(groups, wakeups);
}

function inRollout(context: ServiceContext, slot: Slot, rollout: Rollout): SlotDecision | undefined {
  const first = rollout.firstBySlot.get(slot.key);
  if (first !== undefined) return { group: first };
  const isPaired = rollout.pairedSlots.has(slot.key);
  const moving = isPaired ? undefined : moveSlot(context, slot);
  if (moving !== undefined) return moving;
  const restart = restartSlot(context, slot);
  if (restart !== undefined) return restart;
  const moved = rollout.turnBySlot.get(slot.key);
  if (moved !== undefined) return { group: moved };
  const tidied = tidySlot(context, slot);
  if (tidied !== undefined) return tidied;
  return isPaired ? undefined : startSlot(context, slot);
}
