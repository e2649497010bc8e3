/**
 * What a service's spec says of networks and of other services' ports.
 */
import assert from 'node:assert/strict';
import { withReferences } from '../../../control-plane/api/rules/service-references.js';
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import { SwarmError } from '../../../proto/base/errors.js';
import type { PortSpecInput, Service } from '../../../proto/gen/objects.js';
import { aCluster, aNetwork, aNode, aService, aServiceSpec } from '../../kit/builders.js';
import { aView } from './a-view.js';

const ingress = (publishedPort: number, parts: PortSpecInput = {}): PortSpecInput => ({
  targetPort: 80,
  publishedPort,
  publishMode: 'ingress',
  ...parts,
});
const host = (publishedPort: number, parts: PortSpecInput = {}): PortSpecInput =>
  ingress(publishedPort, { publishMode: 'host', ...parts });

function outcome(act: () => unknown): string {
  try {
    act();
    return 'taken';
  } catch (error) {
    assert.ok(error instanceof SwarmError, String(error));
    return `${error.code}: ${error.message}`;
  }
}

describe('the networks that a service names', () => {
  let view: ClusterView;

  before(async () => {
    view = await aView({
      network: [
        aNetwork({ id: 'n1abc', spec: { name: 'backend' } }),
        aNetwork({ id: 'n2xyz', spec: { name: 'frontend' } }),
        aNetwork({ id: 'n0', spec: { name: 'ingress', ingress: true } }),
      ],
    });
  });

  const attached = (...refs: readonly string[]) =>
    withReferences(
      view,
      aServiceSpec({ task: { networks: refs.map((networkId) => ({ networkId, aliases: ['db'] })) } }),
      undefined,
    ).task?.networks;

  it('are kept by their ids, in their order, with their aliases', () => {
    assert.deepEqual(attached('n2', 'BackEnd'), [
      { networkId: 'n2xyz', aliases: ['db'] },
      { networkId: 'n1abc', aliases: ['db'] },
    ]);
    assert.deepEqual(attached('n1abc'), [{ networkId: 'n1abc', aliases: ['db'] }]);
  });

  for (const [refs, expected] of [
    [['backed'], /^object\.not-found: No network "backed"\. Did you mean one of: backend/],
    [['backend', 'n1abc'], /^input\.invalid: network "n1abc": is given twice/],
    [['ingress'], /^input\.invalid: network "ingress": carries published ports/],
    [['host'], /^input\.invalid: network "host": is a network of each engine by itself/],
  ] as const)
    it(`are refused as ${refs.join(' and ')}`, () =>
      assert.match(
        outcome(() => attached(...refs)),
        expected,
      ));
});

describe('the ports that a service publishes', () => {
  const web = aService({ id: 's1', spec: { name: 'web', endpoint: { ports: [ingress(8080)] } } });
  const edge = aService({ id: 's2', spec: { name: 'edge', endpoint: { ports: [host(9090)] } } });
  const any = aService({
    id: 's3',
    spec: { name: 'any', endpoint: { ports: [ingress(0)] } },
    allocation: { ports: [ingress(30_000), { ...ingress(7070), targetPort: 70 }] },
  });
  const busy = aNode({
    id: 'h1',
    description: {
      hostname: 'host1',
      networking: {
        usedPorts: [
          { protocol: 'tcp', port: 22 },
          { protocol: 'tcp', port: 53, address: '127.0.0.1' },
        ],
      },
    },
  });
  const gone = aNode({
    id: 'h2',
    status: { state: 'down' },
    description: { networking: { usedPorts: [{ protocol: 'tcp', port: 25 }] } },
  });

  const publishing = async (port: PortSpecInput, present?: Service): Promise<string> => {
    const cluster = [aCluster({ spec: { dataPathPort: 7789 } })];
    const view = await aView({ cluster, service: [web, edge, any], node: [busy, gone] });
    const spec = aServiceSpec({ endpoint: { ports: [port] } });
    return outcome(() => withReferences(view, spec, present));
  };

  const rows: readonly (readonly [PortSpecInput, RegExp])[] = [
    [ingress(8081), /^taken$/],
    [ingress(0), /^taken$/],
    [ingress(8080, { protocol: 'udp' }), /^taken$/],
    [
      ingress(8080),
      /"8080:80\/tcp": service web publishes that port already, on every node; choose another, or remove it there/,
    ],
    [ingress(8080, { hostIp: '192.0.2.1' }), /service web publishes that port already/],
    [host(8080), /service web publishes that port already, on every node/],
    [host(9090), /^taken$/],
    [ingress(9090), /service edge publishes that port already, in mode host/],
    [ingress(30_000), /service any publishes that port already/],
    [ingress(7070), /tasks of an earlier revision of service any serve that port still; .* service ps any/],
    [
      ingress(22),
      /"22:80\/tcp": node host1 has a program of its own that listens on port 22\/tcp; choose another/,
    ],
    [ingress(53), /node host1 has .* port 53\/tcp on 127\.0\.0\.1;/],
    [ingress(53, { hostIp: '192.0.2.1' }), /^taken$/],
    [ingress(22, { protocol: 'udp' }), /^taken$/],
    [host(22), /^taken$/],
    [
      ingress(4795, { protocol: 'udp' }),
      /"4795:80\/udp": is where networks travel between the nodes; choose another port/,
    ],
    [ingress(4796, { protocol: 'udp', hostIp: '192.0.2.1' }), /is where networks travel/],
    [ingress(7789, { protocol: 'udp' }), /is where networks travel/],
    [ingress(4789, { protocol: 'udp' }), /^taken$/],
    [ingress(4795), /^taken$/],
    [host(4795, { protocol: 'udp' }), /^taken$/],
    [ingress(25), /^taken$/],
  ];
  for (const [port, expected] of rows)
    it(`as ${JSON.stringify(port)}: ${expected.source}`, async () =>
      assert.match(await publishing(port), expected));

  it('are not asked for again by the service that has them', async () => {
    assert.equal(await publishing(ingress(8080), web), 'taken');
    const on22 = aService({ id: 's4', spec: { endpoint: { ports: [ingress(22)] } } });
    assert.equal(await publishing(ingress(22, { targetPort: 81 }), on22), 'taken');
    const on22here = aService({
      id: 's4',
      spec: { endpoint: { ports: [ingress(22, { hostIp: '192.0.2.1' })] } },
    });
    assert.match(await publishing(ingress(22), on22here), /node host1/);
  });
});
