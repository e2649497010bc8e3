/**
 * What may leave a network that nothing leads out of, and who: a container on several networks sends what is for
 * elsewhere over one of them, which may be that one.
 */
import assert from 'node:assert/strict';
import {
  ENTRY_RULES,
  forwardIsolation,
  inputIsolation,
  outwardKeys,
} from '../../../../agent/network/rules/isolation.js';
import type { OverlayNetworkInput } from '../../../../proto/gen/dispatcher.js';
import { APP, APP_BRIDGE, INGRESS, task, told, WEB } from './overlay-state.js';

const INTERNAL: OverlayNetworkInput = {
  ...APP,
  internal: true,
  subnet6: 'fd00::/64',
  gateway6: 'fd00::2',
};
const OTHER: OverlayNetworkInput = {
  ...INTERNAL,
  networkId: 'othernetwork12345678',
  name: 'other',
  subnet: '10.3.0.0/24',
};
const OUTWARD = ['iifname . ip saddr @outward accept', 'iifname . ip6 saddr @outward6 accept'];

describe('an internal network', () => {
  const state = told({ ...WEB, networks: [INTERNAL] });

  it('is left by no packet, and entered by none but through a port of its node', () => {
    assert.deepEqual(forwardIsolation(state), [
      `oifname "${APP_BRIDGE}" iifname != "${APP_BRIDGE}" jump enter-internal`,
      ...OUTWARD,
      `iifname "${APP_BRIDGE}" oifname != "${APP_BRIDGE}" drop`,
    ]);
    assert.deepEqual(ENTRY_RULES, ['ct status dnat return', 'drop']);
    assert.deepEqual(outwardKeys(state, 'n1'), { ip: [], ip6: [] });
  });

  it('reaches nothing of its node, which is on other networks', () => {
    const from = `iifname "${APP_BRIDGE}"`;
    assert.deepEqual(inputIsolation(state), [
      ...OUTWARD,
      `${from} meta l4proto { icmp, ipv6-icmp } accept`,
      `${from} drop`,
    ]);
  });

  it('is left by tasks of this node that are on another one as well', () => {
    const several = told({
      networks: [INTERNAL, OTHER, INGRESS],
      endpoints: [
        { ...task(INTERNAL, 't1', 'n1', '10.1.0.11'), address6: 'fd00::b' },
        task(OTHER, 't1', 'n1', '10.3.0.11'),
        task(INGRESS, 't1', 'n1', '10.2.0.11'),
        // On internal ones only.
        task(INTERNAL, 't2', 'n1', '10.1.0.12'),
        task(OTHER, 't2', 'n1', '10.3.0.12'),
        // Of another node, which sees to it.
        task(INTERNAL, 't3', 'n2', '10.1.0.13'),
        task(INGRESS, 't3', 'n2', '10.2.0.13'),
      ],
    });
    assert.deepEqual(outwardKeys(several, 'n1'), {
      ip: [`${APP_BRIDGE} . 10.1.0.11`, 'sw-othernetwork . 10.3.0.11'],
      ip6: [`${APP_BRIDGE} . fd00::b`],
    });
  });
});

describe('a network that is not internal', () => {
  it('is left and entered by all', () => {
    assert.deepEqual([...forwardIsolation(told(WEB)), ...inputIsolation(told(WEB))], []);
  });
});
