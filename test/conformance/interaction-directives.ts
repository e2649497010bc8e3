/**
 * The directives of recorded interactions, and what each does in the environment. A text returned is the error
 * that the directive ended with, which belongs to its output.
 */
import { storageRefusalText } from 'raft-ts/rules/log/storage.js';
import { refusalText } from 'raft-ts/rules/refusal.js';
import { roleText } from 'raft-ts/rules/text.js';
import { type ConfChange, makeMessage, NO_LIMIT } from 'raft-ts/rules/types.js';
import { parseConfChanges } from './conf-change-text.js';
import { CaseFault, type Directive, expectOnlyKeys, flagOf, numberOf, valueOf, words } from './datadriven.js';
import { describeEntry, describeMessage } from './describe.js';
import { addMembers } from './interaction-add.js';
import { stabilize } from './interaction-stabilize.js';
import type { InteractionEnv } from './interaction-env.js';
import type { InteractionMember } from './interaction-member.js';
import { describeProgresses } from './progress-lines.js';
import { parseLogLevel } from './output.js';

export type Handler = (env: InteractionEnv, directive: Directive) => string | undefined;

/** What is given back by the core on refusal is the error of the directive. */
const refused = (refusal: Parameters<typeof refusalText>[0] | undefined): string | undefined =>
  refusal === undefined ? undefined : refusalText(refusal);

const onMember =
  (
    act: (member: InteractionMember, directive: Directive, env: InteractionEnv) => string | undefined | void,
  ) =>
  (env: InteractionEnv, directive: Directive): string | undefined => {
    const error = act(env.memberNamed(directive), directive, env);
    return typeof error === 'string' ? error : undefined;
  };

const HANDLERS: Readonly<Record<string, Handler>> = {
  _breakpoint: () => undefined,
  'add-nodes': addMembers,
  campaign: onMember(({ node }) => node.campaign()),
  compact: onMember(compact),
  'deliver-msgs': deliverMessages,
  'forget-leader': onMember(({ node }) => node.forgetLeader()),
  'log-level': setLogLevel,
  'process-append-thread': (env, directive) =>
    onEach(env, directive, 'processing append thread', (member) => env.processAppend(member)),
  'process-apply-thread': (env, directive) =>
    onEach(env, directive, 'processing apply thread', (member) => env.processApply(member)),
  'process-ready': (env, directive) =>
    onEach(env, directive, 'handling Ready', (member) => env.processReady(member)),
  propose: onMember(propose),
  'propose-conf-change': onMember(proposeConfChange),
  'raft-log': onMember(({ storage }, _directive, env) => showLog(env, storage)),
  'raft-state': showStates,
  'report-unreachable': reportUnreachable,
  'send-snapshot': sendSnapshot,
  'set-randomized-election-timeout': onMember(({ node }, directive) => {
    node.raft.randomizedElectionTimeout = numberOf(valueOf(directive, 'timeout') ?? '', directive);
  }),
  stabilize,
  status: onMember(({ node }, _directive, env) => {
    env.output.write(describeProgresses(node.status().progress));
  }),
  'tick-election': onMember(({ node, ticks }) => {
    for (let tick = 0; tick < ticks.election; tick += 1) node.tick();
  }),
  'tick-heartbeat': onMember(({ node, ticks }) => {
    for (let tick = 0; tick < ticks.heartbeat; tick += 1) node.tick();
  }),
  'transfer-leadership': transferLeadership,
};

export const isInteractionDirective = (command: string): boolean => Object.hasOwn(HANDLERS, command);

/** The whole output of one directive. */
export function runInteraction(env: InteractionEnv, directive: Directive): string {
  const handler = HANDLERS[directive.command];
  if (handler === undefined)
    throw new CaseFault(`line ${directive.line}: no such directive: ${directive.command}`);
  env.output.reset();
  const error = handler(env, directive) ?? '';
  return `${env.output.text}${error}` || 'ok';
}

function onEach(
  env: InteractionEnv,
  directive: Directive,
  title: string,
  process: (member: InteractionMember) => string | undefined,
): string | undefined {
  const members = env.membersNamed(directive);
  for (const member of members) {
    if (members.length > 1) env.output.line(`> ${member.id} ${title}`);
    const error = members.length > 1 ? env.output.indented(() => process(member)) : process(member);
    if (error !== undefined) return error;
  }
  return undefined;
}

