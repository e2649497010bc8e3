/**
 * Progress as text: the lines of a terminal, with bars, and the plain lines of a log file.
 */
import type { ConvergeView, SlotView } from './converge.js';
import { shorten } from './table.js';

/** More slots than this are not listed. */
const MOST_SLOTS = 20;
const BAR_WIDTH = 50;
const LONGEST_ERROR = 75;

/** How far along a task is, of 9. */
const STEPS: Readonly<Record<string, number>> = {
  new: 1,
  pending: 3,
  assigned: 4,
  accepted: 5,
  preparing: 6,
  ready: 7,
  starting: 8,
  running: 9,
  complete: 9,
};
const LAST_STEP = 9;
const WIDEST_STATE = 9;

function overallLine({ running, wanted, isRollingBack, isJob }: ConvergeView): string {
  if (isJob) return `job progress: ${running} out of ${wanted} complete`;
  return `overall progress: ${isRollingBack ? 'rolling back update: ' : ''}${running} out of ${wanted} tasks`;
}

/** The whole picture for a terminal. */
export function terminalLines(view: ConvergeView): readonly string[] {
  if (view.slots.length > MOST_SLOTS) return [overallLine(view), ...failureLines(view)];
  return [overallLine(view), ...view.slots.map((slot, at) => slotLine(slot, at, view.slots.length, true))];
}

/** What is new since the view before, one line each, without bars. */
export function changedLines(view: ConvergeView, before: ConvergeView | undefined): readonly string[] {
  const overall = overallLine(view);
  const lines = before !== undefined && overallLine(before) === overall ? [] : [overall];
  if (view.slots.length > MOST_SLOTS)
    return [...lines, ...(view.failure === before?.failure ? [] : failureLines(view))];
  for (const [at, slot] of view.slots.entries()) {
    const line = slotLine(slot, at, view.slots.length, false);
    const old = before?.slots[at];
    const isNew = old === undefined || slotLine(old, at, before?.slots.length ?? 0, false) !== line;
    if (isNew && slot.state !== '') lines.push(line);
  }
  return lines;
}

/** Of many slots, one that has gone wrong. */
function failureLines({ failure }: ConvergeView): readonly string[] {
  return failure === '' ? [] : [oneLine(failure)];
}

function slotLine(slot: SlotView, at: number, count: number, hasBar: boolean): string {
  const number = `${String(at + 1).padStart(String(count).length)}/${count}:`;
  if (slot.state === '') return number;
  if (slot.error !== '' && !slot.isRunning) return `${number} ${oneLine(slot.error)}`;
  // A task that took the place of one that failed says why it is there.
  if (slot.lastError !== '' && !slot.isRunning)
    return `${number} ${slot.state}, after: ${oneLine(slot.lastError)}`;
  const step = STEPS[slot.state];
  if (!hasBar || step === undefined) return `${number} ${slot.state}`;
  return `${number} ${slot.state.padEnd(WIDEST_STATE)} ${bar(step)}`;
}

function oneLine(error: string): string {
  return shorten(error.replaceAll(/\s+/g, ' '), LONGEST_ERROR);
}

function bar(step: number): string {
  const filled = Math.floor(Math.floor((step * 100) / LAST_STEP) / 2);
  return `[${'='.repeat(filled)}>${' '.repeat(BAR_WIDTH - filled)}]`;
}
