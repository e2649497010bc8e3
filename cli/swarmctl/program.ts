/**
 * The command line: turns the command table into a parser, reads one call, and runs its command. Known
 * flags and commands that are not built are refused here, by name, before anything is sent. Commands are
 * loaded when called, so that help stays fast.
 */
import { Command as Parser, CommanderError, Help, Option } from 'commander';
import { isRequestId } from '../../proto/base/request-id.js';
import { VERSION } from '../../proto/base/version.js';
import { parseBoolean } from './rules/amounts.js';
import type { CommandSpec, FlagSpec } from './rules/command-spec.js';
import { COMMANDS, GROUPS, REFUSED_COMMANDS } from './rules/command-table.js';
import { complaint, notSupported } from './rules/complaint.js';
import { complete } from './rules/completion.js';
import { EXIT, EXIT_MEANINGS } from './rules/exit-codes.js';
import { type FlagValue, FlagValues } from './rules/flag-values.js';
import type { Command, Invocation } from './session.js';

interface GlobalOptions {
  readonly host: string | undefined;
  readonly certificateDirectory: string | undefined;
  readonly requestId: string | undefined;
  readonly takesStale: boolean;
}

/** As they are written. */
interface GivenOptions {
  readonly host?: string;
  readonly certDir?: string;
  readonly requestId?: string;
  readonly stale?: boolean;
}

/** One call, understood. */
interface Call {
  readonly options: GlobalOptions;
  readonly invocation: Invocation;
  readonly load: () => Promise<Command>;
}

/** What parsing ends with: a call, or the exit code of help and of complaints already printed. */
export type Parsed =
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'done'; readonly exitCode: number };

