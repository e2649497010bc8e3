/**
 * What must be true of a simulated cluster in the end, when nothing fails any more: what was asked for runs, and
 * nothing else does.
 */
import type { ClusterView } from '../../control-plane/store/rules/view.js';
import type { Service } from '../../proto/gen/objects.js';
import { hasEnded, isUnplaced, isWanted, slotName, stateOf } from '../../proto/model/task.js';
import { nameOf } from '../kit/cluster-checks.js';
import type { SimCluster } from '../kit/sim-cluster.js';

export interface Expected {
  /** So many slots run; of a global service so many nodes; of a job none do. */
  readonly replicas: number;
  /** Of one of these images. */
  readonly images: readonly string[];
  /** Of a job: its newest run is complete, with so many completions. */
  readonly completions?: number;
}

/** Why the cluster is not yet as expected, service name by service name; empty when it is. */
function differences(cluster: SimCluster, expected: Readonly<Record<string, Expected>>): string[] {
  const { view } = cluster;
  const problems: string[] = [];
  for (const [name, { replicas, images, completions }] of Object.entries(expected)) {
    const service = view.serviceByName(name);
    if (completions !== undefined) problems.push(...incompletions(view, service, completions));
    const slots = new Set<string>();
    for (const { serviceId, slot: number, nodeId, image, taskId } of cluster.healthy) {
      if (serviceId !== service?.id || view.node(nodeId) === undefined) continue;
      const slot = number === 0 ? nodeId : String(number);
      if (slots.has(slot)) problems.push(`${name}.${slot} runs twice`);
      slots.add(slot);
      if (!images.includes(image)) problems.push(`${name}.${slot} runs ${image}`);
      const task = view.task(taskId);
      if (task === undefined || !isWanted(task) || stateOf(task) !== 'running')
        problems.push(`${name}.${slot} runs for a task that is not running`);
    }
    if (slots.size !== replicas) problems.push(`${slots.size} of ${replicas} run of ${name}`);
  }
  return [...problems, ...leftovers(cluster, Object.keys(expected))];
}

/** What the newest run of a job lacks. */
function incompletions(view: ClusterView, service: Service | undefined, completions: number): string[] {
  const run = service?.runs?.runs.at(-1);
  const tasks = view.tasksOfService(service?.id ?? '').filter((task) => task.run === run?.number);
  const completed = new Set(tasks.filter((task) => stateOf(task) === 'complete').map(slotName));
  if (run?.state === 'complete' && run.revision === service?.revision && completed.size === completions)
    return [];
  return [
    `run ${run?.number} of ${service?.spec?.name} is ${run?.state} with ${completed.size} of ${completions}`,
  ];
}

/** Services, tasks and containers that should be over, and are not. */
function leftovers(cluster: SimCluster, names: readonly string[]): string[] {
  const { view } = cluster;
  const others = [...view.services()].filter(({ spec }) => !names.includes(spec?.name ?? ''));
  const lost = [...view.tasks()].filter(
    (task) => isWanted(task) && !isUnplaced(task) && view.node(task.placement?.nodeId ?? '') === undefined,
  );
  const stopping = [...view.tasks()].filter((task) => !isWanted(task) && !hasEnded(task));
  const strays = cluster.containers.filter(({ state, taskId, nodeId }) => {
    // Nobody hears of what a machine does that is no member any more.
    if (view.node(nodeId) === undefined) return false;
    const task = view.task(taskId);
    if (task === undefined || task.placement?.nodeId !== nodeId) return true;
    return state === 'running' && (!isWanted(task) || hasEnded(task));
  });
  return [
    ...others.map(({ spec }) => `service ${spec?.name} is still there`),
    ...lost.map((task) => `task ${nameOf(task)} is wanted on ${task.placement?.nodeId}, which is no member`),
    ...stopping.map((task) => `task ${nameOf(task)} is to stop and is ${stateOf(task)}`),
    ...strays.map(
      ({ containerId, taskId, state }) => `container ${containerId} of ${taskId} is left, ${state}`,
    ),
  ];
}

/** Lets time pass until all is as expected, and then some more, in which it must stay so. */
export async function settlesTo(
  cluster: SimCluster,
  expected: Readonly<Record<string, Expected>>,
  withinMs = 300_000,
): Promise<void> {
  const untilMs = cluster.nowMs + withinMs;
  for (;;) {
    const problems = differences(cluster, expected);
    if (problems.length === 0) break;
    if (cluster.nowMs >= untilMs)
      cluster.fail(`not within ${withinMs / 1000} s as it should be: ${problems.join(', ')}`);
    await cluster.run(500);
  }
  await cluster.run(STAYS_MS);
  const problems = differences(cluster, expected);
  if (problems.length > 0) cluster.fail(`it was as it should be, and is no longer: ${problems.join(', ')}`);
}

/** Longer than any retry and than the agents' look at left-over containers. */
const STAYS_MS = 20_000;
