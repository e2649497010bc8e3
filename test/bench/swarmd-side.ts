/**
 * Our control plane as the consensus benchmark meets it: three real swarmd on loopback that are managers of one
 * cluster, and a client with a manager's certificate. They have no container engine, and need none for this.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { ControlService, ListNodesRequestCodec } from '../../proto/gen/control.js';
import { InitRequestCodec, JoinRequestCodec, LocalNodeService } from '../../proto/gen/node.js';
import { eventually } from '../kit/eventually.js';
import { type BenchProgram, freePorts } from './bench-program.js';
import { type ConsensusSide, MEMBER_NUMBERS, Programs } from './consensus-side.js';
import type { WriteTarget } from './consensus-writers.js';

const SWARMD = fileURLToPath(new URL('../../../bin/swarmd', import.meta.url));
const READY_WITHIN_MS = 60_000;

interface Member {
  readonly folder: string;
  readonly address: string;
  readonly program: BenchProgram;
}

export class SwarmdSide implements ConsensusSide {
  readonly name = 'ours, control API';
  readonly #programs = new Programs();

  async open(folder: string): Promise<WriteTarget> {
    const ports = await freePorts(MEMBER_NUMBERS.length);
    const members = await Promise.all(
      MEMBER_NUMBERS.map((number) => this.#start(join(folder, `m${number}`), ports[number - 1] ?? 0)),
    );
    const [first, ...others] = members;
    if (first === undefined) throw new Error('no swarmd was started');
    const token = await init(first);
    // One after the other: a change of the members waits for the one before.
    for (const member of others) await joinCluster(member, first.address, token);
    const address = await expectVoters(first, members.length);
    return { kind: 'control-api', address, identity: await identityIn(first.folder) };
  }

  close(): Promise<void> {
    return this.#programs.killAll();
  }

  pids(): readonly number[] {
    return this.#programs.pids;
  }

  lastWords(): Promise<string> {
    return this.#programs.lastWords();
  }

  async #start(folder: string, port: number): Promise<Member> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const socketPath = socketIn(folder);
    const own = ['--state-dir', folder, '--socket', socketPath, '--log-level', 'warn'];
    const program = await this.#programs.start({
      name: `swarmd on port ${port}`,
      command: process.execPath,
      args: [SWARMD, ...own, '--docker-host', `unix://${join(folder, 'no-engine.sock')}`],
      logFile: join(folder, 'swarmd.log'),
    });
    await program.ready('the local socket answers', async () => {
      await withChannel(socketPath, (channel) => channel.client(LocalNodeService).status({}));
      return true;
    });
    return { folder, address: `127.0.0.1:${port}`, program };
  }
}

const socketIn = (folder: string): string => join(folder, 'swarmd.sock');

/** Returns the token for managers. */
async function init({ folder, address }: Member): Promise<string> {
  const request = InitRequestCodec.create({
    listenAddress: address,
    advertiseAddress: address,
    spec: {
      name: 'default',
      heartbeatPeriodMs: 5000,
      taskHistoryLimit: 5,
      nodeCertificateValidityMs: 7_776_000_000,
    },
  });
  await withChannel(socketIn(folder), (channel) => channel.client(LocalNodeService).init(request));
  return await withChannel(join(folder, 'control.sock'), async (channel) => {
    const { token } = await channel.client(ControlService).getJoinToken({ role: 'manager', rotate: false });
    return token;
  });
}

async function joinCluster({ folder, address }: Member, remote: string, token: string): Promise<void> {
  const request = JoinRequestCodec.create({
    remoteAddresses: [remote],
    token,
    listenAddress: address,
    advertiseAddress: address,
  });
  await withChannel(socketIn(folder), (channel) => channel.client(LocalNodeService).join(request));
}

async function withChannel<T>(socketPath: string, call: (channel: RpcChannel) => Promise<T>): Promise<T> {
  const channel = RpcChannel.unix(socketPath);
  try {
    return await call(channel);
  } finally {
    channel.close();
  }
}

async function identityIn(folder: string): Promise<TlsIdentity> {
  const read = (name: string): Promise<string> => readFile(join(folder, 'certificates', name), 'utf8');
  return {
    certificatePem: await read('swarm-node.crt'),
    keyPem: await read('swarm-node.key'),
    rootPem: await read('swarm-root-ca.crt'),
  };
}

/** Every manager has a vote and is heard; returns where the leader listens. */
async function expectVoters({ folder }: Member, count: number): Promise<string> {
  const managers = await eventually(
    `${count} managers have a vote and one leads`,
    () =>
      withChannel(join(folder, 'control.sock'), async (channel) => {
        const { nodes } = await channel.client(ControlService).listNodes(ListNodesRequestCodec.create());
        return nodes.map(({ manager }) => manager);
      }),
    (seats) =>
      seats.filter((seat) => seat?.voter === true && seat.reachable).length === count &&
      seats.some((seat) => seat?.leader === true),
    { withinMs: READY_WITHIN_MS, pollMs: 100 },
  );
  return managers.find((seat) => seat?.leader === true)?.address ?? '';
}
