/**
 * A whole cluster in one process: the real manager and agents (sim-manager, sim-node) on seeded doubles, in a
 * time that moves only when everything is quiet. Everything that happens is noted, and what must never happen is
 * looked for after each entry of the log and each change of a container. One seed is one history.
 */
import assert from 'node:assert/strict';
import type { ClusterView } from '../../control-plane/store/rules/view.js';
import { SwarmError } from '../../proto/base/errors.js';
import type { Log } from '../../proto/base/log.js';
import type { CallContext, Handlers } from '../../proto/base/rpc.js';
import type { ControlService } from '../../proto/gen/control.js';
import { stateOf } from '../../proto/model/task.js';
import type { Node } from '../../proto/gen/objects.js';
import { create, group } from '../../control-plane/store/rules/change.js';
import { aCluster, aNode } from './builders.js';
import { ClusterChecks, nameOf } from './cluster-checks.js';
import { checkJobs } from './job-checks.js';
import { boundsOf } from './rollout-bounds.js';
import { quiet, SimClock, SimRandom } from './sim-clock.js';
import type { EngineContainer, EngineEvent } from './sim-engine.js';
import { SimManager } from './sim-manager.js';
import { SimNet } from './sim-net.js';
import { SimNode } from './sim-node.js';
import { SimTrace } from './sim-trace.js';
import { SlotChecks } from './slot-checks.js';
import { TrafficChecks } from './traffic-checks.js';

type Control = Handlers<typeof ControlService>;

/** What became of a wish: nobody knows when the manager died over it. */
export type Answer<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly error: SwarmError }
  | { readonly kind: 'lost' };

export interface SimClusterOptions {
  readonly seed: number;
  readonly nodeCount: number;
  /** Notes what the programs log as well. */
  readonly isTalkative?: boolean | undefined;
}

/** Violations are looked for this often while time goes on. */
const STEP_MS = 100;
const LONGEST_ANSWER_MS = 30_000;
const SHOWN_EVENTS = 80;
const MOST_SKEW_MS = 800;

export class SimCluster {
  #requests = 0;
  readonly trace: SimTrace;
  readonly net: SimNet;
  readonly manager: SimManager;
  readonly #nodes: SimNode[] = [];
  readonly #makeNode: (nodeId: string) => SimNode;
  readonly #options: SimClusterOptions;
  readonly #clock = new SimClock();
  readonly #checks: ClusterChecks;
  readonly #slotChecks: SlotChecks;
  /** Counts how tasks with addresses were stopped. */
  readonly traffic: TrafficChecks;
  readonly #violations: string[] = [];

