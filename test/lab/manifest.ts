/**
 * The record of a lab on disk: written before anything is made, removed after everything is gone.
 * All that a lab makes is named after its random id, so the id and the host names lead to every namespace, control
 * group, mount and file, and nothing else is ever touched. A lab belongs to the process that made it; when
 * that process is gone the lab is dead, unless it was kept on purpose.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive, type ProcessIdentity } from './proc.js';

/** On a disk, not in memory: the engines' data roots lie below it, and their overlay needs an ordinary file system. */
const LABS_FOLDER = '/var/lib/swarmd-lab';

export interface Manifest {
  readonly format: 1;
  readonly labId: string;
  readonly owner: ProcessIdentity;
  /** Kept on purpose: outlives its owner until somebody removes it by name. */
  readonly isKept: boolean;
  readonly hostNames: readonly string[];
}

/** The namespace of the bridge; no host may have its name. */
export const SWITCH_NAME = 'switch';

const manifestPath = (labId: string): string => join(LABS_FOLDER, `${labId}.json`);

export const labFolder = (labId: string): string => join(LABS_FOLDER, labId);
export const hostFolder = (labId: string, hostName: string): string => join(labFolder(labId), hostName);
export const labControlGroup = (labId: string): string => `/swarmd-lab-${labId}`;
export const namespaceName = (labId: string, hostName: string): string => `${labId}-${hostName}`;

export async function writeManifest(manifest: Manifest): Promise<void> {
  await mkdir(LABS_FOLDER, { recursive: true, mode: 0o711 });
  const path = manifestPath(manifest.labId);
  await writeFile(`${path}.${process.pid}`, `${JSON.stringify(manifest, undefined, 2)}\n`);
  await rename(`${path}.${process.pid}`, path);
}

export async function readManifests(): Promise<Manifest[]> {
  const names = await readdir(LABS_FOLDER).catch(() => []);
  const found = await Promise.all(
    names.filter((name) => name.endsWith('.json')).map((name) => readManifest(join(LABS_FOLDER, name))),
  );
  return found.filter((manifest) => manifest !== undefined);
}

async function readManifest(path: string): Promise<Manifest | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined; // Another sweep was faster.
  const parsed: unknown = JSON.parse(text);
  // What a later version recorded might need another way to be removed; to guess would be to leave half of it.
  if (!isManifest(parsed)) throw new Error(`${path}: not a lab's record as this version writes it`);
  return parsed;
}

function isManifest(parsed: unknown): parsed is Manifest {
  return typeof parsed === 'object' && parsed !== null && 'format' in parsed && parsed.format === 1;
}

export const removeManifest = (labId: string): Promise<void> => rm(manifestPath(labId), { force: true });

export async function isDead(manifest: Manifest): Promise<boolean> {
  return !manifest.isKept && !(await isAlive(manifest.owner));
}
