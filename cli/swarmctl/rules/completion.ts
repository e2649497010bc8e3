/**
 * What may follow on a command line that is being typed: commands, flags, words and, by kind, the names that
 * only a manager knows. Read from the command table, so that nothing is said twice.
 */
import type { CommandSpec, FlagSpec } from './command-spec.js';
import { GROUPS } from './command-groups.js';
import { COMMANDS } from './command-table.js';

export interface Candidate {
  readonly text: string;
  readonly help: string;
}

/** Names that a manager is asked for. */
export type LiveKind = 'service' | 'node' | 'task' | 'network';

export interface Completion {
  readonly candidates: readonly Candidate[];
  readonly live: readonly LiveKind[];
  /** Written behind each of those names. */
  readonly liveSuffix: string;
  /** What they must begin with. */
  readonly prefix: string;
  readonly isFile: boolean;
  /** Where to ask, as said on the line. */
  readonly host: string | undefined;
  readonly certificateDirectory: string | undefined;
}

const NOTHING: Completion = {
  candidates: [],
  live: [],
  liveSuffix: '',
  prefix: '',
  isFile: false,
  host: undefined,
  certificateDirectory: undefined,
};

const GLOBAL_FLAGS: readonly FlagSpec[] = [
  { name: 'host', short: 'H', value: 'address', help: 'swarmd to talk to' },
  { name: 'cert-dir', value: 'directory', isFile: true, help: 'directory with a certificate' },
  { name: 'stale', help: 'answer from any manager, and say how old it may be' },
  { name: 'help', help: 'show help' },
  { name: 'version', help: 'print the version' },
];

/** The words after the program's name; the last one is being typed. */
export function complete(words: readonly string[]): Completion {
  const line = new Line(joined(words));
  const globals = line.flags(GLOBAL_FLAGS);
  const rest = { host: globals.get('host'), certificateDirectory: globals.get('cert-dir') };
  const found = line.isDone ? line.atFlag(GLOBAL_FLAGS) : undefined;
  return { ...(found ?? completeCommand(line)), ...rest };
}

/** A shell may take "--flag=value" for three words. */
function joined(words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => {
    const isSplit = word === '=' && (words[at - 1] ?? '').startsWith('--');
    if (!isSplit) return [word];
    return at === words.length - 1 ? [''] : [];
  });
}

function completeCommand(line: Line): Completion {
  const [noun = '', verb] = line.words;
  if (verb === undefined) return choice([...nouns()], noun);
  const single = COMMANDS.find(({ path }) => path === noun);
  if (single !== undefined) return completeLeaf(single, line.after(1));
  const verbs = COMMANDS.filter(({ path }) => path.startsWith(`${noun} `));
  if (line.words.length === 2) return choice(verbs.map(verbCandidate), verb);
  const spec = verbs.find(({ path }) => path === `${noun} ${verb}`);
  return spec === undefined ? NOTHING : completeLeaf(spec, line.after(2));
}

function* nouns(): Generator<Candidate> {
  for (const [text, help] of Object.entries(GROUPS)) yield { text, help };
  for (const { path, summary } of COMMANDS) if (!path.includes(' ')) yield { text: path, help: summary };
}

function verbCandidate({ path, summary }: CommandSpec): Candidate {
  return { text: path.split(' ')[1] ?? '', help: summary };
}

function choice(candidates: readonly Candidate[], prefix: string): Completion {
  return { ...NOTHING, candidates: candidates.filter(({ text }) => text.startsWith(prefix)), prefix };
}

function completeLeaf(spec: CommandSpec, line: Line): Completion {
  const flags = [...spec.flags, { name: 'help', help: 'show help' }];
  let at = 0;
  for (;;) {
    line.flags(flags);
    if (line.isDone) return line.atFlag(flags) ?? completeArgument(spec, at, line.words[0] ?? '');
    if (spec.endsFlagsAtFirstArgument === true) return NOTHING;
    line.skip();
    at += 1;
  }
}

