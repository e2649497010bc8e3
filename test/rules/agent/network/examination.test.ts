/**
 * A node looks at its networks: what it was told, beside what its kernel says.
 */
import assert from 'node:assert/strict';
import { Examiner } from '../../../../agent/network/examination.js';
import type { Kernel } from '../../../../agent/network/kernel.js';
import { applyChanges, NO_NETWORKS } from '../../../../agent/network/rules/network-state.js';
import type { Exchange } from '../../../../agent/network/upstream.js';
import { NetworkChangesCodec, NetworkExaminationCodec } from '../../../../proto/gen/dispatcher.js';
import { NodeNetworkingCodec } from '../../../../proto/gen/objects.js';
import { SimClock, SimRandom } from '../../../kit/sim-clock.js';
import { ToldHost } from '../../../kit/told-host.js';

const CHANGES = NetworkChangesCodec.create({
  complete: true,
  networks: [
    {
      networkId: 'frontfrontfront',
      name: 'front',
      vxlanId: 4097,
      dataPathPort: 4789,
      subnet: '10.0.1.0/24',
      gateway: '10.0.1.2',
    },
  ],
  peers: [{ nodeId: 'n2', dataAddress: '192.0.2.8', dataMtu: 1500 }],
  endpoints: [{ networkId: 'frontfrontfront', nodeId: 'n2', address: '10.0.1.3' }],
});

const LINKS = [
  { ifname: 'eth0', mtu: 1500, flags: ['UP'], addr_info: [{ local: '192.0.2.7' }] },
  { ifname: 'sw-frontfrontfr', mtu: 1450, flags: ['UP'], addr_info: [{ local: '10.0.1.2' }] },
  {
    ifname: 'vx-frontfrontfr',
    mtu: 1450,
    flags: ['UP'],
    master: 'sw-frontfrontfr',
    linkinfo: { info_kind: 'vxlan', info_data: { id: 4097, port: 4789, local: '192.0.2.7', proxy: true } },
  },
];
const REMOTES = [{ ifname: 'vx-frontfrontfr', mac: '02:42:0a:00:01:03', dst: '192.0.2.8' }];
const NEIGHBOURS = [{ dev: 'vx-frontfrontfr', dst: '10.0.1.3', lladdr: '02:42:0a:00:01:03' }];

/** Says what it is told to say, and lets nothing be changed. */
class ToldKernel implements Kernel {
  foundLinks: unknown = LINKS;
  foundRemotes: unknown = REMOTES;
  foundNeighbours: unknown = NEIGHBOURS;
  settings = new Map([
    ['net/ipv4/ip_forward', '1'],
    ['net/bridge/bridge-nf-call-iptables', '1'],
  ]);

  links = async (): Promise<unknown> => await Promise.resolve(this.foundLinks);
  remotes = async (): Promise<unknown> => await Promise.resolve(this.foundRemotes);
  neighbours = async (): Promise<unknown> => await Promise.resolve(this.foundNeighbours);
  ruleset = async (): Promise<unknown> => await Promise.resolve(undefined);
  setting = async (name: string): Promise<string | undefined> =>
    await Promise.resolve(this.settings.get(name));
  routes = refuse;
  filter = refuse;
  runIp = refuse;
  runBridge = refuse;
  loadRuleset = refuse;
  loadFilter = refuse;
  setSetting = refuse;
  loadModule = refuse;
  forgetConnections = refuse;
  wireGuard = refuse;
  addWireGuard = refuse;
  configureWireGuard = refuse;
  removeWireGuardPeers = refuse;
  watchLinks = refuse;
}

async function refuse(): Promise<never> {
  return await Promise.reject(new Error('whoever looks changes nothing'));
}

describe('an examination on a node', () => {
  let kernel: ToldKernel;
  let clock: SimClock;
  let asked: string[];
  let changes: typeof CHANGES;
  let dataAddress: string;

  beforeEach(() => {
    kernel = new ToldKernel();
    clock = new SimClock();
    asked = [];
    changes = CHANGES;
    dataAddress = '192.0.2.7';
  });

  const examine = async (aheadMs = 0) => {
    const exchange: Exchange = async (message, { host }) => {
      asked.push(`${host} ${message.length > 1_000 ? 'large' : 'small'}`);
      return await Promise.resolve(message);
    };
    const networking = NodeNetworkingCodec.create({ dataAddress, dataMtu: 1500 });
    const examiner = new Examiner(
      { nodeId: 'n1' },
      {
        kernel,
        reader: new ToldHost(),
        clock,
        random: new SimRandom(1),
        exchange,
        held: () => ({ state: applyChanges(NO_NETWORKS, changes), ports: new Set(), problem: '' }),
        networking: () => networking,
        nameFailures: () => new Map(),
      },
    );
    const request = NetworkExaminationCodec.create({ requestId: 'r1', leaderNowMs: clock.nowMs() - aheadMs });
    return await examiner.examine(request, new AbortController().signal);
  };

  const faults = async (aheadMs?: number): Promise<readonly string[]> =>
    (await examine(aheadMs)).faults.map(({ check, fault }) => `${check}: ${fault}`);

  it('tries each way with small and with large packets, and counts what it looked at', async () => {
    const { requestId, networkCount, wayCount, error } = await examine();
    assert.deepEqual([requestId, networkCount, wayCount, error], ['r1', 1, 1, '']);
    assert.deepEqual(asked, ['10.0.1.3 small', '10.0.1.3 large']);
  });

  it('finds what the kernel lacks, and nothing else', async () => {
    const before = await faults();
    kernel.foundRemotes = [];
    const after = await faults();
    assert.deepEqual(
      after.filter((fault) => !before.includes(fault)),
      [
        'forwarding: network front: what the kernel knows of where containers of other nodes are is not as the managers say: missing 02:42:0a:00:01:03',
      ],
    );
  });

  it('reckons with what the headers between the nodes take, which is more over IPv6', async () => {
    changes = { ...CHANGES, networks: CHANGES.networks.map((network) => ({ ...network, mtu: 1440 })) };
    const tooWide = async (): Promise<readonly string[]> =>
      (await faults()).filter((fault) => fault.startsWith('mtu: '));
    assert.deepEqual(await tooWide(), []);
    dataAddress = 'fd00::7';
    assert.match(
      (await tooWide()).join(),
      /^mtu: network front has mtu 1440, which takes 1510 bytes outside/,
    );
  });

  it('finds links that are gone and settings that were changed', async () => {
    kernel.foundLinks = LINKS.slice(0, 2);
    kernel.settings.set('net/ipv4/ip_forward', '0');
    const found = (await faults()).join('\n');
    assert.match(found, /^settings: net\.ipv4\.ip_forward is 0, not 1$/m);
    assert.match(found, /^links: network front: there is no device vx-frontfrontfr$/m);
  });

  it('holds its clock against that of the leader', async () => {
    assert.match((await faults(5_000)).join('\n'), /^clock: its clock is 5\.0 s ahead of the leader's$/m);
  });

  it('says why it could not look', async () => {
    kernel.links = async () => await Promise.reject(new Error('ip: not found'));
    const { error, faults: none } = await examine();
    assert.deepEqual([error, none], ['ip: not found', []]);
  });
});
