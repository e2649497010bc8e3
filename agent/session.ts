/**
 * The agent's line to the managers: finds one, registers, beats, applies what it is told, sends what it is
 * given, and begins again when the line breaks. Losing every manager stops no container.
 */
import type { Clock } from '../proto/base/clock.js';
import { hasCode, SwarmError } from '../proto/base/errors.js';
import type { Log } from '../proto/base/log.js';
import type { Random } from '../proto/base/random.js';
import type { RpcChannel } from '../proto/base/rpc-channel.js';
import type { Service } from '../proto/base/service.js';
import { Stream } from '../proto/base/stream.js';
import {
  type AgentMessage,
  type Assignments,
  DispatcherService,
  type ManagerMessage,
  type NetworkExamination,
  NetworkReportCodec,
  type NodeChange,
  type Registered,
} from '../proto/gen/dispatcher.js';
import { SESSION_FORMAT } from '../proto/model/session-format.js';
import type { NodeDescriber } from './node-description.js';
import { NetworkLine } from './network-line.js';
import type { NetworkSink } from './network-sink.js';
import type { DispatcherClient, LogSender } from './log-sender.js';
import { follows } from './rules/assignment-apply.js';
import type { Examiner } from './network/examination.js';
import { type Backoff, heartbeatDelayMs, nextBoundMs, uniformDelayMs } from './rules/backoff.js';
import type { RecoveryEpochs } from './recovery-epochs.js';
import type { StatusReporter } from './status-reporter.js';
import type { Worker } from './worker.js';

/** Half of the ten seconds within which a node that was cut off must do as the store says. */
const RETRY: Backoff = { firstMs: 100, longestMs: 5_000 };
const ELECTION_RETRY: Backoff = { firstMs: 100, longestMs: 500 };
/** A node that was removed stays so until somebody joins it again. */
const REMOVED_RETRY_MS = 60_000;
const REGISTER_TIMEOUT_MS = 5_000;
const MOST_WAITING_MESSAGES = 64;

export type OpenChannel = (address: string) => Pick<RpcChannel, 'client' | 'close'>;

export interface SessionOptions {
  readonly nodeId: string;
  /** host:port of every manager known so far. */
  readonly managerAddresses: readonly string[];
  /** host:port where this node's manager listens; empty on a worker. */
  readonly localManagerAddress: string;
}

export interface SessionModules {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly openChannel: OpenChannel;
  readonly describer: NodeDescriber;
  readonly worker: Worker;
  readonly reporter: StatusReporter;
  readonly logSender: LogSender;
  readonly networkSink: NetworkSink;
  /** Looks what is wrong with the node's networks; undefined where it has none. */
  readonly examiner?: Pick<Examiner, 'examine'> | undefined;
  readonly recoveryEpochs: RecoveryEpochs;
  /** The managers said something about this node, or where they are. */
  readonly onNodeChange: (change: NodeChange) => void;
  /** The managers no longer know this node. */
  readonly onRemoved: () => void;
}

/** One connection, from its first message to its end. */
interface Connection {
  readonly address: string;
  readonly client: DispatcherClient;
  readonly outgoing: Stream<AgentMessage>;
  readonly networks: NetworkLine;
  readonly signal: AbortSignal;
  readonly end: (reason: unknown) => void;
  heartbeatPeriodMs: number;
  isRegistered: boolean;
  registeredAtMs: number;
  lastSequence: number | undefined;
}

export class Session implements Service {
  readonly name = 'session';
  readonly #nodeId: string;
  readonly #modules: SessionModules;
  #managerAddresses: readonly string[];
  #localManagerAddress: string;
  #mayAskLocalManager = true;
  #boundMs = 0;
  #connection: Connection | undefined;

  constructor(options: SessionOptions, modules: SessionModules) {
    this.#nodeId = options.nodeId;
    this.#managerAddresses = options.managerAddresses;
    this.#localManagerAddress = options.localManagerAddress;
    this.#modules = modules;
  }

  get isConnected(): boolean {
    return this.#connection?.isRegistered === true;
  }

