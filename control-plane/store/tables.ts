/**
 * The objects of the cluster and the indexes to find them by. One sorted tree per table and index; a copy of
 * all of them costs next to nothing (copy on write), so a view is a copy that nobody writes to.
 * Which changes are allowed is rules/apply.ts's concern.
 */
import sortedBtree from 'sorted-btree';
import type { Cluster, Node, Service, ServiceRevision, Task, TaskState } from '../../proto/gen/objects.js';
import { TABLES, type Table } from '../../proto/gen/log.js';
import { invariant } from '../../proto/base/invariant.js';
import { uniqueNameOf, type AnyObject, type Draft } from './rules/apply.js';
import { revisionId, type Tables } from './rules/change.js';
import type { WatchedState } from './watch.js';

type Tree<V> = sortedBtree.default<string, V>;

// The package is CommonJS with a default export: its class is the `default` of what import gives.
const BTree = sortedBtree.default;

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function newTree<V>(): Tree<V> {
  return new BTree<string, V>(undefined, compare);
}

// Parts of an index key: no id holds this character, and it sorts before every other.
const SEPARATOR = '\0';
const AFTER_SEPARATOR = '\x01';

/** Numbers as text that sorts as the numbers do; enough digits for 2^53. */
const sortable = (value: number): string => String(value).padStart(16, '0');

/** What an index files an object under; undefined leaves it out. Keys need not be unique. */
type KeyOf<T> = (object: T) => string | undefined;

const slotKey = (serviceId: string, slot: number): string => serviceId + SEPARATOR + sortable(slot);

/** Every index of a table, by its name. Within one key objects are ordered by `orderOf`. */
const INDEXES = {
  revisionsByService: {
    table: 'revision',
    keyOf: (revision: ServiceRevision) => revision.serviceId,
    orderOf: (revision: ServiceRevision) => sortable(revision.revision) + SEPARATOR + revision.id,
  },
  tasksByService: { table: 'task', keyOf: (task: Task) => task.serviceId, orderOf: (task: Task) => task.id },
  tasksBySlot: {
    table: 'task',
    keyOf: (task: Task) => slotKey(task.serviceId, task.slot),
    orderOf: (task: Task) => task.id,
  },
  tasksByNode: {
    table: 'task',
    keyOf: (task: Task) => task.placement?.nodeId || undefined,
    orderOf: (task: Task) => task.id,
  },
  tasksByState: {
    table: 'task',
    keyOf: (task: Task) => task.status?.state ?? 'new',
    orderOf: (task: Task) => task.id,
  },
} as const satisfies Record<
  string,
  { table: Table; keyOf: KeyOf<never>; orderOf: (object: never) => string }
>;

type IndexName = keyof typeof INDEXES;

interface Index {
  readonly keyOf: KeyOf<AnyObject>;
  readonly orderOf: (object: AnyObject) => string;
  /** Key and order → id: an object that changes but keeps its key needs no work here. */
  readonly tree: Tree<string>;
}

export class ClusterTables implements Draft {
  readonly #rows: Record<Table, Tree<AnyObject>>;
  readonly #indexes: Record<IndexName, Index>;
  readonly #indexesOf: Record<Table, readonly Index[]>;
  readonly #serviceIdByName: Tree<string>;
  readonly #freezeObjects: boolean;

  private constructor(freezeObjects: boolean, copyOf?: ClusterTables) {
    this.#freezeObjects = freezeObjects;
    this.#rows = forEachTable((table) => (copyOf ? copyOf.#rows[table].clone() : newTree<AnyObject>()));
    this.#indexes = forEachIndex((name) => ({
      // Each index gets objects of its own table only (see #indexesOf).
      keyOf: INDEXES[name].keyOf as unknown as KeyOf<AnyObject>,
      orderOf: INDEXES[name].orderOf as unknown as (object: AnyObject) => string,
      tree: copyOf ? copyOf.#indexes[name].tree.clone() : newTree<string>(),
    }));
    this.#indexesOf = forEachTable((table) =>
      INDEX_NAMES.filter((name) => INDEXES[name].table === table).map((name) => this.#indexes[name]),
    );
    this.#serviceIdByName = copyOf ? copyOf.#serviceIdByName.clone() : newTree<string>();
  }

  static empty(freezeObjects: boolean): ClusterTables {
    return new ClusterTables(freezeObjects);
  }

  /** A copy that goes its own way; both share what neither has changed since. */
  copy(): ClusterTables {
    return new ClusterTables(this.#freezeObjects, this);
  }

  get<T extends Table>(table: T, id: string): Tables[T] | undefined {
    return this.#rows[table].get(id) as Tables[T] | undefined;
  }

  replace(table: Table, before: AnyObject | undefined, after: AnyObject | undefined): void {
    if (after !== undefined) this.#rows[table].set(after.id, this.#freezeObjects ? frozen(after) : after);
    else if (before !== undefined) this.#rows[table].delete(before.id);
    for (const index of this.#indexesOf[table]) moveInIndex(index, before, after);
    this.#moveName(table, before, after);
  }

  idByName(table: Table, name: string): string | undefined {
    return table === 'service' ? this.#serviceIdByName.get(name.toLowerCase()) : undefined;
  }

  all<T extends Table>(table: T): Iterable<Tables[T]> {
    const tree = this.#rows[table] as Tree<Tables[T]>;
    return { [Symbol.iterator]: () => tree.values() };
  }

  idsIn(table: Table): Iterable<string> {
    const tree = this.#rows[table];
    return { [Symbol.iterator]: () => tree.keys() };
  }

  count(table: Table): number {
    return this.#rows[table].size;
  }

  /** The objects filed under the key, in the index's order. */
  find(name: 'revisionsByService', key: string): ServiceRevision[];
  find(name: Exclude<IndexName, 'revisionsByService'>, key: string): Task[];
  find(name: IndexName, key: string): AnyObject[] {
    const rows = this.#rows[INDEXES[name].table];
    const found: AnyObject[] = [];
    this.#indexes[name].tree.forRange(key + SEPARATOR, key + AFTER_SEPARATOR, false, (_key, id) => {
      const object = rows.get(id);
      invariant(object !== undefined, `index ${name} names ${id}, which is not stored`);
      found.push(object);
    });
    return found;
  }

  #moveName(table: Table, before: AnyObject | undefined, after: AnyObject | undefined): void {
    const nameBefore = before && uniqueNameOf(table, before)?.toLowerCase();
    const nameAfter = after && uniqueNameOf(table, after)?.toLowerCase();
    if (nameBefore === nameAfter) return;
    if (nameBefore !== undefined) this.#serviceIdByName.delete(nameBefore);
    if (nameAfter !== undefined && after !== undefined) this.#serviceIdByName.set(nameAfter, after.id);
  }
}

