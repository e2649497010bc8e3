/**
 * Makes a failing run smaller: fewer events, then fewer kinds of faults, as long as it still fails in the same way.
 */
import { NO_SABOTAGE, type Sabotage } from './cluster.js';
import { type RunResult, runSeed } from './run.js';
import { drawOptions, type FaultKind, optionsWith } from './swarm-options.js';

export interface Shrunk {
  readonly result: RunResult;
  readonly eventBudget: number;
  readonly faults: readonly FaultKind[];
}

/** What a failure says, without the numbers, which a smaller run has others of. */
const kindOf = ({ failure }: RunResult): string | undefined => failure?.split('\n')[0]?.replace(/\d+/g, '#');

export interface ShrinkOptions {
  /** With which it failed, if not with those that its seed draws. */
  readonly faults?: ReadonlySet<FaultKind> | undefined;
  readonly sabotage?: Sabotage;
}

export function shrink(failed: RunResult, { faults, sabotage = NO_SABOTAGE }: ShrinkOptions = {}): Shrunk {
  const { seed } = failed;
  const kind = kindOf(failed);
  let best: Shrunk = {
    result: failed,
    eventBudget: failed.eventCount,
    faults: [...(faults ?? drawOptions(seed, failed.eventCount).faults)],
  };
  const attempt = (eventBudget: number, kept: readonly FaultKind[]): boolean => {
    const options = optionsWith(seed, eventBudget, new Set(kept));
    const result = runSeed(seed, eventBudget, { options, sabotage });
    if (kindOf(result) !== kind) return false;
    best = { result, eventBudget: Math.min(eventBudget, result.eventCount), faults: kept };
    return true;
  };
  const cutEvents = (): void => {
    for (let [low, high] = [0, best.eventBudget]; low < high; ) {
      const middle = Math.floor((low + high) / 2);
      if (attempt(middle, best.faults)) high = Math.min(middle, best.eventBudget);
      else low = middle + 1;
    }
  };
  cutEvents();
  for (const fault of best.faults)
    attempt(
      best.eventBudget,
      best.faults.filter((each) => each !== fault),
    );
  cutEvents();
  return best;
}
