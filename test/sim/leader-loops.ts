/**
 * Orchestrator, allocator and scheduler as on a leader, over a real store in memory and a clock that moves when told,
 * with scripted agents that report for their nodes. Every entry of the log is replayed on a second store,
 * where what must never happen is looked for after each one.
 */
import assert from 'node:assert/strict';
import { AllocatorLoop } from '../../control-plane/allocator/allocator-loop.js';
import { OrchestratorLoop } from '../../control-plane/orchestrator/orchestrator-loop.js';
import { SchedulerLoop } from '../../control-plane/scheduler/scheduler-loop.js';
import { create, group, remove, update } from '../../control-plane/store/rules/change.js';
import type { ClusterView } from '../../control-plane/store/rules/view.js';
import { silentLog } from '../../proto/base/log.js';
import { runAll } from '../../proto/base/service.js';
import type {
  NetworkInput,
  Node,
  NodeNetworkingInput,
  NodeState,
  ServiceSpec,
  Task,
  TaskState,
} from '../../proto/gen/objects.js';
import { revisionOf, withSpec } from '../../proto/model/rollout.js';
import { hasEnded, isUnplaced, isWanted, slotName, stateOf } from '../../proto/model/task.js';
import { isBelow, isDesiredBelow, mayReach } from '../../proto/model/task-state.js';
import { checkAddresses } from '../kit/address-checks.js';
import { aCluster, aNetwork, aNode, aPastRequest, aRevision, aService } from '../kit/builders.js';
import { checkJobs } from '../kit/job-checks.js';
import { aMemoryStore, aReplica, commitAll, storeObjects } from '../kit/memory-store.js';
import { settle, SimRandom } from '../kit/sim-clock.js';
import { replicasOf } from '../../proto/model/service-mode.js';

const STARTING_ORDER = ['assigned', 'accepted', 'preparing', 'ready', 'starting', 'running'] as const;

/** What an agent does with one task when asked: stay, go one step on, or end. */
export type Script = (task: Task) => 'on' | 'stay' | 'failed' | 'complete' | 'rejected';

export class LeaderLoops {
  readonly #memory = aMemoryStore();
  readonly #replica = aReplica(this.#memory.clock);
  readonly #random: SimRandom;
  #stop = new AbortController();
  #ended: Promise<void> | undefined;
  #checked = 0;
  #requests = 0;
  /** Nodes whose agents say nothing; their containers go on. */
  readonly #silent = new Set<string>();

  constructor(seed: number) {
    this.#random = new SimRandom(seed);
  }

  get view(): ClusterView {
    return this.#memory.store.view();
  }

  get nowMs(): number {
    return this.#memory.clock.nowMs();
  }

  get entryCount(): number {
    return this.#memory.log.entries.length;
  }

  fraction(): number {
    return this.#random.fraction();
  }

