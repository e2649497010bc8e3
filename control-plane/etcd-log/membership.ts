/**
 * The members of a log in etcd: keys that only the leader changes, each change in one transaction that wants its
 * leadership as it began. Nobody votes here, so whoever is added is a voter at once, and no quorum of ours can be lost.
 */
import { type Member, MembershipError, type MemberStatus } from 'raft-ts/member-log.js';
import { type Compare, type EtcdClient, EtcdError, type Operation } from './etcd-client.js';
import type { Keys } from './rules/keys.js';
import { encodeRecord, type MemberRecord, type SharedState } from './rules/shared-state.js';
import type { StateWatch } from './state-watch.js';

const TIMEOUT_MS = 3_000;

export interface MembershipModules {
  readonly client: EtcdClient;
  readonly watch: StateWatch;
  /** Of the leadership of this member; undefined while it does not lead. */
  readonly epoch: () => number | undefined;
}

export class Membership {
  readonly #keys: Keys;
  readonly #selfId: number;
  readonly #modules: MembershipModules;

  constructor(keys: Keys, selfId: number, modules: MembershipModules) {
    this.#keys = keys;
    this.#selfId = selfId;
    this.#modules = modules;
  }

  list(): readonly MemberStatus[] {
    const { memberById, presentIds, leader } = this.#modules.watch.state;
    return [...memberById]
      .toSorted(([a], [b]) => a - b)
      .map(([id, { name, address }]) => ({
        id,
        name,
        address,
        role: 'voter',
        isSelf: id === this.#selfId,
        isLeader: id === leader?.memberId,
        isReachable: id === this.#selfId || presentIds.has(id),
      }));
  }

  async add({ name, address }: MemberRecord): Promise<Member> {
    const { memberById, nextId } = this.#modules.watch.state;
    const epoch = this.#leadingEpoch();
    if (nextId === undefined)
      throw new MembershipError('not-yet', 'the state of the cluster is not known yet');
    const replaced = [...memberById].filter(([, member]) => member.name === name).map(([id]) => id);
    if (replaced.includes(this.#selfId))
      throw new MembershipError('not-yet', `"${name}" is the member that leads; it cannot be replaced now`);
    const id = nextId.id;
    await this.#change(
      epoch,
      [{ from: this.#keys.nextId, modRevision: nextId.modRevision }],
      [
        ...replaced.flatMap((old) => this.#removal(old)),
        { kind: 'put', key: this.#keys.nextId, value: encodeRecord({ id: id + 1 }) },
        { kind: 'put', key: this.#keys.member(id), value: encodeRecord({ name, address }) },
      ],
    );
    return { id, name, address, role: 'voter' };
  }

  assertMember(id: number): void {
    this.#leadingEpoch();
    this.#known(id);
  }

  async remove(id: number): Promise<void> {
    const epoch = this.#leadingEpoch();
    const { modRevision } = this.#known(id);
    await this.#change(epoch, [{ from: this.#keys.member(id), modRevision }], this.#removal(id));
  }

  /** This member, which does not lead any more. */
  async removeSelf(): Promise<void> {
    const { modRevision } = this.#known(this.#selfId);
    const compares = [{ from: this.#keys.member(this.#selfId), modRevision }];
    await this.#change(undefined, compares, this.#removal(this.#selfId));
  }

  async changeAddress(id: number, address: string): Promise<void> {
    const epoch = this.#leadingEpoch();
    const { name, modRevision } = this.#known(id);
    const put: Operation = {
      kind: 'put',
      key: this.#keys.member(id),
      value: encodeRecord({ name, address }),
    };
    await this.#change(epoch, [{ from: this.#keys.member(id), modRevision }], [put]);
  }

  /** Who is to lead next: the member that was asked for, or the oldest one that is there. */
  heir(toId: number | undefined): number {
    this.#leadingEpoch();
    const { memberById, presentIds } = this.#modules.watch.state;
    if (toId !== undefined) this.#known(toId);
    const there = [...memberById.keys()].filter((id) => id !== this.#selfId && presentIds.has(id));
    const heir = toId === undefined ? there.toSorted((a, b) => a - b)[0] : there.find((id) => id === toId);
    if (heir !== undefined) return heir;
    const who = toId === undefined ? 'no other member is' : `member ${toId} is not`;
    throw new MembershipError('not-yet', `${who} there to lead; start it, or wait until it is connected`);
  }

  #removal(id: number): readonly Operation[] {
    return [
      { kind: 'delete', range: { from: this.#keys.member(id) } },
      { kind: 'delete', range: { from: this.#keys.presence(id) } },
    ];
  }

  #leadingEpoch(): number {
    const epoch = this.#modules.epoch();
    if (epoch !== undefined) return epoch;
    throw new MembershipError('not-leader', 'this member does not lead', {
      leader: leaderName(this.#modules.watch.state),
    });
  }

  #known(id: number): MemberRecord & { readonly modRevision: number } {
    const member = this.#modules.watch.state.memberById.get(id);
    if (member !== undefined) return member;
    throw new MembershipError('unknown-member', `no member has the id ${id}`);
  }

  async #change(
    epoch: number | undefined,
    compares: readonly Compare[],
    success: readonly Operation[],
  ): Promise<void> {
    const { client, watch } = this.#modules;
    const readState: Operation = { kind: 'read', range: this.#keys.state };
    const isLeading = epoch === undefined ? [] : [{ from: this.#keys.leader, createRevision: epoch }];
    try {
      const answer = await client.transact(
        { compares: [...isLeading, ...compares], success: [...success, readState], failure: [readState] },
        TIMEOUT_MS,
      );
      watch.take(answer.reads[0] ?? [], answer.revision);
      if (answer.succeeded) return;
    } catch (error) {
      const isUnknown = error instanceof EtcdError && error.code === 'no-answer';
      const message = error instanceof Error ? error.message : String(error);
      throw new MembershipError(isUnknown ? 'outcome-unknown' : 'not-yet', `etcd: ${message}`, {
        cause: error,
      });
    }
    if (epoch !== undefined) this.#leadingEpoch();
    throw new MembershipError('not-yet', 'the members were changed meanwhile; look at them and try again');
  }
}

export function leaderName({ leader, memberById }: SharedState): string | null {
  return leader === undefined ? null : (memberById.get(leader.memberId)?.name ?? null);
}
