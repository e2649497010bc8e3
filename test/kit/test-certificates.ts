/**
 * Certificates for tests of the wire, from an authority of their own: right ones, and such as nobody should
 * trust. What our authority issues is tested elsewhere, and not proved by itself.
 */
import type { webcrypto } from 'node:crypto';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { generateKeys, KEY_ALGORITHM, keyPemOf, loadX509 } from '../../proto/base/x509.js';

const DAY_MS = 86_400_000;
const ROOT_NAME = 'CN=swarm-ca';

interface Issued {
  readonly certificatePem: string;
  readonly keys: webcrypto.CryptoKeyPair;
}

/** A root and the certificates it signs. */
export class TestAuthority {
  readonly clusterId: string;
  readonly rootPem: string;
  readonly #root: Issued;

  private constructor(clusterId: string, root: Issued) {
    this.clusterId = clusterId;
    this.rootPem = root.certificatePem;
    this.#root = root;
  }

  static async make(clusterId = 'test-cluster'): Promise<TestAuthority> {
    const keys = await generateKeys();
    const certificatePem = await issue(ROOT_NAME, ROOT_NAME, keys, keys, []);
    return new TestAuthority(clusterId, { certificatePem, keys });
  }

  /** A node's certificate with the organizational unit, for example swarm-worker; good for a day unless told. */
  async identity(nodeId: string, unit: string, notAfterMs?: number): Promise<TlsIdentity> {
    const keys = await generateKeys();
    const subject = subjectOf(this.clusterId, nodeId, unit);
    const certificatePem = await issue(subject, ROOT_NAME, keys, this.#root.keys, [unit, nodeId], notAfterMs);
    return { certificatePem, keyPem: await keyPemOf(keys.privateKey), rootPem: this.rootPem };
  }
}

/** A certificate that claims to be a node's and vouches for itself. */
export async function selfSigned(
  clusterId: string,
  nodeId: string,
  unit: string,
): Promise<Pick<TlsIdentity, 'certificatePem' | 'keyPem'>> {
  const keys = await generateKeys();
  const subject = subjectOf(clusterId, nodeId, unit);
  const certificatePem = await issue(subject, subject, keys, keys, [unit, nodeId]);
  return { certificatePem, keyPem: await keyPemOf(keys.privateKey) };
}

function subjectOf(clusterId: string, nodeId: string, unit: string): string {
  return `O=${clusterId}, OU=${unit}, CN=${nodeId}`;
}

async function issue(
  subject: string,
  issuer: string,
  keys: webcrypto.CryptoKeyPair,
  signer: webcrypto.CryptoKeyPair,
  names: readonly string[],
  notAfterMs = Date.now() + DAY_MS,
): Promise<string> {
  const x509 = await loadX509();
  const certificate = await x509.X509CertificateGenerator.create({
    subject,
    issuer,
    publicKey: keys.publicKey,
    signingKey: signer.privateKey,
    signingAlgorithm: KEY_ALGORITHM,
    notBefore: new Date(Math.min(Date.now(), notAfterMs) - DAY_MS),
    notAfter: new Date(notAfterMs),
    extensions: [
      names.length === 0
        ? new x509.BasicConstraintsExtension(true, undefined, true)
        : new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: 'dns', value }))),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(signer.publicKey),
    ],
  });
  return `${certificate.toString('pem')}\n`;
}
