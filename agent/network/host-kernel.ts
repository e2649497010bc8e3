/**
 * The kernel of the network namespace that this process is in, through `ip`, `bridge`, `nft`, `iptables` and
 * `conntrack`. What is asked at the same time is asked together: see JointReading.
 */
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JointReading } from './joint-reading.js';
import type { Kernel } from './kernel.js';
import { LONGEST_RUN_MS, mustRun, refusal, run, unstarted } from './tools.js';

/** `wg` reads a named file only, and cannot open the socket that this process's children have for their input. */
const ADD_CONFIG = 'cat | wg addconf "$0" /dev/stdin';
const SETTINGS_FOLDER = '/proc/sys';
export class HostKernel implements Kernel {
  readonly #reading = new JointReading();

  async links(): Promise<unknown> {
    return await this.#readJson('ip', ['-j', '-d', 'addr', 'show']);
  }

  async remotes(): Promise<unknown> {
    return await this.#readJson('bridge', ['-j', 'fdb', 'show']);
  }

  async neighbours(): Promise<unknown> {
    return await this.#readJson('ip', ['-j', 'neigh', 'show', 'nud', 'permanent']);
  }

  async routes(family: 4 | 6): Promise<{ rules: unknown; routes: unknown }> {
    const [rules, routes] = await Promise.all([
      this.#readJson('ip', [`-${family}`, '-j', 'rule', 'show']),
      this.#readJson('ip', [`-${family}`, '-j', 'route', 'show', 'table', 'all']),
    ]);
    return { rules, routes };
  }

  async ruleset(): Promise<unknown> {
    const { code, stdout, stderr } = await this.#reading.run('nft', [
      '-j',
      'list',
      'table',
      'inet',
      'swarmd',
    ]);
    if (code === 0) return parse('nft', stdout);
    if (stderr.includes('No such file or directory')) return undefined;
    throw refusal('nft', stderr);
  }

  async filter(family: 4 | 6): Promise<string> {
    const command = family === 4 ? 'iptables-save' : 'ip6tables-save';
    return await this.#reading.mustRun(command, ['-t', 'filter']);
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

  async #readJson(command: string, args: readonly string[]): Promise<unknown> {
    return parse(command, await this.#reading.mustRun(command, args));
  }
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

function text(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