  async begin(nodeCount: number): Promise<void> {
    const nodes = Array.from({ length: nodeCount }, (_unused, at) => aNode({ id: `node-${at + 1}` }));
    await storeObjects(this.#memory.store, { cluster: [aCluster()], node: nodes });
    this.start();
    await this.quiet();
  }

  /** Starts the loops, as a new leader does. */
  start(): void {
    const { store, clock } = this.#memory;
    const loops = [
      new OrchestratorLoop({}, { store, clock, random: this.#random, log: silentLog }),
      new AllocatorLoop({}, { store, clock, random: this.#random, log: silentLog }),
      new SchedulerLoop({}, { store, clock, log: silentLog }),
    ];
    this.#ended = runAll(loops, this.#stop.signal);
  }

  async end(): Promise<void> {
    this.#stop.abort();
    await this.#ended;
  }

  /** Another leader takes over: it knows nothing but the store. */
  async changeLeader(): Promise<void> {
    await this.end();
    this.#stop = new AbortController();
    this.start();
    await this.quiet();
  }

  async createService(id: string, spec: ServiceSpec): Promise<void> {
    const service = aService({ id, spec });
    await storeObjects(this.#memory.store, {
      service: [service],
      revision: [aRevision({ serviceId: id, revision: 1, spec })],
    });
    await this.quiet();
  }

  async createNetwork(id: string, spec: NetworkInput['spec'] = {}): Promise<void> {
    const network = aNetwork({ id, spec, allocation: undefined });
    await storeObjects(this.#memory.store, { network: [network] });
    await this.quiet();
  }

  async removeNetwork(id: string): Promise<void> {
    await commitAll(this.#memory.store, [group([remove('network', id)])]);
    await this.quiet();
  }

  async updateService(id: string, edit: (spec: ServiceSpec) => ServiceSpec): Promise<void> {
    const service = this.view.service(id);
    assert.ok(service?.spec);
    const fields = withSpec(service, edit(service.spec));
    await commitAll(this.#memory.store, [
      group([update('service', id, 'spec', fields), create('revision', revisionOf(id, fields))]),
    ]);
    await this.quiet();
  }

  scale(id: string, replicas: number): Promise<void> {
    return this.updateService(id, (spec) => ({
      ...spec,
      mode: { kind: 'replicated', replicated: { replicas } },
    }));
  }

  setImage(id: string, image: string): Promise<void> {
    return this.updateService(id, (spec) => {
      assert.ok(spec.task?.container);
      return { ...spec, task: { ...spec.task, container: { ...spec.task.container, image } } };
    });
  }

  async removeService(id: string): Promise<void> {
    await commitAll(this.#memory.store, [group([remove('service', id)])]);
    await this.quiet();
  }

  /** The node is heard of no more; its containers go on. */
  loseNode(id: string): Promise<void> {
    this.#silent.add(id);
    return this.setNodeState(id, 'down');
  }

  returnNode(id: string): Promise<void> {
    this.#silent.delete(id);
    return this.setNodeState(id, 'ready');
  }

  async setNodeState(id: string, state: NodeState): Promise<void> {
    const status = { address: '', message: '', managerAddress: '', ...this.view.node(id)?.status };
    const changed = { ...status, state, sinceMs: this.nowMs };
    await commitAll(this.#memory.store, [group([update('node', id, 'status', { status: changed })])]);
    await this.quiet();
  }

  async editNode(id: string, edit: (spec: NonNullable<Node['spec']>) => Node['spec']): Promise<void> {
    const spec = this.view.node(id)?.spec;
    assert.ok(spec);
    await commitAll(this.#memory.store, [group([update('node', id, 'spec', { spec: edit(spec) })])]);
    await this.quiet();
  }

  /** The node says something else of its networks. */
  async describeNode(id: string, networking: NodeNetworkingInput): Promise<void> {
    const { description } = aNode({ id, description: { networking } });
    await commitAll(this.#memory.store, [group([update('node', id, 'description', { description })])]);
    await this.quiet();
  }

  async removeNode(id: string): Promise<void> {
    this.#silent.add(id);
    await commitAll(this.#memory.store, [group([remove('node', id)])]);
    await this.quiet();
  }

  async addNode(node: Node): Promise<void> {
    await storeObjects(this.#memory.store, { node: [node] });
    await this.quiet();
  }

  /** Lets every agent that can be heard of take one step with each of its tasks. */
  async agentsStep(script: Script = () => 'on'): Promise<void> {
    const reports = [...this.view.tasks()].flatMap((task) => {
      const next = this.#silent.has(task.placement?.nodeId ?? '') ? undefined : nextState(task, script);
      return next === undefined ? [] : [this.#report(task, next)];
    });
    if (reports.length > 0) await commitAll(this.#memory.store, reports);
    await this.quiet();
  }

  /** Steps of agents and of time until a state holds; fails when it does not within so many. */
  async until(what: string, holds: () => boolean, script?: Script, mostSteps = 400): Promise<void> {
    for (let step = 0; step < mostSteps; step++) {
      if (holds()) return;
      await this.agentsStep(script);
      await this.advance(500);
    }
    assert.fail(`not within ${mostSteps} steps: ${what}\n${this.describe()}`);
  }

  /** What that many callers have asked for is remembered, as the API does. */
  async requests(count: number): Promise<void> {
    const marks = Array.from({ length: count }, () => aPastRequest(`request-${(this.#requests += 1)}`));
    await commitAll(
      this.#memory.store,
      marks.map((mark) => group([create('request', mark)])),
    );
  }

  /** Bytes of all that is stored. */
  async snapshotBytes(): Promise<number> {
    let bytes = 0;
    for await (const piece of this.#memory.store.snapshot().pieces) bytes += piece.byteLength;
    return bytes;
  }

  /** Sets the clock of the leader, and of those that follow. */
  async setClock(nowMs: number): Promise<void> {
    this.#memory.clock.setWallClock(nowMs);
    await this.quiet();
  }

  async advance(durationMs: number): Promise<void> {
    await this.#memory.clock.advance(durationMs);
    await this.quiet();
  }

  /** Waits until the loops have nothing more to do now, and looks at everything they did. */
  async quiet(): Promise<void> {
    for (let entries = -1; entries !== this.entryCount; ) {
      entries = this.entryCount;
      await settle();
    }
    this.#checkEntries();
    for (const service of this.view.services()) checkCount(this.view, service.id);
  }

  tasksOf(serviceId: string): readonly Task[] {
    return this.view.tasksOfService(serviceId);
  }

  running(serviceId: string): readonly Task[] {
    return this.tasksOf(serviceId).filter((task) => isWanted(task) && stateOf(task) === 'running');
  }

  describe(): string {
    return [...this.view.tasks()]
      .map(
        (task) =>
          `${task.serviceId}.${task.slot} r${task.revision} ${task.id.slice(0, 6)} on ${task.placement?.nodeId} ` +
          `${stateOf(task)} -> ${task.desired?.state} ${task.status?.error} ${JSON.stringify(task.desired?.start ?? '')}`,
      )
      .join('\n');
  }

  #report(task: Task, state: TaskState): ReturnType<typeof group> {
    const runningSinceMs = task.status?.runningSinceMs ?? (state === 'running' ? this.nowMs : undefined);
    const instants = { atMs: this.nowMs, storedAtMs: this.nowMs, runningSinceMs };
    const status = { ports: [], error: '', message: state, ...task.status, state, ...instants };
    return group([update('task', task.id, 'status', { status })]);
  }

  #checkEntries(): void {
    for (const { index, bytes } of this.#memory.log.entries.slice(this.#checked)) {
      const before = this.#replica.view();
      this.#replica.apply(index, bytes);
      checkStep(before, this.#replica.view());
      checkAddresses(this.#replica.view());
      checkJobs(before, this.#replica.view(), (violation) => assert.fail(violation));
    }
    this.#checked = this.entryCount;
  }
}

function nextState(task: Task, script: Script): TaskState | undefined {
  const state = stateOf(task);
  if (isUnplaced(task) || hasEnded(task)) return undefined;
  const choice = script(task);
  if (choice === 'stay') return undefined;
  if (!isDesiredBelow(task.desired?.state ?? 'ready', 'shutdown')) return 'shutdown';
  if (choice === 'rejected') return isBelow(state, 'starting') ? 'rejected' : 'failed';
  if (choice === 'failed') return isBelow(state, 'starting') ? 'rejected' : 'failed';
  if (choice === 'complete' && state === 'running') return 'complete';
  if (state === 'ready' && task.desired?.state === 'ready') return undefined;
  return STARTING_ORDER[STARTING_ORDER.findIndex((each) => each === state) + 1];
}

/** What must hold between any two states of the cluster that follow one another. */
function checkStep(before: ClusterView, after: ClusterView): void {
  for (const task of after.tasks()) {
    const was = before.task(task.id);
    if (was === undefined) continue;
    const from = stateOf(was);
    const to = stateOf(task);
    assert.ok(from === to || mayReach(from, to), `task ${task.id}: ${from} -> ${to}`);
    const desired = task.desired?.state ?? 'ready';
    assert.ok(
      !isDesiredBelow(desired, was.desired?.state ?? 'ready'),
      `task ${task.id} is desired ${desired}`,
    );
  }
  for (const task of before.tasks()) {
    if (after.task(task.id) !== undefined) continue;
    assert.ok(hasEnded(task) || isUnplaced(task), `task ${task.id} was forgotten while ${stateOf(task)}`);
  }
  const seen = new Set<string>();
  for (const task of after.tasks()) {
    if (!isWanted(task) || hasEnded(task) || task.desired?.state === 'ready') continue;
    // Each run of a job has slots of its own.
    const slot = `${task.serviceId}.${task.run}.${slotName(task)}`;
    assert.ok(!seen.has(slot), `slot ${slot} has two tasks that may run`);
    seen.add(slot);
  }
}

/** Whenever the loops are quiet, no more tasks are wanted than the user asked for. */
function checkCount(view: ClusterView, serviceId: string): void {
  const service = view.service(serviceId);
  if (service?.spec?.mode?.kind !== 'replicated') return;
  const replicas = replicasOf(service.spec);
  const wanted = view
    .tasksOfService(serviceId)
    .filter((task) => isWanted(task) && task.desired?.state === 'running').length;
  assert.ok(wanted <= replicas, `${wanted} tasks wanted for ${replicas} replicas of ${serviceId}`);
}
