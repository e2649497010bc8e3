/**
 * What lets packets of ours pass the engine's packet filter, and the way back of clients' connections.
 */
import assert from 'node:assert/strict';
import { clientRoutes, planClientRoutes, readRoutes } from '../../../../agent/network/rules/client-routes.js';
import {
  afterForwarding,
  forwardingRules,
  forwardingText,
  readForwarding,
} from '../../../../agent/network/rules/forwarding.js';
import { wantedSettings } from '../../../../agent/network/rules/settings.js';
import { APP_BRIDGE, gateway, INGRESS, INGRESS_BRIDGE, PUBLISHED, told, WEB } from './overlay-state.js';

const BOTH = {
  networks: [...(WEB.networks ?? []), ...(PUBLISHED.networks ?? [])],
  endpoints: [...(WEB.endpoints ?? []), ...(PUBLISHED.endpoints ?? [])],
};
/** What is asked of what is passed on; the same of both families. */
const RULES = forwardingRules(told(BOTH), 6);
/** As an engine leaves it. */
const ENGINE =
  '*filter\n:FORWARD DROP [0:0]\n:DOCKER-USER - [0:0]\n-A FORWARD -j DOCKER-USER\n-A DOCKER-USER -j RETURN\nCOMMIT\n';
const withOurs = (user: string): string =>
  `*filter\n:FORWARD DROP [0:0]\n:DOCKER-USER - [0:0]\n:SWARMD-FORWARD - [0:0]\n${user}\n${RULES.join('\n')}\nCOMMIT\n`;
const text = (saved: string, rules = RULES): readonly string[] =>
  forwardingText(rules, readForwarding(saved)).split('\n').slice(1, -2);

describe("what passes the engine's packet filter", () => {
  it('is traffic within a network, answers, and what was sent to a published port', () => {
    assert.deepEqual(RULES, [
      '-A SWARMD-FORWARD -i sw-+ -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT',
      '-A SWARMD-FORWARD -o sw-+ -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT',
      `-A SWARMD-FORWARD -i ${APP_BRIDGE} -o ${APP_BRIDGE} -j ACCEPT`,
      `-A SWARMD-FORWARD -i ${INGRESS_BRIDGE} -o ${INGRESS_BRIDGE} -j ACCEPT`,
      `-A SWARMD-FORWARD -o ${INGRESS_BRIDGE} -m conntrack --ctstate DNAT -j ACCEPT`,
    ]);
  });

  it('is asked in the chain that the engine has for others, before what ends it', () => {
    const declared = ':SWARMD-FORWARD - [0:0]';
    assert.deepEqual(text(ENGINE), [declared, ...RULES, '-I DOCKER-USER 1 -j SWARMD-FORWARD']);
    assert.deepEqual(text(withOurs('-A DOCKER-USER -j DROP\n-A DOCKER-USER -j SWARMD-FORWARD')), [
      declared,
      ...RULES,
      '-D DOCKER-USER -j SWARMD-FORWARD',
      '-I DOCKER-USER 1 -j SWARMD-FORWARD',
    ]);
  });

  it('is asked after what the user says of published ports, wherever that was put', () => {
    const moved = (place: number): readonly string[] => [
      ':SWARMD-FORWARD - [0:0]',
      ...RULES,
      '-D DOCKER-USER -j SWARMD-FORWARD',
      `-I DOCKER-USER ${place} -j SWARMD-FORWARD`,
    ];
    const [ours, user, end] = [
      '-A DOCKER-USER -j SWARMD-FORWARD',
      '-A DOCKER-USER ! -s 192.0.2.0/24 -i eth0 -j DROP',
      '-A DOCKER-USER -j RETURN',
    ];
    assert.deepEqual(text(withOurs([user, ours, end].join('\n'))), []);
    assert.deepEqual(text(withOurs([user, ours].join('\n'))), []);
    assert.deepEqual(text(withOurs([ours, user, end].join('\n'))), moved(2));
    assert.deepEqual(text(withOurs([ours, user].join('\n'))), moved(2));
    const fresh = ENGINE.replace(end, `${user}\n${end}`);
    assert.equal(text(fresh).at(-1), '-I DOCKER-USER 2 -j SWARMD-FORWARD');
  });

  it('needs nothing done where it stands', () => {
    assert.deepEqual(text(withOurs('-A DOCKER-USER -j SWARMD-FORWARD\n-A DOCKER-USER -j RETURN')), []);
    assert.equal(forwardingText(RULES, afterForwarding(RULES, readForwarding(ENGINE))), '');
  });

  it('is asked by the kernel itself while no engine has such a chain', () => {
    assert.equal(text('').at(-1), '-I FORWARD 1 -j SWARMD-FORWARD');
    const back = `${ENGINE.replace('COMMIT\n', '')}:SWARMD-FORWARD - [0:0]\n-A FORWARD -j SWARMD-FORWARD\nCOMMIT\n`;
    assert.deepEqual(text(back).slice(-2), [
      '-D FORWARD -j SWARMD-FORWARD',
      '-I DOCKER-USER 1 -j SWARMD-FORWARD',
    ]);
  });

  it('is a question for a name, on a host that lets nothing come to itself', () => {
    const all = forwardingRules(told(BOTH), 4);
    const names = all.slice(RULES.length);
    assert.deepEqual(names.slice(0, 4), [
      '-A SWARMD-INPUT -p udp -m udp ! --dport 53 -j RETURN',
      '-A SWARMD-INPUT -p tcp -m tcp ! --dport 53 -j RETURN',
      `-A SWARMD-INPUT -d 10.1.0.2/32 -i ${APP_BRIDGE} -p udp -m udp --dport 53 -j ACCEPT`,
      `-A SWARMD-INPUT -d 10.1.0.2/32 -i ${APP_BRIDGE} -p tcp -m tcp --dport 53 -j ACCEPT`,
    ]);
    const closed = '*filter\n:INPUT DROP [0:0]\n-A INPUT -i lo -j ACCEPT\nCOMMIT\n';
    assert.deepEqual(text(closed, names), [':SWARMD-INPUT - [0:0]', ...names, '-I INPUT 1 -j SWARMD-INPUT']);
    const open = `*filter\n:INPUT DROP [0:0]\n:SWARMD-INPUT - [0:0]\n-A INPUT -j SWARMD-INPUT\n${names.join('\n')}\nCOMMIT\n`;
    assert.deepEqual(text(open, names), []);
    assert.deepEqual(text(open, []), [
      ':SWARMD-INPUT - [0:0]',
      '-D INPUT -j SWARMD-INPUT',
      '-X SWARMD-INPUT',
    ]);
  });

  it('leaves nothing behind with the last network', () => {
    assert.deepEqual(text(withOurs('-A DOCKER-USER -j SWARMD-FORWARD'), []), [
      ':SWARMD-FORWARD - [0:0]',
      '-D DOCKER-USER -j SWARMD-FORWARD',
      '-X SWARMD-FORWARD',
    ]);
    assert.deepEqual(text(ENGINE, []), []);
  });
});

