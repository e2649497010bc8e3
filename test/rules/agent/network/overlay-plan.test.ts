/**
 * From the networks a node holds, and what stands in its kernel, to commands.
 */
import assert from 'node:assert/strict';
import {
  type FoundLink,
  type FoundOverlay,
  readLinks,
  readNeighbours,
  readRemotes,
} from '../../../../agent/network/rules/found-links.js';
import { afterPlan, type OverlayPlan, planOverlay } from '../../../../agent/network/rules/overlay-plan.js';
import { wantedNetworks } from '../../../../agent/network/rules/wanted-networks.js';
import type { NetworkChangesInput } from '../../../../proto/gen/dispatcher.js';
import { APP, APP_BRIDGE, APP_VXLAN, OWN, told, WEB } from './overlay-state.js';

const link = (name: string, parts: Partial<FoundLink> = {}): FoundLink => ({
  name,
  alias: '',
  index: 7,
  hardwareAddress: '02:42:00:00:00:01',
  mtu: 1500,
  isUp: true,
  master: '',
  addresses: [],
  isHairpin: false,
  tunnel: undefined,
  ...parts,
});

const BRIDGE = link(APP_BRIDGE, { hardwareAddress: '02:42:0a:01:00:02', mtu: 1450, addresses: ['10.1.0.2'] });
const TUNNEL = {
  id: 4097,
  port: 4789,
  local: '10.0.0.1',
  isUnsummed: false,
  isProxy: true,
  isLearning: false,
};
const VXLAN = link(APP_VXLAN, { mtu: 1450, master: APP_BRIDGE, tunnel: TUNNEL });

const found = (...links: readonly FoundLink[]): FoundOverlay => ({
  linkByName: new Map(links.map((each) => [each.name, each])),
  remotes: new Map(),
  neighbours: new Map(),
});

const plan = (
  changes: NetworkChangesInput,
  seen: FoundOverlay,
  bridgeByPort?: ReadonlyMap<string, string>,
): OverlayPlan => {
  const wanted = wantedNetworks(told(changes), OWN);
  return planOverlay(wanted, new Set(wanted.map(({ network }) => network.networkId)), seen, bridgeByPort);
};

const NOTHING: OverlayPlan = {
  links: [],
  ports: [],
  addRemotes: [],
  addNeighbours: [],
  removeNeighbours: [],
  removeRemotes: [],
  forgetLearnt: [],
};

/** As it stands once everything was carried out. */
const standing = (): FoundOverlay => afterPlan(wantedNetworks(told(WEB), OWN), found(BRIDGE, VXLAN));

