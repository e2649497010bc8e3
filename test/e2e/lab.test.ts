/**
 * The lab itself, on real engines: what every end-to-end test relies on. Needs root and the commands of `make setup`.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { access, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { eventually } from '../kit/eventually.js';
import type { LabHost } from '../lab/host.js';
import { Lab } from '../lab/lab.js';
import { labFolder, readManifests } from '../lab/manifest.js';
import { isRunning, mountPointsUnder, mounts } from '../lab/proc.js';

const answers = async (from: LabHost, to: LabHost): Promise<boolean> =>
  (await from.run('ping', ['-c1', '-W1', to.address])).exitCode === 0;

async function startContainer(host: LabHost, image: string): Promise<{ id: string; pid: number }> {
  const container = await (await host.docker()).createContainer({ Image: image });
  await container.start();
  const { State } = await container.inspect();
  return { id: container.id, pid: State.Pid };
}

/** Everything of a lab that could be left on the machine, by the places where it could be. */
async function tracesOf(labId: string): Promise<string[]> {
  const namespaces = await readdir('/run/netns').catch(() => []);
  const groups = await Promise.all(
    (await mounts())
      .filter(({ type }) => type === 'cgroup' || type === 'cgroup2')
      .map(async ({ point }) => (await readdir(point)).map((name) => `${point}/${name}`)),
  );
  const folder = await access(labFolder(labId)).then(
    () => [labFolder(labId)],
    () => [],
  );
  const points = (await mounts()).map(({ point }) => point);
  const manifests = (await readManifests()).map((manifest) => `manifest ${manifest.labId}`);
  return [...namespaces, ...groups.flat(), ...folder, ...points, ...manifests].filter((name) =>
    name.includes(labId),
  );
}

const SHOUT_PORT = 4999;
/** Broadcasts, as an answer to a question for an address could not come back; ends by itself. */
const SHOUT = `const socket = require('node:dgram').createSocket('udp4');
socket.bind(() => {
  socket.setBroadcast(true);
  const [to] = process.argv.slice(1);
  const timer = setInterval(() => socket.send('hello', ${SHOUT_PORT}, to), 50);
  setTimeout(() => { clearInterval(timer); socket.close(); }, 1500);
});`;
const LISTEN = `const socket = require('node:dgram').createSocket('udp4');
const [from] = process.argv.slice(1);
socket.on('message', (_bytes, { address }) => { if (address === from) process.exit(0); });
socket.bind(${SHOUT_PORT});
setTimeout(() => process.exit(1), 1500);`;

/** Whether what one host sends reaches the other. */
async function hears(listener: LabHost, speaker: LabHost): Promise<boolean> {
  const broadcast = speaker.address.replace(/\d+$/, '255');
  const [heard] = await Promise.all([
    listener.run(process.execPath, ['-e', LISTEN, speaker.address]),
    speaker.run(process.execPath, ['-e', SHOUT, broadcast]),
  ]);
  return heard.exitCode === 0;
}

