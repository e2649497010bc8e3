/**
 * How the client of the consensus benchmark writes one value, to whichever side: over one stream of proposals, by
 * unary puts of etcd, by unary calls of our control API. A write that is refused again and again ends the client: a side
 * that does not take all of them has not done the work.
 */
import { Client as GrpcClient, credentials } from '@grpc/grpc-js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import {
  ControlService,
  CreateServiceRequestCodec,
  UpdateServiceRequestCodec,
} from '../../proto/gen/control.js';
import { type Service, ServiceSpecCodec } from '../../proto/gen/objects.js';
import { decodeWriters, encodeProposals, type Proposal, ProposalService } from './proposal-stream.js';
import { TurnQueue } from './turn-queue.js';

const MOST_ATTEMPTS = 3;

export interface WriteTarget {
  readonly kind: 'proposal-stream' | 'etcd' | 'control-api';
  /** host:port of the leader. */
  readonly address: string;
  readonly identity: TlsIdentity;
}

export interface Writers {
  /** Resolves when the writer's value is acknowledged; a writer has one at a time. */
  readonly write: (writer: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface WritersOptions {
  readonly writerCount: number;
  readonly valueBytes: number;
}

export async function openWriters(target: WriteTarget, options: WritersOptions): Promise<Writers> {
  switch (target.kind) {
    case 'proposal-stream':
      return overProposalStream(target, options);
    case 'etcd':
      return overEtcd(target, options);
    case 'control-api':
      return await overControlApi(target, options);
  }
}

function overProposalStream({ address, identity }: WriteTarget, { valueBytes }: WritersOptions): Writers {
  const channel = RpcChannel.tls(address, identity);
  const proposals = new TurnQueue<Proposal>();
  const acknowledge = new Map<number, { resolve: () => void; reject: (error: unknown) => void }>();
  const value = Buffer.alloc(valueBytes, 'v');
  const messages = async function* (): AsyncGenerator<Uint8Array, void> {
    for await (const batch of proposals) yield encodeProposals(batch);
  };
  const listen = async (): Promise<never> => {
    for await (const message of channel.client(ProposalService).propose(messages()))
      for (const writer of decodeWriters(message)) acknowledge.get(writer)?.resolve();
    throw new Error('the stream of proposals has ended');
  };
  listen().catch((error: unknown) => {
    for (const { reject } of acknowledge.values()) reject(error);
  });
  return {
    write: (writer) =>
      new Promise((resolve, reject) => {
        acknowledge.set(writer, { resolve, reject });
        proposals.push({ writer, value });
      }),
    close: async () => channel.close(),
  };
}

/** Straight through grpc-js with requests that are encoded beforehand: no client of etcd could be faster here. */
function overEtcd({ address, identity }: WriteTarget, { writerCount, valueBytes }: WritersOptions): Writers {
  const tls = credentials.createSsl(
    Buffer.from(identity.rootPem),
    Buffer.from(identity.keyPem),
    Buffer.from(identity.certificatePem),
  );
  const client = new GrpcClient(address, tls, { 'grpc.enable_http_proxy': 0, 'grpc.enable_retries': 0 });
  const value = Buffer.alloc(valueBytes, 'v');
  const requests = Array.from({ length: writerCount }, (_, writer) => encodePut(`bench/${writer}`, value));
  const asIs = (bytes: Buffer): Buffer => bytes;
  const put = (request: Buffer): Promise<void> =>
    new Promise((resolve, reject) => {
      client.makeUnaryRequest('/etcdserverpb.KV/Put', asIs, asIs, request, (error) => {
        if (error === null) resolve();
        else reject(error);
      });
    });
  return {
    write: (writer) => persistently(() => put(requests[writer] ?? value)),
    close: async () => client.close(),
  };
}

/** On a machine that is busy with others, either side may give up on a write; a client then asks again. */
async function persistently<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      if (attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

/** etcdserverpb.PutRequest: `bytes key = 1; bytes value = 2`. */
function encodePut(key: string, value: Buffer): Buffer {
  const field = (number: number, bytes: Buffer): Buffer => {
    const { length } = bytes;
    const prefix = length < 0x80 ? [length] : [(length & 0x7f) | 0x80, length >> 7];
    return Buffer.concat([Buffer.from([(number << 3) | 2, ...prefix]), bytes]);
  };
  return Buffer.concat([field(1, Buffer.from(key)), field(2, value)]);
}

/** Each writer has a service without replicas, and writes a label of it. */
async function overControlApi(
  { address, identity }: WriteTarget,
  { writerCount, valueBytes }: WritersOptions,
): Promise<Writers> {
  const channel = RpcChannel.tls(address, identity);
  const control = channel.client(ControlService);
  const specOf = (writer: number, value: string): ReturnType<typeof ServiceSpecCodec.create> =>
    ServiceSpecCodec.create({
      name: `bench-${process.pid}-${writer}`,
      labels: { value },
      mode: { kind: 'replicated', replicated: { replicas: 0 } },
      task: { container: { image: 'lab/web:1' } },
    });
  const created = Array.from({ length: writerCount }, async (_, writer) => {
    const request = CreateServiceRequestCodec.create({ spec: specOf(writer, '') });
    return (await control.createService(request)).service;
  });
  const services: (Service | undefined)[] = await Promise.all(created);
  const values = ['v', 'w'].map((letter) => letter.repeat(valueBytes));
  let count = 0;
  return {
    write: async (writer) => {
      const before = services[writer];
      if (before === undefined) throw new Error(`writer ${writer} has no service`);
      const spec = specOf(writer, values[count++ % values.length] ?? '');
      const version = before.meta?.versions['spec'] ?? 0;
      const request = UpdateServiceRequestCodec.create({ serviceId: before.id, version, spec });
      // One id for all attempts: what was done already is done once.
      const requestId = `bench-${process.pid}-${count}`;
      const update = async (): Promise<Service | undefined> =>
        (await control.updateService(request, { requestId })).service;
      services[writer] = await persistently(update);
    },
    close: async () => channel.close(),
  };
}
