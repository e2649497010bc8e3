/**
 * The lab from the command line, for labs that were kept: list them, run a command on a host, remove one.
 *   node dist/test/lab/main.js ls
 *   node dist/test/lab/main.js run <lab> <host> <command> [argument …]
 *   node dist/test/lab/main.js swarmctl <lab> <host> [argument …]
 *   node dist/test/lab/main.js rm <lab>
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ControlGroup } from './cgroup.js';
import { hostEnv } from './host.js';
import { Lab } from './lab.js';
import { isDead, labControlGroup, type Manifest, namespaceName, readManifests } from './manifest.js';
import { placed } from './place.js';

const SWARMCTL = fileURLToPath(new URL('../../../bin/swarmctl', import.meta.url));

async function list(): Promise<number> {
  for (const manifest of await readManifests()) {
    const state = manifest.isKept ? 'kept' : (await isDead(manifest)) ? 'dead' : 'in use';
    console.log(`${manifest.labId}  ${state}  ${manifest.hostNames.join(' ')}`);
  }
  return 0;
}

async function find(labId: string | undefined): Promise<Manifest> {
  const manifest = (await readManifests()).find((found) => found.labId === labId);
  if (!manifest) throw new Error(`no lab ${labId ?? ''}; list them with: ls`);
  return manifest;
}

async function run(
  labId: string | undefined,
  hostName = '',
  command = 'sh',
  ...args: string[]
): Promise<number> {
  const manifest = await find(labId);
  if (!manifest.hostNames.includes(hostName))
    throw new Error(`no host ${hostName} in lab ${manifest.labId}: it has ${manifest.hostNames.join(', ')}`);
  const group = new ControlGroup(`${labControlGroup(manifest.labId)}/${hostName}/daemons`);
  const place = { hostName, namespace: namespaceName(manifest.labId, hostName), group };
  const [program, all] = await placed(place, command, args);
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...hostEnv(manifest.labId, hostName) };
    const child = spawn(program, all, { stdio: 'inherit', env });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 137));
  });
}

async function remove(labId: string | undefined): Promise<number> {
  const manifest = await find(labId);
  if (await Lab.removeKept(manifest.labId)) return 0;
  await Lab.sweep();
  if ((await readManifests()).some((left) => left.labId === manifest.labId))
    throw new Error(`lab ${manifest.labId} belongs to process ${manifest.owner.pid}, which still runs`);
  return 0;
}

const [verb, labId, ...rest] = process.argv.slice(2);
const verbs: Record<string, () => Promise<number>> = {
  ls: list,
  run: () => run(labId, ...rest),
  swarmctl: () => run(labId, rest[0], process.execPath, SWARMCTL, ...rest.slice(1)),
  rm: () => remove(labId),
};
try {
  const perform = verbs[verb ?? ''];
  if (!perform)
    throw new Error(
      'usage: ls | run <lab> <host> <command> [argument …] | swarmctl <lab> <host> [argument …] | rm <lab>',
    );
  process.exitCode = await perform();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
