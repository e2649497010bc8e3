/**
 * The agents' door, open while this manager leads: sessions out, reports in. Each session is one stream;
 * its end is the session's end. What a node should hold is rules/assignments, who is alive presences, what
 * is written status-writer, logs are log-relay.
 */
import { type Clock, withTimeout } from '../../proto/base/clock.js';
import { SwarmError } from '../../proto/base/errors.js';
import { invariant } from '../../proto/base/invariant.js';
import type { Log } from '../../proto/base/log.js';
import { type Meter, noMeter, single } from '../../proto/base/meter.js';
import { newId, type Random } from '../../proto/base/random.js';
import type { CallContext, Handlers } from '../../proto/base/rpc.js';
import { runAll, type Service } from '../../proto/base/service.js';
import type {
  AgentMessage,
  DispatcherService,
  ManagerMessage,
  Register,
  StatusBatch,
} from '../../proto/gen/dispatcher.js';
import type { NodeDescription } from '../../proto/gen/objects.js';
import { isSame } from '../../proto/model/sameness.js';
import { SESSION_FORMAT } from '../../proto/model/session-format.js';
import { group, update } from '../store/rules/change.js';
import type { ClusterView } from '../store/rules/view.js';
import type { Store } from '../store/store.js';
import { LogRelay } from './log-relay.js';
import { AutoRemoval } from './auto-removal.js';
import { Drains } from './drains.js';
import { Examinations } from './examinations.js';
import { OverlayFeed } from './overlay-feed.js';
import { heartbeatPeriodMs, Presences, statusIntent, statusKey } from './presences.js';
import { keptDescription } from './rules/description.js';
import { judgeRegistration } from './rules/registration.js';
import { isForeign, reportedChange } from './rules/task-reports.js';
import { Session } from './session.js';
import { Sessions } from './sessions.js';
import { type Intent, StatusWriter } from './status-writer.js';
import { TurnShares } from './turn-shares.js';

export interface DispatcherModules {
  readonly store: Pick<Store, 'view' | 'commit' | 'watch'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly meter?: Meter | undefined;
  /** host:port of every manager known. */
  readonly managerAddresses: () => readonly string[];
  /** Calls the listener when that changes; the result ends it. */
  readonly watchManagers: (listener: () => void) => () => void;
  /** host:port of the manager that leads instead of this one; empty while none does. */
  readonly leaderAddress: () => string;
  /** Of this manager's cluster: rises when it was recovered by hand. */
  readonly recoveryEpoch: () => number;
}

const REGISTER_TIMEOUT_MS = 10_000;
// A change that concerns all of a thousand agents is made into as many messages, each sealed for its connection.
const SPEAKING_PER_TURN = 50;

/** What lives as long as this manager leads. */
interface Term {
  readonly sessions: Sessions;
  readonly presences: Presences;
  readonly writer: StatusWriter;
  readonly turns: TurnShares;
}

export class DispatcherServer implements Service {
  readonly name = 'dispatcher';
  /** Reads the logs of tasks, through the agents that hold them. */
  readonly logs: LogRelay;
  /** Has agents look at their networks. */
  readonly examinations: Examinations;
  /** Knows to which tasks traffic is still sent, from what agents acknowledge. */
  readonly drains: Drains;
  readonly #modules: DispatcherModules;
  readonly #attemptsByNodeId = new Map<string, readonly number[]>();
  #term: Term | undefined;

