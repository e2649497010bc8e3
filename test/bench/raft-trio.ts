/**
 * Our log alone in the consensus benchmark: three processes with a member each, and nothing of the control plane
 * but the transport between them.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { eventually } from '../kit/eventually.js';
import { TestAuthority } from '../kit/test-certificates.js';
import { freePorts } from './bench-program.js';
import type { MemberOptions } from './consensus-member.js';
import { MEMBER_NUMBERS, type Trio } from './consensus-trio.js';
import type { Programs } from './programs.js';
import { decodeStatus, type MemberAccount, ProposalService } from './proposal-stream.js';

const MEMBER = fileURLToPath(new URL('./consensus-member.js', import.meta.url));
const READY_WITHIN_MS = 30_000;

export async function startRaftTrio(folder: string, programs: Programs): Promise<Trio> {
  const authority = await TestAuthority.make();
  const ports = await freePorts(MEMBER_NUMBERS.length);
  const peers = MEMBER_NUMBERS.map((id) => ({ id, name: `m${id}`, address: `127.0.0.1:${ports[id - 1]}` }));
  const pids: number[] = [];
  for (const { id, name, address } of peers) {
    const directory = join(folder, name);
    await mkdir(directory);
    const identity = await authority.identity(name, 'swarm-manager');
    const options: MemberOptions = { id, peers, directory, clusterId: authority.clusterId, identity };
    const optionsFile = join(folder, `${name}.json`);
    await writeFile(optionsFile, JSON.stringify(options), { mode: 0o600 });
    const { pid } = await programs.start({
      name: `member ${name} on ${address}`,
      command: process.execPath,
      args: [MEMBER, optionsFile],
      logFile: join(folder, `${name}.log`),
    });
    pids.push(pid);
  }
  const identity = await authority.identity('client', 'swarm-manager');
  const addresses = peers.map(({ address }) => address);
  const leaderAt = await leaderOf(addresses, identity);
  const leaderFirst = pids.toSorted((a, b) => Number(b === pids[leaderAt]) - Number(a === pids[leaderAt]));
  return {
    target: { kind: 'proposal-stream', address: addresses[leaderAt] ?? '', identity },
    pids: leaderFirst,
  };
}

/** Waits until all three have a vote and agree on who leads; returns which one. */
async function leaderOf(addresses: readonly string[], identity: TlsIdentity): Promise<number> {
  const channels = addresses.map((address) => RpcChannel.tls(address, identity));
  try {
    const statuses = await eventually(
      'three members agree on who leads',
      () =>
        Promise.all(
          channels.map(async (channel) =>
            decodeStatus(await channel.client(ProposalService).status(new Uint8Array(), { timeoutMs: 2000 })),
          ),
        ),
      (members) => haveOneLeader(members),
      { withinMs: READY_WITHIN_MS, pollMs: 50 },
    );
    return statuses.findIndex(({ isSelf }) => isSelf);
  } finally {
    for (const channel of channels) channel.close();
  }
}

function haveOneLeader(members: readonly MemberAccount[]): boolean {
  const [first] = members;
  return (
    members.some(({ isSelf }) => isSelf) &&
    members.every(({ leader, voters }) => leader === first?.leader && voters === members.length)
  );
}
