/**
 * Our side of the failover benchmark: three swarmd that are managers, without container engines. A write makes a
 * service that wants no tasks.
 */
import { join } from 'node:path';
import { ControlService, type ManagerStatus } from '../../proto/gen/control.js';
import { ListNodesRequestCodec, ListServicesRequestCodec } from '../../proto/gen/control.js';
import type { Client } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { aServiceSpec } from '../kit/builders.js';
import { eventually } from '../kit/eventually.js';
import { LabCluster } from '../lab/cluster.js';
import type { LabHost } from '../lab/host.js';
import type { Lab } from '../lab/lab.js';
import type { FailoverSide, Fault } from './failover-side.js';

const WRITE_WITHIN_MS = 10_000;
const ASK_WITHIN_MS = 2000;
const SETTLED_WITHIN_MS = 60_000;
const REMOVED_AT_ONCE = 32;

export class OurFailover implements FailoverSide {
  readonly name = 'ours';
  readonly paceMs = 20;
  readonly #lab: Lab;
  readonly #cluster: LabCluster;
  readonly #channelByHost = new Map<string, RpcChannel>();
  #count = 0;

  constructor(lab: Lab) {
    this.#lab = lab;
    this.#cluster = new LabCluster(lab, { managers: lab.hosts.length });
  }

  async open(): Promise<void> {
    await Promise.all(this.#lab.hosts.map((host) => host.startSwarmd()));
    await this.#cluster.form();
    await this.settle();
  }

  async close(): Promise<void> {
    for (const channel of this.#channelByHost.values()) channel.close();
    this.#channelByHost.clear();
    await Promise.all(this.#lab.hosts.map((host) => host.stopSwarmd()));
  }

  async leader(): Promise<LabHost> {
    const seats = await this.#seats(this.#lab.host(1));
    const address = seats.find(({ leader }) => leader)?.address;
    const host = this.#lab.hosts.find((candidate) => address?.startsWith(`${candidate.address}:`));
    if (host === undefined) throw new Error(`no host leads: ${address}`);
    return host;
  }

  async write(through: LabHost, signal: AbortSignal): Promise<void> {
    const spec = aServiceSpec({
      name: `write${this.#count++}`,
      mode: { kind: 'replicated', replicated: { replicas: 0 } },
    });
    await this.#control(through).createService({ spec }, { timeoutMs: WRITE_WITHIN_MS, signal });
  }

  async break(leader: LabHost, fault: Fault): Promise<void> {
    switch (fault) {
      case 'kill':
        return await leader.killSwarmd('both');
      case 'freeze':
        return await leader.freezeSwarmd('both');
      case 'cut':
        return await leader.partition();
    }
  }

  async mend(host: LabHost, fault: Fault): Promise<void> {
    switch (fault) {
      case 'kill':
        return await host.startSwarmd();
      case 'freeze':
        return await host.thawSwarmd('both');
      case 'cut':
        return await host.heal();
    }
  }

  async settle(): Promise<void> {
    for (const host of this.#lab.hosts) await this.#expectAllSeats(host);
    for (const host of this.#lab.hosts) await this.write(host, AbortSignal.timeout(WRITE_WITHIN_MS));
    const control = this.#control(this.#lab.host(1));
    const { services } = await control.listServices(ListServicesRequestCodec.create());
    const ids = services.map(({ service }) => service?.id ?? '');
    for (let at = 0; at < ids.length; at += REMOVED_AT_ONCE)
      await Promise.all(ids.slice(at, at + REMOVED_AT_ONCE).map((ref) => control.removeService({ ref })));
  }

  async #expectAllSeats(asked: LabHost): Promise<void> {
    const count = this.#lab.hosts.length;
    await eventually(
      `${asked.name}: ${count} managers vote and are heard, and one leads`,
      () => this.#seats(asked),
      (seats) =>
        seats.filter(({ voter, reachable }) => voter && reachable).length === count &&
        seats.some(({ leader }) => leader),
      { withinMs: SETTLED_WITHIN_MS, pollMs: 50 },
    );
  }

  async #seats(asked: LabHost): Promise<readonly ManagerStatus[]> {
    const options = { timeoutMs: ASK_WITHIN_MS };
    const { nodes } = await this.#control(asked).listNodes(ListNodesRequestCodec.create(), options);
    return nodes.map(({ manager }) => manager).filter((manager) => manager !== undefined);
  }

  #control(host: LabHost): Client<typeof ControlService> {
    let channel = this.#channelByHost.get(host.name);
    if (channel === undefined) {
      channel = RpcChannel.unix(join(host.swarmd.stateFolder, 'control.sock'));
      this.#channelByHost.set(host.name, channel);
    }
    return channel.client(ControlService);
  }
}
