/**
 * Which role a join token gives. Comparing takes the same time whatever matches, so that timing tells
 * nothing about the secrets.
 */
import { parseJoinToken } from '../../../proto/model/join-token.js';
import type { ClusterIdentity, NodeRole } from '../../../proto/gen/objects.js';

/**
 * The role the token is good for in the cluster whose root has the digest; undefined when it is none of the
 * cluster's tokens. Throws token.malformed when it is no token at all.
 */
export function roleOfToken(
  text: string,
  identity: Pick<ClusterIdentity, 'workerTokenSecret' | 'managerTokenSecret'>,
  rootDigest: string,
): NodeRole | undefined {
  const token = parseJoinToken(text);
  // All three are compared always.
  const isOurs = equalInConstantTime(token.rootDigest, rootDigest);
  const isWorker = equalInConstantTime(token.secret, identity.workerTokenSecret);
  const isManager = equalInConstantTime(token.secret, identity.managerTokenSecret);
  if (!isOurs) return undefined;
  if (isWorker) return 'worker';
  return isManager ? 'manager' : undefined;
}

/** Whether the texts are equal, looking at every character; an empty secret equals nothing. */
export function equalInConstantTime(given: string, secret: string): boolean {
  let difference = given.length ^ secret.length;
  for (let at = 0; at < given.length; at++) difference |= given.charCodeAt(at) ^ (secret.charCodeAt(at) || 0);
  return difference === 0 && secret !== '';
}
