/**
 * swarmctl and networks: what it asks of a manager, and what it prints of the answers.
 */
import assert from 'node:assert/strict';
import {
  CreateNetworkReplyCodec,
  CreateServiceReplyCodec,
  ExamineNetworksReplyCodec,
  GetNetworkReplyCodec,
  GetNodeReplyCodec,
  GetServiceReplyCodec,
  GetTaskReplyCodec,
  ListRevisionsReplyCodec,
  type NodeExaminationInput,
  UpdateServiceReplyCodec,
} from '../../proto/gen/control.js';
import { SwarmError } from '../../proto/base/errors.js';
import { InitReplyCodec, type InitRequest } from '../../proto/gen/node.js';
import { NetworkSpecCodec, type ServiceSpec } from '../../proto/gen/objects.js';
import { aNetwork, aNode, aRevision, aService, aServiceSpec, aTask } from '../kit/builders.js';
import { ControlDouble } from '../kit/control-double.js';
import { SwarmctlManager } from '../kit/swarmctl-manager.js';
import { type Ended, startSwarmctl } from '../kit/swarmctl-process.js';

const BACKEND = aNetwork({
  id: 'n1abcdefghijklmnop',
  spec: { name: 'backend', labels: { tier: 'db' } },
});
const FRONTEND = aNetwork({
  id: 'n2abcdefghijklmnop',
  spec: { name: 'frontend', ipv6: true, internal: true },
  allocation: { subnets: [{ subnet: '10.0.2.0/24' }, { subnet: 'fd00:2::/64' }], vxlanId: 4098 },
});

