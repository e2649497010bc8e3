/**
 * The Docker runtime on a real engine: each verb, each way it can fail, and what an engine or an agent that
 * went away leaves behind. Needs what the lab needs.
 */
import assert from 'node:assert/strict';
import type Docker from 'dockerode';
import { DockerRuntime } from '../../agent/runtime/docker/docker-runtime.js';
import { CLUSTER_LABEL, NODE_LABEL } from '../../agent/runtime/docker/rules/container-config.js';
import type { LogEntry, StartResult } from '../../agent/runtime/runtime.js';
import { SystemClock } from '../../proto/base/clock.js';
import { hasCode } from '../../proto/base/errors.js';
import { silentLog } from '../../proto/base/log.js';
import { type AssignedTask, AssignedTaskCodec, type LogOptions } from '../../proto/gen/dispatcher.js';
import type { ContainerSpecInput, PortSpecInput } from '../../proto/gen/objects.js';
import { eventually } from '../kit/eventually.js';
import type { LabHost } from '../lab/host.js';
import { Lab } from '../lab/lab.js';

const OWNER = { clusterId: 'cluster-1', nodeId: 'node-1' };
const never = new AbortController().signal;

let count = 0;
function aTask(container: ContainerSpecInput, ports: readonly PortSpecInput[] = []): AssignedTask {
  count += 1;
  return AssignedTaskCodec.create({
    taskId: `task${count}`,
    taskName: `web.1.task${count}`,
    serviceId: 'service1',
    serviceName: 'web',
    slot: 1,
    desired: 'running',
    spec: { container: { image: 'lab/sleep:1', stopGracePeriodMs: 2_000, ...container } },
    ports,
  });
}

const shell = (script: string): ContainerSpecInput => ({
  image: 'lab/busybox:1',
  command: ['/bin/sh', '-c'],
  args: [script],
});

const logOptions = (options: Partial<LogOptions>): LogOptions => ({
  follow: false,
  tail: -1,
  sinceMs: 0,
  stdout: true,
  stderr: true,
  ...options,
});

