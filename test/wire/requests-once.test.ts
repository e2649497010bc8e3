/**
 * What is asked for is done once: answers get lost, leaders go away, callers ask again, of the same manager or
 * another.
 */
import assert from 'node:assert/strict';
import type { CallOptions } from '../../proto/base/rpc.js';
import type { Service } from '../../proto/gen/objects.js';
import { requestOf } from '../../proto/model/rollout.js';
import { aServiceSpec } from '../kit/builders.js';
import { rejectsWith, specVersion } from '../kit/control-door.js';
import { ManagerTrio } from '../kit/manager-trio.js';

const OPTIONS: CallOptions = { requestId: 'r1' };

describe('a request', () => {
  let trio: ManagerTrio;

  beforeEach(async () => {
    trio = await ManagerTrio.open();
  });
  afterEach(() => trio.close());

  const services = (): readonly Service[] => [...trio.store.view().services()];

  const web = (): Service => {
    const service = trio.store.view().serviceByName('web');
    assert.ok(service?.spec !== undefined, 'web is there');
    return service;
  };

  const createWeb = async (at: number, options: CallOptions = OPTIONS): Promise<Service | undefined> =>
    (await trio.at(at).control.createService({ spec: aServiceSpec({ name: 'web' }) }, options)).service;

  const scaleWeb = (
    service: Service,
    replicas: number,
  ): Parameters<ManagerTrio['managers'][0]['control']['updateService']>[0] => ({
    serviceId: service.id,
    version: specVersion(service),
    spec: aServiceSpec({
      ...service.spec,
      name: 'web',
      mode: { kind: 'replicated', replicated: { replicas } },
    }),
  });

  for (const at of [0, 1]) {
    const who = at === 0 ? 'the leader' : 'a follower';
    it(`whose answer is lost is made once, and its caller at ${who} sees nothing of it`, async () => {
      trio.shared.loseAnswers();
      const service = await createWeb(at);
      assert.deepEqual(
        services().map(({ id }) => id),
        [service?.id],
      );
    });

    it(`that is lost itself is made again, and its caller at ${who} sees nothing of it`, async () => {
      trio.shared.loseProposals();
      const service = await createWeb(at);
      assert.deepEqual(
        services().map(({ id }) => id),
        [service?.id],
      );
    });
  }

  it('that was made under the last leader has the same result under the next', async () => {
    const first = await createWeb(0);
    trio.lead(2);
    const again = await createWeb(1);
    assert.deepEqual(again, first);
    assert.equal(services().length, 1);
  });

  it('that is asked twice at once is made once', async () => {
    const [one, other] = await Promise.all([createWeb(1), createWeb(2)]);
    assert.equal(one?.id, other?.id);
    assert.equal(services().length, 1);
  });

  it('to update a service has its first result, though others have changed the service since', async () => {
    await createWeb(0, {});
    const request = scaleWeb(web(), 3);
    const first = await trio.at(0).control.updateService(request, OPTIONS);
    await trio.at(0).control.updateService(scaleWeb(web(), 9), {});
    trio.lead(1);
    const again = await trio.at(2).control.updateService(request, OPTIONS);
    assert.equal(again.service?.revision, 2);
    assert.deepEqual(again.service?.spec, first.service?.spec);
    assert.equal(web().revision, 3);
    assert.deepEqual(web().spec?.mode, { kind: 'replicated', replicated: { replicas: 9 } });
  });

  it('to restart a service restarts it once', async () => {
    await createWeb(0, {});
    const restart = { ref: 'web', action: 'restart', toRevision: 0 } as const;
    trio.shared.loseAnswers();
    const first = await trio.at(1).control.changeRollout(restart, OPTIONS);
    trio.lead(1);
    const again = await trio.at(0).control.changeRollout(restart, OPTIONS);
    assert.equal(requestOf(again.service ?? {}).number, requestOf(first.service ?? {}).number);
    assert.equal(web().revision, 2);
  });

  it('to remove a service is no mistake the second time', async () => {
    const service = await createWeb(0, {});
    const first = await trio.at(0).control.removeService({ ref: 'web' }, OPTIONS);
    assert.equal(first.serviceId, service?.id);
    // Somebody else takes the name: that one is not what was meant.
    await createWeb(0, {});
    assert.deepEqual(await trio.at(1).control.removeService({ ref: 'web' }, OPTIONS), first);
    assert.equal(services().length, 1);
  });

  it('to change the cluster is made once', async () => {
    const { spec, ...cluster } = await trio.at(1).control.getCluster({});
    assert.ok(spec !== undefined);
    const change = { version: specVersion(cluster), spec: { ...spec, heartbeatPeriodMs: 1_000 } };
    trio.shared.loseAnswers();
    const first = await trio.at(1).control.updateCluster(change, OPTIONS);
    assert.equal(first.spec?.heartbeatPeriodMs, 1_000);
    assert.deepEqual(await trio.at(2).control.updateCluster(change, OPTIONS), first);
  });

  it('to change or remove a node is made once', async () => {
    await trio.aMember('w1', 'worker');
    const node = trio.store.view().node('w1');
    const change = {
      nodeId: 'w1',
      version: specVersion(node),
      spec: { labels: { a: 'b' }, role: 'worker', availability: 'drain', autoRemoveAfterMs: 0 } as const,
    };
    trio.shared.loseAnswers();
    const { node: first } = await trio.at(1).control.updateNode(change, OPTIONS);
    assert.equal(first?.spec?.availability, 'drain');
    assert.deepEqual((await trio.at(2).control.updateNode(change, OPTIONS)).node, first);
    trio.shared.loseAnswers();
    const removed = await trio.at(1).control.removeNode({ ref: 'w1', force: true }, { requestId: 'r2' });
    assert.deepEqual(
      await trio.at(0).control.removeNode({ ref: 'w1', force: true }, { requestId: 'r2' }),
      removed,
    );
  });

  it('for a new join token makes one new token', async () => {
    const rotate = { role: 'worker', rotate: true } as const;
    trio.shared.loseAnswers();
    const { token } = await trio.at(1).control.getJoinToken(rotate, OPTIONS);
    assert.equal((await trio.at(2).control.getJoinToken(rotate, OPTIONS)).token, token);
  });

  it('that was refused may be made again when what stood in its way is gone', async () => {
    await createWeb(0, {});
    await assert.rejects(createWeb(1), rejectsWith('object.name-taken'));
    await trio.at(0).control.removeService({ ref: 'web' }, {});
    assert.ok((await createWeb(1)) !== undefined);
  });

  it('with the id of another is refused, as nobody could tell what was done', async () => {
    await createWeb(0);
    const other = trio.at(0).control.createService({ spec: aServiceSpec({ name: 'api' }) }, OPTIONS);
    await assert.rejects(other, rejectsWith('input.invalid', { field: 'request-id', value: 'r1' }));
    await assert.rejects(
      trio.at(0).control.removeService({ ref: 'web' }, OPTIONS),
      rejectsWith('input.invalid', { field: 'request-id' }),
    );
  });
});
