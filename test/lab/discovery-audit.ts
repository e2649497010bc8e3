/**
 * Compares what the nodes of a lab do on one network with what the store says: what their name servers answer,
 * neighbours and packet filter as the kernel lists them, and what `network doctor` finds. Knows none of the product's
 * rules, only what must come of them.
 */
import assert from 'node:assert/strict';
import { eventually } from '../kit/eventually.js';
import type { AppCluster } from './app-cluster.js';
import { ASK_PROGRAM } from './app-images.js';
import type { LabHost } from './host.js';

/** What of `network inspect --verbose` is looked at. */
interface NetworkAccount {
  readonly Id: string;
  readonly IPAM: { readonly Config: readonly { readonly Subnet: string }[] };
  readonly Services: Readonly<
    Record<
      string,
      {
        readonly VIP: string;
        readonly Tasks: readonly { readonly Name: string; readonly EndpointIP: string }[];
      }
    >
  >;
  readonly TaskCount: number;
  readonly Nodes: readonly { readonly Hostname: string; readonly Address: string }[];
}

/** A network as the store has it. */
export interface StoredNetwork {
  readonly id: string;
  /** What all its addresses begin with. */
  readonly prefix: string;
  /** Service → its own address; empty where names lead to tasks. */
  readonly virtualByService: ReadonlyMap<string, string>;
  /** Service → addresses of its tasks that run and are wanted, and on which hosts those are. */
  readonly servingByService: ReadonlyMap<
    string,
    readonly { readonly address: string; readonly hostName: string }[]
  >;
  /** Everybody's: services, nodes, and tasks that have not ended. */
  readonly held: readonly string[];
  readonly taskCount: number;
  readonly gatewayByHost: ReadonlyMap<string, string>;
}

export interface AuditOptions {
  /** Looked at, and asked; all of the lab unless said otherwise. */
  readonly hosts?: readonly LabHost[];
  readonly withinMs?: number;
  /** Whether the doctor must be content as well; it is not while a node is away. */
  readonly isExamined?: boolean;
}

/** What a node does, as it is seen there. */
interface Seen {
  readonly names: Readonly<Record<string, readonly string[] | null>>;
  /** Where its packet filter sends traffic on this network. */
  readonly backends: readonly string[];
  /** Whom it knows behind its tunnel. */
  readonly neighbours: readonly string[];
}

/**
 * One process for all of it: looking must not take longer than what is looked at. The node asks its own name server as
 * itself; the engine's rules would give the question another address, so they are not to see it.
 */
const LOOK = `nft -f - <<'END'
add table ip audit
add chain ip audit asked { type filter hook output priority raw; }
flush chain ip audit asked
add rule ip audit asked meta l4proto { tcp, udp } th dport 53 notrack
add rule ip audit asked meta l4proto { tcp, udp } th sport 53 notrack
END
nft list table inet swarmd; echo ===; ip -j neigh show dev "$1" nud permanent; echo ===; shift; exec "$@"`;
const CONVERGES_WITHIN_MS = 10_000;
/** After a cut tasks of the nodes that were away are replaced, one container after the other. */
const STORE_RESTS_WITHIN_MS = 60_000;

export class DiscoveryAudit {
  readonly #app: AppCluster;
  readonly #network: string;

  constructor(app: AppCluster, network: string) {
    this.#app = app;
    this.#network = network;
  }

  /**
   * Waits until every node does as the store says; returns how long that took, ms. The time limit counts from the
   * store's last change, as what it says goes on: tasks end and others start. Then the doctor must find nothing.
   */
  async expectAgreed(what: string, options: AuditOptions = {}): Promise<number> {
    const { hosts = this.#app.lab.hosts, withinMs = CONVERGES_WITHIN_MS, isExamined = true } = options;
    const startedMs = performance.now();
    let [said, saidMs] = ['', startedMs];
    const left = await eventually(
      `${what}: every node does as the store says`,
      async () => {
        const { stored, differences } = await this.#compare(hosts);
        if (said !== textOf(stored)) [said, saidMs] = [textOf(stored), performance.now()];
        return differences;
      },
      (differences) => differences.length === 0 || performance.now() - saidMs > withinMs,
      { withinMs: withinMs + STORE_RESTS_WITHIN_MS, pollMs: 100 },
    );
    assert.deepEqual(left, [], `${what}: not within ${withinMs} ms as the store says`);
    const tookMs = Math.round(performance.now() - startedMs);
    if (isExamined) await this.#expectHealthy(what, hosts, Math.max(withinMs, 2 * CONVERGES_WITHIN_MS));
    return tookMs;
  }

  async #expectHealthy(what: string, hosts: readonly LabHost[], withinMs: number): Promise<void> {
    await eventually(
      `${what}: the doctor finds nothing`,
      () => this.#examined(hosts),
      (faults) => faults === '',
      { withinMs },
    );
  }

