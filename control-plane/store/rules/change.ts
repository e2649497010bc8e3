/**
 * Changes as data: create, replace one field group, remove; and the checks a group of them rests on.
 * Rules make them, the store applies them (apply.ts), alike on every member.
 */
import type { FieldGroup, Meta } from '../../../proto/gen/objects.js';
import type {
  Cluster,
  Network,
  Node,
  PastRequest,
  Service,
  ServiceRevision,
  Task,
} from '../../../proto/gen/objects.js';
import type { Change, ChangeGroup, Check, StoredObject, Table } from '../../../proto/gen/log.js';

/** Table name → what it holds. */
export interface Tables {
  cluster: Cluster;
  node: Node;
  service: Service;
  revision: ServiceRevision;
  task: Task;
  request: PastRequest;
  network: Network;
}

/** Table name → field group → the fields that group owns. */
export interface Groups {
  cluster: { spec: Pick<Cluster, 'spec'>; identity: Pick<Cluster, 'identity'> };
  node: {
    spec: Pick<Node, 'spec'>;
    identity: Pick<Node, 'identity'>;
    description: Pick<Node, 'description'>;
    status: Pick<Node, 'status'>;
    allocation: Pick<Node, 'allocation'>;
  };
  service: {
    spec: Pick<Service, 'spec' | 'revision' | 'previousRevision' | 'rollout'>;
    desired: Pick<Service, 'desired'>;
    runs: Pick<Service, 'runs'>;
    allocation: Pick<Service, 'allocation'>;
  };
  revision: Record<never, never>;
  task: {
    desired: Pick<Task, 'desired'>;
    placement: Pick<Task, 'placement'>;
    status: Pick<Task, 'status'>;
    allocation: Pick<Task, 'allocation'>;
  };
  request: { spec: Omit<PastRequest, 'id' | 'meta'> };
  network: { spec: Pick<Network, 'spec'>; allocation: Pick<Network, 'allocation'> };
}

/** The fields of each group, as data: what an update replaces and nothing else. */
export const GROUP_FIELDS: {
  readonly [T in keyof Tables]: Readonly<Partial<Record<FieldGroup, readonly (keyof Tables[T])[]>>>;
} = {
  cluster: { spec: ['spec'], identity: ['identity'] },
  node: {
    spec: ['spec'],
    identity: ['identity'],
    description: ['description'],
    status: ['status'],
    allocation: ['allocation'],
  },
  service: {
    spec: ['spec', 'revision', 'previousRevision', 'rollout'],
    desired: ['desired'],
    runs: ['runs'],
    allocation: ['allocation'],
  },
  revision: {},
  task: {
    desired: ['desired'],
    placement: ['placement'],
    status: ['status'],
    allocation: ['allocation'],
  },
  // Never changed; its version says when it was made.
  request: { spec: ['method'] },
  network: { spec: ['spec'], allocation: ['allocation'] },
};

/** Creates an object; refused when its id, or its name where names are unique, is taken. */
export function create<T extends Table & keyof Tables>(table: T, object: Tables[T]): Change {
  return { change: { kind: 'create', create: stored(table, object) } };
}

/** Replaces the fields of one group; refused when the object is gone. */
export function update<T extends keyof Tables, G extends keyof Groups[T] & FieldGroup>(
  table: T,
  id: string,
  group: G,
  fields: Groups[T][G],
): Change {
  const object = stored(table, Object.assign(BLANK[table](id), fields));
  return { change: { kind: 'update', update: { group, object } } };
}

/** Removes an object; removing what is gone is no mistake. */
export function remove(table: Table, id: string): Change {
  return { change: { kind: 'remove', remove: { table, id } } };
}

/** The group must still have the version it has in this object. */
export function unchanged(
  table: Table,
  object: { readonly id: string; readonly meta?: Meta | undefined },
  group: FieldGroup,
): Check {
  return atVersion(table, object.id, group, versionOf(object, group));
}

export function atVersion(table: Table, id: string, group: FieldGroup, version: number): Check {
  return { object: { table, id }, condition: { kind: 'version', version: { group, version } } };
}

export function exists(table: Table, id: string): Check {
  return { object: { table, id }, condition: { kind: 'exists', exists: true } };
}

export function absent(table: Table, id: string): Check {
  return { object: { table, id }, condition: { kind: 'absent', absent: true } };
}

/** A group of changes that is applied whole, or not at all when one of the checks fails. */
export function group(changes: readonly Change[], checks: readonly Check[] = []): ChangeGroup {
  return { checks, changes };
}

/** The log index that last changed the group of this object; 0 when it was never written. */
export function versionOf(object: { readonly meta?: Meta | undefined }, fieldGroup: FieldGroup): number {
  return object.meta?.versions[fieldGroup] ?? 0;
}

function stored<T extends keyof Tables>(table: T, object: Tables[T]): StoredObject {
  // The kind and the property have the table's name, in every table: the types can't say so for a free T.
  return { object: { kind: table, [table]: object } } as unknown as StoredObject;
}

const BLANK: { readonly [T in keyof Tables]: (id: string) => Tables[T] } = {
  cluster: (id) => ({ id }),
  node: (id) => ({ id }),
  service: (id) => ({ id, revision: 0, previousRevision: 0 }),
  revision: (id) => ({ id, serviceId: '', revision: 0, requestId: '' }),
  task: (id) => ({ id, serviceId: '', slot: 0, revision: 0, run: 0 }),
  request: (id) => ({
    id,
    method: '',
    digest: '',
    objectId: '',
    revision: 0,
    previousRevision: 0,
    warnings: [],
  }),
  network: (id) => ({ id }),
};
