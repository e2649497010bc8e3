/**
 * How much the kernel holds for a socket until it is read. Its usual limit has room for some 250 questions for names,
 * and a container may ask a thousand at once: what finds no room is lost, and asked again after seconds, if ever.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../../proto/base/log.js';

/** Where the host has these settings. */
export const RECEIVE_LIMITS_FOLDER = '/proc/sys/net/core';
/** Of our own sockets, which ask for it: some 5,000 questions. */
export const RECEIVE_BUFFER_BYTES = 2 ** 22;

/**
 * Bytes, by setting. The engine answers containers itself (127.0.0.11) and asks us; its sockets, like those of the
 * containers, have the size that is usual on the host, and lost a third of a thousand questions on a busy one.
 */
const WANTED_BYTES: Readonly<Record<string, number>> = {
  rmem_max: RECEIVE_BUFFER_BYTES,
  rmem_default: 2 ** 21,
};

/** Raises the limits of this host where they are lower; goes on without where it must not. */
export async function raiseReceiveLimits(folder: string, log: Log): Promise<void> {
  for (const [setting, bytes] of Object.entries(WANTED_BYTES)) {
    try {
      const path = join(folder, setting);
      const present = Number(await readFile(path, 'utf8'));
      if (present >= bytes) continue;
      await writeFile(path, `${bytes}\n`);
      log.info('raised how much a socket may hold until it is read', { setting, from: present, to: bytes });
    } catch (error) {
      const advice = `many questions for names at once may get lost: set net.core.${setting} to ${bytes}`;
      log.warn(advice, { error });
    }
  }
}
