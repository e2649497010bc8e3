/**
 * swarmd's entry: reads how it was called, runs the node until it is told to stop.
 */
import { SystemClock } from '../../proto/base/clock.js';
import { SwarmError } from '../../proto/base/errors.js';
import { openLog } from '../../proto/base/log.js';
import { SystemRandom } from '../../proto/base/random.js';
import { VERSION } from '../../proto/base/version.js';
import { readInvocation, type SwarmdConfig, usage } from './config.js';
import { NodeProgram } from './node-program.js';

const EXIT_FAILED = 1;
const EXIT_USAGE = 2;

async function main(): Promise<void> {
  try {
    const invocation = readInvocation(process.argv.slice(2), process.env);
    if (invocation.kind === 'help') console.log(usage());
    else if (invocation.kind === 'version') console.log(`swarmd ${VERSION}`);
    else await runNode(invocation.config);
  } catch (error) {
    if (!(error instanceof SwarmError)) throw error;
    console.error(`swarmd: ${error.message}`);
    process.exitCode = error.code === 'input.invalid' ? EXIT_USAGE : EXIT_FAILED;
  }
}

async function runNode(config: SwarmdConfig): Promise<void> {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      // The second time somebody means now.
      if (stop.signal.aborted) process.exit(EXIT_FAILED);
      stop.abort();
    });
  }
  const log = openLog(config.logLevel, { program: 'swarmd', pid: process.pid });
  const program = new NodeProgram(config, { clock: new SystemClock(), random: new SystemRandom(), log });
  await program.run(stop.signal);
}

await main();
