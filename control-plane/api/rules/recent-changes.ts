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
    ...newest(latest(view.nodes(), changedAtMs).flatMap((node) => nodeChanges(node))).slice(
      0,
      MOST_OF_A_KIND,
    ),
    ...latest(tasks.filter(isOver), ({ status }) => status?.atMs ?? 0).map((task) => taskEnd(view, task)),
  ];
  return newest(all).slice(0, MOST_CHANGES);
}

/** Those that changed last, before anything is said of them: there may be thousands. */
function latest<T>(all: Iterable<T>, atMs: (one: T) => number): readonly T[] {
  const timed = Array.from(all, (one) => ({ one, atMs: atMs(one) }));
  return timed
    .toSorted((a, b) => b.atMs - a.atMs)
    .slice(0, MOST_OF_A_KIND)
    .map(({ one }) => one);
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

/** When the newest of its changes was. */
function changedAtMs(node: Node): number {
  const { createdAtMs = 0, updatedAtMs = 0 } = node.meta ?? {};
  const isTold = ['spec', 'description'].includes(lastChanged(node.meta) ?? '');
  return Math.max(createdAtMs, node.status?.sinceMs ?? 0, isTold ? updatedAtMs : 0);
}

function nodeChanges(node: Node): readonly RecentChange[] {
  const name = hostnameOf(node);
  const changes: RecentChange[] = [{ atMs: node.meta?.createdAtMs ?? 0, text: `node ${name} joined` }];
  const { spec, status, description } = node;
  if (status !== undefined && status.sinceMs > 0) {
    const why = status.message === '' ? '' : `: ${status.message}`;
    changes.push({ atMs: status.sinceMs, text: `node ${name} is ${status.state}${why}` });
  }
  const atMs = node.meta?.updatedAtMs ?? 0;
  if (lastChanged(node.meta) === 'spec') {
    const labels = Object.entries(spec?.labels ?? {}).map(([key, value]) => `${key}=${value}`);
    const facts = [`availability ${spec?.availability ?? 'active'}`, `labels ${labels.join(', ') || 'none'}`];
    changes.push({ atMs, text: `node ${name} was changed: ${facts.join('; ')}` });
  }
  if (lastChanged(node.meta) === 'description') {
    const error = description?.runtimeError ?? '';
    const what = error === '' ? 'says anew what it has' : `cannot run tasks: ${error}`;
    changes.push({ atMs, text: `node ${name} ${what}` });
  }
  return changes;
}

/** The field group that was written last, when it was not written with others as the object was made. */
function lastChanged(meta: Meta | undefined): string | undefined {
  let last: string | undefined;
  let version = -1;
  for (const [field, its] of Object.entries(meta?.versions ?? {})) {
    if (its < version) continue;
    last = its === version ? undefined : field;
    version = its;
  }
  return last;
}

function isOver(task: Task): boolean {
  return ['complete', 'failed', 'rejected', 'orphaned'].includes(stateOf(task));
}

function taskEnd(view: ClusterView, task: Task): RecentChange {
  const state = stateOf(task);
  const name = taskName(serviceNameOf(view, task.serviceId, task.revision), task);
  const error = task.status?.error ?? '';
  const where = task.placement === undefined ? '' : ` on ${nodeName(view, task.placement.nodeId)}`;
  const words = state === 'complete' ? 'has completed' : state === 'failed' ? 'failed' : `was ${state}`;
  return {
    atMs: task.status?.atMs ?? 0,
    text: `task ${name} ${words}${where}${error === '' ? '' : `: ${error}`}`,
  };
}
