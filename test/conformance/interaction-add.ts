/**
 * `add-nodes`: new members of a recorded interaction, all with the same options, from nothing or from a
 * snapshot.
 */
import type { RaftOptions } from 'raft-ts/rules/config.js';
import { NO_SNAPSHOT } from 'raft-ts/rules/log/memory-storage.js';
import { storageRefusalText } from 'raft-ts/rules/log/storage.js';
import { RawNode } from 'raft-ts/rules/raw-node.js';
import { NO_CONF_STATE, NO_LIMIT, type Snapshot } from 'raft-ts/rules/types.js';
import {
  CaseFault,
  type Directive,
  expectOnlyKeys,
  flagOf,
  numberOf,
  valueOf,
  valuesOf,
  words,
} from './datadriven.js';
import type { InteractionEnv } from './interaction-env.js';
import { HistoryStorage, InteractionMember } from './interaction-member.js';

const TICKS = { election: 3, heartbeat: 1 };
const MOST_INFLIGHT = 2 ** 31 - 1;
const TERM_OF_SNAPSHOT = 1;

const KEYS = [
  'voters',
  'learners',
  'index',
  'content',
  'inflight',
  'async-storage-writes',
  'prevote',
  'checkquorum',
  'max-committed-size-per-ready',
  'disable-conf-change-validation',
  'read-only',
  'step-down-on-removal',
] as const;

export function addMembers(env: InteractionEnv, directive: Directive): string | undefined {
  expectOnlyKeys(directive, KEYS);
  const count = numberOf(words(directive)[0] ?? '', directive);
  const snapshot = snapshotIn(directive);
  for (let added = 0; added < count; added += 1) {
    const error = addMember(env, directive, snapshot);
    if (error !== undefined) return error;
  }
  return undefined;
}

function addMember(
  env: InteractionEnv,
  directive: Directive,
  snapshot: Snapshot | undefined,
): string | undefined {
  const id = env.members.length + 1;
  const storage = new HistoryStorage(snapshot ?? NO_SNAPSHOT);
  if (snapshot !== undefined) {
    if (snapshot.metadata.index <= 1) return 'index must be specified as > 1 due to bootstrap';
    const refusal = storage.applySnapshot(snapshot);
    if (refusal !== undefined) return storageRefusalText(refusal);
  }
  const options: RaftOptions = {
    id,
    storage,
    electionTick: TICKS.election,
    heartbeatTick: TICKS.heartbeat,
    applied: snapshot?.metadata.index ?? 0,
    maxSizePerMsg: NO_LIMIT,
    maxInflightMsgs: numberIn(directive, 'inflight') ?? MOST_INFLIGHT,
    maxCommittedSizePerReady: numberIn(directive, 'max-committed-size-per-ready') ?? 0,
    asyncStorageWrites: flagOf(directive, 'async-storage-writes'),
    preVote: flagOf(directive, 'prevote'),
    checkQuorum: flagOf(directive, 'checkquorum'),
    disableConfChangeValidation: flagOf(directive, 'disable-conf-change-validation'),
    stepDownOnRemoval: flagOf(directive, 'step-down-on-removal'),
    readOnlyOption: readOnlyIn(directive),
    random: dice(id),
    logger: env.output,
  };
  const node = new RawNode(options);
  const isAsync = options.asyncStorageWrites === true;
  env.members.push(new InteractionMember({ id, node, storage, ticks: TICKS, isAsync }));
  return undefined;
}

/** Undefined when the members begin with nothing. */
function snapshotIn(directive: Directive): Snapshot | undefined {
  const voters = valuesOf(directive, 'voters').map((id) => numberOf(id, directive));
  const learners = valuesOf(directive, 'learners').map((id) => numberOf(id, directive));
  const index = numberIn(directive, 'index') ?? 0;
  const content = valueOf(directive, 'content');
  if (voters.length === 0 && learners.length === 0 && index === 0 && content === undefined) return undefined;
  return {
    data: content === undefined ? undefined : Buffer.from(content),
    metadata: { index, term: TERM_OF_SNAPSHOT, confState: { ...NO_CONF_STATE, voters, learners } },
  };
}

function numberIn(directive: Directive, key: string): number | undefined {
  const value = valueOf(directive, key);
  return value === undefined ? undefined : numberOf(value, directive);
}

function readOnlyIn(directive: Directive): 'safe' | 'lease-based' {
  const value = valueOf(directive, 'read-only') ?? 'safe';
  if (value !== 'safe' && value !== 'lease-based')
    throw new CaseFault(`line ${directive.line}: read-only is safe or lease-based, not "${value}"`);
  return value;
}

/** Cases that depend on a drawn timeout set it; all others must not care which it is. */
function dice(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor(state / 2 ** 16) % bound;
  };
}
