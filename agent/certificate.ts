/**
 * A node's identity: joins a cluster with a token, and keeps root, certificate and key on disk. The three
 * files always belong together, whenever the power goes; what is read is verified before it is used.
 */
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../proto/base/clock.js';
import { readIfThere, syncDirectory } from '../proto/base/durable-file.js';
import { hasCode, SwarmError, toSwarmError } from '../proto/base/errors.js';
import type { Log } from '../proto/base/log.js';
import type { CallOptions, TlsIdentity } from '../proto/base/rpc.js';
import { RpcChannel } from '../proto/base/rpc-channel.js';
import { isKeyOf, makeRequest, rootDigest, verifyIdentity } from '../proto/base/x509.js';
import { CertificateAuthorityService, type IssueCertificateReply } from '../proto/gen/ca.js';
import type { NodeAvailability, NodeRole } from '../proto/gen/objects.js';
import { parseJoinToken } from '../proto/model/join-token.js';

export interface JoinOptions {
  /** host:port of managers; any of them will do. */
  readonly addresses: readonly string[];
  readonly token: string;
  readonly availability: NodeAvailability;
  /** What its spec begins with. */
  readonly labels?: Readonly<Record<string, string>>;
  /** How long it may be down until it is removed; 0: for ever. */
  readonly autoRemoveAfterMs?: number;
}

export interface CertificateModules {
  readonly clock: Clock;
  readonly log: Log;
}

/** What the cluster made of this node. */
export interface Joined {
  readonly nodeId: string;
  readonly clusterId: string;
  readonly role: NodeRole;
  readonly managerAddresses: readonly string[];
  readonly identity: TlsIdentity;
}

const ROOT_FILE = 'swarm-root-ca.crt';
const CERTIFICATE_FILE = 'swarm-node.crt';
const KEY_FILE = 'swarm-node.key';
// The key goes last into place: until then the files before it are completed from those beside them.
const FILES = [ROOT_FILE, CERTIFICATE_FILE, KEY_FILE] as const;
const BESIDE = '.new';

// A person waits: whoever has not answered by then is called unreachable.
const ROOT_TIMEOUT_MS = 4_000;
const ISSUE_TIMEOUT_MS = 15_000;

/**
 * Becomes a member: fetches the root, checks it against the token's digest, and asks for a certificate over
 * a connection verified with that root. Writes nothing.
 */
export async function joinCluster(
  options: JoinOptions,
  modules: CertificateModules,
  call: Pick<CallOptions, 'signal' | 'requestId'> = {},
): Promise<Joined> {
  const expectedDigest = parseJoinToken(options.token).rootDigest;
  const found = await findManagers(options.addresses, expectedDigest, call);
  const { keyPem, csrPem } = await makeRequest();
  const failures: unknown[] = [];
  for (const { address, rootPem } of found) {
    const channel = RpcChannel.tls(address, { rootPem });
    try {
      const { token, availability, labels = {}, autoRemoveAfterMs = 0 } = options;
      const request = { csrPem, token, availability, labels, autoRemoveAfterMs };
      const authority = channel.client(CertificateAuthorityService);
      const reply = await authority.issueCertificate(request, { ...call, timeoutMs: ISSUE_TIMEOUT_MS });
      return accept(reply, { keyPem, rootPem }, modules);
    } catch (error) {
      call.signal?.throwIfAborted();
      // Another manager may be better off only when this one could not decide.
      if (!hasCode(error, 'manager.unreachable') && !hasCode(error, 'manager.not-leader')) throw error;
      modules.log.warn('a manager could not issue a certificate', {
        address,
        requestId: call.requestId,
        error,
      });
      failures.push(error);
    } finally {
      channel.close();
    }
  }
  throw unreachable(
    found.map(({ address }) => address),
    failures,
  );
}

/** Keeps the identity so that a power cut at any moment leaves the old one or the new one, whole. */
export async function writeIdentity(directory: string, identity: TlsIdentity): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const contentOf = {
    [ROOT_FILE]: identity.rootPem,
    [CERTIFICATE_FILE]: identity.certificatePem,
    [KEY_FILE]: identity.keyPem,
  };
  for (const name of FILES) await writeSynced(join(directory, name + BESIDE), contentOf[name]);
  await syncDirectory(directory);
  // From here on the new identity is whole beside the old one; see readIdentity for a cut in between.
  for (const name of FILES) await rename(join(directory, name + BESIDE), join(directory, name));
  await syncDirectory(directory);
}

