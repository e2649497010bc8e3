/**
 * Subnets and VXLAN numbers of networks: chosen where nothing is in the way, else refused with who is.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { allocateNetworks, makeIngressNetwork } from '../../../control-plane/allocator/rules/networks.js';
import { freeSlice, type TakenSubnet } from '../../../control-plane/allocator/rules/subnets.js';
import type { ClusterInput, Network, NetworkAllocation, NetworkInput } from '../../../proto/gen/objects.js';
import { contains, overlaps, parseSubnet, subnetText, type Subnet } from '../../../proto/model/address.js';
import { aCluster, aNetwork, aNode } from '../../kit/builders.js';
import { aMemoryStore, storeObjects } from '../../kit/memory-store.js';

const bare = (id: string, spec: NetworkInput['spec'] = {}): Network =>
  aNetwork({ id, spec: { name: id, ...spec }, allocation: undefined });

const withSubnet = (id: string, subnet: string, vxlanId = 4097): Network =>
  aNetwork({ id, allocation: { subnets: [{ subnet, range: subnet, gateway: '' }], vxlanId } });

interface Given {
  readonly cluster?: ClusterInput['spec'];
  readonly networks: readonly Network[];
  /** Routes of node host-1. */
  readonly routes?: readonly string[];
}

/** What the networks without a subnet are given, by id. */
async function allocated({
  cluster = {},
  networks,
  routes = [],
}: Given): Promise<Record<string, NetworkAllocation>> {
  const { store } = aMemoryStore();
  const node = aNode({ description: { hostname: 'host-1', networking: { routes: [...routes] } } });
  await storeObjects(store, { cluster: [aCluster({ spec: cluster })], node: [node], network: networks });
  const view = store.view();
  const without = [...view.networks()].filter(({ allocation }) => (allocation?.subnets.length ?? 0) === 0);
  await store.commit(allocateNetworks(view, without));
  return Object.fromEntries(
    without.map(({ id }) => [
      id,
      store.view().network(id)?.allocation ?? { subnets: [], vxlanId: 0, problem: '-' },
    ]),
  );
}

async function oneOf(given: Given): Promise<string> {
  const [first] = Object.values(await allocated(given));
  return first?.subnets.map(({ subnet }) => subnet).join(' ') || (first?.problem ?? 'nothing');
}

describe('the subnet of a network', () => {
  it('is the first slice of the pools', async () => {
    assert.equal(await oneOf({ networks: [bare('back')] }), '10.0.0.0/24');
    const cluster = { addressPools: ['10.9.0.0/16'], subnetPrefixBits: 26 };
    assert.equal(await oneOf({ cluster, networks: [bare('back')] }), '10.9.0.0/26');
  });

  it('overlaps no other network, be it made at the same time', async () => {
    const networks = [bare('a'), bare('b'), withSubnet('old', '10.0.0.0/23'), bare('c', { ingress: true })];
    const given = await allocated({ networks });
    assert.deepEqual(
      Object.values(given).map(({ subnets }) => subnets[0]?.subnet),
      ['10.0.2.0/24', '10.0.3.0/24', '10.0.16.0/20'],
    );
  });

  it('is not one that another network named, be it that it comes later', async () => {
    const networks = [bare('a'), bare('b', { subnets: [{ subnet: '10.0.0.0/24' }] })];
    const given = await allocated({ networks });
    assert.deepEqual(
      Object.values(given).map(({ subnets }) => subnets[0]?.subnet),
      ['10.0.1.0/24', '10.0.0.0/24'],
    );
  });

  it('overlaps no route of a node but its default one', async () => {
    const routes = ['0.0.0.0/0', '10.0.0.0/16', '10.1.0.9/32'];
    assert.equal(await oneOf({ networks: [bare('back')], routes }), '10.1.1.0/24');
  });

  it('comes from the second pool when the first is used up', async () => {
    const cluster = { addressPools: ['10.5.0.0/24', '10.6.0.0/16'] };
    const networks = [withSubnet('old', '10.5.0.0/24'), bare('back')];
    assert.equal(await oneOf({ cluster, networks }), '10.6.0.0/24');
  });

  it('is refused when the pools are used up', async () => {
    const cluster = { addressPools: ['10.5.0.0/24'] };
    const networks = [withSubnet('old', '10.5.0.0/26'), bare('back')];
    assert.match(
      await oneOf({ cluster, networks }),
      /^no \/24 is free in the address pools \(10\.5\.0\.0\/24\)/,
    );
  });

  it('is the one that was asked for', async () => {
    const subnets = [{ subnet: '172.20.0.0/16', range: '172.20.5.0/24', gateway: '172.20.0.9' }];
    const given = await allocated({ networks: [bare('back', { subnets })] });
    assert.deepEqual(given['back']?.subnets, subnets);
  });

  it('is refused when what was asked for overlaps, by the name of what it overlaps', async () => {
    const back = bare('back', { subnets: [{ subnet: '172.20.1.0/24' }] });
    assert.equal(
      await oneOf({ networks: [back, withSubnet('old', '172.20.0.0/16')] }),
      'subnet 172.20.1.0/24 overlaps 172.20.0.0/16, which is network old',
    );
    assert.equal(
      await oneOf({ networks: [back], routes: ['172.20.1.128/25'] }),
      'subnet 172.20.1.0/24 overlaps 172.20.1.128/25, which is a route of node host-1',
    );
  });

  it('is refused when it has no address to give', async () => {
    const back = bare('back', { subnets: [{ subnet: '172.20.1.0/31' }] });
    assert.equal(await oneOf({ networks: [back] }), 'subnet 172.20.1.0/31 has no address to give');
  });

  it('of the ingress network is the largest that a small pool has', async () => {
    const cluster = { addressPools: ['10.5.0.0/23'], subnetPrefixBits: 26 };
    const networks = [withSubnet('old', '10.5.0.0/26'), bare('net', { ingress: true })];
    assert.equal(await oneOf({ cluster, networks }), '10.5.1.0/24');
  });

  it('has a second one for IPv6, alike on every manager', async () => {
    const networks = [bare('a', { ipv6: true }), bare('b', { ipv6: true })];
    const given = await allocated({ networks });
    const [a, b] = [given['a']?.subnets[1], given['b']?.subnets[1]];
    assert.match(a?.subnet ?? '', /^fd[0-9a-f]{2}:[0-9a-f:]+::\/64$/);
    assert.match(a?.gateway ?? '', /::1$/);
    assert.notEqual(a?.subnet, b?.subnet);
    assert.deepEqual((await allocated({ networks }))['a'], given['a']);
  });
});

