/**
 * The README's first command: a cluster of three real hosts, one after the other what people do with it, and
 * how long each step took. Every step checks what it shows; the last line starts with "demo ok".
 */
import { eventually } from '../kit/eventually.js';
import { LabCluster } from '../lab/cluster.js';
import type { LabHost } from '../lab/host.js';
import { Lab } from '../lab/lab.js';

const SERVICE = 'web';
const PUBLISHED = 8080;
const CONVERGE = ['--timeout', '120s'];
const ROLLOUT =
  '--update-order start-first --update-parallelism 4 --update-monitor 1s --update-failure-action rollback --rollback-monitor 1s'.split(
    ' ',
  );
/** What swarmctl ends with after an update that undid itself; see `swarmctl --help`. */
const ROLLED_BACK = 7;

const startedAtMs = performance.now();
const say = (line: string): void => console.log(`    ${line}`);
// What swarmctl says of each slot on its way would bury the rest.
const isOfOneSlot = /^ *\d+\/\d+: /;
const sayShort = (line: string): void => {
  if (!isOfOneSlot.test(line) && !line.includes('overall progress')) say(line);
};

async function step(title: string, perform: () => Promise<unknown>): Promise<void> {
  console.log(`\n==> ${title}`);
  const fromMs = performance.now();
  await perform();
  say(`took ${((performance.now() - fromMs) / 1000).toFixed(1)} s`);
}

async function demo(lab: Lab): Promise<void> {
  const cluster = new LabCluster(lab, { say: sayShort, managers: 3 });
  const [, second, third] = [lab.host(1), lab.host(2), lab.host(3)];
  await step('three hosts, each with its own container engine and swarmd', () => cluster.boot());
  await step('start a cluster, and join it with two more managers', async () => {
    await cluster.form();
    await cluster.swarmctl('node', 'ls');
  });
  await step(`a web service of 6, published as port ${PUBLISHED} of every host`, async () => {
    await cluster.swarmctl(
      'service',
      'create',
      '--name',
      SERVICE,
      '--replicas',
      '6',
      '--publish',
      `${PUBLISHED}:80`,
      ...CONVERGE,
      'lab/web:1',
    );
    await expectRunning(cluster, 6, 'lab/web:1');
    for (const host of lab.hosts)
      say(`http://${host.name}:${PUBLISHED}/ answers: ${(await answerOf(lab, host)).trim()}`);
  });
  await step('scale it to 12', async () => {
    await cluster.swarmctl('service', 'scale', ...CONVERGE, `${SERVICE}=12`);
    await expectRunning(cluster, 12, 'lab/web:1');
  });
  await step('a new version, start-first: no slot is without a task, no request is lost', async () => {
    const seen = await watching(
      cluster,
      cluster.swarmctl('service', 'update', '--image', 'lab/web:2', ...ROLLOUT, ...CONVERGE, SERVICE),
    );
    expectWhole(seen);
    await expectRunning(cluster, 12, 'lab/web:2');
  });
  await step('back to the old version, and the leader is killed in the middle of it', async () => {
    const leader = await cluster.expectLeader();
    const other = leader.name === second.name ? third : second;
    const update = ['service', 'update', '--image', 'lab/web:1', ...ROLLOUT, ...CONVERGE, SERVICE];
    const [seen] = await Promise.all([
      watching(cluster, cluster.swarmctlOn(other, ...update)),
      killInTheMiddle(cluster, leader, 'lab/web:1'),
    ]);
    expectWhole(seen);
    await expectRunning(cluster, 12, 'lab/web:1');
    say(`the leader is now ${(await cluster.expectLeader()).name}`);
    await cluster.expectManagers(3);
    await cluster.swarmctl('node', 'ls');
  });
  await step('a broken version: it rolls back by itself, and the exit code says so', async () => {
    const update = ['service', 'update', '--image', 'lab/crash:1', ...CONVERGE, SERVICE];
    const { exitCode, stderr } = await cluster.manager.swarmctl(update);
    say(`h1$ swarmctl ${update.join(' ')}`);
    for (const line of stderr.trimEnd().split('\n')) say(`  ${line}`);
    say(`exit code ${exitCode}`);
    if (exitCode !== ROLLED_BACK) throw new Error(`it ended with ${exitCode}, not with ${ROLLED_BACK}`);
    await expectRunning(cluster, 12, 'lab/web:1');
  });
  await step('cut the power of h3: its tasks are replaced once it has missed six heartbeats', async () => {
    await third.kill();
    await expectRunning(cluster, 12, 'lab/web:1', lab.hosts.slice(0, 2));
    await cluster.swarmctl('service', 'ls');
    await cluster.swarmctl('node', 'ls');
  });
}

