/**
 * The allocator over a real store, through whatever comes: nobody's address is somebody else's, what was given back
 * can be given again, and one that has followed every change knows what one knows that begins now.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Allocator } from '../../../control-plane/allocator/allocator.js';
import { create, group, remove, update } from '../../../control-plane/store/rules/change.js';
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import type { Wakeup, Watcher } from '../../../control-plane/store/watch.js';
import type { Change, ChangeGroup } from '../../../proto/gen/log.js';
import type { ServiceSpec, Task, TaskState } from '../../../proto/gen/objects.js';
import { newTask } from '../../../proto/model/new-task.js';
import { revisionOf, withSpec } from '../../../proto/model/rollout.js';
import { hasEnded, isUnplaced, stateOf } from '../../../proto/model/task.js';
import { checkAddresses, heldAddresses } from '../../kit/address-checks.js';
import { aCluster, aNetwork, aNode, aRevision, aService, aServiceSpec } from '../../kit/builders.js';
import { aMemoryStore, storeObjects } from '../../kit/memory-store.js';

const NOW_MS = Date.UTC(2030, 0, 1);
/** Few addresses and few ports, so that there is a shortage of them. */
const SPECS: readonly ServiceSpec[] = [
  aServiceSpec({ name: 's', task: { networks: [{ networkId: 'a' }] } }),
  aServiceSpec({ name: 's', task: { networks: [{ networkId: 'b' }, { networkId: 'a' }] } }),
  aServiceSpec({ name: 's', task: { networks: [{ networkId: 'b' }] }, endpoint: { mode: 'dnsrr' } }),
  aServiceSpec({ name: 's', endpoint: { ports: [{ targetPort: 80, publishedPort: 80 }] } }),
  aServiceSpec({
    name: 's',
    task: { networks: [{ networkId: 'a' }] },
    endpoint: { ports: [{ targetPort: 80, publishedPort: 80 }, { targetPort: 81 }] },
  }),
  aServiceSpec({ name: 's', task: { networks: [{ networkId: 'c' }] } }),
  aServiceSpec({ name: 's' }),
];

/** What may happen; the numbers say to what, of what there is. */
type Step = readonly [kind: (typeof KINDS)[number], which: number, other: number];
const KINDS = [
  'service',
  'change',
  'no-service',
  'tasks',
  'tasks',
  'assign',
  'end',
  'forget',
  'node',
  'no-node',
  'network',
  'no-network',
  'leader',
  'lost-commit',
  'late-commit',
] as const;

class Driven {
  readonly #memory = aMemoryStore();
  #allocator = new Allocator(this.#newId, LIMITS);
  #watcher: Watcher = this.#memory.store.watch({ tables: this.#allocator.tables });
  #wakeups = this.#watcher[Symbol.asyncIterator]();
  #made = 0;
  #isCut = false;
  #nowMs = NOW_MS;

  readonly view = (): ClusterView => this.#memory.store.view();