describe('docker runtime on a real engine', function () {
  this.timeout(60_000);
  let lab: Lab;
  let host: LabHost;
  let docker: Docker;
  let runtime: DockerRuntime;
  let stop: AbortController;
  let running: Promise<void>;

  function open(): void {
    stop = new AbortController();
    runtime = newRuntime();
    running = runtime.run(stop.signal);
  }

  const newRuntime = (owner = OWNER): DockerRuntime =>
    new DockerRuntime(
      { endpoint: `unix://${host.engine.socketPath}`, owner },
      { clock: new SystemClock(), log: silentLog },
    );

  async function start(task: AssignedTask): Promise<StartResult> {
    await runtime.prepare(task, [], never);
    return await runtime.start(task, never);
  }

  async function read(
    taskId: string,
    options: Partial<LogOptions> = {},
    signal = never,
  ): Promise<LogEntry[]> {
    const entries: LogEntry[] = [];
    for await (const batch of runtime.logs(taskId, logOptions(options), signal)) entries.push(...batch);
    return entries;
  }

  const texts = (entries: readonly LogEntry[]): string[] =>
    entries.map(({ stream, data }) => `${stream} ${Buffer.from(data).toString()}`);

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    lab = await Lab.create({ hosts: 1, name: 'runtime' });
    await lab.startEngines();
    await lab.buildImages();
    [host = assert.fail()] = lab.hosts;
    docker = await host.docker();
    open();
  });

  after(async () => {
    stop?.abort();
    await running;
    await lab?.close();
  });

  it('describes the engine', async () => {
    const description = await runtime.describe();
    assert.equal(description.hostname, 'h1');
    assert.equal(description.platform?.os, 'linux');
    assert.ok((description.resources?.nanoCpus ?? 0) >= 1e9);
    assert.ok((description.resources?.memoryBytes ?? 0) > 1e8);
    assert.equal(description.runtimeError, '');
  });

  it('prepares, starts, waits, stops and removes a task, and may be asked twice each time', async () => {
    const task = aTask({ env: ['A=1'] });
    const prepared = await runtime.prepare(task, [], never);
    const again = await runtime.prepare(task, [], never);
    assert.equal(again.container?.containerId, prepared.container?.containerId);
    const started = await runtime.start(task, never);
    assert.equal(started.kind, 'started');
    assert.ok((started.container?.pid ?? 0) > 0);
    assert.equal((await runtime.start(task, never)).container?.pid, started.container?.pid);
    const ended = runtime.wait(task, never);
    const stopped = await runtime.stop(task);
    assert.equal(stopped.container?.exitCode, 0);
    assert.equal((await ended).problem, '');
    await runtime.stop(task);
    await runtime.remove(task.taskId);
    await runtime.remove(task.taskId);
    assert.deepEqual(await runtime.list(), []);
  });

  it('never starts a task a second time', async () => {
    const task = aTask(shell('exit 3'));
    await start(task);
    const { problem, container } = await runtime.wait(task, never);
    assert.equal(problem, 'task: non-zero exit (3)');
    assert.equal(container?.exitCode, 3);
    const restarted = await runtime.start(task, never);
    assert.equal(restarted.kind, 'ended');
    await runtime.remove(task.taskId);
  });

  it('kills a process that does not end within its grace period', async () => {
    const task = aTask({ ...shell('trap "" TERM; while :; do sleep 1; done'), stopGracePeriodMs: 500 });
    await start(task);
    const stopped = await runtime.stop(task);
    assert.equal(stopped.container?.exitCode, 137);
    await runtime.remove(task.taskId);
  });

  it('reports a task as started only once its health check passed', async () => {
    const task = aTask({
      ...shell('sleep 1; touch /tmp/ok; while :; do sleep 1; done'),
      healthCheck: { test: ['CMD', 'test', '-e', '/tmp/ok'], intervalMs: 200, timeoutMs: 5_000, retries: 50 },
    });
    const started = await start(task);
    assert.equal(started.kind, 'started');
    const inspection = await docker.getContainer(started.container?.containerId ?? '').inspect();
    assert.equal(inspection.State.Health?.Status, 'healthy');
    await runtime.remove(task.taskId);
  });

  it('stops and fails a task that never becomes healthy, and says what the check said', async () => {
    const task = aTask({
      image: 'lab/sleep:1',
      healthCheck: {
        test: ['CMD-SHELL', 'echo no disk; exit 1'],
        intervalMs: 200,
        timeoutMs: 5_000,
        retries: 2,
      },
    });
    const started = await start(task);
    assert.ok(started.kind === 'ended');
    assert.equal(started.problem, 'unhealthy container: no disk');
    assert.deepEqual(
      (await runtime.list()).map(({ isRunning }) => isRunning),
      [false],
    );
    await runtime.remove(task.taskId);
  });

  it('stops and fails a running task that becomes unhealthy', async () => {
    const task = aTask({
      ...shell('touch /tmp/ok; sleep 2; rm /tmp/ok; while :; do sleep 1; done'),
      healthCheck: { test: ['CMD', 'test', '-e', '/tmp/ok'], intervalMs: 200, timeoutMs: 5_000, retries: 2 },
    });
    assert.equal((await start(task)).kind, 'started');
    assert.match((await runtime.wait(task, never)).problem, /^unhealthy container/);
    await runtime.remove(task.taskId);
  });

  it('says which image is missing and why the pull failed', async () => {
    const task = aTask({ image: 'nobody/nothing:9' });
    await assert.rejects(runtime.prepare(task, [], never), (error) => {
      assert.ok(hasCode(error, 'runtime.failed'));
      assert.match(error.message, /^No such image nobody\/nothing:9: pull failed: \S+/);
      return true;
    });
  });

  it('says that a port is taken, and starts the next task once it is free', async () => {
    const port = { targetPort: 80, publishedPort: 18080, publishMode: 'host', protocol: 'tcp' } as const;
    const [first, second, third] = [aTask({}, [port]), aTask({}, [port]), aTask({}, [port])];
    const started = await start(first);
    assert.deepEqual(
      started.ports.map(({ publishedPort }) => publishedPort),
      [18080],
    );
    await runtime.prepare(second, [], never);
    await assert.rejects(runtime.start(second, never), (error) => {
      assert.ok(hasCode(error, 'runtime.failed'));
      assert.match(error.message, /18080.*already/);
      return true;
    });
    await runtime.stop(first);
    assert.equal((await start(third)).kind, 'started');
    for (const { taskId } of [first, second, third]) await runtime.remove(taskId);
  });

  it('tells which port the engine chose', async () => {
    const task = aTask({}, [{ targetPort: 80, publishMode: 'host' }]);
    const started = await start(task);
    assert.ok((started.ports[0]?.publishedPort ?? 0) > 1024);
    await runtime.remove(task.taskId);
  });

  it('does not take over or touch a container that is not its own', async () => {
    const task = aTask({});
    const foreign = await docker.createContainer({
      name: task.taskName,
      Image: 'lab/sleep:1',
      Labels: { 'com.docker.swarm.task.id': task.taskId },
    });
    await foreign.start();
    await assert.rejects(runtime.prepare(task, [], never), (error) => {
      assert.ok(hasCode(error, 'runtime.failed'));
      assert.match(error.message, /already in use/);
      return true;
    });
    await runtime.stop(task);
    await runtime.remove(task.taskId);
    assert.deepEqual(await runtime.list(), []);
    assert.equal((await foreign.inspect()).State.Running, true);
    await foreign.remove({ force: true });
  });

  it('leaves alone what runs from an image that inherited its labels, and other nodes’ containers', async () => {
    const task = aTask({});
    const started = await start(task);
    await docker
      .getContainer(started.container?.containerId ?? '')
      .commit({ repo: 'lab/committed', tag: '1' });
    const copy = await docker.createContainer({ name: 'copy', Image: 'lab/committed:1' });
    assert.equal((await copy.inspect()).Config.Labels[NODE_LABEL], OWNER.nodeId);
    assert.deepEqual(await newRuntime({ ...OWNER, clusterId: 'cluster-2' }).list(), []);
    assert.equal((await runtime.list()).length, 1);
    await runtime.remove(task.taskId);
    assert.equal((await copy.inspect()).Config.Labels[CLUSTER_LABEL], OWNER.clusterId);
    await copy.remove({ force: true });
  });

  it('finds its containers again after the agent was killed', async () => {
    const task = aTask({});
    const started = await start(task);
    stop.abort();
    await running;
    open();
    const prepared = await runtime.prepare(task, [], never);
    const restarted = await runtime.start(task, never);
    assert.equal(prepared.container?.containerId, started.container?.containerId);
    assert.equal(restarted.container?.pid, started.container?.pid);
    await runtime.remove(task.taskId);
  });

  it('says that a container was removed from outside', async () => {
    const task = aTask({});
    const started = await start(task);
    const ended = runtime.wait(task, never);
    await docker.getContainer(started.container?.containerId ?? '').remove({ force: true });
    assert.match((await ended).problem, /removed from outside|non-zero exit/);
    await runtime.remove(task.taskId);
  });

  it('reads logs: both streams, the last lines, and everything that comes until the end', async () => {
    const script = 'echo one; sleep 0.2; echo two >&2; sleep 0.5; echo three; printf four';
    const task = aTask(shell(script));
    await start(task);
    const followed = texts(await read(task.taskId, { follow: true }));
    assert.deepEqual(followed, ['stdout one', 'stderr two', 'stdout three', 'stdout four']);
    assert.deepEqual(texts(await read(task.taskId, { tail: 2 })), ['stdout three', 'stdout four']);
    assert.deepEqual(texts(await read(task.taskId, { stdout: false })), ['stderr two']);
    const [, , third = assert.fail()] = await read(task.taskId);
    assert.ok(Math.abs(third.atMs - Date.now()) < 60_000);
    assert.deepEqual(texts(await read(task.taskId, { sinceMs: third.atMs })).length, 2);
    await runtime.remove(task.taskId);
    await assert.rejects(read(task.taskId), (error) => hasCode(error, 'logs.unavailable'));
  });

  it('reads the log of a terminal, and a line that is JSON as it is', async () => {
    const task = aTask({ ...shell('echo \'{"a":1}\'; echo end'), tty: true });
    await start(task);
    await runtime.wait(task, never);
    assert.deepEqual(texts(await read(task.taskId)), ['stdout {"a":1}\r', 'stdout end\r']);
    await runtime.remove(task.taskId);
  });

  it('outlives the engine: a waiting task, its log and its exit code are taken up again', async () => {
    const task = aTask(shell('echo before; while ! test -e /tmp/go; do sleep 0.2; done; echo after; exit 4'));
    const started = await start(task);
    const ended = runtime.wait(task, never);
    const entries: LogEntry[] = [];
    const followed = (async () => {
      for await (const batch of runtime.logs(task.taskId, logOptions({ follow: true }), never))
        entries.push(...batch);
    })();
    await eventually(
      'the first line',
      () => entries.length,
      (length) => length === 1,
    );
    const changes: string[] = [];
    runtime.onReachability(() => changes.push('changed'));
    await host.killEngine();
    await eventually(
      'the runtime notices',
      () => changes.length,
      (length) => length === 1,
    );
    await assert.rejects(runtime.describe(), (error) => hasCode(error, 'runtime.unreachable'));
    await assert.rejects(runtime.stop(task), (error) => hasCode(error, 'runtime.unreachable'));
    await host.startEngine();
    docker = await host.docker();
    await eventually(
      'the runtime is back',
      () => changes.length,
      (length) => length === 2,
    );
    const id = started.container?.containerId ?? '';
    assert.equal((await docker.getContainer(id).inspect()).State.Pid, started.container?.pid);
    await host.mustRun('docker', ['exec', id, 'touch', '/tmp/go']);
    assert.equal((await ended).problem, 'task: non-zero exit (4)');
    await followed;
    assert.deepEqual(texts(entries), ['stdout before', 'stdout after']);
    await runtime.remove(task.taskId);
  });

  it('notices an engine that hangs, and goes on with it when it answers again', async () => {
    const task = aTask(shell('while ! test -e /tmp/go; do sleep 0.2; done; exit 5'));
    const started = await start(task);
    const ended = runtime.wait(task, never);
    const pid = host.engine.pid ?? assert.fail('no engine');
    let changes = 0;
    const release = runtime.onReachability(() => (changes += 1));
    const becomes = (what: string, wanted: number): Promise<number> =>
      eventually(
        what,
        () => changes,
        (seen) => seen === wanted,
        { withinMs: 15_000 },
      );
    process.kill(pid, 'SIGSTOP');
    try {
      await becomes('the runtime notices', 1);
      await assert.rejects(runtime.describe(), (error) => {
        assert.ok(hasCode(error, 'runtime.unreachable'));
        assert.match(error.message, /no answer within 5 s/);
        return true;
      });
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await becomes('the runtime is back', 2);
    release();
    assert.equal((await runtime.describe()).hostname, 'h1');
    await host.mustRun('docker', ['exec', started.container?.containerId ?? '', 'touch', '/tmp/go']);
    assert.equal((await ended).problem, 'task: non-zero exit (5)');
    await runtime.remove(task.taskId);
  });

  it('ends a wait when it is told to, and leaves the container running', async () => {
    const task = aTask({});
    await start(task);
    const cancel = new AbortController();
    const ended = runtime.wait(task, cancel.signal);
    cancel.abort(new Error('enough'));
    await assert.rejects(ended, /enough/);
    assert.equal((await runtime.list())[0]?.isRunning, true);
    await runtime.remove(task.taskId);
  });
});
