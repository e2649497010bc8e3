/**
 * A first cluster out of nothing: every member starts with the same committed entries, which name all members.
 */
import { applyConfChange } from './membership.js';
import type { Raft } from './raft.js';
import { becomeFollower } from './roles.js';
import { encodeConfChange } from '../confchange/codec.js';
import { raftInvariant } from '../invariant.js';
import { NONE, makeEntry, type ConfChangeV1 } from '../types.js';

export interface BootstrapPeer {
  readonly id: number;
  /** For the driver, in the change that adds this peer. */
  readonly context?: Uint8Array | undefined;
}

export function bootstrap(raft: Raft, peers: readonly BootstrapPeer[]): void {
  raftInvariant(peers.length > 0, 'a cluster begins with one member at least');
  raftInvariant(raft.config.storage.lastIndex() === 0, 'only an empty storage can be bootstrapped');
  becomeFollower(raft, 1, NONE);
  const changes = peers.map(
    ({ id, context }): ConfChangeV1 => ({ version: 1, type: 'add-node', nodeId: id, context }),
  );
  raft.log.append(
    changes.map((change, place) =>
      makeEntry({ term: 1, index: place + 1, type: 'conf-change', data: encodeConfChange(change) }),
    ),
  );
  raft.log.committed = peers.length;
  // In force at once, so that it can campaign. The driver applies them again when they are handed out: adding
  // a member twice changes nothing.
  for (const change of changes) {
    applyConfChange(raft, change);
  }
}
