/**
 * The format of an entry: as low as its content allows, so that older builds read all that they understand, and
 * refuse the rest with a sentence before they look at it.
 */
import assert from 'node:assert/strict';
import { hasCode } from '../../../proto/base/errors.js';
import { type Change, type ChangeGroup, LogEntryCodec } from '../../../proto/gen/log.js';
import { decodeEntry, encodeEntries, ENTRY_FORMAT } from '../../../control-plane/store/entry.js';
import {
  create,
  exists,
  group,
  remove,
  unchanged,
  update,
} from '../../../control-plane/store/rules/change.js';
import { aNetwork, aNode, aPastRequest, aService, aTask } from '../../kit/builders.js';

const RUNS = { runs: [], lastNumber: 1, scheduledUntilMs: 0 };

function formatOf(...groups: readonly ChangeGroup[]): number {
  const [entry] = encodeEntries(groups, 5);
  return LogEntryCodec.decode(entry ?? new Uint8Array()).format;
}

describe('an entry of the log', () => {
  it('has format 1 as long as it holds nothing that the first builds do not know', () => {
    const service = aService();
    const changes = [
      create('node', aNode()),
      create('service', service),
      update('service', service.id, 'desired', { desired: undefined }),
      remove('service', service.id),
    ];
    assert.equal(formatOf(group(changes, [exists('node', 'n'), unchanged('service', service, 'spec')])), 1);
  });

  it('has format 2 when it holds a past request', () => {
    assert.equal(formatOf(group([create('request', aPastRequest('r1'))])), 2);
  });

  it('has format 3 when it writes or checks the runs of a job', () => {
    const written: Change = update('service', 'service-1', 'runs', { runs: RUNS });
    assert.equal(formatOf(group([written])), 3);
    assert.equal(formatOf(group([create('service', aService({ runs: RUNS }))])), 3);
    assert.equal(formatOf(group([remove('task', 't')], [unchanged('service', aService(), 'runs')])), 3);
  });

  it('has format 3 when it writes or checks networks, or what was given of them', () => {
    const network = aNetwork();
    assert.equal(formatOf(group([create('network', network)])), 3);
    assert.equal(formatOf(group([remove('network', network.id)])), 3);
    assert.equal(
      formatOf(group([update('task', 't', 'allocation', { allocation: { attachments: [] } })])),
      3,
    );
    assert.equal(formatOf(group([remove('task', 't')], [exists('network', network.id)])), 3);
    const allocated = aTask({
      allocation: { attachments: [{ networkId: network.id, address: '10.0.0.2' }] },
    });
    assert.equal(formatOf(group([create('task', allocated)])), 3);
  });

  it('has the highest of the formats that its groups need, in whatever order they come', () => {
    const request = group([create('request', aPastRequest('r1'))]);
    const runs = group([update('service', 'service-1', 'runs', { runs: RUNS })]);
    const plain = group([remove('task', 't')]);
    assert.deepEqual([formatOf(plain, request, plain), formatOf(runs, request, plain)], [2, 3]);
    assert.deepEqual([formatOf(request, runs), formatOf(plain, plain)], [3, 1]);
  });

  it('of a newer build is refused by its format, though the rest of it cannot be read', () => {
    const unreadable = Uint8Array.of(0x08, ENTRY_FORMAT + 1, 0xff, 0xff, 0xff);
    assert.throws(
      () => decodeEntry(7, unreadable),
      (error) =>
        hasCode(error, 'format.unknown') &&
        error.message.startsWith(
          `entry 7 of the log has format ${ENTRY_FORMAT + 1}; this build reads up to ${ENTRY_FORMAT}.`,
        ),
    );
  });
});
