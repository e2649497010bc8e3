/**
 * A whole cluster at its size: one manager with its durable log, and 1,000 agents in another process, over real gRPC
 * with mutual TLS. From `service create` of 30,000 replicas until all of them run; what beats of idle agents cost; a
 * rolling update of 1,000 tasks; and how soon tasks are replaced when 200 agents vanish. Smaller clusters before it
 * show how time and memory grow. One round: what is measured takes long enough.
 */
import { ClusterSite } from './cluster-site.js';
import { type Benchmark, type CaseResult, type Note } from './result.js';
import { Workshop } from './workshop.js';

const TASKS_PER_AGENT = 30;
const AGENT_COUNTS = [100, 300, 1000] as const;
const LARGEST = 1000;
const UPDATED_TASKS = 1000;
const VANISHING = 200;
const IDLE_MS = 20_000;
const RUNNING_WITHIN_MS = 600_000;

const UPDATE_CASE = 'update-1000-tasks';
const VANISHED_CASE = 'replaced-after-200-down';
const IDLE_CASE = 'idle-1000-agents-cpu';
const VANISHED_TURN_CASE = 'replaced-after-200-down-longest-turn';
const UPDATE_TURN_CASE = 'update-1000-tasks-longest-turn';

const deployOf = (agents: number): string => `${agents}-agents-${agents * TASKS_PER_AGENT}-tasks`;
const peakOf = (agents: number): string => `${deployOf(agents)}-peak-memory`;
const turnOf = (agents: number): string => `${deployOf(agents)}-longest-turn`;

export const clusterBenchmark: Benchmark = {
  name: 'cluster',
  caseNames: [
    ...AGENT_COUNTS.flatMap((agents) => [deployOf(agents), peakOf(agents), turnOf(agents)]),
    IDLE_CASE,
    UPDATE_CASE,
    UPDATE_TURN_CASE,
    VANISHED_CASE,
    VANISHED_TURN_CASE,
  ],
  run: measureAll,
};

async function* measureAll(): AsyncGenerator<CaseResult | Note> {
  await using workshop = await Workshop.open('cluster');
  const { folder, programs } = workshop;
  for (const agents of AGENT_COUNTS) {
    const vanishing = agents === LARGEST ? VANISHING : 0;
    const site = await ClusterSite.start(folder, { agents, vanishing }, programs);
    try {
      yield* measureDeploy(site, agents);
      if (agents !== LARGEST) continue;
      yield* measureIdle(site);
      yield* measureUpdate(site);
      yield* measureLoss(site);
    } catch (error) {
      throw new Error(`${String(error)}\n${await programs.lastWords()}`, { cause: error });
    } finally {
      await site.stop();
    }
  }
}

async function* measureDeploy(site: ClusterSite, agents: number): AsyncGenerator<CaseResult | Note> {
  const replicas = agents * TASKS_PER_AGENT;
  const emptyMb = await site.residentMb();
  const before = await usageOf(site);
  await site.longestTurnMs();
  const startedMs = performance.now();
  await site.create('web', { mode: { kind: 'replicated', replicated: { replicas } } });
  await site.until('web', `${replicas} tasks run`, (web) => web.runningTasks === replicas, RUNNING_WITHIN_MS);
  const tookSeconds = (performance.now() - startedMs) / 1000;
  yield { caseName: deployOf(agents), ours: tookSeconds, unit: 's' };
  yield { caseName: peakOf(agents), ours: await site.peakMb(), unit: 'MB' };
  yield { caseName: turnOf(agents), ours: await site.longestTurnMs(), unit: 'ms' };
  const used = await usageOf(site, before);
  const memory = `${emptyMb.toFixed(0)} MB with its agents and no task, ${(await site.residentMb()).toFixed(0)} MB with all`;
  yield {
    note: `${deployOf(agents)}: one service; processor time of the manager ${used.manager}, of the agents ${used.agents}; the manager held ${memory}`,
  };
}

async function* measureIdle(site: ClusterSite): AsyncGenerator<CaseResult> {
  await quiet(IDLE_MS / 2);
  const fromMs = performance.now();
  const before = await site.managerCpuMs();
  await quiet(IDLE_MS);
  const cpuMs = (await site.managerCpuMs()) - before;
  yield { caseName: IDLE_CASE, ours: (100 * cpuMs) / (performance.now() - fromMs), unit: '%' };
}

async function* measureUpdate(site: ClusterSite): AsyncGenerator<CaseResult | Note> {
  const update = { parallelism: 100, monitorMs: 1000 };
  await site.create('api', { mode: { kind: 'replicated', replicated: { replicas: UPDATED_TASKS } }, update });
  const all = `${UPDATED_TASKS} more tasks run`;
  await site.until('api', all, (api) => api.runningTasks === UPDATED_TASKS, RUNNING_WITHIN_MS);
  await site.longestTurnMs();
  const startedMs = performance.now();
  await site.update('api', 'bench/web:2');
  await site.until(
    'api',
    'the update is complete',
    ({ service }) =>
      service?.desired?.state === 'completed' && service.desired.number === service.rollout?.number,
    RUNNING_WITHIN_MS,
  );
  yield { caseName: UPDATE_CASE, ours: (performance.now() - startedMs) / 1000, unit: 's' };
  yield { caseName: UPDATE_TURN_CASE, ours: await site.longestTurnMs(), unit: 'ms' };
  yield { note: `${UPDATE_CASE}: 100 at a time, watched for 1 s, beside the other service` };
}

/** From the first node that is declared down until as many tasks run again as before. */
async function* measureLoss(site: ClusterSite): AsyncGenerator<CaseResult | Note> {
  const replicas = LARGEST * TASKS_PER_AGENT;
  const vanishedAtMs = Date.now();
  site.vanish();
  const down = await site.untilNodes('down', VANISHING, RUNNING_WITHIN_MS);
  // What runs on them is believed to run until it is given up.
  await site.until('web', 'tasks are missed', (web) => web.runningTasks < replicas, RUNNING_WITHIN_MS);
  await site.until('web', 'all tasks run again', (web) => web.runningTasks === replicas, RUNNING_WITHIN_MS);
  const againAtMs = Date.now();
  const downAtMs = down.map(({ status }) => status?.sinceMs ?? Number.NaN);
  const [firstMs, lastMs] = [Math.min(...downAtMs), Math.max(...downAtMs)];
  yield { caseName: VANISHED_CASE, ours: (againAtMs - firstMs) / 1000, unit: 's' };
  yield { caseName: VANISHED_TURN_CASE, ours: await site.longestTurnMs(), unit: 'ms' };
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  yield {
    note: `${VANISHED_CASE}: declared down from ${seconds(firstMs - vanishedAtMs)} s to ${seconds(lastMs - vanishedAtMs)} s after they fell silent; all tasks ran again ${seconds(againAtMs - lastMs)} s after the last of them was`,
  };
}

interface Usage {
  readonly managerMs: number;
  readonly agentsMs: number;
}

async function usageOf(
  site: ClusterSite,
  since: Usage = { managerMs: 0, agentsMs: 0 },
): Promise<Usage & { readonly manager: string; readonly agents: string }> {
  const managerMs = (await site.managerCpuMs()) - since.managerMs;
  const agentsMs = (await site.agentsCpuMs()) - since.agentsMs;
  const text = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
  return { managerMs, agentsMs, manager: text(managerMs), agents: text(agentsMs) };
}

/** A measurement over a time, not a wait for a state. */
async function quiet(durationMs: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, durationMs);
  });
}
