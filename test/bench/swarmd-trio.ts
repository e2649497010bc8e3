/**
 * Our control plane as the consensus benchmark meets it: three real swarmd on loopback that are managers of one
 * cluster, and a client with a manager's certificate.
 */
import { join } from 'node:path';
import { eventually } from '../kit/eventually.js';
import { freePorts } from './bench-program.js';
import { BenchSwarmd } from './bench-swarmd.js';
import { MEMBER_NUMBERS, type Trio } from './consensus-trio.js';
import type { Programs } from './programs.js';

const READY_WITHIN_MS = 60_000;

export async function startSwarmdTrio(folder: string, programs: Programs): Promise<Trio> {
  const ports = await freePorts(MEMBER_NUMBERS.length);
  const members = await Promise.all(
    MEMBER_NUMBERS.map((number) =>
      BenchSwarmd.start(join(folder, `m${number}`), ports[number - 1] ?? 0, programs),
    ),
  );
  await Promise.all(members.map((member) => member.ready()));
  const [first, ...others] = members;
  if (first === undefined) throw new Error('no swarmd was started');
  await first.init();
  const token = await first.managerToken();
  // One after the other: a change of the members waits for the one before.
  for (const member of others) await member.join(first.address, token);
  const address = await expectVoters(first, members.length);
  const leaderFirst = members.toSorted(
    (a, b) => Number(b.address === address) - Number(a.address === address),
  );
  return {
    target: { kind: 'control-api', address, identity: await first.identity() },
    pids: await Promise.all(leaderFirst.map((member) => member.controlPlanePid())),
  };
}

/** Every manager has a vote and is heard; returns where the leader listens. */
async function expectVoters(member: BenchSwarmd, count: number): Promise<string> {
  const seats = await eventually(
    `${count} managers have a vote and one leads`,
    () => member.seats(),
    (seen) =>
      seen.filter(({ voter, reachable }) => voter && reachable).length === count &&
      seen.some(({ leader }) => leader),
    { withinMs: READY_WITHIN_MS, pollMs: 100 },
  );
  return seats.find(({ leader }) => leader)?.address ?? '';
}
