/**
 * What flags about networks mean, and how networks and addresses are shown.
 */
import assert from 'node:assert/strict';
import { newNetworkSpec } from '../../../cli/swarmctl/rules/network-flags.js';
import {
  addressesOf,
  networkIdOf,
  networkName,
  networksById,
  withNetworkNames,
} from '../../../cli/swarmctl/rules/network-names.js';
import { networkRow } from '../../../cli/swarmctl/rules/network-rows.js';
import { hasCode } from '../../../proto/base/errors.js';
import type { NetworkSpec } from '../../../proto/gen/objects.js';
import { NetworkAttachmentCodec } from '../../../proto/gen/objects.js';
import { aNetwork, aServiceSpec } from '../../kit/builders.js';
import { created, parsed, PLAIN, updated } from './command-line.js';

const networkOf = (...flags: string[]): NetworkSpec =>
  newNetworkSpec('backend', parsed('network', 'create', ...flags, 'backend').flags);

function refuses(act: () => unknown, sentence: RegExp): void {
  assert.throws(act, (error) => hasCode(error, 'input.invalid') && sentence.test(error.message));
}

describe('the flags of network create', () => {
  it('give each range and gateway to the subnet that it lies in', () => {
    const { subnets } = networkOf(
      ...'--subnet fd00:1::/64 --subnet 10.1.0.0/24 --ip-range 10.1.0.128/25'.split(' '),
      ...'--gateway fd00:1::1 --gateway 10.1.0.1 --ipv6'.split(' '),
    );
    assert.deepEqual(subnets, [
      { subnet: 'fd00:1::/64', range: '', gateway: 'fd00:1::1' },
      { subnet: '10.1.0.0/24', range: '10.1.0.128/25', gateway: '10.1.0.1' },
    ]);
  });

  it('are refused when they fit no subnet, or one that has theirs', () => {
    refuses(() => networkOf('--gateway', '10.1.0.1'), /^--gateway "10\.1\.0\.1": needs a --subnet/);
    const subnet = ['--subnet', '10.1.0.0/24'];
    refuses(() => networkOf(...subnet, '--ip-range', '10.2.0.0/25'), /^--ip-range .*: needs a --subnet/);
    refuses(
      () => networkOf(...subnet, '--gateway', '10.1.0.1', '--gateway', '10.1.0.2'),
      /^--gateway "10\.1\.0\.2": there is one for 10\.1\.0\.0\/24 already$/,
    );
  });

  it('are checked before anything is sent', () => {
    refuses(() => networkOf('-d', 'macvlan'), /^driver "macvlan": must be overlay/);
    refuses(() => networkOf('-o', 'speed=9'), /^opt "speed": is not known/);
    refuses(() => networkOf('--subnet', 'fd00:1::/64'), /^subnet "fd00:1::\/64": of IPv6 needs --ipv6$/);
  });

  it('take an option without a value as switched on', () => {
    assert.equal(networkOf('--opt', 'encrypted=false').encrypted, false);
    assert.equal(networkOf('--opt', 'encrypted').encrypted, true);
  });
});

describe('the networks of a service in flags', () => {
  const networksOf = (spec: ReturnType<typeof created>) => spec.task?.networks;

  it('are names on create, for the manager to find', () => {
    assert.deepEqual(networksOf(created('--network', 'frontend', '--network', 'name=x,alias=y')), [
      { networkId: 'frontend', aliases: [] },
      { networkId: 'x', aliases: ['y'] },
    ]);
  });

  it('are found by name and by the beginning of the id on update', () => {
    const attached = updated(PLAIN, '--network-add', 'name=Backend,alias=db');
    assert.deepEqual(networksOf(attached), [{ networkId: 'n1abc', aliases: ['db'] }]);
    assert.deepEqual(networksOf(updated(attached, '--network-add', 'backend')), [
      { networkId: 'n1abc', aliases: [] },
    ]);
    assert.deepEqual(networksOf(updated(attached, '--network-rm', 'n1')), []);
  });

  it('are refused with an option that there is not', () => {
    refuses(() => created('--network', 'name=x,driver-opt=a'), /"driver-opt" is not one of name, alias$/);
    refuses(() => created('--network', 'alias=x'), /needs name=NETWORK$/);
  });

  it('go with ports, a mode and a time to drain', () => {
    const spec = created('-p', '8080:80', '--endpoint-mode', 'dnsrr', '--drain-timeout', '30s');
    assert.deepEqual([spec.endpoint?.mode, spec.endpoint?.drainTimeoutMs], ['dnsrr', 30_000]);
    const changed = updated(spec, '--publish-add', '8081:80', '--publish-add', '8080:80');
    assert.deepEqual(
      changed.endpoint?.ports.map(({ publishedPort }) => publishedPort),
      [8080, 8081],
    );
    assert.equal(changed.endpoint.drainTimeoutMs, 30_000);
    assert.deepEqual(
      updated(changed, '--publish-rm', '8080:80').endpoint?.ports.map(({ publishedPort }) => publishedPort),
      [8081],
    );
  });
});

describe('networks that are shown', () => {
  const known = networksById([
    aNetwork({
      id: 'n1abc',
      spec: { name: 'backend', ipv6: true },
      allocation: { subnets: [{ subnet: '10.0.1.0/24' }, { subnet: 'fd00:1::/64' }] },
    }),
    aNetwork({ id: 'n1xyz', spec: { name: 'n1abc' } }),
  ]);

  it('go by name where they are known, and by id elsewhere', () => {
    assert.deepEqual([networkName(known, 'n1abc'), networkName(known, 'gone')], ['backend', 'gone']);
    const spec = aServiceSpec({ task: { networks: [{ networkId: 'n1abc' }, { networkId: 'gone' }] } });
    assert.deepEqual(
      withNetworkNames(spec, known).task?.networks.map(({ networkId }) => networkId),
      ['backend', 'gone'],
    );
  });

  it('are meant by id first, then by name, then by the beginning of one id', () => {
    const rows = [
      ['n1abc', 'n1abc'],
      ['BACKEND', 'n1abc'],
      ['n1x', 'n1xyz'],
      ['n1', 'n1'],
      ['', ''],
    ] as const;
    for (const [ref, id] of rows) assert.equal(networkIdOf(known, ref), id);
  });

  it('have addresses with the length of their subnets', () => {
    const at = (networkId: string) =>
      addressesOf(
        known,
        NetworkAttachmentCodec.create({ networkId, address: '10.0.1.5', address6: 'fd00:1::5' }),
      );
    assert.deepEqual(at('n1abc'), ['10.0.1.5/24', 'fd00:1::5/64']);
    assert.deepEqual(at('gone'), ['10.0.1.5', 'fd00:1::5']);
  });

  it('are rows with short ids, unless whole ones are asked for', () => {
    const network = aNetwork({ id: 'n1abcdefghijklmnop', spec: { name: 'backend', labels: { a: 'b' } } });
    const { cells, extras } = networkRow(network, { truncate: true });
    assert.deepEqual(cells, ['n1abcdefghij', 'backend', 'overlay', 'swarm']);
    assert.equal(extras['Labels'], 'a=b');
    assert.equal(networkRow(network, { truncate: false }).cells[0], network.id);
  });
});
