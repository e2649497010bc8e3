/**
 * A process to be frozen: opens a member of a log in etcd, and once it leads proposes a line for each number, 16 at a time.
 * Prints each line whose entry was acknowledged, and `refused <code>` for each that was not. Argument: options as JSON.
 */
import fs from 'node:fs';
import { Etcd3Client } from '../../control-plane/etcd-log/etcd3-client.js';
import { openEtcdLog } from '../../control-plane/etcd-log/open-etcd-log.js';
import { SystemClock } from '../../proto/base/clock.js';
import { silentLog } from '../../proto/base/log.js';
import { ListMachine } from './list-machine.js';
import { codeOf } from './replicator-contract.js';

export interface EtcdLeaderOptions {
  readonly endpoint: string;
  readonly prefix: string;
  readonly clusterId: string;
  readonly selfId: number;
  readonly leaseSeconds: number;
}

const IN_FLIGHT = 16;
const PAUSE_MS = 20;

const { endpoint, ...options }: EtcdLeaderOptions = JSON.parse(process.argv[2] ?? '');
const clock = new SystemClock();
const client = new Etcd3Client({ endpoints: [endpoint] }, { clock });
const log = await openEtcdLog(options, { client, clock, stateMachine: new ListMachine(), log: silentLog });
let next = 0;

async function proposeForEver(): Promise<never> {
  for (;;) {
    const text = `frozen ${next++}`;
    const code = await codeOf(log.propose(Buffer.from(text)));
    // Blocking, so that what was printed was printed when the signal comes.
    fs.writeSync(1, `${code === 'done' ? text : `refused ${code}`}\n`);
    if (code !== 'done') await clock.sleep(PAUSE_MS);
  }
}

await Promise.all(Array.from({ length: IN_FLIGHT }, proposeForEver));