describe('the plan of an overlay network', () => {
  it('knows users’ own containers on other nodes by the hardware addresses that their engines drew', () => {
    const endpoints = [
      { containerId: 'c1', nodeId: 'n2', address: '10.1.0.136', hardwareAddress: '7e:00:00:00:00:01' },
      { containerId: 'c2', nodeId: 'n1', address: '10.1.0.128', hardwareAddress: '7e:00:00:00:00:02' },
    ].map((each) => ({ networkId: APP.networkId, ...each }));
    const { addRemotes, addNeighbours } = plan({ ...WEB, endpoints }, found(BRIDGE, VXLAN));
    assert.deepEqual(addRemotes, [`fdb replace 7e:00:00:00:00:01 dev ${APP_VXLAN} dst 10.0.0.2`]);
    assert.deepEqual(
      addNeighbours.filter((line) => line.includes('7e:')),
      [`neigh replace 10.1.0.136 lladdr 7e:00:00:00:00:01 dev ${APP_VXLAN} nud permanent`],
    );
  });

  it('joins the bridge that the engine made to the other nodes', () => {
    const made = link(APP_BRIDGE, { addresses: ['10.1.0.2'] });
    assert.deepEqual(plan(WEB, found(made)), {
      ...NOTHING,
      links: [
        `link set dev ${APP_BRIDGE} address 02:42:0a:01:00:02`,
        `link set dev ${APP_BRIDGE} mtu 1450`,
        `link add ${APP_VXLAN} type vxlan id 4097 dstport 4789 local 10.0.0.1 nolearning proxy`,
        `link set dev ${APP_VXLAN} mtu 1450 master ${APP_BRIDGE} up`,
      ],
      addRemotes: [
        `fdb replace 02:42:0a:01:00:03 dev ${APP_VXLAN} dst 10.0.0.2`,
        `fdb replace 02:42:0a:01:00:0c dev ${APP_VXLAN} dst 10.0.0.2`,
      ],
      addNeighbours: [
        `neigh replace 10.1.0.3 lladdr 02:42:0a:01:00:03 dev ${APP_VXLAN} nud permanent`,
        `neigh replace 10.1.0.12 lladdr 02:42:0a:01:00:0c dev ${APP_VXLAN} nud permanent`,
        // The node itself answers for the service's address.
        `neigh replace 10.1.0.5 lladdr 02:42:0a:01:00:02 dev ${APP_VXLAN} nud permanent`,
      ],
    });
  });

  it('has nothing to do where everything stands', () => {
    assert.deepEqual(plan(WEB, standing()), NOTHING);
  });

  it('takes out what has gone, after the new is in', () => {
    const { endpoints = [], ...rest } = WEB;
    const without = { ...rest, endpoints: endpoints.filter(({ taskId }) => taskId !== 't2') };
    assert.deepEqual(plan(without, standing()), {
      ...NOTHING,
      removeNeighbours: [`neigh del 10.1.0.12 dev ${APP_VXLAN}`],
      removeRemotes: [`fdb del 02:42:0a:01:00:0c dev ${APP_VXLAN} dst 10.0.0.2`],
      forgetLearnt: [`link set dev ${APP_VXLAN} type bridge_slave fdb_flush`],
    });
  });

  it('leaves packets as large as they were when a node joins whose way is narrower', () => {
    const narrow = { ...WEB, peers: [{ nodeId: 'n2', dataAddress: '10.0.0.2', dataMtu: 1400 }] };
    assert.deepEqual(plan(narrow, standing()), NOTHING);
    const made = link(APP_BRIDGE, { addresses: ['10.1.0.2'] });
    assert.ok(
      plan(narrow, found(made)).links.includes(`link set dev ${APP_VXLAN} mtu 1350 master ${APP_BRIDGE} up`),
    );
  });

  it('makes them larger once every way is wider', () => {
    const small = (each: FoundLink): FoundLink => ({ ...each, mtu: 1350 });
    const seen = { ...standing(), linkByName: found(small(BRIDGE), small(VXLAN)).linkByName };
    assert.deepEqual(plan(WEB, seen).links, [
      `link set dev ${APP_BRIDGE} mtu 1450`,
      `link set dev ${APP_VXLAN} mtu 1450 master ${APP_BRIDGE} up`,
    ]);
  });

  it('leaves devices alone that only begin as ours do', () => {
    const others = [link('vx-100', { tunnel: TUNNEL }), link('sw-lan'), link('tap0', { master: 'sw-lan' })];
    assert.deepEqual(plan({}, found(...others)), NOTHING);
  });

  it('follows a node to another address', () => {
    const moved = { ...WEB, peers: [{ nodeId: 'n2', dataAddress: '10.0.0.9', dataMtu: 1500 }] };
    assert.deepEqual(plan(moved, standing()).addRemotes, [
      `fdb replace 02:42:0a:01:00:03 dev ${APP_VXLAN} dst 10.0.0.9`,
      `fdb replace 02:42:0a:01:00:0c dev ${APP_VXLAN} dst 10.0.0.9`,
    ]);
  });

  it('makes a device anew that is not the one, and all that was on it', () => {
    for (const tunnel of [
      { ...TUNNEL, id: 9 },
      { ...TUNNEL, local: '10.0.0.7' },
      { ...TUNNEL, isLearning: true },
      { ...TUNNEL, port: 8472 },
    ]) {
      const other = new Map([...standing().linkByName, [APP_VXLAN, { ...VXLAN, tunnel }]]);
      const { links, addRemotes, addNeighbours } = plan(WEB, { ...standing(), linkByName: other });
      assert.equal(links[0], `link del dev ${APP_VXLAN}`);
      assert.match(links[1] ?? '', /^link add vx-/);
      assert.equal(addRemotes.length, 2);
      assert.equal(addNeighbours.length, 3);
    }
  });

  it('removes devices without a network first: they may hold a number that is needed', () => {
    const leftOver = link('vx-somebodyelse', { tunnel: TUNNEL });
    assert.deepEqual(plan(WEB, found(BRIDGE, leftOver)).links.slice(0, 2), [
      'link del dev vx-somebodyelse',
      `link add ${APP_VXLAN} type vxlan id 4097 dstport 4789 local 10.0.0.1 nolearning proxy`,
    ]);
    assert.deepEqual(plan({}, found(leftOver, VXLAN)).links, [
      'link del dev vx-somebodyelse',
      `link del dev ${APP_VXLAN}`,
    ]);
  });

  it('makes a bridge again that somebody removed, with what was plugged into it', () => {
    const port = link('veth1', { master: '' });
    const { links, ports } = plan(WEB, found(port), new Map([['veth1', APP_BRIDGE]]));
    assert.deepEqual(links.slice(0, 5), [
      `link add ${APP_BRIDGE} type bridge`,
      `link set dev ${APP_BRIDGE} address 02:42:0a:01:00:02`,
      `link set dev ${APP_BRIDGE} mtu 1450`,
      `addr replace 10.1.0.2/24 dev ${APP_BRIDGE}`,
      `link set dev ${APP_BRIDGE} up`,
    ]);
    assert.deepEqual(ports, [
      `link set dev veth1 master ${APP_BRIDGE}`,
      'link set dev veth1 type bridge_slave hairpin on',
    ]);
  });

  it('removes a bridge of no network once nothing is plugged into it', () => {
    assert.deepEqual(plan({}, found(BRIDGE)).links, [`link del dev ${APP_BRIDGE}`]);
    const port = link('veth1', { master: APP_BRIDGE, isHairpin: true });
    assert.deepEqual(plan({}, found(BRIDGE, port)).links, []);
  });

  it('leaves a network alone whose bridge the engine has not made', () => {
    const wanted = wantedNetworks(told(WEB), OWN);
    assert.deepEqual(planOverlay(wanted, new Set(), found()), NOTHING);
  });

  it('lets a container hear itself, which it does through its own service', () => {
    const port = link('veth1', { master: APP_BRIDGE });
    const { linkByName, ...rest } = standing();
    const seen = { ...rest, linkByName: new Map([...linkByName, ['veth1', port]]) };
    assert.deepEqual(plan(WEB, seen).ports, ['link set dev veth1 type bridge_slave hairpin on']);
  });
});

