/**
 * What tasks without a node wait for: equal ones in groups, with what each node has against them, and the nodes that
 * are not to have a task at all. Bounded however many tasks and nodes there are. What a node has against a task is
 * for the scheduler to say.
 */
import type { NodeVerdict, PendingTasks } from '../../../proto/gen/control.js';
import { type Service, type ServiceSpec, type Task, TaskCodec } from '../../../proto/gen/objects.js';
import { newestRun } from '../../../proto/model/job-run.js';
import { isEligible } from '../../../proto/model/node-share.js';
import { isJob, isPerNode } from '../../../proto/model/service-mode.js';
import { isWanted, stateOf } from '../../../proto/model/task.js';
import type { ClusterView } from '../../store/rules/view.js';
import { nodeName, taskEntryWithoutSpec } from './entries.js';

/** What one node has against a task: every filter that it fails, and the same in words. */
export interface Verdict {
  readonly nodeId: string;
  readonly filters: readonly string[];
  readonly reasons: readonly string[];
}

/**
 * What every node, or only the one that is named, has against the task, made from this spec; by id. None of a node that
 * is not there; undefined while that cannot be said.
 */
export type JudgeNodes = (task: Task, spec: ServiceSpec, nodeId?: string) => readonly Verdict[] | undefined;

/** Tasks that wait for the same. */
export type PendingGroup = readonly [Task, ...Task[]];

const MOST_GROUPS = 10;
/** As many tasks of a kind are told. */
export const MOST_TASKS = 20;
const MOST_NODES = 1000;
/** Tasks with a node of their own are judged one by one. */
const MOST_OWN_NODES = 200;

/** The largest groups of tasks that wait for the same: of one revision, and with one account of why. */
export function pendingGroups(tasks: readonly Task[]): readonly PendingGroup[] {
  const groupByKey = new Map<string, [Task, ...Task[]]>();
  for (const task of tasks) {
    if (!waitsForNode(task)) continue;
    const hasNode = nodeOf(task) !== '';
    const key = JSON.stringify([task.revision, stateOf(task), task.status?.error ?? '', hasNode]);
    const group = groupByKey.get(key);
    if (group === undefined) groupByKey.set(key, [task]);
    else group.push(task);
  }
  return [...groupByKey.values()].toSorted((a, b) => b.length - a.length).slice(0, MOST_GROUPS);
}

/** Whether the task should run and has not been given to a node. */
export function waitsForNode(task: Task): boolean {
  return isWanted(task) && (stateOf(task) === 'new' || stateOf(task) === 'pending');
}

export function pendingTasks(view: ClusterView, tasks: PendingGroup, judge: JudgeNodes): PendingTasks {
  const [first] = tasks;
  const spec = view.revision(first.serviceId, first.revision)?.spec;
  // A new one waits for addresses: what nodes have against it is not what it waits for.
  const isNew = stateOf(first) === 'new';
  const judged = spec === undefined || isNew ? NO_NODES : judgedFor(tasks, spec, judge);
  return {
    tasks: tasks.slice(0, MOST_TASKS).map((task) => taskEntryWithoutSpec(view, task)),
    taskCount: tasks.length,
    error: first.status?.error ?? '',
    nodes: (judged?.verdicts ?? []).slice(0, MOST_NODES).map((verdict) => nodeVerdict(view, verdict)),
    nodeCount: judged?.nodeCount ?? 0,
    isUnknown: judged === undefined,
  };
}

interface JudgedNodes {
  readonly verdicts: readonly Verdict[];
  /** With those that were left out. */
  readonly nodeCount: number;
}

const NO_NODES: JudgedNodes = { verdicts: [], nodeCount: 0 };

/** Of every node; of tasks that each have a node named, of the first of those. */
function judgedFor(tasks: PendingGroup, spec: ServiceSpec, judge: JudgeNodes): JudgedNodes | undefined {
  const [first] = tasks;
  if (nodeOf(first) === '') {
    const verdicts = judge(first, spec);
    return verdicts && { verdicts, nodeCount: verdicts.length };
  }
  const taskByNode = new Map(tasks.map((task) => [nodeOf(task), task]));
  const own = [...taskByNode].toSorted(([a], [b]) => (a < b ? -1 : 1)).slice(0, MOST_OWN_NODES);
  const verdicts: Verdict[] = [];
  for (const [nodeId, task] of own) {
    const ofNode = judge(task, spec, nodeId);
    if (ofNode === undefined) return undefined;
    verdicts.push(...ofNode);
  }
  return { verdicts, nodeCount: verdicts.length + taskByNode.size - own.length };
}

function nodeOf({ placement }: Task): string {
  return placement?.nodeId ?? '';
}

/** The nodes that a service with one task per node is to leave out, and has no task on, with what speaks against them. */
export function excludedNodes(
  view: ClusterView,
  service: Service,
  judge: JudgeNodes,
): readonly NodeVerdict[] {
  const { spec } = service;
  const isOver = isJob(spec) && newestRun(service)?.state !== 'active';
  if (spec === undefined || !isPerNode(spec) || isOver) return [];
  const held = new Set(
    view
      .tasksOfService(service.id)
      .filter((task) => isWanted(task))
      .map(nodeOf),
  );
  const left = new Set<string>();
  for (const node of view.nodes()) if (!isEligible(spec, node) && !held.has(node.id)) left.add(node.id);
  const verdicts = left.size === 0 ? [] : (judge(TaskCodec.create({ serviceId: service.id }), spec) ?? []);
  return verdicts
    .filter(({ nodeId }) => left.has(nodeId))
    .slice(0, MOST_NODES)
    .map((verdict) => nodeVerdict(view, verdict));
}

function nodeVerdict(view: ClusterView, { nodeId, filters, reasons }: Verdict): NodeVerdict {
  return { nodeId, hostname: nodeName(view, nodeId), filters: [...filters], reasons: [...reasons] };
}
