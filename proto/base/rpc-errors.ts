/**
 * Errors across the wire: a SwarmError keeps its code and facts; whatever else happened becomes one that
 * says what the caller can know.
 */
import { Metadata, type ServiceError, status, type StatusObject } from '@grpc/grpc-js';
import { isErrorCode, rpcStatusOf, SwarmError, toSwarmError } from './errors.js';

const ERROR_KEY = 'swarm-error-bin';

/** The gRPC status for an error thrown by a handler. */
export function toStatus(error: unknown): Pick<StatusObject, 'code' | 'details' | 'metadata'> {
  const swarmError = toSwarmError(error);
  const metadata = new Metadata();
  const wire = JSON.stringify({ code: swarmError.code, facts: swarmError.facts });
  metadata.set(ERROR_KEY, Buffer.from(wire));
  return { code: status[rpcStatusOf(swarmError.code)], details: swarmError.message, metadata };
}

/** The error of a call as the caller should see it. */
export function fromServiceError(error: ServiceError, address: string, what: string): SwarmError {
  const [carried] = error.metadata?.get(ERROR_KEY) ?? [];
  if (carried instanceof Buffer) {
    const parsed = parseCarried(carried);
    if (parsed !== undefined) return parsed;
  }
  switch (error.code) {
    case status.DEADLINE_EXCEEDED:
    case status.UNAVAILABLE:
    case status.CANCELLED:
      return new SwarmError(
        'manager.unreachable',
        { addresses: [address], reason: connectionReason(error) },
        error,
      );
    case status.UNAUTHENTICATED:
      return new SwarmError('certificate.refused', { reason: error.details }, error);
    case status.UNIMPLEMENTED:
      return new SwarmError('not-supported', { what: `${what} on ${address}` }, error);
    default:
      return new SwarmError('internal', { reason: `${what}: ${error.details}` }, error);
  }
}

function connectionReason(error: ServiceError): string {
  if (error.code === status.DEADLINE_EXCEEDED) return 'it did not answer in time';
  // grpc-js wraps the cause: "No connection established. Last error: Error: connect ECONNREFUSED …. Resolution note: …"
  const cause = /Last error: (?:Error: )?(.*?)(?:\. Resolution note:.*)?$/s.exec(error.details)?.[1];
  const reason = (cause === undefined || cause === 'null' ? error.details : cause).trim();
  if (reason.includes('EACCES')) return `${reason}: only root may use that socket.`;
  // OpenSSL's words for a server whose certificate another root signed.
  return /self-signed certificate|local issuer certificate|certificate signature|verify the first/.test(
    reason,
  )
    ? `what answers there is not of the cluster whose root certificate was given (${reason}).`
    : reason;
}

function parseCarried(bytes: Buffer): SwarmError | undefined {
  try {
    const wire: unknown = JSON.parse(bytes.toString('utf8'));
    if (typeof wire !== 'object' || wire === null || !('code' in wire) || !('facts' in wire))
      return undefined;
    const { code, facts } = wire;
    if (typeof code !== 'string' || !isErrorCode(code) || typeof facts !== 'object' || facts === null)
      return undefined;
    // The peer is a verified member of the cluster; a sentence made from odd facts is only odd.
    return new SwarmError(code, facts as never);
  } catch {
    return undefined;
  }
}
