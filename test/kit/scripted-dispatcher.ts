/**
 * A dispatcher that does what the test says, over real gRPC with real certificates: for trying agents. Keeps
 * what each session sent; registers and acknowledges by itself unless told not to.
 */
import type { SwarmError } from '../../proto/base/errors.js';
import { silentLog } from '../../proto/base/log.js';
import type { Handlers } from '../../proto/base/rpc.js';
import { RpcServer } from '../../proto/base/rpc-server.js';
import { Stream } from '../../proto/base/stream.js';
import {
  type AgentMessage,
  type AssignmentsInput,
  DispatcherService,
  type LogChunk,
  type ManagerMessage,
  ManagerMessageCodec,
  type ManagerMessageInput,
} from '../../proto/gen/dispatcher.js';
import type { TaskStatus } from '../../proto/gen/objects.js';
import { eventually } from './eventually.js';
import type { TestAuthority } from './test-certificates.js';

export class ScriptedSession {
  readonly received: NonNullable<AgentMessage['message']>[] = [];
  readonly outgoing = new Stream<ManagerMessage>({ capacity: 1_000 });
  hasEnded = false;

  send(message: NonNullable<ManagerMessageInput['message']>): void {
    this.outgoing.push(ManagerMessageCodec.create({ message }));
  }

  assign(assignments: AssignmentsInput): void {
    this.send({ kind: 'assignments', assignments });
  }

  /** The newest status told of a task. */
  statusOf(taskId: string): TaskStatus | undefined {
    return this.statusesOf(taskId).at(-1);
  }

  statusesOf(taskId: string): readonly TaskStatus[] {
    return this.received
      .flatMap((message) => (message.kind === 'statuses' ? message.statuses.reports : []))
      .flatMap((report) => (report.taskId === taskId && report.status !== undefined ? [report.status] : []));
  }

  count(kind: NonNullable<AgentMessage['message']>['kind']): number {
    return this.received.filter((message) => message.kind === kind).length;
  }
}

export class ScriptedDispatcher {
  readonly sessions: ScriptedSession[] = [];
  readonly logChunks: LogChunk[] = [];
  address = '';
  /** How new sessions are refused; undefined: they are not. */
  refusal: SwarmError | undefined;
  heartbeatPeriodMs = 5_000;
  acknowledges = true;
  recoveryEpoch = 0;
  logCallsEnded = 0;
  #server = new RpcServer({ log: silentLog, authorize: () => undefined });

  static async start(authority: TestAuthority, port = 0): Promise<ScriptedDispatcher> {
    const dispatcher = new ScriptedDispatcher();
    await dispatcher.#listen(authority, port);
    return dispatcher;
  }

  /** The session that stands now; waits for one. */
  async session(count = 1): Promise<ScriptedSession> {
    await eventually(
      `session ${count}`,
      () => this.sessions.length,
      (length) => length >= count,
    );
    const session = this.sessions.at(-1);
    if (session === undefined) throw new Error('no session');
    return session;
  }

  async close(): Promise<void> {
    await this.#server.close(0);
  }

  async #listen(authority: TestAuthority, port: number): Promise<void> {
    this.#server.add(DispatcherService, this.#handlers());
    const identity = await authority.identity('m1', 'swarm-manager');
    this.address = `127.0.0.1:${await this.#server.listenTls({ host: '127.0.0.1', port }, identity)}`;
  }

  #handlers(): Handlers<typeof DispatcherService> {
    return {
      session: (requests) => this.#session(requests),
      publishLogs: async (chunks) => {
        try {
          for await (const chunk of chunks) this.logChunks.push(chunk);
        } finally {
          this.logCallsEnded += 1;
        }
        return {};
      },
    };
  }

  async *#session(requests: AsyncIterable<AgentMessage>): AsyncGenerator<ManagerMessage> {
    if (this.refusal !== undefined) throw this.refusal;
    const session = new ScriptedSession();
    void this.#read(session, requests);
    try {
      yield* session.outgoing;
    } finally {
      session.hasEnded = true;
    }
  }

  async #read(session: ScriptedSession, requests: AsyncIterable<AgentMessage>): Promise<void> {
    try {
      for await (const { message } of requests) {
        if (message === undefined) continue;
        session.received.push(message);
        if (message.kind === 'register') this.#register(session);
        if (message.kind === 'statuses' && this.acknowledges) {
          session.send({ kind: 'ack', ack: { sequence: message.statuses.sequence } });
        }
      }
    } catch {
      // The agent is gone; the session's end says so.
    } finally {
      session.outgoing.end();
    }
  }

  #register(session: ScriptedSession): void {
    const { heartbeatPeriodMs, recoveryEpoch } = this;
    session.send({ kind: 'registered', registered: { sessionId: 's', heartbeatPeriodMs, recoveryEpoch } });
    this.sessions.push(session);
  }
}
