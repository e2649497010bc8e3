/**
 * Which networks a service's tasks may be attached to, and under what names.
 */
import type { NetworkAttachmentConfig } from '../gen/objects.js';
import { checkUnique } from './input-check.js';
import { demand, refuse } from './refusal.js';

const FIELD = 'network';
const LABEL = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/i;
const LONGEST_NAME = 253;
/** Names that begin so lead to all tasks of a service. */
const TASKS_PREFIX = 'tasks.';

/** Throws input.invalid; returns them without aliases that say nothing. */
export function validateAttachments(
  networks: readonly NetworkAttachmentConfig[],
  serviceName: string,
): readonly NetworkAttachmentConfig[] {
  checkUnique(
    networks.map(({ networkId }) => networkId),
    FIELD,
    'is given twice',
  );
  return networks.map((network) => {
    if (network.networkId === '') refuse(FIELD, 'must name a network');
    for (const alias of network.aliases) checkAlias(alias);
    return { ...network, aliases: distinctNames(network.aliases, serviceName) };
  });
}

function checkAlias(alias: string): void {
  demand(
    alias.length <= LONGEST_NAME && alias.split('.').every((label) => LABEL.test(label)),
    FIELD,
    'alias must be a DNS name: letters, digits, "-" and "_" in parts of at most 63 characters, with dots between',
    alias,
  );
  demand(
    !alias.toLowerCase().startsWith(TASKS_PREFIX),
    FIELD,
    `alias must not begin with "${TASKS_PREFIX}", which leads to the tasks of a service`,
    alias,
  );
}

/** Names do not mind case, and the service has its own without being told. */
function distinctNames(aliases: readonly string[], serviceName: string): readonly string[] {
  const seen = new Set([serviceName.toLowerCase()]);
  return aliases.filter((alias) => {
    const name = alias.toLowerCase();
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}
