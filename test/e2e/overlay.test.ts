/**
 * Overlay networks between real hosts: two engines, two nodes' networks, and containers that speak to each other by
 * address, through a service's own address and through published ports. What was told is scripted; what packets do
 * is real. Needs what the lab needs.
 */
import assert from 'node:assert/strict';
import type { NetworkChangesInput, OverlayEndpointInput } from '../../proto/gen/dispatcher.js';
import { eventually } from '../kit/eventually.js';
import { NetworkNode } from '../kit/network-node.js';
import { Lab } from '../lab/lab.js';

const APP = { id: 'appnetworkidaaaaaaaaaaaaa', name: 'app', subnet: '10.0.1.0/24', vip: '10.0.1.5' };
const INGRESS = { id: 'ingressidbbbbbbbbbbbbbbbb', name: 'ingress', subnet: '10.255.0.0/20' };
const SERVICE = 'webserviceidcccccccccccc';

interface WebTask {
  readonly taskId: string;
  readonly nodeId: string;
  readonly address: string;
  readonly ingressAddress: string;
}

const TASKS: readonly WebTask[] = [
  { taskId: 't1', nodeId: 'h1', address: '10.0.1.11', ingressAddress: '10.255.0.11' },
  { taskId: 't2', nodeId: 'h2', address: '10.0.1.12', ingressAddress: '10.255.0.12' },
];
const GATEWAYS: Readonly<Record<string, readonly [app: string, ingress: string]>> = {
  h1: ['10.0.1.2', '10.255.0.2'],
  h2: ['10.0.1.3', '10.255.0.3'],
};

