/**
 * cluster inspect, backup and restore. A backup is complete under its name or not there at all: it is written beside,
 * looked through while it comes in, made durable, and only then given its name.
 */
import { access, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type BackupHeader, readBackup } from '../../../proto/base/backup-format.js';
import { syncDirectory } from '../../../proto/base/durable-file.js';
import { SwarmError } from '../../../proto/base/errors.js';
import { InitRequestCodec } from '../../../proto/gen/node.js';
import { type ControlClient, isAway } from '../control-link.js';
import { formatBytes } from '../rules/amounts.js';
import { complaint } from '../rules/complaint.js';
import { EXIT, type ExitCode } from '../rules/exit-codes.js';
import { clusterJson, prettyCluster } from '../rules/cluster-text.js';
import { inspectFormat } from '../rules/format.js';
import type { Invocation, Session } from '../session.js';
import { inspectEach } from './each-ref.js';
import { MEMBERSHIP_WITHIN_MS, sayInitialized } from './swarm.js';

/** A leader that goes away in the middle leaves half a backup: the next one gives all of it. */
const MOST_ATTEMPTS = 3;

export async function inspectCluster({ flags }: Invocation, session: Session): Promise<ExitCode> {
  const template = inspectFormat(flags);
  const control = await session.connection.control();
  return await inspectEach([''], session, {
    read: async () => [await control.getCluster({}, session.connection.callOptions)],
    json: clusterJson,
    template,
    ...(flags.isOn('pretty') ? { pretty: prettyCluster } : {}),
  });
}

export async function backUpCluster({ args, flags }: Invocation, session: Session): Promise<ExitCode> {
  const path = resolve(args[0] ?? '');
  if (!flags.isOn('force') && (await isThere(path)))
    throw complaint('FILE', 'is there already; choose another name, or replace it with --force', path);
  const control = await session.connection.control();
  const beside = join(dirname(path), `.${basename(path)}.${session.connection.requestId}`);
  try {
    const { header, sizeBytes } = await download(beside, control, session);
    await rename(beside, path);
    await syncDirectory(dirname(path));
    session.output.line(
      `Backup of cluster ${header.clusterId} at index ${header.index}: ${path}, ${formatBytes(sizeBytes)}`,
    );
    return EXIT.ok;
  } catch (error) {
    session.signal.throwIfAborted();
    throw isFromDisk(error)
      ? new SwarmError('runtime.failed', { what: `Writing ${path}`, reason: error.message }, error)
      : error;
  } finally {
    await rm(beside, { force: true });
  }
}

interface Downloaded {
  readonly header: BackupHeader;
  readonly sizeBytes: number;
}

async function download(path: string, control: ControlClient, session: Session): Promise<Downloaded> {
  for (let attempt = 1; ; attempt++) {
    // Secrets are in it.
    const file = await open(path, 'w', 0o600);
    try {
      return await fill(file, control, session);
    } catch (error) {
      if (!isAway(error) || attempt === MOST_ATTEMPTS || session.signal.aborted) throw error;
    } finally {
      await file.close();
    }
  }
}

async function fill(file: FileHandle, control: ControlClient, { connection }: Session): Promise<Downloaded> {
  let sizeBytes = 0;
  const kept = async function* (): AsyncGenerator<Uint8Array> {
    for await (const { piece } of control.getBackup({}, connection.callOptions)) {
      await file.writeFile(piece);
      sizeBytes += piece.length;
      yield piece;
    }
  };
  const { header, pieces } = await readBackup(kept(), 'that came in');
  for await (const piece of pieces) void piece;
  await file.sync();
  return { header, sizeBytes };
}

export async function restoreCluster({ args, flags }: Invocation, session: Session): Promise<ExitCode> {
  const restoreFile = resolve(args[0] ?? '');
  if (!(await isThere(restoreFile))) throw complaint('FILE', 'is not there, or cannot be read', restoreFile);
  const request = InitRequestCodec.create({
    restoreFile,
    listenAddress: flags.text('listen-addr'),
    advertiseAddress: flags.text('advertise-addr'),
  });
  const { connection } = session;
  const local = await connection.local();
  const made = await local.init(request, { ...connection.callOptions, timeoutMs: MEMBERSHIP_WITHIN_MS });
  sayInitialized(made, session);
  return EXIT.ok;
}

async function isThere(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

function isFromDisk(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
