/**
 * What the ways between the nodes of a discovery site carry: datagrams to a task that moves, tunnels that are blocked
 * in one direction, and a path that carries less than the interfaces at its ends say.
 */
import assert from 'node:assert/strict';
import { eventually } from '../kit/eventually.js';
import { type DiscoverySite, NETWORK, PUBLISHED, WEB } from './discovery-site.js';
import type { LabHost } from './host.js';
import type { Lab } from './lab.js';

const TUNNELS = 'udp dport 4789';
const USUAL_BYTES = 1_500;
const USUAL_SEGMENTS = 65_535;
/** Nodes look at their interfaces every 20 s. */
const KNOWN_WITHIN_MS = 45_000;
const DATAGRAMS = 9_053;
const CLIENT_PORT = 40_001;

export interface DatagramMove {
  /** For how long, at most, a client heard of neither task, ms: the update itself and what follows. */
  readonly silentMs: number;
  /** How long the new task ran until the last client heard of it, ms. */
  readonly foundMs: number;
}

/**
 * Moves a UDP service's task, while clients go on asking from one port each: a container, by the virtual address, and
 * the client, through a published port.
 */
export async function moveDatagrams(site: DiscoverySite, from: LabHost, to: LabHost): Promise<DatagramMove> {
  const { app, lab } = site;
  const only = (host: LabHost): string => `node.hostname==${host.name}`;
  const publish = ['--publish', `${DATAGRAMS}:53000/udp`];
  await app.create('mover', 1, '--network', NETWORK, '--constraint', only(from), ...publish);
  await site.audit.expectAgreed('before the move');
  const probe = await app.containerOn(lab.host(1), 'probe');
  const [virtual = ''] = (await app.lookUp(probe, 'mover'))['mover'] ?? [];
  const port = String(CLIENT_PORT);
  const asks = [
    async () => hostIn(await app.ask(probe, 'datagram', virtual, '53000', port)),
    async () =>
      hostIn(await app.askFrom(lab.client, 'datagram', lab.host(1).address, String(DATAGRAMS), port)),
  ];
  const nameOf = async (): Promise<string> =>
    (await app.containersOf('mover')).map(({ containerId }) => containerId.slice(0, 12)).join();
  const old = await nameOf();
  for (const ask of asks) await eventually('the task answers', ask, (answer) => answer === old);
  const constraints = ['--constraint-rm', only(from), '--constraint-add', only(to)];
  await app.cluster.swarmctl('service', 'update', '--detach', ...constraints, 'mover');
  const follow = async (
    ask: () => Promise<unknown>,
  ): Promise<{ readonly silentMs: number; readonly atMs: number }> => {
    let lastMs = performance.now();
    const look = async (): Promise<unknown> => {
      const answer = await ask();
      if (answer === old) lastMs = performance.now();
      return answer;
    };
    const isNew = (answer: unknown): boolean => answer !== null && answer !== old;
    await eventually('the flow finds the new task', look, isNew, { withinMs: 60_000, pollMs: 50 });
    return { silentMs: performance.now() - lastMs, atMs: performance.now() };
  };
  const isThere = (rows: readonly { Node: string; CurrentState: string }[]): boolean =>
    rows.some(({ Node, CurrentState }) => Node === to.name && CurrentState.startsWith('Running'));
  const running = app.cluster
    .expectTasks('the new task runs', 'mover', isThere, 60_000)
    .then(() => performance.now());
  const flows = await Promise.all(asks.map(follow));
  const runningMs = await running;
  const moved = await nameOf();
  for (const ask of asks) assert.equal(await ask(), moved);
  await app.cluster.swarmctl('service', 'rm', 'mover');
  await app.cluster.expectRunning('mover', 0);
  return {
    silentMs: Math.round(Math.max(...flows.map(({ silentMs }) => silentMs))),
    foundMs: Math.round(Math.max(0, ...flows.map(({ atMs }) => atMs - runningMs))),
  };
}

/** Which container answered; null: none. */
function hostIn(answer: unknown): string | null {
  return typeof answer === 'string' ? (answer.split(' ')[0] ?? null) : null;
}

