/**
 * The store over a real log, on a disk of its own and in an external etcd: what was committed is there again after a
 * restart. Both keep the same promises, so they pass the same tests.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeDisk } from 'raft-ts/node-disk.js';
import {
  type Replicator,
  ReplicatorError,
  type ReplicatorErrorCode,
  type StateMachine,
} from 'raft-ts/replicator.js';
import { openReplicatedStore, type ReplicatedStore } from '../../control-plane/manager/replicated-log.js';
import { create, group, remove, update } from '../../control-plane/store/rules/change.js';
import type { Store } from '../../control-plane/store/store.js';
import { hasCode, type ErrorCode } from '../../proto/base/errors.js';
import { aNode, aService, aTask } from '../kit/builders.js';
import { EtcdLogs } from '../kit/etcd-logs.js';
import { EtcdServer } from '../kit/etcd-server.js';
import { commitAll } from '../kit/memory-store.js';
import { SimClock } from '../kit/sim-clock.js';
import { openSoleMember } from '../kit/sole-member.js';

async function bytesOf(store: Store): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of store.snapshot().pieces) pieces.push(piece);
  return Buffer.concat(pieces).toString('hex');
}

interface SnapshotOptions {
  readonly snapshotAfterEntries?: number;
}

/** Where logs are kept for one test after the other, each empty at first. */
interface Backend {
  /** Why it cannot be tried here. */
  obstacle(): Promise<string | undefined>;
  begin(): Promise<void>;
  open(stateMachine: StateMachine, options: SnapshotOptions): Promise<Replicator>;
  end(): Promise<void>;
}

class OnDisk implements Backend {
  #directory = '';

