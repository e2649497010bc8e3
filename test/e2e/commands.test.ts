/**
 * Every command as its user types it, on a real cluster: what is printed where, in which columns, and how it ends.
 * What goes wrong is bad-input.test.ts, waiting is waiting.test.ts.
 */
import assert from 'node:assert/strict';
import { eventually } from '../kit/eventually.js';
import { LabCluster } from '../lab/cluster.js';
import type { CommandResult } from '../lab/command.js';
import { Lab } from '../lab/lab.js';

const TALK = 'echo one; echo two; echo three >&2; trap "exit 0" TERM; while :; do sleep 1; done';

describe('the commands', function () {
  this.timeout(90_000);
  let lab: Lab;
  let cluster: LabCluster;

  before(async () => {
    lab = await Lab.create({ hosts: 2, name: 'words' });
    cluster = await LabCluster.start(lab);
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    for (const host of lab.hosts) console.log(`--- ${host.name}\n${(await host.logs()).swarmd.slice(-6000)}`);
  });

  const swarmctl = (...args: string[]): Promise<string> => cluster.swarmctl(...args);
  const ends = (...args: string[]): Promise<CommandResult> => lab.host(1).swarmctl(args);

  async function json<T>(...args: string[]): Promise<T[]> {
    const lines = (await swarmctl(...args, '--format', 'json')).trimEnd().split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
  }

  it('services are created as they were described', async () => {
    await swarmctl('service', 'create', '--detach', '--name', 'web', '--replicas', '3', 'lab/web:1');
    await cluster.expectRunning('web', 3);
  });

  it('lists have the columns, filters and forms of Docker', async () => {
    await swarmctl(
      'service',
      'create',
      '--detach',
      '--name',
      'idle',
      '--label',
      'tier=back',
      '--replicas',
      '0',
      'lab/sleep:1',
    );
    const columns: readonly (readonly [args: readonly string[], titles: string])[] = [
      [['node', 'ls'], 'ID HOSTNAME STATUS AVAILABILITY MANAGER STATUS ENGINE VERSION'],
      [['service', 'ls'], 'ID NAME MODE REPLICAS IMAGE PORTS'],
      [['service', 'ps', 'web'], 'ID NAME IMAGE NODE DESIRED STATE CURRENT STATE ERROR PORTS'],
      [['node', 'ps'], 'ID NAME IMAGE NODE DESIRED STATE CURRENT STATE ERROR PORTS'],
    ];
    for (const [args, titles] of columns) {
      const [head = ''] = (await swarmctl(...args)).split('\n');
      assert.equal(head.trim().replaceAll(/ {2,}/g, ' '), titles);
    }
    assert.match(
      await swarmctl('node', 'ls'),
      /^\w{25} \* +h1 +Ready +Active +Leader +\d+\.\S+\n\w{25} +h2 +Ready +Active +\d/m,
    );
    assert.match(
      await swarmctl('service', 'ls'),
      /^\w{12} +idle +replicated +0\/0 +lab\/sleep:1.*\n\w{12} +web +replicated +3\/3 +lab\/web:1/m,
    );
    assert.match(
      await swarmctl('service', 'ps', 'web'),
      /^\w{12} +web\.1 +lab\/web:1 +h[12] +Running +Running \S.* ago/m,
    );

    assert.match(
      (await swarmctl('service', 'ls', '-q', '--filter', 'label=tier=back')).trim(),
      /^[a-z0-9]{12,25}$/,
    );
    assert.deepEqual(
      (await json<{ Name: string }>('service', 'ls', '--filter', 'name=we')).map(({ Name }) => Name),
      ['web'],
    );
    assert.deepEqual(
      (await json<{ Hostname: string }>('node', 'ls', '--filter', 'role=worker')).map(
        ({ Hostname }) => Hostname,
      ),
      ['h2'],
    );
    const perNode = await Promise.all(
      ['h1', 'h2'].map((node) => json<{ Node: string }>('service', 'ps', '--filter', `node=${node}`, 'web')),
    );
    assert.equal(perNode.flat().length, 3);
    for (const { Node } of perNode[1] ?? []) assert.equal(Node, 'h2');
    const ids = (await swarmctl('service', 'ps', '-q', '--filter', 'desired-state=running', 'web'))
      .trim()
      .split('\n');
    assert.equal(new Set(ids).size, 3);
  });

  it('inspect prints arrays of JSON, and text for reading', async () => {
    interface Inspected {
      readonly ID: string;
      readonly Spec: { readonly Name: string };
    }
    const found = JSON.parse(await swarmctl('service', 'inspect', 'web', 'idle')) as Inspected[];
    assert.deepEqual(
      found.map(({ Spec }) => Spec.Name),
      ['web', 'idle'],
    );
    const byPrefix = JSON.parse(
      await swarmctl('service', 'inspect', (found[0]?.ID ?? '').slice(0, 10)),
    ) as Inspected[];
    assert.equal(byPrefix[0]?.ID, found[0]?.ID);
    const pretty = await swarmctl('service', 'inspect', '--pretty', 'web');
    for (const line of [
      /^ID: +\w{25}$/m,
      /^Name: +web$/m,
      /^Service Mode: +Replicated$/m,
      /^ Replicas: +3$/m,
      /^ContainerSpec:$/m,
      /^ Image: +lab\/web:1$/m,
    ])
      assert.match(pretty, line);

    const [taskId = ''] = (await swarmctl('service', 'ps', '-q', 'web')).split('\n');
    const [task] = JSON.parse(await swarmctl('task', 'inspect', taskId)) as {
      ID: string;
      Status: { State: string };
    }[];
    assert.ok(task !== undefined && task.ID.startsWith(taskId));
    assert.equal(task.Status.State, 'running');
    const nodes = JSON.parse(await swarmctl('node', 'inspect', 'self', 'h2')) as {
      Description: { Hostname: string };
    }[];
    assert.deepEqual(
      nodes.map(({ Description }) => Description.Hostname),
      ['h1', 'h2'],
    );
    assert.match(
      await swarmctl('node', 'inspect', '--pretty', 'self'),
      /^Hostname: +h1$[^]*^ Leader: +Yes$/m,
    );
  });

  it('update adds to lists and takes from them; ps shows what ran before below what runs', async () => {
    await swarmctl(
      'service',
      'create',
      '--detach',
      '--name',
      'lists',
      '--label',
      'a=1',
      '--label',
      'b=2',
      '--env',
      'A=1',
      '--mount',
      'type=tmpfs,target=/a',
      '--constraint',
      'node.role==manager',
      '--container-label',
      'c=1',
      '--publish',
      'mode=host,target=80,published=8080',
      '--limit-memory',
      '64m',
      'lab/web:1',
    );
    await cluster.expectRunning('lists', 1);
    await swarmctl(
      'service',
      'update',
      '--detach',
      '--image',
      'lab/web:2',
      '--label-add',
      'd=4',
      '--label-rm',
      'a',
      '--env-add',
      'B=2',
      '--env-rm',
      'A',
      '--mount-add',
      'type=tmpfs,target=/b',
      '--mount-rm',
      '/a',
      '--constraint-add',
      'node.platform.os==linux',
      '--constraint-rm',
      'node.role==manager',
      '--container-label-add',
      'e=5',
      '--container-label-rm',
      'c',
      '--publish-add',
      'mode=host,target=80,published=8081',
      '--publish-rm',
      '80',
      '--limit-memory',
      '32m',
      'lists',
    );
    await cluster.expectRunning('lists', 1, { image: 'lab/web:2' });
    interface Spec {
      readonly Labels: object;
      readonly TaskTemplate: {
        readonly ContainerSpec: {
          Image: string;
          Env: string[];
          Labels: object;
          Mounts: { Target: string }[];
        };
        readonly Resources: { readonly Limits: object };
        readonly Placement: { readonly Constraints: string[] };
      };
      readonly EndpointSpec: { readonly Ports: { PublishedPort: number }[] };
    }
    const [service] = JSON.parse(await swarmctl('service', 'inspect', 'lists')) as { Spec: Spec }[];
    assert.ok(service !== undefined);
    const { Labels, TaskTemplate, EndpointSpec } = service.Spec;
    const { Image, Env, Mounts, Labels: containerLabels } = TaskTemplate.ContainerSpec;
    assert.deepEqual(
      [Labels, Image, Env, containerLabels, Mounts.map(({ Target }) => Target)],
      [{ b: '2', d: '4' }, 'lab/web:2', ['B=2'], { e: '5' }, ['/b']],
    );
    assert.deepEqual(TaskTemplate.Resources.Limits, { MemoryBytes: 32 * 2 ** 20 });
    assert.deepEqual(TaskTemplate.Placement.Constraints, ['node.platform.os==linux']);
    assert.deepEqual(
      EndpointSpec.Ports.map(({ PublishedPort }) => PublishedPort),
      [8081],
    );
    const history = await eventually(
      'the task before has ended',
      () => swarmctl('service', 'ps', 'lists'),
      (table) => /Shutdown +Shutdown /.test(table),
    );
    assert.match(
      history,
      /^\w{12} +lists\.1 +lab\/web:2 +h\d +Running +Running .*\*:8081->80\/tcp\s*\n\w{12} + \\_ lists\.1 +lab\/web:1 +h1 +Shutdown +Shutdown /m,
    );
    await swarmctl('service', 'rm', 'lists');
  });

  it('scale changes several services at once', async () => {
    assert.equal(
      await swarmctl('service', 'scale', '--detach', 'web=1', 'idle=2'),
      'web scaled to 1\nidle scaled to 2\n',
    );
    await cluster.expectRunning('web', 1);
    await cluster.expectRunning('idle', 2);
  });

  it('logs have a prefix, a tail, times, and both streams where they belong', async () => {
    await swarmctl(
      'service',
      'create',
      '--detach',
      '--name',
      'talk',
      '--stop-grace-period',
      '2s',
      'lab/busybox:1',
      'sh',
      '-c',
      TALK,
    );
    await cluster.expectRunning('talk', 1);
    const both = await eventually(
      'all was said',
      () => ends('service', 'logs', 'talk'),
      ({ stdout, stderr }) => stdout.includes('two') && stderr.includes('three'),
    );
    assert.match(both.stdout, /^talk\.1\.\w{12}@h[12] +\| one\ntalk\.1\.\w{12}@h[12] +\| two\n$/);
    assert.match(both.stderr, /^talk\.1\.\w{12}@h[12] +\| three\n$/);
    const tail = await ends('service', 'logs', '--raw', '--tail', '1', 'talk');
    assert.equal([tail.stdout, tail.stderr].join('').trimEnd().split('\n').length, 1);
    const timed = await swarmctl('service', 'logs', '--timestamps', '--no-task-ids', 'talk');
    assert.match(timed, /^\d{4}-\d\d-\d\dT\S+Z talk\.1@h[12] +\| one$/m);
    const [taskId = ''] = (await swarmctl('service', 'ps', '-q', 'talk')).split('\n');
    assert.equal(await swarmctl('service', 'logs', '--raw', taskId.trim()), 'one\ntwo\n');
  });

  it('node update labels nodes, and empties them', async () => {
    assert.equal(
      await swarmctl('node', 'update', '--label-add', 'disk=ssd', '--label-add', 'zone=a', 'h2'),
      'h2\n',
    );
    await swarmctl('node', 'update', '--label-rm', 'zone', '--availability', 'drain', 'h2');
    const [found] = await json<{ Hostname: string; Availability: string }>(
      'node',
      'ls',
      '--filter',
      'node.label=disk=ssd',
    );
    assert.deepEqual([found?.Hostname, found?.Availability], ['h2', 'Drain']);
    assert.equal((await json('node', 'ls', '--filter', 'node.label=zone')).length, 0);
    await cluster.expectRunning('idle', 2, { hosts: [lab.host(1)] });
    await eventually(
      'nothing is left on h2',
      async () => await (await lab.host(2).docker()).listContainers(),
      (containers) => containers.length === 0,
      { withinMs: 20_000, pollMs: 200 },
    );
    await swarmctl('node', 'update', '--availability', 'active', 'h2');
  });

  it('version names the program, the daemon and the engine', async () => {
    assert.match(
      await swarmctl('version'),
      /^Client:\n Version: +\d[^]*\nServer:\n Version: +\d[^]*\n Engine: +\d[^]*\n State: +active$/m,
    );
    const [version] = await json<{
      Client: { Version: string };
      Server: { Version: string; EngineVersion: string };
    }>('version');
    assert.equal(version?.Client.Version, version?.Server.Version);
    assert.match(version?.Server.EngineVersion ?? '', /^\d+\.\d+/);
  });

  it('rm removes services, their tasks and their containers', async () => {
    assert.equal(await swarmctl('service', 'rm', 'web', 'idle', 'talk'), 'web\nidle\ntalk\n');
    assert.equal(await swarmctl('service', 'ls', '-q'), '');
    await eventually(
      'no container is left',
      async () =>
        (
          await Promise.all(
            lab.hosts.map(async (host) => await (await host.docker()).listContainers({ all: true })),
          )
        ).flat(),
      (containers) => containers.length === 0,
      { withinMs: 30_000, pollMs: 200 },
    );
  });
});
