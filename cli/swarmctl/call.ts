/**
 * One call of swarmctl, wherever it writes to. Nothing is decided here; program.ts parses, commands/ act.
 */
import { SystemClock } from '../../proto/base/clock.js';
import { newId, SystemRandom } from '../../proto/base/random.js';
import type { AsOf } from '../../proto/base/rpc.js';
import { Connection } from './connection.js';
import { Output, type TextSink } from './output.js';
import { parseCommandLine } from './program.js';
import { asOfText } from './rules/as-of-text.js';
import { errorText, exitCodeForError } from './rules/error-text.js';
import { EXIT } from './rules/exit-codes.js';
import { Interrupted } from './session.js';

export interface CallModules {
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Aborts with `Interrupted` when the user wants to stop. */
  readonly signal: AbortSignal;
}

/** Resolves to the exit code; never rejects: what went wrong is on `stderr`. */
export async function callSwarmctl(args: readonly string[], modules: CallModules): Promise<number> {
  const { stdout, stderr, environment, signal } = modules;
  const output = new Output(stdout, stderr);
  let connection: Connection | undefined;
  try {
    const parsed = parseCommandLine(args, {
      out: (text) => stdout.write(text),
      err: (text) => stderr.write(text),
    });
    if (parsed.kind === 'done') return parsed.exitCode;
    const { options, invocation, load } = parsed.call;
    const [clock, random] = [new SystemClock(), new SystemRandom()];
    const requestId = options.requestId ?? newId(random);
    const onAsOf = (asOf: AsOf): void => output.note(asOfText(asOf));
    connection = new Connection({ ...options, requestId }, { clock, environment, signal, onAsOf });
    const command = await load();
    return await command(invocation, { connection, output, clock, random, environment, signal });
  } catch (error) {
    if (error instanceof Interrupted) return EXIT.interrupted;
    output.note(errorText(error, connection?.requestId));
    return exitCodeForError(error);
  } finally {
    connection?.close();
  }
}