describe('an overlay network', function () {
  this.timeout(180_000);
  let lab: Lab;
  let nodes: readonly NetworkNode[] = [];
  const node = (number: number): NetworkNode => {
    const found = nodes[number - 1];
    assert.ok(found);
    return found;
  };

  before(async function () {
    const obstacle = await Lab.obstacle(['conntrack', 'iptables', 'bridge']);
    if (obstacle !== undefined) this.skip();
    lab = await Lab.create({ hosts: 2, name: 'overlay' });
    await lab.startEngines();
    await lab.buildImages();
    nodes = lab.hosts.map((host) => new NetworkNode(lab.id, host));
    for (const each of nodes) each.start();
    for (const each of nodes) await each.apply(everything(each));
    for (const { taskId, nodeId, address, ingressAddress } of TASKS) {
      const attachments = [
        { networkId: APP.id, address, address6: '' },
        { networkId: INGRESS.id, address: ingressAddress, address6: '' },
      ];
      // It says in its log who asked for what.
      const spec = { container: { image: 'lab/busybox:1', command: ['httpd', '-f', '-vv', '-p', '80'] } };
      const task = { taskId, taskName: `web.1.${taskId}`, serviceId: SERVICE, serviceName: 'web', spec };
      const at = nodes.find((each) => each.nodeId === nodeId);
      await at?.startTask({ ...task, desired: 'running', attachments });
    }
  });

  after(async () => {
    for (const each of nodes) await each.end('SIGTERM');
    await lab?.close();
  });

  afterEach(function () {
    if (this.currentTest?.state === 'failed') for (const { nodeId, log } of nodes) console.log(nodeId, log);
  });

  /** All that the node is told; `serving` are the tasks that get traffic. */
  function everything(of: NetworkNode, serving: readonly string[] = ['t1', 't2']): NetworkChangesInput {
    const gateways = GATEWAYS[of.nodeId] ?? ['', ''];
    const others = lab.hosts.filter(({ name }) => name !== of.nodeId);
    const shared = {
      dataPathPort: 4789,
      subnet6: '',
      gateway6: '',
      mtu: 0,
      internal: false,
      encrypted: false,
    };
    const service = { serviceId: SERVICE, name: 'web', address6: '' };
    const port = {
      protocol: 'tcp',
      targetPort: 80,
      publishedPort: 8080,
      publishMode: 'ingress',
      hostIp: '',
    } as const;
    const endpoint = (task: WebTask, networkId: string, address: string): OverlayEndpointInput => {
      const { taskId, nodeId } = task;
      return { networkId, taskId, nodeId, address, serviceId: SERVICE, serving: serving.includes(taskId) };
    };
    return {
      complete: true,
      networks: [
        {
          ...shared,
          networkId: APP.id,
          name: APP.name,
          vxlanId: 4097,
          subnet: APP.subnet,
          gateway: gateways[0],
        },
        {
          ...shared,
          networkId: INGRESS.id,
          name: INGRESS.name,
          vxlanId: 4098,
          subnet: INGRESS.subnet,
          gateway: gateways[1],
          ingress: true,
        },
      ],
      peers: others.map(({ name, address }) => ({ nodeId: name, dataAddress: address, dataMtu: 1500 })),
      endpoints: [
        ...TASKS.flatMap((task) => [
          endpoint(task, APP.id, task.address),
          endpoint(task, INGRESS.id, task.ingressAddress),
        ]),
        ...others.flatMap(({ name }) => [
          { networkId: APP.id, nodeId: name, address: GATEWAYS[name]?.[0] ?? '' },
          { networkId: INGRESS.id, nodeId: name, address: GATEWAYS[name]?.[1] ?? '' },
        ]),
      ],
      services: [
        { ...service, networkId: APP.id, mode: 'vip', address: APP.vip },
        { ...service, networkId: INGRESS.id, mode: 'dnsrr', ports: [port] },
      ],
    };
  }

  /** Runs it in the container of the task. */
  async function inside(task: WebTask | undefined, script: string): Promise<string> {
    assert.ok(task);
    const at = nodes.find(({ nodeId }) => nodeId === task.nodeId);
    assert.ok(at);
    const { stdout, stderr } = await at.host.run('docker', [
      'exec',
      `web.1.${task.taskId}`,
      'sh',
      '-c',
      script,
    ]);
    return stdout + stderr;
  }

  /** Asks `times` times from inside the container; returns how many were answered. */
  async function ask(
    task: WebTask | undefined,
    address: string,
    path: string,
    times: number,
  ): Promise<number> {
    const one = `printf 'GET ${path} HTTP/1.0\\r\\n\\r\\n' | nc -w 2 ${address}`;
    const said = await inside(task, `for i in $(seq ${times}); do ${one} | head -1; done`);
    return said.split('\n').filter((line) => line.includes(' 404 ')).length;
  }

  async function fetched(url: string, from = lab.client): Promise<boolean> {
    const format = ['-s', '-m', '3', '-o', '/dev/null', '-w', '%{http_code}'];
    return (await from.run('curl', [...format, url])).stdout === '404';
  }

  /** Task id → who asked for that path, in the words of the task's log. */
  async function askers(path: string): Promise<ReadonlyMap<string, readonly string[]>> {
    const logs = await Promise.all(
      TASKS.map(async ({ taskId, nodeId }): Promise<[string, string[]]> => {
        const { stdout, stderr } = (await lab.hosts
          .find(({ name }) => name === nodeId)
          ?.run('docker', ['logs', `web.1.${taskId}`])) ?? { stdout: '', stderr: '' };
        const found = [...`${stdout}${stderr}`.matchAll(/\[::ffff:([\d.]+)\]:\d+: url:(\S+)/g)];
        return [taskId, found.filter(([, , url]) => url === path).map(([, client = '']) => client)];
      }),
    );
    return new Map(logs);
  }

  const [first, second] = TASKS;

  it('carries packets from container to container, across hosts, by address', async () => {
    assert.match(await inside(first, `ping -c 2 -W 2 ${second?.address}`), / 0% packet loss/);
    assert.match(await inside(second, `ping -c 2 -W 2 ${first?.address}`), / 0% packet loss/);
    assert.equal(await ask(first, `${second?.address} 80`, '/direct', 1), 1);
    assert.deepEqual((await askers('/direct')).get('t2'), [first?.address]);
    // As large as fits, and not a byte more is needed.
    assert.match(await inside(first, `ping -c 1 -W 2 -s 1422 ${second?.address}`), / 0% packet loss/);
    assert.match(await inside(first, 'ip link show eth0'), /mtu 1450/);
  });

  it('shares the traffic to a service between local and remote tasks, itself among them', async () => {
    assert.equal(await ask(first, `${APP.vip} 80`, '/vip', 20), 20);
    const seen = await askers('/vip');
    assert.deepEqual(new Set(seen.get('t2')), new Set([first?.address]), 'the other sees who asked');
    assert.ok((seen.get('t1')?.length ?? 0) > 0, 'it also drew itself');
    assert.equal((seen.get('t1')?.length ?? 0) + (seen.get('t2')?.length ?? 0), 20);
  });

  it('serves a published port on every node, and shows the client to the backend on whichever', async () => {
    for (const host of lab.hosts)
      for (let at = 0; at < 10; at += 1) assert.ok(await fetched(`http://${host.address}:8080/from-outside`));
    const seen = await askers('/from-outside');
    for (const [taskId, clients] of seen) {
      assert.ok(clients.length > 0, `${taskId} was asked, too`);
      assert.deepEqual(new Set(clients), new Set([lab.client.address]));
    }
  });

  it('serves published ports and services to programs of the node itself', async () => {
    const { host } = node(1);
    for (const address of ['127.0.0.1:8080', `${host.address}:8080`, `${APP.vip}:80`])
      for (let at = 0; at < 4; at += 1)
        assert.ok(await fetched(`http://${address}/from-node`, host), address);
  });

  it('takes a backend in and out in a moment, and refuses where none is left', async () => {
    const tookMs: number[] = [];
    for (let at = 0; at < 10; at += 1)
      tookMs.push(await node(1).apply(everything(node(1), at % 2 === 0 ? ['t2'] : ['t1', 't2'])));
    console.log(`      in force after ${tookMs.map(Math.round).join(', ')} ms`);
    await node(1).apply(everything(node(1), ['t2']));
    assert.equal(await ask(first, `${APP.vip} 80`, '/only-second', 10), 10);
    assert.equal((await askers('/only-second')).get('t1')?.length, 0);
    await node(1).apply(everything(node(1), []));
    assert.equal(await fetched(`http://${node(1).host.address}:8080/nobody`), false);
    const refused = await lab.client.run('curl', [
      '-s',
      '-S',
      '-m',
      '3',
      `http://${node(1).host.address}:8080/`,
    ]);
    assert.equal(refused.exitCode, 7, 'refused at once, not timed out');
    await node(1).apply(everything(node(1)));
    assert.ok(await fetched(`http://${node(1).host.address}:8080/again`));
  });

  it('mends what others removed within 10 s', async () => {
    const { host } = node(1);
    const works = async (): Promise<boolean> =>
      (await fetched(`http://${host.address}:8080/mended`)) &&
      (await ask(first, `${APP.vip} 80`, '/mended', 4)) === 4 &&
      (await inside(first, `ping -c 1 -W 1 ${second?.address}`)).includes(' 0% packet loss');
    const bridge = `sw-${APP.id.slice(0, 12)}`;
    const vxlan = `vx-${APP.id.slice(0, 12)}`;
    const damages = [
      ['nft', 'delete', 'table', 'inet', 'swarmd'],
      ['ip', 'link', 'del', vxlan],
      ['ip', 'link', 'set', vxlan, 'down'],
      ['ip', 'neigh', 'flush', 'dev', vxlan, 'nud', 'permanent'],
      ['bridge', 'fdb', 'del', '02:42:0a:00:01:0c', 'dev', vxlan, 'dst', node(2).host.address],
      ['ip', 'link', 'set', bridge, 'address', '02:42:00:00:00:99'],
      ['ip', 'link', 'del', bridge],
      ['iptables', '-F', 'SWARMD-FORWARD'],
      ['iptables', '-F', 'DOCKER-USER'],
      ['sysctl', '-w', 'net.bridge.bridge-nf-call-iptables=0'],
    ];
    for (const [command = '', ...args] of damages) {
      const { exitCode, stderr } = await host.run(command, args);
      assert.equal(exitCode, 0, `${command} ${args.join(' ')}: ${stderr}`);
      const startedMs = performance.now();
      await eventually(`mended after ${command} ${args.join(' ')}`, works, Boolean, { withinMs: 10_000 });
      console.log(
        `      ${command} ${args.join(' ')}: mended after ${Math.round(performance.now() - startedMs)} ms`,
      );
    }
  });
});
