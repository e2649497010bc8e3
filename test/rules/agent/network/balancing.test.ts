/**
 * The packet filter rules that bring traffic to its backends, and what a change of them costs.
 */
import assert from 'node:assert/strict';
import { balancingRules } from '../../../../agent/network/rules/balancing.js';
import { ingressPorts, portKey } from '../../../../agent/network/rules/backends.js';
import {
  differenceText,
  EMPTY_RULESET,
  expectedListing,
  fullText,
  isComparable,
  isSameListing,
  readListing,
  type Ruleset,
} from '../../../../agent/network/rules/ruleset.js';
import type { NetworkChangesInput } from '../../../../proto/gen/dispatcher.js';
import {
  APP,
  APP_BRIDGE,
  INGRESS,
  INGRESS_BRIDGE,
  PUBLISHED,
  published,
  task,
  told,
  WEB,
} from './overlay-state.js';

const CARRIED = [{ bridge: APP_BRIDGE, mtu: 1350 }];

/** Of a node that holds the sockets of these ports, or of all. */
function rules(changes: NetworkChangesInput, held?: readonly string[]): Ruleset {
  const state = told(changes);
  return balancingRules(state, 'n1', new Set(held ?? ingressPorts(state).map(portKey)), CARRIED);
}

const chain = (ruleset: Ruleset, name: string): readonly string[] | undefined =>
  ruleset.chains.get(name)?.rules;
const elements = (ruleset: Ruleset, name: string): Readonly<Record<string, string>> =>
  Object.fromEntries(ruleset.maps.get(name)?.elements ?? []);
const withTasks = (
  of: NetworkChangesInput,
  ...tasks: NonNullable<NetworkChangesInput['endpoints']>
): NetworkChangesInput => ({
  ...of,
  endpoints: [...(of.endpoints ?? []).filter(({ taskId = '' }) => taskId === ''), ...tasks],
});

const VIP_CHAIN = `ip-${APP_BRIDGE}-web`;

describe("a service's own address", () => {
  it('leads to one of its tasks, wherever they are', () => {
    const ruleset = rules(WEB);
    assert.deepEqual(elements(ruleset, 'addresses'), { [`${APP_BRIDGE} . 10.1.0.5`]: `goto ${VIP_CHAIN}` });
    assert.deepEqual(elements(ruleset, 'node-addresses'), { '10.1.0.5': `goto ${VIP_CHAIN}` });
    assert.deepEqual(chain(ruleset, VIP_CHAIN), [
      'meta nfproto ipv4 dnat ip to numgen random mod 2 map { 0 : 10.1.0.11, 1 : 10.1.0.12 }',
    ]);
  });

  it('leads to them also while names lead past it already', () => {
    const [service] = WEB.services ?? [];
    const ruleset = rules({ ...WEB, services: [{ ...service, mode: 'dnsrr' }] });
    assert.deepEqual(elements(ruleset, 'addresses'), { [`${APP_BRIDGE} . 10.1.0.5`]: `goto ${VIP_CHAIN}` });
  });

  it('leads past tasks that do not serve', () => {
    const one = withTasks(WEB, task(APP, 't1', 'n1', '10.1.0.11', false), task(APP, 't2', 'n2', '10.1.0.12'));
    assert.deepEqual(chain(rules(one), VIP_CHAIN), ['meta nfproto ipv4 dnat ip to 10.1.0.12']);
  });

  it('refuses at once where no task serves', () => {
    const ruleset = rules(withTasks(WEB, task(APP, 't1', 'n1', '10.1.0.11', false)));
    assert.deepEqual(elements(ruleset, 'addresses'), {});
    assert.deepEqual(elements(ruleset, 'unserved-addresses'), { '10.1.0.5': '' });
  });

  it('lets a task of this node reach itself', () => {
    assert.deepEqual(elements(rules(WEB), 'own'), { '10.1.0.11 . 10.1.0.11': '' });
  });

  it('is of IPv6 too, where the network is', () => {
    const [service] = WEB.services ?? [];
    const ruleset = rules({
      ...withTasks(WEB, { ...task(APP, 't1', 'n1', '10.1.0.11'), address6: 'fd00::b' }),
      networks: [{ ...APP, subnet6: 'fd00::/64', gateway6: 'fd00::2' }],
      services: [{ ...service, address6: 'fd00::5' }],
    });
    assert.deepEqual(elements(ruleset, 'addresses6'), {
      [`${APP_BRIDGE} . fd00::5`]: `goto ip6-${APP_BRIDGE}-web`,
    });
    assert.deepEqual(chain(ruleset, `ip6-${APP_BRIDGE}-web`), ['meta nfproto ipv6 dnat ip6 to fd00::b']);
  });
});

