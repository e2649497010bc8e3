/**
 * What a user may ask of a network, and of a service's place in it: which field is refused, and by which rule.
 */
import assert from 'node:assert/strict';
import { hasCode } from '../../../proto/base/errors.js';
import { type NetworkSpecInput, NetworkSpecCodec, type SubnetSpecInput } from '../../../proto/gen/objects.js';
import { validateAttachments } from '../../../proto/model/network-attachment.js';
import { checkNetworkDriver, validateNetworkSpec } from '../../../proto/model/network-spec.js';

const checked = (parts: NetworkSpecInput): ReturnType<typeof validateNetworkSpec> =>
  validateNetworkSpec(NetworkSpecCodec.create({ name: 'backend', ...parts }));

/** 'field: rule' of the refusal, what is not built yet, or 'taken'. */
function outcome(act: () => unknown): string {
  try {
    act();
    return 'taken';
  } catch (error) {
    if (hasCode(error, 'not-supported')) return error.message;
    assert.ok(hasCode(error, 'input.invalid'), String(error));
    return `${error.facts.field}: ${error.facts.rule}`;
  }
}

const withSubnet = (subnet: string, parts: Partial<SubnetSpecInput> = {}): NetworkSpecInput => ({
  subnets: [{ subnet, ...parts }],
});
const withOptions = (
  driverOptions: Readonly<Record<string, string>>,
  parts: NetworkSpecInput = {},
): NetworkSpecInput => ({ driverOptions, ...parts });
const MTU = 'com.docker.network.driver.mtu';

