/**
 * Runs the system's own tools (ip, nft, umount …) and returns what they said.
 * Promises that a command ends: by itself, or killed at its time limit. Judging an exit code is the caller's work,
 * except in `mustRun`, which treats anything but 0 as a failure of the lab.
 */
import { spawn } from 'node:child_process';

export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly input?: string;
  readonly timeoutMs?: number;
  readonly env?: Readonly<Record<string, string>>;
}

// Proxies, locale and certificates of whoever runs the tests must not leak into a host of the lab.
export const CLEAN_ENV: Readonly<Record<string, string>> = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  HOME: '/root',
  LANG: 'C.UTF-8',
};

export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const { input = '', timeoutMs = 60_000, env = {} } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...CLEAN_ENV, ...env }, stdio: 'pipe' });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let isLate = false;
    const limit = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.stdin.on('error', () => undefined); // A command that reads no input closes it early, which is its right.
    child.stdin.end(input);
    child.on('error', (error) => {
      clearTimeout(limit);
      reject(error);
    });
    child.on('close', (code) => {
      clearTimeout(limit);
      const said = { stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
      if (isLate)
        reject(new Error(`${[command, ...args].join(' ')}: not done in ${timeoutMs} ms; ${said.stderr}`));
      else resolve({ exitCode: code ?? 137, ...said });
    });
  });
}

export async function mustRun(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const { exitCode, stdout, stderr } = await runCommand(command, args, options);
  if (exitCode !== 0)
    throw new Error(
      `${[command, ...args].join(' ')}: exit code ${exitCode}: ${stderr || stdout}${options.input ?? ''}`,
    );
  return stdout;
}
