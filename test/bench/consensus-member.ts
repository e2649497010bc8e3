/**
 * A member of our log as a process of its own, for the consensus benchmark: the real disk, the real transport,
 * a state machine that keeps the last value of each writer, and a door for proposals. Told everything by a file whose
 * path is its only argument.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NodeDisk } from 'raft-ts/node-disk.js';
import type { Replicator, StateMachine } from 'raft-ts/replicator.js';
import { openSingleMember } from 'raft-ts/single-member.js';
import { openLog } from '../../proto/base/log.js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { RpcServer } from '../../proto/base/rpc-server.js';
import { parseHostPort } from '../../cli/swarmd/rules/addresses.js';
import { decodeEntries, encodeStatus, encodeWriters, ProposalService, writerOf } from './proposal-stream.js';
import { TurnQueue } from './turn-queue.js';

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
  const values = new LastValues();
  const member = await openSingleMember(
    { id: self.name, directory: join(options.directory, 'log') },
    { disk: new NodeDisk(), stateMachine: values },
  );
  const server = new RpcServer({ log, authorize: () => undefined });
  server.add(ProposalService, {
    propose: (messages) => acknowledge(messages, member),
    status: async () => encodeStatus({ ...member.leadership, appliedCount: values.count }),
  });
  await server.listenTls(parseHostPort(self.address, 'address'), options.identity);
  const reason = await member.stopped;
  if (reason !== null) throw reason;
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
