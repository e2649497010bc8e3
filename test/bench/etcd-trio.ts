/**
 * The peer of the consensus benchmark: three members of etcd as Debian packages it, with TLS to clients and between
 * members. Heartbeats and election time-outs are etcd's own defaults; snapshots come too late to matter in seconds.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { TestAuthority } from '../kit/test-certificates.js';
import { runCommand } from '../lab/command.js';
import { eventually } from '../kit/eventually.js';
import { freePorts } from './bench-program.js';
import { MEMBER_NUMBERS, type Trio } from './consensus-trio.js';
import type { Programs } from './programs.js';

const READY_WITHIN_MS = 30_000;

interface EndpointStatus {
  readonly Status: {
    readonly header: { readonly member_id: number };
    readonly leader: number;
    readonly raftIndex: number;
    readonly raftAppliedIndex?: number;
  };
}

interface Files {
  readonly root: string;
  readonly certificate: string;
  readonly key: string;
}

export async function startEtcdTrio(folder: string, programs: Programs): Promise<Trio> {
  const authority = await TestAuthority.make();
  // Members and the client know each other by this name; a member looks up every name of its caller's certificate.
  const identity = await authority.identity('localhost', 'localhost');
  const files = await writeIdentity(folder, identity);
  const ports = await freePorts(2 * MEMBER_NUMBERS.length);
  const clientUrls = MEMBER_NUMBERS.map((number) => `https://localhost:${ports[number - 1]}`);
  const peerUrls = MEMBER_NUMBERS.map((number) => `https://localhost:${ports[number + 2]}`);
  const cluster = MEMBER_NUMBERS.map((number) => `m${number}=${peerUrls[number - 1]}`).join(',');
  const pids: number[] = [];
  for (const number of MEMBER_NUMBERS) {
    const [clientUrl = '', peerUrl = ''] = [clientUrls[number - 1], peerUrls[number - 1]];
    const { pid } = await programs.start({
      name: `etcd m${number}`,
      command: 'etcd',
      args: etcdArgs({ name: `m${number}`, clientUrl, peerUrl, cluster, folder, files }),
      logFile: join(folder, `m${number}.log`),
    });
    pids.push(pid);
  }
  const leaderAt = await leaderOf(clientUrls, files);
  const address = clientUrls[leaderAt]?.slice('https://'.length) ?? '';
  const leaderFirst = pids.toSorted((a, b) => Number(b === pids[leaderAt]) - Number(a === pids[leaderAt]));
  return { target: { kind: 'etcd', address, identity }, pids: leaderFirst };
}

function etcdArgs(member: {
  readonly name: string;
  readonly clientUrl: string;
  readonly peerUrl: string;
  readonly cluster: string;
  readonly folder: string;
  readonly files: Files;
}): readonly string[] {
  const { name, clientUrl, peerUrl, cluster, folder, files } = member;
  const loopback = (url: string): string => url.replace('localhost', '127.0.0.1');
  const options = {
    name,
    'data-dir': join(folder, name),
    logger: 'zap',
    'log-level': 'warn',
    'listen-client-urls': loopback(clientUrl),
    'advertise-client-urls': clientUrl,
    'listen-peer-urls': loopback(peerUrl),
    'initial-advertise-peer-urls': peerUrl,
    'initial-cluster': cluster,
    'initial-cluster-state': 'new',
    'client-cert-auth': 'true',
    'trusted-ca-file': files.root,
    'cert-file': files.certificate,
    'key-file': files.key,
    'peer-client-cert-auth': 'true',
    'peer-trusted-ca-file': files.root,
    'peer-cert-file': files.certificate,
    'peer-key-file': files.key,
  };
  return Object.entries(options).map(([option, value]) => `--${option}=${value}`);
}

async function writeIdentity(folder: string, identity: TlsIdentity): Promise<Files> {
  const files = {
    root: join(folder, 'root.pem'),
    certificate: join(folder, 'member.pem'),
    key: join(folder, 'member.key'),
  };
  await writeFile(files.root, identity.rootPem);
  await writeFile(files.certificate, identity.certificatePem);
  await writeFile(files.key, identity.keyPem, { mode: 0o600 });
  return files;
}

/** Waits until all three answer and agree on who leads; returns which one. */
async function leaderOf(clientUrls: readonly string[], files: Files): Promise<number> {
  const tls = ['--cacert', files.root, '--cert', files.certificate, '--key', files.key];
  const args = ['--endpoints', clientUrls.join(','), ...tls, 'endpoint', 'status', '-w', 'json'];
  const leaders = await eventually(
    'three members of etcd agree on who leads',
    async () => {
      const { stdout } = await runCommand('etcdctl', args, { env: { ETCDCTL_API: '3' } });
      const statuses = JSON.parse(stdout) as readonly EndpointStatus[];
      return statuses.map(({ Status }) => ({ id: Status.header.member_id, leader: Status.leader }));
    },
    (members) => {
      const [{ leader } = { leader: 0 }] = members;
      return (
        members.length === clientUrls.length &&
        leader !== 0 &&
        members.every((member) => member.leader === leader)
      );
    },
    { withinMs: READY_WITHIN_MS, pollMs: 100 },
  );
  return leaders.findIndex(({ id, leader }) => id === leader);
}
