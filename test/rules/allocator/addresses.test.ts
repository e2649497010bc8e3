/**
 * The addresses of one network: which can be given, in which order, and that each is one holder's.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { AddressPool } from '../../../control-plane/allocator/rules/addresses.js';
import { contains, parseAddress, parseSubnet } from '../../../proto/model/address.js';

const block = (
  subnet: string,
  gateway: string,
  range = subnet,
): { readonly subnet: string; readonly range: string; readonly gateway: string } => ({
  subnet,
  range,
  gateway,
});

/** Takes and holds as many. */
function take(pool: AddressPool, count: number): readonly string[] {
  return Array.from({ length: count }, () => {
    const address = pool.next()?.address ?? 'none';
    pool.hold(address);
    return address;
  });
}

describe('the addresses of a network', () => {
  const SIZES: readonly (readonly [string, string, string, number, string])[] = [
    ['10.0.1.0/24', '10.0.1.1', '10.0.1.0/24', 253, '10.0.1.2'],
    ['10.0.1.0/24', '10.0.1.254', '10.0.1.0/24', 253, '10.0.1.1'],
    ['10.0.1.0/24', '10.0.1.1', '10.0.1.128/25', 127, '10.0.1.128'],
    ['10.0.1.0/24', '10.0.1.200', '10.0.1.128/25', 126, '10.0.1.128'],
    ['10.0.1.0/30', '10.0.1.1', '10.0.1.0/30', 1, '10.0.1.2'],
    ['10.0.1.0/31', '10.0.1.1', '10.0.1.0/31', 0, 'none'],
    ['10.0.0.0/8', '10.0.0.1', '10.0.0.0/8', 2 ** 24 - 3, '10.0.0.2'],
  ];
  for (const [subnet, gateway, range, size, first] of SIZES)
    it(`of ${subnet}, range ${range}, gateway ${gateway} are ${size}`, () => {
      const pool = new AddressPool([block(subnet, gateway, range)], false);
      assert.equal(pool.size, size);
      assert.equal(pool.next()?.address ?? 'none', first);
    });

  it('come in rotation: one that was just given back is the last to be given again', () => {
    const pool = new AddressPool([block('10.0.1.0/29', '10.0.1.1')], false);
    assert.deepEqual(take(pool, 3), ['10.0.1.2', '10.0.1.3', '10.0.1.4']);
    pool.release('10.0.1.2');
    assert.deepEqual(take(pool, 4), ['10.0.1.5', '10.0.1.6', '10.0.1.2', 'none']);
  });

  it('go on after the newest that is recalled', () => {
    const pool = new AddressPool([block('10.0.1.0/24', '10.0.1.1')], false);
    pool.recall('10.0.1.9', 3);
    pool.recall('10.0.1.7', 12);
    pool.recall('10.0.1.8', 12);
    pool.recall('10.0.1.200', 4);
    assert.equal(pool.next()?.address, '10.0.1.9');
  });

  it('are free only when nobody holds them any more', () => {
    const pool = new AddressPool([block('10.0.1.0/24', '10.0.1.1')], false);
    pool.hold('10.0.1.5');
    pool.hold('10.0.1.5');
    assert.equal(pool.release('10.0.1.5'), false);
    assert.equal(pool.release('10.0.1.5'), true);
    assert.equal(pool.release('10.0.1.5'), false);
    assert.equal(pool.freeCount, 253);
  });

  it('count none that lie elsewhere', () => {
    const pool = new AddressPool([block('10.0.1.0/24', '10.0.1.1')], false);
    for (const address of ['10.0.2.5', '10.0.1.1', '10.0.1.0', '10.0.1.255', 'none', '']) pool.hold(address);
    assert.equal(pool.freeCount, 253);
  });

  it('come in pairs where there is IPv6, neither of them a gateway', () => {
    const pool = new AddressPool(
      [block('10.0.1.0/24', '10.0.1.1'), block('fd00:1::/64', 'fd00:1::3')],
      false,
    );
    assert.deepEqual(pool.next(), { address: '10.0.1.2', address6: 'fd00:1::2' });
    assert.deepEqual(pool.next(), { address: '10.0.1.4', address6: 'fd00:1::4' });
    assert.equal(pool.size, 252);
  });

  it('are as many as the smaller subnet of a pair has', () => {
    const pool = new AddressPool(
      [block('10.0.1.0/24', '10.0.1.1'), block('fd00:1::/125', 'fd00:1::1')],
      false,
    );
    assert.equal(pool.size, 6);
    assert.equal(take(pool, 6).at(-1), '10.0.1.7');
    assert.equal(pool.next(), undefined);
  });

  it('are never given twice, nor outside of the range, and all of them are', () => {
    const arbitrary = fc.record({
      rangeBits: fc.integer({ min: 24, max: 28 }),
      gateway: fc.integer({ min: 1, max: 254 }),
      steps: fc.array(fc.nat(20), { maxLength: 200 }),
    });
    fc.assert(
      fc.property(arbitrary, ({ rangeBits, gateway, steps }) => {
        const range = `10.0.1.0/${rangeBits}`;
        const pool = new AddressPool([block('10.0.1.0/24', `10.0.1.${gateway}`, range)], false);
        const held: string[] = [];
        for (const step of steps) {
          const [gone] = step < 8 ? held.splice(step % Math.max(1, held.length), 1) : [];
          if (gone !== undefined) pool.release(gone);
          const address = step < 8 ? undefined : pool.next()?.address;
          if (address === undefined) continue;
          assert.ok(!held.includes(address), `${address} was held`);
          const [part, parsed] = [parseSubnet(range), parseAddress(address)];
          assert.ok(part && parsed && contains(part, parsed));
          held.push(address);
          pool.hold(address);
          assert.equal(pool.freeCount, pool.size - held.length);
        }
        const rest = take(pool, pool.freeCount);
        assert.equal(new Set([...held, ...rest]).size, pool.size);
        assert.equal(pool.next(), undefined);
      }),
    );
  });
});
