/**
 * The progress of every member, one line each, as statuses and configurations are shown.
 */
import { progressText } from 'raft-ts/rules/text.js';
import type { Progress } from 'raft-ts/rules/tracker/progress.js';

export function describeProgresses(progresses: readonly Progress[]): string {
  return progresses
    .toSorted((a, b) => a.id - b.id)
    .map((progress) => `${progress.id}: ${progressText(progress)}\n`)
    .join('');
}
