/**
 * Encrypted networks of a node, on an engine and a kernel that do as the test tells them: what waits for their tunnels,
 * and what does not.
 */
import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import type { NetworkChangesInput } from '../../proto/gen/dispatcher.js';
import { eventually } from '../kit/eventually.js';
import type { ToldEngineNetworks, ToldKernel } from '../kit/told-kernel.js';
import { ToldNetworks } from '../kit/told-networks.js';
import { APP, APP_TASK, APP_VXLAN, PEER, WEB } from '../rules/agent/network/overlay-state.js';

describe('encrypted networks of a node', () => {
  let node: ToldNetworks;
  let kernel: ToldKernel;
  let engine: ToldEngineNetworks;

  beforeEach(async () => {
    node = await ToldNetworks.start();
    ({ kernel, engine } = node);
  });

  afterEach(() => node.remove());

  const apply = (changes: NetworkChangesInput): Promise<void> => node.apply(changes);
  const reasonOf = (): Promise<string> => node.reasonOf(APP_TASK);

  it('are not made where packets would travel in the open though they must not', async () => {
    node.tunnelProblem = 'wg not found: install wireguard-tools';
    await apply({ ...WEB, networks: [{ ...APP, encrypted: true }] });
    assert.deepEqual(engine.networks, []);
    assert.match(await reasonOf(), /install wireguard-tools/);
    assert.match(node.networks.problem, /install wireguard-tools/);
    node.tunnelProblem = '';
    await eventually('the network stands', reasonOf, (reason) => reason === '');
    const vxlan = kernel.done.filter((line) => line.startsWith(`link add ${APP_VXLAN}`));
    assert.equal(vxlan.length, 1);
    assert.match(vxlan[0] ?? '', / local :: /, 'only inside the tunnel');
  });

  it('go on in their tunnels while a restarted agent cannot look after those', async () => {
    const secret = { ...WEB, networks: [{ ...APP, encrypted: true }] };
    await apply(secret);
    await node.areOnDisk();
    await node.end();
    const [device] = [...kernel.wireGuards.keys()];
    kernel.linkList.push({ ifname: APP_VXLAN });
    for (const link of kernel.linkList)
      if ('ifname' in link && link.ifname === device) Object.assign(link, { ifalias: 'swarmd-key-1' });
    kernel.done.length = 0;
    kernel.refusedConfig = new Error('wg: not now');
    node.start();
    await eventually(
      'the trouble is said',
      () => node.networks.problem,
      (problem) => problem.includes('not now'),
    );
    await apply(secret);
    assert.deepEqual(
      kernel.done.filter((line) => line.startsWith('link del')),
      [],
    );
    kernel.refusedConfig = undefined;
    await eventually(
      'all is well',
      () => node.networks.problem,
      (problem) => problem === '',
    );
  });

  it('keep what packets still go by when tunnels answer too late for a pass', async () => {
    const secret = { ...WEB, networks: [{ ...APP, encrypted: true }] };
    await apply(secret);
    kernel.linkList.push({ ifname: 'wg-left', ifalias: 'swarmd-key-1' });
    kernel.linksChanged();
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const left: boolean[] = [];
    const read = kernel.wireGuard.bind(kernel);
    kernel.wireGuard = async (device) => {
      left.push(!kernel.done.includes('link del dev wg-left'));
      if (left.length === 1) await answered;
      return await read(device);
    };
    // While a pass goes on without them they answer, before it ends.
    const load = kernel.loadRuleset.bind(kernel);
    kernel.loadRuleset = async (text) => {
      answer();
      await setTimeout(20);
      await load(text);
    };
    const first = apply({ ...secret, services: [] });
    await eventually(
      'the tunnels are asked',
      () => left.length,
      (count) => count === 1,
    );
    await Promise.all([first, apply(secret)]);
    assert.deepEqual([left[0], left[1]], [true, true]);
    await eventually(
      'what was left over is gone',
      () => kernel.done,
      (done) => done.includes('link del dev wg-left'),
    );
  });

  it('forget a node that left the tunnels though a command for something else is refused', async () => {
    const peers = [{ ...PEER, tunnelKeys: [{ publicKey: `${'X'.repeat(42)}A=`, port: 4795 }] }];
    const networksOfBoth = [{ ...APP, encrypted: true }];
    await apply({ ...WEB, networks: networksOfBoth, peers });
    const [device = ''] = kernel.wireGuards.keys();
    kernel.refusedLines = /^link add vx-/;
    apply({ ...WEB, networks: networksOfBoth, peers: [], endpoints: [] }).catch(() => undefined);
    const without = `${device}: without ${'X'.repeat(42)}A=`;
    await eventually(
      'it is forgotten',
      () => kernel.done,
      (done) => done.includes(without),
    );
    kernel.refusedLines = undefined;
  });

  const SECRET = {
    ...APP,
    networkId: 'secret-network-01234',
    name: 'secret',
    vxlanId: 4100,
    encrypted: true,
  };
  const idsMade = (): readonly string[] => engine.networks.map(({ networkId }) => networkId).toSorted();

  it('that are encrypted hold up no others', async () => {
    node.tunnelProblem = 'wg not found';
    await apply({ ...WEB, networks: [APP, SECRET] });
    assert.equal(await reasonOf(), '');
    assert.deepEqual(idsMade(), [APP.networkId]);
  });

  it('that are encrypted hold up no others while their tunnels hang, and are made when those work', async () => {
    let speak = (): void => undefined;
    const silence = new Promise<void>((resolve) => (speak = resolve));
    const add = kernel.addWireGuard.bind(kernel);
    kernel.addWireGuard = async (device) => {
      await silence;
      await add(device);
    };
    await apply({ ...WEB, networks: [APP, SECRET] });
    assert.equal(await reasonOf(), '');
    assert.match(node.networks.problem, /encrypted networks: WireGuard does not answer/);
    assert.deepEqual(idsMade(), [APP.networkId]);
    speak();
    await eventually('the other network is made', idsMade, (ids) => ids.length === 2);
    await eventually(
      'nothing is said of it any more',
      () => node.networks.problem,
      (problem) => problem === '',
    );
  });
});