const LIVE: Readonly<Record<string, readonly LiveKind[]>> = {
  service: ['service'],
  'service=count': ['service'],
  'service-or-task': ['service', 'task'],
  node: ['node'],
  task: ['task'],
  network: ['network'],
};

/** Flags whose values are names, by what stands for the value in help. */
const LIVE_VALUES: Readonly<Record<string, readonly LiveKind[]>> = { network: ['network'] };

const WORDS: Readonly<Record<string, readonly string[]>> = {
  role: ['worker', 'manager'],
  shell: ['bash', 'zsh', 'fish'],
};

function completeArgument(spec: CommandSpec, at: number, prefix: string): Completion {
  const names = (spec.arguments ?? '').split(' ').filter((name) => name !== '');
  const last = names.at(-1);
  const name = names[at] ?? (last?.includes('...') === true ? last : '');
  const kind = name.replaceAll(/[<>[\]]|\.\.\./g, '');
  const words = choice(
    (WORDS[kind] ?? []).map((text) => ({ text, help: '' })),
    prefix,
  );
  const liveSuffix = kind.endsWith('=count') ? '=' : '';
  return { ...words, live: LIVE[kind] ?? [], liveSuffix, isFile: kind === 'file' };
}

/** Words that are still to be read; the last of them is being typed. */
class Line {
  words: readonly string[];
  /** The flag whose value is being typed in a word of its own. */
  #open: FlagSpec | undefined;

  constructor(words: readonly string[]) {
    this.words = words;
  }

  /** Whether only the word that is being typed is left. */
  get isDone(): boolean {
    return this.words.length <= 1;
  }

  after(count: number): Line {
    return new Line(this.words.slice(count));
  }

  skip(): void {
    this.words = this.words.slice(1);
  }

  /** Reads the flags that stand next, and their values. */
  flags(known: readonly FlagSpec[]): ReadonlyMap<string, string> {
    const values = new Map<string, string>();
    while (!this.isDone && (this.words[0] ?? '').startsWith('-')) {
      const [name = '', value] = splitFlag(this.words[0] ?? '');
      const flag = known.find((one) => isNamed(one, name));
      this.skip();
      if (flag?.value === undefined) continue;
      if (value !== undefined) values.set(flag.name, value);
      else if (this.isDone) this.#open = flag;
      else {
        values.set(flag.name, this.words[0] ?? '');
        this.skip();
      }
    }
    return values;
  }

  /** What completes a flag or its value; undefined when the word is something else. */
  atFlag(known: readonly FlagSpec[]): Completion | undefined {
    const word = this.words[0] ?? '';
    if (this.#open !== undefined) return valueOf(this.#open, '', word);
    if (!word.startsWith('-')) return undefined;
    const [name = '', value] = splitFlag(word);
    const flag = known.find((one) => isNamed(one, name));
    if (value !== undefined) return flag === undefined ? NOTHING : valueOf(flag, `${name}=`, value);
    const offered = known.filter(({ isRefused }) => isRefused !== true);
    return choice(
      offered.map((one) => ({ text: `--${one.name}`, help: one.help })),
      word,
    );
  }
}

function splitFlag(word: string): readonly string[] {
  const at = word.indexOf('=');
  return at === -1 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

function isNamed(flag: FlagSpec, name: string): boolean {
  return name === `--${flag.name}` || (flag.short !== undefined && name === `-${flag.short}`);
}

function valueOf(
  { words = [], isFile = false, value: kind = '' }: FlagSpec,
  before: string,
  value: string,
): Completion {
  const candidates = words.map((text) => ({ text: `${before}${text}`, help: '' }));
  // Names are offered as words of their own only: a shell completes what is before "=" no further.
  const live = before === '' ? (LIVE_VALUES[kind] ?? []) : [];
  return { ...choice(candidates, `${before}${value}`), live, isFile };
}
