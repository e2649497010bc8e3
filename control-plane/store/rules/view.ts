/**
 * What a rule may look at: one consistent state of the cluster, never changing while it is held.
 * Objects are immutable; the view never hands out a way to write.
 */
import type {
  Cluster,
  Network,
  Node,
  PastRequest,
  Service,
  ServiceRevision,
  Task,
  TaskState,
} from '../../../proto/gen/objects.js';

/** A consistent state of the cluster. Iteration orders are by id unless said, so that every replay decides alike. */
export interface ClusterView {
  /** The log index whose entry was applied last. */
  readonly index: number;

  /** The cluster object; absent only before the first leader has created it. */
  cluster(): Cluster | undefined;

  node(id: string): Node | undefined;
  nodes(): Iterable<Node>;
  nodeCount(): number;

  service(id: string): Service | undefined;
  /** By name, not minding case. */
  serviceByName(name: string): Service | undefined;
  services(): Iterable<Service>;

  network(id: string): Network | undefined;
  /** By name, not minding case. */
  networkByName(name: string): Network | undefined;
  networks(): Iterable<Network>;

  revision(serviceId: string, revision: number): ServiceRevision | undefined;
  revisions(): Iterable<ServiceRevision>;
  /** All stored revisions of a service, oldest first. */
  revisionsOfService(serviceId: string): readonly ServiceRevision[];

  task(id: string): Task | undefined;
  tasks(): Iterable<Task>;
  /** By slot, and by id within one. */
  tasksOfService(serviceId: string): readonly Task[];
  tasksOfSlot(serviceId: string, slot: number): readonly Task[];
  tasksOnNode(nodeId: string): readonly Task[];
  /** Tasks last reported in that state, without looking at them. */
  countInState(state: TaskState): number;
  /** Tasks of the service that should run and were last reported running, without looking at them. */
  runningCount(serviceId: string): number;

  /** What the request of that id has led to, as long as that is remembered. */
  request(id: string): PastRequest | undefined;
}
