/**
 * The runs of a job as everybody reads them.
 */
import type { JobRun, Service } from '../gen/objects.js';

/** The newest run that was begun; a later one that was missed has no tasks. */
export function newestRun(service: Pick<Service, 'runs'> | undefined): JobRun | undefined {
  return service?.runs?.runs.findLast(({ state }) => state !== 'missed');
}
