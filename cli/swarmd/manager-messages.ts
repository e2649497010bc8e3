/**
 * What swarmd's parent and its control-plane child tell each other over their IPC channel; plain JSON.
 */
import type { Beginning, Serving } from '../../control-plane/manager/manager.js';
import type { Recovery } from '../../control-plane/manager/recovery.js';
import type { LogLevel } from '../../proto/base/log.js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import type { MetricValues } from './prometheus-meter.js';

/** Parent → child, once. */
export interface StartMessage {
  readonly kind: 'start';
  readonly beginning: Beginning | Recovery;
  /** Folder of the log and the snapshots. */
  readonly directory: string;
  readonly controlSocketPath: string;
  readonly listenAddress: string;
  readonly advertiseAddress: string;
  /** host:port of managers: any of them knows how to join the log. */
  readonly managerAddresses: readonly string[];
  readonly logLevel: LogLevel;
  /** Whether anybody will ask for metrics. */
  readonly isMeasured: boolean;
}

/** Parent → child: what have you measured? */
export interface ScrapeMessage {
  readonly kind: 'scrape';
  readonly number: number;
}

/** Parent → child: the node's certificate of now. */
export interface IdentityMessage {
  readonly kind: 'identity';
  readonly identity: TlsIdentity;
}

/** Parent → child: managers that are not found may be at these addresses. */
export interface ManagersMessage {
  readonly kind: 'managers';
  readonly addresses: readonly string[];
}

export type ParentMessage = StartMessage | ScrapeMessage | IdentityMessage | ManagersMessage;

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

/** Child → parent: the answer to the scrape of that number. */
export interface MetricsMessage {
  readonly kind: 'metrics';
  readonly number: number;
  readonly metrics: readonly MetricValues[];
}

export type ChildMessage = ReadyMessage | FailedMessage | MetricsMessage;
