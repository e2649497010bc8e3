/**
 * What is brought to the kernel when not everything goes well: one line of many is refused, a device was made anew, an
 * earlier pass was cut short.
 */
import assert from 'node:assert/strict';
import { Overlay, type OverlayTarget } from '../../../../agent/network/overlay.js';
import { ingressPorts, portKey } from '../../../../agent/network/rules/backends.js';
import { NO_NETWORKS } from '../../../../agent/network/rules/network-state.js';
import { wantedNetworks } from '../../../../agent/network/rules/wanted-networks.js';
import { silentLog } from '../../../../proto/base/log.js';
import { ToldKernel } from '../../../kit/told-kernel.js';
import { INGRESS_BRIDGE, OWN, PUBLISHED, told, WEB } from './overlay-state.js';

const STATE = told(PUBLISHED);
const NETWORKS = wantedNetworks(STATE, OWN);
const TARGET: OverlayTarget = {
  state: STATE,
  networks: NETWORKS,
  standing: new Set(NETWORKS.map(({ network }) => network.networkId)),
  held: new Set(ingressPorts(STATE).map(portKey)),
};
const never = new AbortController().signal;
const EMPTY: OverlayTarget = { state: NO_NETWORKS, networks: [], standing: new Set(), held: new Set() };

describe('bringing networks to the kernel', () => {
  let kernel: ToldKernel;
  let overlay: Overlay;

  beforeEach(() => {
    kernel = new ToldKernel();
    overlay = new Overlay({ nodeId: 'n1' }, { kernel, log: silentLog });
  });

  const bridge = (ifindex: number): object => ({ ifname: INGRESS_BRIDGE, ifindex, mtu: 1450, flags: ['UP'] });
  const did = (start: string): boolean => kernel.done.some((line) => line.startsWith(start));

  it('changes the rules though a line about a link is refused, and says so in the end', async () => {
    kernel.linkList.push(bridge(5));
    kernel.refusedLines = /link add/;
    await assert.rejects(overlay.bring(TARGET), /refused: link add vx-/);
    assert.ok(did('add rule inet swarmd prerouting'), 'rules');
    assert.ok(did('route replace default via 10.2.0.3'), 'routes');
    assert.ok(did('fdb replace'), 'other links');
  });

  it('does not mind a container that ended meanwhile', async () => {
    kernel.linkList.push(bridge(5), { ifname: 'veth1', ifindex: 6, master: INGRESS_BRIDGE });
    kernel.refusedLines = /dev veth1/;
    await overlay.bring(TARGET);
    assert.ok(did('add rule inet swarmd prerouting'));
  });

  it('makes routes again that went with a bridge, though one of that name is there', async () => {
    kernel.linkList.push(bridge(5));
    await overlay.bring(TARGET);
    kernel.done.length = 0;
    overlay.distrustLinks();
    await overlay.bring(TARGET);
    assert.ok(!did('route replace'), 'nothing changed');
    kernel.linkList.splice(-1, 1, bridge(9));
    overlay.distrustLinks();
    await overlay.bring(TARGET);
    assert.ok(did('route replace default via 10.2.0.3'));
  });

  it('forgets flows to what went while the program did not run', async () => {
    overlay.remember(told(WEB));
    const after = told({ ...WEB, endpoints: (WEB.endpoints ?? []).filter(({ taskId }) => taskId !== 't2') });
    await overlay.bring({ ...EMPTY, state: after });
    assert.ok(did('forget -p udp --reply-src 10.1.0.12'));
  });

  it('keeps to what it knows when it is told to do something else before it has looked', async () => {
    await overlay.bring(TARGET);
    const told = new AbortController();
    const looked = overlay.look(told.signal);
    told.abort();
    assert.equal(await looked, false);
    kernel.reads = 0;
    await overlay.bring(EMPTY);
    assert.equal(kernel.reads, 0);
    assert.equal(await overlay.look(never), true);
  });

  it('reads again what it could not read when it looked', async () => {
    await overlay.bring(TARGET);
    kernel.links = () => Promise.reject(new Error('no such tool'));
    assert.equal(await overlay.look(never), true);
    await assert.rejects(overlay.bring(TARGET), /no such tool/);
  });

  it('is not done with nothing while rules are left, whoever put them there', async () => {
    assert.ok(await overlay.isClean());
    for (const leave of [
      () => (kernel.listing = { nftables: [{ table: { family: 'inet', name: 'swarmd' } }] }),
      () => (kernel.filterText = '*filter\n:SWARMD-FORWARD - [0:0]\nCOMMIT\n'),
    ]) {
      kernel.listing = undefined;
      leave();
      await overlay.look(never);
      assert.equal(await overlay.isClean(), false);
      await overlay.bring(EMPTY);
    }
    assert.ok(did('delete table inet swarmd'));
    assert.ok(did('-X SWARMD-FORWARD'));
  });
});
