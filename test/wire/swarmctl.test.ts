/**
 * The compiled swarmctl as a user runs it, against a manager that answers from a script over real gRPC:
 * what it prints where, what it sends, and how it ends.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SwarmError } from '../../proto/base/errors.js';
import {
  GetClusterReplyCodec,
  GetJoinTokenReplyCodec,
  GetNodeReplyCodec,
  GetServiceReplyCodec,
  ListNodesReplyCodec,
  ListServicesReplyCodec,
  ListTasksReplyCodec,
  LogsReplyCodec,
  UpdateNodeReplyCodec,
} from '../../proto/gen/control.js';
import type { LogLineInput } from '../../proto/gen/dispatcher.js';
import { InitReplyCodec, type InitRequest, JoinReplyCodec, LeaveReplyCodec } from '../../proto/gen/node.js';
import { aNode, aTask } from '../kit/builders.js';
import { ControlDouble } from '../kit/control-double.js';
import { TestAuthority } from '../kit/test-certificates.js';
import { type Ended, startSwarmctl, WEB, webTask } from '../kit/swarmctl-process.js';

describe('swarmctl', () => {
  let manager: ControlDouble;

  beforeEach(() => {
    manager = new ControlDouble();
  });
  afterEach(() => manager.close());

  const run = (...args: string[]): Promise<Ended> => startSwarmctl(manager.host, args).ended;

  const webEntry = { service: WEB, desiredTasks: 3, runningTasks: 2 };

  it('starts a cluster and prints the line for the others', async () => {
    await manager.start(
      {},
      {
        init: () =>
          Promise.resolve(
            InitReplyCodec.create({
              nodeId: 'node-1',
              workerToken: 'SWMTKN-1-a-b',
              advertiseAddress: '192.0.2.1:2377',
            }),
          ),
      },
    );
    const { stdout, exitCode } = await run('swarm', 'init', '--dispatcher-heartbeat', '2s');
    assert.equal(exitCode, 0);
    assert.match(stdout, /^Swarm initialized: current node \(node-1\) is now a manager\.\n/);
    assert.match(stdout, /\n {4}swarmctl swarm join --token SWMTKN-1-a-b 192\.0\.2\.1:2377\n/);
    const [request] = manager.requests('init') as InitRequest[];
    assert.equal(request?.spec?.heartbeatPeriodMs, 2000);
    assert.equal(request?.spec?.taskHistoryLimit, 5);
  });

  it('joins and leaves', async () => {
    await manager.start(
      {},
      {
        join: () => Promise.resolve(JoinReplyCodec.create({ role: 'worker' })),
        leave: () => Promise.resolve(LeaveReplyCodec.create()),
      },
    );
    const joined = await run('swarm', 'join', '--token', 'SWMTKN-1-a-b', '192.0.2.1:2377');
    assert.deepEqual(joined, { stdout: 'This node joined a swarm as a worker.\n', stderr: '', exitCode: 0 });
    const left = await run('swarm', 'leave', '--force');
    assert.deepEqual(left, { stdout: 'Node left the swarm.\n', stderr: '', exitCode: 0 });
    assert.deepEqual(manager.requests('leave'), [{ force: true }]);
  });

  it('lists services as a table, as JSON lines, and as ids', async () => {
    await manager.start({
      listServices: () => Promise.resolve(ListServicesReplyCodec.create({ services: [webEntry] })),
    });
    assert.equal(
      (await run('service', 'ls')).stdout,
      'ID             NAME      MODE         REPLICAS   IMAGE     PORTS\n' +
        'abcdefghijkl   web       replicated   2/3        web:1\n',
    );
    assert.deepEqual(JSON.parse((await run('service', 'ls', '--format', 'json')).stdout), {
      ID: 'abcdefghijkl',
      Name: 'web',
      Mode: 'replicated',
      Replicas: '2/3',
      Image: 'web:1',
      Ports: '',
    });
    assert.equal((await run('service', 'ls', '-q')).stdout, 'abcdefghijkl\n');
  });

  it('lists the candidates of an ambiguous prefix', async () => {
    await manager.start({
      getService: () => {
        throw new SwarmError('object.ambiguous', { kind: 'service', ref: 'ab', candidates: ['abc', 'abd'] });
      },
    });
    const { stdout, stderr, exitCode } = await run('service', 'inspect', 'ab');
    assert.deepEqual([stdout, exitCode], ['[]\n', 1]);
    assert.match(stderr, /^"ab" .*: abc, abd\b.*\n$/);
  });

  it('inspects as a JSON array with the names Docker uses', async () => {
    await manager.start({
      getService: () => Promise.resolve(GetServiceReplyCodec.create({ entry: webEntry })),
    });
    const [found] = JSON.parse((await run('service', 'inspect', 'web')).stdout);
    assert.equal(found.ID, WEB.id);
    assert.deepEqual(found.Version, { Index: 7 });
    assert.equal(found.Spec.TaskTemplate.ContainerSpec.Image, 'web:1');
    assert.deepEqual(found.Spec.Mode, { Replicated: { Replicas: 1 } });
    assert.equal(found.Spec.TaskTemplate.RestartPolicy.Delay, 5e9);
    const { stdout } = await run('service', 'inspect', '--pretty', 'web');
    assert.match(stdout, /^ID: +abcdefghijklmnop\nName: +web\nService Mode: +Replicated\n/);
  });

  it('lists nodes with itself marked, and changes one', async () => {
    const node = aNode({ id: 'node-1', meta: { versions: { spec: 4 } }, spec: { labels: { old: '1' } } });
    const entry = { node, manager: { leader: true, reachable: true } };
    await manager.start({
      listNodes: () =>
        Promise.resolve(
          ListNodesReplyCodec.create({
            nodes: [entry, { node: aNode({ id: 'node-2' }) }],
            selfNodeId: 'node-1',
          }),
        ),
      getNode: () => Promise.resolve(GetNodeReplyCodec.create({ entry })),
      updateNode: () => Promise.resolve(UpdateNodeReplyCodec.create()),
    });
    assert.equal(
      (await run('node', 'ls')).stdout,
      'ID         HOSTNAME   STATUS    AVAILABILITY   MANAGER STATUS   ENGINE VERSION\n' +
        'node-1 *   node-1     Ready     Active         Leader           27.0.0\n' +
        'node-2     node-2     Ready     Active                          27.0.0\n',
    );
    const flags = ['--availability', 'drain', '--label-add', 'disk=ssd', '--label-rm', 'old'];
    assert.deepEqual(await run('node', 'update', ...flags, 'self'), {
      stdout: 'self\n',
      stderr: '',
      exitCode: 0,
    });
    assert.deepEqual(manager.requests('updateNode'), [
      {
        nodeId: 'node-1',
        version: 4,
        spec: { labels: { disk: 'ssd' }, role: 'worker', availability: 'drain', autoRemoveAfterMs: 0 },
      },
    ]);
  });

  it('lists tasks with their history', async () => {
    const old = aTask({
      id: 'old1',
      serviceId: WEB.id,
      desired: { state: 'shutdown' },
      meta: { createdAtMs: 1 },
      status: { state: 'failed', error: 'task: non-zero exit (1) and a lot more to say about it' },
    });
    await manager.start({
      listTasks: () =>
        Promise.resolve(
          ListTasksReplyCodec.create({
            tasks: [{ ...webTask(1, 'running'), task: old }, webTask(1, 'running')],
          }),
        ),
    });
    const { stdout, exitCode } = await run('service', 'ps', '--filter', 'desired-state=running', 'web');
    assert.equal(exitCode, 0);
    const [titles, ...rows] = stdout.trimEnd().split('\n');
    assert.match(titles ?? '', /^ID +NAME +IMAGE +NODE +DESIRED STATE +CURRENT STATE +ERROR +PORTS$/);
    assert.match(rows[0] ?? '', /^task1aaaaaaa +web\.1 +host1 +Running +Running .* ago$/);
    assert.match(
      rows[1] ?? '',
      /^old1 + \\_ web\.1 +host1 +Shutdown +Failed .* ago +"task: non-zero exit \(1\) and a…"$/,
    );
    assert.equal((await run('task', 'ls', '-q')).stdout, 'task1aaaaaaa\nold1\n');
    assert.deepEqual(manager.requests('listTasks'), [
      { serviceRefs: ['web'], nodeRefs: [], ids: [], names: [], desiredStates: ['running'] },
      { serviceRefs: [], nodeRefs: [], ids: [], names: [], desiredStates: [] },
    ]);
  });

  it('prefixes log lines, keeps the streams apart, and names what is missing once', async () => {
    const line = (stream: 'stdout' | 'stderr', text: string) => ({
      taskId: 'task1aaaaaaaaaaaa',
      nodeId: 'node-1',
      stream,
      atMs: Date.UTC(2030, 0, 1),
      data: new TextEncoder().encode(text),
    });
    await manager.start({
      logs: async function* () {
        yield LogsReplyCodec.create({ tasks: [webTask(1, 'running')], lines: [line('stdout', 'hello\n')] });
        yield LogsReplyCodec.create({ missing: 'No logs from web.2: node host2 is down' });
        yield LogsReplyCodec.create({
          lines: [line('stderr', 'oops')],
          missing: 'No logs from web.2: node host2 is down',
        });
      },
    });
    assert.deepEqual(await run('service', 'logs', '--tail', '5', 'web'), {
      stdout: 'web.1.task1aaaaaaa@host1    | hello\n',
      stderr: 'No logs from web.2: node host2 is down\nweb.1.task1aaaaaaa@host1    | oops\n',
      exitCode: 0,
    });
    assert.equal(
      (await run('service', 'logs', '-t', '--no-task-ids', 'web')).stdout,
      '2030-01-01T00:00:00.000Z web.1@host1    | hello\n',
    );
    assert.equal((await run('service', 'logs', '--raw', 'web')).stdout, 'hello\n');
  });

  it('prints a token alone when asked for', async () => {
    await manager.start({
      getJoinToken: () =>
        Promise.resolve(GetJoinTokenReplyCodec.create({ token: 'T', managerAddresses: ['192.0.2.1:2377'] })),
    });
    assert.equal((await run('swarm', 'join-token', '-q', 'manager')).stdout, 'T\n');
    assert.match((await run('swarm', 'join-token', 'worker')).stdout, /join --token T 192\.0\.2\.1:2377\n/);
  });

  it('sends nothing for a flag that is not built, or wrong', async () => {
    await manager.start({});
    for (const [args, stderr] of [
      [
        ['service', 'create', '--endpoint-mode', 'lan', 'x'],
        '--endpoint-mode "lan": must be one of vip, dnsrr\n',
      ],
      [
        ['service', 'create', '--update-max-failure-ratio', '1.5', 'x'],
        '--update-max-failure-ratio "1.5": must be a number from 0 to 1, such as 0.25\n',
      ],
      [['service', 'update', '--rollback', '--image', 'y', 'x'], '--rollback: does not go with --image\n'],
      [['service', 'create', '--with-registry-auth=true', 'x'], '--with-registry-auth: not supported yet\n'],
      [
        ['service', 'create', '--mode', 'local', 'x'],
        '--mode "local": must be one of replicated, global, replicated-job, global-job\n',
      ],
      [
        ['service', 'create', '--mode', 'global', '--replicas', '2', 'x'],
        '--replicas: goes with mode replicated and replicated-job only, and this is global\n',
      ],
      [
        ['service', 'create', '--max-concurrent', '2', 'x'],
        '--max-concurrent: goes with mode replicated-job only, and this is replicated\n',
      ],
      [
        ['service', 'create', '--mode', 'global-job', '--update-delay', '1s', 'x'],
        '--update-delay: does not go with mode global-job: each change of a job is a new run\n',
      ],
      [['--stale', 'service', 'rm', 'x'], '--stale: is for commands that only read\n'],
      [['stack', 'deploy', '-c', 'x', 'y'], 'stack: not supported yet\n'],
      [['service', 'ls', '--colour'], "unknown option '--colour'\n"],
      [
        ['service', 'ps', '--filter', 'colour=blue', 'web'],
        '--filter "colour=blue": the key must be one of id, name, node, desired-state\n',
      ],
      [
        ['node', 'update', '--availability', 'off', 'x'],
        '--availability "off": must be one of active, pause, drain\n',
      ],
      [
        ['swarm', 'join', '192.0.2.1:2377'],
        '--token: is needed; print it on a manager with "swarmctl swarm join-token worker"\n',
      ],
      [['service', 'scale', 'web'], 'SERVICE "web": must be SERVICE=COUNT\n'],
    ] as const) {
      assert.deepEqual(await run(...args), { stdout: '', stderr, exitCode: 2 }, args.join(' '));
    }
    assert.deepEqual(manager.seen, []);
  }).timeout(20_000);

  it('goes on with logs where they were when the manager is lost', async () => {
    let reads = 0;
    const line = (atMs: number, text: string): LogLineInput => ({
      taskId: 'task1aaaaaaaaaaaa',
      nodeId: 'node-1',
      atMs,
      data: Buffer.from(`${text}\n`),
    });
    await manager.start({
      logs: async function* () {
        reads += 1;
        yield LogsReplyCodec.create({ lines: [line(1, 'one'), line(2, 'two')] });
        if (reads === 1) throw new SwarmError('manager.not-leader', { leader: '' });
        yield LogsReplyCodec.create({ lines: [line(2, 'too'), line(3, 'three')] });
      },
    });
    assert.deepEqual(await run('service', 'logs', '--raw', 'web'), {
      stdout: 'one\ntwo\ntoo\nthree\n',
      stderr: '',
      exitCode: 0,
    });
  });

  it('refuses on a worker, naming the managers', async () => {
    await manager.start(
      {},
      {},
      { role: 'worker', controlSocket: '', managerAddresses: ['192.0.2.1:2377', '192.0.2.2:2377'] },
    );
    const { stderr, exitCode } = await run('node', 'ls');
    assert.equal(exitCode, 1);
    assert.match(stderr, /This node is a worker.*192\.0\.2\.1:2377, 192\.0\.2\.2:2377/);
  });

  it('talks to managers elsewhere with a certificate of the cluster', async () => {
    const authority = await TestAuthority.make();
    const directory = mkdtempSync(join(tmpdir(), 'swarmctl-certificates-'));
    try {
      const { certificatePem, keyPem, rootPem } = await authority.identity('m1', 'swarm-manager');
      writeFileSync(join(directory, 'swarm-node.crt'), certificatePem);
      writeFileSync(join(directory, 'swarm-node.key'), keyPem);
      writeFileSync(join(directory, 'swarm-root-ca.crt'), rootPem);
      const port = await manager.startTls(
        { listNodes: () => Promise.resolve(ListNodesReplyCodec.create({ nodes: [{ node: aNode() }] })) },
        { certificatePem, keyPem, rootPem },
      );
      const elsewhere = ['--cert-dir', directory, '--host', `127.0.0.1:1,127.0.0.1:${port}`];
      assert.deepEqual(await run(...elsewhere, 'node', 'ls', '-q'), {
        stdout: 'node-1\n',
        stderr: '',
        exitCode: 0,
      });
      const nobody = await run('--cert-dir', directory, '--host', '127.0.0.1:1,127.0.0.1:2', 'node', 'ls');
      assert.equal(nobody.exitCode, 6);
      assert.match(nobody.stderr, /\(tried 127\.0\.0\.1:1, 127\.0\.0\.1:2\)/);
      const bare = await run('--cert-dir', '/nowhere', '--host', '127.0.0.1', 'node', 'ls');
      assert.equal(bare.exitCode, 2);
      assert.match(bare.stderr, /^--cert-dir "\/nowhere": swarm-node\.crt cannot be read there/);
      const environment = await startSwarmctl('tcp://192.0.2.1', ['node', 'ls']).ended;
      assert.equal(environment.stderr, 'SWARMD_HOST "tcp://192.0.2.1": must be unix://PATH or HOST:PORT\n');
      const here = await run('--host', '127.0.0.1', 'swarm', 'leave');
      assert.match(here.stderr, /^--host "127\.0\.0\.1": this command is about the node it runs on/);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });

  it('says what it tried when nothing answers', async () => {
    const { stderr, exitCode } = await run('node', 'ls');
    assert.equal(exitCode, 6);
    assert.match(stderr, /^No manager could be reached \(tried unix:\/\/.*swarmd\.sock\): .*\n$/);
  });

  it('waits for a control plane that is starting', async () => {
    let calls = 0;
    await manager.start({
      getCluster: () => {
        calls += 1;
        if (calls < 3) throw new SwarmError('manager.not-leader', { leader: '' });
        return Promise.resolve(GetClusterReplyCodec.create());
      },
      listNodes: () => Promise.resolve(ListNodesReplyCodec.create({ nodes: [{ node: aNode() }] })),
    });
    assert.deepEqual(await run('node', 'ls', '-q'), { stdout: 'node-1\n', stderr: '', exitCode: 0 });
    assert.equal(calls, 3);
  });

  it('waits at most 5 s for a manager that keeps silent', async () => {
    await manager.start({ getCluster: () => new Promise(() => undefined) });
    const startedMs = performance.now();
    const { exitCode } = await run('node', 'ls');
    assert.equal(exitCode, 6);
    assert.ok(performance.now() - startedMs < 7000);
  }).timeout(20_000);

  it('prints its version', async () => {
    assert.match((await run('--version')).stdout, /^swarmctl \d+\.\d+\.\d+\n$/);
  });

  it('shows versions, its own even when no swarmd answers', async () => {
    const alone = await run('version');
    assert.match(alone.stdout, /^Client:\n Version: +\d+\.\d+\.\d+\n/);
    assert.equal(alone.exitCode, 6);
    await manager.start({ getCluster: () => Promise.resolve(GetClusterReplyCodec.create()) });
    const { Server } = JSON.parse((await run('version', '--format', 'json')).stdout);
    assert.deepEqual(Server, {
      Version: '9.9.9',
      EngineVersion: '27.0.0',
      NodeID: 'node-1',
      State: 'active',
    });
  });
});
