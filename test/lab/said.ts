/**
 * What a command that was refused must look like to its user: one line on stderr, and the documented exit code.
 */
import assert from 'node:assert/strict';
import type { CommandResult } from './command.js';

export function assertSaid(
  args: readonly string[],
  result: CommandResult,
  exitCode: number,
  said: RegExp,
): void {
  const what = `swarmctl ${args.join(' ')} ended with ${result.exitCode}: ${result.stderr}`;
  const lines = result.stderr.trimEnd().split('\n');
  assert.equal(lines.length, 1, what);
  assert.match(lines[0] ?? '', said, what);
  assert.equal(result.exitCode, exitCode, what);
}