describe('a connection of a network', () => {
  it('is opened with segments that its ways carry, whatever its ends were told when they started', () => {
    assert.equal(chain(rules(WEB), 'forward')?.[0], 'tcp flags & (syn | rst) == syn jump fit-segments');
    assert.deepEqual(chain(rules(WEB), 'fit-segments'), [
      `iifname "${APP_BRIDGE}" meta nfproto ipv4 tcp option maxseg size set 1310`,
      `oifname "${APP_BRIDGE}" meta nfproto ipv4 tcp option maxseg size set 1310`,
      `iifname "${APP_BRIDGE}" meta nfproto ipv6 tcp option maxseg size set 1290`,
      `oifname "${APP_BRIDGE}" meta nfproto ipv6 tcp option maxseg size set 1290`,
    ]);
  });
});

describe('a published port', () => {
  const PORT_CHAIN = 'port-tcp-8080';

  it('leads to its tasks over the ingress network', () => {
    const ruleset = rules(PUBLISHED);
    assert.deepEqual(elements(ruleset, 'ports'), { 'tcp . 8080': `goto ${PORT_CHAIN}` });
    assert.deepEqual(chain(ruleset, PORT_CHAIN), [
      'meta nfproto ipv4 meta l4proto { tcp, udp, sctp } dnat ip to numgen random mod 2 map { 0 : 10.2.0.11, 1 : 10.2.0.12 } : 80',
    ]);
  });

  it('is reached by other nodes, too, whose own backends would else answer them past this node', () => {
    const ruleset = rules(PUBLISHED);
    assert.deepEqual(elements(ruleset, 'nodes'), { '10.0.0.2': '' });
    assert.ok(
      chain(ruleset, 'postrouting')?.includes(`oifname "${INGRESS_BRIDGE}" ip saddr @nodes masquerade`),
    );
  });

  it('is left alone where another program of the node has it', () => {
    const ruleset = rules(PUBLISHED, []);
    assert.deepEqual(elements(ruleset, 'ports'), {});
    assert.equal(chain(ruleset, PORT_CHAIN), undefined);
  });

  it('refuses at once what has no backend, by its kind of address', () => {
    assert.deepEqual(elements(rules(PUBLISHED), 'unserved'), { 'ipv6 . tcp . 8080': '' });
    const none = rules(withTasks(PUBLISHED));
    assert.deepEqual(elements(none, 'unserved'), { 'ipv4 . tcp . 8080': '', 'ipv6 . tcp . 8080': '' });
    assert.deepEqual(chain(none, PORT_CHAIN), []);
  });

  it('leads, while its service moves to another target port, to the one that more of its tasks listen on', () => {
    const [service] = PUBLISHED.services ?? [];
    const moved = {
      ...PUBLISHED,
      services: [{ ...service, ports: [published(8080, { targetPort: 90 }), published(8443)] }],
    };
    const old = (host: number) => ({
      ...task(INGRESS, `t${host}`, 'n1', `10.2.0.${host}`),
      ports: [published(8080)],
    });
    const young = (host: number) => ({
      ...task(INGRESS, `t${host}`, 'n2', `10.2.0.${host}`),
      ports: [published(8080, { targetPort: 90 }), published(8443)],
    });
    const to = (text: string): readonly string[] => [
      `meta nfproto ipv4 meta l4proto { tcp, udp, sctp } dnat ip to ${text}`,
    ];
    const begun = rules(withTasks(moved, old(11), old(12)));
    assert.deepEqual(
      chain(begun, PORT_CHAIN),
      to('numgen random mod 2 map { 0 : 10.2.0.11, 1 : 10.2.0.12 } : 80'),
    );
    assert.deepEqual(chain(begun, 'port-tcp-8443'), [], 'none of them serves that yet');
    const underWay = rules(withTasks(moved, old(11), old(12), young(13)));
    assert.deepEqual(chain(underWay, PORT_CHAIN), chain(begun, PORT_CHAIN));
    assert.deepEqual(chain(underWay, 'port-tcp-8443'), to('10.2.0.13 : 80'));
    assert.deepEqual(chain(rules(withTasks(moved, old(11), young(13))), PORT_CHAIN), to('10.2.0.13 : 90'));
    const open = { ...task(INGRESS, 't9', 'n1', '10.2.0.9'), ports: [published(0, { targetPort: 90 })] };
    assert.deepEqual(chain(rules(withTasks(moved, open)), PORT_CHAIN), to('10.2.0.9 : 90'));
  });

  it('is bound to one address of the node where that is asked for', () => {
    const [service] = PUBLISHED.services ?? [];
    const ports = [
      published(8081, { hostIp: '127.0.0.1' }),
      published(53, { protocol: 'udp', hostIp: 'fd00::1' }),
    ];
    const ruleset = rules({ ...PUBLISHED, services: [{ ...service, ports }] });
    assert.deepEqual(elements(ruleset, 'ports'), {});
    assert.deepEqual(elements(ruleset, 'address-ports'), {
      '127.0.0.1 . tcp . 8081': 'goto port-127.0.0.1-tcp-8081',
    });
    assert.deepEqual(elements(ruleset, 'address-ports6'), {
      'fd00::1 . udp . 53': 'goto port-fd00__1-udp-53',
    });
  });

  it('is refused at its own address only, where it is bound to one: another program may have it elsewhere', () => {
    const [service] = PUBLISHED.services ?? [];
    const ports = [published(80, { hostIp: '10.0.0.1' }), published(80, { hostIp: 'fd00::1' })];
    const none = rules({ ...withTasks(PUBLISHED), services: [{ ...service, ports }] });
    assert.deepEqual(elements(none, 'unserved'), {});
    assert.deepEqual(elements(none, 'unserved-at'), { '10.0.0.1 . tcp . 80': '' });
    assert.deepEqual(elements(none, 'unserved-at6'), { 'fd00::1 . tcp . 80': '' });
  });

  it('has rules of its own, whatever addresses look alike', () => {
    const [service] = PUBLISHED.services ?? [];
    const ports = [published(80, { hostIp: 'fd00::1' }), published(81, { hostIp: 'fd00:1::' })];
    const ruleset = rules({
      ...PUBLISHED,
      services: [{ ...service, ports: ports.map((port) => ({ ...port, publishedPort: 80 })) }],
    });
    const goals = Object.values(elements(ruleset, 'address-ports6'));
    assert.equal(new Set(goals).size, 2, goals.join());
  });

  it("keeps the client's address for backends of this node, whose answers go back by the mark", () => {
    const ruleset = rules(PUBLISHED);
    assert.deepEqual(elements(ruleset, 'clients'), { '02:42:0a:02:00:03': '0x53000003' });
    assert.deepEqual(chain(ruleset, 'keep-client'), [
      'ct mark and 0xff000000 == 0x53000000 ct direction reply iifname "sw-*" meta mark set ct mark',
      `iifname "${INGRESS_BRIDGE}" goto from-ingress`,
    ]);
    assert.deepEqual(chain(ruleset, 'from-ingress'), [
      'ct direction original ip saddr != 10.2.0.0/20 ct mark set ether saddr map @clients',
      'ip daddr 127.0.0.0/8 drop',
    ]);
    assert.deepEqual(chain(ruleset, 'unmark'), [
      `meta mark and 0xff000000 == 0x53000000 oifname "${INGRESS_BRIDGE}" meta mark set 0`,
    ]);
  });
});