/**
 * The identity on disk, verified. Throws certificate.expired, or certificate.refused when files are missing
 * or do not belong together.
 */
export async function readIdentity(directory: string, modules: CertificateModules): Promise<TlsIdentity> {
  await finishWriting(directory);
  const [rootPem, certificatePem, keyPem] = await Promise.all(
    FILES.map(async (name) => await readIfThere(join(directory, name))),
  );
  if (rootPem === undefined || certificatePem === undefined || keyPem === undefined)
    throw new SwarmError('certificate.refused', {
      reason: `${directory} does not hold all of ${FILES.join(', ')}. Leave the cluster with --force and join again.`,
    });
  const identity = { rootPem, certificatePem, keyPem };
  verifyIdentity(identity, modules.clock.nowMs());
  return identity;
}

/** Forgets the identity; nothing there is no mistake. */
export async function removeIdentity(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
}

/** A renaming that was cut off is finished when the new key is there and the files beside it are its own. */
async function finishWriting(directory: string): Promise<void> {
  const newest = async (name: string): Promise<string | undefined> =>
    (await readIfThere(join(directory, name + BESIDE))) ?? (await readIfThere(join(directory, name)));
  const keyPem = await readIfThere(join(directory, KEY_FILE + BESIDE));
  const certificatePem = await newest(CERTIFICATE_FILE);
  if (keyPem === undefined || certificatePem === undefined || !isKeyOf(keyPem, certificatePem)) return;
  for (const name of FILES) {
    if ((await readIfThere(join(directory, name + BESIDE))) === undefined) continue;
    await rename(join(directory, name + BESIDE), join(directory, name));
  }
  await syncDirectory(directory);
}

interface FoundManager {
  readonly address: string;
  readonly rootPem: string;
}

/** Those of the addresses that answer with the root the digest is of; asks all at once. */
async function findManagers(
  addresses: readonly string[],
  expectedDigest: string,
  call: Pick<CallOptions, 'signal' | 'requestId'>,
): Promise<readonly FoundManager[]> {
  const answers = await Promise.allSettled(
    addresses.map(async (address) => await fetchRoot(address, expectedDigest, call)),
  );
  call.signal?.throwIfAborted();
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  if (found.length > 0) return found;
  const failures = answers.flatMap((answer): unknown[] =>
    answer.status === 'rejected' ? [answer.reason] : [],
  );
  // One that answered tells more than one that did not.
  const telling = failures.find((error) => !hasCode(error, 'manager.unreachable'));
  throw telling ?? unreachable(addresses, failures);
}

/** The root of the cluster at the address, fetched from a server nobody vouches for, proved by the digest. */
async function fetchRoot(
  address: string,
  expectedDigest: string,
  call: Pick<CallOptions, 'signal' | 'requestId'>,
): Promise<FoundManager> {
  const channel = RpcChannel.unverified(address);
  try {
    const authority = channel.client(CertificateAuthorityService);
    const { rootCertificatePem } = await authority.getRootCertificate(
      {},
      { ...call, timeoutMs: ROOT_TIMEOUT_MS },
    );
    if (rootDigest(rootCertificatePem) !== expectedDigest)
      throw new SwarmError('token.wrong-cluster', { address });
    return { address, rootPem: rootCertificatePem };
  } finally {
    channel.close();
  }
}

function accept(
  reply: IssueCertificateReply,
  own: { readonly keyPem: string; readonly rootPem: string },
  { clock }: CertificateModules,
): Joined {
  const { nodeId, clusterId, role, managerAddresses, certificatePem } = reply;
  const identity = { certificatePem, ...own };
  const facts = verifyIdentity(identity, clock.nowMs());
  if (facts.nodeId !== nodeId || facts.clusterId !== clusterId || facts.role !== role)
    throw new SwarmError('certificate.refused', { reason: 'it is not for whom the manager said it is.' });
  return { nodeId, clusterId, role, managerAddresses, identity };
}

function unreachable(addresses: readonly string[], failures: readonly unknown[]): SwarmError {
  const [first] = failures;
  const reason = hasCode(first, 'manager.unreachable') ? first.facts.reason : toSwarmError(first).message;
  return new SwarmError('manager.unreachable', { addresses, reason }, first);
}

async function writeSynced(path: string, content: string): Promise<void> {
  // A left-over may have other permissions; they stay with a file that exists.
  await rm(path, { force: true });
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
