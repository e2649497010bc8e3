/**
 * Who could still make a majority: the bounds of what may be done to a cluster that is to heal in the end.
 */
import type { ConfState } from 'raft-ts/rules/types.js';
import type { Cluster } from './cluster.js';

const hasMajority = (ids: readonly number[], isFit: (id: number) => boolean): boolean =>
  ids.length === 0 || ids.filter(isFit).length * 2 > ids.length;

/** Whether both halves of a configuration have a majority of members that can come back. */
export function canHeal(cluster: Cluster, config: ConfState, without?: number): boolean {
  const isFit = (id: number): boolean => id !== without && cluster.members.get(id)?.isGone === false;
  return hasMajority(config.voters, isFit) && hasMajority(config.votersOutgoing, isFit);
}

/** Whether no change of the members is under way anywhere: all have applied the same, and no log holds another. */
export function isSettled(cluster: Cluster): boolean {
  const [first] = cluster.alive;
  if (first?.process === undefined) return false;
  const config = JSON.stringify(first.process.node.confState);
  for (const { process, disk, isGone } of cluster.members.values()) {
    if (isGone) continue;
    const applied = process?.node.appliedIndex ?? 0;
    // The dead may come back with what their disks hold; of them nobody knows what they would apply.
    if (process === undefined || JSON.stringify(process.node.confState) !== config) return false;
    const { log } = process.node.core.raft;
    const entries = log.entries(Math.max(applied + 1, log.firstIndex()), Number.MAX_SAFE_INTEGER);
    if (typeof entries !== 'object' || entries.some(({ type }) => type !== 'normal')) return false;
    if (disk.entries.some(({ index, tag }) => index > applied && tag > 1)) return false;
  }
  return true;
}

/** Whether the cluster heals without this member, whichever configuration is in force. */
export function canSpare(cluster: Cluster, id: number): boolean {
  return cluster.alive.every(
    ({ process }) => process !== undefined && canHeal(cluster, process.node.confState, id),
  );
}
