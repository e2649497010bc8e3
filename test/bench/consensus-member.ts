/**
 * A member of our log as a process of its own, for the consensus benchmark: the real disk, the real transport,
 * a state machine that keeps the last value of each writer, and a door for proposals. Told everything by a file whose
 * path is its only argument.
 */
import { readFile } from 'node:fs/promises';
import { type BegunMember, foundCluster, joinCluster } from 'raft-ts/beginnings.js';
import type { Disk } from 'raft-ts/disk.js';
import type { MemberLog } from 'raft-ts/member-log.js';
import { NodeDisk } from 'raft-ts/node-disk.js';
import { openMember } from 'raft-ts/open-member.js';
import type { Replicator, StateMachine } from 'raft-ts/replicator.js';
import { PeerServer } from '../../control-plane/manager/peer-server.js';
import { PeerTransport } from '../../control-plane/manager/peer-transport.js';
import { SystemClock } from '../../proto/base/clock.js';
import { SystemRandom } from '../../proto/base/random.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { RaftPeersService } from '../../proto/gen/raft.js';
import { eventually } from '../kit/eventually.js';
import { openLog } from '../../proto/base/log.js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { RpcServer } from '../../proto/base/rpc-server.js';
import { parseHostPort } from '../../cli/swarmd/rules/addresses.js';
import { decodeEntries, encodeStatus, encodeWriters, ProposalService, writerOf } from './proposal-stream.js';
import { TurnQueue } from './turn-queue.js';

const FOUNDER = 1;
const ADMITTED_WITHIN_MS = 20_000;

export interface MemberOptions {
  readonly id: number;
  /** All members, this one included. */
  readonly peers: readonly { readonly id: number; readonly name: string; readonly address: string }[];
  readonly directory: string;
  readonly clusterId: string;
  readonly identity: TlsIdentity;
}

/** As etcd's puts of the same keys: the last value of each writer stays. */
class LastValues implements StateMachine {
  count = 0;
  readonly #valueByWriter = new Map<number, Uint8Array>();

  apply(_index: number, entry: Uint8Array): void {
    this.count += 1;
    this.#valueByWriter.set(writerOf(entry), entry);
  }

  async *snapshot(): AsyncGenerator<Uint8Array> {
    yield Buffer.concat([...this.#valueByWriter.values()]);
  }

  async restore(_index: number, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    const read = [];
    for await (const piece of pieces) read.push(piece);
    for (const { writer, entry } of decodeEntries(Buffer.concat(read)))
      this.#valueByWriter.set(writer, entry);
  }
}

async function main(options: MemberOptions): Promise<void> {
  const log = openLog('warn', { member: options.id });
  const self = options.peers.find(({ id }) => id === options.id);
  if (self === undefined) throw new Error(`member ${options.id} is not among its peers`);
  const clock = new SystemClock();
  const transport = new PeerTransport(
    { advertiseAddress: self.address },
    {
      clock,
      random: new SystemRandom(),
      log,
      openChannel: (address) => RpcChannel.tls(address, options.identity),
    },
  );
  const values = new LastValues();
  const modules = { disk: new NodeDisk(), stateMachine: values, transport };
  const { recoveryEpoch } = await begin(options, self, modules);
  transport.introduce({ memberId: options.id, clusterId: options.clusterId, recoveryEpoch });
  const member = await openMember({ directory: options.directory }, modules);
  const server = new RpcServer({ log, authorize: () => undefined });
  server.add(ProposalService, {
    propose: (messages) => acknowledge(messages, member),
    status: async () =>
      encodeStatus({ ...member.leadership, ...votersOf(member), appliedCount: values.count }),
  });
  server.add(RaftPeersService, new PeerServer({ transport, clock }).handlers());
  await server.listenTls(parseHostPort(self.address, 'address'), options.identity);
  if (options.id === FOUNDER) await admitOthers(options, member);
  const reason = await member.stopped;
  if (reason !== null) throw reason;
}

/** The first one founds the cluster; the others know which ids it will give them. */
async function begin(
  { id, peers, directory, clusterId }: MemberOptions,
  { name, address }: MemberOptions['peers'][number],
  modules: { readonly disk: Disk; readonly stateMachine: StateMachine },
): Promise<BegunMember> {
  const options = { directory, name, address, clusterId };
  if (id === FOUNDER) return await foundCluster(options, modules);
  return await joinCluster({ ...options, id, recoveryEpoch: 0, peers }, modules);
}

async function admitOthers({ peers }: MemberOptions, member: MemberLog): Promise<void> {
  for (const { id, name, address } of peers.filter((peer) => peer.id !== FOUNDER)) {
    const added = await member.addLearner({ name, address });
    if (added.id !== id) throw new Error(`${name} was to be member ${id}, and is ${added.id}`);
    await eventually(`${name} has a vote`, () => member.promote(id).then(() => true), Boolean, {
      withinMs: ADMITTED_WITHIN_MS,
      pollMs: 50,
    });
  }
}

function votersOf(member: MemberLog): { readonly voters: number } {
  return { voters: member.members().filter(({ role }) => role === 'voter').length };
}

/** Proposes what comes, and says of each whose it was once it is applied. */
async function* acknowledge(
  messages: AsyncIterable<Uint8Array>,
  member: Replicator,
): AsyncGenerator<Uint8Array, void> {
  const done = new TurnQueue<number>();
  let failure: unknown;
  const fail = (error: unknown): void => {
    failure ??= error;
    done.end();
  };
  const read = async (): Promise<void> => {
    for await (const message of messages)
      for (const { writer, entry } of decodeEntries(message))
        member.propose(entry).then(() => done.push(writer), fail);
  };
  read().then(() => done.end(), fail);
  for await (const writers of done) yield encodeWriters(writers);
  if (failure !== undefined) throw failure;
}

await main(JSON.parse(await readFile(process.argv[2] ?? '', 'utf8')) as MemberOptions);
