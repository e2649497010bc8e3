/**
 * Members of logs in one real etcd, in this process. Owns what it opened: `close` closes every member, the newest first.
 * Clusters get ids of their own, so tests share an etcd without meeting.
 */
import type { StateMachine } from 'raft-ts/replicator.js';
import { Etcd3Client, type EtcdConnection } from '../../control-plane/etcd-log/etcd3-client.js';
import type { EtcdLog } from '../../control-plane/etcd-log/etcd-log.js';
import { foundEtcdCluster } from '../../control-plane/etcd-log/beginnings.js';
import { openEtcdLog, type OpenOptions } from '../../control-plane/etcd-log/open-etcd-log.js';
import { type Clock, SystemClock } from '../../proto/base/clock.js';
import { silentLog } from '../../proto/base/log.js';
import { eventually } from './eventually.js';
import { ListMachine } from './list-machine.js';

export interface OpenedMember {
  readonly log: EtcdLog;
  readonly machine: ListMachine;
}

export type MemberOptions = Partial<OpenOptions>;

const PREFIX = '/swarm';

/** In this process, whatever etcd they are in. */
let clusters = 0;

export class EtcdLogs {
  readonly #connection: EtcdConnection;
  readonly #clock: Clock;
  readonly #open: EtcdLog[] = [];

  constructor(connection: EtcdConnection, clock: Clock = new SystemClock()) {
    this.#connection = connection;
    this.#clock = clock;
  }

  client(Client = Etcd3Client): Etcd3Client {
    return new Client(this.#connection, { clock: this.#clock });
  }

  /** A new cluster; its first member has id 1 and the name m1. */
  async newCluster(clusterId = `cluster-${++clusters}`): Promise<string> {
    const client = this.client();
    try {
      const place = { prefix: PREFIX, clusterId };
      await foundEtcdCluster(place, { name: 'm1', address: 'm1:2377' }, { client, clock: this.#clock });
    } finally {
      client.close();
    }
    return clusterId;
  }

  /** A member that is registered already. */
  async member(
    clusterId: string,
    selfId: number,
    options: MemberOptions = {},
    Client = Etcd3Client,
  ): Promise<OpenedMember> {
    const machine = new ListMachine();
    return { log: await this.open(clusterId, selfId, machine, options, Client), machine };
  }

  /** The same, over any state machine. */
  async open(
    clusterId: string,
    selfId: number,
    stateMachine: StateMachine,
    options: MemberOptions = {},
    Client = Etcd3Client,
  ): Promise<EtcdLog> {
    const log = await openEtcdLog(
      { selfId, clusterId, prefix: PREFIX, leaseSeconds: 2, ...options },
      { client: this.client(Client), clock: this.#clock, stateMachine, log: silentLog },
    );
    this.#open.push(log);
    return log;
  }

  /** A member of a new cluster of its own, which leads. */
  async alone(options: MemberOptions = {}, Client = Etcd3Client): Promise<OpenedMember> {
    return await this.member(await this.newCluster(), 1, options, Client);
  }

  /** A new cluster of several; the first one leads. */
  async several(count: number, options: MemberOptions = {}): Promise<readonly OpenedMember[]> {
    const first = await this.alone(options);
    const members = [first];
    for (let number = 2; number <= count; number++) {
      const { id } = await first.log.addLearner({ name: `m${number}`, address: `m${number}:2377` });
      members.push(await this.member(first.log.clusterId, id, options));
    }
    return members;
  }

  async close(): Promise<void> {
    for (const log of this.#open.splice(0).toReversed()) await log.close();
  }
}

/** Waits until this member leads. */
export async function leads(log: EtcdLog): Promise<void> {
  await eventually(
    'the member leads',
    () => log.leadership,
    ({ isSelf }) => isSelf,
    { withinMs: 15_000 },
  );
}

/** Waits until the machine holds these entries, and no others. */
export async function holds(machine: ListMachine, texts: readonly string[]): Promise<void> {
  await eventually(
    `${texts.length} entries`,
    () => machine.entries.join('\n'),
    (found) => found === texts.join('\n'),
  );
}

export async function proposeAll(log: EtcdLog, texts: readonly string[]): Promise<void> {
  await Promise.all(texts.map((text) => log.propose(Buffer.from(text))));
}

export const numbered = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `entry ${from + at}`);
