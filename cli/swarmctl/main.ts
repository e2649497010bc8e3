/**
 * The program swarmctl: one call, one exit code. Nothing is decided here; program.ts parses, commands/ act.
 */
import { SystemClock } from '../../proto/base/clock.js';
import { newId, SystemRandom } from '../../proto/base/random.js';
import type { AsOf } from '../../proto/base/rpc.js';
import { Connection, readEnvironment } from './connection.js';
import { Output } from './output.js';
import { parseCommandLine } from './program.js';
import { asOfText } from './rules/as-of-text.js';
import { errorText, exitCodeForError } from './rules/error-text.js';
import { EXIT } from './rules/exit-codes.js';
import { Interrupted } from './session.js';

async function main(args: readonly string[]): Promise<number> {
  const output = new Output(process.stdout, process.stderr);
  const interrupt = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    // A second signal ends the program at once.
    process.once(name, () => interrupt.abort(new Interrupted()));
  }
  let connection: Connection | undefined;
  try {
    const parsed = parseCommandLine(args, {
      out: (text) => process.stdout.write(text),
      err: (text) => process.stderr.write(text),
    });
    if (parsed.kind === 'done') return parsed.exitCode;
    const { options, invocation, load } = parsed.call;
    const [clock, random, environment] = [new SystemClock(), new SystemRandom(), readEnvironment()];
    const { signal } = interrupt;
    const requestId = options.requestId ?? newId(random);
    const onAsOf = (asOf: AsOf): void => output.note(asOfText(asOf));
    connection = new Connection({ ...options, requestId }, { clock, environment, signal, onAsOf });
    const command = await load();
    return await command(invocation, {
      connection,
      output,
      clock,
      random,
      environment,
      signal,
    });
  } catch (error) {
    if (error instanceof Interrupted) return EXIT.interrupted;
    output.note(errorText(error, connection?.requestId));
    return exitCodeForError(error);
  } finally {
    connection?.close();
  }
}

// A reader that has seen enough (`swarmctl … | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.ok);
});

/** What was written before has left the process, or never will. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}

async function run(): Promise<never> {
  const exitCode = await main(process.argv.slice(2));
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  // A connection that is still being made to an address nobody answers at would hold the program for minutes.
  process.exit(exitCode);
}

void run();
