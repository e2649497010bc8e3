/**
 * The text of a join token: SWMTKN-1-<digest of the root certificate>-<secret>. The digest proves the
 * cluster to the node, the secret proves the node to the cluster. Comparing secrets is the authority's work.
 */
import { SwarmError } from '../base/errors.js';

export interface JoinToken {
  readonly rootDigest: string;
  readonly secret: string;
}

const PREFIX = 'SWMTKN';
const VERSION = '1';
const DIGEST_LENGTH = 50;
const SECRET_LENGTH = 25;

export function formatJoinToken(token: JoinToken): string {
  return [PREFIX, VERSION, token.rootDigest, token.secret].join('-');
}

/** Reads a token; throws token.malformed with the first rule it breaks. */
export function parseJoinToken(text: string): JoinToken {
  const parts = text.split('-');
  const [prefix, version, rootDigest = '', secret = ''] = parts;
  if (prefix !== PREFIX) throw malformed(`must begin with ${PREFIX}-`);
  if (version !== VERSION)
    throw malformed(`has version "${version ?? ''}"; this build reads version ${VERSION}`);
  if (parts.length !== 4) throw malformed(`must have 4 parts with "-" between them, it has ${parts.length}`);
  checkPart('third part (the digest)', rootDigest, DIGEST_LENGTH);
  checkPart('fourth part (the secret)', secret, SECRET_LENGTH);
  return { rootDigest, secret };
}

function checkPart(name: string, text: string, length: number): void {
  if (text.length !== length)
    throw malformed(`its ${name} must have ${length} characters, it has ${text.length}`);
  if (!/^[0-9a-z]+$/.test(text)) throw malformed(`its ${name} may hold only digits and small letters`);
}

function malformed(rule: string): SwarmError {
  return new SwarmError('token.malformed', { rule });
}
