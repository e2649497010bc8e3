/**
 * Takes away what a lab host, or a whole lab, left on the machine. Needs only names, no living objects: the lab's
 * own close, a power cut and the sweep after a crash all end here. Everything may be called again on what is
 * already half gone.
 */
import { access, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../kit/eventually.js';
import { runCommand } from './command.js';
import { ControlGroup } from './cgroup.js';
import { removeClockMemory } from './host-clock.js';
import {
  hostFolder,
  labControlGroup,
  labFolder,
  type Manifest,
  namespaceName,
  removeManifest,
  SWITCH_NAME,
} from './manifest.js';
import { mountPointsUnder } from './proc.js';

const NETNS_FOLDER = '/run/netns';

async function removeNamespace(name: string): Promise<void> {
  await runCommand('ip', ['netns', 'delete', name]);
  const isThere = await access(join(NETNS_FOLDER, name)).then(
    () => true,
    () => false,
  );
  if (isThere) throw new Error(`network namespace ${name} could not be removed`);
}

/** The kernel takes a namespace apart some time after its removal; a host that is off must not answer until then. */
async function unplug(labId: string, hostName: string): Promise<void> {
  const namespace = namespaceName(labId, SWITCH_NAME);
  const { exitCode, stderr } = await runCommand('ip', ['-n', namespace, 'link', 'delete', hostName]);
  const isGone = /Cannot find device|Cannot open network namespace|No such file/.test(stderr);
  if (exitCode !== 0 && !isGone) throw new Error(`the port of ${hostName} could not be removed: ${stderr}`);
}

async function unmountBelow(folder: string): Promise<void> {
  await eventually(
    `nothing is mounted below ${folder}`,
    async () => {
      const points = await mountPointsUnder(folder);
      if (points.length > 0) await runCommand('umount', ['--lazy', ...points]);
      return mountPointsUnder(folder);
    },
    (points) => points.length === 0,
  );
}

/** Shims put their sockets outside the engine's own folders, each named in its bundle's `address` file. */
async function removeShimSockets(execRoot: string): Promise<void> {
  const bundles = join(execRoot, 'containerd/daemon/io.containerd.runtime.v2.task/moby');
  for (const name of await readdir(bundles).catch(() => [])) {
    const address = await readFile(join(bundles, name, 'address'), 'utf8').catch(() => '');
    if (address.startsWith('unix:///run/containerd/s/'))
      await rm(address.slice('unix://'.length), { force: true });
  }
}

/** What does not survive a power cut: processes, mounts, control groups, sockets, pid files, the network. */
export async function removeRunningHost(labId: string, hostName: string): Promise<void> {
  await unplug(labId, hostName);
  const group = new ControlGroup(`${labControlGroup(labId)}/${hostName}`);
  await group.killAll();
  const folder = hostFolder(labId, hostName);
  await unmountBelow(folder);
  await removeClockMemory(folder);
  await removeShimSockets(join(folder, 'run'));
  await rm(join(folder, 'run'), { recursive: true, force: true });
  await rm(join(folder, 'docker.sock'), { force: true });
  await rm(join(folder, 'docker.pid'), { force: true });
  await removeNamespace(namespaceName(labId, hostName));
  await group.remove();
}

export async function removeLab(manifest: Manifest): Promise<void> {
  const { labId, hostNames } = manifest;
  const hosts = hostNames.filter((hostName) => hostName !== SWITCH_NAME);
  await Promise.all(hosts.map((hostName) => removeRunningHost(labId, hostName)));
  await removeNamespace(namespaceName(labId, SWITCH_NAME));
  await new ControlGroup(labControlGroup(labId)).remove();
  await rm(labFolder(labId), { recursive: true, force: true, maxRetries: 5 });
  await removeManifest(labId);
}
