/**
 * The client of the consensus benchmark, a process of its own for every side: so many writers, each of which
 * writes its next value when the one before was acknowledged. Told everything by one argument, a JSON text; prints one
 * JSON text with the rate and the latencies, of what began and ended after the warm-up.
 *
 * The warm-up has more writers where few are measured: what runs for months has compiled its hot code, and a single
 * writer would take minutes to have that done.
 */
import { percentile } from './result.js';
import { openWriters, type WriteTarget } from './consensus-writers.js';

export interface ClientJob {
  readonly target: WriteTarget;
  readonly writerCount: number;
  readonly valueBytes: number;
  readonly warmUpMs: number;
  readonly measuredMs: number;
}

export interface ClientReport {
  readonly writesPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of the client's own processor, of 100: near it the client is what was measured. */
  readonly clientCpuPercent: number;
}

const FEWEST_WARM_UP_WRITERS = 64;

async function measure(job: ClientJob): Promise<ClientReport> {
  const { writerCount, valueBytes, warmUpMs, measuredMs } = job;
  const warmUpWriterCount = Math.max(writerCount, FEWEST_WARM_UP_WRITERS);
  const { write, close } = await openWriters(job.target, { writerCount: warmUpWriterCount, valueBytes });
  const fromMs = performance.now() + warmUpMs;
  const endMs = fromMs + measuredMs;
  const latenciesMs: number[] = [];
  const writeOn = async (writer: number): Promise<void> => {
    for (;;) {
      const startedMs = performance.now();
      if (startedMs >= (writer < writerCount ? endMs : fromMs)) return;
      await write(writer);
      const nowMs = performance.now();
      if (startedMs >= fromMs && nowMs <= endMs) latenciesMs.push(nowMs - startedMs);
    }
  };
  const writers = Array.from({ length: warmUpWriterCount }, (_, writer) => writeOn(writer));
  const cpuBefore = process.cpuUsage();
  const startedMs = performance.now();
  await Promise.all(writers);
  const { user, system } = process.cpuUsage(cpuBefore);
  const clientCpuPercent = (user + system) / 10 / (performance.now() - startedMs);
  await close();
  return {
    writesPerSecond: (latenciesMs.length * 1000) / measuredMs,
    p50Ms: percentile(latenciesMs, 50),
    p99Ms: percentile(latenciesMs, 99),
    clientCpuPercent,
  };
}

const report = await measure(JSON.parse(process.argv[2] ?? '') as ClientJob);
console.log(JSON.stringify(report));
process.exit(0);
