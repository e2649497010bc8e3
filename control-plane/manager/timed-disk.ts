/**
 * A disk that says how long it took to make data durable. The log knows nothing of it.
 */
import type { Disk, DiskFile } from 'raft-ts/disk.js';
import type { Clock } from '../../proto/base/clock.js';
import type { Histogram } from '../../proto/base/meter.js';

export function timedDisk(disk: Disk, clock: Clock, durationSeconds: Histogram<object>): Disk {
  return {
    open: async (path, mode) => timedFile(await disk.open(path, mode), clock, durationSeconds),
    list: (directory) => disk.list(directory),
    rename: (from, to) => disk.rename(from, to),
    unlink: (path) => disk.unlink(path),
    syncDirectory: (directory) => disk.syncDirectory(directory),
    makeDirectory: (directory) => disk.makeDirectory(directory),
  };
}

function timedFile(file: DiskFile, clock: Clock, durationSeconds: Histogram<object>): DiskFile {
  return {
    path: file.path,
    sizeBytes: () => file.sizeBytes(),
    read: (offset, lengthBytes) => file.read(offset, lengthBytes),
    write: (offset, bytes) => file.write(offset, bytes),
    preallocate: (lengthBytes) => file.preallocate(lengthBytes),
    sync: async () => {
      const startedAtMs = clock.monotonicMs();
      await file.sync();
      durationSeconds.observe({}, (clock.monotonicMs() - startedAtMs) / 1000);
    },
    close: () => file.close(),
  };
}
