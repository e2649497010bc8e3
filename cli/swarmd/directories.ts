/**
 * What lies where in swarmd's state directory.
 */
import { join } from 'node:path';
import type { SwarmdConfig } from './config.js';

type Place = Pick<SwarmdConfig, 'stateDirectory'>;

export function certificateDirectory({ stateDirectory }: Place): string {
  return join(stateDirectory, 'certificates');
}

/** Of a manager: its lock, and the log below it. */
export function raftDirectory({ stateDirectory }: Place): string {
  return join(stateDirectory, 'raft');
}

export function controlSocketPath({ stateDirectory }: Place): string {
  return join(stateDirectory, 'control.sock');
}

export function workerDirectory({ stateDirectory }: Place): string {
  return join(stateDirectory, 'worker');
}