  constructor(options: SimClusterOptions) {
    this.#options = options;
    const clock = this.#clock;
    this.trace = new SimTrace(clock);
    const { trace } = this;
    const dice = new SimRandom(options.seed);
    const random = (): SimRandom => new SimRandom(Math.floor(dice.fraction() * 2 ** 32));
    const accuse = (violation: string): void => this.#accuse(violation);
    this.net = new SimNet({ clock, random: random(), trace });
    this.#checks = new ClusterChecks({ clock, accuse });
    const shared = {
      clock,
      trace,
      net: this.net,
      logFor: (program: string) => this.#logFor(program),
      onFailure: (what: string, error: unknown) => accuse(`${what}: ${textOf(error)}`),
    };
    const nodeIds = Array.from({ length: options.nodeCount }, (_unused, at) => `node-${at + 1}`);
    const onEngineEvent = (event: EngineEvent, container: EngineContainer): void =>
      this.#happened(event, container);
    this.#makeNode = (nodeId) => {
      const skewMs = Math.round((dice.fraction() - 0.5) * 2 * MOST_SKEW_MS);
      return new SimNode(
        { nodeId, clusterId: aCluster().id, skewMs },
        { ...shared, random: random(), onEngineEvent },
      );
    };
    for (const nodeId of nodeIds) this.#nodes.push(this.#makeNode(nodeId));
    this.#slotChecks = new SlotChecks({
      view: () => this.view,
      nowMs: () => clock.nowMs(),
      containers: () => this.containers,
      isSound: (nodeId) => this.node(nodeId).isSound,
      accuse,
    });
    this.traffic = new TrafficChecks({
      nowMs: () => clock.nowMs(),
      sends: (nodeId, taskId) => this.node(nodeId).kernel.sendsTo(taskId),
      accuse,
    });
    const members = nodeIds.map(aMember);
    this.manager = new SimManager(members, {
      ...shared,
      random: random(),
      onEntry: (index, bytes) => this.#applied(index, bytes),
      onServing: (store) => this.#checks.recovered(store),
    });
  }

  /** The state that the log says, whether a manager lives or not. */
  get view(): ClusterView {
    return this.#checks.view;
  }

  /** Machines, whether they are members or were removed. */
  get nodes(): readonly SimNode[] {
    return this.#nodes;
  }

  get nowMs(): number {
    return this.#clock.monotonicMs();
  }

  get containers(): readonly EngineContainer[] {
    return this.nodes.flatMap(({ engine }) => engine.containers);
  }

  /** Those that run and are healthy. */
  get healthy(): readonly EngineContainer[] {
    return this.containers.filter(({ state, health }) => state === 'running' && health === 'healthy');
  }

  node(nodeId: string): SimNode {
    const node = this.nodes.find((each) => each.nodeId === nodeId);
    assert.ok(node, `no node ${nodeId}`);
    return node;
  }

  /** Starts the manager and the agents, and waits until all nodes are ready. */
  async begin(): Promise<void> {
    this.manager.start();
    for (const node of this.nodes) node.startAgent();
    const isReady = (): boolean => {
      const all = [...this.view.nodes()];
      return all.length === this.#nodes.length && all.every(({ status }) => status?.state === 'ready');
    };
    await this.until('all nodes are ready', isReady, 30_000);
  }

  /** One more machine becomes a member; undefined when no manager is there to let it in. */
  async join(): Promise<string | undefined> {
    const { serving } = this.manager;
    if (serving === undefined) return undefined;
    const nodeId = `node-${this.#nodes.length + 1}`;
    this.trace.note(`${nodeId} joins`);
    // What the certificate authority writes.
    const joined = serving.store.commit([group([create('node', aMember(nodeId))])]).catch(() => undefined);
    const ended: { done?: boolean } = {};
    void joined.then(() => (ended.done = true));
    while (ended.done !== true && serving.process.isAlive) await this.run(5);
    const node = this.#makeNode(nodeId);
    this.#nodes.push(node);
    if (ended.done !== true || this.view.node(nodeId) === undefined) return undefined;
    node.startAgent();
    return nodeId;
  }

  /** Lets time pass. */
  async run(durationMs: number): Promise<void> {
    const untilMs = this.nowMs + durationMs;
    while (this.nowMs < untilMs) {
      await this.#clock.advance(Math.min(STEP_MS, untilMs - this.nowMs), quiet);
      this.#throwViolations();
    }
  }

  async until(what: string, holds: () => boolean, withinMs = 120_000): Promise<void> {
    const untilMs = this.nowMs + withinMs;
    while (!holds()) {
      if (this.nowMs >= untilMs) this.fail(`not within ${withinMs / 1000} s: ${what}`);
      await this.run(STEP_MS);
    }
  }

  /** Asks the manager's control API, and lets time pass until it answers or dies. */
  async ask<T>(
    what: string,
    call: (control: Control, context: CallContext) => Promise<T>,
  ): Promise<Answer<T>> {
    const { serving } = this.manager;
    if (serving === undefined) return { kind: 'lost' };
    const heard: { answer?: Answer<T> } = {};
    const context = {
      caller: { kind: 'local' } as const,
      peerAddress: '',
      signal: new AbortController().signal,
      requestId: `request-${(this.#requests += 1)}`,
    };
    call(serving.control, context).then(
      (value) => {
        heard.answer = { kind: 'done', value };
      },
      (error: unknown) => {
        if (error instanceof SwarmError && error.code !== 'internal')
          heard.answer = { kind: 'refused', error };
        else if (serving.process.isAlive) this.#accuse(`${what}: ${textOf(error)}`);
      },
    );
    const untilMs = this.nowMs + LONGEST_ANSWER_MS;
    while (heard.answer === undefined && serving.process.isAlive) {
      if (this.nowMs >= untilMs) this.fail(`no answer: ${what}`);
      await this.run(5);
    }
    const answer = heard.answer ?? { kind: 'lost' };
    this.trace.note(`asked: ${what}: ${answer.kind === 'refused' ? answer.error.message : answer.kind}`);
    return answer;
  }

  /** The node fails in one way or another: what it holds may be hurt. */
  harm(nodeId: string, deed: (node: SimNode) => void): void {
    deed(this.node(nodeId));
    this.#slotChecks.nodeHurt(nodeId);
    this.#throwViolations();
  }

  /** What is there of tasks and containers, for whoever looks for a cause. */
  describe(): string {
    const services = [...this.view.services()].map(
      ({ spec, id, revision, rollout, desired, runs }) =>
        `${spec?.name} ${id.slice(-4)} r${revision} ${JSON.stringify(spec?.mode)} ${spec?.task?.container?.image} asked ${JSON.stringify(rollout ?? {})} is ${JSON.stringify(desired ?? {})} runs ${JSON.stringify(runs?.runs ?? [])}`,
    );
    const nodes = [...this.view.nodes()].map(({ id, spec, status }) => {
      const node = this.node(id);
      const truth = `agent ${node.isAgentAlive ? 'lives' : 'is dead'}${node.isCut ? ', cut off' : ''}${node.engine.isAway ? ', engine away' : ''}`;
      return `${id} ${status?.state} ${spec?.availability} (${truth})`;
    });
    const tasks = [...this.view.tasks()].map(
      (task) =>
        `${nameOf(task)} on ${task.placement?.nodeId} ${stateOf(task)} -> ${task.desired?.state} ${task.status?.error} ${JSON.stringify(task.desired?.start ?? '')}`,
    );
    const containers = this.containers.map(
      ({ containerId, taskId, image, state, health }) =>
        `${containerId} of ${taskId.slice(-5)} ${image} ${state} ${health}`,
    );
    return [...services, ...nodes, ...tasks, ...containers].join('\n');
  }

  /** Fails with the seed and what happened last. */
  fail(violation: string): never {
    const replay = `make sim SEED=${this.#options.seed} RUNS=1`;
    throw new assert.AssertionError({
      message: `seed ${this.#options.seed} at ${this.nowMs / 1000} s: ${violation}\n(${replay})\n\n${this.trace.last(SHOWN_EVENTS)}\n\n${this.describe()}`,
    });
  }

  #accuse(violation: string): void {
    this.trace.note(`VIOLATION: ${violation}`);
    this.#violations.push(violation);
  }

  #throwViolations(): void {
    if (this.#violations.length > 0) this.fail(this.#violations.join('\n'));
  }

  #applied(index: number, bytes: Uint8Array): void {
    const before = this.view;
    const mostWanted = (serviceId: string): number =>
      boundsOf(before.service(serviceId), before.nodes()).mostWantedPerSlot;
    if (!this.#checks.applied(index, bytes, mostWanted)) return;
    this.traffic.applied(before, this.view);
    checkJobs(before, this.view, (violation) => this.#accuse(violation));
    this.trace.note(`entry ${index}: ${summaryOf(before, this.view)}`);
    this.#slotChecks.applied();
  }

  #happened(event: EngineEvent, container: EngineContainer): void {
    const { containerId, taskId, image, serviceId, slot, nodeId } = container;
    this.trace.note(
      `${containerId} ${event}: ${serviceId.slice(-4)}.${slot || nodeId}.${taskId.slice(-5)} ${image}${container.isStopAsked ? ' (asked to stop)' : ''}`,
    );
    this.#slotChecks.happened(event, container);
  }

  /** Whoever says that something broke is right. */
  #logFor(program: string): Log {
    const said = (message: string, { error, ...facts }: Readonly<Record<string, unknown>> = {}): void => {
      if (this.#options.isTalkative !== true) return;
      const reason = error === undefined ? '' : ` ${textOf(error)}`;
      this.trace.note(`${program}: ${message} ${JSON.stringify(facts)}${reason}`);
    };
    const broken = (message: string, facts: Readonly<Record<string, unknown>> = {}): void =>
      this.#accuse(`${program}: ${message} ${textOf(facts.error)}`);
    const log: Log = { debug: said, info: said, warn: said, error: broken, child: () => log };
    return log;
  }
}

/** A node that was never heard of. */
function aMember(id: string): Node {
  return aNode({ id, status: { state: 'unknown', message: '' }, description: undefined });
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What an entry changed, in few words. */
function summaryOf(before: ClusterView, after: ClusterView): string {
  const changes: string[] = [];
  for (const task of after.tasks()) {
    const was = before.task(task.id);
    if (was === task) continue;
    const place = was?.placement === task.placement ? '' : ` on ${task.placement?.nodeId}`;
    changes.push(`${nameOf(task)} ${stateOf(task)}>${task.desired?.state}${place}`);
  }
  for (const task of before.tasks())
    if (after.task(task.id) === undefined) changes.push(`${nameOf(task)} forgotten`);
  for (const node of after.nodes())
    if (before.node(node.id) !== node)
      changes.push(`${node.id} ${node.status?.state} ${node.spec?.availability}`);
  for (const service of after.services())
    if (before.service(service.id) !== service)
      changes.push(`${service.spec?.name} r${service.revision} ${service.desired?.state ?? ''}`);
  return changes.join(', ');
}
