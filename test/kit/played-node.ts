/**
 * A node loop whose world a test plays by hand: what it asks for is noted in order, and nothing of it is done.
 */
import assert from 'node:assert/strict';
import { encodeSnapshotMembers } from 'raft-ts/membership.js';
import type { NodeEffects, Outcome } from 'raft-ts/node-effects.js';
import { RaftNode } from 'raft-ts/raft-node.js';
import type { LogRecord } from 'raft-ts/record.js';
import { makeMessage, type Message, NO_CONF_STATE } from 'raft-ts/rules/types.js';

const OPTIONS = {
  id: 1,
  electionTicks: 10,
  heartbeatTicks: 1,
  snapshotAfterEntries: 1000,
  snapshotAfterBytes: 1e9,
  keptEntries: 10,
  keptBytes: 1e6,
};

/** A node, and all that it asked for, in order. */
export class Played implements NodeEffects {
  readonly asked: string[] = [];
  readonly sent: Message[] = [];
  readonly node: RaftNode;
  records: readonly LogRecord[] = [];
  hasRoom = true;

  constructor(voters: readonly number[], options: Partial<typeof OPTIONS> = {}) {
    const confState = { ...NO_CONF_STATE, voters };
    const peers = voters.map((id) => ({ id, name: `m${id}`, address: `m${id}` }));
    const membership = { clusterId: 'c', recoveryEpoch: 0, highestId: 3, peers };
    const data = encodeSnapshotMembers({ confState, membership });
    const start = {
      snapshot: { data, metadata: { index: 1, term: 1, confState } },
      membership,
      entries: [],
      hardState: { term: 1, vote: 0, commit: 1 },
    };
    this.node = new RaftNode({ ...OPTIONS, ...options }, start, { effects: this, random: () => 0 });
  }

  wantTurn(): void {}

  write(records: readonly LogRecord[]): void {
    this.records = records;
    this.asked.push(`write ${records.filter(({ kind }) => kind === 'entry').length}`);
  }

  hasRoomFor(): boolean {
    return this.hasRoom;
  }

  makeRoom(): void {
    this.asked.push('make room');
  }

  send(messages: readonly Message[]): void {
    this.sent.push(...messages);
    this.asked.push(`send ${messages.map(({ type, to }) => `${type}>${to}`).join(' ')}`);
  }

  apply(index: number, data: Uint8Array): void {
    this.asked.push(`apply ${index} ${Buffer.from(data).toString()}`);
  }

  takeSnapshot({ index }: { readonly index: number }): void {
    this.asked.push(`take snapshot ${index}`);
  }

  snapshotRecorded(): void {}

  sendSnapshot(message: Message): void {
    this.asked.push(`send snapshot ${message.snapshot?.metadata.index}`);
  }

  restore(): void {
    this.asked.push('restore');
  }

  leadershipChanged({ isSelf }: { readonly isSelf: boolean }): void {
    this.asked.push(isSelf ? 'leads' : 'does not lead');
  }

  membersChanged(): void {}

  failed(error: Error): void {
    this.asked.push(`failed: ${error.message}`);
  }

  /** What was asked since the last look. */
  look(): string[] {
    return this.asked.splice(0);
  }

  propose(text: string): string[] {
    const outcomes: string[] = [];
    this.node.propose(Buffer.from(text), (outcome: Outcome) => outcomes.push(outcome.kind));
    return outcomes;
  }

  /** Elected by itself alone. */
  lead(): void {
    this.node.campaign();
    for (let turn = 0; turn < 4; turn++) {
      this.node.turn();
      if (this.asked.some((what) => what.startsWith('write'))) {
        this.look();
        this.node.written();
      }
    }
    assert.equal(this.node.leadership.isSelf, true);
    this.look();
  }

  /** Elected with the vote of member 2. */
  leadThree(): void {
    this.node.campaign();
    this.node.turn();
    for (const type of ['PreVoteResp', 'VoteResp'] as const) {
      this.node.receive(makeMessage({ type, to: 1, from: 2, term: 2 }));
      this.node.turn();
      this.node.written();
    }
    this.node.turn();
    this.node.written();
    assert.equal(this.node.role, 'leader');
    this.acknowledge();
    assert.equal(this.node.leadership.isSelf, true);
    this.look();
  }

  /** Five entries that member 2 has, and the snapshot that is due then. */
  write5(): void {
    for (let count = 0; count < 5; count++) this.propose('x');
    this.node.turn();
    this.node.written();
    this.acknowledge();
    const index = this.node.appliedIndex;
    assert.ok(this.look().includes(`take snapshot ${index}`));
    const { confState, membership } = this.node;
    this.node.snapshotTaken({ index, term: 2, data: encodeSnapshotMembers({ confState, membership }) });
    this.node.turn();
    this.node.written();
  }

  /** Member 3, which has nothing, gets a snapshot; its index. */
  needSnapshot(): number {
    this.write5();
    this.hear3();
    this.node.receive(
      makeMessage({ type: 'AppResp', to: 1, from: 3, term: 2, index: 1, reject: true, rejectHint: 0 }),
    );
    this.node.turn();
    const index = this.node.appliedIndex;
    assert.ok(this.look().includes(`send snapshot ${index}`));
    return index;
  }

  /** An answer of member 3 to a heartbeat. */
  hear3(): void {
    this.node.receive(makeMessage({ type: 'HeartbeatResp', to: 1, from: 3, term: 2 }));
    this.node.turn();
  }

  /** A tick, in which member 2 is heard. */
  tickHeard(): void {
    this.node.tick();
    this.node.receive(makeMessage({ type: 'HeartbeatResp', to: 1, from: 2, term: 2 }));
    this.node.turn();
  }

  /** By member 2, up to the end. */
  acknowledge(): void {
    const index = this.node.lastIndex;
    this.node.receive(makeMessage({ type: 'AppResp', to: 1, from: 2, term: 2, index }));
    this.node.turn();
  }
}
