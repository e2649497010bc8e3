/**
 * From container to container across two hosts: throughput (iperf3) and requests per second (wrk, 16 connections)
 * through the task's address, the service's virtual address, a published port, and the address on an encrypted network;
 * Docker's own overlay beside it on the same hosts, through the address, as its virtual addresses need IPVS.
 */
import { eventually } from '../kit/eventually.js';
import { AppCluster } from '../lab/app-cluster.js';
import type { LabCluster } from '../lab/cluster.js';
import type { LabHost } from '../lab/host.js';
import { readWrk } from '../lab/load.js';
import { onCluster } from './bench-cluster.js';
import { OurSide } from './our-side.js';
import { COST_CASE_NAMES, measureCosts, measureNames, type NameFigures } from './network-costs.js';
import { type Benchmark, type CaseResult, median } from './result.js';
import { formSwarm, SwarmSide } from './swarm-side.js';

const ROUNDS = 3;
const SECONDS = 3;
const IPERF_PORT = 5201;
const HTTP_PORT = 80;
const PUBLISHED_HTTP_PORT = 8080;
const PEER_CREATE = 'service create --no-resolve-image --endpoint-mode dnsrr --network back --name'.split(
  ' ',
);
const WAYS = ['address', 'virtual-address', 'published-port', 'encrypted'] as const;
const KINDS = ['throughput', 'requests'] as const;

type Way = (typeof WAYS)[number];
type Kind = (typeof KINDS)[number];
type CaseName = `${Kind}-${Way}`;

const CASE_NAMES = KINDS.flatMap((kind) => WAYS.map((way): CaseName => `${kind}-${way}`));

export const networkBenchmark: Benchmark = {
  name: 'network',
  caseNames: [...CASE_NAMES, ...COST_CASE_NAMES],
  run: () => onCluster(measureOn),
};

/** Where requests come from and go to. */
interface Target {
  /** The client: a process whose network is entered, or 1 for the host's own. */
  readonly from: LabHost;
  readonly fromPid: number | undefined;
  readonly address: string;
  readonly httpPort: number;
}

async function* measureOn(cluster: LabCluster): AsyncGenerator<CaseResult> {
  const { lab } = cluster;
  await lab.buildAppImages();
  const app = AppCluster.over(cluster);
  const figures = { ours: new Figures(), peer: new Figures() };
  const own = new OurSide(cluster);
  await own.close(); // Each turn begins alike.
  const peerNames: NameFigures[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await own.open();
    await measureOurs(app, figures.ours);
    await own.close();
    peerNames.push(await measurePeer(cluster, figures.peer));
  }
  for (const caseName of CASE_NAMES) {
    const unit = caseName.startsWith('throughput') ? 'Gbit/s' : 'requests/s';
    const peer = figures.peer.median(caseName.replace(/virtual-address|published-port/, 'address'));
    yield { caseName, ours: figures.ours.median(caseName) ?? Number.NaN, peer, unit };
  }
  await own.open();
  const medianOf = (key: keyof NameFigures): number => median(peerNames.map((each) => each[key]));
  yield* measureCosts(app, { lost: medianOf('lost'), p99Ms: medianOf('p99Ms') });
}

class Figures {
  readonly #valuesByCase = new Map<string, number[]>();

  add(caseName: CaseName, value: number): void {
    this.#valuesByCase.set(caseName, [...(this.#valuesByCase.get(caseName) ?? []), value]);
  }

  median(caseName: string): number | undefined {
    const values = this.#valuesByCase.get(caseName);
    return values && median(values);
  }
}

async function measureOurs(app: AppCluster, figures: Figures): Promise<void> {
  const { cluster, lab } = app;
  await cluster.swarmctl('network', 'create', 'back');
  await cluster.swarmctl(...'network create --opt encrypted secret'.split(' '));
  const flags = `--network back --network secret --constraint node.hostname==h2 --publish ${PUBLISHED_HTTP_PORT}:${HTTP_PORT} --publish ${IPERF_PORT}:${IPERF_PORT}`;
  await app.create('server', 1, ...flags.split(' '));
  await app.create(
    'caller',
    1,
    ...'--network back --network secret --constraint node.hostname==h1'.split(' '),
  );
  const server = await app.containerOn(lab.host(2), 'server');
  const caller = await app.containerOn(lab.host(1), 'caller');
  const [virtual = ''] = (await app.lookUp(caller, 'server'))['server'] ?? [];
  const fromPid = await app.pidOf(caller);
  const inside = { from: lab.host(1), fromPid, httpPort: HTTP_PORT };
  const { back: address = '', secret = '' } = await app.addressesOf(server);
  const targets: Record<Way, Target> = {
    address: { ...inside, address },
    'virtual-address': { ...inside, address: virtual },
    encrypted: { ...inside, address: secret },
    'published-port': {
      from: lab.client,
      fromPid: undefined,
      address: lab.host(1).address,
      httpPort: PUBLISHED_HTTP_PORT,
    },
  };
  await measureTargets(targets, { host: lab.host(2), pid: await app.pidOf(server) }, figures);
  await cluster.swarmctl('service', 'rm', 'server', 'caller');
  for (const name of ['server', 'caller']) await cluster.expectRunning(name, 0);
  for (const name of ['back', 'secret']) await removeNetwork(cluster, name);
}

