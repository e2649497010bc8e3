/**
 * Several members of one replicated log in this process, on real disks and a network of their own: founded, joined
 * one by one, stopped, started again, emptied.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { foundCluster, joinCluster } from 'raft-ts/beginnings.js';
import { NodeDisk } from 'raft-ts/node-disk.js';
import { openMember, type OpenMemberOptions } from 'raft-ts/open-member.js';
import type { RaftMember } from 'raft-ts/raft-member.js';
import type { StateMachine } from 'raft-ts/replicator.js';
import { eventually } from './eventually.js';
import type { ListMachine } from './list-machine.js';
import { MemberNet } from './member-net.js';

export interface GroupMember<M extends StateMachine = ListMachine> {
  readonly name: string;
  readonly directory: string;
  readonly member: RaftMember;
  readonly machine: M;
  readonly refusals: string[];
}

export const CLUSTER_ID = 'cluster-1';

/** Elections within a fraction of a second. */
const FAST = { tickMs: 15 } as const;

export class MemberGroup<M extends StateMachine = ListMachine> {
  readonly net = new MemberNet();
  readonly #root = fs.mkdtempSync(path.join(os.tmpdir(), 'members-'));
  readonly #options: Partial<OpenMemberOptions>;
  readonly #makeMachine: () => M;
  readonly #open = new Map<string, GroupMember<M>>();

  constructor(makeMachine: () => M, options: Partial<OpenMemberOptions> = {}) {
    this.#makeMachine = makeMachine;
    this.#options = options;
  }

  get all(): GroupMember<M>[] {
    return [...this.#open.values()];
  }

  directoryOf(name: string): string {
    return path.join(this.#root, name);
  }

  of(name: string): GroupMember<M> {
    const found = this.#open.get(name);
    if (found === undefined) throw new Error(`${name} is not running`);
    return found;
  }

  /** A cluster of these, all with a vote; the first leads. */
  async begin(names: readonly string[]): Promise<readonly GroupMember<M>[]> {
    const [first = '', ...others] = names;
    await foundCluster(this.#self(first), { disk: new NodeDisk(), stateMachine: this.#makeMachine() });
    await this.start(first);
    for (const name of others) await this.join(name);
    // A vote counts from the moment at which the others know of it.
    await eventually(
      'all know that all vote',
      () => this.all.map(({ member }) => member.members().filter(({ role }) => role === 'voter').length),
      (counts) => counts.every((count) => count === names.length),
    );
    return names.map((name) => this.of(name));
  }

  /** Adds a learner, starts it, and gives it its vote. */
  async join(name: string): Promise<GroupMember<M>> {
    const { id } = await this.addLearner(name);
    const joined = await this.start(name);
    await this.promote(id);
    return joined;
  }

  /** Asks the leader for a place and prepares the directory. */
  async addLearner(name: string): Promise<{ readonly id: number }> {
    const { member } = await this.leader();
    const added = await member.addLearner({ name, address: name });
    const { clusterId, recoveryEpoch } = member;
    const peers = member.members();
    await joinCluster(
      { ...this.#self(name), id: added.id, clusterId, recoveryEpoch, peers },
      { disk: new NodeDisk() },
    );
    return added;
  }

  async promote(id: number): Promise<void> {
    await eventually(
      `member ${id} gets its vote`,
      async () => await (await this.leader()).member.promote(id).then(() => true),
      (isDone) => isDone,
    );
  }

  async start(
    name: string,
    options: Partial<OpenMemberOptions> = {},
    address = name,
  ): Promise<GroupMember<M>> {
    const machine = this.#makeMachine();
    const refusals: string[] = [];
    const directory = this.directoryOf(name);
    const member = await openMember(
      { ...FAST, ...this.#options, ...options, directory },
      {
        disk: new NodeDisk(),
        stateMachine: machine,
        transport: this.net.transport(address),
        onRefused: (id, reason) => refusals.push(`${id}: ${reason}`),
      },
    );
    const started = { name, directory, member, machine, refusals };
    this.#open.set(name, started);
    return started;
  }

  async stop(name: string): Promise<void> {
    const { member } = this.of(name);
    this.#open.delete(name);
    await member.close();
  }

  /** Who leads by its own account, once somebody does. */
  async leader(): Promise<GroupMember<M>> {
    const look = (): GroupMember<M> | undefined => this.all.find(({ member }) => member.leadership.isSelf);
    const found = look() ?? (await eventually('a member leads', look, (seen) => seen !== undefined));
    if (found === undefined) throw new Error('nobody leads');
    return found;
  }

  async followers(): Promise<GroupMember<M>[]> {
    const leader = await this.leader();
    return this.all.filter((each) => each !== leader);
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map(({ member }) => member.close()));
    fs.rmSync(this.#root, { recursive: true, force: true });
  }

  #self(name: string) {
    const { segmentBytes } = this.#options;
    const size = segmentBytes === undefined ? {} : { segmentBytes };
    return { directory: this.directoryOf(name), name, address: name, clusterId: CLUSTER_ID, ...size };
  }
}
