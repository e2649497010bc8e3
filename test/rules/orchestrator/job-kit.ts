/**
 * A job with a run under way, in few words, for tests of what the orchestrator does next.
 */
import { decideService } from '../../../control-plane/orchestrator/rules/service.js';
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import type {
  JobRun,
  NodeInput,
  RestartPolicyInput,
  ServiceInput,
  ServiceRuns,
  ServiceSpecInput,
  Task,
  TaskInput,
  TaskState,
} from '../../../proto/gen/objects.js';
import { aCluster, aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { NOW_MS, viewOf } from './decided.js';

export const batch = (maxConcurrent: number, totalCompletions: number): ServiceSpecInput['mode'] => ({
  kind: 'replicatedJob',
  replicatedJob: { maxConcurrent, totalCompletions },
});
export const SWEEP: ServiceSpecInput['mode'] = { kind: 'globalJob', globalJob: {} };

export const aRun = (number: number, parts: Partial<JobRun> = {}): JobRun => ({
  number,
  revision: 1,
  scheduledAtMs: 0,
  startedAtMs: NOW_MS - 60_000,
  endedAtMs: 0,
  state: 'active',
  message: '',
  ...parts,
});
export const runs = (...list: readonly JobRun[]): ServiceRuns => ({
  runs: list,
  lastNumber: list.at(-1)?.number ?? 0,
  scheduledUntilMs: 0,
});

/** A task of run 1; those that have completed were told to stop already. */
export const inSlot = (slot: number, state: TaskState, parts: TaskInput = {}): Task =>
  aTask({
    id: `t${slot}`,
    slot,
    run: 1,
    ...parts,
    desired: { state: state === 'complete' ? 'shutdown' : 'running', ...parts.desired },
    status: { state, atMs: NOW_MS - 1000, ...parts.status },
  });
export const onNode = (nodeId: string, state: TaskState, parts: TaskInput = {}): Task =>
  inSlot(0, state, { id: `t-${nodeId}`, placement: { nodeId }, ...parts });

export interface World {
  readonly mode: ServiceSpecInput['mode'];
  readonly tasks?: readonly Task[];
  readonly restart?: RestartPolicyInput;
  readonly nodes?: readonly NodeInput[];
  readonly service?: ServiceInput;
  readonly placement?: readonly string[];
}

export async function world({
  mode,
  tasks = [],
  restart,
  nodes = [{}],
  service,
  placement = [],
}: World): Promise<ClusterView> {
  const spec: ServiceSpecInput = {
    mode,
    task: { placement: { constraints: placement }, ...(restart === undefined ? {} : { restart }) },
  };
  return await viewOf({
    cluster: [aCluster()],
    node: nodes.map((node) => aNode(node)),
    service: [aService({ runs: runs(aRun(1)), ...service, spec })],
    revision: [aRevision({ spec }), aRevision({ revision: 2, spec })],
    task: tasks,
  });
}

/** What becomes of the runs: "1 complete: 3 of 3 completed". */
export function endings(view: ClusterView): readonly string[] {
  const { groups } = decideService(view, 'service-1', NOW_MS, () => 'new');
  return groups.flatMap(({ changes }) =>
    changes.flatMap(({ change }) => {
      const object = change?.kind === 'update' ? change.update.object?.object : undefined;
      if (object?.kind !== 'service' || change?.kind !== 'update' || change.update.group !== 'runs')
        return [];
      return (object.service.runs?.runs ?? []).map(
        ({ number, state, message }) => `${number} ${state}${message === '' ? '' : `: ${message}`}`,
      );
    }),
  );
}
