/**
 * A process to be killed: proposes numbers to the replicator of a cluster of one on the real disk, 16 at a time,
 * and prints each one once it is acknowledged. Argument: the directory.
 */
import fs from 'node:fs';
import { NodeDisk } from 'raft-ts/node-disk.js';
import { ListMachine } from './list-machine.js';
import { openSoleMember } from './sole-member.js';

const IN_FLIGHT = 16;

const stateMachine = new ListMachine();
const member = await openSoleMember(
  {
    name: 'writer',
    directory: process.argv[2] ?? '',
    segmentBytes: 32 * 1024,
    maxEntryBytes: 1024,
    snapshotAfterEntries: 300,
  },
  { disk: new NodeDisk(), stateMachine },
);
let next = stateMachine.entries.length;

async function proposeForEver(): Promise<never> {
  for (;;) {
    const text = `${next++}`.padEnd(40, '.');
    await member.propose(Buffer.from(text));
    // Blocking, so that what was printed was printed when the kill comes.
    fs.writeSync(1, `${text}\n`);
  }
}

await Promise.all(Array.from({ length: IN_FLIGHT }, proposeForEver));
