/**
 * Durable entries per second of the log of a cluster with one manager, on the real disk: each proposer
 * proposes its next entry when the one before is durable and applied. All options are the product's defaults.
 */
import { join } from 'node:path';
import { NodeDisk } from 'raft-ts/node-disk.js';
import type { StateMachine } from 'raft-ts/replicator.js';
import type { RaftMember } from 'raft-ts/raft-member.js';
import { openSoleMember } from '../kit/sole-member.js';
import { inFolderOnDisk } from './bench-folder.js';
import { type Benchmark, type CaseResult, median } from './result.js';

const CASES = [
  { caseName: '1-proposer', proposerCount: 1 },
  { caseName: '16-proposers', proposerCount: 16 },
  { caseName: '256-proposers', proposerCount: 256 },
];
const ENTRY_BYTES = 256;
const ROUNDS = 5;
const ROUND_MS = 1000;

export const logBenchmark: Benchmark = {
  name: 'log',
  caseNames: CASES.map(({ caseName }) => caseName),
  run: measureAll,
};

/** Only counts, so that the log is what is measured. */
class CountingMachine implements StateMachine {
  count = 0;

  apply(): void {
    this.count += 1;
  }

  async *snapshot(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(String(this.count));
  }

  async restore(_index: number, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    const read = [];
    for await (const piece of pieces) read.push(piece);
    this.count = Number(Buffer.concat(read).toString());
  }
}

async function* measureAll(): AsyncGenerator<CaseResult> {
  for (const { caseName, proposerCount } of CASES) {
    const rates = [];
    for (let round = 0; round < ROUNDS; round++) rates.push(await measureRound(proposerCount));
    yield { caseName, ours: median(rates), unit: 'entries/s' };
  }
}

async function measureRound(proposerCount: number): Promise<number> {
  return await inFolderOnDisk('log', async (directory) => {
    const stateMachine = new CountingMachine();
    const modules = { disk: new NodeDisk(), stateMachine };
    const member = await openSoleMember({ name: 'm1', directory: join(directory, 'log') }, modules);
    const startedMs = performance.now();
    const proposers = Array.from({ length: proposerCount }, () => proposeUntil(member, startedMs + ROUND_MS));
    const counts = await Promise.all(proposers);
    const tookMs = performance.now() - startedMs;
    await member.close();
    const count = counts.reduce((sum, each) => sum + each, 0);
    if (count !== stateMachine.count) throw new Error(`${count} proposed, ${stateMachine.count} applied`);
    return (count * 1000) / tookMs;
  });
}

async function proposeUntil(member: RaftMember, endMs: number): Promise<number> {
  const entry = Buffer.alloc(ENTRY_BYTES, 'x');
  let count = 0;
  for (; performance.now() < endMs; count++) await member.propose(entry);
  return count;
}