  /** This node became a manager (host:port) or is none any more (empty): it registers anew. */
  setLocalManagerAddress(address: string): void {
    if (address === this.#localManagerAddress) return;
    this.#localManagerAddress = address;
    this.#connection?.end(new Error('the node registers anew'));
  }

  /** Managers are at these addresses now, whatever was known before: it registers there. */
  useManagers(addresses: readonly string[]): void {
    this.#managerAddresses = addresses;
    // This node's own may be one of those that are not to be followed any more: the others tell.
    this.#mayAskLocalManager = false;
    this.#connection?.end(new Error('the node registers with other managers'));
  }

  async run(signal: AbortSignal): Promise<void> {
    // Not before it is known what the node is made of: it would be given no tasks, or the wrong ones.
    await this.#modules.describer.whenRead(signal);
    let failedAddress = '';
    let leaderAddress = '';
    while (!signal.aborted) {
      const address = leaderAddress === '' ? this.#chooseManager(failedAddress) : leaderAddress;
      const failure = await this.#attempt(address, signal);
      if (signal.aborted) return;
      failedAddress = address;
      // A leader that was named is tried at once, but only once: it may not be one any more.
      const named = hasCode(failure, 'manager.not-leader') ? failure.facts.leader : '';
      leaderAddress = leaderAddress === '' && named !== address ? named : '';
      if (leaderAddress === '') await this.#pause(failure, signal);
    }
  }

  async #pause(failure: unknown, signal: AbortSignal): Promise<void> {
    const { clock, random } = this.#modules;
    if (hasCode(failure, 'node.removed')) {
      this.#modules.onRemoved();
      await clock.sleep(REMOVED_RETRY_MS, signal).catch(() => undefined);
      return;
    }
    // Without a leader there will be one within seconds: no reason to wait longer and longer.
    const isElecting = hasCode(failure, 'manager.not-leader');
    this.#boundMs = nextBoundMs(this.#boundMs, isElecting ? ELECTION_RETRY : RETRY);
    const atLeastMs = hasCode(failure, 'rate.limited') ? failure.facts.retryAfterMs : 0;
    const delayMs = atLeastMs + uniformDelayMs(this.#boundMs, random.fraction());
    await clock.sleep(delayMs, signal).catch(() => undefined);
  }

  /** Any but the one that just failed, if there is a choice. */
  #chooseManager(failedAddress: string): string {
    const local = this.#mayAskLocalManager ? this.#localManagerAddress : '';
    const all = [...new Set([...this.#managerAddresses, local])].filter(Boolean);
    const others = all.filter((address) => address !== failedAddress);
    const candidates = others.length > 0 ? others : all;
    return candidates[Math.floor(this.#modules.random.fraction() * candidates.length)] ?? '';
  }

  /** Lives until the connection ends; returns why it did. */
  async #attempt(address: string, outer: AbortSignal): Promise<unknown> {
    if (address === '') {
      return new SwarmError('manager.unreachable', { addresses: [], reason: 'no manager is known' });
    }
    const { log } = this.#modules;
    const ended = new AbortController();
    const signal = AbortSignal.any([outer, ended.signal]);
    const channel = this.#modules.openChannel(address);
    const connection: Connection = {
      address,
      client: channel.client(DispatcherService),
      outgoing: new Stream<AgentMessage>({ capacity: MOST_WAITING_MESSAGES }),
      networks: new NetworkLine({
        sink: this.#modules.networkSink,
        send: (networkApplied) => this.#send(connection, { kind: 'networkApplied', networkApplied }),
        onFailure: (error) => connection.end(error),
      }),
      signal,
      end: (reason) => ended.abort(reason),
      heartbeatPeriodMs: 0,
      isRegistered: false,
      registeredAtMs: 0,
      lastSequence: undefined,
    };
    this.#connection = connection;
    try {
      await this.#live(connection);
      return new Error('the manager ended the session');
    } catch (error) {
      if (!outer.aborted) log.info('session ended', { address, error });
      return error;
    } finally {
      ended.abort(new Error('the session is over'));
      // Two agents of one node id would otherwise throw each other out without a pause.
      const livedMs = this.#modules.clock.monotonicMs() - connection.registeredAtMs;
      if (connection.isRegistered && livedMs > RETRY.longestMs) this.#boundMs = 0;
      this.#connection = undefined;
      this.#modules.reporter.detach();
      connection.outgoing.cancel();
      channel.close();
    }
  }

  async #live(connection: Connection): Promise<void> {
    const { describer } = this.#modules;
    this.#send(connection, {
      kind: 'register',
      register: {
        format: SESSION_FORMAT,
        description: describer.current,
        managerAddress: this.#localManagerAddress,
        recoveryEpoch: this.#modules.recoveryEpochs.highest,
      },
    });
    const release = describer.onChange((description) => {
      this.#send(connection, { kind: 'description', description });
    });
    this.#endUnlessRegistered(connection);
    try {
      const replies = connection.client.session(connection.outgoing, { signal: connection.signal });
      for await (const reply of replies) await this.#handle(connection, reply);
    } finally {
      release();
    }
  }

  async #handle(connection: Connection, { message }: ManagerMessage): Promise<void> {
    const { worker, reporter, logSender } = this.#modules;
    switch (message?.kind) {
      case 'registered':
        await this.#registered(connection, message.registered);
        return;
      case 'node':
        this.#nodeChanged(connection, message.node);
        return;
      case 'assignments':
        await this.#assign(connection, message.assignments, worker);
        return;
      case 'networkChanges':
        connection.networks.take(message.networkChanges);
        return;
      case 'networkExamination':
        this.#examine(connection, message.networkExamination);
        return;
      case 'ack':
        reporter.acknowledge(message.ack.sequence);
        return;
      case 'logRequest':
        logSender.answer(message.logRequest, connection.client, connection.signal);
        return;
      case 'logCancel':
        logSender.cancel(message.logCancel.requestId);
        return;
      case undefined:
        // Something a newer manager says, that an older agent need not know.
        return;
    }
  }