/** Refused as long as a task is about to end. */
async function removeNetwork(cluster: LabCluster, name: string): Promise<void> {
  await eventually(
    `network ${name} is removed`,
    () => cluster.manager.swarmctl(['network', 'rm', name]),
    ({ exitCode }) => exitCode === 0,
    { withinMs: 30_000 },
  );
}

async function measurePeer(cluster: LabCluster, figures: Figures): Promise<NameFigures> {
  const { lab } = cluster;
  await lab.startEngines({ liveRestore: false });
  await formSwarm(lab);
  const docker = (...args: string[]): Promise<string> => lab.host(1).mustRun('docker', args);
  await docker('network', 'create', '--driver', 'overlay', 'back');
  for (const [name, host] of [
    ['server', 'h2'],
    ['caller', 'h1'],
  ] as const)
    await docker(...PEER_CREATE, name, '--constraint', `node.hostname==${host}`, 'lab/app:1');
  const server = await peerContainer(lab.host(2));
  const caller = await peerContainer(lab.host(1));
  const target = { from: lab.host(1), fromPid: caller.pid, address: server.address, httpPort: HTTP_PORT };
  await measureTargets({ address: target }, { host: lab.host(2), pid: server.pid }, figures);
  const names = await measureNames(lab.host(1), caller.id, 'server');
  await docker('service', 'rm', 'server', 'caller');
  await new SwarmSide(lab).close();
  return names;
}

interface PeerContainer {
  readonly id: string;
  readonly pid: number;
  readonly address: string;
}

async function peerContainer(host: LabHost): Promise<PeerContainer> {
  const engine = await host.docker();
  const [listed] = await engine.listContainers();
  if (listed === undefined) throw new Error(`no container runs on ${host.name}`);
  const { State, NetworkSettings } = await engine.getContainer(listed.Id).inspect();
  return { id: listed.Id, pid: State.Pid, address: NetworkSettings.Networks['back']?.IPAddress ?? '' };
}

async function measureTargets(
  targets: Partial<Record<Way, Target>> & { readonly address: Target },
  server: { readonly host: LabHost; readonly pid: number },
  figures: Figures,
): Promise<void> {
  const args = [`--net=/proc/${server.pid}/ns/net`, 'iperf3', '--server', '--port', String(IPERF_PORT)];
  const program = { name: 'iperf3', command: 'nsenter', args };
  const listening = await server.host.startProgram(program, `${server.host.folder}/iperf3.log`);
  try {
    // Neither side's first way is to pay for what is new to the programs at both ends.
    await throughputTo(targets.address);
    await requestsTo(targets.address);
    for (const way of WAYS) {
      const target = targets[way];
      if (target === undefined) continue;
      figures.add(`throughput-${way}`, await throughputTo(target));
      figures.add(`requests-${way}`, await requestsTo(target));
    }
  } finally {
    await listening.signal('SIGKILL');
  }
}

async function throughputTo(target: Target): Promise<number> {
  const args = `iperf3 --client ${target.address} --port ${IPERF_PORT} --time ${SECONDS} --json`.split(' ');
  // The server takes a moment to listen, and one client at a time.
  const bitsPerSecond = await eventually(
    `iperf3 to ${target.address}`,
    async () => receivedIn(await runFrom(target, args)),
    (received) => received !== undefined,
    { withinMs: 20_000, pollMs: 200 },
  );
  return (bitsPerSecond ?? Number.NaN) / 1e9;
}

/** Bits per second; undefined of a run that failed, which this iperf3 tells now by its exit code, now by its report. */
function receivedIn({ exitCode, stdout }: Awaited<ReturnType<LabHost['run']>>): number | undefined {
  if (exitCode !== 0) return undefined;
  const { end } = JSON.parse(stdout) as {
    readonly end: { readonly sum_received?: { readonly bits_per_second: number } };
  };
  return end.sum_received?.bits_per_second;
}

async function requestsTo(target: Target): Promise<number> {
  const url = `http://${target.address}:${target.httpPort}/`;
  const args = ['wrk', '-t1', '-c16', `-d${SECONDS}s`, url];
  const { exitCode, stdout, stderr } = await runFrom(target, args);
  const { perSecond, failed, failures } = readWrk(stdout);
  if (exitCode !== 0 || failed > 0) throw new Error(`requests to ${url} failed: ${failures} ${stderr}`);
  return perSecond;
}

function runFrom({ from, fromPid }: Target, args: readonly string[]): ReturnType<LabHost['run']> {
  const enter = fromPid === undefined ? [] : ['nsenter', `--net=/proc/${fromPid}/ns/net`];
  const [command = '', ...rest] = [...enter, ...args];
  return from.run(command, rest);
}
