/**
 * What swarmd's parent and its control-plane child tell each other over their IPC channel; plain JSON.
 */
import type { Beginning, Serving } from '../../control-plane/manager/manager.js';
import type { LogLevel } from '../../proto/base/log.js';

/** Parent → child, once. */
export interface StartMessage {
  readonly kind: 'start';
  readonly beginning: Beginning;
  /** Folder of the log and the snapshots. */
  readonly directory: string;
  readonly controlSocketPath: string;
  readonly listenAddress: string;
  readonly advertiseAddress: string;
  readonly logLevel: LogLevel;
}

/** Child → parent: it serves. */
export interface ReadyMessage extends Serving {
  readonly kind: 'ready';
}

/** Child → parent: it cannot start, and why; it exits after that. */
export interface FailedMessage {
  readonly kind: 'failed';
  readonly code: string;
  readonly facts: object;
  readonly message: string;
}

export type ChildMessage = ReadyMessage | FailedMessage;
