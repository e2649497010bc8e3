/**
 * What must hold of the containers that really run, slot by slot: none beside another where one is to stop
 * first, none too many, and during a rollout none too few. Failures and lost nodes excuse exactly the tasks and
 * slots they have hurt, and those only until a healthy container is there again.
 */
import type { ClusterView } from '../../control-plane/store/rules/view.js';
import type { Service, Task } from '../../proto/gen/objects.js';
import { isAwaited } from '../../proto/model/node.js';
import { hasEnded, isWanted, slotName, stateOf } from '../../proto/model/task.js';
import { type Accuse, nameOf } from './cluster-checks.js';
import { boundsOf } from './rollout-bounds.js';
import type { EngineContainer, EngineEvent } from './sim-engine.js';
import { isJob, replicasOf } from '../../proto/model/service-mode.js';

/** A replacement waits no longer than this for the task before it. */
const LONGEST_WAIT_MS = 60_000;

/** Why tasks are told to stop when it is not for the rollout. */
const OTHER_REASONS = /^(ended|node |moved )/;
/** Why a task is told to stop when another runs in its place elsewhere. */
const MOVED_AWAY = 'moved to another node';

type SlotState =
  /** Nothing of it was healthy yet. */
  | 'fresh'
  | 'up'
  /** The rollout took its healthy container. */
  | 'moved'
  /** Something else did, or has kept the rollout from bringing it up. */
  | 'hurt';

export interface SlotChecksModules {
  readonly view: () => ClusterView;
  readonly nowMs: () => number;
  readonly containers: () => readonly EngineContainer[];
  /** Whether the node does all that a node should. */
  readonly isSound: (nodeId: string) => boolean;
  readonly accuse: Accuse;
}

export class SlotChecks {
  readonly #modules: SlotChecksModules;
  readonly #excusedTaskIds = new Set<string>();
  readonly #stateBySlot = new Map<string, SlotState>();
  /** The most replicas asked for since no more than those were wanted. */
  readonly #ceilingByServiceId = new Map<string, number>();

  constructor(modules: SlotChecksModules) {
    this.#modules = modules;
  }

  /** After an entry was applied. */
  applied(): void {
    const view = this.#modules.view();
    const healthy = this.#modules.containers().filter((each) => isHealthy(each));
    const healthyTaskIds = new Set(healthy.map(({ taskId }) => taskId));
    for (const task of view.tasks()) if (isExcused(view, task)) this.#excusedTaskIds.add(task.id);
    for (const service of view.services()) {
      const tasks = view.tasksOfService(service.id);
      this.#checkWanted(service, tasks);
      // A job has no rollout that could take its tasks.
      if (!isJob(service.spec)) this.#followSlots(view, service, healthyTaskIds);
    }
  }

  /** After something happened to a container. */
  happened(event: EngineEvent, container: EngineContainer): void {
    const slot = slotOf(container);
    switch (event) {
      case 'running':
        return this.#checkRunning(container);
      case 'healthy':
        // It counts from when the cluster knows it.
        return;
      case 'unhealthy':
        return this.#hurt(slot);
      case 'ended':
        return this.#ended(container);
      case 'removed':
        return;
    }
  }

