/**
 * The log in an external etcd, on a real one: the Replicator contract, entries longer than a key may be, snapshots and what
 * they make superfluous, late followers, members, and who leads.
 */
import { Etcd3Client } from '../../control-plane/etcd-log/etcd3-client.js';
import type { EtcdLog } from '../../control-plane/etcd-log/etcd-log.js';
import {
  createEtcdCluster,
  openEtcdLog,
  type OpenOptions,
} from '../../control-plane/etcd-log/open-etcd-log.js';
import { SystemClock } from '../../proto/base/clock.js';
import { silentLog } from '../../proto/base/log.js';
import { EtcdServer } from '../kit/etcd-server.js';
import { ListMachine } from '../kit/list-machine.js';
import { itKeepsTheReplicatorContract } from '../kit/replicator-contract.js';

const MAX_ENTRY_BYTES = 512;
const clock = new SystemClock();

describe('a log in etcd', function () {
  this.timeout(30_000);
  let etcd: EtcdServer;
  const open: EtcdLog[] = [];
  let clusters = 0;

  before(async () => {
    etcd = await EtcdServer.start();
  });

  afterEach(async () => {
    for (const log of open.splice(0)) await log.close();
  });

  after(async () => {
    await etcd?.close();
  });

  const client = (): Etcd3Client => new Etcd3Client({ endpoints: [etcd.endpoint] }, { clock });

  async function newCluster(): Promise<string> {
    const clusterId = `cluster-${++clusters}`;
    const own = client();
    await createEtcdCluster(
      { place: { prefix: '/swarm', clusterId }, first: { name: 'm1', address: 'm1:2377' } },
      { client: own, clock },
    );
    own.close();
    return clusterId;
  }

  async function opened(
    clusterId: string,
    options: Partial<OpenOptions> = {},
  ): Promise<{ readonly log: EtcdLog; readonly machine: ListMachine }> {
    const machine = new ListMachine();
    const log = await openEtcdLog(
      { selfId: 1, clusterId, prefix: '/swarm', leaseSeconds: 2, ...options },
      { client: client(), clock, stateMachine: machine, log: silentLog },
    );
    open.push(log);
    return { log, machine };
  }

  itKeepsTheReplicatorContract(
    async () => {
      const { log, machine } = await opened(await newCluster(), { maxEntryBytes: MAX_ENTRY_BYTES });
      return { replicator: log, machine };
    },
    { maxEntryBytes: MAX_ENTRY_BYTES },
  );
});
