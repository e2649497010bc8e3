/**
 * Whether a member that introduces itself may speak. Everything it says of itself is compared with what its
 * certificate proves and with what this member knows; a refusal is a sentence that the other side is told.
 */
import type { PeerHello } from '../../../proto/gen/raft.js';
import type { PeerRefusalKind } from '../../../proto/base/errors.js';

/** Wire format of the peers' streams. */
export const PEER_FORMAT = 1;

/** Who this member is to the others. */
export interface PeerSelf {
  readonly memberId: number;
  readonly clusterId: string;
  readonly recoveryEpoch: number;
}

export interface KnownPeer {
  readonly id: number;
  /** Its node. */
  readonly name: string;
  readonly address: string;
}

/** The other members of now, and the highest id that was ever heard of. */
export interface KnownPeers {
  readonly peers: readonly KnownPeer[];
  readonly highestId: number;
}

export type PeerVerdict =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'unknown-format'; readonly format: number }
  | { readonly kind: 'refused'; readonly refusal: PeerRefusalKind; readonly reason: string };

/** `nodeId` is whose certificate the connection showed. */
export function judgeHello(
  hello: Omit<PeerHello, symbol>,
  nodeId: string,
  self: PeerSelf,
  known: KnownPeers,
): PeerVerdict {
  if (hello.format !== PEER_FORMAT) return { kind: 'unknown-format', format: hello.format };
  if (hello.clusterId !== self.clusterId)
    return refused(
      'other-cluster',
      `it is of cluster ${hello.clusterId}, this manager of ${self.clusterId}.`,
    );
  if (hello.recoveryEpoch !== self.recoveryEpoch) return refused('other-epoch', epochReason(hello, self));
  if (hello.to !== self.memberId)
    return refused('unknown', `it wants member ${hello.to}, and this is member ${self.memberId}.`);
  const peer = known.peers.find(({ id }) => id === hello.from);
  if (peer === undefined) return stranger(hello.from, self, known);
  if (peer.name === nodeId) return { kind: 'welcome' };
  return refused(
    'impostor',
    `member ${hello.from} is node ${peer.name}, the certificate is node ${nodeId}'s.`,
  );
}

/** Ids rise and are never used twice: one up to the highest known was a member, one above may become known. */
function stranger(id: number, self: PeerSelf, { highestId }: KnownPeers): PeerVerdict {
  if (id <= Math.max(self.memberId, highestId))
    return refused(
      'removed',
      `member ${id} was removed from the managers. Leave with --force and join again.`,
    );
  return refused('unknown', `member ${id} is not known here, or not yet.`);
}

function epochReason(hello: Omit<PeerHello, symbol>, self: PeerSelf): string {
  const [theirs, ours] = [hello.recoveryEpoch, self.recoveryEpoch];
  return theirs < ours
    ? `the cluster was recovered by hand (epoch ${ours}), and it still has the state before that (epoch ${theirs}). Leave with --force there and join again.`
    : `it was recovered by hand (epoch ${theirs}), and this manager still has the state before that (epoch ${ours}).`;
}

function refused(refusal: PeerRefusalKind, reason: string): PeerVerdict {
  return { kind: 'refused', refusal, reason };
}
