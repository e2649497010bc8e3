/**
 * One process per folder: whoever listens on the folder's lock socket owns it. The kernel ends the
 * listening with the process, so a kill -9 leaves no lock, only a dead socket file that the next owner replaces.
 */
import { link, rename, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import type { Clock } from '../../proto/base/clock.js';
import { SwarmError } from '../../proto/base/errors.js';

const RETRY_MS = 50;

export interface StateLockModules {
  readonly clock: Clock;
}

export class StateLock {
  readonly #server: Server;
  readonly #path: string;

  private constructor(server: Server, path: string) {
    this.#server = server;
    this.#path = path;
  }

  /** Takes the lock; while another process holds it tries again for waitMs, then throws swarm.state-locked. */
  static async acquire(directory: string, waitMs: number, { clock }: StateLockModules): Promise<StateLock> {
    const path = join(directory, 'lock.sock');
    const giveUpAtMs = clock.monotonicMs() + waitMs;
    // Bound under a name of our own, then linked to the shared one: link fails when it is taken, bind would not
    // tell a live owner from a dead one.
    const own = `${path}.${process.pid}`;
    await rm(own, { force: true });
    const server = await listen(own);
    try {
      for (;;) {
        if (await tryLink(own, path)) return new StateLock(server, path);
        if (!(await isAlive(path))) await replaceDead(path);
        else if (clock.monotonicMs() >= giveUpAtMs) throw new SwarmError('swarm.state-locked', { directory });
        else await clock.sleep(RETRY_MS);
      }
    } catch (error) {
      server.close();
      throw error;
    } finally {
      await rm(own, { force: true });
    }
  }

  async release(): Promise<void> {
    await rm(this.#path, { force: true });
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}

async function listen(path: string): Promise<Server> {
  return await new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(path, () => resolve(server));
    // The lock must not keep a process alive that has nothing else to do.
    server.unref();
  });
}

async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Whether somebody listens behind the socket file. */
async function isAlive(path: string): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Moves the dead socket away; if a live one stood there by then, it is put back. */
async function replaceDead(path: string): Promise<void> {
  const away = `${path}.dead.${process.pid}`;
  try {
    await rename(path, away);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (await isAlive(away)) await tryLink(away, path);
  await rm(away, { force: true });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