  /** Takes seconds, and holds up nothing else. */
  #examine(connection: Connection, request: NetworkExamination): void {
    const { requestId } = request;
    const report = this.#modules.examiner?.examine(request, connection.signal);
    const none = NetworkReportCodec.create({ requestId, error: 'it takes part in no overlay networks' });
    Promise.resolve(report ?? none).then(
      (networkReport) => this.#send(connection, { kind: 'networkReport', networkReport }),
      // The session is over, and with it whoever asked.
      () => undefined,
    );
  }

  async #registered(
    connection: Connection,
    { heartbeatPeriodMs, recoveryEpoch: ours }: Registered,
  ): Promise<void> {
    const { worker, reporter, log, recoveryEpochs } = this.#modules;
    const epoch = recoveryEpochs.highest;
    // Whatever this one says is about a cluster that went on without it.
    if (ours < epoch) throw new SwarmError('manager.superseded', { epoch, ours });
    await recoveryEpochs.saw(ours);
    connection.isRegistered = true;
    connection.registeredAtMs = this.#modules.clock.monotonicMs();
    connection.heartbeatPeriodMs = heartbeatPeriodMs;
    log.info('registered', { address: connection.address, heartbeatPeriodMs });
    reporter.attach(worker.statuses(), (statuses) => this.#send(connection, { kind: 'statuses', statuses }));
    this.#beat(connection).catch((error: unknown) => connection.end(error));
  }

  #nodeChanged(connection: Connection, change: NodeChange): void {
    if (change.managerAddresses.length > 0) this.#managerAddresses = change.managerAddresses;
    this.#mayAskLocalManager = true;
    if (change.heartbeatPeriodMs > 0) connection.heartbeatPeriodMs = change.heartbeatPeriodMs;
    this.#modules.onNodeChange(change);
  }

  async #assign(connection: Connection, assignments: Assignments, worker: Worker): Promise<void> {
    if (!connection.isRegistered) throw new Error('assignments came before the answer to the registration');
    if (!follows(assignments, connection.lastSequence)) {
      // A difference to something never seen: a new session begins with everything.
      throw new Error(`assignments ${assignments.sequence} do not follow ${connection.lastSequence}`);
    }
    connection.lastSequence = assignments.sequence;
    await worker.apply(assignments);
  }

  /** The period may change at any beat. */
  async #beat(connection: Connection): Promise<void> {
    const { clock, random } = this.#modules;
    while (!connection.signal.aborted) {
      const delayMs = heartbeatDelayMs(connection.heartbeatPeriodMs, random.fraction());
      await clock.sleep(delayMs, connection.signal).catch(() => undefined);
      if (!connection.signal.aborted) this.#send(connection, { kind: 'heartbeat', heartbeat: {} });
    }
  }

  #endUnlessRegistered(connection: Connection): void {
    const { clock } = this.#modules;
    clock.sleep(REGISTER_TIMEOUT_MS, connection.signal).then(
      () => {
        if (connection.isRegistered) return;
        const reason = `not registered within ${REGISTER_TIMEOUT_MS / 1000} s`;
        connection.end(new SwarmError('manager.unreachable', { addresses: [connection.address], reason }));
      },
      () => undefined,
    );
  }

  /** False, and the session ends, when the manager takes nothing any more. */
  #send(connection: Connection, message: NonNullable<AgentMessage['message']>): boolean {
    if (connection.signal.aborted) return false;
    if (connection.outgoing.push({ message })) return true;
    connection.end(new Error(`node ${this.#nodeId}: the manager at ${connection.address} takes no messages`));
    return false;
  }
}
