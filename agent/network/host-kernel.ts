/**
 * The kernel of the network namespace that this process is in, through `ip`, `bridge`, `nft`, `iptables` and
 * `conntrack`. The one place of this room that starts processes. Promises that each ends within a time limit, and that
 * what a tool said against it stands in the error.
 */
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kernel } from './kernel.js';

const LONGEST_RUN_MS = 20_000;
const MOST_OUTPUT_BYTES = 64 * 1024 * 1024;
const MOST_SAID = 1_000;
/** `wg` reads a named file only, and cannot open the socket that this process's children have for their input. */
const ADD_CONFIG = 'cat | wg addconf "$0" /dev/stdin';
const SETTINGS_FOLDER = '/proc/sys';
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

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export class HostKernel implements Kernel {
  async links(): Promise<unknown> {
    return await readJson('ip', ['-j', '-d', 'addr', 'show']);
  }

  async remotes(): Promise<unknown> {
    return await readJson('bridge', ['-j', 'fdb', 'show']);
  }

  async neighbours(): Promise<unknown> {
    return await readJson('ip', ['-j', 'neigh', 'show', 'nud', 'permanent']);
  }

  async routes(family: 4 | 6): Promise<{ rules: unknown; routes: unknown }> {
    const [rules, routes] = await Promise.all([
      readJson('ip', [`-${family}`, '-j', 'rule', 'show']),
      readJson('ip', [`-${family}`, '-j', 'route', 'show', 'table', 'all']),
    ]);
    return { rules, routes };
  }

  async ruleset(): Promise<unknown> {
    const { code, stdout, stderr } = await run('nft', ['-j', 'list', 'table', 'inet', 'swarmd']);
    if (code === 0) return parse('nft', stdout);
    if (stderr.includes('No such file or directory')) return undefined;
    throw refusal('nft', stderr);
  }

  async filter(family: 4 | 6): Promise<string> {
    return await mustRun(family === 4 ? 'iptables-save' : 'ip6tables-save', ['-t', 'filter']);
  }

  async runIp(lines: readonly string[], family?: 4 | 6): Promise<void> {
    const options = [...(family === undefined ? [] : [`-${family}`]), '-force', '-batch', '-'];
    await runBatch('ip', options, lines);
  }

  async runBridge(lines: readonly string[]): Promise<void> {
    await runBatch('bridge', ['-force', '-batch', '-'], lines);
  }

  async loadRuleset(rules: string): Promise<void> {
    if (rules !== '') await mustRun('nft', ['-f', '-'], rules);
  }

  async loadFilter(rules: string, family: 4 | 6): Promise<void> {
    const command = family === 4 ? 'iptables-restore' : 'ip6tables-restore';
    if (rules !== '') await mustRun(command, ['--noflush', '-w', '5'], rules);
  }

  async setting(name: string): Promise<string | undefined> {
    try {
      return (await readFile(join(SETTINGS_FOLDER, name), 'utf8')).trim();
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async setSetting(name: string, value: string): Promise<void> {
    await writeFile(join(SETTINGS_FOLDER, name), value);
  }

  async loadModule(name: string): Promise<void> {
    await mustRun('modprobe', [name]);
  }

  async wireGuard(device: string): Promise<string | undefined> {
    const { code, stdout, stderr } = await run('wg', ['show', device, 'dump']);
    if (code === 0) return stdout;
    if (stderr.includes('Unable to access interface')) return undefined;
    throw refusal('wg', stderr);
  }

  async addWireGuard(device: string): Promise<void> {
    const { code, stderr } = await run('ip', ['link', 'add', device, 'type', 'wireguard']);
    if (code === 0) return;
    if (!/Unknown device type|not supported/i.test(stderr)) throw refusal('ip', stderr);
    // Before the containers whose packets wait for it, as the kernel's own would be.
    await startDaemon('nice', ['-n', '-10', 'wireguard-go', device]);
  }

  async configureWireGuard(device: string, config: string): Promise<void> {
    if (config !== '') await mustRun('sh', ['-c', ADD_CONFIG, device], config);
  }

  async removeWireGuardPeers(device: string, publicKeys: readonly string[]): Promise<void> {
    const removals = publicKeys.flatMap((key) => ['peer', key, 'remove']);
    if (removals.length > 0) await mustRun('wg', ['set', device, ...removals]);
  }

  async forgetConnections(filter: readonly string[]): Promise<void> {
    const { code, stderr } = await run('conntrack', ['-D', ...filter]);
    if (code !== 0 && !stderr.includes('0 flow entries')) throw refusal('conntrack', stderr);
  }

  async watchLinks(listener: () => void, signal: AbortSignal): Promise<void> {
    const child = spawn('ip', ['-o', 'monitor', 'link'], { stdio: ['ignore', 'pipe', 'ignore'], signal });
    child.stdout.on('data', () => listener());
    await new Promise<void>((resolve, reject) => {
      child.once('error', (error) => (signal.aborted ? resolve() : reject(unstarted('ip', error))));
      child.once('close', (code) =>
        signal.aborted ? resolve() : reject(new Error(`ip monitor ended with ${code}`)),
      );
    });
  }
}

async function readJson(command: string, args: readonly string[]): Promise<unknown> {
  return parse(command, await mustRun(command, args));
}

function parse(command: string, output: string): unknown {
  // Nothing to list is said by silence in some versions.
  if (output.trim() === '') return [];
  try {
    return JSON.parse(output);
  } catch (error) {
    throw new Error(`${command} printed no JSON; a newer version of it is needed`, { cause: error });
  }
}

/** What is said of a line stands before its number: who reads that is told the line. */
async function runBatch(
  command: string,
  options: readonly string[],
  batch: readonly string[],
): Promise<void> {
  if (batch.length === 0) return;
  const { code, stderr } = await run(command, options, text(batch));
  if (code === 0) return;
  const said = stderr.replaceAll(
    /Command failed -:(\d+)/g,
    (_, at: string) => `in "${command} ${batch[Number(at) - 1] ?? at}"`,
  );
  throw refusal(command, said === '' ? `exit code ${code}` : said);
}

async function mustRun(command: string, args: readonly string[], input = ''): Promise<string> {
  const { code, stdout, stderr } = await run(command, args, input);
  if (code !== 0) throw refusal(command, stderr === '' ? `exit code ${code}` : stderr);
  return stdout;
}

function run(command: string, args: readonly string[], input = ''): Promise<Run> {
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

/** Of one that goes to the background by itself once it works, and keeps what it was given for its output. */
async function startDaemon(command: string, args: readonly string[]): Promise<void> {
  const child = spawn(command, args, { stdio: 'ignore', timeout: LONGEST_RUN_MS, killSignal: 'SIGKILL' });
  await new Promise<void>((resolve, reject) => {
    child.once('error', (error) => reject(unstarted(command, error)));
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code ?? 'a signal'}`));
    });
  });
}

function refusal(command: string, said: string): Error {
  const line = said.trim().replaceAll(/\s*\n\s*/g, '; ');
  return new Error(`${command}: ${line.length > MOST_SAID ? `${line.slice(0, MOST_SAID)}…` : line}`);
}

function unstarted(command: string, error: Error): Error {
  const isMissing = 'code' in error && error.code === 'ENOENT';
  if (!isMissing) return error;
  const from = PACKAGES[command];
  const reason = `the command ${command} is not installed on this node`;
  return new Error(from === undefined ? reason : `${reason}: install the package ${from}`, { cause: error });
}

function text(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