describe('the lab', function () {
  this.timeout(120_000);
  let lab: Lab;

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    lab = await Lab.create({ hosts: 3, name: 'self' });
    await lab.startEngines();
    await lab.buildImages();
  });

  after(() => lab?.close());

  it('gives each host a name, an engine and an address of its own, and all reach each other', async () => {
    const names = await Promise.all(lab.hosts.map((host) => host.mustRun('hostname', [])));
    assert.deepEqual(names, ['h1\n', 'h2\n', 'h3\n']);
    const infos = await Promise.all(lab.hosts.map(async (host) => (await host.docker()).info()));
    assert.equal(new Set(infos.map((info: { ID: string }) => info.ID)).size, 3);
    for (const from of [...lab.hosts, lab.client])
      for (const to of lab.hosts) assert.ok(await answers(from, to), `${from.name} reaches ${to.name}`);
  });

  it('loads images that serve, crash and stop as they promise', async () => {
    const docker = await lab.host(1).docker();
    for (const version of ['1', '2']) {
      const container = await docker.createContainer({
        Image: `lab/web:${version}`,
        Hostname: 'pod',
        HostConfig: { PortBindings: { '80/tcp': [{ HostPort: '8080' }] } },
        ExposedPorts: { '80/tcp': {} },
      });
      await container.start();
      const page = await eventually(
        `version ${version} answers the client`,
        () => lab.client.mustRun('curl', ['-sS', '-m2', `http://${lab.host(1).address}:8080/`]),
        (text) => text !== '',
      );
      assert.equal(page, `web ${version} pod\n`);
      await container.stop({ t: 30 });
      assert.equal((await container.inspect()).State.ExitCode, 0, 'SIGTERM ends it, no SIGKILL is needed');
      await container.remove();
    }
    const crash = await docker.createContainer({ Image: 'lab/crash:1' });
    await crash.start();
    await crash.wait();
    assert.equal((await crash.inspect()).State.ExitCode, 1);
    await crash.remove();
  });

  it('refuses an image that is nowhere at once, because names resolve nowhere', async () => {
    const startedMs = performance.now();
    await assert.rejects((await lab.host(1).docker()).pull('nosuch/image:1'));
    assert.ok(performance.now() - startedMs < 5_000);
  });

  it('cuts a host off and heals it', async () => {
    const [one, two] = [lab.host(1), lab.host(2)];
    await one.partition();
    assert.equal(await answers(two, one), false);
    assert.equal(await answers(one, two), false);
    await one.heal();
    assert.ok(await answers(two, one));
  });

  it('cuts two hosts from each other and from nobody else', async () => {
    const [one, two, three] = [lab.host(1), lab.host(2), lab.host(3)];
    await one.partitionFrom(two);
    assert.equal(await answers(one, two), false);
    assert.equal(await answers(two, one), false);
    assert.ok(await answers(one, three));
    assert.ok(await answers(three, two));
    await one.healFrom(two);
    assert.ok(await answers(two, one));
  });

  it('mutes a host for another, which it goes on hearing', async () => {
    const [one, two] = [lab.host(1), lab.host(2)];
    await one.muteFor([two]);
    assert.equal(await hears(two, one), false);
    assert.ok(await hears(one, two));
    await one.heal();
    assert.ok(await hears(two, one));
  });

  it('keeps a container and its pid over kill -9 of the engine, and over a stop of it', async () => {
    const host = lab.host(2);
    const { id, pid } = await startContainer(host, 'lab/sleep:1');
    for (const end of [() => host.killEngine(), () => host.stopEngine()]) {
      await end();
      assert.ok(await isRunning(pid));
      await host.startEngine();
      const { State } = await (await host.docker()).getContainer(id).inspect();
      assert.deepEqual({ pid: State.Pid, running: State.Running }, { pid, running: true });
    }
  });

  it('stands still while a host is frozen, and goes on after', async () => {
    const host = lab.host(2);
    await host.freeze();
    const ping = (await host.docker()).ping();
    const first = await Promise.race([
      ping.then(() => 'engine'),
      lab.client.mustRun('ping', ['-c2', '-i0.2', host.address]),
    ]);
    assert.match(first, /2 received/, 'the kernel of a frozen host answers, its programs do not');
    await host.thaw();
    assert.equal((await ping).toString(), 'OK');
  });

  it('leaves nothing of a host after a power cut but its disk, and brings it back', async () => {
    const host = lab.host(3);
    const { id, pid } = await startContainer(host, 'lab/sleep:1');
    const paused = await startContainer(host, 'lab/sleep:1');
    await (await host.docker()).getContainer(paused.id).pause();
    assert.ok((await host.pids()).includes(pid));
    await host.kill();
    assert.deepEqual(await host.pids(), []);
    assert.deepEqual([await isRunning(pid), await isRunning(paused.pid)], [false, false]);
    assert.equal(await answers(lab.host(1), host), false);
    const disk = `${labFolder(lab.id)}/h3`;
    const left = [...(await tracesOf(`${lab.id}-h3`)), ...(await tracesOf(`${lab.id}/h3`))];
    assert.deepEqual(left, [disk]);
    assert.deepEqual(await mountPointsUnder(disk), []);

    await host.boot();
    await host.startEngine();
    assert.ok(await answers(lab.host(1), host));
    const { State } = await (await host.docker()).getContainer(id).inspect();
    assert.equal(State.Running, false);
  });
});

describe('a lab whose owner was killed', function () {
  this.timeout(120_000);

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
  });

  it('is swept, and nothing else is touched', async () => {
    await using living = await Lab.create({ hosts: 1, name: 'living' });
    await living.startEngines();
    await living.buildImages();
    const { pid } = await startContainer(living.host(1), 'lab/sleep:1');

    const deadId = await killedOwner();
    assert.notDeepEqual(await tracesOf(deadId), []);
    const tracesOfLiving = (await tracesOf(living.id)).toSorted();

    await Lab.sweep();
    // Another test run on this machine may have begun to sweep it first.
    await eventually(
      'nothing is left',
      () => tracesOf(deadId),
      (traces) => traces.length === 0,
    );
    assert.deepEqual((await tracesOf(living.id)).toSorted(), tracesOfLiving);
    assert.ok(await isRunning(pid));
    assert.equal((await (await living.host(1).docker()).ping()).toString(), 'OK');
  });

  it('leaves no trace after a close either', async () => {
    const lab = await Lab.create({ hosts: 1 });
    await lab.startEngines();
    const { id } = lab;
    await lab.close();
    assert.deepEqual(await tracesOf(id), []);
  });

  it('stays when it was kept, until it is removed by name', async () => {
    const lab = await Lab.create({ hosts: 1 });
    await lab.keep();
    const kept = (await readManifests()).find((manifest) => manifest.labId === lab.id);
    assert.equal(kept?.isKept, true);
    assert.equal((await Lab.sweep()).includes(lab.id), false);
    assert.ok(await Lab.removeKept(lab.id));
    assert.deepEqual(await tracesOf(lab.id), []);
  });
});

/** A process of its own makes a lab with a running container, says its id, and is killed. Returns that id. */
async function killedOwner(): Promise<string> {
  const module = fileURLToPath(new URL('../lab/lab.js', import.meta.url));
  const program = `
    const { Lab } = await import(${JSON.stringify(module)});
    const lab = await Lab.create({ hosts: 1, name: 'dead' });
    await lab.startEngines();
    await lab.buildImages();
    const container = await (await lab.host(1).docker()).createContainer({ Image: 'lab/sleep:1' });
    await container.start();
    console.log(lab.id);
    setInterval(() => {}, 1000);
  `;
  const owner = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  owner.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise((resolve) => {
    owner.once('exit', resolve);
  });
  const hopeless = (): Error | undefined =>
    owner.exitCode === null ? undefined : new Error('the owner ended before it had a lab');
  await eventually(
    'the owner has a lab',
    () => said,
    (text) => text.endsWith('\n'),
    { withinMs: 60_000, hopeless },
  );
  owner.kill('SIGKILL');
  await ended;
  return said.trim();
}
