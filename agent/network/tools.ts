/**
 * Runs the tools through which the kernel's network is looked at and changed. Promises that each ends within a time
 * limit, and that what a tool said against it stands in the error.
 */
import { spawn } from 'node:child_process';

/** Of one run, or of several that are asked together. */
export const LONGEST_RUN_MS = 20_000;
const MOST_OUTPUT_BYTES = 64 * 1024 * 1024;
const MOST_SAID = 1_000;
/** Command → the package that has it on Debian and those that follow it. */
const PACKAGES: Readonly<Record<string, string>> = {
  ip: 'iproute2',
  bridge: 'iproute2',
  nft: 'nftables',
  'iptables-save': 'iptables',
  'iptables-restore': 'iptables',
  'ip6tables-restore': 'iptables',
  conntrack: 'conntrack',
  modprobe: 'kmod',
  wg: 'wireguard-tools',
};

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What it prints. */
export async function mustRun(command: string, args: readonly string[], input = ''): Promise<string> {
  const { code, stdout, stderr } = await run(command, args, input);
  if (code !== 0) throw refusal(command, stderr === '' ? `exit code ${code}` : stderr);
  return stdout;
}

/** Rejects when it cannot be started or does not end. */
export function run(command: string, args: readonly string[], input = ''): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { timeout: LONGEST_RUN_MS, killSignal: 'SIGKILL' });
    const [out, said]: [Buffer[], Buffer[]] = [[], []];
    let sizeBytes = 0;
    const keep = (into: Buffer[]) => (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes > MOST_OUTPUT_BYTES) child.kill('SIGKILL');
      else into.push(chunk);
    };
    child.stdout.on('data', keep(out));
    child.stderr.on('data', keep(said));
    // One that ends before it read everything has its say in its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.once('error', (error) => reject(unstarted(command, error)));
    child.once('close', (code, killedBy) => {
      if (code === null) return reject(new Error(`${command} was ended by ${killedBy ?? 'a signal'}`));
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(said).toString() });
    });
  });
}

export function refusal(command: string, said: string): Error {
  const line = said.trim().replaceAll(/\s*\n\s*/g, '; ');
  return new Error(`${command}: ${line.length > MOST_SAID ? `${line.slice(0, MOST_SAID)}…` : line}`);
}

export function unstarted(command: string, error: Error): Error {
  const isMissing = 'code' in error && error.code === 'ENOENT';
  if (!isMissing) return error;
  const from = PACKAGES[command];
  const reason = `the command ${command} is not installed on this node`;
  return new Error(from === undefined ? reason : `${reason}: install the package ${from}`, { cause: error });
}
