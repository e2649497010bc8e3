/**
 * What changed last that may be why tasks do not run: the newest revision of the service and who asked for it, what
 * became of its rollout, changes of nodes, ends of its tasks. The store keeps objects and not their history: of an
 * object that was changed more than once only the last change is known.
 */
import type { RecentChange } from '../../../proto/gen/control.js';
import type { Meta, Node, Service, Task } from '../../../proto/gen/objects.js';
import { stateOf, taskName } from '../../../proto/model/task.js';
import type { ClusterView } from '../../store/rules/view.js';
import { hostnameOf, nodeName, serviceNameOf } from './entries.js';

const MOST_CHANGES = 10;
/** One service that crashes, or a rack that goes, must not push out everything else. */
const MOST_OF_A_KIND = 5;

/** Newest first; at most ten. */
export function recentChanges(
  view: ClusterView,
  service: Service,
  tasks: readonly Task[],
): readonly RecentChange[] {
  const all = [
    ...serviceChanges(view, service),
    ...newest([...view.nodes()].flatMap((node) => nodeChanges(node))).slice(0, MOST_OF_A_KIND),
    ...newest(tasks.flatMap((task) => taskEnd(view, task) ?? [])).slice(0, MOST_OF_A_KIND),
  ];
  return newest(all).slice(0, MOST_CHANGES);
}

function newest(changes: readonly RecentChange[]): readonly RecentChange[] {
  return changes.toSorted((a, b) => b.atMs - a.atMs || (a.text < b.text ? -1 : 1));
}

function serviceChanges(view: ClusterView, service: Service): readonly RecentChange[] {
  const revision = view.revision(service.id, service.revision);
  const by = revision === undefined || revision.requestId === '' ? '' : `, by request ${revision.requestId}`;
  const what =
    service.revision === 1 ? 'the service was created' : `revision ${service.revision} of the service`;
  const changes = [{ atMs: revision?.meta?.createdAtMs ?? 0, text: `${what}${by}` }];
  const { desired } = service;
  if (desired !== undefined && desired.message !== '')
    changes.push({ atMs: Math.max(desired.startedAtMs, desired.completedAtMs), text: desired.message });
  return changes;
}

function nodeChanges(node: Node): readonly RecentChange[] {
  const name = hostnameOf(node);
  const changes: RecentChange[] = [{ atMs: node.meta?.createdAtMs ?? 0, text: `node ${name} joined` }];
  const { spec, status, description } = node;
  if (status !== undefined && status.sinceMs > 0) {
    const why = status.message === '' ? '' : `: ${status.message}`;
    changes.push({ atMs: status.sinceMs, text: `node ${name} is ${status.state}${why}` });
  }
  const changedAtMs = node.meta?.updatedAtMs ?? 0;
  if (lastChanged(node.meta) === 'spec') {
    const labels = Object.entries(spec?.labels ?? {}).map(([key, value]) => `${key}=${value}`);
    const facts = [`availability ${spec?.availability ?? 'active'}`, `labels ${labels.join(', ') || 'none'}`];
    changes.push({ atMs: changedAtMs, text: `node ${name} was changed: ${facts.join('; ')}` });
  }
  if (lastChanged(node.meta) === 'description') {
    const error = description?.runtimeError ?? '';
    const what = error === '' ? 'says anew what it has' : `cannot run tasks: ${error}`;
    changes.push({ atMs: changedAtMs, text: `node ${name} ${what}` });
  }
  return changes;
}

/** The field group that was written last, when it was not written with others as the object was made. */
function lastChanged(meta: Meta | undefined): string | undefined {
  const versions = Object.entries(meta?.versions ?? {}).toSorted(([, a], [, b]) => b - a);
  const [last, before] = versions;
  return last === undefined || last[1] === before?.[1] ? undefined : last[0];
}

function taskEnd(view: ClusterView, task: Task): RecentChange | undefined {
  const state = stateOf(task);
  if (!['complete', 'failed', 'rejected', 'orphaned'].includes(state)) return undefined;
  const name = taskName(serviceNameOf(view, task.serviceId, task.revision), task);
  const error = task.status?.error ?? '';
  const where = task.placement === undefined ? '' : ` on ${nodeName(view, task.placement.nodeId)}`;
  const words = state === 'complete' ? 'has completed' : state === 'failed' ? 'failed' : `was ${state}`;
  return {
    atMs: task.status?.atMs ?? 0,
    text: `task ${name} ${words}${where}${error === '' ? '' : `: ${error}`}`,
  };
}