describe('swarmctl and networks', function () {
  this.timeout(120_000);
  let manager: ControlDouble;

  beforeEach(() => {
    manager = new ControlDouble();
  });
  afterEach(() => manager.close());

  const run = (...args: string[]): Promise<Ended> => startSwarmctl(manager.host, args).ended;
  const listNetworks = () => Promise.resolve({ networks: [FRONTEND, BACKEND] });

  it('makes them as the flags say', async () => {
    await manager.start({
      createNetwork: () => Promise.resolve(CreateNetworkReplyCodec.create({ network: BACKEND })),
    });
    const flags =
      '--driver overlay --subnet 10.1.0.0/24 --subnet fd00:1::/64 --gateway 10.1.0.1 --ip-range 10.1.0.128/25 --ipv6';
    const others = '--internal -o com.docker.network.driver.mtu=1400 --label tier=db';
    const made = await run('network', 'create', ...`${flags} ${others} backend`.split(' '));
    assert.deepEqual(made, { stdout: `${BACKEND.id}\n`, stderr: '', exitCode: 0 });
    const spec = NetworkSpecCodec.create({
      name: 'backend',
      labels: { tier: 'db' },
      driverOptions: { 'com.docker.network.driver.mtu': '1400' },
      subnets: [
        { subnet: '10.1.0.0/24', range: '10.1.0.128/25', gateway: '10.1.0.1' },
        { subnet: 'fd00:1::/64' },
      ],
      internal: true,
      ipv6: true,
      mtu: 1400,
    });
    assert.deepEqual(manager.requests('createNetwork'), [{ spec }]);
  });

  it('lists them by name, as a table, ids or JSON', async () => {
    await manager.start({ listNetworks });
    const table = await run('network', 'ls');
    assert.equal(
      table.stdout,
      [
        'ID             NAME       DRIVER    SCOPE',
        'n1abcdefghij   backend    overlay   swarm',
        'n2abcdefghij   frontend   overlay   swarm',
        '',
      ].join('\n'),
    );
    const ids = await run('network', 'ls', '-q', '--no-trunc', '--filter', 'name=b', '--filter', 'label=x');
    assert.equal(ids.stdout, `${BACKEND.id}\n${FRONTEND.id}\n`);
    assert.deepEqual(manager.requests('listNetworks').at(-1), { ids: [], names: ['b'], labels: ['x'] });
    const formatted = await run('network', 'ls', '--format', '{{.Name}} {{.IPv6}} {{.Label "tier"}}');
    assert.equal(formatted.stdout, 'backend false db\nfrontend true \n');
  });

  it('shows what nodes find wrong with them, and fails where anything is', async () => {
    const fault = { check: 'reach', fault: 'nothing comes back from node host2', mend: 'open UDP port 4789' };
    const sound = { networkCount: 1, wayCount: 2 };
    let nodes: readonly NodeExaminationInput[] = [
      { hostname: 'host1', report: { ...sound, faults: [fault] } },
      { hostname: 'host2', report: { error: 'it is not connected' } },
      { hostname: 'host3', report: sound },
    ];
    await manager.start({
      examineNetworks: () => Promise.resolve(ExamineNetworksReplyCodec.create({ nodes })),
    });
    const { stdout, exitCode } = await run('network', 'doctor', 'host1', 'host2');
    assert.equal(
      stdout,
      [
        'host1: 1 network, 2 ways to other nodes; 1 fault',
        '  reach: nothing comes back from node host2',
        '    open UDP port 4789',
        'host2: could not be examined: it is not connected',
        'host3: 1 network, 2 ways to other nodes; nothing is wrong',
        '',
      ].join('\n'),
    );
    assert.equal(exitCode, 1);
    assert.deepEqual(manager.requests('examineNetworks'), [{ nodeRefs: ['host1', 'host2'] }]);
    nodes = nodes.slice(2);
    assert.equal((await run('network', 'doctor')).exitCode, 0);
  });

  it('shows them in the words of Docker, and who is on them', async () => {
    const users = {
      services: [{ id: 's1', name: 'web', address: '10.0.2.2', address6: 'fd00:2::2' }],
      tasks: [{ name: 'web.1.t1', serviceId: 's1', address: '10.0.2.5', nodeHostname: 'host1' }],
      taskCount: 3,
      nodes: [
        { id: 'h1', name: 'host1', address: '10.0.2.3', block: '10.0.2.128/29' },
        { id: 'h2', name: 'host2', address: '10.0.2.4', problem: 'no block' },
      ],
      containers: [{ id: 'c1', name: 'shell', address: '10.0.2.129', nodeHostname: 'host1' }],
      containerCount: 2,
    };
    await manager.start({
      getNetwork: () => Promise.resolve(GetNetworkReplyCodec.create({ network: FRONTEND, ...users })),
    });
    const { stdout } = await run('network', 'inspect', 'frontend');
    assert.deepEqual(JSON.parse(stdout), [
      {
        Name: 'frontend',
        Id: FRONTEND.id,
        Created: '2030-01-01T00:00:00.000Z',
        Scope: 'swarm',
        Driver: 'overlay',
        EnableIPv4: true,
        EnableIPv6: true,
        IPAM: { Driver: 'default', Config: [{ Subnet: '10.0.2.0/24' }, { Subnet: 'fd00:2::/64' }] },
        Internal: true,
        Attachable: false,
        Ingress: false,
        Options: { 'com.docker.network.driver.overlay.vxlanid_list': '4098' },
        Labels: {},
      },
    ]);
    const verbose = await run('network', 'inspect', '-v', '--format', '{{json .Services}}', 'frontend');
    assert.deepEqual(JSON.parse(verbose.stdout), {
      web: {
        VIP: '10.0.2.2',
        VIPv6: 'fd00:2::2',
        Tasks: [{ Name: 'web.1.t1', EndpointIP: '10.0.2.5', Info: { Host: 'host1' } }],
      },
    });
    const pretty = await run('network', 'inspect', '--pretty', 'frontend');
    assert.match(pretty.stdout, /^Internal: +Yes$/m);
    assert.match(pretty.stdout, /^Subnets:\n Subnet: +10\.0\.2\.0\/24\n Subnet: +fd00:2::\/64\n/m);
    assert.match(pretty.stdout, /^Services:\n web +10\.0\.2\.2 fd00:2::2\n/m);
    assert.match(pretty.stdout, /^Tasks:\n web\.1\.t1 +10\.0\.2\.5 +host1\n and 2 more\n/m);
    assert.match(pretty.stdout, /^Containers:\n shell +10\.0\.2\.129 +host1\n and 1 more\n/m);
    assert.match(
      pretty.stdout,
      /^Nodes:\n host1 +10\.0\.2\.3 +containers: 10\.0\.2\.128\/29\n host2 +10\.0\.2\.4 +no block$/m,
    );
  });

  it('removes them one by one, and says who needs them', async () => {
    await manager.start({
      removeNetwork: ({ ref }) => {
        if (ref === 'backend')
          throw new SwarmError('network.in-use', { network: ref, users: ['service web'] });
        if (ref === 'nosuch')
          throw new SwarmError('object.not-found', { kind: 'network', ref, candidates: [] });
        return Promise.resolve({ networkId: ref });
      },
    });
    const removed = await run('network', 'rm', 'backend', 'frontend');
    assert.equal(removed.stdout, 'frontend\n');
    assert.match(removed.stderr, /^Network backend is in use .*: by service web\. /);
    assert.equal(removed.exitCode, 1);
    assert.equal((await run('network', 'rm', 'nosuch')).exitCode, 1);
    assert.deepEqual(await run('network', 'rm', '--force', 'nosuch'), {
      stdout: 'nosuch\n',
      stderr: '',
      exitCode: 0,
    });
  });

  it('attaches services by name, and publishes their ports on every node', async () => {
    let sent: ServiceSpec | undefined;
    await manager.start({
      createService: ({ spec }) => {
        sent = spec;
        return Promise.resolve(CreateServiceReplyCodec.create({ service: { id: 's1' } }));
      },
    });
    const flags = '-d --network backend --network name=frontend,alias=www,alias=web2 -p 8080:80';
    const more = '--endpoint-mode vip --drain-timeout 0s';
    const made = await run('service', 'create', ...`${flags} ${more} --name web web:1`.split(' '));
    assert.deepEqual(made, { stdout: 's1\n', stderr: '', exitCode: 0 });
    assert.deepEqual(sent?.task?.networks, [
      { networkId: 'backend', aliases: [] },
      { networkId: 'frontend', aliases: ['www', 'web2'] },
    ]);
    const { ports, mode, drainTimeoutMs } = sent.endpoint ?? {};
    assert.deepEqual([mode, drainTimeoutMs], ['vip', 0]);
    assert.deepEqual(
      ports?.map(({ publishedPort, targetPort, publishMode }) => [publishedPort, targetPort, publishMode]),
      [[8080, 80, 'ingress']],
    );
  });

  it('adds networks and takes them off by name, though services keep ids', async () => {
    let sent: ServiceSpec | undefined;
    const service = aService({
      id: 's1',
      spec: { name: 'web', task: { networks: [{ networkId: BACKEND.id, aliases: ['db'] }] } },
    });
    await manager.start({
      listNetworks,
      getService: () => Promise.resolve(GetServiceReplyCodec.create({ entry: { service } })),
      updateService: ({ spec }) => {
        sent = spec;
        return Promise.resolve(UpdateServiceReplyCodec.create({ service }));
      },
    });
    await run('service', 'update', '-d', '--network-rm', 'Backend', '--network-add', 'frontend', 'web');
    assert.deepEqual(sent?.task?.networks, [{ networkId: FRONTEND.id, aliases: [] }]);
    await run('service', 'update', '-d', '--network-add', 'name=backend,alias=store', 'web');
    assert.deepEqual(sent.task.networks, [{ networkId: BACKEND.id, aliases: ['store'] }]);
  });

  it('shows where a service, its tasks and nodes are on networks', async () => {
    const service = aService({
      id: 's1',
      spec: {
        name: 'web',
        task: { networks: [{ networkId: BACKEND.id, aliases: ['db'] }] },
        endpoint: { ports: [{ targetPort: 80 }] },
      },
      allocation: {
        ports: [{ targetPort: 80, publishedPort: 30_000 }],
        virtualAddresses: [{ networkId: BACKEND.id, address: '10.0.1.2' }],
      },
    });
    const on = (address: string) => ({ attachments: [{ networkId: BACKEND.id, address }] });
    const node = aNode({
      id: 'h1',
      description: { networking: { dataAddress: '192.0.2.7', dataMtu: 1500 } },
      allocation: on('10.0.1.3'),
    });
    await manager.start({
      listNetworks,
      getService: () => Promise.resolve(GetServiceReplyCodec.create({ entry: { service } })),
      getTask: () =>
        Promise.resolve(
          GetTaskReplyCodec.create({ entry: { task: aTask({ allocation: on('10.0.1.5') }), name: 'web.1' } }),
        ),
      getNode: () => Promise.resolve(GetNodeReplyCodec.create({ entry: { node } })),
    });
    const shown = async (...args: string[]): Promise<Readonly<Record<string, unknown>>> =>
      JSON.parse((await run(...args)).stdout)[0];
    const { Spec, Endpoint } = (await shown('service', 'inspect', 'web')) as {
      Spec: { TaskTemplate: { Networks: unknown } };
      Endpoint: unknown;
    };
    assert.deepEqual(Spec.TaskTemplate.Networks, [{ Target: BACKEND.id, Aliases: ['db'] }]);
    assert.deepEqual(Endpoint, {
      Spec: { Mode: 'vip', Ports: [{ Protocol: 'tcp', TargetPort: 80, PublishMode: 'ingress' }] },
      Ports: [{ Protocol: 'tcp', TargetPort: 80, PublishedPort: 30_000, PublishMode: 'ingress' }],
      VirtualIPs: [{ NetworkID: BACKEND.id, Addr: '10.0.1.2/24' }],
    });
    const pretty = await run('service', 'inspect', '--pretty', 'web');
    assert.match(
      pretty.stdout,
      /^Networks: +backend\nEndpoint Mode: +vip\nVirtual IPs:\n backend 10\.0\.1\.2\/24\nPorts:\n PublishedPort: +30000\n/m,
    );
    const Network = { ID: BACKEND.id, Spec: { Name: 'backend' } };
    assert.deepEqual((await shown('task', 'inspect', 'web.1'))['NetworksAttachments'], [
      { Network, Addresses: ['10.0.1.5/24'] },
    ]);
    const ofNode = await shown('node', 'inspect', 'h1');
    assert.deepEqual(ofNode['NetworksAttachments'], [{ Network, Addresses: ['10.0.1.3/24'] }]);
    assert.deepEqual((ofNode['Description'] as { Networking: unknown }).Networking, {
      DataPathAddr: '192.0.2.7',
      MTU: 1500,
    });
    const prettyOf = await run('node', 'inspect', '--pretty', 'h1');
    assert.match(
      prettyOf.stdout,
      /^Networking:\n Data Path Address: +192\.0\.2\.7\n MTU: +1500\n Networks:\n {2}backend 10\.0\.1\.3\/24\n/m,
    );
  });

  it('names networks in the history of a service', async () => {
    const spec = aServiceSpec({ task: { networks: [{ networkId: BACKEND.id }] } });
    const revisions = [
      aRevision({ serviceId: 's1', revision: 1, spec: {} }),
      { ...aRevision({ serviceId: 's1', revision: 2 }), spec },
    ];
    const service = aService({ id: 's1', revision: 2, spec });
    await manager.start({
      listNetworks,
      listRevisions: () => Promise.resolve(ListRevisionsReplyCodec.create({ service, revisions })),
    });
    const { stdout } = await run('service', 'diff', 'web');
    assert.match(stdout, /^network +\+name=backend$/m);
  });

  it('begins a cluster with pools, a port and a way for traffic', async () => {
    let sent: InitRequest | undefined;
    await manager.start(
      {},
      {
        init: (request) => {
          sent = request;
          return Promise.resolve(InitReplyCodec.create());
        },
      },
    );
    const pools = '--default-addr-pool 10.64.0.0/12 --default-addr-pool 172.20.0.0/16';
    const rest = '--default-addr-pool-mask-length 26 --data-path-port 7789 --data-path-addr eth1';
    const begun = await run('swarm', 'init', ...`${pools} ${rest}`.split(' '));
    assert.equal(begun.exitCode, 0);
    assert.deepEqual(
      [
        sent?.spec?.addressPools,
        sent?.spec?.subnetPrefixBits,
        sent?.spec?.dataPathPort,
        sent?.dataPathAddress,
      ],
      [['10.64.0.0/12', '172.20.0.0/16'], 26, 7789, 'eth1'],
    );
    const wrong = await run('swarm', 'init', '--default-addr-pool', '20.20.0.0/16');
    assert.match(wrong.stderr, /^default-addr-pool "20\.20\.0\.0\/16": must be of private addresses/);
    assert.equal(wrong.exitCode, 2);
  });
});

