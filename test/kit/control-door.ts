/**
 * The control API on a real door, for tests of the wire: a test manager with a control server, opened over
 * its unix socket. Logs are what the test says they are.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JudgeNodes } from '../../control-plane/api/rules/pending-tasks.js';
import { ControlServer } from '../../control-plane/api/control-server.js';
import type { LogPart, LogSource } from '../../control-plane/api/logs.js';
import type { NetworkExaminations } from '../../control-plane/api/network-examination.js';
import { group, update } from '../../control-plane/store/rules/change.js';
import { type ErrorCode, hasCode, type SwarmError } from '../../proto/base/errors.js';
import { type Log, silentLog } from '../../proto/base/log.js';
import type { Client, Handlers } from '../../proto/base/rpc.js';
import { aborted } from '../../proto/base/service.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { ControlService } from '../../proto/gen/control.js';
import { type LogOptions, type NetworkReport, NetworkReportCodec } from '../../proto/gen/dispatcher.js';
import { type Service, ServiceDesiredCodec, type Task } from '../../proto/gen/objects.js';
import { requestOf } from '../../proto/model/rollout.js';
import { aServiceSpec } from './builders.js';
import { commitAll, storeObjects } from './memory-store.js';
import { soleManager } from './sole-manager.js';
import { TestManager } from './test-manager.js';

/** Remembers what was asked, and gives what the test says. */
export class ScriptedLogs implements LogSource {
  readonly reads: { readonly taskIds: readonly string[]; readonly options: LogOptions }[] = [];
  partsOf: (taskIds: readonly string[]) => readonly LogPart[] = () => [];
  /** Whether a read goes on, in silence, until the reader leaves. */
  isEndless = false;
  /** Reads that have not ended. */
  openReads = 0;

  async *read(
    tasks: readonly { taskId: string }[],
    options: LogOptions,
    { signal }: { readonly signal: AbortSignal },
  ): AsyncGenerator<LogPart, void> {
    const taskIds = tasks.map(({ taskId }) => taskId);
    this.reads.push({ taskIds, options });
    this.openReads += 1;
    try {
      yield* this.partsOf(taskIds);
      if (this.isEndless) await aborted(signal);
    } finally {
      this.openReads -= 1;
    }
  }
}

/** By node id; a node without one is not connected. */
export class ScriptedExaminations implements NetworkExaminations {
  readonly reportByNodeId = new Map<string, NetworkReport>();

  async ask(nodeId: string): Promise<NetworkReport> {
    const none = NetworkReportCodec.create({ error: 'it is not connected' });
    return await Promise.resolve(this.reportByNodeId.get(nodeId) ?? none);
  }
}

const CONTROL_SOCKET = 'control.sock';

export class ControlDoor {
  readonly manager: TestManager;
  readonly logs: ScriptedLogs;
  readonly examinations: ScriptedExaminations;
  /** What nodes have against tasks is the test's to say. */
  readonly judge: { nodes: JudgeNodes };
  /** What answers behind the door. */
  readonly handlers: Handlers<typeof ControlService>;
  readonly control: Client<typeof ControlService>;
  readonly #channel: RpcChannel;
  /** Where the sockets are. */
  readonly directory: string;

  static async open(log: Log = silentLog): Promise<ControlDoor> {
    const manager = await TestManager.open(log);
    const logs = new ScriptedLogs();
    const examinations = new ScriptedExaminations();
    const judge: ControlDoor['judge'] = { nodes: () => undefined };
    const { store, clock } = manager.memory;
    const options = { nodeId: manager.first.nodeId, version: '1.2.3' };
    const server = new ControlServer(options, {
      store,
      clock,
      random: manager.random,
      log,
      logs,
      examinations,
      judgeNodes: (task, spec, nodeId) => judge.nodes(task, spec, nodeId),
      managers: soleManager(options.nodeId, () => manager.address),
      managerAddresses: () => [manager.address],
    });
    const handlers = server.handlers();
    manager.server.add(ControlService, handlers);
    await manager.listen();
    const directory = mkdtempSync(join(tmpdir(), 'swarm-control-'));
    await manager.server.listenUnix(join(directory, CONTROL_SOCKET));
    return new ControlDoor({ manager, logs, examinations, judge, handlers, directory });
  }

  private constructor(
    parts: Pick<ControlDoor, 'manager' | 'logs' | 'examinations' | 'judge' | 'handlers' | 'directory'>,
  ) {
    this.manager = parts.manager;
    this.logs = parts.logs;
    this.examinations = parts.examinations;
    this.judge = parts.judge;
    this.handlers = parts.handlers;
    this.directory = parts.directory;
    this.#channel = RpcChannel.unix(this.socketPath);
    this.control = this.#channel.client(ControlService);
  }

  get socketPath(): string {
    return join(this.directory, CONTROL_SOCKET);
  }

  async createService(name = 'web'): Promise<Service> {
    const { service } = await this.control.createService({ spec: aServiceSpec({ name }) });
    assert.ok(service !== undefined);
    return service;
  }

  async store(objects: Parameters<typeof storeObjects>[1]): Promise<void> {
    await storeObjects(this.manager.memory.store, objects);
  }

  /** As an agent's report does. */
  async setStatus(task: Task, status: NonNullable<Task['status']>): Promise<void> {
    await commitAll(this.manager.memory.store, [group([update('task', task.id, 'status', { status })])]);
  }

  /** As the orchestrator does when every task is of the present revision. */
  async settleRollout(serviceId: string): Promise<void> {
    const { store } = this.manager.memory;
    const { number } = requestOf(store.view().service(serviceId) ?? {});
    const desired = ServiceDesiredCodec.create({ state: 'completed', number });
    await commitAll(store, [group([update('service', serviceId, 'desired', { desired })])]);
  }

  async close(): Promise<void> {
    this.#channel.close();
    await this.manager.close();
    rmSync(this.directory, { recursive: true });
  }
}

/** For assert.rejects: the error has the code, and these of its facts. */
export function rejectsWith<C extends ErrorCode>(
  code: C,
  facts: Partial<SwarmError<C>['facts']> = {},
): (error: unknown) => boolean {
  return (error) => {
    assert.ok(hasCode(error, code), `expected ${code}, got ${String(error)}`);
    for (const [name, value] of Object.entries(facts))
      assert.deepEqual((error.facts as Readonly<Record<string, unknown>>)[name], value);
    return true;
  };
}

/** The version a change of the object's spec is made from. */
export function specVersion(object: Pick<Service, 'meta'> | undefined): number {
  return object?.meta?.versions['spec'] ?? 0;
}

/** The next item of a stream that has not ended. */
export async function next<T>(iterator: AsyncIterator<T>): Promise<T> {
  const result = await iterator.next();
  assert.ok(result.done !== true, 'the stream has ended');
  return result.value;
}

/** Everything the stream gives until its end. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}