/** Tunnels in one direction only: the doctor names both nodes and the port, and is content once it is mended. */
export async function blockTunnel(site: DiscoverySite, from: LabHost, to: LabHost): Promise<void> {
  await from.loseFor([to], TUNNELS);
  const said = await expectFault(site, /reach: nothing comes back from node .*UDP port 4789/s);
  for (const [one, other] of [
    [from, to],
    [to, from],
  ] as const)
    assert.match(
      said,
      new RegExp(`reach: nothing comes back from node ${other.name} \\(${other.address}\\)`),
      one.name,
    );
  await from.heal();
  await site.audit.expectAgreed('once the port is open');
}

/**
 * The path to the host carries less than its interface says: the doctor names it and what to do. Once that is done,
 * everything gets through, between containers that were there before, too.
 */
export async function narrowPath(site: DiscoverySite, host: LabHost, bytes: number): Promise<void> {
  const { lab } = site;
  const others = site.others(host);
  const tooLarge = `${TUNNELS} meta length > ${bytes}`;
  try {
    // As a wire does, and unlike the kernel between its own namespaces: one packet at a time.
    await setSegments(lab, 1);
    await host.loseFor(others, tooLarge);
    for (const other of others) await other.loseFor([host], tooLarge);
    const said = await expectFault(site, /mtu: small packets come through to node .* large ones do not/);
    assert.match(said, new RegExp(`to node ${host.name} \\(${host.address}\\)`));
    await host.mustRun('ip', ['link', 'set', 'dev', 'eth0', 'mtu', String(bytes)]);
    const saidMs = performance.now();
    await site.audit.expectAgreed('with the mtu found out', { withinMs: KNOWN_WITHIN_MS });
    const tookMs = Math.round(performance.now() - saidMs);
    console.log(
      `      a path of ${bytes} bytes: the doctor is content ${tookMs} ms after the interface says so`,
    );
    await expectLargeTransfers(site);
  } finally {
    await host.heal();
    await host.mustRun('ip', ['link', 'set', 'dev', 'eth0', 'mtu', String(USUAL_BYTES)]);
    await setSegments(lab, USUAL_SEGMENTS);
  }
  await site.audit.expectAgreed('with the usual mtu', { withinMs: KNOWN_WITHIN_MS });
}

/** How many packets the hosts hand over at once, as one. */
async function setSegments({ hosts, client }: Lab, count: number): Promise<void> {
  for (const each of [...hosts, client])
    await each.mustRun('ip', ['link', 'set', 'dev', 'eth0', 'gso_max_segs', String(count)]);
}

/** What the doctor says once it says that. */
async function expectFault(site: DiscoverySite, fault: RegExp): Promise<string> {
  const said = await eventually(
    `the doctor says ${fault.source}`,
    async () => {
      const { exitCode, stdout } = await site.lab.host(1).swarmctl(['network', 'doctor']);
      assert.equal(exitCode, 1, stdout);
      return stdout;
    },
    (text) => fault.test(text),
    { withinMs: 20_000 },
  );
  for (const line of said.split('\n')) if (/^ {2}\w+:/.test(line)) console.log(`    ${line}`);
  return said;
}

/** Between all nodes, by the address of a container, by a virtual address, and through published ports. */
export async function expectLargeTransfers(site: DiscoverySite): Promise<void> {
  const { app, lab } = site;
  const probes = await app.containersOf('probe');
  const addresses = await Promise.all(
    probes.map(async (probe) => (await app.addressesOf(probe))[NETWORK] ?? ''),
  );
  const fetches = [
    ...probes.flatMap((probe) =>
      [...addresses, WEB].map(
        (target) => [probe.hostName, target, app.ask(probe, 'fetch', `http://${target}/large`)] as const,
      ),
    ),
    ...lab.hosts.map(
      ({ address }) =>
        [
          'client',
          address,
          app.askFrom(lab.client, 'fetch', `http://${address}:${PUBLISHED}/large`),
        ] as const,
    ),
  ];
  const settled = await Promise.allSettled(fetches.map(([, , fetched]) => fetched));
  const failed = fetches.flatMap(([from, to], at) => {
    const result = settled[at];
    return result?.status === 'rejected' ? [`${from} → ${to}: ${String(result.reason).slice(0, 300)}`] : [];
  });
  assert.deepEqual(failed, [], 'all of it comes through');
  console.log(`      ${fetches.length} large transfers, all of them whole`);
}
