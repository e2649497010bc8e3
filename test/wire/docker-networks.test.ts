/**
 * The engine's networks for ours, against an engine that says what the test tells it to: answers of engines that are
 * not here.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewEngineNetwork } from '../../agent/network/engine-networks.js';
import { NETWORK_ID_LABEL } from '../../agent/network/rules/network-names.js';
import { DockerNetworks } from '../../agent/runtime/docker/docker-networks.js';
import { CLUSTER_LABEL, NODE_LABEL } from '../../agent/runtime/docker/rules/container-config.js';
import { SystemClock } from '../../proto/base/clock.js';
import { hasCode } from '../../proto/base/errors.js';

const OWNER = { clusterId: 'c1', nodeId: 'n1' };
const NETWORK: NewEngineNetwork = {
  networkId: 'app-network-0123456789',
  name: 'app',
  bridge: 'sw-app-network-',
  subnet: '10.1.0.0/24',
  gateway: '10.1.0.2',
  subnet6: '',
  gateway6: '',
  range: '',
  range6: '',
  mtu: 1450,
  labels: { tier: 'front', [NETWORK_ID_LABEL]: 'app-network-0123456789' },
};

describe("the engine's networks for ours", () => {
  let folder: string;
  let server: Server;
  let networks: DockerNetworks;
  /** What it answers with, by method, in order; the last one again and again. */
  let answers: { readonly status: number; readonly body: object }[];
  let asked: { readonly path: string; readonly body: Readonly<Record<string, unknown>> }[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'engine-'));
    const socketPath = join(folder, 'engine.sock');
    asked = [];
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        const path = `${request.method} ${decodeURIComponent(request.url ?? '')}`;
        asked.push({ path, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) });
        const [next] = answers.length > 1 ? answers.splice(0, 1) : answers;
        response.writeHead(next?.status ?? 500, { 'content-type': 'application/json' });
        response.end(next?.status === 204 ? '' : JSON.stringify(next?.body));
      });
    });
    await new Promise<void>((resolve) => {
      server.listen(socketPath, resolve);
    });
    networks = new DockerNetworks(
      { endpoint: `unix://${socketPath}`, owner: OWNER },
      { clock: new SystemClock() },
    );
  });

  afterEach(async () => {
    server.close();
    server.closeAllConnections();
    await rm(folder, { recursive: true });
  });

  it('are bridges with the node as gateway, under labels of ours', async () => {
    answers = [{ status: 201, body: { Id: 'e1' } }];
    assert.equal(await networks.create(NETWORK), 'e1');
    assert.deepEqual(asked[0]?.body, {
      Name: 'app',
      CheckDuplicate: false,
      Driver: 'bridge',
      EnableIPv6: false,
      IPAM: { Driver: 'default', Config: [{ Subnet: '10.1.0.0/24', Gateway: '10.1.0.2' }] },
      Options: {
        'com.docker.network.bridge.name': 'sw-app-network-',
        'com.docker.network.driver.mtu': '1450',
      },
      Labels: { ...NETWORK.labels, [CLUSTER_LABEL]: 'c1', [NODE_LABEL]: 'n1' },
    });
  });

  it('give addresses by themselves only from the part that they are told', async () => {
    answers = [{ status: 201, body: { Id: 'e1' } }];
    await networks.create({
      ...NETWORK,
      range: '10.1.0.128/29',
      subnet6: 'fd00:1::/64',
      gateway6: 'fd00:1::2',
      range6: 'fd00:1::80/125',
    });
    const config = [
      { Subnet: '10.1.0.0/24', Gateway: '10.1.0.2', IPRange: '10.1.0.128/29' },
      { Subnet: 'fd00:1::/64', Gateway: 'fd00:1::2', IPRange: 'fd00:1::80/125' },
    ];
    assert.deepEqual(asked[0]?.body['IPAM'], { Driver: 'default', Config: config });
    const labels = { [NETWORK_ID_LABEL]: 'app' };
    answers = [{ status: 200, body: [{ Id: 'e1', Labels: labels, IPAM: { Config: config } }] }];
    const [listed] = await networks.list();
    assert.deepEqual([listed?.range, listed?.range6], ['10.1.0.128/29', 'fd00:1::80/125']);
  });

  it('say who is plugged into them', async () => {
    const shell = {
      Name: 'shell',
      MacAddress: '7E:00:00:00:00:01',
      IPv4Address: '10.1.0.129/24',
      IPv6Address: '',
    };
    answers = [{ status: 200, body: { Containers: { c1: shell } } }];
    assert.deepEqual(await networks.containersOn('e1'), [
      {
        containerId: 'c1',
        name: 'shell',
        address: '10.1.0.129',
        address6: '',
        hardwareAddress: '7e:00:00:00:00:01',
      },
    ]);
    answers = [{ status: 404, body: { message: 'network e1 not found' } }];
    assert.deepEqual(await networks.containersOn('e1'), []);
  });

  it('tell when a container was plugged in or out, and when they can tell no more', async () => {
    answers = [{ status: 200, body: { Type: 'network', Action: 'connect' } }];
    let count = 0;
    const watching = networks.watchContainers(() => {
      count += 1;
    }, new AbortController().signal);
    await assert.rejects(watching, /ended its stream/);
    assert.equal(count, 1);
    assert.match(asked[0]?.path ?? '', /^GET .*\/events\?since=.*connect.*disconnect/);
  });

  it('have another name where somebody has theirs, on engines that give a name once only', async () => {
    answers = [
      { status: 409, body: { message: 'network with name app already exists' } },
      { status: 201, body: { Id: 'e2' } },
    ];
    assert.equal(await networks.create(NETWORK), 'e2');
    assert.deepEqual(
      asked.map(({ body }) => body['Name']),
      ['app', 'app-app-network-'],
    );
  });

  it('are those that carry our labels, and no others', async () => {
    const labels = { [NETWORK_ID_LABEL]: 'app-network-0123456789' };
    const ipam = { Config: [{ Subnet: '10.1.0.0/24', Gateway: '10.1.0.2' }] };
    answers = [{ status: 200, body: [{ Id: 'e1', Name: 'app', Labels: labels, IPAM: ipam }] }];
    assert.deepEqual(await networks.list(), [
      {
        engineId: 'e1',
        networkId: 'app-network-0123456789',
        subnet: '10.1.0.0/24',
        gateway: '10.1.0.2',
        range: '',
        range6: '',
      },
    ]);
    for (const label of [`${CLUSTER_LABEL}=c1`, `${NODE_LABEL}=n1`, NETWORK_ID_LABEL])
      assert.ok(asked[0]?.path.includes(label), `asked for ${label}`);
  });

  it('stay while containers are attached, in whatever words the engine says so', async () => {
    for (const [status, isGone] of [
      [403, false],
      [409, false],
      [404, true],
      [204, true],
    ] as const) {
      answers = [{ status, body: { message: 'network app has active endpoints' } }];
      assert.equal(await networks.remove('e1'), isGone, `${status}`);
    }
  });

  it('cannot be told of by an engine that does not answer', async () => {
    server.close();
    server.closeAllConnections();
    await assert.rejects(networks.list(), (error) => hasCode(error, 'runtime.unreachable'));
  });
});
