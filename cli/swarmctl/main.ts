/**
 * The program swarmctl: one call, one exit code, and the user's signals.
 */
import { callSwarmctl } from './call.js';
import { readEnvironment } from './connection.js';
import { EXIT } from './rules/exit-codes.js';
import { Interrupted } from './session.js';

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
  const interrupt = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    // A second signal ends the program at once.
    process.once(name, () => interrupt.abort(new Interrupted()));
  }
  const { stdout, stderr } = process;
  const environment = readEnvironment();
  const exitCode = await callSwarmctl(process.argv.slice(2), {
    stdout,
    stderr,
    environment,
    signal: interrupt.signal,
  });
  await Promise.all([flushed(stdout), flushed(stderr)]);
  // A connection that is still being made to an address nobody answers at would hold the program for minutes.
  process.exit(exitCode);
}

void run();