describe('the spec of a network', () => {
  const rows: readonly (readonly [NetworkSpecInput, expected: RegExp])[] = [
    [{}, /^taken$/],
    [{ name: 'shop_default' }, /^taken$/],
    [{ name: '' }, /^name: must not be empty/],
    [{ name: 'a b' }, /^name: must be letters/],
    [{ name: 'Bridge' }, /^name: is that of a network every engine has/],
    [{ name: 'docker_gwbridge' }, /^name: is that of a network every engine has/],
    [{ name: 'ingress' }, /^name: is kept for the network of published ports/],
    [{ name: 'ingress', ingress: true }, /^taken$/],
    [{ name: 'edge', ingress: true }, /^taken$/],
    [{ ingress: true, attachable: true }, /^ingress: does not go with --attachable/],
    [{ attachable: true, internal: true }, /^taken$/],
    [{ attachable: true, ...withSubnet('10.1.0.0/26') }, /^taken$/],
    [
      { attachable: true, ...withSubnet('10.1.0.0/27') },
      /^subnet: of an attachable network must have a prefix of at most 26 bits/,
    ],
    [
      { attachable: true, ...withSubnet('10.1.0.0/24', { range: '10.1.0.0/28' }) },
      /^ip-range: of an attachable network/,
    ],
    [{ ingress: true, internal: true }, /^ingress: does not go with --internal/],
    [{ labels: { 'a b': '' } }, /^label: /],
    [withOptions({ encrypted: '' }), /^taken$/],
    [withOptions({ encrypted: 'true', [MTU]: '1300' }), /^taken$/],
    [withSubnet('10.1.0.0/24'), /^taken$/],
    [withSubnet('10.0.0.0/8'), /^taken$/],
    [withSubnet('10.1.0.0/29'), /^taken$/],
    [withSubnet('10.1.0.0/30'), /^subnet: of IPv4 must have a prefix of 8 to 29 bits/],
    [withSubnet('0.0.0.0/7'), /^subnet: of IPv4 must have a prefix of 8 to 29 bits/],
    [withSubnet('10.1.0.0'), /^subnet: must be ADDRESS\/BITS/],
    [withSubnet('10.1.0.256/24'), /^subnet: must be ADDRESS\/BITS/],
    [withSubnet('10.1.0.1/24'), /^subnet: has address bits behind its prefix; write 10\.1\.0\.0\/24/],
    [withSubnet('127.1.0.0/16'), /^subnet: is for loopback/],
    [withSubnet('169.0.0.0/8'), /^subnet: is for loopback/],
    [withSubnet('10.1.0.0/24', { range: '10.1.0.128/25' }), /^taken$/],
    [
      withSubnet('10.1.0.0/24', { range: '10.1.1.0/25' }),
      /^ip-range: must lie in the subnet 10\.1\.0\.0\/24/,
    ],
    [withSubnet('10.1.0.0/24', { range: '10.1.0.0/23' }), /^ip-range: must lie in the subnet/],
    [withSubnet('10.1.0.0/24', { range: '10.1.0.4/30' }), /^taken$/],
    [
      withSubnet('10.1.0.0/24', { range: '10.1.0.1/32' }),
      /^ip-range: must have at least 4 addresses, so a prefix of at most 30 bits$/,
    ],
    [
      { ipv6: true, ...withSubnet('fd00:1::/64', { range: 'fd00:1::8/127' }) },
      /^ip-range: must have at least 4 addresses, so a prefix of at most 126 bits$/,
    ],
    [
      { ipv6: true, subnets: [{ subnet: '10.1.0.0/16', range: '10.1.1.0/24' }, { subnet: 'fd00:1::/120' }] },
      /^ip-range: begins at address 256 of its subnet, .* of these there are 256; give a larger subnet/,
    ],
    [
      {
        ipv6: true,
        subnets: [{ subnet: '10.1.0.0/16', range: '10.1.0.240/28' }, { subnet: 'fd00:1::/120' }],
      },
      /^taken$/,
    ],
    [withSubnet('10.1.0.0/24', { gateway: '10.1.0.254' }), /^taken$/],
    [withSubnet('10.1.0.0/24', { gateway: '10.1.1.1' }), /^gateway: must lie in the subnet/],
    [withSubnet('10.1.0.0/24', { gateway: '10.1.0.255' }), /^gateway: must not be the first or the last/],
    [withSubnet('10.1.0.0/24', { gateway: 'router' }), /^gateway: must be an IP address/],
    [withSubnet('fd00:1::/64'), /^subnet: of IPv6 needs --ipv6/],
    [{ ipv6: true, ...withSubnet('fd00:1::/64', { gateway: 'fd00:1::1' }) }, /^taken$/],
    [{ ipv6: true, ...withSubnet('fd00:1::/63') }, /^subnet: of IPv6 must have a prefix of 64 to 120 bits/],
    [{ ipv6: true, ...withSubnet('fe80::/64') }, /^subnet: is for loopback/],
    [{ ipv6: true }, /^taken$/],
    [{ ipv6: true, subnets: [{ subnet: '10.1.0.0/24' }, { subnet: 'fd00:1::/64' }] }, /^taken$/],
    [
      { subnets: [{ subnet: '10.1.0.0/24' }, { subnet: '10.2.0.0/24' }] },
      /^subnet: there can be one of IPv4 only/,
    ],
    [withOptions({ [MTU]: '575' }), /^opt: .* must be from 576 to 9000 bytes$/],
    [withOptions({ [MTU]: '9001' }), /^opt: .* must be from 576 to 9000/],
    [withOptions({ [MTU]: 'big' }), /^opt: .* must be a number of bytes/],
    [withOptions({ [MTU]: '1279' }, { ipv6: true }), /^opt: .* must be from 1280 to 9000 .* with IPv6/],
    [withOptions({ encrypted: 'yes' }), /^opt: encrypted must be true or false/],
    [
      withOptions({ 'com.docker.network.driver.overlay.vxlanid_list': '4097' }),
      /^opt: is not known; the options are encrypted and com\.docker\.network\.driver\.mtu/,
    ],
  ];
  for (const [parts, expected] of rows)
    it(`with ${JSON.stringify(parts)}: ${expected.source}`, () =>
      assert.match(
        outcome(() => checked(parts)),
        expected,
      ));

  it('says in fields what its driver options say', () => {
    const options = { [MTU]: '1400', encrypted: 'false' };
    const { mtu, encrypted, driverOptions } = checked(withOptions(options));
    assert.deepEqual(
      { mtu, encrypted, driverOptions },
      { mtu: 1400, encrypted: false, driverOptions: options },
    );
  });

  it('is of driver overlay, and of no driver of a single node', () => {
    checkNetworkDriver('overlay');
    for (const driver of ['bridge', 'macvlan'])
      assert.match(
        outcome(() => checkNetworkDriver(driver)),
        /^driver: must be overlay: .* make it with the engine of that node$/,
      );
    assert.match(
      outcome(() => checkNetworkDriver('weave')),
      /^driver: must be overlay, which is what/,
    );
  });
});

describe('the networks of a service', () => {
  const attached = (...aliases: readonly string[]) =>
    validateAttachments([{ networkId: 'n1', aliases }], 'web');

  it('give it every alias once, and not its own name', () => {
    assert.deepEqual(attached('db', 'DB', 'Web', 'db.internal'), [
      { networkId: 'n1', aliases: ['db', 'db.internal'] },
    ]);
  });

  it('are named once each, and by names that DNS can have', () => {
    const twice = [
      { networkId: 'n1', aliases: [] },
      { networkId: 'n1', aliases: [] },
    ];
    assert.equal(
      outcome(() => validateAttachments(twice, 'web')),
      'network: is given twice',
    );
    assert.equal(
      outcome(() => validateAttachments([{ networkId: '', aliases: [] }], 'web')),
      'network: must name a network',
    );
    for (const alias of ['', 'a b', '-a', 'a..b', 'a'.repeat(64), `${'abc.'.repeat(64)}d`])
      assert.match(
        outcome(() => attached(alias)),
        /^network: alias must be a DNS name/,
      );
    assert.match(
      outcome(() => attached('tasks.db')),
      /^network: alias must not begin with "tasks\."/,
    );
  });
});
