/**
 * Remembers where this manager's log is kept: in its folder, or in an external store. One that is started with the other
 * is refused, for it would begin an empty log beside the cluster's.
 */
import { access, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExternalStore } from '../../control-plane/manager/external-log.js';
import { SwarmError } from '../../proto/base/errors.js';

export interface LogPlace {
  /** Of the lock; the log is in it, or a note that it is elsewhere. */
  readonly directory: string;
  readonly store: ExternalStore | undefined;
}

/** The log's own folder. */
export const logDirectory = (directory: string): string => join(directory, 'log');
const notePath = (directory: string): string => join(directory, 'external-store');

/** Throws when the log is in the other place. */
export async function checkLogPlace({ directory, store }: LogPlace): Promise<void> {
  const note = await textOf(notePath(directory));
  if (store === undefined && note !== undefined)
    throw otherPlace(`the log of this manager is in ${note.trim()}: start swarmd with --store, as before`);
  const hasFolder = await isThere(logDirectory(directory));
  if (store !== undefined && note === undefined && hasFolder)
    throw otherPlace(
      `the log of this manager is in ${logDirectory(directory)}: start swarmd without --store. To move it to etcd, take a backup, and restore it with --store`,
    );
}

/** From now on the log is there, and nowhere else. */
export async function keepLogPlace({ directory, store }: LogPlace): Promise<void> {
  if (store === undefined) return await rm(notePath(directory), { force: true });
  await writeFile(notePath(directory), `etcd://${store.endpoints.join(',')}${store.prefix}\n`);
  await rm(logDirectory(directory), { recursive: true, force: true });
}

const otherPlace = (reason: string): SwarmError =>
  new SwarmError('runtime.failed', { what: 'Starting the control plane', reason });

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