  get #newId(): () => string {
    return () => `id-${(this.#made += 1)}`;
  }

  async begin(): Promise<void> {
    await storeObjects(this.#memory.store, { cluster: [aCluster()], node: [aNode({ id: 'node-0' })] });
  }

  async step([kind, which, other]: Step): Promise<void> {
    if (kind === 'leader') this.#newLeader();
    else if (kind === 'lost-commit') {
      await this.#decide();
      this.#watcher.startOver();
    } else if (kind === 'late-commit') {
      const groups = await this.#decide();
      await this.#apply(this.#changesOf(['end', which, other]));
      await this.#apply(this.#changesOf(['forget', other, which]));
      await this.#memory.store.commit(groups);
    } else await this.#apply(this.#changesOf([kind, which, other]));
  }

  /** Until there is nothing more to do. */
  async settle(): Promise<void> {
    this.#nowMs += 10_000;
    for (let pass = 0; pass < 200; pass++) {
      const groups = await this.#decide();
      await this.#memory.store.commit(groups);
      if (groups.length === 0 && !this.#isCut) return;
    }
    assert.fail('it goes on for ever');
  }

  /** What an allocator that begins now would do, but for tasks that wait for two things and could name either. */
  async fresh(): Promise<readonly ChangeGroup[]> {
    const allocator = new Allocator(() => 'fresh');
    const watcher = this.#memory.store.watch({ tables: allocator.tables });
    const { value } = await watcher[Symbol.asyncIterator]().next();
    watcher.close();
    assert.ok(value);
    const { groups } = allocator.decide(value as Wakeup, this.#nowMs);
    return groups.filter(({ changes }) => changes.length > 1 || !this.#isReason(changes[0]));
  }

  #isReason(change: Change | undefined): boolean {
    const object = change?.change?.kind === 'update' ? change.change.update.object?.object : undefined;
    return object?.kind === 'task' && this.view().task(object.task.id)?.status?.error !== '';
  }

  async #decide(): Promise<readonly ChangeGroup[]> {
    this.#watcher.wake();
    const { value } = await this.#wakeups.next();
    assert.ok(value);
    const { groups, wakeAtMs } = this.#allocator.decide(value, this.#nowMs);
    this.#isCut = wakeAtMs !== undefined && wakeAtMs <= this.#nowMs;
    return groups;
  }

  #newLeader(): void {
    this.#watcher.close();
    this.#allocator = new Allocator(this.#newId, LIMITS);
    this.#watcher = this.#memory.store.watch({ tables: this.#allocator.tables });
    this.#wakeups = this.#watcher[Symbol.asyncIterator]();
  }

  async #apply(changes: readonly Change[]): Promise<void> {
    if (changes.length > 0) await this.#memory.store.commit([group(changes)]);
  }

  #changesOf([kind, which, other]: Step): readonly Change[] {
    const view = this.view();
    const service = at([...view.services()], which);
    const spec = at(SPECS, other) ?? aServiceSpec();
    switch (kind) {
      case 'service': {
        const id = this.#newId();
        const named = { ...spec, name: id };
        const revision = aRevision({ serviceId: id, revision: 1, spec: named });
        return [create('service', aService({ id, spec: named })), create('revision', revision)];
      }
      case 'change': {
        if (service === undefined) return [];
        const fields = withSpec(service, { ...spec, name: service.id });
        return [
          update('service', service.id, 'spec', fields),
          create('revision', revisionOf(service.id, fields)),
        ];
      }
      case 'no-service':
        return service === undefined ? [] : [remove('service', service.id)];
      case 'tasks': {
        if (service === undefined) return [];
        return Array.from({ length: 1 + (other % 4) }, (_unused, slot) => {
          const { revision } = service;
          const made = view.revision(service.id, revision)?.spec;
          const desired = { state: 'running' } as const;
          const task = { id: this.#newId(), service, slot, revision, spec: made, desired, nowMs: NOW_MS };
          return create('task', newTask(task));
        });
      }
      default:
        return this.#otherChanges([kind, which, other]);
    }
  }

  #withState(task: Task, state: TaskState): Change {
    const nowMs = this.#nowMs;
    const status = {
      ports: [],
      message: '',
      error: '',
      ...task.status,
      atMs: nowMs,
      storedAtMs: nowMs,
      state,
    };
    return update('task', task.id, 'status', { status });
  }

  #otherChanges([kind, which, other]: Step): readonly Change[] {
    const view = this.view();
    const tasks = [...view.tasks()];
    const nodes = [...view.nodes()];
    switch (kind) {
      case 'assign': {
        const nodeId = at(nodes, other)?.id ?? '';
        return tasks
          .filter((task) => stateOf(task) === 'pending')
          .slice(0, 1 + (which % 3))
          .flatMap((task) => [
            update('task', task.id, 'placement', { placement: { nodeId, generic: [] } }),
            this.#withState(task, 'assigned'),
          ]);
      }
      case 'end': {
        const task = at(
          tasks.filter((each) => !hasEnded(each) && !isUnplaced(each)),
          which,
        );
        return task === undefined ? [] : [this.#withState(task, 'failed')];
      }
      case 'forget': {
        const task = at(
          tasks.filter((each) => hasEnded(each) || isUnplaced(each)),
          which,
        );
        return task === undefined ? [] : [remove('task', task.id)];
      }
      case 'node':
        return [create('node', aNode({ id: this.#newId() }))];
      case 'no-node': {
        const node = at(nodes, which);
        if (node === undefined) return [];
        const there = tasks.filter(({ placement }) => placement?.nodeId === node.id);
        return [remove('node', node.id), ...there.map((task) => this.#withState(task, 'orphaned'))];
      }
      case 'network': {
        const id = at(['a', 'b', 'c'], which) ?? '';
        // Of the last one there are four blocks, and often more nodes.
        const subnets = { a: [{ subnet: '10.1.0.0/29' }], c: [{ subnet: '10.2.0.0/26' }] }[id] ?? [];
        // Its name may be another's at once, its id never.
        const isLeft = heldAddresses(view).some(({ networkId }) => networkId === id);
        if (isLeft || view.network(id) !== undefined) return [];
        return [
          create(
            'network',
            aNetwork({
              id,
              spec: { subnets, ipv6: other % 2 === 0, attachable: id === 'c' },
              allocation: undefined,
            }),
          ),
        ];
      }
      case 'no-network': {
        const id = at(['a', 'b', 'c'], which) ?? '';
        // As the API has it: not while anybody is on it.
        const isUsed =
          heldAddresses(view).some(
            ({ networkId, holder }) => networkId === id && !holder.startsWith('node '),
          ) ||
          [...view.services()].some(({ spec }) =>
            spec?.task?.networks.some(({ networkId }) => networkId === id),
          );
        return isUsed ? [] : [remove('network', id)];
      }
      default:
        return [];
    }
  }
}

const LIMITS = { tasks: 3, services: 2, nodes: 2, learned: 4 };

function at<T>(list: readonly T[], which: number): T | undefined {
  return list[which % Math.max(1, list.length)];
}

/** After it has settled: nobody lacks a block while one is free. */
function checkBlocks(view: ClusterView): void {
  const nodes = [...view.nodes()];
  const blocks = nodes.flatMap(
    ({ allocation }) =>
      allocation?.attachments.find(({ networkId }) => networkId === 'c')?.block.split('/', 1) ?? [],
  );
  const expected = view.network('c') === undefined ? 0 : Math.min(nodes.length, 4);
  assert.equal(blocks.filter((each) => each !== '').length, expected);
}

describe('an allocator', () => {
  it('keeps addresses and ports apart, loses none, and knows what a new leader knows', async () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...KINDS), fc.nat(40), fc.nat(40)), {
      minLength: 10,
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (happenings) => {
        const driven = new Driven();
        await driven.begin();
        for (const step of happenings) {
          await driven.step(step);
          checkAddresses(driven.view());
          if (step[1] % 2 === 0) continue;
          await driven.settle();
          checkAddresses(driven.view());
          checkBlocks(driven.view());
          assert.deepEqual(await driven.fresh(), []);
        }
        // All goes, and nothing of it is left.
        for (let round = 0; round < 300; round++)
          for (const kind of ['no-service', 'assign', 'end', 'forget'] as const)
            await driven.step([kind, 0, 0]);
        await driven.settle();
        checkBlocks(driven.view());
        await driven.step(['no-network', 2, 0]);
        await driven.settle();
        assert.deepEqual(heldAddresses(driven.view()), []);
      }),
      { numRuns: 150 },
    );
  }).timeout(120_000);
});