describe('the size of packets in an overlay network', () => {
  const mtuOf = (changes: NetworkChangesInput, own = OWN): number | undefined =>
    wantedNetworks(told(changes), own)[0]?.mtu;

  it('is what the narrowest way leaves beside the tunnel', () => {
    assert.equal(mtuOf(WEB), 1450);
    assert.equal(mtuOf(WEB, { ...OWN, dataMtu: 9000 }), 1450);
    assert.equal(mtuOf({ ...WEB, peers: [{ nodeId: 'n2', dataAddress: '10.0.0.2', dataMtu: 1400 }] }), 1350);
    assert.equal(mtuOf(WEB, { ...OWN, dataAddress: 'fd00::1' }), 1430);
  });

  it('does not follow a node that says none', () => {
    assert.equal(mtuOf({ ...WEB, peers: [{ nodeId: 'n2', dataAddress: '10.0.0.2' }] }), 1450);
  });

  it('is what the network says, where it says so', () => {
    assert.equal(mtuOf({ ...WEB, networks: [{ ...APP, mtu: 1300 }] }), 1300);
  });
});

describe('what stands in the kernel', () => {
  it('is read as the tools print it', () => {
    const links = readLinks([
      {
        ifname: APP_VXLAN,
        ifindex: 12,
        flags: ['BROADCAST', 'UP'],
        mtu: 1450,
        master: APP_BRIDGE,
        address: 'a2:76:6a:0c:58:b7',
        linkinfo: {
          info_kind: 'vxlan',
          info_data: { id: 4097, local: '10.0.0.1', port: 4789, learning: false, proxy: true },
          info_slave_data: { hairpin: false },
        },
        addr_info: [{ family: 'inet', local: '10.1.0.2', prefixlen: 24 }],
      },
    ]);
    assert.deepEqual(links.get(APP_VXLAN), {
      name: APP_VXLAN,
      alias: '',
      index: 12,
      hardwareAddress: 'a2:76:6a:0c:58:b7',
      mtu: 1450,
      isUp: true,
      master: APP_BRIDGE,
      addresses: ['10.1.0.2'],
      isHairpin: false,
      tunnel: TUNNEL,
    });
  });

  it('leaves out what the bridge learnt by itself, and what is not ours', () => {
    const remotes = readRemotes([
      { mac: '02:42:0a:01:00:0c', ifname: APP_VXLAN, flags: [], master: APP_BRIDGE, state: '' },
      { mac: '02:42:0a:01:00:0c', ifname: APP_VXLAN, dst: '10.0.0.2', flags: ['self'], state: 'permanent' },
      { mac: '02:42:0a:01:00:0c', ifname: 'flannel.1', dst: '10.0.0.2', flags: ['self'], state: 'permanent' },
    ]);
    assert.deepEqual(remotes, new Map([[APP_VXLAN, new Map([['02:42:0a:01:00:0c', '10.0.0.2']])]]));
    const neighbours = readNeighbours([
      { dst: '10.1.0.5', dev: APP_VXLAN, lladdr: '02:42:0a:01:00:02', state: ['PERMANENT'] },
      { dst: '10.9.0.5', dev: 'eth0', lladdr: '02:42:0a:01:00:02', state: ['PERMANENT'] },
    ]);
    assert.deepEqual(neighbours, new Map([[APP_VXLAN, new Map([['10.1.0.5', '02:42:0a:01:00:02']])]]));
  });
});
