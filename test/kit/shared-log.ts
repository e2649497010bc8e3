/**
 * One log in memory that several members share, as a replicated log does when all goes well; and whatever
 * may go wrong with one, when the test says so. Nobody votes: the test says who leads.
 */
import { type Member, type MemberLog, MembershipError, type MemberStatus } from 'raft-ts/member-log.js';
import { type Leadership, ReplicatorError, type StateMachine } from 'raft-ts/replicator.js';
import { invariant } from '../../proto/base/invariant.js';

interface Pending {
  readonly by: SharedMember;
  /** Does it, now that there is a quorum. */
  readonly go: () => void;
  readonly fail: () => void;
}

export class SharedLog {
  readonly clusterId: string;
  recoveryEpoch = 0;
  readonly entries: Uint8Array[] = [];
  readonly #members = new Map<string, SharedMember>();
  readonly #observers: StateMachine[] = [];
  #isHeld = false;
  #pending: Pending[] = [];
  #lostAnswers = 0;
  #lostProposals = 0;
  #leader: string | null = null;
  epoch = 0;

  constructor(clusterId = 'cluster-1') {
    this.clusterId = clusterId;
  }

  /** A member whose state machine gets the log; the first one leads. */
  join(
    name: string,
    address: string,
    stateMachine: StateMachine,
    role: Member['role'] = 'voter',
  ): SharedMember {
    const id = this.#members.size + 1;
    const member = new SharedMember({ id, name, address, role }, this, stateMachine);
    this.#members.set(name, member);
    member.catchUp();
    if (this.#members.size === 1) this.lead(name);
    else this.#changed();
    return member;
  }

  /** Applies what is in the log and what will be; no member, and never in the way. */
  observe(stateMachine: StateMachine): void {
    this.entries.forEach((bytes, at) => stateMachine.apply(at + 1, bytes));
    this.#observers.push(stateMachine);
  }

  member(name: string): SharedMember {
    const member = this.#members.get(name);
    invariant(member !== undefined, `there is no member ${name}`);
    return member;
  }

  get leader(): string | null {
    return this.#leader;
  }

  all(): readonly SharedMember[] {
    return [...this.#members.values()];
  }

  /** From now on this member leads, or none; what the one before had not finished may or may not be done. */
  lead(name: string | null): void {
    this.#leader = name;
    this.epoch += 1;
    const pending = this.#pending.filter(({ by }) => by.name !== name);
    this.#pending = this.#pending.filter(({ by }) => by.name === name);
    this.#changed();
    for (const { fail } of pending) fail();
    this.#goOn();
  }

  /** The member gets nothing and is heard by nobody. */
  cut(name: string): void {
    this.member(name).isCut = true;
    this.#changed();
  }

  heal(name: string): void {
    const member = this.member(name);
    member.isCut = false;
    member.catchUp();
    this.#changed();
    this.#goOn();
  }

  /** How many proposals and barriers wait for a quorum, or for release(). */
  get waiting(): number {
    return this.#pending.length;
  }

  /** Nothing gets into the log until release(). */
  hold(): void {
    this.#isHeld = true;
  }

  release(): void {
    this.#isHeld = false;
    this.#goOn();
  }

  /** The next proposals get into the log, and who made them does not hear of it. */
  loseAnswers(count = 1): void {
    this.#lostAnswers += count;
  }

  /** The next proposals do not get into the log, and who made them does not hear of it. */
  loseProposals(count = 1): void {
    this.#lostProposals += count;
  }

  forget(name: string): void {
    this.#members.delete(name);
    if (this.#leader === name) this.lead(null);
    this.#changed();
  }

  /** Runs the work of the leader, at once or when there is a quorum. */
  asLeader<T>(by: SharedMember, work: () => T): Promise<T> {
    if (!by.leadership.isSelf)
      return Promise.reject(new ReplicatorError('not-leader', 'another leads', { leader: this.#leader }));
    return new Promise<T>((resolve, reject) => {
      const unknown = (): void =>
        reject(new ReplicatorError('outcome-unknown', 'leadership was lost meanwhile'));
      const go = (): void => {
        try {
          resolve(work());
        } catch (error) {
          reject(error);
        }
      };
      this.#pending.push({ by, go, fail: unknown });
      this.#goOn();
    });
  }

  append(bytes: Uint8Array): number {
    const unheard = new ReplicatorError('outcome-unknown', 'the answer was lost');
    if (this.#lostProposals > 0) {
      this.#lostProposals -= 1;
      throw unheard;
    }
    this.entries.push(Uint8Array.from(bytes));
    for (const member of this.all()) if (!member.isCut) member.catchUp();
    for (const observer of this.#observers) observer.apply(this.entries.length, bytes);
    if (this.#lostAnswers === 0) return this.entries.length;
    this.#lostAnswers -= 1;
    throw unheard;
  }

  get #hasQuorum(): boolean {
    const voters = this.all().filter(({ role }) => role === 'voter');
    const up = voters.filter(({ isCut }) => !isCut);
    const isLeaderUp = this.#leader !== null && !this.member(this.#leader).isCut;
    return isLeaderUp && up.length > voters.length / 2;
  }

  #goOn(): void {
    if (this.#isHeld || !this.#hasQuorum) return;
    for (const { go } of this.#pending.splice(0)) go();
  }

  #changed(): void {
    for (const member of this.all()) member.changed();
  }
}

export class SharedMember implements MemberLog {
  readonly selfId: number;
  readonly name: string;
  readonly stopped: Promise<Error | null>;
  address: string;
  role: Member['role'];
  isCut = false;
  /** Applies nothing meanwhile, though it hears of the leader. */
  isBehind = false;
  /** How old its state may be, as it says itself while it does not lead. */
  ageMs = 0;
  appliedIndex = 0;
  /** Whether leadership that is handed over is taken. */
  handsOver = true;
  readonly #log: SharedLog;
  readonly #stateMachine: StateMachine;
  readonly #leadershipListeners = new Set<(leadership: Leadership) => void>();
  readonly #memberListeners = new Set<() => void>();
  #settleStopped: (reason: Error | null) => void = () => undefined;

  constructor(member: Member, log: SharedLog, stateMachine: StateMachine) {
    this.selfId = member.id;
    this.name = member.name;
    this.address = member.address;
    this.role = member.role;
    this.#log = log;
    this.#stateMachine = stateMachine;
    this.stopped = new Promise((resolve) => {
      this.#settleStopped = resolve;
    });
  }

  get clusterId(): string {
    return this.#log.clusterId;
  }

  get recoveryEpoch(): number {
    return this.#log.recoveryEpoch;
  }

  get leadership(): Leadership {
    const { leader, epoch } = this.#log;
    return {
      leader: this.isCut && leader !== this.name ? null : leader,
      epoch,
      isSelf: leader === this.name,
    };
  }

  propose(bytes: Uint8Array): Promise<number> {
    return this.#log.asLeader(this, () => this.#log.append(bytes));
  }

  barrier(): Promise<number> {
    return this.#log.asLeader(this, () => this.appliedIndex);
  }

  watchLeadership(listener: (leadership: Leadership) => void): () => void {
    this.#leadershipListeners.add(listener);
    listener(this.leadership);
    return () => this.#leadershipListeners.delete(listener);
  }

  watchMembers(listener: () => void): () => void {
    this.#memberListeners.add(listener);
    return () => this.#memberListeners.delete(listener);
  }

  members(): readonly MemberStatus[] {
    const { isSelf: leads, leader } = this.leadership;
    return this.#log.all().map(({ selfId: id, name, address, role, isCut }) => {
      const isSelf = name === this.name;
      const isLeader = name === leader;
      const isHeard = !isCut && !this.isCut;
      const isReachable = isSelf || (leads || isLeader ? isHeard : undefined);
      return { id, name, address, role, isSelf, isLeader, isReachable };
    });
  }

  staleMs(): number {
    return this.leadership.isSelf ? 0 : this.ageMs;
  }

  /** What the log holds and this member has not. */
  catchUp(): void {
    if (this.isBehind) return;
    for (const bytes of this.#log.entries.slice(this.appliedIndex)) {
      this.appliedIndex += 1;
      this.#stateMachine.apply(this.appliedIndex, bytes);
    }
  }

  changed(): void {
    for (const listener of this.#leadershipListeners) listener(this.leadership);
    for (const listener of this.#memberListeners) listener();
  }

  addLearner(): Promise<Member> {
    return Promise.reject(new MembershipError('not-yet', 'members of this double join by its join()'));
  }

  async promote(id: number): Promise<void> {
    this.#byId(id).role = 'voter';
    this.#log.all().forEach((member) => member.changed());
    return await Promise.resolve();
  }

  async remove(id: number): Promise<void> {
    if (!this.leadership.isSelf) throw new MembershipError('not-leader', 'another leads');
    this.#log.forget(this.#byId(id).name);
    return await Promise.resolve();
  }

  async changeAddress(id: number, address: string): Promise<void> {
    this.#byId(id).address = address;
    return await Promise.resolve();
  }

  async transferLeadership(): Promise<void> {
    const heir = this.#log
      .all()
      .find(({ name, isCut, role }) => name !== this.name && !isCut && role === 'voter');
    if (heir === undefined || !this.handsOver)
      throw new MembershipError('would-lose-quorum', 'nobody else can lead');
    this.#log.lead(heir.name);
    return await Promise.resolve();
  }

  /** The log fails here: nothing goes on. */
  fail(reason: Error): void {
    this.#settleStopped(reason);
  }

  close(): Promise<void> {
    this.#settleStopped(null);
    return Promise.resolve();
  }

  #byId(id: number): SharedMember {
    const member = this.#log.all().find(({ selfId }) => selfId === id);
    if (member === undefined) throw new MembershipError('unknown-member', `there is no member ${id}`);
    return member;
  }
}

/** A state machine that only counts, for members that are there to be counted. */
export const NO_STATE: StateMachine = {
  apply: () => undefined,
  snapshot: () => ({
    [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }),
  }),
  restore: () => Promise.resolve(),
};