  obstacle(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async begin(): Promise<void> {
    this.#directory = await mkdtemp(join(tmpdir(), 'swarmd-replicated-log-'));
  }

  async open(stateMachine: StateMachine, options: SnapshotOptions): Promise<Replicator> {
    const where = { name: 'member-1', directory: this.#directory };
    return await openSoleMember({ ...where, ...options }, { disk: new NodeDisk(), stateMachine });
  }

  async end(): Promise<void> {
    await rm(this.#directory, { recursive: true });
  }
}

class InEtcd implements Backend {
  #etcd: EtcdServer | undefined;
  #logs = new EtcdLogs({ endpoints: [] });
  #clusterId = '';

  obstacle(): Promise<string | undefined> {
    return EtcdServer.obstacle();
  }

  async begin(): Promise<void> {
    this.#etcd = await EtcdServer.start();
    this.#logs = new EtcdLogs({ endpoints: [this.#etcd.endpoint] });
    this.#clusterId = await this.#logs.newCluster();
  }

  async open(stateMachine: StateMachine, options: SnapshotOptions): Promise<Replicator> {
    return await this.#logs.open(this.#clusterId, 1, stateMachine, { keptEntries: 0, ...options });
  }

  async end(): Promise<void> {
    await this.#etcd?.close();
  }
}

itIsKeptBy('a log on disk', new OnDisk());
itIsKeptBy('a log in etcd', new InEtcd());

function itIsKeptBy(what: string, backend: Backend): void {
  describe(`a store over ${what}`, () => {
    const open: Replicator[] = [];

    before(async function () {
      if ((await backend.obstacle()) !== undefined) this.skip();
    });

    beforeEach(() => backend.begin());

    afterEach(async () => {
      for (const replicator of open.splice(0)) await replicator.close();
      await backend.end();
    });

    async function opened(
      options: SnapshotOptions = {},
      change: (machine: StateMachine) => StateMachine = (machine) => machine,
    ): Promise<ReplicatedStore<Replicator>> {
      const replicated = await openReplicatedStore(
        { freezeObjects: true },
        {
          clock: new SimClock(),
          openReplicator: (stateMachine) => backend.open(change(stateMachine), options),
        },
      );
      open.push(replicated.replicator);
      return replicated;
    }

    it('has the same state after a restart, version for version', async () => {
      const first = await opened();
      await commitAll(first.store, [
        group([create('service', aService()), create('node', aNode())]),
        group([create('task', aTask())]),
      ]);
      await commitAll(first.store, [group([update('task', 'task-1', 'status', { status: undefined })])]);
      await commitAll(first.store, [group([remove('node', 'node-1')])]);
      const before = await bytesOf(first.store);
      await first.replicator.close();

      const second = await opened();
      assert.equal(await bytesOf(second.store), before);
      assert.equal(second.store.view().index, first.store.view().index);
      await commitAll(second.store, [group([create('node', aNode())])]);
      assert.ok(second.store.view().index > first.store.view().index);
    });

    it('has the same state after a restart from a snapshot and the rest of the log', async () => {
      const first = await opened({ snapshotAfterEntries: 10 });
      for (let round = 0; round < 45; round++) {
        const changes = [create('task', aTask({ id: `task-${round}` })), remove('task', `task-${round - 5}`)];
        await commitAll(first.store, [group(changes)]);
      }
      const before = await bytesOf(first.store);
      await first.replicator.close();
      const restored: number[] = [];
      const second = await opened({}, (machine) => ({
        ...machine,
        restore: (index, pieces) => {
          restored.push(index);
          return machine.restore(index, pieces);
        },
      }));
      assert.equal(restored.length, 1);
      assert.equal(await bytesOf(second.store), before);
      assert.deepEqual([...second.store.view().tasks()].map(({ id }) => id).toSorted(), [
        'task-40',
        'task-41',
        'task-42',
        'task-43',
        'task-44',
      ]);
    });

    it('gives many commits in flight their own results', async () => {
      const { store } = await opened();
      const commits = Array.from({ length: 200 }, (_, i) =>
        store.commit([group([create('node', aNode({ id: `node-${i % 100}` }))])]),
      );
      const results = (await Promise.all(commits)).flat();
      assert.deepEqual(
        results.map(({ applied }) => applied),
        Array.from({ length: 200 }, (_, i) => i < 100),
      );
      assert.equal(store.view().nodeCount(), 100);
    });

    it('takes an entry as long as the store makes them', async () => {
      const { store, replicator } = await opened();
      const filler = 'x'.repeat(500_000);
      const groups = ['a', 'b', 'c', 'd'].map((id) =>
        group([create('node', aNode({ id, spec: { labels: { filler } } }))]),
      );
      await commitAll(store, groups);
      assert.equal(store.view().nodeCount(), 4);
      assert.equal(store.view().index, replicator.appliedIndex);
    });

    it('says so when its log was closed', async () => {
      const { store, replicator } = await opened();
      await replicator.close();
      await assert.rejects(store.commit([group([create('node', aNode())])]), (error) =>
        hasCode(error, 'manager.not-leader'),
      );
      assert.equal(store.view().nodeCount(), 0);
    });
  });
}

describe('a failure of the replicator', () => {
  const codes: readonly (readonly [ReplicatorErrorCode, ErrorCode])[] = [
    ['not-leader', 'manager.not-leader'],
    ['stopped', 'manager.not-leader'],
    ['too-large', 'store.too-large'],
    ['overloaded', 'rate.limited'],
    ['disk-full', 'store.full'],
    ['outcome-unknown', 'store.outcome-unknown'],
  ];
  for (const [code, expected] of codes) {
    it(`"${code}" reaches who commits as ${expected}`, async () => {
      const { store } = await openReplicatedStore(
        {},
        {
          clock: new SimClock(),
          openReplicator: () =>
            Promise.resolve(failing(new ReplicatorError(code, 'because', { leader: 'm2' }))),
          leaderAddress: () => '192.0.2.2:2377',
        },
      );
      await assert.rejects(store.commit([group([create('node', aNode())])]), (error) => {
        assert.ok(hasCode(error, expected), String(error));
        if (code === 'not-leader') assert.deepEqual(error.facts, { leader: '192.0.2.2:2377' });
        return true;
      });
    });
  }
});

/** A replicator that refuses every proposal. */
function failing(refusal: ReplicatorError): Replicator {
  return {
    leadership: { leader: null, epoch: 1, isSelf: false },
    appliedIndex: 0,
    stopped: new Promise(() => undefined),
    propose: () => Promise.reject(refusal),
    barrier: () => Promise.reject(refusal),
    watchLeadership: () => () => undefined,
    close: () => Promise.resolve(),
  };
}
