/**
 * The stock client of engines that tests use beside ours. It keeps the first engine that it finds for as long as the
 * process lives, so what it is told is a link, which leads to the engine that is meant now.
 */
import { mkdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as testcontainers from 'testcontainers';

const FOLDER = join(tmpdir(), `swarmd-stock-client-${process.pid}`);
const LINK = join(FOLDER, 'docker.sock');

/** The library, led to the engine that answers at this socket. */
export async function stockClientOf(socketPath: string): Promise<typeof testcontainers> {
  await forgetStockClient();
  await mkdir(FOLDER);
  await symlink(socketPath, LINK);
  process.env['TESTCONTAINERS_RYUK_DISABLED'] = 'true';
  process.env['DOCKER_HOST'] = `unix://${LINK}`;
  return await import('testcontainers');
}

/** Nothing that is started later is told of that engine. */
export async function forgetStockClient(): Promise<void> {
  delete process.env['TESTCONTAINERS_RYUK_DISABLED'];
  delete process.env['DOCKER_HOST'];
  await rm(FOLDER, { recursive: true, force: true });
}