/** kill -9 of the leader's control plane as soon as some of the new tasks run, and not all of them. */
async function killInTheMiddle(cluster: LabCluster, leader: LabHost, image: string): Promise<void> {
  await eventually(
    'the update is in its middle',
    async () => (await cluster.tasks(SERVICE)).filter((task) => task.Image === image).length,
    (count) => count > 0,
    { withinMs: 60_000, pollMs: 20 },
  );
  await leader.killSwarmd('child');
  say(`${leader.name}, the leader, was killed`);
}

/** What was seen of the service from outside while a command ran. */
interface Seen {
  readonly fewestContainers: number;
  readonly requests: number;
  readonly failures: readonly string[];
}

/** Looks at the engines, and asks the published port of every host, as long as the command runs. */
async function watching(cluster: LabCluster, command: Promise<unknown>): Promise<Seen> {
  const progress = { isOver: false };
  const ended = command.finally(() => {
    progress.isOver = true;
  });
  let fewestContainers = Number.POSITIVE_INFINITY;
  const failures: string[] = [];
  let requests = 0;
  const counting = async (): Promise<void> => {
    while (!progress.isOver)
      fewestContainers = Math.min(fewestContainers, (await cluster.containers(SERVICE)).length);
  };
  const asking = async (host: LabHost): Promise<void> => {
    while (!progress.isOver) {
      requests += 1;
      await answerOf(cluster.lab, host).catch((error: unknown) => failures.push(String(error)));
    }
  };
  await Promise.all([ended, counting(), ...cluster.lab.hosts.map(asking)]);
  return { fewestContainers, requests, failures };
}

function expectWhole({ fewestContainers, requests, failures }: Seen): void {
  say(`never fewer than ${fewestContainers} containers ran`);
  if (fewestContainers < 12) throw new Error(`only ${fewestContainers} of 12 containers ran meanwhile`);
  say(`${requests} requests to the published port, on all hosts: ${failures.length} failed`);
  if (failures.length > 0 || requests === 0) throw new Error(`requests failed: ${failures.join('; ')}`);
}

/** From outside, through the published port of the host. */
async function answerOf({ client }: Lab, { address }: LabHost): Promise<string> {
  const url = `http://${address}:${PUBLISHED}/`;
  return await client.mustRun('curl', ['--silent', '--show-error', '--fail', '--max-time', '5', url]);
}

/** Both the control plane and the engines must say so. */
async function expectRunning(
  cluster: LabCluster,
  count: number,
  image: string,
  hosts = cluster.lab.hosts,
): Promise<void> {
  const containers = await cluster.expectRunning(SERVICE, count, { image, hosts });
  const perHost = hosts.map(
    ({ name }) => `${containers.filter(({ hostName }) => hostName === name).length} on ${name}`,
  );
  say(`${containers.length} containers of ${image} run: ${perHost.join(', ')}`);
}

async function main(): Promise<void> {
  const isKept = process.argv.includes('--keep');
  const lab = await Lab.create({ hosts: 3, name: 'demo' }, { say });
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => void lab.close().finally(() => process.exit(1)));
  try {
    await demo(lab);
    if (isKept) await keep(lab);
  } catch (error) {
    for (const host of lab.hosts)
      console.error(`--- log of ${host.name}\n${(await host.logs()).swarmd.slice(-4000)}`);
    throw error;
  } finally {
    if (!isKept) await step('clean up', () => lab.close());
  }
  console.log(`\ndemo ok: all steps in ${((performance.now() - startedAtMs) / 1000).toFixed(1)} s`);
}

async function keep(lab: Lab): Promise<void> {
  await lab.keep();
  console.log('\nThe cluster stays up. Use it, and remove it when done:');
  console.log(`    node dist/test/lab/main.js swarmctl ${lab.id} h1 node ls`);
  console.log(`    node dist/test/lab/main.js rm ${lab.id}`);
}

await main();
