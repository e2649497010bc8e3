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
 * Who is let in: anyone, also without a certificate; the node whose certificate it is; managers and whoever may
 * open the control socket; or whose certificate is a manager's, whatever this store knows: a new manager's knows
 * nobody yet, and what such a peer may do is for the log's members to say.
 */
export type Audience = 'anyone' | 'node' | 'manager' | 'peer';

/** Method path → who may call it. */
export const AUDIENCE_BY_PATH: ReadonlyMap<string, Audience> = new Map([
  ...audienceOf(CertificateAuthorityService, 'anyone'),
  [CertificateAuthorityService.methods.renewCertificate.path, 'node'],
  ...audienceOf(DispatcherService, 'node'),
  ...audienceOf(ControlService, 'manager'),
  ...audienceOf(RaftMembershipService, 'manager'),
  ...audienceOf(RaftPeersService, 'peer'),
]);

/** Who calls, as the connection proves it. */
export type CallerIdentity =
  | { readonly kind: 'node'; readonly nodeId: string; readonly clusterId: string; readonly role: NodeRole }
  | { readonly kind: 'local' }
  | { readonly kind: 'anonymous' };

/** Why a caller is turned away: it may not call this, or its node is no longer a member. */
export type Verdict = 'allowed' | 'denied' | 'removed';

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
  const node = nodeById(caller.nodeId);
  if (node === undefined) return 'removed';
  if (audience === 'node') return 'allowed';
  // A certificate outlives a demotion: the store knows the role of now.
  return caller.role === 'manager' && node.identity?.role === 'manager' ? 'allowed' : 'denied';
}

function audienceOf(service: ServiceDefinition, audience: Audience): (readonly [string, Audience])[] {
  return Object.values(service.methods).map(({ path }) => [path, audience] as const);
}