describe('what most packets are', () => {
  it('passes before the rules that are not for it', () => {
    const established = 'ct state established,related accept';
    const ruleset = rules({ ...WEB, networks: [{ ...APP, internal: true }, INGRESS] });
    assert.deepEqual(chain(ruleset, 'input')?.slice(0, 2), [
      'udp dport 4789 iifname != "sw-*" accept',
      established,
    ]);
    const [segments, second, ...rest] = chain(ruleset, 'forward') ?? [];
    assert.match(segments ?? '', /jump fit-segments$/);
    assert.equal(second, established);
    assert.ok(
      rest.some((rule) => rule.startsWith(`iifname "${APP_BRIDGE}"`)),
      'an internal network is left by none',
    );
  });
});

describe('the name server of a node', () => {
  const NAMES = 'ip daddr @name-servers meta l4proto { tcp, udp } th dport 53';

  it('is asked for names though a service publishes their port, served or not', () => {
    const port53 = published(53, { protocol: 'udp', targetPort: 53 });
    const [service] = PUBLISHED.services ?? [];
    const ruleset = rules({ ...PUBLISHED, services: [{ ...service, ports: [port53] }] }, ['udp . 53']);
    assert.deepEqual(elements(ruleset, 'ports'), { 'udp . 53': 'goto port-udp-53' });
    assert.deepEqual(elements(ruleset, 'name-servers'), {
      [`${INGRESS_BRIDGE} . 10.2.0.2`]: '',
      'lo . 10.2.0.2': '',
    });
    for (const [name, own, published] of [
      ['input', `iifname . ${NAMES} accept`, /@unserved /],
      ['prerouting', `iifname . ${NAMES} return`, /vmap @ports$/],
      ['output', `oifname . ${NAMES} return`, /vmap @ports$/],
    ] as const) {
      const all = chain(ruleset, name) ?? [];
      const at = all.indexOf(own);
      assert.ok(at >= 0 && at < all.findIndex((rule) => published.test(rule)), name);
    }
  });
});

