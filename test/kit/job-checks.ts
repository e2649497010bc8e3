/**
 * What must always hold of the runs of a job, looked at after every entry of the log: never more tasks at once
 * than asked for, never more completions counted than asked for, and a run that is said to be complete is.
 */
import type { ClusterView } from '../../control-plane/store/rules/view.js';
import type { JobRun, Service, Task } from '../../proto/gen/objects.js';
import { isJob } from '../../proto/model/service-mode.js';
import { hasEnded, isWanted, slotName, stateOf } from '../../proto/model/task.js';
import type { Accuse } from './cluster-checks.js';

/** Compares every job with the state before the entry. */
export function checkJobs(before: ClusterView, after: ClusterView, accuse: Accuse): void {
  for (const service of after.services()) {
    if (!isJob(service.spec)) continue;
    const accuseOf = (what: string): void => accuse(`job ${service.spec?.name}: ${what}`);
    checkRecords(before.service(service.id), service, accuseOf);
    const tasks = after.tasksOfService(service.id);
    for (const run of service.runs?.runs ?? []) {
      const ofRun = tasks.filter((task) => task.run === run.number);
      checkRun(after, service, run, ofRun, accuseOf);
    }
  }
}

function checkRun(
  view: ClusterView,
  service: Service,
  run: JobRun,
  tasks: readonly Task[],
  accuse: (what: string) => void,
): void {
  if (run.state === 'replaced' || run.state === 'missed') return;
  const mode = view.revision(service.id, run.revision)?.spec?.mode;
  const going = tasks.filter((task) => isWanted(task) && !hasEnded(task));
  if (run.state !== 'active' && going.length > 0)
    accuse(`run ${run.number} is ${run.state}, and ${going.length} of its tasks go on`);
  if (mode?.kind !== 'replicatedJob') return;
  const { maxConcurrent, totalCompletions } = mode.replicatedJob;
  const completed = new Set(tasks.filter((task) => stateOf(task) === 'complete').map(slotName));
  if (going.length > maxConcurrent) accuse(`run ${run.number} has ${going.length} tasks at once`);
  if (completed.size > totalCompletions || tasks.some(({ slot }) => slot > totalCompletions))
    accuse(`run ${run.number} has ${completed.size} completions of ${totalCompletions}`);
  if (run.state === 'complete' && tasks.length > 0 && completed.size < totalCompletions)
    accuse(`run ${run.number} is called complete with ${completed.size} of ${totalCompletions}`);
}

/** A run that is over stays what it was, and numbers only rise. */
function checkRecords(was: Service | undefined, now: Service, accuse: (what: string) => void): void {
  const before = new Map((was?.runs?.runs ?? []).map((run) => [run.number, run]));
  let last = 0;
  for (const run of now.runs?.runs ?? []) {
    const old = before.get(run.number);
    if (run.number <= last) accuse(`run ${run.number} comes after run ${last}`);
    last = run.number;
    if (old !== undefined && old.state !== 'active' && old.state !== run.state)
      accuse(`run ${run.number} was ${old.state} and is ${run.state}`);
    if (old === undefined && run.number <= (was?.runs?.lastNumber ?? 0))
      accuse(`run ${run.number} came back`);
  }
  if ((now.runs?.lastNumber ?? 0) < (was?.runs?.lastNumber ?? 0)) accuse('runs are counted backwards');
}
