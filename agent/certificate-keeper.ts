/**
 * Keeps a node's certificate fresh: renews it in time, and at once when the node has another role than it
 * says. Whoever uses the identity is told; connections that stand are left alone.
 */
import type { Clock } from '../proto/base/clock.js';
import { hasCode, SwarmError, toSwarmError } from '../proto/base/errors.js';
import type { Log } from '../proto/base/log.js';
import type { Random } from '../proto/base/random.js';
import type { TlsIdentity } from '../proto/base/rpc.js';
import { RpcChannel } from '../proto/base/rpc-channel.js';
import type { Service } from '../proto/base/service.js';
import { BACKDATED_MS, makeRequest, readCertificate, verifyIdentity } from '../proto/base/x509.js';
import { CertificateAuthorityService } from '../proto/gen/ca.js';
import type { NodeRole } from '../proto/gen/objects.js';
import { type Backoff, nextBoundMs, uniformDelayMs } from './rules/backoff.js';
import { renewAtMs } from './rules/renewal.js';

export interface CertificateKeeperModules {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** host:port of every manager known. */
  readonly managerAddresses: () => readonly string[];
  /** Makes it the node's identity, durably; it is used from then on. Called for each new one, one at a time. */
  readonly onRenewed: (identity: TlsIdentity, role: NodeRole) => Promise<void>;
}

const RENEW_WITHIN_MS = 10_000;
const RETRY: Backoff = { firstMs: 5_000, longestMs: 300_000 };
/** Somebody waits for the other role to begin. */
const ROLE_RETRY: Backoff = { firstMs: 100, longestMs: 2_000 };

export class CertificateKeeper implements Service {
  readonly name = 'certificate';
  readonly #modules: CertificateKeeperModules;
  #identity: TlsIdentity;
  /** The role the managers say this node has; undefined until they do. */
  #expectedRole: NodeRole | undefined;
  #wake: AbortController | undefined;
  #boundMs = 0;

  constructor(options: { readonly identity: TlsIdentity }, modules: CertificateKeeperModules) {
    this.#identity = options.identity;
    this.#modules = modules;
  }

  get identity(): TlsIdentity {
    return this.#identity;
  }

  /** Renews at once unless the certificate is of that role. */
  expectRole(role: NodeRole): void {
    if (role === this.#expectedRole) return;
    this.#expectedRole = role;
    if (this.#isOtherRole()) this.#wake?.abort();
  }

  async run(signal: AbortSignal): Promise<void> {
    const { clock, log } = this.#modules;
    let dueAtMs = this.#nextDueMs();
    while (!signal.aborted) {
      // The clock is asked again after the wait: it may have been set, or the wait too long for a timer.
      const waitMs = this.#isOtherRole() ? 0 : dueAtMs - clock.nowMs();
      if (waitMs > 0) {
        await this.#sleep(waitMs, signal);
        continue;
      }
      try {
        await this.#renew(signal);
        this.#boundMs = 0;
        dueAtMs = this.#nextDueMs();
      } catch (error) {
        if (signal.aborted) return;
        log.warn('the certificate could not be renewed; trying again', {
          reason: toSwarmError(error).message,
        });
        await this.#retryLater(signal);
      }
    }
  }

  /** The managers may not agree yet: then it is of the old role once more. */
  async #retryLater(signal: AbortSignal): Promise<void> {
    const { random } = this.#modules;
    this.#boundMs = nextBoundMs(this.#boundMs, this.#isOtherRole() ? ROLE_RETRY : RETRY);
    await this.#sleep(uniformDelayMs(this.#boundMs, random.fraction()), signal);
  }

  async #renew(signal: AbortSignal): Promise<void> {
    const { log, clock, onRenewed } = this.#modules;
    const { keyPem, csrPem } = await makeRequest();
    const reply = await this.#ask(csrPem, signal);
    const identity = { certificatePem: reply.certificatePem, keyPem, rootPem: this.#identity.rootPem };
    const facts = verifyIdentity(identity, clock.nowMs());
    const { nodeId, clusterId } = readCertificate(this.#identity.certificatePem);
    if (facts.nodeId !== nodeId || facts.clusterId !== clusterId)
      throw new SwarmError('certificate.refused', { reason: 'it is not for this node.' });
    if (this.#expectedRole !== undefined && facts.role !== this.#expectedRole)
      throw new SwarmError('certificate.refused', { reason: `it is still a ${facts.role}'s.` });
    await onRenewed(identity, facts.role);
    this.#identity = identity;
    log.info('certificate renewed', {
      role: facts.role,
      expiresAt: new Date(facts.notAfterMs).toISOString(),
    });
  }

  /** Any manager will do that is, or knows, the leader. */
  async #ask(csrPem: string, signal: AbortSignal): Promise<{ readonly certificatePem: string }> {
    const addresses = [...new Set(this.#modules.managerAddresses())];
    let failure: unknown = new SwarmError('manager.unreachable', {
      addresses,
      reason: 'no manager is known',
    });
    for (let next = addresses.shift(), hops = 0; next !== undefined && hops < 16; hops++) {
      const channel = RpcChannel.tls(next, this.#identity);
      try {
        const authority = channel.client(CertificateAuthorityService);
        return await authority.renewCertificate({ csrPem }, { signal, timeoutMs: RENEW_WITHIN_MS });
      } catch (error) {
        signal.throwIfAborted();
        failure = error;
        const leader = hasCode(error, 'manager.not-leader') ? error.facts.leader : '';
        next = leader === '' || leader === next ? addresses.shift() : leader;
      } finally {
        channel.close();
      }
    }
    throw failure;
  }

  #isOtherRole(): boolean {
    const expected = this.#expectedRole;
    return expected !== undefined && readCertificate(this.#identity.certificatePem).role !== expected;
  }

  #nextDueMs(): number {
    const { notBeforeMs, notAfterMs } = readCertificate(this.#identity.certificatePem);
    const issuedAtMs = Math.min(notBeforeMs + BACKDATED_MS, notAfterMs);
    return renewAtMs({ issuedAtMs, expiresAtMs: notAfterMs }, this.#modules.random.fraction());
  }

  async #sleep(delayMs: number, signal: AbortSignal): Promise<void> {
    this.#wake = new AbortController();
    const either = AbortSignal.any([signal, this.#wake.signal]);
    await this.#modules.clock.sleep(delayMs, either).catch(() => undefined);
    this.#wake = undefined;
  }
}
