/**
 * How the addresses of a network are shared out between what is given one by one, and blocks for nodes.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { contains, parseAddress, parseSubnet } from '../../../proto/model/address.js';
import { addressLimits, addressPair, blockPair } from '../../../proto/model/network-addresses.js';

const spec = (
  subnet: string,
  gateway: string,
  range = subnet,
): { readonly subnet: string; readonly range: string; readonly gateway: string } => ({
  subnet,
  range,
  gateway,
});

describe('the blocks of an attachable network', () => {
  const ROWS: readonly (readonly [Parameters<typeof spec>, count: number, size: number, first: string])[] = [
    [['10.1.0.0/24', '10.1.0.1'], 16, 8, '10.1.0.128/29'],
    [['10.1.0.0/26', '10.1.0.1'], 4, 8, '10.1.0.32/29'],
    [['10.1.0.0/20', '10.1.0.1'], 128, 16, '10.1.8.0/28'],
    [['10.1.0.0/16', '10.1.0.1'], 128, 256, '10.1.128.0/24'],
    [['10.0.0.0/8', '10.0.0.1'], 32_768, 256, '10.128.0.0/24'],
    // Of the part that addresses are given from.
    [['10.1.0.0/24', '10.1.0.1', '10.1.0.64/26'], 4, 8, '10.1.0.96/29'],
    // The gateway's is nobody's.
    [['10.1.0.0/24', '10.1.0.254'], 15, 8, '10.1.0.128/29'],
    [['10.1.0.0/24', '10.1.0.130'], 15, 8, '10.1.0.136/29'],
    // Too small: all are given one by one.
    [['10.1.0.0/29', '10.1.0.1'], 0, 8, ''],
  ];
  for (const [asked, count, size, first] of ROWS)
    it(`of ${asked.join(', ')}: ${count} of ${size}`, () => {
      const limits = addressLimits([spec(...asked)], true);
      assert.equal(limits.blocks.length, count);
      assert.equal(limits.blockSize, size);
      const [beginning] = limits.blocks;
      assert.equal(beginning === undefined ? '' : blockPair(limits, beginning).block, first);
    });

  it('go with IPv6 ones, at the same distance from the beginning', () => {
    const subnets = [spec('10.1.0.0/24', '10.1.0.1'), spec('fd00:1::/64', 'fd00:1::1')];
    const limits = addressLimits(subnets, true);
    assert.deepEqual(blockPair(limits, limits.blocks[1] ?? 0), {
      block: '10.1.0.136/29',
      block6: 'fd00:1::88/125',
    });
  });

  it('are none of a network that is not attachable', () => {
    const { blocks, last } = addressLimits([spec('10.1.0.0/24', '10.1.0.1')], false);
    assert.deepEqual([blocks, addressText(last)], [[], '10.1.0.255']);
  });

  it('hold no gateway and nothing that is given one by one, and lie in their range, whatever that is', () => {
    const shape = fc.record({
      bits: fc.integer({ min: 14, max: 29 }),
      rangeBits: fc.integer({ min: 0, max: 8 }),
      part: fc.nat(255),
      gateway: fc.nat(2 ** 18),
      bits6: fc.integer({ min: 100, max: 124 }),
      has6: fc.boolean(),
    });
    fc.assert(
      fc.property(shape, ({ bits, rangeBits, part, gateway, bits6, has6 }) => {
        const base = 10 * 2 ** 24;
        const size = 2 ** (32 - bits);
        const narrowed = Math.min(29, bits + rangeBits);
        const offset = (part % 2 ** (narrowed - bits)) * 2 ** (32 - narrowed);
        const at = 1 + (gateway % (size - 2));
        const ipv4 = spec(
          `${addressText(base)}/${bits}`,
          addressText(base + at),
          `${addressText(base + offset)}/${narrowed}`,
        );
        const ipv6 = spec(`fd00:1::/${bits6}`, 'fd00:1::1');
        const limits = addressLimits(has6 ? [ipv4, ipv6] : [ipv4], true);
        for (const [index, first] of limits.blocks.entries()) {
          const pair = blockPair(limits, first);
          const block = parseSubnet(pair.block);
          const range = parseSubnet(ipv4.range);
          assert.ok(block && range && contains(range, block.base));
          assert.equal(block.base.value % BigInt(limits.blockSize), 0n, 'it begins where its mask says');
          assert.ok(first > limits.last, 'above what is given one by one');
          assert.ok(first >= (limits.blocks[index - 1] ?? 0) + limits.blockSize, 'after the one before');
          const given = parseAddress(ipv4.gateway);
          assert.ok(given && !contains(block, given), 'without the gateway');
          const block6 = parseSubnet(pair.block6);
          assert.equal(block6 !== undefined, has6);
          if (block6 === undefined) continue;
          const whole = parseSubnet(ipv6.subnet);
          const last = parseAddress(addressPair(limits, first + limits.blockSize - 1).address6);
          assert.ok(whole && last && contains(whole, last) && contains(block6, last), pair.block6);
          const gateway6 = parseAddress(ipv6.gateway);
          assert.ok(gateway6 && !contains(block6, gateway6));
        }
      }),
    );
  });
});

function addressText(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}
