/**
 * The grammars of single container settings: constraints, extra hosts, ulimits, environment.
 */
import { type Ulimit, UlimitCodec } from '../../../proto/gen/objects.js';
import { checkConstraint, parseConstraint } from '../../../proto/model/constraint.js';
import { complaint } from './complaint.js';
import { parsePair } from './value-texts.js';

/** "node.labels.disk==ssd", "node.role!=manager"; kept as written. */
export function parsePlacementRule(flag: string, text: string): string {
  checkConstraint(parseConstraint(text, flag), text, flag);
  return text.trim();
}

/** Constraints are the same when they differ in spaces only. */
export function constraintKey(text: string): string {
  return text.replaceAll(/\s*(==|!=)\s*/g, '$1').trim();
}

/** "name:ip" → "ip name", as a hosts file has it. */
export function parseExtraHost(flag: string, text: string): string {
  const match = /^([^\s:=]+)[:=]\[?([\da-fA-F:.]+)\]?$/.exec(text);
  if (match === null) throw complaint(flag, 'must be HOST:IP, such as db:10.0.0.7', text);
  return `${match[2]} ${match[1]}`;
}

/** "nofile=1024:2048", "core=-1": soft limit, and hard limit when it differs. */
export function parseUlimit(flag: string, text: string): Ulimit {
  const match = /^([a-z]+)=(-?\d+)(?::(-?\d+))?$/.exec(text);
  if (match === null) throw complaint(flag, 'must be NAME=SOFT[:HARD], such as nofile=1024:2048', text);
  const soft = Number(match[2]);
  const hard = match[3] === undefined ? soft : Number(match[3]);
  if (!Number.isSafeInteger(soft) || !Number.isSafeInteger(hard))
    throw complaint(flag, 'the limit is too large', text);
  if (hard !== -1 && (soft === -1 || soft > hard))
    throw complaint(flag, 'the soft limit must not exceed the hard limit', text);
  return UlimitCodec.create({ name: match[1] ?? '', soft, hard });
}

/**
 * "NAME=VALUE", or "NAME", which takes the value it has where swarmctl runs. A name that is not set there
 * is left out, as Docker does.
 */
export function parseEnvironment(
  flag: string,
  texts: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return texts.flatMap((text) => {
    const [name] = parsePair(flag, text);
    if (text.includes('=')) return [text];
    const value = environment[name];
    return value === undefined ? [] : [`${name}=${value}`];
  });
}

/** The lines of an env file: blank ones and comments are skipped, spaces before the name too. */
export function parseEnvironmentFile(
  flag: string,
  fileText: string,
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const lines = fileText
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trimStart());
  const settings = lines.filter((line) => line !== '' && !line.startsWith('#'));
  for (const line of settings) {
    if (/\s/.test(line.split('=')[0] ?? ''))
      throw complaint(flag, 'a variable name must not contain spaces', line);
  }
  return parseEnvironment(flag, settings, environment);
}

/** One entry per name: the last one given, in the place of the first. */
export function lastPerName(entries: readonly string[]): readonly string[] {
  const entryByName = new Map(entries.map((entry) => [nameOf(entry), entry]));
  return [...entryByName.values()];
}

/** The part before "=". */
export function nameOf(entry: string): string {
  return entry.split('=')[0] ?? entry;
}
