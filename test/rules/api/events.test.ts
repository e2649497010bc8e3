/**
 * From states of the store to events: what is told of each change, and to whom.
 */
import assert from 'node:assert/strict';
import { EventTeller } from '../../../control-plane/api/rules/events.js';
import { eventFilter } from '../../../control-plane/api/rules/event-filter.js';
import { group, remove, update } from '../../../control-plane/store/rules/change.js';
import { hasCode } from '../../../proto/base/errors.js';
import {
  type ClusterEvent,
  WatchEventsRequestCodec,
  type WatchEventsRequestInput,
} from '../../../proto/gen/control.js';
import type { ChangeGroup } from '../../../proto/gen/log.js';
import { aNetwork, aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { aMemoryStore, commitAll, type MemoryStore, storeObjects } from '../../kit/memory-store.js';

const NOW_MS = 5_000;
const WEB = aService({ id: 's1', spec: { name: 'web' } });
const TASK = aTask({ id: 't1', serviceId: 's1', placement: { nodeId: 'n1' } });

describe('events', () => {
  let memory: MemoryStore;
  let teller: EventTeller;

  const none = (): ReadonlySet<string> => new Set();
  const told = (
    changed: { network?: string[]; service?: string[]; node?: string[]; task?: string[] },
    first = false,
  ): readonly ClusterEvent[] => {
    const ids = {
      network: new Set(changed.network ?? none()),
      service: new Set(changed.service ?? none()),
      node: new Set(changed.node ?? none()),
      task: new Set(changed.task ?? none()),
    };
    return teller.events(memory.store.view(), { changed: ids, first }, NOW_MS);
  };
  const everything = { service: ['s1'], node: ['n1'], task: ['t1'] };
  const after = async (...changes: Parameters<typeof group>[0]): Promise<void> => {
    await commitAll(memory.store, [group(changes) satisfies ChangeGroup]);
  };
  const short = ({ type, action, id }: ClusterEvent): string => `${type} ${action} ${id}`;

  beforeEach(async () => {
    memory = aMemoryStore();
    teller = new EventTeller();
    await storeObjects(memory.store, {
      service: [WEB],
      revision: [aRevision({ serviceId: 's1', spec: { name: 'web' } })],
      node: [aNode({ id: 'n1', description: { hostname: 'host1' } })],
      task: [TASK],
    });
  });

  it('tell nothing of what was there before', () => {
    assert.deepEqual(told(everything, true), []);
    assert.deepEqual(told(everything), []);
  });

  it('tell of a task what it came to, whose it is, and why', async () => {
    told(everything, true);
    const status = {
      ...TASK.status,
      state: 'failed',
      atMs: 9,
      error: 'exit 3',
      message: '',
      ports: [],
    } as const;
    await after(update('task', 't1', 'status', { status }));
    const [event, ...others] = told({ task: ['t1'] });
    assert.deepEqual(others, []);
    assert.deepEqual(event, {
      atMs: memory.store.view().task('t1')?.meta?.updatedAtMs,
      type: 'task',
      action: 'update',
      id: 't1',
      attributes: {
        name: 'web.1.t1',
        service: 'web',
        'service.id': 's1',
        node: 'host1',
        'node.id': 'n1',
        'state.old': 'running',
        'state.new': 'failed',
        'error.old': '',
        'error.new': 'exit 3',
      },
    });
  });

  it('tell of a service how it changed and how far its rollout is', async () => {
    told(everything, true);
    const desired = {
      state: 'rollback-started',
      revision: 1,
      startedAtMs: 1,
      completedAtMs: 0,
      message: 'a task failed',
      number: 1,
      slotCount: 1,
    } as const;
    await after(update('service', 's1', 'desired', { desired }));
    const [event] = told({ service: ['s1'] });
    assert.equal(event?.attributes['updatestate.new'], 'rollback_started');
    assert.equal(event?.attributes['updatestate.old'], '');
    assert.equal(event?.attributes['updatemessage.new'], 'a task failed');
    assert.deepEqual(told({ service: ['s1'] }), []);
  });

  it('tell what came, what went, and what a node is said to be', async () => {
    told(everything, true);
    const status = { state: 'down', message: '', address: '', sinceMs: 1, managerAddress: '' } as const;
    await after(update('node', 'n1', 'status', { status }), remove('task', 't1'));
    await storeObjects(memory.store, { task: [aTask({ id: 't2', serviceId: 's1', slot: 2 })] });
    const events = told({ node: ['n1'], task: ['t1', 't2', 'never-heard-of'] });
    assert.deepEqual(events.map(short).toSorted(), ['node update n1', 'task create t2', 'task remove t1']);
    const ofNode = events.find(({ type }) => type === 'node');
    assert.deepEqual(ofNode?.attributes, { name: 'host1', 'state.old': 'ready', 'state.new': 'down' });
  });

  it('tell of a network that it came, what it was given, and that it went', async () => {
    told(everything, true);
    await storeObjects(memory.store, { network: [aNetwork({ id: 'n9', spec: { name: 'backend' } })] });
    const [created] = told({ network: ['n9'] });
    assert.deepEqual([created?.type, created?.action], ['network', 'create']);
    assert.deepEqual(created?.attributes, { name: 'backend', type: 'overlay', subnets: '10.0.1.0/24' });
    const allocation = { subnets: [], vxlanId: 0, problem: 'no pool has room' };
    await after(update('network', 'n9', 'allocation', { allocation }));
    const [changed] = told({ network: ['n9'] });
    assert.equal(changed?.attributes['error.new'], 'no pool has room');
    await after(remove('network', 'n9'));
    assert.deepEqual(told({ network: ['n9'] }).map(short), ['network remove n9']);
  });

  it('tell after a restored snapshot what is no longer there', async () => {
    told(everything, true);
    await after(remove('task', 't1'));
    assert.deepEqual(told({ service: ['s1'], node: ['n1'] }, true).map(short), ['task remove t1']);
  });

  it('tell nothing of changes that nobody watches', async () => {
    told(everything, true);
    const description = {
      ...aNode().description,
      hostname: 'host1',
      resources: { nanoCpus: 1, memoryBytes: 1 },
    };
    await after(update('node', 'n1', 'description', { description: aNode({ description }).description }));
    assert.deepEqual(told({ node: ['n1'] }), []);
  });
});

describe('a filter of events', () => {
  const ofTask = {
    atMs: 1,
    type: 'task',
    action: 'update',
    id: 'abc123',
    attributes: { name: 'web.1.abc123', service: 'web', 'service.id': 's1', node: 'host1', 'node.id': 'n1' },
  };
  const ofService = { atMs: 1, type: 'service', action: 'create', id: 's1', attributes: { name: 'web' } };
  const passing = (request: WatchEventsRequestInput): string =>
    [ofTask, ofService]
      .filter(eventFilter(WatchEventsRequestCodec.create(request)))
      .map(({ type }) => type)
      .join(' ');

  const rows: readonly (readonly [WatchEventsRequestInput, string])[] = [
    [{}, 'task service'],
    [{ types: ['task'] }, 'task'],
    [{ types: ['task', 'service'] }, 'task service'],
    [{ actions: ['create'] }, 'service'],
    [{ services: ['WEB'] }, 'task service'],
    [{ services: ['s1'], types: ['service'] }, 'service'],
    [{ services: ['db'] }, ''],
    [{ nodes: ['host1'] }, 'task'],
    [{ nodes: ['n1'] }, 'task'],
    [{ tasks: ['web.1'] }, 'task'],
    [{ tasks: ['abc'] }, 'task'],
    [{ tasks: ['web'] }, ''],
    [{ tasks: [''] }, ''],
    [{ types: ['network'] }, ''],
    [{ networks: ['backend'] }, ''],
  ];
  for (const [request, expected] of rows)
    it(`${JSON.stringify(request)} lets through: ${expected || 'nothing'}`, () => {
      assert.equal(passing(request), expected);
    });

  it('refuses types and actions that there are not', () => {
    for (const [request, field] of [
      [{ types: ['container'] }, 'filter type'],
      [{ actions: ['die'] }, 'filter event'],
    ] as const)
      assert.throws(
        () => passing(request),
        (error) => hasCode(error, 'input.invalid') && error.facts.field === field,
      );
  });
});
