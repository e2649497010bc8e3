/**
 * From states to events. Remembers of each object what was told last, and says what is different now: that
 * it came, changed or went. Only what a person watches counts as a change.
 */
import type { ClusterEvent } from '../../../proto/gen/control.js';
import type { Network, Node, Service, Task } from '../../../proto/gen/objects.js';
import type { ClusterView } from '../../store/rules/view.js';
import { hostnameOf, taskEntry } from './entries.js';
import { slotCountOf } from '../../../proto/model/service-mode.js';

type EventType = (typeof EVENT_TYPES)[number];
type Facts = Readonly<Record<string, string>>;

/** An object as it was told of. */
interface Told {
  /** What it is called and belongs to: said with every event. */
  readonly names: Facts;
  /** What is watched. */
  readonly state: Facts;
}

interface Seen extends Told {
  readonly atMs: number;
}

export interface Changes {
  readonly changed: Readonly<Record<EventType, ReadonlySet<string>>>;
  /** Everything may have changed, and what is not named is gone. */
  readonly first: boolean;
}

/** Tables that are watched, in the order in which they are told of. */
export const EVENT_TYPES = ['network', 'service', 'node', 'task'] as const;

export class EventTeller {
  readonly #told: Readonly<Record<EventType, Map<string, Told>>> = {
    network: new Map(),
    service: new Map(),
    node: new Map(),
    task: new Map(),
  };
  #isBegun = false;

  /** Events in the order of their times; none the first time, which is what later ones are compared with. */
  events(view: ClusterView, { changed, first }: Changes, nowMs: number): readonly ClusterEvent[] {
    const events: ClusterEvent[] = [];
    for (const type of EVENT_TYPES) {
      const gone = first ? [...this.#told[type].keys()].filter((id) => !changed[type].has(id)) : [];
      for (const id of [...changed[type], ...gone]) {
        const event = this.#event(type, id, seen(view, type, id), nowMs);
        if (event !== undefined) events.push(event);
      }
    }
    const isBegun = this.#isBegun;
    this.#isBegun = true;
    return isBegun ? events.toSorted((a, b) => a.atMs - b.atMs) : [];
  }

  #event(type: EventType, id: string, now: Seen | undefined, nowMs: number): ClusterEvent | undefined {
    const told = this.#told[type];
    const before = told.get(id);
    if (now === undefined) {
      told.delete(id);
      return before && { atMs: nowMs, type, action: 'remove', id, attributes: before.names };
    }
    const { atMs, names, state } = now;
    told.set(id, { names, state });
    if (before === undefined) return { atMs, type, action: 'create', id, attributes: { ...names, ...state } };
    const differences = differencesOf(before.state, state);
    if (Object.keys(differences).length === 0) return undefined;
    return { atMs, type, action: 'update', id, attributes: { ...names, ...differences } };
  }
}

/** "x.old" and "x.new" for each fact that is not the same; what is not there is empty. */
function differencesOf(before: Facts, now: Facts): Facts {
  const keys = new Set([...Object.keys(before), ...Object.keys(now)]);
  const differing = [...keys].filter((key) => before[key] !== now[key]);
  return Object.fromEntries(
    differing.flatMap((key) => [
      [`${key}.old`, before[key] ?? ''],
      [`${key}.new`, now[key] ?? ''],
    ]),
  );
}

function seen(view: ClusterView, type: EventType, id: string): Seen | undefined {
  const object = view[type](id);
  if (object === undefined) return undefined;
  return { atMs: object.meta?.updatedAtMs ?? 0, ...toldOf(view, type, id) };
}

function toldOf(view: ClusterView, type: EventType, id: string): Told {
  const [service, node, task] = [view.service(id), view.node(id), view.task(id)];
  const network = view.network(id);
  if (type === 'network' && network !== undefined) return networkTold(network);
  if (type === 'service' && service !== undefined) return serviceTold(service);
  if (type === 'node' && node !== undefined) return nodeTold(node);
  return task === undefined ? { names: {}, state: {} } : taskTold(view, task);
}

function networkTold({ id, spec, allocation }: Network): Told {
  return {
    // As Docker says what kind of network it is.
    names: { name: spec?.name ?? id, type: 'overlay' },
    state: filled({
      subnets: allocation?.subnets.map(({ subnet }) => subnet).join(','),
      error: allocation?.problem,
    }),
  };
}

function serviceTold({ id, spec, revision, desired, runs }: Service): Told {
  const count = slotCountOf(spec);
  const run = runs?.runs.at(-1);
  return {
    names: { name: spec?.name ?? id },
    state: filled({
      revision: String(revision),
      replicas: count === undefined ? '' : String(count),
      image: spec?.task?.container?.image,
      // The names that Docker gives them.
      updatestate: desired === undefined || desired.state === 'none' ? '' : underscored(desired.state),
      updatemessage: desired?.message,
      run: run === undefined ? '' : String(run.number),
      runstate: run?.state,
      runmessage: run?.message,
    }),
  };
}

function nodeTold(node: Node): Told {
  return {
    names: { name: hostnameOf(node) },
    state: filled({
      state: node.status?.state ?? 'unknown',
      availability: node.spec?.availability ?? 'active',
      role: node.identity?.role ?? 'worker',
      engine: node.description?.engineVersion,
      error: node.description?.runtimeError,
    }),
  };
}

function taskTold(view: ClusterView, task: Task): Told {
  const { name, serviceName, nodeHostname } = taskEntry(view, task);
  const { desired, status, placement } = task;
  const exitCode = status?.container?.exitCode;
  return {
    names: filled({
      name,
      service: serviceName,
      'service.id': task.serviceId,
      node: nodeHostname,
      'node.id': placement?.nodeId,
    }),
    state: filled({
      state: status?.state ?? 'new',
      desiredstate: desired?.leaving === undefined ? desired?.state : 'leaving',
      error: status?.error,
      exitcode: exitCode === undefined ? '' : String(exitCode),
    }),
  };
}

function underscored(word: string): string {
  return word.replaceAll('-', '_');
}

function filled(facts: Readonly<Record<string, string | undefined>>): Facts {
  return Object.fromEntries(
    Object.entries(facts).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
    ),
  );
}