  /** The node is not what it should be: what it holds is hurt. */
  nodeHurt(nodeId: string): void {
    for (const container of this.#modules.containers())
      if (container.nodeId === nodeId && container.state === 'running') this.#hurt(slotOf(container));
    for (const task of this.#modules.view().tasksOnNode(nodeId)) this.#hurt(slotOf(task));
  }

  #checkWanted({ id, spec, ...rest }: Service, tasks: readonly Task[]): void {
    if (spec?.mode?.kind !== 'replicated') return;
    const replicas = replicasOf(spec);
    const { mostExtra } = boundsOf({ id, spec, ...rest }, this.#modules.view().nodes());
    const wanted = tasks.filter(
      (task) => isWanted(task) && task.desired?.state === 'running' && !this.#isMovingIn(task),
    ).length;
    const ceiling = Math.max(this.#ceilingByServiceId.get(id) ?? 0, replicas);
    if (wanted > ceiling + mostExtra)
      this.#modules.accuse(`${wanted} tasks are to run for ${ceiling} replicas of ${spec?.name}`);
    // What was decided before the service was scaled down may still come true in a slot that is held.
    const held = new Set(tasks.filter((task) => isWanted(task)).map(({ slot }) => slot)).size;
    this.#ceilingByServiceId.set(id, Math.max(wanted, held) <= replicas ? replicas : ceiling);
  }

  #isKnownHealthy(task: Task, healthyTaskIds: ReadonlySet<string>): boolean {
    return (
      healthyTaskIds.has(task.id) &&
      isWanted(task) &&
      stateOf(task) === 'running' &&
      !this.#excusedTaskIds.has(task.id)
    );
  }

  #followSlots(view: ClusterView, service: Service, healthyTaskIds: ReadonlySet<string>): void {
    const held = new Set<string>();
    for (const task of view.tasksOfService(service.id)) {
      if (task.desired?.leaving?.end === 'remove' || task.desired?.state === 'remove') continue;
      const slot = slotOf(task);
      held.add(slot);
      if (!this.#stateBySlot.has(slot)) this.#stateBySlot.set(slot, 'fresh');
      const isOnHurtNode = task.placement !== undefined && !this.#isNodeFit(view, task.placement.nodeId);
      if (this.#isKnownHealthy(task, healthyTaskIds)) this.#stateBySlot.set(slot, 'up');
      if (hasFailed(task, service) || (isOnHurtNode && !hasEnded(task))) this.#hurtMoved(slot);
    }
    for (const slot of this.#stateBySlot.keys())
      if (slot.startsWith(`${service.id}.`) && !held.has(slot)) this.#stateBySlot.delete(slot);
  }

  #checkRunning(started: EngineContainer): void {
    const { accuse, view } = this.#modules;
    const task = view().task(started.taskId);
    if (task === undefined || this.#isExcusedNow(started.taskId)) return;
    if (task.placement?.nodeId !== started.nodeId)
      accuse(`task ${nameOf(task)} of ${task.placement?.nodeId} runs on ${started.nodeId}`);
    const service = view().service(started.serviceId);
    if (service === undefined) return;
    const { mostPerSlot, mostExtra } = boundsOf(service, view().nodes());
    const running = this.#modules
      .containers()
      .filter(({ state, serviceId }) => state === 'running' && serviceId === service.id)
      .filter(({ taskId }) => !this.#isExcusedNow(taskId) && !this.#isMovingIn(view().task(taskId)));
    const inSlot = running.filter((each) => slotOf(each) === slotOf(started));
    if (inSlot.length > mostPerSlot)
      accuse(`slot ${slotOf(started)} has ${inSlot.length} containers running: ${this.#namesOf(inSlot)}`);
    const ceiling = this.#ceilingByServiceId.get(service.id) ?? Number.POSITIVE_INFINITY;
    if (running.length > ceiling + mostExtra)
      accuse(`${running.length} containers run for ${ceiling} replicas: ${this.#namesOf(running)}`);
  }

  #ended(container: EngineContainer): void {
    const slot = slotOf(container);
    const view = this.#modules.view();
    const task = view.task(container.taskId);
    const service = view.service(container.serviceId);
    if (task === undefined || service === undefined) return;
    if (container.isStopAsked && isWanted(task) && !hasEnded(task) && container.health !== 'unhealthy')
      this.#modules.accuse(`task ${nameOf(task)} should run, and its container was stopped`);
    const others = this.#othersUp(container);
    if (this.#stateBySlot.get(slot) !== 'up' || others.some((other) => isKept(view, other.taskId))) return;
    const isTakenByMove = container.isStopAsked && task.desired?.leaving?.reason === MOVED_AWAY;
    if (isTakenByMove && !this.#excusedTaskIds.has(task.id))
      this.#modules.accuse(`task ${nameOf(task)} was stopped for its move, and nothing is in its place`);
    const isTakenByRollout =
      container.isStopAsked &&
      container.health === 'healthy' &&
      task.revision < service.revision &&
      !OTHER_REASONS.test(task.desired?.leaving?.reason ?? '') &&
      !this.#excusedTaskIds.has(task.id) &&
      !hadSuccessor(view.tasksOfService(service.id), task, service) &&
      this.#isNodeFit(view, container.nodeId);
    // One that is being stopped may be left of it: it stays up as long, unless this was its failure.
    if (isTakenByRollout && others.length > 0) return;
    this.#stateBySlot.set(slot, isTakenByRollout ? 'moved' : 'hurt');
    if (isTakenByRollout) this.#checkDown(service);
  }

  #checkDown(service: Service): void {
    const { mostDown } = boundsOf(service, this.#modules.view().nodes());
    const moved = [...this.#stateBySlot].filter(
      ([slot, state]) => slot.startsWith(`${service.id}.`) && state === 'moved',
    );
    if (moved.length > mostDown)
      this.#modules.accuse(
        `the rollout of ${service.spec?.name} has taken ${moved.length} slots down: ${moved.map(([slot]) => slot.slice(-6)).join(' ')}`,
      );
  }

  /** Other containers of the slot that are healthy. */
  #othersUp(but: EngineContainer): readonly EngineContainer[] {
    return this.#modules
      .containers()
      .filter(
        (each) =>
          each !== but &&
          slotOf(each) === slotOf(but) &&
          isHealthy(each) &&
          !this.#excusedTaskIds.has(each.taskId),
      );
  }

  /** Whether it is to take the place of one that may still run: for that time there may be one more. */
  #isMovingIn(task: Task | undefined): boolean {
    const replaced = this.#modules.view().task(task?.desired?.move?.replacesTaskId ?? '');
    return replaced !== undefined && (!hasEnded(replaced) || isWanted(replaced));
  }

  #isNodeFit(view: ClusterView, nodeId: string): boolean {
    const node = view.node(nodeId);
    return (
      this.#modules.isSound(nodeId) && node?.status?.state === 'ready' && node.spec?.availability === 'active'
    );
  }

  #hurt(slot: string): void {
    if (this.#stateBySlot.has(slot)) this.#stateBySlot.set(slot, 'hurt');
  }

  #hurtMoved(slot: string): void {
    if (this.#stateBySlot.get(slot) === 'moved') this.#stateBySlot.set(slot, 'hurt');
  }

  /** Also by the time that has passed since it was told to stop. */
  #isExcusedNow(taskId: string): boolean {
    const sinceMs = this.#modules.view().task(taskId)?.desired?.leaving?.sinceMs;
    const isOverdue = sinceMs !== undefined && this.#modules.nowMs() >= sinceMs + LONGEST_WAIT_MS;
    return isOverdue || this.#excusedTaskIds.has(taskId);
  }

  #namesOf(containers: readonly EngineContainer[]): string {
    const view = this.#modules.view();
    return containers
      .map(({ taskId, nodeId }) => {
        const task = view.task(taskId);
        return task === undefined
          ? `${taskId} (forgotten) on ${nodeId}`
          : `${nameOf(task)} (${stateOf(task)}, ${task.desired?.state}) on ${nodeId}`;
      })
      .join(', ');
  }
}

