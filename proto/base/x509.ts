/**
 * X.509 as this program uses it: P-256 keys, certificate requests, what a node's certificate says. Both
 * sides of joining need it. Signing is the certificate authority's; what a token means is proto/model.
 */
import { createHash, createPrivateKey, webcrypto, X509Certificate } from 'node:crypto';
import type * as X509Library from '@peculiar/x509';
import type { NodeRole } from '../gen/objects.js';
import { SwarmError } from './errors.js';
import { base36 } from './random.js';
import type { TlsIdentity } from './rpc.js';

/** What the subject and the dates of a node's certificate say. */
export interface CertificateFacts {
  readonly nodeId: string;
  readonly clusterId: string;
  readonly role: NodeRole;
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
}

export const KEY_ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** Clocks of nodes differ; a certificate must be valid at once on all of them, so it begins before it is made. */
export const BACKDATED_MS = 3_600_000;

/** Organizational unit of a certificate, by the role it was issued for. */
export const UNIT_OF_ROLE: Readonly<Record<NodeRole, string>> = {
  manager: 'swarm-manager',
  worker: 'swarm-worker',
};

// 256 bits in base 36.
const DIGEST_LENGTH = 50;

/** The X.509 library, loaded when first needed: it costs 90 ms and most starts never need it. */
export async function loadX509(): Promise<typeof X509Library> {
  // The library looks for this one in the global object and throws without it.
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  x509.cryptoProvider.set(webcrypto);
  return x509;
}

export interface KeyAndRequest {
  readonly keyPem: string;
  readonly csrPem: string;
}

/** A new key, and the request that proves its possession; the subject is the authority's to choose. */
export async function makeRequest(): Promise<KeyAndRequest> {
  const x509 = await loadX509();
  const keys = await generateKeys();
  const request = await x509.Pkcs10CertificateRequestGenerator.create({
    name: [{ CN: ['node'] }],
    keys,
    signingAlgorithm: KEY_ALGORITHM,
  });
  return { keyPem: await keyPemOf(keys.privateKey), csrPem: `${request.toString('pem')}\n` };
}

/** A new P-256 key pair. */
export async function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return await webcrypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify']);
}

/** The private key as PKCS#8 PEM. */
export async function keyPemOf(key: webcrypto.CryptoKey): Promise<string> {
  const der = await webcrypto.subtle.exportKey('pkcs8', key);
  const privateKey = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}

/** SHA-256 of the root certificate's PEM text, as join tokens carry it. */
export function rootDigest(rootPem: string): string {
  return base36(createHash('sha256').update(rootPem).digest(), DIGEST_LENGTH);
}

/** Reads a node's certificate; throws certificate.refused when it is not one. */
export function readCertificate(pem: string): CertificateFacts {
  const certificate = parseCertificate(pem);
  const subject = subjectOf(certificate);
  const nodeId = subject.get('CN');
  const clusterId = subject.get('O');
  const unit = subject.get('OU');
  const role = (['manager', 'worker'] as const).find((each) => UNIT_OF_ROLE[each] === unit);
  if (nodeId === undefined || clusterId === undefined || role === undefined)
    throw refused(`its subject (${certificate.subject.replaceAll('\n', ', ')}) is not a node's.`);
  return {
    nodeId,
    clusterId,
    role,
    notBeforeMs: Date.parse(certificate.validFrom),
    notAfterMs: Date.parse(certificate.validTo),
  };
}

/**
 * Checks that the three belong together: the root signed the certificate, the key is the certificate's, and
 * now lies within its validity. Throws certificate.refused or certificate.expired.
 */
export function verifyIdentity(identity: TlsIdentity, nowMs: number): CertificateFacts {
  const facts = readCertificate(identity.certificatePem);
  const certificate = parseCertificate(identity.certificatePem);
  const root = parseCertificate(identity.rootPem);
  if (!certificate.checkIssued(root) || !certificate.verify(root.publicKey))
    throw refused('it was not issued by the root certificate beside it.');
  if (!isKeyOf(identity.keyPem, identity.certificatePem))
    throw refused('the private key beside it belongs to another certificate.');
  if (nowMs < facts.notBeforeMs)
    throw refused(`it is not valid before ${certificate.validFrom}. Check the clock of this machine.`);
  if (nowMs >= facts.notAfterMs) {
    const expiredAt = new Date(facts.notAfterMs).toISOString();
    throw new SwarmError('certificate.expired', { nodeId: facts.nodeId, expiredAt });
  }
  return facts;
}

/** Whether the private key is the one of the certificate. */
export function isKeyOf(keyPem: string, certificatePem: string): boolean {
  try {
    return new X509Certificate(certificatePem).checkPrivateKey(createPrivateKey(keyPem));
  } catch {
    return false;
  }
}

function parseCertificate(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch (error) {
    throw new SwarmError('certificate.refused', { reason: 'it cannot be read as a certificate.' }, error);
  }
}

function subjectOf(certificate: X509Certificate): ReadonlyMap<string, string> {
  // One "TYPE=value" per line; ids and units hold no character that would be escaped.
  return new Map(
    certificate.subject.split('\n').map((line) => {
      const equals = line.indexOf('=');
      return [line.slice(0, equals), line.slice(equals + 1)] as const;
    }),
  );
}

function refused(reason: string): SwarmError {
  return new SwarmError('certificate.refused', { reason });
}