describe('swarmctl, networks and a real control API', function () {
  this.timeout(120_000);
  let manager: SwarmctlManager;

  beforeEach(async () => {
    manager = await SwarmctlManager.open();
  });
  afterEach(() => manager.close());

  const ok = async (...args: string[]): Promise<string> => {
    const { stdout, stderr, exitCode } = await manager.run(...args);
    assert.deepEqual([stderr, exitCode], ['', 0], args.join(' '));
    return stdout;
  };

  it('make a network, attach a service to it and take it off again, and only then remove it', async () => {
    const id = (await ok('network', 'create', '--subnet', '10.1.0.0/24', 'shop_default')).trim();
    const flags = '-d --name web --network name=shop_default,alias=www -p 8080:80 web:1';
    await ok('service', 'create', ...flags.split(' '));
    assert.deepEqual(manager.service('web').spec?.task?.networks, [{ networkId: id, aliases: ['www'] }]);
    assert.match(await ok('service', 'ls'), /\*:8080->80\/tcp$/m);
    assert.match(await ok('network', 'inspect', '--pretty', 'shop_default'), /^Services:\n web$/m);
    const refused = await manager.run('network', 'rm', 'shop_default');
    assert.match(refused.stderr, /^Network shop_default is in use .*: by service web\. /);
    assert.equal(refused.exitCode, 1);
    await ok('service', 'update', '-d', '--network-rm', 'shop_default', 'web');
    assert.match(await ok('service', 'diff', 'web'), /^network +-name=shop_default,alias=www$/m);
    await manager.door.settleRollout(manager.service('web').id);
    await ok('network', 'rm', 'shop_default');
    assert.equal(await ok('network', 'ls', '-q'), '');
  });
});
