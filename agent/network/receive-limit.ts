/**
 * How much the kernel holds for a socket until it is read. Its usual limit has room for some 500 questions, and a
 * container may ask a thousand at once: what finds no room is lost, and asked again after five seconds.
 */
import { readFile, writeFile } from 'node:fs/promises';
import type { Log } from '../../proto/base/log.js';

export const RECEIVE_LIMIT_PATH = '/proc/sys/net/core/rmem_max';
/** Some 5,000 questions. */
export const RECEIVE_BUFFER_BYTES = 2 ** 22;

/** Raises the limit of this host where it is lower; goes on without where it must not. */
export async function raiseReceiveLimit(path: string, log: Log): Promise<void> {
  try {
    const present = Number(await readFile(path, 'utf8'));
    if (present >= RECEIVE_BUFFER_BYTES) return;
    await writeFile(path, `${RECEIVE_BUFFER_BYTES}\n`);
    log.info('raised how much a socket may hold until it is read', { path, from: present });
  } catch (error) {
    log.warn('many questions for names at once may get lost: set net.core.rmem_max to 4194304', { error });
  }
}
