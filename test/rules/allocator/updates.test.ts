/**
 * What a service keeps through an update: whatever tasks of an earlier revision are sent traffic by.
 */
import assert from 'node:assert/strict';
import { allocateService } from '../../../control-plane/allocator/rules/services.js';
import type { Tables } from '../../../control-plane/store/rules/change.js';
import type { ServiceAllocationInput, ServiceSpecInput, Task } from '../../../proto/gen/objects.js';
import { aRevision, aService, aTask } from '../../kit/builders.js';
import { givenIn, ON_BACK, viewOf } from './given-view.js';

describe('a service that is updated', () => {
  const AT_8080: ServiceSpecInput = {
    ...ON_BACK,
    endpoint: { ports: [{ targetPort: 80, publishedPort: 8080 }] },
  };
  const held: ServiceAllocationInput = {
    ports: [{ targetPort: 80, publishedPort: 8080 }],
    virtualAddresses: [{ networkId: 'back', address: '10.0.1.4' }],
    networks: [{ networkId: 'back', aliases: ['db'] }],
  };

  interface Update {
    readonly from?: ServiceSpecInput;
    readonly to: ServiceSpecInput;
    readonly held?: ServiceAllocationInput;
    /** Of the earlier revision. */
    readonly tasks?: readonly Task[];
    readonly others?: readonly Tables['service'][];
  }

  const old = (parts: Parameters<typeof aTask>[0] = {}): Task =>
    aTask({
      id: 'old',
      revision: 1,
      allocation: { attachments: [{ networkId: 'back', address: '10.0.1.5' }] },
      ...parts,
    });

  /** What the service has in revision 2, in words. */
  const after = async (update: Update): Promise<string> => {
    const service = aService({ spec: update.to, revision: 2, allocation: update.held ?? held });
    const view = await viewOf({
      service: [service, ...(update.others ?? [])],
      revision: [
        aRevision({ revision: 1, spec: update.from ?? AT_8080 }),
        aRevision({ revision: 2, spec: update.to }),
      ],
      task: update.tasks ?? [old()],
    });
    const { allocation = service.allocation, isShort } = allocateService(view, service, givenIn(view));
    return [
      ...(allocation?.ports ?? []).map(({ publishedPort }) => publishedPort),
      ...(allocation?.virtualAddresses ?? []).map(({ networkId }) => `address on ${networkId}`),
      ...(allocation?.networks ?? []).map(
        ({ networkId, aliases }) => `known on ${[networkId, ...aliases].join()}`,
      ),
      ...(allocation?.problem === '' ? [] : [allocation?.problem]),
      ...(isShort ? ['waits'] : []),
    ].join('; ');
  };

  const WITHOUT: ServiceSpecInput = {};

  it('keeps the ports, addresses and names of an earlier revision that tasks serve still', async () => {
    const from = { ...AT_8080, task: { networks: [{ networkId: 'back', aliases: ['db'] }] } };
    assert.equal(await after({ from, to: WITHOUT }), '8080; address on back; known on back,db');
    const moved = {
      task: { networks: [{ networkId: 'ingress' }] },
      endpoint: { ports: [{ targetPort: 80, publishedPort: 9090 }] },
    };
    assert.equal(
      await after({ from, to: moved }),
      '9090; 8080; address on ingress; address on back; known on ingress; known on back,db',
    );
    assert.equal(
      await after({ from, to: { task: { networks: [{ networkId: 'back', aliases: ['sql'] }] } } }),
      '8080; address on back; known on back,sql,db',
    );
  });

  it('keeps its address while names lead to its tasks already', async () => {
    const to = { ...AT_8080, endpoint: { ...AT_8080.endpoint, mode: 'dnsrr' as const } };
    assert.equal(await after({ to }), '8080; address on back; known on back');
  });

  for (const [what, parts] of [
    ['has been told to stop', { desired: { state: 'shutdown' } }],
    ['has ended', { status: { state: 'failed' } }],
    ['is not on networks', { allocation: undefined }],
  ] as const)
    it(`keeps nothing for a task that ${what}`, async () => {
      assert.equal(await after({ to: WITHOUT, tasks: [old(parts)] }), '');
    });

  it('keeps them for a task that is leaving, and for one that takes the place of another', async () => {
    const leaving = {
      desired: { state: 'running', leaving: { sinceMs: 1, reason: '', end: 'shutdown' } },
    } as const;
    assert.equal(await after({ to: WITHOUT, tasks: [old(leaving)] }), '8080; address on back; known on back');
    const unplaced = old({ placement: undefined, allocation: undefined, status: { state: 'new' } });
    assert.equal(await after({ to: WITHOUT, tasks: [unplaced] }), '8080; address on back; known on back');
  });

  it('gets a port of an earlier revision back when that is nobody else’s, else when it is free', async () => {
    assert.equal(await after({ to: WITHOUT, held: {} }), '8080; known on back');
    const other = aService({ id: 'other', allocation: { ports: [{ targetPort: 1, publishedPort: 8080 }] } });
    assert.equal(await after({ to: WITHOUT, held: {}, others: [other] }), 'known on back; waits');
  });

  it('leaves a port to its own tasks that are to bind it by themselves, or at another address', async () => {
    const port = { targetPort: 80, publishedPort: 8080 };
    for (const parts of [{ publishMode: 'host' }, { hostIp: '127.0.0.1' }] as const) {
      const to = { ...ON_BACK, endpoint: { ports: [{ ...port, ...parts }] } };
      assert.equal(await after({ to }), '8080; address on back; known on back');
    }
  });

  it('leaves ports of an earlier revision to others while it waits for one of theirs, but no address', async () => {
    const other = aService({ id: 'other', allocation: { ports: [{ targetPort: 1, publishedPort: 9090 }] } });
    const to = { ...ON_BACK, endpoint: { ports: [{ targetPort: 80, publishedPort: 9090 }] } };
    assert.equal(
      await after({ to, others: [other] }),
      'address on back; known on back; port 9090/tcp is published by service other already; waits',
    );
  });

  it('keeps all while a network has no address for it', async () => {
    assert.equal(
      await after({ to: { task: { networks: [{ networkId: 'gone' }] } } }),
      '8080; address on back; known on gone; known on back; network gone does not exist; waits',
    );
  });

  it('keeps an open port beside the named one, and has it again after a rollback', async () => {
    const open: ServiceSpecInput = { endpoint: { ports: [{ targetPort: 80 }] } };
    const named: ServiceSpecInput = { endpoint: { ports: [{ targetPort: 80, publishedPort: 8080 }] } };
    const at = (...numbers: readonly number[]): ServiceAllocationInput => ({
      ports: numbers.map((publishedPort) => ({ targetPort: 80, publishedPort })),
    });
    assert.equal(await after({ from: open, to: named, held: at(30_007) }), '8080; 30007');
    assert.equal(await after({ from: named, to: open, held: at(8080, 30_007) }), '30007; 8080');
  });
});
