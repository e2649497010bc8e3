/**
 * Reads /proc: who lives, who is whose child, what is mounted where.
 * A process is known by pid and start time together, since pids are used again. Nothing here changes anything.
 */
import { readdir, readFile, readlink } from 'node:fs/promises';

export interface ProcessIdentity {
  readonly bootId: string;
  readonly pid: number;
  readonly startTicks: string;
}

async function readOrNothing(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return '';
  }
}

const bootId = async (): Promise<string> =>
  (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();

/** Fields of /proc/<pid>/stat behind the command name, which may itself hold spaces and brackets. */
async function statFields(pid: number): Promise<readonly string[]> {
  const stat = await readOrNothing(`/proc/${pid}/stat`);
  return stat === '' ? [] : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

export async function identifyProcess(pid: number): Promise<ProcessIdentity> {
  const startTicks = (await statFields(pid))[19];
  if (startTicks === undefined) throw new Error(`no process ${pid}`);
  return { bootId: await bootId(), pid, startTicks };
}

export async function isAlive(process: ProcessIdentity): Promise<boolean> {
  const fields = await statFields(process.pid);
  return fields[0] !== 'Z' && fields[19] === process.startTicks && (await bootId()) === process.bootId;
}

/** Whether a process with this pid is there and not a zombie. */
export async function isRunning(pid: number): Promise<boolean> {
  const fields = await statFields(pid);
  return fields.length > 0 && fields[0] !== 'Z';
}

export async function childrenOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(
    threads.map((thread) => readOrNothing(`/proc/${pid}/task/${thread}/children`)),
  );
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number));
}

export const executableOf = (pid: number): Promise<string> => readlink(`/proc/${pid}/exe`).catch(() => '');

/** Its words end with zero bytes each; empty: there is no such process. */
export const commandLineOf = (pid: number): Promise<string> => readOrNothing(`/proc/${pid}/cmdline`);

/** Mount points at or below a folder, deepest first, as they must be unmounted. */
export async function mountPointsUnder(folder: string): Promise<string[]> {
  const points = (await mounts()).map((mount) => mount.point);
  return points.filter((point) => point === folder || point.startsWith(`${folder}/`)).toReversed();
}

export interface Mount {
  readonly point: string;
  readonly type: string;
  readonly options: string;
}

export async function mounts(): Promise<Mount[]> {
  const lines = (await readFile('/proc/self/mountinfo', 'utf8')).split('\n').filter(Boolean);
  return lines.map((line) => {
    const [before = '', after = ''] = line.split(' - ');
    const [type = '', , options = ''] = after.split(' ');
    return { point: before.split(' ')[4] ?? '', type, options };
  });
}
