/**
 * The dispatcher behind a real door on loopback, with a time that only the test moves, and agents that say
 * what the test tells them to.
 */
import { DispatcherServer } from '../../control-plane/dispatcher/dispatcher-server.js';
import type { Client, TlsIdentity } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { Stream } from '../../proto/base/stream.js';
import {
  type AgentMessage,
  AgentMessageCodec,
  type AgentMessageInput,
  type Assignments,
  DispatcherService,
  type ManagerMessage,
  type RegisterInput,
} from '../../proto/gen/dispatcher.js';
import type { NodeStatus, TaskInput } from '../../proto/gen/objects.js';
import { aNode, aRevision, aTask } from './builders.js';
import { eventually } from './eventually.js';
import { storeObjects } from './memory-store.js';
import { RecordedLog } from './recorded-log.js';
import { TestManager } from './test-manager.js';

type Said = NonNullable<ManagerMessage['message']>;

/** An agent's end of a session, driven by the test. */
export class ScriptedAgent {
  readonly heard: Said[] = [];
  readonly #channel: RpcChannel;
  readonly #outgoing = new Stream<AgentMessage>({ capacity: 100 });
  readonly #dead = new AbortController();
  /** Why the session ended: the error, or undefined for a clean end. */
  readonly ended: Promise<unknown>;

  constructor(address: string, identity: TlsIdentity) {
    this.#channel = RpcChannel.tls(address, identity);
    this.ended = this.#listen();
  }

  get client(): Client<typeof DispatcherService> {
    return this.#channel.client(DispatcherService);
  }

  say(message: NonNullable<AgentMessageInput['message']>): void {
    this.#outgoing.push(AgentMessageCodec.create({ message }));
  }

  register(parts: RegisterInput = {}): void {
    const description = aNode({ id: 'w', description: { hostname: 'worker-host' } }).description;
    this.say({ kind: 'register', register: { format: 1, description, ...parts } });
  }

  /** The first message of the kind, or the count-th. */
  async hears<K extends Said['kind']>(kind: K, count = 1): Promise<Extract<Said, { kind: K }>> {
    const ofKind = (): readonly Said[] => this.heard.filter((said) => said.kind === kind);
    const found = await eventually(`${kind} ${count}`, ofKind, (all) => all.length >= count);
    return found[count - 1] as Extract<Said, { kind: K }>;
  }

  async assignments(count = 1): Promise<Assignments> {
    return (await this.hears('assignments', count)).assignments;
  }

  /** Closes its side; the session ends cleanly. */
  leave(): void {
    this.#outgoing.end();
  }

  /** Dies. */
  kill(): void {
    this.#dead.abort();
    this.#outgoing.cancel();
    this.#channel.close();
  }

  async #listen(): Promise<unknown> {
    try {
      for await (const { message } of this.client.session(this.#outgoing, { signal: this.#dead.signal }))
        if (message) this.heard.push(message);
      return undefined;
    } catch (error) {
      return error;
    }
  }
}

/** A manager whose dispatcher leads, with node w1 and revision 1 of service s1, called web. */
export class TestDispatcher {
  readonly manager: TestManager;
  readonly server: DispatcherServer;
  readonly log: RecordedLog;
  /** What this manager knows of the cluster's. */
  readonly managers: {
    addresses: string[];
    leaderAddress: string;
    recoveryEpoch: number;
    /** Says that the addresses are others. */
    changed: () => void;
  };
  readonly #agents: ScriptedAgent[] = [];
  readonly #identity: TlsIdentity;
  #stop = new AbortController();
  #term: Promise<void>;

  static async open(log: RecordedLog = new RecordedLog()): Promise<TestDispatcher> {
    const manager = await TestManager.open(log);
    const { store, clock } = manager.memory;
    const managers = {
      addresses: ['192.0.2.7:2377'],
      leaderAddress: '',
      recoveryEpoch: 0,
      changed: (): void => undefined,
    };
    const server = new DispatcherServer({
      store,
      clock,
      random: manager.random,
      log,
      managerAddresses: () => managers.addresses,
      watchManagers: (listener) => {
        managers.changed = listener;
        return () => undefined;
      },
      leaderAddress: () => managers.leaderAddress,
      recoveryEpoch: () => managers.recoveryEpoch,
    });
    manager.server.add(DispatcherService, server.handlers());
    const identity = await manager.member('w1');
    await storeObjects(store, { revision: [aRevision({ serviceId: 's1', spec: { name: 'web' } })] });
    await manager.listen();
    return new TestDispatcher({ manager, server, managers, log }, identity);
  }

  private constructor(
    parts: Pick<TestDispatcher, 'manager' | 'server' | 'managers' | 'log'>,
    identity: TlsIdentity,
  ) {
    this.manager = parts.manager;
    this.server = parts.server;
    this.managers = parts.managers;
    this.log = parts.log;
    this.#identity = identity;
    this.#term = this.server.run(this.#stop.signal);
  }

  /** An agent of w1, or of whose identity it is given, that has said nothing yet. */
  agent(identity: TlsIdentity = this.#identity): ScriptedAgent {
    const agent = new ScriptedAgent(this.manager.address, identity);
    this.#agents.push(agent);
    return agent;
  }

  /** An agent that knows what its node should hold. */
  async registered(identity?: TlsIdentity): Promise<ScriptedAgent> {
    const agent = this.agent(identity);
    agent.register();
    await agent.assignments();
    return agent;
  }

  /** Stores tasks of web, on w1 unless they say otherwise. */
  async put(...tasks: readonly TaskInput[]): Promise<void> {
    await storeObjects(this.manager.memory.store, {
      task: tasks.map((parts) => aTask({ serviceId: 's1', placement: { nodeId: 'w1' }, ...parts })),
    });
  }

  /** What the store says of w1. */
  status(): NodeStatus | undefined {
    return this.manager.memory.store.view().node('w1')?.status;
  }

  async w1Becomes(state: string): Promise<NodeStatus | undefined> {
    return await eventually(
      `w1 ${state}`,
      () => this.status(),
      (status) => status?.state === state,
    );
  }

  async endTerm(): Promise<void> {
    this.#stop.abort();
    await this.#term;
  }

  beginTerm(): void {
    this.#stop = new AbortController();
    this.#term = this.server.run(this.#stop.signal);
  }

  async close(): Promise<void> {
    for (const agent of this.#agents) agent.kill();
    await this.endTerm();
    await this.manager.close();
  }
}
