/**
 * `stabilize`: lets members work, in turns, until none has anything left to do.
 */
import { CaseFault, type Directive, expectOnlyKeys, valueOf, words } from './datadriven.js';
import type { InteractionEnv } from './interaction-env.js';
import type { InteractionMember } from './interaction-member.js';
import { parseLogLevel } from './output.js';

/** Far more than any case needs; two members that answer each other for ever must end somewhere. */
const MOST_ROUNDS = 10_000;

export function stabilize(env: InteractionEnv, directive: Directive): string | undefined {
  expectOnlyKeys(directive, ['log-level']);
  const levelBefore = env.output.level;
  const wanted = valueOf(directive, 'log-level');
  if (wanted !== undefined) {
    const level = parseLogLevel(wanted);
    if (level === undefined) throw new CaseFault(`line ${directive.line}: no log level ${wanted}`);
    env.output.level = level;
  }
  const members = words(directive).length === 0 ? env.members : env.membersNamed(directive);
  try {
    return workUntilQuiet(env, members);
  } finally {
    env.output.level = levelBefore;
  }
}

function workUntilQuiet(env: InteractionEnv, members: readonly InteractionMember[]): string | undefined {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let isQuiet = true;
    for (const turn of TURNS) {
      for (const member of members) {
        if (!turn.hasWork(env, member)) continue;
        isQuiet = false;
        env.output.line(`> ${member.id} ${turn.title}`);
        const error = workThrough(env, member, turn);
        if (error !== undefined) return error;
      }
    }
    if (isQuiet) return undefined;
  }
  throw new CaseFault(`not stable after ${MOST_ROUNDS} rounds`);
}

interface Turn {
  readonly title: string;
  readonly hasWork: (env: InteractionEnv, member: InteractionMember) => boolean;
  readonly work: (env: InteractionEnv, member: InteractionMember) => string | undefined;
  /** Whether one turn does all work there is, or one piece. */
  readonly isRepeated: boolean;
}

const TURNS: readonly Turn[] = [
  {
    title: 'handling Ready',
    hasWork: (_env, { node }) => node.hasReady(),
    work: (env, member) => env.processReady(member),
    isRepeated: false,
  },
  {
    title: 'receiving messages',
    hasWork: (env, { id }) => env.hasMessagesFor(id),
    work: (env, { id }) => {
      env.deliver({ to: id, isDropped: false, type: undefined });
      return undefined;
    },
    isRepeated: false,
  },
  {
    title: 'processing append thread',
    hasWork: (_env, { appendWork }) => appendWork.length > 0,
    work: (env, member) => env.processAppend(member),
    isRepeated: true,
  },
  {
    title: 'processing apply thread',
    hasWork: (_env, { applyWork }) => applyWork.length > 0,
    work: (env, member) => env.processApply(member),
    isRepeated: true,
  },
];

function workThrough(env: InteractionEnv, member: InteractionMember, turn: Turn): string | undefined {
  do {
    const error = env.output.indented(() => turn.work(env, member));
    if (error !== undefined) return error;
  } while (turn.isRepeated && turn.hasWork(env, member));
  return undefined;
}
