/**
 * The cluster's root: makes it, and signs node certificates with it. What a certificate says is decided
 * here; of a request only the public key is taken, after it has proved possession of the private one.
 */
import { createPrivateKey, webcrypto } from 'node:crypto';
import type { Clock } from '../../proto/base/clock.js';
import { SwarmError } from '../../proto/base/errors.js';
import { newId, type Random } from '../../proto/base/random.js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import {
  BACKDATED_MS,
  generateKeys,
  KEY_ALGORITHM,
  keyPemOf,
  loadX509,
  makeRequest,
  UNIT_OF_ROLE,
} from '../../proto/base/x509.js';
import type { ClusterIdentity, NodeIdentity, NodeRole } from '../../proto/gen/objects.js';

interface Root {
  readonly certificatePem: string;
  readonly keyPem: string;
}

/** Whom a certificate is for, and for how long. */
interface Subject {
  readonly nodeId: string;
  readonly clusterId: string;
  readonly role: NodeRole;
  readonly validityMs: number;
}

export interface SignedCertificate {
  readonly certificatePem: string;
  readonly expiresAtMs: number;
}

interface RootKeyModules {
  readonly random: Random;
  readonly clock: Clock;
}

/** Validity of node certificates unless the cluster says otherwise: 90 days. */
export const DEFAULT_VALIDITY_MS = 2160 * 3_600_000;

const ROOT_NAME = 'swarm-ca';
const ROOT_VALIDITY_MS = 20 * 365 * 86_400_000;
const SERIAL_BYTES = 16;
const MAX_CSR_LENGTH = 16_384;

/** A new root certificate and its key. */
async function makeRoot({ random, clock }: RootKeyModules): Promise<Root> {
  const x509 = await loadX509();
  const keys = await generateKeys();
  const nowMs = clock.nowMs();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(random),
    name: [{ CN: [ROOT_NAME] }],
    notBefore: new Date(nowMs - BACKDATED_MS),
    notAfter: new Date(nowMs + ROOT_VALIDITY_MS),
    keys,
    signingAlgorithm: KEY_ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificatePem: `${certificate.toString('pem')}\n`, keyPem: await keyPemOf(keys.privateKey) };
}

/** Signs the public key of the request for the subject; throws certificate.refused. */
export async function signNodeCertificate(
  root: Root,
  csrPem: string,
  subject: Subject,
  { random, clock }: RootKeyModules,
): Promise<SignedCertificate> {
  const x509 = await loadX509();
  const publicKey = await requestedKey(csrPem);
  const issuer = new x509.X509Certificate(root.certificatePem);
  const unit = UNIT_OF_ROLE[subject.role];
  const names = [unit, subject.nodeId, ...(subject.role === 'manager' ? [ROOT_NAME] : [])];
  const nowMs = clock.nowMs();
  // Certificates count whole seconds.
  const expiresAtMs = Math.floor((nowMs + subject.validityMs) / 1000) * 1000;
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(random),
    subject: [{ O: [subject.clusterId] }, { OU: [unit] }, { CN: [subject.nodeId] }],
    issuer: issuer.subjectName.toJSON(),
    notBefore: new Date(nowMs - BACKDATED_MS),
    notAfter: new Date(expiresAtMs),
    publicKey,
    signingKey: await signingKey(root.keyPem),
    signingAlgorithm: KEY_ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyEncipherment,
        true,
      ),
      new x509.ExtendedKeyUsageExtension([
        x509.ExtendedKeyUsage.serverAuth,
        x509.ExtendedKeyUsage.clientAuth,
      ]),
      new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: 'dns' as const, value }))),
      await x509.SubjectKeyIdentifierExtension.create(publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer),
    ],
  });
  return { certificatePem: `${certificate.toString('pem')}\n`, expiresAtMs };
}

/** What the first manager of a new cluster begins with; all but `identity` goes into the store. */
export interface FirstIdentity {
  readonly clusterId: string;
  readonly nodeId: string;
  readonly cluster: ClusterIdentity;
  readonly node: NodeIdentity;
  /** The manager's own certificate and key. */
  readonly identity: TlsIdentity;
}

/** A root, new token secrets, and the first manager's certificate, signed with that root. */
export async function makeFirstIdentity(
  options: { readonly validityMs: number },
  modules: RootKeyModules,
): Promise<FirstIdentity> {
  const { random } = modules;
  const root = await makeRoot(modules);
  const clusterId = newId(random);
  const nodeId = newId(random);
  const { keyPem, csrPem } = await makeRequest();
  const subject = { nodeId, clusterId, role: 'manager', validityMs: options.validityMs } as const;
  const signed = await signNodeCertificate(root, csrPem, subject, modules);
  return {
    clusterId,
    nodeId,
    cluster: {
      rootCertificatePem: root.certificatePem,
      rootKeyPem: root.keyPem,
      // As long as an id: 128 random bits in base 36.
      workerTokenSecret: newId(random),
      managerTokenSecret: newId(random),
    },
    node: { role: 'manager', certificateExpiresAtMs: signed.expiresAtMs },
    identity: { certificatePem: signed.certificatePem, keyPem, rootPem: root.certificatePem },
  };
}

/** The public key of the request, its signature verified. */
async function requestedKey(csrPem: string): Promise<webcrypto.CryptoKey> {
  if (csrPem.length > MAX_CSR_LENGTH) throw refused('the request is too long.');
  const x509 = await loadX509();
  try {
    const request = new x509.Pkcs10CertificateRequest(csrPem);
    const publicKey = await request.publicKey.export(KEY_ALGORITHM, ['verify']);
    if (await request.verify()) return publicKey;
  } catch (error) {
    throw new SwarmError(
      'certificate.refused',
      { reason: 'the request cannot be read, or its key is not an ECDSA P-256 key.' },
      error,
    );
  }
  throw refused('the request is not signed with the key it asks a certificate for.');
}

async function signingKey(keyPem: string): Promise<webcrypto.CryptoKey> {
  const der = createPrivateKey(keyPem).export({ format: 'der', type: 'pkcs8' });
  return await webcrypto.subtle.importKey('pkcs8', der, KEY_ALGORITHM, false, ['sign']);
}

function serialNumber(random: Random): string {
  const bytes = random.bytes(SERIAL_BYTES);
  // Positive, and of full length: the first bit clear, the second set.
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return Buffer.from(bytes).toString('hex');
}

function refused(reason: string): SwarmError {
  return new SwarmError('certificate.refused', { reason });
}
