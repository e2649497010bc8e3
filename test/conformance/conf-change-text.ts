/**
 * Configuration changes as case files write them: `v1 l2 r3 u4` makes 1 a voter and 2 a learner, removes 3 and
 * updates 4.
 */
import type { ConfChangeSingle, ConfChangeType } from 'raft-ts/rules/types.js';

const TYPES: Readonly<Record<string, ConfChangeType>> = {
  v: 'add-node',
  l: 'add-learner-node',
  r: 'remove-node',
  u: 'update-node',
};

/** A text says what is wrong with the input. */
export function parseConfChanges(text: string): readonly ConfChangeSingle[] | string {
  const changes: ConfChangeSingle[] = [];
  for (const token of text.split(/\s+/).filter((word) => word !== '')) {
    if (token.length < 2) return `unknown token ${token}`;
    const type = TYPES[token.charAt(0)];
    const nodeId = Number(token.slice(1));
    if (type === undefined || !Number.isSafeInteger(nodeId)) return `unknown input: ${token}`;
    changes.push({ type, nodeId });
  }
  return changes;
}