  /** What is not as the store says, in words. */
  async differences(hosts: readonly LabHost[] = this.#app.lab.hosts): Promise<readonly string[]> {
    const { differences } = await this.#compare(hosts);
    return differences;
  }

  async #compare(
    hosts: readonly LabHost[],
  ): Promise<{ readonly stored: StoredNetwork; readonly differences: readonly string[] }> {
    const stored = await this.stored(hosts);
    const looks = await Promise.all(
      hosts.map(async (host) => ({ host, seen: await this.#look(host, stored) })),
    );
    const perHost = looks.map(({ host, seen }) => differencesOn(host, seen, stored));
    if (perHost.every((differences) => differences.length === 0)) return { stored, differences: [] };
    // The store goes on while nodes are looked at: whoever does as it says by then does right, too.
    const since = await this.stored(hosts);
    const differences = looks.flatMap(({ host, seen }, at) => {
      const sinceThen = differencesOn(host, seen, since);
      return perHost[at]?.length === 0 ? [] : sinceThen;
    });
    return { stored: since, differences };
  }

  /** Addresses that a name or the packet filter leads to, though the store has said so neither before nor after. */
  async ghosts(hosts: readonly LabHost[]): Promise<readonly string[]> {
    const before = await this.stored(hosts);
    const perHost = await Promise.all(hosts.map((host) => this.#look(host, before)));
    const after = await this.stored(hosts);
    const known = new Set(
      [before, after].flatMap((each) => [...serving(each), ...each.virtualByService.values()]),
    );
    const found = perHost.flatMap(({ names, backends }) => [...backends, ...Object.values(names).flat()]);
    return [...new Set(found)].flatMap((address) =>
      address === null || known.has(address) ? [] : [address],
    );
  }

  async stored([asked = this.#app.cluster.manager]: readonly LabHost[] = []): Promise<StoredNetwork> {
    const said = await swarmctl(asked, 'network', 'inspect', '--verbose', this.#network);
    const [account] = JSON.parse(said) as readonly NetworkAccount[];
    if (account === undefined) throw new Error(`no network ${this.#network}`);
    const { Id, IPAM, Services, Nodes, TaskCount } = account;
    const services = Object.entries(Services);
    const hostById = await runningTasks(
      asked,
      services.map(([name]) => name),
    );
    const tasks = services.flatMap(([, { Tasks }]) => Tasks);
    const servingByService = new Map(
      services.map(([name, { Tasks }]) => [
        name,
        Tasks.flatMap(({ Name, EndpointIP: address }) => {
          const hostName = hostById.get(Name.slice(Name.lastIndexOf('.') + 1));
          return hostName === undefined ? [] : [{ address, hostName }];
        }),
      ]),
    );
    const virtualByService = new Map(services.map(([name, { VIP }]) => [name, VIP]));
    return {
      id: Id,
      prefix: (IPAM.Config[0]?.Subnet ?? '').replace(/\d+\/\d+$/, ''),
      virtualByService,
      servingByService,
      held: [
        ...tasks.map(({ EndpointIP }) => EndpointIP),
        ...[...virtualByService.values()].filter((address) => address !== ''),
        ...Nodes.map(({ Address }) => Address),
      ],
      taskCount: TaskCount,
      gatewayByHost: new Map(Nodes.map(({ Hostname, Address }) => [Hostname, Address])),
    };
  }

  async #look(host: LabHost, { id, prefix, gatewayByHost, virtualByService }: StoredNetwork): Promise<Seen> {
    const gateway = gatewayByHost.get(host.name);
    if (gateway === undefined) throw new Error(`${host.name} has no address on ${this.#network}`);
    const names = [...virtualByService.keys()].flatMap((service) => [service, `tasks.${service}`]);
    const asking = [process.execPath, ASK_PROGRAM, 'lookup-at', gateway, ...names];
    const said = await host.mustRun('sh', ['-c', LOOK, 'sh', `vx-${id.slice(0, 12)}`, ...asking]);
    const [rules = '', neighbours = '', answers = ''] = said.split('===\n');
    const targets = rules.split('\n').flatMap((line) => line.split(' dnat ')[1] ?? []);
    const addresses = targets.flatMap((target) => target.match(/\d+\.\d+\.\d+\.\d+/g) ?? []);
    return {
      names: JSON.parse(answers) as Seen['names'],
      backends: [...new Set(addresses)].filter((address) => address.startsWith(prefix)),
      neighbours: (JSON.parse(neighbours) as readonly { readonly dst: string }[]).map(({ dst }) => dst),
    };
  }

  /** What the doctor finds on these hosts; empty when nothing is wrong. */
  async #examined([asked = this.#app.cluster.manager, ...hosts]: readonly LabHost[]): Promise<string> {
    const names = [asked, ...hosts].map(({ name }) => name);
    const { exitCode, stdout, stderr } = await asked.swarmctl(['network', 'doctor', ...names]);
    return exitCode === 0 ? '' : `${stdout}${stderr}`;
  }
}

function differencesOn(host: LabHost, seen: Seen, stored: StoredNetwork): readonly string[] {
  const { names, backends, neighbours } = seen;
  const differences: string[] = [];
  const expect = (what: string, found: readonly string[], wanted: readonly string[]): void => {
    const [one, other] = [found, wanted].map((each) => each.toSorted().join(' ') || 'nothing');
    if (one !== other) differences.push(`${host.name}: ${what}: ${one} instead of ${other}`);
  };
  for (const [service, virtual] of stored.virtualByService) {
    const addresses = addressesOf(stored, service);
    expect(service, names[service] ?? [], virtual === '' ? addresses : [virtual]);
    expect(`tasks.${service}`, names[`tasks.${service}`] ?? [], addresses);
  }
  const balanced = [...stored.virtualByService].flatMap(([service, virtual]) =>
    virtual === '' ? [] : addressesOf(stored, service),
  );
  expect('backends', backends, balanced);
  const missing = needed(host, stored).filter((address) => !neighbours.includes(address));
  const surplus = neighbours.filter((address) => !stored.held.includes(address));
  expect('missing neighbours', missing, []);
  expect('neighbours left over', surplus, []);
  return differences;
}

const addressesOf = ({ servingByService }: StoredNetwork, service: string): readonly string[] =>
  (servingByService.get(service) ?? []).map(({ address }) => address);

function serving(stored: StoredNetwork): readonly string[] {
  return [...stored.servingByService.keys()].flatMap((service) => addressesOf(stored, service));
}

/** Who must be found behind the host's tunnel: what runs elsewhere, and the services' own addresses. */
function needed(host: LabHost, { servingByService, virtualByService }: StoredNetwork): readonly string[] {
  const elsewhere = [...servingByService.values()].flat().filter(({ hostName }) => hostName !== host.name);
  const virtual = [...virtualByService.values()].filter((address) => address !== '');
  return [...elsewhere.map(({ address }) => address), ...virtual];
}

/** Tasks of the services that run and are wanted: id → host. */
async function runningTasks(
  asked: LabHost,
  services: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const flags = [
    '--filter',
    'desired-state=running',
    '--no-trunc',
    '--format',
    '{{.ID}} {{.Node}} {{.CurrentState}}',
  ];
  const text = services.length === 0 ? '' : await swarmctl(asked, 'service', 'ps', ...flags, ...services);
  const rows = text.split('\n').map((line) => line.split(' '));
  return new Map(
    rows.flatMap(([id = '', host = '', state]) => (state === 'Running' ? [[id, host] as const] : [])),
  );
}

async function swarmctl(host: LabHost, ...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await host.swarmctl(args);
  if (exitCode !== 0) throw new Error(`${host.name}: swarmctl ${args.join(' ')}: ${stderr}${stdout}`);
  return stdout;
}

function textOf(stored: StoredNetwork): string {
  return JSON.stringify(stored, (_key, value: unknown) => (value instanceof Map ? [...value] : value));
}
