/**
 * The objects of the cluster and the indexes to find them by. A copy of all tables costs next to nothing
 * (trees share what neither side has changed), so a view is a copy that nobody writes to.
 * Which changes are allowed is rules/apply.ts's concern.
 */
import { TASK_STATE_DEFAULT } from '../../proto/gen/objects.js';
import type {
  Cluster,
  Network,
  Node,
  PastRequest,
  Service,
  ServiceRevision,
  Task,
  TaskState,
} from '../../proto/gen/objects.js';
import { TABLES, type Table } from '../../proto/gen/log.js';
import { invariant } from '../../proto/base/invariant.js';
import { isServing } from '../../proto/model/network.js';
import { revisionId } from '../../proto/model/rollout.js';
import { uniqueNameOf, type AnyObject, type Draft } from './rules/apply.js';
import { type Tables, versionOf } from './rules/change.js';
import { CountIndex } from './count-index.js';
import { SecondaryIndex, SEPARATOR, type IndexDefinition } from './secondary-index.js';
import { newTree, type Tree } from './rules/sorted-tree.js';
import type { WatchedState } from './watch.js';

/** Numbers as text that sorts as the numbers do; enough digits for 2^53. */
const sortable = (value: number): string => String(value).padStart(16, '0');

const REVISIONS_BY_SERVICE: IndexDefinition<ServiceRevision> = {
  keyOf: ({ serviceId }) => serviceId,
  orderOf: ({ revision, id }) => sortable(revision) + SEPARATOR + id,
};
const TASKS_BY_SERVICE: IndexDefinition<Task> = {
  keyOf: ({ serviceId }) => serviceId,
  orderOf: ({ slot, id }) => sortable(slot) + SEPARATOR + id,
};
const TASKS_BY_NODE: IndexDefinition<Task> = {
  // A task that is not placed has the empty id, if any, and stands under no node.
  keyOf: ({ placement }) => placement?.nodeId || undefined,
  orderOf: ({ id }) => id,
};
const REQUESTS_BY_AGE: IndexDefinition<PastRequest> = {
  keyOf: () => '',
  orderOf: (request) => sortable(versionOf(request, 'spec')) + SEPARATOR + request.id,
};

const stateOfTask = ({ status }: Task): TaskState => status?.state ?? TASK_STATE_DEFAULT;
/** Tasks that should run and do, as far as was reported, under their service. */
const runningUnder = (task: Task): string | undefined =>
  task.desired?.state === 'running' && isServing(task) ? task.serviceId : undefined;

export class ClusterTables implements Draft {
  readonly revisionsByService: SecondaryIndex<ServiceRevision>;
  readonly tasksByService: SecondaryIndex<Task>;
  readonly tasksByNode: SecondaryIndex<Task>;
  readonly tasksByState: CountIndex<Task>;
  readonly runningByService: CountIndex<Task>;
  readonly #requestsByAge: SecondaryIndex<PastRequest>;
  readonly #rows: Record<Table, Tree<AnyObject>>;
  /** Table → lower-case name → id, where names are unique. */
  readonly #idsByName: Readonly<Record<NamedTable, Tree<string>>>;
  readonly #freezeObjects: boolean;