const INDEX_NAMES = Object.keys(INDEXES) as readonly IndexName[];

function forEachTable<V>(make: (table: Table) => V): Record<Table, V> {
  return Object.fromEntries(TABLES.map((table) => [table, make(table)])) as Record<Table, V>;
}

function forEachIndex<V>(make: (name: IndexName) => V): Record<IndexName, V> {
  return Object.fromEntries(INDEX_NAMES.map((name) => [name, make(name)])) as Record<IndexName, V>;
}

function moveInIndex(index: Index, before: AnyObject | undefined, after: AnyObject | undefined): void {
  const keyBefore = before && index.keyOf(before);
  const keyAfter = after && index.keyOf(after);
  // The order within a key never changes while an object lives: only ids and revision numbers are in it.
  if (keyBefore === keyAfter) return;
  if (before && keyBefore !== undefined) index.tree.delete(keyBefore + SEPARATOR + index.orderOf(before));
  if (after && keyAfter !== undefined) {
    index.tree.set(keyAfter + SEPARATOR + index.orderOf(after), after.id);
  }
}

function frozen<T>(value: T): T {
  // Bytes cannot be frozen; nobody but the codecs looks at those an object carries.
  const isPlain = typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
  if (!isPlain || Object.isFrozen(value)) return value;
  for (const key of Reflect.ownKeys(value)) frozen(Reflect.get(value, key));
  return Object.freeze(value);
}

/** A state of the tables as rules see it; the tables given to it must not be written to any more. */
export class TablesView implements WatchedState {
  readonly index: number;
  readonly #tables: ClusterTables;

  constructor(index: number, tables: ClusterTables) {
    this.index = index;
    this.#tables = tables;
  }

  idsIn(table: Table): Iterable<string> {
    return this.#tables.idsIn(table);
  }

  cluster(): Cluster | undefined {
    for (const cluster of this.#tables.all('cluster')) return cluster;
    return undefined;
  }

  node(id: string): Node | undefined {
    return this.#tables.get('node', id);
  }

  nodes(): Iterable<Node> {
    return this.#tables.all('node');
  }

  nodeCount(): number {
    return this.#tables.count('node');
  }

  service(id: string): Service | undefined {
    return this.#tables.get('service', id);
  }

  serviceByName(name: string): Service | undefined {
    const id = this.#tables.idByName('service', name);
    return id === undefined ? undefined : this.#tables.get('service', id);
  }

  services(): Iterable<Service> {
    return this.#tables.all('service');
  }

  revision(serviceId: string, revision: number): ServiceRevision | undefined {
    return this.#tables.get('revision', revisionId(serviceId, revision));
  }

  revisionsOfService(serviceId: string): readonly ServiceRevision[] {
    return this.#tables.find('revisionsByService', serviceId);
  }

  task(id: string): Task | undefined {
    return this.#tables.get('task', id);
  }

  tasks(): Iterable<Task> {
    return this.#tables.all('task');
  }

  tasksOfService(serviceId: string): readonly Task[] {
    return this.#tables.find('tasksByService', serviceId);
  }

  tasksOfSlot(serviceId: string, slot: number): readonly Task[] {
    return this.#tables.find('tasksBySlot', slotKey(serviceId, slot));
  }

  tasksOnNode(nodeId: string): readonly Task[] {
    return this.#tables.find('tasksByNode', nodeId);
  }

  tasksInState(state: TaskState): readonly Task[] {
    return this.#tables.find('tasksByState', state);
  }
}