function deliverMessages(env: InteractionEnv, directive: Directive): string | undefined {
  expectOnlyKeys(directive, ['drop', 'type']);
  const type = valueOf(directive, 'type');
  const named: { to: number; isDropped: boolean }[] = [];
  for (const { key, values } of directive.args) {
    if (key === 'type') continue;
    const ids = key === 'drop' ? values : [key];
    for (const id of ids) named.push({ to: numberOf(id, directive), isDropped: key === 'drop' });
  }
  const twice = named.find(
    ({ to, isDropped }) => isDropped && named.some((other) => other.to === to && !other.isDropped),
  );
  if (twice !== undefined) throw new CaseFault(`messages to ${twice.to} are to be delivered and dropped`);
  const counts = named.map((selection) => env.deliver({ ...selection, type }));
  if (counts.every((count) => count === 0)) env.output.line('no messages');
  return undefined;
}

function setLogLevel(env: InteractionEnv, directive: Directive): string | undefined {
  const level = parseLogLevel(words(directive)[0] ?? '');
  if (level === undefined) throw new CaseFault(`line ${directive.line}: no such log level`);
  env.output.level = level;
  return undefined;
}

function propose({ node }: InteractionMember, directive: Directive): string | undefined {
  const [, data, ...more] = directive.args;
  if (data === undefined || data.values.length > 0 || more.length > 0)
    throw new CaseFault(`line ${directive.line}: propose takes a member and one word`);
  return refused(node.propose(Buffer.from(data.key)));
}

function proposeConfChange({ node }: InteractionMember, directive: Directive): string | undefined {
  expectOnlyKeys(directive, ['v1', 'transition']);
  const change = confChangeIn(directive);
  return typeof change === 'string' ? change : refused(node.proposeConfChange(change));
}

/** A text says what is wrong with it. */
function confChangeIn(directive: Directive): ConfChange | string {
  const changes = parseConfChanges(directive.input);
  if (typeof changes === 'string') return changes;
  if (flagOf(directive, 'v1')) {
    const [change, ...more] = changes;
    if (change === undefined || more.length > 0) return 'v1 conf change can only have one operation';
    return { version: 1, ...change, context: undefined };
  }
  const transition = valueOf(directive, 'transition') ?? 'auto';
  switch (transition) {
    case 'auto':
      return { version: 2, transition, changes, context: undefined };
    case 'implicit':
    case 'explicit':
      return { version: 2, transition: `joint-${transition}`, changes, context: undefined };
    default:
      return `unknown transition ${transition}`;
  }
}

function showLog(env: InteractionEnv, storage: InteractionMember['storage']): string | undefined {
  const first = storage.firstIndex();
  const last = storage.lastIndex();
  if (last < first) {
    env.output.write(`log is empty: first index=${first}, last index=${last}`);
    return undefined;
  }
  const entries = storage.entries(first, last + 1, NO_LIMIT);
  if (typeof entries === 'string') return storageRefusalText(entries);
  for (const entry of entries) env.output.line(describeEntry(entry));
  return undefined;
}

function compact(member: InteractionMember, directive: Directive, env: InteractionEnv): string | undefined {
  const refusal = member.storage.compact(numberOf(words(directive)[1] ?? '', directive));
  return refusal === undefined ? showLog(env, member.storage) : storageRefusalText(refusal);
}

function showStates(env: InteractionEnv): string | undefined {
  for (const { id, node } of env.members) {
    const { role, term, lead } = node.raft;
    const part = node.raft.tracker.voters.includes(id) ? '(Voter)' : '(Non-Voter)';
    env.output.line(`${id}: ${roleText(role)} ${part} Term:${term} Lead:${lead}`);
  }
  return undefined;
}

function reportUnreachable(env: InteractionEnv, directive: Directive): string | undefined {
  const [member, peer, ...more] = env.membersNamed(directive);
  if (member === undefined || peer === undefined || more.length > 0)
    throw new CaseFault(`line ${directive.line}: report-unreachable takes two members`);
  member.node.reportUnreachable(peer.id);
  return undefined;
}

function sendSnapshot(env: InteractionEnv, directive: Directive): string | undefined {
  const [from, to] = env.membersNamed(directive);
  if (from === undefined || to === undefined)
    throw new CaseFault(`line ${directive.line}: send-snapshot takes two members`);
  const message = makeMessage({
    type: 'Snap',
    from: from.id,
    to: to.id,
    term: from.node.raft.term,
    snapshot: from.storage.snapshot(),
  });
  env.messages.push(message);
  env.output.write(describeMessage(message));
  return undefined;
}

function transferLeadership(env: InteractionEnv, directive: Directive): string | undefined {
  expectOnlyKeys(directive, ['from', 'to']);
  const from = numberOf(valueOf(directive, 'from') ?? '', directive);
  env.node(from).transferLeader(numberOf(valueOf(directive, 'to') ?? '', directive));
  return undefined;
}