export interface ParserSinks {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Room is left for the numbers of a command's changes. */
const LONGEST_REQUEST_ID = 120;
/** Commands that only read. */
const READS = / (ls|ps|inspect|logs|history|diff|runs|why)$|^(events|version)$/;

/** What the scripts of `completion` call; its words are a command line, and not looked at here. */
const COMPLETE = '__complete';

export function parseCommandLine(args: readonly string[], sinks: ParserSinks): Parsed {
  if (args[0] === COMPLETE) return { kind: 'call', call: completionCall(args.slice(1)) };
  let call: Call | undefined;
  const program = buildProgram(args, sinks, (made) => {
    call = made;
  });
  try {
    program.parse([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError)
      return { kind: 'done', exitCode: error.exitCode === 0 ? EXIT.ok : EXIT.usage };
    throw error;
  }
  return call === undefined ? { kind: 'done', exitCode: EXIT.usage } : { kind: 'call', call };
}

/** All that performs commands is one piece: loaded for a call, and not for help. */
async function load(path: string): Promise<Command> {
  const { commandOf } = await import('./commands/command.js');
  return commandOf(path);
}

function completionCall(words: readonly string[]): Call {
  const { host, certificateDirectory } = complete(words);
  return {
    // Names of a moment ago are as good, and there without a leader.
    options: { host, certificateDirectory, requestId: undefined, takesStale: true },
    invocation: { args: words, flags: new FlagValues(new Map()) },
    load: () => load(COMPLETE),
  };
}

type OnCall = (call: Call) => void;

/** Only what the words may be about: to build a parser of the whole table takes longer than most calls. */
function buildProgram(args: readonly string[], sinks: ParserSinks, onCall: OnCall): Parser {
  const program = new ExactParser('swarmctl')
    .description('Manages a cluster of nodes and the services that run on it.')
    .option('-H, --host <address>', 'swarmd to talk to: unix://PATH or HOST:PORT; also from SWARMD_HOST')
    .option('--cert-dir <directory>', 'directory with the certificate for HOST:PORT')
    .option('--request-id <id>', 'id of this call: it is in the logs, and asked again is done once')
    .option(
      '--stale',
      'for what only reads: answer from any manager, leader or not, and say how old it may be',
    )
    .version(`swarmctl ${VERSION}`, '--version', 'print the version')
    .enablePositionalOptions()
    .addHelpText('after', exitCodeHelp());
  program.endsFlagsAtFirstArgument = true;
  configure(program, sinks);
  const groups = new Map<string, Parser>();
  const parentOf = (path: string): Parser => {
    const [noun = '', verb] = path.split(' ');
    if (verb === undefined) return program;
    const known = groups.get(noun);
    if (known !== undefined) return known;
    const group = new ExactParser(noun).description(GROUPS[noun] ?? '').enablePositionalOptions();
    group.endsFlagsAtFirstArgument = true;
    configure(group, sinks);
    program.addCommand(group);
    groups.set(noun, group);
    return group;
  };
  const words = new Set(args);
  const isNamed = (path: string): boolean => path.split(' ').every((word) => words.has(word));
  const isCall = COMMANDS.some(({ path }) => `${args.join(' ')} `.startsWith(`${path} `));
  for (const spec of COMMANDS) {
    if (isNamed(spec.path)) parentOf(spec.path).addCommand(leaf(spec, sinks, program, onCall));
    else if (!isCall) addName(spec, parentOf(spec.path), words);
  }
  for (const path of REFUSED_COMMANDS)
    if (isNamed(path)) parentOf(path).addCommand(refusal(path, sinks), { hidden: true });
  return program;
}

/** For help, and for suggestions: a name in the list of its group, if that may be shown. */
function addName({ path, summary }: CommandSpec, parent: Parser, words: ReadonlySet<string>): void {
  const [noun = '', verb] = path.split(' ');
  if (verb === undefined || words.has(noun)) parent.addCommand(new Parser(verb ?? noun).description(summary));
}

function leaf(spec: CommandSpec, sinks: ParserSinks, program: Parser, onCall: OnCall): Parser {
  const parser = new ExactParser(spec.path.split(' ').at(-1)).description(spec.summary);
  configure(parser, sinks);
  for (const argument of (spec.arguments ?? '').split(' ').filter((word) => word !== ''))
    parser.argument(argument);
  if (spec.endsFlagsAtFirstArgument === true) {
    parser.passThroughOptions();
    parser.endsFlagsAtFirstArgument = true;
  }
  const given = new Map<string, FlagValue>();
  for (const flag of spec.flags) addFlag(parser, flag, given);
  parser.addHelpText('after', `\nExamples:\n${spec.examples.map((line) => `  swarmctl ${line}`).join('\n')}`);
  if (spec.flags.some(({ name }) => name === 'timeout')) parser.addHelpText('after', exitCodeHelp());
  parser.action(() => {
    const { host, certDir, requestId, stale = false } = program.opts<GivenOptions>();
    if (requestId !== undefined && (!isRequestId(requestId) || requestId.length > LONGEST_REQUEST_ID))
      throw complaint(
        '--request-id',
        `must be at most ${LONGEST_REQUEST_ID} letters, digits and . _ : -`,
        requestId,
      );
    if (stale && !READS.test(spec.path)) throw complaint('--stale', 'is for commands that only read');
    onCall({
      options: { host, certificateDirectory: certDir, requestId, takesStale: stale },
      invocation: { args: parser.args, flags: new FlagValues(given) },
      load: () => load(spec.path),
    });
  });
  return parser;
}

/** A flag writes what it was given under its own name; commander's view of it is not used. */
function addFlag(parser: ExactParser, flag: FlagSpec, given: Map<string, FlagValue>): void {
  const short = flag.short === undefined ? '' : `-${flag.short}, `;
  const value = flag.value === undefined ? '' : ` <${flag.value}>`;
  const option = new Option(`${short}--${flag.name}${value}`, flag.help).hideHelp(flag.isRefused === true);
  parser.addOption(option);
  parser.on(`option:${option.name()}`, (text?: string | null) => {
    if (flag.isRefused === true) throw notSupported(`--${flag.name}`);
    if (flag.value === undefined) given.set(flag.name, true);
    else if (flag.isList === true) {
      const before = given.get(flag.name);
      given.set(flag.name, [...(Array.isArray(before) ? (before as string[]) : []), text ?? '']);
    } else given.set(flag.name, text ?? '');
  });
  if (flag.value === undefined) parser.takeBoolean(flag, (isOn) => given.set(flag.name, isOn));
}

function refusal(path: string, sinks: ParserSinks): Parser {
  const parser = new ExactParser(path.split(' ').at(-1))
    .argument('[anything...]')
    .allowUnknownOption()
    .helpOption(false)
    .action(() => {
      throw notSupported(path);
    });
  configure(parser, sinks);
  return parser;
}

function configure(parser: Parser, sinks: ParserSinks): void {
  parser
    .exitOverride()
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .configureOutput({
      writeOut: sinks.out,
      writeErr: sinks.err,
      outputError: (text, write) => write(`${oneLine(text)}\n`),
    })
    .configureHelp({
      sortSubcommands: false,
      subcommandTerm: (command) => Help.prototype.subcommandTerm(command),
    });
}

function oneLine(text: string): string {
  const line = text
    .replace(/^error: /, '')
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ');
  const misplaced = /unknown option '(--host|-H|--cert-dir|--request-id|--stale)\b/.exec(line)?.[1];
  return misplaced === undefined
    ? line
    : `unknown option '${misplaced}' here; it belongs before the command: swarmctl ${misplaced}${misplaced === '--stale' ? '' : ' VALUE'} COMMAND …`;
}

function exitCodeHelp(): string {
  const lines = Object.entries(EXIT_MEANINGS).map(
    ([name, meaning]) => `  ${String(EXIT[name as keyof typeof EXIT]).padEnd(4)} ${meaning}`,
  );
  return `\nExit codes:\n${lines.join('\n')}`;
}

/**
 * Commander, with the two spellings of Docker's flags it lacks: `--flag=true|false` for a flag without a
 * value, and `-f=value`.
 */
class ExactParser extends Parser {
  /** Flags after the first argument belong to somebody else: a subcommand, or the command of a container. */
  endsFlagsAtFirstArgument = false;
  readonly #booleans = new Map<string, (isOn: boolean) => void>();

  takeBoolean(flag: FlagSpec, take: (isOn: boolean) => void): void {
    const checked = (isOn: boolean): void => {
      if (flag.isRefused === true) throw notSupported(`--${flag.name}`);
      take(isOn);
    };
    this.#booleans.set(`--${flag.name}`, checked);
    if (flag.short !== undefined) this.#booleans.set(`-${flag.short}`, checked);
  }

  override parseOptions(args: string[]): ReturnType<Parser['parseOptions']> {
    return super.parseOptions(this.#respelled(args));
  }

  #respelled(args: readonly string[]): string[] {
    const respelled: string[] = [];
    for (let at = 0; at < args.length; at += 1) {
      const arg = args[at] ?? '';
      const equalsAt = arg.indexOf('=');
      const name = equalsAt === -1 ? arg : arg.slice(0, equalsAt);
      const option = this.options.find(({ short, long }) => short === name || long === name);
      if (arg === '--' || (!arg.startsWith('-') && this.endsFlagsAtFirstArgument)) {
        respelled.push(...args.slice(at));
        break;
      }
      const take = this.#booleans.get(name);
      if (equalsAt !== -1 && take !== undefined) {
        take(parseBoolean(name, arg.slice(equalsAt + 1)));
      } else if (equalsAt === 2 && option !== undefined) {
        respelled.push(name, arg.slice(equalsAt + 1));
      } else {
        respelled.push(arg);
        // The value of a flag is not looked at.
        if (option?.required === true && equalsAt === -1 && at + 1 < args.length) {
          at += 1;
          respelled.push(args[at] ?? '');
        }
      }
    }
    return respelled;
  }
}