  constructor(modules: DispatcherModules) {
    this.#modules = modules;
    const { store, clock, random, log, meter = noMeter } = modules;
    meter.sample('swarmd_sessions', () => single(this.#term?.sessions.count));
    meter.sample('swarmd_session_backlog', () => single(this.#term?.sessions.backlog));
    meter.sample('swarmd_session_network_answer_owed_seconds', () =>
      [...(this.#term?.sessions.owing() ?? [])].map(({ nodeId: node, forMs }) => ({
        labels: { node },
        value: forMs / 1000,
      })),
    );
    meter.sample('swarmd_status_writer_waiting', () => single(this.#term?.writer.waitingCount));
    const sessionOf = (nodeId: string): Session | undefined => this.#term?.sessions.get(nodeId);
    this.logs = new LogRelay({ clock, random, view: () => store.view(), sessionOf });
    this.examinations = new Examinations({ clock, random, sessionOf });
    this.drains = new Drains({
      clock,
      log,
      meter,
      view: () => store.view(),
      acknowledgements: () => this.#term?.sessions.acknowledgements,
    });
  }

  handlers(): Handlers<typeof DispatcherService> {
    return {
      session: (requests, context) => this.#session(requests, context),
      publishLogs: async (chunks, context) => {
        await this.logs.receive(chunks, nodeIdOf(context), context.signal);
        return {};
      },
    };
  }

  /** One term as the leader; may be run again for the next one. */
  async run(signal: AbortSignal): Promise<void> {
    invariant(this.#term === undefined, 'one term at a time');
    const { store, clock, log } = this.#modules;
    const writer = new StatusWriter({ store, clock, log });
    const presences = new Presences({ clock, view: () => store.view(), writer });
    const sharedFacts = (): string =>
      JSON.stringify([this.#modules.managerAddresses(), heartbeatPeriodMs(store.view())]);
    const sessions = new Sessions({ view: () => store.view(), sharedFacts });
    const term = { sessions, presences, writer, turns: new TurnShares(SPEAKING_PER_TURN) };
    this.#term = term;
    // Before anything else stops, so that agents hear why.
    const over = (): void => term.sessions.endAll(this.#notLeader());
    signal.addEventListener('abort', over, { once: true });
    const following: Service = { name: 'session feed', run: async (stop) => await this.#follow(term, stop) };
    try {
      await runAll([writer, presences, following, new AutoRemoval({ store, clock, log })], signal);
    } finally {
      this.#term = undefined;
      this.#attemptsByNodeId.clear();
      this.drains.forget();
      signal.removeEventListener('abort', over);
      over();
    }
  }

  async #follow({ sessions, presences }: Term, signal: AbortSignal): Promise<void> {
    const watcher = this.#modules.store.watch({
      tables: ['task', 'node', 'cluster', 'network', 'service'],
    });
    const close = (): void => watcher.close();
    const unwatch = this.#modules.watchManagers(() => watcher.wake());
    signal.addEventListener('abort', close, { once: true });
    if (signal.aborted) close();
    try {
      for await (const wakeup of watcher) {
        presences.follow(wakeup);
        sessions.spread(wakeup);
        this.drains.changed();
        this.#forgetAttempts(wakeup.changed.node);
      }
    } finally {
      unwatch();
    }
  }

  async *#session(
    requests: AsyncIterable<AgentMessage>,
    context: CallContext,
  ): AsyncGenerator<ManagerMessage, void> {
    const term = this.#term;
    if (term === undefined) throw this.#notLeader();
    const nodeId = nodeIdOf(context);
    const incoming = requests[Symbol.asyncIterator]();
    const register = await this.#firstMessage(incoming, nodeId, context.signal);
    const session = this.#open(term, nodeId, context);
    const end = (): void => session.end();
    context.signal.addEventListener('abort', end, { once: true });
    if (context.signal.aborted) end();
    const { log } = this.#modules;
    this.#live(term, session, register, incoming).catch((error: unknown) => session.end(error));
    try {
      yield* session.messages();
    } finally {
      session.end();
      if (term.sessions.close(session)) term.presences.gone(session);
      this.drains.changed();
      log.info('session ended', { nodeId, sessionId: session.facts.sessionId });
      void incoming.return?.();
    }
  }

  /** The first message registers; anything else is no agent of ours. */
  async #firstMessage(
    incoming: AsyncIterator<AgentMessage>,
    nodeId: string,
    signal: AbortSignal,
  ): Promise<Register> {
    const late = (): SwarmError =>
      new SwarmError('call.timed-out', {
        what: `Node ${nodeId}'s registration`,
        afterMs: REGISTER_TIMEOUT_MS,
      });
    const { clock } = this.#modules;
    const first = await withTimeout(
      clock,
      REGISTER_TIMEOUT_MS,
      late,
      async () => await incoming.next(),
      signal,
    );
    const message = first.done === true ? undefined : first.value.message;
    if (message?.kind !== 'register')
      throw new SwarmError('input.invalid', { field: 'session', rule: 'must begin with a registration' });
    const { format } = message.register;
    if (format !== SESSION_FORMAT)
      throw new SwarmError('format.unknown', {
        what: `The session of node ${nodeId}`,
        format,
        readerFormat: SESSION_FORMAT,
      });
    this.#refuseIfSuperseded(message.register, nodeId);
    return message.register;
  }

  /** A node that follows a later recovery of this cluster must not be told anything by this manager. */
  #refuseIfSuperseded({ recoveryEpoch: epoch }: Register, nodeId: string): void {
    const ours = this.#modules.recoveryEpoch();
    if (epoch <= ours) return;
    const error = new SwarmError('manager.superseded', { epoch, ours });
    this.#modules.log.error('this manager was superseded', { nodeId, epoch, ours, reason: error.message });
    throw error;
  }

  #open(term: Term, nodeId: string, { peerAddress }: CallContext): Session {
    const { store, clock, random, log } = this.#modules;
    const attemptsMs = this.#attemptsByNodeId.get(nodeId) ?? [];
    const registration = judgeRegistration(attemptsMs, clock.monotonicMs());
    if (!registration.allowed) {
      const what = `registrations of node ${nodeId}`;
      throw new SwarmError('rate.limited', { what, retryAfterMs: registration.retryAfterMs });
    }
    this.#attemptsByNodeId.set(nodeId, registration.attemptsMs);
    if (store.view().node(nodeId) === undefined) throw new SwarmError('node.removed', { nodeId });
    const session = new Session(
      { nodeId, sessionId: newId(random), peerAddress },
      {
        view: () => store.view(),
        overlay: new OverlayFeed(nodeId, term.sessions.overlay, () => clock.monotonicMs()),
        describeNode: (view) => ({
          node: view.node(nodeId),
          managerAddresses: this.#modules.managerAddresses(),
          heartbeatPeriodMs: heartbeatPeriodMs(view),
        }),
        turnToSpeak: async () => await term.turns.take(),
        onTold: (told, removed) => term.sessions.told(nodeId, told, removed),
      },
    );
    term.sessions.open(session);
    term.presences.present(session);
    this.drains.changed();
    log.info('session began', { nodeId, sessionId: session.facts.sessionId, peerAddress });
    return session;
  }

  /** Registers, then takes in what the agent says until it says no more. */
  async #live(
    term: Term,
    session: Session,
    register: Register,
    incoming: AsyncIterator<AgentMessage>,
  ): Promise<void> {
    const { nodeId, peerAddress } = session.facts;
    const { clock, store } = this.#modules;
    const parts = { state: 'ready', message: '', address: peerAddress } as const;
    const status = { ...parts, managerAddress: register.managerAddress };
    await term.writer.write([
      [statusKey(nodeId), statusIntent(nodeId, status, clock.nowMs())],
      [descriptionKey(nodeId), descriptionIntent(nodeId, register.description)],
    ]);
    session.registered(heartbeatPeriodMs(store.view()), this.#modules.recoveryEpoch());
    for (;;) {
      const next = await incoming.next();
      if (next.done === true || session.ended.aborted) return session.end();
      term.presences.heard(session);
      this.#hear(term, session, next.value);
    }
  }

  #hear({ writer }: Term, session: Session, { message }: AgentMessage): void {
    const { nodeId } = session.facts;
    switch (message?.kind) {
      case 'statuses':
        return this.#report(writer, session, message.statuses);
      case 'description': {
        const intent = descriptionIntent(nodeId, message.description);
        writer.write([[descriptionKey(nodeId), intent]]).catch((error: unknown) => session.end(error));
        return;
      }
      case 'networkApplied':
        session.networksApplied(message.networkApplied.sequence);
        this.drains.changed();
        return;
      case 'networkReport':
        return this.examinations.receive(nodeId, message.networkReport);
      case 'register':
        throw new SwarmError('input.invalid', { field: 'session', rule: 'may register only once' });
      case 'heartbeat':
      case undefined:
        // A beat, or something a newer agent says that this build need not know.
        return;
    }
  }

  /** Acknowledged once stored; reports on tasks of other nodes end the session. */
  #report(writer: StatusWriter, session: Session, { sequence, reports }: StatusBatch): void {
    const { nodeId } = session.facts;
    const view = this.#modules.store.view();
    if (reports.some((report) => isForeign(view, nodeId, report)))
      throw new SwarmError('auth.denied', {
        caller: `node ${nodeId}`,
        method: 'reports on tasks of other nodes',
      });
    const known = reports.filter(({ taskId }) => view.task(taskId) !== undefined);
    const heardAtMs = this.#modules.clock.nowMs();
    const intents = known.map((report): [string, Intent] => [
      `task ${report.taskId}`,
      (now: ClusterView) => reportedChange(now, nodeId, report, heardAtMs),
    ]);
    writer.write(intents).then(
      () => session.acknowledge(sequence),
      (error: unknown) => session.end(error),
    );
  }

  /** Where agents are sent to. */
  #notLeader(): SwarmError {
    return new SwarmError('manager.not-leader', { leader: this.#modules.leaderAddress() });
  }

  #forgetAttempts(nodeIds: Iterable<string>): void {
    const view = this.#modules.store.view();
    for (const nodeId of nodeIds) if (view.node(nodeId) === undefined) this.#attemptsByNodeId.delete(nodeId);
  }
}

function nodeIdOf({ caller }: CallContext): string {
  invariant(caller.kind === 'node', 'the authorizer lets only nodes in');
  return caller.nodeId;
}

function descriptionKey(nodeId: string): string {
  return `node ${nodeId} description`;
}

function descriptionIntent(nodeId: string, description: NodeDescription | undefined): Intent {
  return (view) => {
    const node = view.node(nodeId);
    if (node === undefined || description === undefined) return undefined;
    const kept = keptDescription(node.description, description);
    if (isSame(node.description, kept)) return undefined;
    return group([update('node', nodeId, 'description', { description: kept })]);
  };
}
