/**
 * Why tasks do not run, in lines for a person: what waits for a node, with what each node has against it (nodes that
 * say the same share a line), what has a node and does not run, and what changed last.
 */
import type {
  ExplainPlacementReply,
  NodeVerdict,
  PendingTasks,
  TaskEntry,
} from '../../../proto/gen/control.js';
import type { Service } from '../../../proto/gen/objects.js';
import { hasEnded, isWanted, slotName, stateOf } from '../../../proto/model/task.js';
import { agoInWords, formatDuration } from './durations.js';

const MOST_NAMES = 5;

/** All of it; one line when as many run as should. */
export function whyLines(reply: ExplainPlacementReply, nowMs: number): readonly string[] {
  const name = reply.service?.spec?.name ?? '';
  const { pendingCount, troubledCount, runningCount, desiredCount, excluded } = reply;
  const background = [...rolloutLines(reply.service), ...excludedLines(excluded)];
  const isTroubled = pendingCount + troubledCount > 0;
  const isShort = runningCount < desiredCount || (desiredCount === 0 && excluded.length > 0);
  if (!isTroubled && !isShort)
    return [
      `${name}: nothing is in the way: ${count(runningCount, 'task')} of the service run, none waits`,
      ...background,
    ];
  return [
    isTroubled
      ? `${name}: ${runningCount} running, ${pendingCount} without a node, ${troubledCount} in trouble`
      : `${name}: runs ${runningCount} of ${desiredCount}, and no task waits`,
    ...background,
    ...reasonLines(reply, nowMs),
    '',
    'What changed last:',
    ...reply.changes.map(({ atMs, text }) => `  ${agoInWords(atMs, nowMs)}: ${text}`),
  ];
}

/** A rollout that is under way, or halted. */
function rolloutLines(service: Service | undefined): readonly string[] {
  const { state = 'none', message = '' } = service?.desired ?? {};
  const isOver = ['none', 'completed', 'rollback-completed'].includes(state);
  return isOver || message === '' ? [] : [`  ${message}`];
}

function excludedLines(nodes: readonly NodeVerdict[]): readonly string[] {
  return nodes.length === 0 ? [] : ['  is to have no task on:', ...verdictLines(nodes)];
}

/** What waits, and what is in trouble, without what changed. */
export function reasonLines(reply: ExplainPlacementReply, nowMs: number): readonly string[] {
  const listed = reply.pending.reduce((sum, { taskCount }) => sum + taskCount, 0);
  const listedSlots = new Set(reply.troubled.map(({ task }) => task && `${task.run} ${slotName(task)}`)).size;
  return [
    ...reply.pending.flatMap((group) => ['', ...pendingLines(group)]),
    ...more(reply.pendingCount - listed, 'task waits', 'tasks wait'),
    ...(reply.troubled.length === 0 ? [] : ['']),
    ...reply.troubled.map((entry) => troubleLine(entry, nowMs)),
    ...more(reply.troubledCount - listedSlots, 'slot is in trouble', 'slots are in trouble'),
  ];
}

function pendingLines({
  tasks,
  taskCount,
  error,
  nodes,
  nodeCount,
  isUnknown,
}: PendingTasks): readonly string[] {
  const names = listed(
    tasks.map(({ name }) => name),
    taskCount,
  );
  // Before it has its addresses, no node is looked for.
  const isNew = tasks[0]?.task !== undefined && stateOf(tasks[0].task) === 'new';
  const said = error || (isNew ? 'waits for addresses on its networks' : 'no node was looked for yet');
  if (isNew) return [`${names}: ${said}`];
  const unlisted = more(
    nodeCount - nodes.length,
    'node has something against it',
    'nodes have something against them',
  );
  return [
    `${names}: ${said}`,
    ...(nodeCount === 0 ? [noVerdictLine(isUnknown)] : [...verdictLines(nodes), ...unlisted]),
  ];
}

function noVerdictLine(isUnknown: boolean): string {
  return isUnknown
    ? '  what each node has against it is not known yet: a new leader still reads what is stored'
    : '  there is no node that it could be on';
}

function verdictLines(nodes: readonly NodeVerdict[]): readonly string[] {
  return byReasons(nodes).map(
    ([text, ofThem]) => `  ${listed(ofThem.map(({ hostname }) => hostname))}: ${text}`,
  );
}

/** In the order of the nodes' names: the reasons, and the nodes that have them. */
function byReasons(nodes: readonly NodeVerdict[]): readonly (readonly [string, readonly NodeVerdict[]])[] {
  const nodesByText = new Map<string, NodeVerdict[]>();
  for (const node of nodes.toSorted((a, b) => (a.hostname < b.hostname ? -1 : 1))) {
    const text = node.reasons.length === 0 ? 'nothing: the task fits there' : node.reasons.join('; ');
    const same = nodesByText.get(text);
    if (same === undefined) nodesByText.set(text, [node]);
    else same.push(node);
  }
  return [...nodesByText];
}

function troubleLine(entry: TaskEntry, nowMs: number): string {
  return `${entry.name}: ${troubleText(entry, nowMs)}`;
}

function troubleText({ task, nodeHostname, awaitsNode }: TaskEntry, nowMs: number): string {
  if (task === undefined) return 'unknown';
  const { status, desired } = task;
  const error = status?.error ?? '';
  const where = nodeHostname === '' ? '' : ` on ${nodeHostname}`;
  const since = agoInWords(status?.atMs ?? nowMs, nowMs);
  if (hasEnded(task)) {
    const exitCode = status?.container?.exitCode;
    const code = exitCode === undefined || exitCode === 0 ? '' : ` (exit code ${exitCode})`;
    return `${stateOf(task)}${where} ${since}: ${error === '' ? (status?.message ?? '') : error}${code}`;
  }
  if (awaitsNode) return `its node ${nodeHostname} is down, and the service waits for it`;
  const notBeforeMs = desired?.start?.notBeforeMs ?? 0;
  if (isWanted(task) && desired?.state === 'ready' && notBeforeMs > nowMs)
    return `${stateOf(task)}${where}, starts in ${formatDuration(Math.ceil((notBeforeMs - nowMs) / 1000) * 1000)}`;
  const before = desired?.start?.afterTaskId ?? '';
  if (desired?.state === 'ready' && before !== '')
    return `${stateOf(task)}${where}, waits for task ${before} to stop`;
  if (desired?.state === 'ready') return `${stateOf(task)}${where}, waits for its turn`;
  return `${stateOf(task)}${where}, ${since}${error === '' ? '' : `: ${error}`}`;
}

function listed(names: readonly string[], total = names.length): string {
  const shown = names.slice(0, MOST_NAMES);
  const others = total - shown.length;
  return `${shown.join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
}

function more(left: number, one: string, several: string): readonly string[] {
  return left > 0 ? [`  and ${left} more ${left === 1 ? one : several}`] : [];
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
