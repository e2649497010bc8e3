/**
 * What a node can find out about its host, as far as networks are concerned: files of the kernel, the output of
 * commands, addresses. Passed in, so that tests can tell of any host.
 */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { addressTowards, interfaceAddresses } from './local-address.js';
import type { InterfaceAddress } from './rules/data-address.js';

export interface HostReader {
  /** The text of the file; undefined where there is none, or it can't be read. */
  readText(path: string): Promise<string | undefined>;
  exists(path: string): Promise<boolean>;
  hasCommand(name: string): Promise<boolean>;
  /** What the command says; rejects when it fails or takes too long. */
  run(command: string, args: readonly string[]): Promise<string>;
  interfaces(): readonly InterfaceAddress[];
  /** The address from which this host speaks to that one; undefined where it knows no way. */
  addressTowards(host: string, port: number): Promise<string | undefined>;
  /** Inodes of the sockets that this process and those it started hold. */
  ownSocketInodes(): Promise<ReadonlySet<number>>;
}

const COMMAND_WITHIN_MS = 5_000;
const MOST_OUTPUT_BYTES = 2 ** 25;
const COMMAND_FOLDERS = ['/usr/sbin', '/usr/bin', '/sbin', '/bin', '/usr/local/sbin', '/usr/local/bin'];
const OWN_PROCESS = '/proc/self';

export class SystemHostReader implements HostReader {
  async readText(path: string): Promise<string | undefined> {
    return await readFile(path, 'utf8').catch(() => undefined);
  }

  async exists(path: string): Promise<boolean> {
    return await access(path).then(
      () => true,
      () => false,
    );
  }

  async hasCommand(name: string): Promise<boolean> {
    const looks = COMMAND_FOLDERS.map(async (folder) => await access(join(folder, name), constants.X_OK));
    return await Promise.any(looks).then(
      () => true,
      () => false,
    );
  }

  async run(command: string, args: readonly string[]): Promise<string> {
    const options = { timeout: COMMAND_WITHIN_MS, maxBuffer: MOST_OUTPUT_BYTES };
    const { stdout } = await promisify(execFile)(command, [...args], options);
    return stdout;
  }

  interfaces(): readonly InterfaceAddress[] {
    return interfaceAddresses();
  }

  async addressTowards(host: string, port: number): Promise<string | undefined> {
    return await addressTowards(host, port);
  }

  async ownSocketInodes(): Promise<ReadonlySet<number>> {
    const children = await this.readText(`${OWN_PROCESS}/task/${process.pid}/children`);
    const others = (children ?? '').split(' ').filter((pid) => pid !== '');
    const held = await Promise.all([OWN_PROCESS, ...others.map((pid) => `/proc/${pid}`)].map(socketInodes));
    return new Set(held.flat());
  }
}

/** What goes away while it is looked at is left out. */
async function socketInodes(processFolder: string): Promise<readonly number[]> {
  const folder = join(processFolder, 'fd');
  const names = await readdir(folder).catch(() => []);
  const targets = await Promise.all(
    names.map(async (name) => await readlink(join(folder, name)).catch(() => '')),
  );
  return targets.flatMap((target) => {
    const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
    return inode === undefined ? [] : [Number(inode)];
  });
}
