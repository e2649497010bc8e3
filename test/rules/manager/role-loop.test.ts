/**
 * The leader's loop of roles against a log whose members do as they are told, or refuse.
 */
import assert from 'node:assert/strict';
import { type Member, MembershipError, type MemberStatus } from 'raft-ts/member-log.js';
import { RoleLoop } from '../../../control-plane/manager/role-loop.js';
import { update } from '../../../control-plane/store/rules/change.js';
import type { NodeRole } from '../../../proto/gen/objects.js';
import { aCluster, aNode } from '../../kit/builders.js';
import { aMemoryStore, commitAll, type MemoryStore, storeObjects } from '../../kit/memory-store.js';
import { RecordedLog } from '../../kit/recorded-log.js';
import { settle } from '../../kit/sim-clock.js';

/** A log with members and no entries: changes are made at once, unless they are refused. */
class ScriptedMembers {
  readonly selfId = 1;
  readonly done: string[] = [];
  refusal: MembershipError | undefined;
  #members: Member[] = [];
  #listener: () => void = () => undefined;

  set(...members: readonly Member[]): void {
    this.#members = [...members];
    this.#listener();
  }

  members(): readonly MemberStatus[] {
    return this.#members.map((member) => ({
      ...member,
      isSelf: member.id === this.selfId,
      isLeader: member.id === this.selfId,
      isReachable: true,
    }));
  }

  watchMembers(listener: () => void): () => void {
    this.#listener = listener;
    return () => undefined;
  }

  async promote(id: number): Promise<void> {
    this.#change(`promote ${id}`, (member) => [member.id === id ? { ...member, role: 'voter' } : member]);
  }

  async remove(id: number): Promise<void> {
    this.#change(`remove ${id}`, (member) => (member.id === id ? [] : [member]));
  }

  async changeAddress(id: number, address: string): Promise<void> {
    this.#change(`move ${id}`, (member) => [member.id === id ? { ...member, address } : member]);
  }

  #change(what: string, change: (member: Member) => readonly Member[]): void {
    if (this.refusal !== undefined) throw this.refusal;
    this.done.push(what);
    this.set(...this.#members.flatMap(change));
  }
}

const member = (id: number, role: Member['role'] = 'voter'): Member => ({
  id,
  name: `n${id}`,
  address: `h${id}:2377`,
  role,
});

describe('the loop of roles', () => {
  let memory: MemoryStore;
  let members: ScriptedMembers;
  let log: RecordedLog;
  let addresses: Map<number, string>;
  let moved: () => void;
  let stop: AbortController;
  let running: Promise<void>;

  beforeEach(async () => {
    memory = aMemoryStore();
    members = new ScriptedMembers();
    log = new RecordedLog();
    addresses = new Map();
    stop = new AbortController();
    await storeObjects(memory.store, {
      cluster: [aCluster()],
      node: [1, 2].map((id) =>
        aNode({ id: `n${id}`, spec: { role: 'manager' }, identity: { role: 'manager' } }),
      ),
    });
    members.set(member(1), member(2));
    running = new RoleLoop({
      store: memory.store,
      memberLog: members,
      clock: memory.clock,
      log,
      addresses: () => addresses,
      watchAddresses: (listener) => {
        moved = listener;
        return () => undefined;
      },
    }).run(stop.signal);
    await settle();
  });
  afterEach(async () => {
    stop.abort();
    await running;
  });

  const ask = async (id: number, role: NodeRole): Promise<void> => {
    const spec = { labels: {}, autoRemoveAfterMs: 0, availability: 'active', role } as const;
    await commitAll(memory.store, [{ changes: [update('node', `n${id}`, 'spec', { spec })], checks: [] }]);
    await settle();
  };
  const roleOf = (id: number): NodeRole | undefined => memory.store.view().node(`n${id}`)?.identity?.role;

  it('takes a demoted manager out of the log, and then calls it a worker', async () => {
    await ask(2, 'worker');
    assert.deepEqual(members.done, ['remove 2']);
    assert.equal(roleOf(2), 'worker');
  });

  it('does not call it a worker while the log cannot do without it, and goes on as soon as it can', async () => {
    members.refusal = new MembershipError('would-lose-quorum', 'no majority would be left');
    await ask(2, 'worker');
    await memory.clock.advance(12_000);
    assert.equal(roleOf(2), 'manager');
    const complaints = log.lines.filter(({ level }) => level === 'warn');
    assert.equal(complaints.length, 1, 'said once');
    members.refusal = undefined;
    await memory.clock.advance(5_000);
    await settle();
    assert.equal(roleOf(2), 'worker');
  });

  it('gives a new member its vote as soon as it has caught up', async () => {
    members.refusal = new MembershipError('not-yet', 'it lacks entries');
    members.set(member(1), member(2, 'learner'));
    await settle();
    await memory.clock.advance(1_000);
    members.refusal = undefined;
    await memory.clock.advance(1_000);
    await settle();
    assert.deepEqual(members.done, ['promote 2']);
    assert.deepEqual(
      log.lines.filter(({ level }) => level === 'warn'),
      [],
    );
  });

  it('writes down where a member is now', async () => {
    addresses.set(2, 'new:2377');
    moved();
    await settle();
    assert.deepEqual(members.done, ['move 2']);
    await memory.clock.advance(10_000);
    assert.deepEqual(members.done, ['move 2']);
  });
});
