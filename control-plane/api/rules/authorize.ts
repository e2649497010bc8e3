/**
 * Who may call what: one table for every method of every service a manager offers on its port and on its
 * control socket. A method that is not in the table may be called by nobody.
 */
import { CertificateAuthorityService } from '../../../proto/gen/ca.js';
import { ControlService } from '../../../proto/gen/control.js';
import { DispatcherService } from '../../../proto/gen/dispatcher.js';
import type { Node, NodeRole } from '../../../proto/gen/objects.js';
import { RaftMembershipService, RaftPeersService } from '../../../proto/gen/raft.js';
import type { ServiceDefinition } from '../../../proto/gen/runtime.js';

/**
 * Who is let in: anyone, also without a certificate; the node whose certificate it is; managers and whoever
 * may open the control socket; or those who hold a manager's certificate, whether they are known here or not.
 */
export type Audience = 'anyone' | 'node' | 'manager' | 'peer';

/** Method path → who may call it. */
export const AUDIENCE_BY_PATH: ReadonlyMap<string, Audience> = new Map([
  ...audienceOf(CertificateAuthorityService, 'anyone'),
  [CertificateAuthorityService.methods.renewCertificate.path, 'node'],
  ...audienceOf(DispatcherService, 'node'),
  ...audienceOf(ControlService, 'manager'),
  // Who gets the log from the others knows of no node yet; whom it hears is its members' business.
  ...audienceOf(RaftPeersService, 'peer'),
  ...audienceOf(RaftMembershipService, 'manager'),
]);

/** Who calls, as the connection proves it. */
export type CallerIdentity =
  | { readonly kind: 'node'; readonly nodeId: string; readonly clusterId: string; readonly role: NodeRole }
  | { readonly kind: 'local' }
  | { readonly kind: 'anonymous' };

/**
 * Why a caller is turned away: it may not call this, its node is not a member, or not a manager. The last two
 * rest on the store, and only the leader's is up to date.
 */
export type Verdict = 'allowed' | 'denied' | 'removed' | 'no-manager';

/** Judges a call; `nodeById` finds members in the store, `clusterId` is this cluster's. */
export function judgeCall(
  path: string,
  caller: CallerIdentity,
  clusterId: string,
  nodeById: (id: string) => Node | undefined,
): Verdict {
  const audience = AUDIENCE_BY_PATH.get(path);
  if (audience === 'anyone') return 'allowed';
  if (audience === undefined || caller.kind === 'anonymous') return 'denied';
  if (caller.kind === 'local') return audience === 'manager' ? 'allowed' : 'denied';
  if (caller.clusterId !== clusterId) return 'denied';
  if (audience === 'peer') return caller.role === 'manager' ? 'allowed' : 'denied';
  return judgeMember(caller, audience, nodeById);
}

/** Judges who passes on what others ask: managers of this cluster only. */
export function judgeForwarder(
  forwarder: CallerIdentity,
  clusterId: string,
  nodeById: (id: string) => Node | undefined,
): Verdict {
  if (forwarder.kind !== 'node' || forwarder.clusterId !== clusterId) return 'denied';
  return judgeMember(forwarder, 'manager', nodeById);
}

function judgeMember(
  caller: Extract<CallerIdentity, { kind: 'node' }>,
  audience: 'node' | 'manager',
  nodeById: (id: string) => Node | undefined,
): Verdict {
  const node = nodeById(caller.nodeId);
  // Before its role: who is no member any more is told so, whatever it asks.
  if (node === undefined) return 'removed';
  if (audience === 'node') return 'allowed';
  if (caller.role !== 'manager') return 'denied';
  // A certificate outlives a demotion: the store knows the role of now.
  return node.identity?.role === 'manager' ? 'allowed' : 'no-manager';
}

function audienceOf(service: ServiceDefinition, audience: Audience): (readonly [string, Audience])[] {
  return Object.values(service.methods).map(({ path }) => [path, audience] as const);
}
