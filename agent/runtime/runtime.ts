/**
 * What an agent needs of a container runtime. Owns the words between the agent and a runtime, nothing else.
 * Every verb may be repeated: after a crash the agent asks again and the runtime finds what it already did.
 * Errors are typed: `runtime.unreachable` is temporary (ask again later), any other SwarmError is final for
 * the task. A runtime touches only what carries its own ownership label.
 */
import type { TaskNetwork } from '../network/rules/task-network.js';
import type { LogOptions, LogStream, AssignedTask } from '../../proto/gen/dispatcher.js';
import type { ContainerStatus, NodeDescription, PortSpec } from '../../proto/gen/objects.js';
import type { Service } from '../../proto/base/service.js';

/** What is known of a task's container after a verb. */
export interface ContainerReport {
  readonly container?: ContainerStatus | undefined;
  readonly ports: readonly PortSpec[];
}

/** The task's process ended. */
export interface TaskExit extends ContainerReport {
  /** Why that counts as a failure; empty when it ended well. */
  readonly problem: string;
}

export type StartResult =
  | ({ readonly kind: 'started' } & ContainerReport)
  | ({ readonly kind: 'ended' } & TaskExit);

/** A container that this cluster and node made. */
export interface OwnedContainer {
  readonly containerId: string;
  readonly taskId: string;
  readonly taskName: string;
  readonly isRunning: boolean;
}

export interface LogEntry {
  readonly stream: LogStream;
  readonly atMs: number;
  /** One line without its newline. */
  readonly data: Uint8Array;
}

/** run() watches the runtime until it is told to stop; the waiting verbs need it. */
export interface Runtime extends Service {
  /** What this node is made of, as the runtime sees it. */
  describe(signal?: AbortSignal): Promise<NodeDescription>;
  /** Calls the listener whenever the runtime went away or came back; returns how to stop that. */
  onReachability(listener: () => void): () => void;
  /** Fetches the image and makes the container, on these networks; a task prepared before is fine. */
  prepare(
    task: AssignedTask,
    networks: readonly TaskNetwork[],
    signal: AbortSignal,
  ): Promise<ContainerReport>;
  /** Starts the container; with a health check, returns once it was healthy for the first time. */
  start(task: AssignedTask, signal: AbortSignal): Promise<StartResult>;
  /** Returns when the process ended; stops it when it becomes unhealthy. Rejects only when aborted. */
  wait(task: AssignedTask, signal: AbortSignal): Promise<TaskExit>;
  /** Asks the process to end, kills it after the grace period. Nothing there is fine. */
  stop(task: AssignedTask): Promise<ContainerReport>;
  /** Removes every container of the task, killing what still runs. Nothing there is fine. */
  remove(taskId: string): Promise<void>;
  /** All containers of this cluster and node. */
  list(signal?: AbortSignal): Promise<readonly OwnedContainer[]>;
  /** The task's log lines in order, a batch at a time; with `follow`, until the container ended. */
  logs(taskId: string, options: LogOptions, signal: AbortSignal): AsyncIterable<readonly LogEntry[]>;
}

/** How long a process may take to end when its service does not say. */
export const DEFAULT_STOP_GRACE_MS = 10_000;