describe('the VXLAN of a network', () => {
  const vxlanIds = async (networks: readonly Network[]): Promise<readonly number[]> =>
    Object.values(await allocated({ networks })).map(({ vxlanId }) => vxlanId);

  it('is no other network’s, and one that Docker Swarm would not take', async () => {
    const [first = 0] = await vxlanIds([bare('a')]);
    const ids = await vxlanIds([bare('a'), bare('b'), withSubnet('old', '10.0.0.0/23', first), bare('c')]);
    assert.equal(new Set([...ids, first]).size, 4);
    assert.ok(ids.every((id) => id > 4096 && id < 2 ** 24));
  });

  it('is not the next network’s when its own is removed', async () => {
    assert.notDeepEqual(await vxlanIds([bare('a')]), await vxlanIds([bare('b')]));
  });
});

describe('a slice of the pools', () => {
  it('is the first that is free', () => {
    const arbitrary = fc.record({
      bits: fc.integer({ min: 24, max: 28 }),
      others: fc.array(fc.record({ at: fc.nat(255), bits: fc.integer({ min: 26, max: 32 }) }), {
        maxLength: 12,
      }),
    });
    fc.assert(
      fc.property(arbitrary, ({ bits, others }) => {
        const taken = others.map(({ at, bits: length }): TakenSubnet => {
          const value = (10n << 24n) | BigInt(Math.floor(at / 2 ** (32 - length)) * 2 ** (32 - length));
          return { subnet: { base: { family: 4, value }, prefixBits: length }, owner: '' };
        });
        const pool = parseSubnet('10.0.0.0/24');
        assert.ok(pool);
        const slices = Array.from({ length: 2 ** (bits - 24) }, (_, at): Subnet => {
          const value = (10n << 24n) + BigInt(at * 2 ** (32 - bits));
          return { base: { family: 4, value }, prefixBits: bits };
        });
        const first = slices.find((slice) => !taken.some(({ subnet }) => overlaps(subnet, slice)));
        const found = freeSlice(['10.0.0.0/24'], bits, taken);
        assert.equal(found && subnetText(found), first && subnetText(first));
        assert.ok(found === undefined || contains(pool, found.base));
      }),
    );
  });
});

describe('the ingress network', () => {
  it('is made once, by its name, and not where another one has that', async () => {
    const { store } = aMemoryStore();
    await storeObjects(store, { cluster: [aCluster()] });
    const twice = [...makeIngressNetwork(store.view(), 'one'), ...makeIngressNetwork(store.view(), 'two')];
    const results = await store.commit(twice);
    assert.deepEqual(
      results.map(({ applied }) => applied),
      [true, false],
    );
    assert.equal(store.view().networkByName('ingress')?.spec?.ingress, true);
    assert.deepEqual(makeIngressNetwork(store.view(), 'three'), []);
  });
});