/** Whether nobody waits for the task's container to stop: it is being removed, or cannot be heard of. */
function isExcused(view: ClusterView, task: Task): boolean {
  const { desired, status } = task;
  if (view.service(task.serviceId) === undefined || desired?.leaving?.end === 'remove') return true;
  if (desired?.state === 'remove' || status?.state === 'orphaned') return true;
  // A rule has turned it away from its node; it counts as ended from then on.
  if (status?.state === 'rejected' && status.message.includes('enforcer')) return true;
  if (task.placement === undefined) return false;
  const node = view.node(task.placement.nodeId);
  if (isAwaited(node, view.service(task.serviceId)?.spec)) return false;
  return node === undefined || node.status?.state === 'down';
}

function isHealthy({ state, health }: EngineContainer): boolean {
  return state === 'running' && health === 'healthy';
}

function isKept(view: ClusterView, taskId: string): boolean {
  const task = view.task(taskId);
  return task !== undefined && isWanted(task);
}

function hasFailed(task: Task, service: Service): boolean {
  return task.revision === service.revision && hasEnded(task) && stateOf(task) !== 'shutdown';
}

/** Whether another ran in its slot when it was told to stop, and failed only after that. */
function hadSuccessor(tasks: readonly Task[], stopped: Task, service: Service): boolean {
  const toldAtMs = stopped.desired?.leaving?.sinceMs ?? 0;
  return tasks.some((other) => {
    const { runningSinceMs = Number.POSITIVE_INFINITY, storedAtMs = 0 } = other.status ?? {};
    const hasFailedSince = hasFailed(other, service) && storedAtMs >= toldAtMs;
    return slotOf(other) === slotOf(stopped) && hasFailedSince && runningSinceMs <= toldAtMs;
  });
}

function slotOf(held: Task | EngineContainer): string {
  const placement = 'nodeId' in held ? { nodeId: held.nodeId, generic: [] } : held.placement;
  return `${held.serviceId}.${slotName({ slot: held.slot, placement })}`;
}
