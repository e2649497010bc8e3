/**
 * Replays one file of recorded cases against the core and says where the outputs differ. Which kind of file it
 * is follows from its first directive.
 */
import { ConfChangeEnv, isConfChangeDirective } from './confchange-env.js';
import { type Directive, parseDirectives } from './datadriven.js';
import { isInteractionDirective, runInteraction } from './interaction-directives.js';
import { InteractionEnv } from './interaction-env.js';
import { isQuorumDirective, runQuorum } from './quorum-env.js';

export interface Difference {
  /** Of the directive. */
  readonly line: number;
  readonly command: string;
  readonly expected: string;
  readonly actual: string;
}

/** No difference: the file passed. A file without directives differs, since it tests nothing. */
export function replay(text: string): readonly Difference[] {
  let directives: readonly Directive[];
  try {
    directives = parseDirectives(text);
  } catch (error) {
    return [{ line: 0, command: 'reading the file', expected: '', actual: thrownText(error) }];
  }
  const [first] = directives;
  const run = first === undefined ? undefined : runnerFor(first.command);
  if (run === undefined)
    return [
      { line: 0, command: 'reading the file', expected: '', actual: 'there is no directive that is known\n' },
    ];
  const differences: Difference[] = [];
  for (const directive of directives) {
    const { line, command, expected } = directive;
    try {
      const actual = withLineBreak(run(directive));
      if (actual !== expected) differences.push({ line, command, expected, actual });
    } catch (error) {
      // What threw has stopped in the middle: all that follows would differ for that reason alone.
      return [...differences, { line, command, expected, actual: thrownText(error) }];
    }
  }
  return differences;
}

function runnerFor(command: string): ((directive: Directive) => string) | undefined {
  if (isQuorumDirective(command)) return runQuorum;
  if (isConfChangeDirective(command)) {
    const env = new ConfChangeEnv();
    return (directive) => env.run(directive);
  }
  if (isInteractionDirective(command)) {
    const env = new InteractionEnv();
    return (directive) => runInteraction(env, directive);
  }
  return undefined;
}

const withLineBreak = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

const thrownText = (error: unknown): string =>
  `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;

/** The first line that differs, both ways, and where it stands. */
export function describeDifference({ line, command, expected, actual }: Difference): string {
  const expectedLines = expected.split('\n');
  const actualLines = actual.split('\n');
  const length = Math.max(expectedLines.length, actualLines.length);
  let at = 0;
  while (at < length && expectedLines[at] === actualLines[at]) at += 1;
  const shown = (lines: readonly string[]): string => JSON.stringify(lines[at] ?? '(no more output)');
  const rest = actual.startsWith('threw ') ? `\n${actual}` : '';
  return (
    `line ${line}, ${command}, line ${at + 1} of its output:\n` +
    `  expected ${shown(expectedLines)}\n  actual   ${shown(actualLines)}${rest}`
  );
}
