/**
 * Addresses and subnets, compared with what the platform itself makes of the same text.
 */
import assert from 'node:assert/strict';
import { BlockList, isIP } from 'node:net';
import * as fc from 'fast-check';
import {
  addressText,
  contains,
  overlaps,
  parseAddress,
  parseSubnet,
  subnetText,
} from '../../../proto/model/address.js';

describe('an IP address', () => {
  it('is read from every text that is one', () => {
    fc.assert(fc.property(fc.ipV4(), (text) => assert.equal(parseAddress(text)?.family, 4)));
    fc.assert(fc.property(fc.ipV6(), (text) => assert.notEqual(parseAddress(text), undefined)));
    assert.deepEqual(parseAddress('2001:DB8::1'), { family: 6, value: 0x20010db8000000000000000000000001n });
    assert.deepEqual(parseAddress('192.0.2.1'), { family: 4, value: 0xc0000201n });
  });

  it('is not read from other text', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789abf.:/'.split('')), maxLength: 20 });
    fc.assert(
      fc.property(digits, (text) => {
        assert.equal(parseAddress(text) !== undefined, isIP(text) !== 0, text);
      }),
      { numRuns: 2000 },
    );
  });

  it('is written as others write it', () => {
    const written = (text: string): string | undefined => {
      const address = parseAddress(text);
      return address && addressText(address);
    };
    fc.assert(fc.property(fc.ipV4(), (text) => assert.equal(written(text), text)));
    // The platform's own way to the shortest form.
    const shortest = (text: string): string => new URL(`http://[${text}]/`).hostname.slice(1, -1);
    const isMapped = (text: string): boolean => parseAddress(text)?.family === 4;
    fc.assert(
      fc.property(
        fc.ipV6().filter((text) => !isMapped(text)),
        (text) => assert.equal(written(text), shortest(text)),
      ),
    );
  });

  it('written inside IPv6 is the IPv4 address', () => {
    assert.deepEqual(parseAddress('::ffff:192.0.2.1'), parseAddress('192.0.2.1'));
  });
});

describe('a subnet', () => {
  it('holds the addresses that the platform says it holds', () => {
    const near = fc.tuple(fc.nat(255), fc.nat(255)).map(([a, b]) => `10.0.${a}.${b}`);
    fc.assert(
      fc.property(near, near, fc.integer({ min: 0, max: 32 }), (base, text, bits) => {
        const list = new BlockList();
        list.addSubnet(base, bits);
        const subnet = parseSubnet(`${base}/${bits}`);
        const address = parseAddress(text);
        assert.ok(subnet !== undefined && address !== undefined);
        assert.equal(contains(subnet, address), list.check(text));
      }),
    );
  });

  it('overlaps another when one holds the other', () => {
    const subnet = (text: string) => {
      const parsed = parseSubnet(text);
      assert.ok(parsed);
      assert.equal(subnetText(parsed), text);
      return parsed;
    };
    const both = (a: string, b: string): boolean => {
      assert.equal(overlaps(subnet(a), subnet(b)), overlaps(subnet(b), subnet(a)));
      return overlaps(subnet(a), subnet(b));
    };
    assert.equal(both('10.0.0.0/8', '10.0.1.0/24'), true);
    assert.equal(both('10.0.1.0/24', '10.0.1.0/24'), true);
    assert.equal(both('10.0.0.0/24', '10.0.1.0/24'), false);
    assert.equal(both('0.0.0.0/0', '::/0'), false);
  });

  it('of one family holds no address of the other', () => {
    const subnet = parseSubnet('::/0');
    const address = parseAddress('192.0.2.1');
    assert.ok(subnet !== undefined && address !== undefined);
    assert.ok(!contains(subnet, address));
  });

  it('is not read from other text', () => {
    for (const text of [
      '192.0.2.0',
      '192.0.2.0/',
      '192.0.2.0/33',
      '192.0.2.0/-1',
      'a/8',
      '::/129',
      '1.2.3.4/5/6',
    ])
      assert.equal(parseSubnet(text), undefined, text);
  });
});