  private constructor(freezeObjects: boolean, from?: ClusterTables) {
    this.#freezeObjects = freezeObjects;
    this.#rows = forEachTable((table) => (from ? from.#rows[table].clone() : newTree<AnyObject>()));
    this.#idsByName = from
      ? { service: from.#idsByName.service.clone(), network: from.#idsByName.network.clone() }
      : { service: newTree<string>(), network: newTree<string>() };
    this.revisionsByService = from?.revisionsByService.copy() ?? new SecondaryIndex(REVISIONS_BY_SERVICE);
    this.tasksByService = from?.tasksByService.copy() ?? new SecondaryIndex(TASKS_BY_SERVICE);
    this.tasksByNode = from?.tasksByNode.copy() ?? new SecondaryIndex(TASKS_BY_NODE);
    this.tasksByState = from?.tasksByState.copy() ?? new CountIndex(stateOfTask);
    this.#requestsByAge = from ? from.#requestsByAge.copy() : new SecondaryIndex(REQUESTS_BY_AGE);
    this.runningByService = from?.runningByService.copy() ?? new CountIndex(runningUnder);
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
    this.#moveInIndexes(table, before, after);
  }

  idByName(table: Table, name: string): string | undefined {
    return isNamed(table) ? this.#idsByName[table].get(name.toLowerCase()) : undefined;
  }

  oldestRequestBeyond(count: number): string | undefined {
    return this.#rows.request.size > count ? this.#requestsByAge.first('') : undefined;
  }

  first<T extends Table>(table: T): Tables[T] | undefined {
    const id = this.#rows[table].minKey();
    return id === undefined ? undefined : this.get(table, id);
  }

  all<T extends Table>(table: T): Iterable<Tables[T]> {
    const tree = this.#rows[table] as Tree<Tables[T]>;
    return { [Symbol.iterator]: () => tree.values() };
  }

  /** The objects of these ids, in the same order; all of them are stored. */
  these<T extends Table>(table: T, ids: readonly string[]): Tables[T][] {
    return ids.map((id) => {
      const object = this.get(table, id);
      invariant(object !== undefined, `an index names ${table} ${id}, which is not stored`);
      return object;
    });
  }

  idsIn(table: Table): Iterable<string> {
    const tree = this.#rows[table];
    return { [Symbol.iterator]: () => tree.keys() };
  }

  count(table: Table): number {
    return this.#rows[table].size;
  }

  #moveInIndexes(table: Table, before: AnyObject | undefined, after: AnyObject | undefined): void {
    // Objects of a table are of its type, which a free table name hides from the compiler.
    if (table === 'task') {
      this.tasksByService.move(before as Task | undefined, after as Task | undefined);
      this.tasksByNode.move(before as Task | undefined, after as Task | undefined);
      this.tasksByState.move(before as Task | undefined, after as Task | undefined);
      this.runningByService.move(before as Task | undefined, after as Task | undefined);
    } else if (table === 'revision') {
      this.revisionsByService.move(
        before as ServiceRevision | undefined,
        after as ServiceRevision | undefined,
      );
    } else if (table === 'request') {
      this.#requestsByAge.move(before as PastRequest | undefined, after as PastRequest | undefined);
    } else {
      this.#moveName(table, before, after);
    }
  }

  #moveName(table: Table, before: AnyObject | undefined, after: AnyObject | undefined): void {
    if (!isNamed(table)) return;
    const idByName = this.#idsByName[table];
    const nameBefore = before && uniqueNameOf(table, before)?.toLowerCase();
    const nameAfter = after && uniqueNameOf(table, after)?.toLowerCase();
    if (nameBefore === nameAfter) return;
    if (nameBefore !== undefined) idByName.delete(nameBefore);
    if (nameAfter !== undefined && after !== undefined) idByName.set(nameAfter, after.id);
  }
}

/** Tables in which no two objects have the same name. */
type NamedTable = 'service' | 'network';

function isNamed(table: Table): table is NamedTable {
  return table === 'service' || table === 'network';
}

function forEachTable<V>(make: (table: Table) => V): Record<Table, V> {
  return Object.fromEntries(TABLES.map((table) => [table, make(table)])) as Record<Table, V>;
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
    return this.#tables.first('cluster');
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

  network(id: string): Network | undefined {
    return this.#tables.get('network', id);
  }

  networkByName(name: string): Network | undefined {
    const id = this.#tables.idByName('network', name);
    return id === undefined ? undefined : this.#tables.get('network', id);
  }

  networks(): Iterable<Network> {
    return this.#tables.all('network');
  }

  revision(serviceId: string, revision: number): ServiceRevision | undefined {
    return this.#tables.get('revision', revisionId(serviceId, revision));
  }

  revisions(): Iterable<ServiceRevision> {
    return this.#tables.all('revision');
  }

  revisionsOfService(serviceId: string): readonly ServiceRevision[] {
    return this.#tables.these('revision', this.#tables.revisionsByService.ids(serviceId));
  }

  task(id: string): Task | undefined {
    return this.#tables.get('task', id);
  }

  tasks(): Iterable<Task> {
    return this.#tables.all('task');
  }

  tasksOfService(serviceId: string): readonly Task[] {
    return this.#tables.these('task', this.#tables.tasksByService.ids(serviceId));
  }

  tasksOfSlot(serviceId: string, slot: number): readonly Task[] {
    const ids = this.#tables.tasksByService.idsBeginning(serviceId, sortable(slot));
    return this.#tables.these('task', ids);
  }

  tasksOnNode(nodeId: string): readonly Task[] {
    return this.#tables.these('task', this.#tables.tasksByNode.ids(nodeId));
  }

  countInState(state: TaskState): number {
    return this.#tables.tasksByState.count(state);
  }

  request(id: string): PastRequest | undefined {
    return this.#tables.get('request', id);
  }

  runningCount(serviceId: string): number {
    return this.#tables.runningByService.count(serviceId);
  }
}
