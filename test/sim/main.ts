/**
 * Many simulated clusters, one seed after the other: `make sim-cluster SEED=1 RUNS=1000`. Prints each seed that fails
 * with what happened last; VERBOSE=1 notes, too, what the programs log.
 */
import { storm } from './storm.js';

async function main([seed = '1', runs = '100', verbose = '']: readonly string[]): Promise<void> {
  const first = Number(seed);
  const count = Number(runs);
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(count))
    throw new Error('usage: main.js SEED RUNS [verbose]');
  const failed: number[] = [];
  const startedMs = performance.now();
  let virtualMs = 0;
  for (let at = first; at < first + count; at++) {
    try {
      const result = await storm({ seed: at, isTalkative: verbose !== '' });
      virtualMs += result.virtualMs;
      if (count === 1) console.log(`seed ${at}: ${result.eventCount} events, ${result.digest}`);
    } catch (error) {
      failed.push(at);
      console.log(error instanceof Error ? error.message : error);
    }
  }
  const seconds = (performance.now() - startedMs) / 1000;
  const virtual = Math.round(virtualMs / 1000);
  console.log(`${count} runs, ${failed.length} failed, ${virtual} s simulated in ${seconds.toFixed(1)} s`);
  if (failed.length > 0) console.log(`failed seeds: ${failed.join(' ')}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

await main(process.argv.slice(2));
