/**
 * The runs of a job as they are remembered: not each of them was begun.
 */
import type { JobRun, Service } from '../gen/objects.js';

/** The run that was begun last; those after it were missed. */
export function newestRun({ runs }: Pick<Service, 'runs'>): JobRun | undefined {
  return runs?.runs.findLast(({ state }) => state !== 'missed');
}
