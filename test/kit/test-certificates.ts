/**
 * Certificates for tests of the wire, made by openssl, so that what our own authority issues is never
 * proved by itself alone.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TlsIdentity } from '../../proto/base/rpc.js';

/** A root and the certificates it signs; call close() to remove its files. */
export class TestAuthority {
  readonly #directory = mkdtempSync(join(tmpdir(), 'swarm-test-ca-'));
  readonly clusterId: string;
  #serial = 0;

  constructor(clusterId = 'test-cluster') {
    this.clusterId = clusterId;
    const subject = ['-subj', '/CN=swarm-ca'];
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'root.key'];
    this.#openssl('req', '-x509', ...key, ...subject, '-out', 'root.crt', '-days', '10');
  }

  get rootPem(): string {
    return this.#read('root.crt');
  }

  /** A node's certificate with the organizational unit, for example swarm-worker. */
  identity(nodeId: string, unit: string): TlsIdentity {
    const name = `node${++this.#serial}`;
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', `${name}.key`];
    const subject = ['-subj', `/O=${this.clusterId}/OU=${unit}/CN=${nodeId}`];
    this.#openssl('req', '-new', ...key, ...subject, '-out', `${name}.csr`);
    writeFileSync(join(this.#directory, `${name}.ext`), `subjectAltName=DNS:${unit},DNS:${nodeId}\n`);
    const signer = ['-CA', 'root.crt', '-CAkey', 'root.key', '-CAcreateserial', '-days', '5'];
    this.#openssl(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      ...signer,
      '-extfile',
      `${name}.ext`,
      '-out',
      `${name}.crt`,
    );
    return {
      certificatePem: this.#read(`${name}.crt`),
      keyPem: this.#read(`${name}.key`),
      rootPem: this.rootPem,
    };
  }

  close(): void {
    rmSync(this.#directory, { recursive: true, force: true });
  }

  #openssl(...args: string[]): void {
    execFileSync('openssl', args, { cwd: this.#directory, stdio: 'pipe' });
  }

  #read(file: string): string {
    return readFileSync(join(this.#directory, file), 'utf8');
  }
}
