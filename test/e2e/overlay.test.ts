/**
 * Overlay networks between real hosts: two engines, two nodes' networks, and containers that speak to each other by
 * address, through a service's own address and through published ports. What was told is scripted; what packets do
 * is real. Needs what the lab needs.
 */
import assert from 'node:assert/strict';
import type { NetworkChangesInput } from '../../proto/gen/dispatcher.js';
import { eventually } from '../kit/eventually.js';
import { NetworkNode } from '../kit/network-node.js';
import { APP, attachmentsOf, SERVICE, sixOf, TASKS, toldTo, VIP, type WebTask } from '../kit/told-overlay.js';
import { Lab } from '../lab/lab.js';

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
    for (const [at, host] of [...lab.hosts, lab.client].entries())
      await host.mustRun('ip', ['addr', 'add', `fd99::${at + 1}/64`, 'dev', 'eth0', 'nodad']);
    nodes = lab.hosts.map((host) => new NetworkNode(lab.id, host));
    for (const each of nodes) each.start();
    for (const each of nodes) await each.apply(everything(each));
    for (const each of TASKS) {
      const { taskId, nodeId } = each;
      const attachments = attachmentsOf(each);
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
  function everything(
    { nodeId }: NetworkNode,
    serving?: readonly string[],
    ports?: readonly number[],
  ): NetworkChangesInput {
    return toldTo(nodeId, lab.hosts, serving, ports);
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
        const found = [...`${stdout}${stderr}`.matchAll(/\[(?:::ffff:)?([\da-f.:]+)\]:\d+: url:(\S+)/g)];
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
    assert.equal(await ask(first, `${VIP} 80`, '/vip', 20), 20);
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
    for (const address of ['127.0.0.1:8080', `${host.address}:8080`, `${VIP}:80`])
      for (let at = 0; at < 4; at += 1)
        assert.ok(await fetched(`http://${address}/from-node`, host), address);
  });

  it('does all of it with IPv6, too', async () => {
    const six = { first: sixOf(first?.address ?? ''), second: sixOf(second?.address ?? '') };
    assert.match(await inside(first, `ping -c 2 -W 2 ${six.second}`), / 0% packet loss/);
    assert.equal(await ask(first, `${sixOf(VIP)} 80`, '/vip6', 20), 20);
    const seen = await askers('/vip6');
    assert.deepEqual(new Set(seen.get('t2')), new Set([six.first]));
    assert.ok((seen.get('t1')?.length ?? 0) > 0, 'it also drew itself');
    for (const at of [1, 2])
      for (let times = 0; times < 10; times += 1)
        assert.ok(await fetched(`http://[fd99::${at}]:8080/outside6`));
    for (const [taskId, clients] of await askers('/outside6'))
      assert.deepEqual(new Set(clients), new Set(['fd99::3']), taskId);
  });

  it('takes a backend in and out in a moment, and refuses where none is left', async () => {
    // As on a node with 50 tasks.
    const crowd = Array.from({ length: 50 }, (_, at) => ({
      networkId: APP.id,
      taskId: `crowd${at}`,
      nodeId: 'h1',
      address: `10.0.1.${100 + at}`,
      serviceId: `crowd${at % 5}`,
      serving: true,
    }));
    const services = Array.from({ length: 5 }, (_, at) => ({
      networkId: APP.id,
      serviceId: `crowd${at}`,
      mode: 'vip' as const,
      address: `10.0.1.${200 + at}`,
    }));
    await node(1).apply({ endpoints: crowd, services });
    const tookMs: number[] = [];
    for (const [at, one] of crowd.slice(0, 20).entries())
      tookMs.push(await node(1).apply({ endpoints: [{ ...one, serving: at % 2 === 0 }] }));
    const median = tookMs.toSorted((x, y) => x - y)[tookMs.length / 2] ?? 0;
    console.log(
      `      in force after ${tookMs.map(Math.round).join(', ')} ms, median ${Math.round(median)} ms`,
    );
    await node(1).apply(everything(node(1), ['t2']));
    assert.equal(await ask(first, `${VIP} 80`, '/only-second', 10), 10);
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
      (await ask(first, `${VIP} 80`, '/mended', 4)) === 4 &&
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

  it('leaves a port alone that another program has, says so, and takes it when it is free', async () => {
    const { host } = node(1);
    const listener = await host.startProgram(
      { name: 'listener', command: 'busybox', args: ['nc', '-ll', '-p', '9090', '-e', 'echo', 'mine'] },
      `${host.folder}/listener.log`,
    );
    try {
      const ask = `cat </dev/tcp/${host.address}/9090`;
      const said = async (): Promise<string> => (await lab.client.run('bash', ['-c', ask])).stdout;
      await eventually('the other program listens', said, (text) => text.trim() === 'mine');
      await node(1).apply(everything(node(1), ['t1', 't2'], [8080, 9090]));
      assert.match(await node(1).problem(), /published port 9090\/tcp is used by another program/);
      assert.equal((await said()).trim(), 'mine');
      assert.ok(await fetched(`http://${host.address}:8080/beside`), 'other ports are served');
    } finally {
      await listener.signal('SIGKILL');
    }
    await eventually(
      'the port is served once it is free',
      () => fetched(`http://${host.address}:9090/free`),
      Boolean,
      { withinMs: 15_000 },
    );
    assert.equal(await node(1).problem(), '');
  });

  it('clears away what a crash left, and goes on as before (scenario 8)', async () => {
    const { host } = node(1);
    await node(1).end('SIGKILL');
    assert.ok(await fetched(`http://${host.address}:8080/without`), 'traffic needs no agent');
    await host.mustRun('ip', [
      'link',
      'add',
      'vx-leftoverabcd',
      'type',
      'vxlan',
      'id',
      '77',
      'dstport',
      '4789',
      'local',
      host.address,
    ]);
    const labels = ['io.swarmd.cluster.id=test', 'io.swarmd.node.id=h1', 'io.swarmd.network.id=leftover'];
    await host.mustRun('docker', [
      'network',
      'create',
      ...labels.flatMap((each) => ['--label', each]),
      'leftover',
    ]);
    node(1).start();
    await eventually(
      'nothing is left of it',
      async () =>
        [await host.mustRun('ip', ['-o', 'link']), await host.mustRun('docker', ['network', 'ls'])].join(),
      (seen) => !seen.includes('leftover'),
      { withinMs: 30_000 },
    );
    assert.ok(await fetched(`http://${host.address}:8080/after`));
    assert.equal(await ask(first, `${VIP} 80`, '/after', 4), 4);
  });

  it('leaves nothing behind after its last task', async () => {
    for (const each of nodes) {
      for (const { taskId } of TASKS.filter(({ nodeId }) => nodeId === each.nodeId))
        await each.removeTask(taskId);
      await each.apply({ complete: true });
    }
    await eventually(
      'no link, rule, route or engine network is left',
      async () =>
        await Promise.all(
          lab.hosts.map(async (host) =>
            [
              await host.mustRun('ip', ['-o', 'link']),
              await host.mustRun('ip', ['rule']),
              await host.mustRun('docker', ['network', 'ls', '--format', '{{.Name}}']),
              await host.mustRun('nft', ['list', 'ruleset']),
            ].join('\n'),
          ),
        ),
      (seen) => seen.every((text) => !/\b(sw|vx)-|^(app|.*ingress)$|5300:|swarmd/im.test(text)),
      { withinMs: 15_000 },
    );
  });
});
