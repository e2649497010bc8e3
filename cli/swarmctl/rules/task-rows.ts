/**
 * Tasks as rows of `service ps` and `node ps`: the newest of each slot, and below it those before it.
 */
import type { TaskEntry } from '../../../proto/gen/control.js';
import type { Task, TaskStatus } from '../../../proto/gen/objects.js';
import { desiredOf, slotName } from '../../../proto/model/task.js';
import { agoInWords } from './durations.js';
import { portsText } from './port-text.js';
import { capitalized, shorten, shortId } from './table.js';

export const TASK_KEYS = ['ID', 'Name', 'Image', 'Node', 'DesiredState', 'CurrentState', 'Error', 'Ports'];

const LONGEST_ERROR = 30;

/** Of a task that is not replaced though its node is down. */
export const NODE_AWAITED = 'node down, waits for it';

export interface TaskRowOptions {
  readonly nowMs: number;
  /** Names instead of ids. */
  readonly resolve: boolean;
  readonly truncate: boolean;
}

export interface TaskRow {
  readonly shownId: string;
  readonly cells: readonly string[];
  readonly json: Readonly<Record<string, string>>;
}

/** Rows in order: by service, by slot, the newest task of a slot first. */
export function taskRows(entries: readonly TaskEntry[], options: TaskRowOptions): readonly TaskRow[] {
  const ordered = entries.toSorted(
    (a, b) =>
      compare(a.serviceName, b.serviceName) ||
      compare(a.task?.serviceId ?? '', b.task?.serviceId ?? '') ||
      (a.task?.slot ?? 0) - (b.task?.slot ?? 0) ||
      compare(slotText(a), slotText(b)) ||
      (b.task?.meta?.createdAtMs ?? 0) - (a.task?.meta?.createdAtMs ?? 0) ||
      compare(b.task?.id ?? '', a.task?.id ?? ''),
  );
  let above = '';
  return ordered.map((entry) => {
    const slot = `${entry.task?.serviceId}.${slotText(entry)}`;
    const row = taskRow(entry, slot === above, options);
    above = slot;
    return row;
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function taskRow(entry: TaskEntry, isHistory: boolean, options: TaskRowOptions): TaskRow {
  const { task, spec } = entry;
  const id = task?.id ?? '';
  const ID = options.truncate ? shortId(id) : id;
  const Name = taskName(entry, options.resolve);
  const image = spec?.container?.image ?? '';
  const Image = options.truncate ? withoutDigest(image) : image;
  const nodeId = task?.placement?.nodeId ?? '';
  const Node = options.resolve && entry.nodeHostname !== '' ? entry.nodeHostname : nodeId;
  const DesiredState = capitalized(desiredState(task));
  const CurrentState = currentState(task?.status, options.nowMs);
  const ErrorText = quotedError(
    entry.awaitsNode ? NODE_AWAITED : (task?.status?.error ?? ''),
    options.truncate,
  );
  const Ports = portsText(task?.status?.ports ?? []);
  const json = { ID, Name, Image, Node, DesiredState, CurrentState, Error: ErrorText, Ports };
  const { Name: _name, ID: _id, ...rest } = json;
  return { shownId: ID, cells: [ID, isHistory ? ` \\_ ${Name}` : Name, ...Object.values(rest)], json };
}

/** "web.1"; the service's id when names are not wanted or not known. */
export function taskName({ task, name, serviceName }: TaskEntry, resolve: boolean): string {
  if (resolve && serviceName === '') return name;
  return `${resolve ? serviceName : (task?.serviceId ?? '')}.${slotText({ task })}`;
}

/** "1"; where each node has one task, the node's id. */
export function slotText({ task }: Pick<TaskEntry, 'task'>): string {
  return task === undefined ? '0' : slotName(task);
}

/** What is desired of the task of a job is that it completes. */
function desiredState(task: Task | undefined): string {
  const state = (task && desiredOf(task)) ?? '';
  const isOfJob = task !== undefined && task.run > 0;
  const hasCompleted = isOfJob && task.status?.state === 'complete' && state === 'shutdown';
  return hasCompleted || (isOfJob && state === 'running') ? 'complete' : state;
}

function currentState(status: TaskStatus | undefined, nowMs: number): string {
  if (status === undefined) return '';
  return `${capitalized(status.state)} ${agoInWords(status.atMs, nowMs)}`;
}

function quotedError(error: string, truncate: boolean): string {
  if (error === '') return '';
  return `"${truncate ? shorten(error, LONGEST_ERROR) : error}"`;
}

/** A name with a tag says enough; a bare name keeps its digest. */
export function withoutDigest(image: string): string {
  const [name = image, digest] = image.split('@');
  return digest !== undefined && /:[^/]+$/.test(name) ? name : image;
}
