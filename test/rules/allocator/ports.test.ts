/**
 * Published ports: one service's each, open ones from their own range, kept while they are asked for.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { FIRST_OPEN_PORT, LAST_OPEN_PORT, PortTable } from '../../../control-plane/allocator/rules/ports.js';
import { hostPortText } from '../../../proto/model/endpoint-spec.js';
import { type PortSpec, PortSpecCodec, type PortSpecInput } from '../../../proto/gen/objects.js';

const ports = (...inputs: readonly PortSpecInput[]): readonly PortSpec[] =>
  inputs.map((input) => PortSpecCodec.create({ targetPort: 80, ...input }));

/** What came of it: the numbers, or who is in the way. */
function published(
  table: PortTable,
  serviceId: string,
  spec: readonly PortSpec[],
  held: readonly PortSpec[] = [],
): readonly number[] | string {
  const chosen = table.choose(serviceId, spec, held);
  if ('noneLeft' in chosen) return `none left of ${chosen.noneLeft}`;
  if ('taken' in chosen) return `${hostPortText(chosen.taken)} is ${chosen.byServiceId}'s`;
  table.set(serviceId, chosen.ports);
  return chosen.ports.map(({ publishedPort }) => publishedPort);
}

describe('published ports', () => {
  it('are one service’s, per protocol', () => {
    const table = new PortTable();
    assert.deepEqual(published(table, 'a', ports({ publishedPort: 80 })), [80]);
    assert.equal(published(table, 'b', ports({ publishedPort: 80 })), "80/tcp is a's");
    assert.deepEqual(published(table, 'b', ports({ publishedPort: 80, protocol: 'udp' })), [80]);
    table.set('a', []);
    assert.deepEqual(published(table, 'c', ports({ publishedPort: 80 })), [80]);
  });

  const HOSTS: readonly (readonly [string, string, boolean])[] = [
    ['', '', true],
    ['', '127.0.0.1', true],
    ['127.0.0.1', '', true],
    ['127.0.0.1', '127.0.0.1', true],
    ['127.0.0.1', '10.1.2.3', false],
    ['0.0.0.0', '10.1.2.3', true],
    ['0.0.0.0', 'fd00::1', false],
    ['::', '10.1.2.3', true],
    ['fd00::1', 'fd00::2', false],
    ['fd00::1', 'fd00:0::1', true],
  ];
  for (const [one, other, clash] of HOSTS)
    it(`on "${one}" and on "${other}" ${clash ? 'are in each other’s way' : 'are not in each other’s way'}`, () => {
      const table = new PortTable();
      published(table, 'a', ports({ publishedPort: 80, hostIp: one }));
      const second = published(table, 'b', ports({ publishedPort: 80, hostIp: other }));
      assert.equal(typeof second === 'string', clash, String(second));
    });

  it('of mode host are copied, and in nobody’s way', () => {
    const table = new PortTable();
    const host = ports({ publishedPort: 80, publishMode: 'host' }, { publishedPort: 0, publishMode: 'host' });
    assert.deepEqual(published(table, 'a', host), [80, 0]);
    assert.deepEqual(published(table, 'b', host), [80, 0]);
    assert.deepEqual(published(table, 'c', ports({ publishedPort: 80 })), [80]);
  });

  it('are named in the refusal as users write them, also one that a service names twice', () => {
    const table = new PortTable();
    published(table, 'a', ports({ publishedPort: 80, hostIp: 'fd00::1' }));
    assert.equal(
      published(table, 'b', ports({ publishedPort: 80, hostIp: 'fd00::1' })),
      "[fd00::1]:80/tcp is a's",
    );
    assert.equal(published(table, 'c', ports({ publishedPort: 81 }, { publishedPort: 81 })), "81/tcp is c's");
  });

  it('are all given or none', () => {
    const table = new PortTable();
    published(table, 'a', ports({ publishedPort: 81 }));
    published(table, 'b', ports({ publishedPort: 80 }, { publishedPort: 81 }));
    assert.deepEqual(published(table, 'c', ports({ publishedPort: 80 })), [80]);
  });
});

describe('open ports', () => {
  it('are the next after the last, not the lowest', () => {
    const table = new PortTable();
    assert.deepEqual(published(table, 'a', ports({}, { targetPort: 81 })), [30_000, 30_001]);
    table.set('a', []);
    assert.deepEqual(published(table, 'b', ports({}, { protocol: 'udp' })), [30_002, 30_000]);
  });

  it('go on after the newest that are recalled', () => {
    const table = new PortTable();
    table.recall(ports({ publishedPort: 30_500 }), 9);
    table.recall(ports({ publishedPort: 30_100 }), 3);
    assert.deepEqual(published(table, 'a', ports({})), [30_501]);
  });

  it('are none that a service has named', () => {
    const table = new PortTable();
    published(table, 'a', ports({ publishedPort: 30_000 }));
    assert.deepEqual(
      published(table, 'b', ports({}, { publishedPort: 30_001, targetPort: 90 })),
      [30_002, 30_001],
    );
  });

  it('are kept for the same protocol and target, whatever else changes', () => {
    const table = new PortTable();
    const held = ports({ publishedPort: 30_007 }, { publishedPort: 443, targetPort: 443 });
    table.set('a', held);
    assert.deepEqual(published(table, 'a', ports({}), held), [30_007]);
    assert.deepEqual(published(table, 'a', ports({ targetPort: 9 }, {}, {}), held), [30_000, 30_007, 30_001]);
    // What it names itself now is no longer an open one.
    assert.deepEqual(published(table, 'a', ports({ publishedPort: 30_007 }, {}), held), [30_007, 30_002]);
  });

  it('end', () => {
    const table = new PortTable();
    const count = LAST_OPEN_PORT - FIRST_OPEN_PORT + 1;
    const all = Array.from({ length: count }, (_, at) => ({ targetPort: at + 1 }));
    assert.equal(published(table, 'a', ports(...all)).length, count);
    assert.equal(published(table, 'b', ports({})), 'none left of tcp');
    assert.deepEqual(published(table, 'b', ports({ protocol: 'udp' })), [30_000]);
  });

  it('are never two services’', () => {
    const wishes = fc.array(
      fc.record({
        service: fc.constantFrom('a', 'b', 'c'),
        asked: fc.array(
          fc.record({ publishedPort: fc.constantFrom(0, 0, 80, 30_000, 30_001), targetPort: fc.nat(3) }),
          {
            maxLength: 3,
          },
        ),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(wishes, (rounds) => {
        const table = new PortTable();
        const heldBy = new Map<string, readonly PortSpec[]>();
        for (const { service, asked } of rounds) {
          const chosen = table.choose(service, ports(...asked), heldBy.get(service) ?? []);
          if (!('ports' in chosen)) continue;
          table.set(service, chosen.ports);
          heldBy.set(service, chosen.ports);
          const numbers = [...heldBy.values()].flat().map(({ publishedPort }) => publishedPort);
          assert.equal(new Set(numbers).size, numbers.length);
          assert.ok(!numbers.includes(0));
        }
      }),
    );
  });
});
