/**
 * A `swarmd` and a `swarmctl` that do nothing but be there: a parent with a local socket, a child that ends with its
 * parent, and a command that says what it was told. With them the lab's handling of processes is tested on its own.
 */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SWARMD = `
import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

if (process.argv[2] === 'child') {
  process.on('disconnect', () => process.exit(0));
} else {
  const text = { type: 'string' };
  const options = { 'state-dir': text, socket: text, 'docker-host': text, 'fail-with': text };
  const { values } = parseArgs({ options });
  if (values['fail-with']) throw new Error(values['fail-with']);
  fork(fileURLToPath(import.meta.url), ['child']);
  rmSync(values.socket, { force: true });
  createServer((socket) => socket.end()).listen(values.socket);
  process.on('SIGTERM', () => process.exit(0));
}
`;

const SWARMCTL = `
import { hostname } from 'node:os';
console.log(JSON.stringify({ hostname: hostname(), daemon: process.env.SWARMD_HOST, args: process.argv.slice(2) }));
process.exitCode = 3;
`;

/** Returns a folder to give to the lab as `programFolder`. */
export async function makeSwarmdDouble(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'swarmd-double-'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  for (const [name, text] of Object.entries({ swarmd: SWARMD, swarmctl: SWARMCTL }))
    await writeFile(join(folder, name), text);
  return folder;
}