describe("the way back of clients' connections", () => {
  const wanted = clientRoutes(told(PUBLISHED), 'n1');
  const NONE = { ruleMarks: new Set<string>(), routes: new Map<string, string>() };

  it('leads to the node where they came in, by a mark that follows from its address', () => {
    assert.deepEqual(planClientRoutes(wanted, 4, NONE), [
      `route replace default via 10.2.0.3 dev ${INGRESS_BRIDGE} table 1392508931`,
      'rule add pref 5300 fwmark 0x53000003 lookup 1392508931',
    ]);
    assert.deepEqual(planClientRoutes(wanted, 6, NONE), []);
    const far = clientRoutes(
      told({ ...PUBLISHED, endpoints: [gateway(INGRESS, 'n9', '10.2.15.254')] }),
      'n1',
    );
    assert.equal(far[0]?.mark, '0x53000ffe');
  });

  it('is read as the tools print it, and goes with the node', () => {
    const found = readRoutes(
      [
        { priority: 0, src: 'all', table: 'local' },
        { priority: 5300, src: 'all', fwmark: '0x53000003', table: '1392508931' },
        // Of somebody who likes the same number.
        { priority: 5300, src: '192.0.2.0', srclen: 24, table: '100' },
        { priority: 5300, src: 'all', fwmark: '0x1', table: '100' },
      ],
      [
        { dst: 'default', gateway: '10.2.0.3', dev: INGRESS_BRIDGE, table: '1392508931', flags: [] },
        { dst: 'default', gateway: '10.0.0.254', dev: 'eth0', flags: [] },
      ],
    );
    assert.deepEqual(planClientRoutes(wanted, 4, found), []);
    assert.deepEqual(planClientRoutes([], 4, found), [
      'rule del pref 5300 fwmark 0x53000003 lookup 1392508931',
      'route flush table 1392508931',
    ]);
  });
});

describe('settings of the kernel', () => {
  it('are wanted for bridges that stand, and for none without a network', () => {
    const names = wantedSettings(told(PUBLISHED), new Set([INGRESS_BRIDGE])).map(({ name }) => name);
    assert.ok(names.includes('net/bridge/bridge-nf-call-iptables'));
    assert.ok(names.includes(`net/ipv4/conf/${INGRESS_BRIDGE}/route_localnet`));
    const without = wantedSettings(told(PUBLISHED), new Set()).map(({ name }) => name);
    assert.ok(!without.some((name) => name.includes(INGRESS_BRIDGE)));
    assert.deepEqual(wantedSettings(told({}), new Set()), []);
  });
});