describe('rules put into the kernel', () => {
  it('are replaced whole in one transaction, and removed whole', () => {
    assert.equal(fullText(EMPTY_RULESET), 'add table inet swarmd\ndelete table inet swarmd\n');
    const lines = fullText(rules(WEB)).split('\n');
    assert.deepEqual(lines.slice(0, 3), [
      'add table inet swarmd',
      'delete table inet swarmd',
      'add table inet swarmd',
    ]);
    const declared = lines.findIndex((line) => line.startsWith(`add chain inet swarmd ${VIP_CHAIN}`));
    const used = lines.findIndex((line) => line.includes(`goto ${VIP_CHAIN}`));
    assert.ok(declared >= 0 && declared < used, 'declared before it is named');
  });

  it('change by as much as differs when a backend comes', () => {
    const before = rules(withTasks(WEB, task(APP, 't2', 'n2', '10.1.0.12')));
    const text = differenceText(before, rules(WEB)).replaceAll(/ comment "\w+"/g, '');
    assert.deepEqual(text.split('\n'), [
      `flush chain inet swarmd ${VIP_CHAIN}`,
      `add rule inet swarmd ${VIP_CHAIN} meta nfproto ipv4 dnat ip to numgen random mod 2 map { 0 : 10.1.0.11, 1 : 10.1.0.12 }`,
      'add element inet swarmd own { 10.1.0.11 . 10.1.0.11 }',
      '',
    ]);
    assert.equal(differenceText(before, before), '');
  });

  it('let go of a service before its chain is gone', () => {
    const text = differenceText(rules(WEB), rules({ ...WEB, services: [] }));
    assert.deepEqual(text.split('\n'), [
      `delete element inet swarmd addresses { ${APP_BRIDGE} . 10.1.0.5 }`,
      'delete element inet swarmd node-addresses { 10.1.0.5 }',
      `flush chain inet swarmd ${VIP_CHAIN}`,
      `delete chain inet swarmd ${VIP_CHAIN}`,
      '',
    ]);
  });

  it('are a difference only of what has the same frame', () => {
    assert.ok(isComparable(rules(WEB), rules(PUBLISHED)));
    assert.ok(!isComparable(EMPTY_RULESET, rules(WEB)));
  });
});

describe('a listing of the kernel', () => {
  const RULESET: Ruleset = {
    chains: new Map([
      ['vip', { hook: '', rules: ['dnat ip to 10.1.0.11'] }],
      ['input', { hook: 'filter hook input priority -1', rules: [] }],
    ]),
    maps: new Map([
      [
        'ports',
        { type: 'inet_proto . inet_service : verdict', elements: new Map([['tcp . 8080', 'goto vip']]) },
      ],
      ['own', { type: 'ipv4_addr', elements: new Map([['10.1.0.11', '']]) }],
      ['clients', { type: 'ether_addr : mark', elements: new Map([['02:42:0a:02:00:03', '0x53000003']]) }],
    ]),
  };
  const comment = [...expectedListing(RULESET)].find((line) => line.startsWith('rule vip 0 '))?.split(' ')[3];
  const LISTING: readonly object[] = [
    { metainfo: { version: '1.0.6' } },
    { table: { family: 'inet', name: 'swarmd', handle: 4 } },
    { map: { name: 'ports', elem: [[{ concat: ['tcp', 8080] }, { goto: { target: 'vip' } }]] } },
    { set: { name: 'own', elem: ['10.1.0.11'] } },
    { map: { name: 'clients', elem: [['02:42:0a:02:00:03', 0x53000003]] } },
    { chain: { name: 'vip', handle: 1 } },
    { chain: { name: 'input', hook: 'input' } },
    { rule: { chain: 'vip', handle: 15, comment, expr: [] } },
  ];
  const isSame = (listing: readonly object[]): boolean =>
    isSameListing(expectedListing(RULESET), readListing({ nftables: listing }));

  it('is known again', () => {
    assert.ok(isSame(LISTING));
  });

  it('shows what somebody took out, put in or changed', () => {
    for (let at = 2; at < LISTING.length; at += 1)
      assert.ok(!isSame(LISTING.toSpliced(at, 1)), `${at} taken out`);
    assert.ok(!isSame([...LISTING, { rule: { chain: 'vip', expr: [] } }]));
    assert.ok(!isSame([...LISTING, { rule: { chain: 'vip', comment, expr: [] } }]));
    assert.ok(!isSame(LISTING.with(2, { map: { name: 'ports' } })));
  });

  it('is none where there is no table', () => {
    assert.equal(readListing(undefined), undefined);
    assert.equal(readListing([]), undefined);
  });
});

describe('the ingress network', () => {
  it('is known by its mark, not by its name', () => {
    assert.deepEqual(
      elements(rules({ ...PUBLISHED, networks: [{ ...INGRESS, ingress: false }] }), 'clients'),
      {},
    );
  });
});
